"""A sheet that tells what became of a file: facts at the top, and below them the rows that need a look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.ui.components.fact_list import FactList
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_ROW = 64


class ReportSheet(SheetPage):
    """Without rows it is as high as its facts. A click on a row whose key is a passage asks for that passage.

    Signals:
        passage_requested(document id, start, end): show this passage (code points).
    """

    passage_requested = Signal(int, int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactList(appearance)
        self._hint = make_label("", "meta", wrap=True)
        self.list = RowList(appearance, _ROW, lined=True)

    def _arrange(self, *, above: Iterable[QWidget] = (), below: Iterable[QWidget] = ()) -> None:
        """Put everything in its place, with parts of the sheet's own above and below the facts."""
        head = QVBoxLayout()
        head.setContentsMargins(10, 2, 10, 4)
        head.setSpacing(8)
        for part in above:
            head.addWidget(part)
        head.addLayout(self._facts)
        for part in (*below, self._hint):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.list.clicked.connect(self._on_row_chosen)
        self.list.activated.connect(self._on_row_chosen)

    def fills_height(self) -> bool:
        return bool(self.list.rows_shown.rows)

    def first_focus(self) -> QWidget | None:
        return self.list if self.list.rows_shown.rows else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        """Show the words of the language in use."""
        raise NotImplementedError

    def _show_rows(self, rows: Sequence[Row]) -> None:
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))

    def _open_row(self, key: object) -> None:
        """Show the passage of a row; what a row without one opens is for the sheet to say."""
        if isinstance(key, tuple):
            self.passage_requested.emit(*key)

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        self._open_row(self.list.rows_shown.row(index).key)
