"""Which codes are compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.domain.codebook import Codebook
from kodebenk.ui.compare.setup.tick_section import TickSection
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled

_STEP = 14
_EDGE = 60


class CodeSection(TickSection):
    """A box for all codes that were used, and one for every code; themes that are mere headings have none."""

    def show_codes(self, book: Codebook, chosen: Sequence[int], compared: Sequence[int]) -> None:
        """List the codes.

        Args:
            book: of the project.
            chosen: ids of the codes that were chosen, empty for all that were used.
            compared: ids of those that the comparison on the screen has.
        """
        self.begin(self.tr("All that were used"), checked=not chosen)
        for code, depth in book.in_order():
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(scaled(_STEP) * depth, 0, 0, 0)
            if book.is_heading(code) and code.id not in compared and code.id not in chosen:
                line.addWidget(make_label(code.name, "label"))
            else:
                line.addWidget(self.make_box(code.id, code.name, _EDGE, checked=code.id in (chosen or compared)))
            line.addStretch(1)
            self.column.addWidget(row)
