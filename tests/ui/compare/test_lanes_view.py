"""The compared text with discs and lanes, in a window."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kodebenk.domain.passage import Passage
from kodebenk.ui.compare.lanes.lane_columns import LaneDetail
from kodebenk.ui.compare.lanes.lanes_view import LanesView
from ui.compare.lane_material import (
    ANE,
    INVOLVEMENT,
    LARS,
    LEGITIMACY,
    MINA,
    ROOTS,
    TRUST,
    coded,
    report_of,
    show,
    source,
    usual_codings,
)
from ui.compare.shouted_words import Shouted

BOUNDARY, DIFFERENT, MISSING = 1, 2, 3


@pytest.fixture
def make_view(qtbot, appearance):
    def make(codings=usual_codings, *, coders=(ANE, LARS, MINA), size=(628, 700), settled=(), rounds=1):
        made = source(rounds)
        report = report_of(made, codings(made), coders)
        view = LanesView(appearance)
        qtbot.addWidget(view)
        view.resize(*size)
        show(view, made, report, settled)
        with qtbot.waitExposed(view):
            view.show()
        view.text.setFocus()
        QTest.qWait(1)
        view.grab()
        return view

    return make


def index_of(view, number):
    return view.places[number - 1].index


def margin_of(view):
    view.grab()
    return view.text._lane_margin


def discs_of(view):
    margin = margin_of(view)
    return [target for target in margin._targets if target.rect.center().x() < view.text.columns.discs]


def in_lane(view, rater, code):
    """Return what can be clicked in a rater's lane and stands for a code."""
    margin, columns = margin_of(view), view.text.columns
    words = f"{view.text._compared.raters[rater].name}: {code}"
    left = columns.discs + rater * columns.lane
    return [
        target
        for target in margin._targets
        if target.tool_tip == words and left <= target.rect.center().x() < left + columns.lane
    ]


def click(view, target):
    QTest.mouseClick(margin_of(view), Qt.MouseButton.LeftButton, pos=target.rect.center().toPoint())


def colors_in(widget, rect):
    image = widget.grab().toImage()
    box = rect.toAlignedRect().intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


def text_colors(view):
    viewport = view.text.viewport()
    return colors_in(viewport, viewport.rect().toRectF())


# Choosing


def test_that_a_click_on_a_disc_chooses_its_place(qtbot, make_view):
    view = make_view()
    discs = discs_of(view)
    assert len(discs) == 3
    for disc, number in zip(discs, (BOUNDARY, DIFFERENT, MISSING), strict=True):
        with qtbot.waitSignal(view.place_chosen) as chosen:
            click(view, disc)
        assert chosen.args == [index_of(view, number)]


def test_that_a_click_on_a_bracket_or_code_chooses_the_place_it_belongs_to(qtbot, make_view):
    view = make_view()
    targets = in_lane(view, 1, "Legitimitet")
    assert len(targets) == 2
    for target in targets:
        with qtbot.waitSignal(view.place_chosen) as chosen:
            click(view, target)
        assert chosen.args == [index_of(view, DIFFERENT)]


def test_that_a_click_where_all_agree_chooses_nothing(qtbot, make_view):
    def agreed(made):
        return [coded(made, coder, "rapporten", ROOTS) for coder in (ANE, LARS, MINA)]

    view = make_view(agreed)
    with qtbot.assertNotEmitted(view.place_chosen):
        for target in in_lane(view, 0, "Forankring"):
            click(view, target)


def test_that_a_double_click_on_a_bracket_asks_for_its_passage(qtbot, make_view):
    view = make_view()
    target = in_lane(view, 1, "Medvirkning")[0]
    text = view.made.text.text
    with qtbot.waitSignal(view.passage_requested) as asked:
        QTest.mouseDClick(margin_of(view), Qt.MouseButton.LeftButton, pos=target.rect.center().toPoint())
    assert asked.args[0] == 1
    assert text[asked.args[1] : asked.args[2]].endswith("Staben sendte et forslag.")


def test_that_a_click_on_words_coders_differ_about_chooses_the_place(qtbot, make_view):
    view = make_view()
    start = view.made.text.text.index("fordi fristen")
    view.text.select_passage(start + 2, start + 2)
    place = view.text.cursorRect().center()
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [index_of(view, MISSING)]


