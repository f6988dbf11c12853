"""Adding sources that were looked at first."""

import pytest

from kodebenk.application import document_actions, queries
from kodebenk.application.document_actions import ImportWish
from kodebenk.application.import_actions import (
    FoundSpeaker,
    SettledSource,
    draft_source,
    import_settled,
    propose_choice,
)
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.errors import Cancelled, Rule, RuleBroken, SourceProblem, SourceUnreadable

TALK = "Intervjuer: Hva skjedde?\n\nRita: Vi fikk vite det.\n\nIntervjuer: Når?\n\nRita: I mars.\n"


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "samtale.txt"
    path.write_text(TALK, "utf-8")
    return path


def test_that_a_draft_names_speakers_and_proposes_the_interviewer(talk):
    draft = draft_source(talk)
    assert draft.speakers == (FoundSpeaker("Intervjuer", 2, True), FoundSpeaker("Rita", 2, False))
    assert draft_source(talk, kind=SourceKind.PLAN).speakers == ()


def test_that_a_draft_stops_and_complains(talk, tmp_path):
    with pytest.raises(SourceUnreadable) as caught:
        draft_source(tmp_path / "borte.txt")
    assert caught.value.problem is SourceProblem.MISSING
    with pytest.raises((Cancelled, SourceUnreadable)):
        draft_source(tmp_path / "x.pdf", is_cancelled=lambda: True)


@pytest.mark.parametrize("label", ["Informant", "R1", "Deltaker 2", "I", "Speaker_3"])
def test_that_labels_that_mean_anybody_wait(label):
    assert propose_choice(FoundSpeaker(label, 3, False), ()) == "unresolved"


def test_that_a_known_respondent_is_proposed_by_name_and_a_new_name_as_new(small_project):
    people = queries.respondents(small_project)
    assert propose_choice(FoundSpeaker("tove strand", 3, False), people) == "Tove Strand"
    assert propose_choice(FoundSpeaker("Rita", 3, False), people) == "Rita"
    assert propose_choice(FoundSpeaker("INT", 3, True), people) == "interviewer"


def test_that_sources_speakers_and_respondents_are_one_step(project, talk):
    draft = draft_source(talk)
    settled = SettledSource(draft, ImportWish(name="Samtalen"), {"Intervjuer": "none", "Rita": "Rita Ek"})
    report = import_settled(project, [settled, SettledSource(draft)])
    assert len(report.document_ids) == 2
    assert [one.name for one in queries.documents(project)] == ["Samtalen", "samtale.txt"]
    assert [one.name for one in queries.respondents(project)] == ["Rita Ek"]
    roles = {one.label: one.role.value for one in queries.text_of(project, report.document_ids[0]).speakers}
    assert roles == {"Intervjuer": "none", "Rita": "respondent"}
    project.undo()
    assert queries.documents(project) == ()
    assert queries.respondents(project) == ()


def test_that_an_ambiguous_respondent_adds_nothing(project, talk):
    from kodebenk.application import respondent_actions

    respondent_actions.add_respondent(project, "Kari Nes (rektor)")
    respondent_actions.add_respondent(project, "Kari Nes (lærer)")
    with pytest.raises(RuleBroken) as caught:
        import_settled(project, [SettledSource(draft_source(talk), speakers={"Rita": "Kari Nes"})])
    assert caught.value.rule is Rule.AMBIGUOUS_NAME
    assert queries.documents(project) == ()


VARIED = """Intervjuer: Hva skjedde?

Ordføreren: Vi fikk vite det.

Int.: Når?

Ordføreren: I mars.

?: Nei, i april.

Intervjuer: Og så?

Ordf.: Så var det gjort.
"""


@pytest.fixture
def varied(tmp_path):
    path = tmp_path / "varied.txt"
    path.write_text(VARIED, "utf-8")
    return path


def test_that_a_label_that_stands_once_is_not_doubtful_where_it_is_another_writing(varied):
    draft = draft_source(varied)
    assert draft.variants == {"Int.": "Intervjuer", "Ordf.": "Ordføreren"}
    assert [doubt.label for doubt in draft.read.doubts] == [""]


