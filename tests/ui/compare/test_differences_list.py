"""The list of differences in a window: rows, filters, keys, passages behind a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from kodebenk.application import consensus_actions, queries
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.ui.compare.differences.difference_list import DifferenceList
from kodebenk.ui.compare.differences.difference_rows import ShownClass, ShownState
from kodebenk.ui.compare.shown_places import ChosenPlaces
from kodebenk.ui.theme import Appearance
from kodebenk.ui.translation import Translation
from ui.compare.settled_project import (
    MAIL,
    NAMES,
    PLAN,
    POLITICIANS,
    REPORT,
    STRONGER,
    TOGETHER,
    WEAKER,
    compare,
    place_at,
    shown_places,
)

INTERVIEW_WORDS = [MAIL, STRONGER, REPORT, POLITICIANS, TOGETHER]


class Heard:
    def __init__(self, shown):
        self.places, self.passages, self.documents, self.pointed, self.keys = [], [], [], [], []
        shown.place_chosen.connect(self.places.append)
        shown.passage_requested.connect(lambda *passage: self.passages.append(passage))
        shown.passage_pointed.connect(lambda *passage: self.pointed.append(passage))
        shown.document_wanted.connect(self.documents.append)
        shown.decision_key_pressed.connect(self.keys.append)


@pytest.fixture
def report(coded):
    return compare(coded)


def show(shown, coded, report, document_id=1):
    shown.show_places(
        shown_places(coded, report),
        codebook=queries.codebook(coded),
        rater_names=NAMES,
        document_id=document_id,
        report=report,
    )


@pytest.fixture
def listed(coded, report, appearance, windows):
    shown = DifferenceList(appearance)
    windows.append(shown)
    shown.resize(420, 400)
    show(shown, coded, report)
    shown.show()
    return shown


def words(listed):
    return [row.place.quote for row in listed.view.differences.rows]


def pick(button, key):
    (action,) = [one for one in button.menu().actions() if one.data() == key]
    action.trigger()


def spoken(listed):
    model = listed.view.differences
    return [model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]


def test_that_the_rows_are_those_of_the_text_in_its_order(listed):
    QAbstractItemModelTester(listed.view.differences, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert words(listed) == INTERVIEW_WORDS
    assert spoken(listed)[1].endswith("Tillit, Different code, LB: Legitimitet, open")
    assert listed.header._count.text() == "5 open of 5 in this text"


def test_that_an_arrow_chooses_a_place_and_enter_opens_its_passage(listed, coded, report):
    heard = Heard(listed)
    listed.view.setFocus()
    listed.set_current(place_at(coded, report, MAIL).index)
    assert heard.places == []
    QTest.keyClick(listed.view, Qt.Key.Key_Down)
    place = place_at(coded, report, STRONGER)
    assert heard.places == [place.index]
    QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert heard.passages == [(1, place.place.start, place.place.end)]


def test_that_a_click_on_the_current_row_chooses_it_again(listed, coded, report):
    heard = Heard(listed)
    rect = listed.view.visualRect(listed.view.differences.index(3))
    for _ in range(2):
        QTest.mouseClick(listed.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert heard.places == [place_at(coded, report, POLITICIANS).index] * 2


def test_that_letters_of_decisions_go_on_and_others_search_nothing(listed, coded, report):
    heard = Heard(listed)
    listed.set_current(place_at(coded, report, MAIL).index)
    QTest.keyClicks(listed.view, "u1px")
    assert heard.keys == ["U", "1"]
    assert listed.view.currentIndex().row() == 0


def test_that_stepping_honours_the_filter_and_goes_on_in_the_next_text(listed, coded, report):
    heard = Heard(listed)
    pick(listed.filters.kind, ShownClass.BOUNDARY.value)
    listed.step(1)
    listed.step(1)
    assert heard.places == [place_at(coded, report, one).index for one in (MAIL, WEAKER)]
    assert heard.documents == [2]
    show(listed, coded, report, document_id=2)
    assert listed.view.current_row.place.quote == WEAKER
    listed.step(1)
    assert len(heard.places) == 2
    listed.step(-1)
    assert (heard.places[2:], heard.documents[1:]) == ([place_at(coded, report, MAIL).index], [1])


def test_that_every_filter_narrows_the_list(listed):
    filters = listed.filters
    pick(filters.kind, ShownClass.MISSING.value)
    assert words(listed) == [POLITICIANS, TOGETHER]
    pick(filters.rater, "0")
    assert words(listed) == [TOGETHER]
    pick(filters.rater, "2")
    assert listed.empty.isVisible()
    assert not listed.view.isVisible()
    listed._widen.click()
    assert words(listed) == INTERVIEW_WORDS
    pick(filters.code, "Styring/Legitimitet")
    assert words(listed) == [STRONGER, POLITICIANS]
    assert listed.header._count.text() == "5 open of 5 in this text · 2 shown"
    pick(filters.code, "")
    pick(filters.kind, ShownClass.ALL.value)
    assert words(listed).count(REPORT) == 2


def test_that_all_texts_say_which_one_a_place_is_in(listed):
    listed.filters.texts.button("all").click()
    assert words(listed) == [*INTERVIEW_WORDS, WEAKER]
    assert "notater.txt · LB begins later" in spoken(listed)[-1]
    assert listed.header._count.text() == "6 open of 6 in all texts"


def test_that_most_characters_at_stake_come_first(listed):
    pick(listed.filters.order, "stake")
    stakes = [row.place.stake for row in listed.view.differences.rows]
    assert stakes == sorted(stakes, reverse=True)
    assert words(listed)[0] == STRONGER


def test_that_a_settled_place_says_so(listed, coded, report):
    place = place_at(coded, report, STRONGER)
    consensus_actions.decide(coded, report, place.place, choice=DecisionChoice.NEITHER)
    show(listed, coded, report)
    assert listed.header._count.text() == "4 open of 5 in this text"
    assert "Settled" in spoken(listed)[1]
    assert not spoken(listed)[1].endswith("open")
    pick(listed.filters.state, ShownState.SETTLED.value)
    assert words(listed) == [STRONGER]
    pick(listed.filters.state, ShownState.OPEN.value)
    assert words(listed) == [one for one in INTERVIEW_WORDS if one != STRONGER]


def test_that_the_passages_of_a_figure_come_instead_and_lead_back(listed, coded, report):
    heard = Heard(listed)
    agreed = next(one for one in report.places if one.quote == PLAN)
    known = place_at(coded, report, MAIL)
    listed.show_chosen(ChosenPlaces("Medvirkning: 2 places", (known.place, agreed)))
    assert words(listed) == [MAIL, PLAN]
    assert [row.number for row in listed.view.differences.rows] == [1, 0]
    assert (listed.back_button.isVisible(), listed.filter_button.isVisible()) == (True, False)
    listed.step(1)
    listed.step(1)
    assert heard.places == [known.index, report.places.index(agreed)]
    assert heard.documents == [2]
    listed.back_button.click()
    assert words(listed) == INTERVIEW_WORDS


def test_that_a_passage_that_is_no_place_is_pointed_at(listed, coded, report):
    heard = Heard(listed)
    made = replace(place_at(coded, report, MAIL).place, end=5, quote="Måle")
    listed.show_chosen(ChosenPlaces("1 passage", (made,)))
    listed.step(1)
    assert (heard.pointed, heard.places) == ([(1, made.start, 5)], [])


def test_that_a_text_without_differences_says_so(listed, coded, report):
    listed.show_places([], codebook=queries.codebook(coded), rater_names=NAMES, document_id=1, report=report)
    assert listed.empty.accessibleName() == "They do not differ here"
    assert not listed._widen.isVisible()
    listed.show_chosen(ChosenPlaces("Tillit: 0 places", ()))
    assert listed.empty.accessibleName() == "No passages"


def test_that_the_menu_offers_the_agreed_places_and_what_is_to_be_mended(listed, qtbot):
    accept, mend = listed._menu.actions()
    assert accept.text() == "Take 2 agreed places into the consensus"
    with qtbot.waitSignals([listed.accept_agreed_requested, listed.mend_requested]):
        accept.trigger()
        mend.trigger()


def test_that_another_language_is_spoken_at_once(listed, qtbot):
    translation = Translation("nb")
    translation.install()
    try:
        qtbot.waitUntil(lambda: listed.header._count.text() == "5 åpne av 5 i denne teksten")
        assert spoken(listed)[0].endswith("Medvirkning, Grense, LB tar med én setning til, åpen")
    finally:
        translation.set_language("en")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_current_row_is_seen_in_both_themes(coded, report, qapp, windows, theme):
    look = Appearance(theme)
    look.apply(qapp)
    shown = DifferenceList(look)
    windows.append(shown)
    shown.resize(420, 300)
    show(shown, coded, report)
    shown.step(1)
    image = shown.view.viewport().grab().toImage()
    rect = shown.view.visualRect(shown.view.currentIndex())
    assert image.pixelColor(rect.center().x(), rect.bottom() - 6).name() == look.theme.soft.name()
    qapp.setStyleSheet("")


def test_that_rows_follow_the_reading_scale_at_once(listed, appearance):
    view = listed.view
    heights = []
    for scale in (0.8, 1.0, 1.5):
        appearance.set_scale(scale)
        QApplication.processEvents()
        heights.append(view.visualRect(view.differences.index(1)).height())
    appearance.set_scale(1.0)

    assert heights == [round(44 * 0.8), 44, 66]
