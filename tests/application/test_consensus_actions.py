"""Settling the places about which coders differ."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from application.coded_project import add_codes, add_interview, code
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.application import (
    agreement_report,
    codebook_actions,
    coding_actions,
    comparison_actions,
    consensus_actions,
    document_actions,
    matrix_report,
    queries,
    unplaced_actions,
)
from kodebenk.application.agreement_setup import make_setup
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.coding import Stance
from kodebenk.domain.consensus import DecisionChoice, DecisionTag
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, integrity, task_store
from kodebenk.storage.tables import coding as coding_table
from kodebenk.storage.tables import coding_respondent

ALPHA, BETA, GAMMA, DELTA = (
    "Alfa er det første jeg tenker på.",
    "Beta kom litt etter det, sånn i mai.",
    "Gamma var det ingen som så.",
    "Delta husker jeg ikke så godt.",
)


def compare(project, *coders, **setup):
    material = agreement_report.read_agreement_material(project.connection)
    return agreement_report.compare_coders(material, make_setup(project, coders or ["Ane,Bo"], **setup))


def layer_of(project):
    coder = consensus_actions.consensus_coder(project)
    found = coding_store.list_codings(project.connection, coder_ids=[coder.id]) if coder else []
    return [(one.anchor.quote, queries.codebook(project).by_id[one.code_id].name) for one in found]


def originals(project):
    people = [one.id for one in queries.coders(project) if one.is_person]
    connection = project.connection
    rows = connection.execute(select(coding_table).where(coding_table.c.coder_id.in_(people)).order_by("id")).all()
    return rows, connection.execute(select(coding_respondent)).all()


def coder_id(project, name):
    return queries.find_coder(project, name).id


@pytest.fixture
def differing(project, tmp_path):
    """An interview in which Ane and Bo have other ends, other codes, a coding missing, and one place alike."""
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål", "Styring/Tillit")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA, GAMMA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA, "Beta kom litt")
    code(project, document_id, "Bo", codes["Tillit"], GAMMA)
    code(project, document_id, "Ane", codes["Tillit"], DELTA)
    return project, document_id, codes


def place_of(report, kind):
    return next(place for place in report.places if place.kind is kind)


def decide(project, report, kind, choice, **values):
    return consensus_actions.decide(project, report, place_of(report, kind), choice=choice, **values)


@pytest.mark.parametrize(
    ("kind", "choice", "coder", "expected"),
    [
        (DisagreementClass.BOUNDARY, DecisionChoice.ACCEPT, "Bo", [("Beta kom litt", "Mål")]),
        (DisagreementClass.BOUNDARY, DecisionChoice.UNION, "", [(BETA, "Mål")]),
        (DisagreementClass.BOUNDARY, DecisionChoice.INTERSECTION, "", [("Beta kom litt", "Mål")]),
        (DisagreementClass.DIFFERENT_CODE, DecisionChoice.ACCEPT, "Ane", [(GAMMA, "Mål")]),
        (DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION, "", [(GAMMA, "Mål"), (GAMMA, "Tillit")]),
        (DisagreementClass.MISSING, DecisionChoice.ACCEPT, "Ane", [(DELTA, "Tillit")]),
        (DisagreementClass.MISSING, DecisionChoice.ACCEPT, "Bo", []),
        (DisagreementClass.MISSING, DecisionChoice.NEITHER, "", []),
        (DisagreementClass.MISSING, DecisionChoice.DEFER, "", []),
    ],
)
def test_that_a_choice_puts_into_the_consensus_what_it_says(differing, kind, choice, coder, expected):
    project, _, _ = differing
    before = originals(project)
    report = compare(project)
    accepted = coder_id(project, coder) if coder else None

    decision_id = decide(project, report, kind, choice, coder_id=accepted)

    assert sorted(layer_of(project)) == sorted(expected)
    assert originals(project) == before
    (made,) = consensus_actions.decisions(project)
    assert (made.id, made.choice, made.coder_id, made.kind) == (decision_id, choice, accepted, kind.value)
    assert len(made.coding_ids) == len(expected)
    assert made.is_settled is (choice is not DecisionChoice.DEFER)


def test_that_what_nobody_shares_cannot_be_settled_as_what_all_marked(differing):
    project, _, _ = differing

    with pytest.raises(RuleBroken) as refused:
        decide(project, compare(project), DisagreementClass.MISSING, DecisionChoice.INTERSECTION)

    assert refused.value.rule is Rule.EMPTY_PASSAGE
    assert consensus_actions.decisions(project) == ()
    assert consensus_actions.consensus_coder(project) is None


def test_that_a_deferred_or_accepted_place_can_be_settled_anew_and_keeps_one_decision(differing):
    project, _, _ = differing
    report = compare(project)
    first = decide(project, report, DisagreementClass.BOUNDARY, DecisionChoice.DEFER, book_note="Hva er et mål?")
    consensus_actions.mark_mended(project, [first])
    decide(project, report, DisagreementClass.BOUNDARY, DecisionChoice.UNION, book_note="Hva er et mål?")
    assert consensus_actions.decisions(project)[0].mended_at

    again = decide(
        project,
        report,
        DisagreementClass.BOUNDARY,
        DecisionChoice.ACCEPT,
        coder_id=coder_id(project, "Bo"),
        reason=" Bare ordene om tid. ",
        tag=DecisionTag.UNIT,
        book_note="Mål er det som telles.",
    )

    assert again == first
    (made,) = consensus_actions.decisions(project)
    assert (made.reason, made.tag, made.mended_at) == ("Bare ordene om tid.", DecisionTag.UNIT, "")
    assert layer_of(project) == [("Beta kom litt", "Mål")]


def test_that_one_undo_takes_a_decision_back_with_all_that_it_put_there(differing):
    project, _, _ = differing
    report = compare(project)
    before = coding_store.list_codings(project.connection)
    decide(project, report, DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION)

    project.undo()

    assert coding_store.list_codings(project.connection) == before
    assert consensus_actions.decisions(project) == ()
    assert consensus_actions.consensus_coder(project) is None
    project.redo()
    assert len(layer_of(project)) == 2
    assert list(integrity.check_references(project.connection)) == []


def test_that_two_decisions_share_a_coding_and_withdrawing_one_leaves_it_to_the_other(differing):
    project, document_id, codes = differing
    report = compare(project)
    text = queries.text_of(project, document_id).text
    same = (text.index(DELTA), text.index(DELTA) + len(DELTA), codes["Tillit"])
    first = decide(project, report, DisagreementClass.BOUNDARY, DecisionChoice.EDIT, codings=[same])
    second = decide(project, report, DisagreementClass.MISSING, DecisionChoice.UNION)
    assert layer_of(project) == [(DELTA, "Tillit")]

    consensus_actions.withdraw_decision(project, first)
    assert layer_of(project) == [(DELTA, "Tillit")]

    consensus_actions.withdraw_decision(project, second)
    assert layer_of(project) == []
    with pytest.raises(RuleBroken) as refused:
        consensus_actions.withdraw_decision(project, second)
    assert refused.value.rule is Rule.NOT_FOUND


def test_that_what_is_chosen_anew_is_trimmed_and_checked(differing):
    project, document_id, codes = differing
    report = compare(project)
    text = queries.text_of(project, document_id).text
    start = text.index(DELTA)
    wanted = [(start - 1, start + 12, codes["Mål"]), (start, start + 11, codes["Mål"])]
    decide(project, report, DisagreementClass.MISSING, DecisionChoice.EDIT, codings=wanted)
    assert layer_of(project) == [("Delta husker", "Mål"), ("Delta huske", "Mål")]

    for codings, rule in (
        ([], Rule.EMPTY_PASSAGE),
        ([(start - 1, start, codes["Mål"])], Rule.EMPTY_PASSAGE),
        ([(start, len(text) + 1, codes["Mål"])], Rule.PASSAGE_OUTSIDE_TEXT),
        ([(start, start + 5, 999)], Rule.NOT_FOUND),
    ):
        with pytest.raises(RuleBroken) as refused:
            decide(project, report, DisagreementClass.MISSING, DecisionChoice.EDIT, codings=codings)
        assert refused.value.rule is rule


def test_that_consensus_codings_take_after_their_originals(differing):
    project, _, codes = differing
    ane = queries.codings(project, code_ids=[codes["Mål"]], coder_ids=[coder_id(project, "Ane")])
    bo = queries.codings(project, code_ids=[codes["Mål"]], coder_ids=[coder_id(project, "Bo")])
    for one in (ane[1], bo[1]):
        coding_actions.set_stance(project, one.id, Stance.FOR)
        coding_actions.edit_coding(project, one.id, round_number=2)
    coding_actions.attribute_coding(project, ane[1].id, [])
    coding_actions.set_stance(project, ane[2].id, Stance.AGAINST)
    report = compare(project)

    decide(project, report, DisagreementClass.BOUNDARY, DecisionChoice.UNION)
    decide(project, report, DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION)

    layer = consensus_actions.consensus_coder(project)
    shared, goal, trust = coding_store.list_codings(project.connection, coder_ids=[layer.id])
    assert (shared.stance, shared.round, shared.attribution.value) == (Stance.FOR, 2, "speaker")
    assert (goal.stance, trust.stance) == (Stance.AGAINST, None)
    assert (shared.kind, shared.evidence) == (ane[1].kind, ane[1].evidence)


def test_that_agreed_places_are_taken_once_with_what_all_coded(project, tmp_path):
    document_id, codes = add_interview(project, tmp_path), add_codes(project, "Styring/Mål")
    code(project, document_id, "Ane", codes["Mål"], ALPHA, BETA)
    code(project, document_id, "Bo", codes["Mål"], ALPHA[1:], BETA[:-1])
    report = compare(project)

    assert consensus_actions.accept_agreed(project, report) == 2
    assert layer_of(project) == [(ALPHA[1:], "Mål"), (BETA[:-1], "Mål")]
    assert consensus_actions.accept_agreed(project, report) == 0
    project.undo()
    assert layer_of(project) == []


def test_that_a_place_whose_codings_changed_is_not_settled(differing):
    project, document_id, codes = differing
    report = compare(project)
    place = place_of(report, DisagreementClass.MISSING)
    code(project, document_id, "Bo", codes["Mål"], DELTA)
    consensus_actions.decide(project, report, place, choice=DecisionChoice.UNION)

    code(project, document_id, "Bo", codes["Tillit"], DELTA[:20])

    for call in (
        lambda: consensus_actions.decide(project, report, place, choice=DecisionChoice.DEFER),
        lambda: consensus_actions.preview(project, report, place, DecisionChoice.UNION),
        lambda: consensus_actions.accept_agreed(
            project, replace(report, places=(replace(place, kind=DisagreementClass.AGREE),))
        ),
    ):
        with pytest.raises(RuleBroken) as refused:
            call()
        assert (refused.value.rule, refused.value.fields["place"]) == (Rule.PLACE_CHANGED, place.citation)


def test_that_a_decision_without_a_reason_is_refused_where_the_project_asks_for_one(differing):
    project, _, _ = differing
    report = compare(project)
    place = place_of(report, DisagreementClass.MISSING)
    comparison_actions.require_reason(project, True)

    for reason in ("", "  \n"):
        with pytest.raises(RuleBroken) as refused:
            consensus_actions.decide(project, report, place, choice=DecisionChoice.UNION, reason=reason)
        assert (refused.value.rule, refused.value.fields) == (
            Rule.DECISION_REASON_MISSING,
            {"place": place.citation},
        )
    assert consensus_actions.decisions(project) == ()
    assert layer_of(project) == []
    consensus_actions.decide(project, report, place, choice=DecisionChoice.UNION, reason="Det står i boka.")
    assert [one.reason for one in consensus_actions.decisions(project)] == ["Det står i boka."]


def test_that_what_is_left_open_and_what_all_agree_about_needs_no_reason(differing):
    project, _, _ = differing
    report = compare(project)
    comparison_actions.require_reason(project, True)

    consensus_actions.decide(project, report, place_of(report, DisagreementClass.MISSING), choice=DecisionChoice.DEFER)
    agreed = report.place_counts[DisagreementClass.AGREE]

    assert consensus_actions.accept_agreed(project, report) == agreed > 0
    assert [one.choice for one in consensus_actions.decisions(project)] == [DecisionChoice.DEFER]


def test_that_a_person_may_be_called_consensus_and_the_layer_takes_another_name(differing):
    project, _, _ = differing
    coding_actions.add_coder(project, "konsensus")
    decide(project, compare(project), DisagreementClass.MISSING, DecisionChoice.UNION)

    layer = consensus_actions.consensus_coder(project)
    assert (layer.name, layer.kind) == ("Konsensus (2)", CoderKind.CONSENSUS)
    with pytest.raises(RuleBroken) as refused:
        coding_actions.add_coder(project, "Konsensus (2)")
    assert refused.value.rule is Rule.NAME_TAKEN
    with pytest.raises(RuleBroken) as refused:
        compare(project, "Ane,Konsensus (2)")
    assert refused.value.rule is Rule.NOT_FOUND


def test_that_the_consensus_is_seen_where_it_is_asked_for_only(differing):
    project, _, codes = differing
    seen = queries.codings(project)
    counts = dict(queries.coding_counts(project))
    decide(project, compare(project), DisagreementClass.MISSING, DecisionChoice.UNION)
    layer = consensus_actions.consensus_coder(project)

    assert queries.codings(project) == seen
    assert queries.coding_counts(project) == counts
    assert layer not in queries.people(project)
    (settled,) = queries.codings(project, coder_ids=[layer.id])
    assert (settled.anchor.quote, settled.code_id) == (DELTA, codes["Tillit"])


def test_that_a_coding_deleted_from_the_consensus_leaves_the_decision(differing):
    project, _, _ = differing
    decide(project, compare(project), DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION)
    (made,) = consensus_actions.decisions(project)

    coding_actions.remove_coding(project, made.coding_ids[0])

    (left,) = consensus_actions.decisions(project)
    assert left.coding_ids == made.coding_ids[1:]
    project.undo()
    assert sorted(consensus_actions.decisions(project)[0].coding_ids) == sorted(made.coding_ids)


def test_that_decisions_follow_codes_that_are_merged_or_deleted(differing):
    project, _, codes = differing
    decide(project, compare(project), DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION)
    decide(project, compare(project), DisagreementClass.BOUNDARY, DecisionChoice.UNION)
    assert [one.place.code_ids for one in consensus_actions.decisions(project)] == [
        (codes["Mål"],),
        (codes["Mål"], codes["Tillit"]),
    ]

    codebook_actions.merge_codes(project, codes["Tillit"], codes["Mål"])

    shared, both = consensus_actions.decisions(project)
    assert (shared.place.code_ids, both.place.code_ids) == ((codes["Mål"],), (codes["Mål"],))
    assert layer_of(project) == [(BETA, "Mål"), (GAMMA, "Mål")]
    assert len(both.coding_ids) == 1
    codebook_actions.delete_code(project, codes["Mål"])
    assert [one.place.code_ids for one in consensus_actions.decisions(project)] == [(), ()]
    assert list(integrity.check_references(project.connection)) == []
    project.undo()
    project.undo()
    assert len(consensus_actions.decisions(project)[1].coding_ids) == 2


def test_that_a_document_is_deleted_with_its_decisions_and_tasks(differing):
    project, document_id, _ = differing
    decide(project, compare(project), DisagreementClass.DIFFERENT_CODE, DecisionChoice.UNION)
    passage = Passage(document_id, 0, 11)
    with project.change(ChangeName.ASSIGN_CODING, coder="Bo", count="1") as write:
        task = {"coder_id": coder_id(project, "Bo"), "round_number": 1, "blind": False, "sample_id": None}
        task_store.add_task(write, document_id=document_id, **task, assigned_at="2026-05-12", units=[(passage, "x")])
        drawn = {"share": 0.5, "stratum": "", "seed": 1, "drawn_at": "2026-05-12", "drawn_from": 2}
        task_store.add_sample(write, name="Utvalg", **drawn, turns=[(passage, "Intervjuer:")])
    before = consensus_actions.decisions(project)

    document_actions.delete_document(project, document_id)

    assert consensus_actions.decisions(project) == ()
    assert task_store.list_tasks(project.connection) == ()
    assert task_store.list_samples(project.connection)[0].turns == ()
    assert list(integrity.check_references(project.connection)) == []
    project.undo()
    assert consensus_actions.decisions(project) == before
    assert task_store.list_tasks(project.connection)[0].units == (passage,)


def test_that_the_matrix_holds_the_consensus_when_it_is_chosen_and_persons_otherwise(differing):
    project, _, _ = differing
    spec = MatrixSpec()
    before = quotes_of(matrix_report.build(project, spec))
    decide(project, compare(project), DisagreementClass.MISSING, DecisionChoice.UNION)
    layer = consensus_actions.consensus_coder(project)

    assert quotes_of(matrix_report.build(project, spec)) == before
    chosen = replace(spec, coder_ids=(layer.id,))
    assert quotes_of(matrix_report.build(project, chosen)) == [(DELTA, "Konsensus")]
    in_worker = matrix_report.build_in_worker(project.path, chosen, project.title, reader_name="Ane K.")
    assert quotes_of(in_worker) == [(DELTA, "Konsensus")]


def quotes_of(matrix):
    return [(quote.text, quote.coder) for row in matrix.cells for cell in row for quote in cell.quotes]


def test_that_a_consensus_coding_without_a_place_is_listed_to_be_placed(differing):
    project, _, _ = differing
    decide(project, compare(project), DisagreementClass.MISSING, DecisionChoice.UNION)
    (made,) = consensus_actions.decisions(project)
    with project.change(ChangeName.EDIT_TEXT, document="x") as write:
        coding_store.unplace(write, {made.coding_ids[0]: "not_found"})

    assert [one.coder for one in unplaced_actions.list_unplaced(project)] == ["Konsensus"]
