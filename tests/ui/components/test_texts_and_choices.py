from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from kodebenk.ui.codebook.slot_picker import SlotPicker
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.elided_check_box import ElidedCheckBox
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

_SENTENCE = "A project is one file that you move and back up yourself. The program sends nothing out."


def _shown(qtbot, widget, width, height=600):
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    page.resize(width, height)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    widget.page = page  # else nothing keeps the page alive
    return page


def _inked_rows(widget):
    image = widget.grab().toImage()
    ground = image.pixel(0, 0)
    return [any(image.pixel(x, y) != ground for x in range(image.width())) for y in range(image.height())]


def _lines(rows):
    return sum(now and not before for before, now in zip([False, *rows], rows, strict=False))


@pytest.mark.usefixtures("appearance")
def test_that_lines_of_a_wrapped_text_stand_eighteen_px_apart(qtbot):
    label = make_label("one\none\none", "body", wrap=True)
    _shown(qtbot, label, 300, height=54)
    rows = _inked_rows(label)
    starts = [y for y, (before, now) in enumerate(zip([False, *rows], rows, strict=False)) if now and not before]
    assert [below - above for above, below in pairwise(starts)] == [18, 18]


@pytest.mark.usefixtures("appearance")
def test_that_a_wrapped_text_asks_for_as_many_lines_as_its_width_needs(qtbot):
    label = make_label(_SENTENCE, "body", wrap=True)
    _shown(qtbot, label, 300)
    width = QFontMetrics(label.font()).horizontalAdvance(_SENTENCE)
    assert label.heightForWidth(width + 20) == 18
    assert label.heightForWidth(width // 2 + 60) == 36
    assert label.heightForWidth(150) > label.heightForWidth(300)
    assert isinstance(label, QLabel)
    assert label.text() == _SENTENCE


@pytest.mark.usefixtures("appearance")
def test_that_no_line_of_a_wrapped_text_is_cut(qtbot):
    label = make_label("Unbrokenandverylongword" * 3, "body", wrap=True)
    _shown(qtbot, label, 120, height=200)
    needed = label.heightForWidth(120) // 18
    assert needed >= 4
    assert _lines(_inked_rows(label)) == needed


@pytest.mark.usefixtures("appearance")
def test_that_a_choice_too_long_for_its_box_is_whole_in_the_tool_tip(qtbot):
    box = ChoiceBox()
    box.addItems(["New respondent: Kari Nordmann", "R1"])
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    page = _shown(qtbot, box, 120)
    page.grab()
    assert box.toolTip() == "New respondent: Kari Nordmann"
    box.setCurrentIndex(1)
    page.grab()
    assert box.toolTip() == ""
    assert box.currentText() == "R1"


def test_that_an_empty_state_keeps_its_lines_together_in_a_tall_panel(qtbot, appearance):
    state = EmptyState(appearance, "tags", "No codes yet", _SENTENCE, framed=False)
    button = state.set_action("New code")
    _shown(qtbot, state, 300, height=700)
    assert button.mapTo(state, button.rect().bottomLeft()).y() < 150


def test_that_a_centred_card_has_room_for_its_sentence(qtbot, appearance):
    state = EmptyState(appearance, "table-2", "The matrix is empty", f"{_SENTENCE} {_SENTENCE}")
    button = state.set_action("Import")
    _shown(qtbot, make_centred_page(state), 900)
    sentence = next(one for one in state.findChildren(QLabel) if one.text().startswith(_SENTENCE))
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert sentence.geometry().bottom() < button.geometry().top()


def test_that_the_marks_stand_in_more_rows_in_a_narrow_panel(qtbot, appearance):
    picker = SlotPicker(appearance)
    page = _shown(qtbot, picker, 300)
    assert picker.button(12).y() == picker.button(1).y()
    page.resize(240, 600)
    QApplication.processEvents()
    assert picker.button(6).y() == picker.button(1).y() < picker.button(7).y()
    assert all(picker.rect().contains(picker.button(slot).geometry()) for slot in range(1, 25))


@pytest.mark.usefixtures("appearance")
def test_that_long_choices_do_not_widen_a_narrow_panel(qtbot):
    box = ChoiceBox()
    box.addItem("From the literature, " * 8)
    _shown(qtbot, box, 150)
    assert box.width() == 150


def test_that_a_check_box_elides_and_then_has_the_whole_in_its_tool_tip(qtbot):
    box = ElidedCheckBox("Reidar Handelsby & co (kommunesjef organisasjon)")
    _shown(qtbot, box, 140)
    assert box.text().endswith("…")
    assert box.toolTip() == box.accessibleName() == box.whole_text

    box.page.resize(box.sizeHint().width() + 20, 600)
    QApplication.processEvents()
    assert (box.text(), box.toolTip()) == ("Reidar Handelsby && co (kommunesjef organisasjon)", "")
