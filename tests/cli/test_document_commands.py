from __future__ import annotations

import pytest

from importing.norwegian_prose import make_paragraphs
from importing.print_text_building import Block, paginate, with_form_feeds
from kodebenk.cli.arguments import make_parser


def test_that_import_tells_what_became_of_each_file(run, files):
    run("new", files / "p.kodebenk")

    ran = run("import", files / "p.kodebenk", files / "intervju.txt", files / "notater.txt", "--json")

    assert ran.code == 0
    interview, notes = ran.json["documents"]
    assert (interview["name"], interview["kind"], interview["pages"]) == ("intervju.txt", "transcript", 0)
    assert interview["speakers"] == [
        {"label": "Intervjuer", "turns": 2, "role": "interviewer"},
        {"label": "Berit", "turns": 2, "role": "unresolved"},
        {"label": "Odd", "turns": 2, "role": "unresolved"},
    ]
    assert (notes["kind"], notes["speakers"]) == ("notes", [])
    assert interview["paragraphs"] == 7
    assert ran.json["failed"] == []


def test_that_a_bad_file_does_not_stop_the_others(run, files):
    run("new", files / "p.kodebenk")
    (files / "tom.txt").write_bytes(b"")
    sources = [files / "mangler.txt", files / "notater.txt", files / "tom.txt", files]

    ran = run("import", files / "p.kodebenk", *sources, "--json")

    assert ran.code == 1
    assert [one["name"] for one in ran.json["documents"]] == ["notater.txt"]
    assert [one["file"] for one in ran.json["failed"]] == [str(sources[0]), str(sources[2]), str(sources[3])]
    assert all(one["reason"] for one in ran.json["failed"])
    assert ran.err.count("\n") == 1
    assert "3 of 4 files not added" in ran.err
    assert run("info", files / "p.kodebenk", "--json").json["documents"] == 1


def test_that_import_says_in_words_what_was_added(run, files):
    run("new", files / "p.kodebenk")

    ran = run("import", files / "p.kodebenk", files / "intervju.txt", "--lang", "nb")

    assert ran.out.startswith("La til 1 av 1 filer.\n")
    assert "transkripsjon" in ran.out
    assert ran.err == ""


def test_that_import_keeps_what_was_said_of_a_source(run, files):
    run("new", files / "p.kodebenk")
    details = ("--kind", "plan", "--issuer", "Granvik kommune", "--date", "2025-03-01", "--respondent", "Solveig Moen")

    run("import", files / "p.kodebenk", files / "notater.txt", *details)

    assert run("text", files / "p.kodebenk", "D1", "--json").json["kind"] == "plan"
    (who,) = run("respondents", files / "p.kodebenk", "--json").json["respondents"]
    assert (who["name"], who["documents"]) == ("Solveig Moen", ["notater.txt"])


def test_that_import_tells_warnings_of_the_reader(run, files):
    run("new", files / "p.kodebenk")
    (files / "rar.txt").write_bytes(INTERVIEW_WITH_ODD_LABEL.encode())

    ran = run("import", files / "p.kodebenk", files / "rar.txt", "--json")

    (warning,) = ran.json["documents"][0]["warnings"]
    assert warning["place"]
    assert "Fremmed" in warning["message"]
    assert "looks like a speaker" in run("import", files / "p.kodebenk", files / "rar.txt").out


INTERVIEW_WITH_ODD_LABEL = """Ane: Hva mener du?

Bo: Jeg mener at det gikk bra.

Ane: Hvorfor det?

Fremmed: Unnskyld, er det ledig her?

Bo: Ja, sett deg.
"""


def test_that_text_prints_the_stored_text(run, project):

    assert run("text", project, "intervju.txt").out == (project.parent / "intervju.txt").read_text("utf-8")


