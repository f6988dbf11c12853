"""What a decision would do to the agreement on a code, before it is made. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.compared_texts import put_codings
from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding
from kodebenk.analysis.agreement.decided_places import decided_place
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.krippendorff_alpha import krippendorff_alpha
from kodebenk.analysis.agreement.negotiated_agreement import apply_decisions
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision, DecisionChoice
from kodebenk.domain.passage import Anchor, Passage

_NOBODY = 0
"""Whose the codings are that are only supposed; no coder has this id."""


def alpha_if_settled(
    material: AgreementMaterial,
    report: AgreementReport,
    decisions: Iterable[Decision],
    place: ComparedPlace,
    wanted: Sequence[ConsensusCoding],
    code_id: int,
) -> Coefficient:
    """Return alpha of a code after discussion, if a place were settled so besides all that is settled already.

    Args:
        material: from which the report was made.
        report: how the coders agree by themselves.
        decisions: of the project; one about the same place does not count.
        place: of the report, about which the raters differ.
        wanted: what would stand there; nothing where the place is not coded with the codes in question.
        code_id: of the code that is asked about.
    """
    key = decided_place(report, place)
    supposed = [_supposed(place.document_id, -number, one) for number, one in enumerate(wanted, 1)]
    decision = Decision(
        id=_NOBODY,
        guid="",
        place=key,
        kind=place.kind.value,
        quote=place.quote,
        choice=DecisionChoice.EDIT if wanted else DecisionChoice.NEITHER,
        coder_id=None,
        reason="",
        tag=None,
        decided_at="",
        decided_by=_NOBODY,
        comparison_id=None,
        coding_ids=tuple(one.id for one in supposed),
    )
    with_supposed = replace(material, codings=[*material.codings, *supposed])
    settled = apply_decisions(with_supposed, report, [*(one for one in decisions if one.place != key), decision])
    comparison = put_codings(report.comparison, settled or material, replace(report.setup, codes=(code_id,)))
    found = krippendorff_alpha(build_joint_table(comparison).ratings_of(0))
    return Coefficient(found.value, found.undefined)


def _supposed(document_id: int, coding_id: int, one: ConsensusCoding) -> Coding:
    passage = Passage(document_id, one.start, one.end)
    return Coding(coding_id, "", passage, Anchor("", "", ""), one.code_id, _NOBODY, one.round, "")
