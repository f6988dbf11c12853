from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.margin_layout import BRACKET_LANES, NAME_STEP, BracketLanes, arrange_margin
from kodebenk.ui.reading.spans import CodingSpan
from ui.reading.reading_texts import FACES, coding, interview


@pytest.fixture
def make_view(qtbot, appearance):
    def make(document, codings, size=(798, 700)):
        view = DocumentView(appearance)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show_document(document, FACES)
        view.set_codings(codings)
        with qtbot.waitExposed(view):
            view.show()
        QTest.qWait(1)
        return view

    return make


def rows_of(view, selected=None):
    codings = view._shown.codings
    return arrange_margin(view.visible_page(), codings, BracketLanes(codings), codings.get(selected))


def many(document, quote, count):
    return [coding(document, quote, number, name=f"Kode {number}") for number in range(1, count + 1)]


def test_that_brackets_on_one_line_stand_in_lanes_with_the_longest_nearest_the_text(make_view):
    document = interview()
    codings = [coding(document, "Det begynte", 1), coding(document, "Det begynte 😀 med et budsjett som sprakk. Vi", 2)]
    rows = rows_of(make_view(document, codings))
    assert {bracket.placed.id: bracket.lane for bracket in rows.brackets} == {2: 0, 1: 1}


def test_that_brackets_on_different_lines_share_a_lane(make_view):
    document = interview()
    rows = rows_of(make_view(document, [coding(document, "Det begynte", 1), coding(document, "De ble hørt", 2)]))
    assert [bracket.lane for bracket in rows.brackets] == [0, 0]


def test_that_names_stand_apart_and_in_order(make_view):
    document = interview()
    rows = rows_of(make_view(document, many(document, "De ble hørt", 3)))
    heights = [row.y for row in rows.names]
    assert [after - before for before, after in pairwise(heights)] == [NAME_STEP, NAME_STEP]
    assert [row.is_pushed for row in rows.names] == [False, True, True]


def test_that_codings_without_a_lane_are_counted(make_view):
    document = interview()
    rows = rows_of(make_view(document, many(document, "De ble hørt", 7)))
    assert len(rows.brackets) == BRACKET_LANES
    assert [len(more.hidden) for more in rows.more] == [3]
    assert len(rows.names) + sum(len(more.hidden) for more in rows.more) == 7


def test_that_the_selected_coding_keeps_bracket_and_name(make_view):
    document = interview()
    view = make_view(document, many(document, "De ble hørt", 7))
    hidden = rows_of(view).more[0].hidden[0].id
    rows = rows_of(view, hidden)
    assert hidden in [bracket.placed.id for bracket in rows.brackets]
    assert hidden in [row.bracket.placed.id for row in rows.names]


def test_that_lanes_stay_while_scrolling(make_view):
    document = interview(rounds=20)
    length = len(document.text)
    codings = [
        CodingSpan(number, start, min(length, start + 90 + number % 200), 1 + number % 12, "Kode")
        for number, start in enumerate(range(0, length - 10, 37))
    ]
    view = make_view(document, codings)
    margin = view._margin
    known: dict[int, int] = {}
    for value in [*range(0, 40, 3), *range(40, 0, -5)]:
        view.verticalScrollBar().setValue(value)
        view.grab()
        for bracket in margin._arrange().brackets:
            assert known.setdefault(bracket.placed.id, bracket.lane) == bracket.lane


def test_that_brackets_on_a_common_line_never_share_a_lane(make_view):
    document = interview(rounds=4)
    length = len(document.text)
    codings = [
        CodingSpan(number, start, min(length, start + 20 + 61 * number % 150), 1, "Kode")
        for number, start in enumerate(range(0, length - 10, 23))
    ]
    rows = rows_of(make_view(document, codings))
    for one in rows.brackets:
        for other in rows.brackets:
            if one.placed.id < other.placed.id and one.top < other.bottom and other.top < one.bottom:
                assert one.lane != other.lane


def test_that_a_click_on_a_name_or_bracket_selects_its_coding(qtbot, make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", 5)])
    for target in list(view._margin._targets):
        with qtbot.waitSignal(view.coding_clicked) as clicked:
            QTest.mouseClick(view._margin, Qt.MouseButton.LeftButton, pos=target.rect.center().toPoint())
        assert clicked.args == [5]


def test_that_clicks_on_the_count_go_through_the_hidden_codings(make_view):
    document = interview()
    view = make_view(document, many(document, "De ble hørt", 7))
    view.coding_clicked.connect(view.select_coding)
    clicked = []
    view.coding_clicked.connect(clicked.append)
    for _ in range(2):
        view.grab()
        target = next(target for target in view._margin._targets if len(target.codings) > 1)
        QTest.mouseClick(view._margin, Qt.MouseButton.LeftButton, pos=target.rect.center().toPoint())
    assert len(set(clicked)) == 2


def test_that_the_count_says_which_codings_it_stands_for(make_view):
    document = interview()
    view = make_view(document, many(document, "De ble hørt", 7))
    target = next(target for target in view._margin._targets if len(target.codings) > 1)
    assert target.tool_tip.split("\n") == [placed.span.name for placed in target.codings]


def test_that_the_margin_shows_the_colour_of_a_bracket(make_view, appearance):
    document = interview()
    view = make_view(
        document, [coding(document, "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning", slot=7)]
    )
    (bracket,) = rows_of(view).brackets
    image = view._margin.grab().toImage()
    middle = round((bracket.top + bracket.bottom) / 2)
    colors = {image.pixelColor(x, middle).name() for x in range(40)}
    assert appearance.theme.code_color(7).name() in colors


def test_that_a_right_click_on_a_name_asks_for_its_menu(qtbot, make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", 5)])
    point = view._margin._targets[-1].rect.center().toPoint()
    with qtbot.waitSignal(view.coding_menu_requested) as asked:
        QTest.mouseClick(view._margin, Qt.MouseButton.RightButton, pos=point)
    assert asked.args == [5, view._margin.mapToGlobal(point)]


def test_that_the_gutter_tells_who_an_unresolved_speaker_is(make_view):
    document = interview()
    view = make_view(document, [])
    block = next(b for b in view.visible_page().blocks if b.paragraph.turn and b.paragraph.turn.speaker_id == 3)
    assert view._gutter._tool_tip_at(block.first_line + 5) == "Halvor"
    assert view._gutter._tool_tip_at(10_000) == ""


def test_that_every_fifth_line_of_the_document_has_its_number(make_view):
    document = interview(rounds=4)
    view = make_view(document, [])
    numbers = [number for block in view.visible_page().blocks for _, number in view._gutter._numbers_of(block)]
    assert len(numbers) >= 2
    assert all(number % 5 == 0 for number in numbers)
    assert numbers == sorted(numbers)


def test_that_a_narrow_view_is_compact_and_its_columns_fit(make_view):
    view = make_view(interview(), [], size=(694, 600))
    gutter, margin, strip = view._gutter.geometry(), view._margin.geometry(), view._strip.geometry()
    assert gutter.right() + 1 == view.viewport().geometry().left()
    assert view.viewport().geometry().right() + 1 == margin.left()
    assert margin.right() + 1 == strip.left()
    assert strip.right() + 1 == view.width()
    assert view._gutter._is_compact


def test_that_a_click_on_empty_margin_does_nothing(qtbot, make_view):
    view = make_view(interview(), [])
    with qtbot.assertNotEmitted(view.coding_clicked), qtbot.assertNotEmitted(view.text_clicked):
        QTest.mouseClick(view._margin, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
