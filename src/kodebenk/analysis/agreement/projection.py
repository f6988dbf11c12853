"""Says which units of a grid passages code, by rule. Loads numpy."""

from __future__ import annotations

import numpy as np

from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.span_layout import Numbers, join_ranges


def project_on_units(
    rule: ProjectionRule,
    passages: tuple[Numbers, Numbers, Numbers],
    units: tuple[Numbers, Numbers],
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the coded units as ranges `(group, first, past the last)` of unit numbers, joined within each group.

    Only the first and last unit under a passage can be covered in part, so no unit between them is looked at.

    Args:
        rule: when a unit counts as coded.
        passages: group, start and end; those of one group do not overlap. A group is a coder with a code.
        units: starts and ends, in order and without overlap.
    """
    group, start, end = passages
    unit_start, unit_end = units
    first = np.searchsorted(unit_end, start, "right")
    past = np.searchsorted(unit_start, end, "left")
    hits = first < past
    group, start, end, first, past = (column[hits] for column in (group, start, end, first, past))
    if rule is not ProjectionRule.ANY:
        at_first = _cover((start, end), units, first)
        at_last = _cover((start, end), units, past - 1)
        size = unit_end - unit_start
        if rule is ProjectionRule.HALF_SHORTER:
            lost_first = 2 * at_first < np.minimum(end - start, size[first])
            lost_last = 2 * at_last < np.minimum(end - start, size[past - 1])
        else:
            together = _Together(group, (first, past - 1), (at_first, at_last), len(size))
            lost_first = 2 * together.at(0) < size[first]
            lost_last = 2 * together.at(1) < size[past - 1]
        single = first == past - 1
        first = first + lost_first
        past = past - (lost_last & ~single)
    kept = first < past
    return join_ranges(group[kept], first[kept], past[kept], touching=True)


def _cover(passages: tuple[Numbers, Numbers], units: tuple[Numbers, Numbers], which: Numbers) -> Numbers:
    """Return how much of a unit each passage covers."""
    (start, end), (unit_start, unit_end) = passages, units
    return np.minimum(end, unit_end[which]) - np.maximum(start, unit_start[which])


class _Together:
    """How much the passages of a group cover together of the units at their ends."""

    def __init__(
        self, group: Numbers, ends: tuple[Numbers, Numbers], covers: tuple[Numbers, Numbers], units: int
    ) -> None:
        first, last = ends
        # A passage within one unit has it at both ends; it counts once.
        cover = np.concatenate((covers[0], np.where(first == last, 0, covers[1])))
        _, place = np.unique(np.concatenate((group * units + first, group * units + last)), return_inverse=True)
        sums = np.bincount(place, weights=cover).astype(np.int64)
        self._sums = sums[place].reshape(2, -1)

    def at(self, end: int) -> Numbers:
        """Return the cover of the first (0) or last (1) unit under each passage."""
        found: Numbers = self._sums[end]
        return found
