"""Renders the code palette and the components in both themes.

Usage: python docs/images/component_gallery.py OUTDIR
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from painted_samples import ChipRow, MatrixCells, ReadingSample
from palette_sheet import HEIGHT, WIDTH, draw_palette_sheet
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import IconButton, danger_button, ghost_button, plain_button, primary_button
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label, make_surface
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.components.toast import Toast
from kodebenk.ui.icons import icon
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.theme import Appearance, ThemeName
from kodebenk.ui.translation import Translation

_COMPONENTS_HEIGHT = 1032


class Gallery:
    """All components of picture 13 on one page, and which of them show the focus."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._focused: list[QWidget] = []
        self._pointed_at: list[QWidget] = []
        self.page = make_surface("panel")
        self.page.setFixedSize(WIDTH, _COMPONENTS_HEIGHT)
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(26, 18, 26, 18)
        self._column.setSpacing(10)
        self._fill()

    def grab(self) -> QPixmap:
        self.page.show()
        QApplication.processEvents()
        for button in self._pointed_at:
            _point_at(button)
        picture = self.page.grab()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for widget in self._focused:
            origin = widget.mapTo(self.page, widget.rect().topLeft())
            rect = QRectF(origin.x(), origin.y(), widget.width(), widget.height())
            draw_focus_ring(painter, rect, self._appearance.theme)
        painter.end()
        return picture

    def _fill(self) -> None:
        self._section("Knapper: vanlig, peker over, fokus, av")
        self._column.addLayout(self._button_row())
        self._column.addLayout(self._control_row())
        self._section("Belegg, taler, kode, holdning, taster")
        self._column.addWidget(ChipRow(self._appearance, 28))
        self._section(
            "Overlapp: kort kode over lang, egne streker under, egen bane i margen. Valgt koding har ramme og håndtak."
        )
        self._column.addWidget(ReadingSample(self._appearance, 225))
        self._section("Celler: besvart, uklart, ikke spurt, ikke aktuelt, ikke kodet, bør leses på nytt")
        self._column.addWidget(MatrixCells(self._appearance, 177))
        self._section("Bannere og melding med angre")
        self._column.addLayout(self._banners())
        self._section("Tom tilstand og framdrift")
        self._column.addLayout(self._cards())
        self._column.addStretch(1)

    def _section(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(5)
        self._column.addWidget(make_label(title, "label"))

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._add_states(row, lambda: primary_button(self._appearance, "Lagre vedtak"))
        disabled = primary_button(self._appearance, "Lagre vedtak")
        disabled.setEnabled(False)
        row.insertWidget(3, disabled)
        self._add_states(row, lambda: plain_button(self._appearance, "Filter"))
        row.addStretch(1)
        return row

    def _add_states(self, row: QHBoxLayout, make: Callable[[], QPushButton]) -> None:
        usual, pointed_at, focused = make(), make(), make()
        self._pointed_at.append(pointed_at)
        self._focused.append(focused)
        for button in (usual, pointed_at, focused):
            row.addWidget(button)

    def _control_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(danger_button(self._appearance, "Slett"))
        row.addWidget(ghost_button(self._appearance, "Koble sitat", "link"))
        self._add_states(row, lambda: IconButton(self._appearance, "undo-2", "Angre"))
        row.addSpacing(10)
        for kind in (QCheckBox, QRadioButton):
            on, off = kind(), kind()
            on.setChecked(True)
            on.setAutoExclusive(False)
            row.addWidget(on)
            row.addWidget(off)
        field = QLineEdit("R4")
        field.setProperty("invalid", True)
        field.setFixedWidth(132)
        mark = QAction(icon("circle-alert", self._appearance.theme.bad), "", field)
        field.addAction(mark, QLineEdit.ActionPosition.TrailingPosition)
        row.addSpacing(4)
        row.addWidget(field)
        row.addWidget(make_label("R4 er i bruk", "meta", tone="bad"))
        row.addStretch(1)
        return row

    def _banners(self) -> QGridLayout:
        grid = _two_columns()
        news = Banner(self._appearance, "history", "2 nye kodinger siden sammendraget", tone="warn")
        news.show_message("history", "2 nye kodinger siden sammendraget", "Les R1:19 og R1:22, eller behold.", "warn")
        news.add_action("Vis endringene")
        changed = Banner(
            self._appearance, "circle-alert", "Fila er endret på disk", "Les inn på nytt før du retter sitatene.", "bad"
        )
        changed.add_action("Les inn på nytt")
        tracked = Banner(
            self._appearance, "info", "Rettelsen blir en sporet endring", "Fila endres ikke før du lagrer.", "info"
        )
        toast = self._toast()
        for place, widget in enumerate((news, changed, tracked, toast)):
            grid.addWidget(widget, *divmod(place, 2))
        toast.setMaximumHeight(toast.sizeHint().height())
        return grid

    def _toast(self) -> QFrame:
        toast = Toast(self._appearance, self.page)
        toast.show_message("12 kodinger flyttet")
        return toast

    def _cards(self) -> QGridLayout:
        grid = _two_columns()
        empty = EmptyState(
            self._appearance,
            "quote",
            "Ingen sitater i cellen",
            "Kod en passasje hos R3 med Forankring, så kommer den hit.",
        )
        empty.set_action("Gå til teksten")
        progress = ProgressCard(self._appearance, "Leser inn Handlingsplan.pdf", "Du kan kode videre imens.")
        progress.show_progress(18, 42)
        grid.addWidget(empty, 0, 0)
        grid.addWidget(progress, 0, 1)
        return grid


def render_components(appearance: Appearance) -> QPixmap:
    gallery = Gallery(appearance)
    picture = gallery.grab()
    gallery.page.deleteLater()
    return picture


def render_palette(appearance: Appearance) -> QPixmap:
    picture = QPixmap(WIDTH, HEIGHT)
    painter = QPainter(picture)
    draw_palette_sheet(painter, appearance.theme)
    painter.end()
    return picture


def render_halves(appearance: Appearance, render: Callable[[Appearance], QPixmap]) -> QPixmap:
    """Return the light and the dark picture side by side."""
    halves = []
    names: tuple[ThemeName, ...] = ("light", "dark")
    for name in names:
        appearance.set_theme(name)
        halves.append(render(appearance))
    whole = QPixmap(halves[0].width() * 2, halves[0].height())
    painter = QPainter(whole)
    for place, half in enumerate(halves):
        painter.drawPixmap(place * halves[0].width(), 0, half)
    painter.end()
    return whole


def _point_at(button: QWidget) -> None:
    # A push button shows the pointer only after it has seen it move over itself.
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    middle = QPointF(button.rect().center())
    none = Qt.MouseButton.NoButton
    everywhere = (middle, button.mapTo(button.window(), middle), button.mapToGlobal(middle))
    move = QMouseEvent(QEvent.Type.MouseMove, *everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(button, move)


def _two_columns() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def main(folder: Path) -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    translation = Translation("nb")
    translation.install()
    appearance = Appearance("light")
    appearance.apply(application)
    folder.mkdir(parents=True, exist_ok=True)
    render_halves(appearance, render_palette).save(str(folder / "12-palette.png"))
    render_halves(appearance, render_components).save(str(folder / "13-components.png"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
