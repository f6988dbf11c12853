"""The right column of the import page: how the text will be, what was changed, or what the file has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application.import_actions import SourceDraft
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line, make_surface
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.import_page.doubt_bar import Answer
from kodebenk.ui.import_page.import_words import page_words
from kodebenk.ui.import_page.planned_source import PlannedSource, ReadingState
from kodebenk.ui.import_page.preview_content import (
    PreviewContent,
    PreviewMode,
    show_first_page,
    show_original,
    show_text,
)
from kodebenk.ui.import_page.preview_legend import PreviewLegend
from kodebenk.ui.import_page.preview_view import PreviewView
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.theme import Appearance

_PATIENCE_MS = 500
_HEAD = 48
Faces = Mapping[str, SpeakerFace]
"""How speakers look, by their labels in the file."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was made last, and from what: making it anew for every choice would take a tenth of a second."""

    draft: SourceDraft | None
    key: tuple[object, ...]
    content: PreviewContent


class PreviewPanel(QWidget):
    """Shows one file.

    Signals:
        doubt_answered(int, str): start of the doubt in the text, and the label of who says it, or empty.
        stop_requested(): the file that is shown shall not be read on.
    """

    doubt_answered = Signal(int, str)
    stop_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: PlannedSource | None = None
        self._shown_as: tuple[object, ...] = ()
        self._known: _Known | None = None
        self.modes = SegmentedControl(appearance, "", (), PreviewMode.CHANGES)
        self._head = PanelHeader("", "", (self.modes,))
        self._reading = make_surface("note")
        self._how_far = ElidedLabel("", "meta", tone="ink2")
        self._bar = QProgressBar()
        self.stop = Button(appearance, "", "circle-stop", "ghost")
        self.view = PreviewView(appearance)
        self._nothing = make_label("", "meta")
        self.legend = PreviewLegend(appearance)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        self._bar.setTextVisible(False)
        self._head.setMinimumHeight(scaled(_HEAD))
        self.modes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head.setContentsMargins(2, 0, 4, 0)
        reading = QHBoxLayout(self._reading)
        reading.setContentsMargins(14, 4, 8, 4)
        reading.setSpacing(10)
        reading.addWidget(self._how_far)
        reading.addWidget(self._bar, 1)
        reading.addWidget(self.stop)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(make_line())
        column.addWidget(self._reading)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(make_line())
        column.addWidget(self.legend)
        self._reading.hide()
        self._nothing.hide()

    def _connect_signals(self) -> None:
        self.modes.picked.connect(self._on_mode_picked)
        self.view.doubt_answered.connect(self.doubt_answered)
        self.view.place_changed.connect(self._on_place_changed)
        self.stop.clicked.connect(self.stop_requested)
        self._patience.timeout.connect(self._on_patience_ended)

    @property
    def mode(self) -> PreviewMode:
        return PreviewMode(self.modes.value)

    def show_source(self, source: PlannedSource | None, faces: Faces, answers: Sequence[Answer]) -> None:
        """Show another file, or what is new about the same one; one stays where one reads."""
        is_same = source is self._source
        self._source, self._faces, self._answers = source, faces, answers
        self._show_reading()
        content = self._content()
        self.view.setVisible(content is not None)
        self._nothing.setVisible(content is None)
        self._nothing.setText(self._why_nothing())
        shown_as = (source, content, tuple(faces.items()), tuple(answers))
        if content is not None and shown_as != self._shown_as:
            by_id = {number: faces[label] for number, label in enumerate(content.labels) if label in faces}
            self.view.show_content(content, by_id, answers, keep_place=is_same)
        self._shown_as = shown_as
        self._on_place_changed()

    def show_progress(self) -> None:
        """Show how far the reading of the file has come."""
        self._show_reading()

    def show_doubt(self, key: int) -> None:
        """Bring doubtful words to the screen; the original does not have them."""
        if self.mode is PreviewMode.ORIGINAL:
            self.modes.set_value(PreviewMode.CHANGES)
            self._on_mode_picked(PreviewMode.CHANGES)
        self.view.show_doubt(key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _content(self) -> PreviewContent | None:
        source = self._source
        if source is None or source.state is ReadingState.FAILED:
            return None
        if source.draft is None and not source.first_page:
            return None
        settled = tuple(source.settled_doubts.items())
        known = self._known
        if known is None or known.draft is not source.draft or known.key != (source.first_page, settled, self.mode):
            known = _Known(source.draft, (source.first_page, settled, self.mode), self._make(source))
            self._known = known
        return known.content

    def _make(self, source: PlannedSource) -> PreviewContent:
        settled = source.settled_text()
        if settled is None:
            return show_first_page(source.first_page)
        if self.mode is PreviewMode.ORIGINAL:
            return show_original(settled)
        return show_text(settled, with_changes=self.mode is PreviewMode.CHANGES)

    def _show_reading(self) -> None:
        reads = self._source is not None and self._source.state is ReadingState.READING
        if not reads:
            self._patience.stop()
            self._reading.hide()
        elif not self._reading.isVisible() and not self._patience.isActive():
            self._patience.start()
        if self._source is not None:
            done, of = self._source.progress
            self._bar.setRange(0, of)
            self._bar.setValue(done)
            locale = QLocale()
            words = self.tr("Reading: {done} of {total}") if of else self.tr("Reading …")
            self._how_far.set_text(words.format(done=locale.toString(done), total=locale.toString(of)))

    def _why_nothing(self) -> str:
        if self._source is None:
            return ""
        failed = self._source.state is ReadingState.FAILED
        return self.tr("There is no text to show.") if failed else self.tr("Reading …")

    def _translate(self) -> None:
        self._head.set_title(self.tr("How the text will be"))
        value = self.modes.value or PreviewMode.CHANGES
        self.modes.set_segments(
            [
                Segment(PreviewMode.FINISHED, self.tr("Finished")),
                Segment(PreviewMode.CHANGES, self.tr("Changes")),
                Segment(PreviewMode.ORIGINAL, self.tr("Original")),
            ],
            value,
        )
        self.modes.setAccessibleName(self.tr("What is shown of the text"))
        self.view.setAccessibleName(self.tr("How the text will be"))
        self.stop.set_text(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Reading the file"))
        self._nothing.setText(self._why_nothing())
        self._show_reading()
        self._on_place_changed()

    @Slot(str)
    def _on_mode_picked(self, _mode: str) -> None:
        self.legend.show_mode(self.mode)
        if self._source is not None:
            self.show_source(self._source, self._faces, self._answers)

    @Slot()
    def _on_place_changed(self) -> None:
        self._head.set_count(page_words(self.view.pages_shown()) if self.view.isVisible() else "")

    @Slot()
    def _on_patience_ended(self) -> None:
        self._reading.setVisible(self._source is not None and self._source.state is ReadingState.READING)
