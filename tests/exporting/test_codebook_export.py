import csv
import io

import docx
import openpyxl
import pytest
from lxml import etree

from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.codebook_export import ExportedCode, export_codebook

QDA = "{urn:QDA-XML:codebook:1.0}"


def code(path, number, **texts):
    *_, name = path.split("/")
    guid = f"11111111-1111-4111-8111-{number:012d}"
    return ExportedCode(path, name, path.count("/"), guid, "#003D85", **texts)


CODES = (
    code("Styring", 1, definition="Om å styre.", use_when="Når <noen> styrer.", synonyms=("kontroll", "ledelse")),
    code("Styring/Mål", 2, codings=3, respondents=2),
    code("Styring/Mål/Egne mål", 3, definition="Mål fra enheten.\x07", example="«Våre egne» 👍"),
    code("Styring/Budsjett", 4, use_not="Ved lønn."),
    code("Tillit", 5),
)


def test_that_the_refi_codebook_has_the_tree(tmp_path):
    export_codebook(CODES, tmp_path / "k.qdc")
    root = etree.parse(tmp_path / "k.qdc").getroot()

    def tree(element):
        return {one.get("name"): tree(one) for one in element.findall(f"{QDA}Code")}

    assert root.tag == f"{QDA}CodeBook"
    assert tree(root.find(f"{QDA}Codes")) == {"Styring": {"Mål": {"Egne mål": {}}, "Budsjett": {}}, "Tillit": {}}
    assert [one.get("guid") for one in root.iter(f"{QDA}Code")] == [one.guid for one in CODES]
    assert {one.get("color") for one in root.iter(f"{QDA}Code")} == {"#003D85"}
    assert root.findtext(f".//{QDA}Description") == (
        "Om å styre.\nBrukes når: Når <noen> styrer.\nSynonymer: kontroll, ledelse"
    )


def test_that_a_description_comes_before_the_codes_below(tmp_path):
    export_codebook(CODES, tmp_path / "k.qdc")
    (styring, *_) = etree.parse(tmp_path / "k.qdc").getroot().iter(f"{QDA}Code")

    assert [child.tag for child in styring] == [f"{QDA}Description", f"{QDA}Code", f"{QDA}Code"]


def test_that_the_refi_codebook_of_no_codes_is_refused(tmp_path):
    with pytest.raises(ExportFailed) as failure:
        export_codebook((), tmp_path / "k.qdc")

    assert failure.value.problem is ExportProblem.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_that_word_has_tree_counts_and_definitions(tmp_path):
    export_codebook(CODES, tmp_path / "k.docx", title="Målarbeid")
    document = docx.Document(str(tmp_path / "k.docx"))
    rows = [[cell.text.strip() for cell in row.cells] for row in document.tables[0].rows]
    texts = [paragraph.text for paragraph in document.paragraphs]

    assert texts[0] == "Kodebok: Målarbeid"
    assert rows[0] == ["Kode", "Kodinger", "Respondenter"]
    assert rows[2] == ["Mål", "3", "2"]
    assert texts[texts.index("Styring") + 1 :][:3] == [
        "Om å styre.",
        "Brukes når: Når <noen> styrer.",
        "Synonymer: kontroll, ledelse",
    ]
    assert texts[texts.index("Tillit") + 1] == "Uten definisjon"
    assert document.sections[0].page_height > document.sections[0].page_width


def test_that_an_english_codebook_has_english_headings(tmp_path):
    export_codebook(CODES, tmp_path / "k.docx", "en")
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "k.docx")).paragraphs]

    assert texts[0] == "Codebook"
    assert "Use when: Når <noen> styrer." in texts


def test_that_tables_have_all_that_is_read_back(tmp_path):
    export_codebook(CODES, tmp_path / "k.csv")
    export_codebook(CODES, tmp_path / "k.xlsx")
    heading, first, *_ = csv.reader(io.StringIO((tmp_path / "k.csv").read_bytes().decode("utf-8-sig"), newline=""))
    sheet = openpyxl.load_workbook(tmp_path / "k.xlsx").active

    assert dict(zip(heading, first, strict=True)) == {
        "path": "Styring",
        "definition": "Om å styre.",
        "colour": "#003D85",
        "use_when": "Når <noen> styrer.",
        "use_not": "",
        "example": "",
        "synonyms": "kontroll; ledelse",
        "codings": "0",
        "respondents": "0",
        "guid": CODES[0].guid,
    }
    assert [cell.value for cell in sheet["A"]][1:] == [one.path for one in CODES]


def test_that_an_unknown_ending_names_those_that_are_possible(tmp_path):
    with pytest.raises(ExportFailed) as failure:
        export_codebook(CODES, tmp_path / "k.pdf")

    assert (failure.value.problem, failure.value.detail) == (ExportProblem.UNKNOWN_FORMAT, ".docx, .xlsx, .csv, .qdc")
