"""Whatever a file holds, every position that a reader reports lies in the text and means something."""

import re
import unicodedata
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from importing.docx_building import p, r, tbl, tc, tr, write_docx
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ALL_REPAIRS, ReadOptions, Repair
from kodebenk.importing.pdf_layout import lay_out
from kodebenk.importing.pdf_line_repair import repair_line
from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.pdf_reader import compose_pages, original_text
from kodebenk.importing.pdf_typography import body_size
from kodebenk.importing.plain_text_reader import find_headings, find_paragraphs
from kodebenk.importing.readers import read_source
from kodebenk.importing.running_lines import find_running_lines
from kodebenk.importing.text_cleaning import clean_paged_text, clean_text
from kodebenk.importing.turn_splitter import split_turns
from kodebenk.importing.word_reader import read_word

LINE_ENDS = ["\r\n", "\r", "\n", "\n\n", "\f", "\u2029", "\u2028", "\x0b", "\x85", "\t", " "]
ODDITIES = ["\ufeff", "\u00ad", "a\u030a", "\u0301", "😀", "👩\u200d👧", "\ud83d", "\ude00", "\ufffe", "\ufdd0", "\x00"]
AWKWARD = st.sampled_from([*LINE_ENDS, *ODDITIES, "Kari: ", "I: ", "R1: ", "1.2 Mål", "- hva?"])
TEXTS = st.lists(st.one_of(AWKWARD, st.text(max_size=12)), max_size=30).map("".join)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(lambda text: re.sub("[&<>]", "", text))


def check_places(text, paragraphs, headings=(), pages=(), turns=(), cells=()):
    assert text == clean_text(text)
    assert unicodedata.is_normalized("NFC", text)
    for span in (*paragraphs, *headings, *cells, *turns):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    for spans in (paragraphs, headings, turns):
        assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = sum(len("".join(text[span.start : span.end].split())) for span in paragraphs)
    assert covered == len("".join(text.split()))
    for turn in turns:
        assert turn.start < turn.body_start <= turn.end
        assert text[turn.start :].lstrip("[").startswith(turn.label) or turn.label in text[turn.start : turn.body_start]
    if pages:
        assert (pages[0].start, pages[-1].end) == (0, len(text))
        assert all(before.end == after.start for before, after in pairwise(pages))


def read_or_problem(reader, *arguments):
    try:
        return reader(*arguments)
    except SourceUnreadable as error:
        return error.problem


@given(TEXTS)
@example("\fKari: a\f\n\nI: b")
@example("I:\r\nR1:\ud83d")
def test_that_places_of_a_plain_text_lie_in_it(raw):
    cleaned = clean_paged_text(raw)
    paragraphs = find_paragraphs(cleaned.text)
    headings = find_headings(cleaned.text, paragraphs)
    turns = split_turns(cleaned.text, paragraphs, headings)
    check_places(cleaned.text, paragraphs, headings, turns=turns)
    assert list(cleaned.page_starts) == sorted(cleaned.page_starts)
    assert all(0 <= start <= len(cleaned.text) for start in cleaned.page_starts)


@given(TEXTS)
def test_that_cleaning_twice_changes_nothing(raw):
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    assert "\r" not in cleaned
    assert cleaned.encode().decode() == cleaned


