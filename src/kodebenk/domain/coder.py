"""Coders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coder:
    """Somebody who codes."""

    id: int
    guid: str
    name: str

    @property
    def initials(self) -> str:
        """First letters of the first and last name."""
        words = self.name.replace(".", " ").split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"
