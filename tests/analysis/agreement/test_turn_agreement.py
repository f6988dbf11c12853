"""How coders agree by whose turn it is."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import TRUST, binary_alpha, compared
from analysis.agreement.coded_texts import comparisons, scope_of
from analysis.agreement.spoken_material import NOTE, interview, on_turns, people, said, spoken
from kodebenk.analysis.agreement.coders_report import TurnsBy
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.span_layout import lay_out_shared
from kodebenk.analysis.agreement.turn_agreement import measure_turns
from kodebenk.analysis.agreement.turn_owners import TurnKind, TurnOwner, first_counted, owner_at, owners_within
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.analysis.attribution import Source
from kodebenk.domain.document import Document, DocumentText, SourceKind, TextStructure
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

VOICES = "I1I1I2I2-X?"


def rows_of(report, by):
    return {one.name or one.kind.value: one for one in report.turns_by(by)}


def alpha_of(row):
    return row.pooled[Measure.ALPHA].coefficient.value


def two_talks():
    """Turns 1 and 3 are R1's, 5 and 7 R2's, and so again in the second interview with R3 in R2's place."""
    one, other = interview(1, VOICES), interview(2, VOICES.replace("2", "3"))
    return spoken(
        [one, other],
        *(said(one, 1, [1, 3, 5]), said(one, 2, [1, 5, 7])),
        *(said(other, 1, [0, 1, 7, 8]), said(other, 2, [0, 3, 7])),
        respondents=people(R1="Ledelse", R2="Stab"),
    )


def test_that_each_kind_of_turn_has_the_figures_of_its_own_turns():
    rows = rows_of(compared(two_talks(), on_turns(1, 2)), TurnsBy.KIND)

    assert {name: (row.units, row.spans) for name, row in rows.items()} == {
        "respondent": (8, (5, 5)),
        "interviewer": (8, (1, 1)),
        "nobody": (2, (0, 0)),
        "unsettled": (2, (0, 0)),
        "outside": (2, (1, 0)),
    }
    # Of the respondents' turns three are coded by both, four by one, one by nobody.
    assert alpha_of(rows["respondent"]) == pytest.approx(binary_alpha(3, 4, 1))
    assert alpha_of(rows["interviewer"]) == pytest.approx(1.0)
    assert alpha_of(rows["outside"]) == pytest.approx(binary_alpha(0, 1, 1))
    assert rows["nobody"].pooled[Measure.ALPHA].coefficient.undefined is Undefined.NOTHING_CODED


def test_that_each_respondent_has_a_row_over_all_sources_and_the_others_follow_by_kind():
    rows = rows_of(compared(two_talks(), on_turns(1, 2)), TurnsBy.RESPONDENT)

    assert list(rows) == ["R1", "R2", "R3", "interviewer", "nobody", "unsettled", "outside"]
    assert [(row.respondent_id, row.kind) for row in rows.values()][:4] == [
        (1, None),
        (2, None),
        (3, None),
        (None, TurnKind.INTERVIEWER),
    ]
    assert [rows[name].units for name in ("R1", "R2", "R3")] == [4, 2, 2]
    assert alpha_of(rows["R1"]) == pytest.approx(binary_alpha(1, 3, 0))
    assert alpha_of(rows["R3"]) == pytest.approx(1.0)
    assert rows["R1"].pooled[Measure.PERCENT].coefficient.value == pytest.approx(0.25)


def test_that_groups_hold_their_respondents_and_those_without_one_stand_apart():
    rows = rows_of(compared(two_talks(), on_turns(1, 2)), TurnsBy.GROUP)

    assert list(rows) == ["Ledelse", "Stab", "respondent", "interviewer", "nobody", "unsettled", "outside"]
    assert [row.units for row in rows.values()] == [4, 2, 2, 8, 2, 2, 2]


