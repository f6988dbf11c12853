from __future__ import annotations

import pytest
from openpyxl import Workbook


def test_that_codes_are_listed_by_path_with_counts(run, project):
    codes = run("codes", project, "--json").json["codes"]

    assert [(one["path"], one["codings"], one["respondents"]) for one in codes] == [
        ("Medvirkning", 0, 0),
        ("Medvirkning/Forankring", 2, 2),
        ("Medvirkning/Deltakelse", 1, 1),
        ("Rapportering", 2, 2),
    ]
    assert all(one["colour"].startswith("#") and len(one["colour"]) == 7 for one in codes)


def test_that_codes_read_as_a_tree(run, project):
    lines = run("codes", project, "--lang", "nb").out.splitlines()

    assert lines[0].split() == ["Kode", "Kodinger", "Respondenter", "Farge", "Definisjon"]
    assert lines[3].startswith("  Forankring ")


def test_that_a_codebook_is_read_with_definitions_and_colours(run, project, files):
    (files / "koder.csv").write_text(
        "path,definition,colour,synonyms\n"
        "Rapportering,Det som leveres oppover,#096c69,tertial; rapport\n"
        "Styring/Mål,Hva som skal nås,#0a6d6a,\n",
        "utf-8",
    )

    ran = run("codes", project, "--import", files / "koder.csv", "--json")

    assert (ran.code, ran.json["imported"]) == (0, 2)
    by_path = {one["path"]: one for one in ran.json["codes"]}
    assert by_path["Rapportering"]["definition"] == "Det som leveres oppover"
    assert by_path["Rapportering"]["synonyms"] == ["tertial", "rapport"]
    assert by_path["Rapportering"]["codings"] == 2
    assert by_path["Rapportering"]["colour"] == by_path["Styring/Mål"]["colour"] == "#096c69"
    assert run("history", project, "--json").json["changes"][-1]["name"] == "import_codes"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "qdc"])
def test_that_a_codebook_survives_a_file(run, project, files, suffix):
    (files / "koder.csv").write_text("path,definition\nMedvirkning/Forankring,Målene kjennes som egne\n", "utf-8")
    run("codes", project, "--import", files / "koder.csv")
    assert run("codes", project, "--out", files / f"bok.{suffix}").code == 0
    run("new", files / "ny.kodebenk")

    ran = run("codes", files / "ny.kodebenk", "--import", files / f"bok.{suffix}", "--json")

    kept = ("path", "colour", "definition")
    left = [[one[name] for name in kept] for one in run("codes", project, "--json").json["codes"]]
    assert [[one[name] for name in kept] for one in ran.json["codes"]] == left


def test_that_reading_a_codebook_again_changes_nothing(run, project, files):
    run("codes", project, "--out", files / "bok.csv")
    before = run("history", project, "--json").out

    assert run("codes", project, "--import", files / "bok.csv").code == 0

    assert run("history", project, "--json").out == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bok.csv", "definition\nbare ord\n", "the content is not what the ending says"),
        ("bok.qdc", "<x/>", "the content is not what the ending says"),
        ("bok.txt", "Mål", ".csv, .qdc, .xlsx"),
        ("bok.csv", "path,colour\nMål,grønn\n", "row 1"),
    ],
)
def test_that_a_broken_codebook_is_refused(run, project, files, name, content, said):
    (files / name).write_text(content, "utf-8")

    ran = run("codes", project, "--import", files / name)

    assert ran.code == 1
    assert said in ran.err
    assert len(run("codes", project, "--json").json["codes"]) == 4


def test_that_a_codebook_in_word_can_be_written(run, project, files):
    ran = run("codes", project, "--out", files / "bok.docx", "--lang", "nb")

    assert ran.out == f"Skrev {files / 'bok.docx'}\n"
    assert (files / "bok.docx").read_bytes().startswith(b"PK")
    assert "must be one of .docx" in run("codes", project, "--out", files / "bok.odt").err


def test_that_respondents_are_listed_with_documents_and_codings(run, project):
    people = run("respondents", project, "--json").json["respondents"]

    shown = [(one["name"], one["label"], one["attributes"], one["documents"], one["codings"]) for one in people]
    assert shown == [
        ("Solveig Moen", "R1", {"group": "Helse"}, ["notater.txt"], 1),
        ("Berit Aas", "R2", {"group": "Skole"}, ["intervju.txt"], 2),
        ("Odd Lie", "R3", {"group": "Helse"}, ["intervju.txt"], 2),
    ]
    assert "Berit Aas" in run("respondents", project, "--lang", "nb").out


def test_that_respondents_are_read_from_a_table(run, project, files):
    book = Workbook()
    for row in (["Navn", "Rolle", "År"], ["Berit Aas", "Rektor", 4], ["Tor Nes", "Lærer", None]):
        book.active.append(row)
    book.save(files / "folk.xlsx")

    ran = run("respondents", project, "--import", files / "folk.xlsx", "--json")

    assert (ran.code, ran.json["imported"]) == (0, 2)
    by_name = {one["name"]: one for one in ran.json["respondents"]}
    assert by_name["Berit Aas"]["attributes"] == {"group": "Skole", "Rolle": "Rektor", "År": "4"}
    assert by_name["Tor Nes"]["attributes"] == {"Rolle": "Lærer"}
    assert run("undo", project).code == 0
    assert len(run("respondents", project, "--json").json["respondents"]) == 3


def test_that_an_empty_list_says_so(run, files):
    run("new", files / "p.kodebenk")

    for command in ("codes", "codings", "respondents", "matrix"):
        assert run(command, files / "p.kodebenk", "--lang", "nb").out == "(tomt)\n"
    assert run("search", files / "p.kodebenk", "mål").out == "(nothing)\n"
