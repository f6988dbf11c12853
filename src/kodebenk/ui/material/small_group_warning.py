"""A line that warns of values which point at one respondent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.application.respondent_queries import SmallGroup
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel
from kodebenk.ui.material.material_words import attribute_title
from kodebenk.ui.theme import Appearance

_MOST_NAMED = 4


class SmallGroupWarning(QFrame):
    """Icon and one sentence; hidden while no group is small."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._sentence = ElidedLabel("", "meta", tone="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(7)
        row.addWidget(IconLabel(appearance, "triangle-alert", "warn", 15))
        row.addWidget(self._sentence, 1)
        self.hide()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()

    def show_groups(self, groups: Sequence[SmallGroup]) -> None:
        """Warn of these groups; the first few are named."""
        self.setVisible(bool(groups))
        if len(groups) == 1:
            one = groups[0]
            words = self.tr("{attribute} {value} has one respondent. The answer may identify {label}.")
            title = attribute_title(one.attribute)
            self._sentence.set_text(words.format(attribute=title, value=one.value, label=one.labels[0]))
        elif groups:
            named = ", ".join(f"{one.value} ({', '.join(one.labels)})" for one in groups[:_MOST_NAMED])
            more = " …" if len(groups) > _MOST_NAMED else ""
            words = self.tr("{count} values have one respondent and may identify them: {names}")
            self._sentence.set_text(words.format(count=len(groups), names=named + more))
