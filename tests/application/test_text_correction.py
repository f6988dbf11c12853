import pytest

from conftest import INTERVIEW, make_small_project, passage_of
from kodebenk.analysis.reanchoring import Fate, Reason
from kodebenk.application import (
    coding_actions,
    correction_preview,
    document_actions,
    matrix_actions,
    matrix_report,
    project_check,
    queries,
    respondent_actions,
    text_correction,
    text_drafts,
    unplaced_actions,
    voice_actions,
)
from kodebenk.application.document_actions import ImportWish
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.consensus import DecidedPlace, DecisionChoice
from kodebenk.domain.document import SourceKind, number_lines
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import comparison_store, document_store, guide_store, task_store
from kodebenk.storage.integrity import data_of

SAID = "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel."


def correct(project, *swaps, document_id=1):
    """Type the text anew with some words swapped, and apply it."""
    text = queries.text_of(project, document_id).text
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text_correction.apply_correction(project, correction_preview.preview_correction(project, document_id, text))


def quotes(project):
    return sorted(one.anchor.quote for one in queries.codings(project))


def assert_sound(project):
    assert project_check.check_project(project).problems == ()


def test_that_codings_behind_a_correction_move_with_their_words(small_project):
    before = quotes(small_project)
    report = correct(small_project, ("Intervju med to ledere", "Intervju med to erfarne ledere"))
    assert (report.kept, report.moved, report.unplaced) == (0, 7, ())
    assert quotes(small_project) == before
    assert_sound(small_project)


def test_that_codings_before_a_correction_stay_where_they_are(small_project):
    report = correct(small_project, ("Ring meg om noe er uklart.", "Ring om noe er uklart."))
    assert (report.kept, report.moved) == (7, 0)


def test_that_a_correction_inside_a_quote_is_told_with_old_and_new_words(small_project):
    preview = correction_preview.preview_correction(
        small_project, 1, queries.text_of(small_project, 1).text.replace("budsjett som sprakk", "budsjett som røk")
    )
    (altered,) = preview.altered
    assert altered.old_words == "Det begynte med et budsjett som sprakk."
    assert altered.new_words == "Det begynte med et budsjett som røk."
    report = text_correction.apply_correction(small_project, preview)
    assert [one.coding_id for one in report.altered] == [altered.coding_id]
    assert queries.coding(small_project, altered.coding_id).anchor.quote == altered.new_words
    assert_sound(small_project)


def test_that_codings_whose_words_are_gone_are_unplaced_and_nobody_counts_them(small_project):
    counted = sum(queries.coding_counts(small_project).values())
    report = correct(small_project, (SAID, "Det husker jeg ikke."))
    gone = {one.coding_id for one in report.unplaced}
    assert len(gone) == 2
    assert {one.reason for one in report.unplaced} == {Reason.NOT_FOUND}
    assert sum(queries.coding_counts(small_project).values()) == counted - 2
    assert queries.codings_by_document(small_project)[1] == 5
    assert not gone & {one.id for one in queries.codings(small_project)}
    assert not gone & {one.id for one in queries.coding_marks(small_project, 1)}
    matrix = matrix_report.build(small_project, MatrixSpec())
    assert not gone & {quote.coding_id for quote in matrix.quotations}
    assert len(project_check.misplaced_codings(small_project)) == 2
    assert project_check.check_project(small_project).unplaced == 2
    assert_sound(small_project)


def test_that_one_undo_restores_everything_and_redo_makes_it_again(tmp_path):
    project = make_small_project(tmp_path)
    before = data_of(project.connection)
    correct(project, (SAID, "Nei."), ("Halvor: Hos oss", "Rektor: Hos oss"), ("et budsjett", "budsjettet"))
    after = data_of(project.connection)
    assert after != before
    change = project.undo()
    assert change.name is ChangeName.EDIT_TEXT
    assert data_of(project.connection) == before
    project.redo()
    assert data_of(project.connection) == after
    project.undo()
    project.close()
    with OpenProject.open(tmp_path / "lillevik.kodebenk") as reopened:
        assert data_of(reopened.connection) == before
        assert queries.text_of(reopened, 1).text == INTERVIEW
        assert project_check.check_project(reopened).ok
        reopened.redo()
        assert data_of(reopened.connection) == after


