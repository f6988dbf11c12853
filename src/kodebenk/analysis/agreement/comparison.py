"""What coders are compared on, and what comes of it, as plain values; nothing here loads numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.values import CodedSpan, Coefficient

Range = tuple[int, int]
"""`[start, end)` in code points of one source."""

MOST_CODERS = 60
"""Sets of coders are kept as the bits of one 64-bit number."""


class ProjectionRule(StrEnum):
    """When a unit counts as coded by a passage that covers it in part.

    Lengths are those in scope. Passages of one coder and code that overlap or touch count as one passage.
    """

    ANY = "any"
    """The passage covers at least one character of the unit."""
    HALF_UNIT = "half"
    """The coder's passages with the code cover together at least half of the unit."""
    HALF_SHORTER = "half-shorter"
    """One passage covers at least half of the shorter of itself and the unit."""


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """One source, as it is compared.

    Attributes:
        length: of its text.
        finished: the coders who have finished it. The spans of others do not count: not finished is not "not coded".
        spans: what was coded; those without a character are left out.
        scope: the ranges that count, in any order; None is the whole text.
        units: the units, sorted and without overlap, gaps allowed; None is characters.
        cluster_starts: where the turns or paragraphs begin that are drawn anew by the bootstrap. What stands before
            the first is a cluster too.
        absent: `(coder, code)` where the code was not in the coder's codebook.
    """

    length: int
    finished: frozenset[int]
    spans: Sequence[CodedSpan] = ()
    scope: Sequence[Range] | None = None
    units: Sequence[Range] | None = None
    cluster_starts: Sequence[int] = ()
    absent: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: sources, how many coders and codes (both numbered from 0), and the rule of the grid."""

    sources: Sequence[ComparedSource]
    coders: int
    codes: int
    rule: ProjectionRule = ProjectionRule.HALF_SHORTER

    def __post_init__(self) -> None:
        if self.coders > MOST_CODERS:
            raise ValueError(f"more than {MOST_CODERS} coders")
        if len({source.units is None for source in self.sources}) > 1:
            raise ValueError("characters in one source and units in another cannot be added")


class Measure(StrEnum):
    """The measures of one code, present or absent; the name is the key in files and tables."""

    PERCENT = "percent"
    POSITIVE_AGREEMENT = "f1"
    """For two coders F1, Dice's index and Holsti's coefficient."""
    NEGATIVE_AGREEMENT = "negative_agreement"
    """The same of the units that were not coded."""
    COHEN = "cohen_kappa"
    CONGER = "conger_kappa"
    SCOTT = "scott_pi"
    FLEISS = "fleiss_kappa"
    LIGHT = "light_kappa"
    BRENNAN_PREDIGER = "brennan_prediger"
    AC1 = "ac1"
    ALPHA = "alpha"


@dataclass(frozen=True, slots=True)
class TableCell:
    """Units of one code that the same coders have seen and the same coders have coded."""

    seen: frozenset[int]
    coded: frozenset[int]
    units: int


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """How coders agree on one code.

    Attributes:
        code: which.
        units: that at least two coders have seen.
        spans: passages of each coder within the scope; those that overlap are one.
        coded: units that each coder coded.
        prevalence: share of the values given to these units that are "coded".
        coefficients: by measure.
        varies: some unit is coded and some is not. Without that only the percentage says anything, and no average
            has the code in it.
    """

    code: int
    units: int
    spans: tuple[int, ...]
    coded: tuple[int, ...]
    prevalence: Coefficient
    coefficients: Mapping[Measure, Coefficient]
    varies: bool

    @property
    def used_by(self) -> tuple[int, ...]:
        """The coders who coded a unit with it."""
        return tuple(coder for coder, units in enumerate(self.coded) if units)


@dataclass(frozen=True, slots=True)
class Average:
    """A coefficient of several codes together.

    Attributes:
        coefficient: the average, or why there is none.
        codes: how many are in it.
        left_out: codes of the table that are not: nobody used them, or their coefficient is undefined.
    """

    coefficient: Coefficient
    codes: int
    left_out: int


@dataclass(frozen=True, slots=True)
class TableAgreement:
    """How coders agree on every code of a table, and on all.

    Attributes:
        codes: in the order of their numbers.
        pooled: observed and expected agreement averaged first (De Vries et al. 2008); LIGHT has none, being a mean of
            kappas itself.
        mean: plain mean of the codes' coefficients.
    """

    codes: tuple[CodeAgreement, ...]
    pooled: Mapping[Measure, Average]
    mean: Mapping[Measure, Average]


class NoInterval(StrEnum):
    """Why there is no interval."""

    TOO_FEW_CLUSTERS = "too_few_clusters"
    """Nothing can be drawn anew: no source has two turns or paragraphs that count."""
    UNDEFINED = "undefined"
    """The coefficient itself has no value, or had none in any of the samples."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What the samples of a bootstrap say of one coefficient.

    Attributes:
        low, high: the percentile interval; None where `missing` says why.
        samples: how many had a value; the others left the coefficient undefined and do not count.
        below_667, below_800: share of these samples below .667 and .800, the limits of Krippendorff.
        missing: why there is no interval.
    """

    low: float | None = None
    high: float | None = None
    samples: int = 0
    below_667: float | None = None
    below_800: float | None = None
    missing: NoInterval | None = None


@dataclass(frozen=True, slots=True)
class MeasureIntervals:
    """The intervals of one measure: of each code, and of both averages."""

    codes: tuple[Interval, ...]
    pooled: Interval
    mean: Interval


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """The intervals of a table, and all that is needed to get the same again.

    Attributes:
        samples: how many were drawn.
        seed: of the draws.
        level: share of samples within an interval.
        clusters: how many there are to draw from.
        whole_sources: the clusters are sources; else they are turns or paragraphs, drawn within their source.
        intervals: by measure.
    """

    samples: int
    seed: int
    level: float
    clusters: int
    whole_sources: bool
    intervals: Mapping[Measure, MeasureIntervals]


@dataclass(frozen=True, slots=True)
class Confusion:
    """Which codes of the first coder (rows) lie on which of the second (columns); the last of both is "no code".

    Attributes:
        characters: of the text in scope that carry both. Overlapping codes share characters, so rows do not add up.
        passages: pairs of passages that overlap by at least half of the shorter; in the last row and column those
            without such a partner.
        first, second: characters of each code of either coder, "no code" last.
        length: characters compared.
    """

    characters: tuple[tuple[int, ...], ...]
    passages: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    second: tuple[int, ...]
    length: int

    def row_share(self, row: int, column: int) -> float | None:
        """Return the share of the first coder's characters of a code that carry the second's; None without any."""
        return self.characters[row][column] / self.first[row] if self.first[row] else None

    def lift(self, row: int, column: int) -> float | None:
        """Return how many times more characters carry both than chance would have it; None where it expects none."""
        expected = self.first[row] * self.second[column]
        return self.characters[row][column] * self.length / expected if expected else None


class DisagreementClass(StrEnum):
    """What kind of difference there is between coders about a place."""

    AGREE = "agree"
    BOUNDARY = "boundary"
    """All coded it with the code, but not the same characters."""
    DIFFERENT_CODE = "different_code"
    EXTRA_CODE = "extra_code"
    """Others have coded the place, but not with this code too."""
    MISSING = "missing"
    """Somebody has not coded the place at all."""
    SCOPE = "scope"
    """Only one coder has finished the source with this code in the codebook: no disagreement."""


class BoundaryType(StrEnum):
    """How the coder who differs most from the one with the lowest number coded the place, seen from the latter."""

    WIDER = "wider"
    NARROWER = "narrower"
    SHIFTED = "shifted"
    SPLIT = "split"
    """In more passages."""
    MERGED = "merged"
    """In fewer."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place in a source about which coders agree or differ.

    Attributes:
        source: its number.
        start, end: first and last of all passages, in code points of the source.
        kind: the class; boundary: how, where the class is BOUNDARY.
        codes: all in question, ascending.
        votes: for each coder who counts here the codes they gave; empty where they gave none of these.
        spans: the passages in question; those of one coder and code that overlap are one.
        iou: least share of characters that two coders have in common, of what either coded here, 0 to 1.
        stake: characters in scope on which the coders do not have the same of these codes.
    """

    source: int
    start: int
    end: int
    kind: DisagreementClass
    boundary: BoundaryType | None
    codes: tuple[int, ...]
    votes: Mapping[int, tuple[int, ...]]
    spans: tuple[CodedSpan, ...]
    iou: float
    stake: int


@dataclass(frozen=True, slots=True)
class BoundaryOffset:
    """How far apart coders begin and end the passages of a code that they share.

    Attributes:
        pairs: of passages.
        start, end, mean: mean distance of beginnings, of ends, and of both, in characters within the scope;
            NOTHING_CODED without a pair.
    """

    pairs: int
    start: Coefficient
    end: Coefficient
    mean: Coefficient
