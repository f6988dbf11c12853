"""Who coded a place with what: a line for each rater, with what they wrote about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.ui.compare.cell_label import CellLabel
from kodebenk.ui.compare.cell_scale import CellScale, cell_scale
from kodebenk.ui.components.labels import IconLabel
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.fonts import scaled
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

_HEIGHT = 26
_BADGE = 24
_CODES = 34
_MARK = 5


@dataclass(frozen=True, slots=True)
class RaterCoding:
    """What a rater has at a place.

    Attributes:
        name, initials: of the rater.
        codes: slot and name of each; slot 0 for a code that is gone.
        extent: the words that were coded, where they are not all of the place's.
        comments: of the codings.
    """

    name: str
    initials: str
    codes: tuple[tuple[int, str], ...]
    extent: str = ""
    comments: tuple[str, ...] = ()


class RaterLine(QWidget):
    """Badge, marks and names of the codes on one line."""

    def __init__(self, appearance: Appearance, coding: RaterCoding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._coding = coding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        appearance.theme_changed.connect(self.update)
        appearance.scale_changed.connect(self._on_scale_changed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), cell_scale(self._appearance).px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()

    def _describe(self) -> None:
        codes = ", ".join(name for _, name in self._coding.codes) or self.tr("not coded")
        self.setAccessibleName(f"{self._coding.name}: {codes}")
        self.setToolTip(f"{self._coding.name}: {codes}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, scale = self.height() / 2, cell_scale(self._appearance)
        font = scale.font(10.5, 600)
        side = float(scale.px(_BADGE))
        width = max(side, text_width(self._coding.initials, font) + scale.px(8))
        draw_rounded_box(painter, QRectF(0, middle - side / 2, width, side), side / 2, theme.raised, theme.ctl)
        draw_text(painter, 0, middle, self._coding.initials, font, theme.ink2, width, Align.CENTER)
        left = max(float(scale.px(_CODES)), width + scale.px(10))
        if not self._coding.codes:
            draw_text(painter, left, middle, self.tr("not coded"), scale.font(13), theme.ink3, self.width() - left)
        for slot, name in self._coding.codes:
            left = _draw_code(painter, left, middle, slot, name, self.width(), theme, scale)
            left += scale.px(14)
        painter.end()

    @Slot()
    def _on_scale_changed(self) -> None:
        self.updateGeometry()
        self.update()


class CodingLine(QWidget):
    """Mark and name of a code on one line."""

    def __init__(self, appearance: Appearance, slot: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._slot, self._name = slot, name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)
        appearance.scale_changed.connect(self._on_scale_changed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), cell_scale(self._appearance).px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._appearance.theme, cell_scale(self._appearance)
        _draw_code(painter, 0, self.height() / 2, self._slot, self._name, self.width(), theme, scale)
        painter.end()

    @Slot()
    def _on_scale_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _draw_code(
    painter: QPainter, left: float, middle: float, slot: int, name: str, right: float, theme: Theme, scale: CellScale
) -> float:
    """Draw mark and name and return where the name ends."""
    if slot:
        draw_code_mark(painter, slot, QPointF(left + scale.px(_MARK), middle), _MARK * scale.factor, theme)
    left += scale.px(2 * _MARK + 7)
    return left + draw_text(painter, left, middle, name, scale.font(13), theme.ink, max(0.0, right - left))


class RaterLines(QWidget):
    """All raters of a place."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def show_codings(self, codings: Sequence[RaterCoding]) -> None:
        """Show what these raters have."""
        clear_layout(self._column)
        for coding in codings:
            self._column.addWidget(RaterLine(self._appearance, coding))
            if coding.extent:
                self._column.addWidget(self._beside(CellLabel(self._appearance, coding.extent, tone="ink2")))
            for comment in coding.comments:
                words = CellLabel(self._appearance, comment, tone="ink2")
                self._column.addWidget(
                    self._beside(words, IconLabel(self._appearance, "message-square-text", "ink3", 13))
                )

    def _beside(self, words: QWidget, icon: QWidget | None = None) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(scaled(_CODES), 0, 0, 4)
        row.setSpacing(6)
        if icon is not None:
            row.addWidget(icon)
        row.addWidget(words, 1)
        return box
