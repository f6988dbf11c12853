"""The columns of a survey: what each holds, with examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application.import_actions import ColumnUse, SurveyColumn
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.material.saving_fields import QuietCombo
from kodebenk.ui.number_words import counted


class ColumnRow(QWidget):
    """One column.

    Signals:
        use_chosen(str, str): heading, and what the column holds.
    """

    use_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = ElidedLabel("", "panel")
        self._facts = make_label("", "meta", tone="ink2")
        self._examples = ElidedLabel("", "meta")
        self.use = QuietCombo()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 7, 0, 7)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 9)
        grid.setColumnStretch(1, 11)
        grid.addWidget(self._heading, 0, 0)
        grid.addWidget(self._facts, 1, 0)
        grid.addWidget(self._examples, 2, 0, 1, 2)
        grid.addWidget(self.use, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        self.use.activated.connect(self._on_activated)

    def show_column(self, column: SurveyColumn) -> None:
        """Show a column."""
        self._heading.set_text(column.heading)
        answers = counted(column.answered, self.tr("1 answer"), self.tr("{count} answers"))
        self._facts.setText(f"{answers}, " + self.tr("{count} different").format(count=column.distinct))
        self._examples.set_text(" · ".join(column.examples))
        self._examples.setVisible(bool(column.examples))
        self.use.setAccessibleName(self.tr("{heading} holds").format(heading=column.heading))
        self.use.clear()
        for use, words in self._uses().items():
            self.use.addItem(words, use)
        self.use.setCurrentIndex(self.use.findData(column.use))

    def _uses(self) -> Mapping[ColumnUse, str]:
        return {
            ColumnUse.NAME: self.tr("Names"),
            ColumnUse.OPEN: self.tr("Open answers"),
            ColumnUse.CLOSED: self.tr("Facts"),
            ColumnUse.SKIPPED: self.tr("Left out"),
        }

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.use_chosen.emit(self._heading.text(), str(self.use.itemData(index)))


class ColumnTable(QWidget):
    """All columns of a survey.

    Signals:
        use_chosen(str, str): heading, and what the column holds.
    """

    use_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = make_label("", "panel")
        self._people = make_label("", "meta")
        self._sentence = make_label("", "meta", wrap=True, tone="ink2")
        self._columns: tuple[SurveyColumn, ...] = ()
        self._respondents = 0
        self._body = QVBoxLayout()
        self.rows: list[ColumnRow] = []
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._title)
        title.addWidget(self._people)
        title.addStretch(1)
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(title)
        column.addWidget(self._sentence)
        column.addLayout(self._body)

    def show_columns(self, columns: Sequence[SurveyColumn], respondents: int) -> None:
        """Show the columns of a survey with so many respondents; none hides all of it."""
        self.setVisible(bool(columns))
        if tuple(columns) == self._columns and respondents == self._respondents:
            return
        if len(columns) != len(self._columns):
            self._build(len(columns))
        self._columns, self._respondents = tuple(columns), respondents
        self._fill()

    def row(self, heading: str) -> ColumnRow:
        """Return the row of a column; KeyError where there is none."""
        return {one.heading: row for one, row in zip(self._columns, self.rows, strict=True)}[heading]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        self._title.setText(self.tr("Columns"))
        people = counted(self._respondents, self.tr("1 respondent"), self.tr("{count} respondents"))
        self._people.setText(people)
        self._sentence.setText(self.tr("Every row becomes a respondent. Open answers are the text."))
        for row, column in zip(self.rows, self._columns, strict=True):
            row.show_column(column)

    def _build(self, count: int) -> None:
        clear_layout(self._body)
        self.rows = [ColumnRow() for _ in range(count)]
        for row in self.rows:
            row.use_chosen.connect(self.use_chosen)
            self._body.addWidget(make_line())
            self._body.addWidget(row)
