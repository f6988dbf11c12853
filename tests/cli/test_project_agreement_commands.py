"""`agreement`."""

import json

import docx
import pytest

MINE = "document,quote,code\nintervju.txt,Målene er greie nok,Medvirkning/Forankring\n"
MINE += "intervju.txt,Folk kjenner målene igjen som sine egne.,Medvirkning/Forankring\n"


@pytest.fixture
def coded(run, project, files):
    """The project with two codings of the interview by Bo, one of which Ane does not have."""
    (files / "bo.csv").write_text(MINE.replace("Folk kjenner", "Den ble sterkere. Folk kjenner"), "utf-8")
    assert run("codings", project, "--import", files / "bo.csv", "--coder", "Bo").code == 0
    return project


def test_that_the_json_has_the_keys_that_programs_rely_on(run, coded):
    found = run("agreement", coded, "--coders", "Ane,Bo", "--json").json

    assert {"setup", "codes", "pooled", "groups", "disagreements"} <= found.keys()
    assert {"coders", "unit", "rule", "scope", "documents", "units"} <= found["setup"].keys()
    keys = "code n prevalence percent f1 kappa pi ac1 brennan_prediger alpha alpha_ci u_alpha_binary remark"
    assert all(set(keys.split()) <= one.keys() for one in found["codes"])
    assert all({"group", "u_alpha", "cu_alpha", "coverage"} <= one.keys() for one in found["groups"])
    assert all({"class", "document", "start", "end", "codes", "iou"} <= one.keys() for one in found["disagreements"])


def test_that_the_figures_are_those_of_the_interview(run, coded):
    found = run("agreement", coded, "--coders", "Ane,Bo", "--codes", "Forankring", "--json").json

    setup = found["setup"]
    assert (setup["coders"], setup["documents"]) == (["Ane", "Bo"], ["intervju.txt"])
    assert (setup["unit"], setup["rule"], setup["scope"]) == ("turn", "half-shorter", "respondents")
    assert (setup["bootstrap"]["samples"], setup["bootstrap"]["seed"]) == (2000, 1)
    (only,) = found["codes"]
    assert only["n"] == {"Ane": 2, "Bo": 2}
    assert only["kappa"] == pytest.approx(1)
    (different,) = found["disagreements"]
    assert (different["class"], different["boundary"]) == ("boundary", "wider")
    assert different["codes"] == {"Ane": ["Medvirkning/Forankring"], "Bo": ["Medvirkning/Forankring"]}
    assert found["places"] == {"agree": 1, "boundary": 1}
    assert set(found["method"]) == {"nb", "nn", "en"}


def test_that_people_read_unit_rule_and_scope_beside_the_table(run, coded):
    ran = run("agreement", coded, "--coders", "Ane,Bo", "--lang", "nb")

    assert ran.code == 0
    assert "Enhet: taletur" in ran.out
    assert "halvparten av den korteste" in ran.out
    assert "Medvirkning/Forankring" in ran.out
    assert "Samlet" in ran.out
    assert "Bare brukt av Ane, 1 passasje" in ran.out


def test_that_options_reach_the_comparison(run, coded):
    options = ("--unit", "word", "--rule", "any", "--scope", "all", "--seed", "7", "--documents", "intervju.txt")
    setup = run("agreement", coded, "--coders", "Ane", "--coders", "Bo", *options, "--json").json["setup"]

    assert (setup["unit"], setup["rule"], setup["scope"]) == ("word", "any", "all")
    assert setup["bootstrap"]["seed"] == 7
    assert setup["units_left_out"] == 0


def test_that_files_are_written_by_their_endings(run, coded, tmp_path):
    for name in ("enighet.docx", "enighet.csv", "enighet.json"):
        ran = run("agreement", coded, "--coders", "Ane,Bo", "--out", tmp_path / name, "--lang", "nb")
        assert ran.code == 0, ran.err
        assert str(tmp_path / name) in ran.out

    assert len(docx.Document(str(tmp_path / "enighet.docx")).tables) >= 2
    assert (tmp_path / "enighet-ratings.csv").exists()
    written = json.loads((tmp_path / "enighet.json").read_text("utf-8"))
    shown = run("agreement", coded, "--coders", "Ane,Bo", "--json", "--lang", "nb").json
    assert written == shown

    again = run("agreement", coded, "--coders", "Ane,Bo", "--out", tmp_path / "enighet.json")
    assert again.code == 1
    assert "--overwrite" in again.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--coders", "Ane"), "at least two coders"),
        (("--coders", "Ane,Mina"), "Cannot find the coder “Mina”"),
        (("--coders", "Ane", "--rounds", "1,2"), "Ane (1): 2, Ane (2): 0"),
        (("--coders", "Ane,Bo", "--codes", "Ukjent"), "Cannot find the code “Ukjent”"),
    ],
)
def test_that_what_cannot_be_compared_is_said_in_one_line(run, coded, arguments, said):
    ran = run("agreement", coded, *arguments)

    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [(), ("--coders", "A", "--unit", "line"), ("--coders", "A", "--rounds", "x"), ("--coders", "A", "--seed", "-1")],
)
def test_that_wrong_usage_is_told_as_such(run, coded, arguments):
    assert run("agreement", coded, *arguments).code == 2


def test_that_comparing_leaves_the_history_alone(run, coded):
    before = run("history", coded, "--json").json
    run("agreement", coded, "--coders", "Ane,Bo")
    assert run("history", coded, "--json").json == before
