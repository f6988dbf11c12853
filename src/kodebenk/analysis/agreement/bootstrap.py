"""Percentile intervals of coefficients: whole turns, paragraphs or sources are drawn anew, never characters.

A coding is as long as what was said, so characters and words of one turn hang together, and intervals that take them
for independent are far too narrow. All sums behind a coefficient are additive over clusters; a sample is therefore a
row of weights times the sums (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 8 and 13). Loads numpy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.comparison import (
    Bootstrap,
    Interval,
    Measure,
    MeasureIntervals,
    NoInterval,
    TableAgreement,
)
from kodebenk.analysis.agreement.joint_table import JointTable, merge_by_source
from kodebenk.analysis.agreement.span_layout import Numbers
from kodebenk.errors import Cancelled

SAMPLES = 2000
SEED = 1
ENOUGH_SOURCES = 10
"""Sources from which on they are the clusters; fewer are strata, and their turns or paragraphs are drawn."""

_AT_ONCE = 2_000_000
"""Draws held in memory at a time."""

_NO_ROOM = 1e-12

Values = NDArray[np.float64]
Sums = Mapping[str, Values]
"""By name, sums over units: shape (samples or clusters, codes, coders or 1)."""


def bootstrap(
    table: JointTable,
    measures: Sequence[Measure] = (Measure.ALPHA,),
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
    level: float = 0.95,
    agreement: TableAgreement | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Bootstrap:
    """Return the intervals of some measures of a table. The same table, seed and number give the same intervals.

    Args:
        table: with the turns or paragraphs as clusters.
        measures: those in `RESAMPLED`; COHEN and SCOTT where there are two coders.
        samples: how many to draw.
        seed: 0 to 2³² - 1.
        level: share of samples that an interval holds.
        agreement: the table's own coefficients, where they are known already.
        is_cancelled: asked between lots of samples.

    Raises:
        Cancelled: the user stopped.
    """
    agreement = agreement or measure_agreement(table, is_cancelled)
    whole_sources = len(table.sources) >= ENOUGH_SOURCES
    clusters = merge_by_source(table) if whole_sources else table
    strata = np.zeros_like(clusters.cluster_source) if whole_sources else clusters.cluster_source
    drawn = _draw(clusters, _Strata(strata), measures, agreement, (samples, seed), is_cancelled)
    ends = (50 * (1 - level), 50 * (1 + level))
    return Bootstrap(
        samples,
        seed,
        level,
        len(clusters.cluster_size),
        whole_sources,
        {measure: _find_intervals(measure, drawn.get(measure), agreement, ends) for measure in measures},
    )


class _Strata:
    """Clusters that are drawn within their own stratum, with replacement, as many as there are."""

    def __init__(self, strata: Numbers) -> None:
        _, place, counts = np.unique(strata, return_inverse=True, return_counts=True)
        self.clusters = len(strata)
        self.drawable = bool((counts > 1).any())
        self._order = np.argsort(place, kind="stable")
        self._counts = counts[place[self._order]]
        self._first = (np.cumsum(counts) - counts)[place[self._order]]

    def weigh(self, random: np.random.RandomState, samples: int) -> Values:
        """Return how often each cluster was drawn, a row for each sample."""
        draws = self._first + (random.random_sample((samples, self.clusters)) * self._counts).astype(np.int64)
        cells = self._order[draws] + np.arange(samples)[:, None] * self.clusters
        counts = np.bincount(cells.ravel(), minlength=samples * self.clusters)
        return counts.reshape(samples, self.clusters).astype(np.float64)


class _Samples:
    """The coefficients of all samples of one measure; not a number where a sample leaves it undefined."""

    def __init__(self) -> None:
        self._lots: list[tuple[Values, Values, Values]] = []

    def add(self, top: Values, bottom: Values, used: NDArray[np.bool_]) -> None:
        """Add samples by the parts of their coefficients above and below the line, shape (samples, codes)."""
        codes = _divide(top, bottom)
        counted = np.isfinite(top) & np.isfinite(bottom) & used
        pooled = _divide(np.where(counted, top, 0).sum(axis=1), np.where(counted, bottom, 0).sum(axis=1))
        defined = np.isfinite(codes) & used
        mean = _divide(np.where(defined, codes, 0).sum(axis=1), defined.sum(axis=1).astype(np.float64))
        self._lots.append((codes, pooled, mean))

    def columns(self) -> tuple[list[Values], Values, Values]:
        """Return the samples of each code, of the pooled coefficient and of the mean."""
        codes, pooled, mean = (np.concatenate(part) for part in zip(*self._lots, strict=True))
        return list(codes.T), pooled, mean


def _draw(
    table: JointTable,
    strata: _Strata,
    measures: Sequence[Measure],
    agreement: TableAgreement,
    size: tuple[int, int],
    is_cancelled: Callable[[], bool],
) -> dict[Measure, _Samples]:
    if not strata.drawable:
        return {}
    sums = {
        name: sum_by_cluster(table, name) for name in sorted({name for one in measures for name in RESAMPLED[one][0]})
    }
    used = np.array([one.varies for one in agreement.codes], dtype=bool)
    drawn = {measure: _Samples() for measure in measures}
    # One product for all sums: to start its threads takes longer than to multiply.
    together = np.concatenate([of.reshape(len(of), -1) for of in sums.values()], axis=1)
    ends = np.cumsum([of[0].size for of in sums.values()]).tolist()
    for weights in _weigh_lots(strata, size, is_cancelled):
        parts = np.split(weights @ together, ends[:-1], axis=1)
        weighed = {name: part.reshape(-1, *of.shape[1:]) for part, (name, of) in zip(parts, sums.items(), strict=True)}
        for measure, samples in drawn.items():
            with np.errstate(divide="ignore", invalid="ignore"):
                samples.add(*RESAMPLED[measure][1](weighed), used)
    return drawn


def _weigh_lots(strata: _Strata, size: tuple[int, int], is_cancelled: Callable[[], bool]) -> Iterator[Values]:
    samples, seed = size
    # The stream of RandomState is frozen (NEP 19): stored seeds give the same draws with every numpy.
    random = np.random.RandomState(seed)
    lot = max(1, min(250, _AT_ONCE // max(1, strata.clusters)))
    for done in range(0, samples, lot):
        if is_cancelled():
            raise Cancelled
        yield strata.weigh(random, min(lot, samples - done))


def sum_by_cluster(table: JointTable, name: str) -> Values:
    """Return a sum over the units of each cluster, shape (clusters, codes, coders or 1)."""
    compute = _UNIT_VALUES[name]
    nobody = compute(table.seen.ravel(), np.zeros(table.seen.size, dtype=np.int64), table.coders)
    width = nobody.shape[1]
    found = nobody.reshape(*table.seen.shape, width)[table.cluster_source] * table.cluster_size[:, None, None]
    seen = table.seen_by_cell
    more = compute(seen, table.coded, table.coders) - compute(seen, np.zeros_like(seen), table.coders)
    cell = table.cluster * table.codes + table.code
    for column in range(width):
        moved = np.bincount(cell, weights=more[:, column] * table.units, minlength=found.shape[0] * table.codes)
        found[..., column] += moved.reshape(found.shape[:2])
    return found


def _pair_values(agreeing: Callable[[Values, Values], Values]) -> Callable[[Numbers, Numbers, int], Values]:
    """Return a function of units that counts where at least two of m coders have seen a unit and r coded it."""

    def compute(seen: Numbers, coded: Numbers, _coders: int) -> Values:
        m, r = (np.bitwise_count(bits).astype(np.float64) for bits in (seen, coded & seen))
        return np.where(m > 1, agreeing(r, np.maximum(m, 2)), 0)[:, None]

    return compute


def _any_values(agreeing: Callable[[Values, Values], Values]) -> Callable[[Numbers, Numbers, int], Values]:
    """Return the same of units that at least one has seen."""

    def compute(seen: Numbers, coded: Numbers, _coders: int) -> Values:
        m, r = (np.bitwise_count(bits).astype(np.float64) for bits in (seen, coded & seen))
        return np.where(m > 0, agreeing(r, np.maximum(m, 1)), 0)[:, None]

    return compute


def _by_coder(bits: Numbers, coders: int) -> Values:
    return (bits[:, None] >> np.arange(coders) & 1).astype(np.float64)


_UNIT_VALUES: Mapping[str, Callable[[Numbers, Numbers, int], Values]] = {
    "units": _any_values(lambda r, _m: np.ones_like(r)),
    "share": _any_values(lambda r, m: r / m),
    "pairable": _pair_values(lambda r, _m: np.ones_like(r)),
    "agreeing": _pair_values(lambda r, m: (r * (r - 1) + (m - r) * (m - r - 1)) / (m * (m - 1))),
    "values": _pair_values(lambda _r, m: m),
    "ones": _pair_values(lambda r, _m: r),
    "unlike": _pair_values(lambda r, m: r * (m - r) / (m - 1)),
    "both": _pair_values(lambda r, _m: r * (r - 1)),
    "either": _pair_values(lambda r, m: r * (m - 1)),
    "neither": _pair_values(lambda r, m: (m - r) * (m - r - 1)),
    "uncoded": _pair_values(lambda r, m: (m - r) * (m - 1)),
    "seen_by": lambda seen, _coded, coders: _by_coder(seen, coders),
    "coded_by": lambda seen, coded, coders: _by_coder(coded & seen, coders),
}
"""What a unit adds to each sum, with r of the m coders who have seen it."""


def _observed(sums: Sums) -> Values:
    return sums["agreeing"][..., 0] / sums["pairable"][..., 0]


def _percent(sums: Sums) -> tuple[Values, Values]:
    observed = _observed(sums)
    return observed, np.ones_like(observed)


def _positive(sums: Sums) -> tuple[Values, Values]:
    return sums["both"][..., 0], sums["either"][..., 0]


def _negative(sums: Sums) -> tuple[Values, Values]:
    return sums["neither"][..., 0], sums["uncoded"][..., 0]


def _conger(sums: Sums) -> tuple[Values, Values]:
    share = sums["coded_by"] / sums["seen_by"]
    present = np.isfinite(share)
    coders = present.sum(axis=-1)
    expected = sum(
        (one.sum(axis=-1) ** 2 - (one**2).sum(axis=-1)) / (coders * (coders - 1))
        for one in (np.where(present, share, 0), np.where(present, 1 - share, 0))
    )
    return _correct(sums, expected)


def _fleiss(sums: Sums) -> tuple[Values, Values]:
    share = sums["share"][..., 0] / sums["units"][..., 0]
    return _correct(sums, share**2 + (1 - share) ** 2)


def _ac1(sums: Sums) -> tuple[Values, Values]:
    share = sums["share"][..., 0] / sums["units"][..., 0]
    return _correct(sums, 2 * share * (1 - share))


def _brennan_prediger(sums: Sums) -> tuple[Values, Values]:
    return _correct(sums, np.full_like(sums["pairable"][..., 0], 0.5))


def _correct(sums: Sums, expected: Values) -> tuple[Values, Values]:
    return _observed(sums) - expected, 1 - expected


def _alpha(sums: Sums) -> tuple[Values, Values]:
    values, ones = sums["values"][..., 0], sums["ones"][..., 0]
    observed = 2 * sums["unlike"][..., 0] / values
    expected = 2 * ones * (values - ones) / (values * (values - 1))
    return expected - observed, expected


_OBSERVED = ("agreeing", "pairable")
_SHARED = (*_OBSERVED, "share", "units")
_OWN = (*_OBSERVED, "seen_by", "coded_by")

RESAMPLED: Mapping[Measure, tuple[Sequence[str], Callable[[Sums], tuple[Values, Values]]]] = {
    Measure.PERCENT: (_OBSERVED, _percent),
    Measure.POSITIVE_AGREEMENT: (("both", "either"), _positive),
    Measure.NEGATIVE_AGREEMENT: (("neither", "uncoded"), _negative),
    Measure.COHEN: (_OWN, _conger),
    Measure.CONGER: (_OWN, _conger),
    Measure.SCOTT: (_SHARED, _fleiss),
    Measure.FLEISS: (_SHARED, _fleiss),
    Measure.BRENNAN_PREDIGER: (_OBSERVED, _brennan_prediger),
    Measure.AC1: (_SHARED, _ac1),
    Measure.ALPHA: (("values", "ones", "unlike"), _alpha),
}
"""The measures that can be drawn anew: the sums each needs, and its parts above and below the line.

