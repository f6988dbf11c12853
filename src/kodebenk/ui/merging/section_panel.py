"""One section of a preview: its rows, and answers for all of them at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line, make_surface
from kodebenk.ui.fonts import scaled
from kodebenk.ui.merging.item_list import ItemList
from kodebenk.ui.merging.section_values import Choice, ChoiceKind, Section, SectionName
from kodebenk.ui.theme import Appearance

_HEAD = 42


class SectionPanel(QWidget):
    """A head with the buttons for all, and the list.

    Signals:
        answered(tuple, bool): choices, and whether the user takes theirs in them.
        passage_requested(document id, start, end): show this passage (code points).
    """

    answered = Signal(object, bool)
    passage_requested = Signal(int, int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: Section | None = None
        self._title = make_label("", "title")
        self._facts = ElidedLabel("", "meta")
        self.all_ours = quiet_button(appearance, "")
        self.all_theirs = quiet_button(appearance, "")
        self._empty = make_label("", "body", wrap=True)
        self.list = ItemList(appearance)
        self._arrange()
        self.list.answered.connect(self._on_answered)
        self.list.passage_requested.connect(self.passage_requested)
        self.all_ours.clicked.connect(self._on_all_ours)
        self.all_theirs.clicked.connect(self._on_all_theirs)

    def _arrange(self) -> None:
        top = QWidget()
        top.setMinimumHeight(scaled(_HEAD))
        head = QHBoxLayout(top)
        head.setContentsMargins(14, 4, 14, 4)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self.all_ours)
        head.addWidget(self.all_theirs)
        ground = make_surface("paper")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(make_line())
        self._empty.setContentsMargins(14, 16, 14, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def show_section(self, section: Section) -> None:
        """Show a section; of the same one the current row stays."""
        is_another = self._section is None or self._section.name is not section.name
        self._section = section
        self._title.setText(section.title)
        self._facts.set_text(section.facts)
        self.list.setAccessibleName(section.title)
        if is_another:
            self.list.set_lines(())
        self.list.set_lines(section.lines)
        self.list.setVisible(bool(section.lines))
        self._empty.setText(section.empty)
        self._empty.setVisible(not section.lines)
        self._show_buttons(section)

    @property
    def section(self) -> Section | None:
        return self._section

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._section is not None:
            self._show_buttons(self._section)

    def _show_buttons(self, section: Section) -> None:
        ours, theirs = {
            SectionName.SOURCES: (self.tr("Keep all texts here"), self.tr("Take all their texts")),
            SectionName.DIFFERENCES: (self.tr("Keep all that is here"), self.tr("Take all of theirs")),
            SectionName.REMOVED: (self.tr("All stay away"), self.tr("Bring all back")),
        }.get(section.name, ("", ""))
        self.all_ours.set_text(ours)
        self.all_theirs.set_text(theirs)
        choices = self._common_choices()
        for button, taken in ((self.all_ours, False), (self.all_theirs, True)):
            button.setVisible(bool(ours) and len(choices) > 1)
            button.setEnabled(any(one.is_theirs is not taken for one in choices))

    def _common_choices(self) -> tuple[Choice, ...]:
        """Return what the buttons for all are about: whether two sources are one is never asked for all at once."""
        choices = self._section.choices if self._section is not None else ()
        return tuple(one for one in choices if one.kind in (ChoiceKind.TEXT, ChoiceKind.THEIRS))

    @Slot(object, bool)
    def _on_answered(self, choice: Choice, theirs: bool) -> None:
        self.answered.emit((choice,), theirs)

    @Slot()
    def _on_all_ours(self) -> None:
        self.answered.emit(self._common_choices(), False)

    @Slot()
    def _on_all_theirs(self) -> None:
        self.answered.emit(self._common_choices(), True)
