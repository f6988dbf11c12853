"""Whose codings a matrix holds, as the filter offers them."""

import pytest
from PySide6.QtWidgets import QWidget

from kodebenk.domain.coder import Coder, CoderKind
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.ui.matrix.filter_picker import FilterPicker

CODERS = (Coder(1, "a", "Ane"), Coder(2, "b", "Bo"), Coder(3, "c", "Konsensus", CoderKind.CONSENSUS))


@pytest.fixture
def picker(qtbot, appearance):
    parent = QWidget()
    qtbot.addWidget(parent)
    yield FilterPicker(appearance, parent)
    parent.close()  # held until here: the picker would go with it


def checked(picker):
    return [coder_id for coder_id, box in picker.coder_boxes.items() if box.isChecked()]


def test_that_every_person_is_chosen_and_not_the_consensus_when_nobody_is_named(picker):
    picker.show_choices(CODERS, (), MatrixSpec(), "")
    assert checked(picker) == [1, 2]
    picker.show_choices(CODERS, (), MatrixSpec(coder_ids=(3,)), "")
    assert checked(picker) == [3]


def test_that_all_persons_are_everybody_and_the_consensus_is_named(picker, qtbot):
    picked = []
    picker.coders_picked.connect(picked.append)
    picker.show_choices(CODERS, (), MatrixSpec(coder_ids=(1,)), "")

    picker.coder_boxes[2].click()
    picker.coder_boxes[3].click()
    picker.coder_boxes[1].click()

    assert picked == [(), (1, 2, 3), (2, 3)]
