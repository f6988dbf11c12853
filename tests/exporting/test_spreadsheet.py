import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from exporting.example_matrix import VERY_LONG
from kodebenk.domain.matrix import CellContent
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.matrix_text import cell_lines, plain_text
from kodebenk.exporting.spreadsheet import write_csv_matrix, write_excel_matrix
from kodebenk.exporting.workbook import LONGEST_TEXT, TextWorkbook


@pytest.fixture
def written(matrix, words, tmp_path):
    write_excel_matrix(matrix, tmp_path / "m.xlsx", words)
    return openpyxl.load_workbook(tmp_path / "m.xlsx")


def by_label(sheet):
    return {row[0].value: row for row in sheet.iter_rows()}


def test_that_the_sheet_has_the_cells_of_the_matrix(any_content, words, tmp_path):
    write_excel_matrix(any_content, tmp_path / "m.xlsx", words)
    rows = by_label(openpyxl.load_workbook(tmp_path / "m.xlsx")[words.matrix])

    for row, cells in zip(any_content.rows, any_content.cells, strict=True):
        expected = [legal_text(plain_text(cell_lines(cell, any_content.spec.content, words))) for cell in cells]
        shown = [cell.value or "" for cell in rows[row.label][2:7]]
        whole = [text == want for text, want in zip(shown, expected, strict=True) if len(want) <= LONGEST_TEXT]
        assert all(whole)
        assert len(whole) == 5 - (row.label == "R8" and any_content.spec.content is CellContent.QUOTES)


def test_that_no_text_becomes_a_formula_or_a_link(written):
    cells = [cell for sheet in written for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert by_label(written["Matrise"])["R8"][2].value.startswith("=1+1 ble nevnt 👍")


def test_that_headings_stay_in_sight_and_bands_have_counts(written):
    sheet = written["Matrise"]

    assert sheet.freeze_panes == "C5"
    assert [cell.value for cell in sheet[2]][2:] == ["Styring", "Medvirkning", "Medvirkning", None, None]
    assert [cell.value for cell in by_label(sheet)["Stab"]][:4] == [
        "Stab",
        "2",
        "2 av 2 · 1 blandet, 1 nøytral",
        "1 av 1 · 1 nøytral",
    ]
    assert [cell.value for cell in by_label(sheet)["Syntese"]][1:3] == [
        "Likheter",
        "Alle ser egen enhet som fornuftig.",
    ]


def test_that_rows_are_high_enough_for_their_text(written):
    sheet = written["Matrise"]

    assert sheet.row_dimensions[by_label(sheet)["R1"][0].row].height >= 13 * 5


def test_that_the_second_sheet_has_every_quotation(written, matrix):
    rows = list(written["Sitater"].iter_rows(min_row=2, values_only=True))

    assert [row[0] for row in rows] == [quote.citation for quote in matrix.quotations]
    assert {row[0]: row[10] for row in rows}["R5:3"] == "gjengitt"
    assert next(row for row in rows if row[0] == "R1:19") == (
        "R1:19",
        "R1, Kommunedirektør",
        "Intervju 1",
        "intervju, utskrift",
        "3",
        42,
        45,
        "Medvirkning",
        "Blandet",
        "Ane K.",
        "sitert",
        "De var med på å fylle ut skjemaet, men ikke på å velge.",
        "Kom etter sammendraget.",
    )


def test_that_the_third_sheet_counts(written, matrix):
    rows = by_label(written["Antall"])

    assert [cell.value for cell in rows["R1"]][2:] == [cell.codings for cell in matrix.cells[0]]
    assert [cell.value for cell in rows["Spurt"]][2:] == [column.asked for column in matrix.columns]
    assert [cell.value for cell in rows["Ikke spurt"]][2:] == [0, 0, 1, 0, 1]
    assert [cell.value for cell in rows["Kodinger i cellene til sammen"]][2] == sum(
        row[0].codings for row in matrix.cells
    )


def test_that_a_text_beyond_the_limit_is_cut_with_a_mark_and_a_note(matrix, words, tmp_path):
    quotes = replace(matrix, spec=replace(matrix.spec, content=CellContent.QUOTES))
    write_excel_matrix(quotes, tmp_path / "m.xlsx", words)
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["Matrise"]
    text = by_label(sheet)["R8"][4].value

    assert len(text) == LONGEST_TEXT
    assert text.endswith(words.cut_mark)
    assert text.removesuffix(words.cut_mark) in f"«{VERY_LONG}"
    assert any(str(label).startswith("2 celler var lengre enn Excel tillater") for label in by_label(sheet))


def test_that_cutting_counts_utf_16_and_leaves_whole_signs():
    book = TextWorkbook(" …")

    assert book.fit("👍" * 16_383) == "👍" * 16_383
    assert book.cut_texts == 0
    assert book.fit("👍" * 16_384) == "👍" * 16_382 + " …"
    assert book.cut_texts == 1


@pytest.mark.parametrize(
    ("name", "allowed"), [("History", "History 1"), ("a/b: [c]?", "a b   c"), ("x" * 40, "x" * 31)]
)
def test_that_a_sheet_gets_a_name_that_excel_allows(name, allowed):
    book = TextWorkbook("")
    book.add_sheet(name).write(0, 0, "text")

    assert openpyxl.load_workbook(io.BytesIO(book.finish(""))).sheetnames == [allowed]


def test_that_csv_has_a_line_per_row_and_reads_back(any_content, words, tmp_path):
    write_csv_matrix(any_content, tmp_path / "m.csv", words)
    content = (tmp_path / "m.csv").read_bytes()
    heading, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))

    assert content.startswith(b"\xef\xbb\xbf")
    assert heading[:8] == [
        "Respondent",
        "Tittel",
        "Undertittel",
        "Rolle",
        "Styring/Resultatenhet: tilstand",
        "Styring/Resultatenhet: innhold",
        "Styring/Resultatenhet: holdning",
        "Styring/Resultatenhet: kodinger",
    ]
    assert len(heading) == len(set(heading)) == 4 + 4 * 5
    assert [line[0] for line in lines] == [row.label for row in any_content.rows]
    states = [[words.states[cell.state] for cell in cells] for cells in any_content.cells]
    assert [line[4::4] for line in lines] == states
    assert [[int(number) for number in line[7::4]] for line in lines] == [
        [cell.codings for cell in cells] for cells in any_content.cells
    ]


def test_that_csv_keeps_texts_unaltered(matrix, words, tmp_path):
    write_csv_matrix(matrix, tmp_path / "m.csv", words)
    lines = list(csv.reader(io.StringIO((tmp_path / "m.csv").read_bytes().decode("utf-8-sig"), newline="")))

    assert lines[8][5] == "=1+1 ble nevnt 👍  <her>. [R8:2]"
    assert lines[2][16:19] == ["Spurt, uklart svar", "Svarer om økonomi i stedet.\n[R2:21]", ""]
