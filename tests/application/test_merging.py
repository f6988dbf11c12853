"""Copies of a project that were worked on apart, and merged again."""

import contextlib
import random
import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from conftest import make_small_project, passage_of
from kodebenk.application import (
    backup_actions,
    codebook_actions,
    coding_actions,
    correction_preview,
    document_actions,
    guide_actions,
    guide_queries,
    matrix_actions,
    matrix_report,
    project_check,
    queries,
    respondent_actions,
    text_correction,
    unplaced_actions,
    voice_actions,
)
from kodebenk.application.backup_actions import BackupReason
from kodebenk.application.example_project import build_example
from kodebenk.application.matrix_actions import CellRow
from kodebenk.application.merge_plan import ConflictKind, MergeChoices, plan_in_worker, plan_merge
from kodebenk.application.merging import apply_merge, preview_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Stance
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellKey, ColumnKey, ColumnKind, MatrixSpec, SynthesisKind
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import ProjectFileError, ProjectFileProblem, Rule, RuleBroken
from kodebenk.storage import coding_store, foreign_project, matrix_store, tables
from kodebenk.storage.integrity import data_of

SAID = "Det begynte med et budsjett som sprakk."


@pytest.fixture
def copies(tmp_path):
    """Two copies of the small project: ours is open, theirs is closed and lies in a folder of its own."""
    make_small_project(tmp_path).close()
    there = tmp_path / "jonas"
    there.mkdir()
    shutil.copy(tmp_path / "lillevik.kodebenk", there / "lillevik.kodebenk")
    with OpenProject.open(tmp_path / "lillevik.kodebenk") as ours:
        yield ours, there / "lillevik.kodebenk"


def change_there(path, action, coder="Jonas B."):
    with OpenProject.open(path, coder_name=coder) as theirs:
        return action(theirs)


def merge(ours, path, **choices):
    plan = plan_merge(ours, path)
    told = MergeChoices(**{name: frozenset(value) for name, value in choices.items()})
    foreseen = preview_merge(plan, told)
    report = apply_merge(ours, plan, told)
    assert replace(report, backup=None) == foreseen
    assert project_check.check_project(ours).problems == ()
    return report


def code(project, quote, code_name, document_id=1, **values):
    code_id = queries.codebook(project).find(code_name).id
    return coding_actions.apply_code(project, passage_of(project, document_id, quote), code_id, **values)


def coding_of(project, quote, code_name=None):
    book = queries.codebook(project)
    found = [
        one
        for one in coding_store.list_codings(project.connection, with_unplaced=True)
        if one.anchor.quote == quote and code_name in (None, book.by_id[one.code_id].name)
    ]
    (one,) = found
    return one


def write_cell(project, row, column, summary):
    assert matrix_actions.import_cells(project, [CellRow(row, column, summary)]) == 1


def only_conflict(report):
    (one,) = report.conflicts
    return one


# What the issue asks for


def code_at_random(project, seed, count):
    rng = random.Random(seed)
    documents = queries.documents(project)
    codes = [one.id for one in queries.codebook(project).codes]
    made = 0
    while made < count:
        document = rng.choice(documents)
        words = queries.text_of(project, document.id).text
        start = rng.randrange(len(words) - 80)
        passage = Passage(document.id, start, start + rng.randint(8, 80))
        try:
            coding_actions.apply_code(project, passage, rng.choice(codes))
        except RuleBroken:
            continue
        made += 1


def correct_share(project, document_id, share, seed):
    """Type a text anew with a share of its words misspelt, dropped or doubled."""
    rng = random.Random(seed)
    words = queries.text_of(project, document_id).text.split(" ")
    for at in rng.sample(range(len(words)), round(share * len(words))):
        word = words[at]
        if "\n" not in word and ":" not in word and word:
            words[at] = rng.choice([word[:1] + word, word[:-1] + "en", word + " altså"])
    preview = correction_preview.preview_correction(project, document_id, " ".join(words))
    return text_correction.apply_correction(project, preview)


@pytest.mark.parametrize("corrected_here", [True, False])
def test_that_the_example_coded_apart_with_a_text_corrected_is_merged_with_nothing_lost(tmp_path, corrected_here):
    here, there = tmp_path / "ane.kodebenk", tmp_path / "jonas.kodebenk"
    build_example(here).close()
    shutil.copy(here, there)
    with OpenProject.open(there, coder_name="Jonas B.") as theirs:
        code_at_random(theirs, 1, 60)
        longest = max(queries.documents(theirs), key=lambda one: one.characters).id
        if not corrected_here:
            correct_share(theirs, longest, 0.05, 7)
        known_there = {one.guid for one in coding_store.list_codings(theirs.connection, with_unplaced=True)}
    with OpenProject.open(here, coder_name="Ane K.") as ours:
        code_at_random(ours, 2, 60)
        if corrected_here:
            correct_share(ours, longest, 0.05, 7)
        known_here = {one.guid for one in coding_store.list_codings(ours.connection, with_unplaced=True)}
        before = data_of(ours.connection)
        report = merge(ours, there)
        after = coding_store.list_codings(ours.connection, with_unplaced=True)
        assert known_here | known_there == {one.guid for one in after}
        assert (report.added + report.moved + len(report.unplaced), report.same) == (60, len(known_there) - 60)
        assert report.moved > 5
        assert 60 - len(report.unplaced) >= 0.99 * 60
        listed = {one.old_words for one in report.unplaced}
        assert listed == {one.anchor.quote for one in after if one.unplaced and one.guid in known_there - known_here}
        assert [one.our_name for one in report.documents if one.has_other_text] == [
            next(one.name for one in queries.documents(ours) if one.id == longest)
        ]
        change = ours.undo()
        assert change.name is ChangeName.MERGE_PROJECT
        assert data_of(ours.connection) == before


