"""Walks the XML of a Word file once, and keeps paragraphs, table cells and sections in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from kodebenk.errors import Cancelled
from kodebenk.importing.composed_text import CellRange, DraftParagraph
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.list_marks import format_number
from kodebenk.importing.word_package import WordPackage, attribute, child, children, integer, is_on, name_of
from kodebenk.importing.word_styles import WordNumbering, WordStyles
from kodebenk.importing.word_symbols import UNKNOWN, read_symbol

_PROPERTIES = "w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr"
_UNSEEN = "w:instrText w:delText w:delInstrText w:rt w:footnoteRef w:endnoteRef w:annotationRef"
_NO_TEXT = frozenset(f"{_PROPERTIES} {_UNSEEN}".split())
_FIXED_TEXT = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_INSERTED = frozenset({"w:ins", "w:moveTo"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_SEPARATOR_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PARAGRAPHS_PER_QUESTION = 200


@dataclass(frozen=True, slots=True)
class WordSection:
    """Properties of a section and the number of paragraphs before its end."""

    end: int
    properties: etree._Element


class WordWalk:
    """Walks the body once and keeps what it finds as paragraphs, cells and sections."""

    def __init__(self, package: WordPackage, options: ReadOptions) -> None:
        self.paragraphs: list[DraftParagraph] = []
        self.cells: list[CellRange] = []
        self.sections: list[WordSection] = []
        self.counts: Counter[str] = Counter()
        self._options = options
        self._styles = WordStyles(package.related("styles"))
        self._numbering = WordNumbering(package.related("numbering"))
        self._notes = {
            kind: {attribute(note, "id"): note for note in children(package.related(f"{kind}s"), f"w:{kind}")}
            for kind in ("footnote", "endnote")
        }
        self._note_numbers: Counter[str] = Counter()
        self._open = DraftParagraph()
        self._is_open = False
        self._is_broken = False
        self._deferred: list[tuple[str, etree._Element]] = []
        self._properties: etree._Element | None = None
        self._field_in_code: list[bool] = []
        self._tables = 0
        self._in_cell = 0

    def read_body(self, root: etree._Element) -> None:
        """Read the whole main part."""
        body = child(root, "w:body")
        if body is not None:
            self._blocks(body)
        while self.paragraphs and not self.paragraphs[-1].text.strip() and not self.paragraphs[-1].breaks:
            self.paragraphs.pop()
        final = child(body, "w:sectPr")
        if final is not None:
            self.sections.append(WordSection(len(self.paragraphs), final))

    # Blocks

    def _blocks(self, container: etree._Element, mark: str = "") -> None:
        for element in container:
            name = name_of(element)
            if name == "w:p":
                self._paragraph(element, mark)
                mark = ""
            elif name == "w:tbl":
                self._flush()
                self._table(element)
            elif name == "mc:AlternateContent":
                self._blocks(_alternative(element))
            elif name == "w:sdt":
                self._controlled(element, self._blocks)
            elif name == "w:altChunk":
                self.counts["embedded_left_out"] += 1
            elif name not in _NO_TEXT and name not in _DELETED:
                self._blocks(element)
        self._flush()

    def _paragraph(self, element: etree._Element, mark: str = "") -> None:
        if len(self.paragraphs) % _PARAGRAPHS_PER_QUESTION == 0 and self._options.is_cancelled():
            raise Cancelled
        self._is_open = True
        properties = self._properties = child(element, "w:pPr")
        if self._styles.breaks_page(properties):
            self._break_page()
        self._open.mark = mark or self._open.mark
        self._inlines(element)
        # A field's instruction ends with its paragraph, or a missing end mark would swallow the rest of the text.
        self._field_in_code = [in_code for in_code in self._field_in_code if not in_code]
        if not _is_mark_deleted(properties):
            self._flush()
        section = child(properties, "w:sectPr")
        if section is not None:
            self._flush()
            self.sections.append(WordSection(len(self.paragraphs), section))

    def _flush(self) -> None:
        """End the open paragraph; paragraphs whose mark was deleted have run together in it."""
        paragraph, properties = self._open, self._properties
        if not self._is_open:
            return
        self._open, self._is_open, self._properties = DraftParagraph(), False, None
        self._is_broken = False
        item = self._styles.list_item(properties)
        if item and not paragraph.mark:
            paragraph.mark = self._numbering.next_mark(item)
        paragraph.level = self._styles.heading_level(properties)
        if item and paragraph.mark and not paragraph.level:
            paragraph.item_level = item.level + 1
        paragraph.finish()
        if paragraph.text.strip() or paragraph.breaks or (self.paragraphs and not self._in_cell):
            self.paragraphs.append(paragraph)
        deferred, self._deferred = self._deferred, []
        for mark, blocks in deferred:
            self._blocks(blocks, mark)

    def _table(self, table: etree._Element) -> None:
        number = self._tables
        self._tables += 1
        self._in_cell += 1
        for row_number, row in enumerate(_rows(table)):
            column = integer(attribute(child(row, "w:trPr", "w:gridBefore"), "val"), 0)
            for cell in _wrapped(row, "w:tc"):
                properties = child(cell, "w:tcPr")
                if not _continues_merge(properties):
                    first = len(self.paragraphs)
                    self._blocks(cell)
                    self.cells.append(CellRange(number, row_number, column, first, len(self.paragraphs)))
                column += max(1, integer(attribute(child(properties, "w:gridSpan"), "val"), 1))
        self._in_cell -= 1

    def _controlled(self, control: etree._Element, walk: Callable[[etree._Element], None]) -> None:
        """Walk a content control, unless it shows only its prompt."""
        content = child(control, "w:sdtContent")
        if content is not None and not is_on(child(control, "w:sdtPr", "w:showingPlcHdr")):
            walk(content)

    # Inside a paragraph

    def _inlines(self, container: etree._Element) -> None:
        for element in container:
            self._inline(element, name_of(element))

    def _inline(self, element: etree._Element, name: str) -> None:
        if name in _NO_TEXT or not name:
            return
        if name in _DELETED:
            self.counts["deletions"] += 1
        elif name in _FIXED_TEXT:
            self._write(_FIXED_TEXT[name])
        elif name == "w:r" and self._styles.is_hidden(self._properties, child(element, "w:rPr")):
            self._skip_hidden(element)
        elif name == "w:txbxContent":
            self._deferred.append(("", element))
        elif name == "mc:AlternateContent":
            self._inlines(_alternative(element))
        elif name == "w:sdt":
            self._controlled(element, self._inlines)
        elif handler := _HANDLERS.get(name):
            handler(self, element)
        else:
            self.counts["insertions"] += name in _INSERTED
            self._inlines(element)

    def _skip_hidden(self, run: etree._Element) -> None:
        self.counts["hidden_left_out"] += sum(len(el.text or "") for el in run.iter() if name_of(el) == "w:t")

    def _write(self, text: str) -> None:
        if any(self._field_in_code):
            return
        if self._is_broken and text.strip():
            self._open.pieces.append("\n")
            self._is_broken = False
        self._open.pieces.append(text)

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        self._write(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))

    def _break(self, element: etree._Element) -> None:
        if attribute(element, "type") == "page":
            self._break_page()
            # Words on either side of a page break do not grow together.
            self._is_broken = any(piece.strip() for piece in self._open.pieces)
        else:
            self._write("\n")

    def _break_page(self) -> None:
        self._open.breaks.append(len(self._open.pieces))

    def _rendered_break(self, _element: etree._Element) -> None:
        self.counts["rendered_breaks"] += 1
        self._break_page()

    def _symbol(self, element: etree._Element) -> None:
        symbol = read_symbol(attribute(element, "font"), attribute(element, "char"))
        self.counts["unknown_symbols"] += symbol == UNKNOWN
        self._write(symbol)

    def _field_mark(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._field_in_code.append(True)
        elif self._field_in_code and kind == "separate":
            self._field_in_code[-1] = False
        elif self._field_in_code and kind == "end":
            self._field_in_code.pop()

    def _footnote(self, element: etree._Element) -> None:
        self._note(element, "footnote", "decimal")

    def _endnote(self, element: etree._Element) -> None:
        self._note(element, "endnote", "lowerRoman")

    def _note(self, element: etree._Element, kind: str, form: str) -> None:
        note = self._notes[kind].get(attribute(element, "id"))
        if note is None or attribute(note, "type") in _SEPARATOR_NOTES:
            return
        self._note_numbers[kind] += 1
        self.counts["notes_moved"] += 1
        self._deferred.append((f"[{format_number(self._note_numbers[kind], form)}]", note))

    def _diagram(self, _element: etree._Element) -> None:
        self.counts["embedded_left_out"] += 1


_HANDLERS: dict[str, Callable[[WordWalk, etree._Element], None]] = {
    "w:t": WordWalk._text,
    "m:t": WordWalk._text,
    "w:br": WordWalk._break,
    "w:lastRenderedPageBreak": WordWalk._rendered_break,
    "w:sym": WordWalk._symbol,
    "w:fldChar": WordWalk._field_mark,
    "w:footnoteReference": WordWalk._footnote,
    "w:endnoteReference": WordWalk._endnote,
    "dgm:relIds": WordWalk._diagram,
}


def _alternative(element: etree._Element) -> etree._Element:
    """Return the one branch to read; the fallback holds the same text once more."""
    choice = child(element, "mc:Choice")
    fallback = child(element, "mc:Fallback")
    return choice if choice is not None else fallback if fallback is not None else element


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    yield from (row for row in _wrapped(table, "w:tr") if child(row, "w:trPr", "w:del") is None)


def _wrapped(container: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also those inside content controls and tags."""
    for element in container:
        found = name_of(element)
        if found == name:
            yield element
        elif found in {"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag"}:
            yield from _wrapped(element, name)


def _continues_merge(properties: etree._Element | None) -> bool:
    for name in ("w:vMerge", "w:hMerge"):
        merge = child(properties, name)
        if merge is not None and attribute(merge, "val") != "restart":
            return True
    return child(properties, "w:cellDel") is not None


def _is_mark_deleted(properties: etree._Element | None) -> bool:
    run = child(properties, "w:rPr")
    return any(child(run, name) is not None for name in _DELETED)
