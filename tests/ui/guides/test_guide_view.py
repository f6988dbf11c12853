"""The table of interview guides, and opening one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kodebenk.application import guide_actions, guide_queries
from kodebenk.ui.guides.guide_model import GuideColumn, GuideModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key


def test_that_a_row_says_what_there_is(view, guide):
    row = [view.model.index(0, column).data() for column in GuideColumn]
    assert row == ["Intervjuguide", "ledere", "1", "4", "2 of 2 texts", "3 to confirm"]
    spoken = view.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Intervjuguide, ledere, 1, 4 questions, found in 2 of 2 texts, 3 to confirm"


def test_that_the_table_is_a_sound_model(guided_project, qtmodeltester):
    qtmodeltester.check(GuideModel(guided_project))


def test_that_enter_opens_the_guide_and_the_arrow_leads_back(view, guide, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_Return)
    assert view.is_page_shown
    assert view.page.guide_id == guide.id
    assert view.page.questions.hasFocus()
    qtbot.mouseClick(view.page.head.back_button, Qt.MouseButton.LeftButton)
    assert not view.is_page_shown
    assert view.table.hasFocus()


def test_that_a_click_opens_the_guide(view, qtbot):
    rect = view.table.visualRect(view.table.order.index(0, GuideColumn.GROUP))
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert view.is_page_shown


def test_that_f2_renames_the_guide(view, guide, guided_project, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_F2)
    editor = view.table.findChild(QLineEdit)
    editor.setText("Guide for ledere")
    qtbot.keyClick(editor, KEY.Key_Return)
    QApplication.processEvents()
    assert guide_queries.guide(guided_project, guide.id).name == "Guide for ledere"
    assert view.heard.done == ["Renamed to “Guide for ledere”"]


def test_that_delete_takes_the_guide_away_and_undo_brings_it_back(view, guided_project, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_Delete)
    assert guide_queries.guides(guided_project) == ()
    assert view.empty.isVisible()
    assert view.heard.many == ["Deleted “Intervjuguide (ledere, 1)”"]
    guided_project.undo()
    assert view.table.isVisible()


def test_that_deleting_says_how_many_confirmed_places_went(view, guide, guided_project):
    guide_actions.confirm_all(guided_project)
    view.show_guide(guide.id)
    view.page.head.delete_button.click()
    assert view.heard.many == ["Deleted “Intervjuguide (ledere, 1)” with 3 confirmed places"]


def test_that_a_page_whose_guide_is_gone_gives_way_to_the_table(view, guide, guided_project):
    view.show_guide(guide.id)
    guide_actions.delete_guide(guided_project, guide.id)
    assert not view.is_page_shown


def test_that_without_guides_the_view_says_what_belongs_here(small_project, make_view, qtbot):
    view = make_view(small_project)
    assert view.empty.isVisible()
    assert view.empty.accessibleName() == "No interview guides yet"
    qtbot.mouseClick(view.empty.set_action("Import guide"), Qt.MouseButton.LeftButton)
    assert view.heard.actions == ["import_guide"]


def test_that_what_the_reader_had_to_say_stands_over_the_guide(view, guide):
    view.show_guide(guide.id, ("3 lines before the first question are not part of the guide.",))
    assert view.page.banner.isVisible()
    view.show_guide(guide.id)
    assert not view.page.banner.isVisible()


def test_that_the_status_bar_says_how_much_is_to_be_settled(view):
    assert [item.text for item in view.status_left()] == ["1 interview guide", "3 to confirm"]


def test_that_words_of_secondary_buttons_drop_where_there_is_no_room(view, guide):
    view.show_guide(guide.id)
    toolbar = view.page.toolbar
    assert toolbar.find_button.text().strip() == "Find again"
    toolbar.resize(420, toolbar.height())
    assert toolbar.find_button.text() == ""
    assert toolbar.find_button.accessibleName() == "Find again"
    toolbar.resize(1200, toolbar.height())
    assert toolbar.find_button.text().strip() == "Find again"


def test_that_a_guide_is_written_from_scratch(small_project, make_view, qtbot):
    view = make_view(small_project)
    view.start_new_guide()
    assert view.new_guide.line.hasFocus()
    view.new_guide.line.setText("Egen guide")
    qtbot.keyClick(view.new_guide.line, KEY.Key_Return)
    (made,) = guide_queries.guides(small_project)
    assert (made.name, made.questions) == ("Egen guide", ())
    assert view.is_page_shown
    assert not view.new_guide.isVisible()
    section = view.page.section
    assert section.empty.isVisible()
    assert section.empty.accessibleName() == "No questions yet"
    assert not view.page.panel.isVisible()
    assert section.first_button.hasFocus()
    assert view.heard.done == ["Added “Egen guide”"]
    small_project.undo()
    assert not view.is_page_shown
    assert view.empty.isVisible()


def test_that_a_second_guide_of_the_same_name_is_refused_and_the_line_stays(view, guided_project, guide, qtbot):
    guide_actions.edit_guide(guided_project, guide.id, target_group="", version="")
    view.start_new_guide()
    view.new_guide.line.setText("Intervjuguide")
    qtbot.keyClick(view.new_guide.line, KEY.Key_Return)
    assert len(view.heard.errors) == 1
    assert view.new_guide.isVisible()
    qtbot.keyClick(view.new_guide.line, KEY.Key_Escape)
    assert not view.new_guide.isVisible()
    assert view.table.hasFocus()
