"""`agreement`."""

import json

import docx
import pytest

from kodebenk.application import agreement_report, consensus_actions
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.consensus import DecisionChoice

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


@pytest.fixture
def settled(coded):
    """The project with the one difference on Forankring settled as Ane coded it."""
    with OpenProject.open(coded, coder_name="Ane") as project:
        material = agreement_report.read_agreement_material(project.connection)
        report = agreement_report.compare_coders(material, make_setup(project, ["Ane,Bo"], codes=["Forankring"]))
        (place,) = report.disagreements
        coder_id = report.setup.raters[0].coder_id
        consensus_actions.decide(project, report, place, choice=DecisionChoice.ACCEPT, coder_id=coder_id)
    return coded


def test_that_figures_after_discussion_stand_beside_those_before(run, settled):
    compare = ("agreement", settled, "--coders", "Ane,Bo", "--unit", "word")
    before, ran = run(*compare, "--json").json, run(*compare, "--lang", "nb")

    assert ran.code == 0
    assert "α etter drøfting" in ran.out
    assert "Enigheten mellom koderne er tallet før drøfting." in ran.out
    assert "avgjort" in ran.out
    assert before["resolved"]["settled"] == 1
    forankring = next(one for one in before["codes"] if one["code"] == "Medvirkning/Forankring")
    assert forankring["alpha"] < before["after"]["codes"]["Medvirkning/Forankring"]["alpha"] == pytest.approx(1)


def test_that_a_project_without_decisions_has_no_such_column(run, coded):
    assert "drøfting" not in run("agreement", coded, "--coders", "Ane,Bo", "--lang", "nb").out


def test_that_the_log_is_written_beside_the_report_or_alone(run, settled, tmp_path):
    compare = ("agreement", settled, "--coders", "Ane,Bo", "--lang", "nb")
    alone = run(*compare, "--log", tmp_path / "logg.csv")
    both = run(*compare, "--out", tmp_path / "enighet.docx", "--log", tmp_path / "logg.docx", "--json")

    assert alone.code == 0, alone.err
    assert "α etter drøfting" in alone.out
    assert str(tmp_path / "logg-codebook.csv") in alone.out
    assert "Slik Ane kodet" in (tmp_path / "logg.csv").read_text("utf-8-sig")
    assert both.json["written"] == [str(tmp_path / "enighet.docx"), str(tmp_path / "logg.docx")]
    again = run(*compare, "--log", tmp_path / "logg.csv")
    assert again.code != 0
    assert run(*compare, "--log", tmp_path / "logg.csv", "--overwrite").code == 0


def test_that_the_consensus_is_no_coder_but_its_codings_can_be_asked_for(run, settled):
    refused = run("agreement", settled, "--coders", "Ane,Konsensus", "--lang", "nb")
    assert refused.code != 0
    assert "Konsensus" in refused.err
    assert "Bo" in refused.err
    listed = run("codings", settled, "--coder", "Konsensus", "--json").json["codings"]
    assert [one["code"] for one in listed] == ["Medvirkning/Forankring"]
    assert all(one["coder"] != "Konsensus" for one in run("codings", settled, "--json").json["codings"])
    assert "Konsensus" not in run("info", settled, "--json").json["coders"]
