"""What a decision does to the agreement on its code."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.compare.differences.decision_words import decimal
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.theme import Appearance


class EffectLine(QWidget):
    """Says α before and after, and which of the two is to be reported; hidden without figures."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._before: float | None = None
        self._after: float | None = None
        self.code = ElidedLabel("", "body")
        self.before = make_label("", "body")
        self.after = make_label("", "panel")
        self.when = make_label("", "meta")
        self.note = make_label("", "meta", wrap=True, tone="ink2")
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.code, self.before, IconLabel(appearance, "arrow-right", "ink3", 14), self.after, self.when):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(make_line())
        column.addLayout(row)
        column.addWidget(self.note)
        self.hide()

    def show_effect(self, code: str, before: float | None, after: float | None) -> None:
        """Show alpha of a code before and after; None has no value, and two of them show nothing."""
        self._name, self._before, self._after = code, before, after
        self._translate()
        self.setVisible(before is not None or after is not None)

    def clear(self) -> None:
        """Show nothing."""
        self.show_effect("", None, None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.code.set_text(self.tr("{code}, α").format(code=self._name))
        self.before.setText(decimal(self._before))
        self.after.setText(decimal(self._after))
        self.when.setText(self.tr("after the decision"))
        self.note.setText(self.tr("The figure before is the one to report."))
