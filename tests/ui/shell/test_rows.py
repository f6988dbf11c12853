"""The list of rows and its model."""

from PySide6.QtCore import QModelIndex, Qt

from kodebenk.ui.shell.rows import Row, RowList, RowModel
from kodebenk.ui.welcome.recent_rows import RecentRows

ROWS = [
    Row(1, "Lillevik", "3 dokumenter", "notebook-text", aside="I dag", note="Ferdig", note_icon="circle-check"),
    Row(2, "Vest", "", "tags", note="Finnes ikke", tone="warn", note_below=True, struck=True),
]


def test_that_the_model_keeps_qts_rules(qtmodeltester):
    model = RowModel()
    model.set_rows(ROWS)
    qtmodeltester.check(model)
    model.set_rows(ROWS[:1])
    qtmodeltester.check(model)


def test_that_a_row_is_spoken_whole():
    model = RowModel()
    model.set_rows(ROWS)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Lillevik, 3 dokumenter, I dag, Ferdig"


def test_that_the_current_row_stays_current_by_its_key(qtbot, appearance):
    view = RowList(appearance, 46)
    qtbot.addWidget(view)
    view.set_rows(ROWS)
    view.select(1)
    view.set_rows([Row(3, "Ny"), *ROWS])
    assert view.current_row().key == 2
    view.set_rows(ROWS[:1])
    assert view.current_row() is None


def test_that_enter_activates_and_rows_are_painted(qtbot, appearance):
    view = RowList(appearance, 60, tiled=True, lined=True)
    qtbot.addWidget(view)
    view.set_rows(ROWS)
    view.resize(400, 140)
    view.show()
    view.select(0)
    with qtbot.waitSignal(view.activated) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args[0].row() == 0
    image = view.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 140, 2)}
    assert appearance.theme.soft.name() in colors
    assert not QModelIndex().isValid()


def test_that_moments_are_said_as_people_say_them(qapp):
    from datetime import UTC, datetime, timedelta

    rows = RecentRows()
    now = datetime.now(UTC)

    def said(days):
        return rows.day((now - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ"))

    assert said(0).startswith("Today ")
    assert said(1).startswith("Yesterday ")
    assert said(3) in {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    assert rows.day("2020-05-04T12:00:00Z") == "4 May 2020"
    assert rows.day("nonsense") == ""
