"""Finds texts that are nearly the same: another version of a file, or one with a few corrections."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)

LEAST_LIKENESS = 90
"""Percent of two texts that must agree for them to be told of."""

_SKETCH = 256
_LEAST_SHARED = 0.1
"""Share of the runs of three words that two texts must have in common to be compared at all. Of a text with every
eleventh character altered it is more, of two interviews by the same guide less."""

_LONGEST_BY_CHARACTER = 200_000
"""Code points; longer texts are compared word by word, which a correction in every sentence lowers by little."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of a text is compared: its words in order, and a sample of its runs of three words.

    `sketch` holds the smallest hash values of these runs; of two texts they are the same runs where both have them
    (Broder 1997, "On the resemblance and containment of documents", section 4).
    """

    words: tuple[str, ...]
    sketch: frozenset[int]
    length: int


def take_fingerprint(text: str) -> Fingerprint:
    """Return what is compared of a text; blanks, line ends and case do not count."""
    words = tuple(text.casefold().split())
    runs = set(map(hash, zip(words, words[1:], words[2:], strict=False))) or {hash(words)}
    length = sum(map(len, words)) + max(0, len(words) - 1)
    return Fingerprint(words, frozenset(nsmallest(_SKETCH, runs)), length)


def find_nearest(text: Fingerprint, known: Mapping[_Key, Fingerprint]) -> tuple[_Key, int] | None:
    """Return the key of the known text that is most like this one, and how much agrees, 90 to 100; else None."""
    nearest: tuple[_Key, int] | None = None
    for key, other in known.items():
        percent = likeness(text, other)
        if percent >= LEAST_LIKENESS and (nearest is None or percent > nearest[1]):
            nearest = key, percent
    return nearest


def likeness(one: Fingerprint, other: Fingerprint) -> int:
    """Return how much of two texts agrees, in percent, rounded down; 0 where it is surely less than 90.

    The measure is 2·L / (a + b), with a and b the lengths and L that of the longest common subsequence (the normalised
    indel similarity of rapidfuzz), by code points, or by words in texts of more than 200 000.
    """
    if one.words == other.words:
        return 100
    if not _may_be_alike(one, other):
        return 0
    from rapidfuzz.distance import Indel

    cutoff = LEAST_LIKENESS / 100
    if max(one.length, other.length) > _LONGEST_BY_CHARACTER:
        return int(100 * Indel.normalized_similarity(one.words, other.words, score_cutoff=cutoff))
    return int(100 * Indel.normalized_similarity(" ".join(one.words), " ".join(other.words), score_cutoff=cutoff))


def _may_be_alike(one: Fingerprint, other: Fingerprint) -> bool:
    """Tell by lengths and sketches, which is quick, whether two texts can be alike at all."""
    short, long = sorted((one.length, other.length))
    if not short or 2 * short < LEAST_LIKENESS / 100 * (short + long):
        return False
    if len(one.words) < _SKETCH:  # a sample of a short text says little, and comparing it costs little
        return True
    smallest = nsmallest(_SKETCH, one.sketch | other.sketch)
    shared = sum(run in one.sketch and run in other.sketch for run in smallest)
    return shared >= _LEAST_SHARED * len(smallest)
