"""What the list and the panel say of places about which raters differ, in the language of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.place_spans import PlaceSpans
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.consensus import Decision, DecisionTag
from kodebenk.ui.compare.differences.place_extents import (
    ExtentDifference,
    Range,
    compare_extents,
    find_reference,
    ranges_by_rater,
)
from kodebenk.ui.reading.coding_words import day_words

translate = QCoreApplication.translate

CLASS_ICONS = {
    DisagreementClass.AGREE: "equal",
    DisagreementClass.BOUNDARY: "move-horizontal",
    DisagreementClass.DIFFERENT_CODE: "arrow-left-right",
    DisagreementClass.EXTRA_CODE: "circle-plus",
    DisagreementClass.MISSING: "circle-dashed",
    DisagreementClass.SCOPE: "circle-minus",
}


def class_name(kind: DisagreementClass) -> str:
    """Return what a class is called, such as "Boundary"."""
    return {
        DisagreementClass.AGREE: translate("DifferenceWords", "Agreed"),
        DisagreementClass.BOUNDARY: translate("DifferenceWords", "Boundary"),
        DisagreementClass.DIFFERENT_CODE: translate("DifferenceWords", "Different code"),
        DisagreementClass.EXTRA_CODE: translate("DifferenceWords", "Extra code"),
        DisagreementClass.MISSING: translate("DifferenceWords", "Missing"),
        DisagreementClass.SCOPE: translate("DifferenceWords", "Only one done"),
    }[kind]


def tag_name(tag: DecisionTag) -> str:
    """Return why raters differed, such as "Oversight"."""
    return {
        DecisionTag.UNCLEAR_DEFINITION: translate("DifferenceWords", "Unclear definition"),
        DecisionTag.OVERSIGHT: translate("DifferenceWords", "Oversight"),
        DecisionTag.UNIT: translate("DifferenceWords", "Where it begins and ends"),
        DecisionTag.AMBIGUITY: translate("DifferenceWords", "The words can be read both ways"),
    }[tag]


def initials_of(names: Sequence[str]) -> list[str]:
    """Return the initials of raters, with what tells one's passes apart; whole names where two would be alike.

    "Ane K. (2)" becomes "AK (2)".
    """
    short = [_shorten(name) for name in names]
    return short if len(set(short)) == len(short) else list(names)


def _shorten(name: str) -> str:
    person, bracket, rest = name.partition(" (")
    return f"{Coder(0, '', person).initials}{bracket}{rest}"


def joined(parts: Iterable[str]) -> str:
    """Return "a, b and c"."""
    known = list(parts)
    if len(known) < 2:
        return "".join(known)
    words = translate("DifferenceWords", "{first} and {last}")
    return words.format(first=", ".join(known[:-1]), last=known[-1])


def last_name(path: str) -> str:
    """Return the code of `Theme/Code`."""
    return path.rpartition("/")[2]


def short_place(page: str | None, line: int) -> str:
    """Return "p. 3, l. 50"."""
    if page is None:
        return translate("DifferenceWords", "l. {line}").format(line=line)
    return translate("DifferenceWords", "p. {page}, l. {line}").format(page=page, line=line)


def settled_words(decision: Decision) -> str:
    """Return "Settled 20 May", or "Left open 20 May"."""
    words = (
        translate("DifferenceWords", "Settled {day}")
        if decision.is_settled
        else translate("DifferenceWords", "Left open {day}")
    )
    return words.format(day=day_words(decision.decided_at))


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """What is said of a place.

    Attributes:
        path: of the code that most raters gave, of the first rater's where none leads.
        sentence: what differs, such as "LB begins later".
        raters: numbers of the raters who differ: those named in the sentence, or all where nobody leads.
    """

    path: str
    sentence: str
    raters: frozenset[int]


class PlaceTeller:
    """Says of each place what differs there; what was said is kept for the next time."""

    def __init__(self, codebook: Codebook, rater_names: Sequence[str], report: AgreementReport | None) -> None:
        self.rater_names = tuple(rater_names)
        self.initials = tuple(initials_of(rater_names))
        self.report = report
        self._spans = PlaceSpans(report) if report is not None else None
        self._documents = report.setup.documents if report is not None else ()
        self._codes: dict[str, Code] = {codebook.path_of(code.id): code for code in codebook.codes}
        for one in report.codes if report is not None else ():
            # A code that got another name since the comparison is still the same code.
            if one.id in codebook.by_id:
                self._codes[one.path] = codebook.by_id[one.id]
        self._told: dict[tuple[int, int, int, tuple[tuple[str, ...], ...]], ToldPlace] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths of the codes that are compared, in the order of the codebook."""
        return tuple(code.path for code in self.report.codes) if self.report is not None else tuple(self._codes)

    def forget(self) -> None:
        """Say everything anew, as in another language."""
        self._told.clear()

    def code(self, path: str) -> Code | None:
        """Return the code of a path of the report; None when it is gone."""
        return self._codes.get(path)

    def name(self, path: str) -> str:
        """Return what the code of a path is called now."""
        code = self._codes.get(path)
        return code.name if code is not None else last_name(path)

    def tell(self, place: ComparedPlace) -> ToldPlace:
        """Return what is said of a place."""
        key = (place.document_id, place.start, place.end, place.codes)
        if key not in self._told:
            self._told[key] = self._tell(place)
        return self._told[key]

    def counting(self, place: ComparedPlace) -> list[int]:
        """Return the numbers of the raters who count at a place: those who are done with it and know its codes."""
        everybody = list(range(len(place.codes)))
        if self.report is None or place.document_id not in self._documents:
            return everybody
        source = self.report.comparison.sources[self._documents.index(place.document_id)]
        given = {path for paths in place.codes for path in paths}
        numbers = [number for number, code in enumerate(self.report.codes) if code.path in given]
        return [
            rater
            for rater in everybody
            if rater in source.finished and any((rater, number) not in source.absent for number in numbers)
        ]

    def _tell(self, place: ComparedPlace) -> ToldPlace:
        path = _leading_path(place.codes)
        told = {
            DisagreementClass.AGREE: self._tell_agreed,
            DisagreementClass.BOUNDARY: self._tell_boundary,
            DisagreementClass.DIFFERENT_CODE: self._tell_codes,
            DisagreementClass.EXTRA_CODE: self._tell_extra,
            DisagreementClass.MISSING: self._tell_missing,
            DisagreementClass.SCOPE: self._tell_scope,
        }[place.kind]
        sentence, raters = told(place)
        return ToldPlace(path, sentence, frozenset(raters))

    def _who(self, raters: Iterable[int]) -> str:
        return joined(self.initials[rater] for rater in raters)

    def _tell_agreed(self, _place: ComparedPlace) -> tuple[str, list[int]]:
        return translate("DifferenceWords", "All have coded it alike"), []

    def _tell_scope(self, place: ComparedPlace) -> tuple[str, list[int]]:
        having = [rater for rater, paths in enumerate(place.codes) if paths]
        words = translate("DifferenceWords", "Only {who} is done with it")
        return words.format(who=self._who(having)), having

    def _tell_missing(self, place: ComparedPlace) -> tuple[str, list[int]]:
        counting = self.counting(place)
        having = [rater for rater in counting if place.codes[rater]]
        lacking = [rater for rater in counting if not place.codes[rater]]
        if len(having) == 1 and len(lacking) > 1:
            words = translate("DifferenceWords", "Only {who} has coded it")
            return words.format(who=self._who(having)), having
        one, many = (
            translate("DifferenceWords", "{who} has not coded it"),
            translate("DifferenceWords", "{who} have not coded it"),
        )
        return (one if len(lacking) == 1 else many).format(who=self._who(lacking)), lacking

    def _tell_extra(self, place: ComparedPlace) -> tuple[str, list[int]]:
        lacking = [rater for rater in self.counting(place) if not place.codes[rater]]
        one, many = (
            translate("DifferenceWords", "{who} has other codes here"),
            translate("DifferenceWords", "{who} have other codes here"),
        )
        return (one if len(lacking) == 1 else many).format(who=self._who(lacking)), lacking

    def _tell_codes(self, place: ComparedPlace) -> tuple[str, list[int]]:
        counting = self.counting(place)
        leading = _leading_codes([place.codes[rater] for rater in counting])
        others = [rater for rater in counting if place.codes[rater] != leading]
        said = [f"{self.initials[rater]}: {self._given(place.codes[rater])}" for rater in others]
        follows = len(counting) - len(others)
        return " · ".join(said), others if follows > len(others) else counting

    def _given(self, paths: Sequence[str]) -> str:
        return ", ".join(map(self.name, paths)) or translate("DifferenceWords", "not coded")

    def _tell_boundary(self, place: ComparedPlace) -> tuple[str, list[int]]:
        ranges = self._ranges(place)
        if len(ranges) < 2:
            return translate("DifferenceWords", "Not the same words"), list(ranges)
        reference = find_reference(ranges)
        others = [rater for rater in sorted(ranges) if ranges[rater] != ranges[reference]]
        said = []
        for rater in others:
            how = compare_extents(place.quote, ranges[reference], ranges[rater])
            said.append(_boundary_clause(how).format(who=self.initials[rater]))
        follows = len(ranges) - len(others)
        return " · ".join(said), others if follows > len(others) else sorted(ranges)

    def _ranges(self, place: ComparedPlace) -> Mapping[int, tuple[Range, ...]]:
        if self._spans is None or place.document_id not in self._documents:
            return {}
        return ranges_by_rater(self._spans.of(place), place.start)