def test_that_discs_of_one_line_stand_apart(make_view):
    def crowd(made):
        ends = ("De var med", "De var med på å fylle", "De var med på å fylle ut")
        return [
            coded(made, LARS, "rapporten", ROOTS),
            *(coded(made, ANE, words, code) for words, code in zip(ends, (INVOLVEMENT, ROOTS, TRUST), strict=True)),
        ]

    view = make_view(crowd, coders=(ANE, LARS))
    discs = discs_of(view)
    assert len(discs) == 4
    for one, other in combinations(discs, 2):
        assert abs(one.rect.center().y() - other.rect.center().y()) >= 20


# The current place


def test_that_the_current_place_is_brought_to_the_screen_and_marked(make_view, appearance):
    def last(made):
        return [coded(made, ANE, "rapporten", ROOTS, nth=29), coded(made, LARS, "rapporten", ROOTS, nth=2)]

    view = make_view(last, coders=(ANE, LARS), rounds=30)
    place = view.places[-1]
    assert appearance.theme.sel.name() not in text_colors(view)
    view.set_current(place.index)
    start, end = view.text.visible_range()
    assert start <= place.place.start < place.place.end <= end
    assert appearance.theme.sel.name() in text_colors(view)
    (disc,) = discs_of(view)
    assert appearance.theme.accent.name() in colors_in(margin_of(view), disc.rect)
    view.set_current(None)
    assert appearance.theme.sel.name() not in text_colors(view)


def test_that_who_lacks_the_current_code_has_a_hatched_box(make_view, appearance):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    boxes = [target for target in margin_of(view)._targets if "not coded" in target.tool_tip]
    hatched = [target for target in boxes if target.rect.center().x() > view.text.columns.discs]
    assert [target.tool_tip for target in hatched] == ["Lars has not coded this with Forankring"]
    assert appearance.theme.hatch.name() in colors_in(margin_of(view), hatched[0].rect)
    columns = view.text.columns
    assert columns.discs + columns.lane < hatched[0].rect.left() < hatched[0].rect.right()
    assert hatched[0].rect.right() < columns.discs + 2 * columns.lane


def test_that_a_settled_place_has_a_tick_instead_of_its_number(make_view, appearance):
    view = make_view(settled=(DIFFERENT,))
    margin = margin_of(view)
    soft = appearance.theme.ok_soft.name()
    assert [soft in colors_in(margin, disc.rect) for disc in discs_of(view)] == [False, True, False]


def test_that_screen_readers_hear_the_current_place(make_view):
    view = make_view(settled=(DIFFERENT,))
    view.set_current(index_of(view, DIFFERENT))
    words = "Difference 2, Different code, R1:4, Ane: Tillit, Lars: Legitimitet, Mina: Tillit, settled"
    assert view.text.accessibleDescription() == words
    assert view.text._lane_margin.accessibleDescription() == words
    assert view.text._lane_margin.accessibleName()
    view.set_current(None)
    assert view.text._lane_margin.accessibleDescription() == ""


def test_that_a_place_of_another_document_marks_nothing(make_view):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    view.set_current(10_000)
    assert view.text.accessibleDescription() == ""


# Marks in the text


def test_that_only_characters_not_shared_are_dotted_and_different_codes_have_bars(make_view, appearance):
    view = make_view()
    marks = [view.text._differences._marks_of(view.text.visible_page(), b) for b in view.text.visible_page().blocks]
    bars = [slots for mark in marks for _, slots in mark.bars]
    assert set(bars) == {(8, 7)}
    assert [len(mark.dotted) > 0 for mark in marks if mark.dotted or mark.bars] == [True, True]
    assert appearance.theme.warn.name() in text_colors(view)


def test_that_nothing_is_marked_where_all_agree(make_view, appearance):
    def agreed(made):
        return [coded(made, coder, "rapporten", ROOTS) for coder in (ANE, LARS)]

    view = make_view(agreed, coders=(ANE, LARS))
    assert appearance.theme.warn.name() not in text_colors(view)
    assert discs_of(view) == []


def grounds(view):
    """Return the colours that cover more than a few letters of the text."""
    image = view.text.viewport().grab().toImage()
    counts = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(color).name() for color, count in counts.items() if count > 400}


def test_that_selected_words_show_on_the_ground_of_the_current_place(make_view, appearance):
    view = make_view()
    view.set_current(index_of(view, DIFFERENT))
    place = view.places[DIFFERENT - 1].place
    theme = appearance.theme
    assert grounds(view) == {theme.paper.name(), theme.sel.name(), theme.ink.name()}
    view.text.select_passage(place.start, place.start + 10)
    assert len(grounds(view)) == 4


