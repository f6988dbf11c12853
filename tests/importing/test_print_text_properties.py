"""Whatever a printed text looks like, its repair keeps every word, and every position lies in the text."""

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importing.norwegian_prose import make_paragraphs
from importing.print_text_building import Block, paginate, with_form_feeds, with_header_and_footer
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, ReadOptions, Repair
from kodebenk.importing.plain_text_reader import read_plain_text
from kodebenk.importing.print_text_letters import LIGATURES
from kodebenk.importing.print_text_lines import PrintShape, find_divided_lines, read_lines
from kodebenk.importing.print_text_repair import PRINT_TEXT_REPAIRS, repair_print_text
from kodebenk.importing.text_cleaning import clean_paged_text

WORDS = ["mål", "og", "styring", "NAV-", "bud-", "om -", "Vi", "1.", "3", "så.", "helse-", "e\ufb03", "p\u00e5\u030a"]
SIGNS = ["``", "''", "«", "\u030a", "\u00ad", "😀", "\u1112", "\u1161", "\t", "  ", "(", ":", ",", "•", "-"]
LINES = st.lists(st.sampled_from([*WORDS, *WORDS, *SIGNS]), min_size=1, max_size=9).map(" ".join)
FIXED = [
    "Tabell 1: Svar",
    "Ja     7     6",
    "Nei\t0\t0",
    "Ja",
    "7",
    "48",
    "iv",
    "Side 3 av 9",
    "Plan for Lillevik",
    "1.2 Metode",
    "2 Mål ..... 4",
    "1 En note.",
    "_______",
    "• et punkt",
    "A: Ja",
]
SEPARATORS = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n \n\n", "\n ", "\n\n\n", "\f", "\n\f", "\r\n", "\u00ad\n"])
TEXTS = st.lists(st.tuples(st.one_of(LINES, st.sampled_from(FIXED)), SEPARATORS), max_size=60).map(
    lambda parts: "".join(line + separator for line, separator in parts)
)
REPAIRS = st.one_of(st.just(ALL_REPAIRS), st.frozensets(st.sampled_from(sorted(Repair))))
UNLIGATED = str.maketrans({**LIGATURES, "å": "a", "Å": "A"})


def letters_of(*texts):
    return Counter(sign for text in texts for sign in text.translate(UNLIGATED) if sign.isalnum())


@settings(max_examples=300, deadline=None)
@given(TEXTS, REPAIRS, st.sampled_from([PrintShape(20, 1), PrintShape(40, 2)]))
@example("\u030a\n" * 5, ALL_REPAIRS, PrintShape(20, 1))
@example("en note.1\nto\ntre\n\n1 Her\fmer", ALL_REPAIRS, PrintShape(20, 1))
def test_that_all_places_lie_in_the_text_and_no_word_is_lost(raw, repairs, shape):
    cleaned = clean_paged_text(raw)
    lines = read_lines(cleaned.text, find_divided_lines(raw))
    if not lines:
        return
    count = cleaned.text.count("\n") + 1
    found = repair_print_text(lines, shape, cleaned.page_starts, count, repairs & PRINT_TEXT_REPAIRS)
    check_places(found, count)
    removed = [one.before for one in found.repaired if one.outcome is Outcome.REMOVED]
    assert letters_of(found.text, *removed) == letters_of(cleaned.text)


def check_places(found, line_count):
    text = found.text
    assert unicodedata.is_normalized("NFC", text)
    for span in (*found.paragraphs, *found.headings, *found.cells, *found.items):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    assert all(before.end < after.start for before, after in pairwise(found.paragraphs))
    covered = sum(len("".join(text[span.start : span.end].split())) for span in found.paragraphs)
    assert covered == len("".join(text.split()))
    bounds = {(span.start, span.end) for span in found.paragraphs}
    assert all((one.start, one.end) in bounds for one in (*found.headings, *found.cells, *found.items))
    assert len(found.line_starts) == line_count
    assert list(found.line_starts) == sorted(found.line_starts)
    assert all(0 <= start <= len(text) for start in found.line_starts)
    if found.pages:
        assert (found.pages[0].start, found.pages[-1].end) == (0, len(text))
        assert all(before.end == after.start for before, after in pairwise(found.pages))
        assert all(page.label and page.start <= page.end for page in found.pages)
    assert [one.start for one in found.repaired] == sorted(one.start for one in found.repaired)
    for one in found.repaired:
        assert 0 <= one.start <= one.end <= len(text)
        assert (one.start == one.end) == (one.outcome is Outcome.REMOVED)
    for spans in (found.headings, found.items, found.cells):
        assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert len({(cell.table, cell.row, cell.column) for cell in found.cells}) == len(found.cells)


@pytest.mark.parametrize("write", [with_form_feeds, with_header_and_footer])
@pytest.mark.parametrize("step", sorted(PRINT_TEXT_REPAIRS))
def test_that_every_step_can_be_switched_off(tmp_path, write, step):
    path = tmp_path / "trykt.txt"
    raw = write(paginate([Block(text) for text in make_paragraphs(25, 2)], width=84, height=40))
    path.write_text(raw, encoding="utf-8", newline="")
    document = read_plain_text(path, ReadOptions(repairs=ALL_REPAIRS - {step}))
    assert step not in {one.repair for one in document.repaired}
    removed = [one.before for one in document.repaired if one.outcome is Outcome.REMOVED]
    assert letters_of(document.text, *removed) == letters_of(document.original)
