"""What a comparison would be like with the words that are left out of it; for worker threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial
    from kodebenk.analysis.agreement.coders_report import AgreementReport
    from kodebenk.analysis.agreement.values import Coefficient


def alpha_of_all(
    material: AgreementMaterial, report: AgreementReport, is_cancelled: Callable[[], bool] = lambda: False
) -> Coefficient | None:
    """Return pooled alpha with the units too that a comparison leaves out; None where it leaves out none.

    Args:
        material: from which the report was made.
        report: of the comparison.
        is_cancelled: asked now and then.

    Raises:
        Cancelled: the user stopped.
    """
    from kodebenk.analysis.agreement import scope_effect

    return scope_effect.alpha_of_all(material, report, is_cancelled)


def with_alpha_of_all(material: AgreementMaterial, report: AgreementReport) -> AgreementReport:
    """Return the report with that figure, for the notes of a file."""
    return replace(report, alpha_of_all=alpha_of_all(material, report))
