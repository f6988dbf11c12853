"""The matrix workspace with real keys and mouse, looked at on the screen and in the project."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QPlainTextEdit

from conftest import passage_of
from kodebenk.application import coding_actions, matrix_actions, matrix_report, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import CellContent, CellState, ColumnKey, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.errors import Rule
from kodebenk.ui.matrix import matrix_source
from kodebenk.ui.matrix.empty_page import EmptyReason
from kodebenk.ui.matrix.export_panel import ExportWish
from kodebenk.ui.matrix.matrix_model import BandLine
from kodebenk.ui.matrix.matrix_screen import MatrixScreen
from kodebenk.ui.project_signals import ProjectSignals

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def open_screen(qtbot, appearance):
    """Show the workspace of a project in a window of its own."""
    opened = []

    def show(project, size=(1356, 828), width=1440):
        window = QMainWindow()
        signals = ProjectSignals(project, window)
        screen = MatrixScreen(project, signals, appearance)
        opened.append(screen)
        window.setCentralWidget(screen)
        window.resize(*size)
        screen.resize_to(width)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        QApplication.processEvents()
        return screen

    yield show
    for screen in opened:
        screen.desk.stop()
        screen.source.stop()
        screen.window().close()
        screen.window().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def screen(small_project, open_screen):
    return open_screen(small_project)


def key_of(project, label, code):
    row = next(one for one in matrix_report.build(project, MatrixSpec()).rows if one.label == label)
    return row.key_for(ColumnKey(queries.codebook(project).find(code).id))


def go_to(screen, label, code):
    assert screen.view.select(key_of(screen.project, label, code))
    QApplication.processEvents()
    return screen.view.current_place()


def cell_of(project, label, code):
    matrix = matrix_report.build(project, MatrixSpec())
    row = next(number for number, one in enumerate(matrix.rows) if one.label == label)
    column = next(number for number, one in enumerate(matrix.columns) if one.name == code)
    return matrix.cell(row, column)


def write(project, label, code, text):
    place_row = next(one for one in matrix_report.build(project, MatrixSpec()).rows if one.label == label)
    code_id = queries.codebook(project).find(code).id
    matrix_actions.write_summary(project, place_row, ColumnKey(code_id), cell_of(project, label, code), text)


def spoken(screen):
    return screen.view.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


# Moving and writing


def test_that_arrows_move_and_the_panel_follows(screen, qtbot):
    go_to(screen, "R1", "Resultatenhet")
    screen.view.focus_grid()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Right)
    assert screen.panel.place.column.name == "Tillit"
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Down)
    assert screen.panel.place.row.label == "R2"
    assert screen.stage.panel is screen.panel


def test_that_enter_edits_and_ctrl_enter_stores_one_step_that_undo_takes_back(screen, qtbot):
    go_to(screen, "R2", "Medvirkning")
    screen.view.focus_grid()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Return)
    editor = screen.panel.editor
    assert editor.hasFocus()
    qtbot.keyClicks(editor, "Skrev sammen. [R2:6] Lever.")
    assert screen.panel.evidence_text() == "1 of 2 sentences lack evidence"
    with qtbot.waitSignal(screen.done) as said:
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Summary of R2 × Medvirkning kept"]
    assert screen.view.grid.hasFocus()
    cell = cell_of(screen.project, "R2", "Medvirkning")
    assert [one.text for one in cell.sentences] == ["Skrev sammen.", "Lever."]
    assert [bool(one.coding_ids) for one in cell.sentences] == [True, False]
    assert screen.view.grid.currentIndex().data() == "Skrev sammen. Lever."
    screen.project.undo()
    assert not cell_of(screen.project, "R2", "Medvirkning").summary
    assert editor.text() == ""
    screen.project.redo()
    assert editor.text() == "Skrev sammen. [R2:6] Lever."


def test_that_text_being_written_is_stored_when_another_cell_is_clicked(screen, qtbot):
    go_to(screen, "R1", "Resultatenhet")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Pengene først.")
    grid = screen.view.grid
    other = screen.view.model.index_of(key_of(screen.project, "R2", "Medvirkning"))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(other).topLeft() + QPoint(20, 12))
    assert cell_of(screen.project, "R1", "Resultatenhet").summary == "Pengene først."
    assert screen.panel.place.row.label == "R2"
    assert screen.panel.editor.text() == ""


def test_that_text_being_written_is_stored_when_the_window_closes(screen, qtbot):
    go_to(screen, "R1", "Forankring")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Ikke egne mål.")
    screen.window().close()
    assert cell_of(screen.project, "R1", "Forankring").summary == "Ikke egne mål."


def test_that_a_change_elsewhere_leaves_what_is_being_written(screen, qtbot):
    go_to(screen, "R1", "Forankring")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Halvt skrev")
    code = queries.codebook(screen.project).find("Forankring").id
    coding_actions.apply_code(screen.project, passage_of(screen.project, 1, "budsjett som sprakk"), code)
    assert screen.panel.editor.text() == "Halvt skrev"
    assert len(screen.panel.cards) == 2


def test_that_double_click_edits(screen, qtbot):
    grid = screen.view.grid
    go_to(screen, "R1", "Resultatenhet")
    where = grid.visualRect(grid.currentIndex()).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert screen.panel.editor.hasFocus()


# Stale cells


@pytest.fixture
def stale(screen):
    """The screen on a cell whose summary is older than two of its codings."""
    write(screen.project, "R1", "Medvirkning", "Ble hørt. [R1:4]")
    code = queries.codebook(screen.project).find("Medvirkning").id
    for words in ("budsjett som sprakk", "Ring meg om noe er uklart"):
        coding_actions.apply_code(screen.project, passage_of(screen.project, 1, words), code)
    go_to(screen, "R1", "Medvirkning")
    return screen


def test_that_new_codings_raise_a_banner_and_show_the_changes_marks_them(stale, qtbot):
    panel = stale.panel
    assert panel.banner.isVisible()
    assert panel.banner.accessibleName() == "2 new codings since the summary"
    assert "R1:2 and R1:8" in panel.banner.accessibleDescription()
    assert spoken(stale) == "R1, Medvirkning, answered, mixed, 3 quotes, 2 new codings"
    qtbot.mouseClick(panel._show_changes, Qt.MouseButton.LeftButton)
    assert [card.is_marked for card in panel.cards] == [card.quote.is_new for card in panel.cards]
    assert sum(card.is_marked for card in panel.cards) == 2


def test_that_keeping_the_text_ends_the_warning_until_undo(stale, qtbot):
    qtbot.mouseClick(stale.panel._keep, Qt.MouseButton.LeftButton)
    assert not cell_of(stale.project, "R1", "Medvirkning").stale
    assert not stale.panel.banner.isVisible()
    stale.project.undo()
    assert stale.panel.banner.isVisible()


def test_that_the_status_bar_counts_what_is_stale_and_not_coded(stale):
    assert [item.text for item in stale.status_left()] == [
        "3 respondents · 4 of 4 codes",
        "1 summary should be read again",
        "4 cells not coded yet",
    ]
    assert [item.text for item in stale.status_right()] == ["Numbers count respondents, not codings"]


# Quotes


def test_that_insert_puts_the_reference_into_the_summary(screen, qtbot):
    go_to(screen, "R2", "Forankring")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Målene lever.")
    card = screen.panel.cards[0]
    card.set_selected(True)
    qtbot.mouseClick(card._insert, Qt.MouseButton.LeftButton)
    assert screen.panel.editor.text() == "Målene lever. [R2:6]"
    assert screen.panel.evidence_text() == "The sentence has evidence"


def test_that_link_quote_means_the_selected_card(screen, qtbot):
    go_to(screen, "R1", "Resultatenhet")
    qtbot.mouseClick(screen.panel.cards[1], Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert screen.panel.cards[1].is_selected
    qtbot.mouseClick(screen.panel.link_button, Qt.MouseButton.LeftButton)
    assert f"[{screen.panel.cards[1].quote.citation}]" in screen.panel.editor.text()


def test_that_a_chip_in_a_cell_opens_its_passage(screen, qtbot):
    place = go_to(screen, "R1", "Medvirkning")
    grid = screen.view.grid
    rect = grid.visualRect(grid.currentIndex())
    with qtbot.waitSignal(screen.passage_requested) as asked:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 18, rect.bottom() - 16))
    quote = place.cell.quotes[0]
    assert asked.args == [quote.document_id, quote.start, quote.end]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)],
)
def test_that_keys_open_the_first_passage(screen, qtbot, key, modifier):
    place = go_to(screen, "R1", "Forankring")
    screen.view.focus_grid()
    with qtbot.waitSignal(screen.passage_requested) as asked:
        qtbot.keyClick(screen.view.grid, key, modifier)
    assert asked.args[1:] == [place.cell.quotes[0].start, place.cell.quotes[0].end]


def test_that_letters_do_nothing_when_they_are_turned_off(screen, qtbot):
    go_to(screen, "R1", "Forankring")
    screen.view.focus_grid()
    screen.letter_keys = False
    with qtbot.assertNotEmitted(screen.passage_requested):
        qtbot.keyClick(screen.view.grid, Qt.Key.Key_O)


def test_that_go_to_the_text_opens_the_document_of_the_respondent(screen, qtbot):
    go_to(screen, "R3", "Resultatenhet")
    grid = screen.view.grid
    rect = grid.visualRect(grid.currentIndex())
    with qtbot.waitSignal(screen.passage_requested) as asked:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 36))
    assert queries.document(screen.project, asked.args[0]).name == "notater.txt"


def test_that_the_panel_opens_the_passage_of_the_selected_quote(screen, qtbot):
    go_to(screen, "R1", "Resultatenhet")
    second = screen.panel.cards[1]
    second.setFocus()
    with qtbot.waitSignal(screen.passage_requested) as asked:
        qtbot.mouseClick(screen.panel.open_button, Qt.MouseButton.LeftButton)
    assert asked.args[1:] == [second.quote.start, second.quote.end]


def test_that_space_previews_the_first_quote_and_escape_takes_it_away(screen, qtbot):
    place = go_to(screen, "R1", "Medvirkning")
    screen.view.focus_grid()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Space)
    assert screen.preview.isVisible()
    assert screen.preview.card.quote == place.cell.quotes[0]
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Escape)
    assert not screen.preview.isVisible()


# States


def test_that_a_state_by_hand_with_its_reason_is_stored_and_delete_clears_it(screen, qtbot):
    go_to(screen, "R3", "Resultatenhet")
    screen.panel.state._choice.picked.emit("not_applicable")
    reason = screen.panel.state._reason
    assert reason.isVisible()
    reason.setFocus()
    qtbot.keyClicks(reason, "Begynte senere")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    cell = cell_of(screen.project, "R3", "Resultatenhet")
    assert (cell.state, cell.reason) == (CellState.NOT_APPLICABLE, "Begynte senere")
    assert "not applicable" in spoken(screen)
    screen.view.focus_grid()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Delete)
    assert cell_of(screen.project, "R3", "Resultatenhet").state is CellState.NOT_CODED
    screen.project.undo()
    assert cell_of(screen.project, "R3", "Resultatenhet").reason == "Begynte senere"
    assert screen.panel.state._reason.text() == "Begynte senere"


# Bands, columns, rows, content


def test_that_enter_closes_a_band_and_a_click_on_its_head_opens_it(screen, qtbot):
    model, grid = screen.view.model, screen.view.grid
    assert isinstance(model.lines[0], BandLine)
    screen.view.focus_grid()
    grid.setCurrentIndex(model.index(0, 1))
    rows = model.rowCount()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert model.rowCount() == rows - 2
    heads = screen.view.heads
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=heads.visualRect(model.index(0, 0)).center())
    assert model.rowCount() == rows


def test_that_heads_and_cells_have_the_same_heights_and_scroll_together(small_project, open_screen):
    screen = open_screen(small_project, size=(900, 420), width=1100)
    view = screen.view
    for line in range(view.model.rowCount()):
        assert view.grid.rowHeight(line) == view.heads.rowHeight(line) > 0
    bar = view.grid.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(37)
    assert view.heads.verticalScrollBar().value() == 37
    for section in range(1, view.model.columnCount()):
        assert view.grid.columnWidth(section) == view.synthesis.columnWidth(section)
    across = view.grid.horizontalScrollBar()
    across.setValue(across.maximum())
    assert view.synthesis.horizontalScrollBar().value() == across.value()


def test_that_choosing_columns_changes_the_matrix_and_none_leaves_it(screen, qtbot):
    qtbot.mouseClick(screen.toolbar.columns, Qt.MouseButton.LeftButton)
    picker = screen.picking.columns
    assert picker.isVisible()
    tillit = ColumnKey(queries.codebook(screen.project).find("Tillit").id)
    qtbot.mouseClick(picker.boxes[tillit], Qt.MouseButton.LeftButton, pos=QPoint(8, picker.boxes[tillit].height() // 2))
    assert [one.name for one in screen.source.matrix.columns] == ["Resultatenhet", "Medvirkning", "Forankring"]
    assert "3 of 4" in screen.toolbar.columns.accessibleName()
    qtbot.mouseClick(picker._none, Qt.MouseButton.LeftButton)
    assert len(screen.source.matrix.columns) == 3
    assert picker._hint.isVisible()
    qtbot.mouseClick(picker._all, Qt.MouseButton.LeftButton)
    assert len(screen.source.matrix.columns) == 4
    picker._kinds.picked.emit("themes")
    assert [one.name for one in screen.source.matrix.columns] == ["Styring", "Deltakelse"]
    assert screen.choice.spec.columns is ColumnKind.THEMES
    picker.close()


def test_that_a_column_can_be_moved_and_hidden_from_its_head(screen):
    names = [one.name for one in screen.source.matrix.columns]
    menu = screen.view.header.menu_for(1)
    menu.actions()[1].trigger()
    assert [one.name for one in screen.source.matrix.columns] == [names[1], names[0], *names[2:]]
    menu = screen.view.header.menu_for(1)
    menu.actions()[2].trigger()
    assert [one.name for one in screen.source.matrix.columns] == [names[0], *names[2:]]


def test_that_rows_groups_and_content_follow_the_toolbar(screen, qtbot):
    screen.toolbar.rows.picked.emit("groups:1")
    assert [row.label for row in screen.source.matrix.rows] == ["Ledelse", "Ansatte"]
    screen.toolbar.rows.picked.emit("both:1")
    assert screen.choice.spec.rows is RowKind.BOTH
    screen.toolbar.rows.picked.emit("respondents:1")
    screen.toolbar.bands.picked.emit("")
    assert not any(isinstance(line, BandLine) for line in screen.view.model.lines)
    heights = screen.view.grid.rowHeight(0)
    qtbot.mouseClick(screen.toolbar.content.button("quotes"), Qt.MouseButton.LeftButton)
    assert screen.source.matrix.spec.content is CellContent.QUOTES
    assert screen.view.grid.rowHeight(0) > heights


def test_that_the_filter_hides_respondents_and_chooses_rows(screen, qtbot):
    qtbot.mouseClick(screen.toolbar.filter, Qt.MouseButton.LeftButton)
    picker = screen.picking.filter
    first = next(iter(picker.respondent_boxes.values()))
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(8, first.height() // 2))
    assert [row.label for row in screen.source.matrix.rows] == ["R2", "R3"]
    assert screen.toolbar.filter.isChecked()
    qtbot.mouseClick(picker.only_buttons["stale"], Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert screen.empty.isVisible()
    assert screen.empty.reason is EmptyReason.ALL_FILTERED
    picker.close()
    screen.empty.button.setFocus()
    qtbot.keyClick(screen.empty.button, Qt.Key.Key_Return)
    assert not screen.empty.isVisible()
    assert screen.view.grid.hasFocus()


# Saved matrices


def test_that_a_matrix_is_saved_renamed_changed_and_deleted_in_place(screen, qtbot):
    name = screen.toolbar.name
    assert name.title() == "Matrix (not saved)"
    name.ask_for("save_as")
    qtbot.keyClicks(name.field, "Mål og tillit")
    qtbot.keyClick(name.field, Qt.Key.Key_Return)
    assert [one.spec.name for one in queries.saved_matrices(screen.project)] == ["Mål og tillit"]
    assert name.title() == "Mål og tillit"
    screen.toolbar.content.picked.emit("counts")
    assert name.title() == "Mål og tillit (changed)"
    screen.saved.save()
    assert queries.saved_matrices(screen.project)[0].spec.content is CellContent.COUNTS
    name.ask_for("rename")
    name.field.selectAll()
    qtbot.keyClicks(name.field, "Tillit")
    qtbot.keyClick(name.field, Qt.Key.Key_Return)
    assert name.title() == "Tillit"
    screen.project.undo()
    assert name.title() == "Mål og tillit"
    screen.saved.delete()
    assert queries.saved_matrices(screen.project) == ()
    assert name.title() == "Matrix (not saved)"


def test_that_escape_gives_up_naming(screen, qtbot):
    screen.toolbar.name.ask_for("save_as")
    qtbot.keyClicks(screen.toolbar.name.field, "Nei")
    qtbot.keyClick(screen.toolbar.name.field, Qt.Key.Key_Escape)
    assert not screen.toolbar.name.field.isVisible()
    assert queries.saved_matrices(screen.project) == ()


def test_that_a_name_that_is_taken_is_reported(screen, qtbot):
    matrix_actions.save_matrix(screen.project, MatrixSpec(name="Tillit"))
    with qtbot.waitSignal(screen.failed) as failure:
        screen.toolbar.name.save_as_requested.emit("tillit")
    assert failure.args[0].rule is Rule.NAME_TAKEN


# Synthesis


def test_that_enter_writes_a_synthesis_and_undo_takes_it_back(screen, qtbot):
    grid = screen.view.synthesis
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "Kort tid gir kritikk.")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.source.matrix.synthesis[SynthesisKind.PATTERNS][0] == "Kort tid gir kritikk."
    assert grid.model().text(2, 1) == "Kort tid gir kritikk."
    screen.project.undo()
    assert grid.model().text(2, 1) == ""


def test_that_an_open_synthesis_field_is_stored_when_the_window_closes(screen, qtbot):
    grid = screen.view.synthesis
    grid.setFocus()
    grid.edit(grid.model().index(0, 1))
    qtbot.keyClicks(grid.findChild(QPlainTextEdit), "Alle er enige.")
    screen.window().close()
    matrix = matrix_report.build(screen.project, MatrixSpec())
    assert matrix.synthesis[SynthesisKind.SIMILARITIES][0] == "Alle er enige."


def test_that_the_bar_closes_and_opens_the_synthesis(screen, qtbot):
    qtbot.mouseClick(screen.view.bar, Qt.MouseButton.LeftButton)
    assert not screen.view.synthesis.isVisible()
    qtbot.keyClick(screen.view.bar, Qt.Key.Key_Space)
    assert screen.view.synthesis.isVisible()


# Empty states


def test_that_an_empty_project_asks_for_sources(project, open_screen, qtbot):
    screen = open_screen(project)
    assert screen.empty.reason is EmptyReason.NO_DOCUMENTS
    with qtbot.waitSignal(screen.import_requested):
        qtbot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)


def test_that_a_project_without_codings_leads_to_the_text(small_project, open_screen, qtbot):
    for one in queries.codings(small_project):
        coding_actions.remove_coding(small_project, one.id)
    screen = open_screen(small_project)
    assert screen.empty.reason is EmptyReason.NO_CODINGS
    with qtbot.waitSignal(screen.passage_requested) as asked:
        qtbot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == [1, 0, 0]
    code = queries.codebook(small_project).find("Tillit").id
    coding_actions.apply_code(small_project, passage_of(small_project, 1, "budsjett som sprakk"), code)
    assert not screen.empty.isVisible()


def test_that_a_cell_without_quotes_says_how_they_come(screen):
    go_to(screen, "R3", "Resultatenhet")
    assert (
        screen.panel._empty.text()
        == "No quotes in this cell. Code a passage by R3 with Resultatenhet and it appears here."
    )


# Narrow windows


def test_that_the_panel_slides_over_the_grid_in_a_narrow_window(small_project, open_screen, qtbot):
    screen = open_screen(small_project, size=(1044, 628), width=1100)
    whole = screen.view.width()
    assert not screen.panel.isVisible()
    go_to(screen, "R1", "Medvirkning")
    screen.view.focus_grid()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_F2)
    assert screen.panel.isVisible()
    assert screen.view.width() == whole
    assert screen.panel.geometry().right() == screen.stage.rect().right()
    qtbot.keyClick(screen.panel.editor, Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()
    assert screen.view.grid.hasFocus()


def test_that_the_toolbar_drops_labels_before_it_grows_too_wide(screen):
    for width in (1356, 1200, 1044, 968):
        screen.window().resize(width, 700)
        QApplication.processEvents()
        assert screen.width() == width
        assert screen.toolbar.export.geometry().right() < width
        assert "Filter" in screen.toolbar.filter.accessibleName()


def test_that_the_closed_panel_comes_back_when_a_cell_is_edited(screen, qtbot):
    go_to(screen, "R1", "Medvirkning")
    qtbot.mouseClick(screen.panel._close, Qt.MouseButton.LeftButton)
    assert not screen.panel.isVisible()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Right)
    assert not screen.panel.isVisible()
    qtbot.keyClick(screen.view.grid, Qt.Key.Key_Return)
    assert screen.panel.isVisible()


# Hidden screens and large projects


def test_that_a_hidden_screen_builds_only_when_it_is_shown_again(screen, qtbot):
    screen.hide()
    before = screen.source.matrix
    write(screen.project, "R1", "Tillit", "Svarer ikke.")
    assert screen.source.is_stale
    assert screen.source.matrix is before
    screen.show()
    assert not screen.source.is_stale
    assert cell_of(screen.project, "R1", "Tillit").summary == "Svarer ikke."


def test_that_a_large_project_is_built_in_the_background(small_project, open_screen, qtbot, monkeypatch):
    monkeypatch.setattr(matrix_source, "_MOST_CODINGS", 3)
    screen = open_screen(small_project)
    qtbot.waitUntil(lambda: screen.source.matrix is not None)
    with qtbot.waitSignal(screen.source.built):
        write(small_project, "R1", "Tillit", "Svarer ikke.")
        assert screen.source.matrix.cell(0, 1).summary == ""
    assert screen.source.matrix.cell(0, 1).summary == "Svarer ikke."


def test_that_changes_during_a_build_are_built_afterwards(small_project, open_screen, qtbot, monkeypatch):
    monkeypatch.setattr(matrix_source, "_MOST_CODINGS", 3)
    screen = open_screen(small_project)
    write(small_project, "R1", "Tillit", "Først.")
    write(small_project, "R1", "Tillit", "Sist.")
    qtbot.waitUntil(lambda: screen.source.matrix is not None and screen.source.matrix.cell(0, 1).summary == "Sist.")


# Export


def _word_text(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def test_that_the_panel_writes_the_matrix_to_word(screen, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "matrise"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(screen.toolbar.export, Qt.MouseButton.LeftButton)
    panel = screen.desk.panel
    assert panel.isVisible()
    assert not screen.toolbar.export.isEnabled()
    panel.language.set_value("nb")
    with qtbot.waitSignal(screen.desk._job.ended):
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert panel.done_banner.isVisible()
    assert panel.done_banner.accessibleDescription() == "matrise.docx"
    text = _word_text(tmp_path / "matrise.docx")
    assert "Medvirkning" in text
    assert "Tallene teller respondenter" in text
    assert "Berit Lie" not in text
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert screen.toolbar.export.isEnabled()


def test_that_names_are_warned_of_and_stand_in_the_file_when_chosen(screen, qtbot, tmp_path):
    screen.start_export()
    panel = screen.desk.panel
    assert panel.groups_banner.isVisible()
    assert "Ansatte" in panel.groups_banner.accessibleDescription()
    assert not panel.names_banner.isVisible()
    panel.policy_buttons[LabelPolicy.NAME].click()
    assert panel.names_banner.isVisible()
    with qtbot.waitSignal(screen.desk._job.ended):
        screen.desk.write_file(ExportWish("html", "en", LabelPolicy.NAME), tmp_path / "m.html")
    assert "Berit Lie" in (tmp_path / "m.html").read_text("utf-8")


def test_that_what_is_being_written_goes_into_the_file(screen, qtbot, tmp_path):
    go_to(screen, "R1", "Medvirkning")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Nettopp skrevet.")
    with qtbot.waitSignal(screen.desk._job.ended):
        screen.desk.write_file(ExportWish("csv", "nb", LabelPolicy.LABEL), tmp_path / "m.csv")
    assert "Nettopp skrevet." in (tmp_path / "m.csv").read_text("utf-8-sig")


def test_that_a_file_that_cannot_be_written_is_reported(screen, qtbot, tmp_path):
    with qtbot.waitSignal(screen.failed) as failure, qtbot.waitSignal(screen.desk._job.ended):
        screen.desk.write_file(ExportWish("docx", "nb", LabelPolicy.LABEL), tmp_path / "ingen" / "m.docx")
    assert failure.args[0].path == tmp_path / "ingen" / "m.docx"
    assert not screen.desk.panel.done_banner.isVisible()


# Errors, languages, themes


def test_that_a_summary_that_cannot_be_stored_is_reported_and_not_lost(small_project, open_screen, qtbot, monkeypatch):
    screen = open_screen(small_project)
    go_to(screen, "R1", "Medvirkning")
    screen.side.edit_summary()
    qtbot.keyClicks(screen.panel.editor, "Viktig.")
    monkeypatch.setattr(OpenProject, "read_only", property(lambda _self: True))
    with qtbot.waitSignal(screen.failed) as failure:
        screen.view.select(key_of(small_project, "R2", "Medvirkning"))
    assert failure.args[0].rule is Rule.READ_ONLY
    assert screen.panel.editor.text() == "Viktig."
    assert screen.panel.place.row.label == "R1"
    monkeypatch.undo()
    screen.commit_pending()
    assert cell_of(small_project, "R1", "Medvirkning").summary == "Viktig."


def test_that_a_read_only_project_lets_nothing_be_written(small_project, open_screen, tmp_path, qtbot):
    copy = tmp_path / "kopi.kodebenk"
    small_project.save_copy(copy)
    with OpenProject.open(copy, read_only=True) as opened:
        screen = open_screen(opened)
        go_to(screen, "R1", "Medvirkning")
        assert screen.panel.editor.isReadOnly()
        assert not screen.panel.state.isEnabled()
        assert not screen.panel.link_button.isEnabled()
        screen.window().close()
        screen.project_signals.end()


_BOKMAL = {
    ("MatrixWords", "Answered"): "Besvart",
    ("MatrixWords", "Mixed"): "Blandet",
    ("MatrixWords", "%n quotes"): "%n sitat",
    ("MatrixWords", "{answered} of {asked} asked have answered"): "{answered} av {asked} spurte har svart",
    ("MatrixToolbar", "Counts"): "Antall",
    ("CellPanel", "Link quote"): "Koble sitat",
    ("SynthesisBar", "Synthesis"): "Syntese",
}


class _Bokmal(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return _BOKMAL.get((context, source))


def test_that_the_language_changes_while_the_screen_is_open(screen, qtbot):
    go_to(screen, "R1", "Medvirkning")
    translator = _Bokmal()
    with qtbot.waitSignal(screen.status_changed):
        QCoreApplication.installTranslator(translator)
    try:
        QApplication.processEvents()
        assert spoken(screen) == "R1, Medvirkning, besvart, blandet, 1 sitat"
        header = screen.view.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        assert "av" in header
        assert screen.toolbar.content.button("counts").text() == "Antall"
        assert screen.panel.link_button.accessibleName() == "Koble sitat"
        assert screen.view.bar.text() == "Syntese"
    finally:
        QCoreApplication.removeTranslator(translator)
    QApplication.processEvents()
    assert screen.panel.link_button.accessibleName() == "Link quote"


def test_that_theme_and_scale_change_while_the_screen_is_open(screen, appearance):
    go_to(screen, "R1", "Medvirkning")
    height = screen.view.grid.rowHeight(1)
    light = screen.view.grid.grab().toImage().pixelColor(300, 400)
    appearance.set_theme("dark")
    appearance.set_scale(1.5)
    QApplication.processEvents()
    assert screen.view.grid.rowHeight(1) > height
    dark = screen.view.grid.grab().toImage().pixelColor(300, 400)
    assert dark.lightness() < light.lightness()


def test_that_the_menu_and_the_keys_say_what_can_be_done(screen):
    texts = {entry.text: entry for entry in screen.menu_actions()}
    assert texts["Summary"].checked
    texts["Counts"].trigger()
    assert screen.source.matrix.spec.content is CellContent.COUNTS
    assert not texts["Delete"].enabled
    assert ("Del", "Let the state follow the codings again") in tuple(screen.keys())
    assert screen.view.grid in screen.panels()


def test_that_export_files_are_named_after_the_matrix(screen, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: asked.append(given) or ("", ""))
    assert screen.desk.choose_file("xlsx") is None
    assert Path(asked[0][2]) == screen.project.path.parent / "Lillevik.xlsx"
