"""Where questions can stand in a transcript or in notes: in turns, paragraphs and lines, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kodebenk.analysis.sentences import split_sentences
from kodebenk.domain.document import DocumentText, Span
from kodebenk.domain.passage import trim_blanks
from kodebenk.domain.transcript import SpeakerRole, Turn

MOST_SENTENCES = 5
"""Sentences that one question may be spread over."""

LONGEST_UNIT = 20
"""Sentences of a unit that are looked at: what comes later in a long speech is no question of a guide."""

SHORT_UNIT = 30
"""Words of a paragraph that may be a question though nothing marks it as one."""

ECHO_WORDS = 4
"""Words that an echo has at most."""

_MARK = re.compile(
    r"(?:[-–—•*·▪]+|\(?\d{1,3}(?:\.\d{1,2})*[.):]|\(?[a-zæøå][.)]|(?:Sp(?:ørsmål|m)?|Q)\.?\s?\d{0,3}[.:)])\s+"
)
_PROMPT = re.compile(
    r"(?:(?:kan|kunne|vil|ville)\s+(?:du|dere|de|dykk)"
    r"|be?skriv|fortell?|forklar|nevn|gi|si|utdyp|kommenter|ranger|vurder|reflekter|oppsummer|tenk|ta)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:(?:og|men|så|eller|ok(?:ay|ei)?|ja|nei|på|i|til|fra|frå|med|av|om|for|hos),?\s+){0,2}"
    r"(?:hva|hvem|hvor(?:dan|for|vidt)?|når|hvilke[nt]?|kva|kven|kvar|korleis|kvifor|er|har|kan|vil|skal|må|bør|blir|ble"
    r"|var|hadde|kunne|ville|skulle|synes|syns|tror|trur|mener|meiner|føler|opplever|finnes|fins|får|fikk|fekk|gjør"
    r"|gjer|bruker|kjenner|hvis|dersom|what|who|how|why|which|when|where|is|are|do|does|did|can|could|would)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SOFT_BREAK = re.compile(r"\n(?=[^\S\n]*[a-zæøå(])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch in which questions may stand: a turn's paragraph, a paragraph or a line, without label or mark.

    Attributes:
        sentences: in order, at most LONGEST_UNIT.
        speaker_id: who says it, None outside turns.
        marked: it begins with a dash, a number or the like, or is a heading.
        asks: how much it looks like something that is asked, from 0 to 1.
    """

    start: int
    end: int
    sentences: tuple[Span, ...]
    speaker_id: int | None
    marked: bool
    asks: float

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield every `[start, end)` of neighbouring sentences that could be one question, shorter ones first."""
        for count in range(1, min(MOST_SENTENCES, len(self.sentences)) + 1):
            for first in range(len(self.sentences) - count + 1):
                yield self.sentences[first].start, self.sentences[first + count - 1].end


def is_echo(words: str) -> bool:
    """Tell whether words are thrown in to make somebody go on, such as "På e-post?", and are no question."""
    return len(_WORD.findall(words)) <= ECHO_WORDS and not (_ASKING.match(words) or _PROMPT.match(words))


def find_units(text: DocumentText) -> tuple[Unit, ...]:
    """Return the units of a document in which a question may stand, in order; the respondents' words are left out."""
    return tuple(_Units(text).find())


class _Units:
    def __init__(self, text: DocumentText) -> None:
        self._text = text
        self._words = text.text
        self._headings = {heading.start for heading in text.structure.headings}
        self._roles = {speaker.id: speaker.role for speaker in text.speakers}
        self._knows_asker = SpeakerRole.INTERVIEWER in self._roles.values()

    def find(self) -> Iterator[Unit]:
        lines = list(self._lines())
        for (start, end), (next_start, next_end) in pairwise([*lines, (len(self._words), len(self._words))]):
            unit = self._unit(start, end, self._count(next_start, next_end))
            if unit is not None:
                yield unit

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs, cut where a turn begins and where a line begins that continues no sentence."""
        turn_starts = [turn.start for turn in self._text.structure.turns]
        for span in self._text.structure.paragraphs:
            inside = turn_starts[bisect_right(turn_starts, span.start) : bisect_right(turn_starts, span.end - 1)]
            softened = _SOFT_BREAK.sub(" ", self._words[span.start : span.end])
            breaks = [span.start + at + 1 for at, letter in enumerate(softened) if letter == "\n"]
            for start, end in pairwise(sorted({span.start, span.end, *inside, *breaks})):
                low, high = trim_blanks(self._words, start, end)
                if low < high:
                    yield low, high

    def _unit(self, start: int, end: int, words_behind: int) -> Unit | None:
        turn = self._text.turn_at(start)
        role = self._roles[turn.speaker_id] if turn else None
        body = self._body_start(start, end, turn)
        mark = _MARK.match(self._words, body, end)
        body = mark.end() if mark else body
        if role is SpeakerRole.RESPONDENT or body >= end:
            return None
        marked = mark is not None or start in self._headings
        asks = self._asks(body, end, words_behind, marked=marked)
        if role is SpeakerRole.INTERVIEWER:
            asks = max(asks, 0.6)
        elif turn and self._knows_asker:
            asks *= 0.5
        if not asks:
            return None
        return Unit(body, end, self._sentences(body, end), turn.speaker_id if turn else None, marked, asks)

    def _body_start(self, start: int, end: int, turn: Turn | None) -> int:
        """Return where the words begin behind a speaker's label."""
        if turn is None or not turn.start <= start < turn.body_start:
            return start
        return min(end, turn.body_start)

    def _sentences(self, start: int, end: int) -> tuple[Span, ...]:
        spans = split_sentences(self._words[start:end].replace("\n", " "))[:LONGEST_UNIT]
        return tuple(Span(start + one.start, start + one.end) for one in spans)

    def _asks(self, start: int, end: int, words_behind: int, *, marked: bool) -> float:
        if "?" in self._words[start:end]:
            return 1.0
        count = self._count(start, end)
        if _PROMPT.match(self._words, start, end) or (marked and count <= 2 * SHORT_UNIT):
            return 0.7
        if count > SHORT_UNIT:
            return 0.0
        if _ASKING.match(self._words, start, end):
            return 0.6
        return 0.3 if words_behind > count else 0.15

    def _count(self, start: int, end: int) -> int:
        return len(_WORD.findall(self._words, start, end))