def test_that_the_numbers_of_the_issue_hold_for_many_passages(tmp_path):
    here, there = tmp_path / "ane.kodebenk", tmp_path / "jonas.kodebenk"
    build_example(here).close()
    shutil.copy(here, there)
    with OpenProject.open(here) as ours:
        longest = max(queries.documents(ours), key=lambda one: one.characters).id
        correct_share(ours, longest, 0.05, 11)
    with OpenProject.open(there, coder_name="Jonas B.") as theirs, theirs.change(ChangeName.IMPORT_CODINGS) as write:
        words = queries.text_of(theirs, longest).text
        rng = random.Random(5)
        for _ in range(400):
            start = rng.randrange(len(words) - 200)
            start = words.rfind(" ", 0, start) + 1
            end = words.find(" ", start + rng.randint(20, 180))
            passage = Passage(longest, start, end)
            coding_store.add(
                write,
                passage=passage,
                anchor=anchor_of(words, start, end),
                code_id=rng.randint(1, 12),
                coder_id=2,
                created_at="2026-05-12T14:06:31Z",
            )
    with OpenProject.open(here) as ours:
        report = merge(ours, there)
        new = report.added + report.moved + len(report.unplaced)
        assert new > 390
        assert len(report.unplaced) <= 0.01 * new


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), takes_texts=st.booleans())
def test_that_no_coding_of_either_copy_is_lost_and_a_second_merge_adds_nothing(tmp_path_factory, seed, takes_texts):
    folder = tmp_path_factory.mktemp("fletting")
    make_small_project(folder).close()
    here, there = folder / "lillevik.kodebenk", folder / "b.kodebenk"
    shutil.copy(here, there)
    rng = random.Random(seed)
    for path, coder in ((here, "Ane K."), (there, "Jonas B.")):
        with OpenProject.open(path, coder_name=coder) as project:
            disturb(project, rng)
    with OpenProject.open(there, read_only=True) as theirs:
        known_there = {one.guid: one for one in coding_store.list_codings(theirs.connection, with_unplaced=True)}
    with OpenProject.open(here) as ours:
        known_here = {one.guid for one in coding_store.list_codings(ours.connection, with_unplaced=True)}
        before = data_of(ours.connection)
        texts = {one.guid for one in queries.documents(ours)} if takes_texts else ()
        report = merge(ours, there, texts=texts)
        after = {one.guid for one in coding_store.list_codings(ours.connection, with_unplaced=True)}
        removed = {one.key.split(":")[1] for one in report.conflicts if one.kind is ConflictKind.REMOVED}
        assert known_here <= after
        assert report.added + report.same + report.moved + len(report.unplaced) == len(known_there.keys() - removed)
        assert known_there.keys() <= after | removed
        merged = data_of(ours.connection)
        again = merge(ours, there)
        assert data_of(ours.connection) == merged
        assert (again.added, again.moved, again.unplaced, again.backup) == (0, 0, (), None)
        if merged != before:
            ours.undo()
        assert data_of(ours.connection) == before


def disturb(project, rng):
    """Do to a project what coders do: code, remove, recode, rename, correct, write."""
    for _ in range(rng.randint(3, 8)):
        rng.choice([_code_somewhere, _code_somewhere, _remove_one, _set_stance, _add_a_code, _correct, _write])(
            project, rng
        )


def _code_somewhere(project, rng):
    document = rng.choice(queries.documents(project))
    words = queries.text_of(project, document.id).text
    start = rng.randrange(len(words) - 20)
    codes = [one.id for one in queries.codebook(project).codes]
    with contextlib.suppress(RuleBroken):
        coding_actions.apply_code(project, Passage(document.id, start, start + rng.randint(5, 20)), rng.choice(codes))


def _remove_one(project, rng):
    codings = queries.codings(project)
    if codings:
        coding_actions.remove_coding(project, rng.choice(codings).id)


def _set_stance(project, rng):
    codings = queries.codings(project)
    if codings:
        coding_actions.set_stance(project, rng.choice(codings).id, rng.choice([None, *Stance]))


def _add_a_code(project, rng):
    with contextlib.suppress(RuleBroken):
        codebook_actions.add_code(project, rng.choice(["Makt", "Tid", "Penger"]), definition=f"Om {rng.random()}.")


