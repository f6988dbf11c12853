"""Tells what becomes of a hyphen at the end of a printed line: whether it divides a word or belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kodebenk.importing.imported_document import Outcome
from kodebenk.importing.text_cleaning import is_nfc_at_seam

SOFT_HYPHEN = "\u00ad"

_HYPHEN_END = re.compile(r"(?P<word>[^\s\-]+)(?P<gap> ?)[-\u2010]$")
_ADDRESS_END = re.compile(r"(?:://|\bwww\.)\S*$")
_KEPT_BEFORE = frozenset({"og", "eller", "samt", "til", "and", "or", "och", "men"})
_KEPT_AFTER = frozenset({"ikke", "ikkje"})
_RANGE_END = re.compile(r"\d[–—]$")
_FIRST_WORD = re.compile(r"[\w-]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Seam:
    """How two printed lines are put together.

    Attributes:
        cut: characters to take off the end of the first line.
        between: what to put between the lines; empty or a blank.
        outcome: JOINED where a hyphen that divided a word is gone, KEPT where a real hyphen stays, None where the line
            ends without one.
    """

    cut: int
    between: str
    outcome: Outcome | None = None


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the words that stand inside lines, folded; they tell whether a divided word has a real hyphen."""
    found: set[str] = set()
    for line in lines:
        found.update(word.casefold() for word in _WORDS.findall(line)[1:-1])
    return frozenset(found)


def find_seam(before: str, after: str, vocabulary: frozenset[str], *, is_divided: bool = False) -> Seam:
    """Return how the lines `before` and `after` are put together; `is_divided` where a soft hyphen was taken off.

    A hyphen at the line's end goes where it divides a word (`styrings-/modell`, also `om -/fanget`). It stays, with a
    blank, before og, eller, samt, til; it stays after capitals, digits, a single letter (`e-/post`) and `ikke`, before
    capitals, in the address of a page, and where the word has it elsewhere.
    """
    if is_divided:
        return Seam(0, "" if is_nfc_at_seam(before, after) else " ", Outcome.JOINED)
    found = _HYPHEN_END.search(before)
    if found and after[:1].isalnum():
        return _hyphen_seam(found, after, vocabulary)
    is_path = before.endswith("/") and after[:1].isalpha() and is_nfc_at_seam(before, after)
    is_range = _RANGE_END.search(before) is not None and after[:1].isdigit()
    return Seam(0, "" if is_path or is_range else " ")


def _hyphen_seam(found: re.Match[str], after: str, vocabulary: frozenset[str]) -> Seam:
    first = _FIRST_WORD.match(after)
    follower = first[0] if first else ""
    is_hyphen = None if found["gap"] else Outcome.KEPT
    if is_hyphen and _ADDRESS_END.search(found.string):
        return Seam(0, "", Outcome.KEPT)
    if follower.casefold() in _KEPT_BEFORE:
        return Seam(0, " ", is_hyphen)
    if not found["word"][-1].isalpha() or not follower[:1].islower():
        return Seam(0, " " if found["gap"] else "", is_hyphen)
    if found["word"][-1].isupper() and not found["gap"]:
        return Seam(0, "", Outcome.KEPT)
    return _divided(found, follower, vocabulary)


def _divided(found: re.Match[str], follower: str, vocabulary: frozenset[str]) -> Seam:
    head = _WORDS.findall(found["word"])[-1].casefold()
    tail = follower.casefold()
    is_one_word = head + tail in vocabulary
    if found["gap"]:
        is_dash = head in vocabulary and tail in vocabulary and not is_one_word
        return Seam(0, " ") if is_dash else Seam(len(found["gap"]) + 1, "", Outcome.JOINED)
    is_real = len(head) == 1 or head in _KEPT_AFTER or f"{head}-{tail}" in vocabulary
    return Seam(0, "", Outcome.KEPT) if is_real and not is_one_word else Seam(1, "", Outcome.JOINED)