def test_that_a_correction_that_fails_half_way_changes_nothing(small_project, monkeypatch):
    before = data_of(small_project.connection)
    monkeypatch.setattr(text_correction, "_move_codings", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        correct(small_project, ("et budsjett", "budsjettet"))
    assert data_of(small_project.connection) == before
    assert queries.text_of(small_project, 1).text == INTERVIEW


def test_that_subscribers_learn_once_which_document_changed(small_project):
    seen = []
    small_project.subscribe(seen.append)
    correct(small_project, ("et budsjett", "budsjettet"))
    (change,) = seen
    assert change.documents == {1}
    assert change.touches("document_text")
    assert change.touches("coding")


def test_that_the_old_text_is_kept_as_a_version(small_project):
    correct(small_project, ("et budsjett", "budsjettet"))
    correct(small_project, ("budsjettet", "pengene"))
    first, second = text_correction.list_versions(small_project, 1)
    assert (first.number, second.number, first.replaced_by, first.file_name) == (1, 2, "Ane K.", "")
    assert text_correction.read_version(small_project, first) == INTERVIEW
    assert "budsjettet som sprakk" in text_correction.read_version(small_project, second)
    assert first.characters == len(INTERVIEW)


def test_that_a_text_that_is_empty_or_the_same_is_refused(small_project):
    for text, rule in ((INTERVIEW, Rule.TEXT_UNCHANGED), (" \n", Rule.TEXT_EMPTY)):
        with pytest.raises(RuleBroken) as caught:
            correction_preview.preview_correction(small_project, 1, text)
        assert caught.value.rule is rule


def test_that_a_preview_of_a_text_that_changed_meanwhile_is_refused(small_project):
    stale = correction_preview.preview_correction(small_project, 1, INTERVIEW + "\nSlutt.\n")
    correct(small_project, ("et budsjett", "budsjettet"))
    before = data_of(small_project.connection)
    with pytest.raises(RuleBroken) as caught:
        text_correction.apply_correction(small_project, stale)
    assert caught.value.rule is Rule.TEXT_CHANGED_MEANWHILE
    assert data_of(small_project.connection) == before


def test_that_codings_made_after_the_preview_follow_too(small_project):
    preview = correction_preview.preview_correction(small_project, 1, "Først.\n\n" + INTERVIEW)
    passage = passage_of(small_project, 1, "Takk for praten.")
    late = coding_actions.apply_code(small_project, passage, queries.codebook(small_project).find("Tillit").id)
    text_correction.apply_correction(small_project, preview)
    assert queries.coding(small_project, late).passage.start == passage.start + 8
    assert_sound(small_project)


def test_that_a_worker_previews_on_a_connection_of_its_own(small_project):
    text = INTERVIEW.replace("et budsjett", "budsjettet")
    preview = correction_preview.preview_in_worker(small_project.path, 1, text)
    assert preview == correction_preview.preview_correction(small_project, 1, text)


def test_that_typed_text_takes_the_form_in_which_texts_are_stored(small_project):
    typed = INTERVIEW.replace("å ", "a\u030a ").replace("\n", "\r\n") + "Slutt\u00ad.\x00"
    preview = correction_preview.preview_correction(small_project, 1, typed)
    assert preview.text == INTERVIEW + "Slutt."


def test_that_paragraphs_turns_and_lines_are_those_of_the_new_text(small_project):
    correct(small_project, ("Takk for praten.", "Takk for praten.\n\nHalvor: Hos oss gikk det bra.\n\nNotat uten navn"))
    text = queries.text_of(small_project, 1)
    paragraphs = [text.text[one.start : one.end] for one in text.structure.paragraphs]
    assert "Halvor: Hos oss gikk det bra." in paragraphs
    assert "Notat uten navn" in paragraphs
    spoken = [text.text[turn.body_start : turn.end] for turn in text.structure.turns]
    assert "Hos oss gikk det bra.\n\nNotat uten navn" in spoken
    assert [turn.number for turn in text.structure.turns] == list(range(1, len(text.structure.turns) + 1))
    halvor = next(turn for turn in text.structure.turns if "gikk det bra" in text.text[turn.body_start : turn.end])
    assert text.speakers_by_id[halvor.speaker_id].respondent_id == 2
    assert text.structure.line_starts == number_lines(text.text)


def test_that_a_label_corrected_everywhere_stays_the_same_speaker(small_project):
    text = INTERVIEW.replace("Berit:", "Beate:")
    report = text_correction.apply_correction(
        small_project, correction_preview.preview_correction(small_project, 1, text)
    )
    assert report.new_speakers == ()
    labels = {one.label: one.respondent_id for one in queries.text_of(small_project, 1).speakers}
    assert labels == {"Intervjuer": None, "Beate": 1, "Halvor": 2}


def test_that_a_new_label_is_a_new_unresolved_speaker_and_known_ones_keep_their_role(small_project):
    text = INTERVIEW.replace("Intervjuer: Takk", "Tove: Hei.\n\nIntervjuer: Takk").replace(
        "Berit: Bare", "Tove: Ha det.\n\nBerit: Bare"
    )
    preview = correction_preview.preview_correction(small_project, 1, text)
    assert preview.speakers.new_labels == ("Tove",)
    text_correction.apply_correction(small_project, preview)
    roles = {one.label: one.role for one in queries.text_of(small_project, 1).speakers}
    assert roles["Tove"] is SpeakerRole.UNRESOLVED
    assert roles["Berit"] is SpeakerRole.RESPONDENT
    assert roles["Intervjuer"] is SpeakerRole.INTERVIEWER


def test_that_a_speaker_without_turns_stays_when_settled_and_goes_when_not(small_project):
    respondent_actions.set_speakers(small_project, 1, {"Halvor": "unresolved"})
    text = "\n\n".join(part for part in INTERVIEW.split("\n\n") if not part.startswith(("Halvor", "Intervjuer")))
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, text))
    assert [one.label for one in queries.text_of(small_project, 1).speakers] == ["Intervjuer", "Berit"]


