"""Codes of one coder against codes of another, and coders against coders."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.coded_material import CRAFT, TRUST, made, material, setup
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.shared_passages import CountedBy
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.coders_page import CodersPage
from kodebenk.ui.compare.figures.figure_delegate import shaded_ground
from kodebenk.ui.compare.figures.heat_grid import HeatChoice, HeatValue, make_heat_grid
from kodebenk.ui.compare.figures.heat_page import HeatPage
from kodebenk.ui.theme import contrast, load_theme
from ui.compare.figures_report import Capitals, cell_of, shown, texts_of, three_coders, two_coders

LINES = st.sets(st.integers(0, 9), min_size=1, max_size=6)


@pytest.fixture
def page(qtbot, appearance):
    made_page = HeatPage(appearance)
    qtbot.addWidget(made_page)
    made_page.resize(520, 700)
    made_page.show()
    return made_page


@given(LINES, LINES, LINES, LINES)
@settings(max_examples=15)
def test_that_cells_are_the_confusion_and_open_as_many_passages(qapp, one, other, third, fourth):
    codings = made(1, one), made(2, other), made(1, third, TRUST), made(2, fourth, CRAFT)
    compared = shown(material(*codings, documents=1), setup(1, 2, samples=2))
    grid = make_heat_grid(compared, HeatChoice())
    passages = compared.report.pairs[0].confusion.passages
    numbers_of = [
        at for at, code in enumerate(compared.report.codes) if f"code {code.id}" in {r.key for r in grid.rows}
    ]

    printed = [[0 if cell.text == "·" else int(cell.text) for cell in row] for row in grid.cells]

    at = [*numbers_of, len(passages) - 1]
    assert printed == [[passages[row][column] for column in at] for row in at]
    assert sum(map(sum, printed)) == sum(map(sum, passages))
    opened = [[len(cell.opens().places) if cell.opens else 0 for cell in row] for row in grid.cells]
    assert opened == printed


@pytest.mark.parametrize("pair", [0, 1, 2])
def test_that_each_two_coders_have_their_own_table(qapp, pair):
    compared = three_coders()
    grid = make_heat_grid(compared, HeatChoice(pair=pair, counted_by=CountedBy.CHARACTERS))
    names = compared.raters
    found = compared.report.pairs[pair]

    assert grid.corner == f"{names[found.one]} ↓ {names[found.other]} →"
    printed = [[int(cell.text.replace(",", "").replace("·", "0")) for cell in row] for row in grid.cells]
    used = [
        at for at in range(3) if any(found.confusion.characters[at]) or any(r[at] for r in found.confusion.characters)
    ]
    assert printed == [[found.confusion.characters[row][column] for column in (*used, 3)] for row in (*used, 3)]


def test_that_codes_without_anything_are_not_shown(qapp):
    compared = shown(material(made(1, [0]), made(2, [0]), made(3, [1], CRAFT), documents=1), setup(1, 2, 3, samples=2))
    keys = [row.key for row in make_heat_grid(compared, HeatChoice()).rows]

    assert keys == ["code 2", "none"]


def test_that_themes_are_the_sum_of_their_codes_with_alpha_beside(qapp):
    compared = three_coders()
    codes = make_heat_grid(compared, HeatChoice())
    themes = make_heat_grid(compared, HeatChoice(by_theme=True))

    by_code = [[cell.order for cell in row] for row in codes.cells]
    assert [row.key for row in codes.rows] == ["code 2", "code 3", "code 4", "none"]
    assert [row.key for row in themes.rows] == ["theme 1", "theme 4", "none"]
    assert themes.cells[0][0].order == by_code[0][0] + by_code[0][1] + by_code[1][0] + by_code[1][1]
    assert themes.cells[0][2].order == by_code[0][3] + by_code[1][3]
    assert len(themes.cells[0][0].opens().places) == themes.cells[0][0].order
    alone = compared.report.codes[2].agreement.coefficients[Measure.ALPHA]
    alphas = [compared.report.themes[0].alpha, alone]
    assert [row.meta for row in themes.rows] == [*(f"α {numbers.coefficient(one)}" for one in alphas), ""]


def test_that_codes_stand_under_their_theme_in_the_order_of_the_codebook(qapp):
    grid = make_heat_grid(three_coders(), HeatChoice())

    assert [(row.name, row.group) for row in grid.rows] == [
        ("Mål", "Styring"),
        ("Tillit", ""),
        ("Fag", ""),
        ("no code", ""),
    ]
    assert [head.begins_group for head in grid.columns] == [False, False, True, True]
    assert [head.text for head in grid.columns] == ["MÅL", "TIL", "FAG", "none"]


def test_that_shares_are_of_the_row_and_lift_is_over_chance(qapp):
    compared = two_coders()
    confusion = compared.report.pairs[0].confusion
    shares = make_heat_grid(compared, HeatChoice(counted_by=CountedBy.CHARACTERS, value=HeatValue.ROW_SHARE))
    lifts = make_heat_grid(compared, HeatChoice(counted_by=CountedBy.CHARACTERS, value=HeatValue.LIFT))
    passages = make_heat_grid(compared, HeatChoice(value=HeatValue.ROW_SHARE))

    assert shares.cells[0][0].text == numbers.percentage(confusion.row_share(0, 0))
    assert lifts.cells[0][0].text == numbers.coefficient(confusion.lift(0, 0), 1)
    assert passages.cells[0][0].order == pytest.approx(confusion.passages[0][0] / sum(confusion.passages[0]))


def test_that_the_diagonal_is_outlined_and_more_is_darker(qapp):
    grid = make_heat_grid(two_coders(), HeatChoice())

    framed = [(row, column) for row in range(4) for column in range(4) if grid.cells[row][column].framed]
    assert framed == [(0, 0), (1, 1), (2, 2)]
    strength = sorted((cell.order, cell.shade) for row in grid.cells for cell in row)
    assert [shade for _, shade in strength] == sorted(shade for _, shade in strength)
    assert max(shade for _, shade in strength) == 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_numbers_are_readable_on_every_shade(name):
    theme = load_theme(name)
    grounds = [shaded_ground(theme, step / 20) for step in range(21)]

    assert all(contrast(ground, theme.ink) >= 4.5 for ground in grounds)
    assert contrast(grounds[-1], theme.paper) > 2


def test_that_the_switches_change_what_is_shown(page, qtbot):
    page.show_report(three_coders())
    lift = page.value_switch.button(HeatValue.LIFT)
    assert not lift.isEnabled()

    qtbot.mouseClick(page.counted_switch.button(CountedBy.CHARACTERS), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(lift, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.themes_button, Qt.MouseButton.LeftButton)
    page.pair_picker.picked.emit("2")

    wanted = HeatChoice(2, CountedBy.CHARACTERS, HeatValue.LIFT, by_theme=True)
    assert page.choice == wanted
    qtbot.mouseClick(page.counted_switch.button(CountedBy.PASSAGES), Qt.MouseButton.LeftButton)
    assert page.choice == replace(wanted, counted_by=CountedBy.PASSAGES, value=HeatValue.COUNT)
    assert page.value_switch.value == HeatValue.COUNT
    assert list(texts_of(page.table)) == ["Styring", "Fag", "no code"]


def test_that_two_coders_need_no_picker(page):
    page.show_report(three_coders())
    assert page.pair_picker.isVisible()
    page.pair_picker.picked.emit("2")
    page.show_report(two_coders())

    assert not page.pair_picker.isVisible()
    assert page.choice.pair == 0


def test_that_arrows_and_enter_open_a_cell_and_say_what_it_is(page, qtbot):
    page.show_report(three_coders())
    page.table.setCurrentIndex(page.table.figures.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Right)

    with qtbot.waitSignal(page.places_chosen) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert page.detail.text() == "Mål (A) and Tillit (B): 1 passage, 25% of the row"
    assert opened.args[0].title == "Mål (A) and Tillit (B): 1 passage"
    assert [place.codes for place in opened.args[0].places] == [(("Styring/Mål",), ("Styring/Tillit",), ())]
    page.table.setCurrentIndex(page.table.figures.index(3, 3))
    with qtbot.assertNotEmitted(page.places_chosen, wait=20):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_that_pointing_at_a_cell_marks_its_row_and_column(page, qtbot, appearance):
    page.show_report(three_coders())
    QApplication.processEvents()
    table, accent = page.table, appearance.theme.accent
    target = table.visualRect(table.figures.index(0, 1)).center()
    beside = table.visualRect(table.figures.index(0, 3))
    edge = QPoint(beside.center().x(), beside.bottom())

    before = table.viewport().grab().toImage()
    qtbot.mouseMove(table.viewport(), target)
    QApplication.processEvents()
    after = table.viewport().grab().toImage()

    ratio = after.devicePixelRatio()
    assert before.pixelColor(edge * ratio) != accent
    assert after.pixelColor(edge * ratio) == accent


def test_that_the_table_is_named_anew_in_another_language(page):
    page.show_report(three_coders())
    other = Capitals()
    QApplication.installTranslator(other)
    QApplication.processEvents()
    names, counted = list(texts_of(page.table)), page.counted_switch.button(CountedBy.PASSAGES).text()
    QApplication.removeTranslator(other)
    QApplication.processEvents()

    assert names == ["Mål", "Tillit", "Fag", "NO CODE"]
    assert counted == "PASSAGES"


def test_that_coders_have_alpha_above_and_shared_passages_below_and_their_own_between(qtbot, appearance):
    page = CodersPage(appearance)
    qtbot.addWidget(page)
    compared = three_coders()
    page.show_report(compared)

    alphas = {(one.one, one.other): one.pooled[Measure.ALPHA].coefficient for one in compared.report.pairs}
    table = texts_of(page.table)
    assert table["A"] == ["7", f"α {numbers.coefficient(alphas[0, 1])}", f"α {numbers.coefficient(alphas[0, 2])}"]
    assert table["B"] == ["4 shared", "6", f"α {numbers.coefficient(alphas[1, 2])}"]
    assert table["C"] == ["5 shared", "3 shared", "7"]
    for row, column in ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2)):
        cell = page.table.figures.cell(page.table.figures.index(row, column))
        assert len(cell.opens().places) == int(cell.text.split()[0])


def test_that_alpha_of_two_coders_opens_what_either_coded_differing_places_first(qtbot, appearance):
    page = CodersPage(appearance)
    qtbot.addWidget(page)
    page.show_report(three_coders())

    places = cell_of(page.table, "coder 0", "coder 1").opens().places

    differ = [place.codes[0] != place.codes[1] for place in places]
    assert differ == sorted(differ, reverse=True)
    assert differ.count(True) == 4
    assert all(place.codes[0] or place.codes[1] for place in places)
