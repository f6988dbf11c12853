"""Arranges brackets and names beside the text; knows no painting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kodebenk.ui.reading.coding_index import CodingIndex, PlacedCoding
from kodebenk.ui.reading.reading_page import VisibleBlock, VisiblePage

BRACKET_LANES = 4
"""Lanes that are drawn; codings beyond them are counted."""

NAME_STEP = 21
"""Px between names that stand close together."""

_FARTHEST_PUSH = 4
"""Steps that a name may stand below its place."""

_NAME_BELOW_TOP = 9
_BRACKET_INSET = 2.0
_RECT_INSET = 1.5
_BEYOND = 60.0


@dataclass(frozen=True, slots=True)
class MarginRoom:
    """How many lanes are drawn, and the px between names that stand close together."""

    lanes: int = BRACKET_LANES
    step: float = NAME_STEP


CODING_ROOM = MarginRoom()


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket in its lane; an end outside the screen lies beyond its edge."""

    placed: PlacedCoding
    lane: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name at `y`, the middle of its line; `bracket` is what it belongs to."""

    bracket: Bracket
    y: float

    @property
    def is_pushed(self) -> bool:
        """Tell whether the name stands so far below its bracket's top that a leader is needed."""
        return self.y - self.bracket.top > _NAME_BELOW_TOP + 1


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Stands for codings that found no room: `+2` at `y`."""

    hidden: tuple[PlacedCoding, ...]
    y: float


@dataclass(frozen=True, slots=True)
class MarginRows:
    """All that the margin shows."""

    brackets: tuple[Bracket, ...] = ()
    names: tuple[NameRow, ...] = ()
    more: tuple[MoreRow, ...] = ()


class BracketLanes:
    """Gives every coding a lane that no coding on the same visual lines has.

    Among codings that begin on one line the longest is nearest the text. A lane stays while someone scrolls; it is
    given anew when lines are broken elsewhere or a coding around it comes or goes.
    """

    def __init__(self, codings: CodingIndex, room: MarginRoom = CODING_ROOM) -> None:
        self._codings = codings
        self._room = room
        self._lanes: dict[int, int] = {}
        self._extents: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {}
        self.count = 2
        """Lanes in use so far, at least two and at most those drawn, so that names do not jump sideways."""

    def clear(self) -> None:
        """Give every lane anew: the lines have changed."""
        self._lanes.clear()
        self._extents.clear()

    def forget(self, changed: Iterable[PlacedCoding]) -> None:
        """Give the lanes in the paragraphs of these codings anew."""
        for placed in changed:
            self._drop(placed.id)
            for other in self._codings.in_paragraphs(range(placed.first, placed.last + 1)):
                self._drop(other)

    def assign(self, page: VisiblePage, visible: Iterable[PlacedCoding]) -> None:
        """Make sure that all of these have a lane."""
        waiting = [placed for placed in visible if placed.id not in self._lanes]
        if not waiting:
            return
        blocks = {block.number: block for block in (*page.above, *page.blocks)}
        for placed in waiting:
            self._extents[placed.id] = _extent(blocks, placed)
        for placed in sorted(waiting, key=self._order):
            lane = self._free_lane(placed)
            self._lanes[placed.id] = lane
            self.count = min(self._room.lanes, max(self.count, lane + 1))

    def lane(self, placed: PlacedCoding) -> int:
        """Return the lane of a coding that was assigned one."""
        return self._lanes[placed.id]

    def _drop(self, coding_id: int) -> None:
        self._lanes.pop(coding_id, None)
        self._extents.pop(coding_id, None)

    def _order(self, placed: PlacedCoding) -> tuple[tuple[int, int], tuple[int, int], int]:
        (start, end) = self._extents[placed.id]
        return start, (-end[0], -end[1]), placed.start - placed.end

    def _free_lane(self, placed: PlacedCoding) -> int:
        start, end = self._extents[placed.id]
        taken = set()
        for other in self._codings.in_paragraphs(range(placed.first, placed.last + 1)):
            if other in self._lanes:
                other_start, other_end = self._extents[other]
                if other_start <= end and start <= other_end:
                    taken.add(self._lanes[other])
        lane = 0
        while lane in taken:
            lane += 1
        return lane


def arrange_margin(
    page: VisiblePage,
    codings: CodingIndex,
    lanes: BracketLanes,
    selected: PlacedCoding | None,
    room: MarginRoom = CODING_ROOM,
) -> MarginRows:
    """Return brackets and names for what is visible.

    Args:
        page: What is visible.
        codings: Of the document.
        lanes: Kept between calls.
        selected: Keeps its bracket and name however crowded it is.
        room: For lanes and names.
    """
    blocks = (*page.above, *page.blocks)
    visible = codings.in_paragraphs(block.number for block in blocks)
    if selected is not None and selected.id in visible:
        visible[selected.id] = selected
    lanes.assign(page, visible.values())
    by_number = {block.number: block for block in blocks}
    brackets = sorted(
        (_bracket(page, by_number, lanes, placed) for placed in visible.values()),
        key=lambda bracket: (bracket.top, bracket.lane, bracket.placed.id),
    )
    names, more = _stack_names(brackets, selected, room)
    shown = tuple(bracket for bracket in brackets if bracket.lane < room.lanes or _is(bracket, selected))
    return MarginRows(shown, names, more)


def _stack_names(
    brackets: Sequence[Bracket], selected: PlacedCoding | None, room: MarginRoom
) -> tuple[tuple[NameRow, ...], tuple[MoreRow, ...]]:
    names: list[NameRow] = []
    more: list[MoreRow] = []
    hidden: list[PlacedCoding] = []
    reached = float("-inf")
    for bracket in brackets:
        if bracket.top <= -_BEYOND:
            continue
        wanted = bracket.top + _NAME_BELOW_TOP
        y = max(wanted, reached + room.step)
        crowded = y - wanted > _FARTHEST_PUSH * room.step or bracket.lane >= room.lanes
        if crowded and not _is(bracket, selected):
            if not hidden:
                reached = y
            hidden.append(bracket.placed)
            continue
        if hidden:
            more.append(MoreRow(tuple(hidden), reached))
            hidden = []
            y = max(wanted, reached + room.step)
        names.append(NameRow(bracket, y))
        reached = y
    if hidden:
        more.append(MoreRow(tuple(hidden), reached))
    return tuple(names), tuple(more)


def _bracket(page: VisiblePage, blocks: dict[int, VisibleBlock], lanes: BracketLanes, placed: PlacedCoding) -> Bracket:
    lead = page.measures.lead
    top, bottom = -_BEYOND, page.height + _BEYOND
    first, last = blocks.get(placed.first), blocks.get(placed.last)
    if first is not None:
        top = first.first_line + first.line_at(placed.start) * lead + _RECT_INSET + _BRACKET_INSET
    if last is not None:
        line = 0 if last.paragraph.is_blank else last.line_at(max(placed.start, placed.end - 1)) + 1
        bottom = last.first_line + line * lead - _RECT_INSET - _BRACKET_INSET
    return Bracket(placed, lanes.lane(placed), top, bottom)


def _extent(blocks: dict[int, VisibleBlock], placed: PlacedCoding) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return first and last visual line as (paragraph, line); lines off the screen count as the paragraph's edge."""
    first, last = blocks.get(placed.first), blocks.get(placed.last)
    start = first.line_at(placed.start) if first is not None else 0
    end = last.line_at(max(placed.start, placed.end - 1)) if last is not None else 1_000_000
    return (placed.first, start), (placed.last, end)


def _is(bracket: Bracket, selected: PlacedCoding | None) -> bool:
    return selected is not None and bracket.placed.id == selected.id
