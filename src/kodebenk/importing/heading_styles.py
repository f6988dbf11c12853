"""Headings that are told by the name of their paragraph style."""

from __future__ import annotations

import re

_HEADING_NAME = re.compile(r"(?:heading|overskrift|berschrift|titre)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "tittel"})


def level_of_style(name: str) -> int:
    """Return the heading level that a style's name says, such as 2 for `heading 2` and 1 for `Title`; else 0."""
    if name.casefold() in _TITLE_NAMES:
        return 1
    found = _HEADING_NAME.fullmatch(name.strip())
    return int(found[1]) if found else 0
