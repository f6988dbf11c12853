"""What the window compares: proposed, refused, hidden, and written to files."""

import zipfile
from itertools import pairwise

import pytest

from application.coded_project import add_codes, add_interview, code
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.application import coding_tasks, consensus_actions, queries
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.comparison_reading import (
    export_comparison,
    export_differences,
    propose_setup,
    read_comparison,
)
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.errors import Cancelled, Rule

ALPHA, BETA, GAMMA = (
    "Alfa er det første jeg tenker på.",
    "Beta kom litt etter det, sånn i mai.",
    "Gamma var det ingen som så.",
)


@pytest.fixture
def three(project, tmp_path):
    """Two interviews: Ane and Bo coded the first, Ane and Cato the second; Cato most of all."""
    first, second = add_interview(project, tmp_path, "en.txt"), add_interview(project, tmp_path, "to.txt")
    goal = add_codes(project, "Styring/Mål")["Mål"]
    code(project, first, "Ane", goal, ALPHA, BETA)
    code(project, first, "Bo", goal, ALPHA)
    code(project, second, "Ane", goal, GAMMA)
    code(project, second, "Cato", goal, ALPHA, BETA, GAMMA)
    return project, first, second, goal


def read(project, coder="Ane K.", setup=None):
    return read_comparison(project.path, coder, setup)


def rater_names(setup):
    return [one.name for one in setup.raters]


def test_that_the_two_who_coded_most_of_the_same_sources_are_proposed(three):
    project, _, second, _ = three
    found = read(project)

    assert rater_names(found.setup) == ["Ane", "Cato"]
    assert found.report.setup.documents == (second,)
    assert found.problem is None
    assert [one.name for one in found.stand.active] == ["Ane", "Bo", "Cato"]


def test_that_what_is_read_agrees_with_the_project(three):
    project, first, second, _ = three
    stand = read(project).stand
    ids = {one.name: one.id for one in queries.people(project)}

    assert stand.documents == ((first, "en.txt"), (second, "to.txt"))
    assert stand.codings == {
        (first, ids["Ane"]): 2,
        (first, ids["Bo"]): 1,
        (second, ids["Ane"]): 1,
        (second, ids["Cato"]): 3,
    }
    assert stand.shared_by([ids["Ane"], ids["Bo"]]) == (first,)
    assert stand.shared_by([ids["Bo"], ids["Cato"]]) == ()
    assert stand.rounds[ids["Bo"]] == (1,)
    assert all(earlier < later for earlier, later in pairwise(stand.days[ids["Cato"]]))


def test_that_one_coder_alone_has_nobody_to_be_compared_with(project, tmp_path):
    goal = add_codes(project, "Mål")["Mål"]
    code(project, add_interview(project, tmp_path), "Ane", goal, ALPHA)
    found = read(project)

    assert (found.setup, found.report, found.problem) == (None, None, None)
    assert propose_setup(found.stand) is None


def test_that_coders_without_a_shared_source_are_told_so(three):
    project, *_ = three
    found = read(project, setup=make_setup(project, ["Bo,Cato"]))

    assert found.report is None
    assert found.problem.rule is Rule.NO_SHARED_SOURCE


def test_that_a_source_that_somebody_is_still_to_code_is_not_shared(three):
    project, first, _, _ = three
    (task,) = coding_tasks.assign(project, [first], "Bo", blind=False)
    ids = {one.name: one.id for one in queries.people(project)}
    stand = read(project).stand
    assert stand.shared_by([ids["Ane"], ids["Bo"]]) == ()
    assert stand.unfinished == {(first, ids["Bo"])}

    coding_tasks.finish(project, [task])
    stand = read(project).stand
    assert stand.shared_by([ids["Ane"], ids["Bo"]]) == (first,)
    assert stand.finished == {(first, ids["Bo"])}


def test_that_who_codes_a_source_blind_reads_nothing_of_it(three):
    project, first, second, _ = three
    (task,) = coding_tasks.assign(project, [second], "Bo", blind=True)
    blind, seeing = read(project, "Bo"), read(project, "Ane")

    assert blind.stand.hidden == ("to.txt",)
    assert blind.stand.documents == ((first, "en.txt"),)
    assert rater_names(blind.setup) == ["Ane", "Bo"]
    assert {one.passage.document_id for one in blind.material.codings} == {first}
    assert "Cato" not in [one.name for one in blind.stand.active]
    assert seeing.stand.hidden == ()
    assert rater_names(seeing.setup) == ["Ane", "Cato"]
    assert read(project, "").stand.hidden == ("to.txt",)

    coding_tasks.finish(project, [task])
    assert read(project, "Bo").stand.hidden == ()


def test_that_what_was_settled_stands_beside_what_the_coders_have(three):
    project, first, _, goal = three
    found = read(project, setup=make_setup(project, ["Ane,Bo"]))
    assert found.after is None
    (place,) = found.report.disagreements
    assert place.kind is DisagreementClass.MISSING
    consensus_actions.decide(project, found.report, place, choice=DecisionChoice.ACCEPT, coder_id=place_coder(found))
    again = read(project, setup=found.setup)

    assert again.report.codes == found.report.codes
    assert [one.place.document_id for one in again.decisions] == [first]
    assert again.after.codes[0].agreement.coefficients[Measure.ALPHA].value == 1.0
    assert goal == again.after.codes[0].id


def place_coder(found):
    return found.report.setup.raters[0].coder_id


def test_that_a_comparison_can_be_stopped_at_every_stage(three):
    project, *_ = three
    report = read(project).report
    consensus_actions.decide(project, report, report.disagreements[0], choice=DecisionChoice.NEITHER)
    asked = [0]

    def stop_at(number):
        asked[0] = 0

        def is_cancelled():
            asked[0] += 1
            return asked[0] == number

        return is_cancelled

    assert read_comparison(project.path, "Ane K.", None, stop_at(0)).after is not None
    for number in range(1, asked[0] + 1):
        with pytest.raises(Cancelled):
            read_comparison(project.path, "Ane K.", None, stop_at(number))
        assert asked[0] == number


def test_that_files_have_figures_and_differences_or_differences_alone(three, tmp_path):
    project, *_ = three
    found = read(project, setup=make_setup(project, ["Ane,Bo"]))
    report, log = tmp_path / "enighet.docx", tmp_path / "uenigheter.docx"
    export_comparison(found, report, "nb")
    export_differences(found, log, "nb")

    def words(path):
        with zipfile.ZipFile(path) as package:
            return package.read("word/document.xml").decode()

    assert BETA in words(report)
    assert "Krippendorff" in words(report)
    assert BETA in words(log)
    assert "Krippendorff" not in words(log)


def test_that_the_log_of_somebody_who_codes_blind_has_nothing_of_what_is_hidden(three, tmp_path):
    project, _, second, _ = three
    seen = read(project, "Ane")
    place = next(one for one in seen.report.disagreements if one.document_id == second)
    consensus_actions.decide(
        project, seen.report, place, choice=DecisionChoice.NEITHER, reason="Bare hos Cato", book_note="Ikke gamma"
    )
    coding_tasks.assign(project, [second], "Bo", blind=True)
    target = tmp_path / "log.csv"

    export_differences(read(project, "Ane"), target, "nb")
    assert "Bare hos Cato" in target.read_text("utf-8-sig")
    export_differences(read(project, "Bo", make_setup(project, ["Ane,Bo"])), target, "nb")
    assert "Bare hos Cato" not in target.read_text("utf-8-sig")
