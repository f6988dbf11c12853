"""The places of a comparison as the workspace numbers them, and those that a figure stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # neither may delay the first paint
    from kodebenk.analysis.agreement.coders_report import ComparedPlace
    from kodebenk.domain.consensus import Decision


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place about which coders differ, as text, lanes and list show it.

    Attributes:
        number: that it bears beside the text and in the list: from 1 in the order of the text, anew in every document.
        index: among the report's `places`.
        place: what was compared.
        decision: what was settled about it; None while nobody has.
    """

    number: int
    index: int
    place: ComparedPlace
    decision: Decision | None

    @property
    def is_settled(self) -> bool:
        return self.decision is not None and self.decision.is_settled


@dataclass(frozen=True, slots=True)
class ChosenPlaces:
    """The passages behind a figure.

    Attributes:
        title: what they are, in the language of the window, such as "Trust: 8 places".
        places: places of the report, or passages made for this figure in the same form.
    """

    title: str
    places: tuple[ComparedPlace, ...]
