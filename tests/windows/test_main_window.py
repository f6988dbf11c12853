"""The window with a project open: bars, menus, keys, undo, errors, sheets."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from kodebenk.application import codebook_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import ProjectFileError, ProjectFileProblem, Rule, RuleBroken
from kodebenk.ui.actions import ACTION_BY_NAME, ACTIONS, MENUS, change_text
from kodebenk.ui.shell.unsaved_alert import UnsavedAlert
from windows.conftest import speak, visible_texts


def test_that_every_action_has_a_command(window):
    assert {spec.name for spec in ACTIONS} == window.commands.names


def test_that_an_open_project_shows_its_title_and_when_it_was_saved(project_window):
    assert project_window.windowTitle() == "Lillevik – Kodebenk"
    assert project_window.top_bar.project_title() == "Lillevik"
    assert project_window.top_bar.saved_text().startswith("Saved ")
    assert project_window.page.current_name == "coding"


def test_that_digits_with_ctrl_switch_workspaces(project_window, qtbot):
    for key, name in ((Qt.Key.Key_1, "material"), (Qt.Key.Key_3, "matrix"), (Qt.Key.Key_2, "coding")):
        qtbot.keyClick(project_window, key, Qt.KeyboardModifier.ControlModifier)
        assert project_window.page.current_name == name
        assert project_window.page.current_workspace().name == name
        assert project_window.page.rail.button(name).isChecked()


def test_that_the_rail_switches_workspaces(project_window, qtbot):
    qtbot.mouseClick(project_window.page.rail.button("matrix"), Qt.MouseButton.LeftButton)
    assert project_window.page.current_name == "matrix"


def test_that_undo_and_redo_go_through_menu_keys_and_buttons(project_window, qtbot):
    workspace = project_window.page.current_workspace()
    workspace.second.setFocus()
    workspace.add_theme()
    assert project_window.status_bar.message() == "La til «Klima»"
    assert project_window.menus.action("undo").text() == "Undo: add code"
    before = len(queries.codebook(workspace.project).codes)
    qtbot.keyClick(project_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(queries.codebook(workspace.project).codes) == before - 1
    assert project_window.status_bar.message() == "Undone: add code"
    assert not project_window.status_bar.undo_button.isVisible()
    assert project_window.menus.action("redo").text() == "Redo: add code"
    project_window.menus.action("redo").trigger()
    assert len(queries.codebook(workspace.project).codes) == before
    qtbot.mouseClick(project_window.status_bar.undo_button, Qt.MouseButton.LeftButton)
    assert len(queries.codebook(workspace.project).codes) == before - 1


def test_that_a_broken_rule_becomes_a_banner_over_the_workspace_and_no_dialog(project_window, qtbot):
    page = project_window.page
    page.current_workspace().failed.emit(RuleBroken(Rule.NAME_TAKEN, kind="code", name="Tillit"))
    assert page.banner.isVisible()
    assert "The name “Tillit” is taken." in visible_texts(page.banner)
    assert QApplication.activeModalWidget() is None
    hide = page.banner.findChild(QPushButton)
    qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert not page.banner.isVisible()


def test_that_what_could_not_be_done_is_no_longer_told_once_something_is_done(project_window):
    page = project_window.page
    workspace = page.current_workspace()
    for succeeded in (workspace.done, workspace.done_to_many):
        workspace.failed.emit(RuleBroken(Rule.NAME_TAKEN, kind="code", name="Tillit"))
        assert page.banner.isVisible()
        succeeded.emit("La til «Klima»")
        assert not page.banner.isVisible()


def test_that_a_project_that_cannot_be_saved_opens_the_one_dialog_and_offers_a_copy(
    project_window, qtbot, dialogs, tmp_path
):
    dialogs.answer = tmp_path / "kopi.kodebenk"
    error = ProjectFileError(ProjectFileProblem.DISK_FULL, project_window.desk.project.path)
    project_window.page.current_workspace().failed.emit(error)
    alert = project_window.findChild(UnsavedAlert)
    qtbot.waitUntil(alert.isVisible)
    assert "The disk is full; lillevik.kodebenk cannot be saved." in alert.text()
    qtbot.mouseClick(alert.copy_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "kopi.kodebenk").exists()
    assert dialogs.proposed.name == "lillevik copy.kodebenk"


def test_that_a_failed_backup_shows_as_a_banner(project_window, monkeypatch):
    page = project_window.page
    failure = ProjectFileError(ProjectFileProblem.DISK_FULL, project_window.desk.project.path)
    monkeypatch.setattr(type(project_window.desk.project), "backup_failure", failure)
    page._backup_look.timeout.emit()
    assert page.backup_banner.isVisible()
    assert "No backup could be made." in visible_texts(page.backup_banner)


def test_that_a_change_to_many_shows_a_toast_whose_undo_takes_it_back(project_window, qtbot):
    project = project_window.desk.project
    before = len(queries.codebook(project).codes)
    codebook_actions.add_code(project, "Ny")
    project_window.page.current_workspace().done_to_many.emit("1 code added")
    assert project_window.toast.isVisible()
    project_window.toast.action_requested.emit()
    assert len(queries.codebook(project).codes) == before
    assert not project_window.toast.isVisible()


def test_that_a_toast_goes_with_the_next_change_which_its_undo_would_take_back(project_window):
    codebook_actions.add_code(project_window.desk.project, "Ny")
    project_window.page.current_workspace().done_to_many.emit("1 code added")
    codebook_actions.add_code(project_window.desk.project, "Nyere")
    assert not project_window.toast.isVisible()


def test_that_a_wanted_passage_is_shown_in_the_coding_workspace(project_window):
    project_window.page.show_workspace("matrix")
    project_window.page.workspace("matrix").passage_requested.emit(1, 4, 9)
    assert project_window.page.current_name == "coding"
    assert project_window.page.workspace("coding").shown == [(1, 4, 9)]


def test_that_the_status_bar_says_what_the_workspace_says(project_window):
    assert "left of coding" in visible_texts(project_window.status_bar)
    project_window.page.show_workspace("matrix")
    said = visible_texts(project_window.status_bar)
    assert "left of matrix" in said
    assert "left of coding" not in said
    assert {"first", "last", "100%"} <= set(said)


def test_that_a_narrow_window_folds_the_rail_and_the_status_bar(project_window, qtbot):
    wide = project_window.page.rail.width()
    project_window.resize(1100, 700)
    qtbot.waitUntil(lambda: project_window.page.rail.width() < wide)
    assert "first" not in visible_texts(project_window.status_bar)
    assert project_window.page.workspace("coding").widths[-1] == 1100
    assert not project_window.top_bar._saved.isVisible()
    assert project_window.minimumSize().toTuple() == (1024, 640)


def test_that_a_long_title_leaves_the_menus_their_room(window, tmp_path, qtbot):
    title = "Nettbrett, tidspress og medvirkning i hjemmetjenesten i fire kommuner, andre runde med intervjuer"
    OpenProject.create(tmp_path / "lang.kodebenk", title=title, coder_name="Ane").close()
    window.open_project(tmp_path / "lang.kodebenk")
    for width in (1440, 1024):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: window.top_bar.width() == width)
        bar = window.menus.bar
        shown = [action for action in bar.actions() if action.isVisible()]
        assert bar.rect().contains(bar.actionGeometry(shown[-1]))
        assert bar.actionGeometry(shown[-1]).width() > 0


def test_that_ctrl_and_plus_minus_zero_scale_text_and_are_remembered(project_window, qtbot, appearance, settings):
    qtbot.keyClick(project_window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert appearance.scale == pytest.approx(1.1)
    assert settings.scale == pytest.approx(1.1)
    assert "110%" in visible_texts(project_window.status_bar)
    qtbot.keyClick(project_window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(project_window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert appearance.scale == pytest.approx(0.9)
    qtbot.keyClick(project_window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert appearance.scale == pytest.approx(1.0)


def test_that_f6_goes_through_the_panels_and_back(project_window, qtbot):
    workspace = project_window.page.current_workspace()
    workspace.first.setFocus()
    qtbot.keyClick(project_window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is workspace.second
    qtbot.keyClick(project_window, Qt.Key.Key_F6)
    assert project_window.page.rail.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(project_window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is workspace.first
    qtbot.keyClick(project_window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(project_window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is workspace.second


def test_that_f1_shows_keys_of_the_workspace_and_esc_gives_the_focus_back(project_window, qtbot):
    workspace = project_window.page.current_workspace()
    workspace.second.setFocus()
    qtbot.keyClick(project_window, Qt.Key.Key_F1)
    sheet = project_window.sheets
    assert sheet.isVisible()
    assert {"Find a code", "New project", "Everywhere"} <= set(visible_texts(sheet))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is workspace.second


def test_that_ctrl_f_looks_in_the_workspace(project_window, qtbot):
    qtbot.keyClick(project_window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert project_window.page.current_workspace().found == 1


def test_that_ctrl_s_says_that_all_is_saved(project_window, qtbot):
    qtbot.keyClick(project_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert project_window.status_bar.message().endswith("Every change is saved at once.")


def test_that_a_workspace_fills_its_menu_when_it_opens(project_window):
    menu = project_window.menus.menu("code_menu")
    menu.aboutToShow.emit()
    spec = next(one for one in MENUS if one.name == "code_menu")
    always = [ACTION_BY_NAME[entry].text if entry != "-" else "" for entry in spec.entries]
    assert [action.text() for action in menu.actions()] == ["Add theme\tA", "", *always]
    menu.actions()[0].trigger()
    assert "Klima" in {code.name for code in queries.codebook(project_window.desk.project).codes}


def test_that_the_history_lists_changes_and_marks_what_was_undone(project_window):
    project_window.commands.run("history")
    sheet = project_window.sheets.page
    first = sheet.list.rows_shown.rows[0]
    assert first.title == "Apply code"
    assert first.detail.startswith("Ane K.")
    assert not first.struck
    project_window.undo()
    first = sheet.list.rows_shown.rows[0]
    assert first.struck
    assert first.note == "undone"


def test_that_theme_and_language_change_while_running(project_window, settings, appearance):
    project_window.menus.action("theme_dark").trigger()
    assert appearance.theme.is_dark
    assert settings.theme == "dark"
    assert project_window.menus.action("theme_dark").isChecked()
    speak(project_window, "nb")
    assert project_window.menus.menu("file").title() == "&Fil"
    assert project_window.menus.action("undo").text() == "Angre: kod"
    assert project_window.page.rail.button("coding").text() == "Koding"
    assert project_window.top_bar.saved_text().startswith("Lagret ")
    assert project_window.top_bar.search.placeholderText() == "Søk, gå til …"
    assert settings.language == "nb"
    speak(project_window, "en")
    assert project_window.menus.menu("file").title() == "&File"
    assert project_window.page.rail.button("coding").text() == "Coding"


@pytest.mark.parametrize("name", ["new", "backups", "keys", "history", "settings", "about"])
def test_that_sheets_speak_the_language_that_is_chosen_while_they_are_open(project_window, name):
    project_window.commands.run(name)
    english = set(visible_texts(project_window.sheets))
    speak(project_window, "nb")
    norwegian = set(visible_texts(project_window.sheets))
    assert project_window.sheets.page.title()
    assert len(norwegian - english) >= 2


def test_that_a_new_coder_codes_from_now_on(project_window, qtbot, settings):
    project_window.commands.ask_coder()
    sheet = project_window.sheets.page
    qtbot.keyClicks(sheet.name, "Ola Dahl")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    project = project_window.desk.project
    assert project.coder_name == "Ola Dahl"
    assert {one.name for one in queries.coders(project)} == {"Ane K.", "Ola Dahl"}
    assert project_window.top_bar.coder.accessibleName() == "Coder: Ola Dahl"
    assert settings.coder_name == "Ola Dahl"
    project_window.top_bar.coder.coder_chosen.emit("Ane K.")
    assert project.coder_name == "Ane K."


def test_that_single_letter_keys_are_turned_off_everywhere(project_window, settings):
    project_window.commands.run("settings")
    project_window.sheets.page.letter_keys.click()
    assert not settings.letter_keys
    assert not project_window.page.workspace("coding").letter_keys
    assert not project_window.page.workspace("matrix").letter_keys


def test_that_splitters_and_window_are_where_they_were_left(project_window, settings, lillevik, qtbot):
    split = project_window.page.workspace("coding").split
    split.setSizes([300, 900])
    left = split.sizes()
    project_window.close_project()
    assert not settings.splitter("coding", "halves").isEmpty()
    project_window.open_project(lillevik)
    assert project_window.page.workspace("coding").split.sizes() == left
    project_window.close()
    assert not settings.geometry.isEmpty()


def test_that_closing_a_project_returns_to_the_welcome_page_and_frees_the_file(project_window, qtbot, lillevik):
    qtbot.keyClick(project_window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert project_window.page is None
    assert project_window.welcome.isVisible()
    assert not project_window.status_bar.isVisible()
    assert not project_window.menus.action("import").isEnabled()
    assert not lillevik.with_name(lillevik.name + ".lock").exists()


def _drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(400, 400), Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(window, drop)
    return enter.isAccepted()


def test_that_a_project_dropped_on_the_window_opens(window, lillevik, tmp_path):
    assert not _drop(window, tmp_path / "intervju.txt")
    assert _drop(window, lillevik)
    assert window.page is not None
    assert _drop(window, tmp_path / "intervju.txt")
    assert window.page.import_page is not None


def test_that_the_undo_text_names_the_change_of_every_kind():
    from kodebenk.domain.project_change import ChangeName

    assert all(change_text(name) for name in ChangeName)


def test_that_the_settings_sheet_changes_language_theme_size_and_name(window, qtbot, settings, appearance):
    window.commands.run("settings")
    sheet = window.sheets.page
    qtbot.mouseClick(sheet.theme.button("dark"), Qt.MouseButton.LeftButton)
    assert appearance.theme.is_dark
    qtbot.mouseClick(sheet._larger, Qt.MouseButton.LeftButton)
    assert appearance.scale == pytest.approx(1.1)
    assert "110%" in visible_texts(sheet)
    sheet.coder.selectAll()
    qtbot.keyClicks(sheet.coder, " Berit  Lie ")
    qtbot.keyClick(sheet.coder, Qt.Key.Key_Return)
    assert settings.coder_name == "Berit Lie"
    qtbot.mouseClick(sheet.language.button("nb"), Qt.MouseButton.LeftButton)
    assert "Innstillinger" in visible_texts(window.sheets)


def test_that_the_theme_button_turns_the_theme_and_says_what_it_will_do(window, qtbot, appearance, settings):
    button = window.top_bar._theme
    assert button.accessibleName() == "Dark theme"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert appearance.theme.is_dark
    assert settings.theme == "dark"
    assert button.accessibleName() == "Light theme"


def test_that_the_badge_offers_the_coders_and_a_new_one(project_window):
    menu = project_window.top_bar.coder.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Ane K.", "New coder …"]
    menu.triggered.emit(menu.actions()[-1])
    assert project_window.sheets.page.title() == "New coder"


def test_that_icon_buttons_have_names(project_window):
    from kodebenk.ui.components.buttons import IconButton

    nameless = [one for one in project_window.top_bar.findChildren(IconButton) if not one.accessibleName()]
    assert nameless == []


def test_that_tab_goes_through_the_top_bar_from_left_to_right(project_window, qtbot):
    project_window.desk.undo()  # redo is enabled only then
    bar = project_window.top_bar
    bar._undo.setFocus()
    passed = []
    for _ in range(4):
        QApplication.focusWidget().focusNextChild()
        passed.append(QApplication.focusWidget())
    assert passed == [bar._redo, bar.search, bar._theme, bar.coder]
