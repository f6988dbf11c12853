import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.ui.codebook.quick_code import PaletteContent, QuickCode
from kodebenk.ui.codebook.quick_code_rows import PaletteModel, RowKind, make_rows

HEADINGS = ("Hits", "Used last", "All codes")
BOOK = Codebook(
    (
        Code(1, "a", None, 0, "Medvirkning", 1),
        Code(2, "b", 1, 0, "Medvirkning", 4, key="4"),
        Code(3, "c", 1, 1, "Forankring", 5, use_when="målene oppleves som egne", use_not="å ha blitt hørt"),
        Code(4, "d", None, 1, "Endring", 2),
        Code(5, "e", 4, 0, "Opplæring", 12, synonyms=("forkurs",)),
    )
)
CONTENT = PaletteContent(BOOK, {2: 63, 3: 29}, (2, 5), "70 characters · R2:14", BOOK.by_id[1])


@pytest.fixture
def palette(qtbot, appearance):
    window = QWidget()
    window.resize(900, 800)
    qtbot.addWidget(window)
    made = QuickCode(appearance, window)
    made.picked, made.new = [], []
    made.code_picked.connect(lambda *args: made.picked.append(args))
    made.new_code_requested.connect(lambda *args: made.new.append(args))
    with qtbot.waitExposed(window):
        window.show()
    made.window_ = window
    return made


def open_at(palette, passage):
    palette.open(CONTENT, passage, QRect(0, 0, 900, 800))


def test_that_the_rows_are_hits_then_codes_used_last_then_the_new_code():
    rows = make_rows("fork", BOOK, CONTENT.counts, CONTENT.recent, HEADINGS)
    assert [(row.kind, row.text) for row in rows] == [
        (RowKind.HEADING, "Hits"),
        (RowKind.TOP_HIT, "Forankring"),
        (RowKind.HIT, "Opplæring"),
        (RowKind.HEADING, "Used last"),
        (RowKind.RECENT, "Medvirkning"),
        (RowKind.NEW_CODE, "fork"),
    ]


def test_that_every_code_is_offered_before_anything_is_typed():
    rows = make_rows("", BOOK, {}, (5,), HEADINGS)
    assert [row.text for row in rows] == ["Used last", "Opplæring", "All codes", "Medvirkning", "Forankring"]


def test_that_the_rows_keep_the_rules_of_qt(qtmodeltester):
    model = PaletteModel()
    model.show_rows(make_rows("for", BOOK, {}, (2,), HEADINGS))
    qtmodeltester.check(model)


@pytest.mark.parametrize("top", [10, 200, 430, 700])
def test_that_the_palette_never_covers_the_passage(palette, top):
    passage = QRect(120, top, 420, 54)
    open_at(palette, passage)
    assert not palette.card().intersects(passage)
    palette.field.setText("for")
    assert not palette.card().intersects(passage)
    assert QRect(0, 0, 900, 800).contains(palette.card())


@pytest.mark.parametrize("passage", [QRect(120, 20, 420, 900), QRect(120, -200, 420, 1400)])
def test_that_a_passage_that_fills_the_screen_leaves_the_palette_inside(palette, passage):
    open_at(palette, passage)
    palette.field.setText("Ledelse")
    assert QRect(0, 0, 900, 800).contains(palette.card())
    assert palette.list.viewport().height() >= palette.list.sizeHintForRow(0)


def test_that_enter_makes_a_code_where_nothing_is_like_what_was_typed(qtbot, palette):
    open_at(palette, QRect(100, 100, 300, 27))
    qtbot.keyClicks(palette.field, "Politikk")
    assert [row.kind for row in palette._model.rows].count(RowKind.RECENT) == 2
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert (palette.picked, palette.new) == ([], [("Politikk", "", False)])


def test_that_enter_picks_the_top_hit_and_arrows_another(qtbot, palette):
    open_at(palette, QRect(100, 100, 300, 27))
    qtbot.keyClicks(palette.field, "fork")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert palette.picked == [(3, "", False), (5, "", True)]


def test_that_the_last_row_and_shift_enter_make_a_code(qtbot, palette):
    open_at(palette, QRect(100, 100, 300, 27))
    qtbot.keyClicks(palette.field, "ny tanke")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(5):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.new == [("ny tanke", "", False), ("ny tanke", "", False)]


def test_that_a_row_is_picked_by_mouse(qtbot, palette):
    open_at(palette, QRect(100, 100, 300, 27))
    palette.field.setText("fork")
    at = palette.list.visualRect(palette.list.model().index(2, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert palette.picked == [(5, "", False)]


def test_that_escape_closes_the_palette(qtbot, palette):
    open_at(palette, QRect(100, 100, 300, 27))
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_that_a_screen_reader_hears_the_marked_code(palette):
    open_at(palette, QRect(100, 100, 300, 27))
    palette.field.setText("fork")
    assert palette.field.accessibleDescription().startswith("Forankring, Medvirkning")
