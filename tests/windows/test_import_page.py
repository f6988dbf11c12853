"""The import page: read, settle, add in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.import_page.planned_source import ReadingState
from kodebenk.ui.import_page.speaker_table import ANOTHER_NAME
from windows.comparing_window import show_project
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
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    return page


def choose(box, value):
    """Choose a value in a combo box, as a user does."""
    index = box.findData(value)
    assert index >= 0, [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(index)
    box.activated.emit(index)


def shown_text(page):
    return page.preview.view.toPlainText()


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
    assert shown_text(page) == "Nå står det noe her."


def test_that_speakers_become_respondents_interviewer_or_wait(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    source = page.sources[0]
    assert source.choices == {
        "Intervjuer": "interviewer",
        "Ordføreren": "Ordføreren",
        "Rita": "Rita",
        "Informant": "unresolved",
    }
    choose(page.form.speakers.boxes["Rita"], "Tove Strand")
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
    choose(page.form.speakers.boxes["Rita"], ANOTHER_NAME)
    editor = page.form.speakers.row("Rita").name
    assert editor.hasFocus()
    qtbot.keyClicks(editor, "Rita Nordmann (rektor)")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.sources[0].choices["Rita"] == "Rita Nordmann (rektor)"
    assert page.form.speakers.boxes["Rita"].chosen.detail == "Rita Nordmann (rektor)"
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    project = project_window.desk.project
    assert "Rita Nordmann (rektor)" in [one.name for one in queries.respondents(project)]
    assert "Rita" not in [one.name for one in queries.respondents(project)]


def test_that_another_kind_reads_the_file_again_and_a_name_is_kept(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    page.form.name.selectAll()
    qtbot.keyClicks(page.form.name, "Ordførersamtalen")
    qtbot.mouseClick(page.form.kind.segments.button("plan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    assert page.sources[0].draft.speakers == ()
    assert not page.form.speakers.isVisible()
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    document = queries.find_document(project_window.desk.project, "Ordførersamtalen")
    assert document.kind is SourceKind.PLAN


def test_that_the_encoding_of_a_text_can_be_chosen_and_the_preview_follows(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "gammel.txt")
    assert shown_text(page) == "Møtet ble holdt på rådhuset. Åse åpnet."
    assert page.files.rows_shown.rows[0].note == "Encoding guessed: DOS 865"
    choose(page.form.encoding, "mac_roman")
    qtbot.waitUntil(lambda: "Møtet" not in shown_text(page), timeout=20_000)
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
    assert "The very same file is in the project: intervju.txt" in visible_texts(page.form.twin)
    assert page.add.text().strip() == "Nothing to add"
    assert not page.add.isEnabled()
    page.form.twin.anyway.click()
    assert page.add.text().strip() == "Add 1"
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert "intervju (2).txt" in [one.name for one in queries.documents(project_window.desk.project)]


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
    qtbot.waitUntil(page.preview.stop.isVisible, timeout=5_000)
    qtbot.mouseClick(page.preview.stop, Qt.MouseButton.LeftButton)
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


def test_that_the_table_has_the_keyboard_after_the_first_import(
    qtbot, appearance, translation, settings, dialogs, files, tmp_path
):
    OpenProject.create(tmp_path / "nytt.kodebenk", title="Nytt", coder_name="Ane").close()
    parts = (appearance, translation, settings, dialogs)
    window = show_project(qtbot, parts, tmp_path / "nytt.kodebenk", "Ane")
    assert window.page.current_workspace().sources.empty.isVisible()
    window.page.import_files([files / "samtale.txt"])
    page = window.page.import_page
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)
    page.add.setFocus()
    qtbot.keyClick(page.add, Qt.Key.Key_Return)
    assert window.page.current_workspace().sources.table.hasFocus()


PANEL = """Intervjuer: Når så politikerne målene første gang?

Ordføreren: Vi fikk dem på bordet i mars, og da var alt lagt.

Int.: Hvem tok det opp?

Berit: Det gjorde jeg, etter et møte på kontoret.

Ordføreren: Ja, og da ble det stille i salen.

?: Vi skulle tatt det i formannskapet først.

Intervjuer: Fikk enhetslederne vite om det?

Berit: Noen av dem. Resten leste det i avisa.

