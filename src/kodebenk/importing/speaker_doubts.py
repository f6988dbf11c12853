"""Finds the places inside turns of which it is not sure who speaks, so that a user settles them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from kodebenk.domain.document import Heading, Span
from kodebenk.domain.passage import index_at, trim_blanks
from kodebenk.importing.imported_document import ImportedTurn, SpeakerDoubt
from kodebenk.importing.recording_times import is_time
from kodebenk.importing.speaker_labels import SpeakerLabel, is_placeholder, is_unknown

LARGEST_UNKNOWN_SHARE = 1 / 3
"""Share of the labels up to which "Ukjent" is somebody to be found; beyond it is as good a label as any."""
LARGEST_PLACEHOLDER_SHARE = 1 / 10
"""The same for `X`, which is also what an anonymised person is called."""
SMALLEST_LABELLED_SHARE = 0.90
"""Share of the paragraphs inside turns that must have their own label for one without to be a doubt."""

_DASHED = re.compile(r"(?:[–—][^\S\n]*|-[^\S\n]+)[^\W_]")
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\(\([^()]*\)\)")
_LED_IN = re.compile(r":[»”\"')\]]*$")
_SENTENCE_END = re.compile(r"[.?!…][»”\"')\]]*$")
_NO_SPEAKER = re.compile(r"\?+")


def part_unknown(labels: Sequence[SpeakerLabel]) -> tuple[tuple[SpeakerLabel, ...], tuple[SpeakerLabel, ...]]:
    """Return the labels of speakers, and those that say that the speaker is unknown.

    Unknown speakers before the first other label, and those of a text that hardly has others, count as speakers.
    """
    times = Counter(label.key for label in labels)
    unknown = {key for key in times if is_unknown(key)}
    if sum(times[key] for key in unknown) > LARGEST_UNKNOWN_SHARE * len(labels):
        unknown = set()
    unknown |= {key for key in times if is_placeholder(key) and times[key] <= LARGEST_PLACEHOLDER_SHARE * len(labels)}
    first = next((label.start for label in labels if label.key not in unknown), 0)
    apart = [label for label in labels if label.key in unknown and label.start > first]
    starts = {label.start for label in apart}
    return tuple(label for label in labels if label.start not in starts), tuple(apart)


def find_doubts(
    text: str,
    paragraphs: Sequence[Span],
    turns: Sequence[ImportedTurn],
    labels: Iterable[SpeakerLabel],
    headings: Sequence[Heading] = (),
) -> tuple[SpeakerDoubt, ...]:
    """Return the doubts inside turns, by start; they do not overlap.

    Doubtful are `labels`, the labels that no turn has: unknown speakers and what looks like a label but occurs once;
    a paragraph that begins with a dash right behind a turn's first; and, where at least 90 % of the paragraphs have
    their own label, any paragraph that has none. A doubt ends with its turn or at the next doubt.
    """
    if not turns:
        return ()
    inside = [(label.start, label.end, label.text) for label in labels if label.start > turns[0].start]
    bare = [(span.start, span.start, "") for span in _without_label(text, paragraphs, turns, headings, inside)]
    found = sorted(inside + bare)
    turn_starts = [turn.start for turn in turns]
    doubts = []
    for index, (start, body_start, label) in enumerate(found):
        turn = turns[index_at(turn_starts, start)]
        following = found[index + 1][0] if index + 1 < len(found) else len(text)
        end = trim_blanks(text, start, min(turn.end, following))[1]
        if start < end:
            words = min(end, trim_blanks(text, body_start, end)[0])
            doubts.append(SpeakerDoubt(start, words, end, "" if _NO_SPEAKER.fullmatch(label) else label))
    return tuple(doubts)


def _without_label(
    text: str,
    paragraphs: Sequence[Span],
    turns: Sequence[ImportedTurn],
    headings: Sequence[Heading],
    labelled: Sequence[tuple[int, int, str]],
) -> list[Span]:
    """Return the doubtful paragraphs without a label."""
    heading_starts = {heading.start for heading in headings}
    first_labels = _first_inside(turns, [start for start, _, _ in labelled])
    words = [span for span in paragraphs if _holds_words(text, span) and span.start not in heading_starts]
    following: list[list[int]] = [[] for _ in turns]
    turn_starts = [turn.start for turn in turns]
    for number, span in enumerate(words):
        index = index_at(turn_starts, span.start)
        if index >= 0 and turns[index].body_start < span.start < min(turns[index].end, first_labels[index]):
            following[index].append(number)
    unlabelled = sum(map(len, following))
    is_strict = len(turns) >= SMALLEST_LABELLED_SHARE * (len(turns) + unlabelled)
    doubtful = [
        numbers[0] for numbers in following if numbers and _is_doubtful(text, words, numbers[0], is_strict=is_strict)
    ]
    return [words[number] for number in doubtful]


def _first_inside(turns: Sequence[ImportedTurn], starts: Sequence[int]) -> list[int]:
    """Return, for every turn, the first of the starts behind its own, or its end."""
    ordered = sorted(starts)
    found = []
    for turn in turns:
        index = bisect_right(ordered, turn.start)
        found.append(min(turn.end, ordered[index]) if index < len(ordered) else turn.end)
    return found


def _holds_words(text: str, span: Span) -> bool:
    return not is_time(text, span.start, span.end) and not _REMARK.fullmatch(text, span.start, span.end)


def _is_doubtful(text: str, paragraphs: Sequence[Span], number: int, *, is_strict: bool) -> bool:
    span, before = paragraphs[number], paragraphs[number - 1]
    tail = max(before.start, before.end - 4)
    if _LED_IN.search(text, tail, before.end):
        return False
    if _DASHED.match(text, span.start, span.end):
        return True
    return is_strict and _SENTENCE_END.search(text, tail, before.end) is not None
