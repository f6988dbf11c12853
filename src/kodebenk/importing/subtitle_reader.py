"""Reads subtitles as transcripts: WebVTT as of Teams, Zoom and Whisper, and SubRip (.srt).

Nothing is taken on trust: hours may be missing, decimals stand behind a point or a comma, empty lines are forgotten,
and files end in the middle. Words are lost only in the comments and styles of WebVTT. The format is described at
https://www.w3.org/TR/webvtt1/.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import find_encoding
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.importing.recorded_speech import Utterance, document_of_speech, with_labels
from kodebenk.importing.recording_times import milliseconds
from kodebenk.importing.source_file import read_content
from kodebenk.importing.text_cleaning import clean_text
from kodebenk.importing.text_decoding import LARGEST_TEXT, decode_text

SHORTEST_CUE = 100
"""Milliseconds; YouTube holds a line for a shorter time only to roll it up."""

_TIME = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
_TIMING = re.compile(rf"\s*(?P<start>{_TIME})\s*-{{1,2}}>\s*(?P<end>{_TIME})(?:\s.*)?")
_KARAOKE = re.compile(rf"<{_TIME}>")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t\n](?P<name>[^<>]*))?>|</v>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{\\[^{}\n]*\}|</?(?:v|c|i|b|u|lang|font)(?:[.\s][^<>]*)?$|</$")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b|WEBVTT")
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class _Cue:
    start: int
    end: int
    lines: list[str] = field(default_factory=list)


def read_subtitles(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return a .vtt or .srt file as a transcript: a turn for what one speaker says on end, times beside the text.

    Speakers are voices (`<v Kari>`) or stand before the words (`Kari: …`, `[SPEAKER_00]: …`).

    Raises:
        SourceUnreadable: NOT_THE_FORMAT where there is no cue, NO_TEXT where no cue has words, or as for any text.
    """
    content = read_content(path, largest=LARGEST_TEXT)
    encoding = options.encoding or find_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    text = clean_text(raw)
    cues = _cues(text.split("\n"))
    if not cues:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no cue")
    if _KARAOKE.search(text):
        _drop_rolled_lines(cues)
    utterances = with_labels([one for cue in cues for one in _voices(cue)])
    return document_of_speech(path, content, encoding, utterances, warnings)


def _cues(lines: Sequence[str]) -> list[_Cue]:
    """Return the cues; lines after an empty line go on in the cue before unless they begin a block of another kind."""
    cues: list[_Cue] = []
    after_empty = True
    skipping = False
    for index, line in enumerate(lines):
        timing = _TIMING.fullmatch(line)
        if timing:
            cues.append(_Cue(milliseconds(timing["start"]), milliseconds(timing["end"])))
            skipping = False
        elif not line.strip():
            skipping = False
        elif (after_empty and _BLOCK.match(line)) or skipping:
            skipping = True
        elif cues and not _is_cue_name(lines, index, after_empty=after_empty):
            cues[-1].lines.append(line)
        after_empty = not line.strip()
    return cues


def _is_cue_name(lines: Sequence[str], index: int, *, after_empty: bool) -> bool:
    """Tell whether a line is what a cue is called: anything between an empty line and a timing, else a number."""
    before_timing = index + 1 < len(lines) and _TIMING.fullmatch(lines[index + 1]) is not None
    return before_timing and (after_empty or _NUMBER.fullmatch(lines[index].strip()) is not None)


def _drop_rolled_lines(cues: Iterable[_Cue]) -> None:
    """Take out the lines that YouTube shows again above the next one, or for a moment alone."""
    shown: list[str] = []
    for cue in cues:
        lines = [(line, words) for line in cue.lines if (words := _without_tags(line).strip())]
        said_now = len(lines) - (cue.end - cue.start >= SHORTEST_CUE)
        cue.lines = [line for number, (line, words) in enumerate(lines) if words not in shown or number >= said_now]
        shown = [words for _, words in lines]


def _voices(cue: _Cue) -> Iterator[Utterance]:
    """Yield what a cue holds, by its voices."""
    text = "\n".join(cue.lines)
    speaker, reached = "", 0
    for voice in _VOICE.finditer(text):
        yield _utterance(cue, speaker, text[reached : voice.start()])
        speaker, reached = _plain(voice["name"] or ""), voice.end()
    yield _utterance(cue, speaker, text[reached:])


def _utterance(cue: _Cue, speaker: str, words: str) -> Utterance:
    return Utterance(cue.start, max(cue.start, cue.end), " ".join(speaker.split()), _plain(words))


def _plain(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), _without_tags(text))


def _without_tags(text: str) -> str:
    return _TAG.sub("", _KARAOKE.sub("", text))
