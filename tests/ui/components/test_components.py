from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import Button, IconButton, danger_button, primary_button
from kodebenk.ui.components.card_button import CardButton
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.focus_ring import FocusFollower
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.components.toast import Toast
from kodebenk.ui.painting.chips import ChipState
from kodebenk.ui.painting.stance_mark import draw_stance_mark

# The offscreen platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

_CONTENTS = (Segment("summary", "Summary"), Segment("quotations", "Quotations"), Segment("counts", "Counts"))


def _mark(stance):
    return lambda painter, center, theme: draw_stance_mark(painter, stance, QPointF(center), 6, theme)


@pytest.fixture
def page(qtbot):
    """A window to put components into."""
    window = QWidget()
    QVBoxLayout(window)
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def put(page):
    """Add a widget to the page and hand it back."""

    def add(widget):
        page.layout().addWidget(widget)
        widget.show()
        QApplication.processEvents()
        return widget

    return add


def _press(qtbot, key, widget=None):
    qtbot.keyClick(widget or QApplication.focusWidget(), key)


# Buttons


def test_that_every_button_is_at_least_24_px_high_and_shows_its_whole_text(put, appearance):
    for role in ("primary", "plain", "ghost", "danger", "link", "quiet", "small", "segment", "toast"):
        button = put(Button(appearance, "Eksporter hele matrisen til Word", "file-down", role))
        assert button.sizeHint().height() >= 24, role
        text = button.fontMetrics().horizontalAdvance(button.text())
        assert button.sizeHint().width() >= text + button.iconSize().width(), role


def test_that_an_icon_button_says_its_name_and_keys(put, appearance):
    button = put(IconButton(appearance, "search", "Find in text", shortcut_text="Ctrl+F"))
    assert button.accessibleName() == "Find in text"
    assert button.toolTip() == "Find in text (Ctrl+F)"
    assert min(button.width(), button.height()) >= 24


def test_that_the_gap_before_the_text_is_not_read_aloud(put, appearance):
    assert put(danger_button(appearance, "&Delete")).accessibleName() == "Delete"


def test_that_icons_follow_the_theme_and_the_state(put, appearance):
    button = put(Button(appearance, "Filter", "list-filter"))

    def picture():
        return button.icon().pixmap(16).toImage()

    light = picture()
    appearance.set_theme("dark")
    dark = picture()
    assert dark != light
    button.setEnabled(False)
    assert picture() != dark


# Segmented control


def test_that_arrows_move_between_segments_and_tell_once(qtbot, put, appearance):
    control = put(SegmentedControl(appearance, "Contents", _CONTENTS, "summary"))
    control.button("summary").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(control.picked) as picked:
        _press(qtbot, Qt.Key.Key_Right, control.button("summary"))
    assert picked.args == ["quotations"]
    assert control.value == "quotations"


def test_that_a_click_takes_a_segment_and_setting_the_value_is_silent(qtbot, put, appearance):
    control = put(SegmentedControl(appearance, "Contents", _CONTENTS, "summary"))
    with qtbot.assertNotEmitted(control.picked):
        control.set_value("counts")
    with qtbot.waitSignal(control.picked) as picked:
        qtbot.mouseClick(control.button("quotations"), Qt.MouseButton.LeftButton)
    assert picked.args == ["quotations"]


def test_that_an_unknown_value_takes_no_segment(put, appearance):
    control = put(SegmentedControl(appearance, "Contents", _CONTENTS, "summary"))
    control.set_value("elsewhere")
    assert control.value == ""
    control.set_value("counts")
    assert control.value == "counts"


def test_that_segments_can_be_painted_marks_that_follow_the_theme(put, appearance):
    stances = [Segment(stance, stance, mark=_mark(stance)) for stance in ("for", "mot", "blandet", "nøytral")]
    control = put(SegmentedControl(appearance, "Stance", stances, "mot"))
    light = control.button("for").icon().pixmap(16).toImage()
    appearance.set_theme("dark")
    assert control.button("for").icon().pixmap(16).toImage() != light


def test_that_longer_words_make_a_wider_control(put, appearance):
    short = put(SegmentedControl(appearance, "Contents", _CONTENTS, "summary"))
    long = put(SegmentedControl(appearance, "C", [Segment(s.value, s.text * 2) for s in _CONTENTS], "summary"))
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() * 1.5


# Pick button


@pytest.fixture
def pick(put, appearance):
    button = put(PickButton(appearance, "Coder"))
    button.set_choices([("all", "all"), ("ane", "Ane K.")], "all")
    return button


def test_that_a_pick_button_says_caption_and_value(pick):
    assert pick.accessibleName() == "Coder: all"
    assert pick.key == "all"


