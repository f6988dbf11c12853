"""The lines of an interview guide, and what each of them is by its shape: a theme, a question, or neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Mark(StrEnum):
    """What stands before the words of a line."""

    NONE = "none"
    NUMBER = "number"
    SUBNUMBER = "subnumber"
    LETTER = "letter"
    BULLET = "bullet"


class LineUse(StrEnum):
    """What a line of a guide is."""

    THEME = "theme"
    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    """A question below the question before it."""
    CONTINUED = "continued"
    """More words of the question before it, such as a hint in brackets."""
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A line of a guide.

    Attributes:
        number: what is printed before it, such as `2b`, without dot or bracket; empty for bullets.
        is_heading: it is styled as one.
        use: what it is, where that does not follow from its shape.
    """

    mark: Mark
    number: str
    words: str
    is_heading: bool = False
    use: LineUse | None = None

    @property
    def asks(self) -> bool:
        """Whether its own words are a question or a prompt, whatever stands around it."""
        return bool(_ASKED.search(self.words) or _PROMPT.match(self.words))

    @property
    def count(self) -> int:
        return len(self.words.split())


LONGEST_THEME = 10
"""Words of a theme at most; a longer line that is no question is a text to be read aloud."""

_MARKS = (
    (Mark.SUBNUMBER, re.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2})+)[.):]?(?=\s)|(?P<lettered>\d{1,2}[a-h])[.):]\s")),
    (Mark.NUMBER, re.compile(r"(?:Sp(?:ørsmål|m)?\.?\s*)?\(?(?P<number>\d{1,3})[.):]\s*(?=\D)", re.IGNORECASE)),
    (Mark.LETTER, re.compile(r"\(?(?P<number>[a-zæøå])[.)]\s+")),
    (Mark.BULLET, re.compile(r"[-–—•*·▪◦o\uf0b7](?P<number>)\s+")),
)
_ASKED = re.compile(r"\?[\s\"»”)\]]*$|\?\s*\(|\?\s+[A-ZÆØÅ(]")
_PROMPT = re.compile(
    r"(?:(?:kan|kunne|vil|ville)\s+(?:du|dere|de|dykk)|be?skriv|fortell?|forklar|nevn|gi\s+(?:et\s+)?eksemp|utdyp"
    r"|ranger|vurder|reflekter|oppsummer|tenk|describe|tell|explain)\b",
    re.IGNORECASE,
)
_THEME_WORD = re.compile(
    r"(?:tema|del|bolk|hovedtema|theme|part|section)\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})?\s*[:.–—-]\s*|"
    r"(?:tema|del|bolk|theme|part)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\s+",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"(?:mulige?\s+)?oppfølging(?:s?spørsmål)?\s*[:.–-]\s*|follow[- ]?ups?\s*[:.–-]\s*", re.IGNORECASE
)
_CUE = re.compile(r"(?:stikkord|hint|merk|notat|tid|probes?|keywords?)\s*:", re.IGNORECASE)
_INTRODUCTION = re.compile(
    r"(?:innledning|introduksjon|intro|innledende informasjon|(?:informert )?samtykke|informasjon(?:sskriv)?"
    r"|om (?:prosjektet|studien|intervjuet)|formål|før (?:vi|du) (?:starter|begynner)|praktisk|velkommen"
    r"|presentasjon av (?:oss|meg|prosjektet|studien)|introduction|consent|information|about the (?:project|study))\b",
    re.IGNORECASE,
)
_SOFT_BREAK = re.compile(r"\n[^\S\n]*(?=[a-zæøå(])")


def read_lines(text: str, *, is_heading: bool = False) -> Iterator[GuideLine]:
    """Yield the lines of a paragraph; one that begins with a small letter continues the line before."""
    for line in _join_wrapped(text).split("\n"):
        words = " ".join(line.split())
        if words:
            yield read_line(words, is_heading=is_heading)


def _join_wrapped(text: str) -> str:
    """Return the text without line breaks before small letters, unless the line has a mark such as `a)`."""
    return _SOFT_BREAK.sub(lambda found: "\n" if _mark_at(text, found.end())[0] is not Mark.NONE else " ", text)


def read_line(words: str, *, is_heading: bool = False) -> GuideLine:
    mark, number, end = _mark_at(words, 0)
    return GuideLine(mark, number, words[end:].strip(), is_heading)


def _mark_at(words: str, at: int) -> tuple[Mark, str, int]:
    for mark, pattern in _MARKS:
        found = pattern.match(words, at)
        if found:
            number = found["number"] or (found.groupdict().get("lettered") or "")
            return mark, number, found.end()
    return Mark.NONE, "", at


