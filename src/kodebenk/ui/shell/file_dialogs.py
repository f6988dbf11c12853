"""Asks for files by the dialogs of the system, the only ones besides "cannot be saved" that block the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

PROJECT_SUFFIX = ".kodebenk"


class FileDialogs(QObject):
    """The native file dialogs; each returns what was chosen, or nothing."""

    def choose_project(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask for a project to open."""
        projects = self.tr("Projects (*{suffix})").format(suffix=PROJECT_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(parent, self.tr("Open project"), str(folder), projects)
        return Path(chosen) if chosen else None

    def choose_new_project(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Ask where a new project shall lie."""
        return self._choose_target(parent, self.tr("New project"), suggestion)

    def choose_copy(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Ask where a copy shall lie."""
        return self._choose_target(parent, self.tr("Save a copy as"), suggestion)

    def choose_sources(self, parent: QWidget, folder: Path, suffixes: Sequence[str]) -> list[Path]:
        """Ask for sources to import."""
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        filters = f"{self.tr('Sources')} ({patterns});;{self.tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileNames(parent, self.tr("Import sources"), str(folder), filters)
        return [Path(path) for path in chosen]

    def _choose_target(self, parent: QWidget, title: str, suggestion: Path) -> Path | None:
        projects = self.tr("Projects (*{suffix})").format(suffix=PROJECT_SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), projects)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.casefold() == PROJECT_SUFFIX else path.with_name(path.name + PROJECT_SUFFIX)
