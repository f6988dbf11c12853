"""The order of an interview guide: where a question moves to, and which number a new one gets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.domain.guide import Guide, GuideQuestion

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*[a-zæøå]?)[.)]\s+(?=\S)")
_PLAIN = re.compile(r"(\d+)[a-zæøå]?")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"

Grouped = Mapping[int | None, tuple[GuideQuestion, ...]]
"""Questions by the id of their theme, in the order of a list: None, for those without one, comes first."""


@dataclass(frozen=True, slots=True)
class QuestionSpot:
    """A place under a theme, None for none, counted from 0 among the questions there."""

    theme_id: int | None
    place: int


def group_questions(one: Guide) -> Grouped:
    """Return the questions of a guide by theme, in the order in which they are listed."""
    return {theme_id: one.questions_of(theme_id) for theme_id in (None, *(theme.id for theme in one.themes))}


def spot_beside(one: Guide, question: GuideQuestion, step: int) -> QuestionSpot | None:
    """Return where a question goes by one step up (−1) or down (1), across the border of its theme.

    None where it can go no further. The place counts without the question itself.
    """
    own = one.questions_of(question.theme_id)
    place = own.index(question) + step
    if 0 <= place < len(own):
        return QuestionSpot(question.theme_id, place)
    groups = [theme_id for theme_id, listed in group_questions(one).items() if listed or theme_id is not None]
    beside = groups.index(question.theme_id) + step
    if not 0 <= beside < len(groups):
        return None
    return QuestionSpot(groups[beside], len(one.questions_of(groups[beside])) if step < 0 else 0)


def number_at(one: Guide, spot: QuestionSpot) -> str:
    """Return the number for a new question, so that those already printed stay: 7 at the end, 3a behind 3.

    Empty where the guide has questions without numbers, or with 1.2 and the like, and where none stands before it.
    """
    groups = group_questions(one)
    listed = [question.number for own in groups.values() for question in own]
    plain = [int(found[1]) for found in map(_PLAIN.fullmatch, listed) if found]
    if len(plain) < len(listed):
        return ""
    before = list(groups).index(spot.theme_id)
    place = sum(len(own) for own in list(groups.values())[:before]) + spot.place
    if place >= len(listed):
        return str(max(plain, default=0) + 1)
    lettered = (f"{plain[place - 1]}{letter}" for letter in _LETTERS)
    return next((number for number in lettered if number not in listed), "") if place else ""


def split_number(words: str) -> tuple[str, str]:
    """Return the number written before a question, as in `3b. Hva …`, and the words behind it; "" without one."""
    cleaned = " ".join(words.split())
    found = _NUMBER.match(cleaned)
    return (found[1], cleaned[found.end() :]) if found else ("", cleaned)