def test_that_brackets_of_the_current_place_are_thicker(make_view, appearance):
    view = make_view()
    color = appearance.theme.code_color(7).name()

    def thickness():
        bracket = in_lane(view, 1, "Legitimitet")[0].rect
        image = margin_of(view).grab().toImage()
        row = [image.pixelColor(x, round(bracket.center().y())).name() for x in range(image.width())]
        return row.count(color)

    before = thickness()
    view.set_current(index_of(view, DIFFERENT))
    assert thickness() > before


def test_that_blanks_at_the_ends_of_a_difference_are_not_marked(make_view):
    view = make_view()
    page = view.text.visible_page()
    block = next(block for block in page.blocks if "skjemaet" in block.block.text())
    line = min(view.text._differences._marks_of(page, block).dotted, key=lambda one: (one.y1(), one.x1()))
    start = block.block.text().index("Staben") + 1  # the emoji before it has two units
    of_words = block.layout.lineForTextPosition(start)
    assert line.x1() == round(of_words.cursorToX(start)[0])


# Selecting and keys


def test_that_the_selection_is_a_passage_in_code_points(qtbot, make_view):
    view = make_view()
    assert view.selected_passage() is None
    start = view.made.text.text.index(" 😀, men")
    with qtbot.waitSignal(view.selection_changed):
        view.text.select_passage(start, start + len(" 😀, men "))
    assert view.selected_passage() == Passage(1, start + 1, start + len(" 😀, men"))
    cursor = view.text.textCursor()
    cursor.clearSelection()
    with qtbot.waitSignal(view.selection_changed):
        view.text.setTextCursor(cursor)
    assert view.selected_passage() is None


