"""What a task marks in a text: which paragraphs, which positions, and the shapes around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.task_marks import MarkedPlace, PlacedMarks, TaskMarks
from kodebenk.ui.reading.task_painting import outlines
from kodebenk.ui.reading.text_positions import count_units
from ui.reading.reading_texts import FACES, interview


@pytest.fixture
def view(qtbot, appearance):
    made = DocumentView(appearance)
    qtbot.addWidget(made)
    made.resize(798, 600)
    made.show_document(interview(), FACES)
    with qtbot.waitExposed(made):
        made.show()
    QTest.qWait(1)
    return made


def body_of(document, number):
    turn = document.structure.turns[number - 1]
    return turn.body_start, turn.end


def test_that_all_but_the_turns_of_a_sample_are_dimmed(view):
    document = interview()
    marks = TaskMarks((MarkedPlace(*body_of(document, 2), False), MarkedPlace(*body_of(document, 5), True)))
    view.mark_task(marks)
    chosen = [
        number
        for number in range(len(view._shown.paragraphs))
        if not view._task.dims(number) and view.document().findBlockByNumber(number).text()
    ]
    words = [view.document().findBlockByNumber(number).text() for number in chosen]
    assert [one[:12] for one in words] == ["Det begynte ", "De ble hørt,"]
    assert [view._task.turn(number).is_coded for number in chosen] == [False, True]


def test_that_no_task_dims_and_marks_nothing(view):
    assert view._task is None
    view.mark_task(TaskMarks((MarkedPlace(*body_of(interview(), 2), False),)))
    assert view._task is not None
    view.mark_task(TaskMarks())
    assert view._task is None


def test_that_another_document_has_no_marks_of_the_old_one(view):
    view.mark_task(TaskMarks((MarkedPlace(*body_of(interview(), 2), False),)))
    view.show_document(interview(2), FACES)
    assert view._task is None
    assert view._gutter._task is None


def test_that_an_empty_sample_dims_the_whole_text(view):
    view.mark_task(TaskMarks(()))
    assert all(view._task.dims(number) for number in range(len(view._shown.paragraphs)))


@given(st.data())
def test_that_units_lie_in_the_paragraphs_of_their_words_and_keep_their_length(data):
    document = interview(2)
    shown = shown_of(document)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    marks = PlacedMarks(TaskMarks(None, (MarkedPlace(start, end, False),)), shown)
    placed = [(number, unit) for number in range(len(shown.paragraphs)) for unit in marks.units(number)]
    for number, unit in placed:
        paragraph = shown.paragraphs[number]
        assert unit.start <= paragraph.end
        assert unit.end >= paragraph.start
        text = shown.display.text.encode("utf-16-le")[2 * unit.start : 2 * unit.end].decode("utf-16-le", "replace")
        assert count_units(text) == unit.end - unit.start
        hidden = sum(max(0, min(end, high) - max(start, low)) for low, high in labels(document))
        assert len(text) == end - start - hidden
    shown_words = "".join(document.text[at] for at in range(start, end) if not is_label(document, at)).strip()
    assert bool(placed) or not shown_words


def labels(document):
    return [(turn.start, turn.body_start) for turn in document.structure.turns]


def is_label(document, position):
    return any(low <= position < high for low, high in labels(document))


def shown_of(document):
    from kodebenk.ui.reading.coding_index import CodingIndex
    from kodebenk.ui.reading.display_text import find_paragraphs, hide_speaker_labels, make_display_text
    from kodebenk.ui.reading.reading_page import ShownDocument

    display = make_display_text(document.text, hide_speaker_labels(document))
    paragraphs = find_paragraphs(document, display, frozenset())
    starts = [one.start for one in paragraphs]
    source_starts = [one.source_start for one in paragraphs]
    return ShownDocument(
        document, display, paragraphs, FACES, CodingIndex(display.positions, starts), starts, source_starts
    )


def test_that_lines_that_touch_share_an_outline_and_others_do_not():
    whole = [QRectF(100, 0, 200, 24), QRectF(10, 27, 290, 24), QRectF(10, 54, 60, 24)]
    assert len(outlines(whole)) == 1
    (shape,) = outlines(whole)
    assert min(point.y() for point in shape) == pytest.approx(-0.5)
    assert max(point.y() for point in shape) == pytest.approx(78.5)
    assert (min(point.x() for point in shape), max(point.x() for point in shape)) == (7, 303)
    assert len(outlines([QRectF(250, 0, 50, 24), QRectF(10, 27, 60, 24)])) == 2


def test_that_a_turn_that_is_coded_has_a_filled_bar_and_another_a_hollow_one(view, appearance):
    document = interview()
    middles = {}
    for is_coded in (False, True):
        view.mark_task(TaskMarks((MarkedPlace(*body_of(document, 2), is_coded),)))
        block = next(one for one in view.visible_page().blocks if view._task.turn(one.number) is not None)
        image = view._gutter.grab().toImage()
        middles[is_coded] = image.pixelColor(view._gutter._shift() + 46, round(block.first_line + 20))
    assert middles[False] == appearance.theme.paper
    assert middles[True] == appearance.theme.ink2


def test_that_units_are_outlined_without_a_colour_of_a_code(view, appearance):
    before = view.viewport().grab().toImage()
    start, end = body_of(interview(), 3)
    view.mark_task(TaskMarks(None, (MarkedPlace(start, end, False),)))
    after = view.viewport().grab().toImage()
    changed = {
        after.pixelColor(x, y).rgb()
        for x in range(after.width())
        for y in range(after.height())
        if after.pixelColor(x, y) != before.pixelColor(x, y)
    }
    assert changed
    assert all(QColor(one).saturation() <= appearance.theme.ink3.saturation() + 8 for one in changed)
