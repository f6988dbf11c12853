from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from kodebenk.ui.reading.coding_overlay import Edge
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.text_positions import Side
from ui.reading.reading_texts import FACES, coding, interview, plain


@pytest.fixture
def make_view(qtbot, appearance):
    def make(document, codings=(), size=(798, 600)):
        view = DocumentView(appearance)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show_document(document, FACES)
        view.set_codings(codings)
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        QTest.qWait(1)
        return view

    return make


def place_of(view, position, *, side=Side.START):
    """Return the middle of the line box in which a code point stands, at its left edge, in the viewport."""
    units = view._shown.display.positions.to_display(position, side)
    for block in view.visible_page().blocks:
        if block.paragraph.start <= units <= block.paragraph.end:
            line = block.layout.lineForTextPosition(units - block.paragraph.start)
            x = line.cursorToX(units - block.paragraph.start)[0]
            return QPointF(x, block.first_line + (line.lineNumber() + 0.5) * 27)
    raise AssertionError(f"{position} is not on the screen")


def inside(view, document, quote):
    """Return a point in the middle of the first character of a quote."""
    start = document.text.index(quote)
    left, right = place_of(view, start), place_of(view, start + 1)
    return QPoint(round((left.x() + right.x()) / 2), round(left.y()))


def color_at(view, point):
    return view.viewport().grab().toImage().pixelColor(point)


def below_baseline_of(view, document, quote):
    """Return a point under the tint of a quote where neither ink nor underline lies: close to the top of its line."""
    point = inside(view, document, quote)
    return QPoint(point.x(), point.y() - 10)


# Positions


@pytest.mark.parametrize(
    "text",
    [
        "Før 😀😀 kodingen står det smilefjes.",
        "\ufeffKodingen står etter et merke.",
        "A\u030arsmeldingen og kodingen e\u0301r.",
        "Linje\u2029skilt og kodingen etter.",
        "Blank\u00a0plass og kodingen etter.",
        "Brutt\ud83dhalvt og kodingen etter.",
        "For\rvogn og kodingen etter.",
    ],
)
def test_that_a_selected_passage_comes_back_as_it_was_given(make_view, text):
    document = plain(text)
    view = make_view(document)
    start = text.lower().index("kodingen")
    view.select_passage(start, start + 8)
    assert view.selected_passage() == (start, start + 8)
    assert view.textCursor().selectedText().lower() == "kodingen"


def test_that_a_megabyte_in_one_paragraph_keeps_its_positions(make_view):
    text = "Mål 😀 uten slutt. " * 55_000
    view = make_view(plain(text))
    for start in (0, 3_999, 4_000, 4_001, 500_000, len(text) - 5):
        view.select_passage(start, start + 4)
        chosen = view.selected_passage()
        assert chosen[0] <= start
        assert chosen[1] >= start + 4
        assert chosen == (start, start + 4) or "😀" in text[chosen[0] : chosen[1]]
    assert view.blockCount() > 200


def test_that_ends_inside_a_character_move_outward(make_view):
    text = "En familie 👨‍👩‍👧 her."
    view = make_view(plain(text))
    view.select_passage(text.index("👩"), text.index("👩") + 1)
    assert text[slice(*view.selected_passage())] == "👨‍👩‍👧"


def test_that_blanks_at_the_ends_are_trimmed_on_request(make_view):
    document = plain("Ord  i  rekke.")
    view = make_view(document)
    view.select_passage(3, 8)
    assert view.selected_passage() == (3, 8)
    assert view.selected_passage(trimmed=True) == (5, 6)


def test_that_a_selection_of_blanks_is_no_passage_when_trimmed(make_view):
    view = make_view(plain("Ord  i  rekke."))
    view.select_passage(3, 5)
    assert view.selected_passage(trimmed=True) is None


def test_that_speaker_labels_are_not_in_the_text_but_in_copied_words(make_view):
    document = interview()
    view = make_view(document)
    assert "Berit" not in view.toPlainText()
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == document.text