def test_that_there_are_no_groups_where_no_respondent_has_one():
    source = interview(1, "I1I2")
    report = compared(spoken([source], said(source, 1, [1]), said(source, 2, [1, 3])), on_turns(1, 2))

    assert report.turns_by(TurnsBy.GROUP) == ()
    assert len(report.turns_by(TurnsBy.RESPONDENT)) == 3


def test_that_interviewers_have_a_row_only_where_their_turns_count():
    report = compared(two_talks(), on_turns(1, 2, scope=Scope.RESPONDENTS))

    rows = rows_of(report, TurnsBy.KIND)
    assert list(rows) == ["respondent", "unsettled", "outside"]
    assert sum(row.units for row in rows.values()) == report.units == 12


def test_that_a_passage_across_turns_belongs_to_the_one_in_which_it_begins():
    source = interview(1, "1I2I")
    across = said(source, 1, [0], upto=2)
    report = compared(spoken([source], across, said(source, 2, [2])), on_turns(1, 2, scope=Scope.RESPONDENTS))

    rows = rows_of(report, TurnsBy.RESPONDENT)
    assert [row.spans for row in rows.values()] == [(1, 0), (0, 1)]
    assert [alpha_of(row) for row in rows.values()] == pytest.approx([binary_alpha(0, 1, 0), None])


def test_that_a_text_without_turns_is_outside_turns_and_yet_its_only_respondents():
    own, shared = interview(1, NOTE * 4, respondents=(2,)), interview(2, NOTE * 3, respondents=(1, 3))
    found = spoken(
        [own, shared],
        *(said(own, 1, [0, 1]), said(own, 2, [0]), said(shared, 1, [0]), said(shared, 2, [0])),
        respondents=people(R2="Stab"),
    )
    report = compared(found, on_turns(1, 2))

    assert {name: row.units for name, row in rows_of(report, TurnsBy.KIND).items()} == {"outside": 7}
    assert {name: row.units for name, row in rows_of(report, TurnsBy.RESPONDENT).items()} == {"R2": 4, "outside": 3}
    assert {name: row.units for name, row in rows_of(report, TurnsBy.GROUP).items()} == {"Stab": 4, "outside": 3}


TURN_SETS = st.sets(st.integers(0, len(VOICES) - 1))


@given(lines=st.lists(TURN_SETS, min_size=8, max_size=8), unit=st.sampled_from(UnitKind), scope=st.sampled_from(Scope))
@settings(max_examples=25, deadline=None)
def test_that_the_rows_of_a_table_add_up_to_the_whole(lines, unit, scope):
    sources = interview(1, VOICES), interview(2, VOICES.replace("1", "3"))
    codings = [said(source, coder, lines.pop(), code) for source in sources for coder in (1, 2) for code in (2, TRUST)]
    found = spoken(sources, said(sources[0], 1, [1]), *codings, respondents=people(R1="Stab"))
    report = compared(found, on_turns(1, 2, scope=scope, unit=unit, documents=(1, 2)))

    whole = tuple(sum(one.spans[rater] for one in report.sources) for rater in (0, 1))
    for by in TurnsBy:
        rows = report.turns_by(by)
        assert sum(row.units for row in rows) == report.units
        assert tuple(sum(row.spans[rater] for row in rows) for rater in (0, 1)) == whole
        owners = [one for row in rows for one in row.owners]
        assert len(owners) == len(set(owners))


