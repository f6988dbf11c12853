"""Blind coding in the real window: the second coder finds nothing of the first one's work until they finish."""

import re
import zipfile
from contextlib import closing

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from conftest import make_small_project, passage_of
from kodebenk.application import coding_actions, coding_tasks, document_actions, matrix_actions, matrix_report, queries
from kodebenk.application.correction_preview import preview_correction
from kodebenk.application.text_correction import apply_correction
from kodebenk.application.turn_samples import SampleWish, draw_sample
from kodebenk.domain.matrix import CellState, ColumnKey, MatrixSpec, SynthesisKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.ui.main_window import MainWindow
from kodebenk.ui.matrix import matrix_source
from kodebenk.ui.matrix.export_panel import ExportWish
from kodebenk.ui.reading.task_marks import PlacedMarks
from kodebenk.ui.shell.rail import WORKSPACES
from windows.conftest import let_go

INTERVIEW, NOTES = 1, 2
SECOND = "Bo L."
MARK = "ANESPOR"
"""Stands in everything that the first coder wrote."""

OWN = "BOSPOR"
"""Stands in what the second coder wrote."""

COUNTED = re.compile(r"\b[1-9][0-9]* codings?\b")
"""Codings counted in words, more than none."""

OWN_ROLES = range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 12)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *OWN_ROLES,
)


def first_coders_project(folder):
    """Make a project in which Ane has coded, written, and lost a coding its place; she was named in everything."""
    opened = make_small_project(folder)
    for number, one in enumerate(queries.codings(opened)):
        coding_actions.edit_coding(opened, one.id, comment=f"{MARK}K{number}", condensation=f"{MARK}O{number}")
    row = next(one for one in matrix_report.build(opened, MatrixSpec()).rows if one.label == "R1")
    book = queries.codebook(opened)
    matrix = matrix_report.build(opened, MatrixSpec())
    place = next(at for at, one in enumerate(matrix.columns) if one.name == "Medvirkning")
    column = ColumnKey(book.find("Medvirkning").id)
    matrix_actions.write_summary(opened, row, column, matrix.cell(matrix.rows.index(row), place), f"{MARK}S")
    other = ColumnKey(book.find("Tillit").id)
    matrix_actions.set_cell_state(opened, row, other, CellState.NOT_APPLICABLE, f"{MARK}G")
    matrix_actions.write_synthesis(opened, column, SynthesisKind.PATTERNS, f"{MARK}M")
    document_actions.set_progress(opened, INTERVIEW, 1.0)
    text = queries.text_of(opened, INTERVIEW).text.replace("De målene lever ennå.", "")
    apply_correction(opened, preview_correction(opened, INTERVIEW, text))
    return opened


@pytest.fixture
def path(tmp_path, copies):
    with closing(copies.open(first_coders_project, tmp_path)) as opened:
        coding_tasks.assign(opened, [INTERVIEW, NOTES], SECOND)
        return opened.path


@pytest.fixture
def window(qtbot, appearance, translation, settings, dialogs, path):
    """The window as Ane left it: she has been everywhere."""
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    qtbot.addWidget(made, before_close_func=let_go)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open_project(path)
    for place in WORKSPACES:
        made.commands.run(place.name)
        QApplication.processEvents()
    qtbot.waitUntil(made.page.unplaced_banner.isVisible)
    screen = reading(made)
    screen.show_document(INTERVIEW)
    screen.selection.step(1)
    assert MARK in everything(made)
    return made


@pytest.fixture
def blind(window):
    """The same window after Bo has taken over, by the menu of the badge."""
    window.top_bar.coder.coder_chosen.emit(SECOND)
    assert window.desk.project.coder_name == SECOND
    return window


def reading(window):
    window.commands.run("coding")
    QCoreApplication.processEvents()
    return window.page.workspace("coding")


def material(window, view):
    window.commands.run("material")
    screen = window.page.workspace("material")
    screen.show_view(view)
    QCoreApplication.processEvents()
    return screen


def matrix_of(window, qtbot):
    window.commands.run("matrix")
    screen = window.page.workspace("matrix")
    qtbot.waitUntil(lambda: screen.source.matrix is not None and not screen.source.is_stale)
    return screen


def everything(window):
    """Return all words that can be seen or heard in a window, and what its lists, tables and trees know."""
    QCoreApplication.processEvents()
    shown = [one for one in (window, *window.findChildren(QWidget)) if one.isVisible()]
    return "\n".join(word for one in shown for word in words_of(one) if word)


