"""Guesses what a source is from its shape; the user sees the guess before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kodebenk.domain.document import Heading, SourceKind, Span

_MAIL_FIELD = re.compile(
    r"(?P<field>fra|til|dato|sendt|emne|from|to|date|sent|subject|frå)[^\S\n]*:[^\S\n]*\S", re.IGNORECASE
)
_MAIL_SENDER = frozenset({"fra", "frå", "from"})
_MAIL_SUBJECT = frozenset({"emne", "subject", "sendt", "sent", "dato", "date"})
_MAIL_LINES = 12
_QUESTION = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])?[^\S\n]*[^\W\d_][^\n]*\?[^\S\n]*(?:\n|$)")
_LISTED = re.compile(r"[-–—•*][^\S\n]*\S|\d{1,2}[.)][^\S\n]+\S")
_FEWEST_QUESTIONS = 3
_FEWEST_HEADINGS = 3


def guess_kind(
    text: str, paragraphs: Sequence[Span], headings: Sequence[Heading], *, has_turns: bool, is_layouted: bool
) -> SourceKind:
    """Return the kind that the text looks like.

    E-mail by its header, transcript by its turns, notes by question paragraphs that prose answers; else a planning
    document where it was laid out (Word, PDF) or has headings, and notes for a bare text.
    """
    if has_mail_header(text):
        return SourceKind.EMAIL
    if has_turns:
        return SourceKind.TRANSCRIPT
    if _answered_questions(text, paragraphs) >= _FEWEST_QUESTIONS:
        return SourceKind.NOTES
    if is_layouted or len(headings) >= _FEWEST_HEADINGS:
        return SourceKind.PLAN
    return SourceKind.NOTES


def has_mail_header(text: str) -> bool:
    """Tell whether a text begins with sender, date or subject and other fields of a letter."""
    lines = [line for line in text[:4000].split("\n") if line.strip()][:_MAIL_LINES]
    fields = {found["field"].casefold() for line in lines if (found := _MAIL_FIELD.match(line.strip()))}
    return bool(fields & _MAIL_SENDER) and len(fields) >= 3 and bool(fields & _MAIL_SUBJECT)


def _answered_questions(text: str, paragraphs: Sequence[Span]) -> int:
    """Count listed questions that the next paragraph answers in prose."""
    count = 0
    for question, answer in pairwise(paragraphs):
        listed = _LISTED.match(text, question.start, question.end)
        asked = listed and _QUESTION.match(text, question.start, question.end)
        count += bool(asked) and not _LISTED.match(text, answer.start, answer.end)
    return count
