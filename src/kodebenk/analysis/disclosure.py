"""Groups so small that they point at one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

SMALLEST_GROUP = 2
"""Groups with fewer respondents are reported."""


def small_groups(groups: Iterable[str], smallest: int = SMALLEST_GROUP) -> tuple[tuple[str, int], ...]:
    """Return the named groups with fewer than `smallest` members, with their size, in order of first appearance."""
    sizes = Counter(group for group in groups if group)
    return tuple((group, size) for group, size in sizes.items() if size < smallest)
