"""Search in texts: every hit with its position, without regard to case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

CONTEXT = 60
"""Characters shown on each side of a hit."""


def find_words(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Yield every place `[start, end)` where the words of the query stand one after the other.

    White space in the query matches any white space. å is not a.
    """
    words = unicodedata.normalize("NFC", query).split()
    if words:
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
        for match in pattern.finditer(text):
            yield match.span()


def context_of(text: str, start: int, end: int) -> str:
    """Return the hit with up to 60 characters on each side, cut at blanks, on one line."""
    low, high = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before, after = text[low:start], text[end:high]
    if low > 0 and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if high < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
