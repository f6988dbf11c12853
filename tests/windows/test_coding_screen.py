import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import coding_actions, queries
from kodebenk.domain.coding import Attribution, CodingKind, Stance
from kodebenk.domain.passage import Passage
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.reading_screen import ReadingScreen
from kodebenk.ui.reading.side_panel import LowerPage
from windows.conftest import delete_now

NOTES = 2
INTERVIEW = 1


class Told:
    """What a screen asked the main window to say."""

    def __init__(self, screen):
        self.done, self.toasts, self.failed = [], [], []
        screen.done.connect(self.done.append)
        screen.done_to_many.connect(self.toasts.append)
        screen.failed.connect(self.failed.append)


@pytest.fixture
def screen(qtbot, small_project, appearance):
    signals = ProjectSignals(small_project)
    made = ReadingScreen(small_project, signals, appearance)
    made.resize(1356, 828)
    with qtbot.waitExposed(made):
        made.show()
    made.told = Told(made)
    yield made
    made.release()
    signals.end()
    delete_now(made)


@pytest.fixture
def project(small_project):
    return small_project


def place(project, document_id, quote):
    start = queries.text_of(project, document_id).text.index(quote)
    return start, start + len(quote)


def select(screen, quote, document_id=INTERVIEW):
    start, end = place(screen.project, document_id, quote)
    screen.view.select_passage(start, end)
    screen.view.setFocus()
    return Passage(document_id, start, end)


def codings_of(project, passage):
    book = queries.codebook(project).by_id
    found = queries.codings(project, document_id=passage.document_id)
    return [(book[one.code_id].name, one.stance) for one in found if one.passage == passage]


def code_id(project, name):
    return queries.codebook(project).find(name).id


def first_coding(project, name):
    return queries.codings(project, code_ids=[code_id(project, name)])[0]


