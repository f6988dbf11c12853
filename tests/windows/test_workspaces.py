"""The real workspaces in the real window."""

import operator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import queries
from kodebenk.storage.integrity import data_of
from kodebenk.ui.main_window import MainWindow
from windows.conftest import let_go, speak


@pytest.fixture
def real_window(qtbot, appearance, translation, settings, dialogs, lillevik):
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    qtbot.addWidget(made, before_close_func=let_go)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.open_project(lillevik)
    return made


@pytest.mark.parametrize("name", ["material", "coding", "matrix", "compare"])
def test_that_each_workspace_opens_with_the_keyboard_in_it_and_turns_language_theme_and_width(
    real_window, qtbot, name, appearance
):
    real_window.commands.run(name)
    workspace = real_window.page.current_workspace()
    QCoreApplication.processEvents()
    assert workspace.isVisible()
    assert workspace.isAncestorOf(QApplication.focusWidget())
    english = workspace.keys()
    speak(real_window, "nb")
    assert workspace.keys() != english
    real_window.commands.run("theme_dark")
    real_window.resize(1100, 700)
    qtbot.wait(20)
    assert real_window.width() == 1100
    assert not workspace.grab().isNull()
    assert appearance.theme.is_dark


def test_that_a_search_hit_is_selected_in_the_text(real_window, qtbot):
    real_window.commands.run("material")
    qtbot.keyClick(real_window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(real_window.top_bar.search, "lærerne")
    qtbot.keyClick(real_window.top_bar.search, Qt.Key.Key_Return)
    assert real_window.page.current_name == "coding"
    screen = real_window.page.workspace("coding")
    start, end = screen.view.selected_passage()
    assert queries.text_of(real_window.desk.project, screen.document_id).text[start:end] == "lærerne"
    assert QApplication.focusWidget() is screen.view


def test_that_the_menus_of_the_workspaces_open_filled(real_window):
    for name in ("code_menu", "matrix_menu"):
        menu = real_window.menus.menu(name)
        menu.aboutToShow.emit()
        assert menu.actions()
        assert menu.actions()[-1] in {real_window.menus.action("coding"), real_window.menus.action("matrix")}


def test_that_f6_goes_round_in_every_workspace(real_window, qtbot):
    for name in ("material", "coding", "matrix"):
        real_window.commands.run(name)
        QCoreApplication.processEvents()
        seen = []
        for _ in range(12):
            real_window.commands.run("next_panel")
            seen.append(QApplication.focusWidget())
        assert len(set(seen)) >= 3
        assert seen[0] in seen[1:]
        assert any(real_window.page.rail.isAncestorOf(widget) for widget in seen)


def test_that_undo_and_redo_of_the_selected_coding_are_followed_everywhere(real_window, qtbot):
    real_window.commands.run("coding")
    screen, project = real_window.page.workspace("coding"), real_window.desk.project
    start = queries.text_of(project, screen.document_id).text.index("Bare hyggelig.")
    screen.view.select_passage(start, start + 14)
    screen.view.setFocus()
    before = len(queries.codings(project))
    qtbot.keyClick(screen.view, Qt.Key.Key_1)
    assert len(queries.codings(project)) == before + 1
    assert screen.selected_id is not None
    qtbot.keyClick(real_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(queries.codings(project)) == before
    assert screen.selected_id is None
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(real_window, Qt.Key.Key_Z, both)
    assert len(queries.codings(project)) == before + 1


def test_that_everything_can_be_undone_and_redone_in_the_window_and_after_reopening(real_window, qtbot, lillevik):
    project = real_window.desk.project
    full = data_of(project.connection)
    states = []
    while project.next_to_undo():
        states.append(data_of(project.connection))
        real_window.undo()
    real_window.close_project()
    qtbot.wait(1)  # as between two actions of a user
    real_window.open_project(lillevik)
    project = real_window.desk.project
    while project.next_to_redo():
        real_window.redo()
        assert data_of(project.connection) == states.pop()
    assert states == []
    assert data_of(project.connection) == full


@pytest.mark.parametrize(("name", "card"), [("material", "sources.empty"), ("coding", "columns.empty")])
def test_that_an_empty_project_has_the_keyboard_on_the_button_that_adds_sources(real_window, tmp_path, name, card):
    real_window.desk.close()
    real_window.desk.create(tmp_path / "Ny.kodebenk", "Ny", "Ane K.")
    QCoreApplication.processEvents()
    real_window.commands.run(name)
    QCoreApplication.processEvents()
    empty = operator.attrgetter(card)(real_window.page.current_workspace())
    assert empty.isAncestorOf(QApplication.focusWidget())
