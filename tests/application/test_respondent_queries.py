"""What belongs to respondents, which groups are small, and the small actions of the material workspace."""

import pytest

from kodebenk.application import (
    document_actions,
    material_actions,
    original_files,
    queries,
    respondent_actions,
    respondent_queries,
)
from kodebenk.domain.document import SourceKind
from kodebenk.errors import ExportFailed, ExportProblem, Rule, RuleBroken


def person(project, label):
    return next(one for one in queries.respondents(project) if one.label == label)


def document_named(project, name):
    return next(one for one in queries.documents(project) if one.name == name)


def test_that_values_of_one_respondent_are_small_groups_and_shared_ones_are_not(small_project):
    found = {(one.attribute, one.value): one.labels for one in respondent_queries.small_groups_of(small_project)}
    assert found[("group", "Ansatte")] == ("R3",)
    assert ("group", "Ledelse") not in found
    assert ("Kommune", "Lillevik") not in found
    assert found[("Rolle", "Rektor")] == ("R2",)


def test_that_unknown_values_are_no_group(project):
    respondent_actions.add_respondent(project, "Kari Nes", attributes={"Rolle": "Rektor"})
    respondent_actions.add_respondent(project, "Ola Dahl")
    assert [one.value for one in respondent_queries.small_groups_of(project)] == ["Rektor"]


def test_that_belongings_count_documents_turns_codings_and_cells(small_project):
    held = respondent_queries.belongings_of(small_project, person(small_project, "R1").id)
    assert (held.documents, held.turns, held.codings, held.cells) == (1, 3, 4, 0)


def test_that_belongings_follow_a_speaker_who_is_given_to_somebody_else(small_project):
    interview = document_named(small_project, "intervju.txt").id
    respondent_actions.set_speakers(small_project, interview, {"Berit": "Halvor Nes"})
    assert respondent_queries.belongings_of(small_project, person(small_project, "R1").id).turns == 0
    assert respondent_queries.belongings_of(small_project, person(small_project, "R2").id).turns == 5
    small_project.undo()
    assert respondent_queries.belongings_of(small_project, person(small_project, "R1").id).codings == 4


def test_that_unresolved_speakers_are_counted_by_document(small_project):
    interview = document_named(small_project, "intervju.txt").id
    assert respondent_queries.unresolved_speakers(small_project) == {}
    respondent_actions.set_speakers(small_project, interview, {"Berit": "unresolved", "Halvor": "unresolved"})
    assert respondent_queries.unresolved_speakers(small_project) == {interview: 2}


def test_that_the_first_words_of_a_respondent_are_their_first_turn_without_its_label(small_project):
    interview = document_named(small_project, "intervju.txt").id
    start, end = respondent_queries.first_words_of(small_project, person(small_project, "R2").id, interview)
    text = queries.text_of(small_project, interview).text
    assert text[start:end].startswith("Og så fikk enhetene ansvar")
    assert text[start:end].endswith("for å si det sånn.")


def test_that_somebody_without_turns_has_no_first_words(small_project):
    notes = document_named(small_project, "notater.txt").id
    assert respondent_queries.first_words_of(small_project, person(small_project, "R3").id, notes) == (0, 0)


def test_that_a_label_of_a_document_cannot_be_that_of_another_or_of_a_respondent(small_project):
    interview = document_named(small_project, "intervju.txt").id
    notes = document_named(small_project, "notater.txt").id
    material_actions.label_document(small_project, interview, " D1 ")
    assert queries.document(small_project, interview).label == "D1"
    for taken in ("d1", "R2"):
        with pytest.raises(RuleBroken) as caught:
            material_actions.label_document(small_project, notes, taken)
        assert caught.value.rule is Rule.NAME_TAKEN
    material_actions.label_document(small_project, interview, "")
    assert queries.document(small_project, interview).label == ""


def test_that_a_respondent_moves_and_moves_back_on_undo(small_project):
    material_actions.move_respondent(small_project, person(small_project, "R3").id, 0)
    assert [one.label for one in queries.respondents(small_project)] == ["R3", "R1", "R2"]
    small_project.undo()
    assert [one.label for one in queries.respondents(small_project)] == ["R1", "R2", "R3"]


def test_that_the_encoding_of_a_text_file_is_known_and_the_original_comes_back_byte_for_byte(project, tmp_path):
    source = tmp_path / "notat.txt"
    source.write_bytes("Målene kom på e-post. Ærlig talt.".encode("cp1252"))
    wish = document_actions.ImportWish(kind=SourceKind.NOTES)
    document_id = document_actions.import_files(project, [source], wish).document_ids[0]
    assert original_files.encoding_of(project, document_id).lower() in ("cp1252", "windows-1252", "latin-1")
    target = tmp_path / "ut.txt"
    original_files.write_original(target, queries.original_of(project, document_id)[1])
    assert target.read_bytes() == source.read_bytes()


def test_that_an_original_is_not_written_into_a_folder_that_is_missing(tmp_path):
    with pytest.raises(ExportFailed) as caught:
        original_files.write_original(tmp_path / "borte" / "ut.txt", b"ord")
    assert caught.value.problem is ExportProblem.FOLDER_MISSING
