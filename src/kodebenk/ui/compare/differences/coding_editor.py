"""Chooses passage and codes of a place anew: words selected in the text, and a code for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage, trim_blanks
from kodebenk.ui.compare.differences.decision_words import excerpt
from kodebenk.ui.compare.differences.rater_lines import CodingLine
from kodebenk.ui.components.buttons import Button, IconButton
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.theme import Appearance

Chosen = tuple[int, int, int]
"""Start, end (code points) and code id."""


class CodingEditor(QWidget):
    """A list of codings that grows by selecting words and adding a code.

    Signals:
        codings_changed(): one was added or taken away.
    """

    codings_changed = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._appearance = appearance
        self._document_id = 0
        self._selected: Callable[[], Passage | None] = _nothing
        self._codings: list[Chosen] = []
        self._rows = QVBoxLayout()
        self.hint = make_label("", "meta", wrap=True)
        self.code = ChoiceBox()
        self.code.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.code.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add_button = Button(appearance, "", "plus", "plain")
        self._arrange()
        self.add_button.clicked.connect(self._on_add_clicked)
        self._translate()

    def _arrange(self) -> None:
        add = QHBoxLayout()
        add.addWidget(self.add_button)
        add.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self.code)
        column.addLayout(add)
        column.addWidget(self.hint)

    @property
    def codings(self) -> tuple[Chosen, ...]:
        """Return what was chosen."""
        return tuple(self._codings)

    def begin(
        self,
        document_id: int,
        selected: Callable[[], Passage | None],
        first_codes: Sequence[int],
        codings: Sequence[Chosen] = (),
    ) -> None:
        """Choose for another place.

        Args:
            document_id: of the place.
            selected: returns the words selected in the text.
            first_codes: ids of the codes in question, offered before all others.
            codings: chosen already.
        """
        self._document_id, self._selected = document_id, selected
        self._offer_codes(first_codes)
        self._codings = list(codings)
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show_rows()

    def _translate(self) -> None:
        self.add_button.set_text(self.tr("Add selected"))
        self.code.setAccessibleName(self.tr("Code"))
        self._show_hint(self.tr("Select words in the text, choose a code and add."), "ink3")

    def _show_hint(self, words: str, tone: str) -> None:
        self.hint.setText(words)
        self.hint.setProperty("tone", tone)
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)

    def _offer_codes(self, first: Sequence[int]) -> None:
        book = queries.codebook(self._project)
        self.code.clear()
        for code_id in first:
            if code_id in book.by_id:
                self.code.addItem(book.by_id[code_id].name, code_id)
        self.code.insertSeparator(self.code.count())
        for code, depth in book.in_order():
            if code.id not in first and not book.is_heading(code):
                self.code.addItem(f"{'   ' * max(0, depth - 1)}{code.name}", code.id)
        self.code.setCurrentIndex(0 if self.code.count() else -1)

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        book = queries.codebook(self._project)
        text = queries.text_of(self._project, self._document_id).text if self._codings else ""
        for number, (start, end, code_id) in enumerate(self._codings):
            code = book.by_id.get(code_id)
            self._rows.addWidget(
                self._make_row(number, code.slot if code else 0, code.name if code else "", text[start:end])
            )

    def _make_row(self, number: int, slot: int, name: str, words: str) -> QWidget:
        start, end, _ = self._codings[number]
        citation = queries.cite_passage(self._project, self._document_id, start, end)
        remove = IconButton(self._appearance, "x", self.tr("Take {code} away").format(code=name))
        remove.setProperty("number", number)
        remove.clicked.connect(self._on_remove_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(CodingLine(self._appearance, slot, name))
        texts.addWidget(ElidedLabel(f"{citation} {excerpt(words)}".strip(), "meta", tone="ink2"))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(texts, 1)
        row.addWidget(remove)
        return box

    @Slot()
    def _on_add_clicked(self) -> None:
        passage = self._selected()
        if passage is None or passage.document_id != self._document_id:
            self._show_hint(self.tr("No words of this text are selected."), "warn")
            return
        text = queries.text_of(self._project, self._document_id).text
        start, end = trim_blanks(text, passage.start, passage.end)
        chosen = (start, end, int(self.code.currentData()))
        if start < end and chosen not in self._codings:
            self._codings.append(chosen)
            self._show_rows()
            self.codings_changed.emit()
        self._translate()

    @Slot()
    def _on_remove_clicked(self) -> None:
        button = self.sender()
        assert button is not None
        del self._codings[int(button.property("number"))]
        self._show_rows()
        self.codings_changed.emit()


def _nothing() -> Passage | None:
    return None
