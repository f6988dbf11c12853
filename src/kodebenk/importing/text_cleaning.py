"""The one form that every text takes before it is stored: NFC, LF, nothing that cannot be shown or exported."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
# Old control codes of word processors: 1F is an optional hyphen, 1C to 1E stand between words.
_SEPARATORS = re.compile("[\x1c-\x1e]")
_DROPPED = re.compile(
    "[\x00-\x08\x0c\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u200b\u2060\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_MOST_MARKS = 30
"""Combining marks on one letter, as Unicode Standard Annex #15, 13 (Stream-Safe Text Format) allows."""
_MARKS_JOINER = "\u034f"
_PERHAPS_MARKS = re.compile(f"[\u0300-\U0010ffff]{{{_MOST_MARKS + 1}}}")
_BLANK_LINE_START = re.compile(r"[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class CleanedText:
    """A text and where its pages begin; `page_starts` is empty for a text without form feeds."""

    text: str
    page_starts: tuple[int, ...] = ()


def clean_text(raw: str) -> str:
    """Return the text in NFC with LF line ends, without anything that cannot be stored, shown or exported.

    Removed: control characters (form feeds too), soft hyphens, byte order marks and other characters without width
    that split words, lone surrogates and noncharacters. Zero width joiners stay: emoji need them. The result may be
    put after a line break or a blank without losing its form.
    """
    joined = _SURROGATE_PAIR.sub(_join_surrogates, raw)
    lines = _SEPARATORS.sub(" ", _LINE_ENDS.sub("\n", joined))
    return unicodedata.normalize("NFC", _divide_marks(_DROPPED.sub("", lines)))


def clean_paged_text(raw: str) -> CleanedText:
    """Return the cleaned text and the start of each page; a form feed ends a page and leaves the text.

    Where a form feed has no line break on either side, a line break takes its place, so that no words grow together.
    Form feeds at the end of the text end the last page and begin none.
    """
    pages = [clean_text(page) for page in raw.rstrip("\f\r\n\t ").split("\f")]
    if len(pages) == 1:
        return CleanedText(clean_text(raw))
    text = ""
    starts = []
    for number, page in enumerate(pages):
        if number and not (text.endswith("\n") or _BLANK_LINE_START.match(page)):
            text += "\n"
        starts.append(len(text))
        text += page
    return CleanedText(text, tuple(starts))


def is_nfc_at_seam(before: str, after: str) -> bool:
    """Tell whether two NFC texts can be put together without the seam leaving NFC."""
    return not before or not after or unicodedata.is_normalized("NFC", before[-1] + after[0])


def _divide_marks(text: str) -> str:
    """Return the text with a joiner after every thirty marks on a letter.

    Normalizing sorts the marks of a letter, in time that grows with the square of their number: a megabyte of marks
    would take minutes.
    """
    if not _PERHAPS_MARKS.search(text):
        return text
    pieces: list[str] = []
    marks = 0
    for letter in text:
        for part in unicodedata.normalize("NFD", letter):
            marks = marks + 1 if unicodedata.combining(part) else 0
            if marks > _MOST_MARKS:
                pieces.append(_MARKS_JOINER)
                marks = 1
            pieces.append(part)
    return "".join(pieces)


def _join_surrogates(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
