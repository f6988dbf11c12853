"""What the words that are left out would do to the agreement. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.compared_texts import make_comparison
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.values import Coefficient


def alpha_of_all(
    material: AgreementMaterial, report: AgreementReport, is_cancelled: Callable[[], bool] = lambda: False
) -> Coefficient | None:
    """Return alpha of all codes together, pooled, as it is when interviewers, labels and headings count as well.

    Args:
        material: from which the report was made.
        report: of the same documents and codes.
        is_cancelled: asked now and then.

    Returns:
        None where nothing is left out.

    Raises:
        Cancelled: the user stopped.
    """
    if report.setup.scope is Scope.ALL or not report.left_out:
        return None
    comparison = make_comparison(material, replace(report.setup, scope=Scope.ALL))
    agreement = measure_agreement(build_joint_table(comparison, is_cancelled), is_cancelled)
    return agreement.pooled[Measure.ALPHA].coefficient
