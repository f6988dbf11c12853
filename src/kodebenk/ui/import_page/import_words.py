"""Words of the import page: what readers warn of, encodings, counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from kodebenk.ui.error_messages import translate_place
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP

WARNING_TEXTS: dict[str, str] = {
    "page_without_text": QT_TRANSLATE_NOOP("SourceWarnings", "A page has no text; it may be a picture."),
    "unreadable_characters": QT_TRANSLATE_NOOP("SourceWarnings", "{count} characters could not be read."),
    "running_lines_left_out": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} running headers, footers or page numbers were left out of the text."
    ),
    "undecodable": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} characters do not fit the encoding {encoding}. Try another one."
    ),
    "label_once": QT_TRANSLATE_NOOP(
        "SourceWarnings", "“{label}” stands like a speaker's label, but only once. It was left in the text."
    ),
    "pages_uncertain": QT_TRANSLATE_NOOP(
        "SourceWarnings", "Word has not stored all page breaks; {found} pages were found. Page numbers may be wrong."
    ),
    "tracked_changes_accepted": QT_TRANSLATE_NOOP(
        "SourceWarnings",
        "Tracked changes are read as accepted: {insertions} insertions, {deletions} deletions.",
    ),
    "comments_left_out": QT_TRANSLATE_NOOP("SourceWarnings", "{count} comments in the file are not part of the text."),
    "hidden_left_out": QT_TRANSLATE_NOOP("SourceWarnings", "{count} hidden passages are not part of the text."),
    "notes_moved": QT_TRANSLATE_NOOP("SourceWarnings", "{count} footnotes or endnotes stand at the end of the text."),
    "embedded_left_out": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} embedded objects or pictures are not part of the text."
    ),
    "unknown_symbols": QT_TRANSLATE_NOOP("SourceWarnings", "{count} symbols of special fonts could not be read."),
}
_OTHER = QT_TRANSLATE_NOOP("SourceWarnings", "Something in the file should be looked at ({kind}).")

ENCODING_NAMES: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("Encodings", "As found"),
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp865": "DOS 865",
    "cp850": "DOS 850",
}


def warning_text(kind: str, place: str, fields: Mapping[str, str]) -> str:
    """Return the sentence of a reader's warning, with its place behind."""
    text = QCoreApplication.translate("SourceWarnings", WARNING_TEXTS.get(kind, _OTHER))
    said = text.format_map({"kind": kind, **fields})
    where = translate_place(place)
    return f"{said} ({where})" if where else said


def encoding_name(encoding: str) -> str:
    """Return what an encoding is called in the window."""
    return QCoreApplication.translate("Encodings", ENCODING_NAMES.get(encoding, encoding.upper()))


def counted(count: int, one: str, many: str) -> str:
    """Return `one`, or `many` with its {count}."""
    return one if count == 1 else many.format(count=QLocale().toString(count))