def test_that_codings_of_moved_turns_still_belong_to_who_said_them(small_project):
    turns = INTERVIEW.split("\n\n")
    text = "\n\n".join([turns[0], turns[1], turns[3], turns[2], *turns[4:]])
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, text))
    said = {
        one.anchor.quote: queries.respondents_of_coding(small_project, one) for one in queries.codings(small_project)
    }
    assert said["enhetene ansvar, men ikke opplæring"] == (2,)
    assert said["Vi visste ikke hva vi fikk igjen for pengene."] == (1,)


def stale_cells(project):
    return matrix_report.build(project, MatrixSpec()).stale_cells


def find_cell(project, row_name, column_name):
    matrix = matrix_report.build(project, MatrixSpec())
    row = next(number for number, one in enumerate(matrix.rows) if one.name == row_name)
    column = next(number for number, one in enumerate(matrix.columns) if one.name == column_name)
    return matrix.rows[row], matrix.columns[column], matrix.cell(row, column)


@pytest.fixture
def summarised(small_project):
    """A project in which Berit's cell on participation has a summary."""
    row, column, cell = find_cell(small_project, "Berit Lie", "Medvirkning")
    matrix_actions.write_summary(small_project, row, column.key, cell, "Ansatte ble hørt.")
    assert stale_cells(small_project) == 0
    return small_project


def test_that_a_correction_elsewhere_makes_no_cell_stale(summarised):
    correct(summarised, ("Intervju med to ledere", "Intervju med to erfarne ledere"))
    assert stale_cells(summarised) == 0
    summarised.undo()
    assert stale_cells(summarised) == 0


def test_that_a_correction_of_the_words_makes_the_cell_stale_even_in_the_same_place(summarised):
    correct(summarised, ("de fikk ikke velge", "de fikk ikke velgj"))
    assert stale_cells(summarised) == 1


def test_that_an_unplaced_coding_makes_the_cell_stale_until_it_is_placed_again(summarised):
    report = correct(summarised, (SAID, "Nei."))
    assert stale_cells(summarised) == 1
    correct(summarised, ("Berit: Nei.", f"Berit: Nei. {SAID}"))
    assert {one.coding_id for one in report.unplaced} <= {one.id for one in queries.codings(summarised)}
    assert stale_cells(summarised) == 0


def test_that_voices_and_places_of_questions_move_and_lost_ones_are_counted(small_project):
    people = [1, 2]
    heard = voice_actions.mark_voice(
        small_project, passage_of(small_project, 1, "de fikk ikke velge"), VoiceKind.COLLECTIVE, respondent_ids=people
    )
    places = add_question_places(small_project, "Ble de ansatte spurt?", "Takk for praten.")
    report = correct(small_project, ("Hvordan begynte", "Si meg, hvordan begynte"))
    assert (report.voices, report.questions) == (0, 0)
    text = queries.text_of(small_project, 1)
    (voice,) = text.voices
    assert (voice.id, text.text[voice.start : voice.end]) == (heard, "de fikk ikke velge")
    assert asked(small_project) == ["Ble de ansatte spurt?", "Takk for praten."]
    assert_sound(small_project)
    report = correct(small_project, (SAID, "Nei."), ("Intervjuer: Takk for praten.\n\n", ""))
    assert (report.voices, report.questions) == (1, 1)
    assert queries.text_of(small_project, 1).voices[0].unplaced == "not_found"
    assert asked(small_project) == ["Ble de ansatte spurt?"]
    assert_sound(small_project)
    small_project.undo()
    assert {one.id for one in guide_store.list_places(small_project.connection)} == set(places)


