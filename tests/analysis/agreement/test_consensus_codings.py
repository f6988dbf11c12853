"""The codings that a decision leads to, against sets of characters."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import CRAFT, GOALS, LINES, STARTS, TEXT, TRUST, compared, made, material, setup
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.consensus_codings import ReportedCodings, accept, choose_anew, intersect, unite
from kodebenk.analysis.agreement.decided_places import decided_place
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Passage, anchor_of


@st.composite
def coding_lists(draw):
    found = []
    for coder in (1, 2, 3):
        for _ in range(draw(st.integers(1, 6))):
            start = draw(st.integers(0, 60))
            end = draw(st.integers(start + 1, 70))
            anchor = anchor_of(TEXT, start, end)
            code = draw(st.sampled_from((GOALS, TRUST, CRAFT)))
            moment = "2025-05-05T10:00:00Z"
            found.append(Coding(len(found) + 1, "", Passage(1, start, end), anchor, code, coder, coder, moment))
    return found


def characters(codings):
    """Return by code the characters that the codings cover."""
    found = defaultdict(set)
    for one in codings:
        start, end = (one.start, one.end) if hasattr(one, "start") else (one.passage.start, one.passage.end)
        found[one.code_id] |= set(range(start, end))
    return dict(found)


def within_blanks(chosen):
    """Return the characters of each run without white space at its ends."""
    kept = set()
    for at in chosen:
        before, after = at, at
        while TEXT[before].isspace() and before - 1 in chosen:
            before -= 1
        while TEXT[after].isspace() and after + 1 in chosen:
            after += 1
        if not TEXT[before].isspace() and not TEXT[after].isspace():
            kept.add(at)
    return kept


@settings(max_examples=60)
@given(coding_lists())
def test_that_choices_cover_the_characters_that_they_name(codings):
    report = compared(material(codings), setup(1, 2, 3))
    reported = ReportedCodings(report, codings)
    for place in report.places:
        here = reported.at(place)
        whole = characters(here.all)
        assert reported.is_unchanged(place)
        assert tuple(sorted(whole)) == decided_place(report, place).code_ids
        assert characters(unite(here)) == whole
        shared = {
            code: within_blanks(set.intersection(*(characters(its).get(code, set()) for its in here.by_rater)))
            for code in whole
        }
        assert characters(intersect(here, TEXT)) == {code: chosen for code, chosen in shared.items() if chosen}
        for rater, its in enumerate(here.by_rater):
            taken = accept(here, rater)
            assert characters(taken) == characters(its)
            assert len(taken) == len({(one.passage, one.code_id) for one in its})
            assert all(one.round == rater + 1 for one in taken)


@settings(max_examples=60)
@given(coding_lists())
def test_that_what_is_united_never_touches_another_passage_of_the_code(codings):
    report = compared(material(codings), setup(1, 2, 3))
    reported = ReportedCodings(report, codings)
    for place in report.places:
        united = sorted(unite(reported.at(place)), key=lambda one: (one.code_id, one.start))
        for one, other in pairwise(united):
            assert one.code_id != other.code_id or one.end < other.start
        assert all(one.originals for one in united)


def test_that_a_coding_more_or_less_or_elsewhere_changes_the_place():
    codings = made(1, [0, 3]) + made(2, [3], whole=False)
    report = compared(material(codings), setup(1, 2))
    place = next(one for one in report.places if one.kind is DisagreementClass.BOUNDARY)

    def is_unchanged(changed):
        return ReportedCodings(report, changed).is_unchanged(place)

    assert is_unchanged(codings)
    assert is_unchanged(codings + made(2, [5]) + made(2, [3], TRUST) + made(3, [3]))
    assert not is_unchanged(codings[:-1])
    assert not is_unchanged(codings + made(2, [3]))


def test_that_what_was_chosen_anew_stands_for_the_codings_with_its_code():
    codings = made(1, [3], round=2) + made(2, [3], whole=False)
    report = compared(material(codings), setup(1, 2))
    (place,) = report.places
    here = ReportedCodings(report, codings).at(place)
    line = (STARTS[3], STARTS[3] + len(LINES[3]))

    goal, again, trust = choose_anew(
        here, [(*line, GOALS), (line[0], line[0] + 5, GOALS), (*line, TRUST), (*line, TRUST)]
    )

    assert [len(one.originals) for one in (goal, again, trust)] == [2, 2, 0]
    assert [one.round for one in (goal, again, trust)] == [2, 2, 2]
