"""Interview guides in the real window: import, find again, code the answers, place the words selected in a text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from kodebenk.application import guide_actions, guide_queries, queries
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.guides.answers_sheet import AnswersSheet
from kodebenk.ui.guides.question_sheet import QuestionSheet
from kodebenk.ui.main_window import MainWindow
from kodebenk.ui.material.material_screen import GUIDES, MaterialScreen
from windows.conftest import let_go, speak, visible_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
GUIDE_ACTIONS = ("question_here", "find_questions", "code_answers")
GUIDE = """Intervjuguide
Målgruppe: ledere

Innledning

- Har du fått lest skjemaet om samtykke?

Deltakelse

1. Hvordan begynte arbeidet med målene?
2. Ble de ansatte spurt?

Tillit til tallene

3. Hva betyr det for tilliten?
4. Hva har konsulentene bidratt med?
"""


@pytest.fixture
def real_window(appearance, translation, settings, dialogs, lillevik, qtbot):
    """The main window with its own workspaces and the small project open."""
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    made.resize(1440, 900)
    qtbot.addWidget(made, before_close_func=let_go)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open_project(lillevik)
    qtbot.waitUntil(lambda: made.page is not None)
    return made


@pytest.fixture
def guided_window(real_window, dialogs, tmp_path, qtbot):
    """The window after a guide was imported by the menu."""
    dialogs.answer = tmp_path / "guide.txt"
    dialogs.answer.write_text(GUIDE, "utf-8")
    choose(real_window, "file", "import_guide")
    wait_for_end(real_window, qtbot)
    return real_window


def choose(window, menu_name, name):
    """Choose an entry of a menu of the menu bar, after opening the menu."""
    menu = window.menus.menu(menu_name)
    menu.aboutToShow.emit()
    action = window.menus.action(name)
    assert action in menu.actions()
    assert action.isEnabled()
    action.trigger()


def wait_for_end(window, qtbot):
    qtbot.waitUntil(lambda: not window.work.is_busy, timeout=20_000)
    QApplication.processEvents()


def screen(window):
    shown = window.page.current_workspace()
    assert isinstance(shown, MaterialScreen)
    return shown


def project_of(window):
    return window.desk.project


def select(window, words):
    """Select words of the interview in the coding workspace."""
    document_id = next(one.id for one in queries.documents(project_of(window)) if one.name == "intervju.txt")
    text = queries.text_of(project_of(window), document_id).text
    window.page.show_document(document_id)
    QApplication.processEvents()
    start = text.index(words)
    window.page.current_workspace().view.select_passage(start, start + len(words))
    return document_id, start, start + len(words)


def test_that_a_guide_is_imported_with_its_places_as_one_change(guided_window):
    project = project_of(guided_window)
    (guide,) = guide_queries.guides(project)
    assert screen(guided_window).shown_guide == guide.id
    assert len(guide_queries.places(project)) == 3
    assert project.next_to_undo().name is ChangeName.IMPORT_GUIDE
    assert guided_window.toast.isVisible()
    assert "Imported “Intervjuguide”: 4 questions, 3 to confirm" in visible_texts(guided_window.toast)
    guided_window.undo()
    assert guide_queries.guides(project) == ()
    assert screen(guided_window).guides.empty.isVisible()
    guided_window.redo()
    assert len(guide_queries.places(project)) == 3


def test_that_what_was_left_out_of_the_file_is_said_over_the_guide(guided_window, qtbot):
    banner = screen(guided_window).guides.page.banner
    assert banner.isVisible()
    assert "Read from the file" in visible_texts(banner)
    assert any(text.startswith("1 ") for text in visible_texts(banner))
    screen(guided_window).guides.show_list()
    screen(guided_window).guides.open_guide(guide_queries.guides(project_of(guided_window))[0].id)
    assert not banner.isVisible()


def test_that_the_same_guide_twice_is_refused(guided_window, qtbot):
    choose(guided_window, "file", "import_guide")
    wait_for_end(guided_window, qtbot)
    assert len(guide_queries.guides(project_of(guided_window))) == 1
    assert guided_window.page.banner.isVisible()


def test_that_a_file_without_questions_says_so_and_changes_nothing(real_window, dialogs, tmp_path, qtbot):
    dialogs.answer = tmp_path / "tom.txt"
    dialogs.answer.write_text("Bare en setning om været.\n", "utf-8")
    choose(real_window, "file", "import_guide")
    wait_for_end(real_window, qtbot)
    assert guide_queries.guides(project_of(real_window)) == ()
    assert any("tom.txt" in text for text in visible_texts(real_window.page.banner))


def test_that_choosing_no_file_does_nothing(real_window, dialogs):
    dialogs.answer = None
    choose(real_window, "file", "import_guide")
    assert not real_window.work.is_busy
    assert ".docx" in dialogs.proposed


def test_that_the_empty_state_leads_to_the_import(real_window, dialogs, qtbot):
    dialogs.answer = None
    real_window.page.show_workspace("material")
    material = screen(real_window)
    qtbot.mouseClick(material.switch.button(GUIDES), Qt.MouseButton.LeftButton)
    assert material.guide_button.isVisible()
    assert not material.import_button.isVisible()
    qtbot.mouseClick(material.guides.empty.set_action("Import guide"), Qt.MouseButton.LeftButton)
    assert ".txt" in dialogs.proposed


def test_that_entries_for_guides_need_a_guide(guided_window):
    assert all(guided_window.menus.action(name).isEnabled() for name in GUIDE_ACTIONS)
    guided_window.undo()
    assert not any(guided_window.menus.action(name).isEnabled() for name in GUIDE_ACTIONS)


def test_that_looking_again_keeps_what_is_settled(guided_window, qtbot):
    project = project_of(guided_window)
    first = guide_queries.places(project)[0]
    guide_actions.settle(project, {first.id: PlaceStatus.CONFIRMED})
    gone = guide_queries.places(project)[1]
    guide_actions.remove_place(project, gone.id)
    qtbot.mouseClick(screen(guided_window).guides.page.toolbar.find_button, Qt.MouseButton.LeftButton)
    wait_for_end(guided_window, qtbot)
    now = guide_queries.places(project)
    assert [one.status for one in now] == [PlaceStatus.CONFIRMED, PlaceStatus.PROPOSED, PlaceStatus.PROPOSED]
    assert "2 places are proposed now" in visible_texts(guided_window.toast)
    guided_window.undo()
    assert len(guide_queries.places(project)) == 2


def test_that_answers_are_shown_before_they_are_coded_and_undone_as_one(guided_window, qtbot):
    project = project_of(guided_window)
    before = sum(queries.coding_counts(project).values())
    qtbot.mouseClick(screen(guided_window).guides.page.toolbar.code_button, Qt.MouseButton.LeftButton)
    sheet = guided_window.sheets.page
    assert isinstance(sheet, AnswersSheet)
    assert sheet.guide_id == guide_queries.guides(project)[0].id
    assert not sheet.code_button.isEnabled()
    assert "3 places are not confirmed; their answers are left out." in sheet.remarks.text()
    guide_actions.confirm_all(project)
    answers = len(sheet.list.rows_shown.rows)
    assert answers > 1
    assert sheet.code_button.accessibleName() == f"Code {answers} answers"
    qtbot.mouseClick(sheet.code_button, Qt.MouseButton.LeftButton)
    assert guided_window.sheets.page is None
    assert sum(queries.coding_counts(project).values()) == before + answers
    assert f"Coded {answers} answers" in visible_texts(guided_window.toast)
    guided_window.undo()
    assert sum(queries.coding_counts(project).values()) == before


def test_that_an_answer_of_the_sheet_is_shown_in_its_text(guided_window, qtbot):
    guide_actions.confirm_all(project_of(guided_window))
    choose(guided_window, "code_menu", "code_answers")
    rows = guided_window.sheets.page.list
    rows.setFocus()
    rows.select(0)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert guided_window.page.current_name == "coding"
    start, end = guided_window.page.current_workspace().view.selected_passage()
    assert rows.rows_shown.rows[0].key[1:] == (start, end)


def test_that_selected_words_become_the_place_of_a_question(guided_window, qtbot):
    project = project_of(guided_window)
    place = select(guided_window, "Takk for praten.")
    choose(guided_window, "code_menu", "question_here")
    sheet = guided_window.sheets.page
    assert isinstance(sheet, QuestionSheet)
    sheet.search.setText("konsulentene")
    qtbot.keyClick(sheet.search, Qt.Key.Key_Return)
    assert [row.title for row in sheet.list.rows_shown.rows] == ["4 Hva har konsulentene bidratt med?"]
    sheet.list.setFocus()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert guided_window.sheets.page is None
    found = [one for one in guide_queries.places(project) if one.quote == "Takk for praten."]
    assert [(one.document_id, one.start, one.end) for one in found] == [place]
    assert found[0].status is PlaceStatus.CONFIRMED
    guided_window.undo()
    assert not any(one.quote == "Takk for praten." for one in guide_queries.places(project))


def test_that_without_a_selection_the_window_says_what_to_do(guided_window):
    choose(guided_window, "code_menu", "question_here")
    assert guided_window.sheets.page is None
    assert "Select the words of the question in a text first" in visible_texts(guided_window.status_bar)


def test_that_a_place_is_opened_in_the_coding_workspace(guided_window, qtbot):
    page = screen(guided_window).guides.page
    page.question_panel.focus_list()
    place = page.question_panel.list.current_line.place
    qtbot.keyClick(page.question_panel.list, Qt.Key.Key_Return)
    assert guided_window.page.current_name == "coding"
    assert guided_window.page.current_workspace().document_id == place.document_id


def test_that_f6_goes_through_the_panels_of_the_guide(guided_window):
    page = screen(guided_window).guides.page
    page.questions.setFocus()
    guided_window.page.move_between_panels(1)
    assert page.panel.isAncestorOf(QApplication.focusWidget())
    guided_window.page.move_between_panels(-1)
    assert page.questions.hasFocus()


def test_that_a_guide_is_written_from_scratch_and_its_questions_are_found(real_window, qtbot):
    real_window.page.show_workspace("material")
    material = screen(real_window)
    qtbot.mouseClick(material.switch.button(GUIDES), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(material.new_guide_button, Qt.MouseButton.LeftButton)
    for words in ("Egen guide", None, "Ble de ansatte spurt?", "Hva betyr det for tilliten?", ""):
        if words is None:
            qtbot.keyClick(real_window.focusWidget(), Qt.Key.Key_Space)
            continue
        real_window.focusWidget().setText(words)
        qtbot.keyClick(real_window.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()
        QApplication.processEvents()
    project = project_of(real_window)
    (guide,) = guide_queries.guides(project)
    assert [(one.number, one.text) for one in guide.questions] == [
        ("1", "Ble de ansatte spurt?"),
        ("2", "Hva betyr det for tilliten?"),
    ]
    qtbot.mouseClick(material.guides.page.toolbar.find_button, Qt.MouseButton.LeftButton)
    wait_for_end(real_window, qtbot)
    assert [one.quote for one in guide_queries.places(project)] == [
        "Ble de ansatte spurt?",
        "Hva betyr det for tilliten?",
    ]
    for _ in range(4):
        real_window.undo()
    assert guide_queries.guides(project) == ()


def test_that_the_toast_takes_the_deleting_of_a_question_back(guided_window, qtbot):
    page = screen(guided_window).guides.page
    before = guide_queries.guides(project_of(guided_window))
    page.questions.setFocus()
    qtbot.keyClick(page.questions, Qt.Key.Key_Delete)
    assert len(page.guide.questions) == 3
    assert any(text.startswith("Deleted “") for text in visible_texts(guided_window.toast))
    qtbot.mouseClick(guided_window.toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert guide_queries.guides(project_of(guided_window)) == before


def test_that_the_page_speaks_both_languages_and_looks_both_ways(guided_window, appearance):
    page = screen(guided_window).guides.page
    light = page.grab().toImage()
    speak(guided_window, "nb")
    speak(guided_window, "en")
    assert page.question_panel.confirm_button.accessibleName() == "Confirm"
    appearance.set_theme("dark")
    QApplication.processEvents()
    dark = page.grab().toImage()
    middle = (light.width() // 3, light.height() - 20)
    assert light.pixelColor(*middle) != dark.pixelColor(*middle)
    appearance.set_theme("light")


def test_that_closing_the_project_ends_the_search(guided_window):
    guided_window.commands.run("find_questions")
    guided_window.close_project()
    assert not guided_window.work.is_busy
    assert guided_window.page is None
