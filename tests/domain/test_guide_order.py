"""Where questions of a guide move to, and the numbers that new ones get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme
from kodebenk.domain.guide_order import QuestionSpot, group_questions, number_at, split_number, spot_beside


def guide_of(*questions, themes=2):
    """Return a guide of questions given as (theme id or None, number)."""
    made = tuple(
        GuideQuestion(at, str(at), 1, theme_id, number, f"Spørsmål {at}?")
        for at, (theme_id, number) in enumerate(questions, start=1)
    )
    return Guide(
        1, "g", "Guide", "", "", "", tuple(GuideTheme(at, str(at), f"T{at}") for at in range(1, themes + 1)), made
    )


FOUR = guide_of((1, "1"), (1, "2"), (2, "3"), (2, "4"))


def test_that_questions_without_a_theme_come_first_and_themes_keep_their_order():
    mixed = guide_of((2, ""), (1, ""), (None, ""), (1, ""))
    assert {theme: [one.id for one in own] for theme, own in group_questions(mixed).items()} == {
        None: [3],
        1: [2, 4],
        2: [1],
    }
    assert list(group_questions(mixed)) == [None, 1, 2]


@pytest.mark.parametrize(
    ("number", "step", "spot"),
    [
        (1, 1, QuestionSpot(1, 1)),
        (2, -1, QuestionSpot(1, 0)),
        (2, 1, QuestionSpot(2, 0)),
        (3, -1, QuestionSpot(1, 2)),
        (1, -1, None),
        (4, 1, None),
    ],
)
def test_that_a_step_crosses_the_border_of_a_theme_and_stops_at_the_ends(number, step, spot):
    assert spot_beside(FOUR, FOUR.questions[number - 1], step) == spot


def test_that_a_step_leads_into_a_theme_without_questions():
    guide = guide_of((1, "1"), themes=3)
    assert spot_beside(guide, guide.questions[0], 1) == QuestionSpot(2, 0)


def test_that_a_step_leads_out_of_the_themes_only_where_something_stands_there():
    guide = guide_of((None, ""), (1, ""))
    assert spot_beside(guide, guide.questions[1], -1) == QuestionSpot(None, 1)


@pytest.mark.parametrize(
    ("guide", "spot", "number"),
    [
        (guide_of(), QuestionSpot(None, 0), "1"),
        (FOUR, QuestionSpot(2, 2), "5"),
        (FOUR, QuestionSpot(1, 1), "1a"),
        (FOUR, QuestionSpot(1, 2), "2a"),
        (FOUR, QuestionSpot(2, 0), "2a"),
        (FOUR, QuestionSpot(1, 0), ""),
        (guide_of((1, "3"), (1, "3a"), (1, "4")), QuestionSpot(1, 1), "3b"),
        (guide_of((1, "3"), (1, "3a")), QuestionSpot(1, 2), "4"),
        (guide_of((1, ""), (1, "")), QuestionSpot(1, 2), ""),
        (guide_of((1, "1.1"), (1, "1.2")), QuestionSpot(1, 2), ""),
    ],
)
def test_that_a_new_question_gets_a_number_that_fits_those_printed(guide, spot, number):
    assert number_at(guide, spot) == number


@given(st.lists(st.sampled_from([None, 1, 2]), max_size=8), st.sampled_from([None, 1, 2]), st.integers(0, 9))
def test_that_a_new_number_is_no_other_questions(themes, theme_id, place):
    guide = guide_of(*((theme, str(at)) for at, theme in enumerate(themes, start=1)))
    spot = QuestionSpot(theme_id, min(place, len(guide.questions_of(theme_id))))
    assert number_at(guide, spot) not in {one.number for one in guide.questions}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3b. Hva  nå?", ("3b", "Hva nå?")),
        ("12) Hvem?", ("12", "Hvem?")),
        ("1.2. Hvor?", ("1.2", "Hvor?")),
        ("Hvor mange av 3. klasse?", ("", "Hvor mange av 3. klasse?")),
        ("2 ganger i uka?", ("", "2 ganger i uka?")),
        ("4.", ("", "4.")),
    ],
)
def test_that_a_number_before_the_words_is_told_from_them(words, found):
    assert split_number(words) == found
