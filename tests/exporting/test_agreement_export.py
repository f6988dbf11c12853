"""A comparison of coders in Word, CSV and JSON."""

import csv
import json

import docx
import pytest
from docx.oxml.ns import qn

from application.coded_project import add_codes, add_interview, code
from exporting.test_word_matrix import texts_of
from kodebenk.analysis.agreement.comparison import Interval, Measure
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.application import agreement_report
from kodebenk.application.agreement_setup import make_setup
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.agreement_export import export_agreement_report
from kodebenk.exporting.agreement_method import METHOD_LANGUAGES, method_paragraph
from kodebenk.exporting.agreement_numbers import (
    shown_coefficient,
    shown_count,
    shown_interval,
    shown_measurement,
    shown_percent,
)
from kodebenk.exporting.agreement_words import agreement_words

ALPHA, BETA, GAMMA = "Alfa er det første jeg tenker på.", "Beta kom litt etter det", "Gamma var det ingen som så."


@pytest.fixture
def coded(project, tmp_path):
    """Two codes of one theme and one that nobody used, coded by Ane and Bo; for Cato see `add_cato`."""
    document_id = add_interview(project, tmp_path)
    codes = add_codes(project, "Styring/Mål", "Styring/Tillit", "Styring/Ansvar")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA)
    code(project, document_id, "Bo", codes["Tillit"], GAMMA)
    return project, document_id, codes


def report_of(coded, coders="Ane,Bo", **setup):
    project = coded[0]
    setup.setdefault("codes", ["Styring"])
    material = agreement_report.read_agreement_material(project.connection)
    return agreement_report.compare_coders(material, make_setup(project, [coders], **setup))


@pytest.fixture
def report(coded):
    return report_of(coded)


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [(0.534, "0,53", ".53"), (1, "1,00", "1.00"), (-0.05, "−0,05", "−.05"), (-0.001, "0,00", ".00"), (None, "–", "–")],
)
def test_that_coefficients_are_printed_as_each_language_wants_them(value, nb, en):
    assert (shown_coefficient(value, "nb"), shown_coefficient(value, "en")) == (nb, en)


def test_that_other_figures_are_printed_as_each_language_wants_them():
    interval = Interval(-0.027, 1.0, samples=10)
    assert (shown_interval(interval, "nb"), shown_interval(interval, "en")) == ("[−0,03; 1,00]", "[−.03, 1.00]")
    assert shown_interval(Interval(), "nb") == "–"
    assert (shown_measurement(Coefficient(12.25), "nb"), shown_measurement(Coefficient(0.5), "en")) == ("12,2", "0.5")
    assert shown_measurement(Coefficient(undefined=Undefined.NOTHING_CODED), "nb") == "–"
    assert (shown_percent(0.934), shown_percent(None)) == ("93", "–")
    assert [shown_count(23627, one) for one in ("nb", "en")] == ["23\N{NO-BREAK SPACE}627", "23,627"]
    assert [shown_count(2000, one) for one in ("nb", "en")] == ["2000", "2,000"]


def test_that_word_has_a_row_for_each_code_and_the_setup_below(report, tmp_path):
    export_agreement_report(report, tmp_path / "enighet.docx", "nb")
    document = docx.Document(str(tmp_path / "enighet.docx"))

    rows = texts_of(document.tables[0])
    assert rows[0][0] == "Kode"
    assert rows[1] == ["Styring"]
    mine = rows[2]
    assert mine[:9] == ["Mål", "2 / 1", "0,38", "75", "0,67", "0,50", "0,53", "0,53", mine[8]]
    assert mine[8].startswith("[")
    assert rows[4][2:11] == ["0,00", "100", "–", "–", "–", "–", "–", "–", "–"]
    assert rows[4][11] == "Ikke definert: koden er ikke brukt."
    assert [row[0] for row in rows[5:]] == ["Samlet", "Gjennomsnitt"]
    note = next(one.text for one in document.paragraphs if one.text.startswith("Merk."))
    for said in ("taletur", "4 taleturer; 2 i de samme", "halvparten av den korteste", "respondentenes ord", "frø 1"):
        assert said in note
    assert "Kilder (1 av 1 i prosjektet): intervju.txt." in note


def test_that_the_tables_of_word_have_three_lines(report, tmp_path):
    export_agreement_report(report, tmp_path / "agreement.docx", "en")
    table = docx.Document(str(tmp_path / "agreement.docx")).tables[0]._tbl

    assert table.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) == "KodebenkTrelinjet"
    ruled = [len(list(row.iter(qn("w:tcBorders")))) for row in table.tr_lst]
    assert ruled == [12, *[0] * (len(ruled) - 1)]
    for cell in table.iter(qn("w:tcPr")):
        order = [one.tag for one in cell]
        assert order == sorted(order, key=[qn(f"w:{name}") for name in ("tcW", "gridSpan", "tcBorders")].index)


