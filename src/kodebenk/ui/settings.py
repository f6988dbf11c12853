"""What the program remembers between runs: looks, language, recent projects, places of windows and splitters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from kodebenk.ui.theme import ThemeChoice
from kodebenk.ui.translation import LanguageChoice

MOST_RECENT = 20
_THEMES = ("light", "dark", "system")
_LANGUAGES = ("nb", "en", "system")


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project as it was when last seen.

    Attributes:
        path: of the project file, absolute.
        opened_at: UTC, ISO 8601.
        finished: how many of the documents were looked at to the end.
    """

    path: str
    title: str
    opened_at: str
    respondents: int = 0
    documents: int = 0
    codes: int = 0
    codings: int = 0
    finished: int = 0


class Settings:
    """Reads and writes one settings file."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at `path`, by default the one in the user's configuration folder."""
        self._store = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    @property
    def language(self) -> LanguageChoice:
        return cast(LanguageChoice, self._one_of("look/language", _LANGUAGES, "system"))

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._store.setValue("look/language", choice)

    @property
    def theme(self) -> ThemeChoice:
        return cast(ThemeChoice, self._one_of("look/theme", _THEMES, "system"))

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("look/theme", choice)

    @property
    def scale(self) -> float:
        """Size of text that is read; 1.0 is ordinary."""
        try:
            return float(str(self._store.value("look/scale", "1.0")))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._store.setValue("look/scale", str(scale))

    @property
    def coder_name(self) -> str:
        """Who works here; preset for new projects."""
        return str(self._store.value("coder/name", ""))

    @coder_name.setter
    def coder_name(self, name: str) -> None:
        self._store.setValue("coder/name", name)

    @property
    def letter_keys(self) -> bool:
        """Whether single letters and digits act while a text or grid has the focus."""
        return str(self._store.value("keys/letters", "true")) == "true"

    @letter_keys.setter
    def letter_keys(self, on: bool) -> None:
        self._store.setValue("keys/letters", "true" if on else "false")

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window; empty at the first start."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def splitter(self, workspace: str, name: str) -> QByteArray:
        """Return the state of a splitter, or nothing."""
        return self._bytes(f"splitters/{workspace}/{name}")

    def keep_splitter(self, workspace: str, name: str, state: QByteArray) -> None:
        """Remember the state of a splitter."""
        self._store.setValue(f"splitters/{workspace}/{name}", state)

    def view_choices(self, workspace: str) -> dict[str, str]:
        """Return how things were shown in a workspace when it was last left."""
        try:
            found = json.loads(str(self._store.value(f"views/{workspace}", "{}")))
        except ValueError:  # written by hand
            return {}
        return {str(key): str(choice) for key, choice in found.items()} if isinstance(found, dict) else {}

    def keep_view_choices(self, workspace: str, choices: Mapping[str, str]) -> None:
        """Remember how things are shown in a workspace."""
        self._store.setValue(f"views/{workspace}", json.dumps(dict(choices)))

    def recent_projects(self) -> list[RecentProject]:
        """Return the projects that were open, the last one first."""
        try:
            entries = json.loads(str(self._store.value("projects/recent", "[]")))
            return [RecentProject(**entry) for entry in entries]
        except (ValueError, TypeError):  # written by another version, or by hand
            return []

    def remember_project(self, seen: RecentProject) -> None:
        """Put a project first in the list."""
        others = [one for one in self.recent_projects() if one.path != seen.path]
        self._keep_recent([seen, *others][:MOST_RECENT])

    def update_project(self, seen: RecentProject) -> None:
        """Renew title and counts of a project without moving it; one that is not in the list stays out."""
        known = self.recent_projects()
        self._keep_recent([replace(seen, opened_at=one.opened_at) if one.path == seen.path else one for one in known])

    def forget_project(self, path: str) -> None:
        """Take a project out of the list; its file stays."""
        self._keep_recent([one for one in self.recent_projects() if one.path != path])

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _keep_recent(self, projects: list[RecentProject]) -> None:
        self._store.setValue("projects/recent", json.dumps([asdict(one) for one in projects]))

    def _one_of(self, key: str, allowed: tuple[str, ...], otherwise: str) -> str:
        found = str(self._store.value(key, otherwise))
        return found if found in allowed else otherwise

    def _bytes(self, key: str) -> QByteArray:
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()


def settings_path() -> Path:
    """Return the settings file in the user's configuration folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "kodebenk" / "kodebenk.ini"


def own_folder() -> Path:
    """Return the user's folder for what the program makes itself: the example project and the log."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "kodebenk"


def documents_folder() -> Path:
    """Return where new projects are proposed."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
