"""Comparing coders in the real window: choices that are kept, reasons asked for, and actions that are found."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from application.coded_project import add_codes, add_interview, code
from kodebenk.application import comparison_actions, consensus_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure
from ui.compare.settled_project import NAMES, make_coded_project
from windows.comparing_window import compare, settle, show_project

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


F8 = Qt.Key.Key_F8


@pytest.fixture
def open_window(qtbot, appearance, translation, settings, dialogs):
    """Show a project in the real window."""
    return partial(show_project, qtbot, (appearance, translation, settings, dialogs))


@pytest.fixture
def window(open_window, tmp_path, copies):
    opened = copies.open(make_coded_project, tmp_path)
    opened.close()
    return open_window(opened.path, NAMES[0])


@pytest.fixture
def screen(window, qtbot):
    return compare(window, qtbot)


def titles(window):
    return [(row.title, row.aside, row.icon) for row in window._go_to.list.rows_shown.rows]


def look_for(window, qtbot, text):
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.top_bar.search.setText("")
    qtbot.keyClicks(window.top_bar.search, text)
    window._go_to._on_settled()


def chosen_measures(screen):
    return [entry.text for entry in screen.view.figures.measures_menu() if entry.checked]


def test_that_the_measures_chosen_are_found_again_in_another_project(screen, window, qtbot, tmp_path):
    entries = {entry.text: entry for entry in screen.view.figures.measures_menu()}
    entries["Gwet's AC1"].trigger()
    entries["Percent agreement"].trigger()
    window.desk.close()
    other = OpenProject.create(tmp_path / "annet.kodebenk", title="Annet", coder_name=NAMES[0])
    other.close()

    window.open_project(tmp_path / "annet.kodebenk")
    window.commands.run("compare")
    figures = window.page.current_workspace().view.figures

    assert figures.measures == {"kappa", "alpha", "ac1"}


def test_that_choices_that_nobody_knows_leave_the_usual_measures(screen):
    screen.take_view_choices({"measures": "gone,,x"})

    assert screen.view.figures.measures == {ShownMeasure.KAPPA, ShownMeasure.ALPHA, ShownMeasure.PERCENT}


def test_that_a_decision_waits_for_its_reason_where_the_project_asks_for_one(screen, window, qtbot):
    project = window.desk.project
    screen.desk.open_setup()
    assert not screen.desk.panel.reason.isChecked()
    screen.desk.panel.reason.click()
    assert comparison_actions.reason_needed(project)
    settle(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), F8)
    decision = screen.view.decision
    decision.press("1")

    assert not decision.save_button.isEnabled()
    assert decision.form._reason_hint.text() == "needed before you can save"
    assert decision.save_button.toolTip() == "Write a reason first"
    screen.view.save_decision()
    assert consensus_actions.decisions(project) == ()
    assert decision.form.reason.hasFocus()

    qtbot.keyClicks(decision.form.reason, "Ordet stod der.")
    assert decision.form._reason_hint.text() == "stands in the log of differences"
    qtbot.keyClick(decision.form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.reason for one in consensus_actions.decisions(project)] == ["Ordet stod der."]


def test_that_asking_for_a_reason_is_undone_and_reaches_the_panel_that_is_open(screen, window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), F8)
    decision = screen.view.decision
    decision.press("1")
    assert decision.save_button.isEnabled()

    screen.desk.toggle_reason()
    assert not decision.save_button.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not comparison_actions.reason_needed(window.desk.project)
    assert decision.save_button.isEnabled()


def test_that_the_palette_finds_what_the_workspace_can_do_with_its_keys(screen, window, qtbot):
    wanted = {
        "next diff": ("Next difference", "F8", "arrow-right"),
        "previous diff": ("Previous difference", "Shift+F8", "arrow-right"),
        "without int": ("Without interviewer", "action", "check"),
        "choose the coders": ("Choose the coders", "action", "arrow-right"),
        "choose the meas": ("Choose the measures", "action", "arrow-right"),
        "set up": ("Set up the comparison", "action", "arrow-right"),
        "save comp": ("Save comparison", "action", "arrow-right"),
        "export figures": ("Export figures and differences", "action", "arrow-right"),
        "list of diff": ("Export the list of differences", "action", "arrow-right"),
        "needs a reason": ("A decision needs a reason", "action", "arrow-right"),
        "method chapter": ("Paragraph for the method chapter", "action", "arrow-right"),
        "side by": ("Text side by side", "F7", "arrow-right"),
    }
    for typed, row in wanted.items():
        look_for(window, qtbot, typed)
        assert row in titles(window)


def test_that_the_palette_goes_to_the_next_difference_and_saves_the_decision(screen, window, qtbot):
    look_for(window, qtbot, "save the decision")
    assert "Save the decision" not in [title for title, *_ in titles(window)]
    look_for(window, qtbot, "next difference")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    first = screen.view.current
    assert first is not None
    screen.view.decision.press("1")

    look_for(window, qtbot, "save the decision")
    assert titles(window)[0] == ("Save the decision", "Ctrl+Enter", "arrow-right")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)

    (decision,) = consensus_actions.decisions(window.desk.project)
    assert (decision.place.start, decision.place.end) == (first.place.start, first.place.end)


def test_that_entries_of_another_workspace_are_not_offered(screen, window, qtbot):
    window.commands.run("material")
    look_for(window, qtbot, "next difference")

    assert "Next difference" not in [title for title, *_ in titles(window)]


def test_that_the_figures_say_what_alpha_is_with_the_interviewer(open_window, tmp_path, qtbot):
    project = OpenProject.create(tmp_path / "spurt.kodebenk", title="Spurt", coder_name="Ane")
    document_id = add_interview(project, tmp_path)
    goal = add_codes(project, "Styring/Mål")["Mål"]
    code(project, document_id, "Ane", goal, "Alfa er det første jeg tenker på.", "Hva tenker du om målene?")
    code(project, document_id, "Bo", goal, "Beta kom litt etter det", "Hva tenker du om målene?")
    project.close()
    found = compare(open_window(tmp_path / "spurt.kodebenk", "Ane"), qtbot)
    note = found.view.figures.codes.note

    qtbot.waitUntil(lambda: "With them" in note.text(), timeout=20_000)
    found.toolbar.scope.click()
    settle(found, qtbot)
    assert "With them" not in note.text()
    whole = found.report.pooled.averages["alpha"].coefficient
    found.toolbar.scope.click()
    settle(found, qtbot)
    qtbot.waitUntil(lambda: "With them" in note.text(), timeout=20_000)
    assert f"With them: α {numbers.coefficient(whole)}." in note.text()
