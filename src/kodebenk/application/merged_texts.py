"""Takes texts of another copy over: what stands in them here follows, as when a text is corrected."""

from __future__ import annotations

from dataclasses import replace

from kodebenk.analysis.project_matching import Basis
from kodebenk.analysis.reanchoring import Fate
from kodebenk.application.correction_preview import CorrectionBasis, CorrectionPreview, preview_of
from kodebenk.application.followed_marks import FollowedCoding, FollowedMark
from kodebenk.application.merge_plan import MergeChoices, MergePlan
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import DocumentText
from kodebenk.domain.guide import QuestionPlace
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.storage.project_content import ProjectContent

TakenText = tuple[CorrectionBasis, CorrectionPreview]


def take_texts(plan: MergePlan, choices: MergeChoices) -> tuple[MergePlan, MergeChoices, list[TakenText]]:
    """Return the plan as it is once the chosen texts were taken over, and the corrections that this means.

    The choices come back with the texts that really differ, of documents that really are the same.
    """
    taken: dict[str, TakenText] = {}
    ours, followed = plan.ours, dict(plan.followed)
    guids = {one.id: one.guid for one in plan.theirs.content.documents}
    for match in plan.documents:
        guid = guids[match.theirs]
        is_joined = match.basis is not Basis.LIKENESS or guid in choices.similar
        if is_joined and guid in choices.texts and match.theirs in followed:
            basis = _basis(ours, match.ours)
            preview = preview_of(basis, plan.theirs.content.texts[match.theirs].text)
            taken[guid] = basis, preview
            ours = _corrected(ours, preview)
            del followed[match.theirs]
    after = replace(plan, ours=ours, followed=followed)
    return after, replace(choices, texts=frozenset(taken)), list(taken.values())


def _basis(ours: ProjectContent, document_id: int) -> CorrectionBasis:
    return CorrectionBasis(
        next(one for one in ours.documents if one.id == document_id),
        ours.texts[document_id],
        tuple(one for one in ours.codings if one.passage.document_id == document_id),
        tuple(one for one in ours.places if one.document_id == document_id),
    )


def _corrected(ours: ProjectContent, preview: CorrectionPreview) -> ProjectContent:
    """Return what the project says after a correction; its structure and speakers are those of before."""
    codings = {one.coding_id: one for one in preview.codings}
    places = {one.mark_id: one for one in preview.questions}
    text = ours.texts[preview.document_id]
    return replace(
        ours,
        codings=tuple(
            _moved_coding(one, codings[one.id], preview) if one.id in codings else one for one in ours.codings
        ),
        places=tuple(_moved_places(ours.places, places)),
        texts={**ours.texts, preview.document_id: _moved_voices(text, preview)},
    )


def _moved_coding(one: Coding, where: FollowedCoding, preview: CorrectionPreview) -> Coding:
    """Return a coding where it is now; one whose words were altered counts as unplaced: theirs knows better."""
    if where.reason is not None:
        return replace(one, unplaced=where.reason.value)
    place = Passage(preview.document_id, where.start, where.end)
    anchor = anchor_of(preview.text, where.start, where.end)
    return replace(one, passage=place, anchor=anchor, unplaced="" if where.fate is Fate.KEPT else where.fate.value)


def _moved_places(places: tuple[QuestionPlace, ...], moved: dict[int, FollowedMark]) -> list[QuestionPlace]:
    found: dict[tuple[int, int, int], QuestionPlace] = {}
    for one in sorted(places, key=lambda place: place.id):
        where = moved.get(one.id)
        if where is not None and where.reason is not None:
            continue
        here = one if where is None else replace(one, start=where.start, end=where.end, quote=where.words)
        found.setdefault((here.question_id, here.document_id, here.start), here)
    return list(found.values())


def _moved_voices(text: DocumentText, preview: CorrectionPreview) -> DocumentText:
    moved = {one.mark_id: one for one in preview.voices}
    voices = []
    for one in text.voices:
        where = moved[one.id]
        if where.reason is not None:
            voices.append(replace(one, unplaced=where.reason.value))
        else:
            voices.append(replace(one, start=where.start, end=where.end, quote=where.words, unplaced=""))
    return replace(text, text=preview.text, voices=tuple(voices))
