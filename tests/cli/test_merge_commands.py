import json
import shutil

import pytest

from kodebenk.application.coding_actions import remove_coding
from kodebenk.application.open_project import OpenProject


@pytest.fixture
def other(run, project, files):
    """A copy in which Jonas coded a passage, gave a code a definition, and altered a stance."""
    path = files / "jonas.kodebenk"
    shutil.copy(project, path)
    text = run("text", path, "notater.txt", "--json").json["text"]
    start = text.index("staben bestemte målene")
    assert run("code", path, "notater.txt", start, start + 22, "Rapportering", "--coder", "Jonas B.").code == 0
    return path


def code_definition(run, path, folder, definition):
    (folder / "koder.csv").write_text(f"path,definition\nRapportering,{definition}\n", "utf-8")
    assert run("codes", path, "--import", folder / "koder.csv").code == 0


def codings(run, path):
    return run("codings", path, "--json").json["codings"]


def test_that_the_work_of_another_copy_is_merged_and_undone(run, project, other):
    before = codings(run, project)
    told = run("merge", project, other, "--json").json
    assert told["documents"]["matched"] == 2
    assert told["documents"]["added"] == 0
    assert (told["codes"]["matched"], told["codes"]["added"]) == (4, 0)
    assert {name: told["codings"][name] for name in ("added", "same", "moved", "unplaced")} == {
        "added": 1,
        "same": 5,
        "moved": 0,
        "unplaced": [],
    }
    assert (told["conflicts"], told["dry_run"]) == ([], False)
    assert told["coders"] == [{"name": "Jonas B.", "as": "Jonas B.", "namesake": False, "added": True}]
    assert [one["coder"] for one in codings(run, project)].count("Jonas B.") == 1
    assert "merged jonas.kodebenk with 1 new coding" in run("history", project).out
    run("undo", project)
    assert codings(run, project) == before


def test_that_a_dry_run_tells_the_same_and_changes_nothing(run, project, other):
    content = project.read_bytes()
    told = run("merge", project, other, "--dry-run", "--json").json
    assert project.read_bytes() == content
    assert (told["dry_run"], told["backup"]) == (True, None)
    done = run("merge", project, other, "--json").json
    assert {**told, "dry_run": False, "backup": done["backup"]} == done


def test_that_conflicts_are_listed_ours_are_kept_and_theirs_taken_when_told(run, project, other, files):
    code_definition(run, project, files, "Om rapporter.")
    code_definition(run, other, files, "Om tertialrapporten.")
    told = run("merge", project, other, "--json").json
    assert told["conflicts"] == [
        {
            "kind": "code",
            "name": "Rapportering",
            "field": "definition",
            "ours": "Om rapporter.",
            "theirs": "Om tertialrapporten.",
            "document": "",
            "quote": "",
            "kept": "ours",
        }
    ]
    said = run("merge", project, other, "--lang", "nb").out
    assert "Om tertialrapporten." in said
    assert "det som står her, er beholdt" in said
    run("merge", project, other, "--take-theirs")
    codes = {one["path"]: one["definition"] for one in run("codes", project, "--json").json["codes"]}
    assert codes["Rapportering"] == "Om tertialrapporten."


def test_that_people_read_what_was_merged_and_where_the_copy_is(run, project, other):
    said = run("merge", project, other, "--lang", "nb").out
    assert "1 nye kodinger på sin plass, 0 fulgte med til en annen tekst, 0 uten plass, 5 fantes" in said
    assert "Ny koder: Jonas B." in said
    assert "before merging.kodebenk" in said
    assert "Det er ingenting nytt i jonas.kodebenk." in run("merge", project, other, "--lang", "nb").out


def test_that_what_followed_into_a_corrected_text_and_what_did_not_is_listed(run, project, other, files):
    text = (files / "notater.txt").read_text("utf-8")
    (files / "rettet.txt").write_text(text.replace("staben bestemte målene", "andre gjorde det"), "utf-8")
    assert run("replace-text", project, "notater.txt", files / "rettet.txt").code == 0
    told = run("merge", project, other, "--json").json
    (one,) = told["codings"]["unplaced"]
    assert (one["document"], one["quote"], one["reason"]) == ("notater.txt", "staben bestemte målene", "not_found")
    assert one["message"] == "its words are not in the text here"
    assert told["documents"]["other_text"] == ["notater.txt"]
    assert run("info", project, "--json").json["unplaced"] == 1
    run("undo", project)
    assert "ordene finnes ikke i teksten her" in run("merge", project, other, "--lang", "nb").out


