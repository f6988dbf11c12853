"""All fields of a code in a panel; every change is saved."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Code, CodeOrigin
from kodebenk.ui.codebook.slot_picker import SlotPicker
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.reading.saving_text import SavingText
from kodebenk.ui.theme import Appearance

_WORD_FIELDS = ("definition", "use_when", "use_not", "example", "memo")
_KEYS = ("", "1", "2", "3", "4", "5", "6", "7", "8", "9")


class SavingLine(QLineEdit):
    """One line that reports what was written on Enter and on leaving.

    Signals:
        written(str): The text is another than the one shown last.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = ""
        self.editingFinished.connect(self._on_editing_finished)

    def show_text(self, text: str) -> None:
        """Show a text as saved; what is being written stays unless the saved text became another."""
        if text == self._saved and self.text() != self._saved:
            return
        self._saved = text
        if self.text() != text:
            self.setText(text)

    def save(self) -> None:
        """Report the text if it is another than the one shown."""
        if self.text() != self._saved:
            self._saved = self.text()
            self.written.emit(self._saved)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    @Slot()
    def _on_editing_finished(self) -> None:
        self.save()


class CodeEditor(QFrame):
    """Shows one code.

    Signals:
        rename_requested(int, str): code id and name.
        edit_requested(int, dict): code id and fields of `Code` with their new values.
        closed(): The user is done.
    """

    rename_requested = Signal(int, str)
    edit_requested = Signal(int, dict)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._code: Code | None = None
        self._close = IconButton(appearance, "x", "")
        self._header = PanelHeader("", "", [self._close])
        self._labels: dict[str, QLabel] = {}
        self.name = SavingLine()
        self.name_other = SavingLine()
        self.synonyms = SavingLine()
        self.slot_picker = SlotPicker(appearance)
        self.key = ChoiceBox()
        self.origin = ChoiceBox()
        self.words = {field: SavingText(1 if field != "definition" else 2) for field in _WORD_FIELDS}
        self._form = QVBoxLayout()
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self._form.setContentsMargins(14, 2, 14, 14)
        self._form.setSpacing(3)
        for field, widget in self._widgets().items():
            label = make_label("", "label")
            label.setBuddy(widget)
            self._labels[field] = label
            self._form.addWidget(label)
            self._form.addWidget(widget)
            self._form.addSpacing(5)
        self._form.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(area, 1)

    def _widgets(self) -> dict[str, QWidget]:
        words = self.words
        return {
            "name": self.name,
            "name_other": self.name_other,
            "slot": self.slot_picker,
            "key": self.key,
            "definition": words["definition"],
            "use_when": words["use_when"],
            "use_not": words["use_not"],
            "example": words["example"],
            "synonyms": self.synonyms,
            "origin": self.origin,
            "memo": words["memo"],
        }

    def _connect_signals(self) -> None:
        self._close.clicked.connect(self._on_close_clicked)
        self.name.written.connect(self._on_name_written)
        self.name_other.written.connect(self._on_name_other_written)
        self.synonyms.written.connect(self._on_synonyms_written)
        self.slot_picker.picked.connect(self._on_slot_picked)
        self.key.activated.connect(self._on_key_activated)
        self.origin.activated.connect(self._on_origin_activated)
        for field, widget in self.words.items():
            widget.written.connect(partial(self._on_words_written, field))

    @property
    def code_id(self) -> int | None:
        """Return the id of the code shown."""
        return self._code.id if self._code is not None else None

    def show_code(self, code: Code, *, is_heading: bool) -> None:
        """Show a code; a heading has neither mark nor key."""
        if self._code is not None and self._code.id != code.id:
            self.save()
        self._code = code
        self._header.set_title(code.name)
        for widget, text in ((self.name, code.name), (self.name_other, code.name_other)):
            widget.show_text(text)
        self.synonyms.show_text(", ".join(code.synonyms))
        for field, words in self.words.items():
            words.show_text(getattr(code, field))
        self.slot_picker.set_slot(code.slot)
        self.key.setCurrentIndex(_KEYS.index(code.key))
        self.origin.setCurrentIndex(self.origin.findData(code.origin.value if code.origin else ""))
        for field in ("slot", "key"):
            self._labels[field].setVisible(not is_heading)
            self._widgets()[field].setVisible(not is_heading)

    def save(self) -> None:
        """Report what is being written."""
        for line in (self.name, self.name_other, self.synonyms):
            line.save()
        for words in self.words.values():
            words.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        texts = {
            "name": self.tr("Name"),
            "name_other": self.tr("Name in the other language"),
            "slot": self.tr("Colour and shape"),
            "key": self.tr("Key"),
            "definition": self.tr("Definition"),
            "use_when": self.tr("Use when"),
            "use_not": self.tr("Not when"),
            "example": self.tr("Example"),
            "synonyms": self.tr("Synonyms, with commas between"),
            "origin": self.tr("Origin"),
            "memo": self.tr("Memo"),
        }
        for field, widget in self._widgets().items():
            self._labels[field].setText(texts[field])
            widget.setAccessibleName(texts[field])
        self._close.set_name(self.tr("Close"))
        self._fill(self.key, [(key, key or self.tr("none")) for key in _KEYS])
        origins = [
            ("", self.tr("not said")),
            (CodeOrigin.DEDUCTIVE.value, self.tr("from theory (deductive)")),
            (CodeOrigin.INDUCTIVE.value, self.tr("from the material (inductive)")),
            (CodeOrigin.IN_VIVO.value, self.tr("the respondents' own words (in vivo)")),
        ]
        self._fill(self.origin, origins)

    def _fill(self, box: QComboBox, choices: list[tuple[str, str]]) -> None:
        chosen = max(0, box.currentIndex())
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(chosen)

    def _edit(self, **values: Any) -> None:
        if self._code is not None:
            self.edit_requested.emit(self._code.id, values)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.save()
        self.closed.emit()

    @Slot(str)
    def _on_name_written(self, name: str) -> None:
        if self._code is not None:
            self.rename_requested.emit(self._code.id, name)

    @Slot(str)
    def _on_name_other_written(self, name: str) -> None:
        self._edit(name_other=name.strip())

    @Slot(str)
    def _on_synonyms_written(self, words: str) -> None:
        synonyms = [" ".join(word.split()) for word in words.replace(";", ",").split(",")]
        self._edit(synonyms=tuple(dict.fromkeys(word for word in synonyms if word)))

    @Slot(int)
    def _on_slot_picked(self, slot: int) -> None:
        self._edit(slot=slot)

    @Slot(int)
    def _on_key_activated(self, index: int) -> None:
        self._edit(key=_KEYS[index])

    @Slot(int)
    def _on_origin_activated(self, index: int) -> None:
        value = self.origin.itemData(index)
        self._edit(origin=CodeOrigin(value) if value else None)

    def _on_words_written(self, field: str, text: str) -> None:
        self._edit(**{field: text.strip()})
