"""The heads of the columns: whose codings each of them shows, and where there are more coders, a choice of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.compare.lanes.compared_text import LaneRater
from kodebenk.ui.compare.lanes.lane_heads import BADGE_SIDE, draw_coder_badge
from kodebenk.ui.compare.lanes.split_columns import MOST_COLUMNS, SplitColumns
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.fonts import scaled
from kodebenk.ui.reading.reading_layout import TEXT_INSET
from kodebenk.ui.theme import Appearance

_HEIGHT = 38
_TO_NAME = 7
_RIGHT = 6


class SplitHead(QWidget):
    """Badge and name of the coder of a column; the name is a button where others can be chosen.

    Signals:
        rater_picked(int): the column is to show this coder, by number.
    """

    rater_picked = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._initials = ""
        self.label = ElidedLabel("", "panel", parent=self)
        self.picker = PickButton(appearance, parent=self)
        self.picker.hide()
        self.picker.picked.connect(self._on_picked)
        appearance.theme_changed.connect(self.update)

    def show_rater(self, raters: Sequence[LaneRater], rater: int, *, can_choose: bool) -> None:
        """Show this coder, by number."""
        self._initials = raters[rater].initials
        self.label.set_text(raters[rater].name)
        self.label.setVisible(not can_choose)
        self.picker.setVisible(can_choose)
        if can_choose:
            self.picker.set_choices([(str(number), one.name) for number, one in enumerate(raters)], str(rater))
        self._place_parts()
        self.update()

    def name_picker(self, name: str) -> None:
        """Say what the button chooses."""
        self.picker.setAccessibleName(name)
        self.picker.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = float(scaled(BADGE_SIDE))
            draw_coder_badge(painter, TEXT_INSET, self.height() / 2, side, self._initials, self._appearance.theme)

    def _place_parts(self) -> None:
        left = TEXT_INSET + scaled(BADGE_SIDE) + _TO_NAME
        room = max(0, self.width() - left - _RIGHT)
        for part in (self.label, self.picker):
            height = min(self.height(), part.sizeHint().height())
            part.setGeometry(left, (self.height() - height) // 2, min(room, part.sizeHint().width()), height)

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self.rater_picked.emit(int(key))


class SplitHeads(QWidget):
    """Stands over the columns.

    Signals:
        raters_picked(tuple[int, ...]): the columns are to show these coders, by number from the left.
    """

    raters_picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._columns: SplitColumns | None = None
        self._shown: tuple[int, ...] = ()
        self.heads = tuple(SplitHead(appearance, self) for _ in range(MOST_COLUMNS))
        self.setFixedHeight(scaled(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for head in self.heads:
            head.rater_picked.connect(self._on_rater_picked)

    def show_raters(self, raters: Sequence[LaneRater], shown: tuple[int, ...], columns: SplitColumns) -> None:
        """Show these coders, by number, over columns of these widths."""
        self._shown, self._columns = shown, columns
        for number, head in enumerate(self.heads):
            head.setVisible(number < len(shown))
            if number < len(shown):
                head.show_rater(raters, shown[number], can_choose=len(raters) > len(shown))
        self._retranslate()
        self._place_heads()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heads()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        columns = self._columns
        if columns is None:
            return
        with QPainter(self) as painter:
            for number in range(columns.count - 1):
                painter.fillRect(columns.edges_of(number)[1] - 1, 0, 1, self.height(), self._appearance.theme.line)

    def _place_heads(self) -> None:
        columns = self._columns
        for number, head in enumerate(self.heads[: columns.count] if columns is not None else ()):
            if columns is not None:
                left, right = columns.edges_of(number)
                left = columns.before if number == 0 else left
                head.setGeometry(left, 0, right - left, self.height())

    def _retranslate(self) -> None:
        for number, head in enumerate(self.heads[: len(self._shown)]):
            words = self.tr("Column {number}: {coder}")
            head.name_picker(words.format(number=number + 1, coder=head.label.text()))

    @Slot(int)
    def _on_rater_picked(self, rater: int) -> None:
        """Let a coder who stands in another column change places with the one that is left."""
        number = next((at for at, one in enumerate(self.heads) if one is self.sender()), 0)
        wanted = list(self._shown)
        if rater in wanted:
            wanted[wanted.index(rater)] = wanted[number]
        wanted[number] = rater
        self.raters_picked.emit(tuple(wanted))
