"""How transcripts of different tools and habits mark their speakers."""

import pytest

from kodebenk.domain.document import Heading
from kodebenk.importing.plain_text_reader import find_paragraphs
from kodebenk.importing.turn_splitter import find_speech, split_turns


def turns_of(text, headings=()):
    return [
        (turn.label, text[turn.body_start : turn.end]) for turn in split_turns(text, find_paragraphs(text), headings)
    ]


SAID = [
    ("Kari Moen", "Hvordan gikk det?"),
    ("Ola Lie", "Det gikk bra.\nVeldig bra."),
    ("Kari Moen", "Fint."),
    ("Ola Lie", "Ja."),
]


def written(head, between="\n\n", words="\n"):
    """The same talk with `head` made of name and second."""
    return between.join(f"{head.format(name, second)}{words}{said}" for second, (name, said) in enumerate(SAID, 10))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "head",
    [
        "{0}  0:{1}",
        "{0}  1:00:{1}",
        "{0}   0:{1}",
        "{0}\t00:00:{1}",
        "{0} 0:{1}",
        "{0} (00:00:{1})",
        "{0} [00:{1}]",
        "{0}(00:{1})",
        "{0} (Ekstern)   0:{1}",
        "[{0}] 14:10:{1}",
        "#00:00:{1}-4# {0}",
        "0:{1} {0}",
        "[00:{1}] {0}",
        "{0}\n0:{1}",
        "{0}\n[00:00:{1}]",
        "0:{1}\n{0}",
        "0:0:{1}.0 --> 0:0:{1}.9\n{0}",
        "[00:00:{1}]\n{0}:",
    ],
)
def test_that_a_name_beside_a_time_heads_the_words_below(head, between):
    assert turns_of(written(head, between)) == SAID


@pytest.mark.parametrize("head", ["{0} (00:00:{1})", "{0} [00:{1}]"])
def test_that_words_may_follow_a_name_with_a_time_in_brackets(head):
    assert turns_of(written(head, "\n\n", " ")) == SAID


def test_that_a_time_above_a_name_begins_its_turn():
    text = written("[00:00:{1}]\n{0}")
    for turn in split_turns(text, find_paragraphs(text)):
        assert text[turn.start : turn.body_start].startswith("[00:00:")


def test_that_a_name_that_occurs_once_beside_a_time_speaks():
    text = written("{0}  0:{1}") + "\n\nPer Dahl  0:20\nHei."
    assert turns_of(text)[-1] == ("Per Dahl", "Hei.")


@pytest.mark.parametrize(
    "text",
    [
        "Åpning  09:00\nVelkommen.\n\nLunsj  11:30\nI kantina.\n\nHjemreise  15:00\nMed buss.",
        "09:00 Åpning\nRektor ønsker velkommen.\n11:30 Lunsj\n15:00 Slutt",
        "Bygget stenger 16:00\nHver dag.\n\nBygget åpner 07:00\nHver dag.",
        "Kari  0:50\nMer.\n\nOla  0:40\nMer.\n\nKari  0:30\nMer.\n\nOla  0:20\nMer.\n\nKari  0:10\nMer.",
    ],
)
def test_that_programmes_and_times_that_run_backwards_have_no_speakers(text):
    assert turns_of(text) == []


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("words", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["{0}", "({0})", "[{0}]"])
@pytest.mark.parametrize("change", [str, str.upper])
def test_that_recurring_names_above_the_words_are_speakers(head, change, between, words):
    text = between.join(f"{change(head.format(name))}{words}{said}" for name, said in SAID * 2)
    assert turns_of(text) == [(change(name), said) for name, said in SAID * 2]


@pytest.mark.parametrize(
    "names",
    [
        ["Pause", "Latter", "Pause", "Latter"],
        ["Mål", "Tiltak", "Mål", "Tiltak"],
        ["Navn", "Rolle", "Navn", "Rolle"],
        ["Kari Moen", "Ola Lie", "Per Dahl", "Anne Berg"],
        ["Kari Moen", "Kari Moen", "Kari Moen", "Kari Moen"],
        ["Kari.", "Ola.", "Kari.", "Ola."],
        ["kari", "ola", "kari", "ola"],
        ["Ja", "Nei", "Ja", "Nei"],
        ["- Kari", "- Ola", "- Kari", "- Ola"],
        ["1. Kari", "2. Ola", "1. Kari", "2. Ola"],
        ["Da kom Kari", "Så kom Ola", "Da kom Kari", "Så kom Ola"],
    ],
)
def test_that_other_lone_lines_are_no_speakers(names):
    assert turns_of("\n\n".join(f"{name}\nDet var noe som ble sagt." for name in names)) == []


