import json

import pytest


@pytest.fixture
def corrected(files):
    text = (files / "intervju.txt").read_text("utf-8")
    swaps = (
        ("Intervju med to ledere", "Intervju med to erfarne ledere"),
        ("skrev målene selv", "skreiv målene sjølve"),
        ("Folk kjenner målene igjen som sine egne.", "Det er bra."),
    )
    for old, new in swaps:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = files / "intervju-rettet.txt"
    path.write_text(text, "utf-8")
    return path


def test_that_codings_follow_a_corrected_file_and_the_rest_is_listed(run, project, corrected):
    before = {one["id"]: one for one in run("codings", project, "--json").json["codings"]}
    told = run("replace-text", project, "intervju.txt", corrected, "--json").json
    assert (told["kept"], told["moved"]) == (0, 3)
    (unplaced,) = told["unplaced"]
    assert unplaced["quote"] == "Folk kjenner målene igjen som sine egne."
    assert (unplaced["reason"], unplaced["message"]) == ("not_found", "its words are not in the new text")
    (altered,) = told["altered"]
    assert altered["text"] == "Vi satt sammen med de ansatte og skreiv målene sjølve."
    assert (altered["quote"], altered["searched"]) == (before[altered["coding"]]["quote"], False)
    listed = run("codings", project, "--json").json["codings"]
    assert {one["id"] for one in listed} == before.keys() - {unplaced["coding"]}
    text = run("text", project, "intervju.txt", "--json").json
    assert text["text"] == corrected.read_text("utf-8")
    assert all(
        text["text"][one["start"] : one["end"]] == one["quote"] for one in listed if one["document"] == "intervju.txt"
    )
    assert {turn["respondent"] for turn in text["turns"]} == {None, "Berit Aas", "Odd Lie"}


def test_that_info_and_check_tell_of_unplaced_codings_and_undo_ends_that(run, project, corrected):
    assert run("replace-text", project, "intervju.txt", corrected).code == 0
    info = run("info", project, "--json").json
    assert (info["unplaced"], info["codings"]) == (1, 4)
    checked = run("check", project, "--json")
    assert (checked.code, checked.json["ok"], checked.json["unplaced"]) == (0, True, 1)
    assert "1 koding har ingen plass" in run("check", project, "--lang", "nb").out
    assert "intervju-rettet.txt" in run("history", project).out
    run("undo", project)
    info = run("info", project, "--json").json
    assert (info["unplaced"], info["codings"]) == (0, 5)


def test_that_people_read_what_became_of_their_codings(run, project, corrected):
    told = run("replace-text", project, "intervju.txt", corrected, "--lang", "nb").out
    assert "0 kodinger står der de sto, 3 fulgte med, 1 har ingen plass" in told
    assert "skreiv målene sjølve" in told
    assert "ordene finnes ikke i den nye teksten" in told


def test_that_codings_of_other_documents_are_not_touched(run, project, corrected):
    before = [one for one in run("codings", project, "--json").json["codings"] if one["document"] == "notater.txt"]
    run("replace-text", project, "intervju.txt", corrected)
    after = [one for one in run("codings", project, "--json").json["codings"] if one["document"] == "notater.txt"]
    assert after == before


def test_that_the_same_text_a_missing_file_and_an_unknown_document_are_refused_in_one_line(run, project, files):
    for arguments, words in (
        (("intervju.txt", files / "intervju.txt"), "is the same as before"),
        (("intervju.txt", files / "borte.txt"), "borte.txt"),
        (("ukjent.txt", files / "intervju.txt"), "Cannot find the document"),
    ):
        refused = run("replace-text", project, *arguments)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert words in refused.err
    assert json.dumps(run("info", project, "--json").json["unplaced"]) == "0"
