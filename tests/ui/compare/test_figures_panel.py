"""The panel of figures, and agreement over time in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.figures_panel import FigurePage, FiguresPanel
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure
from ui.compare.figures_report import Capitals, cell_of, drift_points, show_in, texts_of, three_coders, two_coders


@pytest.fixture
def panel(qtbot, appearance):
    made = FiguresPanel(appearance)
    qtbot.addWidget(made)
    made.resize(420, 760)
    made.show()
    return made


def label_texts(panel):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_that_the_head_says_units_and_coders(panel):
    show_in(panel, three_coders())

    assert "10 paragraphs · 3 coders" in label_texts(panel)
    assert "Agreement by code" in label_texts(panel)


def test_that_the_segments_turn_the_pages(panel, qtbot):
    show_in(panel, three_coders())
    for page, shown in (
        (FigurePage.HEAT, panel.heat),
        (FigurePage.CODERS, panel.coders),
        (FigurePage.SOURCES, panel.sources),
        (FigurePage.DRIFT, panel.drift),
        (FigurePage.CODES, panel.codes),
    ):
        qtbot.mouseClick(panel.switch.segments.button(page), Qt.MouseButton.LeftButton)
        assert panel.page is page
        assert shown.isVisible()


def test_that_the_panel_gives_the_keyboard_to_what_it_shows(panel):
    show_in(panel, three_coders())
    panel.activateWindow()
    for page, wanted in ((FigurePage.HEAT, panel.heat.table), (FigurePage.CODES, panel.codes.table)):
        panel.show_page(page)
        panel.setFocus()
        assert panel.focusProxy().focusProxy() is wanted
        assert wanted.hasFocus()


def test_that_every_page_passes_on_the_passages(panel, qtbot):
    show_in(panel, three_coders())
    for page, table in (
        (FigurePage.CODES, panel.codes.table),
        (FigurePage.HEAT, panel.heat.table),
        (FigurePage.CODERS, panel.coders.table),
        (FigurePage.SOURCES, panel.sources.table),
    ):
        panel.show_page(page)
        table.setCurrentIndex(table.figures.index(0, 0))
        with qtbot.waitSignal(panel.places_chosen) as chosen:
            qtbot.keyClick(table, Qt.Key.Key_Return)
        assert chosen.args[0].places


def test_that_the_menu_of_measures_chooses_columns(panel):
    show_in(panel, two_coders())
    entries = {entry.text: entry for entry in panel.measures_menu()}
    assert [text for text, entry in entries.items() if entry.checked] == [
        "Cohen's kappa (κ)",
        "Krippendorff's alpha with interval (α)",
        "Percent agreement",
    ]

    entries["Gwet's AC1"].trigger()

    assert panel.measures == {"kappa", "alpha", "percent", "ac1"}
    assert [head.key for head in panel.codes.table.figures.grid.columns] == ["kappa", "ac1", "alpha", "percent"]
    panel.set_measures(frozenset({"f1"}))
    assert [entry.text for entry in panel.measures_menu() if entry.checked] == ["Positive agreement (F1)"]


def test_that_the_usual_measures_can_be_restored(panel):
    show_in(panel, two_coders())
    restore = panel.measures_menu()[-1]
    assert (restore.text, restore.enabled) == ("Restore the usual measures", False)

    panel.set_measures(frozenset({"ac1", "remark"}))
    restore = panel.measures_menu()[-1]
    assert restore.enabled
    restore.trigger()

    assert panel.measures == {"kappa", "alpha", "percent"}
    assert [head.key for head in panel.codes.table.figures.grid.columns] == ["kappa", "alpha", "percent"]


def test_that_kappa_and_pi_are_named_by_their_number_of_coders(panel):
    nothing = [entry.text for entry in panel.measures_menu()]
    show_in(panel, three_coders())
    three = [entry.text for entry in panel.measures_menu()]

    assert {"κ", "π"} <= set(nothing)
    assert {"Conger's kappa (κ)", "Fleiss' kappa (π)"} <= set(three)
    assert len(three) == len(ShownMeasure) + 2


def test_that_points_are_asked_for_when_the_page_is_shown_and_once(panel, qtbot):
    asked = []
    panel.drift_requested.connect(asked.append)
    show_in(panel, two_coders())
    assert asked == []

    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.ROUND))
    panel.show_page(FigurePage.CODES)
    panel.show_page(FigurePage.DRIFT)
    assert asked == ["round"]

    qtbot.mouseClick(panel.drift.by_switch.segments.button(DriftBy.WEEK), Qt.MouseButton.LeftButton)
    assert asked == ["round", "week"]
    assert panel.drift_by is DriftBy.WEEK
    assert not panel.drift.measure_button.isVisible()
    panel.end_drift()
    qtbot.mouseClick(panel.drift.measure_button, Qt.MouseButton.LeftButton)
    assert asked == ["round", "week", "week"]


def test_that_points_of_something_else_are_passed_by(panel):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.CODER))

    assert not panel.drift.is_measured
    assert panel.drift.plot.points == ()


def test_that_another_report_asks_for_its_own_points(panel):
    asked = []
    panel.drift_requested.connect(asked.append)
    one = two_coders()
    show_in(panel, one)
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.ROUND))
    show_in(panel, one)
    assert asked == ["round"]
    show_in(panel, two_coders(samples=3))

    assert asked == ["round", "round"]
    assert not panel.drift.is_measured


def test_that_plot_and_table_say_the_same(panel):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    points = drift_points(DriftBy.ROUND)
    panel.show_drift(points)

    shown = [numbers.coefficient(point.alpha) for point in points]
    assert [one.whisker.value for one in panel.drift.plot.points] == [point.alpha.value for point in points]
    table = texts_of(panel.drift.table)
    assert table == {
        "Round 1": [shown[0], "10", "1"],
        "Round 2": [shown[1], "10", "1"],
        "Round 3": ["–", "0", "1"],
    }
    assert panel.drift.plot.points[2].spoken == "Round 3: no value: nothing coded by B"
    assert cell_of(panel.drift.table, "round 3 3", "alpha").spoken == "no value: nothing coded by B"


def test_that_one_code_is_shown_with_all_codes_behind_it(panel):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    points = drift_points(DriftBy.ROUND)
    panel.show_drift(points)
    assert [one.ground for one in panel.drift.plot.points] == [None, None, None]

    panel.drift.code_picker.picked.emit("Styring/Tillit")

    trust = [
        next((code.alpha.value for code in point.codes if code.path == "Styring/Tillit"), None) for point in points
    ]
    assert [one.whisker.value for one in panel.drift.plot.points] == trust
    assert trust[0] is None
    assert trust[1] is not None
    assert [one.ground for one in panel.drift.plot.points] == [point.alpha.value for point in points]
    chosen = panel.drift.plot.points[1].opens()
    assert chosen.title == "Round 2, Tillit: 2 places"


def test_that_keys_go_from_point_to_point_and_open_one(panel, qtbot):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    points = drift_points(DriftBy.ROUND)
    panel.show_drift(points)
    plot = panel.drift.plot
    seen = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(plot, key)
        seen.append(plot.current)
    assert seen == [0, 1, 2, 2, 1]
    assert plot.accessibleDescription() == plot.points[1].spoken
    assert panel.drift.note.text() == plot.points[1].spoken

    with qtbot.waitSignal(panel.places_chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args[0].places == points[1].places
    assert chosen.args[0].title == "Round 2: 6 places"


def test_that_a_click_opens_a_point_and_one_without_value_opens_nothing(panel, qtbot):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.ROUND))
    QApplication.processEvents()
    plot = panel.drift.plot

    with qtbot.waitSignal(panel.places_chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.center_of(0).toPoint())
    assert chosen.args[0].title.startswith("Round 1: ")
    with qtbot.assertNotEmitted(panel.places_chosen, wait=20):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.center_of(2).toPoint())
    with qtbot.assertNotEmitted(panel.places_chosen, wait=20):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_higher_values_stand_higher(panel):
    show_in(panel, two_coders())
    panel.show_page(FigurePage.DRIFT)
    points = drift_points(DriftBy.ROUND)
    panel.show_drift(points)
    plot = panel.drift.plot

    assert points[0].alpha.value < points[1].alpha.value
    assert plot.center_of(0).y() > plot.center_of(1).y()
    assert plot.center_of(0).x() < plot.center_of(1).x() < plot.center_of(2).x()


def test_that_no_points_at_all_say_why(panel):
    show_in(panel, two_coders())
    panel.drift.set_by(DriftBy.STABILITY)
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(())

    assert panel.drift.note.text() == "No coder has coded the compared sources in more than one round."
    assert not panel.drift.table.isVisible()


def test_that_the_panel_can_be_low_and_its_pages_scroll(panel):
    show_in(panel, three_coders())
    panel.resize(420, 240)
    QApplication.processEvents()

    assert panel.minimumSizeHint().height() < 240
    assert panel.height() == 240
    viewport = panel.codes.parentWidget().parentWidget()
    assert panel.codes.height() > viewport.height()


def test_that_a_clear_panel_shows_no_figures(panel):
    show_in(panel, three_coders())
    panel.clear()

    assert "10 paragraphs · 3 coders" not in label_texts(panel)
    assert not panel.codes.table.isVisible()


def test_that_the_panel_speaks_another_language_at_once(panel):
    show_in(panel, three_coders())
    panel.show_page(FigurePage.DRIFT)
    panel.show_drift(drift_points(DriftBy.ROUND))
    other = Capitals()
    QApplication.installTranslator(other)
    QApplication.processEvents()
    shown, rows = label_texts(panel), list(texts_of(panel.drift.table))
    segment = panel.switch.segments.button(FigurePage.DRIFT).text()
    QApplication.removeTranslator(other)
    QApplication.processEvents()

    assert "10 PARAGRAPHS · 3 CODERS" in shown
    assert rows == ["ROUND 1", "ROUND 2", "ROUND 3"]
    assert segment == "OVER TIME"
    assert panel.page is FigurePage.DRIFT


def test_that_the_colours_follow_the_theme(panel, appearance):
    show_in(panel, three_coders())
    panel.show_page(FigurePage.HEAT)
    QApplication.processEvents()
    where = panel.heat.table.visualRect(panel.heat.table.figures.index(3, 3)).center()
    appearance.set_theme("dark")
    QApplication.processEvents()
    drawn = panel.heat.table.viewport().grab().toImage()

    ground = drawn.pixelColor((where + QPoint(-12, 6)) * drawn.devicePixelRatio())
    assert ground == appearance.theme.panel
    appearance.set_theme("light")
