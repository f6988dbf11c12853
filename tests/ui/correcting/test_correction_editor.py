import random
import statistics
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kodebenk.domain.text_change import Hunk, TextChange
from kodebenk.ui.correcting.correction_editor import CorrectionEditor
from kodebenk.ui.reading.spans import CodingSpan

TEXT = "Berit: Det begynte 😀 med et budsjett som sprakk.\n\nHalvor: Og så fikk enhetene ansvar."


@pytest.fixture
def make_editor(qtbot, appearance):
    def make(text, spans=(), *, editable=True, marked=None):
        editor = CorrectionEditor(appearance, editable=editable)
        qtbot.addWidget(editor)
        editor.resize(798, 600)
        editor.show_text(text, spans, *([marked] if marked is not None else []))
        with qtbot.waitExposed(editor):
            editor.show()
        editor.setFocus()
        QTest.qWait(1)
        return editor

    return make


def span(text, quote, coding_id=1):
    start = text.index(quote)
    return CodingSpan(coding_id, start, start + len(quote), 3, "Medvirkning")


def tinted(editor, text, quote):
    """Tell whether the ground left of the middle of a quote has the colour of a coding."""
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.find(quote)
    rect = editor.cursorRect(editor.textCursor())
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.processEvents()
    color = editor.viewport().grab().toImage().pixelColor(rect.left() - 4, rect.top() + 4)
    return color != editor._appearance.theme.paper


def test_that_codings_follow_what_is_typed_before_them(qtbot, make_editor):
    editor = make_editor(TEXT, [span(TEXT, "enhetene ansvar")])
    assert tinted(editor, TEXT, "enhetene")
    assert not tinted(editor, TEXT, "Halvor")
    qtbot.keyClicks(editor, "Ja, jo. ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert tinted(editor, TEXT, "enhetene")
    assert not tinted(editor, TEXT, "Halvor")
    assert editor.text() == "Ja, jo. \n" + TEXT


def test_that_lines_keep_their_height_while_somebody_types(qtbot, make_editor):
    editor = make_editor(TEXT)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    first = editor.cursorRect().top()
    qtbot.keyClicks(editor, "ord " * 40)
    lead = editor._text_layout.measures.lead
    lines = editor.document().firstBlock().layout().lineCount()
    assert lines > 3
    assert (editor.cursorRect().top() - first) % lead == 0
    assert editor.cursorRect().top() - first >= 2 * lead


def test_that_ctrl_enter_is_done_and_esc_leaves(qtbot, make_editor):
    editor = make_editor(TEXT)
    with qtbot.waitSignal(editor.done_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == TEXT


def test_that_a_reviewed_text_is_marked_and_cannot_be_written_in(qtbot, make_editor):
    new = TEXT.replace("sprakk", "ikke holdt")
    start = new.index("ikke holdt")
    change = TextChange((Hunk(start, start + 6, start, start + 10), Hunk(60, 64, 64, 64)))
    editor = make_editor(new, [span(new, "Og så")], editable=False, marked=change)
    qtbot.keyClicks(editor, "x")
    assert editor.text() == new
    editor.show_place(start, start + 10, choose=True)
    assert editor._chosen == (start + 1, start + 11)
    assert [(hunk.new_start, hunk.new_end) for hunk in editor._marked.hunks] == [(start + 1, start + 11), (65, 65)]


def test_that_theme_and_scale_change_while_it_is_shown(make_editor, appearance):
    editor = make_editor(TEXT, [span(TEXT, "enhetene ansvar")])
    before = editor._text_layout.measures.lead
    appearance.set_theme("dark")
    appearance.set_scale(1.5)
    assert editor._text_layout.measures.lead > before
    assert editor.document().firstBlock().layout().lineCount() >= 0
    assert tinted(editor, TEXT, "enhetene")
    appearance.set_scale(1.0)
    appearance.set_theme("light")


def test_that_a_key_in_a_megabyte_takes_less_than_a_tenth_of_a_second(qtbot, make_editor):
    chance = random.Random(1)
    words = ["kommunen", "tjenesten", "lederne", "målene", "fikk", "velge", "og", "så"]
    text = "\n\n".join(" ".join(chance.choices(words, k=70)) for _ in range(2_200))
    starts = [chance.randrange(len(text) - 700) for _ in range(10_000)]
    spans = [CodingSpan(number, start, start + 200, 1 + number % 12, "Kode") for number, start in enumerate(starts)]
    editor = make_editor(text, spans)
    for place in (0, len(text) // 2, len(text) - 10):
        editor.show_place(place, place)
        QApplication.processEvents()
        times = []
        for _ in range(12):
            began = time.perf_counter()
            qtbot.keyClick(editor, Qt.Key.Key_A)
            editor.viewport().repaint()
            times.append(time.perf_counter() - began)
        assert statistics.median(times) < 0.1
    assert editor.changes == 3
