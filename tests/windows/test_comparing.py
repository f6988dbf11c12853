"""Comparing coders in the real window: from the rail to a decision and back."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import (
    coding_actions,
    coding_tasks,
    comparison_actions,
    consensus_actions,
    correction_preview,
    queries,
    text_correction,
)
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.ui.compare.figures.figures_panel import FigurePage
from kodebenk.ui.compare.setup.coder_picker import RaterKind
from kodebenk.ui.compare.setup.empty_page import EmptyReason
from kodebenk.ui.compare.shown_places import ChosenPlaces
from ui.compare.settled_project import NAMES, PLAN, make_coded_project, passage_with
from windows.comparing_window import compare, settle, show_project
from windows.conftest import speak, visible_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
F8 = Qt.Key.Key_F8


@pytest.fixture
def coded(tmp_path, copies):
    """The path of a project that three coders have coded, closed."""
    opened = copies.open(make_coded_project, tmp_path)
    path = opened.path
    opened.close()
    return path


@pytest.fixture
def open_window(qtbot, appearance, translation, settings, dialogs):
    """Show a project in the real window."""

    def show(path, coder=NAMES[0], size=(1440, 900)):
        return show_project(qtbot, (appearance, translation, settings, dialogs), path, coder, size)

    return show


@pytest.fixture
def window(open_window, coded):
    return open_window(coded)


@pytest.fixture
def screen(window, qtbot):
    return compare(window, qtbot)


def test_that_the_rail_the_menu_and_the_key_lead_to_the_comparison(window, qtbot):
    qtbot.mouseClick(window.page.rail.button("compare"), Qt.MouseButton.LeftButton)
    assert window.page.current_name == "compare"
    settle(window.page.current_workspace(), qtbot)
    window.commands.run("coding")
    window.menus.action("compare").trigger()
    assert window.page.current_name == "compare"
    assert window.menus.action("compare") in window.menus.menu("view").actions()
    assert window.menus.action("compare").shortcut().toString() == "Ctrl+5"


def test_that_the_two_who_share_most_are_compared_and_the_list_has_the_keyboard(screen):
    assert [one.name for one in screen.report.setup.raters] == [NAMES[0], NAMES[2]]
    assert screen.view.isVisible()
    assert QApplication.focusWidget() is screen.view.differences.view
    assert "Compare coders" in visible_texts(screen.toolbar)
    assert screen.toolbar.coders.accessibleName() == "Coders: Ane, Mina"


def test_that_f8_leads_to_a_difference_a_decision_settles_it_and_undo_takes_it_back(screen, window, qtbot):
    all_three(screen, qtbot)
    project = window.desk.project
    qtbot.keyClick(QApplication.focusWidget(), F8)
    first = screen.view.current
    assert first.number == 1
    assert screen.side.shown is screen.view.decision
    assert screen.view.decision.shown is first

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (decision,) = consensus_actions.decisions(project)
    assert (decision.place.start, decision.place.end) == (first.place.start, first.place.end)
    assert screen.view.current.number == 2
    settle(screen, qtbot)
    assert screen.source.result.after is not None
    assert screen.view.current.number == 2

    qtbot.keyClick(QApplication.focusWidget(), F8, Qt.KeyboardModifier.ShiftModifier)
    assert screen.view.current.is_settled
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert consensus_actions.decisions(project) == ()
    settle(screen, qtbot)
    assert screen.source.result.after is None
    assert not screen.view.current.is_settled


def test_that_a_decision_is_made_by_keys_wherever_the_keyboard_is(screen, window, qtbot):
    all_three(screen, qtbot)
    project = window.desk.project
    for number, part in enumerate((screen.view.figures.switch.segments.button("codes"), screen.view.lanes.text), 1):
        part.setFocus()
        qtbot.keyClick(part, F8)
        assert screen.view.current.number == number
        qtbot.keyClick(part, Qt.Key.Key_1)
        qtbot.keyClick(part, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(consensus_actions.decisions(project)) == number
        settle(screen, qtbot)
        qtbot.keyClick(part, F8, Qt.KeyboardModifier.ShiftModifier)
        assert screen.view.current.is_settled
        qtbot.keyClick(part, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert screen.view.current.number == number + 1
        qtbot.keyClick(part, F8, Qt.KeyboardModifier.ShiftModifier)


def test_that_the_difference_is_in_sight_though_the_panel_takes_room_from_the_text(screen, qtbot):
    screen.window().resize(1200, 700)
    qtbot.keyClick(QApplication.focusWidget(), F8, Qt.KeyboardModifier.ShiftModifier)
    place = screen.view.current.place
    start, end = screen.view.lanes.text.visible_range()
    assert start <= place.start < place.end <= end


def test_that_stepping_over_what_the_codebook_should_say_leaves_the_keyboard_in_the_list(screen, window, qtbot):
    all_three(screen, qtbot)
    for key in (F8, Qt.Key.Key_1):
        qtbot.keyClick(QApplication.focusWidget(), key)
    form = screen.view.decision.form
    form.book.click()
    assert form.note.hasFocus()
    qtbot.keyClicks(form.note, "Ikke personer")
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(screen, qtbot)
    screen.view.differences.view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), F8, Qt.KeyboardModifier.ShiftModifier)
    assert screen.view.current.is_settled
    assert screen.view.differences.view.hasFocus()


def test_that_what_is_typed_after_saving_is_not_written_about_the_next_place(screen, window, qtbot):
    all_three(screen, qtbot)
    for key in (F8, Qt.Key.Key_1):
        qtbot.keyClick(QApplication.focusWidget(), key)
    panel = screen.view.decision
    panel.form.reason.setFocus()
    qtbot.keyClicks(panel.form.reason, "Klart nok")
    qtbot.keyClick(panel.form.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.current.number == 2
    assert QApplication.focusWidget() is panel.form.rows[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reasons = [one.reason for one in consensus_actions.decisions(window.desk.project)]
    assert reasons == ["Klart nok", ""]
    settle(screen, qtbot)
    assert screen.view.current.number == 3


def test_that_skipping_on_keeps_the_button_under_the_finger(screen, qtbot):
    all_three(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), F8)
    skip = screen.view.decision.skip_button
    skip.setFocus()
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert screen.view.current.number == 2
    assert skip.hasFocus()


def test_that_the_foot_of_the_panel_has_room_for_its_buttons_in_bokmaal(screen, window, qtbot):
    speak(window, "nb")
    all_three(screen, qtbot)
    for key in (F8, Qt.Key.Key_1):
        qtbot.keyClick(QApplication.focusWidget(), key)
    screen.view.save_decision()
    screen.view.step(-1)
    settle(screen, qtbot)
    panel = screen.view.decision
    for button in (panel.withdraw_button, panel.change_button, panel.next_button):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()


def test_that_choosing_rounds_of_one_coder_keeps_all_choices_in_sight(screen, window, qtbot):
    project = window.desk.project
    coding_tasks.start_round(project)
    code_id = queries.codebook(project).find("Tillit").id
    for words in (PLAN, "Ingen ble spurt."):
        coding_actions.apply_code(project, passage_with(project, words), code_id)
    settle(screen, qtbot)
    picker = screen.desk.coders
    screen.desk.ask_coders(screen.toolbar.coders)
    picker.kind_buttons[RaterKind.ROUNDS].click()
    QCoreApplication.processEvents()
    for part in (*picker.kind_buttons.values(), picker.one, picker.earlier, picker.later):
        assert part.isVisible()
        assert picker.rect().contains(part.mapTo(picker, part.rect().bottomRight()))
    picker.close()
    settle(screen, qtbot)
    assert screen.report.setup.is_stability
    assert any("2 passes" in one for one in visible_texts(screen.view.figures))


def all_three(screen, qtbot):
    """Tick the third coder too."""
    screen.desk.ask_coders(screen.toolbar.coders)
    for box in screen.desk.coders.coder_boxes.values():
        box.setChecked(True)
    screen.desk.coders.close()
    settle(screen, qtbot)
    screen.window().activateWindow()
    if screen.view.isVisible():
        screen.view.differences.view.setFocus()
        qtbot.waitUntil(screen.view.differences.view.hasFocus)


def test_that_full_stop_and_comma_step_as_well_unless_letters_are_off(screen, window, qtbot):
    all_three(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period)
    assert screen.view.current.number == 2
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Comma)
    assert screen.view.current.number == 1
    window.page.use_letter_keys(False)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period)
    assert screen.view.current.number == 1
    assert not screen.view.decision.letter_keys
    qtbot.keyClick(QApplication.focusWidget(), F8)
    assert screen.view.current.number == 2


def test_that_a_difference_in_another_text_brings_that_text(screen, qtbot):
    all_three(screen, qtbot)
    first, second = (one.id for one in screen.report.documents)
    assert screen.view.document_id == first
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), F8)
        if screen.view.document_id == second:
            break
    assert screen.view.document_id == second
    assert screen.view.current.number == 1
    assert screen.view.picker.key == str(second)
    assert screen.view.lanes.selected_passage() is None


def test_that_coding_meanwhile_makes_the_figures_anew_and_the_old_ones_stay_until_then(screen, window, qtbot):
    before = screen.report
    project = window.desk.project
    code_id = queries.codebook(project).find("Tillit").id
    coding_actions.apply_code(project, passage_with(project, PLAN), code_id, coder_name=NAMES[2])
    assert screen.report is before
    assert screen.view.isVisible()
    settle(screen, qtbot)
    assert len(screen.report.disagreements) == len(before.disagreements) + 1


def test_that_unit_scope_and_round_are_chosen_in_the_toolbar(screen, qtbot):
    screen.toolbar.unit.picked.emit("sentence")
    settle(screen, qtbot)
    assert screen.report.setup.unit is UnitKind.SENTENCE
    assert screen.toolbar.unit.key == "sentence"
    screen.toolbar.scope.click()
    settle(screen, qtbot)
    assert screen.report.setup.scope is Scope.ALL
    assert [one.text for one in screen.status_left()] == []
    screen.toolbar.round.picked.emit("1")
    settle(screen, qtbot)
    assert {one.round for one in screen.report.setup.raters} == {1}
    assert [one.text for one in screen.status_left()] == ["Round 1"]


def test_that_a_setup_that_was_compared_before_is_there_at_once(screen, qtbot):
    paragraphs = screen.report
    screen.toolbar.unit.picked.emit("sentence")
    settle(screen, qtbot)
    screen.desk.pick_unit(None)
    assert not screen.source.is_busy
    assert screen.report is paragraphs


def test_that_another_round_begins_from_the_toolbar_and_can_be_undone(screen, window, qtbot):
    screen.toolbar.round.picked.emit("start")
    assert coding_tasks.current_round(window.desk.project) == 2
    assert "Round 2 has begun; new codings belong to it" in visible_texts(window.status_bar)
    assert screen.toolbar.round.key == "0"
    window.undo()
    assert coding_tasks.current_round(window.desk.project) == 1


def test_that_a_comparison_is_saved_renamed_opened_first_and_deleted(screen, window, open_window, coded, qtbot):
    all_three(screen, qtbot)
    screen.toolbar.unit.picked.emit("sentence")
    settle(screen, qtbot)
    qtbot.mouseClick(screen.toolbar.comparison, Qt.MouseButton.LeftButton)
    saved = screen.desk.panel.saved
    qtbot.mouseClick(saved.save, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(saved.field, "Pilot")
    qtbot.keyClick(saved.field, Qt.Key.Key_Return)
    assert saved.choice.currentText() == "Pilot"
    assert screen.desk.panel.title.text() == "Pilot"
    assert not screen.source.is_busy
    assert screen.view.decision.comparison_id == comparison_actions.saved_comparisons(window.desk.project)[0].id
    kept = screen.report

    qtbot.mouseClick(saved.rename, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(saved.field, "Første runde")
    qtbot.keyClick(saved.field, Qt.Key.Key_Return)
    assert saved.choice.currentText() == "Første runde"
    screen.desk.pick_scope(Scope.ALL)
    settle(screen, qtbot)
    assert saved.choice.currentText() == "Første runde (changed)"

    window.close_project()
    window.open_project(coded)
    again = compare(window, qtbot)
    assert again.report == kept
    assert again.desk.choice.saved.name == "Første runde"
    since = "Somebody has coded since this comparison was saved"
    assert since not in [item.text for item in again.status_left()]
    one = queries.codings(window.desk.project, coder_ids=[kept.setup.raters[0].coder_id])[0]
    coding_actions.resize_coding(window.desk.project, one.id, one.passage.start, one.passage.end - 3)
    settle(again, qtbot)
    assert since in [item.text for item in again.status_left()]
    window.undo()
    settle(again, qtbot)
    assert since not in [item.text for item in again.status_left()]
    again.desk.open_setup()
    qtbot.mouseClick(again.desk.panel.saved.delete, Qt.MouseButton.LeftButton)
    assert comparison_actions.saved_comparisons(window.desk.project) == ()
    assert again.report == kept
    window.undo()
    assert [one.name for one in comparison_actions.saved_comparisons(window.desk.project)] == ["Første runde"]


def test_that_without_statistics_the_list_takes_the_height_and_nothing_tells_coefficients(screen, window, qtbot):
    screen.desk.open_setup()
    qtbot.mouseClick(screen.desk.panel.statistics, Qt.MouseButton.LeftButton)
    assert not screen.view.figures.isVisible()
    assert not screen.toolbar.measures.isVisible()
    assert not screen.toolbar.method.isVisible()
    assert not screen.desk.panel.export.isVisible()
    assert screen.desk.panel.log.isVisible()
    assert screen.status_right() == ()
    assert "α" not in " ".join(visible_texts(screen))
    window.undo()
    assert screen.view.figures.isVisible()
    assert [one.text for one in screen.status_right()] == ["The intervals rest on 2000 draws"]


def test_that_sources_and_codes_are_chosen_in_the_set_up(screen, qtbot):
    all_three(screen, qtbot)
    screen.desk.open_setup()
    panel = screen.desk.panel
    first, second = (one.id for one in screen.report.documents)
    panel.sources.boxes[second].click()
    settle(screen, qtbot)
    assert screen.report.setup.documents == (first,)
    panel.sources.boxes[first].click()
    assert panel.sources.boxes[first].isChecked()  # nothing at all cannot be compared
    panel.sources.all_box.click()
    settle(screen, qtbot)
    assert screen.report.setup.documents == (first, second)
    gone = screen.report.setup.codes[0]
    panel.codes.boxes[gone].click()
    settle(screen, qtbot)
    assert gone not in screen.report.setup.codes
    panel.rules.seed.setText("12")
    panel.rules.seed.editingFinished.emit()
    settle(screen, qtbot)
    assert screen.report.setup.seed == 12


def test_that_the_paragraph_is_copied_in_the_language_chosen(screen, window, qtbot):
    qtbot.mouseClick(screen.toolbar.method, Qt.MouseButton.LeftButton)
    method = screen.desk.method
    assert method.text.toPlainText().startswith("Two coders (Ane Klev and Mina Sand)")
    method.language.button("nn").click()
    qtbot.mouseClick(method.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("To kodarar (Ane Klev og Mina Sand)")
    assert "The paragraph lies on the clipboard" in visible_texts(window.status_bar)
    qtbot.keyClick(method, Qt.Key.Key_Escape)
    assert screen.side.shown is None
    assert not screen.toolbar.method.isChecked()


@pytest.mark.parametrize(("ask", "name"), [("export_report", "enighet.docx"), ("export_log", "uenighet.csv")])
def test_that_figures_and_differences_go_to_a_file(screen, qtbot, tmp_path, ask, name, dialogs):
    screen.desk.export.dialogs = dialogs
    dialogs.answer = tmp_path / name
    getattr(screen.desk, ask)()
    qtbot.waitUntil(screen.desk.panel.done_banner.isVisible)
    assert dialogs.answer.stat().st_size > 100
    assert name in visible_texts(screen.desk.panel)
    assert not screen.desk.panel.done_banner.visibleRegion().isEmpty()


def test_that_files_asked_for_while_another_is_written_are_written_too(screen, window, qtbot, tmp_path, dialogs):
    screen.desk.export.dialogs = dialogs
    names = ["enighet.docx", "enighet.csv", "enighet.json"]
    for name in names:
        dialogs.answer = tmp_path / name
        screen.desk.export_report()
    dialogs.answer = tmp_path / "logg.xlsx"
    screen.desk.export_log()
    window.close_project()
    assert all((tmp_path / name).exists() for name in (*names, "logg.xlsx"))


def test_that_a_passage_and_a_code_open_in_the_coding_workspace(screen, window, qtbot):
    place = screen.report.disagreements[0]
    qtbot.keyClick(QApplication.focusWidget(), F8)
    shown = screen.view.current.place
    qtbot.keyClick(screen.view.differences.view, Qt.Key.Key_Return)
    assert window.page.current_name == "coding"
    reader = window.page.workspace("coding")
    assert reader.document_id == shown.document_id
    window.commands.run("compare")
    code_id = queries.codebook(window.desk.project).find(place.codes[0][0] if place.codes[0] else place.codes[1][0]).id
    screen.code_requested.emit(code_id)
    assert window.page.current_name == "coding"
    assert reader.columns.side.editor.isVisible()


def test_that_the_codebook_to_mend_opens_over_the_comparison(screen, qtbot):
    screen.show_mending()
    assert screen.sheets.isVisible()
    assert screen.sheets.accessibleName() == "Codebook to mend"
    qtbot.keyClick(screen.sheets, Qt.Key.Key_Escape)
    assert not screen.sheets.isVisible()


def test_that_a_narrow_window_gives_the_place_of_the_list_to_the_decision(open_window, coded, qtbot):
    window = open_window(coded, size=(1100, 700))
    screen = compare(window, qtbot)
    assert window.width() == 1100
    all_three(screen, qtbot)
    assert screen.view.differences.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), F8)
    assert screen.view.decision.isVisible()
    assert not screen.view.differences.isVisible()
    assert screen.view.decision.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(consensus_actions.decisions(window.desk.project)) == 1
    settle(screen, qtbot)
    assert screen.view.current.number == 2
    assert screen.view.decision.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(screen.view.decision, Qt.Key.Key_Escape)
    assert screen.view.differences.isVisible()
    assert QApplication.focusWidget() is screen.view.differences.view


def test_that_one_coder_alone_is_told_how_a_second_one_comes(open_window, lillevik, qtbot):
    window = open_window(lillevik)
    screen = compare(window, qtbot)
    assert screen.empty.isVisible()
    assert screen.empty.reason is EmptyReason.ONE_CODER
    assert "It takes two coders" in visible_texts(screen.empty)
    assert screen.empty.button.hasFocus()


def test_that_coders_without_a_shared_source_see_who_has_coded_what(window, qtbot):
    project = window.desk.project
    (task,) = coding_tasks.assign(project, [queries.documents(project)[0].id], NAMES[2], blind=False)
    (other,) = coding_tasks.assign(project, [queries.documents(project)[1].id], NAMES[2], blind=False)
    screen = compare(window, qtbot)
    assert [one.name for one in screen.report.setup.raters] == list(NAMES[:2])
    all_three(screen, qtbot)
    assert screen.empty.reason is EmptyReason.NOT_SHARED
    still = sorted(text for text in screen.empty.table.cells.values() if "still" in text)
    assert still == ["2, still coding", "5, still coding"]
    coding_tasks.finish(project, [task, other])
    settle(screen, qtbot)
    assert screen.view.isVisible()


def test_that_somebody_who_codes_everything_blind_sees_nothing_here_until_they_have_finished(
    open_window, tmp_path, qtbot
):
    opened = make_coded_project(tmp_path)
    tasks = coding_tasks.assign(opened, [one.id for one in queries.documents(opened)], NAMES[1], blind=True)
    path = opened.path
    opened.close()
    window = open_window(path, NAMES[1])
    screen = compare(window, qtbot)
    assert screen.empty.reason is EmptyReason.HIDDEN
    shown = " ".join(visible_texts(screen))
    assert "You are coding blind" in shown
    assert NAMES[0] not in shown
    coding_tasks.finish(window.desk.project, tasks)
    settle(screen, qtbot)
    assert screen.view.isVisible()
    all_three(screen, qtbot)
    assert screen.status_left()[0].text.startswith("Coded blind until ")


def test_that_a_comparison_of_a_source_coded_blind_says_why_it_is_not_there(screen, window, qtbot):
    project = window.desk.project
    comparison_actions.save_comparison(project, "Første", screen.report.setup)
    settle(screen, qtbot)
    screen.use(screen.report.setup)
    settle(screen, qtbot)
    coding_tasks.start_round(project)
    coding_tasks.assign(project, [one.id for one in screen.report.documents], NAMES[0])
    settle(screen, qtbot)
    assert screen.empty.reason is EmptyReason.HIDDEN
    assert "You are coding blind" in visible_texts(screen.empty)


def test_that_a_saved_comparison_of_a_corrected_text_offers_the_texts_of_now(window, qtbot):
    project = window.desk.project
    screen = compare(window, qtbot)
    comparison_actions.save_comparison(project, "Pilot", screen.report.setup)
    screen.desk.choice.open(comparison_actions.saved_comparisons(project)[0].id)
    screen.use(screen.desk.choice.setup)
    document_id = screen.report.documents[0].id
    text = queries.text_of(project, document_id).text.replace("i år", "da")
    if text == queries.text_of(project, document_id).text:
        text = text.replace("staben", "stab")
    text_correction.apply_correction(project, correction_preview.preview_correction(project, document_id, text))
    settle(screen, qtbot)
    assert screen.empty.reason is EmptyReason.TEXT_CHANGED
    assert screen.empty.button.text() == "Compare the texts as they are now"
    qtbot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    settle(screen, qtbot)
    assert screen.view.isVisible()


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_workspace_turns_language_and_theme_while_everything_is_open(screen, window, qtbot, language, theme):
    speak(window, language)
    window.commands.run(f"theme_{theme}")
    qtbot.keyClick(QApplication.focusWidget(), F8)
    screen.desk.open_setup()
    screen.desk.toggle_method()
    screen.desk.ask_coders(screen.toolbar.coders)
    speak(window, "en" if language == "nb" else "nb")
    speak(window, language)
    screen.desk.coders.close()
    assert not screen.grab().isNull()
    told = screen.keys()
    assert all(said for _, said in told)


def test_that_the_project_can_be_closed_while_coders_are_compared(window, qtbot):
    window.commands.run("compare")
    screen = window.page.current_workspace()
    assert screen.source.is_busy
    assert screen.empty.reason is EmptyReason.WAITING
    window.close_project()
    assert window.page is None


def test_that_stopping_leaves_what_was_there_and_offers_to_compare(window, qtbot):
    window.commands.run("compare")
    screen = window.page.current_workspace()
    screen.work.card.stop_requested.emit()
    qtbot.waitUntil(lambda: not screen.source.is_busy)
    assert screen.empty.reason is EmptyReason.STOPPED
    qtbot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    settle(screen, qtbot)
    assert screen.view.isVisible()


def test_that_f6_goes_through_toolbar_text_figures_list_and_decision(screen, window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), F8)
    seen = []
    for _ in range(6):
        window.commands.run("next_panel")
        seen.append(QApplication.focusWidget())
    view = screen.view
    for panel in (screen.toolbar, view.lanes, view.figures, view.differences, view.decision, window.page.rail):
        assert any(panel.isAncestorOf(widget) for widget in seen), panel
    assert len(set(seen)) == 6


def test_that_agreement_over_time_is_measured_when_its_page_is_opened(screen, qtbot):
    figures = screen.view.figures
    with qtbot.waitSignal(screen.drift.measured, timeout=20_000) as measured:
        figures.show_page(FigurePage.DRIFT)
    assert measured.args[0]
    qtbot.waitUntil(lambda: not screen.drift.is_busy)


def test_that_a_figure_shows_its_passages_in_the_list(screen, qtbot):
    place = screen.report.places[0]
    screen.view.figures.places_chosen.emit(ChosenPlaces("Tillit: 1 place", (place,)))
    assert screen.view.differences.header.accessibleName() == "Tillit: 1 place"
    assert QApplication.focusWidget() is screen.view.differences.view
    screen.desk.pick_unit(UnitKind.WORD)
    settle(screen, qtbot)
    assert screen.view.differences.header.accessibleName() == "Differences"


def test_that_the_consensus_is_seen_in_the_coding_workspace_when_it_is_chosen_there(screen, window, qtbot):
    project = window.desk.project
    place = screen.report.disagreements[0]
    choice = DecisionChoice.ACCEPT
    coder_id = screen.report.setup.raters[0 if place.codes[0] else 1].coder_id
    consensus_actions.decide(project, screen.report, place, choice=choice, coder_id=coder_id)
    window.commands.run("coding")
    reading = window.page.current_workspace()
    reading.show_document(place.document_id)
    choose_coders(reading, "all")
    persons = {one.id for one in reading.codings.spans()}
    choose_coders(reading, f"coder:{consensus_actions.consensus_coder(project).id}")
    agreed = {one.id for one in reading.codings.spans()}
    assert agreed == set(consensus_actions.decisions(project)[0].coding_ids)
    assert agreed
    assert not agreed & persons
    assert reading.codings.total == len(persons)


def choose_coders(reading, key):
    reading.columns.header.coders.set_key(key)
    reading.columns.header.coders.picked.emit(key)


def test_that_the_effect_of_a_choice_is_told_before_it_is_saved(screen, window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), F8)
    panel = screen.view.decision
    effect = panel.effect
    assert effect.isHidden()
    with qtbot.waitSignal(screen.effect.weighed, timeout=20_000):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert effect.isVisible()
    foreseen = effect.after.text()
    assert foreseen != effect.before.text()
    panel.form.reason.setPlainText("Slik ble vi enige.")
    assert effect.isVisible()

    panel.save_button.click()
    settle(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), F8, Qt.KeyboardModifier.ShiftModifier)
    assert screen.view.current.is_settled
    assert effect.after.text() == foreseen


def test_that_without_statistics_no_effect_is_weighed(screen, window, qtbot):
    comparison_actions.show_statistics(window.desk.project, False)
    settle(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), F8)
    with qtbot.assertNotEmitted(screen.effect.weighed, wait=400):
        screen.view.decision.press("1")
    assert screen.view.decision.effect.isHidden()


F7 = Qt.Key.Key_F7


def test_that_f7_shows_the_text_side_by_side_and_f8_marks_the_difference_in_both(screen, qtbot):
    all_three(screen, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), F7)
    lanes = screen.view.lanes
    assert lanes.is_split
    assert len(lanes.split.text.shown_columns) == 3
    qtbot.keyClick(QApplication.focusWidget(), F8)
    assert len(lanes.split.text.shown_columns) == 2
    for column in lanes.split.text.shown_columns:
        assert column.isVisible()
        assert column.current == screen.view.current.index
    column = lanes.split.text.shown_columns[1]
    column.setFocus()
    qtbot.keyClick(column, F8)
    assert screen.view.current.number == 2
    assert column.current == screen.view.current.index
    lanes.grab()
    shown = lanes.split.text.shown_columns
    column = next(one for one in shown if any(target.codings for target in one._lane_margin._targets))
    target = next(one for one in column._lane_margin._targets if one.codings)
    qtbot.mouseClick(column._lane_margin, Qt.MouseButton.LeftButton, pos=target.rect.center().toPoint())
    assert screen.view.current.index == target.codings[0].id
    qtbot.keyClick(column, F7)
    assert not lanes.is_split
    assert lanes.text.hasFocus()


def test_that_a_decision_is_made_beside_the_columns_and_undo_takes_it_back(screen, window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), F7)
    qtbot.keyClick(QApplication.focusWidget(), F8)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    column = screen.view.lanes.split.text.shown_columns[1]
    column.setFocus()
    qtbot.keyClick(column, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(consensus_actions.decisions(window.desk.project)) == 1
    settle(screen, qtbot)
    assert screen.view.lanes.is_split
    assert [one.is_settled for one in screen.view.lanes.split._compared.places.values()].count(True) == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(screen, qtbot)
    assert not any(one.is_settled for one in screen.view.lanes.split._compared.places.values())


def test_that_side_by_side_is_found_again_when_the_project_is_opened_again(screen, window, qtbot, coded):
    qtbot.keyClick(QApplication.focusWidget(), F7)
    window.commands.run("close")
    window.open_project(coded)
    again = compare(window, qtbot)
    assert again is not screen
    assert again.view.lanes.is_split
    again.view.lanes.toggle_split()
    window.commands.run("close")
    window.open_project(coded)
    assert not compare(window, qtbot).view.lanes.is_split


def test_that_the_menu_offers_side_by_side_only_where_there_is_room(screen, qtbot):
    def entry():
        return next(one for one in screen.menu_actions() if one.keys == "F7")

    assert (entry().enabled, entry().checked) == (True, False)
    entry().trigger()
    assert entry().checked
    screen.view._columns.setSizes([400, 2000])
    QCoreApplication.processEvents()
    assert not screen.view.lanes.is_split
    assert screen.view.lanes.text.isVisible()
    assert (entry().enabled, entry().checked) == (False, False)
    screen.view._columns.setSizes([2000, 400])
    QCoreApplication.processEvents()
    assert screen.view.lanes.is_split


def test_that_f6_leads_to_the_columns_as_well(screen, window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), F7)
    seen = []
    for _ in range(5):
        window.commands.run("next_panel")
        seen.append(QApplication.focusWidget())
    assert any(screen.view.lanes.isAncestorOf(widget) for widget in seen)
    assert len(set(seen)) == 5


def test_that_two_rounds_of_one_coder_stand_side_by_side(screen, window, qtbot):
    project = window.desk.project
    coding_tasks.start_round(project)
    code_id = queries.codebook(project).find("Tillit").id
    coding_actions.apply_code(project, passage_with(project, "Ingen ble spurt."), code_id)
    settle(screen, qtbot)
    screen.desk.ask_coders(screen.toolbar.coders)
    screen.desk.coders.kind_buttons[RaterKind.ROUNDS].click()
    screen.desk.coders.close()
    settle(screen, qtbot)
    screen.view.lanes.toggle_split()
    names = [head.label.text() for head in screen.view.lanes.split.heads.heads[:2]]
    assert len(set(names)) == 2
    assert all(name.startswith("Ane") for name in names)