def test_that_lists_of_names_are_no_transcript():
    assert turns_of("\n".join(["Kari", "Ola", "Per"] * 4)) == []
    assert turns_of("\n".join(["Navn på lærer", "Kari", "Fag", "Norsk", "Navn på lærer", "Ola", "Fag", "Musikk"])) == []


def test_that_names_far_apart_in_prose_are_no_speakers():
    prose = "\n\n".join(["Her er et avsnitt om bussene og veien."] * 6)
    assert (
        turns_of("\n\n".join([prose, "Kari\nSa noe.", prose, "Ola\nSa noe.", prose, "Kari\nSa.", prose, "Ola\nSa."]))
        == []
    )


def test_that_senders_of_letters_are_no_speakers():
    head = "Fra: Kari Moen\nSendt: 3. mai 2026 10:30\nTil: Ola Lie\nEmne: Svar"
    letter = f"{head}\n\nHei!\n\nDet går fint.\n\n{{}}\nKommunen.\n\n"
    assert turns_of(letter.format("Kari Moen") + letter.format("Ola Lie") + letter.format("Kari Moen")) == []
    assert turns_of((letter.format("Kari Moen") + letter.format("Ola Lie")) * 3) == []


def test_that_headings_are_no_names_unless_they_recur():
    text = "\n\n".join(f"{name}\n\n{said}" for name, said in SAID * 3)
    starts = [0]
    while (found := text.find("\n\n", starts[-1])) >= 0:
        starts.append(found + 2)
    headings = [Heading(start, text.find("\n", start), 3) for start in starts[::2]]
    assert turns_of(text, headings) == SAID * 3
    assert turns_of(text, headings[:4]) != SAID * 3


def test_that_labels_with_colons_go_before_other_layouts():
    text = "Kari\n\nKari: Ja.\n\nOla: Nei.\n\nOla\n\nKari: Jo.\n\nKari\n\nOla: Så."
    assert [label for label, _ in turns_of(text)] == ["Kari", "Ola", "Kari", "Ola"]


@pytest.mark.parametrize("label", ["A", "B1", "S00", "KM", "Barn 2", "Anne-Lise Dahl", "Moen, Kari", "Lærer (kvinne)"])
def test_that_labels_of_many_forms_recur_before_a_colon(label):
    expected = label.removesuffix(" (kvinne)")
    assert turns_of(f"{label}: Ja.\n\nQ: Nei.\n\n{label}: Jo.\n\nQ: Så.") == [
        (expected, "Ja."),
        ("Q", "Nei."),
        (expected, "Jo."),
        ("Q", "Så."),
    ]


def test_that_f4_marks_stay_with_what_stands_before_them():
    marked = "{}: Hva nå? #00:00:12-4#\n\n#00:00:15-9#\n\n"
    text = (marked.format("I") + marked.format("B")) * 2
    assert turns_of(text) == [(name, "Hva nå? #00:00:12-4#\n\n#00:00:15-9#") for name in "IBIB"]


def test_that_times_on_lines_of_their_own_do_not_count_as_paragraphs():
    text = "\n\n".join(f"[00:00:{n}]\n\n[00:00:{n + 1}]\n\n{'I' if n % 4 else 'R'}: Ja." for n in range(10, 20, 2))
    assert len(turns_of(text)) == 5


def doubts_of(text):
    return [
        (doubt.label, text[doubt.body_start : doubt.end]) for doubt in find_speech(text, find_paragraphs(text)).doubts
    ]


TALK = "I: Hva?\n\nR: Ja.\n\nI: Mer?\n\nR: Nei.\n\n"


