import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from kodebenk.application import codebook_actions, queries
from kodebenk.ui.codebook.codebook_model import CodebookModel, CodeRole
from kodebenk.ui.codebook.codebook_view import CodebookPanel
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.coding_desk import CodingDesk


@pytest.fixture
def project(small_project):
    return small_project


@pytest.fixture
def model(project):
    made = CodebookModel(project)
    unsubscribe = project.subscribe(made.follow)
    yield made
    unsubscribe()


@pytest.fixture
def panel(qtbot, project, appearance):
    """The panel wired to the project as the coding workspace wires it."""
    signals = ProjectSignals(project)
    made = CodebookPanel(CodebookModel(project), appearance)
    desk = CodingDesk(project, made)
    signals.changed.connect(made.follow)
    made.rename_requested.connect(desk.rename_code)
    made.move_requested.connect(desk.move_code)
    made.delete_requested.connect(desk.delete_code)
    made.merge_requested.connect(desk.merge_codes)
    made.add_requested.connect(desk.add_code)
    qtbot.addWidget(made)
    made.resize(312, 480)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    signals.end()


def code(project, name):
    return queries.codebook(project).find(name)


def names_below(project, theme):
    return [one.name for one in queries.codebook(project).children_of(code(project, theme).id)]


def drop(panel, name, parent, row):
    """Drop a code as the view does: into a parent, at a row or −1 for onto."""
    model = panel.tree.model()
    content = model.mimeData([model.index_of(code(panel._model._project, name).id)])
    assert model.canDropMimeData(content, Qt.DropAction.MoveAction, row, 0, parent)
    model.dropMimeData(content, Qt.DropAction.MoveAction, row, 0, parent)
    QApplication.processEvents()


def test_that_the_model_keeps_the_rules_of_qt(qtmodeltester, model, project):
    qtmodeltester.check(model)
    codebook_actions.add_code(project, "Økonomi", code(project, "Styring").id)
    qtmodeltester.check(model)


def test_that_a_theme_counts_the_codings_below_it(model, project):
    counts = queries.coding_counts(project)
    theme = code(project, "Deltakelse")
    below = sum(counts.get(one.id, 0) for one in queries.codebook(project).below(theme.id))
    index = model.index_of(theme.id)
    assert index.data(CodeRole.COUNT) == below == 5
    assert index.data(CodeRole.IS_HEADING)
    assert f"{below} codings" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_an_empty_codebook_tells_how_to_begin(qtbot, project, appearance):
    for theme in queries.codebook(project).themes:
        codebook_actions.delete_code(project, theme.id)
    made = CodebookPanel(CodebookModel(project), appearance)
    qtbot.addWidget(made)
    made.show()
    assert not made.tree.isVisible()
    assert made._empty.isVisible()


def test_that_f2_renames_in_place(qtbot, panel, project):
    target = code(project, "Tillit")
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(panel._model.index_of(target.id))
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    assert panel.tree.state() == QAbstractItemView.State.EditingState
    editor = panel.tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Tiltro")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: queries.codebook(project).by_id[target.id].name == "Tiltro")
    assert panel.current_code.name == "Tiltro"


def test_that_a_code_dropped_between_others_takes_that_place(panel, project):
    theme = panel._model.index_of(code(project, "Deltakelse").id)
    drop(panel, "Tillit", theme, 1)
    assert names_below(project, "Deltakelse") == ["Medvirkning", "Tillit", "Forankring"]
    drop(panel, "Forankring", panel._model.index_of(code(project, "Deltakelse").id), 0)
    assert names_below(project, "Deltakelse") == ["Forankring", "Medvirkning", "Tillit"]


def test_that_a_code_dropped_onto_another_comes_below_it(panel, project):
    drop(panel, "Tillit", panel._model.index_of(code(project, "Forankring").id), -1)
    assert names_below(project, "Forankring") == ["Tillit"]


def test_that_a_code_dropped_beside_all_becomes_a_theme(panel, project):
    drop(panel, "Tillit", QModelIndex(), 0)
    assert [theme.name for theme in queries.codebook(project).themes] == ["Tillit", "Styring", "Deltakelse"]


def test_that_a_theme_cannot_be_dropped_below_itself(panel, project):
    model = panel._model
    content = model.mimeData([model.index_of(code(project, "Deltakelse").id)])
    below = model.index_of(code(project, "Forankring").id)
    assert not model.canDropMimeData(content, Qt.DropAction.MoveAction, -1, 0, below)


def test_that_folded_themes_stay_folded_over_a_change(panel, project):
    theme = code(project, "Styring")
    panel.tree.collapse(panel._model.index_of(theme.id))
    codebook_actions.add_code(project, "Økonomi", theme.id)
    assert not panel.tree.isExpanded(panel._model.index_of(theme.id))
    assert panel.tree.isExpanded(panel._model.index_of(code(project, "Deltakelse").id))


def test_that_a_new_code_is_asked_for_and_added_below_the_theme(qtbot, panel, project):
    panel.show_code(code(project, "Medvirkning").id)
    qtbot.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    name = panel.new_code_bar.findChild(QLineEdit)
    assert name.hasFocus()
    qtbot.keyClicks(name, "Dialog")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert names_below(project, "Deltakelse") == ["Medvirkning", "Forankring", "Dialog"]
    assert panel.header._count.text() == "5 codes"


def test_that_merging_moves_the_codings_and_can_be_undone(qtbot, panel, project):
    counts = queries.coding_counts(project)
    one, into = code(project, "Forankring"), code(project, "Medvirkning")
    panel.show_code(one.id)
    panel._actions.merge.trigger()
    choices = panel.merge_bar.into
    choices.setCurrentIndex(choices.findData(into.id))
    qtbot.mouseClick(panel.merge_bar._merge, Qt.MouseButton.LeftButton)
    assert one.id not in queries.codebook(project).by_id
    assert queries.coding_counts(project)[into.id] == counts[one.id] + counts[into.id]
    project.undo()
    assert queries.coding_counts(project) == counts
    assert panel._model.index_of(one.id).isValid()


def test_that_delete_removes_the_code_with_its_codings_until_undo(qtbot, panel, project):
    doomed = code(project, "Medvirkning")
    panel.show_code(doomed.id)
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert doomed.id not in queries.codebook(project).by_id
    project.undo()
    assert panel._model.index_of(doomed.id).data(CodeRole.COUNT) == 3


def test_that_enter_and_a_double_click_choose_the_code(qtbot, panel, project):
    target = code(project, "Tillit").id
    panel.show_code(target)
    panel.tree.setFocus()
    with qtbot.waitSignal(panel.code_chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == [target]
    at = panel.tree.visualRect(panel._model.index_of(target)).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(panel.code_chosen) as chosen:
        qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [target]


def test_that_showing_a_code_tells_nobody(qtbot, panel, project):
    with qtbot.assertNotEmitted(panel.code_marked):
        panel.show_code(code(project, "Tillit").id)
    assert panel.current_code.name == "Tillit"
