"""The consensus of two copies of a project, merged."""

import pytest

from application.coded_project import add_codes, add_interview, code
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.application import agreement_report, coding_actions, consensus_actions, project_check, queries
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.merge_plan import MergeChoices, plan_merge
from kodebenk.application.merging import apply_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.storage import coding_store

ALPHA, BETA, GAMMA = "Alfa er det første jeg tenker på.", "Beta kom litt etter det", "Gamma var det ingen som så."


@pytest.fixture
def copies(project, tmp_path):
    """Two copies of a project in which Ane and Bo differ at two places; theirs lies in a folder of its own."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA, GAMMA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA, GAMMA[:15])
    there = tmp_path / "bo" / project.path.name
    there.parent.mkdir()
    project.save_copy(there)
    return project, there


def settle(project, kind, choice):
    material = agreement_report.read_agreement_material(project.connection)
    report = agreement_report.compare_coders(material, make_setup(project, ["Ane,Bo"]))
    place = next(place for place in report.places if place.kind is kind)
    return consensus_actions.decide(project, report, place, choice=choice)


def merge(ours, path, **choices):
    report = apply_merge(ours, plan_merge(ours, path), MergeChoices(**choices))
    assert project_check.check_project(ours).problems == ()
    return report


def layer_of(project):
    layer = consensus_actions.consensus_coder(project)
    return [one.anchor.quote for one in coding_store.list_codings(project.connection, coder_ids=[layer.id])]


def test_that_two_consensus_layers_become_one(copies):
    ours, path = copies
    settle(ours, DisagreementClass.MISSING, DecisionChoice.UNION)
    with OpenProject.open(path, coder_name="Bo") as theirs:
        settle(theirs, DisagreementClass.MISSING, DecisionChoice.UNION)
        settle(theirs, DisagreementClass.BOUNDARY, DecisionChoice.UNION)

    merge(ours, path)

    layers = [one for one in queries.coders(ours) if one.kind is CoderKind.CONSENSUS]
    assert [one.name for one in layers] == ["Konsensus"]
    assert layer_of(ours) == [BETA, GAMMA]
    made = consensus_actions.decisions(ours)
    assert [one.quote for one in made] == [BETA, BETA, GAMMA]
    assert all(len(one.coding_ids) == 1 for one in made)


def test_that_a_place_settled_in_both_copies_is_settled_anew_once(copies):
    ours, path = copies
    settle(ours, DisagreementClass.MISSING, DecisionChoice.NEITHER)
    with OpenProject.open(path, coder_name="Bo") as theirs:
        settle(theirs, DisagreementClass.MISSING, DecisionChoice.UNION)
    merge(ours, path)
    assert len(consensus_actions.decisions(ours)) == 2

    settle(ours, DisagreementClass.MISSING, DecisionChoice.NEITHER)

    (made,) = consensus_actions.decisions(ours)
    assert made.choice is DecisionChoice.NEITHER
    assert layer_of(ours) == []
    ours.undo()
    assert (len(consensus_actions.decisions(ours)), layer_of(ours)) == (2, [BETA])


def test_that_the_layer_of_the_other_copy_comes_as_a_layer(copies):
    ours, path = copies
    with OpenProject.open(path, coder_name="Bo") as theirs:
        settle(theirs, DisagreementClass.MISSING, DecisionChoice.UNION)

    report = merge(ours, path)

    assert not any(one.is_namesake for one in report.coders)
    assert layer_of(ours) == [BETA]
    assert BETA in [one.anchor.quote for one in queries.codings(ours)]
    assert len(queries.people(ours)) == 3


def test_that_a_person_with_the_name_of_the_layer_is_not_taken_for_it(copies):
    ours, path = copies
    coding_actions.add_coder(ours, "Konsensus")
    with OpenProject.open(path, coder_name="Bo") as theirs:
        settle(theirs, DisagreementClass.MISSING, DecisionChoice.UNION)

    merge(ours, path)

    assert consensus_actions.consensus_coder(ours).name == "Konsensus (2)"
    assert "Konsensus" in [one.name for one in queries.people(ours)]
