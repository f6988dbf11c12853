"""Knows what a speaker's label looks like, beside its words and on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kodebenk.importing.recording_times import ANY_TIME, BOXED_TIME, HASHED_TIME, TIME

LONGEST_LABEL = 40
MOST_WORDS = 4

# Bounded, so that a line of nothing but blanks is not tried in every way there is.
_BLANKS = r"[^\S\n]{0,40}"
_GAP = r"[^\S\n]{1,40}"
_IN_FRONT = rf"(?:(?:{HASHED_TIME}|{BOXED_TIME}){_BLANKS}|[\[(]?{TIME}[\])]?{_GAP})?"
_REMARK = r"[(\[][^)\]\n]{0,40}[)\]]"
_LABEL = re.compile(
    rf"{_BLANKS}{_IN_FRONT}"
    r"(?:\[(?P<boxed>[^\]\n:]{1,40})\]|(?P<plain>[^\n:()\[\]]{1,60}?))"
    rf"(?:{_BLANKS}(?:{_REMARK}|{HASHED_TIME}|{BOXED_TIME}|{TIME}))?"
    rf"{_BLANKS}:(?![/\d])"
)
_UNKNOWN_BOX = re.compile(rf"{_BLANKS}\[(?P<boxed>\?+|[^\W\d_]+(?:[^\S\n][^\W\d_]+)?)\](?={_GAP}\S)")
_NAME = (
    r"(?:\[(?P<boxed>[^\]\n:]{1,40})\]|\((?P<round>[^)\n:]{1,40})\)"
    r"|(?P<plain>[^\n:()\[\]#<>{}]{1,60}?)"
    rf"(?:{_BLANKS}\([^)\n\d]{{1,30}}\))?)"
)
_NAME_THEN_TIME = re.compile(rf"{_NAME}(?:{_GAP}|(?=[\[(#<{{])){ANY_TIME}")
_TIME_THEN_NAME = re.compile(rf"{ANY_TIME}{_GAP}{_NAME}")
_NAME_AND_WORDS = re.compile(rf"{_NAME}{_BLANKS}{BOXED_TIME}{_GAP}(?=\S)")
_NAME_ALONE = re.compile(_NAME)
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*|\d{1,3}|[^\W\d_]+_\d+")
_KNOWN_FORM = re.compile(
    r"(?:[irmp]|int|intervjuer|interviewer|intervjuar|moderator|forsker|forskar|researcher|informant|respondent"
    r"|deltaker|deltakar|participant|speaker|taler|person)[ _.]?\d{0,3}\.?",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\?{1,3}|(?:ukjent|ukjend|unknown|uidentifisert|unidentified)"
    r"(?:[ _](?:taler|talar|person|stemme|røyst|speaker|mann|kvinne|deltaker|deltakar))?",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[xX]{1,3}|[nN]\.?[nN]\.?")
# Words that head a remark, an entry or a letter, not a person.
_HEAD_WORDS = (
    "nb obs ps merk merknad spørsmål svar tema kilde kilder figur tabell dato tid tidspunkt sted fra frå til emne "
    "kopi cc bcc sendt vedlegg eksempel konklusjon oppsummering kommentar note notat tilstede referat agenda "
    "deltakere varighet tittel møte sak punkt del fase kapittel kap mål tiltak status forslag resultat question "
    "answer date time place from to subject sent source figure table example conclusion summary comment remark "
    "attachment chapter part topic title duration meeting http https www ref jf sv vs re fw fwd"
)
_SENTENCE_WORDS = (
    "sa sier seier er var som at det dette følgende følger slik om på said says is was that this following"
)
# Words that stand on a line of their own again and again without being a person.
_LONE_WORDS = (
    "ja nei nja kanskje pause latter ler humrer stille stillhet uhørlig utydelig avbrudd musikk applaus yes no maybe "
    "laughs laughter silence inaudible crosstalk navn namn rolle stilling adresse telefon mobil e-post epost hilsen "
    "mvh innhold name role address phone contents"
)
_NEVER = frozenset(_HEAD_WORDS.split())
_NOT_IN_A_NAME = frozenset(_SENTENCE_WORDS.split())
_NEVER_ALONE = frozenset(_LONE_WORDS.split())
_PARTICLES = frozenset({"von", "van", "de", "der", "den", "af", "av", "du", "la"})


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label in a text; `start` counts a time in front of it, from `end` on words may follow."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """What labels are compared by."""
        return self.text.casefold()


def label_before_words(text: str, start: int, end: int) -> SpeakerLabel | None:
    """Return the label with a colon, such as `Kari (00:01:02):`, at `start`; a time or remark is not part of it.

    `[Ukjent]` needs no colon.
    """
    found = _LABEL.match(text, start, end)
    name = _name(found) if found else ""
    if found and (can_be_a_speaker(name) or is_unknown(name)):
        return SpeakerLabel(start, found.end(), name)
    found = _UNKNOWN_BOX.match(text, start, end)
    return SpeakerLabel(start, found.end(), found["boxed"]) if found and is_unknown(found["boxed"]) else None


def label_beside_time(text: str, start: int, end: int) -> SpeakerLabel | None:
    """Return the label of a line that holds a name and a time and else nothing, or its words behind a boxed time."""
    found = _NAME_THEN_TIME.fullmatch(text, start, end) or _TIME_THEN_NAME.fullmatch(text, start, end)
    found = found or _NAME_AND_WORDS.match(text, start, end)
    name = _name(found) if found else ""
    possible = found and (can_be_a_speaker(name) or is_unknown(name))
    return SpeakerLabel(start, found.end(), name) if found and possible else None


def label_alone(text: str, start: int, end: int) -> SpeakerLabel | None:
    """Return the label of a line that is nothing but a name, bare or in brackets."""
    found = _NAME_ALONE.fullmatch(text, start, end)
    name = _name(found) if found else ""
    return SpeakerLabel(start, end, name) if found and _can_stand_alone(name) else None


def can_be_a_speaker(name: str) -> bool:
    """Tell whether a name is a known form (`R1`, `Intervjuer`), or one to four words that begin with a capital."""
    if is_known_form(name):
        return True
    words = name.split()
    if not 1 <= len(words) <= MOST_WORDS or len(name) > LONGEST_LABEL or not name[0].isupper():
        return False
    if not all(_WORD.fullmatch(word.strip(",")) for word in words):
        return False
    folded = [word.casefold().strip(".,") for word in words]
    return folded[0] not in _NEVER and not _NOT_IN_A_NAME.intersection(folded)


def is_known_form(name: str) -> bool:
    """Tell whether a label says by itself that it is a speaker's."""
    return _KNOWN_FORM.fullmatch(name) is not None


def is_unknown(name: str) -> bool:
    """Tell whether a label says that nobody knows who speaks."""
    return _UNKNOWN.fullmatch(name) is not None


def is_placeholder(name: str) -> bool:
    """Tell whether a label, such as `X`, often stands for somebody unknown."""
    return _PLACEHOLDER.fullmatch(name) is not None


def _name(found: re.Match[str]) -> str:
    return next((part.strip() for name, part in found.groupdict().items() if part), "")


def _can_stand_alone(name: str) -> bool:
    if is_known_form(name) or is_unknown(name):
        return True
    words = name.split()
    if not can_be_a_speaker(name) or name.endswith((".", ",")) or words[0].casefold() in _NEVER_ALONE:
        return False
    return all(not word[0].islower() or word in _PARTICLES for word in words)
