"""Correcting a text in the coding workspace: writing, drafts, the review, taking it in, undo, corrected files."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from kodebenk.application import coding_actions, queries, text_drafts, unplaced_actions
from kodebenk.application.correction_preview import preview_correction
from kodebenk.application.open_project import OpenProject
from kodebenk.application.text_correction import apply_correction
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.ui.correcting.correction_bar import Stage
from kodebenk.ui.correcting.review_rows import Group
from kodebenk.ui.main_window import MainWindow
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.reading_screen import ReadingScreen
from kodebenk.ui.reading.text_positions import count_units
from windows.conftest import delete_now, let_go, visible_texts

INTERVIEW = 1
NOTES = 2


@pytest.fixture
def screen(qtbot, small_project, appearance):
    signals = ProjectSignals(small_project)
    made = ReadingScreen(small_project, signals, appearance)
    made.resize(1356, 828)
    with qtbot.waitExposed(made):
        made.show()
    made.toasts, made.errors = [], []
    made.done_to_many.connect(made.toasts.append)
    made.failed.connect(made.errors.append)
    yield made
    made.release()
    signals.end()
    delete_now(made)


@pytest.fixture
def project(small_project):
    return small_project


def text_of(project, document_id=INTERVIEW):
    return queries.text_of(project, document_id).text


def write(screen, old, new):
    """Replace words in the field as somebody does who selects and types."""
    editor = screen.columns.correcting.editor
    whole = editor.edited_text.words(0, 10_000)
    cursor = editor.textCursor()
    cursor.setPosition(count_units(whole[: whole.index(old)]))
    for _ in old:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().replace("\u2029", "\n") == old
    editor.setTextCursor(cursor)
    cursor.insertText(new)


def look(qtbot, screen):
    screen.correcting.look()
    qtbot.waitUntil(lambda: screen.correcting.stage is Stage.REVIEW, timeout=10_000)
    return screen.columns.correction_panel.review


def rows_of(review):
    rows = review.list.rows
    return [rows.row(rows.index(number)) for number in range(rows.rowCount())]


def states(project):
    codings = queries.codings(project)
    waiting = [(one.coding.id, one.reason) for one in unplaced_actions.list_unplaced(project)]
    return [(one.id, one.passage, one.anchor) for one in codings], waiting, text_of(project)


def test_that_writing_looking_and_taking_in_is_one_change_with_one_undo(qtbot, screen, project):
    before = states(project)
    screen.start_correcting()
    assert not screen.view.isVisible()
    assert screen.columns.correcting.editor.hasFocus()
    write(screen, "budsjett som sprakk", "budsjett som ikke holdt")
    write(screen, "Takk for praten.", "")
    assert screen.columns.correcting.editor.changes == 2
    assert "2 changes" in visible_texts(screen.columns.correcting.bar)
    review = look(qtbot, screen)
    assert [row.group for row in rows_of(review) if row is not None] == [Group.ALTERED]
    texts = visible_texts(review)
    assert "1 coding gets corrected words" in texts
    assert "6 codings follow the text" in texts or "5 codings follow the text" in texts
    qtbot.mouseClick(review.take_in, Qt.MouseButton.LeftButton)
    assert screen.correcting.stage is None
    assert screen.view.isVisible()
    assert "som ikke holdt." in text_of(project)
    assert screen.toasts == ["Corrected the text of “intervju.txt”: 7 codings follow"]
    assert queries.history(project)[-1].name is ChangeName.EDIT_TEXT
    shown = screen.view._shown
    assert shown.source.text == text_of(project)
    for one in queries.codings(project, document_id=INTERVIEW):
        assert shown.codings.get(one.id).span.start == one.passage.start
    project.undo()
    assert states(project) == before
    assert screen.view._shown.source.text == before[2]


def test_that_a_coding_without_its_mark_goes_to_the_unplaced_ones(qtbot, screen, project):
    screen.start_correcting()
    write(screen, "budsjett som sprakk", "budsjett som ikke holdt")
    review = look(qtbot, screen)
    altered = next(row for row in rows_of(review) if row is not None)
    review.list.setCurrentIndex(review.list.rows.index(1))
    qtbot.keyClick(review.list, Qt.Key.Key_Space)
    assert "1 coding is left without a place" in visible_texts(review)
    qtbot.mouseClick(review.take_in, Qt.MouseButton.LeftButton)
    waiting = unplaced_actions.list_unplaced(project)
    assert [(one.coding.id, one.reason) for one in waiting] == [(altered.coding_id, "set_aside")]
    assert screen.view._shown.codings.get(altered.coding_id) is None


def test_that_words_taken_away_are_told_before_anything_is_stored(qtbot, screen, project):
    screen.start_correcting()
    write(screen, "De målene lever ennå.", "")
    review = look(qtbot, screen)
    unplaced = [row for row in rows_of(review) if row is not None]
    assert [(row.group, row.code, row.citation) for row in unplaced] == [(Group.UNPLACED, "Forankring", "R2:6")]
    assert unplaced_actions.list_unplaced(project) == []
    qtbot.mouseClick(review.take_in, Qt.MouseButton.LeftButton)
    assert [one.code for one in unplaced_actions.list_unplaced(project)] == ["Deltakelse/Forankring"]


def test_that_back_goes_on_with_the_same_text_and_its_own_undo(qtbot, screen):
    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    review = look(qtbot, screen)
    qtbot.mouseClick(review.back, Qt.MouseButton.LeftButton)
    editor = screen.columns.correcting.editor
    assert screen.correcting.stage is Stage.WRITING
    assert not editor.isReadOnly()
    assert "Intervjuer: Takk.\n" in editor.text()
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editor.undo()
    assert editor.changes == 0


def test_that_a_correction_that_was_left_is_offered_again_and_taken_up(qtbot, screen, project):
    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    qtbot.mouseClick(screen.columns.correcting.bar.cancel, Qt.MouseButton.LeftButton)
    assert text_of(project).count("Takk for praten.") == 1
    banner = screen.columns.draft_banner
    assert banner.isVisible()
    assert visible_texts(banner)[0].startswith("There is a correction from ")
    screen.show_document(NOTES)
    assert not banner.isVisible()
    screen.show_document(INTERVIEW)
    qtbot.mouseClick(banner.go_on, Qt.MouseButton.LeftButton)
    assert screen.columns.correcting.editor.changes == 1
    assert "Intervjuer: Takk.\n" in screen.columns.correcting.editor.text()
    screen.correcting.leave()
    qtbot.mouseClick(banner.throw_away, Qt.MouseButton.LeftButton)
    assert text_drafts.read_draft(project, INTERVIEW) is None
    assert not banner.isVisible()


def test_that_what_is_typed_is_kept_every_few_seconds(qtbot, screen, project):
    keeper = screen.correcting._keeper
    keeper._soon.setInterval(20)
    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    qtbot.waitUntil(lambda: text_drafts.read_draft(project, INTERVIEW) is not None)
    assert "Intervjuer: Takk.\n" in text_drafts.read_draft(project, INTERVIEW).text
    screen.columns.correcting.editor.undo()
    qtbot.waitUntil(lambda: text_drafts.read_draft(project, INTERVIEW) is None)


def test_that_no_changes_leave_no_draft_and_no_change(screen, project):
    history = len(queries.history(project))
    screen.start_correcting()
    screen.correcting.look()
    assert screen.correcting.stage is None
    assert text_drafts.read_draft(project, INTERVIEW) is None
    assert len(queries.history(project)) == history


def test_that_special_blanks_are_read_back_as_they_are(qtbot, screen, project):
    new = text_of(project).replace("Takk for praten.", "Takk\u00a0for\u202fpraten, 😀.")
    apply_correction(project, preview_correction(project, INTERVIEW, new))
    screen.start_correcting()
    write(screen, "Bare hyggelig", "Hyggelig")
    editor = screen.columns.correcting.editor
    pasted = QMimeData()
    pasted.setText("fem\u00a0kroner\r\nog mer")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(pasted)
    assert editor.text() == new.replace("Bare hyggelig", "Hyggelig") + "fem\u00a0kroner\nog mer"


def test_that_a_text_that_changed_meanwhile_is_told_and_compared_with_what_is_there(qtbot, screen, project):
    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    other = text_of(project).replace("Det husker jeg godt", "Det husker jeg")
    apply_correction(project, preview_correction(project, INTERVIEW, other))
    assert any("meanwhile" in text for text in visible_texts(screen.columns.correcting.bar))
    look(qtbot, screen)
    preview = screen.correcting._preview
    assert len(preview.change.hunks) == 2


def test_that_a_coding_made_during_the_review_is_looked_at_too(qtbot, screen, project):
    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    review = look(qtbot, screen)
    assert rows_of(review) == []
    start = text_of(project).index("Takk for praten.")
    code = queries.codebook(project).find("Tillit").id
    coding_actions.apply_code(project, Passage(INTERVIEW, start, start + len("Takk for praten.")), code)
    qtbot.waitUntil(lambda: len(screen.correcting._preview.codings) == 8, timeout=10_000)
    assert [row.code for row in rows_of(review) if row is not None] == ["Tillit"]


def test_that_deleting_the_document_ends_its_correction(screen, project):
    from kodebenk.application import document_actions

    screen.start_correcting()
    write(screen, "Takk for praten.", "Takk.")
    document_actions.delete_document(project, INTERVIEW)
    assert screen.correcting.stage is None
    assert screen.document_id == NOTES


def test_that_letter_keys_write_letters_while_correcting(qtbot, screen, project):
    screen.start_correcting()
    editor = screen.columns.correcting.editor
    before = len(queries.codings(project))
    qtbot.keyClicks(editor, "3k")
    assert editor.text().startswith("3k")
    assert len(queries.codings(project)) == before
    assert all(not entry.enabled for entry in screen.menu_actions() if entry.text)


def test_that_a_draft_is_offered_when_the_project_is_opened_again(
    qtbot, appearance, translation, settings, dialogs, lillevik
):
    with OpenProject.open(lillevik) as project:
        text_drafts.save_draft(project, NOTES, text_of(project, NOTES).replace("fredag", "torsdag"))
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    screen = made.page.workspace("coding")
    qtbot.waitUntil(lambda: screen.document_id == NOTES)
    assert screen.columns.draft_banner.isVisible()
    assert visible_texts(screen.columns.draft_banner)[0].endswith("that was not finished.")


def test_that_beginning_to_correct_goes_on_with_a_draft_and_does_not_write_over_it(
    qtbot, appearance, translation, settings, dialogs, lillevik
):
    with OpenProject.open(lillevik) as project:
        text_drafts.save_draft(project, NOTES, text_of(project, NOTES).replace("fredag", "torsdag"))
    made = open_window(qtbot, appearance, translation, settings, dialogs, lillevik)
    screen = made.page.workspace("coding")
    qtbot.waitUntil(lambda: screen.document_id == NOTES)
    made.menus.action("correct_text").trigger()
    assert screen.correcting.stage is Stage.WRITING
    assert "torsdag" in screen.columns.correcting.editor.text()
    screen.correcting.leave()
    assert screen.columns.draft_banner.isVisible()


def open_window(qtbot, appearance, translation, settings, dialogs, path):
    made = MainWindow(appearance, translation, settings, dialogs=dialogs)
    made.resize(1440, 900)
    qtbot.addWidget(made, before_close_func=let_go)
    made.show()
    qtbot.waitExposed(made)
    made.open_project(path)
    made.activateWindow()
    return made


@pytest.fixture
def real_window(qtbot, appearance, translation, settings, dialogs, lillevik):
    return open_window(qtbot, appearance, translation, settings, dialogs, lillevik)


def test_that_closing_the_project_keeps_what_was_typed(real_window, lillevik):
    real_window.menus.action("correct_text").trigger()
    screen = real_window.page.workspace("coding")
    assert screen.correcting.stage is Stage.WRITING
    write(screen, "Takk for praten.", "Takk.")
    real_window.close_project()
    with OpenProject.open(lillevik) as project:
        assert "Intervjuer: Takk.\n" in text_drafts.read_draft(project, INTERVIEW).text


def test_that_a_corrected_file_is_read_looked_at_and_taken_in(qtbot, real_window, dialogs, tmp_path):
    project = real_window.desk.project
    corrected = tmp_path / "rettet.txt"
    corrected.write_text(text_of(project).replace("Halvor: Og så", "Halvor: Nå, og så"), "utf-8")
    dialogs.answer = corrected
    real_window.menus.action("material").trigger()
    real_window.menus.action("replace_text").trigger()
    screen = real_window.page.workspace("coding")
    qtbot.waitUntil(lambda: screen.correcting.stage is Stage.REVIEW, timeout=10_000)
    assert ".txt" in dialogs.proposed
    assert real_window.page.current_name == "coding"
    review = screen.columns.correction_panel.review
    assert not review.back.isVisible()
    qtbot.mouseClick(review.take_in, Qt.MouseButton.LeftButton)
    assert "Halvor: Nå, og så" in text_of(project)
    assert queries.history(project)[-1].name is ChangeName.REPLACE_TEXT
    assert queries.document(project, INTERVIEW).file_name == "rettet.txt"
    real_window.undo()
    assert queries.document(project, INTERVIEW).file_name == "intervju.txt"


def test_that_a_file_that_cannot_be_read_is_told_and_changes_nothing(qtbot, real_window, dialogs, tmp_path):
    broken = tmp_path / "rettet.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    dialogs.answer = broken
    before = text_of(real_window.desk.project)
    real_window.menus.action("replace_text").trigger()
    qtbot.waitUntil(real_window.page.banner.isVisible, timeout=10_000)
    assert text_of(real_window.desk.project) == before
    assert real_window.page.workspace("coding").correcting.stage is None
