"""The rule for names that must differ from their neighbours'."""

from __future__ import annotations

from collections.abc import Iterable

from kodebenk.errors import Rule, RuleBroken


def check_free_name(kind: str, name: str, taken: Iterable[str]) -> str:
    """Return a name as it may be stored: single blanks inside, none around.

    Args:
        kind: of what it names, for the error.
        name: as a user wrote it.
        taken: the names of the others; case makes no difference.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN.
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise RuleBroken(Rule.NAME_EMPTY, kind=kind)
    if any(other.casefold() == cleaned.casefold() for other in taken):
        raise RuleBroken(Rule.NAME_TAKEN, kind=kind, name=cleaned)
    return cleaned
