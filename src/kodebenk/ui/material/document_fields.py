"""Which metadata belong to which kind of document, and how their fields look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kodebenk.domain.document import Document, DocumentDetails, SourceKind
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo, SavingLine
from kodebenk.ui.material.written_values import ValueKind


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of `DocumentDetails`.

    Attributes:
        label: English source text.
        value_kind: what the field holds; None for a choice between yes, no and not known.
        is_wide: takes the whole width of the panel.
        usual: usual values as they are stored, with English source texts; other values can be written as well.
    """

    name: str
    label: str
    value_kind: ValueKind | None = ValueKind.TEXT
    is_wide: bool = False
    usual: tuple[tuple[str, str], ...] = ()


FIELDS = (
    FieldSpec("issuer", QT_TRANSLATE_NOOP("DocumentFields", "Issuer"), is_wide=True),
    FieldSpec("date", QT_TRANSLATE_NOOP("DocumentFields", "Date"), ValueKind.DATE),
    FieldSpec("case_number", QT_TRANSLATE_NOOP("DocumentFields", "Case number")),
    FieldSpec(
        "stage",
        QT_TRANSLATE_NOOP("DocumentFields", "Stage"),
        usual=(
            ("draft", QT_TRANSLATE_NOOP("DocumentFields", "draft")),
            ("open_for_comment", QT_TRANSLATE_NOOP("DocumentFields", "open for comment")),
            ("adopted", QT_TRANSLATE_NOOP("DocumentFields", "adopted")),
        ),
    ),
    FieldSpec("period", QT_TRANSLATE_NOOP("DocumentFields", "Period")),
    FieldSpec("version", QT_TRANSLATE_NOOP("DocumentFields", "Version")),
    FieldSpec("place", QT_TRANSLATE_NOOP("DocumentFields", "Place")),
    FieldSpec(
        "mode",
        QT_TRANSLATE_NOOP("DocumentFields", "Mode"),
        usual=(
            ("face_to_face", QT_TRANSLATE_NOOP("DocumentFields", "face to face")),
            ("video", QT_TRANSLATE_NOOP("DocumentFields", "video")),
            ("phone", QT_TRANSLATE_NOOP("DocumentFields", "phone")),
            ("email", QT_TRANSLATE_NOOP("DocumentFields", "e-mail")),
        ),
    ),
    FieldSpec("length_minutes", QT_TRANSLATE_NOOP("DocumentFields", "Length in minutes"), ValueKind.NUMBER),
    FieldSpec("recorded", QT_TRANSLATE_NOOP("DocumentFields", "Recorded"), None),
    FieldSpec(
        "consent",
        QT_TRANSLATE_NOOP("DocumentFields", "Consent"),
        usual=(
            ("written", QT_TRANSLATE_NOOP("DocumentFields", "in writing")),
            ("oral", QT_TRANSLATE_NOOP("DocumentFields", "orally")),
        ),
    ),
    FieldSpec("sequence", QT_TRANSLATE_NOOP("DocumentFields", "Number in order"), ValueKind.NUMBER),
    FieldSpec("guide_version", QT_TRANSLATE_NOOP("DocumentFields", "Guide version")),
    FieldSpec("validated_on", QT_TRANSLATE_NOOP("DocumentFields", "Validated on"), ValueKind.DATE),
    FieldSpec(
        "language",
        QT_TRANSLATE_NOOP("DocumentFields", "Language"),
        usual=(
            ("nb", QT_TRANSLATE_NOOP("DocumentFields", "Bokmål")),
            ("nn", QT_TRANSLATE_NOOP("DocumentFields", "Nynorsk")),
            ("en", QT_TRANSLATE_NOOP("DocumentFields", "English")),
        ),
    ),
)

_TALK = ("date", "place", "mode", "length_minutes", "consent", "sequence", "guide_version", "validated_on")
_OF_KIND: dict[SourceKind, tuple[str, ...]] = {
    SourceKind.TRANSCRIPT: (*_TALK, "recorded"),
    SourceKind.NOTES: _TALK,
    SourceKind.EMAIL: ("date", "consent", "guide_version"),
    SourceKind.PLAN: ("issuer", "date", "case_number", "stage", "period", "version"),
    SourceKind.SURVEY: ("issuer", "date", "period", "consent", "guide_version"),
    SourceKind.FIELDNOTES: ("date", "place", "length_minutes", "period"),
    SourceKind.LITERATURE: ("issuer", "date", "version"),
}


