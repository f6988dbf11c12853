from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from docx import Document

from kodebenk.application.open_project import OpenProject


def test_that_new_makes_an_empty_project_with_title_and_coder(run, tmp_path):
    ran = run("new", tmp_path / "p.kodebenk", "--title", "Min studie", "--coder", "Ane K.", "--json")

    assert (ran.code, ran.json) == (0, {"project": str(tmp_path / "p.kodebenk")})
    info = run("info", tmp_path / "p.kodebenk", "--json").json
    assert (info["title"], info["coders"], info["documents"], info["codings"]) == ("Min studie", ["Ane K."], 0, 0)


def test_that_new_takes_title_and_ending_from_the_name_of_the_file(run, tmp_path):
    ran = run("new", tmp_path / "enheter", "--lang", "nb")

    assert ran.out == f"Laget {tmp_path / 'enheter.kodebenk'}\n"
    assert run("info", tmp_path / "enheter", "--json").json["title"] == "enheter"


def test_that_new_leaves_a_file_that_exists_untouched(run, project):
    before = project.read_bytes()

    ran = run("new", project)

    assert ran.code == 1
    assert "exists already and is untouched" in ran.err
    assert project.read_bytes() == before


def test_that_info_counts_what_is_in_the_project(run, project):
    info = run("info", project, "--json").json

    assert info["documents"] == 2
    assert info["respondents"] == 3
    assert info["codes"] == 4
    assert info["codings"] == 5
    assert info["coders"] == ["Ane"]
    assert info["unplaced"] == 0
    assert info["schema"].isdigit()
    texts = [run("text", project, name, "--json").json["text"] for name in ("intervju.txt", "notater.txt")]
    assert info["characters"] == sum(map(len, texts))


def test_that_info_reads_well_in_both_languages(run, project):
    assert "Kodinger             5" in run("info", project, "--lang", "nb").out
    assert "Codings           5" in run("info", project, "--lang", "en").out


def test_that_info_counts_codings_whose_quote_is_not_in_its_place(run, project):
    _move_first_coding(project)

    assert run("info", project, "--json").json["unplaced"] == 1


def test_that_voices_without_a_place_are_counted_and_no_fault(run, project):
    with sqlite3.connect(project) as database:
        database.execute(
            "INSERT INTO voice (id, guid, document_id, start, end, kind, speaker, quote, unplaced) "
            "VALUES (1, 'a', 1, 3, 9, 'second_hand', 'et barn', 'borte', 'not_found')"
        )

    info, check = run("info", project, "--json").json, run("check", project, "--json")

    assert (info["unplaced"], info["unplaced_voices"]) == (0, 1)
    assert (check.code, check.json["unplaced"], check.json["unplaced_voices"]) == (0, 0, 1)
    assert "1 stemme har ingen plass i en rettet tekst" in run("check", project, "--lang", "nb").out


def test_that_check_finds_nothing_wrong_and_lists_the_backups(run, project):
    ran = run("check", project, "--json")

    assert ran.code == 0
    assert (ran.json["ok"], ran.json["problems"]) == (True, [])
    assert [Path(one["path"]).exists() for one in ran.json["backups"]] == [True]
    assert "Everything is in order." in run("check", project).out


def test_that_check_tells_of_a_quote_that_is_not_in_its_place(run, project):
    _move_first_coding(project)

    ran = run("check", project, "--json")

    assert ran.code == 1
    assert not ran.json["ok"]
    assert [one["kind"] for one in ran.json["problems"]] == ["quote_not_in_place"]
    assert ran.err.count("\n") == 1
    assert "står ikke på sin plass" in run("check", project, "--lang", "nb").out


def test_that_check_repairs_what_can_be_repaired_in_one_change(run, project):
    with sqlite3.connect(project) as database:
        database.execute("UPDATE document_text SET characters = characters + 1")

    assert run("check", project).code == 1
    ran = run("check", project, "--repair", "--json")

    assert (ran.code, ran.json["ok"], ran.json["repaired"]) == (0, True, 2)
    assert run("history", project, "--json").json["changes"][-1]["name"] == "repair"


def test_that_check_lists_backups_of_a_file_that_cannot_be_opened(run, project):
    content = bytearray(project.read_bytes())
    content[4096:60000] = b"\xff" * (60000 - 4096)
    project.write_bytes(content)

    ran = run("check", project, "--json")

    assert ran.code == 1
    assert [one["kind"] for one in ran.json["problems"]] == ["damaged"]
    assert len(ran.json["backups"]) == 1


def test_that_a_damaged_project_is_refused_and_left_as_it_is(run, project):
    content = bytearray(project.read_bytes())
    content[4096:60000] = b"\xff" * (60000 - 4096)
    project.write_bytes(content)

    ran = run("undo", project)

    assert ran.code == 1
    assert "is damaged" in ran.err
    assert project.read_bytes() == bytes(content)


def test_that_a_project_in_use_can_be_read_but_not_changed(run, project):
    with OpenProject.open(project):
        assert run("info", project).code == 0
        assert run("matrix", project, "--json").json["cells"]
        ran = run("undo", project, "--lang", "nb")

    assert ran.code == 1
    assert "er åpent hos" in ran.err
    assert ran.err.count("\n") == 1
    assert run("undo", project).code == 0


def test_that_reading_commands_leave_the_file_and_its_folder_as_they_are(run, project):
    before = project.read_bytes(), sorted(project.parent.iterdir())

    for command in (
        ["info"],
        ["text", "notater.txt"],
        ["speakers", "intervju.txt"],
        ["respondents"],
        ["codes"],
        ["codings"],
        ["search", "mål"],
        ["matrix"],
        ["history"],
        ["check"],
    ):
        assert run(command[0], project, *command[1:]).code == 0, command

    assert (project.read_bytes(), sorted(project.parent.iterdir())) == before


@pytest.mark.parametrize(("name", "content"), [("tekst.kodebenk", b"bare tekst"), ("tom.kodebenk", b"")])
def test_that_another_file_is_no_project(run, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    ran = run("info", tmp_path / name)

    assert ran.code == 1
    assert "is not a Kodebenk project" in ran.err
    assert (tmp_path / name).read_bytes() == content


def test_that_demo_writes_project_and_matrix_and_never_over_them(run, tmp_path):
    first = run("demo", tmp_path / "prøve", "--no-window", "--json")
    second = run("demo", tmp_path / "prøve", "--no-window", "--lang", "nb")

    assert (first.code, second.code) == (0, 0)
    assert Path(first.json["project"]).name == "Målarbeid i tre kommuner.kodebenk"
    matrix = Document(first.json["matrix"])
    cells = run("matrix", first.json["project"], "--name", "Mål og medvirkning", "--json").json
    labels = {cell.text for row in matrix.tables[0].rows for cell in row.cells}
    assert any(any(row["label"] in text for text in labels) for row in cells["rows"])
    assert "Målarbeid i tre kommuner (2).kodebenk" in second.out


def test_that_demo_without_a_folder_uses_one_of_the_users_own(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")

    ran = run("demo", "--no-window", "--json")

    assert Path(ran.json["project"]).parent == tmp_path / "home" / "Kodebenk"


def test_that_demo_into_a_file_is_refused(run, files):
    ran = run("demo", files / "notater.txt", "--no-window")

    assert ran.code == 1
    assert "cannot be written" in ran.err


def _move_first_coding(project: Path) -> None:
    with sqlite3.connect(project) as database:
        database.execute("UPDATE coding SET start = start + 1 WHERE id = 1")
    shutil.rmtree(project.with_name("studie-backups"))
