"""The form that draws turns by chance: how many, within what, with which seed, and what that gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from kodebenk.analysis.turn_sampling import StratumCount
from kodebenk.application.turn_samples import BY_DOCUMENT, SampleWish, suggest_seed
from kodebenk.domain.document import Document
from kodebenk.domain.respondent import Attribute
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_surface
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.material_words import attribute_title, turn_count
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo
from kodebenk.ui.number_words import number_words
from kodebenk.ui.tasks.source_checks import SourceChecks
from kodebenk.ui.tasks.task_form import TaskForm
from kodebenk.ui.tasks.task_words import share_words, stratum_words
from kodebenk.ui.theme import Appearance

_SHARE = "share"
_COUNT = "count"
_USUAL_SHARE = 20
_USUAL_COUNT = 50
_MOST_TURNS = 1_000_000
_HIGHEST_SEED = 2_147_483_647
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample that is to be drawn."""

    name: str
    wish: SampleWish
    seed: int


class QuietSpin(QSpinBox):
    """A number field that the wheel of the mouse changes only while it has the focus."""

    def __init__(self, least: int, most: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setValue(value)
        self.setGroupSeparatorShown(False)


class SampleForm(TaskForm):
    """Asks for a draw and shows what it gives.

    Signals:
        preview_requested(SampleWish): say what this gives (`show_preview`).
        draw_requested(Draw): draw and keep it.
    """

    preview_requested = Signal(object)
    draw_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "check", parent)
        self._counts: Sequence[StratumCount] = ()
        self._attributes: Sequence[Attribute] = ()
        self.name = QLineEdit()
        self._name_field = LabelledField("", self.name)
        self.measure = SegmentedControl(appearance, "", self._segments(), _SHARE)
        self.amount = QuietSpin(1, 100, _USUAL_SHARE)
        self._amount_words = make_label("", "meta", wrap=True)
        self.stratum = QuietCombo()
        self._stratum_field = LabelledField("", self.stratum)
        self.sources = SourceChecks(appearance)
        self.respondents_only = QCheckBox()
        self.seed = QuietSpin(0, _HIGHEST_SEED, suggest_seed())
        self._seed_field = LabelledField("", self.seed)
        self.seed_button = IconButton(appearance, "refresh-cw", "")
        self._seed_words = make_label("", "meta", wrap=True)
        self._preview = make_surface("note")
        self._rows = QGridLayout(self._preview)
        self._fill_body()
        self._connect_signals()
        self.retranslate()

    def _fill_body(self) -> None:
        self.respondents_only.setChecked(True)
        amount = QHBoxLayout()
        amount.setSpacing(8)
        amount.addWidget(self.measure, 1)
        amount.addWidget(self.amount)
        self.amount.setMinimumWidth(scaled(92))
        seed = QHBoxLayout()
        seed.setSpacing(6)
        seed.addWidget(self._seed_field, 1)
        seed.addWidget(self.seed_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._rows.setContentsMargins(10, 8, 10, 8)
        self._rows.setVerticalSpacing(3)
        self._rows.setColumnStretch(0, 1)
        self.body.addWidget(self._name_field)
        self.body.addLayout(amount)
        self.body.addWidget(self._amount_words)
        self.body.addWidget(self._stratum_field)
        self.body.addWidget(self.sources)
        self.body.addWidget(self.respondents_only)
        self.body.addLayout(seed)
        self.body.addWidget(self._seed_words)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    def _connect_signals(self) -> None:
        self.name.textChanged.connect(self._on_name_changed)
        self.measure.picked.connect(self._on_measure_picked)
        self.amount.valueChanged.connect(self._on_amount_changed)
        self.stratum.currentIndexChanged.connect(self._on_amount_changed)
        self.sources.picked.connect(self._ask_for_preview)
        self.respondents_only.toggled.connect(self._on_respondents_toggled)
        self.seed_button.clicked.connect(self._on_seed_clicked)
        self.do_button.clicked.connect(self._on_do_clicked)

    def begin(self, name: str, documents: Sequence[Document], attributes: Sequence[Attribute]) -> None:
        """Ask anew, with a name for the sample, all sources that can have turns, and the attributes of respondents."""
        self._attributes = attributes
        self.name.setText(name)
        self._fill_strata("")
        self.sources.show_sources(documents, {one.id for one in documents})
        self.seed.setValue(suggest_seed())
        self.page.verticalScrollBar().setValue(0)
        self._ask_for_preview()

    @property
    def draw(self) -> Draw:
        """Return what is asked for now."""
        is_share = self.measure.value == _SHARE
        wish = SampleWish(
            share=self.amount.value() / 100 if is_share else None,
            count=None if is_share else self.amount.value(),
            stratum=self.stratum.currentData() or "",
            document_ids=self.sources.checked,
            respondents_only=self.respondents_only.isChecked(),
        )
        return Draw(" ".join(self.name.text().split()), wish, self.seed.value())

    def show_preview(self, counts: Sequence[StratumCount], problem: str = "") -> None:
        """Show what would be drawn of each stratum, or why nothing can be."""
        self._counts = counts
        clear_layout(self._rows)
        if problem or not counts:
            words = problem or self.tr("There are no turns to draw from. Say who speaks in the sources first.")
            self._rows.addWidget(make_label(words, "body", wrap=True), 0, 0, 1, 2)
        else:
            self._show_counts(counts)
        self._enable()

    def _show_counts(self, counts: Sequence[StratumCount]) -> None:
        drawn, turns = sum(one.drawn for one in counts), sum(one.turns for one in counts)
        total = self.tr("{drawn} of {turns} ({share})").format(
            drawn=number_words(drawn), turns=turn_count(turns), share=share_words(drawn, turns)
        )
        self._preview.setAccessibleName(total)
        self._rows.addWidget(make_label(total, "strong", wrap=True), 0, 0, 1, 2)
        if len(counts) == 1 and not self.stratum.currentData():
            return
        for row, one in enumerate(counts[:_MOST_ROWS], 1):
            numbers = self.tr("{drawn} of {all}")
            self._rows.addWidget(ElidedLabel(one.stratum or self.tr("without a value"), "body"), row, 0)
            words = numbers.format(drawn=number_words(one.drawn), all=number_words(one.turns))
            self._rows.addWidget(make_label(words, "meta"), row, 1, Qt.AlignmentFlag.AlignRight)
        if len(counts) > _MOST_ROWS:
            more = self.tr("and {count} more").format(count=len(counts) - _MOST_ROWS)
            self._rows.addWidget(make_label(more, "meta"), _MOST_ROWS + 1, 0)

    def _enable(self) -> None:
        self.do_button.setEnabled(bool(self.name.text().strip()) and any(one.drawn for one in self._counts))

    def _fill_strata(self, chosen: str) -> None:
        with QSignalBlocker(self.stratum):
            self.stratum.clear()
            for stratum in ("", BY_DOCUMENT, *(one.name for one in self._attributes)):
                words = stratum_words(stratum)
                self.stratum.addItem(words[:1].upper() + words[1:], stratum)
                self.stratum.setItemData(
                    self.stratum.count() - 1, attribute_title(stratum), Qt.ItemDataRole.AccessibleDescriptionRole
                )
            self.stratum.setCurrentIndex(max(0, self.stratum.findData(chosen)))

    def _segments(self) -> list[Segment]:
        return [Segment(_SHARE, self.tr("Percent")), Segment(_COUNT, self.tr("Number of turns"))]

    def retranslate(self) -> None:
        super().retranslate()
        self.title.set_text(self.tr("Sample of turns"))
        self.setAccessibleName(self.tr("Sample of turns"))
        self.facts.setText(self.tr("Turns drawn by chance, for several to code."))
        self._name_field.set_label(self.tr("Name"))
        self.measure.setAccessibleName(self.tr("How many"))
        self.measure.set_segments(self._segments(), self.measure.value)
        self.amount.setAccessibleName(self.tr("How many"))
        self._amount_words.setText(self.tr("10–25% of the turns are usually coded by two."))
        self._stratum_field.set_label(self.tr("Drawn"))
        self.respondents_only.setText(self.tr("Only what respondents say"))
        self._seed_field.set_label(self.tr("Seed"))
        self.seed_button.set_name(self.tr("Another seed"))
        self._seed_words.setText(self.tr("The same seed draws the same turns from the same texts."))
        self.do_button.set_text(self.tr("Draw"))
        self._fill_strata(self.stratum.currentData() or "")
        self.show_preview(self._counts)

    @Slot()
    def _ask_for_preview(self) -> None:
        self.preview_requested.emit(self.draw.wish)

    @Slot(str)
    def _on_name_changed(self, _name: str) -> None:
        self._enable()

    @Slot(str)
    def _on_measure_picked(self, value: str) -> None:
        with QSignalBlocker(self.amount):
            self.amount.setRange(1, 100 if value == _SHARE else _MOST_TURNS)
            self.amount.setValue(_USUAL_SHARE if value == _SHARE else _USUAL_COUNT)
        self._amount_words.setVisible(value == _SHARE)
        self._ask_for_preview()

    @Slot(int)
    def _on_amount_changed(self, _value: int) -> None:
        self._ask_for_preview()

    @Slot(bool)
    def _on_respondents_toggled(self, _checked: bool) -> None:
        self._ask_for_preview()

    @Slot()
    def _on_seed_clicked(self) -> None:
        self.seed.setValue(suggest_seed())

    @Slot()
    def _on_do_clicked(self) -> None:
        self.draw_requested.emit(self.draw)
