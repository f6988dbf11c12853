from __future__ import annotations

from collections import Counter

import pytest
from docx import Document


def test_that_the_matrix_counts_what_was_coded(run, project):
    matrix = run("matrix", project, "--json").json
    codings = run("codings", project, "--json").json["codings"]

    wanted = Counter((name, one["code"]) for one in codings for name in one["respondents"])
    found = {(one["row"], one["column"]): one["codings"] for one in matrix["cells"] if one["codings"]}
    assert found == wanted
    assert [row["name"] for row in matrix["rows"]] == ["Solveig Moen", "Berit Aas", "Odd Lie"]
    assert len(matrix["cells"]) == len(matrix["rows"]) * len(matrix["columns"])


def test_that_a_cell_leads_to_its_codings(run, project):
    matrix = run("matrix", project, "--json").json
    codings = {one["id"]: one for one in run("codings", project, "--json").json["codings"]}

    (cell,) = [one for one in matrix["cells"] if (one["row"], one["column"]) == ("Odd Lie", "Medvirkning/Deltakelse")]

    (quote,) = cell["quotes"]
    assert (quote["text"], quote["citation"]) == (codings[quote["id"]]["quote"], codings[quote["id"]]["citation"])
    assert (cell["state"], cell["stances"], cell["stale"], cell["respondents"]) == ("answered", {"for": 1}, False, 1)


def test_that_themes_gather_what_lies_below_them(run, project):
    matrix = run("matrix", project, "--columns", "themes", "--json").json

    assert [column["path"] for column in matrix["columns"]] == ["Medvirkning", "Rapportering"]
    counts = {(one["row"], one["column"]): one["codings"] for one in matrix["cells"]}
    assert counts["Odd Lie", "Medvirkning"] == 2
    assert [(one["asked"], one["answered"]) for one in matrix["columns"]] == [(3, 2), (3, 2)]


def test_that_rows_can_be_groups_documents_or_banded(run, project):
    groups = run("matrix", project, "--rows", "groups:group", "--json").json["rows"]
    documents = run("matrix", project, "--rows", "documents", "--json").json["rows"]
    banded = run("matrix", project, "--by", "gruppe", "--json").json["rows"]

    assert [(one["name"], one["members"]) for one in groups] == [("Helse", 2), ("Skole", 1)]
    assert documents == [] or all(one["name"] in ("intervju.txt", "notater.txt") for one in documents)
    assert [(one["label"], one["band"]) for one in banded] == [("R1", "Helse"), ("R3", "Helse"), ("R2", "Skole")]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["--rows", "grupper"], 2),
        (["--rows", "groups:"], 2),
        (["--rows", "documents:group"], 2),
        (["--columns", "spørsmål"], 2),
        (["--rows", "sections:0"], 2),
        (["--rows", "groups:parti"], 1),
        (["--by", "parti"], 1),
        (["--name", "Ukjent"], 1),
    ],
)
def test_that_what_does_not_exist_is_refused(run, project, wanted, code):
    ran = run("matrix", project, *wanted)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err


def test_that_cells_are_read_from_a_table_in_one_change(run, project, files):
    (files / "celler.csv").write_text(
        "row,column,summary,state,reason\n"
        "R3,Deltakelse,Skrev målene sammen. [R3:3],,\n"
        "Berit Aas,Medvirkning/Deltakelse,,not_asked,\n"
        "R1,Forankring,,asked_unclear,Snakker om økonomi\n",
        "utf-8",
    )

    ran = run("matrix", project, "--import", files / "celler.csv", "--json")

    cells = {(one["row"], one["column"]): one for one in ran.json["cells"]}
    assert (ran.code, ran.json["changed"]) == (0, 3)
    assert cells["Odd Lie", "Medvirkning/Deltakelse"]["summary"] == "Skrev målene sammen. [R3:3]"
    assert cells["Berit Aas", "Medvirkning/Deltakelse"]["state"] == "not_asked"
    assert cells["Solveig Moen", "Medvirkning/Forankring"]["reason"] == "Snakker om økonomi"
    told = run("matrix", project, "--lang", "nb").out
    assert "Medvirkning/Forankring: spurt, uklart svar: Snakker om økonomi" in told
    assert run("undo", project, "--json").json["changes"][0]["name"] == "import_cells"


