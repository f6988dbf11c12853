"""The form that gives sources to a coder: who, which, blind or not, and what of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from kodebenk.domain.coder import Coder, TurnSample
from kodebenk.domain.document import Document
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo
from kodebenk.ui.tasks.source_checks import SourceChecks
from kodebenk.ui.tasks.task_form import TaskForm
from kodebenk.ui.tasks.task_words import sample_facts, source_count
from kodebenk.ui.theme import Appearance

_INDENT = 25


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is given to whom.

    Attributes:
        coder: name of a coder of the project, or of a new one.
        units_of: id of the coder whose passages are marked, without their codes; None for none.
        sample_id: the sample whose turns are to be coded; None for whole sources.
    """

    coder: str
    document_ids: tuple[int, ...]
    blind: bool
    units_of: int | None
    sample_id: int | None


class AssignForm(TaskForm):
    """Asks for an assignment.

    Signals:
        assignment_requested(Assignment): give these sources to this coder.
    """

    assignment_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "check", parent)
        self._people: tuple[Coder, ...] = ()
        self._samples: tuple[TurnSample, ...] = ()
        self.coder = QuietCombo()
        self._coder_field = LabelledField("", self.coder)
        self._new_coder = make_label("", "meta", wrap=True)
        self.sources = SourceChecks(appearance)
        self.blind = QCheckBox()
        self._blind_words = make_label("", "meta", wrap=True)
        self.units = QCheckBox()
        self.units_of = QuietCombo()
        self._units_words = make_label("", "meta", wrap=True)
        self.extent = QuietCombo()
        self._extent_field = LabelledField("", self.extent)
        self._extent_words = make_label("", "meta", wrap=True)
        self._fill_body()
        self._connect_signals()
        self.retranslate()

    def _fill_body(self) -> None:
        self.coder.setEditable(True)
        self.coder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.blind.setChecked(True)
        self.body.addWidget(self._coder_field)
        self.body.addWidget(self._new_coder)
        self.body.addWidget(self.sources)
        self.body.addWidget(self._extent_field)
        self.body.addWidget(self._extent_words)
        self.body.addLayout(_below(self.blind, self._blind_words))
        self.body.addLayout(_below(self.units, self.units_of, self._units_words))
        self.body.addStretch(1)

    def _connect_signals(self) -> None:
        self.coder.currentTextChanged.connect(self._on_coder_changed)
        self.sources.picked.connect(self._on_picked)
        self.units.toggled.connect(self._on_units_toggled)
        self.extent.currentIndexChanged.connect(self._on_extent_changed)
        self.do_button.clicked.connect(self._on_do_clicked)

    def begin(
        self,
        people: Sequence[Coder],
        documents: Sequence[Document],
        samples: Sequence[TurnSample],
        *,
        coder: str,
        checked: Collection[int],
    ) -> None:
        """Ask anew.

        Args:
            people: The coders of the project.
            documents: Its sources.
            samples: Of turns.
            coder: Whose name stands there at first.
            checked: Ids of the sources that are checked at first.
        """
        self._people, self._samples = tuple(people), tuple(samples)
        with QSignalBlocker(self.coder):
            self.coder.clear()
            self.coder.addItems([one.name for one in people])
            self.coder.setCurrentText(coder)
        self.sources.show_sources(documents, checked)
        self.blind.setChecked(True)
        self.units.setChecked(False)
        self._fill_extent(0)
        self._fill_units()
        self.page.verticalScrollBar().setValue(0)
        self._show()

    @property
    def assignment(self) -> Assignment:
        """Return what is asked for now."""
        return Assignment(
            coder=" ".join(self.coder.currentText().split()),
            document_ids=self.sources.checked,
            blind=self.blind.isChecked(),
            units_of=self.units_of.currentData() if self.units.isChecked() else None,
            sample_id=self.extent.currentData() or None,
        )

    def _fill_extent(self, chosen: int) -> None:
        with QSignalBlocker(self.extent):
            self.extent.clear()
            self.extent.addItem(self.tr("The whole sources"), 0)
            for sample in self._samples:
                self.extent.addItem(sample.name, sample.id)
            self.extent.setCurrentIndex(max(0, self.extent.findData(chosen)))

    def _fill_units(self) -> None:
        """Offer the passages of everybody but the one who gets the sources."""
        chosen = self.units_of.currentData()
        others = [one for one in self._people if one.name.casefold() != self.assignment.coder.casefold()]
        self.units_of.clear()
        for one in others:
            self.units_of.addItem(self.tr("Passages of {coder}").format(coder=one.name), one.id)
        self.units_of.setCurrentIndex(max(0, self.units_of.findData(chosen)) if others else -1)
        self.units.setEnabled(bool(others))
        if not others:
            self.units.setChecked(False)

    @property
    def _sample(self) -> TurnSample | None:
        return next((one for one in self._samples if one.id == self.extent.currentData()), None)

    def _offer_sources(self) -> None:
        """Let only sources be chosen in which there is something to code."""
        drawn = None if self._sample is None else {turn.document_id for turn in self._sample.turns}
        self.sources.offer_only(drawn, self.tr("The sample holds no turns of this source."))

    def _show(self) -> None:
        self._offer_sources()
        wanted = self.assignment
        known = {one.name.casefold() for one in self._people}
        self._new_coder.setVisible(bool(wanted.coder) and wanted.coder.casefold() not in known)
        self._new_coder.setText(self.tr("{name} becomes a coder of the project.").format(name=wanted.coder))
        self.units_of.setVisible(self.units.isChecked())
        sample = self._sample
        self._extent_words.setText(sample_facts(sample) if sample is not None else "")
        self._extent_words.setVisible(sample is not None)
        self.do_button.setEnabled(bool(wanted.coder and wanted.document_ids))
        self.facts.setText(source_count(len(wanted.document_ids)))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.set_text(self.tr("Assign coding"))
        self.setAccessibleName(self.tr("Assign coding"))
        self._coder_field.set_label(self.tr("Coder: choose, or write a new name"))
        self._extent_field.set_label(self.tr("What is coded"))
        self.blind.setText(self.tr("Codes blind"))
        self._blind_words.setText(
            self.tr("Sees nothing of others' codings, counts and comments in these sources until they have finished.")
        )
        self.units.setText(self.tr("Show units without codes"))
        self._units_words.setText(
            self.tr("The passages of somebody who has coded are marked, without their codes; all code the same units.")
        )
        self.units_of.setAccessibleName(self.tr("Whose passages are marked"))
        self.do_button.set_text(self.tr("Assign"))
        self._fill_extent(self.extent.currentData() or 0)
        self._fill_units()
        self._show()

    @Slot(str)
    def _on_coder_changed(self, _name: str) -> None:
        self._fill_units()
        self._show()

    @Slot()
    def _on_picked(self) -> None:
        self._show()

    @Slot(bool)
    def _on_units_toggled(self, _checked: bool) -> None:
        self._show()

    @Slot(int)
    def _on_extent_changed(self, _place: int) -> None:
        self._show()

    @Slot()
    def _on_do_clicked(self) -> None:
        self.assignment_requested.emit(self.assignment)


def _below(box: QCheckBox, *parts: QWidget) -> QVBoxLayout:
    """Return a box with what belongs to it, set in under its words."""
    inner = QVBoxLayout()
    inner.setContentsMargins(_INDENT, 0, 0, 0)
    inner.setSpacing(6)
    for part in parts:
        inner.addWidget(part)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(box)
    column.addLayout(inner)
    return column
