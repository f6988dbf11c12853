"""The welcome page: new, open, example, recent projects, backups."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import codebook_actions, queries
from kodebenk.application.backup_actions import BackupReason, backups_of
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.settings import RecentProject, own_folder
from windows.conftest import visible_texts


def test_that_a_new_project_is_made_from_title_and_name(window, qtbot, tmp_path, settings, dialogs):
    dialogs.answer = tmp_path / "Skoler.kodebenk"
    qtbot.mouseClick(window.welcome.new, Qt.MouseButton.LeftButton)
    sheet = window.sheets.page
    assert QApplication.focusWidget() is sheet.project_title
    assert not sheet.make.isEnabled()
    qtbot.keyClicks(sheet.project_title, "Ledelse: i skolen?")
    assert sheet.path().name == "Ledelse i skolen.kodebenk"
    qtbot.mouseClick(sheet.choose, Qt.MouseButton.LeftButton)
    assert dialogs.proposed.name == "Ledelse i skolen.kodebenk"
    sheet.coder.clear()
    qtbot.keyClicks(sheet.coder, "Berit Lie")
    qtbot.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    assert window.page is not None
    assert not window.sheets.isVisible()
    assert window.desk.project.path == tmp_path / "Skoler.kodebenk"
    assert window.desk.project.title == "Ledelse: i skolen?"
    assert window.desk.project.coder_name == "Berit Lie"
    assert settings.coder_name == "Berit Lie"
    assert window.page.current_name == "material"


def test_that_the_first_project_is_made_with_the_keyboard_alone(window, qtbot, tmp_path):
    assert window.welcome.first_focus() is window.welcome.new
    window.welcome.new.setFocus()
    qtbot.keyClick(window.welcome.new, Qt.Key.Key_Return)
    sheet = window.sheets.page
    qtbot.keyClicks(sheet.project_title, "Skoler")
    sheet.coder.setText("Berit Lie")
    sheet._chosen = tmp_path / "Skoler.kodebenk"
    qtbot.keyClick(sheet.place, Qt.Key.Key_Return)
    assert window.desk.project.path == tmp_path / "Skoler.kodebenk"


def test_that_a_file_that_exists_is_not_overwritten(window, qtbot, lillevik, dialogs):
    before = lillevik.read_bytes()
    dialogs.answer = lillevik
    window.commands.run("new")
    sheet = window.sheets.page
    qtbot.keyClicks(sheet.project_title, "Lillevik")
    qtbot.mouseClick(sheet.choose, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    assert window.page is None
    assert "There is already a file lillevik.kodebenk." in visible_texts(sheet.banner)
    assert lillevik.read_bytes() == before


def test_that_open_asks_for_a_file(window, qtbot, lillevik, dialogs):
    dialogs.answer = lillevik
    qtbot.mouseClick(window.welcome.open, Qt.MouseButton.LeftButton)
    assert window.desk.project.path == lillevik


def test_that_a_closed_project_is_listed_with_its_counts_and_opens_with_enter(window, qtbot, lillevik):
    window.open_project(lillevik)
    codebook_actions.add_code(window.desk.project, "Ny")
    window.close_project()
    rows = window.welcome.recent.rows_shown.rows
    assert [row.title for row in rows] == ["Lillevik"]
    assert rows[0].detail == "3 respondents · 2 documents · 10 codings"
    assert rows[0].note == "0 of 2 documents done"
    assert rows[0].aside.startswith("Today ")
    qtbot.keyClick(window.welcome.recent, Qt.Key.Key_Return)
    assert window.desk.project.path == lillevik


def test_that_a_project_whose_file_is_gone_says_so_and_can_be_taken_out(window, qtbot, tmp_path, settings):
    settings.remember_project(RecentProject(str(tmp_path / "borte.kodebenk"), "Borte", "2025-05-01T10:00:00Z"))
    window.welcome.show_projects(settings.recent_projects())
    assert window.welcome.recent.rows_shown.rows[0].note == "Not found"
    qtbot.keyClick(window.welcome.recent, Qt.Key.Key_Return)
    assert window.page is None
    assert "The project borte.kodebenk is not there." in visible_texts(window.welcome.banner)
    assert QApplication.activeModalWidget() is None
    window.welcome.recent.setFocus()
    qtbot.keyClick(window.welcome.recent, Qt.Key.Key_Delete)
    assert settings.recent_projects() == []
    assert not window.welcome.recent.isVisible()


@pytest.mark.parametrize(("count", "offered"), [(4, False), (5, True)])
def test_that_show_all_is_offered_only_where_there_is_more(window, qtbot, settings, tmp_path, count, offered):
    for number in range(count):
        settings.remember_project(RecentProject(str(tmp_path / f"{number}.kodebenk"), str(number), ""))
    window.welcome.show_projects(settings.recent_projects())
    assert window.welcome.show_all.isVisible() is offered
    if offered:
        qtbot.mouseClick(window.welcome.show_all, Qt.MouseButton.LeftButton)
        assert len(window.welcome.recent.rows_shown.rows) == count


def test_that_the_example_is_made_in_the_background_and_opened(window, qtbot, settings):
    qtbot.mouseClick(window.welcome.example, Qt.MouseButton.LeftButton)
    assert window.work.is_busy
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    assert window.desk.project.path.parent == own_folder()
    assert len(queries.respondents(window.desk.project)) == 8
    assert window.desk.project.coder_name == queries.coders(window.desk.project)[0].name
    window.close_project()
    qtbot.mouseClick(window.welcome.example, Qt.MouseButton.LeftButton)
    assert window.page is not None  # it is there already


def test_that_the_example_that_was_stopped_leaves_no_file(window, qtbot):
    window.commands.run("example")
    window.work.card.stop_requested.emit()
    qtbot.waitUntil(lambda: not window.work.is_busy, timeout=60_000)
    assert window.page is None
    assert list(own_folder().glob("*.kodebenk")) == []


def test_that_a_backup_is_restored_and_what_stood_there_is_kept(window, qtbot, lillevik, settings):
    window.open_project(lillevik)
    codebook_actions.add_code(window.desk.project, "Etterpå")
    window.close_project()
    hourly = backups_of(lillevik)
    assert [one.reason for one in hourly] == [BackupReason.HOURLY]
    qtbot.mouseClick(window.welcome.backups, Qt.MouseButton.LeftButton)
    sheet = window.sheets.page
    assert sheet.project() == lillevik
    assert sheet.list.rows_shown.rows[0].detail == "Hourly backup"
    qtbot.mouseClick(sheet.restore, Qt.MouseButton.LeftButton)
    assert window.page is not None
    assert "Etterpå" not in {code.name for code in queries.codebook(window.desk.project).codes}
    assert {one.reason for one in backups_of(lillevik)} == {BackupReason.HOURLY, BackupReason.RESTORING}
    window.close_project()
    kept = next(one for one in backups_of(lillevik) if one.reason is BackupReason.RESTORING)
    with OpenProject.open(kept.path, read_only=True) as before:
        assert "Etterpå" in {code.name for code in queries.codebook(before).codes}


def test_that_the_open_project_can_be_restored(project_window):
    project = project_window.desk.project
    path = project.path
    codebook_actions.add_code(project, "Etterpå")
    project_window.commands.run("backups")
    project_window.sheets.page.restore.click()
    assert project_window.page is not None
    assert project_window.desk.project.path == path
    assert "Etterpå" not in {code.name for code in queries.codebook(project_window.desk.project).codes}


def test_that_a_project_without_backups_says_so(window, qtbot, dialogs, tmp_path):
    dialogs.answer = tmp_path / "tomt.kodebenk"
    OpenProject.create(dialogs.answer, title="T", coder_name="A").close()
    for one in backups_of(dialogs.answer):
        one.path.unlink()
    window.commands.run("backups")
    qtbot.mouseClick(window.sheets.page.choose, Qt.MouseButton.LeftButton)
    assert any(text.startswith("There are no backups") for text in visible_texts(window.sheets.page))
    assert not window.sheets.page.restore.isEnabled()


def test_that_the_language_switch_turns_the_page_and_back(window, qtbot):
    english = set(visible_texts(window.welcome))
    qtbot.mouseClick(window.welcome.language.button("nb"), Qt.MouseButton.LeftButton)
    norwegian = set(visible_texts(window.welcome))
    assert "Siste prosjekter" in norwegian
    assert english & norwegian == {"Kodebenk", "Ctrl+N"} & english
    qtbot.mouseClick(window.welcome.language.button("en"), Qt.MouseButton.LeftButton)
    assert set(visible_texts(window.welcome)) == english


def test_that_a_damaged_project_leads_to_the_backups(window, tmp_path):
    broken = tmp_path / "skadet.kodebenk"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    window.open_project(Path(broken))
    assert window.page is None
    assert window.welcome.banner.isVisible()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE document SET details = CAST(X'7BFF7D' AS TEXT)",
        "UPDATE respondent SET aliases = 'Berit'",
        "UPDATE document SET kind = 'drøm'",
    ],
)
def test_that_a_project_whose_content_is_spoilt_is_not_laid_open(window, lillevik, damage):
    with closing(sqlite3.connect(lillevik)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(damage)
        connection.commit()
    window.open_project(lillevik)
    assert window.page is None
    assert window.desk.is_empty
    assert "is damaged" in window.welcome.banner.accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_the_context_menu_takes_a_project_out_of_the_list(window, qtbot, settings, tmp_path):
    from PySide6.QtWidgets import QMenu

    settings.remember_project(RecentProject(str(tmp_path / "a.kodebenk"), "A", ""))
    window.welcome.show_projects(settings.recent_projects())
    place = window.welcome.recent.visualRect(window.welcome.recent.rows_shown.index(0)).center()
    window.welcome.recent.customContextMenuRequested.emit(place)
    menu = window.welcome.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert settings.recent_projects() == []


def test_that_both_halves_of_the_page_begin_on_one_line(window):
    page = window.welcome
    page.show_projects([RecentProject("/somewhere/a.kodebenk", "A", "2025-06-15T10:00:00Z")])
    QApplication.processEvents()

    def top(widget):
        return widget.mapTo(page, widget.rect().topLeft()).y()

    def middle(widget):
        return widget.mapTo(page, widget.rect().center()).y()

    assert abs(middle(page._recent_title) - middle(page._start_title)) <= 1
    assert top(page._card) == top(page.new)
