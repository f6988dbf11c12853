"""The preview of a merge as values: sections of rows, and the questions that a user may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kodebenk.application.merge_plan import MergeChoices


class ChoiceKind(Enum):
    """Which of `MergeChoices` an answer belongs to."""

    SIMILAR = "similar"
    CODER = "same_coders"
    TEXT = "texts"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with two answers; by default what is here stays.

    Attributes:
        key: names it among the choices of its kind.
        ours, theirs: the answers; `ours_caption` and `theirs_caption` stand above them.
        is_theirs: theirs is chosen.
        is_quoted: the answers are sentences of somebody; `is_compared`: what differs in them is marked.
    """

    kind: ChoiceKind
    key: str
    ours: str
    theirs: str
    ours_caption: str
    theirs_caption: str
    is_theirs: bool
    is_quoted: bool = False
    is_compared: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A row: a thing that a merge is about.

    Attributes:
        title, aside, detail: texts; `aside` stands at the right.
        was, now: words of a coding there, and what stands in its place here.
        is_here: the coding is one of ours, and `now` is what the other text has in its place.
        place: where it is here: document, start and end (code points).
    """

    title: str
    aside: str = ""
    detail: str = ""
    icon: str = ""
    tone: str = "ink2"
    choice: Choice | None = None
    was: str = ""
    now: str = ""
    place: tuple[int, int, int] | None = None
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a group of rows."""

    title: str
    count: str = ""
    sentence: str = ""


Line = Heading | Item


class SectionName(Enum):
    """The sections, in their order."""

    SOURCES = auto()
    CODES = auto()
    RESPONDENTS = auto()
    CODERS = auto()
    CODINGS = auto()
    DIFFERENCES = auto()
    REMOVED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the preview.

    Attributes:
        facts: what the list of sections says of it.
        to_look_at: how many of its rows somebody should look at.
        empty: what stands there instead of rows.
    """

    name: SectionName
    title: str
    icon: str
    facts: str
    lines: tuple[Line, ...]
    to_look_at: int = 0
    empty: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(one.choice for one in self.lines if isinstance(one, Item) and one.choice is not None)


def change_choices(choices: MergeChoices, changed: Sequence[Choice], *, theirs: bool) -> MergeChoices:
    """Return the choices with theirs, or ours, for some of them."""
    for kind in ChoiceKind:
        keys = frozenset(one.key for one in changed if one.kind is kind)
        before: frozenset[str] = getattr(choices, kind.value)
        choices = replace(choices, **{kind.value: before | keys if theirs else before - keys})
    return choices
