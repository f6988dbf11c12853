"""All measures of every code of a joint table, and their averages over codes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from kodebenk.analysis.agreement.brennan_prediger import brennan_prediger
from kodebenk.analysis.agreement.chance_correction import ChanceCorrected
from kodebenk.analysis.agreement.cohen_kappa import cohen_kappa
from kodebenk.analysis.agreement.comparison import Average, CodeAgreement, Measure, TableAgreement
from kodebenk.analysis.agreement.conger_kappa import conger_kappa
from kodebenk.analysis.agreement.fleiss_kappa import fleiss_kappa
from kodebenk.analysis.agreement.gwet_ac import gwet_ac
from kodebenk.analysis.agreement.krippendorff_alpha import Alpha, krippendorff_alpha
from kodebenk.analysis.agreement.light_kappa import light_kappa
from kodebenk.analysis.agreement.percent_agreement import percent_agreement
from kodebenk.analysis.agreement.positive_agreement import positive_agreement_by_value
from kodebenk.analysis.agreement.ratings import Ratings, size_of
from kodebenk.analysis.agreement.scott_pi import scott_pi
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.errors import Cancelled

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.joint_table import JointTable

_Parts = Mapping[Measure, tuple[float, float] | None]

_UNCODED, _CODED = 0, 1
"""Positions of both among the values of a code."""

_NO_ROOM = 1e-12

MEASURES: Mapping[Measure, Callable[[Ratings], Coefficient]] = {
    Measure.PERCENT: percent_agreement,
    Measure.POSITIVE_AGREEMENT: lambda ratings: positive_agreement_by_value(ratings)[_CODED],
    Measure.NEGATIVE_AGREEMENT: lambda ratings: positive_agreement_by_value(ratings)[_UNCODED],
    Measure.COHEN: cohen_kappa,
    Measure.CONGER: conger_kappa,
    Measure.SCOTT: scott_pi,
    Measure.FLEISS: fleiss_kappa,
    Measure.LIGHT: light_kappa,
    Measure.BRENNAN_PREDIGER: brennan_prediger,
    Measure.AC1: gwet_ac,
    Measure.ALPHA: krippendorff_alpha,
}


def measure_agreement(
    table: JointTable,
    is_cancelled: Callable[[], bool] = lambda: False,
    measures: Collection[Measure] = frozenset(Measure),
) -> TableAgreement:
    """Return how the coders of a table agree on each code, and on all, by some measures.

    Raises:
        Cancelled: the user stopped.
    """
    codes, parts = [], []
    for code in range(table.codes):
        if is_cancelled():
            raise Cancelled
        ratings = table.ratings_of(code)
        found = {measure: compute(ratings) for measure, compute in MEASURES.items() if measure in measures}
        codes.append(_describe_code(code, ratings, found, table.spans_of(code)))
        parts.append({measure: _find_parts(measure, one, ratings) for measure, one in found.items()})
    return TableAgreement(
        tuple(codes),
        {one: _pool(one, codes, parts) for one in Measure if one in measures and one is not Measure.LIGHT},
        {one: _mean(one, codes) for one in Measure if one in measures},
    )


def _describe_code(
    code: int, ratings: Ratings, found: Mapping[Measure, Coefficient], spans: tuple[int, ...]
) -> CodeAgreement:
    tallies = ratings.tallies().pairable
    given = sum(number * size_of(tally) for tally, number in tallies.items())
    coded = sum(number * dict(tally).get(_CODED, 0) for tally, number in tallies.items())
    return CodeAgreement(
        code,
        sum(tallies.values()),
        spans,
        _count_coded(ratings, len(spans)),
        Coefficient(coded / given) if given else Coefficient(undefined=Undefined.NO_UNITS),
        # Without their standard errors: those take the units for independent, which characters and words are not.
        {measure: Coefficient(one.value, one.undefined) for measure, one in found.items()},
        0 < coded < given,
    )


def _count_coded(ratings: Ratings, coders: int) -> tuple[int, ...]:
    return tuple(
        sum(number for pattern, number in ratings.patterns.items() if pattern[coder] == _CODED)
        for coder in range(coders)
    )


def _mean(measure: Measure, codes: Sequence[CodeAgreement]) -> Average:
    values = [value for one in codes if one.varies and (value := one.coefficients[measure].value) is not None]
    return _average(measure, fmean(values) if values else None, len(values), codes)


def _pool(measure: Measure, codes: Sequence[CodeAgreement], parts: Sequence[_Parts]) -> Average:
    """Return the coefficient of the codes' mean observed and mean expected agreement.

    De Vries, Elliott, Kanouse and Teleki 2008, Field Methods 20(3), 272-282; for alpha the same of its disagreements,
    for positive and negative agreement of the pairs that it counts.
    """
    used = [part for one, its in zip(codes, parts, strict=True) if one.varies and (part := its[measure])]
    top, bottom = map(sum, zip(*used, strict=True)) if used else (0.0, 0.0)
    return _average(measure, top / bottom if bottom > _NO_ROOM else None, len(used), codes)


def _find_parts(measure: Measure, coefficient: Coefficient, ratings: Ratings) -> tuple[float, float] | None:
    """Return a code's part above and below the line of the pooled coefficient; None where it has none."""
    match coefficient:
        case Coefficient(value=None):
            return None
        case Alpha(observed=float(observed), expected=float(expected)):
            return expected - observed, expected
        case ChanceCorrected(observed=float(observed), expected=float(expected)):
            return observed - expected, 1 - expected
        case _:
            return _count_pairs(ratings, _UNCODED if measure is Measure.NEGATIVE_AGREEMENT else _CODED)


def _count_pairs(ratings: Ratings, value: int) -> tuple[float, float]:
    """Return the pairs of coders who both gave a value, and those with one who did."""
    both = of = 0
    for tally, number in ratings.tallies().pairable.items():
        given = dict(tally).get(value, 0)
        both += number * given * (given - 1)
        of += number * given * (size_of(tally) - 1)
    return both, of


def _average(measure: Measure, value: float | None, used: int, codes: Sequence[CodeAgreement]) -> Average:
    reasons = (one.coefficients[measure].undefined for one in sorted(codes, key=lambda one: not one.varies))
    undefined = next((reason for reason in reasons if reason), Undefined.NOTHING_CODED)
    found = Coefficient(undefined=undefined) if value is None else Coefficient(value)
    return Average(found, used, len(codes) - used)
