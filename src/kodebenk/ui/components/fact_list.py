"""A few sentences below one another, each with an icon."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout

from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.theme import Appearance

Fact = tuple[str, str, str]
"""Icon, colour role and sentence."""


class FactList(QGridLayout):
    """Icons at the left, sentences that break into lines beside them."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(4)
        self.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts and no others."""
        clear_layout(self)
        for line, (icon, tone, text) in enumerate(facts):
            self.addWidget(IconLabel(self._appearance, icon, tone), line, 0)
            self.addWidget(make_label(text, "body", wrap=True), line, 1)
