"""Breaks text into lines by cached widths of words, the same for measuring and for painting.

QTextLayout takes about 100 µs for a cell; a matrix of 100 rows and 30 columns has 3 000 of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

_MOST_WORDS = 20_000


class TextFace:
    """A font with the widths of the words met so far, in px."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.space = self._metrics.horizontalAdvance(" ")

    def width(self, text: str) -> float:
        """Return the advance of a word or short text in px."""
        if text not in self._widths:
            if len(self._widths) > _MOST_WORDS:
                self._widths.clear()
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def elided(self, text: str, width: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@dataclass(slots=True)
class Piece:
    """A stretch of one line; `marked` as the part that it comes from."""

    x: float
    text: str
    width: float
    marked: bool


Line = list[Piece]


def wrap_text(parts: Sequence[tuple[str, bool]], face: TextFace, width: float, most_lines: int = 0) -> list[Line]:
    """Return the lines of a text that is made of marked and unmarked parts, set apart by a blank.

    Line breaks in the text are kept. Words wider than a line are cut. With `most_lines` the last line is elided.
    """
    lines: list[Line] = [[]]
    x = 0.0
    for word, marked in _words(parts, face, width):
        if word == "\n":
            lines.append([])
            x = 0.0
            continue
        advance = face.width(word)
        if lines[-1] and x + face.space + advance > width:
            lines.append([])
            x = 0.0
        x = _add(lines[-1], word, advance, marked, x, face.space)
        if most_lines and len(lines) > most_lines:
            break
    if most_lines and len(lines) > most_lines:
        lines = lines[:most_lines]
        _elide(lines[-1], face, width)
    return lines


def _add(line: Line, word: str, advance: float, marked: bool, x: float, space: float) -> float:
    if line and line[-1].marked == marked:
        line[-1].text += f" {word}"
        line[-1].width += space + advance
        return x + space + advance
    x += space if line else 0.0
    line.append(Piece(x, word, advance, marked))
    return x + advance


def _words(parts: Sequence[tuple[str, bool]], face: TextFace, width: float) -> Iterator[tuple[str, bool]]:
    for text, marked in parts:
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                yield "\n", marked
            for word in paragraph.split():
                for piece in _cut(word, face, width):
                    yield piece, marked


def _cut(word: str, face: TextFace, width: float) -> Iterator[str]:
    while face.width(word) > width and len(word) > 1:
        size = max(1, min(len(word) - 1, int(len(word) * width / face.width(word))))
        while size > 1 and face.width(word[:size]) > width:
            size -= 1
        yield word[:size]
        word = word[size:]
    yield word


def _elide(line: Line, face: TextFace, width: float) -> None:
    if not line:
        line.append(Piece(0.0, "…", face.width("…"), False))
        return
    last = line[-1]
    words = last.text.split(" ")
    while len(words) > 1 and face.width(" ".join(words) + " …") > width - last.x:
        words.pop()
    last.text = face.elided(" ".join(words) + " …", width - last.x)
    last.width = face.width(last.text)
