"""Which words of a text count when coders are compared."""

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.compared_texts import find_scope
from kodebenk.domain.document import DocumentText, Heading, TextStructure
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

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