def test_that_the_displayed_text_has_no_formats_and_no_history(make_view):
    document = interview()
    view = make_view(document, [coding(document, "medvirkning")])
    assert view.toPlainText() == view._shown.display.text
    assert not view.document().isUndoAvailable()


# What is painted


def test_that_a_coded_character_stands_on_the_tint_of_its_code(make_view, appearance):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", slot=4)])
    assert color_at(view, below_baseline_of(view, document, "De ble hørt")) == appearance.theme.tint(4)


def test_that_the_tint_is_right_behind_an_emoji(make_view, appearance):
    document = interview()
    view = make_view(document, [coding(document, "med et budsjett", slot=4)])
    assert color_at(view, below_baseline_of(view, document, "med et budsjett")) == appearance.theme.tint(4)
    assert color_at(view, below_baseline_of(view, document, "begynte 😀")) == appearance.theme.paper


def test_that_the_shortest_coding_lies_on_top(make_view, appearance):
    document = interview()
    sentence = "De ble hørt, men de fikk ikke velge."
    codings = [coding(document, "fikk ikke", 1, slot=2), coding(document, sentence, 2, slot=7)]
    view = make_view(document, codings)
    assert color_at(view, below_baseline_of(view, document, "fikk ikke")) == appearance.theme.tint(2)
    assert color_at(view, below_baseline_of(view, document, "De ble hørt")) == appearance.theme.tint(7)


def test_that_the_selected_coding_has_the_stronger_tint(make_view, appearance):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", slot=4)])
    view.select_coding(1)
    assert color_at(view, below_baseline_of(view, document, "ble hørt")) == appearance.theme.tint(4, selected=True)


def test_that_selected_text_covers_tints(make_view, appearance):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", slot=4)])
    start = document.text.index("De ble hørt")
    view.select_passage(start, start + 11)
    assert color_at(view, below_baseline_of(view, document, "De ble hørt")) == appearance.theme.sel


def test_that_an_interviewers_turn_inside_a_coding_stays_untinted(make_view, appearance):
    document = interview()
    start, end = document.text.index("men ikke opplæring"), document.text.index(", men de fikk")
    view = make_view(document, [coding(document, document.text[start:end], slot=4)])
    assert color_at(view, below_baseline_of(view, document, "men ikke opplæring")) == appearance.theme.tint(4)
    assert color_at(view, below_baseline_of(view, document, "Ble de ansatte")) == appearance.theme.paper
    assert color_at(view, below_baseline_of(view, document, "De ble hørt")) == appearance.theme.tint(4)


def test_that_another_theme_is_painted_at_once(make_view, appearance):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt", slot=4)])
    light = color_at(view, below_baseline_of(view, document, "De ble hørt"))
    appearance.set_theme("dark")
    dark = color_at(view, below_baseline_of(view, document, "De ble hørt"))
    assert dark == appearance.theme.tint(4) != light


def test_that_a_removed_coding_leaves_paper(make_view, appearance):
    document = interview()
    first, second = coding(document, "De ble hørt", 1, slot=4), coding(document, "Jeg kaller det", 2, slot=7)
    view = make_view(document, [first, second])
    view.update_codings([1], [coding(document, "likevel", 3, slot=2)])
    assert color_at(view, below_baseline_of(view, document, "De ble hørt")) == appearance.theme.paper
    assert color_at(view, below_baseline_of(view, document, "Jeg kaller")) == appearance.theme.tint(7)
    assert color_at(view, below_baseline_of(view, document, "likevel")) == appearance.theme.tint(2)


