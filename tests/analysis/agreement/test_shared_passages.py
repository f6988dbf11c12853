"""The passages behind the counts of a comparison."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import (
    CODEBOOK,
    CRAFT,
    GOALS,
    LINES,
    TEXT,
    TRUST,
    compared,
    made,
    material,
    setup,
)
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.shared_passages import (
    ComparedTexts,
    CountedBy,
    RatersCodes,
    passages_alike,
    passages_of,
    passages_with,
)
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Passage, anchor_of

NOBODY = frozenset()


def texts_of(found):
    return ComparedTexts(CODEBOOK, found.sources, found.respondents)


@st.composite
def coding_lists(draw):
    found = []
    for coder in (1, 2, 3):
        for _ in range(draw(st.integers(1, 5))):
            start = draw(st.integers(0, len(TEXT) - 2))
            end = draw(st.integers(start + 1, min(len(TEXT), start + 90)))
            code = draw(st.sampled_from((GOALS, TRUST, CRAFT)))
            passage = Passage(draw(st.integers(1, 2)), start, end)
            found.append(Coding(0, "", passage, anchor_of(TEXT, start, end), code, coder, 1, "2025-05-05T10:00:00Z"))
    return found


def whole(found):
    return compared(found, setup(1, 2, 3, samples=2, documents=(1, 2)))


@given(coding_lists())
@settings(max_examples=40)
def test_that_every_cell_opens_as_many_passages_as_it_counts(codings):
    found = material(codings)
    report = whole(found)
    codes = range(len(report.codes))
    for pair in report.pairs:
        for row in (*codes, None):
            for column in (*codes, None):
                places = passages_with(
                    report,
                    texts_of(found),
                    RatersCodes(pair.one, NOBODY if row is None else frozenset((row,))),
                    RatersCodes(pair.other, NOBODY if column is None else frozenset((column,))),
                )
                at = [len(codes) if one is None else one for one in (row, column)]
                assert len(places) == pair.confusion.passages[at[0]][at[1]]


@given(coding_lists())
@settings(max_examples=40)
def test_that_characters_which_one_alone_coded_are_those_of_the_passages(codings):
    found = material(codings)
    report = whole(found)
    for pair in report.pairs:
        for code in range(len(report.codes)):
            mine = passages_with(
                report,
                texts_of(found),
                RatersCodes(pair.one, frozenset((code,))),
                RatersCodes(pair.other),
                CountedBy.CHARACTERS,
            )
            its = passages_with(
                report,
                texts_of(found),
                RatersCodes(pair.one),
                RatersCodes(pair.other, frozenset((code,))),
                CountedBy.CHARACTERS,
            )
            assert sum(place.stake for place in mine) == pair.confusion.characters[code][-1]
            assert sum(place.stake for place in its) == pair.confusion.characters[-1][code]


@given(coding_lists())
@settings(max_examples=40)
def test_that_characters_of_both_are_those_that_the_pairs_share(codings):
    found = material(codings)
    report = whole(found)
    pair = report.pairs[0]
    for row, column in permutations(range(len(report.codes)), 2):
        places = passages_with(
            report,
            texts_of(found),
            RatersCodes(pair.one, frozenset((row,))),
            RatersCodes(pair.other, frozenset((column,))),
            CountedBy.CHARACTERS,
        )
        # With different codes all characters of either are at stake, of which the two share the part `iou`.
        assert sum(round(place.iou * place.stake) for place in places) == pair.confusion.characters[row][column]


@given(coding_lists())
@settings(max_examples=40)
def test_that_a_raters_passages_are_as_many_as_the_table_says(codings):
    found = material(codings)
    report = whole(found)
    for number, code in enumerate(report.codes):
        for rater, count in enumerate(code.agreement.spans):
            assert len(passages_of(report, texts_of(found), rater, {number})) == count


@given(coding_lists())
@settings(max_examples=40)
def test_that_passages_with_the_same_code_are_the_diagonal(codings):
    found = material(codings)
    report = whole(found)
    for pair in report.pairs:
        diagonal = sum(pair.confusion.passages[code][code] for code in range(len(report.codes)))
        assert len(passages_alike(report, texts_of(found), pair.one, pair.other)) == diagonal


def test_that_passages_are_told_with_words_codes_and_class():
    found = material(made(1, [2]), made(2, [2], TRUST), made(1, [5]), made(2, [5]), made(1, [7]))
    report = compared(found, setup(1, 2, samples=2))
    goals, trust = (RatersCodes(rater, frozenset((code,))) for rater, code in ((0, 0), (1, 1)))

    (place,) = passages_with(report, texts_of(found), goals, trust)

    assert (place.quote, place.citation, place.line) == (LINES[2], "D1:3", 3)
    assert place.codes == (("Styring/Mål",), ("Styring/Tillit",))
    assert (place.kind, place.iou) == (DisagreementClass.DIFFERENT_CODE, 1)
    assert [(one.quote, one.kind) for one in passages_of(report, texts_of(found), 0, {0})] == [
        (LINES[2], DisagreementClass.DIFFERENT_CODE),
        (LINES[5], DisagreementClass.AGREE),
        (LINES[7], DisagreementClass.MISSING),
    ]


def test_that_nothing_stands_behind_what_nobody_coded():
    found = material(made(1, [2]), made(2, [3]))
    report = compared(found, setup(1, 2, samples=2, unit=UnitKind.CHARACTER))

    assert passages_with(report, texts_of(found), RatersCodes(0), RatersCodes(1)) == ()