def _correct(project, rng):
    with contextlib.suppress(RuleBroken):  # nothing but words with a colon may have been drawn
        correct_share(project, rng.choice(queries.documents(project)).id, 0.05, rng.random())


def _write(project, rng):
    row = rng.choice(["R1", "R2", "R3"])
    column = rng.choice(["Medvirkning", "Forankring", "Resultatenhet"])
    write_cell(project, row, column, f"Sier {rng.random():.6f}.")


# Codings


def test_that_new_codings_come_with_their_coder_and_everything_said_of_them(copies):
    ours, path = copies
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit", stance=Stance.FOR, comment="Se også R3."))
    guid = change_there(path, lambda theirs: coding_of(theirs, SAID, "Tillit").guid)
    report = merge(ours, path)
    one = coding_of(ours, SAID, "Tillit")
    assert (report.added, report.same, report.moved, report.unplaced) == (1, 10, 0, ())
    assert (one.guid, one.stance, one.comment) == (guid, Stance.FOR, "Se også R3.")
    assert [coder.name for coder in queries.coders(ours)] == ["Ane K.", "Jonas B."]
    assert [(coder.name, coder.is_namesake) for coder in report.coders] == [("Jonas B.", False)]


def test_that_the_same_coding_made_twice_by_one_coder_is_one(copies):
    ours, path = copies
    code(ours, SAID, "Tillit")
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit", comment="Viktig."), coder="Ane K.")
    report = merge(ours, path)
    assert (report.added, report.same, report.completed) == (0, 11, 1)
    assert coding_of(ours, SAID, "Tillit").comment == "Viktig."


def test_that_a_coding_changed_on_both_sides_stays_ours_unless_theirs_is_chosen(copies):
    ours, path = copies
    coding_actions.set_stance(ours, 1, Stance.AGAINST)
    change_there(path, lambda theirs: coding_actions.set_stance(theirs, 1, Stance.MIXED))
    one = only_conflict(merge(ours, path))
    assert (one.kind, one.field, one.ours, one.theirs, one.is_taken) == (
        ConflictKind.CODING,
        "stance",
        "mot",
        "blandet",
        False,
    )
    assert (one.name, one.document, one.quote) == ("Styring/Resultatenhet", "intervju.txt", SAID)
    assert queries.coding(ours, 1).stance is Stance.AGAINST
    assert only_conflict(merge(ours, path, theirs={one.key})).is_taken
    assert queries.coding(ours, 1).stance is Stance.MIXED
    assert merge(ours, path).conflicts == ()


def test_that_another_passage_and_another_code_of_a_coding_are_conflicts_that_can_be_settled(copies):
    ours, path = copies
    start = queries.coding(ours, 1).passage.start

    def alter(theirs):
        coding_actions.resize_coding(theirs, 1, start, start + 15)
        coding_actions.recode(theirs, 1, queries.codebook(theirs).find("Tillit").id)
        coding_actions.attribute_coding(theirs, 1, [2])

    change_there(path, alter)
    report = merge(ours, path)
    told = {one.field: (one.ours, one.theirs) for one in report.conflicts}
    assert told == {
        "code": ("Styring/Resultatenhet", "Styring/Tillit"),
        "passage": (f"{start}–{start + len(SAID)}", f"{start}–{start + 15}"),
    }
    assert queries.coding(ours, 1).respondent_ids == (2,)
    merge(ours, path, theirs={one.key for one in report.conflicts})
    one = queries.coding(ours, 1)
    assert (one.anchor.quote, queries.codebook(ours).by_id[one.code_id].name) == (SAID[:15], "Tillit")


def test_that_a_coding_removed_here_does_not_come_back_by_itself(copies):
    ours, path = copies
    guid = queries.coding(ours, 1).guid
    coding_actions.remove_coding(ours, 1)
    report = merge(ours, path)
    one = only_conflict(report)
    assert (one.kind, one.field, one.quote, report.added, report.same) == (ConflictKind.REMOVED, "coding", SAID, 0, 9)
    merge(ours, path, theirs={one.key})
    assert coding_of(ours, SAID).guid == guid


def test_that_codings_without_a_place_there_stay_so_and_one_placed_there_gets_its_place_here(copies):
    ours, path = copies
    swap = ("Det begynte med et budsjett som sprakk.", "Alt var bra.")

    def correct(project, old, new):
        words = queries.text_of(project, 1).text.replace(old, new)
        text_correction.apply_correction(project, correction_preview.preview_correction(project, 1, words))

    change_there(path, lambda theirs: code(theirs, SAID, "Tillit"))
    correct(ours, *swap)
    assert [one.unplaced for one in unplaced_of(ours)] == ["not_found"]
    report = merge(ours, path)
    (told,) = report.unplaced
    assert (told.code, told.old_words, told.reason, told.coder) == ("Styring/Tillit", SAID, "not_found", "Jonas B.")
    assert len(unplaced_of(ours)) == 2
    correct(ours, *reversed(swap))
    unplaced_actions.place_certain(ours)
    assert unplaced_of(ours) == []


