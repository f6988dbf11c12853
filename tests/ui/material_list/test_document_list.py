import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from kodebenk.application import coding_actions, document_actions, queries
from kodebenk.domain.document import SourceKind
from kodebenk.domain.passage import Passage
from kodebenk.ui.material_list.document_list import DocumentListPanel
from kodebenk.ui.material_list.document_model import DocumentFilter, DocumentModel, DocumentRole, percent
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.coding_desk import CodingDesk

INTERVIEW, NOTES = 1, 2


@pytest.fixture
def project(small_project):
    return small_project


@pytest.fixture
def model(project):
    made = DocumentModel(project)
    unsubscribe = project.subscribe(made.follow)
    yield made
    unsubscribe()


@pytest.fixture
def panel(qtbot, project, appearance):
    signals = ProjectSignals(project)
    made = DocumentListPanel(DocumentModel(project), appearance)
    desk = CodingDesk(project, made)
    signals.changed.connect(made.follow)
    made.rename_requested.connect(desk.rename_document)
    made.progress_requested.connect(desk.set_progress)
    made.move_requested.connect(desk.move_document)
    made.delete_requested.connect(desk.delete_document)
    qtbot.addWidget(made)
    made.resize(244, 500)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    signals.end()


def choose(menu: QMenu, value):
    next(action for action in menu.actions() if action.data() == value).trigger()


def test_that_the_model_keeps_the_rules_of_qt(qtmodeltester, model, project):
    qtmodeltester.check(model)
    document_actions.edit_document(project, NOTES, kind=SourceKind.PLAN)
    qtmodeltester.check(model)


def test_that_documents_stand_under_their_kind(model):
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    assert [group.data() for group in groups] == ["Interviews", "Notes"]
    assert [group.data(DocumentRole.COUNT) for group in groups] == [1, 1]
    assert model.index(0, 0, groups[1]).data(DocumentRole.DOCUMENT_ID) == NOTES


def test_that_progress_is_at_least_the_furthest_coding_but_never_all(model, project):
    length = queries.document(project, INTERVIEW).characters
    before = model.index_of(INTERVIEW).data(DocumentRole.PROGRESS)
    code = queries.codebook(project).find("Tillit").id
    coding_actions.apply_code(project, Passage(INTERVIEW, length - 10, length), code)
    assert before < model.index_of(INTERVIEW).data(DocumentRole.PROGRESS) == 0.99
    project.undo()
    assert model.index_of(INTERVIEW).data(DocumentRole.PROGRESS) == before


def test_that_a_finished_document_says_so(model, project):
    document_actions.set_progress(project, NOTES, 1.0)
    assert "finished" in model.index_of(NOTES).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.finished() == (1, 2)


def test_that_filters_by_kind_state_and_words_leave_out_the_others(model, project):
    model.set_filter(DocumentFilter(kind=SourceKind.NOTES))
    assert model.listed() == [NOTES]
    document_actions.set_progress(project, NOTES, 1.0)
    model.set_filter(DocumentFilter(only_unfinished=True))
    assert model.listed() == [INTERVIEW]
    model.set_filter(DocumentFilter(words="NOT"))
    assert model.listed() == [NOTES]


def test_that_a_click_chooses_a_document(qtbot, panel):
    at = panel.tree.visualRect(panel._model.index_of(NOTES)).center()
    with qtbot.waitSignal(panel.document_chosen) as chosen:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [NOTES]


def test_that_f2_renames_the_document(qtbot, panel, project):
    panel.show_document(NOTES)
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    panel.rename_field.selectAll()
    qtbot.keyClicks(panel.rename_field, "R3 · tillitsvalgt")
    qtbot.keyClick(panel.rename_field, Qt.Key.Key_Return)
    assert queries.document(project, NOTES).name == "R3 · tillitsvalgt"
    assert panel.tree.currentIndex().data() == "R3 · tillitsvalgt"


def test_that_the_menu_sets_progress_and_deletes_until_undo(panel, project):
    panel.show_document(NOTES)
    panel._fill_menu(NOTES)
    choose(panel.menu, "done")
    assert queries.document(project, NOTES).progress == 1.0
    assert panel._footer.accessibleName() == "1 of 2 documents finished"
    choose(panel.menu, "none")
    assert queries.document(project, NOTES).progress == 0.0
    choose(panel.menu, "delete")
    assert panel._model.listed() == [INTERVIEW]
    project.undo()
    assert panel._model.listed() == [INTERVIEW, NOTES]


def test_that_documents_move_among_those_of_their_kind(panel, project):
    document_actions.edit_document(project, NOTES, kind=SourceKind.TRANSCRIPT)
    panel.show_document(NOTES)
    panel._fill_menu(NOTES)
    choose(panel.menu, "up")
    assert panel._model.listed() == [NOTES, INTERVIEW]
    choose(panel.menu, "up")
    assert panel._model.listed() == [NOTES, INTERVIEW]


def test_that_a_filter_that_nothing_passes_can_be_left(qtbot, panel):
    panel._fill_filter_menu()
    choose(panel.filter_menu, "words")
    qtbot.keyClicks(panel.filter_field, "finnes ikke")
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Return)
    assert not panel.tree.isVisible()
    qtbot.mouseClick(panel._import_first, Qt.MouseButton.LeftButton)
    assert panel.tree.isVisible()
    assert panel._model.filter == DocumentFilter()


@pytest.mark.parametrize(("share", "words"), [(0.0, "0%"), (0.001, "1%"), (0.62, "62%"), (0.999, "99%"), (1.0, "100%")])
def test_that_a_share_is_never_rounded_to_nothing_or_all(share, words):
    assert percent(share).replace("\N{NO-BREAK SPACE}", "") == words
