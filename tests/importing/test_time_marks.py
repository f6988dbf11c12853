import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.docx_building import p, r, write_docx
from importing.speech_checks import check_speech, read_or_problem
from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, ReadOptions, Repair
from kodebenk.importing.readers import read_source
from kodebenk.importing.recording_times import milliseconds

EVERYTHING = ReadOptions()
WITHOUT_TIMES = ReadOptions(repairs=ALL_REPAIRS - {Repair.TIMES})


@pytest.fixture
def read(tmp_path):
    def read(text, kind=None, options=EVERYTHING):
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        return read_source(path, kind, options)

    return read


def timed(document):
    """The first word at each time."""
    return [(document.text[mark.position :].split()[0], mark.milliseconds) for mark in document.times]


def said(document):
    return [(turn.label, document.text[turn.body_start : turn.end]) for turn in document.turns]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("0:12", 12_000),
        ("00:01:02", 62_000),
        ("#00:01:23-4#", 83_400),
        ("1:00:00,25", 3_600_250),
        ("[0:0:3.125 --> 0:0:4.0]", 3125),
    ],
)
def test_that_times_are_milliseconds(time, expected):
    assert milliseconds(time) == expected


def test_that_what_is_no_time_has_no_milliseconds():
    with pytest.raises(ValueError, match="not a time"):
        milliseconds("halv ti")


F4 = "I: Hva nå? #00:00:12-4#\n\nB: Ingenting skjer. #00:00:15-9#\n\nI: Jaha.#00:00:20-1#\n\nB: Nei.\n"


def test_that_f4_marks_leave_the_text_and_are_kept_beside_it(read):
    document = read(F4)
    assert document.text == "I: Hva nå?\n\nB: Ingenting skjer.\n\nI: Jaha.\n\nB: Nei.\n"
    assert said(document) == [("I", "Hva nå?"), ("B", "Ingenting skjer."), ("I", "Jaha."), ("B", "Nei.")]
    assert timed(document) == [("Ingenting", 12_400), ("Jaha.", 15_900), ("Nei.", 20_100)]
    assert document.original == F4
    check_speech(document)


def test_that_every_time_taken_out_is_told(read):
    document = read(F4)
    assert [(one.repair, one.outcome, one.before) for one in document.repaired] == [
        (Repair.TIMES, Outcome.REMOVED, time) for time in ("#00:00:12-4#", "#00:00:15-9#", "#00:00:20-1#")
    ]
    assert [document.text[: one.start].rsplit(" ", 1)[-1] for one in document.repaired] == ["nå?", "skjer.", "Jaha."]
    assert all(one.start == one.end for one in document.repaired)
    assert document.possible_repairs == {Repair.TIMES}


def test_that_times_stay_in_the_text_where_that_is_wished(read):
    document = read(F4, options=WITHOUT_TIMES)
    assert document.text == F4
    assert document.repaired == ()
    assert document.possible_repairs == {Repair.TIMES}
    assert timed(document) == [("Ingenting", 12_400), ("Jaha.#00:00:20-1#", 15_900), ("Nei.", 20_100)]
    assert said(document)[0] == ("I", "Hva nå? #00:00:12-4#")


OTTER = "Kari Moen  0:03\nHvordan gikk det?\nFint?\n\nOla Lie  0:12\nDet gikk.\n\nKari Moen  1:02:03\nJa vel.\n"


