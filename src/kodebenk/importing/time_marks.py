"""Finds the times of the recording that stand in a transcript, and takes them out to keep them beside the text.

Never a clock time that somebody speaks of: `kl. 10:30` and `(10:30)` stay. Times count only where there are three or
more that hardly ever run backwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kodebenk.domain.document import TimeMark
from kodebenk.domain.passage import index_at
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, Outcome, Repair, TextRepair
from kodebenk.importing.recording_times import ANY_TIME, HASHED_TIME, TIME, TIME_RANGE, is_time, milliseconds
from kodebenk.importing.text_removal import Removal, without_ranges
from kodebenk.importing.turn_layouts import runs_forward

FEWEST_TIMES = 3

_LONG_TIME = r"\d{1,2}:[0-5]?\d:[0-5]?\d(?:[.,]\d{1,3})?(?!\d)"
_BETWEEN_WORDS = re.compile(rf"{HASHED_TIME}|\[(?:{TIME_RANGE}|{TIME})\]|[(<{{](?:{TIME_RANGE}|{_LONG_TIME})[)>}}]")
_AT_LINE_START = re.compile(rf"^[^\S\n]*({TIME_RANGE}|{_LONG_TIME})(?=[^\S\n])", re.MULTILINE)
_IN_LABEL = re.compile(rf"(?<![\d:]){ANY_TIME}(?!:\d)")
_LINE = re.compile(r"[^\n]+")
_BARE_SHORT_TIME = re.compile(TIME)
_BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of the recording at `[start, end)`."""

    start: int
    end: int
    milliseconds: int


def find_times(text: str, turns: Sequence[ImportedTurn]) -> tuple[FoundTime, ...]:
    """Return the times of the recording by start, or nothing where a text hardly has any.

    Between words count `#00:01:23-4#`, `[01:23]`, `(00:01:23)`; at the start of a line also `00:01:23`; alone on a
    line and beside a speaker's label every form. A text without turns can have `1:23` on lines for other reasons.
    """
    places = set(_between_words(text))
    places.update(_on_own_lines(text, short_too=bool(turns)))
    for turn in turns:
        places.update(found.span() for found in _IN_LABEL.finditer(text, turn.start, turn.body_start))
    times = [FoundTime(start, end, milliseconds(text[start:end])) for start, end in _outermost(places)]
    if len(times) < FEWEST_TIMES or not runs_forward([time.milliseconds for time in times]):
        return ()
    return tuple(times)


def with_times(document: ImportedDocument, found: Sequence[FoundTime], *, remove: bool) -> ImportedDocument:
    """Return the document with times as marks beside its text; `remove` also takes them out of the text.

    A mark stands at the next word; beside a label it stands at the first word of the turn. The times stay in a text
    that holds nothing else, or in which an accent would come to another letter.
    """
    if not found:
        return document
    marked = replace(
        document,
        original=document.original or document.text,
        possible_repairs=document.possible_repairs | {Repair.TIMES},
    )
    taken = {time: _with_blanks(document.text, time.start, time.end) for time in found} if remove else {}
    removal = Removal(document.text, taken.values())
    if not removal.text.strip() or not unicodedata.is_normalized("NFC", removal.text):
        taken, removal = {}, Removal(document.text, ())
    moved = without_ranges(marked, taken.values())
    repaired = [
        TextRepair(Repair.TIMES, Outcome.REMOVED, place, place, document.text[time.start : time.end])
        for time, (start, _) in taken.items()
        for place in [removal.move(start)]
    ]
    return replace(
        moved,
        times=_marks(moved, [(removal.move(time.end), time.milliseconds) for time in found]),
        repaired=tuple(sorted((*moved.repaired, *repaired), key=lambda one: one.start)),
    )


def _between_words(text: str) -> Iterator[tuple[int, int]]:
    for found in _BETWEEN_WORDS.finditer(text):
        start, end = found.span()
        if not (text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()):
            yield start, end
    for found in _AT_LINE_START.finditer(text):
        yield found.span(1)


def _on_own_lines(text: str, *, short_too: bool) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        words = line[0].strip()
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if words and is_time(text, start, start + len(words)) and (short_too or not _is_short(words)):
            yield start, start + len(words)


def _is_short(words: str) -> bool:
    return words.count(":") == 1 and (words[0].isdigit() or words[0] in "(<{")


def _outermost(places: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges by start, without those inside others."""
    reached = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            yield start, end
            reached = end


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range with the blanks, or the whole line, that would be left over without it."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip() and not after.strip():
        return _with_line(text, line_start, line_end)
    if not before.strip():
        return start, end + len(after) - len(after.lstrip())
    if not after[:1].isalnum():
        return start - (len(before) - len(before.rstrip())), end
    return start, end


def _with_line(text: str, line_start: int, line_end: int) -> tuple[int, int]:
    if line_end == len(text):
        return len(text[:line_start].rstrip()), line_end
    is_apart = line_start == 0 or text.endswith("\n\n", 0, line_start)
    following = _BLANK_LINES.match(text, line_end + 1) if is_apart else None
    return line_start, following.end() if following else line_end + 1


def _marks(document: ImportedDocument, times: Sequence[tuple[int, int]]) -> tuple[TimeMark, ...]:
    turn_starts = [turn.start for turn in document.turns]
    marks: dict[int, TimeMark] = {}
    for position, moment in times:
        word = _next_word(document.text, position)
        index = index_at(turn_starts, word)
        if index >= 0 and word < document.turns[index].body_start:
            word = document.turns[index].body_start
        marks[word] = TimeMark(word, moment)
    return tuple(sorted(marks.values(), key=lambda mark: mark.position))


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
