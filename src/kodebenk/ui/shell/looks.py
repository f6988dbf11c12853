"""Theme, language and text size: applied at once and remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.ui.settings import Settings
from kodebenk.ui.theme import Appearance, ThemeChoice
from kodebenk.ui.translation import Language, Translation

THEMES: tuple[ThemeChoice, ...] = ("light", "dark", "system")
LANGUAGES: tuple[Language, ...] = ("nb", "en")


class Looks(QObject):
    """How the window looks.

    Signals:
        changed(): theme or language is another one.
    """

    changed = Signal()

    def __init__(
        self, appearance: Appearance, translation: Translation, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.translation = translation
        self._settings = settings
        appearance.scale_changed.connect(self._on_scale_changed)

    def use_theme(self, choice: ThemeChoice) -> None:
        """Use the light or dark theme, or that of the system."""
        self.appearance.set_theme(choice)
        self._settings.theme = choice
        self.changed.emit()

    @Slot()
    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.use_theme("light" if self.appearance.theme.is_dark else "dark")

    def use_language(self, language: Language) -> None:
        """Speak another language in all windows."""
        self.translation.set_language(language)
        self._settings.language = language
        self.changed.emit()

    def use_ordinary_scale(self) -> None:
        """Show text that is read in its ordinary size."""
        self.appearance.set_scale(1.0)

    @Slot(float)
    def _on_scale_changed(self, scale: float) -> None:
        self._settings.scale = scale
