"""The toolbar of the comparison: who is compared, on which units, in which round, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.compare import compare_words as words
from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.fitting_toolbar import FittingToolbar, drop_text
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.shell.menus import add_entries
from kodebenk.ui.theme import Appearance

_GAP = 6
_EDGES = 30
START_ROUND = "start"
"""The key of the entry that begins another round."""


class CompareToolbar(FittingToolbar):
    """Shows a setup and passes on what the user wants instead.

    Signals:
        coders_requested(QWidget): open the panel under this button.
        unit_picked(UnitKind), scope_picked(Scope): another setup.
        round_picked(int): another round, 0 for all.
        round_requested(): begin another round of coding.
        setup_requested(): show what the comparison consists of.
        method_requested(): show the paragraph for the method chapter.
    """

    coders_requested = Signal(object)
    unit_picked = Signal(object)
    round_picked = Signal(int)
    scope_picked = Signal(object)
    round_requested = Signal()
    setup_requested = Signal()
    method_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup: AgreementSetup | None = None
        self._unit: UnitKind | None = None
        self._rounds: Sequence[int] = ()
        self._next_round = 0
        self._entries: Callable[[], Sequence[MenuEntry]] = tuple
        self._measure_entries: Callable[[], Sequence[MenuEntry]] = tuple
        self.title = ElidedLabel("", "page")
        self.coders = PickButton(appearance, "", "users")
        self.unit = PickButton(appearance)
        self.round = PickButton(appearance)
        self.scope = plain_button(appearance, "")
        self.measures = plain_button(appearance, "", "sliders-horizontal")
        self.method = plain_button(appearance, "", "file-down")
        self.comparison = plain_button(appearance, "", "git-compare-arrows")
        self.more = IconButton(appearance, "ellipsis", "")
        self.menu = QMenu(self)
        self.scope.setCheckable(True)
        self.comparison.setCheckable(True)
        self.method.setCheckable(True)
        self._arrange()
        self._connect_signals()
        self.retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.title)
        row.addStretch(1)
        for part in self._parts():
            row.addWidget(part)

    def _parts(self) -> Sequence[QWidget]:
        picks = (self.comparison, self.coders, self.unit, self.round, self.scope)
        return (*picks, self.measures, self.method, self.more)

    def _connect_signals(self) -> None:
        self.coders.clicked.connect(self._on_coders_clicked)
        self.unit.picked.connect(self._on_unit_picked)
        self.round.picked.connect(self._on_round_picked)
        self.scope.clicked.connect(self._on_scope_clicked)
        self.measures.clicked.connect(self._on_measures_clicked)
        self.method.clicked.connect(self.method_requested)
        self.comparison.clicked.connect(self.setup_requested)
        self.more.clicked.connect(self._on_more_clicked)

    def offer(self, entries: Callable[[], Sequence[MenuEntry]]) -> None:
        """Show what this function gives in the menu at the end."""
        self._entries = entries

    def offer_measures(self, entries: Callable[[], Sequence[MenuEntry]]) -> None:
        """Show what this function gives in the menu of measures."""
        self._measure_entries = entries

    def show_setup(
        self, setup: AgreementSetup | None, unit: UnitKind | None, rounds: Sequence[int], next_round: int
    ) -> None:
        """Show what is compared.

        Args:
            setup: None while nothing can be compared.
            unit: that the texts were cut into, None while that is not known.
            rounds: that somebody has coded in.
            next_round: that can be begun, 0 where it cannot.
        """
        self._setup, self._unit, self._rounds, self._next_round = setup, unit, rounds, next_round
        self._show_choices()
        self._fit()

    def show_statistics(self, shown: bool) -> None:
        """Offer what concerns coefficients, or do without."""
        self.measures.setVisible(shown)
        self.method.setVisible(shown)
        self._fit()

    def show_panels(self, *, setup: bool, method: bool) -> None:
        """Mark the buttons of the panels that are open."""
        self.comparison.setChecked(setup)
        self.method.setChecked(method)

    def _show_choices(self) -> None:
        setup = self._setup
        self.coders.set_value_text(words.raters_text(setup.raters) if setup is not None else self.tr("none"))
        self._show_unit()
        self._show_rounds()
        leaves_out = setup is not None and setup.scope is Scope.RESPONDENTS
        self.scope.setChecked(leaves_out)
        self.scope.set_icon_name("check" if leaves_out else "")
        for part in (self.unit, self.round, self.scope, self.measures, self.method):
            part.setEnabled(setup is not None)

    def _show_unit(self) -> None:
        names = [(kind.value, words.unit_name(kind)) for kind in UnitKind]
        self.unit.set_choices(names, (self._unit or UnitKind.TURN).value)
        if self._unit is None:
            self.unit.set_value_text("…")

    def _show_rounds(self) -> None:
        choices = [("0", self.tr("all")), *((str(one), str(one)) for one in self._rounds)]
        if self._next_round:
            choices.append((START_ROUND, self.tr("Start round {number} …").format(number=self._next_round)))
        chosen = words.round_of(self._setup) if self._setup is not None else None
        against = self._setup is not None and len({one.round for one in self._setup.raters}) > 1
        if str(chosen or 0) not in dict(choices):
            choices.append((str(chosen), str(chosen)))
        self.round.set_choices(choices, str(chosen or 0))
        if against and self._setup is not None:
            self.round.set_value_text(self.tr("against each other"))

    def say(self) -> None:
        self.title.set_text(self.tr("Compare coders"))
        self.more.set_name(self.tr("More"))
        self.comparison.setToolTip(self.tr("Saved comparisons, sources, codes and rules of this comparison"))
        self.scope.setToolTip(self.tr("Leave out interviewers' turns, labels, headings and questions of the guide"))
        self.measures.setToolTip(self.tr("Which measures the table shows"))
        self.method.setToolTip(self.tr("What was computed, in words for the method chapter"))
        self._show_choices()

    def needed_width(self) -> int:
        parts = (self.title, *self._parts())
        return sum(part.sizeHint().width() + _GAP for part in parts if not part.isHidden()) + _EDGES

    def show_full(self) -> None:
        self.coders.set_caption(self.tr("Coders"))
        self.unit.set_caption(self.tr("Unit"))
        self.round.set_caption(self.tr("Round"))
        self.scope.set_text(self.tr("Without interviewer"))
        self.measures.set_text(self.tr("Measures"))
        self.method.set_text(self.tr("Paragraph for the method chapter"))
        self.comparison.set_text(self.tr("Comparison"))

    def steps(self) -> Sequence[Callable[[], None]]:
        return (
            self._shorten_method,
            self._drop_comparison_text,
            self._drop_method_text,
            self._drop_measures_text,
            self._drop_captions,
            self._shorten_scope,
        )

    def _shorten_method(self) -> None:
        self.method.set_text(self.tr("Paragraph"))
        self.method.setAccessibleName(self.tr("Paragraph for the method chapter"))

    def _drop_comparison_text(self) -> None:
        drop_text(self.comparison, self.tr("Comparison"))

    def _drop_method_text(self) -> None:
        drop_text(self.method, self.tr("Paragraph for the method chapter"))

    def _drop_measures_text(self) -> None:
        drop_text(self.measures, self.tr("Measures"))

    def _drop_captions(self) -> None:
        for button in (self.coders, self.unit, self.round):
            name = button.accessibleName()
            button.set_caption("")
            button.setAccessibleName(name)

    def _shorten_scope(self) -> None:
        self.scope.set_text(self.tr("Interv."))
        self.scope.setAccessibleName(self.tr("Without interviewer"))

    @Slot()
    def _on_coders_clicked(self) -> None:
        self.coders_requested.emit(self.coders)

    @Slot(str)
    def _on_unit_picked(self, key: str) -> None:
        self.unit_picked.emit(UnitKind(key))

    @Slot(str)
    def _on_round_picked(self, key: str) -> None:
        if key == START_ROUND:
            self._show_rounds()
            self.round_requested.emit()
        else:
            self.round_picked.emit(int(key))

    @Slot()
    def _on_scope_clicked(self) -> None:
        self.scope_picked.emit(Scope.RESPONDENTS if self.scope.isChecked() else Scope.ALL)

    @Slot()
    def _on_measures_clicked(self) -> None:
        self._open_menu(self.measures, self._measure_entries())

    @Slot()
    def _on_more_clicked(self) -> None:
        self._open_menu(self.more, self._entries())

    def _open_menu(self, button: QWidget, entries: Sequence[MenuEntry]) -> None:
        self.menu.clear()
        add_entries(self.menu, entries)
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
