"""The name of the matrix with its menu: open, save, save as, rename, delete, all in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kodebenk.domain.matrix import SavedMatrix
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.name_field import NameField
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance


class MatrixName(QWidget):
    """Shows the name; becomes a field while one is asked for.

    Signals:
        open_requested(int): show the saved matrix of this id.
        new_requested(): begin with a matrix that is not saved.
        save_requested(): keep the matrix shown under its own name.
        save_as_requested(str): keep it under this name as another one.
        rename_requested(str): give it this name.
        delete_requested(): forget it; what was written into cells stays.
    """

    open_requested = Signal(int)
    new_requested = Signal()
    save_requested = Signal()
    save_as_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: Sequence[SavedMatrix] = ()
        self._id: int | None = None
        self._is_changed = False
        self._is_writable = True
        self._asks_for: str = ""
        self._label = ElidedLabel("", "title")
        self.field = NameField()
        self.button = IconButton(appearance, "chevron-down", "")
        self.menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._label)
        row.addWidget(self.field)
        row.addWidget(self.button)
        self.field.setMinimumWidth(scaled(220))
        self.field.hide()
        self.button.clicked.connect(self._on_button_clicked)
        self.menu.triggered.connect(self._on_triggered)
        self.field.returnPressed.connect(self._on_name_given)
        self.field.given_up.connect(self.stop_asking)
        self.retranslate()

    def show_names(
        self, saved: Sequence[SavedMatrix], current_id: int | None, *, changed: bool, writable: bool = True
    ) -> None:
        """Show the name of the current matrix; `changed` when it differs from what is kept."""
        self._saved = saved
        self._id = current_id
        self._is_changed = changed
        self._is_writable = writable
        self._label.set_text(self.title())
        self._fill_menu()

    def title(self) -> str:
        """Return what is shown as the name."""
        name = next((one.spec.name for one in self._saved if one.id == self._id), "")
        if not name:
            return self.tr("Matrix (not saved)")
        return self.tr("{name} (changed)").format(name=name) if self._is_changed else name

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.button.set_name(self.tr("Saved matrices"))
        self.field.setPlaceholderText(self.tr("Name of the matrix"))
        self.field.setAccessibleName(self.tr("Name of the matrix"))
        self._label.set_text(self.title())
        self._fill_menu()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill_menu(self) -> None:
        self.menu.clear()
        for one in self._saved:
            action = self._add(one.spec.name.replace("&", "&&"), f"open {one.id}")
            action.setCheckable(True)
            action.setChecked(one.id == self._id)
        if self._saved:
            self.menu.addSeparator()
        self._add(self.tr("New matrix"), "new")
        known = self._id is not None
        self._add(self.tr("Save"), "save", enabled=self._is_writable and known and self._is_changed)
        self._add(self.tr("Save as …"), "save_as", enabled=self._is_writable)
        self._add(self.tr("Rename …"), "rename", enabled=self._is_writable and known)
        self._add(self.tr("Delete"), "delete", enabled=self._is_writable and known)

    def _add(self, text: str, wish: str, *, enabled: bool = True) -> QAction:
        action = self.menu.addAction(text)
        action.setData(wish)
        action.setEnabled(enabled)
        return action

    def ask_for(self, wish: str) -> None:
        """Ask for a name in place: for `save_as` or for `rename`."""
        self._asks_for = wish
        name = next((one.spec.name for one in self._saved if one.id == self._id), "")
        self.field.setText(name)
        self.field.selectAll()
        self._label.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop_asking(self) -> None:
        """Show the name again."""
        self._asks_for = ""
        self.field.hide()
        self._label.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        wish, _, number = str(action.data()).partition(" ")
        if wish == "open":
            self.open_requested.emit(int(number))
        elif wish in ("save_as", "rename"):
            self.ask_for(wish)
        else:
            {"new": self.new_requested, "save": self.save_requested, "delete": self.delete_requested}[wish].emit()

    @Slot()
    def _on_name_given(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            signal = self.save_as_requested if self._asks_for == "save_as" else self.rename_requested
            self.stop_asking()
            signal.emit(name)
