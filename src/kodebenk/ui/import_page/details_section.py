"""The metadata of a file, behind a heading that opens and closes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.domain.document import Document, DocumentDetails
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.import_page.planned_source import PlannedSource
from kodebenk.ui.material.document_fields import DetailsForm, field_label, fields_for
from kodebenk.ui.theme import Appearance


class DetailsSection(QWidget):
    """The fields that fit the kind of a file; closed, their names.

    Signals:
        details_written(DocumentDetails): all details as they are now wanted.
    """

    details_written = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.head = Button(appearance, "", "chevron-right", "ghost", icon_size=14)
        self._names = ElidedLabel("", "meta")
        self.form = DetailsForm()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.head)
        head.addWidget(self._names, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(make_line())
        column.addLayout(head)
        column.addWidget(self.form)
        self.form.hide()
        self.head.clicked.connect(self._on_head_clicked)
        self.form.details_written.connect(self._on_details_written)

    def show_source(self, source: PlannedSource) -> None:
        """Show the fields of a file."""
        kind = source.shown_kind
        self.setVisible(kind is not None)
        if kind is None:
            return
        # The form shows documents; this one stands for a file that is none yet.
        self._document = Document(
            id=source.number,
            guid="",
            name=source.path.name,
            kind=kind,
            label="",
            position=0,
            characters=0,
            pages=0,
            file_name=source.path.name,
            sha256="",
            imported_at="",
            details=source.details,
        )
        self.form.show_document(self._document)
        self._translate()

    @property
    def is_open(self) -> bool:
        return self.form.isVisibleTo(self)

    def save(self) -> None:
        """Tell what is still being written."""
        self.form.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.head.set_text(self.tr("Details"))
        self.head.set_icon_name("chevron-down" if self.is_open else "chevron-right")
        state = self.tr("shown") if self.is_open else self.tr("hidden")
        self.head.setAccessibleDescription(state)
        specs = fields_for(self._document) if self._document is not None else ()
        self._names.set_text(", ".join(field_label(spec) for spec in specs))
        self._names.setVisible(not self.is_open)

    @Slot()
    def _on_head_clicked(self) -> None:
        self.form.setVisible(not self.is_open)
        self._translate()

    @Slot(int, object)
    def _on_details_written(self, number: int, details: DocumentDetails) -> None:
        if self._document is not None and number == self._document.id:
            self.details_written.emit(details)
