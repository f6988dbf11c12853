"""Interview guides in a project: imported, found, settled, edited, coded by, and all of it undone."""

import pytest

from conftest import make_small_project, passage_of
from kodebenk.analysis.asked import Asked
from kodebenk.application import (
    answer_coding,
    codebook_actions,
    document_actions,
    guide_actions,
    guide_files,
    guide_queries,
    guide_search,
    guide_tables,
    matrix_report,
    queries,
    respondent_actions,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.guide_order import QuestionSpot
from kodebenk.domain.matrix import ColumnKind, MatrixSpec
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Cancelled, Rule, RuleBroken, SourceUnreadable
from kodebenk.storage.integrity import data_of

GUIDE = """theme,question
Styring,Hvordan startet arbeidet med målene?
Deltakelse,Hvordan kom målene til?
deltakelse,Ble de ansatte spurt?
Tillit,Hva gjør dette med tilliten?
Avslutning,Er det noe dere vil legge til?
"""


@pytest.fixture
def guide_file(tmp_path):
    (tmp_path / "guide.csv").write_text(GUIDE, "utf-8")
    return tmp_path / "guide.csv"


@pytest.fixture
def guided(small_project, guide_file):
    """The small project with an imported guide."""
    guide_files.import_guide_file(small_project, guide_file, target_group="ledere")
    return small_project


def found(project):
    """Return document, question and words of every place that is shown."""
    questions = guide_queries.questions_by_id(project)
    return [
        (one.document_id, questions[one.question_id].text, one.quote) for one in guide_queries.shown_places(project)
    ]


def test_that_a_guide_comes_in_with_themes_codes_and_proposed_places_in_one_step(small_project, guide_file):
    before = data_of(small_project.connection)
    report = guide_files.import_guide_file(small_project, guide_file, target_group="ledere")
    (guide,) = guide_queries.guides(small_project)
    assert (guide.id, guide.name, guide.target_group, guide.file_name) == (
        report.guide_id,
        "guide",
        "ledere",
        "guide.csv",
    )
    book = queries.codebook(small_project)
    meant = {theme.name: theme.code_id and book.path_of(theme.code_id) for theme in guide.themes}
    assert meant == {
        "Styring": "Styring",
        "Deltakelse": "Deltakelse",
        "deltakelse": "Deltakelse",
        "Tillit": None,
        "Avslutning": None,
    }
    assert found(small_project) == [
        (1, "Hvordan startet arbeidet med målene?", "Hvordan begynte arbeidet med målene?"),
        (1, "Ble de ansatte spurt?", "Ble de ansatte spurt?"),
        (2, "Hvordan kom målene til?", "Hvordan kom målene til?"),
        (2, "Hva gjør dette med tilliten?", "Hva betyr det for tilliten?"),
    ]
    assert report.places == 4
    assert {one.status for one in guide_queries.places(small_project)} == {PlaceStatus.PROPOSED}
    assert guide_files.original_of(small_project, guide.id) == ("guide.csv", guide_file.read_bytes())
    after = data_of(small_project.connection)
    small_project.undo()
    assert data_of(small_project.connection) == before
    small_project.redo()
    assert data_of(small_project.connection) == after


def test_that_a_guide_is_still_there_and_undone_after_reopening(tmp_path, guide_file):
    with make_small_project(tmp_path) as project:
        guide_files.import_guide_file(project, guide_file)
        path, places = project.path, guide_queries.places(project)
    with OpenProject.open(path) as again:
        assert guide_queries.places(again) == places
        again.undo()
        assert guide_queries.guides(again) == ()


def test_that_the_same_guide_is_not_imported_twice_but_another_version_is(guided, guide_file):
    with pytest.raises(RuleBroken) as caught:
        guide_files.import_guide_file(guided, guide_file, target_group="Ledere")
    assert (caught.value.rule, caught.value.fields["name"]) == (Rule.NAME_TAKEN, "guide (ledere)")
    guide_files.import_guide_file(guided, guide_file, target_group="ansatte")
    assert [guide_queries.title_of(one) for one in guide_queries.guides(guided)] == [
        "guide (ledere)",
        "guide (ansatte)",
    ]
    assert len(found(guided)) == 4


def test_that_a_file_without_questions_leaves_the_project_as_it_was(small_project, tmp_path):
    (tmp_path / "brev.txt").write_text("Vi takker for samtalen og ønsker god sommer til alle sammen.", "utf-8")
    before = data_of(small_project.connection)
    with pytest.raises(SourceUnreadable):
        guide_files.import_guide_file(small_project, tmp_path / "brev.txt")
    assert data_of(small_project.connection) == before


def test_that_a_search_in_a_worker_gives_the_same_as_one_here_and_now(small_project, guide_file):
    imported = guide_files.read_guide_file(guide_file)
    search = guide_files.prepare_import(small_project, imported)
    told = []
    places = guide_search.find_places(search, progress=lambda done, of: told.append((done, of)))
    guide_files.import_guide(small_project, imported, search=search, found=places)
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert len(found(small_project)) == 4
    with pytest.raises(Cancelled):
        guide_search.find_places(search, is_cancelled=lambda: True)


def test_that_finding_anew_keeps_what_was_settled_and_renews_what_was_proposed(guided):
    first, second, third, fourth = guide_queries.places(guided)
    guide_actions.settle(guided, {first.id: PlaceStatus.REJECTED, third.id: PlaceStatus.CONFIRMED})
    guide_actions.remove_place(guided, fourth.id)
    assert guide_search.search_and_store(guided) == 2
    places = {one.id: one.status for one in guide_queries.places(guided)}
    assert places[first.id] is PlaceStatus.REJECTED
    assert places[third.id] is PlaceStatus.CONFIRMED
    assert places[second.id] is PlaceStatus.PROPOSED
    shown = [(one.quote, one.status) for one in guide_queries.shown_places(guided, 2)]
    assert shown[1] == ("Hva betyr det for tilliten?", PlaceStatus.PROPOSED)


def test_that_finding_what_is_known_already_leaves_no_step_behind(guided):
    steps = len(queries.history(guided))
    guide_search.search_and_store(guided)
    assert len(queries.history(guided)) == steps


def test_that_a_document_that_went_during_the_search_is_left_alone(guided):
    search = guide_search.prepare_search(guided)
    places = guide_search.find_places(search)
    document_actions.delete_document(guided, 2)
    assert guide_search.store_places(guided, search, places) == 2
    assert {one.document_id for one in guide_queries.places(guided)} == {1}


def test_that_a_new_interview_is_searched_alone(guided, tmp_path):
    (tmp_path / "ny.txt").write_text("Notat om Lena\n\n- Ble de ansatte spurt?\n\nJa, på et allmøte.\n", "utf-8")
    (new,) = document_actions.import_files(guided, [tmp_path / "ny.txt"]).document_ids
    known = guide_queries.places(guided)
    guide_search.search_and_store(guided, document_ids=[new])
    assert [one.document_id for one in guide_queries.places(guided) if one not in known] == [new]


def test_that_confirming_all_takes_only_proposals_that_are_sure_enough(guided):
    low, high = sorted(guide_queries.places(guided), key=lambda one: one.score)[:2]
    guide_actions.settle(guided, {high.id: PlaceStatus.REJECTED})
    assert guide_actions.confirm_all(guided, None, low.score + 0.01) == 2
    statuses = {one.id: one.status for one in guide_queries.places(guided)}
    assert statuses[low.id] is PlaceStatus.PROPOSED
    assert statuses[high.id] is PlaceStatus.REJECTED
    assert guide_actions.confirm_all(guided, document_ids=[2]) == 1 - (low.document_id != 2)
    guided.undo()


def test_that_a_place_by_hand_is_confirmed_and_takes_over_a_proposal_from_there(guided):
    question = guide_queries.guides(guided)[0].questions[4]
    passage = passage_of(guided, 1, "Takk for praten.")
    place_id = guide_actions.place_by_hand(guided, question.id, 1, passage.start, passage.end)
    one = guide_queries.place(guided, place_id)
    assert (one.quote, one.is_by_hand, one.status) == ("Takk for praten.", True, PlaceStatus.CONFIRMED)
    proposed = guide_queries.places(guided)[0]
    again = guide_actions.place_by_hand(guided, proposed.question_id, 1, proposed.start, proposed.end - 1)
    assert again == proposed.id
    assert not proposed.is_by_hand
    assert guide_queries.place(guided, again).is_by_hand
    assert guide_queries.place(guided, again).status is PlaceStatus.CONFIRMED


@pytest.mark.parametrize(("start", "end", "rule"), [(5, 5, Rule.EMPTY_PASSAGE), (0, 99_999, Rule.PASSAGE_OUTSIDE_TEXT)])
def test_that_a_place_needs_words(guided, start, end, rule):
    question = guide_queries.guides(guided)[0].questions[0]
    with pytest.raises(RuleBroken) as caught:
        guide_actions.place_by_hand(guided, question.id, 1, start, end)
    assert caught.value.rule is rule


def test_that_guides_themes_and_questions_can_be_changed_step_by_step_and_back(guided):
    before = data_of(guided.connection)
    (guide,) = guide_queries.guides(guided)
    steps = len(queries.history(guided))
    guide_actions.edit_guide(guided, guide.id, name="  Guide for  ledere ", version="2")
    guide_actions.rename_theme(guided, guide.themes[3].id, "Tillit og uro")
    new_theme = guide_actions.add_theme(guided, guide.id, "styring")
    question = guide_actions.add_question(guided, guide.id, " 6) Hvem  leser rapporten? ", QuestionSpot(new_theme, 0))
    guide_actions.edit_question(guided, question, "Hvem leser rapportene?")
    guide_actions.move_question(guided, question, QuestionSpot(guide.themes[0].id, 0))
    assert guide_actions.delete_question(guided, guide.questions[1].id) == 0
    guide_actions.delete_theme(guided, guide.themes[4].id)
    (changed,) = guide_queries.guides(guided)
    assert (changed.name, changed.version) == ("Guide for ledere", "2")
    assert [theme.name for theme in changed.themes] == [
        "Styring",
        "Deltakelse",
        "deltakelse",
        "Tillit og uro",
        "styring",
    ]
    assert changed.themes[4].code_id == changed.themes[0].code_id
    assert [one.text for one in changed.questions] == [
        "Er det noe dere vil legge til?",
        "Hvem leser rapportene?",
        "Hvordan startet arbeidet med målene?",
        "Ble de ansatte spurt?",
        "Hva gjør dette med tilliten?",
    ]
    assert changed.theme_of(changed.questions[0]) is None
    assert (changed.theme_of(changed.questions[1]).name, changed.questions[1].number) == ("Styring", "6")
    assert all(one.question_id != guide.questions[1].id for one in guide_queries.places(guided))
    assert len(queries.history(guided)) == steps + 8
    for _ in range(8):
        guided.undo()
    assert data_of(guided.connection) == before


def test_that_names_must_say_something_and_guides_must_differ(guided, guide_file):
    guide_files.import_guide_file(guided, guide_file, target_group="ansatte")
    first, second = guide_queries.guides(guided)
    for action, rule in (
        (lambda: guide_actions.edit_guide(guided, second.id, target_group="Ledere"), Rule.NAME_TAKEN),
        (lambda: guide_actions.edit_guide(guided, second.id, name=" "), Rule.NAME_EMPTY),
        (lambda: guide_actions.add_question(guided, first.id, "\n"), Rule.NAME_EMPTY),
        (lambda: guide_actions.add_guide(guided, " "), Rule.NAME_EMPTY),
        (lambda: guide_actions.map_theme(guided, first.themes[0].id, 999), Rule.NOT_FOUND),
        (
            lambda: guide_actions.move_question(guided, first.questions[0].id, QuestionSpot(second.themes[0].id, 0)),
            Rule.NOT_FOUND,
        ),
        (
            lambda: guide_actions.add_question(guided, first.id, "Hva?", QuestionSpot(second.themes[0].id, 0)),
            Rule.NOT_FOUND,
        ),
        (lambda: guide_queries.find_guide(guided, "guide"), Rule.AMBIGUOUS_NAME),
        (lambda: guide_queries.find_guide(guided, "nei"), Rule.NOT_FOUND),
    ):
        with pytest.raises(RuleBroken) as caught:
            action()
        assert caught.value.rule is rule
    assert guide_queries.find_guide(guided, "Guide (Ansatte)") == second


def test_that_a_guide_written_by_hand_can_be_filled_and_searched(small_project):
    guide_id = guide_actions.add_guide(small_project, "Egen")
    assert small_project.next_to_undo().name is ChangeName.ADD_GUIDE
    with pytest.raises(RuleBroken) as caught:
        guide_actions.add_guide(small_project, "egen")
    assert caught.value.rule is Rule.NAME_TAKEN
    guide_actions.add_theme(small_project, guide_id, "Deltakelse")
    guide_actions.add_question(small_project, guide_id, "Ble de ansatte spurt?")
    guide_actions.add_question(small_project, guide_id, "Hvordan begynte arbeidet?")
    assert [(one.number, one.theme_id is None) for one in guide_queries.guide(small_project, guide_id).questions] == [
        ("1", False),
        ("2", False),
    ]
    assert guide_search.search_and_store(small_project, [guide_id]) == 2
    assert guide_files.original_of(small_project, guide_id) == ("", b"")


def test_that_codes_are_made_of_themes_that_mean_none(guided):
    assert guide_actions.make_theme_codes(guided) == 2
    (guide,) = guide_queries.guides(guided)
    book = queries.codebook(guided)
    assert [book.path_of(theme.code_id) for theme in guide.themes[3:]] == ["Tillit", "Avslutning"]
    guided.undo()
    assert guide_queries.guides(guided)[0].themes[3].code_id is None


def test_that_a_theme_follows_its_code_when_it_is_merged_and_loses_it_when_it_is_deleted(guided):
    book = queries.codebook(guided)
    styring, deltakelse = book.find("Styring").id, book.find("Deltakelse").id
    before = data_of(guided.connection)
    codebook_actions.merge_codes(guided, deltakelse, styring)
    assert [theme.code_id for theme in guide_queries.guides(guided)[0].themes] == [styring] * 3 + [None] * 2
    codebook_actions.delete_code(guided, styring)
    assert {theme.code_id for theme in guide_queries.guides(guided)[0].themes} == {None}
    guided.undo()
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_deleting_a_guide_or_a_document_takes_its_places_along_and_undo_brings_them_back(guided):
    before = data_of(guided.connection)
    guide_actions.confirm_all(guided)
    confirmed = data_of(guided.connection)
    document_actions.delete_document(guided, 2)
    assert {one.document_id for one in guide_queries.places(guided)} == {1}
    guided.undo()
    assert guide_actions.delete_guide(guided, guide_queries.guides(guided)[0].id) == 4
    assert (guide_queries.guides(guided), guide_queries.places(guided)) == ((), ())
    guided.undo()
    assert data_of(guided.connection) == confirmed
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_what_was_asked_follows_the_confirmed_places(guided):
    book = queries.codebook(guided)
    styring, deltakelse = book.find("Styring").id, book.find("Deltakelse").id
    assert set(guide_queries.asked_of(guided).by_theme.values()) == {Asked.UNKNOWN}
    guide_actions.confirm_all(guided)
    asked = guide_queries.asked_of(guided).by_theme
    berit, halvor, tove = (one.id for one in queries.respondents(guided))
    assert (asked[berit, styring], asked[halvor, deltakelse]) == (Asked.ASKED, Asked.ASKED)
    assert (asked[tove, styring], asked[tove, deltakelse]) == (Asked.NOT_ASKED, Asked.ASKED)
    questions = guide_queries.guides(guided)[0].questions
    by_question = guide_queries.asked_of(guided).by_question
    assert by_question[tove, questions[3].id] is Asked.ASKED
    assert by_question[berit, questions[4].id] is Asked.NOT_ASKED


def test_that_answers_are_previewed_and_coded_by_theme_without_the_interviewers_words(guided):
    guide_actions.make_theme_codes(guided)
    assert answer_coding.preview_answers(guided) == []
    guide_actions.confirm_all(guided)
    preview = answer_coding.preview_answers(guided)
    texts = {one: queries.text_of(guided, one).text for one in (1, 2)}
    words = [texts[one.passage.document_id][one.passage.start : one.passage.end] for one in preview]
    assert words == [
        "Det begynte med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen for pengene.",
        "Og så fikk enhetene ansvar, men ikke opplæring. Det husker jeg godt 😀 for å si det sånn.",
        "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel.",
        "Hos oss skrev vi målene sammen med lærerne. De målene lever ennå.",
        "Bare hyggelig. Ring meg om noe er uklart.",
        "Strand sier at målene kom fra staben. Hun fikk dem på e-post en fredag.",
        "Hun mener tilliten ble svakere. De ansatte stoler ikke på tall som de ikke har sett før.",
    ]
    before = data_of(guided.connection)
    ids = answer_coding.code_answers(guided, coder_name="Jonas B.")
    coded = [one for one in queries.codings(guided) if one.id in ids]
    book = queries.codebook(guided)
    assert [one.anchor.quote for one in coded] == words
    assert [book.path_of(one.code_id) for one in coded] == ["Styring"] * 2 + ["Deltakelse"] * 4 + ["Tillit"]
    assert {len(queries.respondents_of_coding(guided, one)) for one in coded} == {1}
    assert answer_coding.code_answers(guided, coder_name="Jonas B.") == []
    assert all(one.known for one in answer_coding.preview_answers(guided, coder_name="Jonas B."))
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_who_puts_questions_is_no_respondent_though_nobody_said_so(small_project, guide_file, tmp_path):
    text = "Anna: Hvordan kom målene til?\n\nPer: De kom ovenfra.\n\nAnna: Ble de ansatte spurt?\n\nPer: Nei, aldri.\n"
    (tmp_path / "samtale.txt").write_text(text, "utf-8")
    (new,) = document_actions.import_files(small_project, [tmp_path / "samtale.txt"]).document_ids
    guide_files.import_guide_file(small_project, guide_file)
    guide_actions.confirm_all(small_project, document_ids=[new])
    preview = answer_coding.preview_answers(small_project, document_ids=[new])
    words = queries.text_of(small_project, new).text
    assert [words[one.passage.start : one.passage.end] for one in preview] == ["De kom ovenfra.", "Nei, aldri."]


def test_that_an_answer_on_the_line_of_its_question_is_coded_alone(small_project, guide_file, tmp_path):
    text = "Referat\n\n1. Hvordan kom målene til? Fra staben.\n\n2. Ble de ansatte spurt? Nei, sier hun.\n"
    (tmp_path / "referat.txt").write_text(text, "utf-8")
    wish = document_actions.ImportWish(respondent="Tove Strand")
    (new,) = document_actions.import_files(small_project, [tmp_path / "referat.txt"], wish).document_ids
    guide_files.import_guide_file(small_project, guide_file)
    guide_actions.confirm_all(small_project, document_ids=[new])
    ids = answer_coding.code_answers(small_project, document_ids=[new])
    assert [one.anchor.quote for one in queries.codings(small_project, coding_ids=ids)] == [
        "Fra staben.",
        "Nei, sier hun.",
    ]


def test_that_a_settled_interviewer_does_not_change_what_was_found(guided):
    respondent_actions.set_speakers(guided, 1, {"Intervjuer": "none"})
    places = guide_queries.places(guided)
    guide_search.search_and_store(guided)
    assert [(one.start, one.end) for one in guide_queries.places(guided)] == [(one.start, one.end) for one in places]


def listed(project):
    """Return theme and words of every question, in the order of the list, which is that of the columns."""
    (guide,) = guide_queries.guides(project)
    found = []
    for one in guide.questions:
        theme = guide.theme_of(one)
        found.append((theme.name if theme else "", one.text.split()[0] + " " + one.text.split()[1]))
    return found


def test_that_a_moved_question_keeps_its_places_and_stands_among_the_columns_where_it_is_listed(guided):
    before = data_of(guided.connection)
    guide_actions.confirm_all(guided)
    (guide,) = guide_queries.guides(guided)
    places = guide_queries.places(guided)
    steps = len(queries.history(guided))
    guide_actions.move_question(guided, guide.questions[3].id, QuestionSpot(guide.themes[1].id, 0))
    assert listed(guided) == [
        ("Styring", "Hvordan startet"),
        ("Deltakelse", "Hva gjør"),
        ("Deltakelse", "Hvordan kom"),
        ("deltakelse", "Ble de"),
        ("Avslutning", "Er det"),
    ]
    assert guide_queries.places(guided) == places
    assert len(queries.history(guided)) == steps + 1
    table = guide_tables.asked_table(guided, guide.id, guide_tables.TableRows.RESPONDENTS)
    assert [one.id for one in table.questions] == [one.id for one in guide_queries.guides(guided)[0].questions]
    columns = [
        one.key.question_id for one in matrix_report.build(guided, MatrixSpec(columns=ColumnKind.QUESTIONS)).columns
    ]
    assert columns == [guide.questions[at].id for at in (0, 3, 1, 2)]
    guided.undo()
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_what_was_asked_of_a_theme_follows_a_question_that_is_moved_to_another(guided):
    guide_actions.confirm_all(guided)
    (guide,) = guide_queries.guides(guided)
    styring = queries.codebook(guided).find("Styring").id
    tove = next(one.id for one in queries.respondents(guided) if one.name == "Tove Strand")
    assert guide_queries.asked_of(guided).by_theme[tove, styring] is Asked.NOT_ASKED
    guide_actions.move_question(guided, guide.questions[1].id, QuestionSpot(guide.themes[0].id, 1))
    assert guide_queries.asked_of(guided).by_theme[tove, styring] is Asked.ASKED
    assert guide_queries.asked_of(guided).by_question[tove, guide.questions[1].id] is Asked.ASKED


def test_that_a_theme_moves_with_its_questions_in_one_step(guided):
    before = data_of(guided.connection)
    (guide,) = guide_queries.guides(guided)
    guide_actions.move_theme(guided, guide.themes[3].id, 0)
    assert [theme for theme, _ in listed(guided)] == ["Tillit", "Styring", "Deltakelse", "deltakelse", "Avslutning"]
    guide_actions.move_theme(guided, guide.themes[3].id, 0)
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_a_theme_and_a_question_come_in_where_they_are_wanted(guided):
    before = data_of(guided.connection)
    (guide,) = guide_queries.guides(guided)
    theme_id = guide_actions.add_theme(guided, guide.id, "Læring", place=1)
    guide_actions.add_question(guided, guide.id, "Hva lærte dere?", QuestionSpot(theme_id, 0))
    assert listed(guided)[:3] == [
        ("Styring", "Hvordan startet"),
        ("Læring", "Hva lærte"),
        ("Deltakelse", "Hvordan kom"),
    ]
    guided.undo()
    guided.undo()
    assert data_of(guided.connection) == before


def test_that_a_place_made_by_hand_stays_so_when_it_is_rejected_and_confirmed_again(guided):
    one = guide_queries.places(guided)[0]
    place_id = guide_actions.place_by_hand(guided, one.question_id, one.document_id, one.start, one.end)
    for status in (PlaceStatus.REJECTED, PlaceStatus.CONFIRMED):
        guide_actions.settle(guided, {place_id: status})
    assert guide_queries.place(guided, place_id).is_by_hand
    guided.undo()
    guided.undo()
    guided.undo()
    assert guide_queries.place(guided, place_id) == one


def test_that_deleting_a_question_tells_how_many_confirmed_places_went(guided):
    guide_actions.confirm_all(guided)
    (guide,) = guide_queries.guides(guided)
    assert [guide_actions.delete_question(guided, one.id) for one in guide.questions] == [1, 1, 1, 1, 0]
