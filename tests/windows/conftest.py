"""A real main window with small workspaces, and file dialogs that answer what a test tells them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter

from kodebenk.application import codebook_actions
from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.main_window import MainWindow
from kodebenk.ui.settings import Settings
from kodebenk.ui.shell.file_dialogs import FileDialogs
from kodebenk.ui.translation import Translation
from kodebenk.ui.workspace import StatusItem, Workspace


class PlainWorkspace(Workspace):
    """Two panels beside each other, and a record of what the window asked for."""

    def __init__(self, name, project, signals, appearance, parent):
        super().__init__(project, signals, appearance, parent)
        self.name = name
        self.shown = []
        self.found = 0
        self.widths = []
        self.first, self.second = QLineEdit(), QPushButton(name)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("halves")
        split.addWidget(self.first)
        split.addWidget(self.second)
        self.split = split
        row = QHBoxLayout(self)
        row.addWidget(split)

    def add_theme(self):
        try:
            codebook_actions.add_code(self.project, "Klima")
        except WorkbenchError as error:
            self.failed.emit(error)
        else:
            self.done.emit("La til «Klima»")

    def show_passage(self, document_id, start, end):
        self.shown.append((document_id, start, end))

    def show_document(self, document_id):
        self.shown.append(document_id)

    def status_left(self):
        return (StatusItem(f"left of {self.name}", "eye-off"),)

    def status_right(self):
        return (StatusItem("first"), StatusItem("last"))

    def panels(self):
        return (self.first, self.second)

    def keys(self):
        return (("K", "Find a code"),)

    def menu_actions(self):
        return (MenuEntry("Add theme", self.add_theme, "A"),)

    def start_find(self):
        self.found += 1

    def resize_to(self, width):
        self.widths.append(width)


def make_plain(name, project, signals, appearance, parent):
    return PlainWorkspace(name, project, signals, appearance, parent)


class ToldDialogs(FileDialogs):
    """Answers with `answer` and keeps what was proposed."""

    answer = None

    def choose_project(self, parent, folder):
        self.proposed = folder
        return self.answer

    def choose_new_project(self, parent, suggestion):
        self.proposed = suggestion
        return self.answer

    def choose_copy(self, parent, suggestion):
        self.proposed = suggestion
        return self.answer

    def choose_sources(self, parent, folder, suffixes):
        self.proposed = suffixes
        return self.answer or []

    def choose_guide(self, parent, folder, endings):
        self.proposed = endings
        return self.answer

    def choose_source(self, parent, title, folder, suffixes):
        self.proposed = suffixes
        return self.answer

    def choose_table(self, parent, title, folder, endings):
        self.proposed = endings
        return self.answer

    def choose_export(self, parent, title, suggestion, endings):
        self.proposed = suggestion
        return self.answer


@pytest.fixture
def dialogs(qapp):
    return ToldDialogs()


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path / "settings.ini")
    made.language = "en"
    made.theme = "light"
    made.coder_name = "Ane K."
    return made


@pytest.fixture
def translation(qapp):
    made = Translation("en")
    made.install()
    yield made
    made.set_language("en")


@pytest.fixture
def window(qtbot, appearance, translation, settings, dialogs):
    """The main window on the welcome page, in English, shown."""
    made = MainWindow(appearance, translation, settings, factory=make_plain, dialogs=dialogs)
    made.resize(1440, 900)
    qtbot.addWidget(made, before_close_func=let_go)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def let_go(made):
    """End the work of a window and let go of its project, before the window closes."""
    made.work.stop()
    made.desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def delete_now(made):
    """Delete a workspace before its project is closed: a change of language would make it ask the project."""
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def speak(window, language):
    """Choose a language in the menu, and let the widgets hear of it."""
    window.menus.action(f"language_{language}").trigger()
    QCoreApplication.processEvents()


def visible_texts(widget):
    """Return the texts of all labels that can be seen."""
    QCoreApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.fixture
def lillevik(tmp_path):
    """The path of a small project that is closed."""
    from conftest import make_small_project

    opened = make_small_project(tmp_path)
    path = opened.path
    opened.close()
    return path


@pytest.fixture
def project_window(window, lillevik, qtbot):
    """The main window with the small project open."""
    window.open_project(lillevik)
    qtbot.waitUntil(lambda: window.page is not None)
    return window
