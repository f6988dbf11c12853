"""The head of a guide's page: back to the list, and what the guide is called, for whom and in which version."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.domain.guide import Guide
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.saving_fields import LabelledField, SavingLine
from kodebenk.ui.theme import Appearance


class GuideHead(QFrame):
    """Three fields, each saved when one leaves it.

    Signals:
        edited(str, str): `name`, `target_group` or `version`, and what is written there now.
        back_requested(): to the list of guides.
        delete_requested(): delete the guide.
    """

    edited = Signal(str, str)
    back_requested = Signal()
    delete_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.back_button = IconButton(appearance, "arrow-left", "")
        self.delete_button = IconButton(appearance, "trash-2", "")
        self.name, self.group, self.version = SavingLine(), SavingLine(), SavingLine()
        self._fields = [LabelledField("", one) for one in (self.name, self.group, self.version)]
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 10, 10)
        row.setSpacing(10)
        row.addWidget(self.back_button)
        for field, stretch in zip(self._fields, (3, 3, 1), strict=True):
            row.addWidget(field, stretch)
        row.addWidget(self.delete_button)
        self._fields[2].setMinimumWidth(scaled(90))
        self._connect_signals()
        self._retranslate()

    def _connect_signals(self) -> None:
        self.back_button.clicked.connect(self.back_requested)
        self.delete_button.clicked.connect(self.delete_requested)
        self.name.written.connect(self._on_name_written)
        self.group.written.connect(self._on_group_written)
        self.version.written.connect(self._on_version_written)

    def show_guide(self, guide: Guide, *, keep_writing: bool = True) -> None:
        """Show a guide; what somebody is writing stays, if wanted."""
        shown = ((self.name, guide.name), (self.group, guide.target_group), (self.version, guide.version))
        for field, value in shown:
            field.show_value(value, keep_writing=keep_writing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.back_button.set_name(self.tr("All interview guides"))
        self.delete_button.set_name(self.tr("Delete the guide"))
        names = (self.tr("Name"), self.tr("Target group"), self.tr("Version"))
        for field, name in zip(self._fields, names, strict=True):
            field.set_label(name)

    @Slot(object)
    def _on_name_written(self, value: object) -> None:
        self.edited.emit("name", str(value))

    @Slot(object)
    def _on_group_written(self, value: object) -> None:
        self.edited.emit("target_group", str(value))

    @Slot(object)
    def _on_version_written(self, value: object) -> None:
        self.edited.emit("version", str(value))
