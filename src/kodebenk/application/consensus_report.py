"""How coders agree after discussion, beside how they agreed before it (see `negotiated_agreement`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding
from kodebenk.analysis.agreement.negotiated_agreement import apply_decisions
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.domain.consensus import Decision


def alpha_if_settled(
    material: AgreementMaterial,
    report: AgreementReport,
    decisions: Iterable[Decision],
    place: ComparedPlace,
    wanted: Sequence[ConsensusCoding],
    code_id: int,
) -> Coefficient:
    """Return alpha of a code after discussion, if a place were settled so (`consensus_actions.preview`) as well."""
    from kodebenk.analysis.agreement import decision_effect

    return decision_effect.alpha_if_settled(material, report, decisions, place, wanted, code_id)


def compare_after(
    material: AgreementMaterial,
    report: AgreementReport,
    decisions: Iterable[Decision],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AgreementFigures | None:
    """Return the figures of a comparison with every settled place as it was settled; None where nothing was.

    Args:
        material: from which the report was made.
        report: how the coders agree by themselves.
        decisions: of the project.
        is_cancelled: asked now and then.

    Raises:
        Cancelled: the user stopped.
    """
    settled = apply_decisions(material, report, decisions)
    if settled is None:
        return None
    from kodebenk.analysis.agreement.coders_comparison import compare_figures

    return compare_figures(report, settled, is_cancelled)
