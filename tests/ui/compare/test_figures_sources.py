"""The table of sources, and the switch between the pages of figures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.coded_material import CRAFT, TRUST, binary_alpha, made, material, setup
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.figures_panel import FigurePage, FiguresPanel
from kodebenk.ui.compare.figures.sources_page import SourcesPage
from ui.compare.figures_report import Capitals, cell_of, show_in, shown, texts_of, three_coders

MEASURES = ("kappa", "alpha", "percent")


@pytest.fixture
def page(qtbot, appearance):
    made_page = SourcesPage(appearance)
    qtbot.addWidget(made_page)
    made_page.resize(420, 400)
    made_page.show()
    return made_page


def three_sources():
    """Goals in the first, goals and trust in the second, and in the third craft of both on every line."""
    found = material(
        *(made(1, [0, 1, 2, 3, 5]), made(2, [0, 1, 2, 4, 6])),
        *(made(1, [0, 1], document=2), made(2, [0, 2], document=2)),
        *(made(1, [5, 6, 7], TRUST, document=2), made(2, [5, 6, 7], TRUST, document=2)),
        *(made(1, range(10), CRAFT, document=3), made(2, range(10), CRAFT, document=3)),
    )
    return shown(found, setup(1, 2, documents=(1, 2, 3)))


def test_that_each_source_has_units_passages_kappa_alpha_and_percent(page, decimal):
    one = three_sources()
    page.show_report(one)
    table = texts_of(page.table)

    alpha = f"{binary_alpha(3, 4, 3):.2f}".replace(".", decimal)
    assert table["Notat 1"][:3] == ["10", "5", "5"]
    assert table["Notat 1"][4:] == [alpha, "60"]
    assert table["Notat 3"] == ["10", "10", "10", "–", "–", "–"]
    report = one.report
    totals = [report.pooled.averages[measure].coefficient for measure in (report.kappa, Measure.ALPHA)]
    assert list(table)[-1] == "Overall"
    assert table["Overall"][:5] == ["30", "20", "20", *map(numbers.coefficient, totals)]


def test_that_the_figures_of_each_source_are_those_of_the_report(page):
    one = three_sources()
    page.show_report(one)

    for source in one.report.sources:
        cells = [cell_of(page.table, f"source {source.id}", key).order for key in ("n 0", "n 1", *MEASURES)]
        measures = (Measure.COHEN, Measure.ALPHA, Measure.PERCENT)
        pooled = [source.pooled[measure].coefficient.value for measure in measures]
        assert cells == [*source.spans, *pooled]


def test_that_a_figure_opens_the_places_of_its_source_differing_ones_first(page):
    one = three_sources()
    page.show_report(one)

    for source in one.report.sources:
        places = [place for place in one.report.places if place.document_id == source.id]
        for key in ("units", *MEASURES):
            chosen = cell_of(page.table, f"source {source.id}", key).opens()
            assert sorted(chosen.places, key=str) == sorted(places, key=str)
            agreed = [place.kind is DisagreementClass.AGREE for place in chosen.places]
            assert agreed == sorted(agreed)
    assert cell_of(page.table, "source 1", "alpha").opens().title == "Notat 1: 7 places"
    assert cell_of(page.table, "overall", "alpha").opens().places


@pytest.mark.parametrize("make", [three_sources, three_coders])
def test_that_a_count_opens_as_many_passages_of_that_coder(page, make):
    one = make()
    page.show_report(one)

    for key in (*(f"source {source.id}" for source in one.report.sources), "overall"):
        for rater in range(len(one.raters)):
            cell = cell_of(page.table, key, f"n {rater}")
            places = cell.opens().places if cell.opens else ()
            assert len(places) == cell.order
            assert all(place.codes[rater] for place in places)
            assert key == "overall" or {f"source {place.document_id}" for place in places} <= {key}


def test_that_a_source_without_a_figure_says_why_and_where_little_is_coded_too(page):
    found = material(
        *(made(1, [0, 1, 2, 3, 4]), made(2, [0, 1, 2, 3, 5])),
        *(made(1, [0], document=2), made(2, range(7), document=2)),
        made(1, range(6), document=3),
        documents=4,
    )
    page.show_report(shown(found, setup(1, 2, documents=(1, 2, 3, 4))))
    rows = [page.table.figures.row(at) for at in range(4)]

    assert [row.faint for row in rows] == [False, True, True, True]
    assert [row.remark for row in rows] == [
        "",
        "Little coded: 1 passage by one of the coders.",
        "Nothing coded here by B.",
        "Nothing coded here by A, B.",
    ]
    cell = cell_of(page.table, "source 4", "alpha")
    assert (cell.text, cell.spoken) == ("–", "not defined (nobody has coded anything)")


def test_that_enter_a_click_and_a_name_open_a_source(page, qtbot):
    page.show_report(three_sources())
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.places_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args[0].title == "Notat 2 (A): 5 passages"

    with qtbot.waitSignal(page.places_chosen) as chosen:
        qtbot.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=table.visualRect(table.figures.index(0, 4)).center(),
        )
    assert chosen.args[0].title == "Notat 1: 7 places"
    with qtbot.waitSignal(page.places_chosen) as chosen:
        table.names.row_chosen.emit(3)
    assert chosen.args[0].title == "All sources: 23 places"


def test_that_the_current_figure_is_said_in_words(page):
    page.show_report(three_sources())
    page.table.setCurrentIndex(page.table.figures.index(1, 5))

    assert page.detail.text() == "Notat 2, percent agreement: 90%."
    assert page.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Notat 2, percent agreement: 90%"
    assert page.table.accessibleName() == "Agreement by source"


def test_that_the_page_speaks_another_language_at_once(page):
    page.show_report(three_sources())
    other = Capitals()
    QApplication.installTranslator(other)
    QApplication.processEvents()
    said = page.table.accessibleName(), list(texts_of(page.table))[-1], page.note.text().isupper()
    QApplication.removeTranslator(other)
    QApplication.processEvents()

    assert said == ("AGREEMENT BY SOURCE", "OVERALL", True)


@pytest.fixture
def panel(qtbot, appearance):
    made_panel = FiguresPanel(appearance)
    qtbot.addWidget(made_panel)
    made_panel.resize(460, 500)
    made_panel.show()
    show_in(made_panel, three_coders())
    QApplication.processEvents()
    return made_panel


def test_that_the_switch_becomes_a_button_where_the_names_do_not_fit(panel):
    assert not panel.switch.is_folded
    assert panel.switch.segments.isVisible()
    wanted = panel.switch.segments.sizeHint().width()

    panel.resize(wanted - 20, 500)
    QApplication.processEvents()
    assert panel.width() == wanted - 20
    assert panel.switch.is_folded
    assert panel.switch.picker.isVisible()
    assert panel.switch.picker.geometry().right() < panel.switch.width()

    panel.resize(wanted + 60, 500)
    QApplication.processEvents()
    assert not panel.switch.is_folded


def test_that_the_button_turns_the_pages_too(panel):
    panel.resize(300, 500)
    QApplication.processEvents()
    names = [action.text() for action in panel.switch.picker.menu().actions()]
    assert names == ["Codes", "Code × code", "Coders", "Sources", "Over time"]

    panel.switch.picker.menu().actions()[3].trigger()

    assert panel.page is FigurePage.SOURCES
    assert panel.sources.isVisible()
    assert panel.switch.picker.accessibleName() == "Figures: Sources"
    assert panel.switch.segments.value == FigurePage.SOURCES
    panel.show_page(FigurePage.CODERS)
    assert panel.switch.picker.key == FigurePage.CODERS


def test_that_the_keyboard_stays_in_the_switch_when_it_folds(panel):
    panel.activateWindow()
    panel.switch.segments.button(FigurePage.CODES).setFocus()
    panel.resize(300, 500)
    QApplication.processEvents()
    assert panel.switch.picker.hasFocus()

    panel.resize(460, 500)
    QApplication.processEvents()
    assert panel.switch.segments.button(FigurePage.CODES).hasFocus()
