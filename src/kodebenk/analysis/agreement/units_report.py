"""Every coefficient of several coders' units in one text, and what must be said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.alpha_u_1995 import alpha_u_1995
from kodebenk.analysis.agreement.boundary_similarity import mean_boundary_similarity
from kodebenk.analysis.agreement.continuum import Continuum, Unit, make_continuum
from kodebenk.analysis.agreement.gamma import SAMPLES, Gamma, gamma
from kodebenk.analysis.agreement.unitizing_alpha import UnitizingAlphas, unitizing_alphas
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Chance:
    """How chance is drawn for gamma: samples and seed."""

    samples: int = SAMPLES
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ExclusiveUnits:
    """The coefficients for which a coder gives a place one value."""

    continuum: Continuum
    alphas: UnitizingAlphas
    boundaries: Coefficient


@dataclass(frozen=True, slots=True)
class UnitsReport:
    """All coefficients of coders' units.

    Attributes:
        exclusive: those of units that do not overlap; None where they do, and `refused` says where.
        refused: why `exclusive` is None.
        old_alpha: α_U of 1995, superseded by uα.
        gamma: γ, with γ_cat and γ_k; None where nobody asked for it.
    """

    exclusive: ExclusiveUnits | None
    refused: RuleBroken | None
    old_alpha: Coefficient
    gamma: Gamma | None


def report_units(length: int, units: Mapping[str, Sequence[Unit]], chance: Chance | None = None) -> UnitsReport:
    """Return every coefficient of units; γ, which takes its time, only with a way to draw chance.

    Raises:
        RuleBroken: VALUES_OVERLAP, a coder gave two values to one place. With `chance` this is told in the report
            instead, for γ is made for such units.
    """
    exclusive, refused = None, None
    try:
        exclusive = _compare_exclusive(make_continuum(length, units))
    except RuleBroken as broken:
        if chance is None:
            raise
        refused = broken
    aligned = gamma(length, [*units.values()], samples=chance.samples, seed=chance.seed) if chance else None
    return UnitsReport(exclusive, refused, alpha_u_1995(length, units).together, aligned)


def _compare_exclusive(continuum: Continuum) -> ExclusiveUnits:
    return ExclusiveUnits(continuum, unitizing_alphas(continuum), mean_boundary_similarity(continuum))
