"""Small forms under the head of the codebook: a new code, and with what a code is merged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Codebook
from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.theme import Appearance


class CodeBar(QFrame):
    """A form of one question with a way to close it; Esc closes too.

    Signals:
        closed(): The user does not want it after all, or is done.
    """

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", "label")
        self._close = IconButton(appearance, "x", "", icon_size=14)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 2, 8, 10)
        self._rows.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._rows.addLayout(head)
        self._close.clicked.connect(self._on_close_clicked)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """Put the form away."""
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.finish()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of another language."""
        self._close.set_name(self.tr("Close"))


class NewCodeBar(CodeBar):
    """Asks for the name of a new code or theme.

    Signals:
        code_requested(str, int): Name and id of the code above, 0 for a theme.
    """

    code_requested = Signal(str, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._parent_id = 0
        self._above = ""
        self._name = QLineEdit()
        self._add = plain_button(appearance, "")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._name, 1)
        row.addWidget(self._add)
        self._rows.addLayout(row)
        self._name.returnPressed.connect(self._on_wanted)
        self._add.clicked.connect(self._on_wanted)
        self.retranslate()

    def ask(self, parent_id: int, above: str) -> None:
        """Ask for a code below the code with this id and name; 0 and an empty name ask for a theme."""
        self._parent_id = parent_id
        self._above = above
        self._name.clear()
        self.retranslate()
        self.show()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("New code under {name}").format(name=self._above) if self._above else self.tr("New theme")
        self._title.set_text(title)
        self._name.setPlaceholderText(self.tr("Name"))
        self._name.setAccessibleName(title)
        self._add.set_text(self.tr("Add"))

    @Slot()
    def _on_wanted(self) -> None:
        self.code_requested.emit(self._name.text(), self._parent_id)


class MergeBar(CodeBar):
    """Asks with which code another is merged.

    Signals:
        merge_requested(int, int): Id of the code that vanishes and of the one that stays.
    """

    merge_requested = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._code_id = 0
        self._code_name = ""
        self._into = ChoiceBox()
        self._into.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._merge = plain_button(appearance, "", "merge")
        self._note: QLabel = make_label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._into, 1)
        row.addWidget(self._merge)
        self._rows.addLayout(row)
        self._rows.addWidget(self._note)
        self._merge.clicked.connect(self._on_merge_clicked)
        self.retranslate()

    def ask(self, code_id: int, book: Codebook) -> None:
        """Ask into which of the other codes this one goes."""
        self._code_id = code_id
        self._code_name = book.by_id[code_id].name
        below = {code_id, *(code.id for code in book.below(code_id))}
        self._into.clear()
        for code, depth in book.in_order():
            if code.id not in below:
                self._into.addItem("    " * depth + code.name, code.id)
        self._merge.setEnabled(self._into.count() > 0)
        self.retranslate()
        self.show()
        self._into.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def into(self) -> QComboBox:
        """Return the list of codes."""
        return self._into

    def retranslate(self) -> None:
        super().retranslate()
        self._title.set_text(self.tr("Merge {name} into").format(name=self._code_name))
        self._into.setAccessibleName(self._title.text())
        self._merge.set_text(self.tr("Merge"))
        self._note.setText(self.tr("Its codings move there, and its name becomes a synonym."))

    @Slot()
    def _on_merge_clicked(self) -> None:
        self.merge_requested.emit(self._code_id, int(self._into.currentData()))
