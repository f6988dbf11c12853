"""Splits a transcript into speaker turns by the labels in front of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kodebenk.domain.document import Heading, Span
from kodebenk.domain.passage import trim_blanks
from kodebenk.importing.imported_document import ImportedTurn

FEWEST_TURNS = 2
SMALLEST_SHARE = 0.30
"""Share of the paragraphs that must begin with a speaker's label for a text to have turns at all."""

LONGEST_LABEL = 40
MOST_WORDS = 4

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_LABEL = re.compile(
    rf"[^\S\n]*(?:[\[(]?{_TIME}[\])]?[^\S\n]+)?"  # a time in front
    r"(?:\[(?P<boxed>[^\]\n:]{1,40})\]|(?P<plain>[^\n:()\[\]]{1,60}?))"
    rf"(?:[^\S\n]*(?:[(\[][^)\]\n]{{0,40}}[)\]]|{_TIME}))?"  # a time or remark behind
    r"[^\S\n]*:(?![/\d])"
)
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*|\d{1,3}|[^\W\d_]+_\d+")
_KNOWN_FORM = re.compile(
    r"(?:[irmp]|int|intervjuer|interviewer|intervjuar|moderator|forsker|forskar|researcher|informant|respondent"
    r"|deltaker|deltakar|participant|speaker|taler|person)[ _.]?\d{0,3}\.?",
    re.IGNORECASE,
)
_INTERVIEWERS = frozenset({"intervjuer", "intervjuar", "interviewer", "int", "moderator", "forsker", "forskar"})
# Words that head a remark, an entry or a letter, not a person.
_HEAD_WORDS = (
    "nb obs ps merk merknad spørsmål svar tema kilde kilder figur tabell dato tid tidspunkt sted fra til emne kopi cc "
    "bcc sendt vedlegg eksempel konklusjon oppsummering kommentar note notat tilstede referat agenda deltakere "
    "varighet tittel møte sak punkt del fase kapittel kap mål tiltak status forslag resultat question answer "
    "date time place from to subject sent source figure table example conclusion summary comment remark attachment "
    "chapter part topic title duration meeting http https www ref jf"
)
_SENTENCE_WORDS = (
    "sa sier seier er var som at det dette følgende følger slik om på said says is was that this following"
)
_NEVER = frozenset(_HEAD_WORDS.split())
_NOT_IN_A_NAME = frozenset(_SENTENCE_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        return self.text.casefold()


def split_turns(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading] = ()) -> tuple[ImportedTurn, ...]:
    """Return the turns of a text whose speakers stand as `Name: words` at the start of paragraphs or lines.

    A label is a known form such as `I:`, `R1:` or `Intervjuer:`, or one to four words of at most 40 characters that
    begin with a capital and recur. A time or remark beside it (`Kari (00:01:02):`) is not part of it. A paragraph
    without a label continues the turn before; a heading that stands between two turns belongs to neither.

    A text with fewer than 2 labels, or whose labels head less than 30 % of the paragraphs, has no turns.
    """
    labels, units = _labels(text, paragraphs, headings)
    labels = _recurring(labels)
    if len(labels) < FEWEST_TURNS or len(labels) < SMALLEST_SHARE * units:
        return ()
    ends = [label.start for label in labels[1:]] + [len(text)]
    return tuple(_turn(text, label, end, headings) for label, end in zip(labels, ends, strict=True))


def find_doubtful_labels(text: str, paragraphs: Sequence[Span], turns: Sequence[ImportedTurn]) -> tuple[Span, ...]:
    """Return what looks like a label but occurs once, so that its words went to the speaker before.

    Only places inside turns count; a text without turns has no doubts.
    """
    if not turns:
        return ()
    taken = {turn.start for turn in turns}
    labels, _ = _labels(text, [span for span in paragraphs if span.start > turns[0].start], ())
    return tuple(Span(label.start, label.start + len(label.text)) for label in labels if label.start not in taken)


def propose_interviewer(labels: Iterable[str]) -> frozenset[str]:
    """Return the labels that literally say interviewer; nothing is guessed about the others.

    `I` counts only where no other label says it, since it may also stand for informant.
    """
    given = list(labels)
    plain = {label for label in given if _without_number(label) in _INTERVIEWERS}
    return frozenset(plain or {label for label in given if label.strip(" .") == "I"})


def _without_number(label: str) -> str:
    return label.casefold().strip(" .0123456789")


def _labels(text: str, paragraphs: Iterable[Span], headings: Iterable[Heading]) -> tuple[list[_Label], int]:
    """Return what looks like labels, and how many paragraphs there are, counting each labelled line as one."""
    heading_starts = {heading.start for heading in headings}
    labels = []
    units = 0
    for paragraph in paragraphs:
        if paragraph.start in heading_starts:
            continue
        units += 1
        for line_start in _line_starts(text, paragraph):
            label = _label_at(text, line_start, paragraph.end)
            if label:
                labels.append(label)
                units += label.start > paragraph.start
    return labels, units


def _line_starts(text: str, paragraph: Span) -> Iterable[int]:
    start = paragraph.start
    while start < paragraph.end:
        yield trim_blanks(text, start, paragraph.end)[0]
        line_end = text.find("\n", start, paragraph.end)
        if line_end < 0:
            return
        start = line_end + 1


def _label_at(text: str, start: int, end: int) -> _Label | None:
    found = _LABEL.match(text, start, end)
    if not found:
        return None
    name = (found["boxed"] or found["plain"]).strip()
    if not _can_be_a_speaker(name):
        return None
    return _Label(start, found.end(), name)


def _can_be_a_speaker(name: str) -> bool:
    if _KNOWN_FORM.fullmatch(name):
        return True
    words = name.split()
    if not 1 <= len(words) <= MOST_WORDS or len(name) > LONGEST_LABEL or not name[0].isupper():
        return False
    if not all(_WORD.fullmatch(word.strip(",")) for word in words):
        return False
    folded = [word.casefold().strip(".,") for word in words]
    return folded[0] not in _NEVER and not _NOT_IN_A_NAME.intersection(folded)


def _recurring(labels: Sequence[_Label]) -> list[_Label]:
    count = Counter(label.key for label in labels)
    return [label for label in labels if count[label.key] > 1 or _KNOWN_FORM.fullmatch(label.text)]


def _turn(text: str, label: _Label, end: int, headings: Sequence[Heading]) -> ImportedTurn:
    end = trim_blanks(text, label.start, end)[1]
    for heading in reversed(headings):
        if label.start < heading.start and heading.end == end:
            end = trim_blanks(text, label.start, heading.start)[1]
    return ImportedTurn(label.start, trim_blanks(text, label.end, end)[0], end, label.text)
