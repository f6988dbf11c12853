"""The table of codes, with its whiskers, remarks, themes and sets."""

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.coded_material import binary_alpha
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.ui.compare.cell_scale import cell_scale
from kodebenk.ui.compare.figures import figure_delegate
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.codes_page import CodesPage
from kodebenk.ui.compare.figures.figure_cells import Whisker
from kodebenk.ui.compare.figures.figure_model import SortedBy
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure, read_measures
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.whisker import GUIDES, Axis, axis_for, is_open
from kodebenk.ui.painting.text_line import text_width
from ui.compare.figures_report import Capitals, cell_of, texts_of, three_coders, two_coders

EVERY = frozenset(ShownMeasure)


@pytest.fixture
def page(qtbot, appearance):
    made = CodesPage(appearance)
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


@pytest.mark.parametrize("name", ["en_GB", "nb_NO"])
def test_that_numbers_are_written_as_the_language_has_them(name):
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    sign = "," if name == "nb_NO" else "."
    shown = [numbers.coefficient(one) for one in (0.744, -0.031, -0.001, 1.0, None)]
    QLocale.setDefault(before)

    assert shown == [f"0{sign}74", f"−0{sign}03", f"0{sign}00", f"1{sign}00", "–"]


def test_that_codes_have_kappa_alpha_and_percent_and_all_together_stand_last(page, decimal):
    shown = two_coders()
    page.show_report(shown)

    alpha = f"{binary_alpha(5, 3, 2):.2f}".replace(".", decimal)
    kappa = numbers.coefficient(shown.report.codes[0].agreement.coefficients[Measure.COHEN])
    pooled = numbers.coefficient(shown.report.pooled.averages[Measure.ALPHA].coefficient)
    table = texts_of(page.table)
    assert table["Mål"] == [kappa, alpha, "70"]
    assert table["Fag"] == ["–", "–", "100"]
    assert list(table) == ["Mål", "Tillit", "Fag", "Overall"]
    assert table["Overall"][1] == pooled
    assert decimal in alpha
    assert decimal in kappa


def test_that_a_value_that_is_not_defined_says_why(page):
    page.show_report(two_coders())

    cell = cell_of(page.table, "code 4", ShownMeasure.ALPHA)

    assert cell.text == "–"
    assert cell.spoken == "not defined (no variation: everybody gives the same value everywhere)"
    index = page.table.figures.index(2, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Fag, Krippendorff's alpha: {cell.spoken}"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"Fag, Krippendorff's alpha: {cell.spoken}"


def test_that_an_interval_is_told_in_words_and_drawn(page):
    shown = two_coders(samples=200)
    page.show_report(shown)

    cell = cell_of(page.table, "code 2", ShownMeasure.ALPHA)
    interval = shown.report.codes[0].interval

    assert cell.whisker == Whisker(binary_alpha(5, 3, 2), interval.low, interval.high)
    low, high = numbers.coefficient(interval.low), numbers.coefficient(interval.high)
    assert f"95% interval from {low} to {high}" in cell.spoken
    assert "of the draws lie below 0" in cell.spoken


def test_that_kappa_says_which_it_is(page):
    page.show_report(two_coders())
    two = page.table.figures.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    page.show_report(three_coders())
    three = page.table.figures.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)

    assert (two, three) == ("Cohen's kappa", "Conger's kappa")


def test_that_all_measures_can_be_shown_in_order(page):
    page.show_report(three_coders())
    page.set_measures(EVERY)

    heads = [head.key for head in page.table.figures.grid.columns]
    spans = ["n 0", "n 1", "n 2"]
    measures = [measure.value for measure in ShownMeasure if measure is not ShownMeasure.PASSAGES]
    assert heads == [*spans, *measures]
    assert texts_of(page.table)["Mål"][:3] == ["4", "4", "3"]
    assert texts_of(page.table)["Overall"][:3] == ["7", "6", "7"]


def test_that_the_figure_after_discussion_stands_in_a_column_of_its_own(page):
    shown = two_coders()
    page.show_report(shown)
    assert [head.key for head in page.table.figures.grid.columns] == ["kappa", "alpha", "percent"]

    agreed = three_coders().report
    page.show_report(ShownReport(shown.report, agreed, shown.texts))

    heads = [head.text for head in page.table.figures.grid.columns]
    assert heads == ["κ", "α with 95% CI", "α after", "%"]
    known = numbers.coefficient(agreed.codes[0].agreement.coefficients[Measure.ALPHA])
    assert cell_of(page.table, "code 2", "after").text == known
    assert "The figure before discussion is the one to report." in page.note.text()


