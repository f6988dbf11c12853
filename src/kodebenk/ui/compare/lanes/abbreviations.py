"""Shortens the names of codes for narrow lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_LETTERS = 3


def abbreviate(names: Sequence[str]) -> tuple[str, ...]:
    """Return three letters in capitals for each name, and more where different names would be shortened alike.

    Names that differ in nothing but case, blanks and marks stay alike: no prefix tells them apart.
    """
    letters = [_letters(name) for name in names]
    lengths = [min(_LETTERS, len(one)) for one in letters]
    while clashing := _find_clashing(letters, lengths):
        for index in clashing:
            lengths[index] += 1
    return tuple(one[:length] for one, length in zip(letters, lengths, strict=True))


def _letters(name: str) -> str:
    capitals = "".join(letter for letter in name if letter.isalnum()).upper()
    return capitals or name.strip()


def _find_clashing(letters: Sequence[str], lengths: Sequence[int]) -> list[int]:
    alike: dict[str, list[int]] = defaultdict(list)
    for index, (one, length) in enumerate(zip(letters, lengths, strict=True)):
        alike[one[:length]].append(index)
    groups = (group for group in alike.values() if len({letters[index] for index in group}) > 1)
    return [index for group in groups for index in group if lengths[index] < len(letters[index])]
