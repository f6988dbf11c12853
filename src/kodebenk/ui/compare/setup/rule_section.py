"""On what coders are compared: unit, when it counts as coded, whose words, which turns, and the seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRegularExpression, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Scope
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.coder import TurnSample
from kodebenk.ui.compare import compare_words as words
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.labels import make_label

_LARGEST_SEED = 2**32 - 1


class RuleSection(QWidget):
    """The fields below each other, each with its name above.

    Signals:
        setup_picked(AgreementSetup): the setup with another rule.
    """

    setup_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup: AgreementSetup | None = None
        self._compared: AgreementSetup | None = None
        self._samples: Sequence[TurnSample] = ()
        self.unit, self.rule, self.sample = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.scope = QCheckBox()
        self.seed = QLineEdit()
        self.seed.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,10}"), self.seed))
        self._names = [make_label("", "label") for _ in range(4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field in zip(self._names, (self.unit, self.rule, self.sample, self.seed), strict=True):
            column.addWidget(name)
            column.addWidget(field)
        column.insertWidget(4, self.scope)
        self._connect_signals()
        self.retranslate()

    def _connect_signals(self) -> None:
        self.unit.activated.connect(self._on_unit_chosen)
        self.rule.activated.connect(self._on_rule_chosen)
        self.sample.activated.connect(self._on_sample_chosen)
        self.scope.clicked.connect(self._on_scope_clicked)
        self.seed.editingFinished.connect(self._on_seed_edited)

    def show_setup(self, setup: AgreementSetup, compared: AgreementSetup | None, samples: Sequence[TurnSample]) -> None:
        """Show a setup; `compared` is what came of it, `samples` are the samples of turns there are."""
        self._setup, self._compared, self._samples = setup, compared or setup, samples
        self._show_choices()

    def _show_choices(self) -> None:
        setup, compared = self._setup, self._compared
        if setup is None or compared is None:
            return
        units = [(words.unit_name(one), one) for one in UnitKind]
        _fill(self.unit, [(self.tr("Turns, or sentences without them"), None), *units], setup.unit)
        _fill(self.rule, [(words.rule_name(one), one) for one in ProjectionRule], setup.rule)
        drawn = [(one.name, one.id) for one in self._samples]
        _fill(self.sample, [(self.tr("Whole sources"), None), *drawn], _turns_of(setup, compared))
        self.rule.setEnabled((setup.unit or compared.unit) is not UnitKind.CHARACTER)
        self.scope.setChecked(setup.scope is Scope.RESPONDENTS)
        if not self.seed.hasFocus():
            self.seed.setText(str(setup.seed))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        texts = (self.tr("Unit"), self.tr("A unit counts as coded when"), self.tr("Turns"), self.tr("Seed"))
        for label, field, text in zip(self._names, (self.unit, self.rule, self.sample, self.seed), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.seed.setToolTip(self.tr("The same seed gives the same intervals again"))
        self.scope.setText(self.tr("Without interviewer"))
        self._show_choices()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _pick(self, setup: AgreementSetup | None) -> None:
        if setup is not None and setup != self._setup:
            self.setup_picked.emit(setup)

    @Slot()
    def _on_unit_chosen(self) -> None:
        if self._setup is not None:
            self._pick(replace(self._setup, unit=self.unit.currentData()))

    @Slot()
    def _on_rule_chosen(self) -> None:
        if self._setup is not None:
            self._pick(replace(self._setup, rule=self.rule.currentData()))

    @Slot()
    def _on_sample_chosen(self) -> None:
        if self._setup is not None:
            self._pick(replace(self._setup, turns_of=self.sample.currentData(), documents=(), text_hashes={}))

    @Slot()
    def _on_scope_clicked(self) -> None:
        if self._setup is not None:
            self._pick(replace(self._setup, scope=Scope.RESPONDENTS if self.scope.isChecked() else Scope.ALL))

    @Slot()
    def _on_seed_edited(self) -> None:
        if self._setup is not None and self.seed.text():
            self._pick(replace(self._setup, seed=min(int(self.seed.text()), _LARGEST_SEED)))


def _turns_of(setup: AgreementSetup, compared: AgreementSetup) -> int | None:
    """Return the sample that counts: the one chosen, else the one that was found where nothing was chosen."""
    return setup.turns_of if setup.turns_of is not None or setup.documents else compared.turns_of


def _fill(box: QComboBox, choices: Sequence[tuple[str, object]], chosen: object) -> None:
    with QSignalBlocker(box):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        values = [value for _, value in choices]
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
