"""Interview guides: their themes and questions, and where the questions are put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

BY_HAND = 0.0
"""Score of a place that a user gave: no search had a part in it."""


@dataclass(frozen=True, slots=True)
class GuideTheme:
    """A heading of a guide; `code_id` is the theme of the codebook that it means, None while nobody has said so."""

    id: int
    guid: str
    name: str
    code_id: int | None = None


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as the guide words it; `number` is what is printed before it, such as `2b`, or empty."""

    id: int
    guid: str
    guide_id: int
    theme_id: int | None
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A version of an interview guide for one group of respondents, with its themes and questions in their order."""

    id: int
    guid: str
    name: str
    target_group: str
    version: str
    file_name: str
    themes: tuple[GuideTheme, ...] = ()
    questions: tuple[GuideQuestion, ...] = ()

    def theme_of(self, question: GuideQuestion) -> GuideTheme | None:
        """Return the theme that a question stands under, or None."""
        return next((one for one in self.themes if one.id == question.theme_id), None)

    def questions_of(self, theme_id: int | None) -> tuple[GuideQuestion, ...]:
        """Return the questions under a theme in their order; None for those that stand under none."""
        return tuple(one for one in self.questions if one.theme_id == theme_id)


class PlaceStatus(StrEnum):
    """Whether a user has looked at the place of a question."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class QuestionPlace:
    """Where a question is put in a document: the range `[start, end)` of the question's own words.

    `score`, 50 to 100, says how sure the search was of it; BY_HAND when a user placed it.
    """

    id: int
    question_id: int
    document_id: int
    start: int
    end: int
    score: float
    status: PlaceStatus
    quote: str = ""

    @property
    def is_by_hand(self) -> bool:
        """Tell whether a user placed it, so that no score says how sure it is."""
        return self.score == BY_HAND


def answer_end(place: QuestionPlace, others: Sequence[QuestionPlace], text_length: int) -> int:
    """Return where the answer to a question ends: where the next question of the document begins, else with the text.

    Args:
        place: the question.
        others: all places of the same document that are not rejected, in any order.
        text_length: code points of the document.
    """
    following = [one.start for one in others if one.start >= place.end]
    return min(following, default=text_length)
