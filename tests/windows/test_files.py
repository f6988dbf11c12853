"""Codings, codebooks, cells and the history in and out of files by the menus, and the check of a project."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from kodebenk.application import codebook_actions, coding_actions, queries
from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.files.check_sheet import CheckSheet
from kodebenk.ui.files.coding_report_sheet import CodingReportSheet
from kodebenk.ui.files.unplaced_sheet import UnplacedSheet
from kodebenk.ui.main_window import MainWindow
from windows.conftest import let_go, speak, visible_texts

FILE_ACTIONS = ("import_codings", "export_codings", "import_codes", "export_codes", "import_cells", "check")

CODINGS = """document,quote,code,stance
intervju.txt,Takk for praten.,Avslutning,for
intervju.txt,Det begynte med et budsjet som sprakk i fjor.,Styring/Tillit,
intervju.txt,målene,Forankring,
intervju.txt,Dette sa ingen av dem noen gang i samtalen.,Tillit,
mangler.txt,Takk for praten.,Tillit,
intervju.txt,Ble de ansatte spurt?,,
intervju.txt,Ble de ansatte spurt?,Tillit,kanskje
"""


def choose(window, menu_name, name):
    """Choose an entry of a menu of the menu bar, after opening the menu."""
    menu = window.menus.menu(menu_name)
    menu.aboutToShow.emit()
    action = window.menus.action(name)
    assert action in menu.actions()
    assert action.isEnabled()
    action.trigger()


def wait_for_sheet(window, qtbot, kind):
    qtbot.waitUntil(lambda: isinstance(window.sheets.page, kind) and not window.work.is_busy, timeout=20_000)
    return window.sheets.page


def wait_for_end(window, qtbot):
    qtbot.waitUntil(lambda: not window.work.is_busy, timeout=20_000)


def table(path, text):
    path.write_text(text, "utf-8")
    return path


def click_row(qtbot, rows, number):
    place = rows.visualRect(rows.rows_shown.index(number)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def enabled(window):
    return {name for name in FILE_ACTIONS if window.menus.action(name).isEnabled()}


def count_codings(project):
    return sum(queries.coding_counts(project).values())


@pytest.fixture
def imported(project_window, qtbot, dialogs, tmp_path):
    """The window after the file with every kind of row was read in, and its report."""
    dialogs.answer = table(tmp_path / "kodinger.csv", CODINGS)
    choose(project_window, "code_menu", "import_codings")
    project_window.report = wait_for_sheet(project_window, qtbot, CodingReportSheet)
    return project_window


def test_that_entries_are_enabled_when_there_is_something_for_them(window, project_window, tmp_path):
    assert enabled(project_window) == set(FILE_ACTIONS)
    window.close_project()
    assert enabled(window) == set()
    window.desk.create(tmp_path / "tomt.kodebenk", "Tomt", "Ane K.")
    assert enabled(window) == {"import_codes", "check"}
    codebook_actions.add_code(window.desk.project, "Klima")
    assert enabled(window) == {"import_codes", "export_codes", "check"}
    window.undo()
    assert enabled(window) == {"import_codes", "check"}


def test_that_an_action_without_anything_to_do_it_with_says_so_in_go_to(window, qtbot, tmp_path):
    window.desk.create(tmp_path / "tomt.kodebenk", "Tomt", "Ane K.")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.top_bar.search, "Export codings")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.status_bar.message() == "There is nothing to do that with yet."


def test_that_codings_from_a_file_are_one_step_of_undo(imported, dialogs):
    project = imported.desk.project
    assert ".jsonl" in dialogs.proposed
    assert count_codings(project) == 13
    assert queries.history(project)[-1].name is ChangeName.IMPORT_CODINGS
    assert imported.toast.message() == "Added 3 codings"
    assert {one.coder_id for one in queries.codings(project)} == {1}
    imported.toast.action_requested.emit()
    assert count_codings(project) == 10
    assert "Avslutning" not in {one.name for one in queries.codebook(project).codes}


def test_that_the_report_counts_the_rows_and_lists_those_that_need_a_look(imported):
    said = visible_texts(imported.sheets)
    assert {
        "Codings from kodinger.csv",
        "3 of 7 rows are placed",
        "2 stand word for word",
        "1 stands nearly so",
        "1 quote stands in several places and was placed at the first",
        "4 were not placed",
        "Coded by Ane K.",
    } <= set(said)
    rows = imported.report.list.rows_shown.rows
    assert [row.aside for row in rows] == ["Row 4", "Row 5", "Row 6", "Row 7", "Row 2", "Row 3"]
    assert [row.detail for row in rows[:4]] == [
        "The quote is not in the document.",
        "“mangler.txt” is not in the project.",
        "The row names no code.",
        "“kanskje” is not possible. Possible: for, mot, blandet, nøytral.",
    ]
    assert rows[4].title == "Det begynte med et budsjett som sprakk."
    assert rows[4].note == "In the file: “Det begynte med et budsjet som sprakk i fjor.”"
    assert "% like the quote" in rows[4].detail
    assert QApplication.activeModalWidget() is None


def test_that_a_click_on_a_placed_row_shows_its_passage_and_on_another_nothing(imported, qtbot):
    text = queries.text_of(imported.desk.project, 1).text
    reader = imported.page.workspace("coding")
    imported.page.show_workspace("matrix")
    click_row(qtbot, imported.report.list, 0)
    assert imported.page.current_name == "matrix"
    click_row(qtbot, imported.report.list, 4)
    assert imported.page.current_name == "coding"
    document_id, start, end = reader.shown[-1]
    assert (document_id, text[start:end]) == (1, "Det begynte med et budsjett som sprakk.")
    imported.report.list.select(5)
    imported.report.list.setFocus()
    qtbot.keyClick(imported.report.list, Qt.Key.Key_Return)
    start, end = reader.shown[-1][1:]
    assert text[start:end] == "målene"
    assert imported.sheets.isVisible()


def test_that_the_same_file_again_adds_nothing_and_offers_no_undo(imported, qtbot):
    project = imported.desk.project
    changes = len(queries.history(project))
    imported.toast.hide()
    imported.sheets.close_page()
    choose(imported, "code_menu", "import_codings")
    wait_for_sheet(imported, qtbot, CodingReportSheet)
    assert "3 were in the project already" in visible_texts(imported.sheets)
    assert len(queries.history(project)) == changes
    assert not imported.toast.isVisible()


def test_that_a_column_of_coders_goes_before_the_one_who_works(project_window, qtbot, dialogs, tmp_path):
    rows = "document,quote,code,coder\nintervju,Takk for praten.,Tillit,Ola\nnotater,fikk dem på e-post,Tillit,\n"
    dialogs.answer = table(tmp_path / "to.csv", rows)
    choose(project_window, "code_menu", "import_codings")
    report = wait_for_sheet(project_window, qtbot, CodingReportSheet)
    assert "Coded by Ola, Ane K." in visible_texts(project_window.sheets)
    assert not report.list.isVisible()
    names = {one.id: one.name for one in queries.coders(project_window.desk.project)}
    made = queries.codings(project_window.desk.project)
    assert sorted(names[one.coder_id] for one in made if one.id > 10) == ["Ane K.", "Ola"]


@pytest.mark.parametrize(
    ("action", "menu", "name", "content", "said"),
    [
        ("import_codings", "code_menu", "a.csv", "quote,code\nx,y\n", "The table a.csv lacks the column “document”."),
        ("import_codings", "code_menu", "a.xlsx", "no table", "a.xlsx is something else than its ending says."),
        ("import_codes", "code_menu", "a.qdc", "<no", "a.qdc is something else than its ending says."),
        ("import_cells", "matrix_menu", "a.csv", "column\nx\n", "The table a.csv lacks the column “row”."),
        ("import_cells", "matrix_menu", "b.csv", "row,column\nR9,Tillit\n", "“R9” is not in the project."),
    ],
)
def test_that_a_file_that_cannot_be_used_becomes_a_banner_and_changes_nothing(
    project_window, qtbot, dialogs, tmp_path, action, menu, name, content, said
):
    changes = len(queries.history(project_window.desk.project))
    dialogs.answer = table(tmp_path / name, content)
    choose(project_window, menu, action)
    qtbot.waitUntil(project_window.page.banner.isVisible, timeout=20_000)
    assert said in visible_texts(project_window.page.banner)
    assert len(queries.history(project_window.desk.project)) == changes
    assert project_window.sheets.page is None
    wait_for_end(project_window, qtbot)


def test_that_letting_go_of_the_dialog_does_nothing(project_window, dialogs):
    dialogs.answer = None
    for name in FILE_ACTIONS[:-1]:
        project_window.menus.action(name).trigger()
        assert not project_window.work.is_busy


def test_that_a_codebook_goes_out_and_in_again_by_the_menu(project_window, qtbot, dialogs, tmp_path):
    project = project_window.desk.project
    dialogs.answer = tmp_path / "bok.qdc"
    choose(project_window, "code_menu", "export_codes")
    wait_for_end(project_window, qtbot)
    assert dialogs.proposed == tmp_path / "Lillevik codebook"
    changes = len(queries.history(project))
    choose(project_window, "code_menu", "import_codes")
    wait_for_end(project_window, qtbot)
    assert project_window.status_bar.message() == "bok.qdc holds nothing that is not in the project already"
    assert len(queries.history(project)) == changes
    dialogs.answer = table(tmp_path / "nye.csv", "path,definition\nKlima/Vær,Regn og sol\n")
    choose(project_window, "code_menu", "import_codes")
    wait_for_end(project_window, qtbot)
    assert project_window.toast.message() == "Read 1 code"
    assert queries.codebook(project).find("Klima/Vær").definition == "Regn og sol"
    project_window.undo()
    assert "Klima" not in {one.name for one in queries.codebook(project).codes}


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("export_codings", "ut.csv"),
        ("export_codings", "ut.docx"),
        ("export_codes", "ut.xlsx"),
        ("export_codes", "ut.docx"),
    ],
)
def test_that_an_export_replaces_the_file_chosen_and_leads_to_its_folder(
    project_window, qtbot, dialogs, tmp_path, monkeypatch, action, name
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialogs.answer = table(tmp_path / name, "old")
    choose(project_window, "code_menu", action)
    banner = project_window.page.written_banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert f"{name} is saved" in visible_texts(banner)
    assert dialogs.answer.read_bytes() != b"old"
    qtbot.mouseClick(banner.show_folder, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    wait_for_end(project_window, qtbot)


def test_that_an_export_holds_what_was_done_a_moment_ago(project_window, qtbot, dialogs, tmp_path):
    coding_actions.remove_coding(project_window.desk.project, 1)
    dialogs.answer = tmp_path / "ut.csv"
    choose(project_window, "code_menu", "export_codings")
    wait_for_end(project_window, qtbot)
    rows = list(csv.DictReader(dialogs.answer.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 9
    assert rows[0]["respondent"] == "R1"


def test_that_an_export_that_fails_says_why_and_leaves_the_project(project_window, qtbot, dialogs, tmp_path):
    dialogs.answer = tmp_path / "borte" / "ut.csv"
    choose(project_window, "code_menu", "export_codings")
    qtbot.waitUntil(project_window.page.banner.isVisible, timeout=20_000)
    assert f"The folder {tmp_path / 'borte'} is not there." in visible_texts(project_window.page.banner)
    assert not project_window.page.written_banner.isVisible()
    wait_for_end(project_window, qtbot)


def test_that_a_second_file_waits_for_the_first(project_window, dialogs, tmp_path, qtbot):
    dialogs.answer = tmp_path / "ut.csv"
    project_window.menus.action("export_codings").trigger()
    project_window.menus.action("export_codes").trigger()
    assert project_window.status_bar.message() == "Wait until the file before is done"
    wait_for_end(project_window, qtbot)
    assert dialogs.answer.exists()


def test_that_closing_the_project_ends_the_work_on_its_files(project_window, dialogs, tmp_path):
    dialogs.answer = tmp_path / "ut.csv"
    project_window.menus.action("export_codings").trigger()
    project_window.close_project()
    assert not project_window.work.is_busy
    assert not list(tmp_path.glob("*.lock"))


def test_that_cells_from_a_file_stand_in_the_matrix_and_can_be_undone(project_window, qtbot, dialogs, tmp_path):
    from kodebenk.application import matrix_report
    from kodebenk.domain.matrix import MatrixSpec

    dialogs.answer = table(tmp_path / "celler.csv", "row,column,summary\nR3,Tillit,Tilliten ble svakere.\n")
    choose(project_window, "matrix_menu", "import_cells")
    qtbot.waitUntil(project_window.toast.isVisible, timeout=20_000)
    assert project_window.toast.message() == "Read 1 cell"

    def summaries():
        matrix = matrix_report.build(project_window.desk.project, MatrixSpec())
        cells = [matrix.cell(row, column) for row in range(len(matrix.rows)) for column in range(len(matrix.columns))]
        return [cell.summary for cell in cells if cell.summary]

    assert summaries() == ["Tilliten ble svakere."]
    project_window.undo()
    assert summaries() == []
    wait_for_end(project_window, qtbot)


def test_that_the_history_is_exported_from_its_sheet(project_window, qtbot, dialogs, tmp_path):
    dialogs.answer = tmp_path / "historikk.jsonl"
    project_window.commands.run("history")
    qtbot.mouseClick(project_window.sheets.page.export, Qt.MouseButton.LeftButton)
    wait_for_end(project_window, qtbot)
    rows = [json.loads(line) for line in dialogs.answer.read_text("utf-8").splitlines()]
    assert len(rows) == len(queries.history(project_window.desk.project))
    assert rows[0]["name"] == "create_project"


# Checking


def damage(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_that_unplaced_codings_are_told_at_opening_listed_and_shown(window, lillevik, qtbot):
    damage(lillevik, "UPDATE coding SET quote = 'sagt av en annen' WHERE id IN (3, 8)")
    window.open_project(lillevik)
    banner = window.page.unplaced_banner
    qtbot.waitUntil(banner.isVisible, timeout=5_000)
    assert "2 codings are unplaced" in visible_texts(banner)
    qtbot.mouseClick(banner.show_list, Qt.MouseButton.LeftButton)
    sheet = window.sheets.page
    assert isinstance(sheet, UnplacedSheet)
    rows = sheet.list.rows_shown.rows
    assert [(row.title, row.detail) for row in rows] == [
        ("“sagt av en annen”", "intervju.txt"),
        ("“sagt av en annen”", "notater.txt"),
    ]
    assert rows[0].note == "Styring/Resultatenhet · Ane K."
    click_row(qtbot, sheet.list, 1)
    coding = queries.coding(window.desk.project, 8)
    assert window.page.workspace("coding").shown == [(2, coding.passage.start, coding.passage.end)]
    coding_actions.remove_coding(window.desk.project, 3)
    assert "1 coding is unplaced" in visible_texts(banner)
    assert len(sheet.list.rows_shown.rows) == 1
    coding_actions.remove_coding(window.desk.project, 8)
    assert not banner.isVisible()
    window.undo()
    assert banner.isVisible()


def test_that_a_sound_project_opens_without_a_banner(project_window, qtbot):
    banner = project_window.page.unplaced_banner
    qtbot.waitUntil(lambda: not banner._soon.isActive())
    assert not banner.isVisible()


def test_that_a_coding_behind_the_end_of_its_text_is_shown_at_the_end(
    qtbot, appearance, translation, settings, dialogs, lillevik
):
    damage(lillevik, 'UPDATE coding SET start = 90000, "end" = 90005 WHERE id = 10')
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    qtbot.addWidget(made, before_close_func=let_go)
    made.show()
    qtbot.waitExposed(made)
    made.open_project(lillevik)
    qtbot.waitUntil(made.page.unplaced_banner.isVisible, timeout=5_000)
    qtbot.mouseClick(made.page.unplaced_banner.show_list, Qt.MouseButton.LeftButton)
    click_row(qtbot, made.sheets.page.list, 0)
    screen = made.page.workspace("coding")
    assert screen.document_id == 2
    assert screen.view.caret_position() == len(queries.text_of(made.desk.project, 2).text)


def test_that_a_sound_project_is_found_in_order_with_its_backups(project_window, qtbot):
    choose(project_window, "file", "check")
    sheet = wait_for_sheet(project_window, qtbot, CheckSheet)
    assert "Everything is in order" in visible_texts(sheet)
    assert not sheet.repair.isVisible()
    assert not sheet.problems.isVisible()


def test_that_what_can_be_repaired_is_repaired_and_the_rest_stays_listed(window, lillevik, qtbot):
    damage(
        lillevik,
        "UPDATE document_text SET characters = 1 WHERE id = 1",
        "UPDATE coding SET prefix = 'feil' WHERE id = 2",
        "UPDATE coding SET quote = 'sagt av en annen' WHERE id = 3",
    )
    window.open_project(lillevik)
    choose(window, "file", "check")
    sheet = wait_for_sheet(window, qtbot, CheckSheet)
    # The structure is measured against the number of characters, which is wrong.
    assert "4 problems were found" in visible_texts(sheet)
    assert [row.note for row in sheet.problems.rows_shown.rows].count("Can be repaired") == 2
    unplaced = next(n for n, row in enumerate(sheet.problems.rows_shown.rows) if row.title == "A coding is unplaced.")
    click_row(qtbot, sheet.problems, unplaced)
    assert window.page.workspace("coding").shown[-1][0] == 1
    qtbot.mouseClick(sheet.repair, Qt.MouseButton.LeftButton)
    assert {"1 problem was found", "2 things were repaired."} <= set(visible_texts(sheet))
    assert not sheet.repair.isVisible()
    assert queries.history(window.desk.project)[-1].name is ChangeName.REPAIR


def test_that_the_check_lists_backups_and_leads_to_restoring_one(window, lillevik, qtbot, tmp_path):
    from kodebenk.storage import backups
    from kodebenk.ui.welcome.backup_sheet import BackupSheet

    backups.copy_before_upgrade(lillevik, "0001")
    window.open_project(lillevik)
    choose(window, "file", "check")
    sheet = wait_for_sheet(window, qtbot, CheckSheet)
    assert [row.key for row in sheet.backups.rows_shown.rows] == [one.path for one in backups.list_backups(lillevik)]
    assert len(sheet.backups.rows_shown.rows) == 2
    qtbot.mouseClick(sheet.restore, Qt.MouseButton.LeftButton)
    assert isinstance(window.sheets.page, BackupSheet)


def test_that_every_finding_of_a_check_has_its_sentence():
    from kodebenk.cli.finding_messages import CHECK_PROBLEMS
    from kodebenk.ui.files.finding_words import PROBLEM_TEXTS

    assert PROBLEM_TEXTS.keys() == CHECK_PROBLEMS.keys()


def test_that_the_report_and_the_check_turn_language_while_they_are_shown(imported, qtbot):
    speak(imported, "nb")
    assert {"3 av 7 rader er plassert", "4 ble ikke plassert"} <= set(visible_texts(imported.sheets))
    assert imported.report.list.rows_shown.rows[0].detail == "Sitatet finnes ikke i dokumentet."
    imported.menus.action("check").trigger()
    wait_for_sheet(imported, qtbot, CheckSheet)
    assert "Alt er i orden" in visible_texts(imported.sheets)
    speak(imported, "en")
    assert "Everything is in order" in visible_texts(imported.sheets)
