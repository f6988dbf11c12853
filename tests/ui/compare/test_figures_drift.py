"""The page of agreement over time: its switch, its pickers, plot and table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from analysis.agreement.coded_material import TRUST, made, material, setup
from analysis.agreement.settled_material import settled
from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, measure_drift
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.drift_page import DriftPage
from ui.compare.figures_report import cell_of, drift_points, texts_of


@pytest.fixture
def page(qtbot, appearance):
    made_page = DriftPage(appearance)
    qtbot.addWidget(made_page)
    made_page.resize(420, 760)
    made_page.show()
    return made_page


def show(page, by, points):
    page.set_by(by)
    page.show_points(points)
    QApplication.processEvents()


def texts_in_order(documents=4):
    """A codes the texts forwards, B backwards; both take the second after the others."""
    codings = []
    for number in range(1, documents + 1):
        second = 10 if number == 2 else 0
        codings += made(1, [0, 1, 2 + number % 3], document=number, day=f"2025-05-{number + second:02}")
        codings += made(2, [0, 1, 5][: 2 + number % 2], document=number, day=f"2025-06-{20 + second - number:02}")
    codings += made(1, [6], TRUST, document=1, day="2025-05-01")
    return measure_drift(material(codings, documents=documents), setup(1, 2), DriftBy.ORDER)


NAMES = {
    DriftBy.ROUND: ["Round 1", "Round 2", "Round 3"],
    DriftBy.WEEK: ["Week 19, 2025", "Week 23, 2025", "Week 24, 2025"],
    DriftBy.ORDER: ["1. Notat 1", "2. Notat 2", "3. Notat 3"],
    DriftBy.CODER: ["A", "B"],
    DriftBy.CONSENSUS: ["A", "B"],
    DriftBy.STABILITY: ["A: round 1 → 2", "A: round 2 → 3", "B: round 1 → 2"],
    DriftBy.FIRST_ROUND: ["A: round 1 → 2", "A: round 1 → 3", "B: round 1 → 2"],
}


@pytest.mark.parametrize("by", DriftBy)
def test_that_every_kind_of_point_is_named_and_painted(page, by):
    show(page, by, drift_points(by, decisions=[settled(3, [], document=3)]))

    assert page.drift_by is by
    assert list(texts_of(page.table)) == NAMES[by]
    drawn = page.plot.grab().toImage()
    assert len({drawn.pixel(x, y) for x in range(0, drawn.width(), 3) for y in range(0, drawn.height(), 3)}) > 3


def test_that_the_switch_and_what_is_put_against_what_ask_for_points(page, qtbot):
    asked = []
    page.drift_requested.connect(asked.append)

    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.CODER), Qt.MouseButton.LeftButton)
    assert page.against_picker.isVisible()
    names = [action.text() for action in page.against_picker.menu().actions()]
    page.against_picker.menu().actions()[1].trigger()
    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.STABILITY), Qt.MouseButton.LeftButton)
    page.against_picker.menu().actions()[1].trigger()
    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.ORDER), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.CODER), Qt.MouseButton.LeftButton)

    assert names == ["the others", "the consensus"]
    # What was chosen for coders is kept while the page shows something else.
    assert asked == ["coder", "consensus", "stability", "first_round", "order", "consensus"]
    assert page.against_picker.accessibleName() == "Against: the consensus"
    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.ROUND), Qt.MouseButton.LeftButton)
    assert not page.against_picker.isVisible()


def test_that_documents_stand_in_the_order_that_is_chosen(page):
    points = texts_in_order()
    show(page, DriftBy.ORDER, points)

    orders = [action.text() for action in page.order_picker.menu().actions()]
    assert orders == ["all", "A", "B"]
    shown = list(texts_of(page.table))
    page.order_picker.menu().actions()[1].trigger()
    own = list(texts_of(page.table))

    assert shown == ["1. Notat 4", "2. Notat 3", "3. Notat 1", "4. Notat 2"]
    assert own == ["1. Notat 1", "2. Notat 3", "3. Notat 4", "4. Notat 2"]
    assert page.note.text().startswith("Documents in the order in which A finished them. The line is α of 3")


def test_that_plot_and_table_have_documents_with_their_line(page, decimal):
    points = [point for point in texts_in_order() if not point.order_of]
    show(page, DriftBy.ORDER, texts_in_order())

    plot = page.plot.points
    assert [one.label for one in plot] == ["1", "2", "3", "4"]
    assert [one.whisker.value for one in plot] == [point.alpha.value for point in points]
    assert [one.trend for one in plot] == [None, None, points[2].trend.value, points[3].trend.value]
    texts = texts_of(page.table)
    assert [cells[1] for cells in texts.values()] == [
        "–",
        "–",
        numbers.coefficient(points[2].trend),
        numbers.coefficient(points[3].trend),
    ]
    assert [cells[2] for cells in texts.values()] == ["10"] * 4
    spoken = cell_of(page.table, "order 1", "alpha").spoken
    assert f"; 10 units; the last {TREND_WINDOW} together " in spoken
    assert "; finished by B on " in spoken
    assert decimal in spoken


def test_that_the_line_of_one_code_is_its_own(page):
    points = [point for point in texts_in_order() if not point.order_of]
    show(page, DriftBy.ORDER, texts_in_order())
    page.code_picker.picked.emit("Styring/Mål")

    own = [next(code for code in point.codes if code.path == "Styring/Mål") for point in points]
    assert [one.trend for one in page.plot.points][2:] == [code.trend.value for code in own[2:]]
    assert [one.ground for one in page.plot.points] == [point.alpha.value for point in points]


def test_that_a_document_opens_its_places_and_a_key_brings_it_into_view(page, qtbot):
    show(page, DriftBy.ORDER, texts_in_order(16))
    page.resize(300, 760)
    QApplication.processEvents()
    bar = page._area.horizontalScrollBar()
    assert bar.maximum() > 0

    page.activateWindow()
    page.plot.setFocus()
    qtbot.keyClick(page.plot, Qt.Key.Key_End)
    assert bar.value() > 0
    with qtbot.waitSignal(page.places_chosen) as chosen:
        qtbot.keyClick(page.plot, Qt.Key.Key_Return)
    assert chosen.args[0].title == "Notat 2: 3 places"
    assert {place.document_id for place in chosen.args[0].places} == {2}


def test_that_the_order_of_an_import_is_told_to_be_none(page):
    codings = [made(coder, [0, coder], document=number) for number in (1, 2) for coder in (1, 2)]
    show(page, DriftBy.ORDER, measure_drift(material(*codings), setup(1, 2), DriftBy.ORDER))

    assert page.note.text() == (
        "All were finished at the same time, as after an import: the order is that of the material."
    )


def test_that_the_page_always_says_what_the_consensus_is_not(page, qtbot):
    show(page, DriftBy.CONSENSUS, drift_points(DriftBy.CONSENSUS, decisions=[settled(3, [], document=3)]))
    caution = "Not agreement between independent coders: the consensus came out of these codings."

    assert page.caution.isVisible()
    assert page.caution.text() == caution
    page.activateWindow()
    page.plot.setFocus()
    qtbot.keyClick(page.plot, Qt.Key.Key_End)
    assert page.note.text().startswith("B against the consensus: ")
    assert page.caution.isVisible()
    show(page, DriftBy.CODER, drift_points(DriftBy.CODER))
    assert not page.caution.isVisible()


def test_that_the_page_says_why_there_is_nothing_to_put_against(page):
    show(page, DriftBy.CONSENSUS, ())
    assert page.note.text() == "Nothing is settled yet. Settle differences first, then come back."
    assert page.against_picker.isVisible()
    assert not page.order_picker.isVisible()

    show(page, DriftBy.FIRST_ROUND, ())
    assert page.note.text() == "No coder has coded the compared sources in more than one round."


def test_that_documents_with_open_differences_are_told(page):
    codings = made(1, [0, 2]), made(2, [0]), made(1, [0, 2], document=2), made(2, [0, 4], document=2)
    decisions = [settled(2, [], document=2)]
    points = measure_drift(material(*codings), setup(1, 2), DriftBy.CONSENSUS, decisions=decisions)
    show(page, DriftBy.CONSENSUS, points)

    said = "no value: every document has a difference that nobody has decided about"
    assert {row.remark for row in map(page.table.figures.row, range(2))} == {said}
    assert page.plot.points[0].spoken == f"A against the consensus: {said}"


def test_that_what_is_being_measured_says_so_and_offers_no_button_for_it(page):
    page.request()
    assert not page.measure_button.isVisible()
    assert page.note.text() == "Being measured …"

    page.stop_waiting()
    assert page.measure_button.isVisible()
    assert page.note.text() == ""


def test_that_points_measured_before_are_there_at_once_until_another_comparison_is_made(page, qtbot):
    asked = []
    page.drift_requested.connect(asked.append)
    show(page, DriftBy.ROUND, drift_points(DriftBy.ROUND))
    show(page, DriftBy.CODER, drift_points(DriftBy.CODER))

    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.ROUND), Qt.MouseButton.LeftButton)
    assert (asked, list(texts_of(page.table))) == ([], NAMES[DriftBy.ROUND])

    page.forget()
    assert page.measure_button.isVisible()
    qtbot.mouseClick(page.by_switch.segments.button(DriftBy.CODER), Qt.MouseButton.LeftButton)
    assert asked == [DriftBy.CODER.value]
