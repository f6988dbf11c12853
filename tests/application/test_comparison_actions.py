"""Saved comparisons, whether coefficients are shown, and whether decisions need a reason."""

from dataclasses import replace

import pytest

from application.coded_project import add_codes, add_interview, code
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import coding_actions, comparison_actions, correction_preview, queries, text_correction
from kodebenk.application.agreement_report import compare_coders, read_agreement_material
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken

ALPHA, BETA = "Alfa er det første jeg tenker på.", "Beta kom litt etter det, sånn i mai."


@pytest.fixture
def compared(project, tmp_path):
    """A project in which Ane coded two turns and Bo one, and the comparison of the two."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA)
    return project, compare(project, make_setup(project, ["Ane,Bo"], unit=UnitKind.SENTENCE, scope=Scope.ALL, seed=7))


def compare(project, setup):
    return compare_coders(read_agreement_material(project.connection), setup)


def names(project):
    return [one.name for one in comparison_actions.saved_comparisons(project)]


def test_that_a_saved_comparison_gives_the_same_figures_when_the_project_is_opened_again(compared, tmp_path):
    project, report = compared
    comparison_actions.save_comparison(project, "  Pilot,  runde 1 ", report.setup)
    project.save_copy(tmp_path / "kopi.kodebenk")

    with OpenProject.open(tmp_path / "kopi.kodebenk", coder_name="Ane") as again:
        (saved,) = comparison_actions.saved_comparisons(again)
        assert saved.name == "Pilot, runde 1"
        assert saved.setup == report.setup
        assert compare(again, saved.setup) == report


def test_that_a_comparison_of_a_text_that_was_corrected_is_refused_until_its_hash_is_dropped(compared):
    project, report = compared
    comparison_actions.save_comparison(project, "Pilot", report.setup)
    (document_id,) = report.setup.documents
    text = next(iter(read_agreement_material(project.connection).sources.values())).text.text
    preview = correction_preview.preview_correction(project, document_id, text.replace("litt ", ""))
    text_correction.apply_correction(project, preview)
    saved = comparison_actions.saved_comparisons(project)[0]

    with pytest.raises(RuleBroken) as refused:
        compare(project, saved.setup)
    assert refused.value.rule is Rule.COMPARED_TEXT_CHANGED
    assert refused.value.fields["document"] == report.documents[0].name
    assert compare(project, replace(saved.setup, text_hashes={})).setup.documents == (document_id,)


def test_that_comparisons_keep_the_order_in_which_they_were_saved_and_undo_takes_them_back(compared):
    project, report = compared
    first = comparison_actions.save_comparison(project, "Pilot", report.setup)
    comparison_actions.save_comparison(project, "Alt", report.setup)
    assert names(project) == ["Pilot", "Alt"]

    comparison_actions.rename_comparison(project, first, "Første runde")
    assert names(project) == ["Første runde", "Alt"]
    comparison_actions.delete_comparison(project, first)
    assert names(project) == ["Alt"]
    project.undo()
    project.undo()
    assert names(project) == ["Pilot", "Alt"]
    project.undo()
    project.undo()
    assert names(project) == []


def test_that_a_name_must_be_there_and_be_free(compared):
    project, report = compared
    first = comparison_actions.save_comparison(project, "Pilot", report.setup)
    second = comparison_actions.save_comparison(project, "Alt", report.setup)

    for name, rule in ((" ", Rule.NAME_EMPTY), ("pilot", Rule.NAME_TAKEN)):
        with pytest.raises(RuleBroken) as refused:
            comparison_actions.save_comparison(project, name, report.setup)
        assert refused.value.rule is rule
        with pytest.raises(RuleBroken) as refused:
            comparison_actions.rename_comparison(project, second, name)
        assert refused.value.rule is rule
    comparison_actions.rename_comparison(project, first, "PILOT")
    assert names(project) == ["PILOT", "Alt"]


def test_that_a_comparison_that_is_gone_is_not_found(compared):
    project, _ = compared
    for step in (
        lambda: comparison_actions.rename_comparison(project, 9, "Pilot"),
        lambda: comparison_actions.delete_comparison(project, 9),
    ):
        with pytest.raises(RuleBroken) as refused:
            step()
        assert refused.value.rule is Rule.NOT_FOUND


def test_that_coefficients_are_shown_until_somebody_does_without_and_that_undo_brings_them_back(project):
    assert comparison_actions.statistics_shown(project)
    comparison_actions.show_statistics(project, True)
    before = project.next_to_undo()
    comparison_actions.show_statistics(project, False)
    assert not comparison_actions.statistics_shown(project)
    project.undo()
    assert comparison_actions.statistics_shown(project)
    assert project.next_to_undo() == before
    project.redo()
    comparison_actions.show_statistics(project, True)
    assert comparison_actions.statistics_shown(project)


def test_that_a_reason_is_asked_for_once_somebody_wants_that_and_undo_takes_it_back(project):
    assert not comparison_actions.reason_needed(project)
    before = project.next_to_undo()
    comparison_actions.require_reason(project, False)
    assert project.next_to_undo() == before
    comparison_actions.require_reason(project, True)
    assert comparison_actions.reason_needed(project)
    assert project.next_to_undo().name is ChangeName.REQUIRE_REASON
    project.undo()
    assert not comparison_actions.reason_needed(project)
    project.redo()
    comparison_actions.require_reason(project, False)
    assert not comparison_actions.reason_needed(project)


def test_that_a_saved_comparison_knows_whether_somebody_has_coded_since(compared):
    project, report = compared
    comparison_actions.save_comparison(project, "Pilot", report.setup)
    saved = comparison_actions.saved_comparisons(project)[0].setup
    assert len(saved.codings_hash) == 64
    assert compare(project, saved).setup.codings_hash == saved.codings_hash
    one = queries.codings(project)[0]
    coding_actions.edit_coding(project, one.id, comment="Ser ut som Mål.")
    assert compare(project, saved).setup.codings_hash == saved.codings_hash
    coding_actions.resize_coding(project, one.id, one.passage.start, one.passage.end - 2)
    assert compare(project, saved).setup.codings_hash != saved.codings_hash
    project.undo()
    assert compare(project, saved).setup.codings_hash == saved.codings_hash
