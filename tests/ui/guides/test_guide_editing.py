"""The list of a guide's questions: writing new ones, moving and deleting."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kodebenk.application import guide_actions, guide_queries, queries
from kodebenk.domain.guide_order import QuestionSpot
from kodebenk.ui.guides.question_lines import NewLine, QuestionLine, ThemeLine

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WHOLE = ["# Deltakelse", "1", "2", "# Tillit til tallene", "3", "4"]


def shown(page):
    """Return the lines as they stand: themes by name, questions by number or words."""
    said = {
        ThemeLine: lambda line: f"# {line.name or 'none'}",
        QuestionLine: lambda line: line.question.number or line.question.text,
        NewLine: lambda line: "# new" if line.is_theme else "new",
    }
    return [said[type(line)](line) for line in page.model.lines]


def stored(project):
    """Return themes and numbers of the questions as the columns of the tables have them."""
    one = guide_queries.guides(project)[0]
    return [
        (one.theme_of(question).name if one.theme_of(question) else "", question.number) for question in one.questions
    ]


def choose(page, number):
    """Put the keyboard on a question."""
    asked = next(one for one in page.guide.questions if one.number == number)
    page.questions.choose_question(asked.id)
    page.questions.setFocus()
    return asked


def choose_theme(page, name):
    page.questions.choose_theme(next(one.id for one in page.guide.themes if one.name == name))
    page.questions.setFocus()


def editor_of(page):
    """Return the field in which somebody writes; fields that were left are no longer visible."""
    return next((one for one in page.questions.findChildren(QLineEdit) if one.isVisible()), None)


def write(page, words, qtbot, key=KEY.Key_Return):
    editor = editor_of(page)
    editor.setText(words)
    qtbot.keyClick(editor, key)
    QApplication.processEvents()
    QApplication.processEvents()


@pytest.mark.parametrize("keys", [(KEY.Key_Insert,), (KEY.Key_Return, CONTROL)])
def test_that_questions_are_written_below_the_chosen_one_until_enter_in_an_empty_line(
    page, guided_project, view, qtbot, keys
):
    steps = len(queries.history(guided_project))
    choose(page, "1")
    qtbot.keyClick(page.questions, *keys)
    assert shown(page) == ["# Deltakelse", "1", "new", "2", "# Tillit til tallene", "3", "4"]
    assert editor_of(page).accessibleName() == "Words of the question"
    assert editor_of(page).placeholderText() == "New question"
    write(page, "Hvem tok initiativet?", qtbot)
    assert shown(page) == ["# Deltakelse", "1", "1a", "new", "2", "# Tillit til tallene", "3", "4"]
    write(page, "9. Når var det?", qtbot)
    write(page, "", qtbot)
    assert shown(page) == ["# Deltakelse", "1", "1a", "9", "2", "# Tillit til tallene", "3", "4"]
    assert page.questions.hasFocus()
    assert page.questions.current_line.question.text == "Når var det?"
    assert stored(guided_project)[:4] == [("Deltakelse", number) for number in ("1", "1a", "9", "2")]
    assert view.heard.done[0] == "Added “1a Hvem tok initiativet?”. “Find again” looks for it in the texts."
    assert len(queries.history(guided_project)) == steps + 2
    guided_project.undo()
    guided_project.undo()
    assert shown(page) == WHOLE


def test_that_escape_gives_up_the_empty_line_and_keeps_the_chosen_question(page, guided_project, qtbot):
    asked = choose(page, "4")
    qtbot.mouseClick(page.section.foot.question_button, Qt.MouseButton.LeftButton)
    assert shown(page)[-1] == "new"
    write(page, "Glemt", qtbot, KEY.Key_Escape)
    assert shown(page) == WHOLE
    assert page.questions.current_line.id == asked.id
    assert page.questions.hasFocus()


def test_that_what_is_written_is_kept_when_the_field_is_left(page, guided_project, qtbot):
    choose(page, "4")
    page.section.write_question()
    editor_of(page).setText("Noe mer?")
    page.head.name.setFocus()
    QApplication.processEvents()
    QApplication.processEvents()
    assert shown(page) == [*WHOLE, "5"]
    assert editor_of(page) is None
    assert page.head.name.hasFocus()


def test_that_a_change_elsewhere_leaves_the_line_that_is_being_written(page, guided_project, qtbot):
    choose(page, "1")
    page.section.write_question()
    editor_of(page).setText("Hvem")
    guide_actions.confirm_all(guided_project)
    assert shown(page)[2] == "new"
    assert editor_of(page).text() == "Hvem"


def test_that_a_theme_is_written_below_the_chosen_one_and_its_first_question_comes_next(page, guided_project, qtbot):
    choose(page, "1")
    qtbot.keyClick(page.questions, KEY.Key_Return, CONTROL | SHIFT)
    assert shown(page) == ["# Deltakelse", "1", "2", "# new", "# Tillit til tallene", "3", "4"]
    assert editor_of(page).accessibleName() == "Name of the theme"
    write(page, "Styring", qtbot)
    assert shown(page)[3:5] == ["# Styring", "new"]
    write(page, "Hvem styrer?", qtbot)
    write(page, "", qtbot)
    assert stored(guided_project)[2:4] == [("Styring", "2a"), ("Tillit til tallene", "3")]
    assert guide_queries.guides(guided_project)[0].themes[1].code_id is not None


def test_that_a_guide_without_questions_is_filled_by_the_keyboard_alone(small_project, make_view, qtbot):
    view = make_view(small_project)
    view.show_guide(guide_actions.add_guide(small_project, "Egen"))
    page = view.page
    assert page.section.empty.isVisible()
    assert page.main_focus is page.section.first_button
    qtbot.keyClick(page.main_focus, KEY.Key_Space)
    assert not page.section.empty.isVisible()
    for words in ("Hva skjedde?", "Hvem var med?", ""):
        write(page, words, qtbot)
    assert shown(page) == ["# none", "1", "2"]
    assert page.panel.isVisible()
    for _ in range(2):
        qtbot.keyClick(page.questions, KEY.Key_Delete)
    assert page.section.empty.isVisible()
    assert page.section.first_button.hasFocus()
    assert not page.panel.isVisible()


def test_that_alt_and_arrows_move_a_question_across_themes(page, guided_project, view, qtbot):
    asked = choose(page, "2")
    qtbot.keyClick(page.questions, KEY.Key_Up, ALT)
    assert shown(page) == ["# Deltakelse", "2", "1", "# Tillit til tallene", "3", "4"]
    assert page.questions.current_line.id == asked.id
    assert not page.section.foot.up_button.isEnabled()
    qtbot.keyClick(page.questions, KEY.Key_Up, ALT)
    for _ in range(2):
        qtbot.keyClick(page.questions, KEY.Key_Down, ALT)
    assert shown(page) == ["# Deltakelse", "1", "# Tillit til tallene", "2", "3", "4"]
    assert stored(guided_project)[1] == ("Tillit til tallene", "2")
    assert view.heard.done == [
        "Moved “2 Ble de ansatte spurt?”",
        "Moved “2 Ble de ansatte spurt?”",
        "Moved “2 Ble de ansatte spurt?” to “Tillit til tallene”",
    ]
    for _ in range(3):
        guided_project.undo()
    assert shown(page) == WHOLE


def test_that_a_theme_moves_with_its_questions(page, guided_project, qtbot):
    choose_theme(page, "Tillit til tallene")
    assert not page.section.foot.down_button.isEnabled()
    qtbot.mouseClick(page.section.foot.up_button, Qt.MouseButton.LeftButton)
    assert shown(page) == ["# Tillit til tallene", "3", "4", "# Deltakelse", "1", "2"]
    assert [number for _, number in stored(guided_project)] == ["3", "4", "1", "2"]
    assert [page.asked.model.question(at).number for at in range(page.asked.model.columnCount())] == []
    page.show_view("asked")
    assert [page.asked.model.question(at).number for at in range(4)] == ["3", "4", "1", "2"]


def test_that_the_menu_moves_a_question_to_a_theme_or_out_of_all(page, guided_project):
    choose(page, "1")
    menu = page.section.open_menu(page.questions.current_line, QPoint(0, 0))
    inner = next(one.menu() for one in menu.actions() if one.menu() is not None)
    assert [(one.text(), one.isEnabled()) for one in inner.actions()] == [
        ("Without a theme", True),
        ("Deltakelse", False),
        ("Tillit til tallene", True),
    ]
    inner.actions()[0].trigger()
    menu.close()
    assert shown(page) == ["# none", "1", "# Deltakelse", "2", "# Tillit til tallene", "3", "4"]
    menu = page.section.open_menu(page.questions.current_line, QPoint(0, 0))
    next(one.menu() for one in menu.actions() if one.menu() is not None).actions()[2].trigger()
    menu.close()
    assert shown(page) == ["# Deltakelse", "2", "# Tillit til tallene", "3", "4", "1"]


@pytest.mark.parametrize(
    ("dragged", "row", "onto", "lines"),
    [
        (1, 3, None, ["# Deltakelse", "2", "1", "# Tillit til tallene", "3", "4"]),
        (1, 5, None, ["# Deltakelse", "2", "# Tillit til tallene", "3", "1", "4"]),
        (5, -1, 0, ["# Deltakelse", "1", "2", "4", "# Tillit til tallene", "3"]),
        (4, 0, None, ["# none", "3", "# Deltakelse", "1", "2", "# Tillit til tallene", "4"]),
        (1, -1, None, ["# Deltakelse", "2", "# Tillit til tallene", "3", "4", "1"]),
        (0, 6, None, ["# Tillit til tallene", "3", "4", "# Deltakelse", "1", "2"]),
        (3, -1, 0, ["# Tillit til tallene", "3", "4", "# Deltakelse", "1", "2"]),
        (0, -1, 3, ["# Tillit til tallene", "3", "4", "# Deltakelse", "1", "2"]),
        (1, 2, None, WHOLE),
        (0, 2, None, WHOLE),
    ],
)
def test_that_a_line_is_dragged_to_where_it_is_dropped(page, guided_project, dragged, row, onto, lines):
    model = page.model
    data = model.mimeData([model.index(dragged)])
    parent = QModelIndex() if onto is None else model.index(onto)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    QApplication.processEvents()
    assert shown(page) == lines
    if lines != WHOLE:
        guided_project.undo()
    assert shown(page) == WHOLE


def test_that_nothing_is_moved_or_added_while_only_some_questions_are_shown(page, guided_project, qtbot):
    page.set_words("tilliten")
    page.questions.setFocus()
    before = stored(guided_project)
    foot = page.section.foot
    assert not any(
        one.isEnabled() for one in (foot.question_button, foot.theme_button, foot.up_button, foot.down_button)
    )
    assert foot.question_button.toolTip() == "Not while only some questions are shown"
    assert not page.model.flags(page.model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled
    qtbot.keyClick(page.questions, KEY.Key_Up, ALT)
    qtbot.keyClick(page.questions, KEY.Key_Insert)
    assert (stored(guided_project), editor_of(page)) == (before, None)


def test_that_deleting_tells_of_confirmed_places_and_undo_brings_them_back(page, guided_project, view, qtbot):
    guide_actions.confirm_all(guided_project)
    places = guide_queries.places(guided_project)
    choose(page, "2")
    qtbot.mouseClick(page.section.foot.delete_button, Qt.MouseButton.LeftButton)
    assert view.heard.many == ["Deleted “2 Ble de ansatte spurt?” with 1 confirmed place"]
    guided_project.undo()
    assert guide_queries.places(guided_project) == places


def test_that_questions_of_a_deleted_theme_stay(page, guided_project, view, qtbot):
    choose_theme(page, "Tillit til tallene")
    qtbot.keyClick(page.questions, KEY.Key_Delete)
    assert shown(page) == ["# none", "3", "4", "# Deltakelse", "1", "2"]
    assert view.heard.many == ["Deleted “Tillit til tallene”"]
    guided_project.undo()
    assert shown(page) == WHOLE


def test_that_a_number_written_before_the_words_becomes_the_number_of_the_question(page, guided_project, qtbot):
    asked = choose(page, "2")
    page.questions.edit_current()
    write(page, "2b) Ble de spurt?", qtbot)
    one = guide_queries.question(guided_project, asked.id)
    assert (one.number, one.text) == ("2b", "Ble de spurt?")


def test_that_a_question_without_a_number_has_no_other_ones_number_in_the_table(page, guided_project):
    guide = page.guide
    guide_actions.add_question(guided_project, guide.id, "Hvem?", QuestionSpot(guide.themes[0].id, 0))
    page.show_view("asked")
    heads = [page.asked.model.headerData(at, Qt.Orientation.Horizontal) for at in range(5)]
    assert heads == ["·", "1", "2", "3", "4"]


def test_that_the_lines_are_a_sound_model_while_one_is_written(page, qtmodeltester):
    choose(page, "1")
    page.section.write_question()
    qtmodeltester.check(page.model, force_py=True)