def unplaced_of(project):
    return [one for one in coding_store.list_codings(project.connection, with_unplaced=True) if one.unplaced]


def test_that_respondents_named_by_hand_come_along_with_a_coding(copies):
    ours, path = copies

    def attribute(theirs):
        who = respondent_actions.add_respondent(theirs, "En annen kollega")
        code(theirs, SAID, "Tillit", respondent_ids=[who])

    change_there(path, attribute)
    report = merge(ours, path)
    (who,) = coding_of(ours, SAID, "Tillit").respondent_ids
    assert report.respondents == ("En annen kollega",)
    assert next(one.name for one in queries.respondents(ours) if one.id == who) == "En annen kollega"


# Coders


def test_that_coders_of_one_name_are_kept_apart_unless_a_user_says_that_they_are_one(copies):
    ours, path = copies
    coding_actions.add_coder(ours, "Jonas B.")
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit"))
    plan = plan_merge(ours, path)
    (told,) = preview_merge(plan).coders
    assert (told.name, told.our_name, told.is_namesake, told.is_added) == ("Jonas B.", "Jonas B. (2)", True, True)
    report = merge(ours, path)
    assert [one.name for one in queries.coders(ours)] == ["Ane K.", "Jonas B.", "Jonas B. (2)"]
    ours.undo()
    report = merge(ours, path, same_coders={told.guid})
    assert [one.is_added for one in report.coders] == [False]
    assert [one.name for one in queries.coders(ours)] == ["Ane K.", "Jonas B."]
    assert merge(ours, path).added == 0
    assert [one.name for one in queries.coders(ours)] == ["Ane K.", "Jonas B."]


# Codes


def test_that_new_codes_come_with_their_place_in_the_tree(copies):
    ours, path = copies

    def add(theirs):
        theme = codebook_actions.add_code(theirs, "Økonomi", definition="Om penger.")
        below = codebook_actions.add_code(theirs, "Budsjett", theme, key="1")
        codebook_actions.add_code(theirs, "Makt", queries.codebook(theirs).find("Styring").id)
        coding_actions.apply_code(theirs, passage_of(theirs, 1, SAID), below)

    change_there(path, add)
    report = merge(ours, path)
    assert set(report.codes_added) == {"Økonomi", "Økonomi/Budsjett", "Styring/Makt"}
    book = queries.codebook(ours)
    assert book.find("Økonomi").definition == "Om penger."
    assert book.find("Økonomi/Budsjett").key == ""
    assert [one.name for one in book.children_of(book.find("Styring").id)] == ["Resultatenhet", "Tillit", "Makt"]
    assert coding_of(ours, SAID, "Budsjett").code_id == book.find("Økonomi/Budsjett").id


def test_that_codes_added_in_both_are_one_when_path_or_name_say_so(copies):
    ours, path = copies
    codebook_actions.add_code(ours, "Økonomi", definition="Om penger.")
    codebook_actions.add_code(ours, "Makt", queries.codebook(ours).find("Styring").id)

    def add(theirs):
        codebook_actions.add_code(theirs, "økonomi", definition="Om budsjetter.")
        codebook_actions.add_code(theirs, "Makt", queries.codebook(theirs).find("Deltakelse").id, use_when="Når …")

    change_there(path, add)
    report = merge(ours, path)
    one = only_conflict(report)
    assert report.codes_added == ()
    assert (one.kind, one.name, one.field, one.ours, one.theirs) == (
        ConflictKind.CODE,
        "Økonomi",
        "definition",
        "Om penger.",
        "Om budsjetter.",
    )
    assert queries.codebook(ours).find("Makt").use_when == "Når …"


def test_that_another_definition_and_name_of_a_code_are_listed_and_ours_stay(copies):
    ours, path = copies

    def alter(theirs):
        tillit = queries.codebook(theirs).find("Tillit").id
        codebook_actions.edit_code(theirs, tillit, definition="Om å stole på.", synonyms=("fortrolighet",))
        codebook_actions.rename_code(theirs, tillit, "Tiltro")
        codebook_actions.move_code(theirs, tillit, queries.codebook(theirs).find("Deltakelse").id)

    change_there(path, alter)
    report = merge(ours, path)
    told = {one.field: (one.ours, one.theirs, one.is_open) for one in report.conflicts}
    assert told == {
        "definition": ("Om tillit.", "Om å stole på.", True),
        "name": ("Tillit", "Tiltro", True),
        "parent": ("Styring/Tillit", "Deltakelse/Tiltro", False),
    }
    kept = queries.codebook(ours).find("Styring/Tillit")
    assert (kept.definition, kept.synonyms) == ("Om tillit.", ("fortrolighet",))
    merge(ours, path, theirs={one.key for one in report.conflicts})
    taken = queries.codebook(ours).find("Styring/Tiltro")
    assert (taken.id, taken.definition) == (kept.id, "Om å stole på.")


