"""The codebook to mend: what coders found unclear while they settled their differences."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application import consensus_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Code
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.compare.differences.decision_words import excerpt
from kodebenk.ui.compare.differences.difference_words import tag_name
from kodebenk.ui.compare.differences.mend_list import MendGroup, MendItem, read_mend_list
from kodebenk.ui.compare.differences.rater_lines import CodingLine
from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.coding_words import day_words
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_TABLES = ("decision", "code", "document", "document_text", "respondent", "coder")


class MendCard(QFrame):
    """One decision: place and words, what the codebook should say, why, and a check for when it does.

    Signals:
        mended(int, bool): the decision with this id was checked or unchecked.
        passage_requested(int, int, int): open its passage.
    """

    mended = Signal(int, bool)
    passage_requested = Signal(int, int, int)

    def __init__(self, appearance: Appearance, item: MendItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decision = item.decision
        self.setProperty("surface", "card")
        self.check = QCheckBox(self.tr("Mended"))
        self.check.setChecked(bool(item.decision.mended_at))
        self.check.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(self._head(appearance, item))
        column.addWidget(make_label(excerpt(item.decision.quote), "meta", wrap=True, tone="ink2"))
        tone = "ink3" if item.decision.mended_at else ""
        note = make_label(item.decision.book_note, "strong", wrap=True, tone=tone)
        reason = make_label(item.decision.reason, "body", wrap=True, tone=tone)
        for label in (note, reason):
            if label.text():
                column.addWidget(label)
        column.addWidget(make_label(self._when(item), "small", wrap=True))

    @property
    def decision_id(self) -> int:
        return self._decision.id

    def _head(self, appearance: Appearance, item: MendItem) -> QHBoxLayout:
        row = QHBoxLayout()
        if item.citation:
            chip = CitationChip(appearance, item.citation)
            chip.open_requested.connect(self._on_chip_opened)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.check)
        return row

    def _when(self, item: MendItem) -> str:
        one = item.decision
        parts = [item.coder, day_words(one.decided_at)]
        if one.tag is not None:
            parts.append(tag_name(one.tag))
        if one.mended_at:
            parts.append(self.tr("mended {day}").format(day=day_words(one.mended_at)))
        return " · ".join(part for part in parts if part)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self.mended.emit(self._decision.id, checked)

    @Slot(str)
    def _on_chip_opened(self, _citation: str) -> None:
        place = self._decision.place
        self.passage_requested.emit(place.document_id, place.start, place.end)


class MendSheet(SheetPage):
    """Decisions by the codes they are about.

    Signals:
        code_requested(int): open the code with this id in the codebook.
        passage_requested(int, int, int): open this passage (document id, code points).
        done(str): a decision was marked as mended, or as not mended yet.
        failed(object): the WorkbenchError that kept it from being marked.
    """

    code_requested = Signal(int)
    passage_requested = Signal(int, int, int)
    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        project: OpenProject,
        signals: ProjectSignals,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._project = project
        self.cards: list[MendCard] = []
        self._headline = make_label("", "body", wrap=True)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._headline)
        column.addLayout(self._groups)
        column.addStretch(1)
        signals.changed.connect(self._on_project_changed)
        self._refresh()

    def title(self) -> str:
        return self.tr("Codebook to mend")

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget | None:
        return self.cards[0].check if self.cards else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    def _refresh(self) -> None:
        focused = next((card for card in self.cards if card.check.hasFocus()), None)
        groups = read_mend_list(self._project)
        clear_layout(self._groups)
        self.cards = []
        for group in groups:
            self._add_group(group)
        self._headline.setText(self._headline_words(sum(group.open_count for group in groups)))
        self._headline.setVisible(bool(groups))
        if not groups:
            self._groups.addWidget(self._empty_state())
        if focused is not None:
            self._focus(focused.decision_id)

    def _focus(self, decision_id: int) -> None:
        for card in self.cards:
            if card.decision_id == decision_id:
                card.check.setFocus()

    def _add_group(self, group: MendGroup) -> None:
        for code in group.codes:
            self._groups.addWidget(self._make_head(code))
        if not group.codes:
            self._groups.addWidget(make_label(self.tr("Codes that are gone"), "panel"))
        for item in group.items:
            card = MendCard(self._appearance, item)
            card.mended.connect(self._on_mended)
            card.passage_requested.connect(self.passage_requested)
            self._groups.addWidget(card)
            self.cards.append(card)

    def _make_head(self, code: Code) -> QWidget:
        button = quiet_button(self._appearance, self.tr("Open the code"), "arrow-up-right")
        button.setProperty("code_id", code.id)
        button.clicked.connect(self._on_open_clicked)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(CodingLine(self._appearance, code.slot, code.name), 1)
        row.addWidget(button)
        return box

    def _empty_state(self) -> QWidget:
        return EmptyState(
            self._appearance,
            "book-open-text",
            self.tr("Nothing is to be mended"),
            self.tr(
                "When you settle a difference and write what the codebook should say, or that a definition is unclear, "
                "it stands here until it is mended."
            ),
            framed=False,
        )

    def _headline_words(self, still_open: int) -> str:
        if not still_open:
            return self.tr("All of it is mended.")
        words = self.tr("1 decision asks for a change.")
        if still_open != 1:
            words = self.tr("{count} decisions ask for a change.")
        return words.replace("{count}", QLocale().toString(still_open))

    def _mark(self, decision_id: int, mended: bool) -> None:
        consensus_actions.mark_mended(self._project, [decision_id], mended)
        self.done.emit(self.tr("Marked as mended") if mended else self.tr("Marked as not mended"))

    @Slot(int, bool)
    def _on_mended(self, decision_id: int, mended: bool) -> None:
        try:
            self._mark(decision_id, mended)
        except WorkbenchError as error:
            self.failed.emit(error)

    @Slot()
    def _on_open_clicked(self) -> None:
        button = self.sender()
        assert button is not None
        self.code_requested.emit(int(button.property("code_id")))

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*_TABLES):
            self._refresh()
