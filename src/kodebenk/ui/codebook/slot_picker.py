"""Lets the user choose colour and shape of a code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kodebenk.domain.codebook import SLOT_COUNT
from kodebenk.ui.fonts import interface_scale, scaled
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.theme import Appearance

_COLUMNS = 12
_FEWEST_COLUMNS = 6
_CELL = 24
_MARK = 5.0


class SlotButton(QAbstractButton):
    """One mark that can be chosen."""

    def __init__(self, slot: int, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self._appearance = appearance
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        appearance.theme_changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_CELL), scaled(_CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            draw_rounded_box(painter, self.rect().toRectF(), 5, theme.soft, theme.soft_line)
        elif self.underMouse():
            draw_rounded_box(painter, self.rect().toRectF(), 5, theme.hover)
        center = QPointF(self.width() / 2, self.height() / 2)
        draw_code_mark(painter, self._slot, center, _MARK * interface_scale(), theme)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class SlotPicker(QWidget):
    """All marks: the twelve colours with their first and below with their second shape.

    A row has twelve marks, or six where the panel is narrow.

    Signals:
        picked(int): The user chose this slot.
    """

    picked = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        for slot in range(1, SLOT_COUNT + 1):
            self._group.addButton(SlotButton(slot, appearance, self), slot)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(self._on_id_clicked)
        self._retranslate()

    def set_slot(self, slot: int) -> None:
        """Show a slot as chosen; one from 25 on shows the mark that it repeats."""
        self._group.button((slot - 1) % SLOT_COUNT + 1).setChecked(True)

    def button(self, slot: int) -> QAbstractButton:
        """Return the button of a slot from 1 to 24."""
        return self._group.button(slot)

    def sizeHint(self) -> QSize:
        width = _COLUMNS * scaled(_CELL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_FEWEST_COLUMNS * scaled(_CELL), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return SLOT_COUNT // _columns_in(width) * scaled(_CELL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns, side = _columns_in(self.width()), scaled(_CELL)
        for slot in range(1, SLOT_COUNT + 1):
            row, column = divmod(slot - 1, columns)
            self._group.button(slot).move(column * side, row * side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        colors = (
            self.tr("blue"),
            self.tr("orange"),
            self.tr("green"),
            self.tr("violet"),
            self.tr("ochre"),
            self.tr("turquoise"),
            self.tr("red"),
            self.tr("light blue"),
            self.tr("brown"),
            self.tr("pink"),
            self.tr("olive"),
            self.tr("grey"),
        )
        shapes = (
            self.tr("disc"),
            self.tr("square"),
            self.tr("triangle"),
            self.tr("diamond"),
            self.tr("ring"),
            self.tr("open square"),
            self.tr("triangle down"),
            self.tr("half disc"),
            self.tr("cross"),
            self.tr("open diamond"),
            self.tr("open triangle"),
            self.tr("two bars"),
        )
        self.setAccessibleName(self.tr("Colour and shape"))
        for slot in range(1, SLOT_COUNT + 1):
            index = (slot - 1) % _COLUMNS
            shape = shapes[(index + 6 * ((slot - 1) // _COLUMNS)) % _COLUMNS]
            name = f"{colors[index]}, {shape}"
            self._group.button(slot).setAccessibleName(name)
            self._group.button(slot).setToolTip(name)

    @Slot(int)
    def _on_id_clicked(self, slot: int) -> None:
        self.picked.emit(slot)


def _columns_in(width: int) -> int:
    return _COLUMNS if width >= _COLUMNS * scaled(_CELL) else _FEWEST_COLUMNS