@pytest.mark.parametrize(
    ("label", "doubt"),
    [
        ("?:", ""),
        ("??:", ""),
        ("[?]:", ""),
        ("Ukjent:", "Ukjent"),
        ("Ukjend:", "Ukjend"),
        ("Unknown:", "Unknown"),
        ("[ukjent]:", "ukjent"),
        ("[ukjent]", "ukjent"),
        ("Ukjent taler:", "Ukjent taler"),
        ("Tolk:", "Tolk"),
        ("Tolk (00:01:02):", "Tolk"),
        ("X:", "X"),
    ],
)
def test_that_unknown_labels_and_labels_that_occur_once_are_doubts(label, doubt):
    text = f"{TALK}{label} Kaffe?\n\nOg te?\n\n{TALK}"
    assert doubts_of(text) == [(doubt, "Kaffe?\n\nOg te?")]
    assert len(turns_of(text)) == 8


def test_that_an_unknown_speaker_is_a_doubt_each_time():
    text = f"{TALK}Ukjent: Kaffe?\n\n{TALK}Ukjent: Te?\n\nUkjent: Vann?\n\n{TALK}"
    assert doubts_of(text) == [("Ukjent", "Kaffe?"), ("Ukjent", "Te?"), ("Ukjent", "Vann?")]


def test_that_unknown_is_a_label_where_it_is_common_or_first():
    assert [label for label, _ in turns_of("Ukjent: a.\n\nI: b.\n\nUkjent: c.\n\nI: d.")] == ["Ukjent", "I"] * 2
    assert [label for label, _ in turns_of(f"Ukjent: a.\n\n{TALK}")] == ["Ukjent", "I", "R", "I", "R"]


def test_that_an_anonymised_x_is_a_speaker():
    assert doubts_of("I: a.\n\nX: b.\n\nI: c.\n\nX: d.") == []


@pytest.mark.parametrize("dash", ["– Nei.", "–Nei.", "- Nei.", "— Nei."])
def test_that_a_paragraph_with_a_dash_behind_a_turn_is_a_doubt(dash):
    assert doubts_of(f"I: Hva?\n\nR: Ja.\n\nR: Så.\n\n{dash}\n\nI: Mer?\n\nR: Noe.\n\nOg noe.") == [("", dash)]


@pytest.mark.parametrize(
    "text",
    [
        "I: Hva?\n\nR: Dette:\n\n– melk\n\n– brød\n\nI: Mer?\n\nR: Nei.\n\nI: Ja.",
        "I: Hva?\n\nR: Ja.\n\n-5 grader.\n\nI: Mer?\n\nR: Nei.\n\nI: Ja.",
        "I: Hva?\n\nR: Ja.\n\nOg mer.\n\nI: Mer?\n\nR: Nei.\n\nI: Ja.",
    ],
)
def test_that_lists_and_further_paragraphs_are_no_doubts(text):
    assert doubts_of(text) == []


def test_that_in_strict_alternation_a_paragraph_without_label_is_a_doubt():
    text = f"{TALK * 3}Dette vet jeg ikke.\n\nIkke dette heller.\n\n{TALK * 3}"
    assert doubts_of(text) == [("", "Dette vet jeg ikke.\n\nIkke dette heller.")]


@pytest.mark.parametrize("paragraph", ["(Pause)", "[Latter]", "((ler))", "[00:12:13]"])
def test_that_remarks_and_times_are_no_doubts(paragraph):
    assert doubts_of(f"{TALK * 4}{paragraph}\n\n{TALK * 2}") == []


def test_that_a_sentence_that_goes_on_after_a_break_is_no_doubt():
    assert doubts_of(f"{TALK * 4}I: Jeg tenker at\n\nvi kan gå.\n\n{TALK * 2}") == []


def test_that_a_text_without_turns_has_no_doubts():
    assert doubts_of("Ukjent: noe.\n\n– Noe.\n\nMer tekst.\n\nMer tekst.\n\nMer.\n\nMer.") == []


@pytest.mark.parametrize("start", ["A", "1:00", "(", "[A", "A:", "A 1:00"])
def test_that_runs_of_blanks_are_read_at_once(start):
    assert turns_of(f"{start}{' ' * 1_000_000}b\n\nOg mer.") == []
