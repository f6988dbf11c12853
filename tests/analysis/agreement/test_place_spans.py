"""The codings that a place was found in."""

from collections import defaultdict
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import CRAFT, GOALS, STARTS, TEXT, TRUST, compared, made, material, setup
from kodebenk.analysis.agreement.compared_places import describe_places
from kodebenk.analysis.agreement.disagreements import list_disagreements
from kodebenk.analysis.agreement.place_spans import spans_of_place
from kodebenk.analysis.agreement.span_matching import match_spans
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Passage, anchor_of


def coding(coder, start, end, code, document=1):
    passage = Passage(document, start, end)
    return Coding(0, "", passage, anchor_of(TEXT, start, end), code, coder, 1, "2025-05-05T10:00:00Z")


@st.composite
def coding_lists(draw):
    found = []
    for coder in (1, 2, 3):
        for _ in range(draw(st.integers(1, 7))):
            start = draw(st.integers(0, 60))
            end = draw(st.integers(start + 1, 70))
            found.append(
                coding(coder, start, end, draw(st.sampled_from((GOALS, TRUST, CRAFT))), draw(st.integers(1, 2)))
            )
    return found


def within_scope(found, report, scope):
    """Return the report with the places that are found when only these ranges count."""
    sources = [replace(source, scope=scope) for source in report.comparison.sources]
    comparison = replace(report.comparison, sources=sources)
    places = describe_places(found, report.setup, list_disagreements(match_spans(comparison)))
    return replace(report, comparison=comparison, places=tuple(places))


def spans_as_matched(report):
    """Return by document, extent, class and codes the spans within the passages that the list of differences joined."""
    paths = [code.path for code in report.codes]
    found = defaultdict(list)
    for one in list_disagreements(match_spans(report.comparison)):
        spans = [
            span
            for span in report.comparison.sources[one.source].spans
            if any(
                (span.coder, span.code) == (whole.coder, whole.code)
                and whole.start <= span.start
                and span.end <= whole.end
                for whole in one.spans
            )
        ]
        codes = tuple(tuple(paths[code] for code in one.votes.get(rater, ())) for rater in range(3))
        found[report.setup.documents[one.source], one.start, one.end, one.kind, codes].append(tuple(sorted(spans)))
    return found


@given(coding_lists(), st.booleans())
@settings(max_examples=150)
def test_that_a_place_has_the_codings_that_were_matched(codings, masked):
    found = material(codings)
    report = compared(found, setup(1, 2, 3, samples=2, documents=(1, 2)))
    if masked:
        report = within_scope(found, report, ((0, 25), (40, len(TEXT))))
    matched = spans_as_matched(report)
    for place in report.places:
        key = (place.document_id, place.start, place.end, place.kind, place.codes)
        assert spans_of_place(report, place) in matched[key]


def test_that_every_coding_in_scope_is_of_one_place():
    codings = [coding(1, 0, 50, TRUST), coding(2, 10, 100, GOALS), coding(1, 90, 95, TRUST), coding(3, 0, 50, TRUST)]
    report = compared(material(codings), setup(1, 2, 3, samples=2))
    found = [spans_of_place(report, place) for place in report.places]
    assert sorted(len(spans) for spans in found) == [1, 3]
    assert sorted(span for spans in found for span in spans) == sorted(report.comparison.sources[0].spans)


def test_that_codings_of_one_rater_that_overlap_keep_their_own_ends():
    codings = [coding(1, 0, 20, TRUST), coding(1, 10, 30, TRUST), coding(2, 0, 30, TRUST)]
    report = compared(material(codings), setup(1, 2, samples=2))
    (place,) = report.places
    assert spans_of_place(report, place) == (CodedSpan(0, 20, 0, 0), CodedSpan(0, 30, 1, 0), CodedSpan(10, 30, 0, 0))


def test_that_a_difference_of_codes_has_the_codings_with_either():
    report = compared(material(made(1, [2], TRUST), made(2, [2], CRAFT)), setup(1, 2, samples=2))
    (place,) = report.places
    assert [(span.start, span.coder, span.code) for span in spans_of_place(report, place)] == [
        (STARTS[2], 0, 0),
        (STARTS[2], 1, 1),
    ]


def test_that_codings_outside_the_scope_are_left_out():
    codings = [coding(1, 0, 60, TRUST), coding(2, 0, 40, TRUST), coding(2, 50, 60, TRUST)]
    found = material(codings)
    report = compared(found, setup(1, 2, samples=2))
    assert [len(spans_of_place(report, place)) for place in report.places] == [3]
    within = within_scope(found, report, ((0, 45),))
    assert [len(spans_of_place(within, place)) for place in within.places] == [2]
