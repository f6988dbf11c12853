"""Words that the views of interview guides share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.application.guide_tables import AskedState, Finding
from kodebenk.domain.guide import GuideQuestion, PlaceStatus, QuestionPlace
from kodebenk.ui.number_words import counted, number_words

STATUS_ICONS = {
    PlaceStatus.PROPOSED: ("circle-question-mark", "warn"),
    PlaceStatus.CONFIRMED: ("circle-check", "ok"),
    PlaceStatus.REJECTED: ("ban", "ink3"),
}
"""Icon and colour role of each status."""

STATE_ICONS = {
    AskedState.ASKED: ("check", "ok"),
    AskedState.PROPOSED: ("circle-question-mark", "warn"),
    AskedState.NOT_ASKED: ("minus", "ink3"),
}
"""Icon and colour role of what a cell of the table says; nothing is painted for what is unknown."""


def status_name(status: PlaceStatus) -> str:
    """Return what a status is called."""
    return {
        PlaceStatus.PROPOSED: QCoreApplication.translate("GuideWords", "Proposed"),
        PlaceStatus.CONFIRMED: QCoreApplication.translate("GuideWords", "Confirmed"),
        PlaceStatus.REJECTED: QCoreApplication.translate("GuideWords", "Rejected"),
    }[status]


def state_name(state: AskedState) -> str:
    """Return what a cell of the table says."""
    return {
        AskedState.ASKED: QCoreApplication.translate("GuideWords", "asked"),
        AskedState.PROPOSED: QCoreApplication.translate("GuideWords", "proposed, not settled"),
        AskedState.NOT_ASKED: QCoreApplication.translate("GuideWords", "not asked"),
        AskedState.UNKNOWN: QCoreApplication.translate("GuideWords", "not known"),
    }[state]


def question_words(question: GuideQuestion) -> str:
    """Return a question with its number before it."""
    return f"{question.number} {question.text}".strip()


def question_count(count: int) -> str:
    return counted(
        count,
        QCoreApplication.translate("GuideWords", "1 question"),
        QCoreApplication.translate("GuideWords", "{count} questions"),
    )


def to_confirm_count(count: int) -> str:
    """Return how many places nobody has settled yet."""
    return counted(
        count,
        QCoreApplication.translate("GuideWords", "1 to confirm"),
        QCoreApplication.translate("GuideWords", "{count} to confirm"),
    )


def text_count(count: int) -> str:
    return counted(
        count,
        QCoreApplication.translate("GuideWords", "1 text"),
        QCoreApplication.translate("GuideWords", "{count} texts"),
    )


def found_words(finding: Finding) -> str:
    """Return in how many of the searched texts something was found."""
    words = QCoreApplication.translate("GuideWords", "{found} of {count} texts")
    return words.format(found=number_words(finding.texts), count=number_words(finding.of))


def score_words(place: QuestionPlace) -> str:
    """Return a score as a whole number, 99.7 is not yet 100; or that there is none, since a user placed it."""
    return by_hand_words() if place.is_by_hand else number_words(int(place.score))


def by_hand_words() -> str:
    return QCoreApplication.translate("GuideWords", "by hand")
