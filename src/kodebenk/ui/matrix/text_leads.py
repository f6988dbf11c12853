"""Leads from cells, chips and rows into the documents."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.theme_matrix import MatrixRow
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import WorkbenchError
from kodebenk.ui.matrix.cell_place import CellPlace


class TextLeads(QObject):
    """Knows where the words of a row stand.

    Signals:
        passage_requested(document id, start, end): show this passage (code points).
        failed(WorkbenchError): there is no such passage any more.
    """

    passage_requested = Signal(int, int, int)
    failed = Signal(object)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._documents: dict[int, int] = {}

    def refresh(self) -> None:
        """Look again in which document each respondent speaks first."""
        documents = queries.documents_of_respondents(self._project)
        self._documents = {respondent: found[0] for respondent, found in documents.items() if found}

    def has_text(self, row: MatrixRow) -> bool:
        """Return whether there is a document to go to."""
        return self._document_of(row) is not None

    def _document_of(self, row: MatrixRow) -> int | None:
        if row.document_id is not None:
            return row.document_id
        return self._documents.get(row.respondent_id) if row.respondent_id is not None else None

    @Slot(int)
    def lead_to_coding(self, coding_id: int) -> None:
        """Show the passage of a coding."""
        try:
            passage = queries.coding(self._project, coding_id).passage
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.passage_requested.emit(passage.document_id, passage.start, passage.end)

    @Slot(object)
    def lead_to_text(self, place: CellPlace) -> None:
        """Show the document of a row from its beginning."""
        document_id = self._document_of(place.row)
        if document_id is not None:
            self.passage_requested.emit(document_id, 0, 0)

    @Slot(object)
    def lead_to_first(self, place: CellPlace) -> None:
        """Show the first passage of a cell, or the document where it has none."""
        if place.cell.quotes:
            self.lead_to_coding(place.cell.quotes[0].coding_id)
        else:
            self.lead_to_text(place)
