"""How coders agree after discussion."""

import pytest

from application.coded_project import add_codes, add_interview, add_text, code
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.analysis.agreement.negotiated_agreement import Resolution, count_resolved
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import agreement_report, coding_actions, consensus_actions, consensus_report, queries
from kodebenk.application.agreement_setup import make_setup
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.errors import Cancelled

ALPHA, BETA, GAMMA, DELTA = (
    "Alfa er det første jeg tenker på.",
    "Beta kom litt etter det, sånn i mai.",
    "Gamma var det ingen som så.",
    "Delta husker jeg ikke så godt.",
)


def read(project):
    return agreement_report.read_agreement_material(project.connection)


def compare(project, *coders, **setup):
    return agreement_report.compare_coders(read(project), make_setup(project, coders or ["Ane,Bo"], **setup))


def after(project, report):
    return consensus_report.compare_after(read(project), report, consensus_actions.decisions(project))


def settle(project, report, kind, choice, **values):
    place = next(place for place in report.places if place.kind is kind)
    return consensus_actions.decide(project, report, place, choice=choice, **values)


def alpha(report, number=0):
    return report.codes[number].agreement.coefficients[Measure.ALPHA].value


@pytest.fixture
def differing(project, tmp_path):
    """Four turns: both have Mål on the first, Ane on the second, Bo on the third; Ane has Tillit on the fourth."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål", "Styring/Tillit")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA, GAMMA)
    code(project, document_id, "Ane", codes["Tillit"], DELTA)
    return project, document_id, codes


def test_that_there_is_no_agreement_after_discussion_before_something_is_settled(differing):
    project, _, _ = differing
    report = compare(project)
    assert after(project, report) is None

    settle(project, report, DisagreementClass.MISSING, DecisionChoice.DEFER)

    assert after(project, report) is None
    assert count_resolved(report, consensus_actions.decisions(project)) == Resolution(3, 0, 1)


def test_that_settled_places_count_as_everybody_settled_them_and_the_others_as_they_are(differing):
    project, _, _ = differing
    report = compare(project, unit=UnitKind.TURN)
    # Two of four turns alike, n1 = 4 of 8 values: α = 1 − 7 · 2 / (4 · 4).
    assert alpha(report) == pytest.approx(1 - 7 * 2 / 16)
    missing = {place.quote: place for place in report.disagreements}
    consensus_actions.decide(project, report, missing[BETA], choice=DecisionChoice.UNION)

    settled = after(project, report)

    # Three of four turns alike, n1 = 5.
    assert alpha(settled) == pytest.approx(1 - 7 * 1 / (5 * 3))
    assert alpha(settled, 1) == alpha(report, 1)
    assert settled.setup == report.setup
    assert settled.units == report.units
    assert alpha(compare(project, unit=UnitKind.TURN)) == alpha(report)
    assert count_resolved(report, consensus_actions.decisions(project)) == Resolution(3, 1, 0)


def test_that_neither_takes_the_codings_away_for_everybody(differing):
    project, _, _ = differing
    report = compare(project, unit=UnitKind.TURN)
    missing = {place.quote: place for place in report.disagreements}
    for quote in (BETA, GAMMA):
        consensus_actions.decide(project, report, missing[quote], choice=DecisionChoice.NEITHER)

    settled = after(project, report)

    assert settled.codes[0].agreement.coded == (1, 1)
    assert alpha(settled) == pytest.approx(1)
    assert (settled.codes[1].agreement.coded, alpha(settled, 1)) == ((1, 0), alpha(report, 1))


def test_that_a_code_that_was_not_compared_says_nothing_about_those_that_were(differing):
    project, _, codes = differing
    report = compare(project, codes=["Mål"], unit=UnitKind.TURN)
    (beta,) = (place for place in report.disagreements if place.quote == BETA)
    codings = [(beta.start, beta.end, codes["Tillit"])]
    consensus_actions.decide(project, report, beta, choice=DecisionChoice.EDIT, codings=codings)

    assert after(project, report).codes[0].agreement.coded == (1, 2)


def test_that_a_place_that_came_to_look_otherwise_is_open_again(differing):
    project, _, _ = differing
    settle(project, compare(project), DisagreementClass.MISSING, DecisionChoice.UNION)
    first = consensus_actions.decisions(project)[0].place

    coding = next(one for one in queries.codings(project) if one.passage.start == first.start)
    coding_actions.resize_coding(project, coding.id, first.start, first.end - 3)

    report = compare(project)
    assert after(project, report) is None
    assert count_resolved(report, consensus_actions.decisions(project)).settled == 0


def test_that_one_coder_settles_their_own_two_passes(project, tmp_path):
    document_id, codes = add_text(project, tmp_path, "abcdefghij" * 10), add_codes(project, "Mål")
    code(project, document_id, "Ane K.", codes["Mål"], (0, 50))
    coding_actions.edit_coding(project, queries.codings(project)[0].id, round_number=1)
    code(project, document_id, "Ane K.", codes["Mål"], (0, 80))
    coding_actions.edit_coding(project, queries.codings(project)[0].id, round_number=2)
    report = compare(project, "Ane K.", rounds=[1, 2], unit=UnitKind.CHARACTER)
    (place,) = report.disagreements
    ane = report.setup.raters[0].coder_id

    first, last = (
        consensus_actions.preview(project, report, place, DecisionChoice.ACCEPT, ane, rater=rater)
        for rater in (0, None)
    )
    assert ([(one.start, one.end) for one in first], [(one.start, one.end) for one in last]) == ([(0, 50)], [(0, 80)])
    consensus_actions.decide(project, report, place, choice=DecisionChoice.ACCEPT, coder_id=ane, rater=0)

    assert alpha(after(project, report)) == pytest.approx(1)


def test_that_computing_it_stops_when_asked(differing):
    project, _, _ = differing
    report = compare(project)
    settle(project, report, DisagreementClass.MISSING, DecisionChoice.UNION)

    with pytest.raises(Cancelled):
        consensus_report.compare_after(read(project), report, consensus_actions.decisions(project), lambda: True)


@pytest.mark.parametrize("choice", [DecisionChoice.ACCEPT, DecisionChoice.NEITHER])
def test_that_what_a_decision_would_do_is_what_it_does(differing, choice):
    project, _, _ = differing
    report = compare(project)
    for place in report.disagreements[:2]:
        rater = 0 if place.codes[0] else 1
        coder_id = report.setup.raters[rater].coder_id
        wanted = consensus_actions.preview(project, report, place, choice, coder_id)
        known = consensus_actions.decisions(project)
        foreseen = [
            consensus_report.alpha_if_settled(read(project), report, known, place, wanted, one.id)
            for one in report.codes
        ]
        consensus_actions.decide(project, report, place, choice=choice, coder_id=coder_id)
        made = after(project, report)
        for compared, one in zip(report.codes, foreseen, strict=True):
            there = next(other for other in made.codes if other.id == compared.id)
            assert one.value == there.agreement.coefficients[Measure.ALPHA].value


def test_that_a_decision_thought_of_anew_stands_for_the_one_that_was_made(differing):
    project, _, codes = differing
    report = compare(project)
    place = next(place for place in report.disagreements if place.codes[0] == ("Styring/Tillit",))
    nothing = consensus_report.alpha_if_settled(read(project), report, (), place, (), codes["Tillit"])
    coder_id = report.setup.raters[0].coder_id
    consensus_actions.decide(project, report, place, choice=DecisionChoice.ACCEPT, coder_id=coder_id)
    known = consensus_actions.decisions(project)
    again = consensus_report.alpha_if_settled(read(project), report, known, place, (), codes["Tillit"])
    assert again == nothing
    assert alpha(after(project, report), 1) == pytest.approx(1)
    assert nothing.undefined is not None