Ordf.: Det er ikke slik man får folk med seg.
"""


@pytest.fixture
def panel(tmp_path):
    path = tmp_path / "panel.txt"
    path.write_text(PANEL, "utf-8")
    return path


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "trivsel.csv"
    rows = (
        "Navn;Kommune;Hva er bra her?",
        "Kari Lie;Lillevik;Vi får tid til ungene, og ledelsen hører på oss når vi sier fra om noe.",
        "Ola Nes;Storvik;Lokalene er gode, men det er for få folk på jobb om kvelden og i helgene.",
        "Eva Ek;Lillevik;Arbeidsmiljøet er godt, og folk hjelper hverandre når det stormer som verst.",
    )
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def speakers_of(project, name):
    document = queries.find_document(project, name)
    people = queries.respondents_by_id(project)
    return {
        one.label: (one.role.value, people[one.respondent_id].name if one.respondent_id else "", one.aliases)
        for one in queries.text_of(project, document.id).speakers
    }


def turns_of(project, name):
    text = queries.text_of(project, queries.find_document(project, name).id)
    return [
        (text.speakers_by_id[turn.speaker_id].label, text.text[turn.body_start : turn.end])
        for turn in text.structure.turns
    ]


def test_that_other_writings_of_a_label_are_one_speaker_until_they_are_taken_apart(project_window, qtbot, panel):
    page = import_page(project_window, qtbot, panel)
    assert list(page.form.speakers.boxes) == ["Intervjuer", "Ordføreren", "Berit"]
    row = page.form.speakers.row("Ordføreren")
    assert "2 turns · also Ordf. (1 turn)" in visible_texts(row)
    qtbot.mouseClick(row.separate, Qt.MouseButton.LeftButton)
    assert list(page.form.speakers.boxes) == ["Intervjuer", "Ordføreren", "Berit", "Ordf."]
    choose(page.form.speakers.boxes["Ordf."], "=Ordføreren")
    assert list(page.form.speakers.boxes) == ["Intervjuer", "Ordføreren", "Berit"]
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert speakers_of(project_window.desk.project, "panel.txt") == {
        "Intervjuer": ("interviewer", "", ("Int.",)),
        "Ordføreren": ("respondent", "Ordføreren", ("Ordf.",)),
        "Berit": ("respondent", "Berit", ()),
    }


def test_that_doubtful_words_get_a_speaker_by_a_click_below_them(project_window, qtbot, panel):
    page = import_page(project_window, qtbot, panel)
    assert page.files.rows_shown.rows[0].note == "1 thing to look at"
    qtbot.mouseClick(page.form.go_to_doubt, Qt.MouseButton.LeftButton)
    (doubt,) = page.sources[0].open_doubts
    bar = page.preview.view.bar(doubt.start)
    assert bar.isVisible()
    assert [button.text() for button in bar.buttons] == ["Interviewer", "R4", "R5"]
    assert bar.buttons[0].hasFocus()
    qtbot.mouseClick(bar.buttons[1], Qt.MouseButton.LeftButton)
    assert page.files.rows_shown.rows[0].note == "Ready"
    assert "1 turn was given a speaker" in visible_texts(page.form)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    turns = turns_of(project_window.desk.project, "panel.txt")
    assert ("Ordføreren", "Vi skulle tatt det i formannskapet først.") in turns
    assert len(turns) == 9


def test_that_a_doubt_can_be_asked_again_and_left(project_window, qtbot, panel):
    page = import_page(project_window, qtbot, panel)
    (doubt,) = page.sources[0].open_doubts
    page.preview.view.doubt_answered.emit(doubt.start, "Berit")
    assert page.sources[0].open_doubts == ()
    qtbot.mouseClick(page.form.go_to_doubt, Qt.MouseButton.LeftButton)
    assert page.sources[0].open_doubts == (doubt,)
    qtbot.mouseClick(page.preview.view.bar(doubt.start).leave, Qt.MouseButton.LeftButton)
    assert page.sources[0].open_doubts == ()
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    words = [said for _, said in turns_of(project_window.desk.project, "panel.txt")]
    assert "Ja, og da ble det stille i salen.\n\n?: Vi skulle tatt det i formannskapet først." in words


def test_that_a_survey_shows_its_columns_and_every_row_becomes_a_respondent(project_window, qtbot, survey):
    page = import_page(project_window, qtbot, survey)
    assert page.files.rows_shown.rows[0].detail == "Survey · 3 respondents"
    assert not page.form.speakers.isVisible()
    assert page.form.columns.row("Kommune").use.currentData() == "closed"
    choose(page.form.columns.row("Kommune").use, "skipped")
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    assert page.form.columns.row("Kommune").use.currentData() == "skipped"
    choose(page.form.columns.row("Kommune").use, "closed")
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    project = project_window.desk.project
    people = {one.name: one.attributes for one in queries.respondents(project)}
    assert people["Ola Nes"] == {"Kommune": "Storvik"}
    assert speakers_of(project, "trivsel.csv")["Eva Ek"] == ("respondent", "Eva Ek", ())
    project_window.undo()
    assert "Ola Nes" not in [one.name for one in queries.respondents(project)]


def test_that_a_text_that_is_nearly_the_same_is_skipped_unless_wanted(project_window, qtbot, tmp_path, panel):
    second = tmp_path / "panel_v2.txt"
    second.write_text(PANEL.replace("stille i salen", "ganske stille i salen"), "utf-8")
    page = import_page(project_window, qtbot, panel, second)
    notes = [row.note for row in page.files.rows_shown.rows]
    assert notes[1] == "99 % like panel.txt"
    assert page.add.text().strip() == "Add 1, skip 1 duplicate"
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    page = import_page(project_window, qtbot, second)
    assert page.files.rows_shown.rows[0].note == "99 % like panel.txt"
    page.form.twin.anyway.click()
    assert page.files.rows_shown.rows[0].note == "99 % like panel.txt · is added"
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert "panel_v2.txt" in [one.name for one in queries.documents(project_window.desk.project)]


def draw_pdf(path):
    """Make a printed interview: running header, page numbers, words divided at line ends."""
    from reportlab.pdfgen import canvas

    texts = (
        (
            "Intervjuer: Når så dere målene første gang?",
            "",
            "Berit: Vi fikk dem på bordet i mars, og da var bud-",
            "sjettet alt lagt, så det var lite å gjøre med det. Komi-",
            "teen rakk ikke å spørre noen om hva de trengte.",
        ),
        (
            "Intervjuer: Hvem tok det opp i formannskapet?",
            "",
            "Berit: Det gjorde jeg, etter et møte på NAV-",
            "kontoret, og de skjønte ikke hva vi ville med dette",
            "når de alt hadde et styringskort fra staten.",
        ),
        (
            "Intervjuer: Fikk enhetslederne vite om det møtet?",
            "",
            "Berit: Noen av dem. Resten leste det i avisa uka",
            "etter, og det er ikke slik man får folk med seg i et",
            "arbeid som skal vare i mange år framover.",
        ),
    )
    sheet = canvas.Canvas(str(path))
    for number, lines in enumerate(texts, start=1):
        sheet.setFont("Helvetica", 9)
        sheet.drawString(72, 800, "Utskrift av samtale")
        sheet.drawString(290, 40, str(number))
        sheet.setFont("Times-Roman", 12)
        y = 750
        for line in lines:
            sheet.drawString(72, y, line)
            y -= 16
        sheet.showPage()
    sheet.save()


def test_that_a_step_of_the_clean_up_can_be_switched_off_and_on(project_window, qtbot, tmp_path):
    draw_pdf(tmp_path / "samtale.pdf")
    page = import_page(project_window, qtbot, tmp_path / "samtale.pdf")
    hyphens = page.form.clean_up.rows["hyphens"]
    assert hyphens.count.text() == "2 joined, 1 kept"
    assert "budsjettet" in shown_text(page)
    choose(page.form.speakers.boxes["Berit"], "Tove Strand")
    hyphens.box.click()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    assert "budsjettet" not in shown_text(page)
    assert page.form.clean_up.rows["hyphens"] is hyphens
    assert hyphens.count.text() == "2 joined, 1 kept"
    assert not hyphens.box.isChecked()
    hyphens.box.click()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    assert "budsjettet" in shown_text(page)
    assert page.sources[0].choices["Berit"] == "Tove Strand"


def test_that_the_text_is_shown_finished_with_changes_and_as_in_the_file(project_window, qtbot, tmp_path):
    draw_pdf(tmp_path / "samtale.pdf")
    page = import_page(project_window, qtbot, tmp_path / "samtale.pdf")
    changed = page.preview.view.content
    assert {changed.document.text[one.start : one.end] for one in changed.marks if one.before == "bud-\nsjettet"}
    qtbot.mouseClick(page.preview.modes.button("finished"), Qt.MouseButton.LeftButton)
    assert page.preview.view.content.marks == ()
    assert "Utskrift av samtale" not in shown_text(page)
    qtbot.mouseClick(page.preview.modes.button("original"), Qt.MouseButton.LeftButton)
    assert "Utskrift av samtale" in shown_text(page)
    assert "bud-" in shown_text(page)


def test_that_the_first_page_shows_with_a_progress_line_while_the_rest_is_read(
    project_window, qtbot, files, monkeypatch
):
    import threading

    from kodebenk.ui.import_page import planned_source

    real = planned_source.draft_source
    go_on = threading.Event()

    def slow(path, *, progress, first_page, **others):
        first_page("Dette er den første siden.")
        progress(1, 40)
        assert go_on.wait(20)
        return real(path, progress=progress, first_page=first_page, **others)

    monkeypatch.setattr(planned_source, "draft_source", slow)
    project_window.page.import_files([files / "samtale.txt"])
    page = project_window.page.import_page
    qtbot.waitUntil(page.preview.stop.isVisible, timeout=5_000)
    assert shown_text(page) == "Dette er den første siden."
    assert page.files.rows_shown.rows[0].note == "Reading: 1 of 40"
    assert not page.add.isEnabled()
    go_on.set()
    qtbot.waitUntil(page.add.isEnabled, timeout=20_000)
    assert "Vi fikk dem på bordet i mars." in shown_text(page)
    assert not page.preview.stop.isVisible()


def test_that_files_dropped_on_the_page_are_read_and_projects_are_left_to_the_window(project_window, qtbot, files):
    from PySide6.QtCore import QMimeData, QPointF, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    page = import_page(project_window, qtbot, files / "samtale.txt")

    def dragged(*paths):
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    sources = dragged(files / "gammel.txt", files / "tom.txt")
    enter = QDragEnterEvent(QPointF(10, 10).toPoint(), *sources)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert page.file_panel.more.isDown()
    QApplication.sendEvent(page, QDropEvent(QPointF(10, 10), *sources))
    assert not page.file_panel.more.isDown()
    assert [one.path.name for one in page.sources] == ["samtale.txt", "gammel.txt", "tom.txt"]
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)
    project = dragged(files / "annet.kodebenk")  # events do not keep what is dragged
    enter = QDragEnterEvent(QPointF(10, 10).toPoint(), *project)
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_that_keys_go_through_files_and_panels(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt", files / "gammel.txt")
    assert page.files.hasFocus()
    assert "File 1 of 2" in visible_texts(project_window.status_bar)
    qtbot.keyClick(page.files, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.form.name.text() == "gammel.txt"
    assert "File 2 of 2" in visible_texts(project_window.status_bar)
    page.form.name.setFocus()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.form.name.text() == "samtale.txt"
    project_window.page.move_between_panels(1)
    assert page.preview.isAncestorOf(QApplication.focusWidget())
    project_window.page.move_between_panels(-1)
    assert page.form.isAncestorOf(QApplication.focusWidget())


def test_that_escape_lets_go_of_a_field_first_and_of_the_import_then(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    page.form.name.setFocus()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.files.hasFocus()
    qtbot.keyClick(page.files, Qt.Key.Key_Escape)
    assert project_window.page.import_page is None


def test_that_metadata_and_language_go_into_the_project(project_window, qtbot, files):
    page = import_page(project_window, qtbot, files / "samtale.txt")
    choose(page.form.language, "nn")
    qtbot.mouseClick(page.form.details.head, Qt.MouseButton.LeftButton)
    place = page.form.details.form.field("place")
    qtbot.keyClicks(place, "Rådhuset")
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    document = queries.find_document(project_window.desk.project, "samtale.txt")
    assert (document.details.place, document.details.language) == ("Rådhuset", "nn")


def test_that_everything_on_the_page_has_a_name_for_screen_readers(project_window, qtbot, panel, survey):
    from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit

    page = import_page(project_window, qtbot, panel, survey)
    for row in range(2):
        page.files.select(row)
        QApplication.processEvents()
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for widget in page.findChildren(kind):
                inside = isinstance(widget.parent(), QComboBox)
                named = widget.accessibleName() or (isinstance(widget, QCheckBox) and widget.text())
                assert inside or not widget.isVisible() or named, (widget, widget.parent())
