"""The questions of an invented guide are found in invented interviews that put them otherwise."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.guide_interviews import GUIDE, NOTES, NYNORSK, ON_THE_LINE, TRANSCRIPT, document, questions
from kodebenk.analysis.question_matching import LEAST_SCORE, find_questions
from kodebenk.domain.document import DocumentText, Span, TextStructure
from kodebenk.domain.guide import GuideQuestion, PlaceStatus, QuestionPlace
from kodebenk.domain.transcript import SpeakerRole

SETTLED = {"Intervjuer": SpeakerRole.INTERVIEWER, "Randi": SpeakerRole.RESPONDENT}
CASES = {
    "settled transcript": (TRANSCRIPT, SETTLED),
    "unsettled transcript": (TRANSCRIPT, {}),
    "notes with dashes": (NOTES, {}),
    "answers on the line": (ON_THE_LINE, {}),
    "nynorsk": (NYNORSK, {}),
}


def search(source, roles=None):
    """Return the places found, as question number to start and words, and where they should be."""
    text, wanted = document(source, roles=roles)
    found = {one.question_id: (one.start, text.text[one.start : one.end]) for one in find_questions(questions(), text)}
    return found, wanted


def test_that_nearly_all_questions_are_found_and_hardly_one_too_many():
    right = wrong = wanted = 0
    for source, roles in CASES.values():
        found, places = search(source, roles)
        wanted += len(places)
        right += sum(found.get(number, (-1,))[0] == start for number, start in places.items())
        wrong += sum(places.get(number) != start for number, (start, _) in found.items())
    assert wanted >= 50
    assert right >= 0.95 * wanted
    assert wrong <= 0.05 * (right + wrong)


@pytest.mark.parametrize("name", CASES)
def test_that_no_shape_of_interview_loses_more_than_one_question(name):
    found, wanted = search(*CASES[name])
    assert {number for number, (start, _) in found.items() if wanted.get(number) != start} == set()
    assert len(wanted.keys() - found.keys()) <= 1


def test_that_the_place_is_the_words_of_the_question_without_label_and_answer():
    spoken, _ = search(TRANSCRIPT)
    assert spoken[2][1] == "Og hvor mange år har du jobbet her i kommunen?"
    assert spoken[9][1] == "Får dere spart noe tid på besøkene? Hva bruker dere den tiden til?"
    on_line, _ = search(ON_THE_LINE)
    assert on_line[5][1] == "Fikk de ansatte noen opplæring før oppstart?"
    noted, _ = search(NOTES)
    assert noted[12][1] == "Personvern – hvordan vurderer du det?"


def test_that_a_respondent_who_repeats_a_question_did_not_put_it():
    text, _ = document(
        "Intervjuer: Da begynner vi.\n\nRandi: Hvilken opplæring fikk de ansatte før oppstarten? Det lurte vi på.",
        roles=SETTLED,
    )
    assert find_questions(questions(), text) == []


def test_that_a_text_about_something_else_holds_no_questions():
    text, _ = document(
        "Styremøte i borettslaget\n\n- Hva koster nytt tak?\n\nTaket koster to millioner.\n\n- Hvem maler gjerdet?\n\n"
        "Dugnad i mai. Alle fikk beskjed om å ta med kost.\n\n- Neste møte?\n\nI juni, hos Karin."
    )
    assert find_questions(questions(), text) == []


def test_that_a_plan_that_only_speaks_of_the_theme_holds_no_questions():
    text, _ = document(
        "Plan for velferdsteknologi\n\nOpplæring\n\nDe ansatte skal få opplæring før oppstarten av digitale "
        "medisindispensere. Pårørende skal informeres.\n\nPersonvern\n\nLøsningen er vurdert av ombudet.\n\n"
        "Innføring\n\nInnføringen av velferdsteknologien skjer i tre trinn."
    )
    assert find_questions(questions(), text) == []


def test_that_equal_words_are_certain_and_every_score_lies_between_fifty_and_a_hundred():
    text, _ = document(
        "\n\n".join(f"- {words}\n\nSvar på dette, i mange ord som ingen har sagt før." for words in GUIDE)
    )
    found = find_questions(questions(), text)
    assert [one.question_id for one in found] == list(range(1, len(GUIDE) + 1))
    assert all(one.score == 100 for one in found)
    for source, roles in CASES.values():
        scores = [one.score for one in find_questions(questions(), document(source, roles=roles)[0])]
        assert all(LEAST_SCORE <= score <= 100 for score in scores)


def test_that_a_question_repeated_word_for_word_has_two_places():
    asked = "Intervjuer: Hva gjør dere når utstyret svikter?\n\nRandi: Vi kjører.\n\nHans: Vi ringer.\n\n"
    text, _ = document(f"{TRANSCRIPT}\n{asked}{asked}", roles=SETTLED)
    starts = [one.start for one in find_questions(questions(), text) if one.question_id == 11]
    assert len(starts) == 2
    assert min(starts) > len(TRANSCRIPT.strip()) - 60


def test_that_what_the_user_settled_is_left_to_the_user():
    text, wanted = document(TRANSCRIPT, roles=SETTLED)
    end = text.text.index("?", wanted[5]) + 1
    confirmed = QuestionPlace(1, 5, 1, wanted[5], end, 80.0, PlaceStatus.CONFIRMED)
    rejected = QuestionPlace(2, 7, 1, wanted[7], wanted[7] + 20, 60.0, PlaceStatus.REJECTED)
    found = find_questions(questions(), text, [confirmed, rejected])
    assert 5 not in {one.question_id for one in found}
    assert all(one.end <= confirmed.start or confirmed.end <= one.start for one in found)
    assert wanted[7] not in {one.start for one in found if one.question_id == 7}
    assert wanted[8] in {one.start for one in found}


def test_that_of_two_guides_with_the_same_questions_the_one_that_fits_the_interview_gets_them():
    shared = [GUIDE[0], GUIDE[1], GUIDE[4]]
    relatives = [*shared, "Hvor bor moren din nå?", "Hvor ofte er du på besøk hos henne?"]
    leaders = [*shared, GUIDE[3], GUIDE[7], GUIDE[8], GUIDE[10]]
    both = [
        GuideQuestion(guide_id * 100 + number, "", guide_id, None, "", words)
        for guide_id, words_of in ((1, relatives), (2, leaders))
        for number, words in enumerate(words_of)
    ]
    text, _ = document(TRANSCRIPT, roles=SETTLED)
    found = find_questions(both, text)
    assert {one.question_id // 100 for one in found} == {2}
    assert len(found) == len(leaders)


def test_that_guides_that_share_an_interview_each_get_their_own_questions():
    halves = [GuideQuestion(n, "", 1 if n <= 7 else 2, None, "", words) for n, words in enumerate(GUIDE, 1)]
    text, wanted = document(TRANSCRIPT, roles=SETTLED)
    found = find_questions(halves, text)
    assert {one.question_id: one.start for one in found} == wanted


def test_that_a_short_form_is_known_by_what_the_text_says_it_means():
    asked = [
        "Når hørte du om nasjonal kvalitetsmåling?",
        "Hvordan brukes NKM i avdelingen?",
        "Hva måler dere ikke?",
        "Hvem leser rapportene?",
    ]
    guide = [GuideQuestion(number, "", 1, None, "", words) for number, words in enumerate(asked, 1)]
    text, wanted = document(
        "Notater om nasjonal kvalitetsmåling (NKM)\n\n- {1}Når hørte du om NKM?\n\nI fjor.\n\n"
        "- {2}Hvordan brukes nasjonal kvalitetsmåling i avdelingen?\n\nLite.\n\n- {4}Hvem leser rapportene?\n\nIngen."
    )
    assert {one.question_id: one.start for one in find_questions(guide, text)} == wanted


def test_that_neither_questions_nor_text_nothing_is_found():
    text, _ = document(NOTES)
    assert find_questions([], text) == []
    assert find_questions(questions(), DocumentText(1, "", TextStructure())) == []


WORDS = st.sampled_from(
    ["Hva", "gjør", "dere", "når", "utstyret", "svikter", "?", ".", "\n", "\n\n", "- ", "Intervjuer:", "1.", "(", ")",
     "😀", "opplæring", "å", "…", "«", "HMS", "(HMS)"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_that_places_lie_inside_the_text_in_order_and_apart(words):
    spans = []
    at = 0
    for part in words.split("\n\n"):
        start, end = at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        if start < end:
            spans.append(Span(start, end))
        at += len(part) + 2
    text = DocumentText(1, words, TextStructure(paragraphs=tuple(spans)))
    found = find_questions(questions(), text)
    for one in found:
        assert 0 <= one.start < one.end <= len(words)
        assert words[one.start : one.end] == words[one.start : one.end].strip()
    assert all(one.end <= other.start for one, other in pairwise(found))