@pytest.mark.parametrize("rater", [0, 1, 2])
def test_that_a_count_of_passages_opens_as_many(page, rater):
    page.show_report(three_coders())
    page.set_measures(EVERY)

    for key in ("code 2", "code 3", "code 4", "overall"):
        cell = cell_of(page.table, key, f"n {rater}")
        opened = cell.opens().places if cell.opens else ()
        assert str(len(opened)) == cell.text


def test_that_a_figure_opens_the_places_of_its_code_differing_ones_first(page):
    page.show_report(two_coders())

    chosen = cell_of(page.table, "code 2", ShownMeasure.PERCENT).opens()

    kinds = [place.kind.value for place in chosen.places]
    assert kinds == ["extra_code"] * 3 + ["agree"] * 5
    assert chosen.title == "Mål: 8 places"
    assert all(("Styring/Mål",) in (place.codes[0], place.codes[1]) for place in chosen.places)


def test_that_enter_and_a_click_open_what_a_cell_rests_on(page, qtbot):
    page.show_report(two_coders())
    page.table.setCurrentIndex(page.table.figures.index(0, 1))

    with qtbot.waitSignal(page.places_chosen) as by_key:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    where = page.table.visualRect(page.table.figures.index(1, 2)).center()
    with qtbot.waitSignal(page.places_chosen) as by_click:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    middle = QPoint(page.table.names.width() // 2, page.table.rowViewportPosition(3) + 4)
    with qtbot.waitSignal(page.places_chosen) as by_name:
        qtbot.mouseClick(page.table.names.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert [signal.args[0].title for signal in (by_key, by_click, by_name)] == [
        "Mål: 8 places",
        "Tillit: 1 place",
        "All codes: 19 places",
    ]


def test_that_arrows_go_through_the_cells(page, qtbot):
    page.show_report(two_coders())
    page.table.setCurrentIndex(page.table.figures.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(page.table, key)

    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (2, 1)
    assert page.detail.text().startswith("Fag, Krippendorff's alpha: not defined")


def test_that_sorting_leaves_all_together_last_and_what_has_no_value_after_the_rest(page, qtbot):
    page.show_report(two_coders())
    table = page.table
    table.setCurrentIndex(table.figures.index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rising = list(texts_of(table))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    falling = list(texts_of(table))
    followed = table.figures.row(table.currentIndex().row()).name
    qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert rising == ["Tillit", "Mål", "Fag", "Overall"]
    assert falling == ["Mål", "Tillit", "Fag", "Overall"]
    assert followed == "Mål"
    assert list(texts_of(table)) == ["Mål", "Tillit", "Fag", "Overall"]


def test_that_a_head_sorts_up_down_and_back_and_the_corner_by_name(page, qtbot):
    page.show_report(two_coders())
    heads = page.table.heads
    place = QPoint(heads.sectionViewportPosition(2) + 8, heads.height() // 2)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append(page.table.figures.sorted_by)
    page.table.figures.turn_order(SortedBy.NAME)

    assert seen == [(2, False), (2, True), (SortedBy.CODEBOOK, False)]
    assert list(texts_of(page.table)) == ["Fag", "Mål", "Tillit", "Overall"]


def test_that_the_order_stays_when_other_figures_come(page):
    page.show_report(two_coders())
    page.table.figures.sort_by(1, descending=False)
    page.show_report(two_coders(samples=3))

    assert page.table.figures.sorted_by == (1, False)
    assert list(texts_of(page.table)) == ["Tillit", "Mål", "Fag", "Overall"]


def test_that_rare_codes_are_quieter_but_there_and_remarks_stand_in_the_tool_tip(page):
    page.show_report(two_coders())
    model = page.table.figures

    assert [model.row(row).faint for row in range(4)] == [False, True, False, False]
    tip = model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Styring/Tillit\nUsed by A only, 1 passage")


def test_that_pooled_and_mean_are_told_apart(page):
    shown = two_coders()
    page.show_report(shown)
    page.table.setCurrentIndex(page.table.figures.index(3, 1))

    pooled, mean = (one.averages[Measure.ALPHA].coefficient for one in (shown.report.pooled, shown.report.mean))
    assert "Pooled over 2 of 3 codes" in page.detail.text()
    assert f"Mean of the codes' own figures: α {numbers.coefficient(mean)}" in page.detail.text()
    assert numbers.coefficient(pooled) in page.detail.text()


def test_that_themes_and_sets_can_be_folded_out(page, qtbot):
    shown = three_coders()
    page.show_report(shown)
    assert not page.is_unfolded

    qtbot.mouseClick(page.fold, Qt.MouseButton.LeftButton)

    assert page.is_unfolded
    (theme,) = shown.report.themes
    assert cell_of(page.themes, "theme 1", "one").text == numbers.coefficient(theme.alpha)
    assert cell_of(page.sets, "sets", "masi").text == numbers.coefficient(shown.report.sets["masi"])
    opened = cell_of(page.themes, "theme 1", "one").opens().places
    assert opened
    assert all("Styring" in "".join(map(str, place.codes)) for place in opened)


def test_that_codes_of_a_theme_on_the_same_words_have_no_u_alpha_and_say_whose(page):
    page.show_report(two_coders())

    cell = cell_of(page.themes, "theme 1", "u")

    assert (cell.text, cell.spoken) == ("–", "not defined: A gave two of its codes to the same words")


def test_that_everything_is_said_anew_in_another_language(page, qtbot):
    page.show_report(two_coders())
    other = Capitals()
    QApplication.installTranslator(other)
    QApplication.processEvents()
    heads = [head.text for head in page.table.figures.grid.columns]
    title, names = page.table.accessibleName(), list(texts_of(page.table))
    QApplication.removeTranslator(other)
    QApplication.processEvents()

    assert heads == ["κ", "Α WITH 95% CI", "%"]
    assert title == "AGREEMENT BY CODE"
    assert names[-1] == "OVERALL"
    assert list(texts_of(page.table))[-1] == "Overall"


def test_that_every_reason_and_measure_has_words():
    assert len({words.undefined_words(reason) for reason in Undefined}) == len(Undefined)
    named = set(Measure) - {Measure.NEGATIVE_AGREEMENT, Measure.LIGHT}
    assert len({words.measure_name(measure) for measure in named}) == len(named)


def test_that_unknown_measures_are_passed_by_and_none_are_the_usual():
    assert read_measures(frozenset({"kappa", "gone"})) == {ShownMeasure.KAPPA}
    assert read_measures(frozenset()) == {ShownMeasure.KAPPA, ShownMeasure.ALPHA, ShownMeasure.PERCENT}


def test_that_an_axis_has_room_for_what_it_shows_down_to_a_limit():
    assert axis_for([Whisker(0.9, 0.8, 1.0)]).start == pytest.approx(0.4)
    assert axis_for([Whisker(0.5, 0.1, 0.9)]).start == pytest.approx(0.0)
    assert axis_for([Whisker(-0.7, -0.9, 0.1)]).start == pytest.approx(-0.2)
    assert axis_for([]).start == pytest.approx(0.4)
    axis = Axis(0.0)
    assert [axis.share(value) for value in (-0.5, 0.0, 0.25, 1.0)] == [0.0, 0.0, 0.25, 1.0]
    assert axis.share(GUIDES[0]) < axis.share(GUIDES[1])


def test_that_the_ring_is_open_below_the_first_guide():
    assert [is_open(value) for value in (0.66, 0.667, 0.8)] == [True, False, False]


def test_that_a_negative_number_and_the_mark_of_its_note_have_room_before_the_whisker(appearance):
    scale = cell_scale(appearance)
    end = scale.px(figure_delegate._NUMBER_LEFT) + text_width("−0.17", scale.font(13, 600, tabular=True))
    assert end <= scale.px(figure_delegate.WHISKER_LEFT) - scale.px(figure_delegate._NOTE) - 2


def test_that_the_dot_and_the_guides_are_where_the_axis_says(page, appearance):
    page.show_report(two_coders(samples=200))
    QApplication.processEvents()
    table = page.table
    index = table.figures.index(0, 1)
    cell, rect = table.figures.cell(index), table.visualRect(index)
    room = table.delegate.whisker_room(rect.toRectF())
    x = room.left() + table.delegate.axis.share(cell.whisker.value) * room.width()
    shown = table.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    center = shown.pixelColor((QPointF(x, rect.center().y()) * ratio).toPoint())
    ring = [
        shown.pixelColor((QPointF(x - 4.3 + by, rect.center().y() + 0.5) * ratio).toPoint()) for by in (-0.5, 0.0, 0.5)
    ]

    assert is_open(cell.whisker.value)
    assert center == appearance.theme.panel
    assert min(abs(one.red() - appearance.theme.accent.red()) for one in ring) < 60


def test_that_nothing_is_left_once_nothing_is_compared(page):
    page.show_report(two_coders())
    page.show_report(None)

    assert not page.table.isVisible()
    assert not page.fold.isVisible()
