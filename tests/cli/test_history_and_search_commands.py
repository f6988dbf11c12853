from __future__ import annotations

import csv


def test_that_history_tells_who_did_what_oldest_first(run, project):
    changes = run("history", project, "--json").json["changes"]

    assert [one["name"] for one in changes] == [
        "create_project",
        "import_documents",
        "import_documents",
        "set_speakers",
        "import_codings",
    ]
    assert {one["coder"] for one in changes} == {"Ane"}
    assert not any(one["undone"] for one in changes)
    assert changes[0]["at"].endswith("Z")


def test_that_history_reads_in_the_language_chosen(run, project):
    assert "la til 1 dokument" in run("history", project, "--lang", "nb").out
    assert "imported 5 codings" in run("history", project, "--lang", "en").out


def test_that_undo_and_redo_tell_the_change(run, project):
    undone = run("undo", project, "--json").json["changes"]
    assert [(one["name"], one["undone"]) for one in undone] == [("import_codings", True)]
    assert run("info", project, "--json").json["codings"] == 0
    assert "(angret)" in run("history", project, "--lang", "nb").out

    redone = run("redo", project, "--json").json["changes"]
    assert [(one["id"], one["undone"]) for one in redone] == [(undone[0]["id"], False)]
    assert run("info", project, "--json").json["codings"] == 5


def test_that_undo_and_redo_tell_the_change_in_words(run, project):
    assert run("undo", project, "--lang", "nb").out == "Angret: leste inn 5 kodinger\n"
    assert run("redo", project, "--lang", "en").out == "Redid: imported 5 codings\n"


def test_that_nothing_to_redo_is_told(run, project):
    ran = run("redo", project)

    assert ran.code == 1
    assert "There is nothing to redo" in ran.err


def test_that_history_goes_to_a_file(run, project, files):
    assert run("history", project, "--out", files / "logg.csv").code == 0

    with (files / "logg.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows][-1] == "import_codings"
    assert rows[-1]["details"] == '{"count": "5"}'
    assert run("history", project, "--out", files / "logg.csv").code == 1
    assert run("history", project, "--out", files / "logg.csv", "--overwrite", "--json").json["written"]


def test_that_search_finds_words_in_all_documents(run, project):
    hits = run("search", project, "rapporten", "--json").json["hits"]

    assert [(one["document"], one["citation"]) for one in hits] == [("intervju.txt", "R2:6"), ("notater.txt", "R1:3")]
    text = run("text", project, "notater", "--json").json["text"]
    assert text[hits[1]["start"] : hits[1]["end"]] == "rapporten"
    assert "rapporten kom hvert tertial" in hits[1]["context"]
    assert {"page", "line", "score"} <= hits[0].keys()


def test_that_search_can_keep_to_one_document(run, project):
    assert len(run("search", project, "MÅLENE", "--document", "notater", "--json").json["hits"]) == 2
    assert "staben bestemte målene" in run("search", project, "bestemte målene").out


def test_that_hits_can_be_coded_in_one_change(run, project):
    ran = run("search", project, "rapporten", "--code-as", "Rapportering", "--coder", "Bo", "--json")

    assert (ran.code, len(ran.json["codings"])) == (0, 2)
    assert len(run("codings", project, "--coder", "Bo", "--json").json["codings"]) == 2
    assert run("history", project, "--json").json["changes"][-1]["name"] == "code_hits"
    again = run("search", project, "rapporten", "--code-as", "Rapportering", "--coder", "Bo", "--lang", "nb")
    assert "Kodet 0 av 2 treff." in again.out