def _leading_path(codes: Sequence[tuple[str, ...]]) -> str:
    counts = Counter(path for paths in codes for path in paths)
    return max(counts, key=lambda path: counts[path])


def _leading_codes(given: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the codes that most gave, of the first who gave some where none lead."""
    counts = Counter(paths for paths in given if paths)
    return max(counts, key=lambda paths: counts[paths])


def _boundary_clause(how: ExtentDifference) -> str:
    if how.passages == 1:
        return translate("DifferenceWords", "{who} has it in one passage")
    if how.passages:
        words = translate("DifferenceWords", "{who} has it in {count} passages")
        return words.replace("{count}", QLocale().toString(how.passages))
    if how.sentences:
        return _sentence_clause(how.sentences)
    return _ends_clause(how.start, how.end)


def _sentence_clause(sentences: int) -> str:
    if sentences == 1:
        return translate("DifferenceWords", "{who} has one sentence more")
    if sentences == -1:
        return translate("DifferenceWords", "{who} has one sentence less")
    words = (
        translate("DifferenceWords", "{who} has {count} sentences more")
        if sentences > 0
        else translate("DifferenceWords", "{who} has {count} sentences fewer")
    )
    return words.replace("{count}", QLocale().toString(abs(sentences)))


def _ends_clause(start: int, end: int) -> str:
    return {
        (0, 0): translate("DifferenceWords", "{who} has other words"),
        (1, 0): translate("DifferenceWords", "{who} begins later"),
        (-1, 0): translate("DifferenceWords", "{who} begins earlier"),
        (0, 1): translate("DifferenceWords", "{who} ends later"),
        (0, -1): translate("DifferenceWords", "{who} ends earlier"),
        (1, 1): translate("DifferenceWords", "{who} begins and ends later"),
        (-1, -1): translate("DifferenceWords", "{who} begins and ends earlier"),
        (1, -1): translate("DifferenceWords", "{who} begins later and ends earlier"),
        (-1, 1): translate("DifferenceWords", "{who} begins earlier and ends later"),
    }[start, end]