def test_that_hits_are_outlined_in_the_accent_colour(make_view, appearance):
    document = plain("Et mål til målene.")
    view = make_view(document)

    def accent_pixels():
        image = view.viewport().grab().toImage()
        accent = appearance.theme.accent.rgb()
        return sum(image.pixel(x, y) == accent for x in range(200) for y in range(60))

    before = accent_pixels()
    view.mark_hits([(3, 6), (11, 17)])
    assert accent_pixels() > before + 20
    view.mark_hits([])
    assert accent_pixels() == before


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_that_lines_and_spaces_follow_the_scale(make_view, appearance, scale):
    document = interview()
    view = make_view(document)
    appearance.set_scale(scale)
    QTest.qWait(1)
    blocks = view.visible_page().blocks
    quiet = next(block for block in blocks if block.paragraph.is_quiet)
    lines = quiet.layout.lineCount() * round(27 * scale)
    assert quiet.bottom - quiet.top == lines
    following = blocks[blocks.index(quiet) + 1]
    assert following.paragraph.is_blank
    assert following.bottom - following.top == round(9 * scale)


def test_that_a_line_holds_55_to_70_characters_where_there_is_room(make_view):
    view = make_view(plain("Lederne fikk være med på å velge målene sine. " * 40), size=(1300, 600))
    layout = view.visible_page().blocks[0].layout
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert min(lengths) >= 50
    assert max(lengths) <= 72


def test_that_a_new_page_gets_room_for_its_rule(make_view):
    view = make_view(interview(page_before_turn=3))
    block = next(block for block in view.visible_page().blocks if block.paragraph.opens_page == "2")
    assert block.first_line - block.top == 26


# Mouse


def test_that_a_click_selects_the_shortest_coding_and_then_the_next_one_out(qtbot, make_view):
    document = interview()
    codings = [
        coding(document, "De ble hørt, men de fikk ikke velge.", 1),
        coding(document, "men de fikk ikke velge", 2),
        coding(document, "fikk ikke", 3),
    ]
    view = make_view(document, codings)
    view.coding_clicked.connect(view.select_coding)
    clicked = []
    view.coding_clicked.connect(clicked.append)
    point = inside(view, document, "fikk ikke velge")
    for _ in range(4):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert clicked == [3, 2, 1, 3]


def test_that_a_click_beside_codings_reports_its_place(qtbot, make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt")])
    with qtbot.waitSignal(view.text_clicked) as clicked, qtbot.assertNotEmitted(view.coding_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside(view, document, "likevel"))
    assert abs(clicked.args[0] - document.text.index("likevel")) <= 1


def test_that_dragging_selects_text_and_clicks_nothing(qtbot, make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt")])
    start, end = document.text.index("ble hørt"), document.text.index("fikk ikke")
    first, last = place_of(view, start).toPoint(), place_of(view, end).toPoint()
    with qtbot.waitSignal(view.passage_selected), qtbot.assertNotEmitted(view.coding_clicked):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(view.viewport(), last)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert view.selected_passage() == (start, end)


def test_that_a_press_between_two_lines_lands_in_the_nearest_character(make_view):
    document = plain("Lederne fikk være med på å velge målene sine. " * 4)
    view = make_view(document)
    place = place_of(view, 20)
    for offset in (-13, -12, 0, 12, 13):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), int(place.y() + offset))
        )
        assert view.caret_position() == 20


@pytest.mark.parametrize(
    ("edge", "target", "quote"),
    [
        (Edge.END, "velge.", "De ble hørt, men de fikk ikke velge"),
        (Edge.END, "ikke velge", "De ble hørt, men de fikk ikke"),
        (Edge.START, "hørt", "hørt, men"),
    ],
)
def test_that_a_dragged_handle_snaps_to_words(qtbot, make_view, edge, target, quote):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt, men")])
    view.select_coding(1)
    handle = view._overlay._handles(view.visible_page(), view._selected())[edge].toPoint()
    goal = place_of(view, document.text.index(target) + 2).toPoint()
    with qtbot.waitSignal(view.coding_resized) as resized:
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=handle)
        QTest.mouseMove(view.viewport(), goal)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    start = document.text.index(quote)
    assert resized.args == [1, start, start + len(quote)]


def test_that_escape_lets_go_of_a_handle(qtbot, make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt, men")])
    view.select_coding(1)
    handle = view._overlay._handles(view.visible_page(), view._selected())[Edge.END].toPoint()
    with qtbot.assertNotEmitted(view.coding_resized):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=handle)
        QTest.mouseMove(view.viewport(), handle + QPoint(60, 0))
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=handle + QPoint(60, 0))


