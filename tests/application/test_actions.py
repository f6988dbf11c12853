import threading

import pytest

from conftest import passage_of
from kodebenk.application import (
    codebook_actions,
    coding_actions,
    document_actions,
    project_check,
    queries,
    respondent_actions,
)
from kodebenk.application.document_actions import ImportWish
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage.integrity import data_of


def refused(rule, call, *args, **kwargs):
    with pytest.raises(RuleBroken) as caught:
        call(*args, **kwargs)
    assert caught.value.rule is rule
    return caught.value.fields


def code_id(project, name):
    return queries.codebook(project).find(name).id


def test_that_a_coding_keeps_quote_context_kind_and_evidence(small_project):
    one = next(one for one in queries.codings(small_project) if one.anchor.quote == "målene kom fra staben")
    text = queries.text_of(small_project, 2).text
    assert text[one.passage.start : one.passage.end] == one.anchor.quote
    assert one.anchor.prefix == text[one.passage.start - 32 : one.passage.start]
    assert (one.kind.value, one.evidence.value) == ("paraphrase", "notes")


def test_that_an_emoji_before_a_coding_moves_nothing(small_project):
    passage = passage_of(small_project, 1, "for å si det sånn")
    coding_id = coding_actions.apply_code(small_project, passage, code_id(small_project, "Tillit"))
    assert queries.coding(small_project, coding_id).anchor.quote == "for å si det sånn"
    assert project_check.check_project(small_project).ok


def test_that_blanks_at_the_ends_are_left_out_and_blanks_alone_are_refused(small_project):
    text = queries.text_of(small_project, 1).text
    gap = text.index("\n\n")
    tillit = code_id(small_project, "Tillit")
    refused(Rule.EMPTY_PASSAGE, coding_actions.apply_code, small_project, Passage(1, gap, gap + 2), tillit)
    coding_id = coding_actions.apply_code(small_project, Passage(1, gap - 8, gap + 2), tillit)
    assert queries.coding(small_project, coding_id).anchor.quote == text[gap - 8 : gap].strip()


def test_that_the_same_coding_twice_is_refused_but_not_to_another_coder(small_project):
    one = queries.codings(small_project)[0]
    refused(Rule.SAME_CODING_TWICE, coding_actions.apply_code, small_project, one.passage, one.code_id)
    coding_actions.apply_code(small_project, one.passage, one.code_id, coder_name="Jonas B.")
    assert [coder.name for coder in queries.coders(small_project)] == ["Ane K.", "Jonas B."]


def test_that_a_passage_beyond_the_text_is_refused(small_project):
    tillit = code_id(small_project, "Tillit")
    fields = refused(
        Rule.PASSAGE_OUTSIDE_TEXT, coding_actions.apply_code, small_project, Passage(1, 10, 99_999), tillit
    )
    assert fields["length"] == len(queries.text_of(small_project, 1).text)


def test_that_splitting_gives_two_codings_that_together_hold_the_words(small_project):
    one = next(one for one in queries.codings(small_project) if "Jeg kaller det" in one.anchor.quote)
    at = queries.text_of(small_project, 1).text.index("Jeg kaller det")
    second = coding_actions.split_coding(small_project, one.id, at)
    quotes = [queries.coding(small_project, number).anchor.quote for number in (one.id, second)]
    assert quotes == ["De ble hørt, men de fikk ikke velge.", "Jeg kaller det medvirkning likevel."]
    assert queries.coding(small_project, second).stance == one.stance
    refused(Rule.EMPTY_PASSAGE, coding_actions.split_coding, small_project, one.id, one.passage.start)


def test_that_subscribers_hear_once_of_each_change_with_ids_and_documents(small_project):
    heard = []
    stop = small_project.subscribe(heard.append)
    passage = passage_of(small_project, 2, "på e-post en fredag")
    coding_id = coding_actions.apply_code(small_project, passage, code_id(small_project, "Tillit"))
    small_project.undo()
    small_project.redo()
    stop()
    small_project.undo()
    assert [(change.name, change.undone, change.redone) for change in heard] == [
        (ChangeName.APPLY_CODE, False, False),
        (ChangeName.APPLY_CODE, True, False),
        (ChangeName.APPLY_CODE, False, True),
    ]
    assert all(change.rows["coding"] == {coding_id} and change.documents == {2} for change in heard)
    assert heard[0].details == {"code": "Tillit", "place": "R3:3"}