@given(st.data())
@settings(deadline=None)
def test_that_units_belong_to_whoever_says_their_first_character_that_counts(data):
    comparison = data.draw(comparisons())
    sources = [cut_into_turns(number, source) for number, source in enumerate(comparison.sources)]
    table = build_joint_table(comparison)

    rows = measure_turns(table, comparison, lay_out_shared(comparison), sources, people())

    counts = Counter()
    for source, text in zip(comparison.sources, sources, strict=True):
        if len(source.finished) > 1:
            scope = scope_of(source)
            pieces = (
                [{one} for one in scope]
                if source.units is None
                else [scope & set(range(start, end)) for start, end in source.units]
            )
            counts += Counter(owner_at(text, min(piece)) for piece in pieces if piece)
    by_kind = Counter()
    for owner, units in counts.items():
        by_kind[owner.kind] += units
    assert {row.kind: row.units for row in rows if row.by is TurnsBy.KIND and row.units} == by_kind
    assert all(
        sum(row.units for row in rows if row.by is by) == table.cluster_size.sum()
        for by in (TurnsBy.KIND, TurnsBy.RESPONDENT)
    )


def cut_into_turns(number, source):
    """Return a text whose turns are the clusters: by turns a respondent's, an interviewer's and another's."""
    starts = sorted({start for start in source.cluster_starts if start < source.length})
    ends = [*starts[1:], source.length][: len(starts)]
    roles = (SpeakerRole.RESPONDENT, SpeakerRole.INTERVIEWER, SpeakerRole.RESPONDENT)
    speakers = tuple(Speaker(at, str(at), number, "ABC"[at], role, (1, None, 2)[at]) for at, role in enumerate(roles))
    turns = tuple(Turn(start, start, end, at % 3, at) for at, (start, end) in enumerate(zip(starts, ends, strict=True)))
    document = Document(number, "", "", SourceKind.TRANSCRIPT, "", number, source.length, 0, "", "", "")
    return Source(document, DocumentText(number, "x" * source.length, TextStructure(turns=turns), speakers))


def test_that_the_figures_are_those_of_a_comparison_of_these_turns_alone():
    found = two_talks()
    rows = rows_of(compared(found, on_turns(1, 2)), TurnsBy.KIND)
    alone = compared(spoken_alone(found, TurnKind.RESPONDENT), on_turns(1, 2, scope=Scope.RESPONDENTS))

    assert rows["respondent"].pooled[Measure.AC1].coefficient.value == pytest.approx(
        alone.pooled.averages[Measure.AC1].coefficient.value
    )
    assert alpha_of(rows["respondent"]) == pytest.approx(alone.pooled.averages[Measure.ALPHA].coefficient.value)


def spoken_alone(found, kind):
    """Return interviews in which the turns of one kind are all there is."""
    voices = {1: "1122", 2: "1133"}
    assert kind is TurnKind.RESPONDENT
    one, other = (interview(number, letters) for number, letters in voices.items())
    return spoken(
        [one, other],
        said(one, 1, [0, 1, 2]),
        said(one, 2, [0, 2, 3]),
        said(other, 1, [0, 3]),
        said(other, 2, [1, 3]),
        respondents=found.respondents,
    )


def test_that_figures_of_turns_are_plain_numbers():
    row = rows_of(compared(two_talks(), on_turns(1, 2)), TurnsBy.KIND)["respondent"]

    shown = (row.units, *row.spans, alpha_of(row), row.alphas[0].value, row.pooled[Measure.ALPHA].codes)
    assert not any(isinstance(one, np.generic) for one in shown)


def test_that_a_passage_holds_the_words_of_everybody_who_speaks_in_it():
    source = interview(1, "1I2-")
    lines = source.text.structure.paragraphs

    assert owners_within(source, lines[0].start, lines[2].end) == {
        TurnOwner(TurnKind.RESPONDENT, 1),
        TurnOwner(TurnKind.INTERVIEWER),
        TurnOwner(TurnKind.RESPONDENT, 2),
    }
    assert owners_within(source, lines[3].start, lines[3].end) == {TurnOwner(TurnKind.OUTSIDE)}


def test_that_the_first_position_that_counts_is_looked_for_in_the_scope():
    assert [first_counted(((2, 4), (6, 9)), at) for at in range(10)] == [2, 2, 2, 3, 6, 6, 6, 7, 8, 9]
    assert first_counted(None, 5) == 5
