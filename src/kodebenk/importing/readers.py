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
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, ReadOptions, SourceWarning
from kodebenk.importing.source_file import read_content
from kodebenk.importing.source_kind import guess_kind
from kodebenk.importing.turn_splitter import find_doubtful_labels, split_turns

Reader = Callable[[Path, ReadOptions], ImportedDocument]

_READERS = {
    ".txt": ("kodebenk.importing.plain_text_reader", "read_plain_text"),
    ".docx": ("kodebenk.importing.word_reader", "read_word"),
    ".docm": ("kodebenk.importing.word_reader", "read_word"),
    ".pdf": ("kodebenk.importing.pdf_reader", "read_pdf"),
}
_LAYOUTED = frozenset({".docx", ".docm", ".pdf"})


def known_suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read, with their dot, sorted."""
    return tuple(sorted(_READERS))


def read_source(
    path: Path,
    kind: SourceKind | None = None,
    options: ReadOptions = ReadOptions(),  # noqa: B008 - a frozen value
) -> ImportedDocument:
    """Return a file as it would go into a project.

    `kind` is guessed where it is None. Speakers are proposed by their labels for kinds in which people speak.

    Raises:
        SourceUnreadable: the file cannot be read; UNKNOWN_FORMAT lists the known endings in `detail`.
        Cancelled: `options.is_cancelled` said so.
    """
    suffix = path.suffix.casefold()
    reader = _find_reader(path, suffix)
    document = reader(path, options)
    turns = split_turns(document.text, document.paragraphs, document.headings)
    kind = kind or guess_kind(
        document.text,
        document.paragraphs,
        document.headings,
        has_turns=bool(turns),
        is_layouted=suffix in _LAYOUTED,
    )
    return _with_turns(replace(document, kind=kind), turns if kind in SPOKEN_KINDS else ())


def _find_reader(path: Path, suffix: str) -> Reader:
    if suffix not in _READERS:
        read_content(path)  # a file that is missing is missing, whatever its ending
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=", ".join(known_suffixes()))
    module, function = _READERS[suffix]
    return cast(Reader, getattr(import_module(module), function))


def _with_turns(document: ImportedDocument, turns: tuple[ImportedTurn, ...]) -> ImportedDocument:
    """Return the document with its turns; a turn that begins inside a paragraph begins one of its own."""
    paragraphs = _split_at(document.text, document.paragraphs, [turn.start for turn in turns])
    doubts = find_doubtful_labels(document.text, paragraphs, turns)
    warnings = (_doubt(document.text, paragraphs, doubt) for doubt in doubts)
    return replace(document, turns=turns, paragraphs=paragraphs, warnings=(*document.warnings, *warnings))


def _doubt(text: str, paragraphs: tuple[Span, ...], doubt: Span) -> SourceWarning:
    number = sum(span.start <= doubt.start for span in paragraphs)
    return SourceWarning("label_once", f"paragraph {number}", {"label": text[doubt.start : doubt.end]})


def _split_at(text: str, paragraphs: tuple[Span, ...], cuts: list[int]) -> tuple[Span, ...]:
    split: list[Span] = []
    for span in paragraphs:
        inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
        bounds = [span.start, *inside, span.end]
        for start, end in pairwise(bounds):
            split.append(Span(start, start + len(text[start:end].rstrip())))
    return tuple(split)
