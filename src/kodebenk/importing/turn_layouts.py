"""Finds by which of the known layouts a transcript marks its speakers, and every label that stands so.

Three layouts, the first that a text follows: labels with a colon before the words; names beside a time (Otter, Teams,
`Name (00:01:02)`); names alone on the line above the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kodebenk.domain.document import Heading, Span
from kodebenk.domain.passage import trim_blanks
from kodebenk.importing.recording_times import is_time, milliseconds
from kodebenk.importing.source_kind import has_mail_header
from kodebenk.importing.speaker_labels import (
    SpeakerLabel,
    is_known_form,
    is_unknown,
    label_alone,
    label_before_words,
    label_beside_time,
)

FEWEST_TURNS = 2
SMALLEST_SHARE = 0.30
"""Share of the paragraphs that must begin with a speaker's label for a text to have turns at all."""
FEWEST_OF_ONE_HEADING = 3
"""Headings with the same words that are names of speakers, not headings."""
SMALLEST_TIMED_SHARE = 0.10
"""The same where every label has a time beside it, which nothing but a transcript has."""
SMALLEST_CHANGE = 0.5
"""Share of the names alone on their line that must differ from the one before: people take turns."""
SMALLEST_SPEECH = 0.6
"""Share of those names below which stands a finished sentence."""

_HASHED = "#"
_SENTENCE_END = re.compile(r"[.?!…:,;–-][»”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph without blanks around it; `opens` tells whether it is the paragraph's first."""

    start: int
    end: int
    opens: bool
    is_time: bool


@dataclass(frozen=True, slots=True)
class _Lone:
    line: Line
    label: SpeakerLabel
    below: Line


@dataclass(frozen=True, slots=True)
class FoundLabels:
    """The labels of a text by its layout; `once` are those that look like one but do not recur."""

    labels: tuple[SpeakerLabel, ...] = ()
    once: tuple[SpeakerLabel, ...] = ()


_NOTHING = FoundLabels()


def find_labels(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading] = ()) -> FoundLabels:
    """Return the labels of the first layout that the text follows; none for a text that follows no layout.

    Headings hold no labels, unless their words recur three times or more: then they are names set as headings.
    """
    lines = _lines(text, paragraphs, _lasting(text, headings))
    found = _with_colons(text, lines)
    if found is _NOTHING and not has_mail_header(text):
        found = _beside_times(text, lines)
        if found is _NOTHING:
            found = _on_own_lines(text, lines)
    return _with_times_above(text, lines, found)


def runs_forward(times: Sequence[int]) -> bool:
    """Tell whether times, in milliseconds, hardly ever go back, as those of a recording."""
    backwards = sum(after < before for before, after in pairwise(times))
    return backwards * 5 <= len(times) - 1


def _lasting(text: str, headings: Iterable[Heading]) -> set[int]:
    """Return the starts of the headings that are no names."""
    words = {heading.start: text[heading.start : heading.end].casefold() for heading in headings}
    times = Counter(words.values())
    return {start for start, heading in words.items() if times[heading] < FEWEST_OF_ONE_HEADING}


def _lines(text: str, paragraphs: Iterable[Span], heading_starts: set[int]) -> list[Line]:
    """Return the lines with words of all paragraphs that are no headings."""
    lines = []
    for paragraph in paragraphs:
        if paragraph.start in heading_starts:
            continue
        start = paragraph.start
        for words in text[paragraph.start : paragraph.end].split("\n"):
            low, high = trim_blanks(text, start, start + len(words))
            if low < high:
                lines.append(Line(low, high, low == paragraph.start, is_time(text, low, high)))
            start += len(words) + 1
    return lines


def _with_colons(text: str, lines: Sequence[Line]) -> FoundLabels:
    placed = [(line, label_before_words(text, line.start, line.end)) for line in lines]
    labels = [label for _, label in placed if label]
    units = sum((line.opens and not line.is_time) or (label is not None and not line.opens) for line, label in placed)
    recurring = [label for label, recurs in _with_recurrence(labels) if recurs or _is_label_by_itself(label)]
    if len(recurring) < FEWEST_TURNS or len(recurring) < SMALLEST_SHARE * units:
        return _NOTHING
    return _parted(labels, recurring)


