"""Writes one paragraph of printed lines as text, with everything that was mended in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate

from kodebenk.importing.hyphenation import SOFT_HYPHEN, Seam, find_seam
from kodebenk.importing.imported_document import Outcome, Repair, TextRepair
from kodebenk.importing.print_text_grids import LinePart
from kodebenk.importing.print_text_letters import mend_letters
from kodebenk.importing.print_text_lines import PrintLine
from kodebenk.importing.quotation_marks import find_mangled_quotes

_LONGEST_WORD = 120
_LAST_WORD = re.compile(r"(?P<word>\S+)\s*$")
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph as text.

    Attributes:
        text: its words.
        offsets: where each part begins in it.
        repaired: what was mended, with positions in it.
    """

    text: str
    offsets: list[int]
    repaired: list[TextRepair]


@dataclass(frozen=True, slots=True)
class Writing:
    """How paragraphs are written: the steps that are on, the lines, and the words that stand inside lines."""

    repairs: Set[Repair]
    lines: Sequence[PrintLine]
    vocabulary: frozenset[str]

    def write(self, parts: Sequence[LinePart]) -> WrittenParagraph:
        """Return the parts as one paragraph; with LINES off, they stay lines."""
        pieces: list[str] = []
        offsets: list[int] = []
        repaired: list[TextRepair] = []
        seams: list[tuple[int, Outcome, str]] = []
        length = 0
        for number, part in enumerate(parts):
            text, faults = mend_letters(part.text, self.repairs)
            if number:
                seam = self._seam(pieces[-1], text, parts[number - 1], part)
                taken = pieces[-1][len(pieces[-1]) - seam.cut :]
                if self.lines[parts[number - 1].index].is_divided:
                    taken += SOFT_HYPHEN
                pieces[-1] = pieces[-1][: len(pieces[-1]) - seam.cut]
                length += len(seam.between) - seam.cut
                if seam.outcome:
                    seams.append((length, seam.outcome, taken))
                pieces.append(seam.between)
            offsets.append(length)
            repaired += (
                TextRepair(one.repair, Outcome.REPLACED, length + one.start, length + one.end, one.before)
                for one in faults
            )
            pieces.append(text)
            length += len(text)
        whole = "".join(pieces)
        repaired += (_hyphen(whole, *seam) for seam in seams)
        written = WrittenParagraph(whole, offsets, repaired)
        return _mend_quotes(written) if Repair.QUOTATION_MARKS in self.repairs else written

    def _seam(self, before: str, after: str, first: LinePart, second: LinePart) -> Seam:
        if first.index == second.index:
            return Seam(0, " ")
        if Repair.HYPHENS not in self.repairs:
            seam = Seam(0, " ")
        else:
            seam = find_seam(before, after, self.vocabulary, is_divided=self.lines[first.index].is_divided)
        keeps_lines = Repair.LINES not in self.repairs and seam.outcome is not Outcome.JOINED
        return replace(seam, between="\n") if keeps_lines else seam


def _hyphen(text: str, at: int, outcome: Outcome, taken: str) -> TextRepair:
    """Return the repair of the word around a seam; `taken` was at the end of its first line."""
    head = _LAST_WORD.search(text[max(0, at - _LONGEST_WORD) : at])
    tail = _FIRST_WORD.match(text[at : at + _LONGEST_WORD])
    before, after = head["word"] if head else "", tail[0] if tail else ""
    start = at - len(head[0]) if head else at
    return TextRepair(Repair.HYPHENS, outcome, start, at + len(after), f"{before}{taken}\n{after}")


def _mend_quotes(written: WrittenParagraph) -> WrittenParagraph:
    wrong = find_mangled_quotes(written.text)
    if not wrong:
        return written
    starts = [start for start, _, _ in wrong]
    ends = [end for _, end, _ in wrong]
    shifts = [0, *accumulate(len(right) - (end - start) for start, end, right in wrong)]

    def moved(position: int) -> int:
        last = bisect_right(starts, position) - 1
        inside = starts[last] if last >= 0 and position < ends[last] else position
        return inside + shifts[bisect_right(ends, inside)]

    bounds = zip([0, *ends], [*starts, len(written.text)], strict=True)
    between = [written.text[start:end] for start, end in bounds]
    text = "".join(
        piece for pair in zip(between, [*(right for _, _, right in wrong), ""], strict=True) for piece in pair
    )
    repaired = [
        replace(one, start=moved(one.start), end=max(moved(one.start), moved(one.end))) for one in written.repaired
    ]
    repaired += (
        TextRepair(
            Repair.QUOTATION_MARKS, Outcome.REPLACED, moved(start), moved(start) + len(right), written.text[start:end]
        )
        for start, end, right in wrong
    )
    return WrittenParagraph(text, [moved(offset) for offset in written.offsets], repaired)
