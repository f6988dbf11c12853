import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.speech_checks import check_speech, read_or_problem
from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.readers import read_source
from kodebenk.importing.whisper_reader import read_whisper_json, read_whisper_tsv


@pytest.fixture
def read(tmp_path):
    def read(parsed, name="a.json"):
        path = tmp_path / name
        path.write_text(parsed if isinstance(parsed, str) else json.dumps(parsed), encoding="utf-8")
        return (read_whisper_json if name.endswith(".json") else read_whisper_tsv)(path, ReadOptions())

    return read


def said(document):
    return [(turn.label, document.text[turn.body_start : turn.end]) for turn in document.turns]


def timed(document):
    return [(document.text[mark.position :].split()[0], mark.milliseconds) for mark in document.times]


def segment(start, end, text, **more):
    return {"start": start, "end": end, "text": text, **more}


def test_that_segments_become_paragraphs_with_their_times(read):
    document = read(
        {
            "text": "…",
            "segments": [segment(0.0, 2.5, " Hei på deg."), segment(3.0, 4, " Hallo."), segment(9, 9.5, " Nå.")],
        }
    )
    assert document.text == "Hei på deg. Hallo.\nNå."
    assert timed(document) == [("Hei", 0), ("Hallo.", 3000), ("Nå.", 9000)]
    assert document.turns == ()


def test_that_the_speakers_of_whisperx_have_turns(read):
    document = read(
        {
            "segments": [
                segment(0, 1, "Hei.", speaker="SPEAKER_00"),
                segment(1.2, 2, "Du.", speaker="SPEAKER_00"),
                segment(2.5, 3, "Ja.", speaker="SPEAKER_01"),
            ],
            "word_segments": [],
        }
    )
    assert said(document) == [("SPEAKER_00", "Hei. Du."), ("SPEAKER_01", "Ja.")]


def test_that_a_segment_whose_words_have_several_speakers_is_divided(read):
    words = [
        {"word": "Kom", "start": 0.1, "end": 0.4, "speaker": "A"},
        {"word": "du?", "start": 0.5, "end": 0.9},
        {"word": "Ja.", "start": 1.5, "end": 1.9, "speaker": "B"},
    ]
    document = read({"segments": [segment(0, 2, "Kom du? Ja.", speaker="A", words=words)]})
    assert said(document) == [("A", "Kom du?"), ("B", "Ja.")]
    assert timed(document) == [("Kom", 100), ("Ja.", 1500)]


def test_that_words_of_one_speaker_leave_the_segment_as_it_is(read):
    words = [{"word": " bil", "start": 0, "end": 1}, {"word": "vei", "start": 1, "end": 2}]
    assert read({"segments": [segment(0, 2, " bilvei", words=words)]}).text == "bilvei"


def test_that_whisper_cpp_and_transformers_are_read(read):
    cpp = {"transcription": [{"timestamps": {}, "offsets": {"from": 1500, "to": 2000}, "text": " Hei."}]}
    assert timed(read(cpp)) == [("Hei.", 1500)]
    chunks = {"text": "Hei.", "chunks": [{"timestamp": [1.5, None], "text": " Hei."}]}
    assert timed(read(chunks)) == [("Hei.", 1500)]


def test_that_a_bare_list_of_segments_is_read(read):
    assert timed(read([segment(1, 2, "Hei.")])) == [("Hei.", 1000)]


