import re
import zipfile
from collections import Counter
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from exporting.example_matrix import VERY_LONG, build_matrix
from kodebenk.domain.matrix import CellContent, CellState
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.matrix_text import banded_rows, cell_lines, plain_text
from kodebenk.exporting.quote_entries import QuoteEntry, Rendering
from kodebenk.exporting.word_matrix import MOST_COLUMNS, split_columns, write_word_matrix
from kodebenk.exporting.word_matrix_table import column_widths
from kodebenk.exporting.word_quotations import quotation_table
from kodebenk.exporting.wording import matrix_words

LANDSCAPE = (16838, 11906)


@pytest.fixture
def written(matrix, words, tmp_path):
    write_word_matrix(matrix, tmp_path / "m.docx", words)
    return docx.Document(str(tmp_path / "m.docx"))


def texts_of(table):
    """Return the texts of the cells that stand in each row; merged cells come once."""
    return [
        ["\n".join(_text(paragraph) for paragraph in cell.iter(qn("w:p"))) for cell in row.tc_lst]
        for row in table._tbl.tr_lst
    ]


def _text(paragraph):
    pieces = {qn("w:t"): lambda one: one.text, qn("w:br"): lambda _: "\n", qn("w:tab"): lambda _: "\t"}
    return "".join(pieces[one.tag](one) for one in paragraph.iter() if one.tag in pieces)


def test_that_the_cells_are_those_of_the_matrix(any_content, words, tmp_path):
    write_word_matrix(any_content, tmp_path / "m.docx", words)
    rows = texts_of(docx.Document(str(tmp_path / "m.docx")).tables[0])[2:]

    expected = []
    for band, indexes in banded_rows(any_content):
        expected.append([band.name or "Ukjent"])
        expected += [
            [any_content.rows[index].label]
            + [legal_text(plain_text(cell_lines(c, any_content.spec.content, words))) for c in any_content.cells[index]]
            for index in indexes
        ]
    for row, (label, *cells) in zip(rows, expected, strict=False):
        assert row[0].startswith(label)
        assert row[1:] == cells or not cells
    assert [row[0] for row in rows[len(expected) :]] == ["Syntese", "Likheter"]
    assert rows[-1][1:] == list(any_content.synthesis["similarities"])


def test_that_the_header_has_themes_over_codes_with_counts(written):
    upper, lower = texts_of(written.tables[0])[:2]

    assert upper == [
        "Respondent",
        "Styring",
        "Medvirkning",
        "Legitimitet\n6 av 8 spurte",
        "Tillit\n7 av 7 spurte · 1 ikke spurt",
    ]
    assert lower == [
        "",
        "Resultatenhet\n8 av 8 spurte",
        "Medvirkning\n7 av 7 spurte · 1 ikke aktuelt",
        "Forankring\n7 av 7 spurte · 1 ikke spurt",
        "",
        "",
    ]


def test_that_header_rows_repeat_and_no_row_splits(written):
    for table, headers in zip(written.tables, (2, 1), strict=True):
        rows = table._tbl.tr_lst
        repeated = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert repeated == [True] * headers + [False] * (len(rows) - headers)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize("columns", [1, 5, 8, 12])
def test_that_every_cell_has_the_width_of_its_columns(words, tmp_path, columns):
    write_word_matrix(build_matrix(columns, long_text=False), tmp_path / "m.docx", words)
    document = docx.Document(str(tmp_path / "m.docx"))
    section = document.sections[0]

    for table in document.tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert sum(grid) * 635 <= section.page_width - section.left_margin - section.right_margin
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        for row in table._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)
            place = 0
            for cell in row.tc_lst:
                assert cell.width.twips == sum(grid[place : place + cell.grid_span])
                place += cell.grid_span