def test_that_word_lists_the_differences_and_has_the_paragraph_in_three_languages(report, tmp_path):
    export_agreement_report(report, tmp_path / "agreement.docx", "en")
    document = docx.Document(str(tmp_path / "agreement.docx"))

    log = texts_of(document.tables[-1])
    assert log[0] == ["No.", "Place", "Quotation", "Difference", "Codes", "Shared"]
    assert [row[2:5] for row in log[1:]] == [
        [GAMMA, "Missing", "Ane: –\nBo: Tillit"],
        [BETA, "Missing", "Ane: Mål\nBo: –"],
    ]
    for language, (_, proofing) in METHOD_LANGUAGES.items():
        said = method_paragraph(report, language)
        (paragraph,) = (one for one in document.paragraphs if one.text == said)
        assert paragraph._p.find(f".//{qn('w:lang')}").get(qn("w:val")) == proofing


def test_that_the_paragraph_says_who_was_compared_on_what(report):
    said = {language: method_paragraph(report, language) for language in METHOD_LANGUAGES}

    assert said["nb"].startswith("To kodere (Ane og Bo) kodet 1 av 1 kilder (100\u00a0%). Enigheten mellom koderne")
    assert "(ekvivalens) er beregnet for hver av tre koder på 4 taleturer" in said["nb"]
    assert "α går fra 0,00 til 0,53 over 2 koder" in said["nb"]
    assert "(én)" in said["nb"]
    assert said["nn"].startswith("To kodarar (Ane og Bo) koda 1 av 1 kjelder")
    assert "(ekvivalens) er rekna ut for kvar av tre kodar på 4 taleturar" in said["nn"]
    assert said["en"].startswith("Two coders (Ane and Bo) coded 1 of 1 sources (100%).")
    assert "ranged from .00 to .53 over 2 codes" in said["en"]
    assert "B = 2,000, seed 1" in said["en"]


def test_that_the_paragraph_on_one_coder_is_about_stability(coded):
    report = report_of(coded, "Ane", rounds=[1, 2], documents=["intervju"])

    assert "(stabilitet)" in method_paragraph(report, "nb")
    assert "Agreement over time (stability)" in method_paragraph(report, "en")
    assert "1 av 1 kjelder (100\u00a0%) vart koda i to omgangar (Ane (1) og Ane (2))." in method_paragraph(report, "nn")


def test_that_csv_has_coefficients_contingency_tables_and_every_rating(report, tmp_path):
    export_agreement_report(report, tmp_path / "enighet.csv", "nb")

    codes = read(tmp_path / "enighet.csv")
    assert [row["code"] for row in codes] == ["Styring/Mål", "Styring/Tillit", "Styring/Ansvar"]
    first = codes[0]
    assert [first[f"units_{name}"] for name in ("11", "10", "01", "00")] == ["1", "1", "0", "2"]
    assert float(first["alpha"]) == pytest.approx(8 / 15)
    assert (codes[2]["alpha"], codes[2]["remark"]) == ("", "Ikke definert: koden er ikke brukt.")

    ratings = [row for row in read(tmp_path / "enighet-ratings.csv") if row["code"] == "Styring/Mål"]
    assert [(row["unit"], row["units"], row["Ane"], row["Bo"]) for row in ratings] == [
        ("1", "1", "1", "1"),
        ("2", "1", "1", "0"),
        ("3", "1", "0", "0"),
        ("4", "1", "0", "0"),
    ]


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_that_more_coders_than_four_have_columns_for_what_occurs(coded, tmp_path):
    project, document_id, codes = coded
    for coder in ("Cato", "Dag", "Eva"):
        code(project, document_id, coder, codes["Mål"], ALPHA)
    export_agreement_report(report_of(coded, "Ane,Bo,Cato,Dag,Eva"), tmp_path / "fem.csv", "nb")

    columns = [name for name in read(tmp_path / "fem.csv")[0] if name.startswith("units_")]
    assert columns == ["units_11111", "units_10000", "units_01000", "units_00000"]


def test_that_three_coders_get_a_table_of_pairs(coded, tmp_path):
    project, document_id, codes = coded
    code(project, document_id, "Cato", codes["Mål"], ALPHA)
    export_agreement_report(report_of(coded, "Ane,Bo,Cato"), tmp_path / "tre.docx", "nb")

    tables = [texts_of(table) for table in docx.Document(str(tmp_path / "tre.docx")).tables]
    assert [row[0] for row in tables[2]] == ["Kodere", "Ane – Bo", "Ane – Cato", "Bo – Cato"]


@pytest.fixture
def two_sources(coded, tmp_path):
    """The same with a second interview in which both gave one code to the same turn."""
    project, _, codes = coded
    other_id = add_interview(project, tmp_path, "samtale.txt")
    for coder in ("Ane", "Bo"):
        code(project, other_id, coder, codes["Mål"], ALPHA)
    return report_of(coded)


