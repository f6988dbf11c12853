"""The compared text side by side, in a window."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from kodebenk.domain.passage import Passage
from kodebenk.ui.compare.lanes.lanes_view import LanesView
from ui.compare.lane_material import (
    ANE,
    INVOLVEMENT,
    LARS,
    MINA,
    ROOTS,
    coded,
    report_of,
    show,
    source,
    usual_codings,
)
from ui.compare.shouted_words import Shouted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BOUNDARY, DIFFERENT, MISSING = 1, 2, 3
FOUR = (ANE, LARS, MINA, 4)


@pytest.fixture
def make_view(qtbot, appearance):
    def make(codings=usual_codings, *, coders=(ANE, LARS), size=(900, 600), settled=(), rounds=1, split=True):
        made = source(rounds)
        view = LanesView(appearance)
        qtbot.addWidget(view)
        view.resize(*size)
        view.wants_split = split
        show(view, made, report_of(made, codings(made), coders), settled)
        with qtbot.waitExposed(view):
            view.show()
        QTest.qWait(1)
        view.grab()
        return view

    return make


def columns_of(view):
    view.grab()
    return view.split.text.shown_columns


def names_of(view):
    return [view.split._compared.raters[column.rater].name for column in columns_of(view)]


def index_of(view, number):
    return view.places[number - 1].index


def tips_of(column):
    return {target.tool_tip for target in column._lane_margin._targets}


def words_painted(column, view):
    """Return the words over which the column paints a coding."""
    text = view.made.text.text
    return {text[placed.span.start : placed.span.end] for placed in column._rater_overlay._own._document.codings}


def bars(view):
    return [column.verticalScrollBar().value() for column in columns_of(view)]


def first_lines(view):
    """Return what each column shows at its top: paragraph and px above the edge."""
    pages = [column.visible_page() for column in columns_of(view)]
    return {(page.blocks[0].number, page.blocks[0].top) for page in pages}


def colors_in(widget, rect):
    image = widget.grab().toImage()
    box = rect.toAlignedRect().intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


def wheel(column, turned=-120):
    middle = QPointF(column.viewport().rect().center())
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifiers = Qt.KeyboardModifier.NoModifier
    place = column.viewport().mapToGlobal(middle)
    event = QWheelEvent(middle, place, QPoint(0, 0), QPoint(0, turned), none, modifiers, still, False)
    QApplication.sendEvent(column.viewport(), event)


# Whose codings stand where


def test_that_each_column_shows_the_codings_of_its_coder_alone(make_view):
    view = make_view()
    ane, lars = columns_of(view)
    assert names_of(view) == ["Ane", "Lars"]
    assert {tip.partition(": ")[0] for tip in tips_of(ane)} == {"Ane"}
    assert {tip.partition(": ")[0] for tip in tips_of(lars)} == {"Lars"}
    assert "Ane: Tillit" in tips_of(ane)
    assert "Lars: Legitimitet" in tips_of(lars)
    assert "fordi fristen sto der" in words_painted(ane, view)
    assert "fordi fristen sto der" not in words_painted(lars, view)


def test_that_codings_have_the_colours_of_their_codes_over_the_words(make_view, appearance):
    view = make_view()
    trust, legitimacy = (appearance.theme.code_color(slot).name() for slot in (8, 7))
    ane, lars = (colors_in(one.viewport(), one.viewport().rect().toRectF()) for one in columns_of(view))
    assert trust in ane
    assert legitimacy not in ane
    assert legitimacy in lars
    assert trust not in lars


def test_that_three_coders_have_a_column_each_where_there_is_room(make_view):
    view = make_view(coders=(ANE, LARS, MINA), size=(1100, 600))
    assert names_of(view) == ["Ane", "Lars", "Mina"]
    assert [head.picker.isVisible() for head in view.split.heads.heads] == [False] * 3
    view.resize(800, 600)
    QTest.qWait(1)
    assert names_of(view) == ["Ane", "Lars"]
    assert [head.picker.isVisible() for head in view.split.heads.heads] == [True, True, False]
    view.resize(1100, 600)
    QTest.qWait(1)
    assert names_of(view) == ["Ane", "Lars", "Mina"]


def test_that_two_of_four_coders_are_chosen_in_the_heads(make_view):
    def by_all(made):
        return [coded(made, coder, "rapporten", ROOTS) for coder in FOUR[:3]]

    view = make_view(by_all, coders=FOUR, size=(1400, 600))
    assert names_of(view) == ["Ane", "Lars"]
    left, right = view.split.heads.heads[:2]
    assert [action.text() for action in right.picker.menu().actions()] == ["Ane", "Lars", "Mina", "Koder"]
    right.picker.menu().actions()[2].trigger()
    assert names_of(view) == ["Ane", "Mina"]
    assert tips_of(columns_of(view)[1]) == {"Mina: Forankring"}
    left.picker.menu().actions()[2].trigger()
    assert names_of(view) == ["Mina", "Ane"]
    assert right.picker.accessibleName() == "Column 2: Ane"
    show(view, view.made, view.report)
    assert names_of(view) == ["Mina", "Ane"]


def test_that_other_coders_begin_with_the_first_two_again(make_view):
    view = make_view(coders=FOUR, size=(1400, 600))
    view.split.heads.heads[0].picker.menu().actions()[3].trigger()
    assert names_of(view) == ["Koder", "Lars"]
    show(view, view.made, report_of(view.made, usual_codings(view.made), (LARS, MINA)))
    assert names_of(view) == ["Lars", "Mina"]


# Scrolling


def test_that_all_columns_share_lines_and_document(make_view):
    view = make_view(rounds=30)
    first, second = columns_of(view)
    assert first.document() is second.document()
    assert first.viewport().width() == second.viewport().width()
    assert len(first_lines(view)) == 1


@pytest.mark.parametrize("side", [0, 1])
def test_that_scrolling_on_either_side_moves_both_at_once(make_view, side):
    view = make_view(rounds=30)
    bar = columns_of(view)[side].verticalScrollBar()
    for value in (40, 7, bar.maximum()):
        bar.setValue(value)
        assert bars(view) == [value, value]
        assert len(first_lines(view)) == 1


@pytest.mark.parametrize("side", [0, 1])
def test_that_wheel_and_keys_on_either_side_move_both(make_view, side):
    view = make_view(rounds=30)
    column = columns_of(view)[side]
    column.setFocus()
    before = 0
    moves = (
        lambda: wheel(column),
        lambda: QTest.keyClick(column, Qt.Key.Key_PageDown),
        lambda: QTest.keyClick(column, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
    )
    for move in moves:
        move()
        assert column.verticalScrollBar().value() > before
        before = column.verticalScrollBar().value()
        assert len(set(bars(view))) == len(first_lines(view)) == 1


def test_that_the_overview_at_the_right_edge_moves_all(make_view):
    view = make_view(rounds=30)
    first, last = columns_of(view)
    assert [first._strip.isVisible(), last._strip.isVisible()] == [False, True]
    last._strip.place_requested.emit(0.8)
    assert bars(view)[0] > 40
    assert len(first_lines(view)) == 1


def test_that_columns_stay_aligned_and_in_place_when_their_width_changes(make_view):
    view = make_view(rounds=30)
    columns_of(view)[1].verticalScrollBar().setValue(60)
    start = view.split.text.visible_range()[0]
    for width in (1100, 700, 900):
        view.resize(width, 600)
        QTest.qWait(1)
        assert len(first_lines(view)) == 1
        assert abs(view.split.text.visible_range()[0] - start) < 120


def test_that_larger_letters_keep_columns_aligned_and_in_place(make_view, appearance):
    view = make_view(rounds=30, size=(1200, 600))
    columns_of(view)[0].verticalScrollBar().setValue(60)
    start = view.split.text.visible_range()[0]
    for scale in (1.5, 0.8, 1.0):
        appearance.set_scale(scale)
        QTest.qWait(1)
        assert view.is_split
        assert len(first_lines(view)) == 1
        assert abs(view.split.text.visible_range()[0] - start) < 120


def do_something(chance, view):
    """Scroll, go somewhere, select or resize, as chance will have it."""
    column = chance.choice(columns_of(view))
    bar, keys = column.verticalScrollBar(), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Down, Qt.Key.Key_Up)
    ends = (Qt.Key.Key_Home, Qt.Key.Key_End)
    deeds = (
        lambda: wheel(column, chance.choice((-120, 120))),
        lambda: QTest.keyClick(column, chance.choice(keys)),
        lambda: QTest.keyClick(column, chance.choice(ends), Qt.KeyboardModifier.ControlModifier),
        lambda: bar.setValue(chance.randrange(bar.maximum() + 1)),
        lambda: column._strip.place_requested.emit(chance.random()),
        lambda: view.set_current(chance.choice(view.places).index),
        lambda: view.resize(chance.randrange(620, 1500), chance.randrange(300, 800)),
        lambda: click_into(column, QPoint(chance.randrange(100), chance.randrange(column.height()))),
        lambda: view._appearance.set_scale(chance.choice((0.9, 1.0, 1.2))),
    )
    chance.choice(deeds)()


def click_into(column, place):
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("seed", range(4))
def test_that_columns_show_the_same_lines_whatever_is_done_in_them(make_view, appearance, seed):
    chance = random.Random(seed)
    view = make_view(coders=(ANE, LARS, MINA), size=(1000, 600), rounds=60)
    for _ in range(60):
        do_something(chance, view)
        if chance.random() < 0.7:
            QTest.qWait(0)
        if not view.is_split:
            appearance.set_scale(1.0)
            view.resize(1000, 600)
        assert len(first_lines(view)) == 1
        assert len({(one.textCursor().anchor(), one.textCursor().position()) for one in columns_of(view)}) == 1


# Differences


def test_that_discs_stand_once_left_of_the_text(qtbot, make_view):
    view = make_view()
    first, second = columns_of(view)
    discs = first._discs._targets
    assert len(discs) == 3
    assert not second._discs.isVisible()
    assert first._discs.geometry().right() < first.viewport().geometry().left()
    for disc, number in zip(discs, (BOUNDARY, DIFFERENT, MISSING), strict=True):
        with qtbot.waitSignal(view.place_chosen) as chosen:
            QTest.mouseClick(first._discs, Qt.MouseButton.LeftButton, pos=disc.rect.center().toPoint())
        assert chosen.args == [index_of(view, number)]


@pytest.mark.parametrize("side", [0, 1])
def test_that_a_place_is_chosen_and_opened_from_each_column(qtbot, make_view, side):
    view = make_view()
    column = columns_of(view)[side]
    target = next(one for one in column._lane_margin._targets if one.tool_tip.endswith(("Tillit", "Legitimitet")))
    at = target.rect.center().toPoint()
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(column._lane_margin, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [index_of(view, DIFFERENT)]
    with qtbot.waitSignal(view.passage_requested) as asked:
        QTest.mouseDClick(column._lane_margin, Qt.MouseButton.LeftButton, pos=at)
    assert view.made.text.text[asked.args[1] : asked.args[2]] == "Den ble sterkere der folk hadde vært med."


@pytest.mark.parametrize("side", [0, 1])
def test_that_a_click_on_words_chooses_the_place_also_where_the_coder_has_nothing(qtbot, make_view, side):
    view = make_view()
    column = columns_of(view)[side]
    start = view.made.text.text.index("fordi fristen") + 2
    column.select_passage(start, start)
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=column.cursorRect().center())
    assert chosen.args == [index_of(view, MISSING)]


def test_that_the_current_place_is_marked_in_both_and_hatched_where_it_is_missing(make_view, appearance):
    view = make_view()
    focus, hatch = appearance.theme.focus.name(), appearance.theme.hatch.name()

    def marked(color):
        return [color in colors_in(one.viewport(), one.viewport().rect().toRectF()) for one in columns_of(view)]

    assert marked(focus) == marked(hatch) == [False, False]
    view.set_current(index_of(view, MISSING))
    assert marked(focus) == [True, True]
    assert marked(hatch) == [False, True]
    tips = [tips_of(column) for column in columns_of(view)]
    lacking = "Lars has not coded this with Forankring"
    assert [lacking in tip for tip in tips] == [False, True]
    view.set_current(None)
    assert marked(focus) == [False, False]


def dotted_words(column, view):
    """Return the words under which the column dots a line, by paragraph and range."""
    found = []
    for block in column.visible_page().blocks:
        dotted, _ = column._rater_overlay._differences(block)
        found += [
            block.block.text().encode("utf-16-le")[2 * low : 2 * high].decode("utf-16-le") for low, high in dotted
        ]
    return found


def test_that_words_are_dotted_where_others_coded_and_this_one_did_not(make_view):
    view = make_view()
    ane, lars = columns_of(view)
    assert dotted_words(ane, view) == ["Staben sendte et forslag."]
    assert dotted_words(lars, view) == ["fordi fristen sto der"]


def test_that_the_place_comes_to_the_screen_in_all_columns(make_view):
    def last(made):
        return [coded(made, ANE, "rapporten", ROOTS, nth=29), coded(made, LARS, "rapporten", ROOTS, nth=2)]

    view = make_view(last, rounds=30)
    view.set_current(view.places[-1].index)
    place = view.places[-1].place
    for column in columns_of(view):
        start, end = column.visible_range()
        assert start <= place.start < place.end <= end
        assert column.current == view.places[-1].index


def test_that_a_settled_place_has_a_tick_in_the_gutter(make_view, appearance):
    view = make_view(settled=(DIFFERENT,))
    discs = columns_of(view)[0]._discs
    soft = appearance.theme.ok_soft.name()
    assert [soft in colors_in(discs, disc.rect) for disc in discs._targets] == [False, True, False]


# Selection and keys


@pytest.mark.parametrize("side", [0, 1])
def test_that_words_selected_on_either_side_are_selected_in_both(qtbot, make_view, side):
    view = make_view()
    column = columns_of(view)[side]
    start = view.made.text.text.index("fordi fristen")
    column.select_passage(start, start)
    place = column.cursorRect().center() + QPoint(4, 0)
    with qtbot.waitSignal(view.selection_changed):
        QTest.mouseDClick(column.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected_passage() == Passage(1, start, start + len("fordi"))
    assert {one.selected_passage() for one in columns_of(view)} == {(start, start + len("fordi"))}


def test_that_following_a_caret_does_not_scroll(make_view):
    view = make_view(rounds=30)
    first, second = columns_of(view)
    first.verticalScrollBar().setValue(60)
    end = second.viewport().rect().bottomLeft() + QPoint(30, -2)
    QTest.mouseClick(second.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert bars(view) == [60, 60]
    assert first.caret_position() == second.caret_position() > 0


def test_that_enter_opens_the_current_place_from_each_column(qtbot, make_view):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    place = view.places[MISSING - 1].place
    for column in columns_of(view):
        with qtbot.waitSignal(view.passage_requested) as asked:
            QTest.keyClick(column, Qt.Key.Key_Return)
        assert asked.args == [1, place.start, place.end]


def test_that_tab_goes_from_column_to_column(make_view):
    view = make_view()
    first, second = columns_of(view)
    view.activateWindow()
    view.setFocus()
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second


def test_that_screen_readers_hear_whose_column_it_is_and_the_current_place(make_view):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    first, second = columns_of(view)
    assert second.accessibleName() == "Compared text as Lars coded it"
    assert second._lane_margin.accessibleName() == "Codings of Lars"
    assert first._discs.accessibleName() == "Numbers of the differences"
    words = "Difference 3, Missing, R1:4, Ane: Forankring, Lars: not coded, open"
    assert {one.accessibleDescription() for one in (first, second, first._discs)} == {words}


# Lanes or side by side


def test_that_the_switch_keeps_place_selection_and_current_difference(make_view):
    view = make_view(rounds=30, split=False)
    start = view.made.text.text.index("fordi fristen", 4000)
    view.point_at(start, start + 5)
    view.set_current(view.places[0].index)
    view.text.bring_to_top(start)
    seen = view.text.visible_range()[0]
    view.toggle_split()
    assert view.is_split
    assert not view.text.isVisible()
    view.grab()
    assert abs(view.split.text.visible_range()[0] - seen) < 120
    assert view.selected_passage() == Passage(1, start, start + 5)
    assert columns_of(view)[1].current == view.places[0].index
    view.toggle_split()
    assert view.text.isVisible()
    assert not view.split.isVisible()
    assert view.selected_passage() == Passage(1, start, start + 5)
    assert abs(view.text.visible_range()[0] - seen) < 120


def test_that_what_changed_meanwhile_shows_after_the_switch(make_view):
    view = make_view()
    codings = [coded(view.made, coder, "Den ble sterkere", INVOLVEMENT) for coder in (ANE, LARS)]
    show(view, view.made, report_of(view.made, codings, (ANE, LARS)))
    assert {tip for column in columns_of(view) for tip in tips_of(column)} == {"Ane: Medvirkning", "Lars: Medvirkning"}
    view.toggle_split()
    assert view.text._compared is view.split._compared
    show(view, source(3), report_of(source(3), usual_codings(source(3)), (ANE, LARS)))
    view.toggle_split()
    assert len(columns_of(view)[0].shown.source.text) == len(source(3).text.text)
    assert len(first_lines(view)) == 1


def test_that_there_are_lanes_while_columns_have_no_room_and_the_switch_says_why(qtbot, make_view):
    view = make_view(size=(560, 500))
    assert view.wants_split
    assert not view.is_split
    assert view.text.isVisible()
    assert not view.switch.isEnabled()
    assert view.switch.toolTip().startswith("Too narrow to show the text side by side.")
    assert view.switch.accessibleDescription() == view.switch.toolTip()
    view.toggle_split()
    qtbot.waitUntil(lambda: QToolTip.text() == view.switch.toolTip())
    QToolTip.hideText()
    view.resize(900, 500)
    QTest.qWait(1)
    assert view.is_split
    assert view.switch.isEnabled()
    assert view.switch.isChecked()
    assert view.switch.toolTip() == "Side by side (F7)"


def test_that_letters_too_large_for_columns_bring_the_lanes_back(make_view, appearance):
    view = make_view(size=(640, 500))
    assert view.is_split
    appearance.set_scale(1.6)
    QTest.qWait(1)
    assert not view.is_split
    assert view.text.isVisible()
    appearance.set_scale(1.0)
    QTest.qWait(1)
    assert view.is_split
    assert len(first_lines(view)) == 1


def test_that_no_text_is_cut_in_the_narrowest_columns(make_view):
    view = make_view(size=(612, 500))
    for column in columns_of(view):
        width = column.viewport().width()
        for block in column.visible_page().blocks:
            for line in range(block.layout.lineCount()):
                assert block.layout.lineAt(line).naturalTextRect().right() <= width


def test_that_heads_stand_over_their_columns(make_view):
    for width in (640, 900, 1400):
        view = make_view(size=(width, 500))
        for head, column in zip(view.split.heads.heads, columns_of(view), strict=False):
            assert head.mapTo(view, QPoint(0, 0)).x() == column.viewport().mapTo(view, QPoint(0, 0)).x()


def test_that_columns_follow_the_dark_theme(make_view, appearance):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    light = appearance.theme.paper.name()
    appearance.set_theme("dark")
    for column in columns_of(view):
        colors = colors_in(column.viewport(), column.viewport().rect().toRectF())
        assert {appearance.theme.paper.name(), appearance.theme.focus.name()} <= colors
        assert light not in colors
        assert light not in colors_in(column._lane_margin, column._lane_margin.rect().toRectF())


def test_that_words_follow_the_language(qapp, make_view):
    view = make_view(coders=(ANE, LARS, MINA), size=(800, 600))
    shouted = Shouted()
    qapp.installTranslator(shouted)
    try:
        QTest.qWait(1)
        first, second = columns_of(view)
        assert second.accessibleName() == "COMPARED TEXT AS Lars CODED IT"
        assert first._discs.accessibleName() == "NUMBERS OF THE DIFFERENCES"
        assert view.split.heads.heads[1].picker.accessibleName() == "COLUMN 2: Lars"
        assert view.switch.toolTip() == "SIDE BY SIDE (F7)"
    finally:
        qapp.removeTranslator(shouted)


def test_that_no_document_leaves_nothing_to_choose(make_view):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    view.clear()
    assert not view.split.isVisible()
    assert not view.text.isVisible()
    assert not view.switch.isEnabled()
    assert view.selected_passage() is None
    show(view, view.made, view.report)
    assert view.split.isVisible()
