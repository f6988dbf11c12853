"""The codes of one coder against those of another as tables for Word: passages that answer to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.coders_report import AgreementReport, RaterPair
from kodebenk.exporting.agreement_numbers import shown_count
from kodebenk.exporting.agreement_words import AgreementWords
from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH
from kodebenk.exporting.word_table_parts import BOLD, caption, figure_cell, header, note, text_cell
from kodebenk.exporting.word_xml import Cell, row, table

MOST_CODES = 20
"""Codes that stay legible across A4 landscape; of more only those about which the two differ."""

_WIDEST_COLUMN = 900
_NARROWEST_NAMES = 2600
_NOTHING = "·"


@dataclass(frozen=True, slots=True)
class _Shown:
    """Which codes stand in a table, by number, and how many that one of the two used do not.

    Attributes:
        alike: of those left out, the ones about which the two do not differ.
        fewer: the others: those about which they differ least.
    """

    codes: tuple[int, ...]
    alike: int = 0
    fewer: int = 0


def confusion_tables(report: AgreementReport, words: AgreementWords, first_number: int) -> Iterator[str]:
    """Yield caption, table and note for every two coders who have coded anything; the numbers follow each other."""
    number = first_number
    for pair in report.pairs:
        shown = _choose_codes(pair.confusion.passages)
        if shown.codes:
            yield from _confusion_table(pair, shown, report, words, number)
            number += 1


def _choose_codes(passages: Sequence[Sequence[int]]) -> _Shown:
    every = range(len(passages) - 1)
    used = [code for code in every if any(passages[code]) or any(line[code] for line in passages)]
    if len(used) <= MOST_CODES:
        return _Shown(tuple(used))
    apart = {code: _count_apart(passages, code) for code in used}
    differing = [code for code in used if apart[code]]
    most = sorted(differing, key=lambda code: -apart[code])[:MOST_CODES]
    return _Shown(tuple(sorted(most)), len(used) - len(differing), len(differing) - len(most))


def _count_apart(passages: Sequence[Sequence[int]], code: int) -> int:
    return sum(passages[code]) + sum(line[code] for line in passages) - 2 * passages[code][code]


def _confusion_table(
    pair: RaterPair, shown: _Shown, report: AgreementReport, words: AgreementWords, number: int
) -> Iterator[str]:
    one, other = (report.setup.raters[rater].name for rater in (pair.one, pair.other))
    title = words.confusion_title.format(one=one, other=other)
    widths = _widths(len(shown.codes) + 1)
    names = _names(report, shown.codes)
    headings = [words.code, *(str(at) for at in range(1, len(names) + 1)), words.no_code[1]]
    labels = [*(f"{at}. {name}" for at, name in enumerate(names, start=1)), words.no_code[0]]
    numbers = (*shown.codes, len(pair.confusion.passages) - 1)
    rows = (
        row(_cells(label, line, numbers, pair.confusion.passages, words), widths)
        for label, line in zip(labels, numbers, strict=True)
    )
    yield caption(number, title, words)
    yield table((header(headings, widths, left=(0,)), *rows), widths, "KodebenkTrelinjet", title)
    yield note(words, tuple(_notes(shown, one, other, words)))


def _cells(
    label: str, line: int, numbers: Sequence[int], passages: Sequence[Sequence[int]], words: AgreementWords
) -> list[Cell]:
    none = len(passages) - 1
    # The note says what a cell counts: table and note stay together.
    cells = [text_cell(label, with_next=True)]
    for column in numbers:
        count = passages[line][column]
        shown = shown_count(count, words.language) if count else _NOTHING
        nobody = line == none == column
        cells.append(figure_cell("" if nobody else shown, BOLD if line == column else "", with_next=True))
    return cells


def _names(report: AgreementReport, codes: Sequence[int]) -> list[str]:
    """Return the names of codes, with the theme where two have the same name."""
    known = [report.codes[code] for code in codes]
    alike = Counter(one.name for one in known)
    return [one.path if alike[one.name] > 1 else one.name for one in known]


def _notes(shown: _Shown, one: str, other: str, words: AgreementWords) -> Iterator[str]:
    yield words.confusion_note.format(one=one, other=other)
    if shown.alike or shown.fewer:
        left_out = shown_count(shown.alike + shown.fewer, words.language)
        said = words.confusion_fewer_note if shown.fewer else words.confusion_alike_note
        yield said.format(n=len(shown.codes), left_out=left_out)


def _widths(columns: int) -> tuple[int, ...]:
    each = min(_WIDEST_COLUMN, (LANDSCAPE_WIDTH - _NARROWEST_NAMES) // columns)
    names = min(LANDSCAPE_WIDTH - each * columns, 2 * _NARROWEST_NAMES)
    return (names, *(each,) * columns)