def _beside_times(text: str, lines: Sequence[Line]) -> FoundLabels:
    """Return names with a time behind, in front, below or above; the times must not run backwards."""
    found = [_timed_label(text, lines, index) for index in range(len(lines))]
    labels = [label for label, _ in found if label]
    units = sum(line.opens for line in lines)
    sure = sum(recurs or _is_label_by_itself(label) for label, recurs in _with_recurrence(labels))
    if len(labels) < FEWEST_TURNS or 2 * sure < len(labels) or len(labels) < SMALLEST_TIMED_SHARE * units:
        return _NOTHING
    if not runs_forward([milliseconds(time) for label, time in found if label]):
        return _NOTHING
    return FoundLabels(tuple(labels))


def _timed_label(text: str, lines: Sequence[Line], index: int) -> tuple[SpeakerLabel | None, str]:
    """Return the label in a line with what holds its time."""
    line = lines[index]
    label = label_beside_time(text, line.start, line.end)
    if label:
        return label, text[label.start : label.end]
    label = label_alone(text, line.start, line.end)
    if label and index + 1 < len(lines) and _heads_words(text, lines[index + 1]):
        below = lines[index + 1]
        return SpeakerLabel(label.start, below.end, label.text), text[below.start : below.end]
    if label and index and _heads_words(text, lines[index - 1]):
        above = lines[index - 1]
        return label, text[above.start : above.end]
    return None, ""


def _on_own_lines(text: str, lines: Sequence[Line]) -> FoundLabels:
    """Return names alone above words; they must recur, take turns, and have sentences below them."""
    spoken = [line for line in lines if not line.is_time]
    pairs = [(line, _lone_label(text, line, below), below) for line, below in pairwise(spoken)]
    placed = [_Lone(line, label, below) for line, label, below in pairs if label]
    labels = [one.label for one in placed]
    recurring = [label for label, recurs in _with_recurrence(labels) if recurs]
    units = sum(line.opens for line in spoken) - sum(one.line.opens and one.below.opens for one in placed)
    changes = sum(label.key != after.key for label, after in pairwise(recurring))
    starts = {label.start for label in recurring}
    ended = sum(_ends_a_sentence(text, one.below) for one in placed if one.label.start in starts)
    if (
        len({label.key for label in recurring}) < FEWEST_TURNS
        or len(recurring) < SMALLEST_SHARE * units
        or changes < SMALLEST_CHANGE * (len(recurring) - 1)
        or ended < SMALLEST_SPEECH * len(recurring)
    ):
        return _NOTHING
    return _parted(labels, recurring)


def _lone_label(text: str, line: Line, below: Line) -> SpeakerLabel | None:
    label = label_alone(text, line.start, line.end)
    return label if label and not label_alone(text, below.start, below.end) else None


def _ends_a_sentence(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 4), line.end) is not None


def _heads_words(text: str, line: Line) -> bool:
    """Tell whether a line is a time of what follows; f4 writes `#00:01:23-4#` behind what was said."""
    return line.is_time and text[line.start] != _HASHED


def _is_label_by_itself(label: SpeakerLabel) -> bool:
    return is_known_form(label.text) or is_unknown(label.text)


def _with_recurrence(labels: Sequence[SpeakerLabel]) -> list[tuple[SpeakerLabel, bool]]:
    times = Counter(label.key for label in labels)
    return [(label, times[label.key] > 1) for label in labels]


def _parted(labels: Iterable[SpeakerLabel], recurring: Sequence[SpeakerLabel]) -> FoundLabels:
    taken = {label.start for label in recurring}
    return FoundLabels(tuple(recurring), tuple(label for label in labels if label.start not in taken))


def _with_times_above(text: str, lines: Sequence[Line], found: FoundLabels) -> FoundLabels:
    """Return the labels, each beginning with a time that has the line above to itself."""
    reached = {label.end for label in found.labels}  # a time that is already part of the label above
    above = {
        after.start: line.start
        for line, after in pairwise(lines)
        if _heads_words(text, line) and line.end not in reached
    }
    labels, once = (
        tuple(SpeakerLabel(above.get(label.start, label.start), label.end, label.text) for label in some)
        for some in (found.labels, found.once)
    )
    return FoundLabels(labels, once)
