"""The words for codings and their places, in the language of the windows."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kodebenk.domain.coding import Coding, CodingKind, EvidenceGrade, Stance
from kodebenk.domain.document import Place

_MINUS = "\N{EN DASH}"
_FULL_DATE = 10


def stance_word(stance: Stance | None) -> str:
    """Return "For", "Against", "Mixed", "Neutral" or "None"."""
    translate = QCoreApplication.translate
    return {
        Stance.FOR: translate("CodingWords", "For"),
        Stance.AGAINST: translate("CodingWords", "Against"),
        Stance.MIXED: translate("CodingWords", "Mixed"),
        Stance.NEUTRAL: translate("CodingWords", "Neutral"),
        None: translate("CodingWords", "None"),
    }[stance]


def kind_word(kind: CodingKind | None) -> str:
    """Return how the words of a coding are presented."""
    translate = QCoreApplication.translate
    return {
        CodingKind.DIRECT: translate("CodingWords", "Direct quotation"),
        CodingKind.PARAPHRASE: translate("CodingWords", "Paraphrase"),
        CodingKind.DOCUMENT: translate("CodingWords", "Document text"),
        None: translate("CodingWords", "Not said"),
    }[kind]


def evidence_word(evidence: EvidenceGrade | None) -> str:
    """Return what a coding rests on."""
    translate = QCoreApplication.translate
    return {
        EvidenceGrade.TAPED: translate("CodingWords", "Recording"),
        EvidenceGrade.NOTES: translate("CodingWords", "Notes"),
        EvidenceGrade.EMAIL: translate("CodingWords", "E-mail"),
        EvidenceGrade.OBSERVED: translate("CodingWords", "Observation"),
        EvidenceGrade.DOCUMENT: translate("CodingWords", "Document"),
        None: translate("CodingWords", "Not said"),
    }[evidence]


def place_words(place: Place) -> str:
    """Return "Page 3, lines 42–45", without the page where a document has none."""
    translate = QCoreApplication.translate
    if place.line == place.last_line:
        lines, paged = translate("CodingWords", "Line {line}"), translate("CodingWords", "Page {page}, line {line}")
    else:
        lines, paged = translate("CodingWords", "Lines {line}"), translate("CodingWords", "Page {page}, lines {line}")
    numbers = str(place.line) if place.line == place.last_line else f"{place.line}{_MINUS}{place.last_line}"
    return lines.format(line=numbers) if place.page is None else paged.format(page=place.page, line=numbers)


def status_words(place: Place) -> str:
    """Return "Turn 13 · page 3, line 42"; a paragraph number where nobody speaks."""
    translate = QCoreApplication.translate
    words = place_words(place)
    if place.turn is not None:
        head = translate("CodingWords", "Turn {number}").format(number=place.turn)
    else:
        head = translate("CodingWords", "Paragraph {number}").format(number=place.paragraph)
    return f"{head} · {words[:1].lower()}{words[1:]}"


def spoken_name(coding: Coding, code: str, citation: str, place: Place, coder: str) -> str:
    """Return what a screen reader says about a coding: code, stance, place, coder, comment."""
    translate = QCoreApplication.translate
    parts = [code]
    if coding.stance is not None:
        parts.append(stance_word(coding.stance).lower())
    label, _, number = citation.rpartition(":")
    spoken = translate("CodingWords", "{label} turn {number}") if place.turn is not None else "{label} {number}"
    parts.append(spoken.format(label=label, number=number))
    parts.append(place_words(place).lower().replace(_MINUS, f" {translate('CodingWords', 'to')} "))
    parts.append(translate("CodingWords", "coded by {coder}").format(coder=coder))
    if coding.comment:
        parts.append(translate("CodingWords", "has a comment"))
    return ", ".join(parts)


def day_words(iso: str) -> str:
    """Return "12. mai" or "12 May" for an ISO 8601 moment or date, with the year if it is not this one.

    What is no full date ("2026-05") stays as it is; a moment is taken to the local time zone.
    """
    try:
        day = date.fromisoformat(iso) if len(iso) == _FULL_DATE else datetime.fromisoformat(iso).astimezone().date()
    except ValueError:
        return iso
    locale = QLocale()
    norwegian = locale.language() == QLocale.Language.NorwegianBokmal
    form = "d. MMMM" if norwegian else "d MMMM"
    if day.year != date.today().year:
        form += " yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), form)


def count_codings(count: int) -> str:
    """Return "1 coding" or "31 codings"."""
    translate = QCoreApplication.translate
    return (
        translate("CodingWords", "1 coding")
        if count == 1
        else translate("CodingWords", "{count} codings").format(count=count)
    )