def add_question_places(project, *questions):
    text = queries.text_of(project, 1).text
    with project.change(ChangeName.IMPORT_GUIDE, guide="Guide") as write:
        guide_id = guide_store.add_guide(write, name="Guide", target_group="", version="")
        ids = []
        for number, words in enumerate(questions):
            question = guide_store.add_question(write, guide_id, theme_id=None, position=number, number="", text=words)
            start = text.index(words)
            ids.append(
                guide_store.add_place(
                    write,
                    question_id=question,
                    document_id=1,
                    start=start,
                    end=start + len(words),
                    score=100.0,
                    status=PlaceStatus.CONFIRMED,
                    quote=words,
                )
            )
    return ids


def asked(project):
    text = queries.text_of(project, 1).text
    return [text[one.start : one.end] for one in guide_store.list_places(project.connection, document_id=1)]


def write_file(folder, name, text):
    (folder / name).write_text(text, "utf-8")
    return correction_preview.read_corrected_file(folder / name, SourceKind.TRANSCRIPT)


def test_that_a_corrected_file_replaces_text_structure_and_original_and_keeps_the_old_ones(small_project, tmp_path):
    before = data_of(small_project.connection)
    read = write_file(tmp_path, "rettet.txt", INTERVIEW.replace("et budsjett", "budsjettet").replace("\n\n", "\n\n\n"))
    report = text_correction.apply_correction(
        small_project, correction_preview.preview_correction(small_project, 1, read)
    )
    assert (report.moved, len(report.altered), report.unplaced) == (7, 1, ())
    document = queries.document(small_project, 1)
    assert (document.file_name, document.name) == ("rettet.txt", "intervju.txt")
    assert queries.original_of(small_project, 1) == ("rettet.txt", read.content)
    text = queries.text_of(small_project, 1)
    assert text.structure.paragraphs == read.paragraphs
    assert [one.label for one in text.speakers] == ["Intervjuer", "Berit", "Halvor"]
    (version,) = text_correction.list_versions(small_project, 1)
    assert (version.kind.value, version.file_name) == ("file", "intervju.txt")
    assert_sound(small_project)
    assert small_project.undo().name is ChangeName.REPLACE_TEXT
    assert data_of(small_project.connection) == before
    assert queries.original_of(small_project, 1) == ("intervju.txt", INTERVIEW.encode())


def test_that_another_file_with_the_same_words_is_taken_and_the_same_file_is_refused(small_project, tmp_path):
    same = write_file(tmp_path, "likt.txt", INTERVIEW)
    with pytest.raises(RuleBroken) as caught:
        correction_preview.preview_correction(small_project, 1, same)
    assert caught.value.rule is Rule.TEXT_UNCHANGED
    other = write_file(tmp_path, "windows.txt", INTERVIEW.replace("\n", "\r\n"))
    report = text_correction.apply_correction(
        small_project, correction_preview.preview_correction(small_project, 1, other)
    )
    assert report.kept == 7
    assert queries.document(small_project, 1).file_name == "windows.txt"


def test_that_the_wrong_file_loses_nothing_and_the_right_one_brings_all_back(small_project, tmp_path):
    wrong = write_file(tmp_path, "feil.txt", "Referat fra et helt annet møte.\n\nIngen sa noe som helst den dagen.\n")
    report = text_correction.apply_correction(
        small_project, correction_preview.preview_correction(small_project, 1, wrong)
    )
    assert len(report.unplaced) == 7
    assert len(unplaced_actions.list_unplaced(small_project, 1)) == 7
    right = write_file(tmp_path, "rett.txt", INTERVIEW + "\nSlutt.\n")
    report = text_correction.apply_correction(
        small_project, correction_preview.preview_correction(small_project, 1, right)
    )
    assert report.unplaced == ()
    assert {one.fate for one in report.codings} == {Fate.FOUND}
    assert_sound(small_project)


