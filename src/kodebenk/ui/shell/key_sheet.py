"""The sheet of keys: those of the window, and those of the workspace that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.actions import ACTIONS, plain_action_text
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

Keys = Sequence[tuple[str, str]]


class KeySheet(SheetPage):
    """Keys and what they do."""

    def __init__(
        self, appearance: Appearance, workspace_keys: Callable[[], tuple[str, Keys]], parent: QWidget | None = None
    ) -> None:
        """Make the sheet.

        Args:
            appearance: Of the window.
            workspace_keys: Gives title and keys of the workspace that is shown; no keys, no section.
            parent: Owner.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._workspace_keys = workspace_keys
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 16)
        self._column.setSpacing(6)
        self._body: QWidget | None = None
        self._fill()

    def title(self) -> str:
        return self.tr("Keys")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        sections = QVBoxLayout(self._body)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(8)
        title, keys = self._workspace_keys()
        if keys:
            self._add_section(sections, title, keys)
        everywhere = [(spec.keys[0], plain_action_text(spec.name)) for spec in ACTIONS if spec.keys]
        self._add_section(sections, self.tr("Everywhere"), everywhere)
        sections.addStretch(1)
        self._column.addWidget(self._body)

    def _add_section(self, sections: QVBoxLayout, title: str, keys: Keys) -> None:
        sections.addWidget(make_label(title, "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for number, (cap, text) in enumerate(keys):
            grid.addWidget(make_label(text, "body", wrap=True), number, 0)
            grid.addLayout(self._caps(cap), number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        sections.addLayout(grid)
        sections.addSpacing(8)

    def _caps(self, keys: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(KeyCap(self._appearance, keys))
        return row
