"""Finds sentences in Norwegian text, by rule."""

from __future__ import annotations

import re
from bisect import bisect_right

from kodebenk.domain.document import Span

# Short forms that end in a full stop inside a sentence; after Språkrådet's list of common abbreviations.
_ABBREVIATIONS = frozenset(
    """
    adm adr afd alm ang anm ann aug avd avg avs bd bet bl bnr bto ca cand dagl dat dep des dir div dr ds dvs
    eks el ev evt ex feb febr fhv fig fk fork forts fr frk fvt følg gl gnr gr hhv hr inkl innb inst instr
    iflg jan jf jfr jr jun kap kgl kl kr kst lic lign lok maks meld mfl mill mnd mrd mrk mrs ndf nov
    nr nto nyno odf off okt omkr oppl orig osv pga pr prof prop pst pt ref resp sek sep sept sml
    sms spm sr st str std stk stud sst temp tlf tsk utg uttr vedk vg vha vol vs vsa vv årg årh
    b e f g h k m p s t u v x
    """.split()  # noqa: SIM905
)
_MAY_END_SENTENCE = frozenset({"osv", "mfl", "mv", "o.l", "e.l", "etc", "m.m", "m.v", "m.fl", "o.a"})
_END = re.compile(r"[.!?…]+[\"»”’')\]]*(?=\s|$)|\n+")
_LAST_WORD = re.compile(r"[\w.]*$")
_OPENED = re.compile(r"[\"«“‘'(\[–\- \n]*")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order, without the white space around them.

    A full stop ends no sentence before a small letter, after a known abbreviation or an initial, or after a number
    that opens a line. Abbreviations that often stand last end one before a capital. Line breaks end a sentence.
    """
    spans = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "\n" or _ends_sentence(text, match.start(), match.end()):
            spans += _trimmed(text, start, match.end())
            start = match.end()
    return tuple(spans + _trimmed(text, start, len(text)))


def sentence_at(text: str, position: int) -> Span:
    """Return the sentence that holds a position; the one before it between two sentences.

    In a text without sentences the span is empty and lies at `position`.
    """
    spans = split_sentences(text)
    index = bisect_right([span.start for span in spans], position) - 1
    if index >= 0:
        return spans[index]
    return spans[0] if spans else Span(position, position)


def _ends_sentence(text: str, mark: int, end: int) -> bool:
    opens = _OPENED.match(text, end)
    following = text[opens.end() : opens.end() + 1] if opens else ""
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return not following.islower()
    word = _LAST_WORD.search(text, max(0, mark - 24), mark)
    last = word[0] if word else ""
    if last.casefold() in _MAY_END_SENTENCE:
        return following == "" or following.isupper()
    if _is_abbreviation(last) or (last.isdigit() and _opens_line(text, mark - len(last))):
        return following == ""
    return not following.islower()


def _is_abbreviation(word: str) -> bool:
    parts = [part for part in word.split(".") if part]
    if not parts or parts[-1].isdigit():
        return False
    is_initial = len(parts[-1]) == 1 and parts[-1].isupper()
    is_dotted = len(parts) > 1 and all(len(part) <= 4 for part in parts)
    return is_initial or is_dotted or parts[-1].casefold() in _ABBREVIATIONS


def _opens_line(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
