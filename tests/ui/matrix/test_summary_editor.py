import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from kodebenk.ui.matrix.evidence import EvidenceCount, count_evidence
from kodebenk.ui.matrix.summary_editor import SummaryEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "Ble hørt. [R1:13] Valgte ikke 😀. [?]"


@pytest.fixture
def editor(qtbot, appearance):
    made = SummaryEditor(appearance)
    qtbot.addWidget(made)
    made.resize(280, 120)
    made.show()
    qtbot.waitExposed(made)
    made.load(TEXT, {"R1:13", "R1:19"})
    return made


def test_that_references_are_shown_as_chips_and_come_back_as_text(editor):
    assert "[R1:13]" not in editor.toPlainText()
    assert editor.text() == TEXT
    assert not editor.is_changed()


@given(
    parts=st.lists(
        st.one_of(st.text(st.sampled_from("aåb .!😀\n"), max_size=8), st.sampled_from(["[R1:13]", "[?]", "[12]"])),
        max_size=8,
    )
)
def test_that_any_text_comes_back_as_it_was(editor, parts):
    text = "".join(parts)
    editor.load(text, {"R1:13"})
    assert editor.text() == text


def test_that_a_typed_reference_becomes_a_chip_if_it_leads_somewhere(editor, qtbot):
    editor.load("", {"R1:19"})
    qtbot.keyClicks(editor, "Enig [R1:19] og [R9:9]")
    assert editor.text() == "Enig [R1:19] og [R9:9]"
    assert editor.toPlainText().count("\ufffc") == 1
    assert "[R9:9]" in editor.toPlainText()


def test_that_typing_after_a_chip_is_text_again(editor, qtbot):
    editor.load("Enig [R1:19]", {"R1:19"})
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, " ja")
    assert editor.text() == "Enig [R1:19] ja"


def test_that_a_reference_is_put_at_the_caret_with_a_blank_before_it(editor):
    editor.load("Enig. Uenig.", {"R1:19"})
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    editor.insert_reference("R1:19")
    assert editor.text() == "Enig. [R1:19] Uenig."
    editor.undo()
    assert editor.text() == "Enig. Uenig."


def test_that_copied_chips_are_pasted_as_chips(editor):
    editor.selectAll()
    copied = editor.createMimeDataFromSelection().text()
    assert copied == TEXT
    editor.load("", {"R1:13"})
    data = QMimeData()
    data.setText(copied)
    editor.insertFromMimeData(data)
    assert editor.text() == TEXT
    assert editor.toPlainText().count("\ufffc") == 2


def test_that_ctrl_enter_and_leaving_keep_the_text_once(editor, qtbot):
    kept = []
    editor.written.connect(kept.append)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Nytt.")
    with qtbot.waitSignal(editor.let_go):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    editor.clearFocus()
    assert kept == ["Nytt."]


def test_that_hiding_keeps_the_text(editor, qtbot):
    editor.selectAll()
    qtbot.keyClicks(editor, "Vindu lukkes.")
    with qtbot.waitSignal(editor.written) as kept:
        editor.hide()
    assert kept.args == ["Vindu lukkes."]


def test_that_a_text_that_could_not_be_stored_counts_as_changed(editor, qtbot):
    qtbot.keyClicks(editor, "x")
    editor.commit()
    editor.unkeep()
    assert editor.is_changed()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", EvidenceCount(0, 0)),
        ("Ble hørt. [R1:13]", EvidenceCount(1, 0)),
        ("Ble hørt. [R1:13] Valgte ikke.", EvidenceCount(2, 1)),
        ("Ble hørt, men valgte ikke. [R9:9] [?]", EvidenceCount(1, 1)),
    ],
)
def test_that_sentences_without_a_reference_that_leads_somewhere_lack_evidence(text, expected):
    assert count_evidence(text, {"R1:13": 7}) == expected