def test_that_words_are_selected_with_mouse_and_keys(make_view):
    view = make_view()
    start = view.made.text.text.index("fordi fristen")
    view.text.select_passage(start, start)
    place = view.text.cursorRect().center()
    QTest.mouseDClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(4, 0))
    assert view.selected_passage() == Passage(1, start, start + len("fordi"))
    view.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(view.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_passage() is not None


def test_that_arrows_go_from_turn_to_turn(make_view):
    view = make_view()
    QTest.keyClick(view.text, Qt.Key.Key_Down)
    assert view.text.caret_position() == view.made.text.structure.turns[1].body_start
    QTest.keyClick(view.text, Qt.Key.Key_Up)
    assert view.text.caret_position() == view.made.text.structure.turns[0].body_start


def test_that_enter_asks_for_the_passage_of_the_current_place(qtbot, make_view):
    view = make_view()
    with qtbot.assertNotEmitted(view.passage_requested):
        QTest.keyClick(view.text, Qt.Key.Key_Return)
    view.set_current(index_of(view, MISSING))
    place = view.places[MISSING - 1].place
    with qtbot.waitSignal(view.passage_requested) as asked:
        QTest.keyClick(view.text, Qt.Key.Key_Return)
    assert asked.args == [1, place.start, place.end]


class Listener(QWidget):
    """A screen that notes the keys its parts leave to it."""

    def __init__(self, part):
        super().__init__()
        self.keys = []
        QVBoxLayout(self).addWidget(part)

    def keyPressEvent(self, event):
        self.keys.append(Qt.Key(event.key()))


def test_that_keys_of_the_screen_are_left_to_it(qtbot, make_view):
    view = make_view()
    screen = Listener(view)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    for key in (Qt.Key.Key_F8, Qt.Key.Key_2, Qt.Key.Key_Escape):
        QTest.keyClick(view.text, key)
    assert screen.keys == [Qt.Key.Key_F8, Qt.Key.Key_2, Qt.Key.Key_Escape]


# Header, widths, looks


def test_that_the_head_names_document_page_and_coders(make_view):
    view = make_view()
    assert (view._title.text(), view._title.isVisible()) == ("Intervju R1", True)
    assert view._place.text() == "page 1"
    assert view._heads.accessibleName() == "Coders: Ane, Lars, Mina"
    assert [view._heads._name_at(QPoint(10 + 76 * n, 5).toPointF()) for n in range(3)] == ["Ane", "Lars", "Mina"]


def test_that_a_picker_takes_the_place_of_the_name(make_view):
    view = make_view()
    view.header_left.addWidget(QLabel("Intervju R1"))
    show(view, view.made, view.report)
    assert not view._title.isVisible()


def test_that_the_page_in_the_head_follows_the_text(make_view):
    view = make_view(rounds=30)
    first = view._place.text()
    view.text.verticalScrollBar().setValue(view.text.verticalScrollBar().maximum())
    QTest.qWait(1)
    assert view._place.text() != first
    assert "30" in view._place.text()


@pytest.mark.parametrize("width", [480, 628, 760, 1400])
def test_that_heads_stand_over_their_lanes(make_view, width):
    view = make_view(size=(width, 500))
    columns = view.text.columns
    QTest.qWait(1)
    assert view._heads.mapTo(view, QPoint(0, 0)).x() == columns.lanes_left
    assert view.text._lane_margin.x() + columns.discs == columns.lanes_left


def test_that_a_wider_view_of_the_same_text_is_as_long_as_before(make_view):
    view = make_view(size=(1400, 500), rounds=60)
    width, length = view.text.viewport().width(), view.text.verticalScrollBar().maximum()
    view.resize(1600, 500)
    QTest.qWait(1)
    assert view.text.viewport().width() == width
    assert abs(view.text.verticalScrollBar().maximum() - length) < length / 10


def test_that_many_lanes_have_marks_and_tool_tips_in_place_of_letters(make_view):
    def by_all(made):
        return [coded(made, coder, "rapporten", ROOTS) for coder in range(1, 7)]

    view = make_view(by_all, coders=tuple(range(1, 7)))
    assert view.text.columns.detail is LaneDetail.MARKS
    assert len(in_lane(view, 5, "Forankring")) == 2


def test_that_the_same_document_stays_where_it_is(make_view):
    view = make_view(rounds=30)
    bar = view.text.verticalScrollBar()
    bar.setValue(40)
    view.set_current(None)
    show(view, view.made, view.report, settled=(1,))
    QTest.qWait(1)
    assert bar.value() == 40
    assert view.places[0].is_settled


def test_that_other_codings_of_the_same_document_replace_the_lanes(make_view):
    view = make_view()
    codings = [coded(view.made, coder, "Den ble sterkere", LEGITIMACY) for coder in (ANE, LARS, MINA)]
    show(view, view.made, report_of(view.made, codings))
    assert discs_of(view) == []
    assert len(in_lane(view, 2, "Legitimitet")) == 2
    assert in_lane(view, 0, "Medvirkning") == []


def test_that_no_document_leaves_nothing_to_select_or_choose(make_view):
    view = make_view()
    view.text.select_passage(20, 40)
    view.set_current(index_of(view, MISSING))
    view.clear()
    assert view.selected_passage() is None
    assert view._title.text() == view._place.text() == ""
    assert not view.text.isVisible()
    show(view, view.made, view.report)
    assert view.text.isVisible()


def test_that_lanes_follow_the_dark_theme(make_view, appearance):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    light = appearance.theme.paper.name()
    appearance.set_theme("dark")
    colors = colors_in(margin_of(view), margin_of(view).rect().toRectF())
    assert {appearance.theme.paper.name(), appearance.theme.accent.name()} <= colors
    assert light not in colors
    assert appearance.theme.sel.name() in text_colors(view)


def test_that_larger_letters_keep_the_lanes_in_place(make_view, appearance):
    view = make_view()
    appearance.set_scale(1.5)
    QTest.qWait(1)
    heights = [disc.rect.center().y() for disc in discs_of(view)]
    assert heights == sorted(heights)
    assert view.text.columns.lanes_left == view.text._lane_margin.x() + view.text.columns.discs


def test_that_words_follow_the_language(qapp, make_view):
    view = make_view()
    view.set_current(index_of(view, MISSING))
    shouted = Shouted()
    qapp.installTranslator(shouted)
    try:
        QTest.qWait(1)
        assert view._place.text() == "PAGE 1"
        assert view._heads.accessibleName() == "CODERS: Ane, Lars, Mina"
        assert view.text.accessibleDescription().startswith("DIFFERENCE 3, MISSING, R1:4")
        assert discs_of(view)[0].tool_tip.startswith("1 · BOUNDARY")
    finally:
        qapp.removeTranslator(shouted)
    QTest.qWait(1)
    assert view._place.text() == "page 1"


def test_that_the_colours_of_brackets_are_those_of_the_codes(make_view, appearance):
    view = make_view()
    for rater, code, slot in ((0, "Tillit", 8), (1, "Legitimitet", 7)):
        target = in_lane(view, rater, code)[0]
        assert QColor(appearance.theme.code_color(slot)).name() in colors_in(margin_of(view), target.rect)
