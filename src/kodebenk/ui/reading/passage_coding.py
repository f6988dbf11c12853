"""What the keys and the palette code: the selected words, the selected coding's, or the turn at the caret."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot

from kodebenk.analysis.hit_widening import turn_or_paragraph
from kodebenk.application import new_code_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Code
from kodebenk.domain.document import DocumentText
from kodebenk.domain.passage import Passage, trim_blanks
from kodebenk.ui.codebook.quick_code import PaletteContent, QuickCode
from kodebenk.ui.reading.coding_desk import CodingDesk
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.passage_place import selection_rect
from kodebenk.ui.reading.shown_codings import ShownCodings


class PassageCoding(QObject):
    """Knows what is to be coded, codes it, and runs the palette.

    Attributes:
        selected_id: id of the selected coding, None without one.
        palette_passage: what the palette codes while it is open.

    Signals:
        coding_made(int): This coding is new; its passage is no longer selected.
        told(str): Something that is no change is to be said.
    """

    coding_made = Signal(int)
    told = Signal(str)

    def __init__(
        self, view: DocumentView, codings: ShownCodings, desk: CodingDesk, palette: QuickCode, project: OpenProject
    ) -> None:
        super().__init__(view)
        self._view = view
        self._codings = codings
        self._desk = desk
        self._project = project
        self._text: DocumentText | None = None
        self.palette = palette
        self.selected_id: int | None = None
        self.palette_passage: Passage | None = None
        palette.code_picked.connect(self._on_code_picked)
        palette.new_code_requested.connect(self._on_new_code_requested)
        palette.closed.connect(self._on_palette_closed)

    def show_text(self, text: DocumentText | None) -> None:
        """Code in another document from now on."""
        self._text = text

    @property
    def _document_id(self) -> int:
        return self._codings.document_id

    def selected(self) -> Passage | None:
        passage = self._view.selected_passage(trimmed=True)
        return Passage(self._document_id, *passage) if passage is not None else None

    def target(self) -> Passage | None:
        """Return what a key codes: the selected words, else the selected coding's, else the turn at the caret."""
        if self._text is None:
            return None
        coding = self._codings.get(self.selected_id)
        if self.selected() is not None or coding is not None:
            return self.selected() or (coding.passage if coding is not None else None)
        turn = turn_or_paragraph(self._text, self._view.caret_position())
        start, end = trim_blanks(self._text.text, turn.start, turn.end)
        return Passage(self._document_id, start, end) if start < end else None

    @Slot(int)
    def code_target(self, code_id: int) -> None:
        """Code the target; the same coding again is removed."""
        passage = self.target()
        if passage is None:
            return
        own = own_coder_id(self._project)
        there = self._codings.with_ends(passage.start, passage.end)
        present = next((one.id for one in there if one.code_id == code_id and one.coder_id == own), None)
        if present is None:
            self._after_coding(passage, self._desk.code(passage, code_id))
        else:
            self._desk.remove(present)
            self._after_coding(passage, 0)

    def _after_coding(self, passage: Passage, coding_id: int) -> None:
        if coding_id:
            self._view.select_passage(passage.end, passage.end)
            self.coding_made.emit(coding_id)
        else:
            self._view.select_passage(passage.start, passage.end)
        self._view.setFocus()

    def code_in_vivo(self) -> None:
        """Make a code of the selected words and code them with it."""
        passage = self.selected()
        if passage is None or self._text is None:
            self.told.emit(self.tr("Select the words that become the code"))
            return
        name = new_code_actions.name_in_vivo(self._text.text[passage.start : passage.end])
        parent = self._theme_for_new()
        coding_id = self._desk.code_with_new(passage, name, parent.id if parent else None, in_vivo=True)
        self._after_coding(passage, coding_id)

    def _theme_for_new(self) -> Code | None:
        book = queries.codebook(self._project)
        for code_id in self._desk.recent:
            if code_id in book.by_id and book.by_id[code_id].parent_id is not None:
                return book.theme_of(code_id)
        return next((theme for theme in reversed(book.themes) if book.is_heading(theme)), None)

    @Slot()
    def open_palette(self) -> None:
        """Show the quick-code palette for the target."""
        passage = self.target()
        if passage is None:
            return
        if self.selected() != passage:
            self._view.select_passage(passage.start, passage.end)
            self._view.scroll_to(passage.start, passage.end, centre=False)
        self.palette_passage = passage
        # The palette's parent holds the view as well; it gives the coordinates.
        screen = self.palette.parentWidget()
        assert screen is not None
        origin = self._view.mapTo(screen, QPoint(0, 0))
        bounds = QRect(origin, self._view.size()).adjusted(8, 4, -8, -8)
        self.palette.open(self._palette_content(), selection_rect(self._view).translated(origin), bounds)

    def _palette_content(self) -> PaletteContent:
        assert self.palette_passage is not None
        passage = self.palette_passage
        citation = queries.cite_passage(self._project, passage.document_id, passage.start, passage.end)
        place = self.tr("{count} characters · {place}").format(count=len(passage), place=citation)
        book, counts = queries.codebook(self._project), queries.coding_counts(self._project)
        return PaletteContent(book, counts, self._desk.recent, place, self._theme_for_new())

    @Slot(int, str, bool)
    def _on_code_picked(self, code_id: int, stance: str, stay: bool) -> None:
        if self.palette_passage is not None:
            self._after_palette(self._desk.code(self.palette_passage, code_id, stance), stay=stay)

    @Slot(str, str, bool)
    def _on_new_code_requested(self, name: str, stance: str, stay: bool) -> None:
        if self.palette_passage is not None:
            parent = self._theme_for_new()
            made = self._desk.code_with_new(self.palette_passage, name, parent.id if parent else None, stance)
            self._after_palette(made, stay=stay)

    def _after_palette(self, coding_id: int, *, stay: bool) -> None:
        passage = self.palette_passage
        if coding_id and stay:
            self.palette.offer(self._palette_content())
        elif coding_id and passage is not None:
            self.palette.close_palette()
            self._after_coding(passage, coding_id)

    @Slot()
    def _on_palette_closed(self) -> None:
        self.palette_passage = None
        self._view.setFocus()


def own_coder_id(project: OpenProject) -> int | None:
    """Return the id of the one who works, None before they are a coder of the project."""
    own = queries.find_coder(project, project.coder_name)
    return own.id if own is not None else None
