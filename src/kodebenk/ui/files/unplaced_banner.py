"""Says how many codings and voices have no place in their text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.application.project_check import count_misplaced_voices, misplaced_codings
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.files.unplaced_words import unplaced_count_words
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.theme import Appearance

_AFTER_PAINT_MS = 100


class UnplacedBanner(Banner):
    """Looks once after the project is shown, when a text is corrected, and, if there are any, when these change.

    Signals:
        list_requested(): the user wants to settle them.
        count_changed(): there are more or fewer than before.
    """

    list_requested = Signal()
    count_changed = Signal()

    def __init__(
        self, appearance: Appearance, project: OpenProject, signals: ProjectSignals, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "unlink", "", "", "warn", parent)
        self._project = project
        self._codings = self._voices = 0
        self._looked = self._found_any = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self.show_list = self.add_action("")
        self._soon.timeout.connect(self.look)
        self.show_list.clicked.connect(self.list_requested)
        signals.changed.connect(self._on_project_changed)
        self._translate()
        self.hide()

    def look_soon(self) -> None:
        """Look after the first paint, the first time that this is asked for."""
        if not self._looked:
            self._looked = True
            self._soon.start()

    def stop(self) -> None:
        """Do not look any more; the project is about to be closed."""
        self._soon.stop()

    @Slot()
    def look(self) -> None:
        """Find the codings and voices that have no place now, and say how many."""
        before = (self._codings, self._voices)
        self._codings = len(misplaced_codings(self._project))
        self._voices = count_misplaced_voices(self._project)
        self._found_any = self._found_any or self._has_any
        self._translate()
        self.setVisible(self._has_any)
        if (self._codings, self._voices) != before:
            self.count_changed.emit()

    @property
    def _has_any(self) -> bool:
        return self._codings + self._voices > 0

    @property
    def words(self) -> str:
        """Return how many there are, as a few words; empty for none."""
        return unplaced_count_words(self._codings, self._voices) if self._has_any else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.show_list.set_text(self.tr("Settle them"))
        sentence = self.tr("Their words are not where they should be. They count nowhere until they have a place.")
        self.show_message("unlink", self.words, sentence, "warn")

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches("document_text", "coding_task") or (self._found_any and change.touches("coding", "voice")):
            self.look()