def test_that_the_positions_of_text_lead_to_its_words(run, project):
    found = run("text", project, "Intervju.TXT", "--json").json

    text = found["text"]
    turns = found["turns"]
    assert text[turns[1]["start"] : turns[1]["end"]].startswith("Berit: Målene er greie nok")
    assert text[turns[1]["body_start"] : turns[1]["end"]].startswith("Målene er greie nok")
    roles = ["interviewer", "respondent", "respondent", "interviewer", "respondent", "respondent"]
    assert [turn["role"] for turn in turns] == roles
    assert turns[2]["respondent"] == "Odd Lie"
    assert [text[one["start"] : one["end"]] for one in found["paragraphs"]][1].startswith("Intervjuer: Hva tenker")
    assert {"pages", "headings", "tables", "questions", "lines"} <= found.keys()


def test_that_lines_have_their_number_and_page_in_front(run, files):
    run("new", files / "p.kodebenk")
    (files / "sider.txt").write_text("Første side.\n\nMer av den.\n\f\nAndre side.\n", "utf-8")
    run("import", files / "p.kodebenk", files / "sider.txt", "--kind", "notes")

    lines = run("text", files / "p.kodebenk", "sider", "--lines").out.splitlines()

    assert lines[0].split(maxsplit=2) == ["1", "1", "Første side."]
    assert lines[-1].split(maxsplit=1)[0] == "2"
    assert lines[-1].endswith("Andre side.")


def test_that_line_numbers_are_those_of_citations(run, project):
    lines = run("text", project, "intervju.txt", "--lines").out.splitlines()

    (coding,) = run("codings", project, "--code", "Deltakelse", "--json").json["codings"]

    assert lines[coding["line"] - 1].split(maxsplit=1)[0] == str(coding["line"])
    assert "Vi satt sammen" in lines[coding["line"] - 1]


def test_that_speakers_are_shown_with_turns_and_characters(run, project):
    found = run("speakers", project, "intervju", "--json").json["speakers"]

    assert [(one["label"], one["role"], one["respondent"], one["turns"]) for one in found] == [
        ("Intervjuer", "interviewer", None, 2),
        ("Berit", "respondent", "Berit Aas", 2),
        ("Odd", "respondent", "Odd Lie", 2),
    ]
    words = "Hva tenker dere om målene i den nye planen?Hva gjorde det med tilliten?"
    assert found[0]["characters"] == len(words)
    assert "intervjuer" in run("speakers", project, "intervju", "--lang", "nb").out


def test_that_a_speaker_can_be_nobody(run, project):
    ran = run("speakers", project, "intervju", "--set", "berit=none", "--set", "Odd=interviewer", "--json")

    roles = [(one["role"], one["respondent"]) for one in ran.json["speakers"]]
    assert roles == [("interviewer", None), ("none", None), ("interviewer", None)]
    assert run("history", project, "--json").json["changes"][-1]["name"] == "set_speakers"


def test_that_a_speaker_choice_is_parted_at_its_last_equals_sign():
    parsed = make_parser().parse_args(["speakers", "p", "d", "--set", "A=B=Bo Li", "--set", " C = none "])

    assert parsed.choices == [("A=B", "Bo Li"), ("C", "none")]


def test_that_an_unknown_speaker_is_refused_with_those_who_speak(run, project):
    ran = run("speakers", project, "intervju", "--set", "Kari=Kari Li", "--lang", "nb")

    assert ran.code == 1
    assert "Finner ikke taleren «Kari»" in ran.err
    assert "Intervjuer, Berit, Odd" in ran.err
    assert run("respondents", project, "--json").json["respondents"][2]["name"] == "Odd Lie"


def test_that_an_unknown_document_is_refused(run, project):
    ran = run("text", project, "ukjent.txt")

    assert (ran.code, ran.out) == (1, "")
    assert "Cannot find the document “ukjent.txt”" in ran.err


