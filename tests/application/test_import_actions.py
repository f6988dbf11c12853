"""Adding sources that were looked at first."""

import pytest

from kodebenk.application import import_actions, queries
from kodebenk.application.document_actions import ImportWish
from kodebenk.application.import_actions import (
    FoundSpeaker,
    SettledSource,
    draft_source,
    import_settled,
    propose_choice,
)
from kodebenk.domain.document import SourceKind
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


def test_that_the_very_same_file_is_recognised(project, talk):
    draft = draft_source(talk)
    assert import_actions.find_same_source(project, draft) == ""
    import_settled(project, [SettledSource(draft, ImportWish(name="Først"))])
    assert import_actions.find_same_source(project, draft) == "Først"
