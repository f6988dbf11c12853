"""Makes the table of one coder's codes against another's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import log2, sqrt

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import RaterPair
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.shared_passages import CountedBy, RatersCodes
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow, Opener
from kodebenk.ui.compare.figures.shown_report import ShownReport, between, by_rater
from kodebenk.ui.compare.lanes.abbreviations import abbreviate

translate = QCoreApplication.translate
_NARROWEST = 33


class HeatValue(StrEnum):
    """What a cell says."""

    COUNT = "count"
    ROW_SHARE = "row_share"
    """Share of the row, in percent."""
    LIFT = "lift"
    """How many times what chance would have; of characters alone, for passages have no common length."""


@dataclass(frozen=True, slots=True)
class HeatChoice:
    """What the table shows: which of the report's pairs, of what, and whether codes are put together by theme."""

    pair: int = 0
    counted_by: CountedBy = CountedBy.PASSAGES
    value: HeatValue = HeatValue.COUNT
    by_theme: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """One row and column: some codes by number, or none for "no code"."""

    key: str
    name: str
    codes: frozenset[int]
    theme: str = ""
    slot: int | None = None
    alpha: Coefficient | None = None


def make_heat_grid(shown: ShownReport, choice: HeatChoice) -> FigureGrid:
    """Return the codes of the pair's first coder (rows) against those of the second (columns); "no code" is last."""
    table = _HeatTable(shown, choice)
    cells = tuple(table.cells())
    return FigureGrid(table.corner, tuple(table.heads()), tuple(table.rows()), cells)


