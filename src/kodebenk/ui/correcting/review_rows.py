"""What a correction does to the codings, as rows: those to be looked at, grouped, with old and new words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

from kodebenk.application import queries
from kodebenk.application.correction_preview import CorrectionPreview
from kodebenk.application.followed_marks import FollowedCoding
from kodebenk.application.open_project import OpenProject

_AROUND = 2
"""Words beside a difference that are shown before it; twice as many behind the last one."""

_MOST_WORDS = 400


class Group(Enum):
    """Why a coding is listed."""

    ALTERED = auto()
    FOUND = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote; `is_marked` where its other form has none or other ones."""

    words: str
    is_marked: bool = False


Excerpt = tuple[Piece, ...]
"""A quote with what differs from its other form, and a little around that."""


def words_of(excerpt: Excerpt) -> str:
    """Return the words of an excerpt as one text."""
    return " ".join(piece.words for piece in excerpt)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A coding to be looked at; `start` and `end` are its place in the new text, 0 without one (code points)."""

    group: Group
    coding_id: int
    slot: int
    code: str
    citation: str
    old: Excerpt
    new: Excerpt
    start: int = 0
    end: int = 0
    reason: str = ""


def rows_to_review(project: OpenProject, preview: CorrectionPreview) -> list[ReviewRow]:
    """Return the codings whose words changed, that were found elsewhere, or that have no place; by group and place."""
    groups = ((Group.ALTERED, preview.altered), (Group.FOUND, preview.found), (Group.UNPLACED, preview.unplaced))
    return [row for group, codings in groups for row in _rows(project, preview, group, codings)]


def _rows(
    project: OpenProject, preview: CorrectionPreview, group: Group, codings: Sequence[FollowedCoding]
) -> Iterator[ReviewRow]:
    book = queries.codebook(project)
    length = len(queries.text_of(project, preview.document_id).text)
    for one in sorted(codings, key=lambda coding: (coding.old_start, coding.old_end)):
        code = book.by_id[one.code_id]
        start, end = min(one.old_start, length), min(one.old_end, length)
        old, new = difference(one.old_words, one.new_words) if one.is_placed else (_whole(one.old_words), _whole(""))
        yield ReviewRow(
            group,
            one.coding_id,
            code.slot,
            code.name,
            queries.cite_passage(project, preview.document_id, start, end),
            old,
            new,
            one.start,
            one.end,
            one.reason.value if one.reason is not None else "",
        )


def difference(old: str, new: str) -> tuple[Excerpt, Excerpt]:
    """Return what differs between two quotes, by whole words; long parts that are the same are left out.

    Quotes that differ in nothing but blanks come back whole and unmarked.
    """
    olds, news = old.split(), new.split()
    if olds == news:
        return _whole(old), _whole(new)
    was: list[Piece] = []
    now: list[Piece] = []
    # Quotes longer than that are compared roughly: a comparison by words grows with the square of their number.
    steps = SequenceMatcher(None, olds, news, autojunk=max(len(olds), len(news)) > _MOST_WORDS).get_opcodes()
    for number, (kind, old_start, old_end, new_start, new_end) in enumerate(steps):
        if kind == "equal":
            same = Piece(_shortened(olds[old_start:old_end], is_first=not number, is_last=number == len(steps) - 1))
            was.append(same)
            now.append(same)
            continue
        was += [Piece(" ".join(olds[old_start:old_end]), True)] if old_start < old_end else []
        now += [Piece(" ".join(news[new_start:new_end]), True)] if new_start < new_end else []
    return tuple(was), tuple(now)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """Return words that are the same on both sides, without most of what is far from a difference."""
    if is_first:
        return " ".join(words if len(words) <= _AROUND + 1 else ["…", *words[-_AROUND:]])
    if is_last:
        return " ".join(words if len(words) <= 2 * _AROUND else [*words[: 2 * _AROUND], "…"])
    return " ".join(words if len(words) <= 2 * _AROUND else [words[0], "…", words[-1]])


def _whole(words: str) -> Excerpt:
    return (Piece(" ".join(words.split())),) if words else ()
