"""Coders of a project compared."""

from dataclasses import replace
from datetime import date

import pytest

from application.coded_project import add_codes, add_interview, add_text, code
from kodebenk.analysis.agreement.coders_report import RemarkKind
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure, ProjectionRule
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.application import agreement_report, coding_actions, correction_preview, queries, text_correction
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.example_project import build_example
from kodebenk.errors import Cancelled, Rule, RuleBroken

ALPHA, BETA, GAMMA, DELTA = (
    "Alfa er det første jeg tenker på.",
    "Beta kom litt etter det, sånn i mai.",
    "Gamma var det ingen som så.",
    "Delta husker jeg ikke så godt.",
)


def compare(project, *coders, **setup):
    material = agreement_report.read_agreement_material(project.connection)
    return agreement_report.compare_coders(material, make_setup(project, coders or ["Ane,Bo"], **setup))


def figures(report, number=0):
    return {measure: one.value for measure, one in report.codes[number].agreement.coefficients.items()}


@pytest.fixture
def hundred(project, tmp_path):
    """A project with one word of a hundred characters, and the code Mål."""
    return project, add_text(project, tmp_path, "abcdefghij" * 10), add_codes(project, "Mål")["Mål"]


@pytest.fixture
def interview(project, tmp_path):
    """Four turns of a respondent, of which Ane coded two and Bo one."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål", "Styring/Tillit")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA)
    return project, document_id, codes


def test_that_overlapping_passages_of_one_coder_agree_with_one_passage_of_the_same_characters(hundred):
    project, document_id, code_id = hundred
    code(project, document_id, "Ane", code_id, (0, 40), (20, 60))
    code(project, document_id, "Bo", code_id, (0, 60))

    report = compare(project, unit=UnitKind.CHARACTER, scope=Scope.ALL)

    assert report.units == 100
    assert report.codes[0].agreement.spans == (1, 1)
    assert figures(report)[Measure.COHEN] == pytest.approx(1)
    assert report.codes[0].u_alpha_binary.value == pytest.approx(1)
    assert report.disagreements == ()


def test_that_half_shared_passages_agree_no_more_than_chance(hundred):
    project, document_id, code_id = hundred
    code(project, document_id, "Ane", code_id, (0, 50))
    code(project, document_id, "Bo", code_id, (25, 75))

    report = compare(project, unit=UnitKind.CHARACTER, scope=Scope.ALL)

    assert figures(report)[Measure.COHEN] == pytest.approx(0)
    assert [(place.kind, place.start, place.end, place.stake) for place in report.disagreements] == [
        (DisagreementClass.BOUNDARY, 0, 75, 50)
    ]
    assert report.disagreements[0].iou == pytest.approx(25 / 75)
    assert report.codes[0].offset.mean.value == pytest.approx(25)


def test_that_characters_beyond_the_first_plane_count_as_one(project, tmp_path):
    document_id = add_text(project, tmp_path, "😀" * 50 + "a" * 50)
    code_id = add_codes(project, "Mål")["Mål"]
    code(project, document_id, "Ane", code_id, (0, 50))
    code(project, document_id, "Bo", code_id, (0, 50))

    report = compare(project, unit=UnitKind.CHARACTER, scope=Scope.ALL)

    assert report.units == 100
    assert report.codes[0].agreement.coded == (50, 50)
    assert report.places[0].quote == "😀" * 50


def test_that_turns_of_respondents_give_the_figures_that_one_reckons_by_hand(interview):
    project, document_id, _ = interview

    report = compare(project)

    assert report.setup.documents == (document_id,)
    assert (report.setup.unit, report.units, report.left_out) == (UnitKind.TURN, 4, 2)
    (only,) = report.codes
    assert (only.path, only.agreement.spans, only.agreement.coded) == ("Styring/Mål", (2, 1), (2, 1))
    # Both coded one of four turns, Ane one more: 1, 1, 0, 2.
    assert {tuple(sorted(cell.coded)): cell.units for cell in only.cells} == {(0, 1): 1, (0,): 1, (): 2}
    assert figures(report) == pytest.approx(
        {
            Measure.PERCENT: 0.75,
            Measure.POSITIVE_AGREEMENT: 2 / 3,
            Measure.NEGATIVE_AGREEMENT: 0.8,
            Measure.COHEN: 0.5,
            Measure.CONGER: 0.5,
            Measure.LIGHT: 0.5,
            Measure.SCOTT: 7 / 15,
            Measure.FLEISS: 7 / 15,
            Measure.BRENNAN_PREDIGER: 0.5,
            Measure.AC1: 9 / 17,
            Measure.ALPHA: 8 / 15,
        }
    )
    assert only.agreement.prevalence.value == pytest.approx(3 / 8)
    assert [remark.kind for remark in only.remarks] == [RemarkKind.FEW_PASSAGES]
    assert report.pooled.averages[Measure.COHEN].coefficient.value == pytest.approx(0.5)
    assert report.sets[SetDistance.MASI].value == pytest.approx(8 / 15)


def test_that_the_whole_text_counts_when_asked_for(interview):
    project, document_id, codes = interview
    code(project, document_id, "Bo", codes["Mål"], "Og siden?")

    masked, whole = compare(project), compare(project, scope=Scope.ALL)

    assert (masked.units, masked.codes[0].agreement.coded) == (4, (2, 1))
    assert (whole.units, whole.left_out, whole.codes[0].agreement.coded) == (6, 0, (2, 2))
    assert {place.kind for place in masked.places} == {DisagreementClass.AGREE, DisagreementClass.MISSING}


def test_that_a_rule_decides_when_a_turn_is_coded(interview):
    project, document_id, codes = interview
    code(project, document_id, "Bo", codes["Mål"], "Beta")

    coded = {rule: compare(project, rule=rule).codes[0].agreement.coded for rule in ProjectionRule}

    assert coded == {
        ProjectionRule.ANY: (2, 2),
        ProjectionRule.HALF_SHORTER: (2, 2),
        ProjectionRule.HALF_UNIT: (2, 1),
    }


def test_that_sentences_are_the_units_where_a_source_has_no_turns(interview, tmp_path):
    project, _, codes = interview
    plain = add_text(project, tmp_path, "Målet er klart. Det er ikke mitt.")
    code(project, plain, "Ane", codes["Mål"], "Målet er klart.")
    code(project, plain, "Bo", codes["Mål"], "Målet er klart.")

    assert compare(project).setup.unit is UnitKind.SENTENCE
    assert compare(project, documents=["intervju.txt"]).setup.unit is UnitKind.TURN


def test_that_only_sources_that_all_have_coded_are_compared(interview, tmp_path):
    project, document_id, codes = interview
    other = add_text(project, tmp_path, "Målet er klart. Det er ikke mitt.")
    code(project, other, "Ane", codes["Mål"], "Målet er klart.")

    report = compare(project)
    assert report.setup.documents == (document_id,)
    assert report.known_documents == 2

    named = compare(project, documents=["intervju,tekst"])
    assert named.setup.documents == (document_id, other)
    assert named.silent == (("Bo", "tekst.txt"),)


def test_that_coders_without_a_shared_source_are_refused_with_what_they_coded(hundred):
    project, document_id, code_id = hundred
    code(project, document_id, "Ane", code_id, (0, 50))
    project_coders = {one.name: one.id for one in queries.coders(project)}

    with pytest.raises(RuleBroken) as refused:
        compare(project, "Ane,Ane K.")

    assert refused.value.rule is Rule.NO_SHARED_SOURCE
    assert refused.value.fields["coded"] == ["Ane: 1", "Ane K.: 0"]
    assert set(project_coders) == {"Ane", "Ane K."}


@pytest.mark.parametrize("coders", ["Ane", "Ane,Ane"])
def test_that_one_coder_alone_is_refused(interview, coders):
    with pytest.raises(RuleBroken) as refused:
        compare(interview[0], coders)

    assert (refused.value.rule, refused.value.fields["name"]) == (Rule.TOO_FEW_CODERS, "Ane")


def test_that_names_are_found_and_unknown_ones_refused(interview):
    project, *_ = interview

    setup = make_setup(project, ["ane", "Bo"], codes=["Styring"])
    assert [rater.name for rater in setup.raters] == ["Ane", "Bo"]
    assert [queries.codebook(project).by_id[one].name for one in setup.codes] == ["Mål", "Tillit"]

    with pytest.raises(RuleBroken) as refused:
        make_setup(project, ["Ane,Mina"])
    assert (refused.value.rule, refused.value.fields["name"]) == (Rule.NOT_FOUND, "Mina")


def test_that_a_code_nobody_used_is_told_as_such_and_is_in_no_average(interview):
    report = compare(interview[0], codes=["Styring"])

    unused = report.codes[1]
    assert [remark.kind for remark in unused.remarks] == [RemarkKind.NOT_USED]
    defined = {measure: one.value for measure, one in unused.agreement.coefficients.items() if not one.undefined}
    assert defined == {Measure.PERCENT: 1}
    assert unused.agreement.coefficients[Measure.AC1].undefined is Undefined.NO_VARIATION
    alpha = report.mean.averages[Measure.ALPHA]
    assert (alpha.codes, alpha.left_out, alpha.coefficient.value) == (1, 1, pytest.approx(8 / 15))


def test_that_a_code_of_one_coder_alone_is_told_as_such(interview):
    project, document_id, codes = interview
    code(project, document_id, "Bo", codes["Tillit"], GAMMA)

    found = compare(project).codes[1]

    assert [(remark.kind, remark.count, remark.name) for remark in found.remarks] == [
        (RemarkKind.ONE_RATER, 1, "Bo"),
        (RemarkKind.UNEVEN, 0, ""),
    ]
    assert found.agreement.coefficients[Measure.COHEN].value == pytest.approx(0)


def test_that_codes_of_a_theme_that_exclude_each_other_are_compared_as_units(interview):
    project, document_id, codes = interview
    code(project, document_id, "Ane", codes["Tillit"], GAMMA)
    code(project, document_id, "Bo", codes["Tillit"], GAMMA)

    (theme,) = compare(project).themes

    assert (theme.name, theme.codes, theme.overlapping) == ("Styring", ("Styring/Mål", "Styring/Tillit"), ())
    assert theme.alphas.cu_alpha.value == pytest.approx(1)
    assert set(theme.alphas.k_u_alpha) == {"Styring/Mål", "Styring/Tillit"}
    # Coded in any way: by both in two turns of four, by Ane in one more.
    assert theme.alpha.value == pytest.approx(1 - 7 * 1 / (5 * 3))


def test_that_a_coder_who_gives_one_place_two_codes_of_a_theme_is_named(interview):
    project, document_id, codes = interview
    code(project, document_id, "Bo", codes["Tillit"], "Alfa")

    (theme,) = compare(project).themes

    assert theme.alphas is None
    assert theme.overlapping == ("Bo",)


def test_that_three_coders_are_compared_two_by_two_as_well(interview):
    project, document_id, codes = interview
    code(project, document_id, "Cato", codes["Mål"], ALPHA, BETA)

    report = compare(project, "Ane,Bo,Cato")

    assert (report.kappa, report.pi) == (Measure.CONGER, Measure.FLEISS)
    kappas = {(pair.one, pair.other): pair.pooled[Measure.COHEN].coefficient.value for pair in report.pairs}
    assert kappas == pytest.approx({(0, 1): 0.5, (0, 2): 1, (1, 2): 0.5})
    assert figures(report)[Measure.COHEN] is None
    assert [place.codes for place in report.disagreements] == [(("Styring/Mål",), (), ("Styring/Mål",))]


def test_that_rounds_of_one_coder_are_compared(interview):
    project, document_id, codes = interview
    code(project, document_id, "Ane", codes["Mål"], GAMMA)
    again = queries.codings(project)[-1]
    coding_actions.edit_coding(project, again.id, round_number=2)

    report = compare(project, "Ane", rounds=[1, 2])

    assert [rater.name for rater in report.setup.raters] == ["Ane (1)", "Ane (2)"]
    assert report.setup.is_stability
    assert report.codes[0].agreement.coded == (2, 1)
    assert report.days == (0, 0)


def test_that_codings_before_a_day_stand_against_those_from_then_on(interview):
    project, *_ = interview
    material = agreement_report.read_agreement_material(project.connection)
    days = dict(zip([one.id for one in material.codings], ["2025-03-01", "2025-03-02", "2025-04-01"], strict=True))
    dated = [replace(one, coder_id=material.codings[0].coder_id) for one in material.codings]
    dated = [replace(one, created_at=f"{days[one.id]}T10:00:00Z") for one in dated]
    setup = make_setup(project, ["Ane"], split="2025-03-20")

    report = agreement_report.compare_coders(replace(material, codings=dated), setup)

    assert [rater.name for rater in report.setup.raters] == ["Ane (< 2025-03-20)", "Ane (≥ 2025-03-20)"]
    assert [sum(document.codings) for document in report.documents] == [3]
    first, last = sorted(days.values())[1:]
    assert report.days == ((date.fromisoformat(last) - date.fromisoformat(first)).days,) * 2


def test_that_a_text_that_was_corrected_since_is_refused(interview):
    project, document_id, _ = interview
    settled = compare(project).setup
    material = agreement_report.read_agreement_material(project.connection)
    assert agreement_report.compare_coders(material, settled).setup == settled

    correct(project, document_id, "i mai", "i juni")

    with pytest.raises(RuleBroken) as refused:
        agreement_report.compare_coders(agreement_report.read_agreement_material(project.connection), settled)
    assert (refused.value.rule, refused.value.fields["document"]) == (Rule.COMPARED_TEXT_CHANGED, "intervju.txt")
    assert figures(compare(project))[Measure.COHEN] == pytest.approx(0.5)


def test_that_codings_without_a_place_are_left_out_and_counted(interview):
    project, document_id, _ = interview
    correct(project, document_id, BETA, "Nei.")

    report = compare(project)

    assert report.unplaced == 1
    assert report.codes[0].agreement.coded == (1, 1)


def correct(project, document_id, old, new):
    text = queries.text_of(project, document_id).text.replace(old, new)
    preview = correction_preview.preview_correction(project, document_id, text)
    text_correction.apply_correction(project, preview)


def test_that_comparing_changes_nothing_and_gives_the_same_again(interview):
    project, *_ = interview
    before = (project.path.read_bytes(), len(queries.history(project)))

    first = compare(project)
    material = agreement_report.read_agreement_material(project.connection)
    second = agreement_report.compare_coders(material, first.setup)

    assert first == second
    assert (project.path.read_bytes(), len(queries.history(project))) == before


def test_that_the_seed_decides_on_the_intervals(interview):
    project, *_ = interview
    intervals = [compare(project, seed=seed).codes[0].interval for seed in (1, 1, 2)]

    assert intervals[0] == intervals[1]
    assert intervals[0].samples != intervals[2].samples


def test_that_a_user_can_stop_it_and_sees_how_far_it_has_come(interview):
    project, *_ = interview
    material = agreement_report.read_agreement_material(project.connection)
    setup, seen = make_setup(project, ["Ane,Bo"]), []

    agreement_report.compare_coders(material, setup, progress=lambda *step: seen.append(step))
    assert seen == [(done, len(seen) - 1) for done in range(len(seen))]

    with pytest.raises(Cancelled):
        agreement_report.compare_coders(material, setup, is_cancelled=lambda: True)


def test_that_the_two_coders_of_the_example_are_compared(tmp_path):
    with build_example(tmp_path / "eksempel.kodebenk") as project:
        report = compare(project, "Ane K.,Jonas B.")

    assert len(report.documents) == 3
    assert all(sum(document.codings[1:]) for document in report.documents)
    assert len(report.codes) == 12
    assert all(-1 < code.agreement.coefficients[Measure.ALPHA].value < 1 for code in report.codes)
    assert all(code.interval.low < code.interval.high for code in report.codes)
    assert all(place.citation.startswith("R") for place in report.places)
    assert report.days is None


def test_that_raters_are_told_apart_by_coder_round_and_day():
    setup = AgreementSetup((Rater("Ane", 1), Rater("Bo", 2)))
    assert not setup.is_stability
    assert AgreementSetup((Rater("Ane (1)", 1, round=1), Rater("Ane (2)", 1, round=2))).is_stability
