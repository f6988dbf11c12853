import pytest

from kodebenk.domain.document import Heading
from kodebenk.importing.plain_text_reader import find_paragraphs
from kodebenk.importing.turn_splitter import find_speech, propose_interviewer, split_turns


def turns_of(text, headings=()):
    return [
        (turn.label, text[turn.body_start : turn.end]) for turn in split_turns(text, find_paragraphs(text), headings)
    ]


def test_that_recurring_names_are_speakers():
    text = "Rektor: Ja.\n\nKari Moen: Hvordan?\n\nRektor: Slik.\n\nKari Moen: Fint."
    assert turns_of(text) == [("Rektor", "Ja."), ("Kari Moen", "Hvordan?"), ("Rektor", "Slik."), ("Kari Moen", "Fint.")]


def test_that_a_turn_runs_from_its_label_to_its_last_word():
    text = "I: Hei.\n\nR1: Ja.\n\nOg mer.\n\n\nI: Takk."
    first, second, third = split_turns(text, find_paragraphs(text))
    assert (first.start, first.body_start, first.end) == (0, 3, 7)
    assert text[second.start : second.end] == "R1: Ja.\n\nOg mer."
    assert text[third.start : third.end] == "I: Takk."


def test_that_a_paragraph_without_label_continues_the_turn_before():
    assert turns_of("I: Hva?\nR: Først dette.\nSå dette.\nI: Ja.") == [
        ("I", "Hva?"),
        ("R", "Først dette.\nSå dette."),
        ("I", "Ja."),
    ]


@pytest.mark.parametrize(
    "label", ["I", "R1", "Intervjuer", "Speaker 1", "SPEAKER_00", "Informant 12", "Moderator", "r", "Taler 2"]
)
def test_that_known_forms_need_not_recur(label):
    assert [found for found, _ in turns_of(f"{label}: Hei der.\n\nM: Hallo.")] == [label, "M"]


@pytest.mark.parametrize(
    "line",
    ["Kari (00:01:02): Ja.", "Kari [01:02]: Ja.", "Kari 00:01:02: Ja.", "[00:01:02] Kari: Ja.", "Kari (ler): Ja."],
)
def test_that_times_and_remarks_are_not_part_of_the_label(line):
    text = f"{line}\n\nOla: Nei.\n\n{line}\n\nOla: Jo."
    assert turns_of(text) == [("Kari", "Ja."), ("Ola", "Nei."), ("Kari", "Ja."), ("Ola", "Jo.")]


def test_that_a_boxed_label_loses_its_box():
    assert turns_of("[SPEAKER_00]: En.\n[SPEAKER_01]: To.") == [("SPEAKER_00", "En."), ("SPEAKER_01", "To.")]


@pytest.mark.parametrize(
    "line",
    [
        "10:30 Møte: vi begynner",
        "NB: husk dette",
        "Merk: viktig",
        "Spørsmål: hva nå?",
        "Tabell 2: oversikt",
        "- Mål: bli bedre",
        "1. Tiltak: gjøre noe",
        "http://eksempel.no/side",
        "Kl 10:30 startet vi",
        "Hun sa: det går bra",
        "Dette er en hel setning som fortsetter: slik",
        "liten forbokstav: nei",
    ],
)
def test_that_other_lines_with_a_colon_are_not_speakers(line):
    text = f"{line}\n\nI: Hei.\n\nR: Ja.\n\n{line}\n\nI: Mer?\n\nR: Nei.\n\n{line}"
    assert {label for label, _ in turns_of(text)} == {"I", "R"}


def test_that_words_without_a_blank_after_the_colon_are_found():
    assert turns_of("Ola:Ja\n\nKari:Nei\n\nOla:Jo\n\nKari:Å nei") == [
        ("Ola", "Ja"),
        ("Kari", "Nei"),
        ("Ola", "Jo"),
        ("Kari", "Å nei"),
    ]


def test_that_a_label_on_a_line_of_its_own_heads_the_words_below():
    assert turns_of("Ola:\nJa vel.\n\nKari:\nNei.\n\nOla:\nJo.\n\nKari:\nSå.")[0] == ("Ola", "Ja vel.")


def test_that_a_turn_without_words_is_empty():
    assert turns_of("I:\n\nR: Ja.\n\nI: Så?")[0] == ("I", "")


def test_that_spellings_of_one_name_help_each_other_but_stay_apart():
    labels = [label for label, _ in turns_of("Anne Lie: a.\n\nOla: b.\n\nAnne lie: c.\n\nOla: d.")]
    assert labels == ["Anne Lie", "Ola", "Anne lie", "Ola"]


def test_that_a_text_with_few_labels_has_no_turns():
    prose = "\n\n".join(f"Avsnitt nummer {number} handler om noe." for number in range(20))
    assert turns_of(f"{prose}\n\nR1: Et svar.\n\nR2: Et annet.") == []
    assert turns_of("Kari: bare en gang.\n\nVanlig tekst.") == []


def test_that_a_heading_between_turns_belongs_to_neither():
    text = "I: Hei.\n\nR: Ja.\n\nTema to\n\nI: Nytt?\n\nR: Nei."
    start = text.index("Tema to")
    heading = Heading(start, start + len("Tema to"), 1)
    assert turns_of(text, [heading])[1] == ("R", "Ja.")


def test_that_a_heading_is_no_speaker():
    text = "Bakgrunn: a\n\nI: Hei.\n\nBakgrunn: b\n\nR: Ja."
    places = [text.index("Bakgrunn: a"), text.index("Bakgrunn: b")]
    headings = [Heading(place, place + 11, 1) for place in places]
    assert [label for label, _ in turns_of(text, headings)] == ["I", "R"]


def test_that_a_label_that_occurs_once_is_a_doubt():
    text = "I: Hei.\n\nR: Ja.\n\nSekretær: Kaffe?\n\nI: Takk."
    (doubt,) = find_speech(text, find_paragraphs(text)).doubts
    assert (text[doubt.start : doubt.end], text[doubt.body_start : doubt.end]) == ("Sekretær: Kaffe?", "Kaffe?")
    assert doubt.label == "Sekretær"


def test_that_only_literal_interviewers_are_proposed():
    assert propose_interviewer(["Intervjuer", "Kari", "Ola"]) == {"Intervjuer"}
    assert propose_interviewer(["I", "R1"]) == {"I"}
    assert propose_interviewer(["Int.", "I"]) == {"Int."}
    assert propose_interviewer(["I1", "I2", "Kari"]) == frozenset()
