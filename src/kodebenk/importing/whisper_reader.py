"""Reads what speech recognisers write: JSON of Whisper, WhisperX, whisper.cpp and Transformers, and Whisper's TSV."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import find_encoding
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.importing.recorded_speech import Utterance, document_of_speech, with_labels
from kodebenk.importing.source_file import read_content
from kodebenk.importing.text_cleaning import clean_text
from kodebenk.importing.text_decoding import decode_text

LARGEST_TRANSCRIPT = 200 * 1024 * 1024
"""Bytes; with a time for every word, an hour of speech has 2 MB."""
LATEST = 1000 * 60 * 60 * 1000
"""Milliseconds; a time beyond a thousand hours is none."""

_TSV_COLUMNS = {"start", "end", "text"}


def read_whisper_json(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return the JSON of a speech recogniser as a transcript, with the time of every segment.

    Speakers are those of WhisperX; a segment in which the words have several is divided among them.

    Raises:
        SourceUnreadable: NOT_THE_FORMAT for other JSON, DAMAGED for what is no JSON, NO_TEXT where nothing was said.
    """
    content = read_content(path, largest=LARGEST_TRANSCRIPT)
    encoding = options.encoding or find_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    try:
        parsed = json.loads(clean_text(raw))
    except (ValueError, RecursionError) as error:
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail=type(error).__name__) from error
    segments = _segments(parsed)
    if segments is None:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no segments")
    return document_of_speech(path, content, encoding, with_labels(list(_forward(segments))), warnings)


def read_whisper_tsv(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return Whisper's TSV as a transcript, whose times are milliseconds; any other TSV is read as a survey.

    Raises:
        SourceUnreadable: NO_TEXT where nothing was said, or what `read_survey` raises.
    """
    content = read_content(path, largest=LARGEST_TRANSCRIPT)
    encoding = options.encoding or find_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    head, _, rows = clean_text(raw).lstrip().partition("\n")
    columns = [name.strip().casefold() for name in head.split("\t")]
    if not set(columns) >= _TSV_COLUMNS:
        from kodebenk.importing.survey_reader import read_survey

        return read_survey(path, options)
    utterances = [_tsv_utterance(columns, row) for row in rows.split("\n") if row.strip()]
    return document_of_speech(path, content, encoding, with_labels(list(_forward(utterances))), warnings)


def _segments(parsed: object) -> list[Utterance] | None:
    """Return the segments, or None where it is not known what the JSON is."""
    found = {"segments": parsed} if isinstance(parsed, list) else parsed
    if not isinstance(found, dict):
        return None
    for key, reads in _LAYOUTS.items():
        listed = found.get(key)
        if isinstance(listed, list) and (listed or "text" in found) and all(map(_has_text, listed)):
            return [one for segment in listed for one in reads(segment)]
    return None


def _has_text(segment: object) -> bool:
    return isinstance(segment, dict) and isinstance(segment.get("text"), str) and not _LAYOUT_MARKS.isdisjoint(segment)


def _whisper(segment: Mapping[str, Any]) -> Iterator[Utterance]:
    start, end = _seconds(segment.get("start")), _seconds(segment.get("end"))
    speaker = _name(segment)
    words = segment.get("words")
    spoken = [word for word in words if isinstance(word, dict)] if isinstance(words, list) else []
    if len({_name(word) or speaker for word in spoken}) > 1:
        yield from _by_speaker(spoken, speaker, start, end)
    else:
        yield Utterance(start, end, speaker, segment["text"])


def _by_speaker(words: Iterable[Mapping[str, Any]], speaker: str, start: int, end: int) -> Iterator[Utterance]:
    """Yield the words of a segment by who says them; those without a speaker go on with the one before."""
    heard = []
    for word in words:
        speaker = _name(word) or speaker
        heard.append((speaker, word))
    for name, group in groupby(heard, key=lambda one: one[0]):
        run = [word for _, word in group]
        text = " ".join(str(word.get("word", "")).strip() for word in run)
        yield Utterance(_seconds(run[0].get("start"), start), _seconds(run[-1].get("end"), end), name, text)


def _transformers(segment: Mapping[str, Any]) -> Iterator[Utterance]:
    times = segment.get("timestamp")
    start, end = times if isinstance(times, list) and len(times) == 2 else (None, None)
    yield Utterance(_seconds(start), _seconds(end), _name(segment), segment["text"])


def _whisper_cpp(segment: Mapping[str, Any]) -> Iterator[Utterance]:
    offsets = segment.get("offsets")
    offsets = offsets if isinstance(offsets, dict) else {}
    start, end = (_milliseconds(offsets.get(name), 1) for name in ("from", "to"))
    yield Utterance(start, end, _name(segment), segment["text"])


_LAYOUTS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Utterance]]] = {
    "segments": _whisper,
    "chunks": _transformers,
    "transcription": _whisper_cpp,
}
_LAYOUT_MARKS = frozenset({"start", "timestamp", "offsets"})


def _tsv_utterance(columns: list[str], row: str) -> Utterance:
    cells = row.split("\t", len(columns) - 1)
    values = dict(zip(columns, cells, strict=False))
    start, end = (_milliseconds(_number(values.get(name, "")), 1) for name in ("start", "end"))
    return Utterance(start, end, values.get("speaker", "").strip(), values.get("text", ""))


def _number(written: str) -> float | None:
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None


def _name(segment: Mapping[str, Any]) -> str:
    speaker = segment.get("speaker")
    return speaker.strip() if isinstance(speaker, str) else ""


def _seconds(value: object, otherwise: int = -1) -> int:
    found = _milliseconds(value, 1000)
    return found if found >= 0 else otherwise


def _milliseconds(value: object, factor: int) -> int:
    """Return a time in milliseconds, or -1 for what is no time."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return -1
    if isinstance(value, float) and not math.isfinite(value):
        return -1
    return round(value * factor) if 0 <= value <= LATEST / factor else -1


def _forward(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
    """Yield the utterances; one without a time begins where the one before ended, and none ends before it begins."""
    reached = 0
    for utterance in utterances:
        start = utterance.start if utterance.start >= 0 else reached
        reached = max(start, utterance.end)
        yield Utterance(start, reached, utterance.speaker, utterance.words)
