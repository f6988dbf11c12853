"""The parts of the comparison's set-up: numbers, toolbar, coders, sources, words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import coding_actions, coding_tasks, consensus_actions, queries
from kodebenk.application.comparison_reading import read_comparison
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.compare import compare_words as words
from kodebenk.ui.compare.drift_source import DriftSource
from kodebenk.ui.compare.place_numbers import number_places
from kodebenk.ui.compare.setup.code_section import CodeSection
from kodebenk.ui.compare.setup.coder_picker import CoderPicker, RaterKind
from kodebenk.ui.compare.setup.compare_toolbar import CompareToolbar
from kodebenk.ui.compare.setup.comparison_choice import with_documents, with_raters, with_round, with_texts_of_now
from kodebenk.ui.compare.setup.source_section import SourceSection, stand_words
from kodebenk.ui.translation import Translation
from ui.compare.settled_project import (
    NAMES,
    PLAN,
    POLITICIANS,
    STRONGER,
    compare,
    passage_with,
    place_at,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def bokmaal(qapp):
    made = Translation("nb")
    made.install()
    yield made
    made.set_language("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read(project, setup=None):
    return read_comparison(project.path, NAMES[0], setup)


def setup_of(*raters, **values):
    return AgreementSetup(tuple(Rater(name, number) for number, name in enumerate(raters, start=1)), **values)


# Numbers


def test_that_places_are_numbered_by_document_in_the_order_of_the_text_and_agreed_ones_are_not(coded):
    report = compare(coded)
    found = number_places(report, ())

    assert list(found) == [one.id for one in report.documents]
    for document_id, shown in found.items():
        assert [one.number for one in shown] == list(range(1, len(shown) + 1))
        assert [one.place.start for one in shown] == sorted(one.place.start for one in shown)
        assert {one.place.document_id for one in shown} == {document_id}
    assert sum(map(len, found.values())) == len(report.disagreements)
    assert all(report.places[one.index] is one.place for shown in found.values() for one in shown)
    assert all(one.place.kind is not DisagreementClass.AGREE for shown in found.values() for one in shown)


def test_that_a_place_carries_what_was_settled_about_it_and_no_other_does(coded):
    report = compare(coded)
    place = place_at(coded, report, STRONGER).place
    consensus_actions.decide(coded, report, place, choice=DecisionChoice.UNION)
    other = place_at(coded, report, POLITICIANS).place
    consensus_actions.decide(coded, report, other, choice=DecisionChoice.DEFER)
    shown = [one for found in number_places(report, consensus_actions.decisions(coded)).values() for one in found]

    assert [one.place.quote for one in shown if one.is_settled] == [STRONGER]
    assert [one.place.quote for one in shown if one.decision is not None] == [STRONGER, POLITICIANS]


# Words


@given(st.lists(st.text(alphabet="AB ()12", min_size=1, max_size=8), min_size=1, max_size=4, unique=True))
def test_that_short_names_still_tell_coders_apart(names):
    short = words.short_names(names)
    assert len(short) == len(names)
    assert len(set(short)) == len(set(names))


def test_that_first_names_stand_for_coders_and_rounds_stay():
    assert words.raters_text(setup_of("Ane Klev", "Lars Berg").raters) == "Ane, Lars"
    assert words.raters_text(setup_of("Ane Klev", "Ane Berg").raters) == "Ane Klev, Ane Berg"
    assert words.raters_text(setup_of("Ane Klev (1)", "Ane Klev (2)").raters) == "Ane (1), Ane (2)"


def test_that_a_day_has_its_year_unless_it_is_this_one(qapp):
    assert words.day_text("2025-05-18T10:00:00Z") == "18 May 2025"
    assert words.day_text("2025-05-18") == "18 May 2025"
    assert words.day_text("") == ""


# Altering a setup


def test_that_other_raters_and_rounds_let_go_of_sources_and_codes_and_keep_the_rules():
    setup = setup_of(
        "Ane", "Lars", documents=(4,), codes=(5,), unit=UnitKind.WORD, scope=Scope.ALL, seed=3, text_hashes={4: "x"}
    )
    kept = AgreementSetup((), unit=UnitKind.WORD, scope=Scope.ALL, seed=3)
    other = (Rater("Mina", 3), Rater("Lars", 2))
    assert with_raters(setup, other) == AgreementSetup(other, unit=kept.unit, scope=kept.scope, seed=kept.seed)
    assert with_raters(None, other) == AgreementSetup(other)
    assert [one.round for one in with_round(setup, 2).raters] == [2, 2]
    assert [one.round for one in with_round(with_round(setup, 2), None).raters] == [None, None]
    assert with_documents(setup, [7, 8]).documents == (7, 8)
    assert with_documents(setup, [7]).text_hashes == with_texts_of_now(setup).text_hashes == {}
    assert with_texts_of_now(setup).documents == (4,)


# Toolbar


@pytest.fixture
def toolbar(qtbot, appearance):
    made = CompareToolbar(appearance)
    qtbot.addWidget(made)
    made.show_setup(setup_of("Ane Klev", "Lars Berg"), UnitKind.SENTENCE, (1, 2), 3)
    return made


def test_that_the_toolbar_shows_a_setup(toolbar):
    assert toolbar.coders.accessibleName() == "Coders: Ane, Lars"
    assert toolbar.unit.accessibleName() == "Unit: Sentence"
    assert toolbar.round.accessibleName() == "Round: all"
    assert toolbar.scope.isChecked()
    assert [action.text() for action in toolbar.round.menu().actions()] == ["all", "1", "2", "Start round 3 …"]
    toolbar.show_setup(with_round(setup_of("Ane Klev", "Lars Berg"), 2), UnitKind.SENTENCE, (1, 2), 0)
    assert toolbar.round.accessibleName() == "Round: 2"
    assert [action.text() for action in toolbar.round.menu().actions()] == ["all", "1", "2"]
    against = AgreementSetup((Rater("Ane (1)", 1, round=1), Rater("Ane (2)", 1, round=2)), scope=Scope.ALL)
    toolbar.show_setup(against, None, (1, 2), 0)
    assert toolbar.round.accessibleName() == "Round: against each other"
    assert not toolbar.scope.isChecked()
    toolbar.show_setup(None, None, (1,), 2)
    assert toolbar.coders.accessibleName() == "Coders: none"
    assert not toolbar.unit.isEnabled()


def test_that_labels_go_one_after_the_other_and_screen_readers_keep_the_names(toolbar, qtbot):
    toolbar.show()
    qtbot.waitExposed(toolbar)
    names = set()
    for width in range(1500, 760, -60):
        toolbar.resize(width, toolbar.height())
        QCoreApplication.processEvents()
        parts = (toolbar.comparison, toolbar.measures, toolbar.method, toolbar.scope)
        names.add(tuple(part.accessibleName() for part in parts))
        right = max(part.geometry().right() for part in (*parts, toolbar.more))
        assert right <= toolbar.width()
    assert names == {("Comparison", "Measures", "Paragraph for the method chapter", "Without interviewer")}
    assert toolbar.measures.text() == toolbar.method.text() == ""


def test_that_the_toolbar_passes_on_what_is_picked(toolbar, qtbot):
    picked = []
    toolbar.unit_picked.connect(picked.append)
    toolbar.round_picked.connect(picked.append)
    toolbar.scope_picked.connect(picked.append)
    for button, key in ((toolbar.unit, "word"), (toolbar.round, "2"), (toolbar.round, "0")):
        next(action for action in button.menu().actions() if action.data() == key).trigger()
    toolbar.scope.click()
    assert picked == [UnitKind.WORD, 2, 0, Scope.ALL]
    with qtbot.waitSignal(toolbar.round_requested):
        toolbar.round.menu().actions()[-1].trigger()
    assert toolbar.round.key == "0"


def test_that_the_menus_of_measures_and_of_more_show_what_they_are_offered(toolbar, qtbot):
    chosen = []
    toolbar.offer_measures(lambda: [MenuEntry("AC1", lambda: chosen.append("AC1"), checked=True)])
    toolbar.show()
    qtbot.mouseClick(toolbar.measures, Qt.MouseButton.LeftButton)
    (action,) = toolbar.menu.actions()
    assert (action.text(), action.isChecked()) == ("AC1", True)
    action.trigger()
    toolbar.menu.close()
    assert chosen == ["AC1"]


# Coders


@pytest.fixture
def picker(qtbot, appearance):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CoderPicker(appearance, parent)
    made.kept_parent = parent
    made.picked = []
    made.raters_picked.connect(made.picked.append)
    return made


def test_that_a_long_name_leaves_room_for_what_the_coder_has(coded, picker):
    stand = read(coded).stand
    name = "Anne-Margrethe Kvernberg Halvorsen-Sørås & Strømmen"
    people = (replace(stand.people[0], name=name), *stand.people[1:])
    picker.show_choices(replace(stand, people=people), setup_of(*NAMES[:2]))
    box = picker.coder_boxes[people[0].id]
    assert box.text().startswith("Anne-Margrethe")
    assert box.text().endswith("… · 8 codings")
    assert (box.accessibleName(), box.toolTip()) == (f"{name} · 8 codings", name)
    assert box.sizeHint().width() < picker.width() - 28


def test_that_coders_are_ticked_with_what_they_have_and_one_alone_compares_nothing(coded, picker):
    picker.show_choices(read(coded).stand, setup_of(*NAMES[:2]))
    assert [box.text() for box in picker.coder_boxes.values()] == [
        f"{name} · {count} codings" for name, count in zip(NAMES, (8, 5, 7), strict=True)
    ]
    assert set(picker.kind_buttons) == {RaterKind.CODERS}
    boxes = list(picker.coder_boxes.values())
    boxes[2].click()
    assert [one.name for one in picker.picked[-1]] == list(NAMES)
    boxes[0].click()
    boxes[1].click()
    assert len(picker.picked) == 2
    assert "Choose at least two." in [label.text() for label in picker.findChildren(QLabel)]


def test_that_somebody_with_two_rounds_can_be_set_against_themselves(coded, picker):
    coding_tasks.start_round(coded)
    code_id = queries.codebook(coded).find("Tillit").id
    coding_actions.apply_code(coded, passage_with(coded, PLAN), code_id, coder_name=NAMES[0])
    stand = read(coded).stand
    picker.show_choices(stand, setup_of(*NAMES[:2]))
    assert RaterKind.ROUNDS in picker.kind_buttons
    picker.kind_buttons[RaterKind.ROUNDS].click()
    raters = picker.picked[-1]
    assert [(one.name, one.round) for one in raters] == [(f"{NAMES[0]} (1)", 1), (f"{NAMES[0]} (2)", 2)]
    assert AgreementSetup(raters).is_stability
    assert [picker.one.itemText(at) for at in range(picker.one.count())] == [NAMES[0]]
    assert (picker.earlier.currentData(), picker.later.currentData()) == (1, 2)
    assert not any(box.isEnabled() for box in picker.coder_boxes.values())
    picker.earlier.setCurrentIndex(1)
    picker.later.setCurrentIndex(0)
    picker.later.activated.emit(0)
    assert [one.round for one in picker.picked[-1]] == [2, 1]
    picker.kind_buttons[RaterKind.CODERS].click()
    assert [one.name for one in picker.picked[-1]] == list(NAMES[:2])


# Sources and codes


def test_that_a_source_that_somebody_is_still_to_code_cannot_be_ticked(coded, qtbot):
    first, second = (one.id for one in queries.documents(coded))
    coding_tasks.assign(coded, [second], NAMES[1], blind=False)
    stand = read(coded).stand
    section = SourceSection()
    qtbot.addWidget(section)
    section.show_sources(stand, setup_of(*NAMES[:2]), (first,))
    assert section.all_box.isChecked()
    assert section.boxes[first].isChecked()
    assert section.boxes[first].isEnabled()
    assert not section.boxes[second].isEnabled()
    people = [one for one in stand.people if one.name in NAMES[:2]]
    assert stand_words(stand, first, people) == "Ane 6 · Lars 3"
    assert stand_words(stand, second, people) == "Ane 2 · Lars is still coding"
    assert section.boxes[second].accessibleDescription() == "Ane 2 · Lars is still coding"


def test_that_headings_among_the_codes_have_no_box(coded, qtbot):
    book = queries.codebook(coded)
    section = CodeSection()
    qtbot.addWidget(section)
    picked = []
    section.picked.connect(picked.append)
    used = [book.find(name).id for name in ("Tillit", "Medvirkning")]
    section.show_codes(book, (), used)
    assert book.themes[0].id not in section.boxes
    assert [code_id for code_id, box in section.boxes.items() if box.isChecked()] == used
    section.boxes[used[0]].click()
    section.all_box.click()
    assert picked == [(used[1],), (used[1],)]


# Over time


def test_that_drift_is_measured_in_the_background_and_a_newer_wish_replaces_the_older(coded, qtbot):
    comparison = read(coded)
    source = DriftSource()
    measured = []
    source.measured.connect(measured.append)
    source.started.connect(lambda task: task.start())
    source.measure(comparison, DriftBy.CODER)
    source.measure(comparison, DriftBy.ROUND)
    qtbot.waitUntil(lambda: bool(measured), timeout=20_000)
    qtbot.waitUntil(lambda: not source.is_busy)
    assert len(measured) == 1
    assert len(measured[0]) == 1  # one round
    source.stop()


def test_that_points_of_another_comparison_than_the_one_shown_never_come(coded, qtbot):
    source = DriftSource()
    measured, ended = [], []
    source.measured.connect(measured.append)
    source.ended_without.connect(lambda: ended.append(True))
    source.started.connect(lambda task: task.start())
    first = read(coded)
    source.measure(first, DriftBy.ORDER)
    source.keep_to(read(coded))
    qtbot.waitUntil(lambda: not source.is_busy, timeout=20_000)
    assert (measured, ended) == ([], [True])

    source.measure(first, DriftBy.ORDER)
    source.keep_to(first)
    qtbot.waitUntil(lambda: not source.is_busy, timeout=20_000)
    assert len(measured) == 1
    source.stop()


def test_that_notes_and_files_are_in_the_language_of_the_window(bokmaal):
    assert words.report_language() == "nb"
    bokmaal.set_language("en")
    assert words.report_language() == "en"
