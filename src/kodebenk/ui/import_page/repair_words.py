"""What the steps of the clean-up are called, and how much they did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.application.import_actions import Outcome, Repair
from kodebenk.ui.import_page.planned_source import PAGE_NUMBERS, Tally
from kodebenk.ui.number_words import counted


def repair_name(repair: Repair) -> str:
    """Return what a step does."""
    translate = QCoreApplication.translate
    return {
        Repair.HYPHENS: translate("Repairs", "Words divided at line ends"),
        Repair.RUNNING_LINES: translate("Repairs", "Page numbers and headers"),
        Repair.LINES: translate("Repairs", "Lines joined to paragraphs"),
        Repair.FOOTNOTES: translate("Repairs", "Footnotes inside sentences"),
        Repair.TABLES: translate("Repairs", "Columns made into tables"),
        Repair.RINGS: translate("Repairs", "å with a loose ring (a + °)"),
        Repair.LIGATURES: translate("Repairs", "Letters printed as one sign (ﬁ)"),
        Repair.QUOTATION_MARKS: translate("Repairs", "Mangled quotation marks"),
        Repair.BLANKS: translate("Repairs", "Double blanks and tabs"),
        Repair.TIMES: translate("Repairs", "Times of the recording"),
    }[repair]


def tally_words(repair: Repair, tally: Tally) -> str:
    """Return how many places a step altered, such as "38 joined, 4 kept"."""
    return ", ".join(_count(repair, key, tally[key]) for key in _ORDER if tally.get(key))


_ORDER = (
    Outcome.JOINED.value,
    PAGE_NUMBERS,
    Outcome.REMOVED.value,
    Outcome.REPLACED.value,
    Outcome.MOVED.value,
    Outcome.KEPT.value,
)


def _count(repair: Repair, key: str, count: int) -> str:
    translate = QCoreApplication.translate
    if key == PAGE_NUMBERS:
        return counted(count, translate("Repairs", "1 page number"), translate("Repairs", "{count} page numbers"))
    if repair is Repair.RUNNING_LINES and key == Outcome.REMOVED.value:
        return counted(count, translate("Repairs", "1 header"), translate("Repairs", "{count} headers"))
    if repair is Repair.LINES and key == Outcome.JOINED.value:
        return counted(count, translate("Repairs", "1 line"), translate("Repairs", "{count} lines"))
    if repair is Repair.TABLES:
        return counted(count, translate("Repairs", "1 table"), translate("Repairs", "{count} tables"))
    one, many = {
        Outcome.JOINED.value: (translate("Repairs", "1 joined"), translate("Repairs", "{count} joined")),
        Outcome.KEPT.value: (translate("Repairs", "1 kept"), translate("Repairs", "{count} kept")),
        Outcome.REMOVED.value: (translate("Repairs", "1 removed"), translate("Repairs", "{count} removed")),
        Outcome.REPLACED.value: (translate("Repairs", "1 corrected"), translate("Repairs", "{count} corrected")),
        Outcome.MOVED.value: (translate("Repairs", "1 moved"), translate("Repairs", "{count} moved")),
    }[key]
    return counted(count, one, many)
