"""The table of coding tasks with its forms, used with keys and mouse; looks at screen and project."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from kodebenk.application import coding_actions, coding_tasks, queries, turn_samples
from kodebenk.application.turn_samples import SampleWish
from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.material.material_screen import SOURCES, TASKS
from kodebenk.ui.tasks.task_model import TaskModel
from kodebenk.ui.tasks.task_words import TaskState, state_of
from ui.material_workspace import workspaces_of

INTERVIEW, NOTES = 1, 2
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_screen(appearance, qtbot):
    """Show who codes what in a project, as in a main window of some size."""

    with workspaces_of(appearance, qtbot) as open_workspace:

        def show(*wanted, **size):
            screen = open_workspace(*wanted, **size)
            screen.show_tasks()
            QApplication.processEvents()
            return screen

        yield show


@pytest.fixture
def project(small_project):
    coding_actions.add_coder(small_project, "Bo L.")
    return small_project


@pytest.fixture
def screen(project, open_screen):
    return open_screen(project)


@pytest.fixture
def view(screen):
    return screen.tasks


def coder(project, name):
    return queries.find_coder(project, name).id


def choose(view, *cells):
    """Choose the cells of these documents and coders, by name."""
    selection = view.table.selectionModel()
    selection.clear()
    for document_id, name in cells:
        index = view.model.index_of(document_id, coder(view._project, name))
        assert index.isValid()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def task(project, document_id, name):
    return coding_tasks.task_of(project, document_id, coder(project, name))


def state(project, document_id, name):
    return state_of(task(project, document_id, name))


def test_that_the_table_is_a_sound_model(project, qtmodeltester):
    coding_tasks.assign(project, [NOTES], "Bo L.")
    model = TaskModel(project)
    model.show_round(1)
    assert model.rowCount() == 2
    assert model.columnCount() == 2
    qtmodeltester.check(model)


def test_that_enter_assigns_the_chosen_cell_blind(project, screen, view, qtbot):
    choose(view, (NOTES, "Bo L."))
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_Return)
    form = view.panel.assign_form
    assert form.isVisible()
    assert form.assignment.coder == "Bo L."
    assert form.assignment.document_ids == (NOTES,)
    assert form.assignment.blind
    assert not form._new_coder.isVisible()
    qtbot.mouseClick(form.do_button, LEFT)
    assert state(project, NOTES, "Bo L.") is TaskState.BLIND
    assert task(project, INTERVIEW, "Bo L.") is None
    assert screen.heard.many == ["Assigned 1 source to Bo L."]
    assert not form.isVisible()
    assert view.cells._state.text() == "Codes blind"
    project.undo()
    assert task(project, NOTES, "Bo L.") is None
    assert view.cells._state.text() == "Not assigned"


def test_that_a_name_that_is_new_becomes_a_coder(project, screen, view, qtbot):
    qtbot.mouseClick(screen.assign_button, LEFT)
    form = view.panel.assign_form
    form.coder.setCurrentText("  Cato  Dahl ")
    assert form._new_coder.text() == "Cato Dahl becomes a coder of the project."
    assert form._new_coder.isVisible()
    form.sources.all_button.click()
    qtbot.mouseClick(form.do_button, LEFT)
    assert [one.name for one in queries.people(project)] == ["Ane K.", "Bo L.", "Cato Dahl"]
    assert view.model.columnCount() == 3
    assert {one.document_id for one in coding_tasks.tasks(project)} == {INTERVIEW, NOTES}


def test_that_nothing_can_be_assigned_to_nobody_or_of_nothing(view, screen):
    screen.assign_button.click()
    form = view.panel.assign_form
    assert form.do_button.isEnabled()
    form.sources.none_button.click()
    assert not form.do_button.isEnabled()
    form.sources.all_button.click()
    form.coder.setCurrentText("  ")
    assert not form.do_button.isEnabled()


def test_that_units_of_another_and_a_sample_are_handed_over(project, screen, view, qtbot):
    sample_id = turn_samples.draw_sample(project, "Utvalg", SampleWish(count=2, document_ids=[INTERVIEW]), 3)
    choose(view, (INTERVIEW, "Bo L."))
    screen.assign_button.click()
    form = view.panel.assign_form
    assert not form.units_of.isVisible()
    form.units.click()
    assert [form.units_of.itemText(at) for at in range(form.units_of.count())] == ["Passages of Ane K."]
    form.extent.setCurrentIndex(form.extent.findData(sample_id))
    assert "seed 3" in form._extent_words.text()
    form.blind.click()
    form.do_button.click()
    made = task(project, INTERVIEW, "Bo L.")
    assert not made.blind
    assert made.sample_id == sample_id
    sample = turn_samples.samples(project)[0]
    assert made.units
    assert all(any(unit.overlaps(turn) for turn in sample.turns) for unit in made.units)


def test_that_a_sample_is_given_only_where_it_has_turns(project, view, qtbot):
    sample_id = turn_samples.draw_sample(project, "Utvalg", SampleWish(share=1, document_ids=(INTERVIEW,)), 3)
    view.panel.start_assigning()
    form = view.panel.assign_form
    form.coder.setEditText("Bo L.")
    form.extent.setCurrentIndex(form.extent.findData(sample_id))
    assert form.sources.checked == (INTERVIEW,)
    box = form.sources.boxes[NOTES]
    assert not box.isEnabled()
    assert box.toolTip() == "The sample holds no turns of this source."
    qtbot.mouseClick(form.sources.all_button, LEFT)
    assert form.sources.checked == (INTERVIEW,)
    form.extent.setCurrentIndex(0)
    assert box.isEnabled()
    assert box.toolTip() == queries.document(project, NOTES).name
    qtbot.mouseClick(form.sources.all_button, LEFT)
    assert form.sources.checked == (INTERVIEW, NOTES)


def test_that_escape_leaves_a_form_without_doing_anything(project, screen, view, qtbot):
    before = queries.history(project)
    for start in (screen.assign_button, screen.sample_button, screen.round_button):
        start.click()
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
        assert view.cells.isVisible()
        assert view.table.hasFocus()
    assert queries.history(project) == before


def test_that_several_cells_are_finished_and_withdrawn_at_once(project, screen, view, qtbot):
    coding_tasks.assign(project, [INTERVIEW, NOTES], "Bo L.")
    coding_tasks.assign(project, [NOTES], "Ane K.", blind=False)
    choose(view, (INTERVIEW, "Bo L."), (NOTES, "Bo L."), (NOTES, "Ane K."), (INTERVIEW, "Ane K."))
    assert view.cells.title.text() == "4 cells chosen"
    assert view.cells._state.text().split("\n") == ["Not assigned: 1", "Assigned: 1", "Codes blind: 2"]
    qtbot.mouseClick(view.cells.finish_button, LEFT)
    assert all(one.is_finished for one in coding_tasks.tasks(project))
    assert screen.heard.done == ["3 tasks are finished"]
    assert not view.cells.finish_button.isVisible()
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_Delete)
    assert coding_tasks.tasks(project) == ()
    assert screen.heard.many == ["Withdrew 3 tasks"]


def test_that_blindness_ends_with_a_reason_only(project, view, qtbot):
    coding_tasks.assign(project, [NOTES], "Bo L.")
    choose(view, (NOTES, "Bo L."))
    qtbot.mouseClick(view.cells.unblind_button, LEFT)
    box = view.cells.reason
    assert box.line.hasFocus()
    assert not box.end_button.isEnabled()
    qtbot.keyClick(box.line, KEY.Key_Return)
    assert state(project, NOTES, "Bo L.") is TaskState.BLIND
    qtbot.keyClicks(box.line, "Opplæring")
    qtbot.mouseClick(box.end_button, LEFT)
    assert state(project, NOTES, "Bo L.") is TaskState.UNBLINDED
    assert "Opplæring" in view.cells._dates.text()
    assert not box.isVisible()
    assert queries.history(project)[-1].name is ChangeName.UNBLIND


def test_that_a_reopened_task_stays_without_blindness(project, view, qtbot):
    coding_tasks.finish(project, coding_tasks.assign(project, [NOTES], "Bo L."))
    choose(view, (NOTES, "Bo L."))
    assert state(project, NOTES, "Bo L.") is TaskState.FINISHED
    qtbot.mouseClick(view.cells.reopen_button, LEFT)
    assert state(project, NOTES, "Bo L.") is TaskState.UNBLINDED


def test_that_the_source_of_a_cell_opens_in_coding(screen, view, qtbot):
    choose(view, (NOTES, "Bo L."))
    qtbot.mouseClick(view.cells.open_button, LEFT)
    assert screen.heard.passages == [(NOTES, 0, 0)]


def test_that_a_draw_is_previewed_by_stratum_and_kept_with_its_seed(project, screen, view, qtbot):
    qtbot.mouseClick(screen.sample_button, LEFT)
    form = view.panel.sample_form
    assert form.name.text() == "Sample 1"
    assert form.name.hasFocus()
    form.measure.set_value("count")
    form.measure.picked.emit("count")
    form.amount.setValue(4)
    form.stratum.setCurrentIndex(form.stratum.findData("group"))
    wish = form.draw.wish
    counts = turn_samples.preview(project, wish)
    assert wish.count == 4
    assert form._preview.accessibleName().startswith("4 of ")
    shown = [form._rows.itemAt(at).widget().text() for at in range(form._rows.count())]
    assert [one.stratum for one in counts] == [word for word in shown if word in {"Ledelse", "Ansatte"}]
    form.seed.setValue(4711)
    qtbot.mouseClick(form.do_button, LEFT)
    (sample,) = turn_samples.samples(project)
    assert (sample.name, sample.seed, sample.stratum, len(sample.turns)) == ("Sample 1", 4711, "group", 4)
    assert screen.heard.done == ["Drew 4 turns: “Sample 1”"]
    assert view.samples.isVisible()


def test_that_another_seed_is_offered_and_the_same_seed_draws_the_same(project, screen, view):
    drawn = []
    for name in ("A", "B"):
        screen.sample_button.click()
        form = view.panel.sample_form
        form.name.setText(name)
        form.amount.setValue(50)
        first = form.seed.value()
        for _ in range(20):
            form.seed_button.click()
            if form.seed.value() != first:
                break
        assert form.seed.value() != first
        form.seed.setValue(12)
        form.do_button.click()
        drawn.append(turn_samples.samples(project)[-1].turns)
    assert drawn[0] == drawn[1]


def test_that_a_draw_of_too_many_says_why_it_cannot_be(screen, view):
    screen.sample_button.click()
    form = view.panel.sample_form
    form.measure.set_value("count")
    form.measure.picked.emit("count")
    form.amount.setValue(900)
    assert not form.do_button.isEnabled()
    form.amount.setValue(2)
    assert form.do_button.isEnabled()


def test_that_a_name_that_is_taken_is_told_and_the_form_stays(project, screen, view):
    turn_samples.draw_sample(project, "Utvalg", SampleWish(share=0.2), 1)
    screen.sample_button.click()
    view.panel.sample_form.name.setText("utvalg")
    view.panel.sample_form.do_button.click()
    assert len(screen.heard.errors) == 1
    assert view.panel.sample_form.isVisible()


def test_that_a_sample_in_use_cannot_be_deleted_and_another_can(project, screen, view, qtbot):
    used = turn_samples.draw_sample(project, "Brukt", SampleWish(share=0.2), 1)
    free = turn_samples.draw_sample(project, "Ledig", SampleWish(share=0.2), 2)
    coding_tasks.assign(project, [INTERVIEW], "Bo L.", sample_id=used)
    assert not view.samples.buttons[used].isEnabled()
    qtbot.mouseClick(view.samples.buttons[free], LEFT)
    assert [one.id for one in turn_samples.samples(project)] == [used]
    assert screen.heard.done == ["Deleted the sample “Ledig”"]
    project.undo()
    assert len(view.samples.buttons) == 2


def test_that_a_new_round_has_tasks_of_its_own(project, screen, view, qtbot):
    coding_tasks.assign(project, [NOTES], "Bo L.")
    qtbot.mouseClick(screen.round_button, LEFT)
    assert "round 2" in view.panel.round_form._words.text()
    qtbot.mouseClick(view.panel.round_form.do_button, LEFT)
    assert queries.current_round(project) == 2
    assert view.rounds.key == "2"
    assert view.model.tasks == []
    assert screen.round_button.accessibleName() == "Start round 3 …"
    choose(view, (NOTES, "Bo L."))
    view.panel.start_assigning()
    view.panel.assign_form.do_button.click()
    assert task(project, NOTES, "Bo L.").round == 2
    view.rounds.set_key("1")
    view.rounds.picked.emit("1")
    assert [one.round for one in view.model.tasks] == [1]


def test_that_words_searched_for_show_the_sources_that_have_them(screen, view):
    screen.search.setText("notat")
    screen.search.text_settled.emit("notat")
    assert [one.id for one in view.model.documents] == [NOTES]
    screen.search.text_settled.emit("finnes ikke")
    assert view._no_hits.isVisible()
    assert not view.table.isVisible()


def test_that_an_empty_project_asks_for_sources(empty_project, open_screen, qtbot):
    screen = open_screen(empty_project)
    assert screen.tasks.empty.isVisible()
    with qtbot.waitSignal(screen.import_requested):
        qtbot.mouseClick(screen.tasks._first_button, LEFT)


@pytest.fixture
def empty_project(tmp_path):
    from kodebenk.application.open_project import OpenProject

    opened = OpenProject.create(tmp_path / "tom.kodebenk", title="Tom", coder_name="Ane K.")
    yield opened
    opened.close()


def test_that_cells_say_who_what_and_how_far_to_a_screen_reader(project, view):
    ids = coding_tasks.assign(project, [NOTES], "Bo L.", units_of=coder(project, "Ane K."))
    index = view.model.index_of(NOTES, coder(project, "Bo L."))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role) == "notater.txt, Bo L.: Codes blind, 3 units marked"
    coding_tasks.finish(project, ids)
    assert index.data(role).startswith("notater.txt, Bo L.: Finished ")
    header = view.model.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Ane K. (you)"


def test_that_the_panel_slides_over_the_table_in_a_narrow_window(project, open_screen, qtbot):
    screen = open_screen(project, 1100, 700)
    view = screen.tasks
    assert not view.panel.isVisible()
    screen.assign_button.click()
    assert view.panel.assign_form.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not view.panel.isVisible()
    choose(view, (NOTES, "Bo L."))
    qtbot.keyClick(view.table, KEY.Key_Space)
    assert view.cells.isVisible()
    qtbot.mouseClick(view.cells.close_button, LEFT)
    assert not view.panel.isVisible()


class Marking(QTranslator):
    """Answers every text with itself between brackets."""

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        return f"[{source}]"

    def isEmpty(self):
        return False


def test_that_everything_turns_language_while_it_is_shown(project, screen, view, qtbot):
    turn_samples.draw_sample(project, "Utvalg", SampleWish(share=0.2), 1)
    coding_tasks.assign(project, [NOTES], "Bo L.")
    choose(view, (NOTES, "Bo L."))
    translator = Marking()
    QApplication.installTranslator(translator)
    try:
        QApplication.processEvents()
        assert view.cells._state.text() == "[Codes blind]"
        assert screen.assign_button.accessibleName() == "[Assign …]"
        assert view.panel.assign_form.do_button.accessibleName() == "[Assign]"
        assert view.samples._title.text() == "[Samples of turns]"
        assert view.panel.assign_form.cancel_button.accessibleName() == "[Cancel]"
    finally:
        QApplication.removeTranslator(translator)
        QApplication.processEvents()
    assert view.cells._state.text() == "Codes blind"


def test_that_the_table_follows_the_project_when_it_is_shown_again(project, screen, view):
    screen.show_view(SOURCES)
    coding_tasks.assign(project, [NOTES], "Bo L.")
    assert view.model.tasks == []
    screen.show_view(TASKS)
    assert len(view.model.tasks) == 1
    assert "1 coded blind" in [item.text for item in screen.status_left()]
