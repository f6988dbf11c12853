"""How wide the columns of figures are, which give way, and that all of it follows the reading scale."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.coded_material import CRAFT, TRUST, made, material, setup
from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.ui.compare.cell_scale import cell_scale
from kodebenk.ui.compare.figures.codes_page import CodesPage
from kodebenk.ui.compare.figures.column_fit import ColumnFit, ColumnNeed, NameNeed, fit_columns
from kodebenk.ui.compare.figures.figures_panel import FigurePage, FiguresPanel
from kodebenk.ui.compare.figures.shown_measures import USUAL_MEASURES, ShownMeasure
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.painting.text_line import text_width
from ui.compare.figures_report import cell_of, drift_points, show_in, shown, three_coders, two_coders

NAMES = NameNeed(wanted=200, enough=150, least=120, barest=100)
NEEDS = st.builds(
    ColumnNeed,
    width=st.integers(30, 120),
    least=st.integers(20, 60),
    grows=st.booleans(),
    yields=st.integers(0, 4),
)


def after_discussion(names=("Mål og indikatorer", "Dialog med ansatte", "Rapportering")):
    """A report with figures after discussion, and with these names of codes."""
    one = three_coders(samples=50)
    codes = tuple(replace(code, path=f"Styring/{name}") for code, name in zip(one.report.codes, names, strict=True))
    report = replace(one.report, codes=codes)
    return ShownReport(report, report, one.texts)


@pytest.fixture
def page(qtbot, appearance):
    made_page = CodesPage(appearance)
    qtbot.addWidget(made_page)
    made_page.resize(405, 400)
    made_page.show()
    yield made_page
    appearance.set_scale(1.0)


@pytest.fixture
def panel(qtbot, appearance):
    made_panel = FiguresPanel(appearance)
    qtbot.addWidget(made_panel)
    made_panel.resize(405, 500)
    made_panel.show()
    yield made_panel
    appearance.set_scale(1.0)


def visible(table):
    return [head.key for at, head in enumerate(table.figures.grid.columns) if not table.isColumnHidden(at)]


@given(st.integers(100, 900), st.lists(NEEDS, max_size=8))
def test_that_a_table_is_as_wide_as_its_room_unless_nothing_helps(room, columns):
    fit = fit_columns(room, NAMES, columns)

    dropped = [at for at, width in enumerate(fit.columns) if width is None]
    assert NAMES.barest <= fit.names <= NAMES.wanted
    assert all(columns[at].yields for at in dropped)
    if fit.total > room:
        assert not dropped
        assert fit.names == NAMES.barest
    if dropped:
        kept = [need.yields for at, need in enumerate(columns) if need.yields and at not in dropped]
        assert all(columns[at].yields <= order for at in dropped for order in kept)


@given(st.integers(100, 900), st.lists(NEEDS, max_size=8))
def test_that_names_get_enough_before_a_column_gets_more_than_it_needs(room, columns):
    fit = fit_columns(room, NAMES, columns)

    roomy = [at for at, width in enumerate(fit.columns) if width is not None and width > columns[at].least]
    assert not roomy or fit.names >= NAMES.enough
    wider = [at for at in roomy if fit.columns[at] > columns[at].width]
    assert not wider or fit.names == NAMES.wanted


def test_that_the_less_important_column_gives_way_first_and_names_are_cut_last():
    columns = (ColumnNeed(40, 40, yields=1), ColumnNeed(110, 90, grows=True), ColumnNeed(30, 30, yields=2))

    assert fit_columns(400, NAMES, columns).columns == (40, 130, 30)
    assert fit_columns(310, NAMES, columns) == ColumnFit(150, (40, 90, 30))
    assert fit_columns(280, NAMES, columns).names == 120
    assert fit_columns(279, NAMES, columns).columns == (None, 99, 30)
    assert fit_columns(239, NAMES, columns).columns == (None, 90, None)
    assert fit_columns(190, NAMES, columns).names == 100
    assert fit_columns(189, NAMES, columns).columns == (40, 90, 30)


def test_that_names_of_codes_are_whole_beside_the_figures_after_discussion(page):
    page.show_report(after_discussion())
    QApplication.processEvents()

    assert visible(page.table) == ["kappa", "alpha", "after", "percent"]
    assert page.table.names.width() >= page.table.names.wanted_width()
    assert not page.table.horizontalScrollBar().isVisible()


def test_that_a_long_name_is_cut_with_the_whole_in_its_tool_tip(page):
    long = "Rapportering og kontroll av enheter i praksis"
    page.show_report(after_discussion(("Mål", long, "Fag")))
    QApplication.processEvents()
    table, scale = page.table, cell_scale(page.table._appearance)

    tip = table.figures.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith(f"Styring/{long}")
    assert table.names.width() < table.names.wanted_width()
    room_for_name = table.names.width() - scale.px(38)
    assert room_for_name >= text_width("Mål og indikator", scale.font(13))
    assert visible(table) == ["kappa", "alpha", "after", "percent"]


def test_that_kappa_and_then_the_percentage_give_way_in_a_narrow_panel(page):
    page.show_report(after_discussion())
    seen = []
    for width in (405, 330, 300, 405):
        page.resize(width, 400)
        QApplication.processEvents()
        seen.append(visible(page.table))
        assert page.table.names.width() >= cell_scale(page.table._appearance).px(128)
        assert not page.table.horizontalScrollBar().isVisible()

    whole = ["kappa", "alpha", "after", "percent"]
    assert seen == [whole, ["alpha", "after", "percent"], ["alpha", "after"], whole]


def test_that_the_measures_say_what_has_given_way(panel):
    one = after_discussion()
    show_in(panel, one)
    panel.resize(330, 500)
    QApplication.processEvents()
    said = [entry for entry in panel.measures_menu() if "no room now" in entry.text]

    assert [(entry.text, entry.checked) for entry in said] == [
        ("Conger's kappa (κ): no room now, make the panel wider", True)
    ]
    panel.resize(420, 500)
    QApplication.processEvents()
    assert not any("no room now" in entry.text for entry in panel.measures_menu())


def test_that_the_keyboard_leaves_a_column_that_gives_way(page):
    page.show_report(after_discussion())
    page.table.setCurrentIndex(page.table.figures.index(1, 0))
    page.resize(330, 400)
    QApplication.processEvents()

    current = page.table.currentIndex()
    assert (current.row(), page.table.figures.head(current.column()).key) == (1, "alpha")


def test_that_many_measures_scroll_and_none_gives_way(page):
    page.show_report(after_discussion())
    page.set_measures(frozenset(ShownMeasure))
    QApplication.processEvents()

    assert len(visible(page.table)) == page.table.figures.columnCount()
    assert page.table.horizontalScrollBar().maximum() > 0


def test_that_the_head_a_table_is_sorted_by_is_whole(page):
    page.show_report(after_discussion())
    page.table.figures.sort_by(2, descending=False)

    assert page.table.columnWidth(2) >= page.table.heads.needed_width(2)
    assert page.table.heads.needed_width(2) > text_width("α after", cell_scale(page.table._appearance).font(12, 600))


def test_that_a_remark_is_marked_behind_alpha_and_takes_no_room_of_the_names(page):
    one = after_discussion()
    page.show_report(one)
    model = page.table.figures

    remarked = [bool(code.remarks) for code in one.report.codes]
    assert any(remarked)
    assert [cell_of(page.table, f"code {code.id}", "alpha").noted for code in one.report.codes] == remarked
    assert not cell_of(page.table, "overall", "alpha").noted
    assert not any(model.row(row).noted for row in range(3))

    page.set_measures(USUAL_MEASURES - {ShownMeasure.ALPHA})
    assert all(model.row(row).noted for row in range(3))
    page.set_measures(USUAL_MEASURES | {ShownMeasure.REMARK})
    assert not any(model.row(row).noted for row in range(3))
    assert not any(cell.noted for cells in model.grid.cells for cell in cells)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5])
def test_that_no_figure_is_cut_at_any_scale(page, appearance, scale):
    codings = made(1, range(5)), made(2, range(5, 10)), made(1, [0], TRUST), made(2, [0], CRAFT)
    page.show_report(shown(material(*codings, documents=1), setup(1, 2, samples=50)))
    appearance.set_scale(scale)
    page.resize(round(405 * scale) + 30, 500)
    QApplication.processEvents()
    table, cells = page.table, cell_scale(appearance)
    font = cells.font(13, 600, tabular=True)

    assert cell_of(table, "code 2", "kappa").text.startswith("−1")
    for at, head in enumerate(table.figures.grid.columns):
        if head.at_left:
            continue
        needed = max(text_width(row[at].text, font) for row in table.figures.grid.cells)
        assert table.columnWidth(at) - 2 * cells.px(6) >= needed


def test_that_tables_follow_the_scale_at_once(panel, appearance):
    show_in(panel, three_coders())
    panel.resize(800, 700)
    sizes = []
    for scale in (0.8, 1.0, 1.5):
        appearance.set_scale(scale)
        QApplication.processEvents()
        found = []
        for name, table in ((FigurePage.CODES, panel.codes.table), (FigurePage.HEAT, panel.heat.table)):
            panel.show_page(name)
            QApplication.processEvents()
            found += [table.rowHeight(1), table.heads.height(), table.columnWidth(0)]
        sizes.append((*found, panel.codes.legend.height(), panel.codes.note.fontMetrics().height()))

    for small, large in pairwise(sizes):
        assert [less < more for less, more in zip(small, large, strict=True)] == [True] * len(small)
    assert sizes[2][0] == round(29 * 1.5)


def test_that_the_plot_over_time_follows_the_scale_at_once(panel, appearance):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.ROUND))
    sizes = []
    for scale in (0.8, 1.0, 1.5):
        appearance.set_scale(scale)
        QApplication.processEvents()
        sizes.append((panel.drift.plot.height(), panel.drift.plot.minimumWidth(), panel.drift.table.rowHeight(0)))

    for small, large in pairwise(sizes):
        assert all(less < more for less, more in zip(small, large, strict=True))
