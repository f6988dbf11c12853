"""Cuts an RTF file into its tokens (Rich Text Format 1.9.1, "RTF syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<argument>-?\d{1,10})?[ ]?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|(?P<nothing>[\r\n\x00]+|\\)",
    re.DOTALL,
)
_NESTING = re.compile(r"\\bin(\d{1,10})[ ]?|\\.|[{}]", re.DOTALL)
_COMING = re.compile(r"[\r\n]*(?:\\\*[\r\n ]*)?\\([a-zA-Z]{1,32})")


class RtfPart(StrEnum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SIGN = "sign"
    HEX = "hex"
    TEXT = "text"


class RtfToken(NamedTuple):
    """A token; `argument` is the number behind a control word, None where there is none."""

    part: RtfPart
    value: str = ""
    argument: int | None = None


_OPEN = RtfToken(RtfPart.OPEN)
_CLOSE = RtfToken(RtfPart.CLOSE)


class RtfTokens:
    """The tokens of a file, whose bytes are given as characters of the same number (ISO 8859-1)."""

    def __init__(self, characters: str) -> None:
        self._characters = characters
        self._position = 0

    def __iter__(self) -> Iterator[RtfToken]:
        while found := _TOKEN.match(self._characters, self._position):
            self._position = found.end()
            if word := found["word"]:
                argument = int(found["argument"]) if found["argument"] else None
                if word == "bin":  # so many bytes that are no RTF
                    self._position += max(0, argument or 0)
                else:
                    yield RtfToken(RtfPart.WORD, word, argument)
            elif text := found["text"]:
                yield RtfToken(RtfPart.TEXT, text)
            elif code := found["hex"]:
                yield RtfToken(RtfPart.HEX, code)
            elif brace := found["brace"]:
                yield _OPEN if brace == "{" else _CLOSE
            elif sign := found["sign"]:
                yield RtfToken(RtfPart.SIGN, sign)

    def skip_group(self) -> None:
        """Go on before the brace that closes the group that is open, or at the end where none does."""
        depth = 1
        while found := _NESTING.search(self._characters, self._position):
            self._position = found.end()
            if found[0] == "{":
                depth += 1
            elif found[0] == "}":
                depth -= 1
                if depth == 0:
                    self._position = found.start()
                    return
            elif found[1]:
                self._position += int(found[1])
        self._position = len(self._characters)

    def take_group(self) -> RtfTokens:
        """Return what is left of the group that is open, and go on before the brace that closes it."""
        start = self._position
        self.skip_group()
        return RtfTokens(self._characters[start : self._position])

    def coming_word(self) -> str:
        r"""Return the control word that comes next, also behind `\*`; empty where none does."""
        found = _COMING.match(self._characters, self._position)
        return found[1] if found else ""
