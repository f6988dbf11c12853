"""Chooses whose codings stand against each other: several coders, or two passes of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.application.agreement_setup import raters_of
from kodebenk.application.comparison_reading import CodingStand
from kodebenk.domain.coder import Coder
from kodebenk.ui.compare import compare_words as words
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.popup import Popup
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_WIDTH = 320
_BESIDE = 64
"""What is beside the text of a box: margins, mark and focus ring."""


class RaterKind(Enum):
    """What stands against what."""

    CODERS = "coders"
    ROUNDS = "rounds"
    DAYS = "days"


class CoderPicker(Popup):
    """Coders to tick, and where somebody coded in several rounds or on several days, that coder against themselves.

    Signals:
        raters_picked(tuple): these stand against each other from now on.
    """

    raters_picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, _WIDTH)
        self._appearance = appearance
        self._shown: tuple[CodingStand, AgreementSetup | None] | None = None
        self._button: QWidget | None = None
        self._group = QButtonGroup(self)
        self.kind_buttons: dict[RaterKind, QRadioButton] = {}
        self.coder_boxes: dict[int, QCheckBox] = {}
        self.one = ChoiceBox()
        self.earlier = ChoiceBox()
        self.later = ChoiceBox()
        self.day = ChoiceBox()
        self._hint = make_label("", "meta", wrap=True)
        self.setAccessibleName(self.tr("Coders"))

    def open_under(self, button: QWidget) -> None:
        self._button = button
        super().open_under(button)

    def show_choices(self, stand: CodingStand, setup: AgreementSetup | None) -> None:
        """List who has coded, as the setup has them."""
        self._shown = (stand, setup)
        clear_layout(self.column)
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self.kind_buttons = {}
        kind = _kind_of(setup)
        self._add_coders(stand, setup, kind)
        if self._with_rounds() or kind is RaterKind.ROUNDS:
            self._add_rounds(setup, kind)
        if self._with_days() or kind is RaterKind.DAYS:
            self._add_days(setup, kind)
        self._hint = make_label("", "meta", wrap=True)
        self.column.addWidget(self._hint)
        self.column.addStretch(1)
        self._show_hint()

    def _add_coders(self, stand: CodingStand, setup: AgreementSetup | None, kind: RaterKind) -> None:
        self._add_kind(RaterKind.CODERS, self.tr("Several coders"), kind)
        chosen = {one.coder_id for one in setup.raters} if setup is not None and kind is RaterKind.CODERS else set()
        counts = _counts(stand)
        self.coder_boxes = {}
        for coder in stand.active:
            box = self._make_box(coder.name, f" · {words.count_codings(counts[coder.id])}")
            box.setChecked(coder.id in chosen)
            box.setEnabled(kind is RaterKind.CODERS)
            box.toggled.connect(self._on_chosen)
            self.column.addWidget(box)
            self.coder_boxes[coder.id] = box

    def _make_box(self, name: str, count: str) -> QCheckBox:
        """Return a box with the name as far as there is room before the count."""
        metrics = self.fontMetrics()
        room = scaled(_WIDTH - _BESIDE) - metrics.horizontalAdvance(count)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        box = QCheckBox(f"{shown}{count}".replace("&", "&&"))
        box.setAccessibleName(f"{name}{count}")
        box.setToolTip(name if shown != name else "")
        return box

    def _add_rounds(self, setup: AgreementSetup | None, kind: RaterKind) -> None:
        self._add_kind(RaterKind.ROUNDS, self.tr("One coder, two rounds"), kind)
        if kind is not RaterKind.ROUNDS:
            return
        self.one = self._add_choice(self.tr("Coder"), self._with_rounds(), _coder_of(setup))
        rounds = [(words.round_name(one), one) for one in self._rounds()]
        chosen = [one.round for one in setup.raters] if setup is not None else []
        first, last = (chosen[0], chosen[-1]) if chosen else (None, None)
        self.earlier = self._add_choice(self.tr("First"), rounds, first)
        self.later = self._add_choice(self.tr("Then"), rounds, last)

    def _add_days(self, setup: AgreementSetup | None, kind: RaterKind) -> None:
        self._add_kind(RaterKind.DAYS, self.tr("One coder, before and from a day"), kind)
        if kind is not RaterKind.DAYS:
            return
        self.one = self._add_choice(self.tr("Coder"), self._with_days(), _coder_of(setup))
        days = [(words.day_text(one), one) for one in self._days()]
        self.day = self._add_choice(self.tr("From"), days, _split_of(setup))

    def _add_kind(self, kind: RaterKind, text: str, chosen: RaterKind) -> None:
        button = QRadioButton(text)
        button.setChecked(kind is chosen)
        button.clicked.connect(self._on_kind_clicked)
        self._group.addButton(button)
        self.kind_buttons[kind] = button
        if kind is not RaterKind.CODERS:
            self.column.addSpacing(8)
        self.column.addWidget(button)

    def _add_choice(self, name: str, choices: Sequence[tuple[str, object]], chosen: object) -> ChoiceBox:
        box = ChoiceBox()
        for text, value in choices:
            box.addItem(text, value)
        box.setAccessibleName(name)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(self._on_one_chosen)
        self.column.addWidget(make_label(name, "meta"))
        self.column.addWidget(box)
        return box

    def _with_rounds(self) -> list[tuple[str, object]]:
        return [(one.name, one.id) for one in self._people() if len(self._stand().rounds[one.id]) > 1]

    def _with_days(self) -> list[tuple[str, object]]:
        return [(one.name, one.id) for one in self._people() if len(self._stand().days[one.id]) > 1]

    def _rounds(self) -> Sequence[int]:
        return self._stand().rounds.get(self.one.currentData(), ())

    def _days(self) -> Sequence[str]:
        """Return the days that a coder's codings can be divided at: all on which they coded but the first."""
        return self._stand().days.get(self.one.currentData(), ())[1:]

    def _people(self) -> Sequence[Coder]:
        return self._stand().active

    def _stand(self) -> CodingStand:
        assert self._shown is not None, "asked before anything was shown"
        return self._shown[0]

    def _show_hint(self) -> None:
        ticked = sum(box.isChecked() for box in self.coder_boxes.values())
        too_few = self.kind_buttons[RaterKind.CODERS].isChecked() and ticked < 2
        self._hint.setText(self.tr("Choose at least two.") if too_few else "")
        self._hint.setVisible(too_few)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Coders"))
            if self._shown is not None:
                self.show_choices(*self._shown)

    @Slot()
    def _on_kind_clicked(self) -> None:
        kind = next(one for one, button in self.kind_buttons.items() if button.isChecked())
        if kind is RaterKind.CODERS:
            self._pick([Rater(one.name, one.id) for one in self._people()[:2]])
        elif kind is RaterKind.ROUNDS:
            self._pick_rounds(self._coder(self._with_rounds()[0][1]), ())
        else:
            self._pick_day(self._coder(self._with_days()[0][1]), "")
        self.kind_buttons[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_one_chosen(self) -> None:
        coder = self._coder(self.one.currentData())
        if RaterKind.DAYS in self.kind_buttons and self.kind_buttons[RaterKind.DAYS].isChecked():
            self._pick_day(coder, self.day.currentData())
        else:
            self._pick_rounds(coder, (self.earlier.currentData(), self.later.currentData()))
        self.one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick_rounds(self, coder: Coder, wanted: Sequence[int]) -> None:
        known = self._stand().rounds[coder.id]
        fits = len(set(wanted)) == 2 and set(wanted) <= set(known)
        self._pick(raters_of(coder, wanted if fits else known[-2:]))

    def _pick_day(self, coder: Coder, wanted: str) -> None:
        days = self._stand().days[coder.id]
        self._pick(raters_of(coder, split=wanted if wanted in days[1:] else days[-1]))

    @Slot()
    def _on_chosen(self) -> None:
        self._show_hint()
        chosen = [one for one in self._people() if self.coder_boxes[one.id].isChecked()]
        if len(chosen) > 1:
            self.raters_picked.emit(tuple(Rater(one.name, one.id) for one in chosen))

    def _coder(self, coder_id: object) -> Coder:
        return next(one for one in self._people() if one.id == coder_id)

    def _pick(self, raters: Iterable[Rater]) -> None:
        """Take other raters, and show the choices that go with them."""
        chosen = tuple(raters)
        self.show_choices(self._stand(), AgreementSetup(chosen))
        if self.isVisible() and self._button is not None:
            self.open_under(self._button)
        self.raters_picked.emit(chosen)


def _kind_of(setup: AgreementSetup | None) -> RaterKind:
    if setup is None or not setup.is_stability:
        return RaterKind.CODERS
    return RaterKind.ROUNDS if setup.raters[0].round is not None else RaterKind.DAYS


def _coder_of(setup: AgreementSetup | None) -> int | None:
    return setup.raters[0].coder_id if setup is not None else None


def _split_of(setup: AgreementSetup | None) -> str:
    return next((one.since for one in setup.raters if one.since), "") if setup is not None else ""


def _counts(stand: CodingStand) -> dict[int, int]:
    counts = dict.fromkeys((one.id for one in stand.people), 0)
    for (_, coder_id), count in stand.codings.items():
        counts[coder_id] += count
    return counts
