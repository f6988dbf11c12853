"""Who has coded and finished what, as a small table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.application.comparison_reading import CodingStand
from kodebenk.domain.coder import Coder
from kodebenk.ui.compare.compare_words import short_names
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled

_MOST_HEIGHT = 260


class StandTable(QScrollArea):
    """A row for every source, a column for every coder: how many codings, and whether they are done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: dict[tuple[int, int], str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumHeight(scaled(_MOST_HEIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_stand(self, stand: CodingStand, people: Sequence[Coder]) -> None:
        """Show how far these have come with every source."""
        body = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, name in enumerate(short_names([one.name for one in people]), start=1):
            grid.addWidget(make_label(name, "label"), 0, column)
        self.cells = {}
        for row, (document_id, name) in enumerate(stand.documents, start=1):
            grid.addWidget(ElidedLabel(name, "body"), row, 0)
            for column, coder in enumerate(people, start=1):
                text = self._words(stand, (document_id, coder.id))
                self.cells[document_id, coder.id] = text
                grid.addWidget(make_label(text, "meta"), row, column)
        column_of_all = QVBoxLayout(body)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addLayout(grid)
        column_of_all.addStretch(1)
        self.setWidget(body)
        self.setAccessibleName(self.tr("Who has coded what"))
        self.setMinimumHeight(min(scaled(_MOST_HEIGHT), body.sizeHint().height()))

    def _words(self, stand: CodingStand, place: tuple[int, int]) -> str:
        count = QLocale().toString(stand.codings.get(place, 0))
        if place in stand.unfinished:
            return self.tr("{count}, still coding").format(count=count)
        if place in stand.finished:
            return self.tr("{count}, finished").format(count=count)
        return count if place in stand.codings else self.tr("not coded")
