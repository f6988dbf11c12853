"""The main window: arranges the bars, the welcome page and the project's page, and carries wishes between them.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import MenuEntry, Needs, change_text
from kodebenk.ui.components.toast import Toast
from kodebenk.ui.error_messages import explain, says_unsaved
from kodebenk.ui.icons import logo_icon
from kodebenk.ui.settings import Settings, own_folder
from kodebenk.ui.shell.file_dialogs import PROJECT_SUFFIX, FileDialogs
from kodebenk.ui.shell.looks import LANGUAGES, THEMES, Looks
from kodebenk.ui.shell.menus import Menus
from kodebenk.ui.shell.saved_text import saved_text
from kodebenk.ui.shell.sheet import SheetHost
from kodebenk.ui.shell.status_bar import StatusBar
from kodebenk.ui.shell.top_bar import TopBar
from kodebenk.ui.shell.unsaved_alert import UnsavedAlert
from kodebenk.ui.shell.window_commands import WindowCommands
from kodebenk.ui.shell.work_card import WorkCard
from kodebenk.ui.theme import Appearance
from kodebenk.ui.translation import Translation
from kodebenk.ui.welcome.welcome_page import WelcomePage

if TYPE_CHECKING:
    from kodebenk.domain.project_change import ProjectChange
    from kodebenk.ui.go_to.go_to_popup import GoToPopup
    from kodebenk.ui.shell.project_desk import ProjectDesk
    from kodebenk.ui.shell.project_page import ProjectPage
    from kodebenk.ui.shell.workspaces import WorkspaceFactory

_SMALLEST = (1024, 640)
_FIRST_SIZE = (1440, 900)
_NARROW = 1200


class MainWindow(QMainWindow):
    """The window.

    Signals:
        first_painted(): the window is on the screen for the first time.
    """

    first_painted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        translation: Translation,
        settings: Settings,
        *,
        factory: WorkspaceFactory | None = None,
        dialogs: FileDialogs | None = None,
    ) -> None:
        super().__init__()
        self._appearance, self._translation, self._settings = appearance, translation, settings
        self._factory = factory
        self._desk: ProjectDesk | None = None
        self._page: ProjectPage | None = None
        self._go_to: GoToPopup | None = None
        self._is_painted = False
        self.menus = Menus(self, self._menu_entries)
        self.top_bar = TopBar(appearance)
        self.welcome = WelcomePage(appearance, translation.language)
        self.status_bar = StatusBar(appearance)
        self._pages = QStackedWidget()
        self._area = QWidget()
        self.sheets = SheetHost(appearance, self._area)
        self.work = WorkCard(appearance, self._area)
        self.toast = Toast(appearance, self._area)
        self._arrange()
        self.looks = Looks(appearance, translation, settings, self)
        self.commands = WindowCommands(self, settings, self.looks, dialogs or FileDialogs(self))
        self._connect_signals()
        self._on_looks_changed()
        self._show_welcome()

    def _arrange(self) -> None:
        self.setWindowIcon(logo_icon())
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self.menus.bar.isNativeMenuBar():
            self.setMenuBar(self.menus.bar)
        else:
            self.top_bar.take_menu_bar(self.menus.bar)
        area = QVBoxLayout(self._area)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._pages)
        self._pages.addWidget(self.welcome)
        for overlay in (self.sheets, self.work, self.toast):
            overlay.raise_()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._area, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(central)
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(*_FIRST_SIZE)

    def _connect_signals(self) -> None:
        self.menus.chosen.connect(self._on_command)
        self.welcome.action_requested.connect(self._on_command)
        self.welcome.project_chosen.connect(self._on_project_chosen)
        self.welcome.forget_requested.connect(self._on_forget_requested)
        self.top_bar.undo_requested.connect(self.undo)
        self.top_bar.redo_requested.connect(self.redo)
        self.top_bar.theme_requested.connect(self.looks.toggle_theme)
        self.top_bar.coder.coder_chosen.connect(self.use_coder)
        self.top_bar.coder.new_coder_requested.connect(self.commands.ask_coder)
        self.status_bar.undo_requested.connect(self.undo)
        self.status_bar.keys_requested.connect(self.commands.show_keys)
        self.toast.action_requested.connect(self.undo)
        self.looks.changed.connect(self._on_looks_changed)

    @property
    def desk(self) -> ProjectDesk:
        """What holds the open project; brings the database along when first asked for."""
        if self._desk is None:
            from kodebenk.ui.shell.project_desk import ProjectDesk

            self._desk = ProjectDesk(self._settings, self)
            self._desk.opened.connect(self._on_project_opened)
            self._desk.closing.connect(self._on_project_closing)
            self._desk.closed.connect(self._show_welcome)
        return self._desk

    @property
    def page(self) -> ProjectPage | None:
        """Return the page of the open project, or None on the welcome page."""
        return self._page

    def open_project(self, path: Path, *, as_first_coder: bool = False) -> None:
        """Open a project, or say why that cannot be done."""
        self.attempt(partial(self.desk.open, path, as_first_coder=as_first_coder))

    def close_project(self) -> None:
        """Close the project and show the welcome page."""
        self.desk.close()

    @Slot()
    def undo(self) -> None:
        """Take the last change back and say so."""
        if self.attempt(self.desk.undo):
            self.toast.hide()

    @Slot()
    def redo(self) -> None:
        """Make the change again that was undone last."""
        self.attempt(self.desk.redo)

    def attempt(self, step: Callable[[], object]) -> bool:
        """Do something, or say why that cannot be done; return whether it was done."""
        try:
            step()
        except WorkbenchError as error:
            self.tell(error)
            return False
        return True

    def tell(self, error: WorkbenchError) -> None:
        """Say what could not be done, on the page that is shown."""
        said = explain(error)
        if self._page is None:
            self.welcome.show_projects(self._settings.recent_projects())
            self.welcome.show_error(said)
        elif says_unsaved(error):
            self._on_unsaved(error)
        else:
            self._page.show_error(said)

    @Slot()
    def _on_project_opened(self) -> None:
        from kodebenk.application import queries
        from kodebenk.ui.go_to.go_to_popup import GoToPopup
        from kodebenk.ui.shell.project_page import ProjectPage
        from kodebenk.ui.shell.workspaces import make_workspace

        self.sheets.close_page()
        desk = self.desk
        page = ProjectPage(desk, self._appearance, self._settings, self._factory or make_workspace)
        self._page = page
        page.done.connect(self._on_done)
        page.done_to_many.connect(self._on_done_to_many)
        page.nothing_done.connect(self._on_nothing_done)
        page.unsaved.connect(self._on_unsaved)
        page.status_changed.connect(self._on_status_changed)
        page.sources_requested.connect(self.commands.ask_sources)
        page.unplaced_banner.list_requested.connect(self.commands.files.show_unplaced)
        page.copy_requested.connect(self.commands.merging.ask_copy)
        page.merged_banner.report_requested.connect(self.commands.merging.show_report)
        page.rail_chosen.connect(self._on_command)
        page.action_requested.connect(self._choose_action)
        desk.signals.changed.connect(self._on_project_changed)
        self._go_to = GoToPopup(self._appearance, desk.project, self.top_bar.search, self, page.entries_here)
        self._go_to.target_chosen.connect(self._on_target_chosen)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.top_bar.set_project_shown(True)
        self.status_bar.setVisible(True)
        self.status_bar.clear_message()
        page.show_workspace("coding" if queries.documents(desk.project) else "material")
        page.fit_width(self.width())
        self._refresh_project()

    @Slot()
    def _on_project_closing(self) -> None:
        if self._page is None or self._go_to is None:
            return
        self.work.stop()
        self.sheets.close_page()
        self.toast.hide()
        self._page.release()
        self._go_to.close_list()
        self._pages.removeWidget(self._page)
        for gone in (self._page, self._go_to):
            gone.hide()
            gone.deleteLater()
        self._page = self._go_to = None

    @Slot()
    def _show_welcome(self) -> None:
        self.setWindowTitle("Kodebenk")
        self.welcome.clear_error()
        self.welcome.show_projects(self._settings.recent_projects())
        self._pages.setCurrentWidget(self.welcome)
        self.menus.show_met({Needs.NOTHING})
        self.top_bar.set_project_shown(False)
        self.status_bar.setVisible(False)
        self.welcome.first_focus().setFocus()

    def _refresh_project(self) -> None:
        from kodebenk.application import queries
        from kodebenk.ui.shell.needs_met import needs_met

        project = self.desk.project
        self.menus.show_met(needs_met(project))
        self.setWindowTitle(f"{project.title} – Kodebenk")
        self.top_bar.show_project(project.title, saved_text(queries.last_change_at(project)))
        names = [one.name for one in queries.people(project)]
        if project.coder_name and project.coder_name not in names:
            names.append(project.coder_name)
        self.top_bar.coder.show_coders(names, project.coder_name)
        undo, redo = project.next_to_undo(), project.next_to_redo()
        undo_text = self.tr("Undo: {change}").format(change=change_text(undo.name)) if undo else ""
        redo_text = self.tr("Redo: {change}").format(change=change_text(redo.name)) if redo else ""
        self.menus.show_undo(undo_text, redo_text)
        self.top_bar.show_undo(undo_text, redo_text)
        self._on_status_changed()

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        self.toast.hide()  # its Undo would take back this change, not the one that it tells of
        self._refresh_project()
        text = change_text(change.name)
        if change.undone:
            self.status_bar.show_message(self.tr("Undone: {change}").format(change=text), undo=False)
        elif change.redone:
            self.status_bar.show_message(self.tr("Done again: {change}").format(change=text))
        else:
            self.status_bar.clear_message()

    @Slot(str)
    def _on_done(self, text: str) -> None:
        self.status_bar.show_message(text, undo=self.desk.project.undoes_last())

    @Slot(str)
    def _on_done_to_many(self, text: str) -> None:
        if self.desk.project.undoes_last():
            self.toast.show_message(text)
        else:
            self._on_nothing_done(text)

    @Slot(str)
    def _on_nothing_done(self, text: str) -> None:
        self.status_bar.show_message(text, undo=False)

    @Slot(object)
    def _on_unsaved(self, error: WorkbenchError) -> None:
        alert = UnsavedAlert(explain(error), self)
        alert.copy_requested.connect(self.commands.ask_copy)
        alert.open()

    @Slot()
    def _on_status_changed(self) -> None:
        workspace = self._page.current_workspace() if self._page is not None else None
        if workspace is None:
            self.status_bar.show_items((), ())
        else:
            left = self._page.status_left() if self._page is not None else ()
            self.status_bar.show_items(left, workspace.status_right())

    @Slot(object)
    def _on_target_chosen(self, target: object) -> None:
        from kodebenk.ui.go_to import targets

        assert isinstance(target, targets.Target)
        if target.kind is targets.TargetKind.ACTION:
            self._choose_action(target.action)
            return
        if target.kind is targets.TargetKind.ENTRY:
            if self._page is not None:
                self._page.run_entry(target.action)
            return
        found = targets.resolve(self.desk.project, target)
        if self._page is None:
            return
        if found is None:
            self.status_bar.show_message(self.tr("There is no passage there yet."), undo=False)
        elif found.kind is targets.TargetKind.PASSAGE:
            self._page.show_passage(found.id, found.start, found.end)
        else:
            self._page.show_document(found.id)

    @Slot(str)
    def _choose_action(self, name: str) -> None:
        if self.menus.action(name).isEnabled():
            self.menus.action(name).trigger()
        else:
            self.status_bar.show_message(self.tr("There is nothing to do that with yet."), undo=False)

    @Slot(str)
    def _on_command(self, name: str) -> None:
        self.commands.run(name)

    def open_go_to(self) -> None:
        """Put the keyboard into the search field."""
        if self._go_to is not None:
            self._go_to.open()

    def _menu_entries(self, workspace: str) -> Sequence[MenuEntry]:
        return self._page.menu_entries(workspace) if self._page is not None else ()

    @Slot(str)
    def _on_project_chosen(self, path: str) -> None:
        self.open_project(Path(path), as_first_coder=Path(path).parent == own_folder())

    @Slot(str)
    def _on_forget_requested(self, path: str) -> None:
        self._settings.forget_project(path)
        self.welcome.show_projects(self._settings.recent_projects())

    @Slot(str)
    def use_coder(self, name: str) -> None:
        """Code under another name from now on."""
        writing = QApplication.focusWidget()
        if writing is not None:
            writing.clearFocus()  # what is being written is kept under the name that it was written under
        self.sheets.close_page()
        if self.attempt(partial(self.desk.use_coder, name)):
            self._forget_messages()
            self._refresh_project()

    def _forget_messages(self) -> None:
        """Take away what was said to whom worked before."""
        self.toast.hide()
        self.status_bar.clear_message()
        if self._page is not None:
            self._page.forget_messages()

    @Slot()
    def _on_looks_changed(self) -> None:
        self.menus.check(f"theme_{self._appearance.choice}", *(f"theme_{name}" for name in THEMES))
        self.menus.check(f"language_{self._translation.language}", *(f"language_{name}" for name in LANGUAGES))
        self.welcome.set_language(self._translation.language)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._page is not None:
            self.status_bar.clear_message()
            self._refresh_project()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.top_bar.set_narrow(narrow)
        self.status_bar.set_compact(narrow)
        if self._page is not None:
            self._page.fit_width(self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _dropped(event)
        if any(path.suffix.casefold() == PROJECT_SUFFIX for path in paths) or (paths and self._page is not None):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        project = next((path for path in paths if path.suffix.casefold() == PROJECT_SUFFIX), None)
        event.acceptProposedAction()
        if project is not None:
            self.open_project(project)
        elif self._page is not None:
            self._page.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        if self._desk is not None:
            self._desk.close()
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