@given(st.integers(1, 100))
def test_that_columns_are_split_evenly_and_none_is_lost(count):
    parts = split_columns(count)

    assert [index for part in parts for index in part] == list(range(count))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert len(parts) == -(-count // MOST_COLUMNS)
    assert all(min(column_widths(len(part))) >= 1500 for part in parts)


def test_that_70_columns_become_tables_with_row_headers_and_captions(words, tmp_path):
    write_word_matrix(build_matrix(70, long_text=False), tmp_path / "m.docx", words, appendix=False)
    document = docx.Document(str(tmp_path / "m.docx"))
    captions = [_text(one._p) for one in document.paragraphs if one.style.name == "Caption"]

    assert len(document.tables) == 9
    assert all([row[0] for row in texts_of(table)][3].startswith("R1") for table in document.tables)
    assert captions[0] == "Tabell 1 Mål og medvirkning (kolonne 1–8 av 70)"
    assert captions[8] == "Tabell 1 Mål og medvirkning (forts., kolonne 64–70 av 70)"


def test_that_the_caption_is_numbered_by_a_field(matrix, words, tmp_path):
    write_word_matrix(matrix, tmp_path / "m.docx", words, caption_number="4-1")
    (caption,) = [one for one in docx.Document(str(tmp_path / "m.docx")).paragraphs if one.style.name == "Caption"]
    field = caption._p.find(qn("w:fldSimple"))

    assert _text(caption._p) == "Tabell 4-1 Mål og medvirkning"
    assert field.get(qn("w:instr")).strip() == r"SEQ Tabell \* ARABIC"
    assert _text(field) == "1"


def test_that_every_reference_leads_to_one_quotation(any_content, words, tmp_path):
    write_word_matrix(any_content, tmp_path / "m.docx", words)
    body = docx.Document(str(tmp_path / "m.docx")).element.body
    bookmarks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    numbers = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]

    assert set(bookmarks) == {f"sitat_{quote.coding_id}" for quote in any_content.quotations}
    assert max(Counter(bookmarks).values()) == max(Counter(numbers).values()) == 1
    assert set(links) <= set(bookmarks)
    assert sorted(numbers) == sorted(one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkEnd")))
    assert bool(links) is (any_content.spec.content is not CellContent.COUNTS)


def test_that_a_reference_leads_to_the_place_that_it_names(written):
    body = written.element.body
    named = {one.get(qn("w:name")): _text(one.getparent()) for one in body.iter(qn("w:bookmarkStart"))}

    for link in body.iter(qn("w:hyperlink")):
        assert named[link.get(qn("w:anchor"))] == _text(link)


def test_that_the_appendix_has_page_lines_coder_and_comment(written):
    rows = {row[0]: row for row in texts_of(written.tables[1])}

    assert rows["[R1:19]"] == [
        "[R1:19]",
        "R1, Kommunedirektør\nIntervju 1 (intervju, utskrift)\ns. 3, linje 42–45",
        "Medvirkning · Blandet · Ane K. · ny",
        "«De var med på å fylle ut skjemaet, men ikke på å velge.»\nKommentar: Ane K.: Kom etter sammendraget.",
    ]
    assert rows["[R5:3]"][3].startswith("Gjengitt fra intervjunotat: De var med")
    assert rows["[R8:2]"][3] == "«Ja 👍 \n«helt» <enig> & =1+1\nog så videre»"
    assert rows["[R8:30]"][3] == f"«{VERY_LONG}»"


def test_that_without_appendix_references_are_plain_text(matrix, words, tmp_path):
    write_word_matrix(matrix, tmp_path / "m.docx", words, appendix=False)
    document = docx.Document(str(tmp_path / "m.docx"))

    assert len(document.tables) == 1
    assert list(document.element.body.iter(qn("w:hyperlink"))) == []
    assert "[R1:13]" in texts_of(document.tables[0])[3][2]


def test_that_the_notes_stand_under_the_table(written):
    notes = [one.text for one in written.paragraphs if one.style.name.startswith("Kodebenk tabell")]

    assert notes[0].startswith("Tegnforklaring. «Spurt, uklart svar»: spørsmålet ble stilt")
    assert "Små grupper: Ukjent (1). Svarene kan peke ut enkeltpersoner." in notes


@pytest.mark.parametrize(
    ("language", "proofing", "footer"), [("nb", "nb-NO", "Side 1 av 1"), ("en", "en-GB", "Page 1 of 1")]
)
def test_that_the_page_is_a4_landscape_in_the_language_chosen(matrix, tmp_path, language, proofing, footer):
    write_word_matrix(matrix, tmp_path / "m.docx", matrix_words(language))
    document = docx.Document(str(tmp_path / "m.docx"))
    section = document.sections[0]
    fields = [one.get(qn("w:instr")).strip() for one in section.footer._element.iter(qn("w:fldSimple"))]

    assert (section.page_width.twips, section.page_height.twips) == LANDSCAPE
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {proofing}
    assert _text(section.footer._element) == footer
    assert fields == ["PAGE", "NUMPAGES"]


def test_that_internal_names_stay_inside(any_content, words, tmp_path):
    write_word_matrix(any_content, tmp_path / "m.docx", words)

    with zipfile.ZipFile(tmp_path / "m.docx") as package:
        assert not [name for name in package.namelist() if b"Hemmelig" in package.read(name)]


def test_that_every_style_used_is_in_the_template(written):
    used = {
        one.get(qn("w:val")) for tag in ("pStyle", "rStyle", "tblStyle") for one in written.element.iter(qn(f"w:{tag}"))
    }

    assert used <= {style.style_id for style in written.styles}


def test_that_a_matrix_without_rows_is_written(matrix, words, tmp_path):
    empty = replace(matrix, rows=(), cells=(), columns=(), bands=(), synthesis={}, small_groups=())

    write_word_matrix(empty, tmp_path / "m.docx", words)

    assert texts_of(docx.Document(str(tmp_path / "m.docx")).tables[0]) == [["Respondent"]]


def test_that_a_row_of_the_appendix_is_this_xml(words):
    entry = QuoteEntry(
        ("R1:9",),
        "R1",
        "Intervju 1 (notat)",
        "linje 7",
        Rendering("Ja & «nei»"),
        (12,),
        ("Tillit · Ane",),
        ("Ane: tja",),
    )

    row = re.findall(r"<w:tr>.*?</w:tr>", quotation_table([entry], words))[1]

    assert row == (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        '<w:tc><w:tcPr><w:tcW w:w="1479" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkRadhode"/></w:pPr><w:bookmarkStart w:id="12" w:name="sitat_12"/>'
        '<w:r><w:t xml:space="preserve">[R1:9]</w:t></w:r><w:bookmarkEnd w:id="12"/></w:p></w:tc>'
        '<w:tc><w:tcPr><w:tcW w:w="3551" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkCelle"/></w:pPr><w:r><w:t xml:space="preserve">R1</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkRadtekst"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">Intervju 1 (notat)</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkRadtekst"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">linje 7</w:t></w:r></w:p></w:tc>'
        '<w:tc><w:tcPr><w:tcW w:w="3107" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkCelle"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">Tillit · Ane</w:t></w:r></w:p></w:tc>'
        '<w:tc><w:tcPr><w:tcW w:w="6659" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkSitat"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">Ja &amp; «nei»</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="KodebenkVarsel"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="KodebenkMerke"/></w:rPr><w:t xml:space="preserve">Kommentar: </w:t></w:r>'
        '<w:r><w:t xml:space="preserve">Ane: tja</w:t></w:r></w:p></w:tc></w:tr>'
    )


def test_that_shade_sets_apart_who_is_not_counted(written, matrix):
    shaded = sum(
        cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is not None
        for row in written.tables[0]._tbl.tr_lst
        for cell in row.tc_lst
        if cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is not None
        and cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}").get(qn("w:fill")) == "F4F6F5"
    )
    outside = {CellState.NOT_ASKED, CellState.NOT_APPLICABLE}

    assert shaded == sum(cell.state in outside for row in matrix.cells for cell in row) == 3
