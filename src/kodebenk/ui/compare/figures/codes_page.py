"""Agreement by code, with themes and sets below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.cell_label import CellLabel
from kodebenk.ui.compare.cell_scale import CellScale, cell_scale
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.code_grid import make_code_grid, overall_words
from kodebenk.ui.compare.figures.figure_table import FigureTable
from kodebenk.ui.compare.figures.shown_measures import USUAL_MEASURES, ShownMeasure
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.theme_grid import make_set_grid, make_theme_grid
from kodebenk.ui.compare.figures.whisker import GUIDES, draw_dot
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.fonts import scaled
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance

_LEGEND = 22
_EDGE = 14


class WhiskerLegend(QWidget):
    """What the open ring means, and the guides' numbers under the guides of a table."""

    def __init__(self, appearance: Appearance, table: FigureTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._table = table
        self._column = -1
        appearance.theme_changed.connect(self._on_changed)
        appearance.scale_changed.connect(self._on_scale_changed)
        table.fitted.connect(self._on_changed)
        self._on_scale_changed()

    def show_for(self, column: int) -> None:
        """Explain a column of whiskers; -1 hides the legend."""
        self._column = column
        self.setVisible(column >= 0)
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        return self.tr("open ring: below {limit}").format(limit=numbers.coefficient(GUIDES[0]))

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), cell_scale(self._appearance).px(_LEGEND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, middle = self._appearance.theme, self.height() / 2
        scale = cell_scale(self._appearance)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_dot(painter, QPointF(scale.px(_EDGE + 5), middle), theme, hollow=True, scale=scale.factor)
        advance = draw_text(painter, scale.px(_EDGE + 16), middle, self.text(), scale.font(11), theme.ink3)
        if 0 <= self._column < self._table.figures.columnCount():
            room = self._table.whisker_room(self._column)
            self._paint_guides(painter, room, scale, scale.px(_EDGE + 16) + advance)
        painter.end()

    def _paint_guides(self, painter: QPainter, room: QRectF, scale: CellScale, free_from: float) -> None:
        # The two stand close: each number goes to its own side of the guide.
        for guide, align in zip(GUIDES, (Align.RIGHT, Align.LEFT), strict=True):
            x = room.left() + self._table.delegate.axis.share(guide) * room.width()
            width = scale.px(30)
            left = x - width if align is Align.RIGHT else x
            if left < free_from:
                continue
            shown, ink = numbers.coefficient(guide), self._appearance.theme.ink3
            draw_text(painter, left, self.height() / 2, shown, scale.font(11, tabular=True), ink, width, align)

    @Slot()
    def _on_changed(self) -> None:
        self.update()

    @Slot()
    def _on_scale_changed(self) -> None:
        self.setFixedHeight(cell_scale(self._appearance).px(_LEGEND))
        self.update()


class CodesPage(QWidget):
    """The table of codes, what must be said about it, and the block of themes and sets.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a figure rests on.
    """

    places_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownReport | None = None
        self._of_all: tuple[AgreementReport, Coefficient] | None = None
        self._measures = USUAL_MEASURES
        self.table = FigureTable(appearance)
        self.legend = WhiskerLegend(appearance, self.table)
        self.note = CellLabel(appearance)
        self.detail = CellLabel(appearance)
        self.fold = Button(appearance, "", "chevron-right", "quiet")
        self.themes = FigureTable(appearance)
        self.sets = FigureTable(appearance)
        self._arrange()
        self._connect_signals()
        self.setFocusProxy(self.table)
        self._retranslate()

    def _arrange(self) -> None:
        for label in (self.note, self.detail):
            label.setContentsMargins(scaled(_EDGE), 2, scaled(_EDGE), 4)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self.legend)
        column.addWidget(self.note)
        column.addWidget(self.detail)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.themes)
        column.addWidget(self.sets)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        for table in (self.table, self.themes, self.sets):
            table.places_chosen.connect(self.places_chosen)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.fold.clicked.connect(self._on_fold_clicked)

    def show_report(self, shown: ShownReport | None) -> None:
        """Show a report, or nothing."""
        self._shown = shown
        self._fill()

    def show_alpha_of_all(self, report: AgreementReport, alpha: Coefficient) -> None:
        """Say what alpha is with the units that a report leaves out, as long as that report is shown."""
        self._of_all = report, alpha
        if self._shown is not None:
            self._say_notes(self._shown)

    def set_measures(self, measures: frozenset[ShownMeasure]) -> None:
        """Show these columns."""
        self._measures = measures
        self._fill()

    @property
    def is_unfolded(self) -> bool:
        """Tell whether themes and sets are shown."""
        return not self.themes.isHidden()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.set_title(self.tr("Agreement by code"))
        self.themes.set_title(self.tr("Agreement by theme"))
        self.sets.set_title(self.tr("Agreement on all codes of a unit"))
        self.fold.set_text(self.tr("Themes and sets"))
        self._fill()

    def _fill(self) -> None:
        shown = self._shown
        self.fold.setVisible(shown is not None)
        if shown is None:
            self._unfold(wanted=False)
            for part in (self.table, self.legend, self.note, self.detail):
                part.hide()
            return
        self.table.show_grid(make_code_grid(shown, self._measures))
        self.themes.show_grid(make_theme_grid(shown))
        self.sets.show_grid(make_set_grid(shown))
        self.table.show()
        heads = self.table.figures.grid.columns
        at = next((at for at, head in enumerate(heads) if head.key == ShownMeasure.ALPHA), -1)
        self.legend.show_for(at)
        self._say_notes(shown)
        self._unfold(wanted=self.is_unfolded)

    def _say_notes(self, shown: ShownReport) -> None:
        self.note.setText(" ".join(self._notes(shown)))
        self._on_cell_chosen()

    def _notes(self, shown: ShownReport) -> list[str]:
        report, said = shown.report, []
        if report.left_out:
            left_out = words.unit_count(report.setup.unit, report.left_out)
            said.append(self.tr("{units} of interviewers and headings are left out.").format(units=left_out))
            said += self._with_them(report)
        if shown.after is not None:
            said.append(self.tr("The figure before discussion is the one to report."))
        if report.unplaced:
            unplaced = words.passage_count(report.unplaced)
            said.append(self.tr("Left out as well, for their place is lost: {passages}.").format(passages=unplaced))
        return said

    def _with_them(self, report: AgreementReport) -> list[str]:
        measured, alpha = self._of_all or (None, None)
        if measured is not report or alpha is None or alpha.value is None:
            return []
        return [self.tr("With them: α {alpha}.").format(alpha=numbers.coefficient(alpha))]

    def _unfold(self, *, wanted: bool) -> None:
        themes = wanted and self._shown is not None
        self.themes.setVisible(themes)
        self.sets.setVisible(themes)
        self.fold.set_icon_name("chevron-down" if themes else "chevron-right")

    @Slot()
    def _on_cell_chosen(self) -> None:
        """Say in words what the current cell shows; what must be said about the table stands there without one."""
        index = self.table.currentIndex()
        words_of_cell = ""
        if self._shown is not None and index.isValid():
            row = self.table.figures.row(index.row())
            more = overall_words(self._shown) if row.pinned else row.remark
            words_of_cell = f"{self.table.figures.spoken(index)}. {more}".strip()
        self.detail.setText(words_of_cell)
        self.detail.setVisible(bool(words_of_cell))
        self.note.setVisible(bool(self.note.text()) and not words_of_cell)

    @Slot()
    def _on_fold_clicked(self) -> None:
        self._unfold(wanted=not self.is_unfolded)