def _make_a_code_and_fail(write, book):
    codebook_actions.create_code(write, book, "Halvferdig", None)
    codebook_actions.create_code(write, book, "", None)


def test_that_an_error_inside_a_change_leaves_nothing_behind(small_project):
    before, count = data_of(small_project.connection), len(queries.history(small_project))
    with pytest.raises(RuleBroken), small_project.change(ChangeName.EDIT_CODE) as write:
        _make_a_code_and_fail(write, queries.codebook(small_project))
    assert data_of(small_project.connection) == before
    assert len(queries.history(small_project)) == count
    assert "Halvferdig" not in [code.name for code in queries.codebook(small_project).codes]


def test_that_a_new_change_ends_redo_but_the_history_keeps_what_was_done(small_project):
    codebook_actions.add_code(small_project, "Første")
    small_project.undo()
    codebook_actions.add_code(small_project, "Andre")
    refused(Rule.NOTHING_TO_REDO, small_project.redo)
    told = [(change.details.get("code"), change.undone, change.dropped) for change in queries.history(small_project)]
    assert told[-2:] == [("Første", True, True), ("Andre", False, False)]


def test_that_the_making_of_a_project_is_not_undone(project):
    codebook_actions.add_code(project, "Tillit")
    project.undo()
    refused(Rule.NOTHING_TO_UNDO, project.undo)
    assert project.title == "Prøve"
    assert [one.name for one in queries.coders(project)] == ["Ane K."]


def test_that_another_thread_may_not_use_the_project(project):
    caught = []

    def use():
        try:
            codebook_actions.add_code(project, "Feil tråd")
        except AssertionError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_that_a_project_opened_for_reading_refuses_changes(small_project):
    with OpenProject.open(small_project.path, read_only=True) as reading:
        refused(Rule.READ_ONLY, codebook_actions.add_code, reading, "Ny")


def test_that_merging_codes_keeps_codings_cells_children_and_words(small_project):
    into, gone = code_id(small_project, "Resultatenhet"), code_id(small_project, "Deltakelse/Medvirkning")
    child = codebook_actions.add_code(small_project, "Høring", gone)
    before = len(queries.codings(small_project))
    codebook_actions.merge_codes(small_project, gone, into)
    assert len(queries.codings(small_project)) == before
    assert queries.coding_counts(small_project)[into] == 6
    book = queries.codebook(small_project)
    assert book.by_id[child].parent_id == into
    assert "Medvirkning" in book.by_id[into].synonyms
    assert "Om medvirkning." in book.by_id[into].definition
    small_project.undo()
    assert queries.coding_counts(small_project)[gone] == 3


def test_that_deleting_a_theme_takes_all_below_and_undo_brings_it_back(small_project):
    before = data_of(small_project.connection)
    gone = codebook_actions.delete_code(small_project, code_id(small_project, "Deltakelse"))
    assert gone == 5
    assert [code.name for code in queries.codebook(small_project).codes] == ["Styring", "Resultatenhet", "Tillit"]
    small_project.undo()
    assert data_of(small_project.connection) == before


def test_that_moving_a_code_gives_the_order_shown(small_project):
    styring = code_id(small_project, "Styring")
    codebook_actions.move_code(small_project, code_id(small_project, "Forankring"), styring, 1)
    order = [code.name for code in queries.codebook(small_project).children_of(styring)]
    assert order == ["Resultatenhet", "Forankring", "Tillit"]
    codebook_actions.move_code(small_project, code_id(small_project, "Resultatenhet"), styring, 3)
    order = [code.name for code in queries.codebook(small_project).children_of(styring)]
    assert order == ["Forankring", "Tillit", "Resultatenhet"]


def test_that_a_key_belongs_to_one_code_only(small_project):
    codebook_actions.edit_code(small_project, code_id(small_project, "Tillit"), key="1")
    keys = {code.name: code.key for code in queries.codebook(small_project).codes}
    assert (keys["Tillit"], keys["Resultatenhet"]) == ("1", "")


