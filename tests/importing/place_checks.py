"""What must hold of the places in every text that a reader returns, whatever its file holds."""

import unicodedata
from itertools import pairwise

from kodebenk.importing.text_cleaning import clean_text


def check_document(document):
    """Make sure that every span lies in the text, is sorted, and has no blanks around its words."""
    text = document.text
    assert text == clean_text(text)
    assert unicodedata.is_normalized("NFC", text)
    spans = (document.paragraphs, document.headings, document.items, document.turns)
    for places in (*spans, document.cells):
        for place in places:
            assert 0 <= place.start < place.end <= len(text)
            assert text[place.start : place.end] == text[place.start : place.end].strip()
    for places in spans:
        assert all(before.end <= after.start for before, after in pairwise(places))
    assert list(document.cells) == sorted(document.cells, key=lambda cell: (cell.start, cell.table))
    covered = sum(len("".join(text[place.start : place.end].split())) for place in document.paragraphs)
    assert covered == len("".join(text.split()))
    starts = {paragraph.start for paragraph in document.paragraphs}
    assert all(
        place.start in starts for places in (document.headings, document.items, document.cells) for place in places
    )
    assert all(place.level >= 1 for places in (document.headings, document.items) for place in places)
    if document.pages:
        assert (document.pages[0].start, document.pages[-1].end) == (0, len(text))
        assert all(before.end == after.start for before, after in pairwise(document.pages))


def texts(document, places):
    return [document.text[place.start : place.end] for place in places]


def cell_texts(document):
    return [(c.table, c.row, c.column, document.text[c.start : c.end]) for c in document.cells]


def warning_fields(document):
    return {warning.kind: warning.fields for warning in document.warnings}