def test_that_a_summary_is_stale_when_its_codings_change(run, project, files):
    (files / "celler.csv").write_text("row,column,summary\nR1,Rapportering,Ingen leste den.\n", "utf-8")
    run("matrix", project, "--import", files / "celler.csv")

    run("code", project, "notater", 0, 7, "Rapportering")

    cells = run("matrix", project, "--json").json["cells"]
    assert [one["row"] for one in cells if one["stale"]] == ["Solveig Moen"]
    assert "the codings changed since this was written" in run("matrix", project).out


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("row,summary\nR1,x\n", "has no column “column”"),
        ("row,column,state\nR1,Rapportering,kanskje\n", "the state of a cell"),
        ("row,column\nR9,Rapportering\n", "Cannot find the row “R9”"),
        ("row,column\nR1,Ukjent\n", "Cannot find the code “Ukjent”"),
    ],
)
def test_that_wrong_cells_are_refused_and_nothing_changes(run, project, files, table, said):
    (files / "celler.csv").write_text(table, "utf-8")
    before = run("history", project, "--json").out

    ran = run("matrix", project, "--import", files / "celler.csv")

    assert ran.code == 1
    assert said in ran.err
    assert run("history", project, "--json").out == before


def test_that_counts_read_as_a_table(run, project):
    lines = run("matrix", project, "--cells", "counts", "--columns", "themes", "--by", "group", "--lang", "nb").out

    assert [line.split() for line in lines.splitlines()[:1]] == [["Merke", "group", "Medvirkning", "Rapportering"]]
    assert ["R3", "Helse", "2", "0"] in [line.split() for line in lines.splitlines()]


def test_that_quotes_are_shown_with_their_citation(run, project):
    out = run("matrix", project, "--cells", "quotes").out

    assert "«Vi satt sammen med de ansatte og skrev målene selv.» [R3:3]" in out


def test_that_the_matrix_goes_to_word_with_labels_or_names(run, project, files):
    assert run("matrix", project, "--cells", "quotes", "--out", files / "m.docx").code == 0
    run("matrix", project, "--cells", "quotes", "--out", files / "n.docx", "--show", "name")

    assert "Odd Lie" not in _words(files / "m.docx")
    assert "Odd Lie" in _words(files / "n.docx")
    assert "Vi satt sammen med de ansatte" in _words(files / "m.docx")


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "html"])
def test_that_the_matrix_goes_to_other_formats(run, project, files, suffix):
    ran = run("matrix", project, "--out", files / f"m.{suffix}", "--json")

    assert (ran.code, ran.json["written"]) == (0, str(files / f"m.{suffix}"))
    assert (files / f"m.{suffix}").stat().st_size > 100
    assert run("matrix", project, "--out", files / f"m.{suffix}").code == 1


def test_that_a_saved_matrix_is_found_by_name_and_can_be_overruled(run, tmp_path):
    project = run("demo", tmp_path, "--no-window", "--json").json["project"]

    saved = run("matrix", project, "--name", "mål og medvirkning", "--json").json
    themes = run("matrix", project, "--name", "Mål og medvirkning", "--columns", "themes", "--json").json
    bare = run("matrix", project, "--name", "Mål og medvirkning", "--by", "Kommune", "--json").json

    assert [one["label"] for one in saved["columns"]][:2] == ["Resultatenhet", "Medvirkning"]
    assert {one["band"] for one in saved["rows"]} == {"Toppledelse", "Stab", "Enhetsledere", "Folkevalgte"}
    assert [one["path"] for one in themes["columns"]] == ["Styring", "Medvirkning", "Legitimitet", "Endring"]
    assert {one["band"] for one in bare["rows"]} == {"Fjellvik", "Nordøy", "Storelv"}


def _words(path) -> str:
    document = Document(str(path))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
