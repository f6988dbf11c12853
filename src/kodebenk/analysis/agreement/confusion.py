"""Says which codes of one coder lie where another used which. Loads numpy."""

from __future__ import annotations

import numpy as np

from kodebenk.analysis.agreement.comparison import Comparison, Confusion
from kodebenk.analysis.agreement.span_layout import Layout, Numbers, Passages, join_ranges, lay_out_shared
from kodebenk.analysis.agreement.span_matching import Overlaps, find_overlaps


def cross_codes(comparison: Comparison, first: int, second: int, layout: Layout | None = None) -> Confusion:
    """Return the codes of two coders against each other, in the sources that both have finished.

    Args:
        comparison: units and rule play no part: characters and passages are counted.
        first: coder of the rows.
        second: coder of the columns.
        layout: what `lay_out_shared` gives for both, where that is known already.
    """
    layout, codes = layout or lay_out_shared(comparison, frozenset((first, second))), comparison.codes
    passages = layout.passages.chosen(np.isin(layout.passages.coder, (first, second)))
    overlaps = find_overlaps(passages)
    rows = np.where(passages.coder[overlaps.one] == first, overlaps.one, overlaps.other)
    columns = np.where(passages.coder[overlaps.one] == first, overlaps.other, overlaps.one)
    cells = passages.code[rows] * codes + passages.code[columns]
    table = np.bincount(cells, weights=overlaps.shared, minlength=codes * codes).astype(np.int64)
    one, other = (passages.chosen(passages.coder == coder) for coder in (first, second))
    return Confusion(
        _as_rows(_border_characters(table.reshape(codes, codes), one, other, layout.size)),
        _as_rows(_count_pairs(passages, overlaps, (rows, columns), (first, second), codes)),
        _lengths(one, codes, layout.size),
        _lengths(other, codes, layout.size),
        layout.size,
    )


def _border_characters(table: Numbers, one: Passages, other: Passages, size: int) -> Numbers:
    """Return the table with the row and column of characters that one coder alone has coded, and nobody."""
    codes = len(table)
    bordered = np.zeros((codes + 1, codes + 1), dtype=np.int64)
    bordered[:codes, :codes] = table
    bordered[:codes, codes] = _outside(one, other, codes)
    bordered[codes, :codes] = _outside(other, one, codes)
    _, starts, ends = _cover(one, other)
    bordered[codes, codes] = size - (ends - starts).sum()
    return bordered


def _outside(passages: Passages, others: Passages, codes: int) -> Numbers:
    """Return for each code the characters of passages that no other passage covers."""
    _, starts, ends = _cover(others)
    before = np.concatenate(([0], np.cumsum(ends - starts)))
    covered = _covered_before(passages.end, starts, ends, before) - _covered_before(
        passages.start, starts, ends, before
    )
    alone = passages.end - passages.start - covered
    return np.bincount(passages.code, weights=alone, minlength=codes).astype(np.int64)


def _covered_before(places: Numbers, starts: Numbers, ends: Numbers, before: Numbers) -> Numbers:
    if not len(starts):
        return np.zeros_like(places)
    at = np.maximum(np.searchsorted(starts, places, "right") - 1, 0)
    found: Numbers = before[at] + np.clip(places - starts[at], 0, (ends - starts)[at])
    return found


def _cover(*passages: Passages) -> tuple[Numbers, Numbers, Numbers]:
    start, end = (np.concatenate([getattr(one, name) for one in passages]) for name in ("start", "end"))
    return join_ranges(np.zeros_like(start), start, end, touching=True)


def _count_pairs(
    passages: Passages, overlaps: Overlaps, pairs: tuple[Numbers, Numbers], coders: tuple[int, int], codes: int
) -> Numbers:
    rows, columns = (which[overlaps.mostly] for which in pairs)
    counts = np.zeros((codes + 1, codes + 1), dtype=np.int64)
    np.add.at(counts, (passages.code[rows], passages.code[columns]), 1)
    for coder, partnered, axis in ((coders[0], rows, 0), (coders[1], columns, 1)):
        alone = passages.coder == coder
        alone[partnered] = False
        lone = np.bincount(passages.code[alone], minlength=codes)
        counts[(slice(codes), codes) if axis == 0 else (codes, slice(codes))] = lone
    return counts


def _lengths(passages: Passages, codes: int, size: int) -> tuple[int, ...]:
    sums = np.bincount(passages.code, weights=passages.end - passages.start, minlength=codes).astype(np.int64)
    _, starts, ends = _cover(passages)
    return (*sums.tolist(), int(size - (ends - starts).sum()))


def _as_rows(table: Numbers) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, table.tolist()))
