"""The settings: language, theme, text size, the coder's name, single-letter keys. Each acts at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.settings import Settings
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance


class SettingsSheet(SheetPage):
    """The settings.

    Signals:
        action_requested(str): an action of the window that changes what was chosen here.
        letter_keys_changed(bool): single-letter keys were turned on or off.
    """

    action_requested = Signal(str)
    letter_keys_changed = Signal(bool)

    def __init__(
        self, appearance: Appearance, settings: Settings, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self._captions = [make_label("", "label") for _ in range(4)]
        self.language = SegmentedControl(appearance, "", (Segment("nb", "Bokmål"), Segment("en", "English")), language)
        self.theme = SegmentedControl(appearance, "", self._themes(), appearance.choice)
        self._smaller = IconButton(appearance, "minus", "")
        self._larger = IconButton(appearance, "plus", "")
        self._scale = make_label("", "strong")
        self.coder = QLineEdit(settings.coder_name)
        self._coder_hint = make_label("", "meta", wrap=True)
        self.letter_keys = QCheckBox()
        self.letter_keys.setChecked(settings.letter_keys)
        self._letter_hint = make_label("", "meta", wrap=True)
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        size = QHBoxLayout()
        for part in (self._smaller, self._scale, self._larger):
            size.addWidget(part)
        size.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 18)
        column.setSpacing(6)
        column.addWidget(self._captions[0])
        column.addWidget(self.language)
        column.addSpacing(8)
        column.addWidget(self._captions[1])
        column.addWidget(self.theme)
        column.addSpacing(8)
        column.addWidget(self._captions[2])
        column.addLayout(size)
        column.addSpacing(8)
        column.addWidget(self._captions[3])
        column.addWidget(self.coder)
        column.addWidget(self._coder_hint)
        column.addSpacing(8)
        column.addWidget(self.letter_keys)
        column.addWidget(self._letter_hint)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        self.language.picked.connect(self._on_language_picked)
        self.theme.picked.connect(self._on_theme_picked)
        self._smaller.clicked.connect(self._appearance.reduce)
        self._larger.clicked.connect(self._appearance.enlarge)
        self._appearance.scale_changed.connect(self._on_scale_changed)
        self.coder.editingFinished.connect(self._on_coder_edited)
        self.letter_keys.toggled.connect(self._on_letter_keys_toggled)

    def title(self) -> str:
        return self.tr("Settings")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _themes(self) -> tuple[Segment, ...]:
        return (
            Segment("light", self.tr("Light"), "sun"),
            Segment("dark", self.tr("Dark"), "moon"),
            Segment("system", self.tr("As the system"), "sun-moon"),
        )

    def _translate(self) -> None:
        texts = (self.tr("Language"), self.tr("Theme"), self.tr("Size of text that is read"), self.tr("Your name"))
        for caption, text in zip(self._captions, texts, strict=True):
            caption.setText(text)
        self.language.setAccessibleName(texts[0])
        self.theme.setAccessibleName(texts[1])
        self.theme.set_segments(self._themes(), self._appearance.choice)
        self._smaller.set_name(self.tr("Smaller text"), "Ctrl+-")
        self._larger.set_name(self.tr("Larger text"), "Ctrl++")
        self.coder.setAccessibleName(texts[3])
        self._coder_hint.setText(self.tr("Stands on your codings in projects that you make from now on."))
        self.letter_keys.setText(self.tr("Single-letter keys"))
        self._letter_hint.setText(
            self.tr("Letters and digits act while a text or grid has the focus. Turn them off for screen readers.")
        )
        self._on_scale_changed(self._appearance.scale)

    @Slot(str)
    def _on_language_picked(self, language: str) -> None:
        self.action_requested.emit(f"language_{language}")

    @Slot(str)
    def _on_theme_picked(self, choice: str) -> None:
        self.action_requested.emit(f"theme_{choice}")

    @Slot(float)
    def _on_scale_changed(self, scale: float) -> None:
        self._scale.setText(self.tr("{percent}%").format(percent=QLocale().toString(round(scale * 100))))

    @Slot()
    def _on_coder_edited(self) -> None:
        self._settings.coder_name = " ".join(self.coder.text().split())

    @Slot(bool)
    def _on_letter_keys_toggled(self, on: bool) -> None:
        self._settings.letter_keys = on
        self.letter_keys_changed.emit(on)
