from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook


def test_that_codings_are_placed_by_their_quotes(run, files):
    run("new", files / "p.kodebenk", "--coder", "Ane")
    run("import", files / "p.kodebenk", files / "intervju.txt", files / "notater.txt")

    ran = run("codings", files / "p.kodebenk", "--import", files / "kodinger.csv", "--coder", "Bo", "--json")

    assert ran.code == 0
    assert (ran.json["placed"], ran.json["exact"], ran.json["fuzzy"], ran.json["unplaced"]) == (5, 5, [], [])
    info = run("info", files / "p.kodebenk", "--json").json
    assert (info["codings"], info["coders"]) == (5, ["Ane", "Bo"])


def test_that_every_listed_coding_leads_to_its_words(run, project):
    codings = run("codings", project, "--json").json["codings"]

    texts = {one["document"]: run("text", project, one["document"], "--json").json["text"] for one in codings}
    assert [texts[one["document"]][one["start"] : one["end"]] for one in codings] == [one["quote"] for one in codings]
    assert {
        "id": 1,
        "document": "intervju.txt",
        "code": "Medvirkning/Forankring",
        "coder": "Ane",
        "respondents": ["Berit Aas"],
        "stance": "mot",
        "page": None,
        "citation": "R2:2",
    }.items() <= codings[0].items()


def test_that_rows_without_a_place_are_told_with_reasons(run, project, files):
    (files / "nye.csv").write_text(
        "document;quote;code;stance\n"
        "intervju.txt;målene skrev vi aldri ned noe sted, tror jeg;Ny;\n"
        "ukjent.txt;Målene er greie nok;Ny;\n"
        "intervju.txt;Målene er greie nok;Ny;kanskje\n"
        "intervju.txt;Målene er greie nok;;\n"
        "intervju.txt;leverer rapporten fordi fristen står i kalendern, ikke fordi de tror på den;Ny;\n",
        "utf-8",
    )

    ran = run("codings", project, "--import", files / "nye.csv", "--json")
    told = run("codings", project, "--import", files / "nye.csv", "--lang", "nb")

    assert ran.code == 0
    assert (ran.json["placed"], ran.json["exact"]) == (1, 0)
    assert [(one["row"], one["reason"]) for one in ran.json["unplaced"]] == [
        (1, "quote_not_found"),
        (2, "not_found"),
        (3, "value_not_allowed"),
        (4, "name_empty"),
    ]
    (nearly,) = ran.json["fuzzy"]
    assert nearly["row"] == 5
    assert 85 < nearly["score"] < 100
    for said in (
        "Plasserte 1 av 5 sitater, 0 av dem ordrett.",
        "1 rad var kodet fra før.",
        "finner ikke dokumentet «ukjent.txt»",
        "sitatet finnes ikke i dokumentet",
        "«kanskje» kan ikke brukes som holdning",
        "koden mangler",
        "4 rader fikk ikke plass:",
    ):
        assert said in told.out


def test_that_a_quote_in_several_places_is_placed_and_told(run, project, files):
    (files / "nye.csv").write_text("document,quote,code\nintervju.txt,målene,Mål\n", "utf-8")

    ran = run("codings", project, "--import", files / "nye.csv", "--json")

    assert ran.json["placed"] == 1
    assert [(one["row"], one["places"]) for one in ran.json["ambiguous"]] == [(1, 3)]
    assert "stands in several places" in run("codings", project, "--import", files / "nye.csv", "--coder", "Bo").out


def test_that_a_table_without_a_column_is_refused(run, project, files):
    (files / "nye.csv").write_text("document,sitat,code\nintervju.txt,x,Mål\n", "utf-8")

    ran = run("codings", project, "--import", files / "nye.csv")

    assert ran.code == 1
    assert "nye.csv has no column “quote”" in ran.err
    assert "code, document, sitat" in ran.err


def test_that_a_broken_table_is_refused_with_its_line(run, project, files):
    (files / "nye.csv").write_text('document,quote,code\nintervju.txt,"x" y,Mål\n', "utf-8")

    ran = run("codings", project, "--import", files / "nye.csv", "--lang", "nb")

    assert ran.code == 1
    assert "linje 2" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ([], 5),
        (["--document", "notater"], 1),
        (["--code", "Medvirkning"], 3),
        (["--code", "medvirkning/forankring"], 2),
        (["--respondent", "Odd Lie"], 2),
        (["--respondent", "R2"], 2),
        (["--coder", "ane"], 5),
        (["--code", "Rapportering", "--respondent", "Berit Aas"], 1),
    ],
)
def test_that_codings_can_be_narrowed(run, project, wanted, count):
    assert len(run("codings", project, *wanted, "--json").json["codings"]) == count


def test_that_a_coder_who_is_unknown_is_told_with_those_known(run, project):
    ran = run("codings", project, "--coder", "Per", "--lang", "nb")

    assert ran.code == 1
    assert "Finner ikke koderen «Per»" in ran.err
    assert "Finnes: Ane." in ran.err


def test_that_initials_end_the_list_of_known_names_with_one_stop(run, project):
    run("code", project, "notater", 0, 5, "Rapportering", "--coder", "Jonas B.")

    assert run("codings", project, "--coder", "Per", "--lang", "nb").err.strip().endswith("Finnes: Ane, Jonas B.")


def test_that_codings_read_well(run, project):
    out = run("codings", project, "--lang", "nb").out

    assert out.splitlines()[0].split() == ["Nr.", "Sted", "Side", "Linje", "Kode", "Holdning", "Koder", "Sitat"]
    assert "Vi satt sammen med de ansatte og skrev målene selv." in out


