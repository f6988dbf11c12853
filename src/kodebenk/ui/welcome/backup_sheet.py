"""Restores a kept copy of a project; what stood in its place is kept too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application.backup_actions import BackupReason, KeptBackup, backups_of
from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.error_messages import local_moment
from kodebenk.ui.shell.file_dialogs import FileDialogs
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance


class BackupSheet(SheetPage):
    """A choice of project, and the list of its copies.

    Signals:
        restore_requested(Path, Path): put the copy (second) in the project's (first) place.
    """

    restore_requested = Signal(object, object)

    def __init__(
        self,
        appearance: Appearance,
        dialogs: FileDialogs,
        projects: Sequence[tuple[str, Path]],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._folder = folder
        self._backups: list[KeptBackup] = []
        self._caption = make_label("", "label")
        self.projects = ChoiceBox()
        for title, path in projects:
            self.projects.addItem(title, path)
        self.choose = plain_button(appearance, "", "folder")
        self.list = RowList(appearance, 46, lined=True)
        self._nothing = make_label("", "body", wrap=True)
        self._hint = make_label("", "meta", wrap=True)
        self.restore = primary_button(appearance, "", "archive-restore")
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(self.projects, 1)
        which.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._caption)
        column.addLayout(which)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addWidget(self.restore)
        column.setAlignment(self._nothing, Qt.AlignmentFlag.AlignTop)

    def _connect_signals(self) -> None:
        self.projects.currentIndexChanged.connect(self._on_project_changed)
        self.choose.clicked.connect(self._on_choose)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.activated.connect(self._on_restore)
        self.restore.clicked.connect(self._on_restore)

    def title(self) -> str:
        return self.tr("Restore a backup")

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.list if self._backups else self.projects

    def project(self) -> Path | None:
        """Return the project whose copies are listed."""
        found = self.projects.currentData()
        return found if isinstance(found, Path) else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._caption.setText(self.tr("Project"))
        self.projects.setAccessibleName(self.tr("Project"))
        self.choose.set_text(self.tr("Other file …"))
        self.list.setAccessibleName(self.tr("Backups"))
        self._nothing.setText(self.tr("There are no backups of this project. One is made every hour while you work."))
        self._hint.setText(self.tr("The file that stands there now is kept among the backups."))
        self.restore.set_text(self.tr("Restore this one"))
        self._show_backups()

    def _show_backups(self) -> None:
        project = self.project()
        self._backups = backups_of(project) if project is not None else []
        self.list.set_rows([self._row(one) for one in self._backups])
        self.list.setVisible(bool(self._backups))
        self._hint.setVisible(bool(self._backups))
        self._nothing.setVisible(not self._backups)
        if self._backups and self.list.current_row() is None:
            self.list.select(0)
        self._on_current_changed(self.list.currentIndex(), QModelIndex())

    def _row(self, one: KeptBackup) -> Row:
        why = {
            BackupReason.HOURLY: self.tr("Hourly backup"),
            BackupReason.UPGRADE: self.tr("Before an upgrade of the program"),
            BackupReason.RESTORING: self.tr("What stood there before a backup was restored"),
            BackupReason.MERGING: self.tr("Before another copy was merged"),
            BackupReason.OTHER: one.path.stem,
        }[one.reason]
        moment = local_moment(one.at.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return Row(one.path, moment, why, "archive", aside=QLocale().formattedDataSize(one.size, 1))

    @Slot(int)
    def _on_project_changed(self, _index: int) -> None:
        self._show_backups()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.restore.setEnabled(current.isValid())

    @Slot()
    def _on_choose(self) -> None:
        chosen = self._dialogs.choose_project(self, self._folder)
        if chosen is not None:
            self.projects.addItem(chosen.stem, chosen)
            self.projects.setCurrentIndex(self.projects.count() - 1)

    @Slot()
    def _on_restore(self) -> None:
        row, project = self.list.current_row(), self.project()
        if row is not None and project is not None:
            self.restore_requested.emit(project, row.key)
