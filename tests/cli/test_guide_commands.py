import pytest

GUIDE = """Intervjuguide – ledere
Versjon 2

Mål
1. Hva tenker dere om målene i planen?
2. Hvem bestemte målene?

Oppfølging av økonomi
3. Hvordan ble økonomien fulgt opp?
4. Hva ville du gjort om igjen?
"""


@pytest.fixture
def guided(run, project, files):
    """The project with an imported guide."""
    (files / "guide.txt").write_text(GUIDE, "utf-8")
    assert run("guide", project, "--import", files / "guide.txt").code == 0
    return project


def test_that_an_imported_guide_is_listed_with_the_places_of_its_questions(run, project, files):
    (files / "guide.txt").write_text(GUIDE, "utf-8")
    found = run("guide", project, "--import", files / "guide.txt", "--target-group", "enhetsledere", "--json").json
    assert found["imported"] == "Intervjuguide – ledere (enhetsledere, 2)"
    (guide,) = found["guides"]
    assert (guide["name"], guide["target_group"], guide["version"]) == ("Intervjuguide – ledere", "enhetsledere", "2")
    assert [theme["name"] for theme in guide["themes"]] == ["Mål", "Oppfølging av økonomi"]
    shown = [
        (one["number"], one["theme"], [(place["document"], place["words"]) for place in one["found"]])
        for one in guide["questions"]
    ]
    assert shown == [
        ("1", "Mål", [("intervju.txt", "Hva tenker dere om målene i den nye planen?")]),
        ("2", "Mål", [("notater.txt", "Hvem bestemte målene?")]),
        ("3", "Oppfølging av økonomi", [("notater.txt", "Hvordan ble økonomien fulgt opp?")]),
        ("4", "Oppfølging av økonomi", [("notater.txt", "Hva ville du gjort om igjen?")]),
    ]
    place = guide["questions"][1]["found"][0]
    assert place.keys() >= {"document", "start", "end", "score", "confirmed"}
    assert (place["score"], place["confirmed"]) == (100.0, False)
    text = run("text", project, "notater.txt", "--json").json["text"]
    assert text[place["start"] : place["end"]] == "Hvem bestemte målene?"


def test_that_the_text_of_a_document_tells_its_questions(run, guided):
    questions = run("text", guided, "notater.txt", "--json").json["questions"]
    assert [(one["question"], one["guide"], one["confirmed"]) for one in questions] == [
        ("Hvordan ble økonomien fulgt opp?", "Intervjuguide – ledere (2)", False),
        ("Hvem bestemte målene?", "Intervjuguide – ledere (2)", False),
        ("Hva ville du gjort om igjen?", "Intervjuguide – ledere (2)", False),
    ]
    assert questions[0].keys() >= {"start", "end", "score"}


def test_that_confirmed_places_tell_who_was_asked(run, guided):
    before = run("guide", guided, "--json").json["guides"][0]["questions"]
    assert {tuple(one["asked"] + one["not_asked"]) for one in before} == {()}
    found = run("guide", guided, "--confirm", "60", "--json").json
    assert found["newly_confirmed"] == 4
    first, second, *_ = found["guides"][0]["questions"]
    assert (first["asked"], first["not_asked"]) == (["Berit Aas", "Odd Lie"], ["Solveig Moen"])
    assert (second["asked"], second["not_asked"]) == (["Solveig Moen"], ["Berit Aas", "Odd Lie"])
    assert run("undo", guided).code == 0
    assert run("guide", guided, "--json").json["guides"][0]["questions"] == before


def test_that_a_document_imported_later_is_searched_when_asked_for(run, guided, files):
    (files / "ny.txt").write_text("Notat\n\n- Hvem bestemte målene?\n\nIngen husker det.\n", "utf-8")
    assert run("import", guided, files / "ny.txt", "--kind", "notes").code == 0
    found = run("guide", guided, "--find", "--document", "ny.txt", "--json").json
    assert found["proposed"] == 1
    places = found["guides"][0]["questions"][1]["found"]
    assert sorted(one["document"] for one in places) == ["notater.txt", "ny.txt"]


def test_that_answers_are_coded_with_codes_made_of_the_themes(run, guided):
    assert run("guide", guided, "--make-codes", "--json").json["codes_made"] == 2
    assert run("guide", guided, "--confirm", "50").code == 0
    coded = run("guide", guided, "--code-answers", "--coder", "Ane", "--json").json["codings"]
    codings = {one["id"]: one for one in run("codings", guided, "--json").json["codings"]}
    assert len(coded) == 7
    assert {codings[one]["code"] for one in coded} == {"Mål", "Oppfølging av økonomi"}
    assert codings[coded[0]]["quote"].startswith("Målene er greie nok")
    assert codings[coded[0]]["respondents"] == ["Berit Aas"]
    steps = run("history", guided, "--json").json["changes"]
    assert [one["name"] for one in steps[-4:]] == ["import_guide", "edit_guide", "settle_questions", "code_answers"]


def test_that_people_read_a_table_in_their_language(run, guided):
    shown = run("guide", guided, "--lang", "nb")
    assert "Intervjuguide – ledere (2)" in shown.out
    assert "Bekreftet" in shown.out
    assert "Bekreftet 4 steder." in run("guide", guided, "--confirm", "50", "--lang", "nb").out
    assert "Bekreftet 0 steder." in run("guide", guided, "--confirm", "50", "--lang", "nb").out


def test_that_a_project_without_guides_has_none(run, project):
    assert run("guide", project, "--json").json == {"guides": []}
    assert run("guide", project).out.strip() == "(nothing)"


def test_that_what_cannot_be_done_is_told_in_one_line(run, guided, files):
    (files / "brev.txt").write_text("Vi takker for samtalen og ønsker god sommer.", "utf-8")
    for arguments, words in (
        (("--import", files / "guide.txt"), "Intervjuguide – ledere (2)"),
        (("--import", files / "brev.txt"), "no questions"),
        (("--import", files / "nei.docx"), "nei.docx"),
        (("--guide", "Ukjent"), "Intervjuguide – ledere (2)"),
    ):
        refused = run("guide", guided, *arguments)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert words in refused.err
    assert run("guide", guided, "--find", "--confirm", "60").code == 2
