"""The values that the reading view shows: codings and speakers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodingSpan:
    """A coding as it is painted.

    Attributes:
        id: of the coding.
        start, end: code points of the frozen text, half-open.
        slot: colour and shape of the code, from 1.
        name: of the code.
        stance: `"for"`, `"mot"`, `"blandet"`, `"nøytral"`, or empty without a stance.
        has_comment: a comment icon stands after the name.
        accessible_name: what a screen reader says when the coding is selected.
    """

    id: int
    start: int
    end: int
    slot: int
    name: str
    stance: str = ""
    has_comment: bool = False
    accessible_name: str = ""

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class SpeakerFace:
    """How a speaker is shown beside the turns.

    Attributes:
        label: what stands in the gutter, such as R1, or the label in the source while nobody is chosen for it.
        is_interviewer: the turns are quiet and carry no badge.
        is_resolved: somebody decided who this is; else the badge is dashed.
        text: the long form for tool tips, such as "R1 · Toppledelse".
    """

    label: str
    is_interviewer: bool
    is_resolved: bool
    text: str = ""
