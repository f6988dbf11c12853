import csv
import io
import json

import docx
import openpyxl
import pytest

from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.tables import write_rows

COLUMNS = ["document", "quote", "line", "score"]
ROWS = [
    ["Møte 1", "=1+1 «æøå» 👍\nneste linje", 3, 0.5],
    ["Møte 2", "-kontor \x07<nei> & ja", None, float("nan")],
    ["Møte 3", "", 12, 1],
]
LEGAL = ["=1+1 «æøå» 👍\nneste linje", "-kontor <nei> & ja", ""]


def test_that_csv_reads_back(tmp_path):
    write_rows(tmp_path / "t.csv", COLUMNS, ROWS)

    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")
    assert list(csv.reader(io.StringIO((tmp_path / "t.csv").read_bytes().decode("utf-8-sig"), newline=""))) == [
        COLUMNS,
        ["Møte 1", LEGAL[0], "3", "0.5"],
        ["Møte 2", LEGAL[1], "", ""],
        ["Møte 3", "", "12", "1"],
    ]


def test_that_json_lines_read_back(tmp_path):
    write_rows(tmp_path / "t.jsonl", COLUMNS, ROWS)

    lines = (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"document": "Møte 1", "quote": LEGAL[0], "line": 3, "score": 0.5},
        {"document": "Møte 2", "quote": LEGAL[1], "line": None, "score": None},
        {"document": "Møte 3", "quote": "", "line": 12, "score": 1},
    ]


def test_that_excel_has_texts_as_texts_and_numbers_as_numbers(tmp_path):
    write_rows(tmp_path / "t.xlsx", COLUMNS, ROWS, title="Kodinger")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Kodinger"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        COLUMNS,
        ["Møte 1", LEGAL[0], 3, 0.5],
        ["Møte 2", LEGAL[1], None, None],
        ["Møte 3", None, 12, 1],
    ]
    assert sheet["B2"].data_type == "s"


def test_that_word_has_a_table_with_repeated_header(tmp_path):
    write_rows(tmp_path / "t.docx", COLUMNS, ROWS, title="Kodinger")
    document = docx.Document(str(tmp_path / "t.docx"))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert document.paragraphs[0].text == "Kodinger"
    assert rows == [
        COLUMNS,
        ["Møte 1", LEGAL[0], "3", "0.5"],
        ["Møte 2", LEGAL[1], "", ""],
        ["Møte 3", "", "12", "1"],
    ]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx", ".docx"])
def test_that_a_table_without_rows_is_written(tmp_path, suffix):
    write_rows(tmp_path / f"t{suffix}", COLUMNS, [])

    assert (tmp_path / f"t{suffix}").exists()


def test_that_an_unknown_ending_names_those_that_are_possible(tmp_path):
    with pytest.raises(ExportFailed) as failure:
        write_rows(tmp_path / "t.ods", COLUMNS, ROWS)

    assert failure.value.problem is ExportProblem.UNKNOWN_FORMAT
    assert failure.value.detail == ".csv, .xlsx, .jsonl, .docx"
    assert list(tmp_path.iterdir()) == []


def test_that_a_table_wider_than_word_allows_is_refused(tmp_path):
    with pytest.raises(ExportFailed) as failure:
        write_rows(tmp_path / "t.docx", [str(number) for number in range(64)], [])

    assert failure.value.problem is ExportProblem.TOO_WIDE


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx", ".docx"])
def test_that_rows_that_fail_halfway_leave_nothing(tmp_path, suffix):
    def rows():
        yield ROWS[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_rows(tmp_path / f"t{suffix}", COLUMNS, rows())

    assert list(tmp_path.iterdir()) == []