@pytest.mark.parametrize(
    ("language", "heads", "figures"),
    [
        ("nb", ["Kilde", "Enheter"], ["75", "0,50", "0,33", "0,62", "0,36"]),
        ("en", ["Source", "Units"], ["75", ".50", ".33", ".62", ".36"]),
    ],
)
def test_that_word_has_a_table_of_sources_where_there_are_several(two_sources, tmp_path, language, heads, figures):
    export_agreement_report(two_sources, tmp_path / "to.docx", language)
    document = docx.Document(str(tmp_path / "to.docx"))

    rows = texts_of(document.tables[2])
    assert rows[0] == [*heads, "n", "%", "F1", "κ", "AC1", "α"]
    assert rows[1] == ["intervju.txt", "4", "2 / 2", *figures]
    assert rows[2][:5] == ["samtale.txt", "4", "1 / 1", "100", rows[2][4]]
    words = agreement_words(language)
    captions = ["".join(text.text for text in one._p.iter(qn("w:t"))) for one in document.paragraphs]
    assert f"{words.table_label} 3 {words.sources_title}" in captions


def test_that_word_has_no_table_of_sources_for_one(report, tmp_path):
    export_agreement_report(report, tmp_path / "en.docx", "nb")

    captions = [one.text for one in docx.Document(str(tmp_path / "en.docx")).paragraphs]
    assert not any(agreement_words("nb").sources_title in text for text in captions)


def test_that_json_has_each_source_by_itself(two_sources, tmp_path):
    export_agreement_report(two_sources, tmp_path / "to.json", "nb")
    sources = json.loads((tmp_path / "to.json").read_text("utf-8"))["sources"]

    assert [(one["document"], one["units"], one["n"], one["codes"]) for one in sources] == [
        ("intervju.txt", 4, {"Ane": 2, "Bo": 2}, 2),
        ("samtale.txt", 4, {"Ane": 1, "Bo": 1}, 1),
    ]
    assert list(sources[0]["alphas"]) == ["Styring/Mål", "Styring/Tillit"]
    assert sources[1]["alphas"] == {"Styring/Mål": pytest.approx(1.0)}
    assert {key: sources[1][key] for key in ("percent", "f1", "kappa", "ac1", "alpha", "remark")} == {
        **dict.fromkeys(("percent", "f1", "kappa", "ac1", "alpha"), pytest.approx(1.0)),
        "remark": "",
    }


def test_that_json_says_why_a_source_has_no_figure(coded, tmp_path):
    add_interview(coded[0], tmp_path, "taus.txt")
    report = report_of(coded, documents=["intervju.txt", "taus.txt"])
    export_agreement_report(report, tmp_path / "to.json", "en")
    silent = json.loads((tmp_path / "to.json").read_text("utf-8"))["sources"][1]

    assert (silent["alpha"], silent["codes"], silent["alphas"]) == (None, 0, {})
    assert silent["remark"] == agreement_words("en").undefined[Undefined.NOTHING_CODED]


def test_that_neither_csv_is_written_when_one_exists(report, tmp_path):
    (tmp_path / "enighet-ratings.csv").write_text("min", "utf-8")

    with pytest.raises(ExportFailed) as failed:
        export_agreement_report(report, tmp_path / "enighet.csv", "nb")

    assert (failed.value.problem, failed.value.path.name) == (ExportProblem.EXISTS, "enighet-ratings.csv")
    assert [path.name for path in tmp_path.glob("enighet*")] == ["enighet-ratings.csv"]
    export_agreement_report(report, tmp_path / "enighet.csv", "nb", overwrite=True)
    assert len(read(tmp_path / "enighet-ratings.csv")) == 12


def test_that_an_unknown_ending_is_refused_with_those_that_are_possible(report, tmp_path):
    with pytest.raises(ExportFailed) as failed:
        export_agreement_report(report, tmp_path / "enighet.pdf", "nb")

    assert (failed.value.problem, failed.value.detail) == (ExportProblem.UNKNOWN_FORMAT, ".docx, .csv, .json")


def test_that_json_has_null_and_a_remark_where_nothing_is_defined(report, tmp_path):
    export_agreement_report(report, tmp_path / "enighet.json", "en")
    found = json.loads((tmp_path / "enighet.json").read_text("utf-8"))

    unused = found["codes"][2]
    assert {unused[name] for name in ("f1", "kappa", "pi", "ac1", "alpha", "alpha_ci", "u_alpha_binary")} == {None}
    assert unused["remark"] == "Not defined: the code was not used."
    (group,) = found["groups"]
    assert group["codes"] == ["Styring/Mål", "Styring/Tillit"]
    assert group["cu_alpha"] is None
    assert "cuα: everybody gives the same value everywhere" in group["remark"]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_every_kind_has_words(language):
    words = agreement_words(language)

    for name in ("units", "unit_names", "rules", "scopes", "classes", "boundaries", "remarks", "undefined"):
        mapping = getattr(words, name)
        assert set(mapping) == set(type(next(iter(mapping))))
    assert set(Measure) - set(words.measures) == {Measure.NEGATIVE_AGREEMENT, Measure.LIGHT}