def fields_for(document: Document) -> tuple[FieldSpec, ...]:
    """Return the fields that fit the kind of a document, and those that hold something nevertheless."""
    fitting = _OF_KIND[document.kind]
    return tuple(
        spec for spec in FIELDS if spec.name in fitting or getattr(document.details, spec.name) not in ("", None)
    )


def field_label(spec: FieldSpec) -> str:
    """Return the label of a field in the language in use."""
    return QCoreApplication.translate("DocumentFields", spec.label)


def usual_words(spec: FieldSpec) -> dict[str, str]:
    """Return the usual values of a field as they are stored, with their words in the language in use."""
    return {value: QCoreApplication.translate("DocumentFields", text) for value, text in spec.usual}


class DetailsForm(QWidget):
    """The metadata fields that fit a document; every field is one change.

    Signals:
        details_written(int, DocumentDetails): document id, and all its details as they are now wanted.
        left(): Esc in a field.
    """

    details_written = Signal(int, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs: tuple[FieldSpec, ...] = ()
        self._details = DocumentDetails()
        self._document_id = 0
        self._held: dict[str, LabelledField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_document(self, document: Document) -> None:
        """Show the fields of a document, anew only where other fields fit."""
        self.save()
        specs = fields_for(document)
        is_other = document.id != self._document_id
        self._document_id, self._details = document.id, document.details
        if specs != self._specs:
            self._build(specs)
        for spec in specs:
            self._show_value(spec, keep_writing=not is_other)

    def field(self, name: str) -> QWidget:
        """Return the field of this name; KeyError where none is shown."""
        return self._held[name].field

    def save(self) -> None:
        """Tell what is still being written."""
        for held in self._held.values():
            if isinstance(held.field, SavingLine):
                held.field.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self, specs: tuple[FieldSpec, ...]) -> None:
        for held in self._held.values():
            self._grid.removeWidget(held)
            held.hide()
            held.deleteLater()
        self._held = {}
        self._specs = specs
        row = column = 0
        for spec in specs:
            if spec.is_wide and column:
                row, column = row + 1, 0
            held = LabelledField(field_label(spec), self._make_field(spec))
            self._held[spec.name] = held
            self._grid.addWidget(held, row, column, 1, 2 if spec.is_wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row + 1, 0) if spec.is_wide or column else (row, 1)
        self._retranslate()

    def _make_field(self, spec: FieldSpec) -> QWidget:
        field: QuietCombo | SavingLine
        if spec.value_kind is None:
            field = QuietCombo()
            field.activated.connect(self._on_choice_activated)
        else:
            field = SavingLine(spec.value_kind)
            field.written.connect(self._on_written)
            field.left.connect(self.left)
        field.setObjectName(spec.name)
        return field

    def _retranslate(self) -> None:
        for spec in self._specs:
            held = self._held[spec.name]
            held.set_label(field_label(spec))
            if isinstance(held.field, SavingLine):
                held.field.set_usual(usual_words(spec))
            else:
                self._fill_choice(held.field)
            self._show_value(spec)

    def _fill_choice(self, combo: QWidget) -> None:
        assert isinstance(combo, QuietCombo)
        combo.clear()
        combo.addItem(self.tr("Not known"), None)
        combo.addItem(self.tr("Yes"), True)
        combo.addItem(self.tr("No"), False)

    def _show_value(self, spec: FieldSpec, *, keep_writing: bool = True) -> None:
        field = self._held[spec.name].field
        value = getattr(self._details, spec.name)
        if isinstance(field, SavingLine):
            field.show_value(value, keep_writing=keep_writing)
        elif isinstance(field, QuietCombo):
            field.setCurrentIndex({None: 0, True: 1, False: 2}[value])

    def _tell(self, name: str, value: Any) -> None:
        if value is None and name in _TEXT_NAMES:
            value = ""
        wanted = replace(self._details, **{name: value})
        if wanted != self._details:
            self.details_written.emit(self._document_id, wanted)

    @Slot(object)
    def _on_written(self, value: object) -> None:
        self._tell(self.sender().objectName(), value)

    @Slot(int)
    def _on_choice_activated(self, index: int) -> None:
        combo = self.sender()
        assert isinstance(combo, QuietCombo)
        self._tell(combo.objectName(), combo.itemData(index))


_TEXT_NAMES = frozenset(spec.name for spec in FIELDS if spec.value_kind in (ValueKind.TEXT, ValueKind.DATE))
