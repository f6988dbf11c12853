"""Going to anything from the search field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import queries


def titles(window):
    return [row.title for row in window._go_to.list.rows_shown.rows]


def open_and_type(window, qtbot, text):
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.top_bar.search
    qtbot.keyClicks(window.top_bar.search, text)
    window._go_to._on_settled()


def test_that_a_word_of_the_texts_leads_to_its_passage(project_window, qtbot):
    open_and_type(project_window, qtbot, "budsjett")
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    document_id, start, end = project_window.page.workspace("coding").shown[-1]
    assert queries.text_of(project_window.desk.project, document_id).text[start:end] == "budsjett"
    assert not project_window._go_to.isVisible()
    assert project_window.top_bar.search.text() == ""


def test_that_a_code_leads_to_its_first_passage_and_arrows_choose(project_window, qtbot):
    open_and_type(project_window, qtbot, "till")
    assert titles(project_window)[0] == "Tillit"
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    document_id, start, end = project_window.page.workspace("coding").shown[-1]
    text = queries.text_of(project_window.desk.project, document_id).text
    assert text[start:end] == "Hun mener tilliten ble svakere."
    open_and_type(project_window, qtbot, "till")
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Down)
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    document_id, start, end = project_window.page.workspace("coding").shown[-1]
    assert text[start:end] == "till"


def test_that_a_respondent_leads_to_their_document(project_window, qtbot):
    open_and_type(project_window, qtbot, "tove")
    assert titles(project_window)[0] == "R3 · Tove Strand"
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    shown = project_window.page.workspace("coding").shown[-1]
    assert queries.document(project_window.desk.project, shown).name == "notater.txt"


def test_that_an_action_is_done(project_window, qtbot):
    open_and_type(project_window, qtbot, "matrix")
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    assert project_window.page.current_name == "matrix"


def test_that_a_code_without_codings_says_so(project_window, qtbot):
    from kodebenk.application import codebook_actions

    codebook_actions.add_code(project_window.desk.project, "Zebra")
    open_and_type(project_window, qtbot, "zebra")
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Return)
    assert project_window.status_bar.message() == "There is no passage there yet."


def test_that_escape_leaves_the_field_empty_and_the_list_closed(project_window, qtbot):
    open_and_type(project_window, qtbot, "xyzzy")
    assert titles(project_window) == []
    assert project_window._go_to._nothing.isVisible()
    qtbot.keyClick(project_window.top_bar.search, Qt.Key.Key_Escape)
    assert not project_window._go_to.isVisible()
    assert project_window.top_bar.search.text() == ""


def test_that_a_click_in_the_list_goes_there(project_window, qtbot):
    open_and_type(project_window, qtbot, "intervju.txt")
    view = project_window._go_to.list
    place = view.visualRect(view.rows_shown.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = project_window.page.workspace("coding").shown[-1]
    assert queries.document(project_window.desk.project, shown).name == "intervju.txt"


def test_that_a_code_outside_themes_is_called_a_code(project_window, qtbot):
    from kodebenk.application import codebook_actions

    codebook_actions.add_code(project_window.desk.project, "Zebra")
    open_and_type(project_window, qtbot, "zebra")
    assert [row.aside for row in project_window._go_to.list.rows_shown.rows] == ["code"]
