import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.ui.correcting.edited_text import EditedText
from kodebenk.ui.correcting.live_change import LiveChange
from kodebenk.ui.reading.text_positions import text_of_units, units_of

LETTERS = "abcæøå \n\u00a0\u2011é😀😁𝐀"
TEXTS = st.text(alphabet=LETTERS, max_size=60).map(lambda text: unicodedata.normalize("NFC", text))
EDITS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 12), st.text(alphabet=LETTERS, max_size=8)), max_size=12)


def loaded(text):
    """Return a document as a text widget has it, and the text in it."""
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    edited = EditedText(document)
    edited.load(text, editable=True)
    return document, edited


def typed(document, start, removed, words):
    """Replace characters of a document as with the keyboard, at places where a cursor can stand."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.MoveAnchor, start)
    for _ in range(removed):
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)


@given(TEXTS, EDITS)
def test_that_what_was_typed_is_read_back_and_its_places_are_known(qapp, text, edits):
    document, edited = loaded(text)
    for start, removed, words in edits:
        typed(document, start, removed, words)
        shown = "\n".join(document.findBlockByNumber(n).text() for n in range(document.blockCount()))
        assert edited.current() == shown
        rebuilt, reached = [], 0
        for hunk in edited.live.change.hunks:
            rebuilt.append(text_of_units(units_of(text)[reached : hunk.old_start]))
            rebuilt.append(text_of_units(units_of(shown)[hunk.new_start : hunk.new_end]))
            reached = hunk.old_end
        assert "".join(rebuilt) + text_of_units(units_of(text)[reached:]) == shown


@given(TEXTS, TEXTS)
def test_that_a_draft_taken_up_again_is_the_text_of_the_draft(qapp, text, draft):
    _document, edited = loaded(text)
    edited.apply(compare_texts(text, draft), draft)
    assert edited.current() == draft
    assert (len(edited.live) == 0) == (text == draft)


def test_that_characters_that_qt_shows_as_others_are_kept(qapp):
    text = "fem\u00a0kroner\nlinje\u2028skift og \ufeffmerke"
    document, edited = loaded(text)
    typed(document, 0, 3, "ti")
    assert edited.current() == "ti\u00a0kroner\nlinje\u2028skift og \ufeffmerke"


def test_that_breaks_made_only_for_the_screen_do_not_enter_the_text(qapp):
    text = "ord " * 3_000 + "slutt"
    document, edited = loaded(text)
    assert document.blockCount() > 2
    assert edited.current() == text
    cut = document.findBlockByNumber(1).position()
    typed(document, cut, 2, "Y")
    typed(document, cut - 3, 2, "X")
    assert edited.current() == text[: cut - 3] + "XY" + text[cut + 1 :]


def test_that_taking_back_leaves_no_change(qapp):
    document, edited = loaded("Vi 😀 satt her.\n\nOg der.")
    typed(document, 3, 1, "😁")
    typed(document, 12, 3, "")
    assert len(edited.live) == 2
    while document.isUndoAvailable():
        document.undo()
    assert len(edited.live) == 0
    assert edited.current() == edited.stored


def test_that_replacing_everything_is_one_change(qapp):
    document, edited = loaded("En.\nTo.")
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText("Helt annet")
    assert edited.current() == "Helt annet"
    assert [(hunk.old_end, hunk.new_end) for hunk in edited.live.change.hunks] == [(7, 10)]


def test_that_words_put_back_by_hand_are_no_change():
    old, new = units_of("ab 😀 cd"), list("ab 😀 cd")
    live = LiveChange(lambda a, b: old[a:b], lambda a, b: units_of("".join(new))[a:b])
    new[0] = "x"
    live.replace(0, 1, 1)
    assert len(live) == 1
    new[0] = "a"
    live.replace(0, 1, 1)
    assert len(live) == 0
