"""Fields of the side panels: each tells what was written when one leaves it, and each is one change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, restyle
from kodebenk.ui.material.written_values import ValueKind, read_value, show_value, value_hint


class SavingLine(QLineEdit):
    """One line for a value of some kind.

    A value that cannot be read stays in the field, marked, and is not told. Esc brings back what was there.

    Signals:
        written(object): another value than the one shown: a text, or a whole number or None for a NUMBER.
        understood(bool): whether what stands in the field can be read.
        left(): Esc in a field with nothing to bring back: the writer wants back to where they were.
    """

    written = Signal(object)
    understood = Signal(bool)
    left = Signal()

    def __init__(self, kind: ValueKind = ValueKind.TEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._value: object = None
        self._shown = ""
        self._usual: dict[str, str] = {}
        self.editingFinished.connect(self._on_editing_finished)

    def show_value(self, value: object, *, keep_writing: bool = True) -> None:
        """Show a value as saved; what somebody is writing here stays, if wanted, unless the value became another."""
        shown = self._words_for(value)
        if keep_writing and value == self._value and self.text() != self._shown:
            return
        self._value, self._shown = value, shown
        if self.text() != shown:
            self.setText(shown)
            self.setCursorPosition(0)
        self._mark(understood=True)

    def save(self) -> None:
        """Tell the value if it is another than the one shown and can be read."""
        if self.text() == self._shown:
            self._mark(understood=True)
            return
        understood, value = self._read()
        self._mark(understood=understood)
        if not understood:
            return
        before, self._value = self._value, value
        self._shown = self._words_for(value)
        self.setText(self._shown)
        if value != before:
            self.written.emit(value)

    def set_usual(self, usual: Mapping[str, str]) -> None:
        """Offer usual values, stored form to words, while one writes; each is shown by its words."""
        was_saved = self.text() == self._shown
        self._usual = dict(usual)
        if usual:
            completer = QCompleter(list(usual.values()), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        if was_saved:
            self._shown = self._words_for(self._value)
            self.setText(self._shown)

    def _words_for(self, value: object) -> str:
        return self._usual.get(str(value), show_value(self.kind, value))

    def _read(self) -> tuple[bool, object]:
        understood, value = read_value(self.kind, self.text())
        stored = {words.casefold(): code for code, words in self._usual.items()}
        return understood, stored.get(str(value).casefold(), value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._shown:
            self.setText(self._shown)
            self._mark(understood=True)
        else:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def _mark(self, *, understood: bool) -> None:
        if bool(self.property("invalid")) == understood:
            self.setProperty("invalid", not understood)
            restyle(self)
            self.understood.emit(understood)

    @Slot()
    def _on_editing_finished(self) -> None:
        self.save()


class QuietCombo(ChoiceBox):
    """A combo box that the wheel of the mouse changes only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        # The list is as wide as its longest entry, though the field is narrow.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()


class LabelledField(QWidget):
    """A label over a field, and below it a hint while the field cannot be read."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._label = ElidedLabel(label, "label")
        self._hint = make_label("", "small", wrap=True, tone="bad")
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(field)
        column.addWidget(self._hint)
        self._label.setBuddy(field)
        self.set_label(label)
        if isinstance(field, SavingLine):
            field.understood.connect(self._on_understood)

    def set_label(self, label: str) -> None:
        """Show another label; it is also the field's name for screen readers."""
        self._label.set_text(label)
        self.field.setAccessibleName(label)

    @Slot(bool)
    def _on_understood(self, understood: bool) -> None:
        assert isinstance(self.field, SavingLine)
        hint = "" if understood else value_hint(self.field.kind)
        self._hint.setText(hint)
        self._hint.setVisible(not understood)
        self.field.setAccessibleDescription(hint)