def test_that_a_right_click_asks_for_a_menu_at_its_place(qtbot, make_view):
    document = interview()
    view = make_view(document)
    point = inside(view, document, "likevel")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        QGuiApplication.sendEvent(view.viewport(), event)
    assert abs(asked.args[0] - document.text.index("likevel")) <= 1
    assert asked.args[1] == view.viewport().mapToGlobal(point)


# Keys


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_F, "F"),
        (Qt.Key.Key_K, "K"),
        (Qt.Key.Key_4, "4"),
        (Qt.Key.Key_Comma, ","),
        (Qt.Key.Key_Period, "."),
        (Qt.Key.Key_Delete, "Del"),
        (Qt.Key.Key_Escape, "Esc"),
        (Qt.Key.Key_Return, "Enter"),
    ],
)
def test_that_single_keys_are_handed_on(qtbot, make_view, key, name):
    view = make_view(interview())
    with qtbot.waitSignal(view.key_requested) as asked:
        QTest.keyClick(view, key)
    assert asked.args == [name]


def test_that_keys_with_modifiers_are_not_single_keys(qtbot, make_view):
    view = make_view(interview())
    with qtbot.assertNotEmitted(view.key_requested):
        QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)


def test_that_the_arrows_go_from_turn_to_turn(make_view):
    document = interview()
    view = make_view(document)
    starts = [turn.body_start for turn in document.structure.turns]
    visited = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        visited.append(view.caret_position())
    assert visited == [starts[0], starts[1], starts[2], starts[1]]


def test_that_the_arrows_go_from_paragraph_to_paragraph_where_nobody_speaks(make_view):
    document = plain("Første avsnitt.\n\nAndre avsnitt.\nTredje.")
    view = make_view(document)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret_position() == document.text.index("Andre")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret_position() == document.text.index("Tredje")


def test_that_shift_and_arrows_select_characters_and_lines(qtbot, make_view):
    document = interview()
    view = make_view(document)
    start = document.text.index("De ble hørt")
    view.select_passage(start, start)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_passage() == (start, start + 2)
    with qtbot.waitSignal(view.selection_cleared):
        QTest.keyClick(view, Qt.Key.Key_Left)


def test_that_alt_and_arrows_grow_and_shrink_the_selection(make_view):
    document = interview()
    view = make_view(document)
    position = document.text.index("fikk igjen") + 1
    view.select_passage(position, position)
    chosen = []
    for key in (Qt.Key.Key_Right,) * 4 + (Qt.Key.Key_Left,) * 3:
        QTest.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
        passage = view.selected_passage()
        chosen.append(document.text[slice(*passage)] if passage else "")
    word, sentence = "fikk", "Vi visste ikke hva vi fikk igjen for pengene, f.eks. i skolen."
    turn = "Det begynte 😀 med et budsjett som sprakk. " + sentence
    assert chosen == [word, sentence, turn, turn, sentence, word, ""]
    assert view.caret_position() == position


def test_that_shift_and_down_selects_to_the_line_below(make_view):
    document = plain("Lederne fikk være med på å velge målene sine. " * 4)
    view = make_view(document)
    layout = view.visible_page().blocks[0].layout
    view.select_passage(3, 3)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    _, end = view.selected_passage()
    assert layout.lineForTextPosition(end).lineNumber() == 1


def test_that_page_down_and_up_leaf_through_the_text(make_view):
    view = make_view(interview(rounds=30))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    there = view.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert 0 < view.verticalScrollBar().value() < there