def press(qtbot, screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    if isinstance(key, str):
        qtbot.keyClicks(screen.view, key, modifier)
    else:
        qtbot.keyClick(screen.view, key, modifier)


def test_that_the_first_document_is_shown_with_its_own_codings(screen):
    assert screen.document_id == INTERVIEW
    assert screen.codings.total == 7
    assert screen.status_right()[0].text == "7 codings in the document"
    assert [item.text for item in screen.status_left()] == ["The interviewer's turns are not counted"]


def test_that_a_digit_codes_the_selected_words_and_again_removes_the_coding(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "3")
    assert codings_of(project, passage) == [("Medvirkning", None)]
    coding = first_coding(project, "Medvirkning")
    made = screen.codings.get(screen.selected_id)
    assert (made.passage, made.code_id) == (passage, coding.code_id)
    assert screen.view._shown.codings.get(made.id) is not None
    assert screen.view.selected_passage() is None
    assert "Medvirkning" in screen.told.done[-1]
    press(qtbot, screen, "3")
    assert codings_of(project, passage) == []
    assert screen.view._shown.codings.get(made.id) is None
    assert screen.selected_id is None


def test_that_another_digit_adds_a_code_to_the_selected_coding(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "34")
    assert {name for name, _ in codings_of(project, passage)} == {"Medvirkning", "Forankring"}


def test_that_a_key_without_a_selection_codes_the_turn_at_the_caret(qtbot, screen, project):
    start, _ = place(project, INTERVIEW, "Bare hyggelig")
    screen.view.select_passage(start + 3, start + 3)
    press(qtbot, screen, "1")
    made = screen.codings.get(screen.selected_id)
    text = queries.text_of(project, INTERVIEW).text
    assert text[made.passage.start : made.passage.end] == "Bare hyggelig. Ring meg om noe er uklart."


def test_that_a_digit_that_no_code_has_only_tells_so(qtbot, screen, project):
    before = len(queries.codings(project))
    select(screen, "Takk for praten.")
    press(qtbot, screen, "9")
    assert len(queries.codings(project)) == before
    assert "9" in screen.status_left()[0].text


def test_that_single_keys_can_be_turned_off(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    screen.letter_keys = False
    press(qtbot, screen, "3")
    assert codings_of(project, passage) == []


def test_that_positions_after_an_emoji_are_those_of_the_project(qtbot, screen, project):
    passage = select(screen, "for å si det sånn")
    press(qtbot, screen, "2")
    assert codings_of(project, passage) == [("Tillit", None)]


def test_that_g_codes_with_the_code_used_last(qtbot, screen, project):
    select(screen, "Takk for praten.")
    press(qtbot, screen, "4")
    passage = select(screen, "Ring meg")
    press(qtbot, screen, "g")
    assert codings_of(project, passage) == [("Forankring", None)]


def test_that_stance_keys_set_and_clear_the_stance(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "4")
    for key, stance in (("f", Stance.FOR), ("m", Stance.AGAINST), ("b", Stance.MIXED), ("n", None)):
        press(qtbot, screen, key)
        assert codings_of(project, passage) == [("Forankring", stance)]


def test_that_words_become_a_code_in_vivo_in_one_step(qtbot, screen, project):
    select(screen, "Takk for praten.")
    press(qtbot, screen, "4")
    passage = select(screen, "oss skrev vi målene")
    press(qtbot, screen, "v")
    assert codings_of(project, passage) == [("oss skrev vi målene", None)]
    assert queries.codebook(project).path_of(code_id(project, "oss skrev vi målene")).startswith("Deltakelse/")
    project.undo()
    assert codings_of(project, passage) == []
    assert "oss skrev vi målene" not in {code.name for code in queries.codebook(project).codes}


def test_that_the_palette_finds_a_code_and_codes_with_it(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "k")
    palette = screen.palette_widget
    assert palette.isVisible()
    qtbot.keyClicks(palette.field, "frk")
    assert not palette.card().intersects(selected_on_screen(screen))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert codings_of(project, passage) == [("Forankring", None)]
    assert palette.isHidden()
    assert screen.view.hasFocus()


def selected_on_screen(screen):
    from kodebenk.ui.reading.passage_place import selection_rect

    return selection_rect(screen.view).translated(screen.view.mapTo(screen, QPoint(0, 0)))


def test_that_ctrl_enter_codes_and_keeps_the_palette_open(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "k")
    field = screen.palette_widget.field
    for words in ("medv", "till"):
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {name for name, _ in codings_of(project, passage)} == {"Medvirkning", "Tillit"}
    assert screen.palette_widget.isVisible()
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert screen.palette_widget.isHidden()


def test_that_tab_sets_a_stance_together_with_the_code(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "k")
    qtbot.keyClicks(screen.palette_widget.field, "till")
    qtbot.keyClick(screen.palette_widget.field, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    assert codings_of(project, passage) == [("Tillit", Stance.AGAINST)]


def test_that_shift_enter_makes_the_code_and_codes_with_it(qtbot, screen, project):
    passage = select(screen, "Takk for praten.")
    press(qtbot, screen, "k")
    qtbot.keyClicks(screen.palette_widget.field, "Høflighet")
    qtbot.keyClick(screen.palette_widget.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert codings_of(project, passage) == [("Høflighet", None)]
    project.undo()
    assert "Høflighet" not in {code.name for code in queries.codebook(project).codes}


def test_that_undo_and_redo_are_seen_in_text_and_tree(qtbot, screen, project):
    select(screen, "Takk for praten.")
    press(qtbot, screen, "3")
    made = screen.selected_id
    project.undo()
    assert screen.view._shown.codings.get(made) is None
    assert screen.selected_id is None
    assert screen.columns.side.page is LowerPage.SELECTION
    project.redo()
    assert screen.view._shown.codings.get(made) is not None


def test_that_a_click_selects_the_shortest_coding_and_again_the_next_one_out(qtbot, screen, project):
    start, end = place(project, INTERVIEW, "de fikk ikke velge")
    screen.view.scroll_to(start, end)
    screen.view.select_passage(start + 5, start + 5)
    at = screen.view.cursorRect().center() + QPoint(3, 0)
    qtbot.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.columns.inspector.shown.coding.code_id == code_id(project, "Forankring")
    qtbot.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.columns.inspector.shown.coding.code_id == code_id(project, "Medvirkning")
    assert screen.columns.codebook.current_code.name == "Medvirkning"


def test_that_comma_and_full_stop_go_from_coding_to_coding(qtbot, screen, project):
    press(qtbot, screen, ".")
    first = screen.selected_id
    press(qtbot, screen, "..")
    press(qtbot, screen, ",,")
    assert screen.selected_id == first
    press(qtbot, screen, ",")
    assert screen.selected_id == first
    assert screen.status_left()[0].icon == "info"


def test_that_delete_removes_the_selected_coding(qtbot, screen, project):
    press(qtbot, screen, ".")
    doomed = screen.selected_id
    press(qtbot, screen, Qt.Key.Key_Delete)
    assert doomed not in {one.id for one in queries.codings(project)}
    assert screen.selected_id is None


def test_that_escape_lets_go(qtbot, screen):
    press(qtbot, screen, ".")
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.selected_id is None
    select(screen, "Takk for praten.")
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.view.selected_passage() is None


def test_that_a_dragged_end_changes_the_coding(screen, project):
    one = first_coding(project, "Forankring")
    screen.view.coding_resized.emit(one.id, one.passage.start, one.passage.end + 1)
    assert queries.coding(project, one.id).passage.end == one.passage.end + 1
    assert screen.view._shown.codings.get(one.id).span.end == one.passage.end + 1


def test_that_s_splits_the_coding_at_the_caret(qtbot, screen, project):
    one = next(c for c in queries.codings(project, document_id=INTERVIEW) if "medvirkning likevel" in c.anchor.quote)
    middle = one.passage.start + one.anchor.quote.index("Jeg")
    screen.view.select_passage(middle, middle)
    screen.selection.select(one.id)
    press(qtbot, screen, "s")
    text = queries.text_of(project, INTERVIEW).text
    quotes = [text[c.passage.start : c.passage.end] for c in queries.codings(project, code_ids=[one.code_id])]
    assert "De ble hørt, men de fikk ikke velge." in quotes
    assert "Jeg kaller det medvirkning likevel." in quotes


def test_that_a_comment_is_saved_once_when_the_writer_leaves(qtbot, screen, project):
    press(qtbot, screen, ".")
    coding_id = screen.selected_id
    press(qtbot, screen, "c")
    comment = screen.columns.inspector.comment
    assert comment.hasFocus()
    changes = len(queries.history(project))
    qtbot.keyClicks(comment, "Viktig sted")
    qtbot.keyClick(comment, Qt.Key.Key_Escape)
    assert queries.coding(project, coding_id).comment == "Viktig sted"
    assert len(queries.history(project)) == changes + 1
    assert screen.view.hasFocus()
    assert screen.view._shown.codings.get(coding_id).span.has_comment


def test_that_a_condensation_is_saved_before_another_coding_is_shown(qtbot, screen, project):
    press(qtbot, screen, ".")
    first = screen.selected_id
    screen.columns.inspector.condensation.setFocus()
    qtbot.keyClicks(screen.columns.inspector.condensation, "Kort sagt")
    qtbot.mouseClick(screen.columns.inspector.next, Qt.MouseButton.LeftButton)
    assert screen.selected_id != first
    assert queries.coding(project, first).condensation == "Kort sagt"
    assert queries.coding(project, screen.selected_id).condensation == ""


def test_that_the_inspector_changes_code_stance_kind_and_respondents(qtbot, screen, project):
    press(qtbot, screen, ".")
    coding_id, inspector = screen.selected_id, screen.columns.inspector
    tillit = inspector.code.findData(code_id(project, "Tillit"))
    inspector.code.setCurrentIndex(tillit)
    inspector.code.activated.emit(tillit)
    qtbot.mouseClick(inspector.stance.button("blandet"), Qt.MouseButton.LeftButton)
    inspector.details.kind.menu().actions()[1].trigger()
    inspector.details.respondent_menu.actions()[3].trigger()
    changed = queries.coding(project, coding_id)
    assert changed.code_id == code_id(project, "Tillit")
    assert changed.stance is Stance.MIXED
    assert changed.kind is CodingKind.PARAPHRASE
    assert (changed.attribution, changed.respondent_ids) == (Attribution.HAND, (1, 2))
    inspector.details.respondent_menu.actions()[0].trigger()
    assert queries.coding(project, coding_id).attribution is Attribution.SPEAKER


def test_that_the_filter_by_theme_shows_only_its_codings(screen, project):
    theme = code_id(project, "Styring")
    screen.columns.header.codes.picked.emit("all")
    screen.columns.header.codes.set_key(f"theme:{theme}")
    screen.columns.header.codes.picked.emit(f"theme:{theme}")
    below = {code.id for code in queries.codebook(project).below(theme)}
    shown = {screen.codings.get(span.id).code_id for span in screen.codings.spans()}
    assert shown
    assert shown <= below
    assert len(screen.view._shown.codings) == len(screen.codings.spans())


def test_that_only_my_codings_are_shown_until_everybodys_are_wanted(screen, project):
    start, end = place(project, INTERVIEW, "Takk for praten.")
    passage = Passage(INTERVIEW, start, end)
    theirs = coding_actions.apply_code(project, passage, code_id(project, "Tillit"), coder_name="Jonas B.")
    assert screen.view._shown.codings.get(theirs) is None
    screen.columns.header.coders.set_key("all")
    screen.columns.header.coders.picked.emit("all")
    assert screen.view._shown.codings.get(theirs) is not None


def test_that_words_are_found_as_one_types_and_all_hits_coded_in_one_step(qtbot, screen, project):
    screen.start_find()
    bar = screen.columns.find_bar
    qtbot.keyClicks(bar.field, "målene")
    qtbot.waitUntil(lambda: len(screen.finder.hits) == 3)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert screen.view.selected_passage() == screen.finder.hits[1]
    changes = len(queries.history(project))
    code = code_id(project, "Tillit")
    bar.code.set_key(str(code))
    wanted = int(bar.code_button.text().split()[1])
    qtbot.mouseClick(bar.code_button, Qt.MouseButton.LeftButton)
    made = queries.codings(project, document_id=INTERVIEW, code_ids=[code])
    assert len(made) == wanted == 3
    assert len(queries.history(project)) == changes + 1
    assert screen.told.toasts
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_that_f3_goes_round_the_hits(qtbot, screen):
    screen.start_find()
    qtbot.keyClicks(screen.columns.find_bar.field, "målene")
    qtbot.waitUntil(lambda: len(screen.finder.hits) == 3)
    for number in (1, 2, 0):
        qtbot.keyClick(screen, Qt.Key.Key_F3)
        assert screen.view.selected_passage() == screen.finder.hits[number]


def test_that_read_to_here_raises_the_progress(qtbot, screen, project):
    start, _ = place(project, INTERVIEW, "Bare hyggelig")
    screen.view.select_passage(start, start)
    press(qtbot, screen, "l")
    assert queries.document(project, INTERVIEW).progress == 1.0
    assert screen.columns.documents._model.finished() == (1, 2)


def test_that_another_document_is_shown_by_click_and_by_passage(qtbot, screen, project):
    tree = screen.columns.documents.tree
    index = screen.columns.documents._model.index_of(NOTES)
    at = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.document_id == NOTES
    one = first_coding(project, "Forankring")
    screen.show_passage(INTERVIEW, one.passage.start, one.passage.end)
    assert (screen.document_id, screen.selected_id) == (INTERVIEW, one.id)
    screen.show_passage(NOTES, 3, 9)
    assert screen.view.selected_passage() == (3, 9)


def test_that_a_deleted_document_gives_way_and_comes_back(screen, project):
    screen.columns.documents.delete_requested.emit(INTERVIEW)
    assert screen.document_id == NOTES
    assert screen.told.toasts
    project.undo()
    screen.show_document(INTERVIEW)
    assert screen.codings.total == 7


def test_that_an_error_is_reported_and_changes_nothing(screen, project):
    screen.columns.codebook.rename_requested.emit(code_id(project, "Tillit"), "Resultatenhet")
    assert [error.rule.value for error in screen.told.failed] == ["name_taken"]
    assert "Tillit" in {code.name for code in queries.codebook(project).codes}


def test_that_a_renamed_code_has_its_new_name_everywhere(screen, project):
    one = first_coding(project, "Forankring")
    screen.selection.select(one.id)
    screen.desk.rename_code(one.code_id, "Eierskap")
    assert screen.view._shown.codings.get(one.id).span.name == "Eierskap"
    assert screen.columns.inspector.code.currentText().strip() == "Eierskap"


def test_that_narrow_windows_fold_documents_and_codebook(qtbot, screen):
    screen.resize(1044, 628)
    screen.resize_to(1100)
    columns = screen.columns
    assert columns.header.picker.isVisible()
    assert not columns.documents.isVisible()
    assert columns.side.tabs.isVisible()
    press(qtbot, screen, ".")
    assert columns.side.strip.isVisible()
    columns.side.tabs.setCurrentIndex(1)
    assert columns.inspector.isVisible()
    assert not columns.codebook.isVisible()
    qtbot.mouseClick(columns.header.picker, Qt.MouseButton.LeftButton)
    assert columns.documents.isVisible()
    columns.documents.tree.setCurrentIndex(columns.documents._model.index_of(NOTES))
    assert screen.document_id == NOTES
    assert not columns.documents.isVisible()
    screen.resize_to(1440)
    assert columns.documents.isVisible()
    assert columns.codebook.isVisible()
    assert columns.codebook.add_button.isVisibleTo(columns.codebook)


def test_that_theme_scale_and_language_change_while_running(qtbot, screen, appearance):
    press(qtbot, screen, ".")
    selected = screen.selected_id
    appearance.set_theme("dark")
    appearance.set_scale(1.5)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    assert screen.grab().toImage().pixelColor(700, 300).lightness() < 128
    assert screen.selected_id == selected
    appearance.set_scale(1.0)


def test_that_every_panel_can_get_the_keyboard(screen):
    assert [type(panel).__name__ for panel in screen.panels()][:3] == ["DocumentTree", "PickButton", "DocumentView"]
    for panel in screen.panels():
        panel.setFocus()
        assert QApplication.focusWidget() is panel


def test_that_menus_name_what_the_keys_do(qtbot, screen):
    assert not [entry for entry in screen.menu_actions() if entry.keys == "Del" and entry.enabled]
    press(qtbot, screen, ".")
    delete = next(entry for entry in screen.menu_actions() if entry.keys == "Del")
    assert delete.enabled
    delete.trigger()
    assert screen.selected_id is None
    described = screen.keys()
    assert all(what for _, what in described)