def without_follow_up_word(words: str) -> str:
    """Return a follow-up question without the word that calls it one."""
    return _FOLLOW_UP.sub("", words, count=1) if _FOLLOW_UP.match(words) else words


def is_introduction(words: str) -> bool:
    """Tell whether a heading is over what is said before the interview, such as information and consent."""
    return bool(_INTRODUCTION.match(words))


def theme_name(words: str) -> str:
    """Return the name of a theme without `Tema 2:`, without a colon behind it, and not in capitals throughout."""
    name = _THEME_WORD.sub("", words, count=1).strip(" :–—-") or words.strip(" :")
    return name.capitalize() if name.isupper() and len(name) > 5 else name


def settle_uses(lines: Sequence[GuideLine]) -> list[LineUse]:
    """Return what each line is.

    What asks is a question. Of lines with marks of one kind all are questions where at least a third of them ask and
    nothing hangs below them; numbered lines with others below them are themes. A short line without a mark is a theme
    where a question comes next.
    """
    return list(_Uses(lines).settle())


class _Uses:
    def __init__(self, lines: Sequence[GuideLine]) -> None:
        self._lines = lines
        self._asking = self._marks_that_ask()

    def _marks_that_ask(self) -> frozenset[Mark]:
        """Return the marks whose lines are questions even where their words do not ask."""
        marked = Counter(line.mark for line in self._lines if not line.is_heading)
        asking = Counter(line.mark for line in self._lines if line.asks and not line.is_heading)
        return frozenset(mark for mark, count in marked.items() if mark is not Mark.NONE and 3 * asking[mark] >= count)

    def settle(self) -> Iterator[LineUse]:
        before = LineUse.NEITHER
        for index, line in enumerate(self._lines):
            use = self._use(line, index, before)
            yield use
            before = before if use is LineUse.CONTINUED else use

    def _use(self, line: GuideLine, index: int, before: LineUse) -> LineUse:
        if line.use is not None:
            return line.use
        if _CUE.match(line.words):
            return LineUse.NEITHER
        if before in (LineUse.QUESTION, LineUse.FOLLOW_UP) and (hanging := self._hanging(line)):
            return hanging
        if self._is_theme(line, index):
            return LineUse.THEME
        return LineUse.QUESTION if self._is_question(line) else LineUse.NEITHER

    def _hanging(self, line: GuideLine) -> LineUse | None:
        """Return what a line is that belongs to the question before it, or None."""
        if _FOLLOW_UP.match(line.words):
            return LineUse.FOLLOW_UP if without_follow_up_word(line.words) else LineUse.CONTINUED
        if line.mark is Mark.NONE and line.words.startswith("("):
            return LineUse.CONTINUED
        return LineUse.FOLLOW_UP if line.mark is Mark.LETTER and self._is_question(line) else None

    def _is_question(self, line: GuideLine) -> bool:
        return line.asks or line.mark in self._asking

    def _is_theme(self, line: GuideLine, index: int) -> bool:
        named = bool(_THEME_WORD.match(line.words)) or (is_introduction(line.words) and line.count <= 4)
        if line.asks and not named:
            return False
        if line.is_heading or (line.words.isupper() and line.count <= LONGEST_THEME and len(line.words) > 3):
            return True
        if line.count > LONGEST_THEME or line.mark in (Mark.LETTER, Mark.BULLET):
            return False
        return named or self._leads_to_questions(line, index)

    def _leads_to_questions(self, line: GuideLine, index: int) -> bool:
        following = next((one for one in self._lines[index + 1 :] if not _CUE.match(one.words)), None)
        if following is None:
            return False
        if line.mark is Mark.NONE:
            return following.asks or following.mark is not Mark.NONE
        return _is_below(following.mark, line.mark) and self._is_question(following)


def _is_below(one: Mark, other: Mark) -> bool:
    """Tell whether a line with the first mark hangs below one with the second, a number."""
    return other is Mark.NUMBER and one in (Mark.SUBNUMBER, Mark.LETTER, Mark.BULLET, Mark.NONE)


def join_continued(lines: Sequence[GuideLine], uses: Sequence[LineUse]) -> list[tuple[GuideLine, LineUse]]:
    """Return the lines with what they are, those that are continued joined to the one before."""
    joined: list[tuple[GuideLine, LineUse]] = []
    for line, use in zip(lines, uses, strict=True):
        if use is LineUse.CONTINUED and joined:
            last, known = joined[-1]
            joined[-1] = replace(last, words=f"{last.words} {line.words}"), known
        else:
            joined.append((line, use))
    return joined