@settings(max_examples=60)
@given(raw=TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_that_places_of_a_text_file_lie_in_it(tmp_path, raw, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode(encoding, "replace"))
    document = read_or_problem(read_source, path)
    if isinstance(document, SourceProblem):
        assert document in {SourceProblem.EMPTY, SourceProblem.NO_TEXT, SourceProblem.NOT_THE_FORMAT}
        return
    check_places(document.text, document.paragraphs, document.headings, document.pages, document.turns)


@st.composite
def word_bodies(draw):
    def paragraph():
        breaks = st.sampled_from(["", "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:r><w:br w:type='page'/></w:r>"])
        marks = st.sampled_from(["", "<w:outlineLvl w:val='1'/>", "<w:rPr><w:del/></w:rPr>", "<w:pageBreakBefore/>"])
        runs = draw(st.lists(st.tuples(WORDS, breaks), max_size=3))
        return f"<w:p><w:pPr>{draw(marks)}</w:pPr>{''.join(r(text) + page for text, page in runs)}</w:p>"

    def table():
        return tbl(*(tr(*(tc(paragraph()) for _ in range(draw(st.integers(1, 2))))) for _ in range(2)))

    return "".join(table() if draw(st.booleans()) else paragraph() for _ in range(draw(st.integers(0, 5))))


@settings(max_examples=60)
@given(body=word_bodies())
@example(body=p("") + tbl(tr(tc(p("a\u0301")))) + p("\u0301"))
def test_that_places_of_a_word_file_lie_in_it(tmp_path, body):
    path = write_docx(tmp_path / "a.docx", body)
    document = read_or_problem(read_word, path, ReadOptions())
    if isinstance(document, SourceProblem):
        assert document is SourceProblem.NO_TEXT
        return
    check_places(document.text, document.paragraphs, document.headings, document.pages, cells=document.cells)
    cells = [(cell.start, cell.table) for cell in document.cells]
    assert cells == sorted(cells)


PRINTED = st.builds(
    lambda text, y, indent, width, size, bold: PdfLine(
        text, 72 + indent, y, 72 + indent + width, y + size, size, bold, tuple(gaps_of(text, 72 + indent, width))
    ),
    st.one_of(
        TEXTS,
        st.sampled_from(["styrings-", "om -", "HP\u00ad", "og/", "1 note", "Ja.", ",,ord''", "a\u02da", "– x  12  y"]),
    ),
    st.one_of(st.floats(20, 800), st.sampled_from([700.0, 686.0, 672.0, 658.0, 60.0])),
    st.sampled_from([0, 15, 100, 200]),
    st.one_of(st.floats(10, 400), st.just(60.0)),
    st.sampled_from([8.0, 11.0, 16.0]),
    st.booleans(),
)
RULES = st.tuples(*(st.sampled_from([72.0, 200.0, 300.0, 400.0]) for _ in range(4))).map(
    lambda rule: (
        (min(rule[0], rule[2]), rule[1], max(rule[0], rule[2]), rule[1])
        if rule[1] > rule[3]
        else (rule[0], min(rule[1], rule[3]), rule[0], max(rule[1], rule[3]))
    )
)


def gaps_of(text, start, width):
    """Yield wide gaps at the blanks of a line, as the worker tells them."""
    for found in re.finditer(" (?=[^ ])", text):
        at = start + width * found.end() / len(text)
        yield found.end(), at - min(12, at - start), at


STEPS = st.one_of(
    st.just(ALL_REPAIRS), st.just(frozenset()), st.frozensets(st.sampled_from(sorted(ALL_REPAIRS - {Repair.TIMES})))
)


@settings(max_examples=150)
@given(
    pages=st.lists(st.tuples(st.lists(PRINTED, max_size=14), st.lists(RULES, max_size=9)), min_size=1, max_size=3),
    steps=STEPS,
)
def test_that_places_of_printed_lines_lie_in_their_text(pages, steps):
    printed = [PdfPage("", 842.0, tuple(lines), 595.0, tuple(rules)) for lines, rules in pages]
    assume(any(repair_line(line.text).text for page in printed for line in page.lines))
    running = find_running_lines(printed, body_size(printed))
    laid_out = lay_out(printed, running.indexes, body_size(printed))
    composed = compose_pages(printed, laid_out, steps)
    cells = composed.cells if Repair.BLANKS in steps else ()
    check_places(composed.text, composed.paragraphs, composed.headings, cells=cells)
    assert composed.line_starts == sorted(composed.line_starts)
    assert all(0 <= start < len(composed.text) for start in composed.line_starts)
    assert list(composed.page_starts.values()) == sorted(composed.page_starts.values())
    for one in composed.repaired:
        assert one.repair in steps
        assert 0 <= one.start <= one.end <= len(composed.text)
    assert [one.start for one in composed.repaired] == sorted(one.start for one in composed.repaired)
    if not steps:
        assert composed.text == original_text(laid_out)


@given(raw=TEXTS)
def test_that_a_repaired_line_keeps_its_letters_and_tells_every_change(raw):
    line = repair_line(raw)
    assert line.text == clean_text(line.text).strip()
    untouched = repair_line(raw, frozenset())
    rebuilt, position = "", 0
    for one in line.repairs:
        rebuilt += line.text[position : one.start] + clean_text(one.before)
        position = one.end
    rebuilt += line.text[position:] + ("-" if line.is_divided else "")
    assert "".join(rebuilt.split()) == "".join(untouched.text.split())
