"""Chooses the reader of a file and completes what it returns: kind, speaker turns, doubts.

A new format is one more line in `_READERS`. Readers and the libraries they need are imported when first used.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import cast

from kodebenk.domain.document import SPOKEN_KINDS, SourceKind, Span
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, Repair
from kodebenk.importing.language_form import recognise_language
from kodebenk.importing.source_file import read_content
from kodebenk.importing.source_kind import guess_kind
from kodebenk.importing.time_marks import find_times, with_times
from kodebenk.importing.turn_splitter import Speech, find_speech

Reader = Callable[[Path, ReadOptions], ImportedDocument]

_READERS = {
    ".txt": ("kodebenk.importing.plain_text_reader", "read_plain_text"),
    ".docx": ("kodebenk.importing.word_reader", "read_word"),
    ".docm": ("kodebenk.importing.word_reader", "read_word"),
    ".pdf": ("kodebenk.importing.pdf_reader", "read_pdf"),
    ".odt": ("kodebenk.importing.odt_reader", "read_odt"),
    ".rtf": ("kodebenk.importing.rtf_reader", "read_rtf"),
    ".md": ("kodebenk.importing.markdown_reader", "read_markdown"),
    ".markdown": ("kodebenk.importing.markdown_reader", "read_markdown"),
    ".html": ("kodebenk.importing.html_reader", "read_html"),
    ".htm": ("kodebenk.importing.html_reader", "read_html"),
    ".vtt": ("kodebenk.importing.subtitle_reader", "read_subtitles"),
    ".srt": ("kodebenk.importing.subtitle_reader", "read_subtitles"),
    ".json": ("kodebenk.importing.whisper_reader", "read_whisper_json"),
    ".tsv": ("kodebenk.importing.whisper_reader", "read_whisper_tsv"),
    ".csv": ("kodebenk.importing.survey_reader", "read_survey"),
    ".xlsx": ("kodebenk.importing.survey_reader", "read_survey"),
}
_LAYOUTED = frozenset({".docx", ".docm", ".pdf", ".odt", ".rtf", ".html", ".htm"})
_SURE_KINDS = frozenset({".vtt", ".srt", ".json", ".tsv", ".csv", ".xlsx"})
"""Formats that say themselves what they are and who speaks."""
SMALLEST_TIMED_SHARE = 0.10
"""Times per paragraph by which a text without speakers is the transcript of a recording."""
_RECORDED = frozenset({SourceKind.TRANSCRIPT, SourceKind.NOTES})
"""Kinds that can have a recording, whose times then stand in the text."""


def known_suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read, with their dot, sorted."""
    return tuple(sorted(_READERS))


def read_source(
    path: Path,
    kind: SourceKind | None = None,
    options: ReadOptions = ReadOptions(),  # noqa: B008 - a frozen value
) -> ImportedDocument:
    """Return a file as it would go into a project.

    `kind` is guessed where it is None, unless the format says it. Speakers are proposed by their labels for kinds in
    which people speak, and the recording's times are kept beside the text. The language is recognised.

    Raises:
        SourceUnreadable: the file cannot be read; UNKNOWN_FORMAT lists the known endings in `detail`.
        Cancelled: `options.is_cancelled` said so.
    """
    suffix = path.suffix.casefold()
    reader = _find_reader(path, suffix)
    document = reader(path, options)
    if suffix in _SURE_KINDS:
        kind = kind or document.kind
        spoken = document if kind in SPOKEN_KINDS else replace(document, turns=(), doubts=())
        return _with_language(replace(spoken, kind=kind))
    return _with_language(_with_speech(document, kind, options, is_layouted=suffix in _LAYOUTED))


def _find_reader(path: Path, suffix: str) -> Reader:
    if suffix not in _READERS:
        read_content(path)  # a file that is missing is missing, whatever its ending
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=", ".join(known_suffixes()))
    module, function = _READERS[suffix]
    return cast(Reader, getattr(import_module(module), function))


def _with_speech(
    document: ImportedDocument, kind: SourceKind | None, options: ReadOptions, *, is_layouted: bool
) -> ImportedDocument:
    """Return the document with its kind, and its turns, doubts and times where people speak in it."""
    text, paragraphs, headings = document.text, document.paragraphs, document.headings
    speech = Speech(document.turns, document.doubts) if document.turns else find_speech(text, paragraphs, headings)
    times = find_times(text, speech.turns)
    kind = kind or guess_kind(
        text,
        paragraphs,
        headings,
        has_turns=bool(speech.turns) or len(times) > SMALLEST_TIMED_SHARE * len(paragraphs),
        is_layouted=is_layouted,
    )
    if kind not in SPOKEN_KINDS:
        return replace(document, kind=kind, turns=(), doubts=())
    spoken = _with_turns(replace(document, kind=kind), speech)
    return with_times(spoken, times if kind in _RECORDED else (), remove=Repair.TIMES in options.repairs)


def _with_turns(document: ImportedDocument, speech: Speech) -> ImportedDocument:
    """Return the document with its turns; a turn that begins inside a paragraph begins one of its own.

    A heading that is the label of a turn is none.
    """
    turns = speech.turns
    labels = {position for turn in turns for position in range(turn.start, turn.body_start)}
    return replace(
        document,
        turns=turns,
        doubts=speech.doubts,
        paragraphs=_split_at(document.text, document.paragraphs, [turn.start for turn in turns]),
        headings=tuple(heading for heading in document.headings if heading.start not in labels),
    )


def _with_language(document: ImportedDocument) -> ImportedDocument:
    language = document.details.language or recognise_language(document.text)
    return replace(document, details=replace(document.details, language=language))


def _split_at(text: str, paragraphs: tuple[Span, ...], cuts: list[int]) -> tuple[Span, ...]:
    split: list[Span] = []
    for span in paragraphs:
        inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
        bounds = [span.start, *inside, span.end]
        for start, end in pairwise(bounds):
            split.append(Span(start, start + len(text[start:end].rstrip())))
    return tuple(split)
