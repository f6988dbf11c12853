"""The toolbar of the matrix: name, rows, groups, columns, content, filter, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.domain.matrix import CellContent, MatrixSpec, RowKind
from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.fitting_toolbar import FittingToolbar, drop_text
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.matrix_name import MatrixName
from kodebenk.ui.theme import Appearance

_SHORTEST_NAME = 120


class MatrixToolbar(FittingToolbar):
    """Shows a specification and passes on what the user wants instead.

    Signals:
        rows_picked(RowKind, int): other rows; the number is the deepest heading that is a row among sections.
        band_picked(str), content_picked(CellContent): another specification.
        columns_requested(QWidget), filter_requested(QWidget): open the panel under this button.
        export_requested(): the user wants a file.
    """

    rows_picked = Signal(object, int)
    band_picked = Signal(str)
    content_picked = Signal(object)
    columns_requested = Signal(object)
    filter_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spec = MatrixSpec()
        self._attributes: Sequence[str] = ()
        self._column_count = (0, 0)
        self._is_filtered = False
        self.name = MatrixName(appearance)
        self.rows = PickButton(appearance, "", "list")
        self.bands = PickButton(appearance, "", "rows-3")
        self.columns = PickButton(appearance, "", "columns-3")
        self._content_label = make_label("", "meta")
        self.content = SegmentedControl(appearance, "", ())
        self.filter = plain_button(appearance, "", "list-filter")
        self.export = primary_button(appearance, "", "file-down")
        self.filter.setCheckable(True)
        self._arrange()
        self._connect_signals()
        self.retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addStretch(1)
        for part in (self.rows, self.bands, self.columns):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(self._content_label)
        row.addWidget(self.content, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        row.addWidget(self.filter)
        row.addWidget(self.export)

    def _connect_signals(self) -> None:
        self.rows.picked.connect(self._on_rows_picked)
        self.bands.picked.connect(self._on_band_picked)
        self.columns.clicked.connect(self._on_columns_clicked)
        self.content.picked.connect(self._on_content_picked)
        self.filter.clicked.connect(self._on_filter_clicked)
        self.export.clicked.connect(self.export_requested)

    def show_spec(
        self, spec: MatrixSpec, attributes: Sequence[str], column_count: tuple[int, int], *, filtered: bool
    ) -> None:
        """Show a specification; `column_count` is columns shown and columns possible."""
        self._spec = spec
        self._attributes = attributes
        self._column_count = column_count
        self._is_filtered = filtered
        self.content.set_value(spec.content.value)
        self._show_choices()
        self._fit()

    def _show_choices(self) -> None:
        spec = self._spec
        kinds = [
            (f"{kind.value}:1", words.row_kind_name(kind))
            for kind in RowKind
            if kind is not RowKind.GROUPS or self._attributes or spec.rows is kind
        ]
        kinds.append((f"{RowKind.SECTIONS.value}:2", self.tr("Sections, two levels")))
        level = min(spec.section_level, 2) if spec.rows is RowKind.SECTIONS else 1
        self.rows.set_choices(kinds, f"{spec.rows.value}:{level}")
        bands = [(name, words.attribute_title(name)) for name in self._attributes]
        if spec.rows is not RowKind.GROUPS:
            bands.insert(0, ("", self.tr("none")))
        if spec.band not in dict(bands):
            bands.append((spec.band, words.attribute_title(spec.band)))
        self.bands.set_choices(bands, spec.band)
        shown, possible = self._column_count
        self.columns.set_value_text(self.tr("{shown} of {possible}").format(shown=shown, possible=possible))
        self.filter.setChecked(self._is_filtered)

    def say(self) -> None:
        segments = (
            Segment(CellContent.SUMMARY.value, self.tr("Summary")),
            Segment(CellContent.QUOTES.value, self.tr("Quotes")),
            Segment(CellContent.COUNTS.value, self.tr("Counts")),
        )
        self.content.set_segments(segments, self._spec.content.value)
        self.content.setAccessibleName(self.tr("Content"))
        self._content_label.setText(self.tr("Content"))
        self.filter.setToolTip(self.tr("Filter coders, respondents and rows"))
        self.export.setToolTip(self.tr("Write the matrix to Word, Excel, CSV or HTML"))
        self._show_choices()

    def needed_width(self) -> int:
        parts = (self.rows, self.bands, self.columns, self._content_label, self.content, self.filter, self.export)
        widths = [part.sizeHint().width() + 6 for part in parts if not part.isHidden()]
        return sum(widths) + max(scaled(_SHORTEST_NAME), min(self.name.sizeHint().width(), scaled(260))) + 46

    def show_full(self) -> None:
        self.rows.set_caption(self.tr("Rows"))
        self.bands.set_caption(self.tr("Group"))
        self.columns.set_caption(self.tr("Columns"))
        self._content_label.show()
        self.filter.set_text(self.tr("Filter"))
        self.export.set_text(self.tr("Export to Word"))

    def steps(self) -> Sequence[Callable[[], None]]:
        return (
            self._content_label.hide,
            self._drop_filter_text,
            self._drop_captions,
            self._shorten_export,
        )

    def _drop_filter_text(self) -> None:
        drop_text(self.filter, self.tr("Filter"))

    def _drop_captions(self) -> None:
        for button, name in ((self.rows, self.tr("Rows")), (self.bands, self.tr("Group"))):
            button.set_caption("")
            button.setAccessibleName(f"{name}: {button.accessibleName()}")

    def _shorten_export(self) -> None:
        self.export.set_text(self.tr("Word"))
        self.export.setAccessibleName(self.tr("Export to Word"))

    @Slot(str)
    def _on_rows_picked(self, key: str) -> None:
        kind, _, level = key.partition(":")
        self.rows_picked.emit(RowKind(kind), int(level))

    @Slot(str)
    def _on_band_picked(self, key: str) -> None:
        self.band_picked.emit(key)

    @Slot(str)
    def _on_content_picked(self, value: str) -> None:
        self.content_picked.emit(CellContent(value))

    @Slot()
    def _on_columns_clicked(self) -> None:
        self.columns_requested.emit(self.columns)

    @Slot()
    def _on_filter_clicked(self) -> None:
        self.filter.setChecked(self._is_filtered)
        self.filter_requested.emit(self.filter)
