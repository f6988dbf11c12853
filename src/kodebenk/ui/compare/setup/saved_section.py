"""The saved comparisons: open, save, rename, delete, all in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_setup import SavedComparison
from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.name_field import NameField
from kodebenk.ui.theme import Appearance


class SavedSection(QWidget):
    """A list of names with buttons beside it; a field opens below while a name is asked for.

    Signals:
        open_requested(int): compare as the saved comparison of this id.
        new_requested(): compare as the project proposes.
        save_requested(str): keep the comparison shown under this name.
        rename_requested(str): give the one that is chosen this name.
        delete_requested(): forget the one that is chosen.
    """

    open_requested = Signal(int)
    new_requested = Signal()
    save_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: Sequence[SavedComparison] = ()
        self._current: SavedComparison | None = None
        self._is_changed = False
        self._renames = False
        self.choice = ChoiceBox()
        self.rename = IconButton(appearance, "pencil", "")
        self.delete = IconButton(appearance, "trash-2", "")
        self.save = plain_button(appearance, "", "save")
        self.field = NameField()
        self.field.hide()
        self._arrange()
        self._connect_signals()
        self.retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.field)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect_signals(self) -> None:
        self.choice.activated.connect(self._on_chosen)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.delete.clicked.connect(self.delete_requested)
        self.save.clicked.connect(self.ask_name)
        self.field.returnPressed.connect(self._on_name_given)
        self.field.given_up.connect(self._on_given_up)

    def show_saved(
        self,
        saved: Sequence[SavedComparison],
        current: SavedComparison | None,
        *,
        changed: bool,
        can_save: bool,
        writable: bool,
    ) -> None:
        """Show the names.

        Args:
            saved: all of them.
            current: the one that was opened, None for none.
            changed: something was chosen differently since.
            can_save: there is a comparison to keep.
            writable: the project can be written to.
        """
        self._saved, self._current, self._is_changed = saved, current, changed
        self.save.setEnabled(can_save and writable)
        for button in (self.rename, self.delete):
            button.setEnabled(current is not None and writable)
        self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self.tr("Not saved"), None)
            for one in self._saved:
                is_other = one is self._current and self._is_changed
                name = self.tr("{name} (changed)").format(name=one.name) if is_other else one.name
                self.choice.addItem(name, one.id)
            at = self.choice.findData(self._current.id) if self._current is not None else 0
            self.choice.setCurrentIndex(max(0, at))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.choice.setAccessibleName(self.tr("Saved comparisons"))
        self.rename.set_name(self.tr("Rename"))
        self.delete.set_name(self.tr("Delete"))
        self.save.set_text(self.tr("Save comparison …"))
        self.field.setPlaceholderText(self.tr("Name of the comparison"))
        self.field.setAccessibleName(self.tr("Name of the comparison"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def ask_name(self) -> None:
        """Ask for the name of a comparison to keep."""
        self._ask("", renames=False)

    def _ask(self, name: str, *, renames: bool) -> None:
        self._renames = renames
        self.field.setText(name)
        self.field.selectAll()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_rename_clicked(self) -> None:
        if self._current is not None:
            self._ask(self._current.name, renames=True)

    @Slot()
    def _on_given_up(self) -> None:
        self.field.hide()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_name_given(self) -> None:
        name = self.field.text()
        if name.strip():
            self._on_given_up()
            (self.rename_requested if self._renames else self.save_requested).emit(name)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.choice.currentData()
        if chosen is None:
            self.new_requested.emit()
        else:
            self.open_requested.emit(chosen)
