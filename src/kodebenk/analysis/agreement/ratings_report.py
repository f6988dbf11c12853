"""Every coefficient of a table of ratings, and what must be said about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.brennan_prediger import brennan_prediger
from kodebenk.analysis.agreement.chance_correction import ChanceCorrected
from kodebenk.analysis.agreement.cohen_kappa import cohen_kappa, cohen_kappa_max
from kodebenk.analysis.agreement.conger_kappa import conger_kappa
from kodebenk.analysis.agreement.fleiss_kappa import fleiss_kappa, fleiss_kappa_by_value
from kodebenk.analysis.agreement.gwet_ac import gwet_ac
from kodebenk.analysis.agreement.krippendorff_alpha import Level, alpha_by_value, krippendorff_alpha
from kodebenk.analysis.agreement.light_kappa import light_kappa
from kodebenk.analysis.agreement.percent_agreement import percent_agreement
from kodebenk.analysis.agreement.positive_agreement import positive_agreement_by_value
from kodebenk.analysis.agreement.ratings import Ratings, Value
from kodebenk.analysis.agreement.scott_pi import scott_pi
from kodebenk.analysis.agreement.value_weights import ValueWeights, WeightKind, make_weights
from kodebenk.analysis.agreement.values import Coefficient, Undefined

WEIGHTS_OF_LEVEL = {
    Level.NOMINAL: WeightKind.IDENTITY,
    Level.ORDINAL: WeightKind.ORDINAL,
    Level.INTERVAL: WeightKind.QUADRATIC,
    Level.RATIO: WeightKind.RATIO,
}
"""The weights that suit a level, where none are chosen."""

LARGE_DIFFERENCE = 0.2
"""Alpha and AC1 that differ by more tell of values that are used very unevenly (Feinstein and Cicchetti 1990)."""


_WEIGHTED = (
    "percent",
    "cohen_kappa",
    "scott_pi",
    "fleiss_kappa",
    "conger_kappa",
    "light_kappa",
    "brennan_prediger",
)


class RatingsRemark(StrEnum):
    """What must be said about a table of ratings, besides why a coefficient has no value."""

    UNEVEN_VALUES = "uneven_values"
    """Alpha and AC1 differ much, for some values are used far more than others."""
    ONE_CODER_ALONE = "one_coder_alone"
    """Some units have one value and count nowhere or little."""


@dataclass(frozen=True, slots=True)
class ValueAgreement:
    """How the coders agree on one value.

    Attributes:
        value: which.
        count: how often it was given.
        coders: how many coders gave it.
        positive: of those paired with a coder who gave it, the share who gave it too.
        fleiss_kappa: of the value against all others together; so is alpha.
        alpha: Krippendorff's.
    """

    value: Value
    count: int
    coders: int
    positive: Coefficient
    fleiss_kappa: Coefficient
    alpha: Coefficient


@dataclass(frozen=True, slots=True)
class RatingsReport:
    """All coefficients of a table of ratings.

    Attributes:
        units: with at least one value; compared: with at least two; coders: columns of the table.
        level: at which `alpha` is; weights: of `ac2` and of `weighted`.
        plain: coefficients by their keys, in order: `percent`, `cohen_kappa`, …, `ac1`, `ac2`, `alpha`.
        by_level: alpha at every level.
        weighted: the kappas with weights; empty with identity weights, for they are the plain ones.
        by_value: agreement on each value.
        remarks: what must be said besides.
    """

    units: int
    compared: int
    coders: int
    level: Level
    weights: WeightKind
    plain: Mapping[str, Coefficient]
    by_level: Mapping[Level, Coefficient]
    weighted: Mapping[str, Coefficient]
    by_value: tuple[ValueAgreement, ...]
    remarks: tuple[RatingsRemark, ...]


def report_ratings(ratings: Ratings, level: Level = Level.NOMINAL, weights: WeightKind | None = None) -> RatingsReport:
    """Return every coefficient of the ratings; the weights are those that suit the level unless they are chosen."""
    kind = WEIGHTS_OF_LEVEL[level] if weights is None else weights
    chosen = make_weights(kind, ratings)
    tallies = ratings.tallies()
    by_level = {one: krippendorff_alpha(tallies, one) for one in Level}
    plain = {
        "percent": percent_agreement(tallies),
        "cohen_kappa": cohen_kappa(ratings),
        "cohen_kappa_max": cohen_kappa_max(ratings),
        "scott_pi": scott_pi(ratings),
        "fleiss_kappa": fleiss_kappa(tallies),
        "conger_kappa": conger_kappa(ratings),
        "light_kappa": light_kappa(ratings),
        "brennan_prediger": brennan_prediger(tallies),
        "ac1": gwet_ac(tallies),
        "ac2": ChanceCorrected(undefined=chosen) if isinstance(chosen, Undefined) else gwet_ac(tallies, chosen),
        "alpha": by_level[level],
    }
    return RatingsReport(
        units=tallies.number_of_units,
        compared=sum(tallies.pairable.values()),
        coders=ratings.coders,
        level=level,
        weights=kind,
        plain=plain,
        by_level=by_level,
        weighted={} if kind is WeightKind.IDENTITY else _weighted(ratings, chosen),
        by_value=tuple(_by_value(ratings)),
        remarks=tuple(_remarks(ratings, plain["ac1"], by_level[Level.NOMINAL])),
    )


def _weighted(ratings: Ratings, weights: ValueWeights | Undefined) -> dict[str, Coefficient]:
    if isinstance(weights, Undefined):
        return dict.fromkeys(_WEIGHTED, Coefficient(undefined=weights))
    tallies = ratings.tallies()
    return {
        "percent": percent_agreement(tallies, weights),
        "cohen_kappa": cohen_kappa(ratings, weights),
        "scott_pi": scott_pi(ratings, weights),
        "fleiss_kappa": fleiss_kappa(tallies, weights),
        "conger_kappa": conger_kappa(ratings, weights),
        "light_kappa": light_kappa(ratings, weights),
        "brennan_prediger": brennan_prediger(tallies, weights),
    }


def _by_value(ratings: Ratings) -> Iterator[ValueAgreement]:
    tallies = ratings.tallies()
    counts, givers = [0] * len(ratings.values), [set[int]() for _ in ratings.values]
    for pattern, number in ratings.patterns.items():
        for coder, value in enumerate(pattern):
            if value is not None:
                counts[value] += number
                givers[value].add(coder)
    positive, kappas = positive_agreement_by_value(tallies), fleiss_kappa_by_value(tallies)
    for place, alpha in enumerate(alpha_by_value(tallies)):
        yield ValueAgreement(
            ratings.values[place], counts[place], len(givers[place]), positive[place], kappas[place], alpha
        )


def _remarks(ratings: Ratings, ac1: Coefficient, alpha: Coefficient) -> Iterator[RatingsRemark]:
    if ac1.value is not None and alpha.value is not None and abs(ac1.value - alpha.value) > LARGE_DIFFERENCE:
        yield RatingsRemark.UNEVEN_VALUES
    tallies = ratings.tallies()
    if tallies.number_of_units > sum(tallies.pairable.values()) and tallies.pairable:
        yield RatingsRemark.ONE_CODER_ALONE