def test_that_the_wheel_with_ctrl_changes_the_size(make_view, appearance):
    view = make_view(interview())
    middle = QPointF(view.viewport().rect().center())
    for turned, scale in ((120, 1.1), (-120, 1.0)):
        event = QWheelEvent(
            middle,
            view.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(view.viewport(), event)
        assert appearance.scale == scale


# Place


def test_that_scroll_to_brings_a_passage_to_the_middle(make_view):
    document = interview(rounds=30)
    view = make_view(document)
    start = document.structure.turns[100].body_start
    view.scroll_to(start, start + 10)
    assert abs(place_of(view, start).y() - view.viewport().height() / 2) < 60


def test_that_scroll_to_leaves_what_is_on_the_screen_unless_it_should_be_centred(make_view):
    document = interview(rounds=30)
    view = make_view(document)
    start = document.structure.turns[3].body_start
    view.scroll_to(start, start + 10, centre=False)
    assert view.verticalScrollBar().value() == 0


def test_that_a_place_asked_for_before_the_window_shows_is_kept(qtbot, appearance):
    document = interview(rounds=30)
    view = DocumentView(appearance)
    qtbot.addWidget(view)
    view.show_document(document, FACES)
    start = document.structure.turns[100].body_start
    view.scroll_to(start, start + 10)
    view.resize(798, 600)
    with qtbot.waitExposed(view):
        view.show()
    assert 0 <= place_of(view, start).y() <= 600


@pytest.mark.parametrize("change", ["width", "scale", "speakers"])
def test_that_the_first_line_stays_the_first(make_view, appearance, change):
    document = interview(rounds=30)
    view = make_view(document)
    view.scroll_to(document.structure.turns[100].body_start, document.structure.turns[100].end)
    QTest.qWait(1)
    first = view.visible_page().blocks[0].number
    if change == "width":
        view.resize(1100, 600)
    elif change == "scale":
        appearance.set_scale(1.5)
    else:
        view.show_document(document, FACES, keep_place=True)
    QTest.qWait(1)
    assert abs(view.visible_page().blocks[0].number - first) <= 1


def test_that_scrolling_to_the_end_shows_the_last_words(make_view):
    document = interview(rounds=30)
    view = make_view(document)
    for _ in range(5):
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTest.qWait(1)
    last = view.visible_page().blocks[-1]
    assert last.number == view.blockCount() - 1
    assert 0 < last.bottom <= view.viewport().height() + 27


def test_that_scrolling_announces_a_new_place(qtbot, make_view):
    view = make_view(interview(rounds=30))
    with qtbot.waitSignal(view.place_changed):
        view.verticalScrollBar().setValue(40)


def test_that_a_click_on_the_overview_strip_goes_there(qtbot, make_view):
    document = interview(rounds=30)
    view = make_view(document)
    strip = view._strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() // 2))
    first, last = strip.visible_share
    assert first < 0.5 < last


def test_that_the_selected_coding_describes_the_view_to_a_screen_reader(make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt")])
    view.select_coding(1)
    assert view.accessibleDescription() == "Medvirkning 1"
    view.select_coding(None)
    assert view.accessibleDescription() == ""


def test_that_screen_readers_get_the_displayed_text(make_view):
    view = make_view(interview())
    read = QAccessible.queryAccessibleInterface(view).textInterface()
    assert read.text(0, read.characterCount()) == view._shown.display.text


def test_that_a_selected_coding_is_announced_once(make_view, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt")])
    view.select_coding(1)
    view.update_codings([], [coding(document, "likevel", 2)])
    assert said == ["Medvirkning 1"]


def test_that_a_coding_that_goes_is_no_longer_selected(make_view):
    document = interview()
    view = make_view(document, [coding(document, "De ble hørt")])
    view.select_coding(1)
    view.update_codings([1], [])
    assert view.accessibleDescription() == ""
    view.update_codings([], [coding(document, "De ble hørt")])
    assert view.accessibleDescription() == ""


def test_that_an_empty_document_can_be_shown(make_view):
    view = make_view(plain(""))
    assert view.caret_position() == 0
    assert view.selected_passage() is None
    view.go_turn(1)
    view.extend_selection()
    assert view.selected_passage() is None
    assert color_at(view, QPoint(200, 200)) == QColor("#ffffff")
