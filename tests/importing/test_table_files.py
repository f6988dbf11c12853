import datetime
import json
import zipfile

import pytest
from openpyxl import Workbook

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.table_files import read_rows


def read(tmp_path, content, name="a.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_rows(path)


def error_of(tmp_path, content, name="a.csv"):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, content, name)
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_the_delimiter_is_found(tmp_path, delimiter):
    text = f'Dokument{delimiter} Sitat {delimiter}KODE\r\na{delimiter}"x,y;z\tog ""slik"""{delimiter}Tema\r\n'
    assert read(tmp_path, text) == [{"dokument": "a", "sitat": 'x,y;z\tog "slik"', "kode": "Tema"}]


def test_that_delimiters_inside_quoted_names_do_not_count(tmp_path):
    assert read(tmp_path, '"a,b,c";d\n1;2\n') == [{"a,b,c": "1", "d": "2"}]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_that_the_encoding_is_found(tmp_path, encoding):
    assert read(tmp_path, "kode;sitat\nmål;«på»\n".encode(encoding)) == [{"kode": "mål", "sitat": "«på»"}]


def test_that_a_value_may_run_over_lines(tmp_path):
    assert read(tmp_path, 'a,b\r\n"en\r\nto",x\r\n') == [{"a": "en\nto", "b": "x"}]


def test_that_excels_first_line_is_no_header(tmp_path):
    assert read(tmp_path, "sep=;\na;b\n1,5;2\n") == [{"a": "1,5", "b": "2"}]


def test_that_empty_rows_and_nameless_empty_columns_are_left_out(tmp_path):
    assert read(tmp_path, "a,b,\n1,2,\n,,\n\n3\n") == [{"a": "1", "b": "2"}, {"a": "3", "b": ""}]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a,b\n1,2\n1,2,3\n", "line 3"),
        ('a,b\n"x\ny",2\n1,2,3\n', "line 4"),
        ('a,b\n1,2\n"aldri lukket,3\n', "line 3"),
        ("a,A\n1,2\n", "line 1"),
        ("sep=;\na;b\n1;2;3\n", "line 3"),
    ],
)
def test_that_a_bad_row_is_named_by_its_line(tmp_path, text, place):
    error = error_of(tmp_path, text)
    assert (error.problem, error.place) == (SourceProblem.BAD_ROW, place)


def test_that_values_are_clean_text(tmp_path):
    assert read(tmp_path, "a\nko\u00admmune a\u030a\n") == [{"a": "kommune å"}]


def test_that_a_workbook_gives_text(tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    sheet.append([" Navn ", "Dato", "Antall", "Andel", "Ja", "Tid", None])
    sheet.append(["Å", datetime.date(2026, 5, 3), 7.0, 0.5, True, datetime.datetime(2026, 5, 3, 10, 30), None])
    sheet.append([None] * 7)
    sheet.append([12])
    workbook.create_sheet("annet").append(["x"])
    workbook.save(tmp_path / "a.xlsx")
    empty = dict.fromkeys(["navn", "dato", "antall", "andel", "ja", "tid"], "")
    assert read_rows(tmp_path / "a.xlsx") == [
        {"navn": "Å", "dato": "2026-05-03", "antall": "7", "andel": "0.5", "ja": "true", "tid": "2026-05-03T10:30:00"},
        empty | {"navn": "12"},
    ]


def test_that_names_of_columns_may_keep_their_case(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Navn; Antall År \nKari;3\n", encoding="utf-8")
    assert read_rows(path, keep_case=True) == [{"Navn": "Kari", "Antall År": "3"}]
    path.write_text("Navn;navn\nKari;3\n", encoding="utf-8")
    with pytest.raises(SourceUnreadable) as caught:
        read_rows(path, keep_case=True)
    assert caught.value.problem is SourceProblem.BAD_ROW


def test_that_a_workbook_gives_numbers_and_line_ends_as_a_person_reads_them(tmp_path):
    workbook = Workbook()
    for row in (["a"], [0.1 + 0.2], [1e20], ["en_x000D_\nto"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "a.xlsx")
    assert [row["a"] for row in read_rows(tmp_path / "a.xlsx")] == ["0.3", "100000000000000000000", "en\nto"]


def test_that_a_workbook_of_too_many_cells_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("kodebenk.importing.table_files._MOST_CELLS", 40_000)
    workbook = Workbook()
    for row in (1, 2, 3):
        workbook.active.cell(row, 16_384, "x")
    workbook.save(tmp_path / "a.xlsx")
    with pytest.raises(SourceUnreadable) as caught:
        read_rows(tmp_path / "a.xlsx")
    assert caught.value.problem is SourceProblem.TOO_LARGE


def test_that_a_workbook_names_the_bad_row(tmp_path):
    workbook = Workbook()
    for row in (["a", "b"], [1, 2], [1, 2, 3]):
        workbook.active.append(row)
    workbook.save(tmp_path / "a.xlsx")
    with pytest.raises(SourceUnreadable) as caught:
        read_rows(tmp_path / "a.xlsx")
    assert (caught.value.problem, caught.value.place) == (SourceProblem.BAD_ROW, "line 3")


def test_that_json_lines_give_text(tmp_path):
    lines = [{"Sitat": "å", "start": 3, "vekt": 2.5, "ny": None, "ok": False}, {"sitat": "b"}]
    text = "\n\n".join(json.dumps(line) for line in lines)
    assert read(tmp_path, text, "a.jsonl") == [
        {"sitat": "å", "start": "3", "vekt": "2.5", "ny": "", "ok": "false"},
        {"sitat": "b"},
    ]


@pytest.mark.parametrize("line", ["{", "[1]", '"x"', '{"a": [1]}', '{"a": 1, "A": 2}'])
def test_that_other_json_is_a_bad_row(tmp_path, line):
    error = error_of(tmp_path, f'{{"a": 1}}\n{line}\n', "a.jsonl")
    assert (error.problem, error.place) == (SourceProblem.BAD_ROW, "line 2")


def test_that_files_of_other_kinds_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as package:
        package.writestr("x", "y")
    for name, content, problem in [
        ("a.xyz", b"a", SourceProblem.UNKNOWN_FORMAT),
        ("a.csv", b"", SourceProblem.EMPTY),
        ("a.csv", b"\n\n", SourceProblem.EMPTY),
        ("a.xlsx", b"tekst", SourceProblem.NOT_THE_FORMAT),
        ("a.xlsx", (tmp_path / "b.xlsx").read_bytes(), SourceProblem.NOT_THE_FORMAT),
        ("a.csv", (tmp_path / "b.xlsx").read_bytes(), SourceProblem.NOT_THE_FORMAT),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            SourceProblem.ENCRYPTED,
        ),
    ]:
        assert error_of(tmp_path, content, name).problem is problem
    with pytest.raises(SourceUnreadable) as caught:
        read_rows(tmp_path / "borte.csv")
    assert caught.value.problem is SourceProblem.MISSING
