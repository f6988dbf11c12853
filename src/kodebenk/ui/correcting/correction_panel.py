"""The panel at the right of a correction: how it goes while somebody writes, then what becomes of the codings."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.application.correction_preview import CorrectionPreview
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.correcting.review_list import ReviewList
from kodebenk.ui.correcting.review_rows import rows_to_review
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance

_SIDE = 14
_KEYS = ("Ctrl+Enter", "Ctrl+Z", "Esc")


class WritingHints(QWidget):
    """What happens while somebody types."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = [make_label("", "body", wrap=True) for _ in range(3)]
        self._keys = [make_label("", "meta", wrap=True, tone="ink2") for _ in _KEYS]
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column.setSpacing(12)
        for label in self._words:
            column.addWidget(label)
        column.addWidget(make_line())
        for key, label in zip(_KEYS, self._keys, strict=True):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(KeyCap(appearance, key))
            row.addWidget(label, 1)
            column.addLayout(row)
        column.addStretch(1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = (
            self.tr("The codings follow as you type. A coding whose words you take away gets no place."),
            self.tr("The names before the turns are part of the text here. Another name is another speaker."),
            self.tr("What you type is kept as a draft every few seconds."),
        )
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)
        keys = (self.tr("Done: see what becomes of the codings"), self.tr("Take back"), self.tr("Leave"))
        for label, text in zip(self._keys, keys, strict=True):
            label.setText(text)


class ReviewSheet(QWidget):
    """What becomes of the codings.

    Signals:
        row_shown(ReviewRow): show where a coding would be.
        taken_in(): store the correction.
        back_requested(): go on writing.
        dropped(): do not correct anything.
    """

    row_shown = Signal(object)
    taken_in = Signal()
    back_requested = Signal()
    dropped = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._appearance = appearance
        self._preview: CorrectionPreview | None = None
        self._counts = QVBoxLayout()
        self._hint = make_label("", "meta", wrap=True)
        self.list = ReviewList(appearance)
        self.take_in = primary_button(appearance, "", "check")
        self.back = plain_button(appearance, "")
        self.drop = plain_button(appearance, "")
        self._arrange()
        self.list.row_shown.connect(self.row_shown)
        self.list.rows.choices_changed.connect(self._show_counts)
        self.take_in.clicked.connect(self.taken_in)
        self.back.clicked.connect(self.back_requested)
        self.drop.clicked.connect(self.dropped)
        self._retranslate()

    def _arrange(self) -> None:
        self._counts.setContentsMargins(_SIDE, 10, _SIDE, 8)
        self._counts.setSpacing(6)
        self._hint.setContentsMargins(_SIDE, 8, _SIDE, 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE - 4, 8, _SIDE - 4, 10)
        foot.setSpacing(8)
        for button in (self.drop, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._counts)
        column.addWidget(make_line())
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addWidget(make_line())
        column.addLayout(foot)

    def show_preview(self, preview: CorrectionPreview) -> None:
        """Show what a correction does; the choices made for the same coding stay."""
        if self._preview is None or self._preview.document_id != preview.document_id:
            self.list.rows.forget_choices()
        self._preview = preview
        self.list.rows.set_rows(rows_to_review(self._project, preview))
        self.back.setVisible(preview.source is None)
        self._show_counts()

    def forget(self) -> None:
        """Let go of what is shown."""
        self._preview = None
        self.list.rows.forget_choices()
        self.list.rows.set_rows([])

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard: the list where there is something to look at."""
        return self.list if self.list.rows.rowCount() else self.take_in

    @Slot()
    def _show_counts(self) -> None:
        clear_layout(self._counts)
        for icon, tone, words in self._count_lines():
            self._counts.addWidget(_CountLine(self._appearance, icon, tone, words))
        self._hint.setVisible(self.list.rows.rowCount() > 0)

    def _count_lines(self) -> Iterator[tuple[str, str, str]]:
        preview = self._preview
        if preview is None:
            return
        left_out = self.list.rows.left_out
        altered = sum(one.coding_id not in left_out for one in preview.altered)
        found = sum(one.coding_id not in left_out for one in preview.found)
        voices = sum(one.reason is not None for one in preview.voices)
        questions = sum(one.reason is not None for one in preview.questions)
        lines = (
            ("check", "ok", len(preview.kept), *self._kept_words()),
            ("arrow-down-up", "ok", len(preview.moved), *self._moved_words()),
            ("equal-approximately", "info", altered, *self._altered_words()),
            ("file-search", "info", found, *self._found_words()),
            ("unlink", "warn", len(preview.unplaced) + len(left_out), *self._unplaced_words()),
            ("quote", "warn", voices, *self._voice_words()),
            ("list-checks", "warn", questions, *self._question_words()),
        )
        for icon, tone, count, one, many in lines:
            if count:
                yield icon, tone, counted(count, one, many)
        if not preview.codings:
            yield "info", "ink3", self.tr("The document has no codings")
        if preview.speakers.new_labels:
            labels = ", ".join(preview.speakers.new_labels)
            yield "user-round", "warn", self.tr("New speakers: {labels}").format(labels=labels)

    def _kept_words(self) -> tuple[str, str]:
        return self.tr("1 coding stands where it stood"), self.tr("{count} codings stand where they stood")

    def _moved_words(self) -> tuple[str, str]:
        return self.tr("1 coding follows the text"), self.tr("{count} codings follow the text")

    def _altered_words(self) -> tuple[str, str]:
        return self.tr("1 coding gets corrected words"), self.tr("{count} codings get corrected words")

    def _found_words(self) -> tuple[str, str]:
        return self.tr("1 coding was found elsewhere"), self.tr("{count} codings were found elsewhere")

    def _unplaced_words(self) -> tuple[str, str]:
        return self.tr("1 coding is left without a place"), self.tr("{count} codings are left without a place")

    def _voice_words(self) -> tuple[str, str]:
        return self.tr("1 marked voice has no place"), self.tr("{count} marked voices have no place")

    def _question_words(self) -> tuple[str, str]:
        return self.tr("1 place of a question is lost"), self.tr("{count} places of questions are lost")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._hint.setText(self.tr("Take the mark away from a coding that does not belong to its new words."))
        self.list.setAccessibleName(self.tr("Codings to look at"))
        self.take_in.set_text(self.tr("Take in"))
        self.back.set_text(self.tr("Back"))
        self.back.setToolTip(self.tr("Back to the text"))
        self.drop.set_text(self.tr("Cancel"))
        self._show_counts()
        self.list.viewport().update()


class _CountLine(QWidget):
    def __init__(self, appearance: Appearance, icon: str, tone: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(appearance, icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_label(words, "body", wrap=True, tone="ink"), 1)


class CorrectionPanel(QFrame):
    """Hints while somebody writes, then the review."""

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._header = PanelHeader("")
        self.hints = WritingHints(appearance)
        self.review = ReviewSheet(project, appearance)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.hints)
        self._pages.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(make_line())
        column.addWidget(self._pages, 1)
        self._retranslate()

    def show_review(self, *, shown: bool) -> None:
        """Show the review, or the hints."""
        self._pages.setCurrentWidget(self.review if shown else self.hints)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        is_review = self._pages.currentWidget() is self.review
        title = self.tr("What becomes of the codings") if is_review else self.tr("Correct the text")
        self._header.set_title(title)
        self.setAccessibleName(title)