def test_that_a_code_deleted_here_only_comes_back_for_new_codings(copies):
    ours, path = copies
    codebook_actions.delete_code(ours, queries.codebook(ours).find("Tillit").id)
    report = merge(ours, path)
    assert {(one.field, one.kind) for one in report.conflicts} == {
        ("code", ConflictKind.REMOVED),
        ("coding", ConflictKind.REMOVED),
    }
    assert "Tillit" not in {one.name for one in queries.codebook(ours).codes}
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit"))
    assert merge(ours, path).codes_added == ("Styring/Tillit",)


# Documents


def test_that_new_documents_come_with_text_file_speakers_and_codings(copies, tmp_path):
    ours, path = copies
    words = "Intervjuer: Hva nå?\n\nTuva: Vi begynner på nytt.\n\nIntervjuer: Når?\n\nTuva: I morgen, tror jeg.\n"
    (tmp_path / "tuva.txt").write_text(words, "utf-8")

    def add(theirs):
        (one,) = document_actions.import_files(theirs, [tmp_path / "tuva.txt"]).document_ids
        respondent_actions.set_speakers(theirs, one, {"Tuva": "Tuva Moen"})
        respondent_actions.edit_respondent(theirs, 4, attributes={"group": "Ansatte", "År": "4"})
        code(theirs, "I morgen, tror jeg.", "Tillit", one)

    change_there(path, add)
    report = merge(ours, path)
    assert [one.name for one in report.documents if one.is_added] == ["tuva.txt"]
    document = queries.find_document(ours, "tuva.txt")
    read = queries.text_of(ours, document.id)
    assert read.text == words
    assert {one.label: one.role for one in read.speakers} == {
        "Intervjuer": SpeakerRole.INTERVIEWER,
        "Tuva": SpeakerRole.RESPONDENT,
    }
    tuva = next(one for one in queries.respondents(ours) if one.name == "Tuva Moen")
    assert tuva.attributes == {"group": "Ansatte", "År": "4"}
    cited = queries.cite_passage(ours, document.id, *span(coding_of(ours, "I morgen, tror jeg.")))
    assert cited == f"{tuva.label}:4"


def span(coding):
    return coding.passage.start, coding.passage.end


def test_that_a_file_added_in_both_copies_is_one_document(copies, tmp_path):
    ours, path = copies
    (tmp_path / "plan.txt").write_text("Plan for neste år. Vi skal spare.\n", "utf-8")
    document_actions.import_files(ours, [tmp_path / "plan.txt"])
    (tmp_path / "en plan.txt").write_text("Plan for neste år. Vi skal spare.\n", "utf-8")

    def add(theirs):
        (one,) = document_actions.import_files(theirs, [tmp_path / "en plan.txt"]).document_ids
        code(theirs, "Vi skal spare.", "Tillit", one)

    change_there(path, add)
    report = merge(ours, path)
    assert [(one.name, one.our_name, str(one.basis)) for one in report.documents][-1] == (
        "en plan.txt",
        "plan.txt",
        "file",
    )
    assert (report.added, len(queries.documents(ours)), report.conflicts) == (1, 3, ())
    assert coding_of(ours, "Vi skal spare.").passage.document_id == queries.find_document(ours, "plan.txt").id


def test_that_nearly_equal_texts_are_only_joined_when_a_user_says_so(copies, tmp_path):
    ours, path = copies
    words = " ".join(f"Setning {number} om målene i den nye planen." for number in range(40))
    (tmp_path / "plan.txt").write_text(words + "\n", "utf-8")
    document_actions.import_files(ours, [tmp_path / "plan.txt"])
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "plan.txt").write_text(words.replace("Setning 7 ", "Altså, setning sju ") + "\n", "utf-8")

    def add(theirs):
        (one,) = document_actions.import_files(theirs, [tmp_path / "ny" / "plan.txt"]).document_ids
        code(theirs, "Setning 20 om målene", "Tillit", one)

    change_there(path, add)
    report = merge(ours, path)
    one = report.documents[-1]
    assert (one.is_added, one.percent >= 90, one.our_name) == (True, True, "plan.txt")
    assert [(told.kind, told.after) for told in report.renamed] == [("document", "plan (2).txt")]
    assert report.added == 1
    ours.undo()
    assert not any(told.takes_text for told in merge(ours, path, texts={one.guid}).documents)
    ours.undo()
    report = merge(ours, path, similar={one.guid})
    assert (len(queries.documents(ours)), report.added, report.moved) == (3, 0, 1)
    assert coding_of(ours, "Setning 20 om målene").passage.document_id == queries.find_document(ours, "plan.txt").id