def test_that_all_writings_of_a_label_go_to_one_speaker_with_aliases(project, varied):
    draft = draft_source(varied)
    (doubt,) = draft.read.doubts
    settled = SettledSource(
        draft,
        ImportWish(name="Samtalen"),
        {"Intervjuer": "interviewer", "Ordføreren": "Kari Lie"},
        draft.variants,
        {doubt.start: "Ordføreren"},
    )
    (document_id,) = import_settled(project, [settled]).document_ids
    text = queries.text_of(project, document_id)
    assert {(one.label, one.aliases) for one in text.speakers} == {
        ("Intervjuer", ("Int.",)),
        ("Ordføreren", ("Ordf.",)),
    }
    said = [
        (text.speakers_by_id[turn.speaker_id].label, text.text[turn.body_start : turn.end])
        for turn in text.structure.turns
    ]
    assert said == [
        ("Intervjuer", "Hva skjedde?"),
        ("Ordføreren", "Vi fikk vite det."),
        ("Intervjuer", "Når?"),
        ("Ordføreren", "I mars."),
        ("Ordføreren", "Nei, i april."),
        ("Intervjuer", "Og så?"),
        ("Ordføreren", "Så var det gjort."),
    ]
    project.undo()
    assert queries.respondents(project) == ()


def test_that_the_details_are_exactly_those_wished(project, talk):
    draft = draft_source(talk)
    wish = ImportWish(details=DocumentDetails(place="Rådhuset"))
    (document_id,) = import_settled(project, [SettledSource(draft, wish)]).document_ids
    assert queries.document(project, document_id).details == DocumentDetails(place="Rådhuset")


def test_that_adding_without_asking_merges_nothing_and_says_what_may_be_one(project, varied):
    report = document_actions.import_files(project, [varied])
    (document_id,) = report.document_ids
    kinds = [(one.kind, one.fields) for one in report.warnings[document_id]]
    assert ("label_variants", {"label": "Int.", "main": "Intervjuer"}) in kinds
    assert ("label_once", {"label": "Ordf."}) in kinds
    assert ("doubtful_speaker", {}) in kinds
    assert {one.label for one in queries.text_of(project, document_id).speakers} == {"Intervjuer", "Ordføreren", "Int."}


def survey(folder, name, header, *rows):
    path = folder / name
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    return path


def test_that_the_rows_of_a_survey_become_respondents_with_attributes(project, tmp_path):
    path = survey(
        tmp_path,
        "trivsel.csv",
        "Navn;Kommune;Hva er bra her?",
        "Kari Lie;Lillevik;Vi får tid til ungene, og ledelsen hører på oss når vi sier fra om noe.",
        "Ola Nes;Storvik;Lokalene er gode, men det er for få folk på jobb om kvelden og i helgene.",
        "Eva Ek;Lillevik;Arbeidsmiljøet er godt, og folk hjelper hverandre når det stormer som verst.",
    )
    for settled in (False, True):
        if settled:
            import_settled(project, [SettledSource(draft_source(path))])
        else:
            document_actions.import_files(project, [path])
        people = {one.name: one.attributes for one in queries.respondents(project)}
        assert people == {
            "Kari Lie": {"Kommune": "Lillevik"},
            "Ola Nes": {"Kommune": "Storvik"},
            "Eva Ek": {"Kommune": "Lillevik"},
        }
        (document,) = queries.documents(project)
        speakers = queries.text_of(project, document.id).speakers
        assert [one.role.value for one in speakers] == ["respondent"] * 3
        project.undo()
        assert queries.respondents(project) == ()


def test_that_rows_without_names_are_other_people_in_every_survey(project, tmp_path):
    answer = "Et svar med så mange ord at det er et åpent svar, nummer {number}."
    for name in ("vår.csv", "høst.csv"):
        rows = [f"{score};{answer.format(number=number)}" for number, score in enumerate((1, 2, 2))]
        document_actions.import_files(project, [survey(tmp_path, name, "Skår;Hva er bra her?", *rows)])
    assert len(queries.respondents(project)) == 6
    assert {one.name.partition(" · ")[0] for one in queries.respondents(project)} == {"vår", "høst"}