Cohen's kappa and Scott's pi are for two coders without gaps, where Conger's and Fleiss' are the same.
"""


def _divide(top: Values, bottom: Values) -> Values:
    room = np.isfinite(top) & (bottom > _NO_ROOM)
    return np.divide(top, bottom, out=np.full_like(top, np.nan), where=room)


def _find_intervals(
    measure: Measure, drawn: _Samples | None, agreement: TableAgreement, ends: tuple[float, float]
) -> MeasureIntervals:
    own = [one.coefficients[measure].value for one in agreement.codes]
    averages = [which[measure].coefficient.value for which in (agreement.pooled, agreement.mean)]
    if drawn is None:
        none = Interval(missing=NoInterval.TOO_FEW_CLUSTERS)
        return MeasureIntervals((none,) * len(own), none, none)
    codes, pooled, mean = drawn.columns()
    found = [_find_interval(value, column, ends) for value, column in zip(own, codes, strict=True)]
    return MeasureIntervals(
        tuple(found), _find_interval(averages[0], pooled, ends), _find_interval(averages[1], mean, ends)
    )


def _find_interval(value: float | None, samples: Values, ends: Iterable[float]) -> Interval:
    known = samples[np.isfinite(samples)]
    if value is None or not len(known):
        return Interval(missing=NoInterval.UNDEFINED)
    low, high = np.percentile(known, tuple(ends)).tolist()
    return Interval(low, high, len(known), float(np.mean(known < 0.667)), float(np.mean(known < 0.8)))