def test_that_exported_codings_can_be_placed_again(run, project, files):
    assert run("codings", project, "--out", files / "ut.csv", "--show", "name").code == 0
    run("new", files / "ny.kodebenk")
    run("import", files / "ny.kodebenk", files / "intervju.txt", files / "notater.txt")

    ran = run("codings", files / "ny.kodebenk", "--import", files / "ut.csv", "--json")

    assert (ran.json["placed"], ran.json["exact"]) == (5, 5)
    left = run("codings", project, "--json").json["codings"]
    right = run("codings", files / "ny.kodebenk", "--json").json["codings"]
    kept = ("document", "start", "end", "quote", "code", "coder", "respondents", "stance", "kind", "comment")
    assert [[one[name] for name in kept] for one in left] == [[one[name] for name in kept] for one in right]


def test_that_an_export_prints_labels_unless_names_are_chosen(run, project, files):
    run("codings", project, "--out", files / "merker.csv")
    run("codings", project, "--out", files / "navn.csv", "--show", "name")

    assert [row["respondent"] for row in _rows(files / "merker.csv")][:2] == ["R2", "R3"]
    assert [row["respondent"] for row in _rows(files / "navn.csv")][:2] == ["Berit Aas", "Odd Lie"]
    assert [row["group"] for row in _rows(files / "navn.csv")][:2] == ["Skole", "Helse"]


def test_that_all_formats_hold_the_same_codings(run, project, files):
    for name in ("ut.csv", "ut.xlsx", "ut.jsonl", "ut.docx"):
        ran = run("codings", project, "--out", files / name, "--lang", "nb", "--json")
        assert (ran.code, ran.json["written"]) == (0, str(files / name))

    quotes = [row["quote"] for row in _rows(files / "ut.csv")]
    sheet = load_workbook(files / "ut.xlsx").active
    lines = [json.loads(line) for line in (files / "ut.jsonl").read_text("utf-8").splitlines()]
    table = Document(str(files / "ut.docx")).tables[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=2, max_row=6)] == quotes
    assert [line["quote"] for line in lines] == quotes
    assert [row.cells[4].text for row in table.rows] == ["Sitat", *quotes]


def test_that_an_existing_file_is_replaced_only_when_told(run, project, files):
    (files / "ut.csv").write_text("mitt", "utf-8")

    ran = run("codings", project, "--out", files / "ut.csv")
    assert (ran.code, (files / "ut.csv").read_text("utf-8")) == (1, "mitt")
    assert "--overwrite" in ran.err

    assert run("codings", project, "--out", files / "ut.csv", "--overwrite").code == 0
    assert len(_rows(files / "ut.csv")) == 5


def test_that_a_passage_can_be_coded(run, project):
    text = run("text", project, "notater", "--json").json["text"]
    start = text.index("staben bestemte målene")
    end = start + len("staben bestemte målene")

    ran = run(
        *("code", project, "notater", start, end, "forankring", "--coder", "Bo", "--stance", "mot"),
        *("--comment", "jf. Berit", "--respondent", "Odd Lie", "--json"),
    )

    assert ran.code == 0
    (coding,) = run("codings", project, "--coder", "Bo", "--json").json["codings"]
    assert coding["id"] == ran.json["coding"]
    assert (coding["quote"], coding["code"]) == ("staben bestemte målene", "Medvirkning/Forankring")
    assert (coding["stance"], coding["comment"], coding["respondents"]) == ("mot", "jf. Berit", ["Odd Lie"])
    assert run("history", project, "--json").json["changes"][-1]["coder"] == "Bo"


def test_that_a_coding_is_told_in_words(run, project):
    assert run("code", project, "notater", 0, 7, "Rapportering", "--lang", "nb").out.startswith(
        "Kodet «Rapportering» på R1:1 (koding "
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("notater", 5, 5, "Rapportering"), "no words"),
        (("notater", 9, 5, "Rapportering"), "no words"),
        (("notater", -4, 5, "Rapportering"), "lies outside the text"),
        (("notater", 0, 10**9, "Rapportering"), "lies outside the text"),
        (("notater", 0, 7, "Ukjent"), "Cannot find the code “Ukjent”"),
        (("notater", 0, 7, "Rapportering", "--respondent", "Ukjent"), "Cannot find the respondent “Ukjent”"),
        (("notater", 0, 7, "Rapportering", "--stance", "tja"), "for, mot, blandet, nøytral"),
        (("notater", 0, 7, "Rapportering", "--coder", "  "), "A coder needs a name"),
    ],
)
def test_that_a_coding_that_cannot_be_is_refused(run, project, arguments, said):
    before = run("info", project, "--json").out

    ran = run("code", project, *arguments)

    assert ran.code == 1
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert run("info", project, "--json").out == before


def test_that_the_same_coding_twice_is_refused(run, project):
    run("code", project, "notater", 0, 7, "Rapportering")

    ran = run("code", project, "notater", 0, 7, "Rapportering")

    assert ran.code == 1
    assert "already has “Rapportering”" in ran.err


def test_that_an_ambiguous_code_is_refused_with_the_paths(run, project, files):
    (files / "koder.csv").write_text("path\nEndring/Forankring\n", "utf-8")
    run("codes", project, "--import", files / "koder.csv")

    ran = run("code", project, "notater", 0, 7, "Forankring", "--lang", "nb")

    assert ran.code == 1
    assert "Endring/Forankring, Medvirkning/Forankring" in ran.err
    assert run("code", project, "notater", 0, 7, "Endring/Forankring").code == 0


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
