"""Words of the import page: what readers warn of, encodings, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kodebenk.ui.error_messages import translate_place
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP
from kodebenk.ui.number_words import counted

if TYPE_CHECKING:
    from kodebenk.application.import_actions import ImportedDocument, SpeakerDoubt

WARNING_TEXTS: dict[str, str] = {
    "page_without_text": QT_TRANSLATE_NOOP("SourceWarnings", "A page has no text; it may be a picture."),
    "unreadable_characters": QT_TRANSLATE_NOOP("SourceWarnings", "{count} characters could not be read."),
    "undecodable": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} characters do not fit the encoding {encoding}. Try another one."
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
    "respondents_without_answers": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} respondents wrote no open answer. They are added with their facts."
    ),
    "introduction_left_out": QT_TRANSLATE_NOOP(
        "SourceWarnings", "{count} lines before the first question are not part of the guide."
    ),
    "unknown_symbols": QT_TRANSLATE_NOOP("SourceWarnings", "{count} symbols of special fonts could not be read."),
}
_OTHER = QT_TRANSLATE_NOOP("SourceWarnings", "Something in the file should be looked at ({kind}).")

ENCODING_NAMES: dict[str, str] = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
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
    return ENCODING_NAMES.get(encoding, encoding.upper())


def language_name(language: str) -> str:
    """Return what a language is called where it is chosen."""
    translate = QCoreApplication.translate
    return {
        "nb": translate("ImportLanguages", "Bokmål"),
        "nn": translate("ImportLanguages", "Nynorsk"),
        "en": translate("ImportLanguages", "English"),
    }.get(language) or translate("ImportLanguages", "Other")


def doubt_words(read: ImportedDocument, doubts: Sequence[SpeakerDoubt]) -> str:
    """Return how many turns nobody is known to say, and on which page the first stands."""
    translate = QCoreApplication.translate
    one = translate("ImportWords", "1 turn without a speaker")
    said = counted(len(doubts), one, translate("ImportWords", "{count} turns without a speaker"))
    pages = [page.label for page in read.pages if page.start <= doubts[0].start]
    return translate("ImportWords", "{turns}, page {page}").format(turns=said, page=pages[-1]) if pages else said


def page_words(labels: Sequence[str]) -> str:
    """Return which pages are shown, such as "pages 6 and 7"; empty without pages."""
    translate = QCoreApplication.translate
    if not labels:
        return ""
    if len(labels) == 1:
        return translate("ImportWords", "page {page}").format(page=labels[0])
    words = translate("ImportWords", "pages {first} and {last}")
    if len(labels) > 2:
        words = translate("ImportWords", "pages {first}–{last}")
    return words.format(first=labels[0], last=labels[-1])