def test_that_a_document_that_is_only_there_is_added(run, project, other, files):
    (files / "plan.txt").write_text("En plan for neste år.\n", "utf-8")
    run("import", other, files / "plan.txt", "--kind", "plan")
    assert run("merge", project, other, "--json").json["documents"]["added_names"] == ["plan.txt"]


def test_that_what_was_deleted_here_is_only_brought_back_when_told(run, project, other):
    before = codings(run, project)
    with OpenProject.open(project) as opened:
        remove_coding(opened, before[0]["id"])
    (conflict,) = run("merge", project, other, "--take-theirs", "--json").json["conflicts"]
    assert (conflict["kind"], conflict["field"], conflict["kept"]) == ("removed", "coding", "ours")
    assert conflict["quote"] == before[0]["quote"]
    assert "slettet her og kom ikke tilbake" in run("merge", project, other, "--lang", "nb").out
    assert len(codings(run, project)) == 5
    run("merge", project, other, "--bring-back")
    assert before[0]["quote"] in {one["quote"] for one in codings(run, project)}
    assert len(codings(run, project)) == 6


def test_that_namesakes_stay_two_unless_they_are_said_to_be_one(run, project, other):
    start = run("text", project, "intervju.txt", "--json").json["text"].index("Målene er greie")
    run("code", project, "intervju.txt", start, start + 15, "Rapportering", "--coder", "Jonas B.")
    told = run("merge", project, other, "--dry-run", "--lang", "nb").out
    assert "heter her Jonas B. (2)" in told
    assert run("merge", project, other, "--same-coder", "jonas b.").code == 0
    assert run("info", project, "--json").json["coders"] == ["Ane", "Jonas B."]
    refused = run("merge", project, other, "--same-coder", "Kari")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "Kari" in refused.err


def test_that_itself_and_files_that_are_none_are_refused_in_one_line(run, project, files):
    (files / "tull.kodebenk").write_text("tull")
    for other, words in (
        (project, "cannot be merged with itself"),
        (files / "borte.kodebenk", "There is no project"),
        (files / "tull.kodebenk", "is not a Kodebenk project"),
    ):
        for more in ((), ("--dry-run",)):
            refused = run("merge", project, other, *more)
            assert (refused.code, refused.err.count("\n")) == (1, 1)
            assert words in refused.err
    assert json.dumps(len(codings(run, project))) == "5"


def test_that_a_package_is_coded_and_merged_back(run, project, files):
    told = run(
        "package", project, files / "til jonas", "--coder", "Jonas B.", "--documents", "NOTATER.txt", "--json"
    ).json
    packed = files / "til jonas.kodebenk"
    assert told == {"project": str(packed), "documents": ["notater.txt"], "coder": "Jonas B."}
    assert run("info", packed, "--json").json["coders"] == ["Jonas B."]
    assert run("check", packed).code == 0
    assert codings(run, packed) == []
    run("code", packed, "notater.txt", 0, 7, "Rapportering")
    assert run("merge", project, packed, "--json").json["codings"]["added"] == 1
    assert (
        "1 dokument"
        in run(
            "package", project, packed, "--coder", "J", "--documents", "notater.txt", "--overwrite", "--lang", "nb"
        ).out
    )


def test_that_a_package_overwrites_nothing_unless_told_and_names_must_be_known(run, project, files):
    run("package", project, files / "p.kodebenk", "--coder", "Jonas B.")
    for arguments, words in (
        (("p.kodebenk", "--coder", "Jonas B."), "--overwrite"),
        (("q.kodebenk", "--coder", "Jonas B.", "--documents", "ukjent.txt"), "ukjent.txt"),
        (("q.kodebenk", "--coder", " "), "name"),
        (("borte/q.kodebenk", "--coder", "J"), "no folder"),
    ):
        refused = run("package", project, files / arguments[0], *arguments[1:])
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert words in refused.err
    assert run("package", project, files / "p.kodebenk").code == 2