def test_that_an_ambiguous_document_is_refused_with_the_candidates(run, project, files):
    other = files / "annet"
    other.mkdir()
    (other / "NOTATER.txt").write_text("Noe helt annet, skrevet samme dag.", "utf-8")
    run("import", project, other / "NOTATER.txt", "--kind", "notes")

    assert run("text", project, "notater.txt").code == 0
    ran = run("text", project, "Notater.txt")

    assert ran.code == 1
    assert "fits several documents" in ran.err


@pytest.mark.parametrize("date", ["15.06.2025", "2025-13-01", ""])
def test_that_a_date_must_be_one(run, project, files, date):
    assert run("import", project, files / "notater.txt", "--date", date).code == 2


TALK = """Intervjuer: Når så dere målene første gang?

Ordføreren: Vi fikk dem på bordet i mars.

Intervjuer: Hvem tok det opp?

Ordføreren: Det gjorde jeg.

Ordf.: Og så ble det stille.

Ordf.: Lenge.
"""


def test_that_other_writings_of_a_label_are_told_or_joined(run, project, files):
    (files / "samtale.txt").write_text(TALK, "utf-8")

    told = run("import", project, files / "samtale.txt", "--json").json["documents"][0]
    joined = run("import", project, files / "samtale.txt", "--join-labels", "--json").json["documents"][0]

    assert [one["label"] for one in told["speakers"]] == ["Intervjuer", "Ordføreren", "Ordf."]
    assert [one["kind"] for one in told["warnings"]] == ["label_variants"]
    assert [(one["label"], one["turns"]) for one in joined["speakers"]] == [("Intervjuer", 2), ("Ordføreren", 4)]
    assert joined["warnings"] == []
    speakers = run("speakers", project, joined["name"], "--json").json["speakers"]
    assert speakers[1]["aliases"] == ["Ordf."]


def test_that_a_step_of_the_clean_up_is_counted_and_can_be_left_out(run, project, files):
    pages = paginate([Block(words) for words in make_paragraphs(24, 7)], width=84, height=50)
    (files / "plan.txt").write_text(with_form_feeds(pages), "utf-8")

    whole = run("import", project, files / "plan.txt", "--kind", "plan", "--json").json["documents"][0]
    without = run("import", project, files / "plan.txt", "--kind", "plan", "--without", "hyphens", "--json").json

    steps = {(one["step"], one["outcome"]): one["count"] for one in whole["repairs"]}
    assert steps["hyphens", "joined"] > 0
    assert "hyphens" not in {one["step"] for one in without["documents"][0]["repairs"]}
    assert "-\n" not in run("text", project, whole["name"]).out


def test_that_columns_of_a_survey_can_be_named(run, project, files):
    (files / "svar.csv").write_text("Navn;Hva er bra?;Rolle\nKari;Folk;Rektor\nOla;Mat;Lærer\n", "utf-8")

    ran = run("import", project, files / "svar.csv", "--column", "Hva er bra?=open", "--json").json["documents"][0]
    refused = run("import", project, files / "svar.csv", "--column", "Hva er bra?=sant")

    assert ran["kind"] == "survey"
    assert [one["label"] for one in ran["speakers"]] == ["Kari", "Ola"]
    people = run("respondents", project, "--json").json["respondents"]
    assert {one["name"]: one["attributes"].get("Rolle") for one in people}["Kari"] == "Rektor"
    assert refused.code == 2


def test_that_an_unresolved_speaker_has_candidates(run, project, files):
    (files / "en.txt").write_text(TALK.replace("Ordføreren", "Berit").replace("Ordf.", "Berit"), "utf-8")
    (files / "respondenter.csv").write_text("Navn\nBerit Aas\nOla Moe\n", "utf-8")
    run("respondents", project, "--import", files / "respondenter.csv")
    name = run("import", project, files / "en.txt", "--json").json["documents"][0]["name"]

    found = run("speakers", project, name, "--json").json["speakers"]

    assert found[1]["label"] == "Berit"
    assert found[1]["candidates"][:1] == ["Berit Aas"]