def test_that_the_times_of_otter_leave_the_label(read):
    document = read(OTTER)
    assert document.text == "Kari Moen\nHvordan gikk det?\nFint?\n\nOla Lie\nDet gikk.\n\nKari Moen\nJa vel.\n"
    assert said(document) == [
        ("Kari Moen", "Hvordan gikk det?\nFint?"),
        ("Ola Lie", "Det gikk."),
        ("Kari Moen", "Ja vel."),
    ]
    assert timed(document) == [("Hvordan", 3000), ("Det", 12_000), ("Ja", 3_723_000)]
    check_speech(document)


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("head", ["{}   0:{}", "{}|0:{}", "0:0:{1}.2 --> 0:0:{1}.9|{0}"])
def test_that_word_files_of_teams_have_turns_and_times(tmp_path, head, joined):
    body = p("Møte om bussen")
    for number in range(10, 16):
        lines = [*head.format(("Kari Nordmann", "Ola Lie")[number % 2], number).split("|"), f"Ord nummer {number}."]
        if joined:
            body += f"<w:p>{'<w:r><w:br/></w:r>'.join(map(r, lines))}</w:p>"
        else:
            body += "".join(map(p, lines))
    document = read_source(write_docx(tmp_path / "a.docx", body))
    assert document.kind is SourceKind.TRANSCRIPT
    assert said(document) == [
        (("Kari Nordmann", "Ola Lie")[number % 2], f"Ord nummer {number}.") for number in range(10, 16)
    ]
    assert [mark.milliseconds // 1000 for mark in document.times] == list(range(10, 16))
    assert [mark.position for mark in document.times] == [turn.body_start for turn in document.turns]
    assert "0:" not in document.text
    check_speech(document)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Kari (00:01:0{}): Ja.", "Kari: Ja."),
        ("Kari [01:0{}]: Ja.", "Kari: Ja."),
        ("Kari 01:0{}: Ja.", "Kari: Ja."),
        ("[00:01:0{}] Kari: Ja.", "Kari: Ja."),
        ("01:0{} Kari: Ja.", "Kari: Ja."),
        ("#00:01:0{}-4# Kari: Ja.", "Kari: Ja."),
        ("Kari (01:0{}): Ja.", "Kari: Ja."),
        ("Kari: [01:0{}] Ja.", "Kari: Ja."),
        ("[00:01:0{}]\nKari: Ja.", "Kari: Ja."),
        ("01:0{}\nKari: Ja.", "Kari: Ja."),
        ("00:01:0{}\n\nKari: Ja.", "Kari: Ja."),
    ],
)
def test_that_times_beside_and_above_labels_leave(read, line, left):
    other = line.replace("Kari", "Ola")
    document = read("\n\n".join((line, other)[number % 2].format(number) for number in range(6)))
    assert document.text == "\n\n".join((left, left.replace("Kari", "Ola"))[number % 2] for number in range(6))
    tenths = 400 if "-4" in line else 0
    assert timed(document) == [("Ja.", 60_000 + number * 1000 + tenths) for number in range(6)]
    check_speech(document)


def test_that_the_lines_of_whisper_on_a_screen_lose_their_times(read):
    lines = [f"[00:0{n}.000 --> 00:0{n + 1}.000]  Setning {n} er her." for n in range(5)]
    document = read("\n".join(lines))
    assert document.text == "\n".join(f"Setning {n} er her." for n in range(5))
    assert document.kind is SourceKind.TRANSCRIPT
    assert [mark.milliseconds for mark in document.times] == [n * 1000 for n in range(5)]


def test_that_a_few_times_in_a_long_text_make_no_transcript(read):
    prose = "\n\n".join(["Kommunen legger om rutene."] * 20)
    text = f"{prose}\n\nSe opptaket [00:01:02], [00:02:02] og [00:03:02].\n\n{prose}"
    assert read(text).kind is SourceKind.NOTES
    assert read(text, SourceKind.PLAN).text == text


def test_that_clock_times_in_speech_stay(read):
    words = "Møtet var kl. 10:30, ikke (10:45), og 11:00 gikk vi. 12:15 var det over."
    text = f"I: {words} #00:00:12-4#\n\nB: {words} #00:00:15-9#\n\nI: Ja. #00:00:20-1#\n\nB: 10:30 passer."
    document = read(text)
    assert document.text == f"I: {words}\n\nB: {words}\n\nI: Ja.\n\nB: 10:30 passer."
    assert len(document.times) == 3


