"""The page of an open project: the rail, the workspace that is shown, and messages over it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.error_messages import Explanation, explain, says_unsaved
from kodebenk.ui.files.unplaced_banner import UnplacedBanner
from kodebenk.ui.files.written_banner import WrittenBanner
from kodebenk.ui.import_page.import_page import ImportPage
from kodebenk.ui.merging.merged_banner import MergedBanner
from kodebenk.ui.number_words import counted
from kodebenk.ui.reading.coding_words import count_codings
from kodebenk.ui.settings import Settings
from kodebenk.ui.shell.project_desk import ProjectDesk
from kodebenk.ui.shell.rail import WORKSPACES, Rail
from kodebenk.ui.shell.workspaces import CodeWriter, PassageReader, WorkspaceFactory
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

if TYPE_CHECKING:  # what merges would take a twentieth of a second of the opening of a project
    from kodebenk.application.merge_plan import MergeReport
    from kodebenk.ui.merging.merge_page import MergePage

_NARROW = 1200
_BACKUP_LOOK_MS = 5000


class ProjectPage(QWidget):
    """Rail and workspaces of one project; it goes when the project is closed.

    Signals:
        done(str), done_to_many(str): as those of a workspace.
        nothing_done(str): there was nothing to do; the sentence goes to the status bar without Undo.
        unsaved(WorkbenchError): the project could not be saved.
        status_changed(): the current workspace says something new, or is another one.
        sources_requested(): the user wants to choose files to import.
        copy_requested(): the user wants to choose another copy to merge.
        rail_chosen(str): `keys` or `settings` were chosen in the rail.
        action_requested(str): as that of a workspace.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    nothing_done = Signal(str)
    unsaved = Signal(object)
    status_changed = Signal()
    sources_requested = Signal()
    copy_requested = Signal()
    rail_chosen = Signal(str)
    action_requested = Signal(str)

    def __init__(
        self,
        desk: ProjectDesk,
        appearance: Appearance,
        settings: Settings,
        factory: WorkspaceFactory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._released = False
        self._project, self._project_signals = desk.project, desk.signals
        self._appearance = appearance
        self._settings = settings
        self._factory = factory
        self._workspaces: dict[str, Workspace] = {}
        self._current = ""
        self._visited: set[QWidget] = set()
        self._import_page: ImportPage | None = None
        self._merge_page: MergePage | None = None
        self._guests: list[Workspace] = []
        self.rail = Rail(appearance)
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self._hide_banner = self.banner.add_action("")
        self.backup_banner = Banner(appearance, "triangle-alert", "", "", "warn")
        self.unplaced_banner = UnplacedBanner(appearance, self._project, self._project_signals)
        self.written_banner = WrittenBanner(appearance)
        self.merged_banner = MergedBanner(appearance, self._project_signals)
        self._stack = QStackedWidget()
        self._backup_look = QTimer(self, interval=_BACKUP_LOOK_MS)
        self._arrange()
        self._connect_signals()
        self._translate()
        self.banner.hide()
        self.backup_banner.hide()
        self._backup_look.start()

    def _arrange(self) -> None:
        banners = QVBoxLayout()
        banners.setContentsMargins(0, 0, 0, 0)
        banners.setSpacing(0)
        told = (self.banner, self.backup_banner, self.unplaced_banner, self.merged_banner, self.written_banner)
        for banner in told:
            banners.addWidget(banner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(banners)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _connect_signals(self) -> None:
        self.rail.chosen.connect(self._on_rail_chosen)
        self._hide_banner.clicked.connect(self.banner.hide)
        self._backup_look.timeout.connect(self._on_backup_look)
        self.unplaced_banner.count_changed.connect(self.status_changed)

    def status_left(self) -> list[StatusItem]:
        """What the status bar says at the left: what the workspace says, and how many codings have no place."""
        workspace = self.current_workspace()
        items = list(workspace.status_left()) if workspace is not None else []
        words = self.unplaced_banner.words
        return [*items, StatusItem(words, "unlink", "warn")] if words else items

    @property
    def current_name(self) -> str:
        """Return the name of the workspace that is shown."""
        return self._current

    @property
    def import_page(self) -> ImportPage | None:
        """Return the import page while an import is under way."""
        return self._import_page

    @property
    def merge_page(self) -> MergePage | None:
        """Return the merge page while a merge is under way."""
        return self._merge_page

    def workspace(self, name: str) -> Workspace:
        """Return a workspace, made when first asked for."""
        if name not in self._workspaces:
            self._workspaces[name] = self._make(name)
        return self._workspaces[name]

    def current_workspace(self) -> Workspace | None:
        """Return the workspace that is shown; the import or merge page while it stands in the place of the material."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Workspace) else None

    def show_workspace(self, name: str) -> None:
        """Show a workspace; an import or merge under way, the last one of them, stands in the place of the material."""
        guest = self._guests[-1] if name == "material" and self._guests else None
        page = guest or self.workspace(name)
        self._current = name
        self.rail.set_current(name)
        had_focus = page.focusWidget() if page in self._visited else page.focusProxy()
        self._stack.setCurrentWidget(page)  # gives the keyboard to whatever comes first
        self._focus(page, had_focus)
        self.status_changed.emit()

    def _focus(self, page: QWidget, target: QWidget | None) -> None:
        self._visited.add(page)
        if target is None or not target.isVisible():
            target = page.focusProxy()
        if target is None or not target.isVisible():
            panels = page.panels() if isinstance(page, Workspace) else ()
            # What a workspace is about fills most of it.
            inside = [found for panel in sorted(panels, key=_area, reverse=True) if (found := _first_focus(panel))]
            target = inside[0] if inside else page
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_passage(self, document_id: int, start: int, end: int) -> None:
        """Show a passage in the coding workspace (code points)."""
        self.show_workspace("coding")
        reader = self.workspace("coding")
        if isinstance(reader, PassageReader):
            reader.show_passage(document_id, start, end)

    def show_document(self, document_id: int) -> None:
        """Show a document in the coding workspace."""
        self.show_workspace("coding")
        reader = self.workspace("coding")
        if isinstance(reader, PassageReader):
            reader.show_document(document_id)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Show the import page with these files, more if it is shown already."""
        if self._import_page is None:
            page = ImportPage(self._project, self._project_signals, self._appearance, self._stack)
            page.more_requested.connect(self.sources_requested)
            page.imported.connect(self._on_imported)
            page.cancelled.connect(self._on_import_cancelled)
            page.failed.connect(self._on_import_failed)
            self._import_page = page
        self._import_page.add_files(paths)
        self._show_guest(self._import_page)

    def merge_copy(self, other: Path) -> None:
        """Show the merge page with another copy, in the place of the one that it shows already."""
        from kodebenk.ui.merging.merge_page import MergePage

        if self._merge_page is not None:
            self._merge_page.read(other)
        else:
            page = MergePage(self._project, self._project_signals, self._appearance, other, self._stack)
            page.file_requested.connect(self.copy_requested)
            page.merged.connect(self._on_merged)
            page.cancelled.connect(self._on_merge_cancelled)
            page.failed.connect(self._on_import_failed)
            page.passage_requested.connect(self._on_passage_requested)
            self._merge_page = page
        self._show_guest(self._merge_page)

    def _show_guest(self, page: ImportPage | MergePage) -> None:
        """Show a page in the place of the material, before others that are under way."""
        if page not in self._guests:
            page.status_changed.connect(self.status_changed)
            page.resize_to(self.window().width())
            self._stack.addWidget(page)
        self._guests = [one for one in self._guests if one is not page] + [page]
        self.show_workspace("material")

    def menu_entries(self, name: str) -> Sequence[MenuEntry]:
        """Return what a workspace puts into its menu."""
        return self.workspace(name).menu_actions()

    def entries_here(self) -> Sequence[MenuEntry]:
        """Return what can be done in the workspace that is shown."""
        workspace = self.current_workspace()
        return workspace.menu_actions() if workspace is not None else ()

    def run_entry(self, text: str) -> None:
        """Do one of `entries_here`, by its text, with the keyboard in the workspace; nothing where it is gone."""
        entry = next((one for one in self.entries_here() if one.text == text and one.enabled), None)
        workspace = self.current_workspace()
        if entry is not None and workspace is not None:
            workspace.setFocus()
            entry.trigger()

    def fit_width(self, width: int) -> None:
        """Fold what does not fit a window of this width."""
        self.rail.set_narrow(width < _NARROW)
        for workspace in self._workspaces.values():
            workspace.resize_to(width)
        for guest in self._guests:
            guest.resize_to(width)

    def use_letter_keys(self, on: bool) -> None:
        """Turn single-letter keys on or off in all workspaces."""
        for workspace in self._workspaces.values():
            workspace.letter_keys = on

    def move_between_panels(self, step: int) -> None:
        """Give the focus to the next panel (step 1) or the one before (step −1)."""
        workspace = self.current_workspace()
        panels = [one for one in workspace.panels() if one.isVisible()] if workspace is not None else []
        panels.append(self.rail)
        focused = QApplication.focusWidget()
        here = next((at for at, one in enumerate(panels) if _holds(one, focused)), -1)
        for distance in range(1, len(panels) + 1):
            at = (max(here, 0) + step * distance if here >= 0 else (distance - 1) * step) % len(panels)
            target = _first_focus(panels[at])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def show_error(self, explanation: Explanation) -> None:
        """Say over the workspace what could not be done."""
        self.banner.show_message("circle-alert", explanation.title, explanation.sentence, "bad")
        self.banner.show()

    def forget_messages(self) -> None:
        """Take away what was said over the workspaces to whom worked before."""
        for banner in (self.banner, self.written_banner, self.merged_banner):
            banner.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.unplaced_banner.look_soon()

    def release(self) -> None:
        """End background work, remember the splitters, and let go of the project."""
        self._released = True
        self._backup_look.stop()
        self.unplaced_banner.stop()
        for page in (self._import_page, self._merge_page):
            if page is not None:
                page.stop()
        for name, workspace in self._workspaces.items():
            workspace.release()
            for key, splitter in _splitters(workspace):
                self._settings.keep_splitter(name, key, splitter.saveState())
            if choices := workspace.view_choices():
                self._settings.keep_view_choices(name, choices)

    def event(self, event: QEvent) -> bool:
        if self._released and event.type() == QEvent.Type.LanguageChange:
            return True  # the widgets below would ask a project that is closed
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _make(self, name: str) -> Workspace:
        made = self._factory(name, self._project, self._project_signals, self._appearance, self)
        made.letter_keys = self._settings.letter_keys
        made.done.connect(self.done)
        made.done_to_many.connect(self.done_to_many)
        for succeeded in (made.done, made.done_to_many):
            succeeded.connect(self.banner.hide)
        made.failed.connect(self._on_failed)
        made.passage_requested.connect(self._on_passage_requested)
        made.code_requested.connect(self._on_code_requested)
        made.import_requested.connect(self.sources_requested)
        made.action_requested.connect(self.action_requested)
        made.status_changed.connect(self.status_changed)
        self._stack.addWidget(made)
        made.take_view_choices(self._settings.view_choices(name))
        made.resize_to(self.window().width())
        for key, splitter in _splitters(made):
            state = self._settings.splitter(name, key)
            if not state.isEmpty():
                splitter.restoreState(state)
        return made

    def _end_import(self) -> None:
        page, self._import_page = self._import_page, None
        self._end_guest(page)

    def _end_merge(self) -> None:
        page, self._merge_page = self._merge_page, None
        self._end_guest(page)

    def _end_guest(self, page: ImportPage | MergePage | None) -> None:
        if page is not None:
            page.stop()
            self._guests.remove(page)
        self.show_workspace("material")
        if page is not None:  # only now, or the stack would choose what is shown, and what has the keyboard
            self._stack.removeWidget(page)
            page.deleteLater()

    def _translate(self) -> None:
        self._hide_banner.set_text(self.tr("Hide"))
        self._on_backup_look()

    @Slot(str)
    def _on_rail_chosen(self, name: str) -> None:
        if name in {place.name for place in WORKSPACES}:
            self.show_workspace(name)
        else:
            self.rail_chosen.emit(name)

    @Slot(object)
    def _on_failed(self, error: WorkbenchError) -> None:
        if says_unsaved(error):
            self.unsaved.emit(error)
        else:
            self.show_error(explain(error))

    @Slot(int, int, int)
    def _on_passage_requested(self, document_id: int, start: int, end: int) -> None:
        self.show_passage(document_id, start, end)

    @Slot(int)
    def _on_code_requested(self, code_id: int) -> None:
        self.show_workspace("coding")
        writer = self.workspace("coding")
        if isinstance(writer, CodeWriter):
            writer.edit_code(code_id)

    @Slot(int)
    def _on_imported(self, count: int) -> None:
        self._end_import()
        self.done_to_many.emit(counted(count, self.tr("Added 1 document"), self.tr("Added {count} documents")))

    @Slot()
    def _on_import_cancelled(self) -> None:
        self._end_import()

    @Slot(object)
    def _on_import_failed(self, error: WorkbenchError) -> None:
        if says_unsaved(error):
            self.unsaved.emit(error)

    @Slot(object)
    def _on_merged(self, report: MergeReport) -> None:
        from kodebenk.ui.merging.merge_counts import coming_codings

        assert self._merge_page is not None
        name = self._merge_page.other.name
        self._end_merge()
        if report.backup is None:
            self.nothing_done.emit(self.tr("There is nothing new in {file}").format(file=name))
            return
        self.merged_banner.show_merged(name, report)
        codings = count_codings(coming_codings(report))
        self.done_to_many.emit(self.tr("Merged {file}: {codings}").format(file=name, codings=codings))

    @Slot()
    def _on_merge_cancelled(self) -> None:
        self._end_merge()

    @Slot()
    def _on_backup_look(self) -> None:
        failure = self._project.backup_failure
        self.backup_banner.setVisible(failure is not None)
        if failure is not None:
            title = self.tr("No backup could be made.")
            reason = explain(failure).title
            sentence = self.tr("The project itself is saved. {reason}").format(reason=reason)
            self.backup_banner.show_message("triangle-alert", title, sentence, "warn")


def _splitters(workspace: Workspace) -> list[tuple[str, QSplitter]]:
    found = workspace.findChildren(QSplitter)
    return [(one.objectName() or str(number), one) for number, one in enumerate(found)]


def _area(panel: QWidget) -> int:
    return panel.width() * panel.height() if panel.isVisible() else 0


def _holds(panel: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is panel or panel.isAncestorOf(focused))


def _first_focus(panel: QWidget) -> QWidget | None:
    if panel.focusPolicy() & Qt.FocusPolicy.TabFocus and panel.isEnabled():
        return panel
    for child in panel.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            return child
    return None
