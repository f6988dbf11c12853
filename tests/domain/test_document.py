from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.document import (
    LONGEST_SOURCE_LINE,
    WRAPPED_LINE,
    DocumentText,
    Page,
    Span,
    TextStructure,
    number_lines,
)
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

TEXT = "Kari: Ja.\n\nIntervjuer: Hvorfor?\n\nKari: Fordi.\n"


def make_text():
    speakers = (
        Speaker(1, "a", 1, "Kari", SpeakerRole.RESPONDENT, 7),
        Speaker(2, "b", 1, "Intervjuer", SpeakerRole.INTERVIEWER),
    )
    turns = (Turn(0, 6, 9, 1, 1), Turn(11, 23, 31, 2, 2), Turn(33, 39, 45, 1, 3))
    structure = TextStructure(
        paragraphs=(Span(0, 9), Span(11, 31), Span(33, 45)),
        pages=(Page(0, 32, "i"), Page(32, 46, "ii")),
        line_starts=number_lines(TEXT),
        turns=turns,
    )
    return DocumentText(1, TEXT, structure, speakers)


def test_that_a_place_has_page_lines_turn_and_paragraph():
    place = make_text().place_of(39, 45)
    assert (place.page, place.line, place.last_line, place.turn, place.paragraph) == ("ii", 5, 5, 3, 3)


def test_that_a_label_alone_is_not_speech_of_that_turn():
    assert [turn.number for turn in make_text().turns_in(0, 12)] == [1]
    assert [turn.number for turn in make_text().turns_in(0, 25)] == [1, 2]


def test_that_between_turns_there_is_none():
    assert make_text().turn_at(10) is None
    assert make_text().turn_at(8).number == 1


def test_that_short_lines_keep_the_numbers_of_any_editor():
    text = "en\n\ntre\nfire"
    assert [text[start:].split("\n", maxsplit=1)[0] for start in number_lines(text)] == ["en", "", "tre", "fire"]


def test_that_long_paragraphs_are_wrapped_at_blanks_and_empty_lines_do_not_count():
    text = "ord " * 60 + "\n\nslutt"
    starts = number_lines(text)
    assert all(start == 0 or text[start - 1] in " \n" for start in starts)
    assert text[starts[-1] :] == "slutt"


@given(st.text(alphabet="ab \n", max_size=600))
def test_that_numbered_lines_are_in_order_inside_the_text_and_never_too_long(text):
    starts = number_lines(text)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    ends = [*starts[1:], len(text)]
    longest = LONGEST_SOURCE_LINE if max(map(len, text.split("\n"))) <= LONGEST_SOURCE_LINE else WRAPPED_LINE
    for start, end in zip(starts, ends, strict=True):
        assert len(text[start:end].split("\n")[0]) <= longest + 1
