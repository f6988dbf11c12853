"""The page that greets while no project is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from kodebenk import __version__
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import ghost_button
from kodebenk.ui.components.card_button import CardButton
from kodebenk.ui.components.labels import IconLabel, make_label, make_surface
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.error_messages import Explanation
from kodebenk.ui.fonts import scaled
from kodebenk.ui.icons import draw_logo
from kodebenk.ui.settings import RecentProject
from kodebenk.ui.shell.rows import RowList
from kodebenk.ui.theme import Appearance
from kodebenk.ui.welcome.recent_rows import RecentRows

_SHOWN_AT_FIRST = 4
_ROW = 74
_WIDEST = 1056


class WelcomePage(QScrollArea):
    """Recent projects at the left, ways to begin at the right.

    Signals:
        action_requested(str): an action of the window: new, open, example, backups, language_nb, language_en.
        project_chosen(str): path of a recent project to open.
        forget_requested(str): path of a project to take out of the list.
    """

    action_requested = Signal(str)
    project_chosen = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, appearance: Appearance, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._projects: list[RecentProject] = []
        self._all_shown = False
        self._row_texts = RecentRows(self)
        self._name = make_label("Kodebenk", "display")
        self._motto = make_label("", "title", tone="ink2")
        self._motto.setStyleSheet("font-weight: 400;")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self._recent_title = make_label("", "page")
        self.show_all = ghost_button(appearance, "")
        self.recent = RowList(appearance, _ROW, tiled=True, lined=True)
        self._nothing = make_label("", "body", wrap=True)
        self.backups = ghost_button(appearance, "", "archive-restore")
        self._start_title = make_label("", "page")
        self.new = CardButton(appearance, "file-plus", "", "", shortcut_text="Ctrl+N", primary=True)
        self.open = CardButton(appearance, "folder-open", "", "", shortcut_text="Ctrl+O")
        self.example = CardButton(appearance, "compass", "", "", shortcut_text="Ctrl+E")
        self._stays = make_label("", "title", wrap=True)
        self._stays_text = make_label("", "body", wrap=True)
        self._facts = [make_label("", "body", wrap=True) for _ in range(2)]
        self._version = make_label("", "meta")
        self._language_title = make_label("", "meta")
        self.language = SegmentedControl(appearance, "", (Segment("nb", "Bokmål"), Segment("en", "English")), language)
        self._arrange()
        self._connect_signals()
        self._translate()
        self.clear_error()

    def _arrange(self) -> None:
        page = QWidget()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 14)
        column.addStretch(3)
        middle = QWidget()
        middle.setMaximumWidth(scaled(_WIDEST))
        self._arrange_middle(middle)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(4)
        column.addLayout(self._foot())

    def _arrange_middle(self, middle: QWidget) -> None:
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(18)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._motto)
        head.addWidget(_BigLogo(self._appearance))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(scaled(20))
        column.addWidget(self.banner)
        column.addSpacing(scaled(30))
        halves = QGridLayout()
        halves.setHorizontalSpacing(scaled(44))
        halves.setVerticalSpacing(scaled(9))
        halves.setColumnStretch(0, 640)
        halves.setColumnStretch(1, 372)
        halves.setRowMinimumHeight(0, self.show_all.sizeHint().height())
        halves.addLayout(self._left_title(), 0, 0)
        halves.addWidget(self._start_title, 0, 1)
        halves.addLayout(self._left_half(), 1, 0)
        halves.addLayout(self._right_half(), 1, 1)
        column.addLayout(halves)

    def _left_title(self) -> QHBoxLayout:
        title = QHBoxLayout()
        title.addWidget(self._recent_title)
        title.addStretch(1)
        title.addWidget(self.show_all)
        return title

    def _left_half(self) -> QVBoxLayout:
        self._card = make_surface("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(2, 3, 2, 3)
        inside.addWidget(self.recent)
        inside.addWidget(self._nothing)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        below = QHBoxLayout()
        below.addWidget(self.backups)
        below.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._card)
        column.addSpacing(10)
        column.addLayout(below)
        column.addStretch(1)
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return column

    def _right_half(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scaled(10))
        for card in (self.new, self.open, self.example):
            column.addWidget(card)
        column.addSpacing(scaled(8))
        column.addWidget(self._note())
        column.addStretch(1)
        return column

    def _note(self) -> QWidget:
        note = make_surface("note")
        grid = QGridLayout(note)
        grid.setContentsMargins(18, 18, 18, 18)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(self._appearance, "hard-drive", "ok", 20), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._stays, 0, 1)
        grid.addWidget(self._stays_text, 1, 1)
        for number, (icon, fact) in enumerate(zip(("history", "eye-off"), self._facts, strict=True), start=2):
            mark = IconLabel(self._appearance, icon, "ink3", 17)
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(fact, number, 1)
        return note

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._version)
        foot.addStretch(1)
        foot.addWidget(self._language_title)
        foot.addSpacing(4)
        foot.addWidget(self.language)
        return foot

    def _connect_signals(self) -> None:
        self.new.clicked.connect(self._on_new)
        self.open.clicked.connect(self._on_open)
        self.example.clicked.connect(self._on_example)
        self.backups.clicked.connect(self._on_backups)
        self.language.picked.connect(self._on_language_picked)
        self.show_all.clicked.connect(self._on_show_all)
        self.recent.activated.connect(self._on_activated)
        self.recent.clicked.connect(self._on_activated)
        self.recent.customContextMenuRequested.connect(self._on_context_menu)

    def show_projects(self, projects: list[RecentProject]) -> None:
        """Show the projects that were open before, the last one first."""
        self._projects = projects
        shown = projects if self._all_shown else projects[:_SHOWN_AT_FIRST]
        self.recent.set_rows(self._row_texts.rows(shown))
        self.recent.setFixedHeight(scaled(_ROW) * max(1, min(len(shown), 6)))
        self.recent.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self.show_all.setVisible(len(projects) > len(shown))
        if shown and self.recent.current_row() is None:
            self.recent.select(0)

    def show_error(self, explanation: Explanation) -> None:
        """Say what could not be done, above the lists."""
        self.banner.show_message("circle-alert", explanation.title, explanation.sentence, "bad")
        self.banner.show()
        self.ensureWidgetVisible(self.banner)

    def first_focus(self) -> QWidget:
        """Return the list of projects, or where there are none what makes the first."""
        return self.recent if self._projects else self.new

    def clear_error(self) -> None:
        self.banner.hide()

    def set_language(self, language: str) -> None:
        """Mark the language in use."""
        self.language.set_value(language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.recent.current_row()
        if event.key() == Qt.Key.Key_Delete and row is not None and self.recent.hasFocus():
            self.forget_requested.emit(str(row.key))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._motto.setText(self.tr("From interview and planning document to a matrix you can stand for."))
        self._recent_title.setText(self.tr("Recent projects"))
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self.show_all.set_text(self.tr("Show all"))
        self._nothing.setText(self.tr("Projects that you make or open are listed here."))
        self.backups.set_text(self.tr("Restore a backup"))
        self._start_title.setText(self.tr("Get started"))
        self.new.set_texts(self.tr("New project"), self.tr("Empty, in a file of its own"))
        self.open.set_texts(self.tr("Open project"), self.tr("From this machine or a shared folder"))
        self.example.set_texts(self.tr("Explore the example"), self.tr("Fictional: 8 respondents, a finished matrix"))
        self._stays.setText(self.tr("Everything stays on this machine"))
        self._stays_text.setText(
            self.tr(
                "A project is one file that you move and back up yourself. The program sends nothing out and needs "
                "no network and no account."
            )
        )
        self._facts[0].setText(self.tr("A backup every hour while you work; the last 20 are kept"))
        self._facts[1].setText(self.tr("Exports name respondents by labels, R1, R2 …, unless you choose otherwise"))
        self._version.setText(self.tr("Version {version}").format(version=__version__))
        self._language_title.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.show_projects(self._projects)

    @Slot()
    def _on_new(self) -> None:
        self.action_requested.emit("new")

    @Slot()
    def _on_open(self) -> None:
        self.action_requested.emit("open")

    @Slot()
    def _on_example(self) -> None:
        self.action_requested.emit("example")

    @Slot()
    def _on_backups(self) -> None:
        self.action_requested.emit("backups")

    @Slot(str)
    def _on_language_picked(self, language: str) -> None:
        self.action_requested.emit(f"language_{language}")

    @Slot()
    def _on_show_all(self) -> None:
        self._all_shown = True
        self.show_projects(self._projects)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.project_chosen.emit(str(self.recent.rows_shown.row(index).key))

    @Slot(QPoint)
    def _on_context_menu(self, place: QPoint) -> None:
        index = self.recent.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        forget = menu.addAction(self.tr("Take out of the list"))
        forget.setData(self.recent.rows_shown.row(index).key)
        menu.triggered.connect(self._on_forget)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.recent.viewport().mapToGlobal(place))

    @Slot(QAction)
    def _on_forget(self, action: QAction) -> None:
        self.forget_requested.emit(str(action.data()))


class _BigLogo(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(scaled(52), scaled(52))
        appearance.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_logo(painter, QRectF(self.rect()), self._appearance.theme.accent, self._appearance.theme.on_accent)
        painter.end()


def project_folder(projects: list[RecentProject], otherwise: Path) -> Path:
    """Return the folder of the project that was open last, as the place to look first."""
    for one in projects:
        folder = Path(one.path).parent
        if folder.is_dir():
            return folder
    return otherwise
