"""Asks for files by the dialogs of the system, the only ones besides "cannot be saved" that block the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

PROJECT_SUFFIX = ".kodebenk"
FORMAT_NAMES = {
    ".docx": "Word",
    ".xlsx": "Excel",
    ".csv": "CSV",
    ".json": "JSON",
    ".jsonl": "JSON Lines",
    ".qdc": "REFI-QDA",
}


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

    def choose_other_copy(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask for another copy of the project, to merge it."""
        projects = self.tr("Projects (*{suffix})").format(suffix=PROJECT_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(parent, self.tr("Merge another copy"), str(folder), projects)
        return Path(chosen) if chosen else None

    def choose_package(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Ask where a package for a coder shall lie."""
        return self._choose_target(parent, self.tr("Package for a coder"), suggestion)

    def choose_sources(self, parent: QWidget, folder: Path, suffixes: Sequence[str]) -> list[Path]:
        """Ask for sources to import."""
        filters = self._filters(self.tr("Sources"), suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(parent, self.tr("Import sources"), str(folder), filters)
        return [Path(path) for path in chosen]

    def choose_guide(self, parent: QWidget, folder: Path, endings: Sequence[str]) -> Path | None:
        """Ask for an interview guide."""
        filters = self._filters(self.tr("Interview guides"), endings)
        chosen, _ = QFileDialog.getOpenFileName(parent, self.tr("Import interview guide"), str(folder), filters)
        return Path(chosen) if chosen else None

    def choose_source(self, parent: QWidget, title: str, folder: Path, suffixes: Sequence[str]) -> Path | None:
        """Ask for one source to read."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), self._filters(self.tr("Sources"), suffixes))
        return Path(chosen) if chosen else None

    def choose_table(self, parent: QWidget, title: str, folder: Path, endings: Sequence[str]) -> Path | None:
        """Ask for a file to read, with one of the endings (".csv")."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), self._filters(self.tr("Tables"), endings))
        return Path(chosen) if chosen else None

    def choose_export(self, parent: QWidget, title: str, suggestion: Path, endings: Sequence[str]) -> Path | None:
        """Ask where a file shall be written.

        A name without one of the endings gets that of the format chosen. If such a file is there, the dialog opens
        once more with the whole name, since it is the dialog that asks whether to replace it.
        """
        formats = {f"{FORMAT_NAMES[ending]} (*{ending})": ending for ending in endings}
        while True:
            chosen, format_ = QFileDialog.getSaveFileName(parent, title, str(suggestion), ";;".join(formats))
            path = Path(chosen)
            if not chosen:
                return None
            if path.suffix.casefold() in endings:
                return path
            suggestion = path.with_name(path.name + formats.get(format_, endings[0]))
            if not suggestion.exists():
                return suggestion

    def _filters(self, name: str, endings: Sequence[str]) -> str:
        patterns = " ".join(f"*{ending}" for ending in endings)
        everything = self.tr("All files")
        return f"{name} ({patterns});;{everything} (*)"

    def _choose_target(self, parent: QWidget, title: str, suggestion: Path) -> Path | None:
        projects = self.tr("Projects (*{suffix})").format(suffix=PROJECT_SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), projects)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.casefold() == PROJECT_SUFFIX else path.with_name(path.name + PROJECT_SUFFIX)
