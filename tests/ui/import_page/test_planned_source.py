"""What the user says about a file stands while it is read anew."""

from pathlib import Path

import pytest

from kodebenk.application.import_actions import make_draft
from kodebenk.application.import_twins import Twin
from kodebenk.domain.document import DocumentDetails, SourceKind, Span
from kodebenk.importing.imported_document import (
    ColumnUse,
    ImportedDocument,
    ImportedRespondent,
    ImportedTurn,
    Outcome,
    Repair,
    SpeakerDoubt,
    SurveyColumn,
    TextRepair,
)
from kodebenk.ui.import_page.planned_source import PAGE_NUMBERS, PlannedSource, tally_repairs

LABELS = ("Intervjuer", "Ordføreren", "Ordf.", "Ordføreren", "Berit", "Int.")


def make_read(labels=LABELS, **values):
    lines = [f"{label}: Dette er svar {number}." for number, label in enumerate(labels)]
    text, spans, turns = "\n".join(lines), [], []
    start = 0
    for line, label in zip(lines, labels, strict=True):
        spans.append(Span(start, start + len(line)))
        turns.append(ImportedTurn(start, start + len(label) + 2, start + len(line), label))
        start += len(line) + 1
    given = {"turns": tuple(turns), "paragraphs": tuple(spans), "details": DocumentDetails(language="nb")} | values
    return ImportedDocument(Path("a.txt"), b"", text, SourceKind.TRANSCRIPT, **given)


@pytest.fixture
def source():
    made = PlannedSource(Path("a.txt"), 1)
    made.take(make_draft(make_read()), ())
    return made


def test_that_other_writings_are_listed_below_their_speaker(source):
    lines = {line.label: (line.turns, line.variants, line.choice) for line in source.speakers}
    assert lines == {
        "Intervjuer": (1, (("Int.", 1),), "interviewer"),
        "Ordføreren": (2, (("Ordf.", 1),), "Ordføreren"),
        "Berit": (1, (), "Berit"),
    }


def test_that_speakers_are_taken_apart_and_joined_with_all_that_is_theirs(source):
    source.separate("Ordføreren")
    assert [line.label for line in source.speakers] == ["Intervjuer", "Ordføreren", "Ordf.", "Berit"]
    source.join("Ordf.", "Berit")
    source.join("Berit", "Ordføreren")
    assert source.same_as == {"Int.": "Intervjuer", "Ordf.": "Ordføreren", "Berit": "Ordføreren"}


def test_that_labels_joined_in_a_circle_still_have_one_main(source):
    source.joined = {"Berit": "Ordføreren", "Ordføreren": "Berit"}
    assert source.same_as["Ordføreren"] == "Berit"
    assert "Berit" not in source.same_as


def doubt_at(read, number, label=""):
    """Doubt whose the words of a turn are, without its label."""
    turn = read.turns[number]
    return SpeakerDoubt(turn.body_start, turn.body_start, turn.end, label)


def test_that_doubts_are_settled_by_their_words():
    source = PlannedSource(Path("a.txt"), 1)
    read = make_read()
    first, second = doubt_at(read, 1), doubt_at(read, 4)
    source.take(make_draft(make_read(doubts=(first, second))), ())
    source.settle(first.start, "Berit")
    assert source.settled_doubts == {first.start: "Berit"}
    assert source.open_doubts == (second,)
    moved = doubt_at(make_read(("Intv", *LABELS[1:])), 1)
    assert moved.start != first.start
    source.take(make_draft(make_read(("Intv", *LABELS[1:]), doubts=(moved,))), ())
    assert source.settled_doubts == {moved.start: "Berit"}
    source.ask_again()
    assert source.open_doubts == (moved,)


def test_that_a_new_label_for_doubtful_words_is_a_speaker():
    source = PlannedSource(Path("a.txt"), 1)
    doubt = doubt_at(make_read(), 1, "Sekretæren")
    source.take(make_draft(make_read(doubts=(doubt,))), ())
    source.settle(doubt.start, "Sekretæren")
    assert source.speakers[-1].label == "Sekretæren"
    assert source.settled_source().speakers["Sekretæren"] == "Sekretæren"
    assert "Sekretæren" in source.names_to_add()


def test_that_metadata_found_are_overruled_and_can_be_emptied(source):
    source.edit_details(DocumentDetails(language="", place="Rådhuset"))
    assert source.details == DocumentDetails(place="Rådhuset")
    source.take(make_draft(make_read(details=DocumentDetails(language="nn", date="2024-01-02"))), ())
    assert source.details == DocumentDetails(place="Rådhuset", date="2024-01-02")


def test_that_the_count_of_a_step_stays_when_it_is_switched_off():
    joined = TextRepair(Repair.HYPHENS, Outcome.JOINED, 0, 3, "a-\nb")
    source = PlannedSource(Path("a.pdf"), 1)
    both = frozenset({Repair.HYPHENS, Repair.BLANKS})
    source.take(make_draft(make_read(possible_repairs=both, repaired=(joined,))), ())
    assert source.tallies == {Repair.HYPHENS: {"joined": 1}, Repair.BLANKS: {}}
    source.switched_off = frozenset({Repair.HYPHENS})
    source.take(make_draft(make_read(possible_repairs=both)), ())
    assert source.tallies == {Repair.HYPHENS: {"joined": 1}, Repair.BLANKS: {}}


def test_that_page_numbers_are_counted_apart_from_headers():
    removed = [TextRepair(Repair.RUNNING_LINES, Outcome.REMOVED, 0, 0, words) for words in ("7", "- 8 -", "Topp")]
    assert tally_repairs(removed) == {Repair.RUNNING_LINES: {PAGE_NUMBERS: 2, "removed": 1}}


def test_that_joined_lines_are_counted_one_by_one_however_they_are_told():
    whole = TextRepair(Repair.LINES, Outcome.JOINED, 0, 30, "en\nto\ntre")
    seam = TextRepair(Repair.LINES, Outcome.JOINED, 3, 4, "\n")
    assert tally_repairs([whole]) == tally_repairs([seam, seam]) == {Repair.LINES: {"joined": 2}}


def test_that_a_twin_is_skipped_until_it_is_wanted(source):
    assert source.is_wanted
    source.twin = Twin("b.txt", "", 97, is_same_file=False, in_project=False)
    assert not source.is_wanted
    source.take_anyway = True
    assert source.is_wanted


def test_that_the_respondents_of_a_survey_are_named_by_file_where_it_has_no_names():
    people = (ImportedRespondent("Rad 1"), ImportedRespondent("Rad 2"))
    source = PlannedSource(Path("a.csv"), 1)
    source.take(make_draft(make_read(("Rad 1", "Rad 2"), respondents=people)), ())
    assert source.speakers == ()
    assert source.names_to_add() == ("a · Rad 1", "a · Rad 2")
    named = (SurveyColumn("Navn", ColumnUse.NAME, 2, 2),)
    source.take(make_draft(make_read(("Rad 1", "Rad 2"), respondents=people, columns=named)), ())
    assert source.names_to_add() == ("Rad 1", "Rad 2")
