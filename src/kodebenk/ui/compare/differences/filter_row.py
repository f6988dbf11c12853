"""The choices above the list of differences: class, code, coder, texts, state, order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.ui.compare.differences.difference_rows import RowFilter, RowOrder, ShownClass, ShownState
from kodebenk.ui.compare.differences.difference_words import class_name
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.theme import Appearance

_ANY = ""
_THIS, _ALL = "this", "all"


class FilterRow(QWidget):
    """Says which places are listed.

    Signals:
        filter_changed(): another choice was made.
    """

    filter_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = RowFilter()
        self._codes: Sequence[tuple[str, str]] = ()
        self._raters: Sequence[str] = ()
        self._has_agreed = False
        self.kind = PickButton(appearance)
        self.code = PickButton(appearance)
        self.rater = PickButton(appearance)
        self.texts = SegmentedControl(appearance, "", [])
        self.state = PickButton(appearance)
        self.order = PickButton(appearance)
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 8)
        column.setSpacing(6)
        for parts in ((self.kind, self.code, self.rater), (self.texts, self.state, self.order)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for part in parts:
                row.addWidget(part, 1)
            column.addLayout(row)

    def _connect_signals(self) -> None:
        self.kind.picked.connect(self._on_kind_picked)
        self.code.picked.connect(self._on_code_picked)
        self.rater.picked.connect(self._on_rater_picked)
        self.texts.picked.connect(self._on_texts_picked)
        self.state.picked.connect(self._on_state_picked)
        self.order.picked.connect(self._on_order_picked)

    @property
    def filter(self) -> RowFilter:
        """Return what is chosen."""
        return self._filter

    def offer(self, codes: Sequence[tuple[str, str]], raters: Sequence[str], *, has_agreed: bool) -> None:
        """Offer other codes (path and name) and raters; what was chosen and is still there stays chosen."""
        self._codes, self._raters, self._has_agreed = codes, raters, has_agreed
        if self._filter.path not in dict(codes):
            self._filter = replace(self._filter, path="")
        if self._filter.rater is not None and self._filter.rater >= len(raters):
            self._filter = replace(self._filter, rater=None)
        if self._filter.kind is ShownClass.ALL and not has_agreed:
            self._filter = replace(self._filter, kind=ShownClass.DIFFERENCES)
        self._translate()

    def widen(self) -> None:
        """Let all differences of the texts chosen through."""
        self._change(kind=ShownClass.DIFFERENCES, path="", rater=None, state=ShownState.ALL)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        chosen = self._filter
        self.kind.set_choices(self._kinds(), chosen.kind.value)
        self.code.set_choices([(_ANY, self.tr("All codes")), *self._codes], chosen.path)
        raters = [(str(number), name) for number, name in enumerate(self._raters)]
        self.rater.set_choices(
            [(_ANY, self.tr("All coders")), *raters], _ANY if chosen.rater is None else str(chosen.rater)
        )
        texts = [Segment(_THIS, self.tr("This text")), Segment(_ALL, self.tr("All texts"))]
        self.texts.set_segments(texts, _ALL if chosen.all_texts else _THIS)
        self.texts.setAccessibleName(self.tr("Texts"))
        states = [
            (ShownState.ALL.value, self.tr("Open and settled")),
            (ShownState.OPEN.value, self.tr("Open")),
            (ShownState.SETTLED.value, self.tr("Settled")),
        ]
        self.state.set_choices(states, chosen.state.value)
        orders = [
            (RowOrder.TEXT.value, self.tr("As in the text")),
            (RowOrder.STAKE.value, self.tr("Most characters first")),
        ]
        self.order.set_choices(orders, chosen.order.value)

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = [(ShownClass.DIFFERENCES.value, self.tr("All differences"))]
        kinds += [
            (kind.value, class_name(kind))
            for kind in (
                DisagreementClass.BOUNDARY,
                DisagreementClass.DIFFERENT_CODE,
                DisagreementClass.EXTRA_CODE,
                DisagreementClass.MISSING,
            )
        ]
        if self._has_agreed:
            kinds.append((ShownClass.ALL.value, self.tr("Also the agreed")))
        return kinds

    def _change(self, **values: object) -> None:
        changed = replace(self._filter, **values)  # type: ignore[arg-type]  # every caller names a field
        if changed != self._filter:
            self._filter = changed
            self.filter_changed.emit()

    @Slot(str)
    def _on_kind_picked(self, key: str) -> None:
        self._change(kind=ShownClass(key))

    @Slot(str)
    def _on_code_picked(self, path: str) -> None:
        self._change(path=path)

    @Slot(str)
    def _on_rater_picked(self, key: str) -> None:
        self._change(rater=int(key) if key else None)

    @Slot(str)
    def _on_texts_picked(self, key: str) -> None:
        self._change(all_texts=key == _ALL)

    @Slot(str)
    def _on_state_picked(self, key: str) -> None:
        self._change(state=ShownState(key))

    @Slot(str)
    def _on_order_picked(self, key: str) -> None:
        self._change(order=RowOrder(key))