def test_that_documents_respondents_and_speakers_are_filled_and_differences_listed(copies):
    ours, path = copies

    def alter(theirs):
        document_actions.rename_document(theirs, 1, "R1 og R2")
        respondent_actions.edit_respondent(theirs, 1, attributes={"Rolle": "Rådmann", "Alder": "50"})
        respondent_actions.set_speakers(theirs, 1, {"Halvor": "Berit Lie"})

    change_there(path, alter)
    report = merge(ours, path)
    told = {(one.kind, one.field): (one.ours, one.theirs) for one in report.conflicts}
    assert told == {
        (ConflictKind.DOCUMENT, "name"): ("intervju.txt", "R1 og R2"),
        (ConflictKind.ATTRIBUTE, "Rolle"): ("Kommunedirektør", "Rådmann"),
        (ConflictKind.SPEAKER, "who"): ("Halvor Nes", "Berit Lie"),
    }
    assert queries.respondents(ours)[0].attributes["Alder"] == "50"
    merge(ours, path, theirs={one.key for one in report.conflicts})
    assert queries.documents(ours)[0].name == "R1 og R2"
    assert queries.respondents(ours)[0].attributes["Rolle"] == "Rådmann"
    assert merge(ours, path).conflicts == ()


def test_that_a_label_that_is_taken_becomes_another(copies):
    ours, path = copies
    respondent_actions.add_respondent(ours, "Ola Dahl")
    change_there(path, lambda theirs: respondent_actions.add_respondent(theirs, "Kari Nes"))
    report = merge(ours, path)
    assert [(one.kind, one.before, one.after) for one in report.renamed] == [("label", "R4", "R5")]
    assert [(one.name, one.label) for one in queries.respondents(ours)][3:] == [("Ola Dahl", "R4"), ("Kari Nes", "R5")]


def test_that_their_corrected_text_is_taken_when_a_user_says_so_and_codings_here_follow(copies):
    ours, path = copies
    code(ours, "Jeg kaller det medvirkning likevel.", "Tillit")
    old, new = "Det begynte med et budsjett som sprakk.", "Det begynte, vet du, med et budsjett som sprakk."
    words = queries.text_of(ours, 1).text.replace(old, new)

    def correct(theirs):
        text_correction.apply_correction(theirs, correction_preview.preview_correction(theirs, 1, words))
        code(theirs, new, "Tillit")
        code(theirs, "Ring meg om noe er uklart.", "Tillit")

    change_there(path, correct)
    before = data_of(ours.connection)
    guid = ours_document_guid(ours)
    report = merge(ours, path, texts={guid})
    assert queries.text_of(ours, 1).text == words
    assert [one.name for one in report.documents if one.takes_text] == ["intervju.txt"]
    assert (report.added, report.moved, report.same, report.unplaced) == (2, 0, 10, ())
    assert report.conflicts == ()
    assert coding_of(ours, new, "Resultatenhet").id == 1
    assert coding_of(ours, new, "Tillit").coder_id == 2
    assert coding_of(ours, "Jeg kaller det medvirkning likevel.", "Tillit").coder_id == 1
    assert len(text_correction.list_versions(ours, 1)) == 1
    assert merge(ours, path).backup is None
    ours.undo()
    assert data_of(ours.connection) == before


def ours_document_guid(project):
    return queries.document(project, 1).guid


def test_that_places_of_questions_and_voices_follow_into_a_text_that_is_taken(tmp_path):
    here, there = tmp_path / "a.kodebenk", tmp_path / "b.kodebenk"
    build_example(here).close()
    shutil.copy(here, there)
    with OpenProject.open(there, coder_name="Jonas B.") as theirs:
        document = queries.documents(theirs)[0]
        correct_share(theirs, document.id, 0.05, 3)
        wanted = [(one.question_id, one.start, one.status) for one in guide_queries.places(theirs, document.id)]
        words = queries.text_of(theirs, document.id).text
    with OpenProject.open(here) as ours:
        report = merge(ours, there, texts={document.guid})
        assert queries.text_of(ours, document.id).text == words
        assert [(one.question_id, one.start, one.status) for one in guide_queries.places(ours, document.id)] == wanted
        assert (report.added, report.moved, report.unplaced, report.conflicts) == (0, 0, (), ())
        assert merge(ours, there).backup is None


# What was written, guides, voices


def test_that_cells_come_where_there_are_none_with_references_to_the_codings_here(copies):
    ours, path = copies
    tillit, deltakelse = queries.codebook(ours).find("Tillit").id, queries.codebook(ours).find("Deltakelse").id
    code(ours, "Jeg kaller det medvirkning likevel.", "Resultatenhet")

    def write(theirs):
        code(theirs, SAID, "Tillit")
        write_cell(theirs, "R1", "Tillit", "Budsjettet sprakk [R1:2].")
        matrix_actions.write_synthesis(theirs, ColumnKey(deltakelse), SynthesisKind.PATTERNS, "Flere ble hørt.")
        matrix_actions.save_matrix(theirs, MatrixSpec(name="Tillit", columns=ColumnKind.CODES, code_ids=(tillit,)))
        assert written_in(theirs, "R1", "Tillit").summary == "Budsjettet sprakk [#11]."

    change_there(path, write)
    report = merge(ours, path)
    assert (report.cells, report.synthesis, report.matrices) == (1, 1, ("Tillit",))
    made = coding_of(ours, SAID, "Tillit")
    assert made.id == 12
    cell = written_in(ours, "R1", "Tillit")
    assert cell.summary == "Budsjettet sprakk [#12]."
    assert cell.evidence == {(12, *span(made))}
    assert queries.saved_matrices(ours)[0].spec.code_ids == (tillit,)
    matrix = matrix_report.build(ours, queries.saved_matrices(ours)[0].spec)
    assert matrix.stale_cells == 0


