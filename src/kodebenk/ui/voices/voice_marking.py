"""Marks who is heard and who leaves, for the document on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot

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
_AFTER_SELECTING_MS = 200


class VoiceMarking(QObject):
    """Runs the panel and carries out what it asks for.

    Signals:
        done(str): a mark was made, changed or taken away.
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
        self._shown: Voice | None = None
        self._passage: Passage | None = None
        self._selected_soon = QTimer(self, singleShot=True, interval=_AFTER_SELECTING_MS)
        self._selected_soon.timeout.connect(self._take_selected)
        view.selectionChanged.connect(self._on_selection_changed)
        panel.save_requested.connect(self._on_save_requested)
        panel.remove_requested.connect(self._on_remove_requested)
        panel.closed.connect(view.setFocus)
        view.voice_clicked.connect(self.show_voice)

    def show_text(self, text: DocumentText | None) -> None:
        """Mark in another text from now on."""
        self._text = text
        if text is None or self._shown not in text.voices:
            self.panel.hide()

    @Slot()
    def open(self) -> None:
        """Ask who is heard in the selected words, or show the mark that holds just these.

        Without a selection show the mark at the caret, or ask about the turn. A panel that is open takes what is
        selected, and the keyboard.
        """
        if self._text is None:
            return
        passage = self._view.selected_passage(trimmed=True)
        if passage is not None and self.panel.isVisible():
            self._take_selected()
            self.panel.kind.setFocus()
            return
        if passage is None:
            here = self._voices_at_caret()
            if here:
                self.show_voice(min(here, key=lambda one: one.end - one.start).id)
                return
            turn = turn_or_paragraph(self._text, self._view.caret_position())
            passage = (turn.start, turn.end)
            self._view.select_passage(*passage)
        same = [one for one in self._text.voices_in(*passage) if (one.start, one.end) == passage]
        if same:
            self.show_voice(same[0].id)
            return
        self._shown = None
        self._passage = Passage(self._text.document_id, *passage)
        self.panel.ask(self._cited(self._passage), self._text.text[slice(*passage)], self._people_here(), ())
        self._open_panel()

    @Slot(int)
    def show_voice(self, voice_id: int) -> None:
        """Select the words of a mark and show it, to be changed or taken away."""
        found = [one for one in self._text.voices if one.id == voice_id] if self._text is not None else []
        for voice in found:
            self._view.select_passage(voice.start, voice.end)
            self._view.scroll_to(voice.start, voice.end, centre=False)
            self._shown = voice
            self._passage = _passage_of(voice)
            people = sorted(self._people_here(), key=lambda one: one.id not in voice.respondent_ids)
            self.panel.show_voice(voice, self._cited(self._passage), people)
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

    def _cited(self, passage: Passage) -> str:
        return queries.cite_passage(self._project, passage.document_id, passage.start, passage.end)

    def _open_panel(self) -> None:
        self._selected_soon.stop()
        self.panel.open_at(*self._place_of_panel())

    def _place_of_panel(self) -> tuple[QRect, QRect]:
        """Return where the selected words and the text are, as seen from what the panel lies in."""
        screen = self.panel.parentWidget()
        assert screen is not None
        origin = self._view.mapTo(screen, QPoint(0, 0))
        bounds = QRect(origin, self._view.size()).adjusted(8, 4, -8, -8)
        return selection_rect(self._view).translated(origin), bounds

    @Slot()
    def _on_selection_changed(self) -> None:
        # Only what the user selects: hits and codings that are gone to are selected as well.
        if self.panel.isVisible() and self._view.hasFocus():
            self._selected_soon.start()

    @Slot()
    def _take_selected(self) -> None:
        """Let the mark hold the words that were selected while the panel was open, or its own where none are."""
        self._selected_soon.stop()
        if self._text is None or not self.panel.isVisible():
            return
        own = _passage_of(self._shown) if self._shown is not None else None
        selected = self._view.selected_passage(trimmed=True)
        passage = Passage(self._text.document_id, *selected) if selected is not None else own
        if passage is None or passage == self._passage:
            return
        self._passage = passage
        instead_of = self._shown.quote if self._shown is not None and own != passage else ""
        words = self._text.text[passage.start : passage.end]
        self.panel.show_passage(self._cited(passage), words, instead_of=instead_of)
        self.panel.move_to(*self._place_of_panel())

    @Slot(object, str, object)
    def _on_save_requested(self, kind: VoiceKind, who: str, respondent_ids: tuple[int, ...]) -> None:
        if self._selected_soon.isActive():
            self._take_selected()
        if self._passage is None:
            return
        try:
            voice_id, is_other = self._save(self._passage, kind, who, respondent_ids)
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
        self.panel.hide()
        self._view.setFocus()
        if is_other:
            voice = voice_actions.voice(self._project, voice_id)
            self.done.emit(voice_words(voice, queries.respondents_by_id(self._project)))

    def _save(self, passage: Passage, kind: VoiceKind, who: str, people: tuple[int, ...]) -> tuple[int, bool]:
        """Mark a voice, or change the one that is shown; return its id, and whether anything became different."""
        if self._shown is None:
            return voice_actions.mark_voice(self._project, passage, kind, speaker=who, respondent_ids=people), True
        voice_id, start, end = self._shown.id, passage.start, passage.end
        is_other = voice_actions.edit_voice(
            self._project, voice_id, start, end, kind, speaker=who, respondent_ids=people
        )
        return voice_id, is_other

    @Slot(int)
    def _on_remove_requested(self, voice_id: int) -> None:
        try:
            voice_actions.remove_voice(self._project, voice_id)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.panel.hide()
        self._view.setFocus()
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


def _passage_of(voice: Voice) -> Passage:
    return Passage(voice.document_id, voice.start, voice.end)
