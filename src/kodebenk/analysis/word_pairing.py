"""Says which words of two short stretches of text are the same, corrected."""

from __future__ import annotations

from collections.abc import Sequence

LIKE_WORD = 60.0
"""Least rapidfuzz ratio, 0 to 100, at which two words can be the same, corrected."""


def pair_words(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs `(index in old, index in new)` that are together most alike, in order and without crossing.

    The work grows with the product of the two lengths.
    """
    from rapidfuzz import fuzz

    gains = [[_gain(fuzz.ratio(before, after), before, after) for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            paired = gains[row][column] + best[row + 1][column + 1] if gains[row][column] else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return _trace(gains, best)


def _gain(ratio: float, before: str, after: str) -> float:
    return ratio * (len(before) + len(after)) if ratio >= LIKE_WORD else 0.0


def _trace(gains: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    pairs = []
    row = column = 0
    while row < len(gains) and column < len(gains[row]):
        if gains[row][column] and best[row][column] == gains[row][column] + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
