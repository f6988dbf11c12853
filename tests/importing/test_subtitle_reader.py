import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importing.speech_checks import check_speech, read_or_problem
from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.readers import read_source
from kodebenk.importing.subtitle_reader import read_subtitles


@pytest.fixture
def read(tmp_path):
    def read(content, name="a.vtt", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_subtitles(path, ReadOptions(**options))

    return read


def said(document):
    return [(turn.label, document.text[turn.body_start : turn.end]) for turn in document.turns]


def paragraphs_of(document):
    return [document.text[span.start : span.end] for span in document.paragraphs]


def timed(document):
    """The first word at each time."""
    return [(document.text[mark.position :].split()[0], mark.milliseconds) for mark in document.times]


TEAMS = """WEBVTT

7e2f9c1a-33d0-4a58-9c1b-0f6c2a9d1e77/12-0
00:00:03.450 --> 00:00:05.120
<v Kari Nordmann>Hei, og velkommen
til dette møtet.</v>

7e2f9c1a-33d0-4a58-9c1b-0f6c2a9d1e77/14-0
00:00:05.900 --> 00:00:07.000
<v Kari Nordmann>Vi begynner.</v>

7e2f9c1a-33d0-4a58-9c1b-0f6c2a9d1e77/20-0
00:00:07.500 --> 00:00:09.000
<v Ola Lie>Takk for det.</v>
"""


def test_that_teams_voices_become_turns_with_times_beside_them(read):
    document = read(TEAMS)
    assert document.text == "Kari Nordmann: Hei, og velkommen til dette møtet. Vi begynner.\nOla Lie: Takk for det."
    assert said(document) == [
        ("Kari Nordmann", "Hei, og velkommen til dette møtet. Vi begynner."),
        ("Ola Lie", "Takk for det."),
    ]
    assert timed(document) == [("Hei,", 3450), ("Vi", 5900), ("Takk", 7500)]
    assert paragraphs_of(document) == document.text.split("\n")
    assert document.possible_repairs == frozenset()


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_that_line_ends_and_byte_order_marks_change_nothing(read, line_end, mark):
    assert said(read(mark + TEAMS.replace("\n", line_end))) == said(read(TEAMS))


def test_that_teams_without_names_becomes_paragraphs(read):
    document = read("WEBVTT\n\n00:00:03.450 --> 00:00:05.120\nHei, og\n\n00:00:05.500 --> 00:00:06.000\nvelkommen.\n")
    assert document.text == "Hei, og velkommen."
    assert document.turns == ()
    assert timed(document) == [("Hei,", 3450), ("velkommen.", 5500)]


ZOOM = """WEBVTT

1
00:00:02.100 --> 00:00:04.000
Kari Moen: Hvordan gikk det?

2
00:00:04.800 --> 00:00:06.100
Ola Lie: Det gikk bra.

3
00:00:06.300 --> 00:00:07.000
Ola Lie: Merk: veldig bra.

4
00:00:08.000 --> 00:00:09.000
Kari Moen: Fint.
"""


def test_that_zoom_names_before_the_words_are_speakers(read):
    assert said(read(ZOOM)) == [
        ("Kari Moen", "Hvordan gikk det?"),
        ("Ola Lie", "Det gikk bra. Merk: veldig bra."),
        ("Kari Moen", "Fint."),
    ]


def test_that_whisperx_speakers_are_found_with_and_without_colon(read):
    text = (
        "1\n00:00:00,000 --> 00:00:02,000\n[SPEAKER_00]: Hei.\n\n2\n00:00:02,500 --> 00:00:04,000\n[SPEAKER_01]: Ja.\n"
    )
    assert said(read(text, "a.srt")) == [("SPEAKER_00", "Hei."), ("SPEAKER_01", "Ja.")]
    assert said(read(text.replace("]:", "]"), "a.srt")) == [("SPEAKER_00", "Hei."), ("SPEAKER_01", "Ja.")]


def test_that_two_labelled_lines_of_a_cue_are_two_turns(read):
    first = "00:01.000 --> 00:02.000\nKari: Kom du?\nOla: Ja,\nmed bussen.\n"
    second = "00:02.500 --> 00:03.000\nKari: Fint.\nOla: Ja.\n"
    assert said(read(f"WEBVTT\n\n{first}\n{second}")) == [
        ("Kari", "Kom du?"),
        ("Ola", "Ja, med bussen."),
        ("Kari", "Fint."),
        ("Ola", "Ja."),
    ]


def test_that_a_colon_in_a_single_cue_makes_no_speaker(read):
    document = read(ZOOM.replace("Kari Moen: ", "").replace("Ola Lie: ", ""))
    assert document.turns == ()
    assert "Merk: veldig bra." in document.text


@pytest.mark.parametrize(
    ("time", "milliseconds"),
    [
        ("00:00:01,500", 1500),
        ("00:00:01.500", 1500),
        ("00:01.5", 1500),
        ("1:00:01.050", 3_601_050),
        ("0:01", 1000),
        ("100:00:00.000", 360_000_000),
    ],
)
def test_that_times_of_every_writing_are_understood(read, time, milliseconds):
    assert timed(read(f"1\n{time} --> 101:00:00,000\nord\n", "a.srt")) == [("ord", milliseconds)]


def test_that_only_comments_styles_and_regions_are_left_out(read):
    document = read(
        "WEBVTT - et møte\nKind: captions\nLanguage: no\n\nNOTE\nen kommentar\nover to linjer\n\n"
        "STYLE\n::cue(v) { color: red }\n\nREGION\nid:fred\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start position:0%\nHei.\n\nNOTE mer\n\n00:02.000 --> 00:03.000\nHallo.\n"
    )
    assert document.text == "Hei. Hallo."


def test_that_tags_go_and_entities_become_characters(read):
    text = "<v.loud Kari &amp; Ola><i>Ja</i> &amp; <c.gul>nei</c> &lt;v&gt; 3 < 4 <00:00:01.500>nå&nbsp;da</v>"
    document = read(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")
    assert said(document) == [("Kari & Ola", "Ja & nei <v> 3 < 4 nå da")]


def test_that_styles_of_srt_go(read):
    document = read("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color='#fff'>Hei <b>du</b></font>\n", "a.srt")
    assert document.text == "Hei du"


def test_that_voices_in_one_cue_need_no_closing_tag(read):
    document = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kari>Hei,\ndu\n<v Ola>Hallo\n")
    assert said(document) == [("Kari", "Hei, du"), ("Ola", "Hallo")]


def cues(*pieces):
    """Pieces are (start ms, end ms, text)."""

    def clock(moment):
        return f"{moment // 60000:02}:{moment // 1000 % 60:02}.{moment % 1000:03}"

    return "WEBVTT\n\n" + "\n".join(f"{clock(start)} --> {clock(end)}\n{text}\n" for start, end, text in pieces)


def test_that_a_pause_of_more_than_two_seconds_ends_a_turn(read):
    near = cues((0, 1000, "<v A>en"), (3000, 4000, "<v A>to"))
    far = cues((0, 1000, "<v A>en"), (3001, 4000, "<v A>to"))
    assert said(read(near)) == [("A", "en to")]
    assert said(read(far)) == [("A", "en"), ("A", "to")]


def test_that_a_pause_ends_a_paragraph_without_speakers(read):
    assert paragraphs_of(read(cues((0, 1000, "en"), (2000, 3000, "to"), (5500, 6000, "tre")))) == ["en to", "tre"]


def test_that_long_speech_is_divided_after_sentences(read):
    sentence = "Dette er en setning som er omtrent førti."
    document = read(cues(*((n * 1000, n * 1000 + 900, f"<v Kari>{sentence}") for n in range(40))))
    assert len(document.turns) == 1
    assert len(document.paragraphs) == 3
    assert all(text.endswith("førti.") for text in paragraphs_of(document))
    assert len(document.times) == 40


def test_that_a_cue_without_a_voice_is_a_doubt_unless_it_goes_on(read):
    going_on = cues((0, 1000, "<v A>Jeg tenker at"), (1100, 2000, "det går."), (2100, 3000, "<v B>Ja."))
    assert said(read(going_on)) == [("A", "Jeg tenker at det går."), ("B", "Ja.")]
    assert read(going_on).doubts == ()
    document = read(cues((0, 1000, "<v A>Hva nå?"), (1100, 2000, "Ingenting."), (2100, 3000, "<v B>Jo.")))
    assert said(document) == [("A", "Hva nå?\nIngenting."), ("B", "Jo.")]
    assert [(d.label, document.text[d.start : d.end]) for d in document.doubts] == [("", "Ingenting.")]
    assert document.doubts[0].start == document.doubts[0].body_start


@pytest.mark.parametrize(("voice", "label"), [("Ukjent", "Ukjent"), ("Unknown Speaker", "Unknown Speaker"), ("?", "")])
def test_that_an_unknown_voice_is_a_doubt_unless_it_is_common(read, voice, label):
    known = [(n * 1000, n * 1000 + 900, f"<v {'AB'[n % 2]}>Hva?") for n in range(4)]
    document = read(cues(*known, (4000, 4900, f"<v {voice}>Kaffe?")))
    (doubt,) = document.doubts
    assert (doubt.label, document.text[doubt.start : doubt.end]) == (label, f"{voice}: Kaffe?")
    assert document.text[doubt.body_start : doubt.end] == "Kaffe?"
    assert said(document)[-1] == ("B", f"Hva?\n{voice}: Kaffe?")
    assert said(read(cues(*known[:1], (4000, 4900, f"<v {voice}>Kaffe?"))))[-1] == (voice, "Kaffe?")


def test_that_names_only_at_a_change_give_no_doubts(read):
    pieces = ["KARI: Ja.", "Og mer.", "OLA: Nei.", "Jo.", "Vel.", "KARI: Så.", "OLA: Da."]
    document = read(cues(*((n * 9000, n * 9000 + 900, text) for n, text in enumerate(pieces))))
    assert said(document) == [("KARI", "Ja. Og mer."), ("OLA", "Nei. Jo. Vel."), ("KARI", "Så."), ("OLA", "Da.")]
    assert document.doubts == ()


def test_that_words_after_a_forgotten_empty_line_are_kept(read):
    document = read(
        "1\n00:00:01,000 --> 00:00:02,000\nførste\n\nandre\n2\n00:00:02,000 --> 00:00:03,000\ntredje\n", "a.srt"
    )
    assert document.text == "første andre tredje"


def test_that_lines_rolled_by_youtube_are_read_once(read):
    document = read(
        "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000\n \nhei<00:00:00.500><c> alle</c>\n\n"
        "00:00:02.000 --> 00:00:02.010\nhei alle\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nhei alle\nog<00:00:02.500><c> takk</c>\n\n"
        "00:00:04.010 --> 00:00:06.000\nog takk\nog<00:00:04.500><c> takk</c>\n"
    )
    assert document.text == "hei alle og takk og takk"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_that_the_encoding_is_found(read, encoding):
    document = read("1\n00:00:01,000 --> 00:00:02,000\nblåbær på øya\n".encode(encoding), "a.srt")
    assert document.text == "blåbær på øya"


def test_that_undecodable_bytes_are_told(read):
    document = read("1\n00:00:01,000 --> 00:00:02,000\nbær\n".encode("cp1252"), "a.srt", encoding="utf-8")
    assert [(warning.kind, warning.fields["count"]) for warning in document.warnings] == [("undecodable", "1")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", SourceProblem.EMPTY),
        (b"WEBVTT\n", SourceProblem.NOT_THE_FORMAT),
        (b"Bare noen ord.\n", SourceProblem.NOT_THE_FORMAT),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", SourceProblem.NO_TEXT),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kari></v>\n", SourceProblem.NO_TEXT),
    ],
)
def test_that_files_without_words_have_their_own_problem(read, content, problem):
    with pytest.raises(SourceUnreadable) as caught:
        read(content)
    assert caught.value.problem is problem


