"""The panel in which coders settle a place where they differ."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding
from kodebenk.application import comparison_actions, consensus_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.consensus import Decision, DecisionChoice
from kodebenk.domain.passage import Passage
from kodebenk.errors import WorkbenchError
from kodebenk.ui.compare.differences.decision_form import DecisionForm, WrittenDecision
from kodebenk.ui.compare.differences.decision_summary import DecisionSummary
from kodebenk.ui.compare.differences.difference_view import decision_key
from kodebenk.ui.compare.differences.difference_words import last_name, short_place
from kodebenk.ui.compare.differences.effect_line import EffectLine
from kodebenk.ui.compare.differences.place_in_question import (
    PlaceInQuestion,
    accepted_rater,
    codings_of,
    question_place,
    rater_codings,
)
from kodebenk.ui.compare.differences.quote_block import QuoteBlock
from kodebenk.ui.compare.differences.rater_lines import RaterLines
from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.components.buttons import Button, IconButton, danger_button, ghost_button, primary_button
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.theme import Appearance

_SIDE = 16


class DecisionPanel(QWidget):
    """Shows a place, who coded it with what, and asks what is settled; or shows what was.

    Attributes:
        letter_keys: whether single letters and digits act here.
        comparison_id: the saved comparison that decisions are made in; None for one that is not saved.

    Signals:
        done(str): a decision was stored or withdrawn; the sentence goes to the status bar with Undo.
        done_to_many(str): several places went into the consensus at once.
        failed(object): the WorkbenchError that kept it from being stored.
        considered(object): the codings that another choice leads to; None where it leads to none yet.
        next_requested(): go on to the next difference.
        passage_requested(int, int, int): open this passage (document id, code points).
        closed(): the panel is not wanted any more.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    considered = Signal(object)
    next_requested = Signal()
    passage_requested = Signal(int, int, int)
    closed = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter_keys = True
        self.comparison_id: int | None = None
        self._project = project
        self._asked: PlaceInQuestion | None = None
        self._weighed: WrittenDecision | None = None
        self._selected: Callable[[], Passage | None] = _nothing
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.close_button = IconButton(appearance, "x", "")
        self._header = PanelHeader("", buttons=(self.close_button,))
        self.quote = QuoteBlock(appearance)
        self.raters = RaterLines(appearance)
        self.form = DecisionForm(project, appearance)
        self.summary = DecisionSummary(appearance)
        self.effect = EffectLine(appearance)
        self._body = QScrollArea()
        self.skip_button = ghost_button(appearance, "")
        self.save_button = primary_button(appearance, "", "check")
        self.withdraw_button = danger_button(appearance, "", "")
        self.change_button = Button(appearance, "", "pencil")
        self.next_button = primary_button(appearance, "", "arrow-right")
        self._foot = QWidget()
        self._save_shortcuts = [QShortcut(QKeySequence(keys), self) for keys in ("Ctrl+Return", "Ctrl+Enter")]
        self._arrange()
        self._connect_signals()
        self._translate()
        self.clear()

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE, 0, _SIDE, 12)
        column.setSpacing(10)
        for part in (self.quote, self.raters, self.summary, self.form, self.effect):
            column.addWidget(part)
        column.addStretch(1)
        self._body.setWidget(content)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(_SIDE - 2, 9, _SIDE, 9)
        foot.setSpacing(8)
        foot.addWidget(self.skip_button)
        foot.addWidget(self.withdraw_button)
        foot.addStretch(1)
        for button in (self.change_button, self.save_button, self.next_button):
            foot.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._header)
        page.addWidget(self._body, 1)
        page.addWidget(make_line())
        page.addWidget(self._foot)

    def _connect_signals(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.quote.open_requested.connect(self._on_quote_opened)
        self.form.changed.connect(self._on_form_changed)
        self.form.left.connect(self._on_form_left)
        self.skip_button.clicked.connect(self.next_requested)
        self.next_button.clicked.connect(self.next_requested)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.withdraw_button.clicked.connect(self._on_withdraw_clicked)
        for shortcut in self._save_shortcuts:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.confirm)

    @property
    def shown(self) -> ShownPlace | None:
        """Return the place shown."""
        return self._asked.shown if self._asked is not None else None

    def show_place(self, shown: ShownPlace, report: AgreementReport, selected: Callable[[], Passage | None]) -> None:
        """Show a place; what was chosen and written about the same place so far stays.

        Args:
            shown: one of the report's places.
            report: of the comparison.
            selected: returns the words selected in the text.
        """
        self.form.require_reason(comparison_actions.reason_needed(self._project))
        before, self._asked, self._selected = self._asked, question_place(self._project, shown, report), selected
        if before is not None and self._asked.is_asked_like(before):
            self._translate()
            return
        self._weighed = None
        self.effect.clear()
        self._show_words(self._asked)
        self._ask_anew(self._asked)
        if shown.decision is not None:
            self._refill(self._asked, shown.decision)
        self._show_state(self._asked, is_asking=not shown.is_settled)
        self._body.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show no place."""
        self._asked = None
        self._body.hide()
        self._foot.hide()
        self._translate()

    def show_effect(self, code_path: str, before: float | None, after: float | None) -> None:
        """Show alpha of a code before and after what was settled."""
        name = self._asked.teller.name(code_path) if self._asked is not None else last_name(code_path)
        self.effect.show_effect(name, before, after)

    def press(self, key: str) -> bool:
        """Take the choice of a key (a rater's number, or U, I, N, E, D) and return whether there is one."""
        is_asking = self._asked is not None and not self.form.isHidden()
        return self.letter_keys and is_asking and self.form.press(key)

    @Slot()
    def confirm(self) -> None:
        """Keep what was chosen, or go on where all is settled; lead to the reason where only that is missing."""
        if self._asked is None:
            return
        if self.form.isHidden():
            self.next_button.click()
        elif self.form.lacks_reason:
            self.form.reason.setFocus()
        else:
            self.save_button.click()

    def take_agreed(self, report: AgreementReport) -> None:
        """Put the places about which all agree into the consensus."""
        try:
            count = consensus_actions.accept_agreed(self._project, report)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        if not count:
            self.done.emit(self.tr("The consensus has all agreed places already"))
            return
        words = self.tr("1 agreed place is in the consensus now")
        if count != 1:
            words = self.tr("{count} agreed places are in the consensus now")
        self.done_to_many.emit(words.replace("{count}", self.locale().toString(count)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            if self._asked is not None:
                self._asked.teller.forget()
                self._show_words(self._asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not (decision_key(event) and self.press(decision_key(event))):
            super().keyPressEvent(event)

    def _translate(self) -> None:
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.skip_button.set_text(self.tr("Skip"))
        self.save_button.set_text(self.tr("Save decision"))
        self.save_button.setToolTip(self._save_hint())
        self.withdraw_button.set_text(self.tr("Withdraw"))
        self.change_button.set_text(self.tr("Change"))
        self.next_button.set_text(self.tr("Next"))
        self._header.set_title(self._title())
        self.setAccessibleName(self._title())

    def _save_hint(self) -> str:
        return self.tr("Write a reason first") if self.form.lacks_reason else "Ctrl+Enter"

    def _title(self) -> str:
        shown = self.shown
        if shown is None:
            return self.tr("Decision")
        if not shown.number:
            return self.tr("Decision on {place}").format(place=shown.place.citation)
        return self.tr("Decision on difference {number}").format(number=shown.number)

    def _show_words(self, asked: PlaceInQuestion) -> None:
        place = asked.place
        self.quote.show_quote(place.quote, place.citation, short_place(place.page, place.line))
        self.raters.show_codings(rater_codings(self._project, asked))

    def _ask_anew(self, asked: PlaceInQuestion) -> None:
        self.form.offer(asked.offered, asked.choices, len(asked.place.codes))
        self.form.editor.begin(asked.place.document_id, self._selected_now, asked.code_ids)

    def _selected_now(self) -> Passage | None:
        return self._selected()

    def _show_state(self, asked: PlaceInQuestion, *, is_asking: bool) -> None:
        """Show the form, or what was settled."""
        self._body.show()
        self._foot.show()
        self.form.setVisible(is_asking)
        self.summary.setVisible(asked.decision is not None)
        shown = {
            self.skip_button: asked.decision is None,
            self.withdraw_button: asked.decision is not None,
            self.save_button: is_asking,
            self.change_button: not is_asking,
            self.next_button: not is_asking,
        }
        # Those that go are hidden first: all together would make the panel wider.
        for button, is_shown in sorted(shown.items(), key=lambda one: one[1]):
            button.setVisible(is_shown)
        if asked.decision is not None:
            self._show_summary(asked.decision)
        self._translate()
        self._on_form_changed()

    def _show_summary(self, decision: Decision) -> None:
        book = queries.codebook(self._project)
        coders = {coder.id: coder.name for coder in queries.coders(self._project)}
        names = [book.by_id[one.code_id].name for one in codings_of(self._project, decision)]
        whose = coders.get(decision.coder_id, "") if decision.coder_id is not None else ""
        self.summary.show_decision(decision, names, whose, coders.get(decision.decided_by, ""))

    def _store(self, asked: PlaceInQuestion, written: WrittenDecision) -> None:
        rater = written.offered.rater
        consensus_actions.decide(
            self._project,
            asked.report,
            asked.place,
            choice=written.offered.choice,
            coder_id=_coder_of(asked, rater),
            rater=rater,
            codings=written.codings,
            reason=written.reason,
            tag=written.tag,
            book_note=written.book_note,
            comparison_id=self.comparison_id,
        )

    def _refill(self, asked: PlaceInQuestion, decision: Decision) -> None:
        """Put what was settled before into the form."""
        codings = codings_of(self._project, decision)
        if decision.choice is DecisionChoice.EDIT:
            chosen = [(one.passage.start, one.passage.end, one.code_id) for one in codings]
            self.form.editor.begin(asked.place.document_id, self._selected_now, asked.code_ids, chosen)
        self.form.fill(decision, accepted_rater(asked, decision, codings))

    @Slot()
    def _on_form_changed(self) -> None:
        self.save_button.setEnabled(self.form.is_ready)
        self.save_button.setToolTip(self._save_hint())
        written = self.form.written() if not self.form.isHidden() else None
        if written is not None and written.is_of_the_same_codings(self._weighed):
            return
        self._weighed = written
        if written is not None:
            self.effect.clear()
            self.considered.emit(self._preview(written))

    def _preview(self, written: WrittenDecision) -> tuple[ConsensusCoding, ...] | None:
        """Return the codings that a choice leads to; None where it leads to none yet, or leaves the place open."""
        choice, rater = written.offered.choice, written.offered.rater
        is_without = choice is DecisionChoice.EDIT and not written.codings
        if self._asked is None or is_without or choice is DecisionChoice.DEFER:
            return None
        report, place, codings = self._asked.report, self._asked.place, written.codings
        coder_id = _coder_of(self._asked, rater)
        try:
            return consensus_actions.preview(self._project, report, place, choice, coder_id, codings, rater=rater)
        except WorkbenchError:  # told when it is saved
            return None

    @Slot()
    def _on_form_left(self) -> None:
        self.form.first_focus().setFocus()

    @Slot()
    def _on_quote_opened(self) -> None:
        if self._asked is not None:
            place = self._asked.place
            self.passage_requested.emit(place.document_id, place.start, place.end)

    @Slot()
    def _on_save_clicked(self) -> None:
        written = self.form.written()
        if self._asked is None or written is None or not self.form.is_ready or self.form.isHidden():
            return
        citation = self._asked.place.citation
        try:
            self._store(self._asked, written)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        is_open = written.offered.choice is DecisionChoice.DEFER
        words = self.tr("Left {place} open") if is_open else self.tr("Settled {place}")
        self.done.emit(words.format(place=citation))
        self.next_requested.emit()

    @Slot()
    def _on_change_clicked(self) -> None:
        if self._asked is not None:
            self._show_state(self._asked, is_asking=True)
            self.form.first_focus().setFocus()

    @Slot()
    def _on_withdraw_clicked(self) -> None:
        if self._asked is None or self._asked.decision is None:
            return
        try:
            consensus_actions.withdraw_decision(self._project, self._asked.decision.id)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.done.emit(self.tr("Withdrew the decision on {place}").format(place=self._asked.place.citation))


def _coder_of(asked: PlaceInQuestion, rater: int | None) -> int | None:
    """Return the id of the coder who is a rater, by number; None where a choice is nobody's."""
    return None if rater is None else asked.report.setup.raters[rater].coder_id


def _nothing() -> Passage | None:
    return None
