import pytest
from openpyxl import Workbook

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.codebook_reader import CodeRow, read_codebook

GUID = "0123ABCD-0000-4000-8000-00000000000F"


def read(tmp_path, text, name):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_codebook(path)


def error_of(tmp_path, text, name):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, text, name)
    return caught.value


def qdc(codes, namespace="urn:QDA-XML:codebook:1.0"):
    return f'<?xml version="1.0"?><CodeBook xmlns="{namespace}" origin="x"><Codes>{codes}</Codes><Sets/></CodeBook>'


def test_that_every_column_of_a_table_is_read(tmp_path):
    text = (
        "path;definition;colour;slot;use_when;use_not;example;synonyms;name_en;key\n"
        " Styring / Mål ;Hva de vil;#AABBCC;3;når;ikke når;«slik»;målstyring, mål;Goals;4\n"
    )
    assert read(tmp_path, text, "a.csv") == [
        CodeRow(
            path="Styring/Mål", definition="Hva de vil", colour="#aabbcc", slot=3, use_when="når", use_not="ikke når",
            example="«slik»", synonyms=("målstyring", "mål"), name_other="Goals", key="4",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["kode,definisjon,farge", "name,definition,color", "Code,Definisjon,Colour"])
def test_that_columns_may_have_norwegian_and_other_names(tmp_path, header):
    assert read(tmp_path, f"{header}\nMål,om mål,abc\n", "a.csv") == [
        CodeRow(path="Mål", definition="om mål", colour="#aabbcc")
    ]


def test_that_a_workbook_is_read(tmp_path):
    workbook = Workbook()
    workbook.active.append(["path", "slot"])
    workbook.active.append(["Tema/Kode", 2])
    workbook.save(tmp_path / "a.xlsx")
    assert read_codebook(tmp_path / "a.xlsx") == [CodeRow(path="Tema/Kode", slot=2)]


@pytest.mark.parametrize(
    ("row", "detail"),
    [
        ("/ ,,", "name"),
        ("A,rød,", "colour"),
        ("A,,25", "slot"),
        ("A,,0", "slot"),
        ("A,,x", "slot"),
        (",#fff,1", "name"),
    ],
)
def test_that_a_bad_row_is_named(tmp_path, row, detail):
    error = error_of(tmp_path, f"path,colour,slot\nFin,,\n{row}\n", "a.csv")
    assert (error.problem, error.place) == (SourceProblem.BAD_ROW, "row 2")
    assert detail in error.detail


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"])
def test_that_a_refi_codebook_is_read_depth_first(tmp_path, namespace):
    inner = f'<Code guid="{{{GUID}}}" name="og/eller" isCodable="true" color="#FA0"/>'
    description = "<Description>Om &amp; slik</Description>"
    codes = f'<Code guid="{GUID}" name=" Tema  en " isCodable="false">{description}{inner}</Code>'
    assert read(tmp_path, qdc(codes + '<Code name="Sist"/>', namespace), "a.qdc") == [
        CodeRow(path="Tema en", definition="Om & slik", guid=GUID.lower()),
        CodeRow(path="Tema en/og\u2215eller", colour="#ffaa00", guid=GUID.lower()),
        CodeRow(path="Sist"),
    ]


def test_that_entities_are_not_expanded(tmp_path):
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    doctype = f'<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = qdc('<Code name="A"><Description>&x;</Description></Code>').replace("<CodeBook", f"{doctype}<CodeBook", 1)
    assert error_of(tmp_path, text, "a.qdc").problem is SourceProblem.NOT_THE_FORMAT


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        ("<a/>", "a.qdc", SourceProblem.NOT_THE_FORMAT),
        ("tekst", "a.qdc", SourceProblem.NOT_THE_FORMAT),
        (qdc('<Code name="A"/>', "urn:annet"), "a.qdc", SourceProblem.NOT_THE_FORMAT),
        (qdc(""), "a.qdc", SourceProblem.EMPTY),
        (qdc('<Code name=" "/>'), "a.qdc", SourceProblem.BAD_ROW),
        ("definisjon\nx\n", "a.csv", SourceProblem.NOT_THE_FORMAT),
        ("path\n", "a.csv", SourceProblem.EMPTY),
        ("x", "a.docx", SourceProblem.UNKNOWN_FORMAT),
    ],
)
def test_that_files_without_codes_have_their_own_problem(tmp_path, text, name, problem):
    assert error_of(tmp_path, text, name).problem is problem
