"""What the actions of the menus do: they ask for files, open sheets, and call the window and its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import plain_action_text
from kodebenk.ui.background import CancelToken, Progress, run_in_background
from kodebenk.ui.correcting.correcting_commands import CorrectingCommands
from kodebenk.ui.error_messages import explain
from kodebenk.ui.files.file_commands import FileCommands
from kodebenk.ui.guides.guide_commands import GuideCommands
from kodebenk.ui.merging.merge_commands import MergeCommands
from kodebenk.ui.settings import Settings, documents_folder, own_folder
from kodebenk.ui.shell.file_dialogs import PROJECT_SUFFIX, FileDialogs
from kodebenk.ui.shell.looks import LANGUAGES, THEMES, Looks
from kodebenk.ui.shell.saved_text import saved_text
from kodebenk.ui.welcome.new_project_sheet import NewProjectSheet
from kodebenk.ui.welcome.welcome_page import project_folder

if TYPE_CHECKING:
    from kodebenk.ui.main_window import MainWindow

_EXAMPLE = "Målarbeid i tre kommuner" + PROJECT_SUFFIX


class WindowCommands(QObject):
    """The commands of one window, by the names in `ui/actions.py`."""

    def __init__(self, window: MainWindow, settings: Settings, looks: Looks, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._looks = looks
        self._dialogs = dialogs
        self.files = FileCommands(window, looks, dialogs)
        self.correcting = CorrectingCommands(window, dialogs)
        self.guides = GuideCommands(window, looks, dialogs)
        self.merging = MergeCommands(window, looks, dialogs)
        self._steps = self._make_steps()

    def run(self, name: str) -> None:
        """Do what an action stands for."""
        self._steps[name]()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._steps)

    def _make_steps(self) -> dict[str, Callable[[], object]]:
        window, looks = self._window, self._looks
        return {
            "new": self.ask_new_project,
            "open": self.ask_project,
            "example": self.open_example,
            "import": self.ask_sources,
            "save": self.say_saved,
            "save_copy": self.ask_copy,
            "backups": self.show_backups,
            "close": window.close_project,
            "quit": window.close,
            "undo": window.undo,
            "redo": window.redo,
            "find": self.start_find,
            "go_to": window.open_go_to,
            "history": self.show_history,
            "settings": self.show_settings,
            **{name: partial(self.show_workspace, name) for name in ("material", "coding", "matrix", "compare")},
            "tasks": self.show_tasks,
            "larger": looks.appearance.enlarge,
            "smaller": looks.appearance.reduce,
            "normal": looks.use_ordinary_scale,
            **{f"theme_{name}": partial(looks.use_theme, name) for name in THEMES},
            **{f"language_{name}": partial(looks.use_language, name) for name in LANGUAGES},
            "next_panel": partial(self.move_between_panels, 1),
            "previous_panel": partial(self.move_between_panels, -1),
            "keys": self.show_keys,
            "about": self.show_about,
            **self.files.steps(),
            **self.correcting.steps(),
            **self.guides.steps(),
            **self.merging.steps(),
        }

    def _folder(self) -> Path:
        return project_folder(self._settings.recent_projects(), documents_folder())

    def ask_new_project(self) -> None:
        """Open the form of a new project."""
        sheet = NewProjectSheet(self._looks.appearance, self._dialogs, self._folder(), self._settings.coder_name)
        sheet.project_wanted.connect(self._on_project_wanted)
        self._window.sheets.show_page(sheet)

    @Slot(object, str, str)
    def _on_project_wanted(self, path: Path, title: str, coder_name: str) -> None:
        try:
            self._window.desk.create(path, title, coder_name)
        except WorkbenchError as error:
            if isinstance(self._window.sheets.page, NewProjectSheet):
                self._window.sheets.page.show_error(explain(error))

    def ask_project(self) -> None:
        """Ask for a project and open it."""
        path = self._dialogs.choose_project(self._window, self._folder())
        if path is not None:
            self._window.open_project(path)

    def open_example(self) -> None:
        """Open the example project; make it first where it is missing."""
        path, work = own_folder() / _EXAMPLE, self._window.work
        if path.exists() and not work.is_busy:
            self._window.open_project(path, as_first_coder=True)
        elif not work.is_busy:
            task = run_in_background(partial(_build_example, path), self)
            task.succeeded.connect(self._on_example_built)
            task.failed.connect(self._on_example_failed)
            work.follow(task, self.tr("Making the example project"), self.tr("It opens when it is ready."))

    @Slot(object)
    def _on_example_built(self, path: Path) -> None:
        self._window.open_project(path, as_first_coder=True)

    @Slot(object)
    def _on_example_failed(self, error: WorkbenchError) -> None:
        self._window.tell(error)

    @Slot()
    def ask_sources(self) -> None:
        """Ask for files and show them on the import page."""
        from kodebenk.application.import_actions import readable_suffixes

        page = self._window.page
        if page is not None:
            paths = self._dialogs.choose_sources(self._window, self._folder(), readable_suffixes())
            if paths:
                page.import_files(paths)

    def say_saved(self) -> None:
        """Say when the project was last saved: there is nothing to do."""
        from kodebenk.application import queries

        saved = saved_text(queries.last_change_at(self._window.desk.project))
        said = self.tr("{saved}. Every change is saved at once.").format(saved=saved)
        self._window.status_bar.show_message(said, undo=False)

    @Slot()
    def ask_copy(self) -> None:
        """Ask where a copy shall lie and write it."""
        window, project = self._window, self._window.desk.project
        suggestion = project.path.with_stem(self.tr("{name} copy").format(name=project.path.stem))
        target = self._dialogs.choose_copy(window, suggestion)
        if target is not None and window.attempt(partial(project.save_copy, target)):
            window.status_bar.show_message(self.tr("Saved a copy: {file}").format(file=target.name), undo=False)

    def show_backups(self) -> None:
        """Open the list of backups, first those of the project that is open or was open last."""
        from kodebenk.ui.welcome.backup_sheet import BackupSheet

        projects = [(one.title, Path(one.path)) for one in self._settings.recent_projects()]
        sheet = BackupSheet(self._looks.appearance, self._dialogs, projects, self._folder())
        sheet.restore_requested.connect(self._on_restore_requested)
        self._window.sheets.show_page(sheet)

    @Slot(object, object)
    def _on_restore_requested(self, path: Path, backup: Path) -> None:
        if self._window.attempt(partial(self._window.desk.restore, path, backup)):
            said = self.tr("Restored the backup. What stood there is kept among the backups.")
            self._window.status_bar.show_message(said, undo=False)

    def start_find(self) -> None:
        """Look for words in the workspace that is shown."""
        page = self._window.page
        workspace = page.current_workspace() if page is not None else None
        if workspace is not None:
            workspace.start_find()

    def show_workspace(self, name: str) -> None:
        """Show a workspace of the open project."""
        if self._window.page is not None:
            self._window.page.show_workspace(name)

    def show_tasks(self) -> None:
        """Show who codes what."""
        from kodebenk.ui.shell.workspaces import TaskHolder

        page = self._window.page
        if page is not None:
            page.show_workspace("material")
            shown = page.current_workspace()
            if isinstance(shown, TaskHolder):
                shown.show_tasks()

    def move_between_panels(self, step: int) -> None:
        """Give the focus to the next panel (1) or the one before (−1)."""
        if self._window.page is not None:
            self._window.page.move_between_panels(step)

    @Slot()
    def show_keys(self) -> None:
        """Open the sheet of keys."""
        from kodebenk.ui.shell.key_sheet import KeySheet

        self._window.sheets.show_page(KeySheet(self._looks.appearance, self._workspace_keys))

    def _workspace_keys(self) -> tuple[str, Sequence[tuple[str, str]]]:
        page = self._window.page
        workspace = page.current_workspace() if page is not None else None
        if page is None or workspace is None:
            return "", ()
        return plain_action_text(page.current_name), workspace.keys()

    def show_history(self) -> None:
        """Open the history of the project."""
        from kodebenk.ui.shell.history_sheet import HistorySheet

        desk = self._window.desk
        sheet = HistorySheet(self._looks.appearance, desk.project, desk.signals)
        sheet.export_requested.connect(self.files.export_history)
        self._window.sheets.show_page(sheet)

    def show_about(self) -> None:
        """Say what the program is, and under which terms."""
        from kodebenk.ui.shell.about_sheet import AboutSheet

        self._window.sheets.show_page(AboutSheet())

    def show_settings(self) -> None:
        """Open the settings."""
        from kodebenk.ui.shell.settings_sheet import SettingsSheet

        sheet = SettingsSheet(self._looks.appearance, self._settings, self._looks.translation.language)
        sheet.action_requested.connect(self.run)
        sheet.letter_keys_changed.connect(self._on_letter_keys_changed)
        self._window.sheets.show_page(sheet)

    @Slot(bool)
    def _on_letter_keys_changed(self, on: bool) -> None:
        if self._window.page is not None:
            self._window.page.use_letter_keys(on)

    @Slot()
    def ask_coder(self) -> None:
        """Ask for the name of a new coder."""
        from kodebenk.ui.shell.new_coder_sheet import NewCoderSheet

        sheet = NewCoderSheet(self._looks.appearance)
        sheet.coder_named.connect(self._window.use_coder)
        self._window.sheets.show_page(sheet)


def _build_example(path: Path, token: CancelToken, _progress: Progress) -> Path:
    from kodebenk.application.example_project import build_example

    path.parent.mkdir(parents=True, exist_ok=True)
    build_example(path).close()
    if token.is_cancelled():
        path.unlink()
    return path
