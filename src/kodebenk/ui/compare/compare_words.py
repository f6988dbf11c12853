"""What the comparison of coders says in the language of the windows: units, rules, coders, rounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind

translate = QCoreApplication.translate


def unit_name(kind: UnitKind) -> str:
    """Return what is compared, such as "Sentence"."""
    return {
        UnitKind.CHARACTER: translate("CompareWords", "Character"),
        UnitKind.WORD: translate("CompareWords", "Word"),
        UnitKind.SENTENCE: translate("CompareWords", "Sentence"),
        UnitKind.TURN: translate("CompareWords", "Turn"),
        UnitKind.PARAGRAPH: translate("CompareWords", "Paragraph"),
    }[kind]


def rule_name(rule: ProjectionRule) -> str:
    """Return when a unit counts as coded."""
    return {
        ProjectionRule.ANY: translate("CompareWords", "Any part of it is coded"),
        ProjectionRule.HALF_UNIT: translate("CompareWords", "At least half of it is coded"),
        ProjectionRule.HALF_SHORTER: translate("CompareWords", "At least half of the shorter of passage and unit"),
    }[rule]


def raters_text(raters: Sequence[Rater]) -> str:
    """Return "Ane, Lars, Mina": first names where they tell coders apart."""
    return ", ".join(short_names([one.name for one in raters]))


def short_names(names: Sequence[str]) -> list[str]:
    """Return the first word of every name, and what stands in brackets; whole names where two would be alike."""
    short = [_shorten(name) for name in names]
    return short if len(set(short)) == len(short) else list(names)


def _shorten(name: str) -> str:
    before, bracket, after = name.partition(" (")
    return f"{before.split()[0] if before.split() else before}{bracket}{after}"


def round_name(number: int) -> str:
    return translate("CompareWords", "Round {number}").format(number=number)


def round_of(setup: AgreementSetup) -> int | None:
    """Return the round that all raters are compared in, None for all rounds and for rounds against each other."""
    rounds = {one.round for one in setup.raters}
    return rounds.pop() if len(rounds) == 1 else None


def count_codings(count: int) -> str:
    """Return "1 coding", "23 codings"."""
    if count == 1:
        return translate("CompareWords", "1 coding")
    return translate("CompareWords", "{count} codings").format(count=QLocale().toString(count))


def day_text(moment: str) -> str:
    """Return the local day of a moment (UTC, ISO 8601), with the year unless it is this one; empty for none."""
    if not moment:
        return ""
    read = datetime.fromisoformat(moment)
    local = read.astimezone() if len(moment) > len("2026-01-01") else read
    this_year = local.year == datetime.now().astimezone().year
    pattern = translate("CompareWords", "d MMMM") if this_year else translate("CompareWords", "d MMMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def joined(parts: Iterable[str]) -> str:
    """Return "a, b and c"."""
    known = list(parts)
    if len(known) < 2:
        return "".join(known)
    return translate("CompareWords", "{first} and {last}").format(first=", ".join(known[:-1]), last=known[-1])


def draws_note(samples: int) -> str:
    """Return what the intervals rest on."""
    return translate("CompareWords", "The intervals rest on {samples} draws").format(samples=samples)


def report_language() -> str:
    """Return the language of notes and files that comes closest to that of the window: `nb` or `en`."""
    return "nb" if QLocale().language() == QLocale.Language.NorwegianBokmal else "en"
