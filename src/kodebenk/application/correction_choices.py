"""What a user may decide about a correction before it is taken in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kodebenk.analysis.reanchoring import Fate, Reason
from kodebenk.application.correction_preview import CorrectionPreview, preview_in_worker
from kodebenk.application.followed_marks import FollowedCoding


def set_aside(preview: CorrectionPreview, coding_ids: Collection[int]) -> CorrectionPreview:
    """Return the preview with these codings unplaced, whatever place was found for them.

    `text_correction.apply_correction` then lists them among the unplaced ones, where they are settled one by one.
    """
    wanted = frozenset(coding_ids)
    return replace(
        preview, codings=tuple(_without_place(one) if one.coding_id in wanted else one for one in preview.codings)
    )


def preview_again(path: Path, preview: CorrectionPreview, reader_name: str = "") -> CorrectionPreview:
    """Return what the same correction would do now, after the project changed; for worker threads.

    Args:
        path: the project file.
        preview: the correction as it was looked at before.
        reader_name: who looks at it.

    Raises:
        RuleBroken: TEXT_UNCHANGED where the document has this text already.
    """
    new = preview.text if preview.source is None else preview.source
    return preview_in_worker(path, preview.document_id, new, reader_name)


def _without_place(one: FollowedCoding) -> FollowedCoding:
    if not one.is_placed:
        return one
    return replace(one, fate=Fate.UNPLACED, start=0, end=0, new_words="", score=0.0, reason=Reason.SET_ASIDE)
