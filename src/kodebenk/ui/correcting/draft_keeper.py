"""Keeps what is being typed as a draft, every few seconds, and offers it again."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.application import text_drafts
from kodebenk.application.open_project import OpenProject
from kodebenk.application.text_drafts import TextDraft
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.correcting.correction_editor import CorrectionEditor
from kodebenk.ui.theme import Appearance

_EVERY_MS = 3000


class DraftKeeper(QObject):
    """Saves the text of a field while it is written.

    Signals:
        failed(WorkbenchError): the draft could not be kept.
    """

    failed = Signal(object)

    def __init__(self, project: OpenProject, editor: CorrectionEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._editor = editor
        self._document_id = 0
        self._soon = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._soon.timeout.connect(self.keep)
        editor.edited.connect(self._on_edited)

    def begin(self, document_id: int) -> None:
        """Keep what is typed from now on as the draft of a document."""
        self._document_id = document_id
        self._soon.stop()

    def end(self) -> None:
        """Keep nothing more; what was kept stays."""
        self._document_id = 0
        self._soon.stop()

    @Slot()
    def keep(self) -> None:
        """Save what was typed so far; a text as it was needs no draft."""
        self._soon.stop()
        if not self._document_id:
            return
        try:
            if self._editor.changes:
                text_drafts.save_draft(self._project, self._document_id, self._editor.text())
            else:
                text_drafts.drop_draft(self._project, self._document_id)
        except WorkbenchError as error:
            self.failed.emit(error)

    @Slot()
    def _on_edited(self) -> None:
        # Not started anew at every key: whoever types without a pause is saved all the same.
        if self._document_id and not self._soon.isActive():
            self._soon.start()


class DraftBanner(Banner):
    """Offers a correction that was not finished.

    Signals:
        taken_up(): go on with it.
        thrown_away(): forget it.
    """

    taken_up = Signal()
    thrown_away = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "file-pen-line", "", "", "info", parent)
        self._draft: TextDraft | None = None
        self.go_on = self.add_action("")
        self.throw_away = self.add_action("")
        self.go_on.clicked.connect(self.taken_up)
        self.throw_away.clicked.connect(self.thrown_away)
        self._retranslate()
        self.hide()

    @property
    def draft(self) -> TextDraft | None:
        """Return what is offered."""
        return self._draft

    def offer(self, draft: TextDraft | None) -> None:
        """Offer a draft; None offers nothing."""
        self._draft = draft
        self._retranslate()
        self.setVisible(draft is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.go_on.set_text(self.tr("Continue"))
        self.throw_away.set_text(self.tr("Throw away"))
        if self._draft is None:
            return
        title = self.tr("There is a correction from {time} that was not finished.")
        sentence = self.tr("The text of the document is as it was.")
        if not self._draft.is_current:
            sentence = self.tr("It began from another text than the document has now, and would take its place.")
        self.show_message("file-pen-line", title.format(time=_moment_words(self._draft.saved_at)), sentence, "info")


def _moment_words(iso: str) -> str:
    """Return "14:06" for a moment of today, else date and time, in the local time zone."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODate).toLocalTime()
    time = moment.time().toString("HH:mm")
    if moment.date() == QDateTime.currentDateTime().date():
        return time
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {time}"