def test_that_an_unknown_encoding_is_told(read):
    with pytest.raises(SourceUnreadable) as caught:
        read(TEAMS, encoding="klingon")
    assert caught.value.problem is SourceProblem.CANNOT_READ


def test_that_subtitles_are_transcripts_with_the_turns_of_their_voices(tmp_path):
    path = tmp_path / "møte.VTT"
    path.write_text(TEAMS.replace("Vi begynner.", "Ola: sa han. Ola: sa hun."), encoding="utf-8")
    document = read_source(path)
    assert document.kind is SourceKind.TRANSCRIPT
    assert [turn.label for turn in document.turns] == ["Kari Nordmann", "Ola Lie"]
    assert read_source(path, SourceKind.PLAN).turns == ()


def test_that_runs_of_blanks_are_read_at_once(read):
    blanks = " " * 1_000_000
    assert read(f"00:01.000 --> 00:02.000{blanks}\nHei.\n<v{blanks}").text == "Hei."


MARKS = ["WEBVTT", "\n", "\n\n", "1\n", "00:00:01.000 --> 00:00:02.000\n", "0:03 --> 0:04\n", "NOTE ", ">> "]
NAMES = ["<v Kari>", "<v", "</v>", "Ola: ", "[SPEAKER_00]: ", "<v.x Å>", "Ukjent: "]
ODDITIES = ["&amp;", "&#0;", "&#xD800;", "ord. ", "a\u030a", "\u0301", "\ud83d", "\x00"]
PIECES = st.sampled_from([*MARKS, *NAMES, *ODDITIES])


@settings(max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join), st.sampled_from([".vtt", ".srt"]))
@example("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Kari>\u0301ord", ".vtt")
@example("0:03 --> 0:04\n<v \u0301>a\n0:03 --> 0:04\n<v b>\u0301", ".vtt")
def test_that_places_of_any_subtitles_lie_in_their_text(tmp_path, raw, suffix):
    check_read(tmp_path, raw.encode("utf-8", "replace"), suffix)


@settings(max_examples=150)
@given(st.data())
def test_that_cut_and_altered_files_never_crash(tmp_path, data):
    whole = data.draw(st.sampled_from([TEAMS, ZOOM])).encode()
    cut = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for _ in range(data.draw(st.integers(0, 4))):
        cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    check_read(tmp_path, bytes(cut), ".vtt")


def check_read(tmp_path, content, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    document = read_or_problem(read_source, path)
    if isinstance(document, SourceProblem):
        assert document in {SourceProblem.EMPTY, SourceProblem.NO_TEXT, SourceProblem.NOT_THE_FORMAT}
        return
    check_speech(document)
