"""Which words of a text count when coders are compared."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.agreement import coded_material
from kodebenk.analysis.agreement.coders_comparison import compare_figures
from kodebenk.analysis.agreement.coders_material import settle_setup
from kodebenk.analysis.agreement.compared_texts import cut_texts, find_scope, make_comparison, put_codings
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.coder import TurnSample
from kodebenk.domain.document import DocumentText, Heading, TextStructure
from kodebenk.domain.passage import Passage
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn
from kodebenk.errors import Cancelled

TEXT = "Funn\n\nI: Hva nå?\n\nB: Ja, vi\nventer.\n\nX: Hm.\n\n- Når?\nI mai.\n"


def turn(number, words, label, speaker_id):
    start = TEXT.index(words)
    return Turn(start, start + len(label), start + len(words), speaker_id, number)


def document(*roles):
    speakers = tuple(Speaker(number, f"g{number}", 1, "?", role) for number, role in enumerate(roles, start=1))
    turns = (turn(1, "I: Hva nå?", "I: ", 1), turn(2, "B: Ja, vi\nventer.", "B: ", 2), turn(3, "X: Hm.", "X: ", 3))
    structure = TextStructure(turns=turns, headings=(Heading(0, 4, 1),))
    return DocumentText(1, TEXT, structure, speakers)


def words_in_scope(text, questions=()):
    return [text.text[start:end] for start, end in find_scope(text, questions)]


def test_that_words_of_respondents_are_left_when_all_else_is_taken_away():
    text = document(SpeakerRole.INTERVIEWER, SpeakerRole.RESPONDENT, SpeakerRole.NOBODY)
    start = TEXT.index("Når?")

    assert words_in_scope(text, [(start, start + 4)]) == ["Ja, vi\nventer.", "-", "I mai."]


def test_that_speakers_who_are_not_settled_count():
    text = document(SpeakerRole.INTERVIEWER, SpeakerRole.UNRESOLVED, SpeakerRole.UNRESOLVED)

    assert words_in_scope(text) == ["Ja, vi\nventer.", "Hm.\n\n- Når?\nI mai."]


def test_that_a_text_without_structure_counts_as_a_whole():
    assert find_scope(DocumentText(1, " Målet. Det er alt. \n", TextStructure())) == ((1, 19),)


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple), max_size=6))
def test_that_no_masked_character_counts_and_every_other_word_does(masked):
    scope = find_scope(DocumentText(1, TEXT, TextStructure()), masked)

    counted = {place for start, end in scope for place in range(start, end)}
    hidden = {place for start, end in masked for place in range(start, end)}
    assert not counted & hidden
    assert {place for place, letter in enumerate(TEXT) if not letter.isspace()} <= counted | hidden
    assert list(scope) == sorted(scope)


BOTH = coded_material.material(coded_material.made(1, [0, 2]), coded_material.made(2, [0, 3]))
LONG = len(coded_material.TEXT)


def drawn(*turns):
    """Return what both coded, with a sample of turns of the first text."""
    sample = TurnSample(1, "", "Prøve", 0.5, "", 1, "", 10, tuple(Passage(1, *one) for one in turns))
    return replace(BOTH, samples={1: sample})


@st.composite
def ordered_ranges(draw):
    cuts = sorted(draw(st.sets(st.integers(0, LONG), max_size=10)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@given(ordered_ranges(), st.sampled_from([UnitKind.WORD, UnitKind.SENTENCE, UnitKind.PARAGRAPH]))
def test_that_units_are_compared_that_have_a_character_in_scope(turns, unit):
    material = drawn(*turns)
    setup = replace(coded_material.setup(1, 2, unit=unit, documents=(1,), codes=(coded_material.GOALS,)), turns_of=1)
    cut = cut_texts(material, setup)

    found = make_comparison(material, setup, cut).sources[0].units

    counted = {place for start, end in turns for place in range(start, end)}
    assert found == tuple(one for one in cut[1] if counted & set(range(*one)))


def test_that_other_codings_in_the_same_texts_are_compared_as_if_they_had_been_read():
    setup = settle_setup(BOTH, coded_material.setup(1, 2, unit=UnitKind.WORD))
    other = replace(BOTH, codings=[*coded_material.made(1, [1, 2], whole=False), *coded_material.made(2, [2])])

    assert put_codings(make_comparison(BOTH, setup), other, setup) == make_comparison(other, setup)


def test_that_figures_alone_are_those_of_the_whole_report():
    report = coded_material.compared(BOTH, coded_material.setup(1, 2))
    other = replace(BOTH, codings=[*coded_material.made(1, [1, 2]), *coded_material.made(2, [2])])
    whole = coded_material.compared(other, report.setup)

    found = compare_figures(report, other)

    assert (found.setup, found.units, found.kappa) == (whole.setup, whole.units, whole.kappa)
    assert [(one.id, one.path, one.name, one.agreement) for one in found.codes] == [
        (one.id, one.path, one.name, one.agreement) for one in whole.codes
    ]
    assert (found.pooled.averages, found.mean.averages) == (whole.pooled.averages, whole.mean.averages)
    assert found.codes[0].agreement != report.codes[0].agreement


def test_that_the_user_can_stop_the_cutting():
    with pytest.raises(Cancelled):
        cut_texts(BOTH, settle_setup(BOTH, coded_material.setup(1, 2)), lambda: True)
