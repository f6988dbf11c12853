"""The workspace for material, used with keys and mouse; looks at screen and project."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMenu

from kodebenk.application import document_actions, queries, respondent_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import SourceKind
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import Rule
from kodebenk.ui.error_messages import explain
from kodebenk.ui.material.grid_cell import GridRole
from kodebenk.ui.material.material_screen import RESPONDENTS, SOURCES
from kodebenk.ui.material.respondent_model import FIRST_ATTRIBUTE, LABEL_COLUMN, NAME_COLUMN
from kodebenk.ui.material.source_model import SourceColumn
from ui.material_workspace import workspaces_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key


@pytest.fixture
def open_screen(appearance, qtbot):
    """Show the workspace of a project as in a main window of some size."""
    with workspaces_of(appearance, qtbot) as show:
        yield show


@pytest.fixture
def screen(small_project, open_screen):
    """The workspace of the small project, 1440 px wide."""
    return open_screen(small_project)


@pytest.fixture
def respondents(screen, qtbot):
    """The same at the respondents."""
    qtbot.mouseClick(screen.switch.button(RESPONDENTS), Qt.MouseButton.LeftButton)
    return screen.respondents


def document_id(project, name="intervju.txt"):
    return next(one.id for one in queries.documents(project) if one.name == name)


def person(project, label):
    return next((one for one in queries.respondents(project) if one.label == label), None)


def speaker(project, label):
    found = queries.text_of(project, document_id(project)).speakers
    return next(one for one in found if one.label == label)


def cell(table, row, column):
    return table.order.index(row, column)


def click_cell(qtbot, table, row, column, button=Qt.MouseButton.LeftButton):
    place = table.visualRect(cell(table, row, column)).center()
    qtbot.mouseClick(table.viewport(), button, pos=place)


def type_in_cell(qtbot, table, text):
    editor = next(one for one in table.viewport().findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, KEY.Key_Return)
    QApplication.processEvents()


def pick(qtbot, combo, text):
    """Choose an entry of a combo box with the keyboard, as Qt tells it to the program."""
    places = [place for place in range(combo.count()) if combo.itemText(place) == text]
    combo.setCurrentIndex(places[0])
    combo.activated.emit(places[0])


def names(table, column=SourceColumn.NAME):
    return [cell(table, row, column).data(Qt.ItemDataRole.EditRole) for row in range(table.order.rowCount())]


# Sources


def test_that_the_documents_are_listed_and_the_first_is_shown_beside(screen, small_project):
    table = screen.sources.table
    assert names(table) == ["intervju.txt", "notater.txt"]
    assert screen.sources.panel.document_id == document_id(small_project)
    assert screen.sources.panel.title.text() == "intervju.txt"
    assert [row.choice.currentText() for row in screen.sources.panel.speakers.rows] == [
        "Interviewer",
        "R1 Berit Lie",
        "R2 Halvor Nes",
    ]


def test_that_f2_renames_a_document_and_undo_brings_the_name_back(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 0, SourceColumn.CODINGS)
    qtbot.keyClick(table, KEY.Key_F2)
    type_in_cell(qtbot, table, "Samtale 1")
    assert names(table) == ["Samtale 1", "notater.txt"]
    assert queries.documents(small_project)[0].name == "Samtale 1"
    assert screen.heard.done == ["Renamed to “Samtale 1”"]
    small_project.undo()
    assert names(table) == ["intervju.txt", "notater.txt"]
    assert screen.sources.panel.title.text() == "intervju.txt"


def test_that_a_taken_name_is_refused_and_the_old_one_stands(screen, small_project, qtbot):
    field = screen.sources.panel.name
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "notater.txt")
    qtbot.keyClick(field, KEY.Key_Return)
    assert [error.rule for error in screen.heard.errors] == [Rule.NAME_TAKEN]
    assert field.text() == "intervju.txt"
    assert names(screen.sources.table) == ["intervju.txt", "notater.txt"]


def test_that_del_deletes_a_document_with_its_codings_as_one_undoable_step(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 0, SourceColumn.NAME)
    qtbot.keyClick(table, KEY.Key_Delete)
    assert names(table) == ["notater.txt"]
    assert screen.heard.many == ["Deleted “intervju.txt” with 7 codings"]
    assert screen.sources.panel.title.text() == "notater.txt"
    small_project.undo()
    assert names(table) == ["intervju.txt", "notater.txt"]
    assert len(queries.codings(small_project)) == 10


def test_that_enter_opens_the_document_in_coding(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 1, SourceColumn.KIND)
    qtbot.keyClick(table, KEY.Key_Return)
    assert screen.heard.passages == [(document_id(small_project, "notater.txt"), 0, 0)]


def test_that_alt_and_arrows_move_a_document_and_the_buttons_do_the_same(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 0, SourceColumn.NAME)
    qtbot.keyClick(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(table) == ["notater.txt", "intervju.txt"]
    assert table.chosen_id == document_id(small_project)
    qtbot.mouseClick(screen.sources.panel.row_foot.up_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in queries.documents(small_project)] == ["intervju.txt", "notater.txt"]
    small_project.undo()
    assert names(table) == ["notater.txt", "intervju.txt"]


def test_that_a_click_on_a_header_sorts_and_the_third_gives_back_the_own_order(screen, qtbot):
    table = screen.sources.table
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(SourceColumn.CODINGS) + 20, header.height() // 2)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append(names(table))
    assert seen == [["notater.txt", "intervju.txt"], ["intervju.txt", "notater.txt"], ["intervju.txt", "notater.txt"]]
    assert table.order.is_own_order


def test_that_documents_cannot_be_moved_while_the_table_is_sorted(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 0, SourceColumn.CODINGS)
    table.sort_by_current_column()
    qtbot.keyClick(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in queries.documents(small_project)] == ["intervju.txt", "notater.txt"]
    assert not screen.sources.panel.row_foot.up_button.isEnabled()
    assert not screen.sources.panel.row_foot.down_button.isEnabled()
    assert not cell(table, 0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_that_the_search_field_filters_and_says_when_nothing_fits(screen, qtbot):
    screen.start_find()
    assert screen.search.hasFocus()
    qtbot.keyClicks(screen.search, "R3")
    qtbot.waitUntil(lambda: names(screen.sources.table) == ["notater.txt"])
    qtbot.keyClicks(screen.search, "x")
    qtbot.waitUntil(lambda: screen.sources.table.order.rowCount() == 0)
    assert not screen.sources.table.isVisible()
    assert screen.sources.panel.document_id == 0
    qtbot.keyClick(screen.search, KEY.Key_Escape)
    assert screen.sources.panel.title.text() == "notater.txt"
    assert names(screen.sources.table) == ["intervju.txt", "notater.txt"]
    assert screen.sources.table.isVisible()


def test_that_kind_label_and_details_are_one_change_each(screen, small_project, qtbot):
    panel = screen.sources.panel
    pick(qtbot, panel.kind, "Planning document")
    assert queries.documents(small_project)[0].kind is SourceKind.PLAN
    panel.label.setText("D1")
    panel.label.save()
    issuer = panel.details.field("issuer")
    issuer.setFocus()
    qtbot.keyClicks(issuer, "Lillevik kommune")
    qtbot.keyClick(issuer, KEY.Key_Tab)
    one = queries.documents(small_project)[0]
    assert (one.label, one.details.issuer) == ("D1", "Lillevik kommune")
    assert cell(screen.sources.table, 0, SourceColumn.NAME).data(GridRole.LOOK).badges == ("D1",)
    for _ in range(3):
        small_project.undo()
    one = queries.documents(small_project)[0]
    assert (one.kind, one.label, one.details.issuer) == (SourceKind.TRANSCRIPT, "", "")
    assert panel.kind.currentText() == "Transcript"


def test_that_what_is_being_written_is_saved_when_another_document_is_clicked(screen, small_project, qtbot):
    panel = screen.sources.panel
    place = panel.details.field("place")
    place.setFocus()
    qtbot.keyClicks(place, "Rådhuset")
    click_cell(qtbot, screen.sources.table, 1, SourceColumn.NAME)
    assert panel.document_id == document_id(small_project, "notater.txt")
    assert [one.details.place for one in queries.documents(small_project)] == ["Rådhuset", ""]


# Speakers


def unresolve(project):
    choices = {"Berit": "unresolved", "Halvor": "unresolved"}
    respondent_actions.set_speakers(project, document_id(project), choices)


def row_for(screen, label):
    rows = screen.sources.panel.speakers.rows
    return next(row for row in rows if label in row.choice.accessibleName())


def test_that_unresolved_speakers_are_marked_and_nobody_is_chosen_for_them(screen, small_project):
    unresolve(small_project)
    row = row_for(screen, "Berit")
    assert row.choice.currentText() == "Resolve later"
    assert row._todo.isVisible()
    assert row._todo.text() == "Not resolved"
    assert cell(screen.sources.table, 0, SourceColumn.RESPONDENTS).data() == "2 speakers unresolved"
    assert speaker(small_project, "Berit").role is SpeakerRole.UNRESOLVED


def test_that_likely_respondents_are_offered_first(screen, small_project):
    unresolve(small_project)
    choice = row_for(screen, "Halvor").choice
    entries = [choice.itemText(place) for place in range(choice.count())]
    assert entries[:3] == ["Suggestions", "R2 Halvor Nes", "Respondents"]
    assert entries[-4:] == ["New respondent …", "Interviewer", "Nobody", "Resolve later"]
    assert not choice.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_that_unresolved_speakers_are_settled_one_by_one_and_back_by_undo(screen, small_project, qtbot):
    unresolve(small_project)
    pick(qtbot, row_for(screen, "Berit").choice, "R1 Berit Lie")
    pick(qtbot, row_for(screen, "Halvor").choice, "Nobody")
    assert speaker(small_project, "Berit").respondent_id == person(small_project, "R1").id
    assert speaker(small_project, "Halvor").role is SpeakerRole.NOBODY
    assert screen.heard.done == ["“Berit” is R1 Berit Lie", "“Halvor” is nobody"]
    small_project.undo()
    assert speaker(small_project, "Halvor").role is SpeakerRole.UNRESOLVED
    assert row_for(screen, "Halvor").choice.currentText() == "Resolve later"
    assert row_for(screen, "Berit").choice.currentText() == "R1 Berit Lie"


def test_that_arrow_keys_choose_who_speaks(screen, small_project, qtbot):
    choice = row_for(screen, "Intervjuer").choice
    choice.setFocus()
    qtbot.keyClick(choice, KEY.Key_Down)
    assert speaker(small_project, "Intervjuer").role is SpeakerRole.NOBODY


def test_that_a_new_respondent_comes_in_the_same_step_as_the_speaker(screen, small_project, qtbot):
    unresolve(small_project)
    row = row_for(screen, "Halvor")
    pick(qtbot, row.choice, "New respondent …")
    assert row.new_name.hasFocus()
    assert row.new_name.text() == "Halvor"
    assert speaker(small_project, "Halvor").role is SpeakerRole.UNRESOLVED
    row.new_name.selectAll()
    qtbot.keyClicks(row.new_name, "Halvor Vik")
    qtbot.keyClick(row.new_name, KEY.Key_Return)
    new = person(small_project, "R4")
    assert new.name == "Halvor Vik"
    assert speaker(small_project, "Halvor").respondent_id == new.id
    assert screen.heard.done == ["“Halvor” is R4 Halvor Vik"]
    small_project.undo()
    assert person(small_project, "R4") is None
    assert speaker(small_project, "Halvor").role is SpeakerRole.UNRESOLVED


def test_that_escape_gives_up_a_new_respondent(screen, small_project, qtbot):
    row = row_for(screen, "Berit")
    pick(qtbot, row.choice, "New respondent …")
    qtbot.keyClick(row.new_name, KEY.Key_Escape)
    assert row.choice.isVisible()
    assert row.choice.currentText() == "R1 Berit Lie"
    assert len(queries.respondents(small_project)) == 3


def test_that_notes_belong_to_the_respondents_that_are_checked(screen, small_project, qtbot):
    screen.sources.table.choose(document_id(small_project, "notater.txt"))
    boxes = screen.sources.panel.owners.boxes
    third, first = person(small_project, "R3").id, person(small_project, "R1").id
    assert boxes[third].isChecked()
    screen.sources.panel.page.ensureWidgetVisible(boxes[first])
    qtbot.mouseClick(boxes[first], Qt.MouseButton.LeftButton, pos=QPoint(8, boxes[first].height() // 2))
    one = queries.document(small_project, document_id(small_project, "notater.txt"))
    assert set(one.respondent_ids) == {first, third}
    small_project.undo()
    assert not boxes[first].isChecked()


def test_that_the_original_is_saved_where_the_user_says(screen, small_project, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "kopi.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel = screen.sources.panel
    panel.save_original.click()
    qtbot.waitUntil(panel.saved_note.isVisible)
    assert target.read_bytes() == queries.original_of(small_project, document_id(small_project))[1]
    assert panel.saved_note.text() == "Saved as kopi.txt"
    assert panel._file_facts.text().startswith("SHA-256 ")


def test_that_an_original_that_cannot_be_written_is_told(screen, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "borte" / "kopi.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen.sources.panel.save_original.click()
    qtbot.waitUntil(lambda: len(screen.heard.errors) == 1)
    assert "borte" in explain(screen.heard.errors[0]).title


def test_that_the_menu_of_a_row_has_what_the_keys_do(screen, small_project, qtbot):
    table = screen.sources.table
    click_cell(qtbot, table, 1, SourceColumn.NAME)
    table.menu_requested.emit(table.chosen_id, table.mapToGlobal(QPoint(10, 10)))
    menu = screen.sources.findChild(QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    replace = "Replace the text by a file …"
    assert texts == ["Open in coding", "Rename", replace, "Move up", "Move down", "Sort by this column", "Delete"]
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    menu.close()
    assert names(table) == ["notater.txt", "intervju.txt"]


# Respondents


def test_that_a_cell_is_edited_in_place_and_undone(screen, respondents, small_project, qtbot):
    table = respondents.table
    click_cell(qtbot, table, 1, FIRST_ATTRIBUTE + 1)
    qtbot.keyClick(table, KEY.Key_Return)
    type_in_cell(qtbot, table, "Skolesjef")
    assert person(small_project, "R2").attributes["Rolle"] == "Skolesjef"
    assert cell(table, 1, FIRST_ATTRIBUTE + 1).data() == "Skolesjef"
    assert screen.heard.done == ["Changed R2 Halvor Nes"]
    small_project.undo()
    assert cell(table, 1, FIRST_ATTRIBUTE + 1).data() == "Rektor"


def test_that_a_double_click_edits_and_escape_gives_up(respondents, small_project, qtbot):
    table = respondents.table
    place = table.visualRect(cell(table, 0, NAME_COLUMN)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "xyz")
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert person(small_project, "R1").name == "Berit Lie"


def test_that_del_in_a_cell_makes_the_attribute_unknown(respondents, small_project, qtbot):
    click_cell(qtbot, respondents.table, 2, FIRST_ATTRIBUTE)
    qtbot.keyClick(respondents.table, KEY.Key_Delete)
    assert "group" not in person(small_project, "R3").attributes
    small_project.undo()
    assert person(small_project, "R3").attributes["group"] == "Ansatte"


def test_that_a_label_is_renamed_and_a_taken_one_refused(screen, respondents, small_project, qtbot):
    table = respondents.table
    click_cell(qtbot, table, 0, LABEL_COLUMN)
    qtbot.keyClick(table, KEY.Key_F2)
    type_in_cell(qtbot, table, "R2")
    assert [error.rule for error in screen.heard.errors] == [Rule.NAME_TAKEN]
    qtbot.keyClick(table, KEY.Key_F2)
    type_in_cell(qtbot, table, "Leder 1")
    assert person(small_project, "Leder 1").name == "Berit Lie"


def test_that_a_new_respondent_is_written_in_the_line_over_the_table(screen, respondents, small_project, qtbot):
    qtbot.mouseClick(screen.new_button, Qt.MouseButton.LeftButton)
    line = respondents.new_respondent.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "Nils Moe")
    qtbot.keyClick(line, KEY.Key_Return)
    assert person(small_project, "R4").name == "Nils Moe"
    assert respondents.table.chosen_id == person(small_project, "R4").id
    assert line.text() == ""
    qtbot.keyClicks(line, "nils moe")
    qtbot.keyClick(line, KEY.Key_Return)
    assert [error.rule for error in screen.heard.errors] == [Rule.NAME_TAKEN]
    assert line.text() == "nils moe"
    qtbot.keyClick(line, KEY.Key_Escape)
    assert not respondents.new_respondent.isVisible()


def test_that_a_new_attribute_is_a_column_ready_to_be_written_in(screen, respondents, small_project, qtbot):
    qtbot.mouseClick(screen.attribute_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(respondents.new_attribute.line, "Parti")
    qtbot.keyClick(respondents.new_attribute.line, KEY.Key_Return)
    type_in_cell(qtbot, respondents.table, "Sp")
    assert person(small_project, "R1").attributes["Parti"] == "Sp"
    small_project.undo()
    assert "Parti" not in person(small_project, "R1").attributes
    assert "Parti" in respondents.model.attributes


def test_that_aliases_and_memo_are_written_in_the_side_panel(respondents, small_project, qtbot):
    panel = respondents.panel
    panel.aliases.setFocus()
    qtbot.keyClicks(panel.aliases, "kommunedirektøren; Berit; Berit")
    qtbot.keyClick(panel.aliases, KEY.Key_Tab)
    assert person(small_project, "R1").aliases == ("kommunedirektøren", "Berit")
    panel.memo.setFocus()
    qtbot.keyClicks(panel.memo, "Husk oppfølging.")
    qtbot.keyClick(panel.memo, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person(small_project, "R1").memo == "Husk oppfølging."
    small_project.undo()
    assert panel.memo.toPlainText() == ""


def test_that_merging_says_what_moves_before_it_does(screen, respondents, small_project, qtbot):
    box = respondents.panel.merge_box
    assert not box.button.isVisible()
    pick(qtbot, box.choice, "R2 Halvor Nes")
    assert box.sentence.text() == (
        "1 document, 3 turns and 4 codings move to R2. “Berit Lie” is kept as another name of R2, and R1 goes."
    )
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert person(small_project, "R1") is None
    assert person(small_project, "R2").aliases == ("Berit Lie",)
    assert screen.heard.many == ["R1 Berit Lie is merged into R2 Halvor Nes"]
    assert respondents.table.chosen_id == person(small_project, "R2").id
    small_project.undo()
    assert names(respondents.table, LABEL_COLUMN) == ["R1", "R2", "R3"]
    assert speaker(small_project, "Berit").respondent_id == person(small_project, "R1").id


def test_that_a_respondent_with_words_is_not_deleted_and_the_sentence_says_why(
    screen, respondents, small_project, qtbot
):
    click_cell(qtbot, respondents.table, 0, NAME_COLUMN)
    qtbot.keyClick(respondents.table, KEY.Key_Delete)
    assert person(small_project, "R1") is not None
    sentence = explain(screen.heard.errors[0])
    assert "R1 still has words in the project: intervju.txt." in sentence.title
    assert "Merge the respondent" in sentence.sentence


def test_that_an_unused_respondent_is_deleted_and_comes_back(screen, respondents, small_project, qtbot):
    respondent_actions.add_respondent(small_project, "Nils Moe", attributes={"Rolle": "Lærer"})
    respondents.table.choose(person(small_project, "R4").id)
    qtbot.mouseClick(respondents.panel.row_foot.delete_button, Qt.MouseButton.LeftButton)
    assert person(small_project, "R4") is None
    assert screen.heard.done[-1] == "Deleted R4 Nils Moe"
    small_project.undo()
    assert person(small_project, "R4").attributes == {"Rolle": "Lærer"}


def test_that_respondents_change_places(respondents, small_project, qtbot):
    click_cell(qtbot, respondents.table, 2, LABEL_COLUMN)
    qtbot.keyClick(respondents.table, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.label for one in queries.respondents(small_project)] == ["R1", "R3", "R2"]
    assert names(respondents.table, LABEL_COLUMN) == ["R1", "R3", "R2"]


def test_that_a_table_file_adds_and_completes_respondents(screen, respondents, small_project, tmp_path, monkeypatch):
    source = tmp_path / "liste.csv"
    source.write_text("Navn;Kommune\nBerit Lie;Fjellvik\nNils Moe;Storelv\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    screen.file_button.click()
    assert screen.heard.errors == []
    assert person(small_project, "R1").attributes["Kommune"] == "Fjellvik"
    assert person(small_project, "R4").name == "Nils Moe"
    assert screen.heard.many == ["2 respondents read from liste.csv"]
    small_project.undo()
    assert person(small_project, "R4") is None


def test_that_a_file_that_is_no_table_is_told_and_changes_nothing(screen, respondents, small_project, tmp_path):
    source = tmp_path / "liste.xlsx"
    source.write_text("dette er ikke Excel", "utf-8")
    respondents.import_file(source)
    assert len(screen.heard.errors) == 1
    assert len(queries.respondents(small_project)) == 3


def test_that_values_that_point_at_one_respondent_are_warned_of(respondents, small_project):
    assert respondents.warning.text().startswith("4 values have one respondent and may identify them: Ansatte (R3)")
    for label in ("R1", "R2", "R3"):
        respondent_actions.edit_respondent(small_project, person(small_project, label).id, attributes={"Rolle": "X"})
    assert respondents.warning.text() == "Group Ansatte has one respondent. The answer may identify R3."
    respondent_actions.edit_respondent(small_project, person(small_project, "R3").id, attributes={"group": "Ledelse"})
    assert not respondents.warning.isVisible()


def test_that_a_document_of_a_respondent_opens_at_their_first_words(screen, respondents, small_project, qtbot):
    respondents.table.choose(person(small_project, "R2").id)
    qtbot.mouseClick(respondents.panel.document_buttons[0], Qt.MouseButton.LeftButton)
    [(opened, start, end)] = screen.heard.passages
    text = queries.text_of(small_project, opened).text
    assert text[start:end].startswith("Og så fikk enhetene ansvar")


def test_that_changes_made_while_nobody_looks_are_there_when_one_comes_back(screen, small_project, qtbot):
    screen.show_view(RESPONDENTS)
    screen.show_view(SOURCES)
    respondent_actions.edit_respondent(small_project, person(small_project, "R1").id, name="Berit Lien")
    screen.show_view(RESPONDENTS)
    document_actions.rename_document(small_project, document_id(small_project), "Samtale 1")
    screen.show_view(SOURCES)
    assert names(screen.sources.table)[0] == screen.sources.panel.title.text() == "Samtale 1"
    screen.show_view(RESPONDENTS)
    assert names(screen.respondents.table, NAME_COLUMN)[0] == "Berit Lien"
    assert screen.respondents.panel.title.text() == "Berit Lien"


# The screen as a whole


def test_that_the_status_bar_counts_documents_and_unresolved_speakers(screen, small_project):
    assert [item.text for item in screen.status_left()] == ["2 documents", "0 finished"]
    unresolve(small_project)
    assert screen.status_left()[-1].text == "2 speakers unresolved"
    assert screen.status_left()[-1].icon == "circle-question-mark"
    screen.show_view(RESPONDENTS)
    assert [item.text for item in screen.status_left()] == ["3 respondents", "2 without documents"]


def test_that_an_empty_project_says_what_belongs_here_and_imports(project, open_screen, qtbot):
    screen = open_screen(project)
    assert screen.sources.empty.isVisible()
    assert not screen.sources.panel.isVisible()
    assert screen.status_left() == []
    with qtbot.waitSignal(screen.import_requested):
        screen.sources._first_button.click()
    screen.show_view(RESPONDENTS)
    screen.respondents._first_button.click()
    qtbot.keyClicks(screen.respondents.new_respondent.line, "Kari Nes")
    qtbot.keyClick(screen.respondents.new_respondent.line, KEY.Key_Return)
    assert person(project, "R1").name == "Kari Nes"
    assert screen.respondents.table.isVisible()
    assert not screen.respondents.empty.isVisible()


def test_that_the_side_panel_slides_over_in_a_narrow_window(small_project, open_screen, qtbot):
    screen = open_screen(small_project, 1100, 700)
    view = screen.sources
    assert not view.panel.isVisible()
    assert view.table.width() == view.width()
    view.table.setFocus()
    qtbot.keyClick(view.table, KEY.Key_Space)
    assert view.panel.isVisible()
    assert view.panel.geometry().right() == view.split.width() - 1
    assert view.table.width() == view.width()
    view.panel.focus_first()
    assert QApplication.focusWidget() is view.panel.name
    qtbot.keyClick(view.panel.name, KEY.Key_Escape)
    assert not view.panel.isVisible()
    assert view.table.hasFocus()
    click_cell(qtbot, view.table, 1, SourceColumn.NAME)
    assert view.panel.isVisible()
    qtbot.mouseClick(view.panel.close_button, Qt.MouseButton.LeftButton)
    assert not view.panel.isVisible()
    screen.resize_to(1440)
    assert view.panel.isVisible()
    assert not view.panel.close_button.isVisible()


class Upside(QTranslator):
    """A language in which every word is marked."""

    def translate(self, _context, text, _disambiguation=None, _n=-1):
        return f"¤{text}"

    def isEmpty(self):
        return False


def test_that_all_words_follow_the_language_while_running(screen, small_project, qtbot):
    language = Upside()
    QApplication.installTranslator(language)
    try:
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        QApplication.processEvents()
        header = screen.sources.table.order.headerData(0, Qt.Orientation.Horizontal)
        assert header == "¤Name"
        assert screen.import_button.accessibleName() == "¤Import"
        assert screen.search.placeholderText() == "¤Search in the table"
        assert "¤Issuer" not in screen.sources.panel.details.field("date").accessibleName()
        assert screen.sources.panel.details.field("date").accessibleName() == "¤Date"
        assert row_for(screen, "Berit").choice.itemText(0) == "¤Respondents"
        assert screen.switch.button(RESPONDENTS).accessibleName() == "¤Respondents"
        assert screen.respondents.panel.row_foot.delete_button.accessibleName() == "¤Delete"
        assert screen.keys()[0][1] == "¤open in coding"
    finally:
        QApplication.removeTranslator(language)
        QApplication.processEvents()


def test_that_every_control_has_a_name_for_screen_readers(screen, respondents):
    from PySide6.QtWidgets import QAbstractButton

    for view in (screen.sources, screen.respondents):
        for widget in (
            *view.findChildren(QComboBox),
            *view.findChildren(QLineEdit),
            *view.findChildren(QAbstractButton),
        ):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
                assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), widget


def test_that_keys_and_panels_are_listed(screen):
    assert screen.panels() == (screen.sources.table, screen.sources.panel)
    listed = screen.keys()
    assert {key for key, _ in listed} >= {"F2", "Del", "Enter", "Ctrl+F"}


def test_that_both_themes_paint_a_different_table(screen, appearance):
    light = screen.grab().toImage()
    appearance.set_theme("dark")
    dark = screen.grab().toImage()
    assert light.pixelColor(600, 500) != dark.pixelColor(600, 500)
    assert dark.pixelColor(600, 500) == appearance.theme.paper


@pytest.fixture
def reading_project(small_project, tmp_path):
    """A copy of the small project, open for reading only."""
    copy = tmp_path / "kopi.kodebenk"
    small_project.save_copy(copy)
    with OpenProject.open(copy, read_only=True) as opened:
        yield opened


def test_that_a_project_for_reading_only_refuses_and_shows_what_stands(reading_project, open_screen, qtbot):
    screen = open_screen(reading_project)
    pick(qtbot, screen.sources.panel.kind, "Notes")
    assert [error.rule for error in screen.heard.errors] == [Rule.READ_ONLY]
    assert screen.sources.panel.kind.currentText() == "Transcript"
