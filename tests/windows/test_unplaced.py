"""The list of codings without a place, in the real window."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from kodebenk.application import queries, unplaced_actions
from kodebenk.application.correction_preview import preview_correction
from kodebenk.application.text_correction import apply_correction
from kodebenk.domain.project_change import ChangeName
from windows.conftest import visible_texts
from windows.test_correcting import INTERVIEW, open_window, text_of

GONE = "De målene lever ennå."
CHANGED = "Hos oss skrev vi målene sammen med lærerne."


@pytest.fixture
def unplaced_window(qtbot, appearance, translation, settings, dialogs, lillevik):
    """A window in which a correction left two codings without a place."""
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    project = made.desk.project
    new = text_of(project).replace(GONE, "").replace(CHANGED, "")
    new += "\n\nHalvor: Hos oss, ja, der skrev vi alle målene i lag med lærerne våre, må jeg si."
    apply_correction(project, preview_correction(project, INTERVIEW, new))
    return made


@pytest.fixture
def sheet(qtbot, unplaced_window):
    qtbot.waitUntil(unplaced_window.page.unplaced_banner.isVisible)
    qtbot.mouseClick(unplaced_window.page.unplaced_banner.show_list, Qt.MouseButton.LeftButton)
    return unplaced_window.sheets.page


def quotes(sheet):
    return [row.title for row in sheet.list.rows_shown.rows]


def choose(sheet, quote):
    sheet.list.select(quotes(sheet).index(f"“{quote}”"))


def test_that_a_correction_fills_the_list_banner_and_status_bar(unplaced_window, sheet):
    assert set(quotes(sheet)) == {f"“{GONE}”", f"“{CHANGED}”"}
    assert "2 left" in visible_texts(sheet)
    assert "2 codings are unplaced" in visible_texts(unplaced_window.page.unplaced_banner)
    assert "2 codings are unplaced" in [item.text for item in unplaced_window.page.status_left()]


def test_that_the_likeliest_place_is_offered_shown_and_taken(qtbot, unplaced_window, sheet):
    project = unplaced_window.desk.project
    choose(sheet, CHANGED)
    qtbot.waitUntil(lambda: len(sheet.candidates) > 0, timeout=10_000)
    best = sheet.candidates[0]
    assert "lærerne" in best.words
    assert best.score < 100
    one = next(one for one in unplaced_actions.list_unplaced(project) if one.quote == CHANGED)
    qtbot.mouseClick(sheet.here, Qt.MouseButton.LeftButton)
    placed = queries.codings(project, coding_ids=[one.coding.id])[0]
    assert (placed.passage.start, placed.passage.end) == (best.start, best.end)
    assert queries.history(project)[-1].name is ChangeName.PLACE_CODING
    assert quotes(sheet) == [f"“{GONE}”"]
    assert "1 left" in visible_texts(sheet)
    assert sheet.list.hasFocus()
    unplaced_window.undo()
    assert len(quotes(sheet)) == 2


def test_that_a_coding_is_placed_at_the_selected_words(qtbot, unplaced_window, sheet):
    project = unplaced_window.desk.project
    choose(sheet, GONE)
    qtbot.keyClick(
        sheet.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert any("Select the words" in text for text in visible_texts(sheet))
    one = next(one for one in unplaced_actions.list_unplaced(project) if one.quote == GONE)
    start = text_of(project).index("Takk for praten.")
    screen = unplaced_window.page.workspace("coding")
    screen.view.select_passage(start, start + len("Takk for praten."))
    qtbot.mouseClick(sheet.at_selection, Qt.MouseButton.LeftButton)
    placed = queries.codings(project, coding_ids=[one.coding.id])[0]
    assert placed.anchor.quote == "Takk for praten."
    assert screen.view._shown.codings.get(one.coding.id) is not None


def test_that_del_removes_and_the_empty_list_says_so(qtbot, unplaced_window, sheet):
    project = unplaced_window.desk.project
    for _ in range(2):
        sheet.list.setFocus()
        qtbot.keyClick(sheet.list, Qt.Key.Key_Delete)
    assert unplaced_actions.list_unplaced(project) == []
    assert any(text.startswith("All codings have their place") for text in visible_texts(sheet))
    assert not unplaced_window.page.unplaced_banner.isVisible()
    assert unplaced_window.page.unplaced_banner.words == ""
    unplaced_window.undo()
    assert unplaced_window.page.unplaced_banner.isVisible()


def test_that_words_that_come_back_find_their_coding(qtbot, unplaced_window, sheet):
    project = unplaced_window.desk.project
    qtbot.mouseClick(sheet.certain, Qt.MouseButton.LeftButton)
    assert any("None of them is certain" in text for text in visible_texts(sheet))
    put_back = text_of(project) + f"\n\nBerit: {CHANGED}"
    apply_correction(project, preview_correction(project, INTERVIEW, put_back))
    assert quotes(sheet) == [f"“{GONE}”"]


def test_that_all_that_are_certain_are_placed_in_one_step(qtbot, appearance, translation, settings, dialogs, lillevik):
    damage(lillevik, 'UPDATE coding SET start = start + 7, "end" = "end" + 7 WHERE id IN (1, 4)')
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    made.menus.action("unplaced").trigger()
    sheet = made.sheets.page
    assert len(quotes(sheet)) == 2
    qtbot.mouseClick(sheet.certain, Qt.MouseButton.LeftButton)
    assert quotes(sheet) == []
    assert made.status_bar.message() == "Placed 2 codings"
    made.undo()
    assert len(quotes(sheet)) == 2


def damage(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_that_the_menu_opens_the_list_also_when_it_is_empty(
    qtbot, appearance, translation, settings, dialogs, lillevik
):
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    made.menus.action("unplaced").trigger()
    assert any(text.startswith("All codings have their place") for text in visible_texts(made.sheets.page))
