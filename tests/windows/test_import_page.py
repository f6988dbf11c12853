"""The import page: read, settle, add in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import queries
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.import_page.planned_source import ReadingState
from windows.conftest import speak, visible_texts

TALK = """Intervjuer: Når så dere målene første gang?

Ordføreren: Vi fikk dem på bordet i mars.

Rita: Jeg hørte om dem i avisa.

Intervjuer: Hvem tok det opp?

Ordføreren: Det gjorde jeg.

Rita: Ja, det stemmer.

Informant: Jeg var der også.

Informant: To ganger.
"""


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "kilder"
    folder.mkdir()
    (folder / "samtale.txt").write_text(TALK, "utf-8")
    (folder / "gammel.txt").write_bytes("Møtet ble holdt på rådhuset. Åse åpnet.".encode("cp865"))
    (folder / "tom.txt").write_text("", "utf-8")
    (folder / "bilde.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def import_page(window, qtbot, *paths):
    window.page.import_files(list(paths))
    page = window.page.import_page
    qtbot.waitUntil(lambda: all(one.state is not ReadingState.READING for one in page.sources), timeout=20_000)
    return page


def test_that_files_chosen_in_the_dialog_are_read_and_added_as_one_step(project_window, qtbot, files, dialogs):
    dialogs.answer = [files / "samtale.txt", files / "gammel.txt"]
    qtbot.keyClick(project_window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert ".docx" in dialogs.proposed
    page = project_window.page.import_page
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)
    project = project_window.desk.project
    changes = len(queries.history(project))
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert {"samtale.txt", "gammel.txt"} <= {one.name for one in queries.documents(project)}
    assert len(queries.history(project)) == changes + 1
    assert queries.history(project)[-1].name is ChangeName.IMPORT_DOCUMENTS
    assert project_window.page.import_page is None
    assert project_window.page.current_name == "material"
    assert project_window.toast.message() == "Added 2 documents"
    project_window.undo()
    assert "samtale.txt" not in {one.name for one in queries.documents(project)}
    assert "Ordføreren" not in {one.name for one in queries.respondents(project)}


def test_that_bad_files_say_why_and_do_not_stop_the_others(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "tom.txt", files / "samtale.txt", files / "bilde.jpg")
    notes = {row.title: row.note for row in page.files.rows_shown.rows}
    assert notes["tom.txt"] == "tom.txt is empty."
    assert notes["bilde.jpg"] == "bilde.jpg has a format that cannot be read."
    assert page.add.text().strip() == "Add 1, skip 2"
    assert "tom.txt is empty." in visible_texts(page.form.banner)
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert "samtale.txt" in {one.name for one in queries.documents(project_window.desk.project)}


def test_that_a_bad_file_that_was_mended_is_read_again(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "tom.txt")
    assert not page.add.isEnabled()
    (files / "tom.txt").write_text("Nå står det noe her.", "utf-8")
    qtbot.mouseClick(page.form.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)
    assert page.preview.toPlainText() == "Nå står det noe her."


def test_that_speakers_become_respondents_interviewer_or_wait(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    source = page.sources[0]
    assert source.choices == {
        "Intervjuer": "interviewer",
        "Ordføreren": "Ordføreren",
        "Rita": "Rita",
        "Informant": "unresolved",
    }
    box = page.form.speakers.boxes["Rita"]
    box.setCurrentIndex(box.findData("Tove Strand"))
    box.activated.emit(box.currentIndex())
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    project = project_window.desk.project
    document = queries.find_document(project, "samtale.txt")
    people = queries.respondents_by_id(project)
    said = {
        one.label: (one.role, people[one.respondent_id].name if one.respondent_id else None)
        for one in queries.text_of(project, document.id).speakers
    }
    assert said == {
        "Intervjuer": (SpeakerRole.INTERVIEWER, None),
        "Ordføreren": (SpeakerRole.RESPONDENT, "Ordføreren"),
        "Rita": (SpeakerRole.RESPONDENT, "Tove Strand"),
        "Informant": (SpeakerRole.UNRESOLVED, None),
    }


def test_that_a_speaker_can_be_given_a_name_that_nobody_has_yet(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    editor = page.form.speakers.boxes["Rita"].lineEdit()
    editor.selectAll()
    qtbot.keyClicks(editor, "Rita Nordmann (rektor)")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.sources[0].choices["Rita"] == "Rita Nordmann (rektor)"
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    project = project_window.desk.project
    assert "Rita Nordmann (rektor)" in [one.name for one in queries.respondents(project)]
    assert "Rita" not in [one.name for one in queries.respondents(project)]


def test_that_another_kind_reads_the_file_again_and_a_name_is_kept(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    page.form.name.selectAll()
    qtbot.keyClicks(page.form.name, "Ordførersamtalen")
    plan = page.form.kind.findData(SourceKind.PLAN)
    page.form.kind.setCurrentIndex(plan)
    page.form.kind.activated.emit(plan)
    qtbot.waitUntil(lambda: page.sources[0].state is ReadingState.READY, timeout=20_000)
    assert page.sources[0].draft.speakers == ()
    assert not page.form.speakers.isVisible()
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    document = queries.find_document(project_window.desk.project, "Ordførersamtalen")
    assert document.kind is SourceKind.PLAN


def test_that_the_encoding_of_a_text_can_be_chosen_and_the_preview_follows(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "gammel.txt")
    assert page.preview.toPlainText() == "Møtet ble holdt på rådhuset. Åse åpnet."
    wrong = page.form.encoding.findData("mac_roman")
    page.form.encoding.setCurrentIndex(wrong)
    page.form.encoding.activated.emit(wrong)
    qtbot.waitUntil(lambda: "Møtet" not in page.preview.toPlainText(), timeout=20_000)
    assert page.form.encoding.currentData() == "mac_roman"


def test_that_notes_can_belong_to_a_new_respondent(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "gammel.txt")
    assert page.sources[0].shown_kind is SourceKind.NOTES
    page.form.respondent.setEditText("Åse Moen")
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    project = project_window.desk.project
    document = queries.find_document(project, "gammel.txt")
    people = queries.respondents_by_id(project)
    assert [people[one].name for one in document.respondent_ids] == ["Åse Moen"]


def test_that_a_file_that_is_in_the_project_already_is_told(project_window, qtbot, tmp_path):
    page = import_page(project_window, qtbot, tmp_path / "intervju.txt")
    assert page.files.rows_shown.rows[0].note == "In the project already"
    assert "The very same file is in the project already." in visible_texts(page.form.banner)


def test_that_leaving_adds_nothing_and_other_workspaces_stay_reachable(project_window, qtbot, files):
    project = project_window.desk.project
    changes = len(queries.history(project))
    page = import_page(project_window, qtbot, files / "samtale.txt")
    project_window.page.show_workspace("coding")
    project_window.page.show_workspace("material")
    assert page.isVisible()
    qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    assert project_window.page.import_page is None
    assert len(queries.history(project)) == changes


def test_that_delete_takes_a_file_out_and_the_last_one_leaves_the_page(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt", files / "gammel.txt")
    page.files.setFocus()
    qtbot.keyClick(page.files, Qt.Key.Key_Delete)
    assert [one.path.name for one in page.sources] == ["gammel.txt"]
    assert page.form.name.text() == "gammel.txt"
    qtbot.mouseClick(page.form.remove, Qt.MouseButton.LeftButton)
    assert project_window.page.import_page is None


def test_that_reading_that_was_stopped_can_be_taken_up_again(project_window, qtbot, files, monkeypatch):
    import time

    from kodebenk.ui.import_page import planned_source

    real = planned_source.draft_source

    def slow(path, *, is_cancelled, **others):
        while not is_cancelled():
            time.sleep(0.01)
        return real(path, is_cancelled=is_cancelled, **others)

    monkeypatch.setattr(planned_source, "draft_source", slow)
    project_window.page.import_files([files / "samtale.txt"])
    page = project_window.page.import_page
    qtbot.waitUntil(page.progress.isVisible, timeout=5_000)
    page.progress.stop_requested.emit()
    qtbot.waitUntil(lambda: page.sources[0].state is ReadingState.FAILED, timeout=20_000)
    assert page.files.rows_shown.rows[0].note == "Stopped."
    monkeypatch.setattr(planned_source, "draft_source", real)
    qtbot.mouseClick(page.form.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)


def test_that_the_page_speaks_norwegian(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "tom.txt", files / "samtale.txt")
    speak(project_window, "nb")
    assert "Importer 2 filer" in visible_texts(page)
    assert page.add.text().strip() == "Legg inn 1, hopp over 1"
    assert page.files.rows_shown.rows[0].note == "tom.txt er tom."


def test_that_a_project_is_made_and_a_text_imported_from_the_welcome_page(window, qtbot, files, dialogs, tmp_path):
    dialogs.answer = tmp_path / "nytt.kodebenk"
    window.commands.run("new")
    qtbot.keyClicks(window.sheets.page.project_title, "Nytt")
    qtbot.mouseClick(window.sheets.page.choose, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.sheets.page.make, Qt.MouseButton.LeftButton)
    dialogs.answer = [files / "samtale.txt"]
    window.page.current_workspace().import_requested.emit()
    page = window.page.import_page
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert [one.name for one in queries.documents(window.desk.project)] == ["samtale.txt"]
    assert window.page.current_workspace().name == "material"