def test_that_picking_in_the_menu_shows_and_tells_the_value(qtbot, pick):
    with qtbot.waitSignal(pick.picked) as picked:
        pick.menu().actions()[1].trigger()
    assert picked.args == ["ane"]
    assert pick.accessibleName() == "Coder: Ane K."
    assert [action.isChecked() for action in pick.menu().actions()] == [False, True]


def test_that_setting_a_key_is_silent_and_an_unknown_key_is_refused(qtbot, pick):
    with qtbot.assertNotEmitted(pick.picked):
        pick.set_key("ane")
    with pytest.raises(KeyError):
        pick.set_key("nobody")


def test_that_a_pick_button_grows_with_its_value_but_can_be_narrower(pick):
    short = pick.sizeHint().width()
    pick.set_value_text("A coder with a very long name indeed")
    assert pick.sizeHint().width() > short + 100
    assert pick.minimumSizeHint().width() < pick.sizeHint().width()
    assert "A coder with a very long name indeed" in pick.toolTip()


# Banner, empty state, progress


def test_that_a_banner_takes_two_actions_and_no_third(put, appearance):
    banner = put(Banner(appearance, "history", "2 new codings", "Read them, or keep the text.", "warn"))
    banner.add_action("Show the changes")
    banner.add_action("Keep the text")
    with pytest.raises(ValueError, match="at most two"):
        banner.add_action("Later")
    assert (banner.accessibleName(), banner.accessibleDescription()) == (
        "2 new codings",
        "Read them, or keep the text.",
    )


def test_that_a_narrow_banner_breaks_its_sentence_instead_of_cutting_it(put, appearance):
    banner = put(Banner(appearance, "info", "Title", "A sentence that needs several lines. " * 4))
    assert banner.heightForWidth(200) > banner.heightForWidth(600)


def test_that_an_empty_state_has_one_button(qtbot, put, appearance):
    empty = put(EmptyState(appearance, "quote", "No quotes", "Code a passage and it appears here."))
    first = empty.set_action("Go to the text")
    assert empty.set_action("Open the text") is first
    assert first.text() == "Open the text"
    assert len(empty.findChildren(QPushButton)) == 1


def test_that_progress_shows_its_count_and_can_be_stopped(qtbot, put, appearance):
    card = put(ProgressCard(appearance, "Reading", "You can go on coding."))
    card.show_progress(18, 42)
    assert any(label.text() == "18 of 42" for label in card.findChildren(type(card._count)))
    with qtbot.waitSignal(card.stop_requested):
        qtbot.mouseClick(card.findChild(QPushButton), Qt.MouseButton.LeftButton)
    card.show_stopping()
    assert not card.findChild(QPushButton).isEnabled()


# Toast


def test_that_a_toast_offers_undo_and_goes_when_it_is_taken(qtbot, page, appearance):
    toast = Toast(appearance, page)
    toast.show_message("12 codings moved")
    assert toast.isVisible()
    assert toast.accessibleName() == "12 codings moved"
    with qtbot.waitSignal(toast.action_requested):
        qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_that_a_toast_goes_after_its_time_but_stays_while_focused(qtbot, page, put, appearance):
    elsewhere = put(QLineEdit())
    toast = Toast(appearance, page)
    toast._timer.setInterval(60)
    toast.show_message("12 codings moved")
    toast.findChild(QPushButton).setFocus()
    qtbot.wait(150)
    assert toast.isVisible()
    elsewhere.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_that_escape_closes_a_toast_and_it_follows_the_size_of_its_page(qtbot, page, appearance):
    toast = Toast(appearance, page)
    toast.show_message("12 codings moved")
    page.resize(600, 500)
    QApplication.processEvents()
    assert page.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > 440
    _press(qtbot, Qt.Key.Key_Escape, toast)
    assert not toast.isVisible()


# Citation chip, key cap, card, header, label, search


def test_that_enter_opens_a_citation_and_space_previews_it(qtbot, put, appearance):
    chip = put(CitationChip(appearance, "R4:12"))
    assert chip.accessibleName() == "R4:12"
    with qtbot.waitSignal(chip.open_requested) as opened:
        _press(qtbot, Qt.Key.Key_Return, chip)
    assert opened.args == ["R4:12"]
    with qtbot.waitSignal(chip.preview_requested) as previewed, qtbot.assertNotEmitted(chip.open_requested):
        _press(qtbot, Qt.Key.Key_Space, chip)
    assert previewed.args == ["R4:12"]
    with qtbot.waitSignal(chip.open_requested):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_that_the_state_of_a_citation_changes_its_looks(put, appearance):
    chip = put(CitationChip(appearance, "R4:12"))
    normal = chip.grab().toImage()
    chip.set_state(ChipState.ACTIVE)
    assert chip.grab().toImage() != normal
    width = chip.sizeHint().width()
    chip.set_state(ChipState.WITHOUT_EVIDENCE)
    assert chip.sizeHint().width() > width