class _HeatTable:
    def __init__(self, shown: ShownReport, choice: HeatChoice) -> None:
        self._shown, self._choice = shown, choice
        self._pair: RaterPair = shown.report.pairs[choice.pair]
        self._names = shown.raters[self._pair.one], shown.raters[self._pair.other]
        confusion = self._pair.confusion
        passages = choice.counted_by is CountedBy.PASSAGES
        self._table = confusion.passages if passages else confusion.characters
        self._groups = [one for one in _find_groups(shown, by_theme=choice.by_theme) if self._is_used(one)]
        self._groups.append(_Group("none", translate("HeatGrid", "no code"), frozenset()))
        self._short = abbreviate([group.name for group in self._groups[:-1]])
        self._totals = {row.key: self._row_total(row) for row in self._groups}
        self._most = max((self._count(*both) for both in self._inner()), default=0)

    @property
    def corner(self) -> str:
        return translate("HeatGrid", "{one} ↓ {other} →").format(one=self._names[0], other=self._names[1])

    def heads(self) -> Iterator[FigureHead]:
        for at, group in enumerate(self._groups):
            text = self._short[at] if group.codes else translate("HeatGrid", "none")
            said = by_rater(group.name, self._names[1])
            begins = not group.codes or (at > 0 and group.theme != self._groups[at - 1].theme)
            yield FigureHead(group.key, text, said, _NARROWEST, group.slot, begins)

    def rows(self) -> Iterator[FigureRow]:
        themes: set[str] = set()
        for group in self._groups:
            begins = group.theme if group.theme not in themes else ""
            themes.add(group.theme)
            meta, said = "", by_rater(group.name, self._names[0])
            if group.alpha is not None:
                meta = f"α {numbers.coefficient(group.alpha)}"
                alpha = words.value_words(group.alpha, numbers.coefficient(group.alpha))
                said = f"{said}. {translate('HeatGrid', 'As one code: α {alpha}').format(alpha=alpha)}"
            yield FigureRow(group.key, group.name, said, group.slot, meta, group=begins, ruled=not group.codes)

    def cells(self) -> Iterator[tuple[FigureCell, ...]]:
        for row in self._groups:
            yield tuple(self._cell(row, column) for column in self._groups)

    def _cell(self, row: _Group, column: _Group) -> FigureCell:
        count = self._count(row, column)
        value = self._value(row, column)
        return FigureCell(
            self._text(count, value),
            self._spoken(row, column, count),
            self._opens(row, column) if count else None,
            value,
            shade=self._shade(row, column, value),
            framed=row is column and bool(row.codes),
        )

    def _count(self, row: _Group, column: _Group) -> int:
        return sum(self._table[one][other] for one in self._numbers(row) for other in self._numbers(column))

    def _numbers(self, group: _Group) -> Sequence[int]:
        return sorted(group.codes) if group.codes else (len(self._table) - 1,)

    def _inner(self) -> Iterator[tuple[_Group, _Group]]:
        """Yield the cells that tell of a code; what nobody coded would outshine them."""
        return ((row, column) for row in self._groups for column in self._groups if row.codes or column.codes)

    def _is_used(self, group: _Group) -> bool:
        every = range(len(self._table))
        return any(self._table[one][at] or self._table[at][one] for one in group.codes for at in every)

    def _value(self, row: _Group, column: _Group) -> float | None:
        count = self._count(row, column)
        if self._choice.value is HeatValue.COUNT:
            return count
        if self._choice.value is HeatValue.ROW_SHARE:
            whole = self._totals[row.key]
            return count / whole if whole else None
        expected = self._characters_of(row, first=True) * self._characters_of(column, first=False)
        return count * self._pair.confusion.length / expected if expected else None

    def _row_total(self, row: _Group) -> int:
        if self._choice.counted_by is CountedBy.CHARACTERS:
            return self._characters_of(row, first=True)
        return sum(self._count(row, column) for column in self._groups)

    def _characters_of(self, group: _Group, *, first: bool) -> int:
        lengths = self._pair.confusion.first if first else self._pair.confusion.second
        return sum(lengths[at] for at in self._numbers(group))

    def _text(self, count: int, value: float | None) -> str:
        if not count:
            return "·"
        match self._choice.value:
            case HeatValue.COUNT:
                return numbers.count(count)
            case HeatValue.ROW_SHARE:
                return numbers.percentage(value)
        return numbers.coefficient(value, 1)

    def _shade(self, row: _Group, column: _Group, value: float | None) -> float:
        if not value or not (row.codes or column.codes):
            return 0.0
        match self._choice.value:
            case HeatValue.COUNT:
                return sqrt(value / self._most) if self._most else 0.0
            case HeatValue.ROW_SHARE:
                return value
        # Lift has no upper end; sixteen times chance is as dark as it gets.
        return log2(max(1.0, value)) / 4

    def _spoken(self, row: _Group, column: _Group, count: int) -> str:
        counted = (
            words.passage_count(count)
            if self._choice.counted_by is CountedBy.PASSAGES
            else words.unit_count(UnitKind.CHARACTER, count)
        )
        parts = [counted]
        whole = self._totals[row.key]
        if whole and count:
            share = translate("HeatGrid", "{share}% of the row").format(share=numbers.percentage(count / whole))
            parts.append(share)
        if self._choice.value is HeatValue.LIFT and count:
            lift = numbers.coefficient(self._value(row, column), 1)
            parts.append(translate("HeatGrid", "{lift} times what chance would have").format(lift=lift))
        return ", ".join(parts)

    def _opens(self, row: _Group, column: _Group) -> Opener | None:
        if not row.codes and not column.codes:
            return None
        title = between(by_rater(row.name, self._names[0]), by_rater(column.name, self._names[1]))
        return self._shown.opens_crossing(
            RatersCodes(self._pair.one, row.codes),
            RatersCodes(self._pair.other, column.codes),
            self._choice.counted_by,
            title,
        )


def _find_groups(shown: ShownReport, *, by_theme: bool) -> Iterator[_Group]:
    codebook = shown.codebook
    codes = [(number, code, codebook.theme_of(code.id)) for number, code in enumerate(shown.report.codes)]
    if not by_theme:
        for number, code, theme in codes:
            named = theme.name if theme.id != code.id else ""
            yield _Group(f"code {code.id}", code.name, frozenset((number,)), named, shown.slot_of(code.id))
        return
    measured = {theme.id: theme.alpha for theme in shown.report.themes}
    for theme, members in groupby(codes, key=lambda one: one[2]):
        inside = list(members)
        alpha = measured.get(theme.id)
        if alpha is None and len(inside) == 1:
            alpha = inside[0][1].agreement.coefficients[Measure.ALPHA]
        yield _Group(
            f"theme {theme.id}",
            theme.name,
            frozenset(number for number, _, _ in inside),
            slot=shown.slot_of(theme.id),
            alpha=alpha,
        )