def test_that_aliases_of_speakers_are_known_in_a_corrected_file(small_project, tmp_path):
    alias = document_store.read_speakers(small_project.connection, 1)[1]
    with small_project.change(ChangeName.SET_SPEAKERS, document="intervju.txt") as write:
        document_store.rename_speaker(write, alias.id, "Beritt")
    read = write_file(tmp_path, "rettet.txt", INTERVIEW.replace("Berit:", "BERITT:") + "\nSlutt.\n")
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, read))
    text = queries.text_of(small_project, 1)
    assert [one.label for one in text.speakers] == ["Intervjuer", "Beritt", "Halvor"]
    spoken = {text.speakers_by_id[turn.speaker_id].label for turn in text.structure.turns}
    assert spoken == {"Intervjuer", "Beritt", "Halvor"}


def test_that_a_speakers_leaving_moves_with_the_text(small_project):
    halvor = document_store.read_speakers(small_project.connection, 1)[2]
    with small_project.change(ChangeName.SET_SPEAKERS, document="intervju.txt") as write:
        document_store.set_left_at(write, halvor.id, INTERVIEW.index("Intervjuer: Takk"))
    correct(small_project, ("Intervju med to ledere", "Intervju med to erfarne ledere"))
    text = queries.text_of(small_project, 1)
    left_at = text.speakers_by_id[halvor.id].left_at
    assert text.text[left_at:].startswith("Intervjuer: Takk")


def test_that_a_document_with_versions_voices_questions_and_a_draft_can_be_deleted_and_comes_back(small_project):
    voice_actions.mark_voice(
        small_project, passage_of(small_project, 1, "de fikk ikke velge"), VoiceKind.COLLECTIVE, respondent_ids=[1, 2]
    )
    add_question_places(small_project, "Ble de ansatte spurt?")
    correct(small_project, ("Jeg kaller det medvirkning likevel.", ""))
    text_drafts.save_draft(small_project, 1, "Halvferdig")
    before = data_of(small_project.connection)
    document_actions.delete_document(small_project, 1)
    assert_sound(small_project)
    small_project.undo()
    assert data_of(small_project.connection) == before
    assert text_drafts.list_drafts(small_project) == ()


def test_that_an_import_can_be_undone_while_somebody_types_in_the_document(project, tmp_path):
    (tmp_path / "notat.txt").write_text("Notat om tillit.\n", "utf-8")
    document_actions.import_files(project, [tmp_path / "notat.txt"], ImportWish(kind=SourceKind.NOTES))
    text_drafts.save_draft(project, 1, "Notat om tillit og mistillit.\n")
    project.undo()
    assert queries.documents(project) == ()
    assert text_drafts.list_drafts(project) == ()


def test_that_units_samples_and_decisions_follow_a_correction_or_say_why_not(small_project):
    there = passage_of(small_project, 1, "De ble hørt")
    gone = passage_of(small_project, 1, "Jeg kaller det medvirkning likevel.")
    with small_project.change(ChangeName.DRAW_SAMPLE, sample="prøve") as write:
        values = {"coder_id": 1, "round_number": 1, "blind": True, "sample_id": None, "assigned_at": "2026-01-01"}
        units = [(there, "De ble hørt"), (gone, "Jeg kaller det medvirkning likevel.")]
        task_store.add_task(write, document_id=there.document_id, units=units, **values)
        drawn = {"share": 0.1, "stratum": "", "seed": 1, "drawn_at": "2026-01-01", "drawn_from": 9}
        task_store.add_sample(write, name="prøve", turns=units, **drawn)
        for passage, quote in units:
            comparison_store.add_decision(
                write,
                DecidedPlace(passage.document_id, passage.start, passage.end, (1,)),
                kind="missing",
                quote=quote,
                choice=DecisionChoice.NEITHER,
                coder_id=None,
                decided_at="2026-01-01",
                decided_by=1,
            )
    before = data_of(small_project.connection)
    correct(small_project, ("Intervju med to ledere", "To ledere"), (" Jeg kaller det medvirkning likevel.", ""))
    moved = passage_of(small_project, 1, "De ble hørt")
    assert moved.start == there.start - len("Intervju med to ledere") + len("To ledere")
    assert [task.units for task in task_store.list_tasks(small_project.connection)] == [(moved,)]
    assert [sample.turns for sample in task_store.list_samples(small_project.connection)] == [(moved,)]
    first, second = comparison_store.list_decisions(small_project.connection)
    assert (first.place.start, first.place.end, first.quote) == (moved.start, moved.end, "De ble hørt")
    assert (bool(first.unplaced), bool(second.unplaced)) == (False, True)
    small_project.undo()
    assert data_of(small_project.connection) == before