def written_in(project, label, code_name):
    who = next(one.id for one in queries.respondents(project) if one.label == label)
    column = ColumnKey(queries.codebook(project).find(code_name).id)
    return ours_cells(project)[CellKey(column, respondent_id=who)]


def ours_cells(project):
    return matrix_store.read_cells(project.connection)


def test_that_a_cell_with_other_words_there_stays_ours_unless_theirs_is_chosen(copies):
    ours, path = copies
    column = ColumnKey(queries.codebook(ours).find("Tillit").id)

    def write(project, summary, pattern):
        write_cell(project, "R3", "Tillit", summary)
        matrix_actions.write_synthesis(project, column, SynthesisKind.PATTERNS, pattern)

    write(ours, "Tilliten er svak.", "B.")
    change_there(path, lambda theirs: write(theirs, "Stoler ikke på tall.", "A."))
    report = merge(ours, path)
    told = {one.kind: (one.name, one.ours, one.theirs) for one in report.conflicts}
    assert told == {
        ConflictKind.CELL: ("R3 × Styring/Tillit", "Tilliten er svak.", "Stoler ikke på tall."),
        ConflictKind.SYNTHESIS: ("Styring/Tillit", "B.", "A."),
    }
    assert written_in(ours, "R3", "Tillit").summary == "Tilliten er svak."
    merge(ours, path, theirs={one.key for one in report.conflicts})
    assert written_in(ours, "R3", "Tillit").summary == "Stoler ikke på tall."
    assert matrix_store.read_synthesis(ours.connection)[column, SynthesisKind.PATTERNS] == "A."


def test_that_guides_places_and_voices_come_along(tmp_path):
    here, there = tmp_path / "a.kodebenk", tmp_path / "b.kodebenk"
    build_example(there).close()
    with OpenProject.open(there) as theirs:
        document = queries.documents(theirs)[0].id
        start = queries.text_of(theirs, document).structure.turns[1].body_start
        voice_actions.mark_voice(theirs, Passage(document, start, start + 20), VoiceKind.NESTED, speaker="et barn")
        wanted = {
            "guides": len(guide_queries.guides(theirs)),
            "places": len(guide_queries.places(theirs)),
            "cells": len(ours_cells(theirs)),
            "documents": [one.name for one in queries.documents(theirs)],
            "codes": len(queries.codebook(theirs).codes),
            "codings": len(queries.codings(theirs)),
        }
    with OpenProject.create(here, title="Tom", coder_name="Kari") as ours:
        report = merge(ours, there)
        assert wanted == {
            "guides": len(guide_queries.guides(ours)),
            "places": len(guide_queries.places(ours)),
            "cells": len(ours_cells(ours)),
            "documents": [one.name for one in queries.documents(ours)],
            "codes": len(queries.codebook(ours).codes),
            "codings": len(queries.codings(ours)),
        }
        assert (report.voices, report.conflicts) == (1, ())
        with OpenProject.open(there, read_only=True) as theirs:
            shown_there = rows_of(theirs)
        assert rows_of(ours) == shown_there
        assert merge(ours, there).backup is None


def rows_of(project):
    matrix = matrix_report.build(project, queries.saved_matrices(project)[0].spec)
    columns, rows = range(len(matrix.columns)), range(len(matrix.rows))
    cells = [matrix.cell(row, column) for row in rows for column in columns]
    return [(matrix_actions.shown_summary(one), one.state, one.stale, one.codings) for one in cells]


def test_that_what_was_settled_about_a_question_there_is_taken_over_a_proposal_here(tmp_path):
    here, there = tmp_path / "a.kodebenk", tmp_path / "b.kodebenk"
    with build_example(here) as ours:
        place = next(one for one in guide_queries.places(ours) if one.status is PlaceStatus.CONFIRMED)
        guide_actions.settle(ours, {place.id: PlaceStatus.PROPOSED})
    shutil.copy(here, there)
    change_there(there, lambda theirs: guide_actions.settle(theirs, {place.id: PlaceStatus.REJECTED}))
    with OpenProject.open(here) as ours:
        merge(ours, there)
        assert next(one for one in guide_queries.places(ours) if one.id == place.id).status is PlaceStatus.REJECTED


# The change, the copy before, and the other file


def test_that_a_merge_is_one_change_that_undo_takes_back_and_redo_makes_again(copies):
    ours, path = copies
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit"))
    before = data_of(ours.connection)
    report = merge(ours, path)
    after = data_of(ours.connection)
    last = ours.next_to_undo()
    assert (last.name, last.details) == (ChangeName.MERGE_PROJECT, {"file": "lillevik.kodebenk", "count": "1"})
    ours.undo()
    assert data_of(ours.connection) == before
    ours.redo()
    assert data_of(ours.connection) == after
    assert report.backup in {
        one.path for one in backup_actions.backups_of(ours.path) if one.reason is BackupReason.MERGING
    }
    with OpenProject.open(report.backup, read_only=True) as kept:
        assert data_of(kept.connection) == before


