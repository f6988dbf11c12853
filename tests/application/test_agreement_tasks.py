"""Which documents and turns are compared, where somebody is to code them."""

import pytest

from application.coded_project import add_codes, add_interview, code
from conftest import passage_of
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.application import agreement_report, queries
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import task_store

ALPHA, BETA = "Alfa er det første jeg tenker på.", "Beta kom litt etter det, sånn i mai."


@pytest.fixture
def interviews(project, tmp_path):
    """Two interviews of four turns; Ane coded the first in two turns and Bo in one, and only Ane coded the second."""
    codes = add_codes(project, "Styring/Mål")
    first, second = add_interview(project, tmp_path), add_interview(project, tmp_path, "to.txt")
    code(project, first, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, first, "Bo", codes["Mål"], ALPHA)
    code(project, second, "Ane", codes["Mål"], ALPHA)
    return project, first, second


def raters(project):
    return tuple(Rater(name, queries.find_coder(project, name).id) for name in ("Ane", "Bo"))


def compare(project, **setup):
    material = agreement_report.read_agreement_material(project.connection)
    return agreement_report.compare_coders(material, AgreementSetup(raters(project), **setup))


def give_task(project, document_id, name, *, finished_at="", round_number=1, sample_id=None):
    with project.change(ChangeName.ASSIGN_CODING) as write:
        task_id = task_store.add_task(
            write,
            document_id=document_id,
            coder_id=queries.find_coder(project, name).id,
            round_number=round_number,
            blind=True,
            sample_id=sample_id,
            assigned_at="2026-01-01T10:00:00Z",
        )
        task_store.update_task(write, task_id, finished_at=finished_at)


def compared_documents(project, **setup):
    return [one.id for one in compare(project, **setup).documents]


def test_that_a_coder_who_has_finished_without_a_coding_counts_as_done(interviews):
    project, first, second = interviews
    assert compared_documents(project) == [first]
    give_task(project, second, "Bo", finished_at="2026-01-02T10:00:00Z")
    assert compared_documents(project) == [first, second]


def test_that_a_document_somebody_is_still_to_code_is_not_compared(interviews):
    project, first, second = interviews
    give_task(project, second, "Bo", finished_at="2026-01-02T10:00:00Z")
    give_task(project, first, "Bo")
    assert compared_documents(project) == [second]
    with pytest.raises(RuleBroken) as caught:
        compare(project, documents=(first,))
    assert caught.value.rule is Rule.NOT_FINISHED
    assert caught.value.fields["coder"] == "Bo"


def test_that_a_task_of_another_round_does_not_keep_a_round_from_being_compared(interviews):
    project, first, _ = interviews
    give_task(project, first, "Bo", round_number=2)
    both = tuple(Rater(one.name, one.coder_id, round=1) for one in raters(project))
    material = agreement_report.read_agreement_material(project.connection)
    assert [one.id for one in agreement_report.compare_coders(material, AgreementSetup(both)).documents] == [first]


def draw(project, *passages):
    with project.change(ChangeName.DRAW_SAMPLE, sample="prøve") as write:
        drawn = {"share": 0.5, "stratum": "", "seed": 1, "drawn_at": "2026-01-01", "drawn_from": 4}
        turns = [(one, queries.text_of(project, one.document_id).text[one.start : one.end]) for one in passages]
        return task_store.add_sample(write, name="prøve", turns=turns, **drawn)


def turn_of(project, document_id, words):
    at = passage_of(project, document_id, words).start
    turns = queries.text_of(project, document_id).structure.turns
    turn = next(one for one in turns if one.start <= at < one.end)
    return Passage(document_id, turn.start, turn.end)


def test_that_only_the_turns_of_a_sample_are_compared(interviews):
    project, first, _ = interviews
    whole = compare(project)
    sample_id = draw(project, turn_of(project, first, ALPHA), turn_of(project, first, "Gamma"))
    drawn = compare(project, turns_of=sample_id)
    assert (whole.units, drawn.units) == (4, 2)
    assert whole.codes[0].agreement.coefficients[Measure.PERCENT].value == pytest.approx(0.75)
    assert drawn.codes[0].agreement.coefficients[Measure.PERCENT].value == pytest.approx(1)
    assert drawn.disagreements == ()


def test_that_a_sample_says_itself_which_documents_are_compared(interviews):
    project, first, second = interviews
    give_task(project, second, "Bo", finished_at="2026-01-02T10:00:00Z")
    sample_id = draw(project, turn_of(project, second, ALPHA))
    assert compared_documents(project, turns_of=sample_id) == [second]
    assert compared_documents(project) == [first, second]


def test_that_a_document_of_which_somebody_coded_a_sample_is_not_compared_as_a_whole(interviews):
    project, first, second = interviews
    sample_id = draw(project, turn_of(project, second, ALPHA), turn_of(project, second, "Gamma"))
    give_task(project, second, "Bo", finished_at="2026-01-02T10:00:00Z", sample_id=sample_id)
    report = compare(project)
    assert ([one.id for one in report.documents], report.sample, report.setup.turns_of) == ([first], None, None)
    assert compared_documents(project, documents=(second,)) == [second]


def test_that_the_turns_of_a_sample_are_compared_where_nothing_was_to_be_coded_as_a_whole(interviews):
    project, first, second = interviews
    sample_id = draw(project, turn_of(project, first, ALPHA), turn_of(project, second, "Gamma"))
    for one in (first, second):
        give_task(project, one, "Bo", finished_at="2026-01-02T10:00:00Z", sample_id=sample_id)
    report = compare(project)
    assert (report.units, report.setup.turns_of, report.sample.name) == (2, sample_id, "prøve")
    again = compare(project, documents=report.setup.documents, turns_of=report.setup.turns_of)
    assert again.setup == report.setup
    said = "Bare turene i utvalget «prøve» er sammenliknet (2 av 4 turer, trukket tilfeldig, frø 1)."
    assert said in agreement_report.setup_sentences(report, "nb")
    told = {language: agreement_report.method_paragraph(report, language) for language in ("nb", "nn", "en")}
    assert "Bare et tilfeldig utvalg på 2 av 4 turer er sammenliknet (frø 1)." in told["nb"]
    assert "Berre eit tilfeldig utval på 2 av 4 turar er samanlikna (frø 1)." in told["nn"]
    assert "Only a random sample of 2 out of 4 turns was compared (seed 1)." in told["en"]


def test_that_a_sample_that_is_gone_is_told(interviews):
    project, _, _ = interviews
    with pytest.raises(RuleBroken) as caught:
        compare(project, turns_of=7)
    assert (caught.value.rule, caught.value.fields["kind"]) == (Rule.NOT_FOUND, "sample")
