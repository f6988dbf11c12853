"""The steps of the clean-up: what each did, and a switch for each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application.import_actions import Repair
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.import_page.planned_source import PlannedSource
from kodebenk.ui.import_page.repair_words import repair_name, tally_words


class CleanUpRow(QWidget):
    """One step.

    Signals:
        switched(bool): the user wants it or not.
    """

    switched = Signal(bool)

    def __init__(self, repair: Repair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.repair = repair
        self.box = QCheckBox()
        self.count = ElidedLabel("", "meta", tone="ink2")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(8)
        row.addWidget(self.box)
        row.addWidget(self.count, 1)
        self.box.clicked.connect(self.switched)

    def show_step(self, source: PlannedSource) -> None:
        """Show what the step did in a file, or would do."""
        tally = source.tallies.get(self.repair, {})
        words = tally_words(self.repair, tally)
        self.box.setText(repair_name(self.repair))
        self.box.setToolTip(repair_name(self.repair))
        self.box.setChecked(self.repair not in source.switched_off)
        self.box.setAccessibleDescription(words)
        self.count.set_text(words)


class CleanUpList(QWidget):
    """The steps that found something, and below them the names of those that found nothing.

    Signals:
        switched(str, bool): a step, and whether the user wants it.
    """

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: PlannedSource | None = None
        self._title = make_label("", "panel")
        self._pages = make_label("", "meta")
        self._body = QVBoxLayout()
        self._not_found = make_label("", "meta", wrap=True)
        self.rows: dict[Repair, CleanUpRow] = {}
        title = QHBoxLayout()
        title.setContentsMargins(0, 0, 0, 6)
        title.setSpacing(8)
        title.addWidget(self._title)
        title.addWidget(self._pages)
        title.addStretch(1)
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(title)
        column.addLayout(self._body)
        column.addSpacing(6)
        column.addWidget(self._not_found)

    def show_source(self, source: PlannedSource) -> None:
        """Show the steps of a file; while it is read anew, those it had."""
        self._source = source
        found = [repair for repair in Repair if source.tallies.get(repair)]
        if list(self.rows) != found:
            self._build(found)
        self.setVisible(bool(source.tallies))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        self._title.setText(self.tr("Clean-up"))
        source = self._source
        if source is None:
            return
        pages = source.draft.read.pages if source.draft is not None else ()
        span = self.tr("pages {first}–{last}") if len(pages) > 1 else ""
        self._pages.setText(span.format(first=pages[0].label, last=pages[-1].label) if span else "")
        for row in self.rows.values():
            row.show_step(source)
        others = [repair_name(repair) for repair in Repair if repair in source.tallies and repair not in self.rows]
        self._not_found.setText(self.tr("Nothing found: {steps}").format(steps=", ".join(others)) if others else "")
        self._not_found.setVisible(bool(others))

    def _build(self, found: list[Repair]) -> None:
        clear_layout(self._body)
        self.rows = {repair: CleanUpRow(repair) for repair in found}
        for row in self.rows.values():
            row.switched.connect(self._on_switched)
            self._body.addWidget(make_line())
            self._body.addWidget(row)

    @Slot(bool)
    def _on_switched(self, wanted: bool) -> None:
        row = self.sender()
        assert isinstance(row, CleanUpRow)
        self.switched.emit(row.repair.value, wanted)
