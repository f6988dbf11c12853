"""How far apart coders begin and end the passages that they share. Loads numpy."""

from __future__ import annotations

import numpy as np

from kodebenk.analysis.agreement.comparison import BoundaryOffset
from kodebenk.analysis.agreement.span_layout import Numbers
from kodebenk.analysis.agreement.span_matching import SpanMatches
from kodebenk.analysis.agreement.values import Coefficient, Undefined


def measure_offsets(matches: SpanMatches, codes: int) -> tuple[BoundaryOffset, ...]:
    """Return the mean offsets of each code, over all pairs of passages of two coders that are matched one to one."""
    passages = matches.layout.passages
    one = np.array([link.one for link in matches.same], dtype=np.int64)
    other = np.array([link.other for link in matches.same], dtype=np.int64)
    code = passages.code[one]
    pairs = np.bincount(code, minlength=codes)
    starts = _sum(code, passages.start[one] - passages.start[other], codes)
    ends = _sum(code, passages.end[one] - passages.end[other], codes)
    return tuple(map(_offset, pairs.tolist(), starts, ends))


def _sum(code: Numbers, distance: Numbers, codes: int) -> list[float]:
    sums: list[float] = np.bincount(code, weights=np.abs(distance), minlength=codes).tolist()
    return sums


def _offset(pairs: int, start: float, end: float) -> BoundaryOffset:
    if not pairs:
        none = Coefficient(undefined=Undefined.NOTHING_CODED)
        return BoundaryOffset(0, none, none, none)
    means = (start / pairs, end / pairs, (start + end) / 2 / pairs)
    return BoundaryOffset(pairs, *map(Coefficient, means))
