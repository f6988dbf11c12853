"""Negotiated agreement: what coders agree on after they talked about the places where they differed.

It is the same figures, computed from the same codings, but with what was settled in place of what each had coded.
Campbell et al. (2013, Sociological Methods & Research 42, 294–320) tell it from intercoder reliability, which is that
of the independent codings: this says how well the codebook works for others, the other how far a team came by talking.
The figure before is the one to report as reliability; the one after may stand beside it, never in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport, ComparedCode
from kodebenk.analysis.agreement.coders_setup import Rater
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.consensus_codings import ReportedCodings
from kodebenk.analysis.agreement.decided_places import decided_places, decisions_by_place, settled_places
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision

_LONG_AGO = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Resolution:
    """How many of the places where raters differ were settled.

    Attributes:
        differences: all of them.
        settled: those of which nothing is open any more; deferred: those that were talked about and left open.
    """

    differences: int
    settled: int
    deferred: int

    @property
    def open(self) -> int:
        """Those about which nobody has said anything."""
        return self.differences - self.settled - self.deferred

    @property
    def share(self) -> float | None:
        """Return the share that was settled, 0 to 1; None where nothing differs."""
        return self.settled / self.differences if self.differences else None


@dataclass(frozen=True, slots=True)
class Discussion:
    """What became of the differences that a report tells of.

    Attributes:
        after: the figures of the same comparison with what was settled; None where nothing was.
    """

    resolution: Resolution
    after: AgreementFigures | None

    def alpha_after(self, code: ComparedCode) -> Coefficient | None:
        """Return alpha of a code of the report after discussion; None where nothing was settled."""
        found = (one for one in self.after.codes if one.id == code.id) if self.after else iter(())
        return next((one.agreement.coefficients[Measure.ALPHA] for one in found), None)


def tell_discussion(
    report: AgreementReport, decisions: Iterable[Decision], after: AgreementFigures | None
) -> Discussion | None:
    """Return what became of a report's differences; None where nobody has settled or left open any of them."""
    resolution = count_resolved(report, decisions)
    return Discussion(resolution, after) if resolution.settled or resolution.deferred else None


def count_resolved(report: AgreementReport, decisions: Iterable[Decision]) -> Resolution:
    """Return how many of a report's differences were settled."""
    known = decisions_by_place(decisions)
    places = report.disagreements
    found = [known.get(one) for one in decided_places(report, places)] if known else []
    settled = sum(one is not None and one.is_settled for one in found)
    return Resolution(len(places), settled, sum(one is not None for one in found) - settled)


def apply_decisions(
    material: AgreementMaterial, report: AgreementReport, decisions: Iterable[Decision]
) -> AgreementMaterial | None:
    """Return the material as if every rater had coded the settled places as they were settled.

    Args:
        material: from which the report was made; the consensus is among its codings.
        report: with the places.
        decisions: of the project, also about places of other comparisons.

    Returns:
        None where no place of the report was settled.
    """
    settled = settled_places(report, decisions)
    if not settled:
        return None
    reported = ReportedCodings(report, material.codings)
    by_id = {one.id: one for one in material.codings}
    moments = [_any_moment(rater, material.codings) for rater in report.setup.raters]
    replaced: set[int] = set()
    added: list[Coding] = []
    for place, decision in settled:
        replaced.update(one.id for one in reported.at(place).all)
        agreed = [by_id[coding_id] for coding_id in decision.coding_ids if coding_id in by_id]
        for rater, moment in zip(report.setup.raters, moments, strict=True):
            added.extend(_as_made_by(rater, moment, agreed))
    kept = [one for one in material.codings if one.id not in replaced]
    return replace(material, codings=[*kept, *added])


def _as_made_by(rater: Rater, moment: str, agreed: Sequence[Coding]) -> Iterator[Coding]:
    for one in agreed:
        yield replace(one, coder_id=rater.coder_id, round=rater.round or one.round, created_at=moment)


def _any_moment(rater: Rater, codings: Iterable[Coding]) -> str:
    """Return a time at which a coding counts as the rater's."""
    return next((one.created_at for one in codings if rater.made(one)), rater.since or _LONG_AGO)
