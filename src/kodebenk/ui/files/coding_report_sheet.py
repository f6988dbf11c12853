"""What became of a file of codings: how many were placed, and each row that needs a look."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.fact_list import Fact
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.files.finding_words import unplaced_words
from kodebenk.ui.files.imported_rows import ImportedCodings, NotPlaced, PlacedNearly
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.report_sheet import ReportSheet
from kodebenk.ui.shell.rows import Row
from kodebenk.ui.theme import Appearance


class CodingReportSheet(ReportSheet):
    """Counts at the top, and a list of rows; a click on one that was placed shows its passage."""

    def __init__(self, appearance: Appearance, imported: ImportedCodings, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._imported = imported
        self._headline = make_label("", "title", wrap=True)
        self._arrange(above=(self._headline,))
        self._translate()

    def title(self) -> str:
        return self.tr("Codings from {file}").format(file=self._imported.file_name)

    def _translate(self) -> None:
        told = self._imported
        number = QLocale().toString
        self._headline.setText(
            self.tr("{placed} of {count} rows are placed").format(placed=number(told.placed), count=number(told.count))
        )
        self._facts.show_facts(self._list_facts())
        rows = list(self._list_rows())
        self.list.setAccessibleName(self.tr("Rows that need a look"))
        self._show_rows(rows)
        self._hint.setText(self.tr("Click a row that was placed to see its passage. Rows count without the header."))
        self._hint.setVisible(bool(rows))

    def _list_facts(self) -> Iterator[Fact]:
        told = self._imported
        yield (
            "circle-check",
            "ok",
            counted(told.exact, self.tr("1 stands word for word"), self.tr("{count} stand word for word")),
        )
        if told.fuzzy:
            text = counted(len(told.fuzzy), self.tr("1 stands nearly so"), self.tr("{count} stand nearly so"))
            yield "equal-approximately", "warn", text
        if told.ambiguous:
            one = self.tr("1 quote stands in several places and was placed at the first")
            many = self.tr("{count} quotes stand in several places and were placed at the first")
            yield "files", "warn", counted(len(told.ambiguous), one, many)
        if told.unplaced:
            text = counted(len(told.unplaced), self.tr("1 was not placed"), self.tr("{count} were not placed"))
            yield "circle-x", "bad", text
        if told.known:
            one = self.tr("1 was in the project already")
            text = counted(told.known, one, self.tr("{count} were in the project already"))
            yield "info", "ink2", text
        if told.placed:
            yield "user-round", "ink2", self.tr("Coded by {names}").format(names=", ".join(told.coders))

    def _list_rows(self) -> Iterator[Row]:
        for missing in self._imported.unplaced:
            yield self._unplaced_row(missing)
        for nearly in self._imported.fuzzy:
            yield self._fuzzy_row(nearly)
        for several in self._imported.ambiguous:
            yield self._ambiguous_row(several)

    def _unplaced_row(self, one: NotPlaced) -> Row:
        title = self.tr("“{quote}”").format(quote=one.quote) if one.quote else self.tr("No quote")
        note = " · ".join(part for part in (one.document, one.code) if part)
        return self._row(None, one.row, title, unplaced_words(one.reason), "circle-x", note)

    def _fuzzy_row(self, one: PlacedNearly) -> Row:
        assert one.score is not None
        like = self.tr("{percent} % like the quote").format(percent=QLocale().toString(int(one.score)))
        asked = self.tr("In the file: “{quote}”").format(quote=one.quote)
        return self._row(one.place, one.row, one.words, f"{like} · {self._where(one)}", "equal-approximately", asked)

    def _ambiguous_row(self, one: PlacedNearly) -> Row:
        places = self.tr("One of {count} places").format(count=QLocale().toString(one.places))
        note = self.tr("If it belongs to another, move it there")
        return self._row(one.place, one.row, one.words, f"{places} · {self._where(one)}", "files", note)

    def _where(self, one: PlacedNearly) -> str:
        return f"{one.citation} · {one.document}"

    def _row(
        self,
        place: tuple[int, int, int] | None,
        number: int,
        title: str,
        detail: str,
        icon: str,
        note: str,
    ) -> Row:
        aside = self.tr("Row {number}").format(number=QLocale().toString(number))
        return Row(place, title, detail, icon, aside, note, note_below=True)
