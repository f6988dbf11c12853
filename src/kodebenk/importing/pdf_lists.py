"""Knows the marks before list items and the labels before a speaker's words, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

BULLETS = "•▪●◦○■□➢✓‣⁃·∙*\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
"""Signs that stand before items and nowhere else at the start of a line; some are places of symbol fonts."""

_MARK = re.compile(
    rf"(?P<bullet>[{re.escape(BULLETS)}])(?:\s+|$)"
    r"|(?P<dash>[-–—])(?:\s+|$)"
    r"|(?P<number>\d{1,3})(?P<after>[.)])(?:\s+|$)"
    r"|\(?(?P<letter>[a-zæøå]|[ivx]{2,4})\)(?:\s+|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-ZÆØÅ0-9][^:.?!]{0,39}:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark that a line begins with.

    Attributes:
        kind: bullet, dash, number or letter, with the sign itself or what follows the number.
        number: of a numbered item, else 0.
        length: characters of the mark, without blanks after it.
    """

    kind: str
    number: int
    length: int

    @property
    def is_sure(self) -> bool:
        """Whether the mark cannot be the start of a sentence or part of one."""
        return self.kind.startswith(("bullet", "letter")) or self.kind == "number)"

    def follows(self, other: ListMark) -> bool:
        """Tell whether this mark can stand before the item after that with the other one."""
        if self.kind.startswith("number"):
            return self.kind == other.kind and self.number == other.number + 1
        return self.kind == other.kind


def find_mark(text: str) -> ListMark | None:
    """Return the mark that a line begins with, or None."""
    found = _MARK.match(text)
    if not found:
        return None
    length = len(found[0].rstrip())
    if found["number"]:
        return ListMark("number" + found["after"], int(found["number"]), length)
    if found["letter"]:
        return ListMark("letter", 0, length)
    return ListMark(("bullet" if found["bullet"] else "dash") + found[0][0], 0, length)


def is_label(text: str) -> bool:
    """Tell whether a line begins with what may be a speaker's label and a colon."""
    return _LABEL.match(text) is not None


def levels_of(indents: Sequence[float], step: float) -> list[int]:
    """Return the level of each item of one list from where its mark stands; a step is the least that counts."""
    levels: list[int] = []
    open_at: list[float] = []
    for indent in indents:
        while open_at and indent < open_at[-1] - step:
            open_at.pop()
        if not open_at or indent > open_at[-1] + step:
            open_at.append(indent)
        levels.append(len(open_at))
    return levels
