"""What must hold, besides its other places, of turns, doubts, times and repairs in every document that is read."""

from itertools import pairwise

from importing.place_checks import check_document
from kodebenk.errors import SourceUnreadable


def read_or_problem(reader, *arguments):
    """The document, or the problem of a file that cannot be read."""
    try:
        return reader(*arguments)
    except SourceUnreadable as error:
        return error.problem


def check_speech(document):
    check_document(document)
    text = document.text
    for turn in document.turns:
        assert turn.start < turn.body_start <= turn.end
        assert turn.label in text[turn.start : turn.body_start]
    assert all(before.end <= after.start for before, after in pairwise(document.doubts))
    for doubt in document.doubts:
        assert any(turn.start < doubt.start < doubt.end <= turn.end for turn in document.turns)
        assert doubt.start <= doubt.body_start <= doubt.end
        assert text[doubt.start : doubt.end] == text[doubt.start : doubt.end].strip()
    for starts in ([time.position for time in document.times], document.line_starts):
        assert list(starts) == sorted(starts)
        assert all(0 <= start <= len(text) for start in starts)
    for one in document.repaired:
        assert 0 <= one.start <= one.end <= len(text)
        assert one.repair in document.possible_repairs
