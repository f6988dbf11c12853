"""The compared text side by side: heads with the coders over columns with what each of them coded."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.compare.lanes.compared_text import ComparedText, LaneRater
from kodebenk.ui.compare.lanes.split_columns import SplitColumns
from kodebenk.ui.compare.lanes.split_heads import SplitHeads
from kodebenk.ui.compare.lanes.split_text import SplitText
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.theme import Appearance


class SplitView(QWidget):
    """Two or three coders side by side. Which ones is chosen in the heads, and kept while the same are compared."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: ComparedText | None = None
        self._columns: SplitColumns | None = None
        self._among: tuple[LaneRater, ...] = ()
        self._chosen: tuple[int, ...] = ()
        self.heads = SplitHeads(appearance)
        self.text = SplitText(appearance)
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(make_line())
        column.addWidget(self.text, 1)
        self.heads.raters_picked.connect(self._on_raters_picked)

    @property
    def raters(self) -> tuple[int, ...]:
        """Return who is shown, by number, from left to right."""
        count = self._columns.count if self._columns is not None else 0
        known = len(self._among)
        return tuple(range(known)) if known == count else self._chosen[:count]

    def show_compared(
        self,
        document: DocumentText,
        compared: ComparedText,
        speakers: Mapping[int, SpeakerFace],
        respondents: Mapping[int, Respondent],
        columns: SplitColumns,
    ) -> None:
        """Show a document with what raters coded in it, in columns of these widths."""
        if compared.raters != self._among:
            self._among, self._chosen = compared.raters, tuple(range(len(compared.raters)))
        self._compared, self._columns = compared, columns
        self.text.set_columns(columns)
        self.text.show_compared(document, compared, speakers, respondents)
        self._show_raters()

    def set_columns(self, columns: SplitColumns) -> None:
        """Stand in columns of other widths; there may be more or fewer of them."""
        before, self._columns = self._columns, columns
        self.text.set_columns(columns)
        if before is None or before.count != columns.count:
            self._show_raters()
        elif self._compared is not None:
            self.heads.show_raters(self._compared.raters, self.raters, columns)

    def use_scale(self, columns: SplitColumns | None) -> None:
        """Show the text in letters of another size, in columns of these widths; None keeps the old ones."""
        self.text.use_scale(columns)
        if columns is not None:
            self.set_columns(columns)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _show_raters(self) -> None:
        if self._compared is None or self._columns is None:
            return
        self.text.show_raters(self._compared, self.raters)
        self.heads.show_raters(self._compared.raters, self.raters, self._columns)
        self._name()

    def _name(self) -> None:
        if self._compared is not None:
            self.text.name(self._compared)

    @Slot(object)
    def _on_raters_picked(self, wanted: tuple[int, ...]) -> None:
        self._chosen = (*wanted, *(one for one in self._chosen if one not in wanted))
        self._show_raters()
