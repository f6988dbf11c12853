"""What is to be mended in the codebook, in a window."""

from __future__ import annotations

import pytest

from kodebenk.application import codebook_actions, consensus_actions, queries
from kodebenk.domain.consensus import DecisionChoice, DecisionTag
from kodebenk.ui.compare.differences.mend_list import read_mend_list
from kodebenk.ui.compare.differences.mend_sheet import MendSheet
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.project_signals import ProjectSignals
from ui.compare.settled_project import (
    MAIL,
    POLITICIANS,
    STRONGER,
    TOGETHER,
    compare,
    place_at,
)


def settle(opened, words, **values):
    report = compare(opened)
    place = place_at(opened, report, words).place
    return consensus_actions.decide(opened, report, place, choice=DecisionChoice.NEITHER, **values)


@pytest.fixture
def settled(coded):
    """Three decisions that ask for something, one that does not."""
    settle(coded, STRONGER, book_note="Ikke personer", reason="Uklart", tag=DecisionTag.UNCLEAR_DEFINITION)
    settle(coded, POLITICIANS, tag=DecisionTag.UNCLEAR_DEFINITION)
    settle(coded, MAIL, book_note="Også e-post")
    settle(coded, TOGETHER, reason="Glemt", tag=DecisionTag.OVERSIGHT)
    return coded


@pytest.fixture
def sheet(settled, appearance, windows):
    signals = ProjectSignals(settled)
    shown = MendSheet(appearance, settled, signals)
    windows.append(shown)
    shown.resize(420, 600)
    shown.show()
    yield shown
    signals.end()


def asked(opened):
    return [
        ([code.name for code in group.codes], [item.decision.book_note for item in group.items])
        for group in read_mend_list(opened)
    ]


def test_that_decisions_with_a_note_or_an_unclear_definition_are_listed_by_code(settled):
    assert asked(settled) == [
        (["Tillit", "Legitimitet"], ["Ikke personer"]),
        (["Legitimitet"], [""]),
        (["Medvirkning"], ["Også e-post"]),
    ]


def test_that_a_deleted_code_leaves_what_was_asked(settled):
    book = queries.codebook(settled)
    codebook_actions.delete_code(settled, book.find("Medvirkning").id)
    assert sorted(note for _, notes in asked(settled) for note in notes) == ["", "Ikke personer", "Også e-post"]


def test_that_a_check_says_that_the_codebook_was_mended_and_undo_takes_it_back(sheet, settled, qtbot):
    assert sheet._headline.text() == "3 decisions ask for a change."
    card = sheet.cards[0]
    with qtbot.waitSignal(sheet.done):
        card.check.click()
    decision = next(one for one in consensus_actions.decisions(settled) if one.book_note == "Ikke personer")
    assert decision.mended_at
    assert sheet._headline.text() == "2 decisions ask for a change."
    assert sheet.cards[0].check.isChecked()
    settled.undo()
    assert not sheet.cards[0].check.isChecked()


def test_that_code_and_passage_are_opened_from_there(sheet, settled, qtbot):
    code = queries.codebook(settled).find("Legitimitet")
    button = next(one for one in sheet.findChildren(Button) if one.property("code_id") == code.id)
    with qtbot.waitSignal(sheet.code_requested, check_params_cb=lambda code_id: code_id == code.id):
        button.click()
    text = queries.text_of(settled, 1).text
    start = text.index(STRONGER)
    with qtbot.waitSignal(
        sheet.passage_requested, check_params_cb=lambda *passage: passage == (1, start, start + len(STRONGER))
    ):
        sheet.cards[0].findChild(CitationChip).click()


def test_that_an_empty_list_says_how_it_fills(coded, appearance, windows):
    signals = ProjectSignals(coded)
    shown = MendSheet(appearance, coded, signals)
    windows.append(shown)
    assert (shown.cards, shown.first_focus()) == ([], None)
    settle(coded, STRONGER, book_note="Ikke personer")
    assert len(shown.cards) == 1
    signals.end()
