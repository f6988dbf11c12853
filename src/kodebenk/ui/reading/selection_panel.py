"""What the lower right panel shows without a coding: the selected words and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.fonts import reading_font, scaled
from kodebenk.ui.theme import Appearance

_SIDE = 14
_KEYS = ("K", "1 … 9", "G", "V", "Alt+←→")
_LONGEST_QUOTE = 180


class SelectionPanel(QFrame):
    """The selection with what can be done to it; without one, how to begin."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._title = make_label("", "panel")
        self.chip = CitationChip(appearance, "")
        self.chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setFont(reading_font(scaled(14)))
        self._words = [make_label("", "meta", tone="ink2") for _ in _KEYS]
        self._note = make_label("", "meta", wrap=True)
        self._appearance = appearance
        self._arrange()
        self._retranslate()
        self.show_passage("", "")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self.chip)
        head.addStretch(1)
        keys = QGridLayout()
        keys.setHorizontalSpacing(10)
        keys.setVerticalSpacing(8)
        keys.setColumnMinimumWidth(0, scaled(58))
        for row, (key, words) in enumerate(zip(_KEYS, self._words, strict=True)):
            keys.addWidget(KeyCap(self._appearance, key), row, 0, Qt.AlignmentFlag.AlignRight)
            keys.addWidget(words, row, 1)
        keys.setColumnStretch(1, 1)
        note = QHBoxLayout()
        note.setSpacing(6)
        note.addWidget(IconLabel(self._appearance, "info", "ink3", 14), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addLayout(keys)
        column.addWidget(make_line())
        column.addLayout(note)
        column.addStretch(1)

    def show_passage(self, citation: str, words: str) -> None:
        """Show the selected words; empty ones tell how to select."""
        self.chip.setText(citation)
        self.chip.setVisible(bool(citation))
        self.chip.updateGeometry()
        shown = " ".join(words.split())
        if len(shown) > _LONGEST_QUOTE:
            shown = shown[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …"
        self._quote.setText(self.tr("“{words}”").format(words=shown) if shown else "")
        self._quote.setVisible(bool(shown))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Selection"))
        self.setAccessibleName(self.tr("Selection"))
        texts = (
            self.tr("Find or make a code"),
            self.tr("Code with a key"),
            self.tr("Same code as last time"),
            self.tr("Make a code of the words (in vivo)"),
            self.tr("Widen: word, sentence, turn"),
        )
        for label, text in zip(self._words, texts, strict=True):
            label.setText(text)
        self._note.setText(
            self.tr("Codings are saved at once. Without a selection the keys code the turn with the caret.")
        )
