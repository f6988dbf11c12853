"""What stands in the place of the reading view during a correction: the bar, the field, and the text as it will be."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.ui.components.labels import make_line
from kodebenk.ui.correcting.correction_bar import CorrectionBar
from kodebenk.ui.correcting.correction_editor import CorrectionEditor
from kodebenk.ui.theme import Appearance


class CorrectingView(QFrame):
    """Shows one of the two texts."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = CorrectionBar(appearance)
        self.editor = CorrectionEditor(appearance)
        self.result = CorrectionEditor(appearance, editable=False)
        self._texts = QStackedWidget()
        self._texts.addWidget(self.editor)
        self._texts.addWidget(self.result)
        bar_room = QVBoxLayout()
        bar_room.setContentsMargins(8, 8, 8, 6)
        bar_room.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar_room)
        column.addWidget(make_line())
        column.addWidget(self._texts, 1)
        self._retranslate()

    def show_result(self, *, shown: bool) -> None:
        """Show the text as it will be, or the field."""
        self._texts.setCurrentWidget(self.result if shown else self.editor)

    @property
    def current(self) -> CorrectionEditor:
        """Return the text that is shown."""
        return self.result if self._texts.currentWidget() is self.result else self.editor

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.editor.setAccessibleName(self.tr("Text that is being corrected"))
        self.result.setAccessibleName(self.tr("Text as it will be"))