def test_that_a_merge_that_fails_half_way_changes_nothing(copies, monkeypatch):
    ours, path = copies
    change_there(path, lambda theirs: codebook_actions.edit_code(theirs, 2, use_when="Når …"))
    change_there(path, lambda theirs: code(theirs, SAID, "Tillit"))
    before = data_of(ours.connection)
    plan = plan_merge(ours, path)
    monkeypatch.setattr("kodebenk.application.merged_codebook.codebook_store.update", lambda *_a, **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        apply_merge(ours, plan)
    assert data_of(ours.connection) == before


def test_that_a_plan_of_a_project_that_changed_since_is_refused(copies):
    ours, path = copies
    plan = plan_in_worker(ours.path, path)
    coding_actions.set_stance(ours, 1, Stance.AGAINST)
    with pytest.raises(RuleBroken) as caught:
        apply_merge(ours, plan)
    assert caught.value.rule is Rule.PROJECT_CHANGED_MEANWHILE


def test_that_a_project_is_not_merged_with_itself(copies):
    ours, _ = copies
    with pytest.raises(RuleBroken) as caught:
        plan_merge(ours, ours.path)
    assert caught.value.rule is Rule.MERGE_WITH_ITSELF


def listing_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_that_the_other_file_and_its_folder_are_left_as_they_are(copies):
    ours, path = copies
    before = listing_of(path.parent)
    merge(ours, path)
    assert listing_of(path.parent) == before


def test_that_a_copy_that_was_sent_while_it_was_open_is_read_without_a_trace(copies, tmp_path):
    ours, path = copies
    sent = tmp_path / "sendt"
    sent.mkdir()
    with OpenProject.open(path, coder_name="Jonas B.") as theirs:
        code(theirs, SAID, "Tillit")
        theirs.connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(path, sent / "kopi.kodebenk")
    before = listing_of(sent)
    assert merge(ours, sent / "kopi.kodebenk").added == 1
    assert listing_of(sent) == before


def test_that_a_copy_that_is_open_elsewhere_is_read_with_its_latest_change(copies):
    ours, path = copies
    with OpenProject.open(path, coder_name="Jonas B.") as theirs:
        code(theirs, SAID, "Tillit")
        assert merge(ours, path).added == 1


def test_that_an_older_file_is_merged_without_being_upgraded(tmp_path):
    from pathlib import Path

    kept = Path(__file__).parents[1] / "projects" / "0.1.0.kodebenk"
    old = tmp_path / "gammel" / "old.kodebenk"
    old.parent.mkdir()
    shutil.copy(kept, old)
    with OpenProject.create(tmp_path / "ny.kodebenk", title="Ny", coder_name="Kari") as ours:
        report = merge(ours, old)
        assert report.added > 0
    assert listing_of(old.parent) == {"old.kodebenk": kept.read_bytes()}


def break_file(path, statement):
    with OpenProject.open(path) as theirs:
        theirs.connection.execute(text("PRAGMA foreign_keys=OFF"))
        theirs.connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", ProjectFileProblem.NEWER),
        ("UPDATE speaker SET role = 'none of ours', respondent_id = NULL", ProjectFileProblem.DAMAGED),
        ("UPDATE document SET details = '{'", ProjectFileProblem.DAMAGED),
        ("UPDATE coding SET code_id = 999", ProjectFileProblem.DAMAGED),
        ("DELETE FROM document_text", ProjectFileProblem.DAMAGED),
    ],
)
def test_that_a_newer_or_damaged_file_is_refused_and_nothing_changes(copies, statement, problem):
    ours, path = copies
    break_file(path, statement)
    before = data_of(ours.connection)
    with pytest.raises(ProjectFileError) as caught:
        plan_merge(ours, path)
    assert (caught.value.problem, caught.value.path) == (problem, path)
    assert data_of(ours.connection) == before


@pytest.mark.parametrize(
    ("content", "problem"), [(None, ProjectFileProblem.MISSING), (b"hei", ProjectFileProblem.NOT_A_PROJECT)]
)
def test_that_a_missing_file_and_one_of_another_kind_are_refused(project, tmp_path, content, problem):
    other = tmp_path / "annen.kodebenk"
    if content is not None:
        other.write_bytes(content)
    with pytest.raises(ProjectFileError) as caught:
        plan_merge(project, other)
    assert (caught.value.problem, caught.value.path) == (problem, other)


def test_that_every_table_of_data_is_merged_in_one_way_or_another():
    stored_otherwise = {"attribute_value", "matrix", "matrix_cell", "synthesis"}
    left_out = {"project_property"}
    copied = {table.name for table in foreign_project.COPIED_TABLES}
    assert copied | stored_otherwise | left_out == {table.name for table in tables.DATA_TABLES}
