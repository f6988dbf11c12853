"""The list of codings and voices without a place, in the real window."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from kodebenk.application import queries, unplaced_actions, voice_actions
from kodebenk.application.correction_preview import preview_correction
from kodebenk.application.open_project import OpenProject
from kodebenk.application.text_correction import apply_correction
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import VoiceKind
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
    assert any(text.startswith("All codings and voices have their place") for text in visible_texts(sheet))
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
    assert any(text.startswith("All codings and voices have their place") for text in visible_texts(made.sheets.page))


# Voices


def mark(project, words, kind=VoiceKind.SECOND_HAND, **who):
    start = text_of(project).index(words)
    passage = Passage(INTERVIEW, start, start + len(words))
    return voice_actions.mark_voice(project, passage, kind, **(who or {"speaker": "et barn"}))


def lose(project, *words):
    """Take words out of the text, and let others that are like them stand at its end."""
    new = text_of(project)
    for one in words:
        new = new.replace(one, "")
    new += "\n\nHalvor: Hos oss, ja, der skrev vi alle målene i lag med lærerne våre, må jeg si."
    apply_correction(project, preview_correction(project, INTERVIEW, new))


@pytest.fixture
def voice_window(qtbot, appearance, translation, settings, dialogs, lillevik):
    """A window in which a correction left two codings and a voice without a place; `voice_id` is its id."""
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    made.voice_id = mark(made.desk.project, CHANGED, VoiceKind.COLLECTIVE, respondent_ids=(1, 2))
    lose(made.desk.project, GONE, CHANGED)
    qtbot.waitUntil(made.page.unplaced_banner.isVisible)
    made.menus.action("unplaced").trigger()
    return made


def choose_voice(sheet):
    rows = sheet.list.rows_shown.rows
    sheet.list.select(next(at for at, row in enumerate(rows) if row.note == "Together: R1, R2"))


def test_that_voices_without_a_place_are_counted_and_listed(voice_window):
    said = "2 codings and 1 voice are unplaced"
    assert said in visible_texts(voice_window.page.unplaced_banner)
    assert said in [item.text for item in voice_window.page.status_left()]
    sheet = voice_window.sheets.page
    assert sheet.title() == "Codings and voices without a place"
    assert "3 left" in visible_texts(sheet)
    choose_voice(sheet)
    row = sheet.list.current_row()
    assert (row.title, row.detail, row.icon) == (f"“{CHANGED}”", "intervju.txt", "users")


def test_that_a_voice_takes_the_likeliest_place(qtbot, voice_window):
    project, sheet = voice_window.desk.project, voice_window.sheets.page
    choose_voice(sheet)
    qtbot.waitUntil(lambda: len(sheet.candidates) > 0, timeout=10_000)
    best = sheet.candidates[0]
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    placed = voice_actions.voice(project, voice_window.voice_id)
    assert (placed.start, placed.end, placed.quote, placed.unplaced) == (best.start, best.end, best.words, "")
    assert voice_window.status_bar.message().startswith("Placed “Together: R1, R2” at ")
    assert voice_window.page.unplaced_banner.words == "2 codings are unplaced"
    assert "2 left" in visible_texts(sheet)
    voice_window.undo()
    assert voice_window.page.unplaced_banner.words == "2 codings and 1 voice are unplaced"
    assert "3 left" in visible_texts(sheet)


def test_that_a_voice_is_placed_at_the_selected_words(voice_window, qtbot):
    project, sheet = voice_window.desk.project, voice_window.sheets.page
    start = text_of(project).index("Takk for praten.")
    screen = voice_window.page.workspace("coding")
    voice_window.page.show_workspace("coding")
    choose_voice(sheet)
    screen.view.select_passage(start, start + len("Takk for praten."))
    qtbot.mouseClick(sheet.at_selection, Qt.MouseButton.LeftButton)
    assert voice_actions.voice(project, voice_window.voice_id).quote == "Takk for praten."
    assert screen.view.selected_passage() == (start, start + len("Takk for praten."))


def test_that_a_voice_is_removed_and_only_it(qtbot, voice_window):
    project, sheet = voice_window.desk.project, voice_window.sheets.page
    choose_voice(sheet)
    sheet.list.setFocus()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Delete)
    assert unplaced_actions.list_unplaced_voices(project) == []
    assert len(unplaced_actions.list_unplaced(project)) == 2
    assert voice_window.status_bar.message() == "Removed “Together: R1, R2”"


def test_that_a_single_voice_is_counted_as_one(qtbot, appearance, translation, settings, dialogs, lillevik):
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    mark(made.desk.project, "Takk for praten.")
    lose(made.desk.project, "Takk for praten.")
    qtbot.waitUntil(made.page.unplaced_banner.isVisible)
    assert made.page.unplaced_banner.words == "1 voice is unplaced"


def test_that_voices_whose_words_stand_once_are_placed_together(
    qtbot, appearance, translation, settings, dialogs, lillevik
):
    project = OpenProject.open(lillevik)
    voice_id = mark(project, CHANGED)
    project.close()
    damage(lillevik, f'UPDATE voice SET start = start + 7, "end" = "end" + 7 WHERE id = {voice_id}')
    damage(lillevik, 'UPDATE coding SET start = start + 7, "end" = "end" + 7 WHERE id = 1')
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    made.menus.action("unplaced").trigger()
    sheet = made.sheets.page
    rows = [row.note for row in sheet.list.rows_shown.rows]
    assert "Retold: et barn" in rows
    choose(sheet, CHANGED)
    assert "Its words are not where the voice was marked." in visible_texts(sheet)
    qtbot.mouseClick(sheet.certain, Qt.MouseButton.LeftButton)
    assert sheet.list.rows_shown.rows == ()
    assert made.status_bar.message() == "Placed 1 coding and 1 voice"
