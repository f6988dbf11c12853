"""Installs the language of the windows: bokmål or English."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from kodebenk.bundled_files import find_resource

Language = Literal["nb", "en"]
LanguageChoice = Literal["nb", "en", "system"]

_LOCALES: dict[Language, QLocale] = {
    "nb": QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_NORWEGIAN = frozenset(
    {QLocale.Language.NorwegianBokmal, QLocale.Language.NorwegianNynorsk, QLocale.Language.NorthernSami}
)


class TranslationUnreadable(RuntimeError):
    """A shipped translation could not be read; the installation is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Translation(QObject):
    """The language in use. Widgets hear of a change by the event `LanguageChange`.

    The source texts are English, so English needs no file; one with plural forms is used if it is there.

    Signals:
        language_changed(str): `"nb"` or `"en"`, after the widgets got their event's sender installed.
    """

    language_changed = Signal(str)

    def __init__(self, choice: LanguageChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: LanguageChoice = choice
        self._language: Language = _language_of(choice)
        self._installed: list[QTranslator] = []
        self._set_default_locale()

    @property
    def choice(self) -> LanguageChoice:
        """Return what was chosen; `"system"` follows the desktop."""
        return self._choice

    @property
    def language(self) -> Language:
        """Return the language in use."""
        return self._language

    @property
    def locale(self) -> QLocale:
        """Return the locale for numbers and dates: nb_NO or en_GB."""
        return _LOCALES[self._language]

    def install(self) -> None:
        """Install the chosen language into the application.

        Raises:
            FileNotFoundError: the translation file is missing.
            TranslationUnreadable: it is damaged.
        """
        self.set_language(self._choice)

    def set_language(self, choice: LanguageChoice) -> None:
        """Change the language of all windows; nothing is changed if the file cannot be read.

        Raises:
            FileNotFoundError: the translation file is missing.
            TranslationUnreadable: it is damaged.
        """
        language = _language_of(choice)
        translators = [_load(path) for path in _find_translations(language)]
        self._choice = choice
        self._language = language
        self._set_default_locale()
        self._exchange(translators)
        self.language_changed.emit(language)

    def _set_default_locale(self) -> None:
        QLocale.setDefault(self.locale)

    def _exchange(self, translators: list[QTranslator]) -> None:
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        for new in translators:
            new.setParent(self)
            QCoreApplication.installTranslator(new)
        self._installed = translators


def _language_of(choice: LanguageChoice) -> Language:
    if choice != "system":
        return choice
    return "nb" if QLocale.system().language() in _NORWEGIAN else "en"


def _find_translations(language: Language) -> list[Path]:
    # Qt asks the translator installed last first, so our own texts come after Qt's.
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    of_qt = qt_folder / f"qtbase_{language}.qm"
    found = [of_qt] if of_qt.exists() else []
    try:
        found.append(find_resource(f"translations/kodebenk_{language}.qm"))
    except FileNotFoundError:
        if language != "en":
            raise
    return found


def _load(path: Path) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(path)):
        raise TranslationUnreadable(path)
    return translator
