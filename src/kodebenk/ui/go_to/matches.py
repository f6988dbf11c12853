"""Finds what a few typed letters mean among names; a pure function."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

_Key = TypeVar("_Key")


def score(query: str, name: str) -> int:
    """Return how well a query fits a name, higher is better; 0 is no fit.

    In order: the whole name, its beginning, the beginning of a word, somewhere inside, and all words of the query
    somewhere. Case does not count.
    """
    wanted, known = query.casefold().strip(), name.casefold()
    if not wanted:
        return 1
    if wanted == known:
        return 6
    if known.startswith(wanted):
        return 5
    if f" {wanted}" in known or f"({wanted}" in known:
        return 4
    if wanted in known:
        return 3
    return 2 if all(word in known for word in wanted.split()) else 0


def best(query: str, named: Iterable[tuple[str, _Key]], most: int) -> list[_Key]:
    """Return the keys of the names that fit, the best first and otherwise in the order given."""
    scored = [(score(query, name), key) for name, key in named]
    fitting = [one for one in scored if one[0]]
    fitting.sort(key=lambda one: -one[0])
    return [key for _, key in fitting[:most]]