def words_of(widget):
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells_of(widget.model())


def cells_of(model: QAbstractItemModel, parent=None):
    parent = parent or QModelIndex()
    # Lists and tables hide what they take no part in.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    is_flat = isinstance(model, QAbstractListModel | QAbstractTableModel)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (repr(model.data(index, role)) for role in ROLES)
            if not is_flat:
                yield from cells_of(model, index)


def content_of(path):
    """Return what stands in a file, also in the parts of an Office file."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def code_something(window):
    """Let the one who works code a sentence with a comment."""
    project = window.desk.project
    passage = passage_of(project, NOTES, "Hun fikk dem på e-post en fredag.")
    code_id = queries.codebook(project).find("Tillit").id
    coding_id = coding_actions.apply_code(project, passage, code_id)
    coding_actions.edit_coding(project, coding_id, comment=OWN)
    return coding_id


def painted(screen):
    return len(screen.view._shown.codings)


# Nothing anywhere


def test_that_the_coding_workspace_shows_nothing_of_the_other(blind):
    screen = reading(blind)
    for document_id in (INTERVIEW, NOTES):
        screen.show_document(document_id)
        screen.columns.header.coders.set_key("all")
        screen._refilter()
        assert painted(screen) == 0
        assert screen.codings.total == 0
        screen.selection.step(1)
        assert screen.selected_id is None
        assert "0 codings in the document" in [item.text for item in screen.status_right()]
        assert MARK not in everything(blind)
    assert screen.columns.blind_banner.isVisible()


def test_that_the_documents_list_shows_only_own_progress(blind):
    documents = {one.id: one.progress for one in queries.documents(blind.desk.project)}
    assert documents == {INTERVIEW: 0.0, NOTES: 0.0}
    words = "".join(cells_of(reading(blind).columns.documents.tree.model()))
    assert not COUNTED.search(words)
    assert "Finished" not in words


def test_that_codebook_palette_and_last_used_codes_start_from_nothing(blind, qtbot):
    screen = reading(blind)
    counts = queries.coding_counts(blind.desk.project)
    assert not any(counts.values())
    assert screen.desk.recent == []
    screen.show_document(NOTES)
    screen.view.select_passage(0, 7)
    screen.passages.open_palette()
    assert {row.count for row in screen.palette_widget._model._rows} == {0}
    qtbot.keyClick(screen.view, Qt.Key.Key_Escape)


def test_that_go_to_finds_no_passage_of_a_code(blind, qtbot):
    blind.open_go_to()
    qtbot.keyClicks(blind.top_bar.search, "Medvirkning")
    assert MARK not in everything(blind)
    qtbot.keyClick(blind.top_bar.search, Qt.Key.Key_Return)
    assert "There is no passage there yet." in everything(blind)


def test_that_history_undo_and_messages_tell_nothing(blind):
    assert "Undo: apply code" not in everything(blind)
    assert "Undo: edit coding" not in everything(blind)
    blind.commands.run("history")
    rows = "".join(cells_of(blind.sheets.page.list.model()))
    assert "Apply code" not in rows
    assert "Write summary" not in rows
    assert "Set state of cell" not in rows
    assert "Import documents" in rows
    assert MARK not in everything(blind)


def test_that_codings_without_a_place_are_not_told(blind):
    assert not blind.page.unplaced_banner.isVisible()
    assert "unplaced" not in "".join(item.text for item in blind.page.status_left())
    blind.commands.run("unplaced")
    assert MARK not in everything(blind)
    assert "1 left" not in everything(blind)


def test_that_the_matrix_has_neither_quotes_nor_what_was_written(blind, qtbot):
    screen = matrix_of(blind, qtbot)
    assert not [cell for row in screen.source.matrix.cells for cell in row if cell.quotes]
    for number in range(screen.view.grid.model().rowCount()):
        screen.view.grid.setCurrentIndex(screen.view.grid.model().index(number, 0))
        assert MARK not in everything(blind)
    assert MARK not in repr(screen.source.matrix)


def test_that_the_material_workspace_shows_nothing(blind):
    for view in ("sources", "respondents", "guides", "tasks"):
        screen = material(blind, view)
        for table in screen.findChildren(QAbstractItemView):
            if table.isVisible() and table.model() is not None:
                for row in range(table.model().rowCount()):
                    table.setCurrentIndex(table.model().index(row, 0))
                    words = everything(blind)
                    assert MARK not in words, view
                    assert not COUNTED.search(words), view


def test_that_no_workspace_of_the_rail_shows_anything(blind, qtbot):
    for place in WORKSPACES:
        blind.commands.run(place.name)
        qtbot.wait(50)
        assert MARK not in everything(blind)


def test_that_the_check_of_the_project_tells_nothing(blind, qtbot):
    blind.commands.run("check")
    qtbot.waitUntil(lambda: blind.sheets.page is not None and not blind.work.is_busy, timeout=20_000)
    assert MARK not in everything(blind)


def test_that_exported_codings_are_own_ones_alone(blind, qtbot, dialogs, tmp_path):
    assert not blind.menus.action("export_codings").isEnabled()
    code_something(blind)
    assert blind.menus.action("export_codings").isEnabled()
    for ending in ("csv", "xlsx", "docx", "jsonl"):
        dialogs.answer = tmp_path / f"kodinger.{ending}"
        blind.commands.run("export_codings")
        qtbot.waitUntil(dialogs.answer.exists, timeout=20_000)
        qtbot.waitUntil(lambda: not blind.work.is_busy)
        words = content_of(dialogs.answer)
        assert OWN in words, ending
        assert MARK not in words, ending
        assert "budsjett som sprakk" not in words, ending


def test_that_an_exported_matrix_has_nothing(blind, qtbot, tmp_path):
    code_something(blind)
    screen = matrix_of(blind, qtbot)
    for ending in ("docx", "xlsx", "csv", "html"):
        target = tmp_path / f"matrise.{ending}"
        screen.desk.write_file(ExportWish(ending, "nb", LabelPolicy.NAME), target)
        qtbot.waitUntil(lambda target=target: screen.desk.panel.written == target, timeout=20_000)
        qtbot.waitUntil(screen.desk.panel.button.isEnabled)
        words = content_of(target)
        assert "Tove Strand" in words, ending
        assert MARK not in words, ending
        assert "budsjett som sprakk" not in words, ending


def test_that_codebook_and_history_files_have_nothing(blind, qtbot, dialogs, tmp_path):
    for name in ("export_codes", "export_history"):
        dialogs.answer = tmp_path / f"{name}.csv"
        getattr(blind.commands.files, name)()
        qtbot.waitUntil(dialogs.answer.exists, timeout=20_000)
        qtbot.waitUntil(lambda: not blind.work.is_busy)
        words = content_of(dialogs.answer)
        assert MARK not in words, name
        assert "apply_code" not in words, name


def test_that_the_list_of_recent_projects_counts_nothing(blind, settings):
    blind.close_project()
    assert settings.recent_projects()[0].codings == 0
    assert MARK not in everything(blind)


# What ends it


def test_that_finishing_shows_the_other_everywhere(blind, qtbot):
    screen = reading(blind)
    for document_id in (INTERVIEW, NOTES):
        screen.show_document(document_id)
        assert screen.columns.blind_banner.isVisible()
        qtbot.mouseClick(screen.columns.blind_banner.finish_button, Qt.MouseButton.LeftButton)
        assert not screen.columns.blind_banner.isVisible()
    assert painted(screen) == 3
    screen.selection.step(1)
    screen.selection.step(1)
    assert MARK in everything(blind)
    assert f"{MARK}S" in repr(matrix_of(blind, qtbot).source.matrix)
    assert sum(queries.coding_counts(blind.desk.project).values()) == 9
    assert blind.page.unplaced_banner.isVisible()
    blind.commands.run("history")
    assert "Apply code" in "".join(cells_of(blind.sheets.page.list.model()))


def test_that_having_finished_cannot_be_undone(blind, qtbot):
    screen = reading(blind)
    screen.show_document(NOTES)
    qtbot.mouseClick(screen.columns.blind_banner.finish_button, Qt.MouseButton.LeftButton)
    assert blind.desk.project.next_to_undo() is None
    assert not blind.status_bar._undo.isVisible()


def test_that_ending_blindness_asks_why_and_records_it(blind, qtbot):
    screen = reading(blind)
    screen.show_document(NOTES)
    banner = screen.columns.blind_banner
    qtbot.mouseClick(banner.unblind_button, Qt.MouseButton.LeftButton)
    assert banner.reason.line.hasFocus()
    assert not banner.reason.end_button.isEnabled()
    qtbot.keyClick(banner.reason.line, Qt.Key.Key_Escape)
    assert not banner.reason.line.isVisible()
    assert screen.view.hasFocus()
    qtbot.mouseClick(banner.unblind_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(banner.reason.line, "Måtte se koden i bruk")
    qtbot.keyClick(banner.reason.line, Qt.Key.Key_Return)
    task = coding_tasks.task_of(blind.desk.project, NOTES)
    assert task.unblinded_because == "Måtte se koden i bruk"
    assert queries.history(blind.desk.project)[-1].name is ChangeName.UNBLIND
    assert not banner.isVisible()
    assert painted(screen) == 3
    screen.show_document(INTERVIEW)
    assert banner.isVisible()
    assert painted(screen) == 0


# What begins it, and who looks


def test_that_a_task_given_to_the_one_who_works_hides_at_once(window, qtbot):
    project = window.desk.project
    screen = reading(window)
    screen.show_document(NOTES)
    screen.selection.step(1)
    assert painted(screen) == 3
    other = coding_actions.add_coder(project, "Cato")
    assert other
    window.top_bar.coder.coder_chosen.emit("Cato")
    screen.columns.header.coders.set_key("all")
    screen._refilter()
    assert painted(screen) == 3
    coding_tasks.assign(project, [NOTES], "Cato")
    assert painted(screen) == 0
    assert screen.selected_id is None
    assert MARK not in everything(window)


def test_that_the_first_coder_sees_all_again_when_back(blind, qtbot):
    blind.top_bar.coder.coder_chosen.emit("Ane K.")
    screen = reading(blind)
    screen.show_document(NOTES)
    assert painted(screen) == 3
    assert not screen.columns.blind_banner.isVisible()
    assert f"{MARK}S" in repr(matrix_of(blind, qtbot).source.matrix)


def test_that_what_is_being_written_is_kept_under_the_name_of_the_writer(window, qtbot):
    screen = reading(window)
    screen.show_document(NOTES)
    screen.selection.step(1)
    coding_id = screen.selected_id
    screen.columns.inspector.write_comment()
    qtbot.keyClicks(QApplication.focusWidget(), "Nytt ")
    window.top_bar.coder.coder_chosen.emit(SECOND)
    window.top_bar.coder.coder_chosen.emit("Ane K.")
    project = window.desk.project
    assert "Nytt " in queries.coding(project, coding_id).comment
    last = queries.history(project)[-1]
    assert (last.name, last.coder) == (ChangeName.EDIT_CODING, "Ane K.")


def test_that_a_summary_that_could_not_be_kept_is_not_kept_under_the_name_of_the_next(blind, qtbot):
    code_something(blind)
    screen = matrix_of(blind, qtbot)
    screen.view.select_first()
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Uferdig")
    qtbot.keyClick(screen.panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert blind.page.banner.isVisible()
    assert screen.panel.editor.text() == "Uferdig"
    blind.top_bar.coder.coder_chosen.emit("Ane K.")
    matrix_of(blind, qtbot)
    assert screen.panel.place is not None
    assert "Uferdig" not in screen.panel.editor.text()
    blind.commands.run("coding")
    assert ChangeName.WRITE_CELL not in [one.name for one in queries.history(blind.desk.project)[-2:]]
    assert "Uferdig" not in repr(matrix_of(blind, qtbot).source.matrix)


def test_that_a_matrix_built_for_another_coder_is_not_shown(window, qtbot, monkeypatch):
    screen = matrix_of(window, qtbot)
    monkeypatch.setattr(matrix_source, "_MOST_CODINGS", -1)
    built = []
    screen.source.built.connect(lambda matrix: built.append(repr(matrix)))
    coding_actions.apply_code(
        window.desk.project,
        passage_of(window.desk.project, NOTES, "Hun fikk dem på e-post en fredag."),
        queries.codebook(window.desk.project).find("Tillit").id,
    )
    assert screen.source._task is not None
    window.top_bar.coder.coder_chosen.emit(SECOND)
    assert MARK not in everything(window)
    qtbot.waitUntil(lambda: screen.source.matrix is not None, timeout=20_000)
    assert built
    assert not any(MARK in one for one in built)


# What is to be coded


def test_that_a_sample_is_marked_counted_and_walked_through(window, qtbot):
    project = window.desk.project
    sample_id = draw_sample(project, "Utvalg", SampleWish(count=3, document_ids=[INTERVIEW]), 7)
    third = coding_actions.add_coder(project, "Cato")
    assert third
    coding_tasks.assign(project, [INTERVIEW], "Cato", sample_id=sample_id)
    window.top_bar.coder.coder_chosen.emit("Cato")
    screen = reading(window)
    screen.show_document(INTERVIEW)
    turns = screen.task.progress.turns
    assert screen.columns.header.task.words == "0 of 3 turns coded"
    assert isinstance(screen.view._task, PlacedMarks)
    dimmed = [number for number in range(len(screen.view._shown.paragraphs)) if screen.view._task.dims(number)]
    assert len(dimmed) == len(screen.view._shown.paragraphs) - 3
    screen.view.select_passage(0, 0)
    screen.view.setFocus()
    places = []
    for _ in turns:
        qtbot.keyClick(screen.view, Qt.Key.Key_T)
        places.append(screen.view.caret_position())
    assert places == [one.start for one in turns]
    qtbot.keyClick(screen.view, Qt.Key.Key_T)
    assert "No turn of the sample further on" in [item.text for item in screen.status_left()]
    qtbot.keyClick(screen.view, Qt.Key.Key_R)
    assert screen.view.caret_position() == turns[1].start
    assert "In your sample, not coded yet" in [item.text for item in screen.status_left()]
    qtbot.keyClick(screen.view, Qt.Key.Key_1)
    assert screen.columns.header.task.words == "1 of 3 turns coded"
    assert screen.task.progress.turn_coded == (False, True, False)
    window.undo()
    assert screen.columns.header.task.words == "0 of 3 turns coded"


def test_that_units_without_codes_are_stepped_through_and_coded_as_they_are(window, qtbot):
    project = window.desk.project
    ane = queries.find_coder(project, "Ane K.")
    coding_actions.add_coder(project, "Cato")
    coding_tasks.assign(project, [NOTES], "Cato", units_of=ane.id)
    window.top_bar.coder.coder_chosen.emit("Cato")
    screen = reading(window)
    screen.show_document(NOTES)
    units = screen.task.progress.units
    assert len(units) == 3
    assert painted(screen) == 0
    screen.view.select_passage(0, 0)
    screen.view.setFocus()
    qtbot.keyClick(screen.view, Qt.Key.Key_T)
    assert screen.view.selected_passage() == (units[0].start, units[0].end)
    qtbot.keyClick(screen.view, Qt.Key.Key_1)
    own = queries.codings(project, document_id=NOTES)
    assert [one.passage for one in own] == [units[0]]
    assert screen.columns.header.task.words == "1 of 3 units coded"
    qtbot.keyClick(screen.view, Qt.Key.Key_T)
    assert screen.view.selected_passage() == (units[1].start, units[1].end)
    qtbot.keyClick(screen.view, Qt.Key.Key_R)
    assert screen.view.selected_passage() == (units[1].start, units[1].end)
    assert any(entry.text == "Next unit without a code" for entry in screen.menu_actions())


def test_that_a_task_that_is_not_blind_only_asks_when_it_is_finished(window, qtbot):
    project = window.desk.project
    coding_tasks.assign(project, [NOTES], "Ane K.", blind=False)
    screen = reading(window)
    screen.show_document(NOTES)
    badge = screen.columns.header.task
    assert badge.isVisible()
    assert not screen.columns.blind_banner.isVisible()
    assert painted(screen) == 3
    window.resize(1100, 700)
    assert badge.finish_button.accessibleName() == "I have finished"
    qtbot.mouseClick(badge.finish_button, Qt.MouseButton.LeftButton)
    assert coding_tasks.task_of(project, NOTES).is_finished
    assert not badge.isVisible()
    window.undo()
    assert badge.isVisible()


def test_that_somebody_who_codes_once_more_is_told_that_their_own_codings_are_hidden_too(window):
    project = window.desk.project
    screen = reading(window)
    screen.show_document(NOTES)
    coding_tasks.start_round(project)
    coding_tasks.assign(project, [NOTES], "Ane K.")
    banner = screen.columns.blind_banner
    assert banner.isVisible()
    assert painted(screen) == 0
    assert "you yourself in earlier rounds" in banner.accessibleName()
    assert banner.accessibleName() in everything(window)
    window.top_bar.coder.coder_chosen.emit(SECOND)
    assert banner.isVisible()
    assert "earlier rounds" not in everything(window)


def test_that_the_menu_leads_to_who_codes_what(window):
    assert window.menus.action("tasks") in window.menus.menu("code_menu").actions()
    window.commands.run("tasks")
    screen = window.page.workspace("material")
    assert screen.tasks.isVisible()
    assert screen.tasks.table.hasFocus()