@pytest.mark.parametrize(
    "text",
    [
        "I: Ja.\n\nR: Nei. [00:01:02]\n\nI: Så. [00:02:02]",
        "I: Ja. [00:09:02]\n\nR: Nei. [00:06:02]\n\nI: Så. [00:04:02]\n\nR: Da. [00:02:02]",
        "Program\n\n10:30\nÅpning ved rektor.\n\n11:30\nLunsj i kantina.\n\n12:30\nSlutt for dagen.",
        "I: Vi startet 10:30.\n\nR: Og sluttet 11:30.\n\nI: Og 12:30?\n\nR: Da spiste vi (12:45).",
    ],
)
def test_that_few_or_unordered_times_and_clock_times_stay(read, text):
    document = read(text)
    assert document.text == text
    assert (document.times, document.repaired, document.possible_repairs) == ((), (), frozenset())


@pytest.mark.parametrize("kind", [SourceKind.PLAN, SourceKind.FIELDNOTES, SourceKind.EMAIL])
def test_that_sources_without_a_recording_keep_their_times(read, kind):
    document = read(F4, kind)
    assert document.text == F4
    assert document.times == ()


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("ord [00:00:0{}] ord", "ord ord"),
        ("ord [00:00:0{}], ord", "ord, ord"),
        ("(uv. #00:00:0{}-1#) ord", "(uv.) ord"),
        ("ord[00:00:0{}] ord", "ord ord"),
        ("ord [00:00:0{}]ord", "ord ord"),
        ("ord[00:00:0{}]ord", "ord[00:00:0{}]ord"),
        ("[uhørlig 00:00:0{}] ord", "[uhørlig 00:00:0{}] ord"),
        ("00:00:0{} ord", "ord"),
        ("<00:00:0{}> ord", "ord"),
    ],
)
def test_that_no_blanks_are_left_and_no_words_grow_together(read, marked, left):
    sure = "[00:00:1{0}]\n\nslutt {0}."
    text = "\n\n".join(marked.format(n) for n in range(4)) + "\n\n" + "\n\n".join(sure.format(n) for n in range(4))
    expected = "\n\n".join(left.format(n) for n in range(4)) + "\n\n" + "\n\n".join(f"slutt {n}." for n in range(4))
    document = read(text)
    assert document.text == expected
    check_speech(document)


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:01]\n[00:00:02]\n[00:00:03]",
        "e[00:00:01][00:00:02]\u0301 ord [00:00:03]",
    ],
)
def test_that_times_stay_where_nothing_or_something_else_would_be_left(read, text):
    document = read(text)
    assert (document.text, document.repaired) == (text, ())
    assert len(document.times) > 0


def test_that_pages_and_lines_move_along(read):
    document = read("I: Ja. [00:00:01]\n\f[00:00:02]\nR: Nei.\nI: Så. [00:00:03]\nR: Da.")
    assert document.text == "I: Ja.\nR: Nei.\nI: Så.\nR: Da."
    assert [document.text[page.start : page.end] for page in document.pages] == ["I: Ja.\n", "R: Nei.\nI: Så.\nR: Da."]


PARTS = st.sampled_from(
    ["Kari: ", "Ola: ", "Kari", "  0:12", "[00:00:05]", "#00:00:07-1#", "00:00:09", "(0:10)", "\n", "\n\n", " ", "ord.",
     "Ukjent: ", "– ", "\u0301", "é", "?: ", "1:00 --> 1:02", "\f", "[Ola]"]
)  # fmt: skip


@settings(max_examples=300)
@given(parts=st.lists(st.one_of(PARTS, st.text(max_size=3)), max_size=40), remove=st.booleans())
def test_that_places_lie_in_the_text_whatever_times_it_has(tmp_path, parts, remove):
    path = tmp_path / "a.txt"
    path.write_bytes("".join(parts).encode("utf-8", "replace"))
    options = EVERYTHING if remove else WITHOUT_TIMES
    document = read_or_problem(read_source, path, SourceKind.TRANSCRIPT, options)
    if isinstance(document, SourceProblem):
        assert document in {SourceProblem.EMPTY, SourceProblem.NO_TEXT, SourceProblem.NOT_THE_FORMAT}
        return
    check_speech(document)
