"""Fills what stands below the codebook: the selected coding, the selected words, or a code."""

from __future__ import annotations

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.document import DocumentText
from kodebenk.ui.reading.coding_words import day_words, place_words, spoken_name
from kodebenk.ui.reading.inspector import ShownCoding
from kodebenk.ui.reading.side_panel import LowerPage, SidePanel
from kodebenk.ui.voices.voice_words import voices_words


class LowerPages:
    """Asks the project for what the pages show, and turns to the page."""

    def __init__(self, project: OpenProject, side: SidePanel) -> None:
        self._project = project
        self._side = side

    def show_coding(self, document_id: int, coding_id: int) -> str:
        """Show a coding of a document, and return it in words as screen readers say it."""
        coding = queries.coding(self._project, coding_id)
        start, end = coding.passage.start, coding.passage.end
        place = queries.place_of(self._project, document_id, start, end)
        citation = queries.cite_passage(self._project, document_id, start, end)
        coder = next(one.name for one in queries.coders(self._project) if one.id == coding.coder_id)
        speaking = queries.respondents_of_coding(self._project, coding)
        made = f"{coder}, {day_words(coding.created_at)}"
        voices = queries.text_of(self._project, document_id).voices_in(start, end)
        heard = voices_words(voices, queries.respondents_by_id(self._project))
        shown = ShownCoding(coding, citation, place_words(place), made, speaking, heard)
        code = queries.codebook(self._project).by_id[coding.code_id]
        self._side.inspector.show_coding(shown)
        self._side.strip.show_coding(shown, code)
        self._side.show_page(LowerPage.CODING)
        return spoken_name(coding, code.name, citation, place, coder)

    def show_words(self, document_id: int, text: DocumentText | None, passage: tuple[int, int] | None) -> None:
        """Show the selected words of a text (code points), or that there are none."""
        panel = self._side.selection
        if passage is None or text is None:
            panel.show_passage("", "")
        else:
            panel.show_passage(queries.cite_passage(self._project, document_id, *passage), text.text[slice(*passage)])
        self._side.show_page(LowerPage.SELECTION)

    def show_code(self, code_id: int) -> None:
        """Let the user write about a code."""
        book = queries.codebook(self._project)
        self._side.editor.show_code(book.by_id[code_id], is_heading=book.is_heading(book.by_id[code_id]))
        self._side.show_code_editor()

    def take_codes(self, book: Codebook) -> None:
        """Take over a codebook; what is written about a code that is gone goes."""
        self._side.show_count()
        if self._side.page is not LowerPage.CODE:
            return
        code = book.by_id.get(self._side.editor.code_id or 0)
        if code is None:
            self._side.close_code_editor()
        else:
            self._side.editor.show_code(code, is_heading=book.is_heading(code))