@pytest.mark.parametrize("start", [None, "1", True, -4, float("nan"), float("inf"), 1e30, [], 10**30])
def test_that_a_segment_without_a_time_begins_where_the_one_before_ends(read, start):
    document = read({"segments": [segment(1, 2, "Hei."), segment(start, 3, "Du.")]})
    assert timed(document) == [("Hei.", 1000), ("Du.", 2000)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ({}, SourceProblem.NOT_THE_FORMAT),
        ([], SourceProblem.NOT_THE_FORMAT),
        ("7", SourceProblem.NOT_THE_FORMAT),
        ({"segments": "nei"}, SourceProblem.NOT_THE_FORMAT),
        ({"segments": [1, 2]}, SourceProblem.NOT_THE_FORMAT),
        ({"segments": [{"text": "uten tid"}]}, SourceProblem.NOT_THE_FORMAT),
        ([{"navn": "Kari", "text": "et svar"}], SourceProblem.NOT_THE_FORMAT),
        ({"segments": []}, SourceProblem.NOT_THE_FORMAT),
        ({"text": "", "segments": []}, SourceProblem.NO_TEXT),
        ({"segments": [segment(0, 1, "  ")]}, SourceProblem.NO_TEXT),
        ('{"segments": [', SourceProblem.DAMAGED),
        ("[" * 100_000, SourceProblem.DAMAGED),
        ('{"segments": ' + "9" * 5000 + "}", SourceProblem.DAMAGED),
        ("", SourceProblem.EMPTY),
    ],
)
def test_that_other_json_has_its_own_problem(read, content, problem):
    with pytest.raises(SourceUnreadable) as caught:
        read(content)
    assert caught.value.problem is problem


def test_that_whispers_tsv_is_in_milliseconds(read):
    document = read("start\tend\ttext\r\n0\t2500\tHei på deg.\r\n6000\t7000\tMed\ttabulator.\r\n", "a.tsv")
    assert document.text == "Hei på deg.\nMed tabulator."
    assert timed(document) == [("Hei", 0), ("Med", 6000)]


def test_that_labels_and_columns_of_a_tsv_name_speakers(read):
    rows = "start\tend\ttext\n0\t900\t[SPEAKER_00]: Hei.\n1000\t1900\t[SPEAKER_01]: Ja.\n"
    assert said(read(rows, "a.tsv")) == [("SPEAKER_00", "Hei."), ("SPEAKER_01", "Ja.")]
    assert said(read("\ufeffstart\tend\tspeaker\ttext\n0\t900\tKari\tHei.\n", "a.tsv")) == [("Kari", "Hei.")]


def test_that_a_cut_tsv_keeps_its_words(read):
    document = read("start\tend\ttext\n0\t1000\tHei.\nx\t\tDu.\n2", "a.tsv")
    assert document.text == "Hei. Du."
    assert timed(document) == [("Hei.", 0), ("Du.", 1000)]


def test_that_whisper_files_are_transcripts(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"segments": [segment(n, n + 0.5, f"Spørsmål {n}? Ja: nei.") for n in range(9)]}))
    document = read_source(path)
    assert (document.kind, document.turns) == (SourceKind.TRANSCRIPT, ())


def test_that_the_lines_of_a_whisper_txt_are_paragraphs(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Hei og velkommen.\nVi skal snakke om\nbussene.\n", encoding="utf-8")
    document = read_source(path)
    assert [document.text[span.start : span.end] for span in document.paragraphs] == [
        "Hei og velkommen.",
        "Vi skal snakke om",
        "bussene.",
    ]


JSONS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["segments", "start", "end", "text", "speaker", "words", "word", "chunks", "timestamp",
                             "transcription", "offsets", "from", "to"]),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)  # fmt: skip
SEGMENTS = st.fixed_dictionaries(
    {"start": JSONS, "text": st.text(max_size=10)}, optional={"end": JSONS, "words": JSONS, "speaker": JSONS}
)


@settings(max_examples=150)
@given(st.one_of(JSONS, st.fixed_dictionaries({"segments": st.lists(SEGMENTS, max_size=4)})))
def test_that_places_of_any_json_lie_in_its_text(tmp_path, parsed):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(parsed), encoding="utf-8")
    document = read_or_problem(read_source, path)
    if isinstance(document, SourceProblem):
        assert document in {SourceProblem.NO_TEXT, SourceProblem.NOT_THE_FORMAT}
        return
    check_speech(document)
