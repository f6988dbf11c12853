"""The page of a guide: settling places, themes and codes, placing by hand, the table of what was asked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from kodebenk.application import guide_actions, guide_queries, guide_search, queries
from kodebenk.application.guide_tables import AskedState, TableRows
from kodebenk.domain.guide import PlaceStatus
from kodebenk.ui.guides.guide_toolbar import ASKED
from kodebenk.ui.guides.place_lines import MissingLine, PlaceLine
from kodebenk.ui.guides.question_lines import QuestionLine, ThemeLine

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key
Accessible = Qt.ItemDataRole.AccessibleTextRole


def question(guide, number):
    return next(one for one in guide.questions if one.number == number)


def places(project, question_id):
    return [one for one in guide_queries.places(project) if one.question_id == question_id]


def choose_line(page, wanted):
    row = next(at for at, line in enumerate(page.model.lines) if wanted(line))
    page.questions.setCurrentIndex(page.model.index(row))
    page.questions.setFocus()
    return page.model.lines[row]


def choose_theme(page, name):
    return choose_line(page, lambda line: isinstance(line, ThemeLine) and line.name == name)


def choose_missing(page):
    lines = page.question_panel.model.lines
    page.question_panel.list.choose_row(next(at for at, one in enumerate(lines) if isinstance(one, MissingLine)))


def menu_entry(menu, text):
    return next(action for action in menu.actions() if action.text().strip() == text)


def test_that_questions_stand_under_their_themes_with_how_far_they_were_found(page):
    kinds = [(type(line), line.id) for line in page.model.lines]
    assert [kind for kind, _ in kinds] == [ThemeLine, QuestionLine, QuestionLine, ThemeLine, QuestionLine, QuestionLine]
    spoken = [page.model.index(row).data(Accessible) for row in range(6)]
    assert spoken[0] == "Theme Deltakelse, means the code Deltakelse"
    assert spoken[3] == "Theme Tillit til tallene, No code"
    assert spoken[2] == "2 Ble de ansatte spurt?, found in 1 of 2 texts, 1 to confirm"
    assert spoken[5] == "4 Hva har konsulentene bidratt med?, found in 0 of 2 texts"


def test_that_a_place_is_spoken_with_document_words_status_and_score(page, guide):
    page.questions.choose_question(question(guide, "2").id)
    spoken = page.question_panel.model.index(0).data(Accessible)
    assert spoken.startswith("intervju.txt, I1:4, “Ble de ansatte spurt?”, Proposed, score ")


def test_that_space_confirms_a_place_and_undo_makes_it_a_proposal_again(page, guide, guided_project, qtbot):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    qtbot.keyClick(page.questions, KEY.Key_Return)
    assert page.question_panel.list.hasFocus()
    qtbot.keyClick(page.question_panel.list, KEY.Key_Space)
    assert [one.status for one in places(guided_project, asked.id)] == [PlaceStatus.CONFIRMED]
    assert page.question_panel.list.current_line.place.status is PlaceStatus.CONFIRMED
    guided_project.undo()
    assert [one.status for one in places(guided_project, asked.id)] == [PlaceStatus.PROPOSED]
    assert page.question_panel.list.current_line.place.status is PlaceStatus.PROPOSED


def test_that_delete_rejects_a_place_and_the_text_is_listed_as_without_the_question(page, guide, guided_project, qtbot):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    missing = [one for one in page.question_panel.model.lines if isinstance(one, MissingLine)]
    qtbot.keyClick(page.question_panel.list, KEY.Key_Delete)
    assert [one.status for one in places(guided_project, asked.id)] == [PlaceStatus.REJECTED]
    now = [one for one in page.question_panel.model.lines if isinstance(one, MissingLine)]
    assert len(now) == len(missing) + 1
    assert page.question_panel.confirm_button.isEnabled()
    assert not page.question_panel.reject_button.isEnabled()


def test_that_enter_opens_the_place_in_its_text(page, guide, view, guided_project, qtbot):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    qtbot.keyClick(page.question_panel.list, KEY.Key_Return)
    place = places(guided_project, asked.id)[0]
    assert view.heard.passages == [(place.document_id, place.start, place.end)]


def test_that_escape_leads_back_to_the_questions(page, qtbot):
    page.question_panel.focus_list()
    qtbot.keyClick(page.question_panel.list, KEY.Key_Escape)
    assert page.questions.hasFocus()


def propose(project, asked, score, *document_ids):
    """Propose the first words of documents as places of a question, as a search does."""
    texts = tuple(queries.text_of(project, document_id) for document_id in document_ids)
    found = [guide_search.FoundPlace(asked.id, one.document_id, 0, 8, score) for one in texts]
    guide_search.store_places(project, guide_search.GuideSearch((asked,), texts, {}), found)


def test_that_confirming_goes_on_to_the_next_proposal(page, guide, guided_project, qtbot):
    asked = question(guide, "4")
    documents = queries.documents(guided_project)
    propose(guided_project, asked, 60.0, *(one.id for one in documents))
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    qtbot.keyClick(page.question_panel.list, KEY.Key_Space)
    assert page.question_panel.list.current_line.place.document_id == documents[1].id
    qtbot.keyClick(page.question_panel.list, KEY.Key_Space)
    assert {one.status for one in places(guided_project, asked.id)} == {PlaceStatus.CONFIRMED}


def test_that_all_places_with_a_high_enough_score_are_confirmed_in_one_step(page, view, guided_project, qtbot):
    page.toolbar.score_button.set_key("50")
    page.toolbar.score_button.picked.emit("50")
    proposed = [one for one in guide_queries.places(guided_project) if one.status is PlaceStatus.PROPOSED]
    assert len(proposed) > 1
    assert page.toolbar.confirm_button.accessibleName() == f"Confirm {len(proposed)} at or above"
    qtbot.mouseClick(page.toolbar.confirm_button, Qt.MouseButton.LeftButton)
    assert {one.status for one in guide_queries.places(guided_project)} == {PlaceStatus.CONFIRMED}
    assert view.heard.many == [f"Confirmed {len(proposed)} places"]
    assert not page.toolbar.confirm_button.isEnabled()
    guided_project.undo()
    assert {one.status for one in guide_queries.places(guided_project)} == {PlaceStatus.PROPOSED}
    assert page.toolbar.confirm_button.isEnabled()


def test_that_only_places_with_the_score_that_is_chosen_are_counted(page, guide, guided_project):
    asked = question(guide, "4")
    document_id = queries.documents(guided_project)[0].id
    guide_actions.confirm_all(guided_project)
    propose(guided_project, asked, 100.0, document_id)
    page.toolbar.score_button.set_key("100")
    page.toolbar.score_button.picked.emit("100")
    assert page.toolbar.confirm_button.accessibleName() == "Confirm 1 at or above"


def test_that_a_theme_gets_a_code_from_the_menu(page, guided_project, qtbot):
    line = choose_theme(page, "Tillit til tallene")
    assert page.panel.currentWidget() is page.theme_panel
    menu = page.theme_panel.open_menu(line, QPoint(0, 0))
    menu_entry(menu, "Tillit").trigger()
    menu.close()
    code = next(one for one in queries.codebook(guided_project).codes if one.name == "Tillit")
    assert guide_queries.guides(guided_project)[0].themes[1].code_id == code.id
    assert choose_theme(page, "Tillit til tallene").code_name == "Tillit"


def test_that_a_theme_can_mean_no_code(page, guided_project):
    menu = page.theme_panel.open_menu(choose_theme(page, "Deltakelse"), QPoint(0, 0))
    menu_entry(menu, "No code").trigger()
    menu.close()
    assert guide_queries.guides(guided_project)[0].themes[0].code_id is None


def test_that_a_new_theme_of_the_codebook_is_made_in_one_step(page, view, guided_project):
    line = choose_theme(page, "Tillit til tallene")
    menu = page.theme_panel.open_menu(line, QPoint(0, 0))
    menu_entry(menu, "New theme “Tillit til tallene”").trigger()
    menu.close()
    code_id = guide_queries.guides(guided_project)[0].themes[1].code_id
    assert queries.codebook(guided_project).by_id[code_id].name == "Tillit til tallene"
    assert view.heard.done == ["“Tillit til tallene” means “Tillit til tallene”"]
    guided_project.undo()
    assert guide_queries.guides(guided_project)[0].themes[1].code_id is None
    assert code_id not in queries.codebook(guided_project).by_id


def test_that_enter_on_a_theme_opens_the_menu_of_codes(page, qtbot):
    choose_theme(page, "Deltakelse")
    qtbot.keyClick(page.questions, KEY.Key_Return)
    menu = page.theme_panel.findChild(QMenu)
    assert menu.isVisible()
    assert [action.text().strip() for action in menu.actions() if action.isChecked()] == ["Deltakelse"]
    menu.close()


def test_that_a_question_is_placed_by_hand_among_the_passages_of_a_text(page, guide, guided_project, qtbot):
    asked = question(guide, "4")
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    choose_missing(page)
    qtbot.keyClick(page.question_panel.list, KEY.Key_Space)
    assert page.panel.currentWidget() is page.picker
    offered = [row.title for row in page.picker.list.rows_shown.rows]
    assert "Ble de ansatte spurt?" in offered
    page.picker.list.select(offered.index("Ble de ansatte spurt?"))
    qtbot.keyClick(page.picker.list, KEY.Key_Return)
    (place,) = places(guided_project, asked.id)
    assert (place.status, place.quote) == (PlaceStatus.CONFIRMED, "Ble de ansatte spurt?")
    assert page.panel.currentWidget() is page.question_panel
    assert page.question_panel.list.current_line.place.id == place.id
    row = page.question_panel.list.currentIndex()
    assert row.data(Accessible).endswith("Confirmed, by hand")


def test_that_words_narrow_the_passages_and_escape_gives_up(page, guide, guided_project, qtbot):
    asked = question(guide, "4")
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    choose_missing(page)
    qtbot.mouseClick(page.question_panel.place_button, Qt.MouseButton.LeftButton)
    page.picker.search.setText("ansatte")
    qtbot.keyClick(page.picker.search, KEY.Key_Return)
    assert [row.title for row in page.picker.list.rows_shown.rows] == ["Ble de ansatte spurt?"]
    page.picker.search.setText("finnes ikke")
    qtbot.keyClick(page.picker.search, KEY.Key_Return)
    assert page.picker.nothing.isVisible()
    assert not page.picker.take_button.isEnabled()
    qtbot.keyClick(page.picker.search, KEY.Key_Escape)
    qtbot.keyClick(page.picker, KEY.Key_Escape)
    assert page.panel.currentWidget() is page.question_panel
    assert places(guided_project, asked.id) == []


def test_that_a_passage_that_is_another_question_says_so(page, guide, qtbot):
    page.questions.choose_question(question(guide, "4").id)
    page.question_panel.focus_list()
    choose_missing(page)
    qtbot.keyClick(page.question_panel.list, KEY.Key_Space)
    details = {row.title: row.detail for row in page.picker.list.rows_shown.rows}
    assert details["Ble de ansatte spurt?"] == "Found as 2 Ble de ansatte spurt?"


def test_that_f2_edits_a_question(page, guide, guided_project, qtbot):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    page.questions.edit_current()
    editor = page.questions.findChild(QLineEdit)
    editor.setText("Ble de tillitsvalgte spurt?")
    qtbot.keyClick(editor, KEY.Key_Return)
    QApplication.processEvents()
    assert guide_queries.question(guided_project, asked.id).text == "Ble de tillitsvalgte spurt?"
    assert page.question_panel.words.text() == "2 Ble de tillitsvalgte spurt?"


def test_that_delete_removes_a_question_and_undo_brings_it_back(page, guide, guided_project, qtbot):
    page.questions.choose_question(question(guide, "2").id)
    page.questions.setFocus()
    qtbot.keyClick(page.questions, KEY.Key_Delete)
    assert len(guide_queries.guides(guided_project)[0].questions) == 3
    assert len(page.model.lines) == 5
    guided_project.undo()
    assert len(page.model.lines) == 6


def test_that_the_head_is_saved_when_a_field_is_left(page, guided_project, qtbot):
    page.head.group.setFocus()
    page.head.group.setText("enhetsledere")
    qtbot.keyClick(page.head.group, KEY.Key_Return)
    assert guide_queries.guides(guided_project)[0].target_group == "enhetsledere"
    guided_project.undo()
    assert page.head.group.text() == "ledere"


def test_that_an_empty_name_is_refused_and_the_old_one_shown(page, view, guided_project, qtbot):
    page.head.name.setFocus()
    page.head.name.setText(" ")
    qtbot.keyClick(page.head.name, KEY.Key_Return)
    assert len(view.heard.errors) == 1
    assert page.head.name.text() == guide_queries.guides(guided_project)[0].name


def test_that_searching_leaves_the_themes_of_what_is_found(page):
    page.set_words("tilliten")
    assert [type(line) for line in page.model.lines] == [ThemeLine, QuestionLine]
    page.set_words("xyz")
    assert page.section.no_hits.isVisible()
    assert not page.section.foot.question_button.isEnabled()
    page.set_words("")
    assert len(page.model.lines) == 6


def test_that_the_table_shows_what_was_asked_of_whom(page, guide, guided_project, qtbot):
    qtbot.mouseClick(page.toolbar.switch.button(ASKED), Qt.MouseButton.LeftButton)
    model = page.asked.model
    assert model.rows_are is TableRows.RESPONDENTS
    states = [[cell.state for cell in model.row(row).cells] for row in range(model.rowCount())]
    assert {state for row in states for state in row} == {AskedState.PROPOSED, AskedState.UNKNOWN}
    guide_actions.confirm_all(guided_project, guide.id)
    berit = [cell.state for cell in model.row(0).cells]
    assert berit == [AskedState.ASKED, AskedState.ASKED, AskedState.NOT_ASKED, AskedState.NOT_ASKED]
    assert model.index(0, 3).data(Accessible) == "4 Hva har konsulentene bidratt med?\nR1 Berit Lie: not asked"


def test_that_the_table_can_have_texts_for_rows(page, guide, guided_project, qtbot):
    guide_actions.confirm_all(guided_project, guide.id)
    page.show_view(ASKED)
    qtbot.mouseClick(page.asked.rows_switch.button(TableRows.DOCUMENTS), Qt.MouseButton.LeftButton)
    rows = [page.asked.model.row(row) for row in range(page.asked.model.rowCount())]
    assert [row.name for row in rows] == ["intervju.txt", "notater.txt"]
    assert [cell.state for cell in rows[1].cells][2:] == [AskedState.ASKED, AskedState.NOT_ASKED]


def test_that_enter_in_the_table_opens_the_place_or_the_question(page, guide, guided_project, view, qtbot):
    guide_actions.confirm_all(guided_project, guide.id)
    page.show_view(ASKED)
    page.asked.grid.setFocus()
    page.asked.grid.setCurrentIndex(page.asked.model.index(0, 1))
    qtbot.keyClick(page.asked.grid, KEY.Key_Return)
    place = places(guided_project, question(guide, "2").id)[0]
    assert view.heard.passages == [(place.document_id, place.start, place.end)]
    page.asked.grid.setCurrentIndex(page.asked.model.index(0, 3))
    qtbot.keyClick(page.asked.grid, KEY.Key_Return)
    assert page.main_focus is page.questions
    assert page.questions.current_line.id == question(guide, "4").id


@pytest.mark.parametrize("part", ["questions", "places", "asked"])
def test_that_the_models_are_sound(page, guide, guided_project, qtmodeltester, part):
    page.questions.choose_question(question(guide, "2").id)
    page.asked.show_guide(guide.id)
    models = {"questions": page.model, "places": page.question_panel.model, "asked": page.asked.model}
    qtmodeltester.check(models[part], force_py=True)


def test_that_the_panel_slides_over_the_questions_in_a_narrow_window(guided_project, guide, make_view, qtbot):
    view = make_view(guided_project, width=1000)
    view.show_guide(guide.id)
    page = view.page
    assert not page.panel.isVisible()
    qtbot.keyClick(page.questions, KEY.Key_Return)
    assert page.panel.isVisible()
    assert page.question_panel.list.hasFocus()
    qtbot.keyClick(page.question_panel.list, KEY.Key_Escape)
    assert not page.panel.isVisible()
    assert page.questions.hasFocus()


def test_that_a_place_that_is_gone_from_the_project_leaves_the_list(page, guide, guided_project):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    guide_actions.remove_place(guided_project, places(guided_project, asked.id)[0].id)
    assert not any(isinstance(line, PlaceLine) for line in page.question_panel.model.lines)


@pytest.mark.parametrize("way", ["key", "button"])
def test_that_a_place_is_forgotten_and_undo_brings_it_back(page, guide, guided_project, view, qtbot, way):
    asked = question(guide, "2")
    page.questions.choose_question(asked.id)
    page.question_panel.focus_list()
    (place,) = places(guided_project, asked.id)
    if way == "key":
        qtbot.keyClick(page.question_panel.list, KEY.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    else:
        qtbot.mouseClick(page.question_panel.remove_button, Qt.MouseButton.LeftButton)
    assert places(guided_project, asked.id) == []
    assert view.heard.many == ["Removed the place at I1:4"]
    guided_project.undo()
    assert places(guided_project, asked.id) == [place]


def test_that_the_menu_of_a_place_says_what_can_be_done_with_it(page, guide, guided_project):
    page.questions.choose_question(question(guide, "2").id)
    page.question_panel.focus_list()
    menu = page.question_panel.open_menu(QPoint(0, 0))
    entries = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert entries == ["Open in the text", "Confirm", "Reject", "Remove the place"]
    menu.actions()[-1].trigger()
    menu.close()
    assert places(guided_project, question(guide, "2").id) == []
    choose_missing(page)
    menu = page.question_panel.open_menu(QPoint(0, 0))
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Open in the text\tEnter",
        "Place by hand\tSpace",
    ]
    menu.close()