def test_that_importing_keeps_the_original_and_numbers_names_and_labels(small_project, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_bytes("Plan for læring\n\nMål: Alle skal lære mer.\n".encode("cp1252"))
    wish = ImportWish(kind=SourceKind.PLAN, details=DocumentDetails(issuer="Lillevik kommune", date="2025-01-02"))
    first = document_actions.import_files(small_project, [plan], wish).document_ids[0]
    second = document_actions.import_files(small_project, [plan], wish).document_ids[0]
    documents = {one.id: one for one in queries.documents(small_project)}
    assert (documents[first].name, documents[first].label) == ("plan.txt", "D1")
    assert (documents[second].name, documents[second].label) == ("plan (2).txt", "D2")
    assert documents[first].details.issuer == "Lillevik kommune"
    assert queries.original_of(small_project, first) == ("plan.txt", plan.read_bytes())
    assert "lære" in queries.text_of(small_project, first).text


def test_that_a_bad_file_does_not_stop_the_others(small_project, tmp_path):
    good, bad = tmp_path / "god.txt", tmp_path / "dårlig.docx"
    good.write_text("Kari: Hei.\n\nIntervjuer: Hei.\n\nKari: Ja.\n", "utf-8")
    bad.write_bytes(b"ikke en zip")
    report = document_actions.import_files(small_project, [bad, good])
    assert [one.path for one in report.failed] == [bad]
    assert queries.document(small_project, report.document_ids[0]).name == "god.txt"
    small_project.undo()
    assert "god.txt" not in [one.name for one in queries.documents(small_project)]


def test_that_speakers_are_proposed_only_where_the_label_says_it(tmp_path, project):
    source = tmp_path / "i.txt"
    source.write_text("Intervjuer: Hei?\n\nRådmannen: Hei.\n\nIntervjuer: Ja?\n\nRådmannen: Ja.\n", "utf-8")
    document_id = document_actions.import_files(project, [source]).document_ids[0]
    roles = {one.label: one.role for one in queries.text_of(project, document_id).speakers}
    assert roles == {"Intervjuer": SpeakerRole.INTERVIEWER, "Rådmannen": SpeakerRole.UNRESOLVED}
    fields = refused(Rule.NOT_FOUND, respondent_actions.set_speakers, project, document_id, {"Ola": "none"})
    assert fields["candidates"] == ["Intervjuer", "Rådmannen"]


def test_that_merging_respondents_moves_everything_and_remembers_the_name(small_project):
    respondent_actions.merge_respondents(small_project, 2, 1)
    assert queries.codings_by_respondent(small_project)[1] == 7
    assert queries.respondents_by_id(small_project)[1].aliases == ("Halvor Nes",)
    small_project.undo()
    assert queries.codings_by_respondent(small_project)[2] == 3


def test_that_a_respondent_in_use_is_not_deleted(small_project):
    fields = refused(Rule.RESPONDENT_IN_USE, respondent_actions.delete_respondent, small_project, 1)
    assert fields["documents"] == ["intervju.txt"]
    free = respondent_actions.add_respondent(small_project, "Fri Person")
    respondent_actions.delete_respondent(small_project, free)
    assert free not in queries.respondents_by_id(small_project)


def test_that_a_name_of_a_document_finds_it_by_name_label_file_or_stem(small_project):
    assert queries.find_document(small_project, "intervju.txt").id == 1
    assert queries.find_document(small_project, "INTERVJU").id == 1
    refused(Rule.NOT_FOUND, queries.find_document, small_project, "annet")


def test_that_hits_are_coded_in_one_step_and_only_once(small_project):
    tillit = code_id(small_project, "Tillit")
    hits = [Passage(hit.document_id, hit.start, hit.end) for hit in queries.search(small_project, "målene")]
    assert len(hits) == 5
    assert len(coding_actions.code_hits(small_project, hits, tillit)) == 5
    assert coding_actions.code_hits(small_project, hits, tillit) == []
    small_project.undo()
    assert queries.coding_counts(small_project)[tillit] == 2


def test_that_a_quote_that_no_longer_stands_in_its_place_is_found_at_opening(small_project):
    small_project.connection.exec_driver_sql("UPDATE coding SET quote = 'endret' WHERE id = 3")
    assert [one.fields["coding"] for one in project_check.misplaced_codings(small_project)] == ["3"]
    assert not project_check.check_project(small_project).ok


def test_that_damage_that_loses_nothing_can_be_repaired(small_project):
    small_project.connection.exec_driver_sql("UPDATE coding SET prefix = 'feil' WHERE id = 3")
    small_project.connection.exec_driver_sql("UPDATE document_text SET characters = 1 WHERE id = 1")
    assert {one.kind for one in project_check.check_project(small_project).problems} >= {
        "context_changed",
        "text_length",
    }
    report = project_check.check_project(small_project, repair=True)
    assert report.ok
    assert report.repaired == 2
