"""What the decision panel calls the ways to settle a place, and what was settled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.domain.consensus import Decision, DecisionChoice
from kodebenk.ui.compare.differences.difference_words import PlaceTeller, joined
from kodebenk.ui.compare.differences.place_choices import OfferedChoice

translate = QCoreApplication.translate

_MOST_WORDS = 3
_BOTH = 2
_KEYS = {
    DecisionChoice.UNION: "U",
    DecisionChoice.INTERSECTION: "I",
    DecisionChoice.NEITHER: "N",
    DecisionChoice.EDIT: "E",
    DecisionChoice.DEFER: "D",
}
CHOICE_OF_KEY = {key: choice for choice, key in _KEYS.items()}


def excerpt(words: str) -> str:
    """Return the first and last words in quotation marks, such as “Den ble sterkere … hadde vært med”."""
    known = words.split()
    short = known if len(known) <= 2 * _MOST_WORDS + 1 else [*known[:_MOST_WORDS], "…", *known[-_MOST_WORDS:]]
    return translate("DecisionWords", "“{words}”").format(words=" ".join(short))


def decimal(value: float | None) -> str:
    """Return "0.64" with the window's decimal mark and a minus sign; a dash for no value."""
    if value is None:
        return "–"
    return QLocale().toString(value, "f", 2).replace("-", "\N{MINUS SIGN}")


def choice_key(offered: OfferedChoice, raters: int) -> str:
    """Return the key on the row of a choice: the number of its first rater, or a letter; nothing beyond the ninth."""
    if offered.choice is not DecisionChoice.ACCEPT:
        return _KEYS[offered.choice]
    number = (offered.rater or 0) + 1
    return str(number) if number <= min(raters, 9) else ""


class ChoiceTeller:
    """Names the choices offered for one place."""

    def __init__(self, place: ComparedPlace, teller: PlaceTeller, report: AgreementReport) -> None:
        self._place = place
        self._teller = teller
        self._paths = [code.path for code in report.codes]

    def title(self, offered: OfferedChoice) -> str:
        """Return what a choice is called."""
        if offered.choice is DecisionChoice.ACCEPT:
            return self._codes(offered)
        return {
            DecisionChoice.UNION: self._union_title(offered),
            DecisionChoice.INTERSECTION: translate("DecisionWords", "What all have marked"),
            DecisionChoice.NEITHER: self._nothing_title(),
            DecisionChoice.EDIT: translate("DecisionWords", "Other passage or codes …"),
            DecisionChoice.DEFER: translate("DecisionWords", "Leave open"),
        }[offered.choice]

    def who(self, offered: OfferedChoice) -> str:
        """Return the initials of those who have exactly this."""
        return joined(self._teller.initials[rater] for rater in offered.raters)

    def extent(self, offered: OfferedChoice) -> str:
        """Return the words that a choice codes, where they are not all of the place's."""
        ranges = sorted({(start, end) for start, end, _ in offered.given})
        if not ranges or ranges == [(self._place.start, self._place.end)]:
            return ""
        return " + ".join(excerpt(self.words(start, end)) for start, end in ranges)

    def words(self, start: int, end: int) -> str:
        """Return words of the place, between places of the text."""
        return self._place.quote[start - self._place.start : end - self._place.start]

    def _codes(self, offered: OfferedChoice) -> str:
        numbers = dict.fromkeys(code for _, _, code in offered.given)
        return " + ".join(self._teller.name(self._paths[number]) for number in numbers)

    def _nothing_title(self) -> str:
        if len({path for paths in self._place.codes for path in paths}) == 1:
            return translate("DecisionWords", "Not coded")
        return translate("DecisionWords", "None of them")

    def _union_title(self, offered: OfferedChoice) -> str:
        codes = {code for _, _, code in offered.given}
        if len(codes) == _BOTH:
            return translate("DecisionWords", "Both codes")
        if len(codes) > _BOTH:
            return translate("DecisionWords", "All {count} codes").replace("{count}", QLocale().toString(len(codes)))
        return translate("DecisionWords", "The whole of what anybody marked")


def decision_words(decision: Decision, code_names: Sequence[str], whose: str) -> str:
    """Return what was settled, such as "Trust, as Ane K. has it".

    Args:
        decision: what was settled.
        code_names: of the codings that it put into the consensus.
        whose: name of the coder whose coding was accepted; empty for another choice.
    """
    codes = joined(dict.fromkeys(code_names))
    if decision.choice is DecisionChoice.ACCEPT and whose:
        if not codes:
            return translate("DecisionWords", "Not coded, as {coder} has it").format(coder=whose)
        return translate("DecisionWords", "{codes}, as {coder} has it").format(codes=codes, coder=whose)
    return {
        DecisionChoice.ACCEPT: codes,
        DecisionChoice.UNION: translate("DecisionWords", "{codes}, on all that anybody marked").format(codes=codes),
        DecisionChoice.INTERSECTION: translate("DecisionWords", "{codes}, on what all marked").format(codes=codes),
        DecisionChoice.EDIT: translate("DecisionWords", "{codes}, chosen anew").format(codes=codes),
        DecisionChoice.NEITHER: translate("DecisionWords", "Not coded with any of these codes"),
        DecisionChoice.DEFER: translate("DecisionWords", "Talked about and left open"),
    }[decision.choice]