def test_that_a_key_cap_grows_with_its_label(put, appearance):
    cap = put(KeyCap(appearance, "K"))
    short = cap.sizeHint().width()
    cap.set_label("Ctrl+Shift+K")
    assert cap.sizeHint().width() > short * 2


def test_that_a_card_button_is_pressed_through_its_texts_and_grows_with_them(qtbot, put, appearance):
    card = put(CardButton(appearance, "file-plus", "New project", "Empty", shortcut_text="Ctrl+N", primary=True))
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    before = card.minimumHeight()
    card.set_texts("New project", "A sentence that is much longer than the card is wide. " * 5)
    QApplication.processEvents()
    assert card.minimumHeight() > before
    assert card.accessibleName() == "New project"


def test_that_a_panel_header_hides_an_empty_count(put, appearance):
    header = put(PanelHeader("Codebook", "12 codes", [IconButton(appearance, "plus", "New code")]))
    header.set_count("")
    assert header.accessibleName() == "Codebook"
    assert not header._count.isVisible()


def test_that_an_elided_label_has_its_whole_text_in_the_tool_tip(put):
    label = put(ElidedLabel("A title that does not fit into its width"))
    assert label.toolTip() == ""
    label.setFixedWidth(80)
    QApplication.processEvents()
    assert label.is_elided()
    assert label.toolTip() == "A title that does not fit into its width"
    assert label.accessibleName() == label.toolTip()


def test_that_a_search_settles_after_a_pause_and_escape_clears_it(qtbot, put, appearance):
    field = put(SearchField(appearance, shortcut_text="Ctrl+P"))
    assert field.accessibleName() == "Search"
    with qtbot.waitSignal(field.text_settled) as settled:
        qtbot.keyClicks(field, "tillit")
    assert settled.args == ["tillit"]
    with qtbot.waitSignal(field.text_settled) as cleared:
        _press(qtbot, Qt.Key.Key_Escape, field)
    assert cleared.args == [""]


def test_that_components_translate_their_own_texts_again(qtbot, put, appearance, monkeypatch):
    field = put(SearchField(appearance))
    monkeypatch.setattr(field, "tr", lambda text: f"«{text}»")
    QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
    assert field.placeholderText() == "«Search»"


# Focus ring


@pytest.fixture
def follower(qapp, appearance):
    made = FocusFollower(appearance, qapp)
    yield made
    qapp.focusChanged.disconnect(made._on_focus_changed)
    made._leave()
    made.deleteLater()


def test_that_the_ring_surrounds_the_focused_button_and_moves_with_it(page, put, appearance, follower):
    button = put(primary_button(appearance, "Save"))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert follower.ring is not None
    page.resize(500, 400)
    QApplication.processEvents()
    expected = button.rect().translated(button.mapTo(page, button.rect().topLeft())).adjusted(-4, -4, 4, 4)
    assert follower.ring.geometry() == expected


def test_that_the_ring_waits_for_a_key_after_a_mouse_press(qtbot, put, appearance, follower):
    button = put(primary_button(appearance, "Save"))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert follower.ring is None
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    _press(qtbot, Qt.Key.Key_Shift, button)
    assert follower.ring is not None


def test_that_fields_and_opted_out_widgets_get_no_ring(put, appearance, follower):
    field = put(QLineEdit())
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert follower.ring is None
    chip = put(CitationChip(appearance, "R4:12"))
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    assert follower.ring is None


def test_that_the_ring_goes_with_a_window_that_is_deleted(qtbot, appearance, follower):
    window = QWidget()
    row = QHBoxLayout(window)
    button = primary_button(appearance, "Save")
    row.addWidget(button)
    window.show()
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: follower.ring is not None)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert follower.ring is None


def test_that_the_ring_in_a_scrolled_page_is_a_part_of_that_page(qtbot, put, appearance, follower):
    area = put(QScrollArea())
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [primary_button(appearance, f"Save {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(content)
    buttons[2].setFocus(Qt.FocusReason.TabFocusReason)
    assert follower.ring.parentWidget() is content


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_presses_a_button_as_the_space_bar_does(qtbot, appearance, key):
    for button in (Button(appearance, "Take in"), PickButton(appearance, "Unit")):
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
        with qtbot.assertNotEmitted(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
