"""Marking who is heard, and who leaves, in the coding workspace."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kodebenk.application import queries, respondent_actions, voice_actions
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import VoiceKind
from kodebenk.ui.material.material_screen import MaterialScreen
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.reading_screen import ReadingScreen
from windows.conftest import delete_now

INTERVIEW = 1


@pytest.fixture
def project(small_project):
    return small_project


@pytest.fixture
def screen(qtbot, small_project, appearance):
    signals = ProjectSignals(small_project)
    made = ReadingScreen(small_project, signals, appearance)
    made.resize(1356, 828)
    with qtbot.waitExposed(made):
        made.show()
    made.errors = []
    made.failed.connect(made.errors.append)
    yield made
    made.release()
    signals.end()
    delete_now(made)


def passage(project, words):
    start = queries.text_of(project, INTERVIEW).text.index(words)
    return Passage(INTERVIEW, start, start + len(words))


def select(screen, words):
    place = passage(screen.project, words)
    screen.view.select_passage(place.start, place.end)
    screen.view.setFocus()
    return place


def voices(project):
    return queries.text_of(project, INTERVIEW).voices


def test_that_a_retold_voice_is_marked_shown_and_taken_back(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    qtbot.keyClicks(screen.view, "h")
    panel = screen.voices.panel
    assert panel.isVisible()
    assert panel.accessibleName() == "Who is heard here"
    qtbot.keyClicks(panel.who, "et barn")
    qtbot.keyClick(panel.who, Qt.Key.Key_Return)
    assert not panel.isVisible()
    made = voices(project)[0]
    assert (made.start, made.end, made.kind, made.speaker) == (place.start, place.end, VoiceKind.SECOND_HAND, "et barn")
    screen.view.select_passage(place.start + 2, place.start + 2)
    assert "Retold: et barn" in [item.text for item in screen.status_left()]
    coding = next(one for one in queries.codings(project) if one.anchor.quote == "de fikk ikke velge")
    screen.selection.select(coding.id)
    assert screen.columns.inspector.heard.text() == "Retold: et barn"
    project.undo()
    assert voices(project) == ()
    assert screen.columns.inspector.heard.text() == ""


def test_that_a_quoted_voice_moves_the_coding_to_whom_it_comes_from(qtbot, screen, project):
    select(screen, "de fikk ikke velge")
    screen.voices.open()
    panel = screen.voices.panel
    panel.kind.set_value(VoiceKind.NESTED.value)
    next(box for box in panel.boxes if box.text().startswith("R3")).setChecked(True)
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    coding = next(one for one in queries.codings(project) if one.anchor.quote == "de fikk ikke velge")
    assert queries.respondents_of_coding(project, coding) == (3,)
    screen.selection.select(coding.id)
    assert screen.columns.inspector.heard.text() == "Quoted: R3"
    assert screen.columns.inspector.shown.speaking == (3,)


def test_that_a_mark_of_nobody_is_explained_in_the_panel(qtbot, screen, project):
    select(screen, "de fikk ikke velge")
    screen.voices.open()
    qtbot.mouseClick(screen.voices.panel.save, Qt.MouseButton.LeftButton)
    assert screen.voices.panel.isVisible()
    assert voices(project) == ()
    assert "Nobody is named" in screen.voices.panel._note.text()
    qtbot.keyClick(screen.voices.panel, Qt.Key.Key_Escape)
    assert not screen.voices.panel.isVisible()
    assert screen.view.hasFocus()


def test_that_a_sign_in_the_gutter_opens_its_mark_which_can_be_removed(qtbot, screen, project):
    place = passage(project, "Hos oss skrev vi målene sammen med lærerne.")
    voice_id = voice_actions.mark_voice(project, place, VoiceKind.COLLECTIVE, respondent_ids=(1, 2))
    screen.view.scroll_to(place.start, place.end)
    block = next(one for one in screen.view.visible_page().blocks if one.paragraph.text_start == place.start)
    gutter = screen.view._gutter
    at = QPoint(gutter.width() - 6, round(block.first_line + 13))
    assert "Together: R1, R2" in gutter._tool_tip_at(at.y())
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=at)
    panel = screen.voices.panel
    assert panel.voice_id == voice_id
    assert screen.view.selected_passage() == (place.start, place.end)
    assert [box.text()[:2] for box in panel.boxes if box.isChecked()] == ["R1", "R2"]
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert voices(project) == ()
    assert screen.view.hasFocus()


def test_that_a_mark_is_opened_and_changed_in_one_step(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_id = voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    before = voices(project)
    screen.view.select_passage(place.start + 3, place.start + 3)
    qtbot.keyClicks(screen.view, "h")
    panel = screen.voices.panel
    assert panel.voice_id == voice_id
    assert (panel.who.text(), panel.save.text(), panel.kind.value) == ("et barn", "Save", "second_hand")
    assert panel.kind.hasFocus()
    panel.kind.set_value(VoiceKind.NESTED.value)
    next(box for box in panel.boxes if box.text().startswith("R3")).setChecked(True)
    panel.who.clear()
    said = []
    screen.voices.done.connect(said.append)
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert screen.view.hasFocus()
    assert said == ["Quoted: R3"]
    (changed,) = voices(project)
    assert (changed.id, changed.kind, changed.speaker) == (voice_id, VoiceKind.NESTED, "")
    assert (changed.respondent_ids, changed.start, changed.end) == ((3,), place.start, place.end)
    assert project.undo().name is ChangeName.EDIT_VOICE
    assert voices(project) == before


def test_that_words_selected_while_the_mark_is_open_become_its_words(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    qtbot.keyClicks(screen.view, "h")
    panel = screen.voices.panel
    assert panel in screen.panels()
    screen.view.setFocus()
    wanted = passage(project, "men de fikk ikke velge")
    screen.view.select_passage(wanted.start, wanted.end)
    qtbot.waitUntil(panel._moved.isVisible)
    assert panel._quote.text() == "“men de fikk ikke velge”"
    assert panel._moved.text() == "Instead of “de fikk ikke velge”"
    qtbot.keyClicks(screen.view, "h")
    assert panel.kind.hasFocus()
    qtbot.keyClick(panel.who, Qt.Key.Key_Return)
    (changed,) = voices(project)
    assert (changed.start, changed.end, changed.quote) == (wanted.start, wanted.end, "men de fikk ikke velge")
    assert changed.speaker == "et barn"


def test_that_words_selected_just_before_saving_are_not_lost(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    qtbot.keyClicks(screen.view, "h")
    screen.view.setFocus()
    wanted = passage(project, "ikke velge")
    screen.view.select_passage(wanted.start, wanted.end)
    screen.voices.panel.save.click()
    assert voices(project)[0].quote == "ikke velge"


def test_that_what_the_program_selects_is_not_taken_for_the_words_of_the_mark(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    qtbot.keyClicks(screen.view, "h")
    panel = screen.voices.panel
    wanted = passage(project, "Takk for praten.")
    screen.view.select_passage(wanted.start, wanted.end)
    panel.who.setText("en elev")
    panel.save.click()
    (changed,) = voices(project)
    assert (changed.quote, changed.speaker) == ("de fikk ikke velge", "en elev")


def test_that_saving_a_mark_as_it_is_changes_nothing(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    count = len(queries.history(project))
    screen.voices.open()
    screen.voices.panel.save.click()
    assert not screen.voices.panel.isVisible()
    assert len(queries.history(project)) == count


def test_that_a_mark_is_not_changed_to_one_of_nobody(qtbot, screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    screen.voices.open()
    panel = screen.voices.panel
    panel.who.clear()
    panel.save.click()
    assert panel.isVisible()
    assert "Nobody is named" in panel._note.text()
    assert voices(project)[0].speaker == "et barn"


def test_that_an_open_mark_that_is_changed_elsewhere_is_closed(screen, project):
    place = select(screen, "de fikk ikke velge")
    voice_id = voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    screen.voices.open()
    assert screen.voices.panel.isVisible()
    voice_actions.edit_voice(project, voice_id, place.start, place.end, VoiceKind.NESTED, speaker="en lærer")
    assert not screen.voices.panel.isVisible()


def test_that_without_a_selection_the_mark_at_the_caret_is_shown(screen, project):
    place = passage(project, "de fikk ikke velge")
    voice_id = voice_actions.mark_voice(project, place, VoiceKind.SECOND_HAND, speaker="et barn")
    screen.view.select_passage(place.start + 3, place.start + 3)
    screen.voices.open()
    assert screen.voices.panel.voice_id == voice_id
    screen.view.select_passage(0, 0)
    start = passage(project, "Takk for praten.").start
    screen.view.select_passage(start, start)
    screen.voices.open()
    assert screen.voices.panel.voice_id == 0
    assert screen.view.selected_passage() == (start, start + len("Takk for praten."))


def test_that_the_menu_says_who_leaves_at_the_turn_and_takes_it_back(screen, project):
    place = passage(project, "Hos oss skrev vi målene")
    screen.view.select_passage(place.start, place.start)
    entry = next(one for one in screen.menu_actions() if one.text == "R2 leaves here")
    entry.trigger()
    speaker = next(one for one in queries.text_of(project, INTERVIEW).speakers if one.respondent_id == 2)
    turn = queries.text_of(project, INTERVIEW).turn_at(place.start)
    assert speaker.left_at == turn.end
    block = next(one for one in screen.view.visible_page().blocks if one.paragraph.turn == turn)
    assert "R2 leaves here" in screen.view._gutter._tool_tip_at(block.first_line + 5)
    next(one for one in screen.menu_actions() if one.text == "R2 does not leave").trigger()
    assert next(one for one in queries.speakers(project) if one.id == speaker.id).left_at is None


def test_that_a_turn_of_the_interviewer_offers_everybody(screen, project):
    start = passage(project, "Ble de ansatte spurt?").start
    screen.view.select_passage(start, start)
    texts = [one.text for one in screen.menu_actions()]
    assert {"R1 leaves here", "R2 leaves here"} <= set(texts)


def test_that_the_speakers_of_a_document_say_after_which_turn_they_leave(qtbot, small_project, appearance):
    signals = ProjectSignals(small_project)
    made = MaterialScreen(small_project, signals, appearance)
    made.resize(1356, 828)
    with qtbot.waitExposed(made):
        made.show()
    made.show_document(INTERVIEW)
    halvor = next(one for one in made.sources.panel.speakers.rows if one._label() == "Halvor")
    places = [halvor.choice.itemText(at) for at in range(halvor.choice.count())]
    halvor.choice.activated.emit(places.index("Leaves after a turn …"))
    qtbot.keyClicks(halvor.last_turn, "3")
    qtbot.keyClick(halvor.last_turn, Qt.Key.Key_Return)
    speaker = next(one for one in queries.speakers(small_project) if one.label == "Halvor")
    assert speaker.left_at == queries.text_of(small_project, INTERVIEW).structure.turns[2].end
    assert halvor._leaves.text() == "Leaves after turn 3"
    qtbot.mouseClick(halvor.stays, Qt.MouseButton.LeftButton)
    assert next(one for one in queries.speakers(small_project) if one.label == "Halvor").left_at is None
    respondent_actions.set_left_at(small_project, speaker.id, 10)
    assert halvor._leaves_row.isVisible()
    signals.end()
    delete_now(made)
