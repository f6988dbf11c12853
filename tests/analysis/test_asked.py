from kodebenk.analysis.asked import Asked, asked_by_question, asked_by_theme
from kodebenk.analysis.attribution import Source
from kodebenk.domain.document import Document, DocumentText, SourceKind, TextStructure
from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme, PlaceStatus, QuestionPlace
from kodebenk.domain.transcript import Speaker, SpeakerRole

GOALS, TRUST = 10, 20  # codes
LEADERS = Guide(
    1,
    "g1",
    "Guide",
    "ledere",
    "1",
    "",
    (GuideTheme(1, "t1", "Mål", GOALS), GuideTheme(2, "t2", "Tillit", TRUST), GuideTheme(3, "t3", "Annet")),
    (
        GuideQuestion(1, "q1", 1, 1, "1", "Hvem laget målene?"),
        GuideQuestion(2, "q2", 1, 2, "2", "Hvordan er tilliten?"),
        GuideQuestion(3, "q3", 1, 3, "3", "Noe mer?"),
    ),
)


def source(document_id, *speakers, owners=(), kind=SourceKind.TRANSCRIPT):
    """A document in which the respondents speak; `(respondent, position)` leaves at the position."""
    people = [who if isinstance(who, tuple) else (who, None) for who in speakers]
    cast = tuple(
        Speaker(number, "s", document_id, f"P{who}", SpeakerRole.RESPONDENT, who, (), left_at)
        for number, (who, left_at) in enumerate(people, 1)
    )
    document = Document(
        document_id, "d", f"d{document_id}", kind, "", 0, 1000, 0, "", "", "", respondent_ids=tuple(owners)
    )
    return Source(document, DocumentText(document_id, "x" * 1000, TextStructure(), cast))


def place(question_id, document_id, start=0, status=PlaceStatus.CONFIRMED):
    return QuestionPlace(start * 100 + question_id, question_id, document_id, start, start + 10, 90.0, status)


def by_theme(places, *sources):
    return asked_by_theme([LEADERS], places, {one.document.id: one for one in sources})


def test_that_a_confirmed_place_says_who_was_asked_and_the_rest_of_the_interview_who_was_not():
    found = by_theme([place(1, 1)], source(1, 7, 8))
    assert found == {
        (7, GOALS): Asked.ASKED,
        (8, GOALS): Asked.ASKED,
        (7, TRUST): Asked.NOT_ASKED,
        (8, TRUST): Asked.NOT_ASKED,
    }


def test_that_notes_count_for_whom_they_belong_to():
    assert by_theme([place(1, 1)], source(1, owners=[7], kind=SourceKind.NOTES))[7, GOALS] is Asked.ASKED


def test_that_only_confirmed_places_count_and_a_proposed_one_leaves_it_open():
    proposed = [place(1, 1, status=PlaceStatus.PROPOSED)]
    assert set(by_theme(proposed, source(1, 7)).values()) == {Asked.UNKNOWN}
    both = by_theme([*proposed, place(3, 1, start=50)], source(1, 7))
    assert both == {(7, GOALS): Asked.UNKNOWN, (7, TRUST): Asked.NOT_ASKED}


def test_that_a_rejected_place_is_no_place():
    rejected = [place(1, 1, status=PlaceStatus.REJECTED), place(2, 1, start=50)]
    assert by_theme(rejected, source(1, 7)) == {(7, GOALS): Asked.NOT_ASKED, (7, TRUST): Asked.ASKED}


def test_that_who_has_left_is_not_asked_what_comes_later():
    found = by_theme([place(1, 1, start=10), place(2, 1, start=500)], source(1, 7, (8, 300)))
    assert (found[7, TRUST], found[8, GOALS], found[8, TRUST]) == (Asked.ASKED, Asked.ASKED, Asked.NOT_ASKED)


def test_that_who_came_back_under_another_label_was_there():
    found = by_theme([place(2, 1, start=500)], source(1, (8, 300), 8))
    assert found[8, TRUST] is Asked.ASKED


def test_that_another_interview_of_the_same_respondent_may_have_asked():
    found = by_theme([place(1, 1), place(2, 2)], source(1, 7), source(2, 7, 9))
    assert found == {
        (7, GOALS): Asked.ASKED,
        (7, TRUST): Asked.ASKED,
        (9, GOALS): Asked.NOT_ASKED,
        (9, TRUST): Asked.ASKED,
    }


def test_that_an_interview_without_confirmed_places_says_nothing():
    found = by_theme([place(1, 1)], source(1, 7), source(2, 9))
    assert (found[9, GOALS], found[9, TRUST]) == (Asked.UNKNOWN, Asked.UNKNOWN)


def test_that_literature_and_documents_of_nobody_have_nobody_who_was_asked():
    sources = source(1, owners=[7], kind=SourceKind.LITERATURE), source(2, kind=SourceKind.PLAN)
    assert by_theme([place(1, 1), place(1, 2)], *sources) == {}


def test_that_who_was_interviewed_by_another_guide_was_not_asked_about_its_themes():
    staff = Guide(2, "g2", "Guide", "ansatte", "1", "", (), (GuideQuestion(9, "q9", 2, None, "", "Hva gjør du?"),))
    found = asked_by_theme([LEADERS, staff], [place(9, 1)], {1: source(1, 7)})
    assert found == {(7, GOALS): Asked.NOT_ASKED, (7, TRUST): Asked.NOT_ASKED}


def test_that_questions_are_told_one_by_one_whether_their_theme_means_a_code_or_not():
    found = asked_by_question([LEADERS], [place(1, 1), place(3, 1, start=40)], {1: source(1, 7)})
    assert found == {(7, 1): Asked.ASKED, (7, 2): Asked.NOT_ASKED, (7, 3): Asked.ASKED}
