"""Marks who is heard and who leaves, for the document on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot

from kodebenk.analysis.hit_widening import turn_or_paragraph
from kodebenk.application import queries, respondent_actions, voice_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentText
from kodebenk.domain.passage import Passage
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.errors import Rule, RuleBroken, WorkbenchError
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.error_messages import explain
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.passage_place import selection_rect
from kodebenk.ui.voices.voice_panel import VoicePanel
from kodebenk.ui.voices.voice_words import voice_words, voices_words

_MOST_LEAVING = 6


class VoiceMarking(QObject):
    """Runs the panel and carries out what it asks for.

    Signals:
        done(str): a mark was made or taken away.
        failed(WorkbenchError): nothing was changed.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, view: DocumentView, panel: VoicePanel) -> None:
        super().__init__(panel)
        self._project = project
        self._view = view
        self.panel = panel
        self._text: DocumentText | None = None
        self._passage: Passage | None = None
        panel.mark_requested.connect(self._on_mark_requested)
        panel.remove_requested.connect(self._on_remove_requested)
        panel.closed.connect(view.setFocus)
        view.voice_clicked.connect(self.show_voice)

    def show_text(self, text: DocumentText | None) -> None:
        """Mark in another text from now on."""
        self._text = text
        known = {one.id for one in text.voices} if text is not None else set()
        if self.panel.voice_id not in known:
            self.panel.hide()

    @Slot()
    def open(self) -> None:
        """Ask who is heard in the selected words; without a selection show the mark at the caret, or take the turn."""
        if self._text is None:
            return
        passage = self._view.selected_passage(trimmed=True)
        if passage is None:
            here = self._voices_at_caret()
            if here:
                self.show_voice(min(here, key=lambda one: one.end - one.start).id)
                return
            turn = turn_or_paragraph(self._text, self._view.caret_position())
            passage = (turn.start, turn.end)
            self._view.select_passage(*passage)
        self._passage = Passage(self._text.document_id, *passage)
        citation = queries.cite_passage(self._project, self._text.document_id, *passage)
        people = self._people_here()
        self.panel.ask(citation, self._text.text[slice(*passage)], people, ())
        self._open_panel()

    @Slot(int)
    def show_voice(self, voice_id: int) -> None:
        """Select the words of a mark and show it."""
        found = [one for one in self._text.voices if one.id == voice_id] if self._text is not None else []
        for voice in found:
            self._view.select_passage(voice.start, voice.end)
            self._view.scroll_to(voice.start, voice.end, centre=False)
            citation = queries.cite_passage(self._project, voice.document_id, voice.start, voice.end)
            self.panel.show_voice(voice, citation, queries.respondents(self._project))
            self._open_panel()

    def words_at_caret(self) -> str:
        """Return who is heard at the caret, such as "Retold: et barn"; empty where nobody is marked."""
        return voices_words(self._voices_at_caret(), queries.respondents_by_id(self._project))

    def _voices_at_caret(self) -> Sequence[Voice]:
        if self._text is None:
            return ()
        caret = self._view.caret_position()
        return self._text.voices_in(caret, caret + 1)

    def _people_here(self) -> list[Respondent]:
        """Return the respondents, those of this document first."""
        here = {one.respondent_id for one in self._text.speakers} if self._text is not None else set()
        return sorted(queries.respondents(self._project), key=lambda one: one.id not in here)

    def _open_panel(self) -> None:
        screen = self.panel.parentWidget()
        assert screen is not None
        origin = self._view.mapTo(screen, QPoint(0, 0))
        bounds = QRect(origin, self._view.size()).adjusted(8, 4, -8, -8)
        self.panel.open_at(selection_rect(self._view).translated(origin), bounds)

    @Slot(object, str, object)
    def _on_mark_requested(self, kind: VoiceKind, who: str, respondent_ids: tuple[int, ...]) -> None:
        if self._passage is None:
            return
        try:
            voice_id = voice_actions.mark_voice(
                self._project, self._passage, kind, speaker=who, respondent_ids=respondent_ids
            )
        except RuleBroken as error:
            if error.rule is Rule.VOICE_OF_NOBODY:
                said = explain(error)
                self.panel.say(f"{said.title}. {said.sentence}")
            else:
                self.failed.emit(error)
            return
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.panel.close_panel()
        voice = voice_actions.voice(self._project, voice_id)
        self.done.emit(voice_words(voice, queries.respondents_by_id(self._project)))

    @Slot(int)
    def _on_remove_requested(self, voice_id: int) -> None:
        try:
            voice_actions.remove_voice(self._project, voice_id)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.panel.close_panel()
        self.done.emit(self.tr("The mark was removed"))

    # Who leaves

    def leaving_entries(self) -> list[MenuEntry]:
        """Return what the menu offers about who leaves at the turn at the caret: its speaker, else everybody."""
        if self._text is None:
            return []
        turn = self._text.turn_at(self._view.caret_position())
        if turn is None:
            return []
        own = self._text.speakers_by_id[turn.speaker_id]
        everybody = [one for one in self._text.speakers if one.role is SpeakerRole.RESPONDENT]
        asked = [own] if own.role is SpeakerRole.RESPONDENT else everybody[:_MOST_LEAVING]
        return [self._leaving_entry(one, turn.end) for one in asked]

    def _leaving_entry(self, speaker: Speaker, position: int) -> MenuEntry:
        label = self._label_of(speaker)
        if speaker.left_at is not None:
            words = self.tr("{label} does not leave").format(label=label)
            return MenuEntry(words, partial(self._set_left_at, speaker, None))
        words = self.tr("{label} leaves here").format(label=label)
        return MenuEntry(words, partial(self._set_left_at, speaker, position))

    def _label_of(self, speaker: Speaker) -> str:
        person = queries.respondents_by_id(self._project).get(speaker.respondent_id or 0)
        return person.label if person is not None else speaker.label

    def _set_left_at(self, speaker: Speaker, position: int | None) -> None:
        try:
            respondent_actions.set_left_at(self._project, speaker.id, position)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        label = self._label_of(speaker)
        words = self.tr("{label} does not leave") if position is None else self.tr("{label} leaves here")
        self.done.emit(words.format(label=label))
