"""What tool tips and screen readers say of places, codings and what is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.domain.document import DocumentText
from kodebenk.ui.compare.lanes.compared_text import LaneRater
from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP

_CONTEXT = "LanesView"
_CLASSES = {
    DisagreementClass.AGREE: QT_TRANSLATE_NOOP("LanesView", "Agreed"),
    DisagreementClass.BOUNDARY: QT_TRANSLATE_NOOP("LanesView", "Boundary"),
    DisagreementClass.DIFFERENT_CODE: QT_TRANSLATE_NOOP("LanesView", "Different code"),
    DisagreementClass.EXTRA_CODE: QT_TRANSLATE_NOOP("LanesView", "Extra code"),
    DisagreementClass.MISSING: QT_TRANSLATE_NOOP("LanesView", "Missing"),
    DisagreementClass.SCOPE: QT_TRANSLATE_NOOP("LanesView", "Only one done"),
}


def place_words(shown: ShownPlace, raters: tuple[LaneRater, ...]) -> str:
    """Return what a place is in one line: "5 · Different code · R2:16", and a line for each coder below."""
    place = shown.place
    head = " · ".join((str(shown.number), _tr(_CLASSES[place.kind]), place.citation))
    return "\n".join((head, *_given(shown, raters)))


def spoken_place(shown: ShownPlace, raters: tuple[LaneRater, ...]) -> str:
    """Return what a screen reader says of a place: content, then state."""
    place = shown.place
    settled = QCoreApplication.translate("LanesView", "settled")
    still_open = QCoreApplication.translate("LanesView", "open")
    words = QCoreApplication.translate("LanesView", "Difference {number}, {kind}, {place}")
    head = words.format(number=shown.number, kind=_tr(_CLASSES[place.kind]), place=place.citation)
    return ", ".join((head, *_given(shown, raters), settled if shown.is_settled else still_open))


def _given(shown: ShownPlace, raters: tuple[LaneRater, ...]) -> list[str]:
    nothing = QCoreApplication.translate("LanesView", "not coded")
    return [
        f"{rater.name}: {', '.join(path.rpartition('/')[2] for path in paths) or nothing}"
        for rater, paths in zip(raters, shown.place.codes, strict=True)
    ]


def missing_words(shown: ShownPlace, rater: str) -> str:
    """Return "Lars has not coded this with Trust"."""
    names = {path.rpartition("/")[2] for paths in shown.place.codes for path in paths}
    words = QCoreApplication.translate("LanesView", "{coder} has not coded this with {code}")
    return words.format(coder=rater, code=", ".join(sorted(names)))


def coding_words(rater: str, code: str) -> str:
    """Return "Ane: Trust"."""
    return QCoreApplication.translate("LanesView", "{coder}: {code}").format(coder=rater, code=code)


def visible_words(document: DocumentText, start: int, end: int) -> str:
    """Return which pages are on the screen, or which lines where the document has no pages.

    Args:
        document: The text.
        start: First code point on the screen.
        end: One past the last.
    """
    if not document.text:
        return ""
    first, last = document.place_of(start, start + 1), document.place_of(max(start, end - 1), end)
    if first.page is None or last.page is None:
        if first.line == last.last_line:
            return QCoreApplication.translate("LanesView", "line {line}").format(line=first.line)
        lines = QCoreApplication.translate("LanesView", "lines {first}–{last}")
        return lines.format(first=first.line, last=last.last_line)
    if first.page == last.page:
        return QCoreApplication.translate("LanesView", "page {page}").format(page=first.page)
    labels = [page.label for page in document.structure.pages]
    if labels.index(last.page) - labels.index(first.page) == 1:
        words = QCoreApplication.translate("LanesView", "pages {first} and {last}")
    else:
        words = QCoreApplication.translate("LanesView", "pages {first}–{last}")
    return words.format(first=first.page, last=last.page)


def _tr(marked: str) -> str:
    return QCoreApplication.translate(_CONTEXT, marked)
