"""Walks the XML of an OpenDocument text once, and keeps paragraphs, list items and table cells in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.odt_numbering import OdtNumbering, OpenList
from kodebenk.importing.odt_package import OdtPackage, attribute, child, children, integer, name_of
from kodebenk.importing.odt_styles import OdtStyles, PageStart

_DECLARED = (
    "text:sequence-decls text:variable-decls text:user-field-decls text:dde-connection-decls office:forms "
    "office:event-listeners office:scripts text:alphabetical-index-auto-mark-file"
)
_UNSEEN = (
    "text:number text:ruby-text text:placeholder text:script svg:title svg:desc math:annotation "
    "draw:glue-point office:binary-data text:change text:change-start text:change-end office:annotation-end"
)
_NO_TEXT = frozenset(f"{_DECLARED} {_UNSEEN}".split())
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 1000
_MOST_REPEATS = 200
_WORDS = frozenset({"text:p", "text:h"})


class OdtWalk:
    """Walks the body once and writes what it finds to `draft`; what is left out or moved is counted."""

    def __init__(self, package: OdtPackage, draft: TextDraft) -> None:
        self.draft = draft
        self.counts: Counter[str] = Counter()
        self.page_starts: dict[int, PageStart] = {}
        """Pages that a style begins, by the number of the paragraph."""
        self._styles = OdtStyles(package.content, package.styles)
        self._numbering = OdtNumbering(package.content, package.styles)
        self._deferred: list[tuple[str, _Handler, etree._Element]] = []
        self._mark = ""
        self._after_blank = True
        self._notes = 0

    def read_body(self, body: etree._Element) -> None:
        """Read the whole text."""
        self._blocks(body)

    # Blocks

    def _blocks(self, container: etree._Element) -> None:
        for element in container:
            self._block(element, name_of(element))

    def _block(self, element: etree._Element, name: str) -> None:
        if name in _WORDS:
            self._paragraph(element)
        elif handler := _BLOCKS.get(name):
            handler(self, element)
        elif name.startswith("draw:"):
            self._drawing(element)
        elif name not in _NO_TEXT and not name.endswith("-source"):
            self._blocks(element)

    def _paragraph(self, element: etree._Element, opened: OpenList | None = None, mark: str = "") -> None:
        style = attribute(element, "text:style-name")
        if self._styles.is_hidden("paragraph", style) or _hides_its_paragraph(element):
            self._skip_hidden(element)
            return
        self._begin_page(self._styles.page_start("paragraph", style))
        self._after_blank = True
        self._inlines(element)
        paragraph = self.draft.open
        paragraph.level = self._heading_level(element, style)
        paragraph.mark, self._mark = self._mark or mark or self._heading_mark(element, style, opened), ""
        if opened and paragraph.mark and not paragraph.level:
            paragraph.item_level = opened.level
        self.draft.end_paragraph(keep_empty=True)
        if self._styles.ends_page(style):
            self.draft.break_page()
        deferred, self._deferred = self._deferred, []
        for waiting_mark, handler, element_of_it in deferred:
            self._mark = waiting_mark
            handler(self, element_of_it)
            self._mark = ""

    def _begin_page(self, start: PageStart | None) -> None:
        if start:
            self.page_starts[len(self.draft.paragraphs)] = start
            self.draft.break_page()

    def _heading_level(self, element: etree._Element, style: str) -> int:
        if name_of(element) == "text:h":
            return max(1, integer(element, "text:outline-level", 1, most=10))
        return self._styles.heading_level(style)

    def _heading_mark(self, element: etree._Element, style: str, opened: OpenList | None) -> str:
        """Return a heading's number; one in a list has the list's, and a style may ask for none."""
        if name_of(element) != "text:h" or opened or self._styles.list_style(style) == "":
            return ""
        if attribute(element, "text:is-list-header") == "true":
            return ""
        start = integer(element, "text:start-value", 1) if attribute(element, "text:restart-numbering") else None
        return self._numbering.next_heading(self._heading_level(element, style), start)

    def _list(self, element: etree._Element, outer: OpenList | None = None) -> None:
        opened = self._numbering.open_list(element, outer)
        for item in element:
            name = name_of(item)
            if name in {"text:list-item", "text:list-header"}:
                self._item(item, opened, is_marked=name == "text:list-item")
            elif name == "text:soft-page-break":
                self._soft_break(item)

    def _item(self, item: etree._Element, opened: OpenList, *, is_marked: bool) -> None:
        """Read an item; its mark stands before its first paragraph, and not at all before a list in it."""
        start = integer(item, "text:start-value", 1) if attribute(item, "text:start-value") else None
        for element in item:
            name = name_of(element)
            mark = ""
            if name in _WORDS:
                if is_marked:
                    style = self._styles.list_style(attribute(element, "text:style-name")) or ""
                    mark = self._numbering.next_mark(opened, style, start)
                self._paragraph(element, opened, mark)
            elif name == "text:list":
                self._list(element, opened)
            else:
                self._block(element, name)
            is_marked = is_marked and name in {"text:soft-page-break", "text:number", ""}

    def _top_list(self, element: etree._Element) -> None:
        self._list(element)

    def _numbered_paragraph(self, element: etree._Element) -> None:
        opened = OpenList(attribute(element, "text:style-name"), integer(element, "text:level", 1))
        number = child(element, "text:number")
        mark = "".join(map(str, number.itertext())).strip() if number is not None else ""
        for inner in element:
            if name_of(inner) in _WORDS:
                self._paragraph(inner, opened, mark)

    def _section(self, element: etree._Element) -> None:
        if attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true":
            self._skip_hidden(element)
        else:
            self._blocks(element)

    def _tracked_changes(self, element: etree._Element) -> None:
        """Count changes; deleted words stand nowhere but here."""
        for region in children(element, "text:changed-region"):
            self.counts["insertions"] += child(region, "text:insertion") is not None
            self.counts["deletions"] += child(region, "text:deletion") is not None

    def _table(self, table: etree._Element) -> None:
        self._begin_page(self._styles.page_start("table", attribute(table, "table:style-name")))
        number = self.draft.begin_table()
        row_number = 0
        for row in self._rows(table):
            times = integer(row, "table:number-rows-repeated", 1)
            shown = min(times, _MOST_REPEATS) if _has_words(row) else 0
            for offset in range(shown):
                self._row(row, number, row_number + offset)
            row_number += max(1, times)

    def _rows(self, container: etree._Element) -> Iterator[etree._Element]:
        for element in container:
            name = name_of(element)
            if name == "table:table-row":
                yield element
            elif name in {"table:table-rows", "table:table-header-rows", "table:table-row-group"}:
                yield from self._rows(element)
            elif name == "text:soft-page-break":
                self._soft_break(element)

    def _row(self, row: etree._Element, table: int, row_number: int) -> None:
        column = 0
        for cell in row:
            name = name_of(cell)
            times = max(1, integer(cell, "table:number-columns-repeated", 1))
            if name == "table:table-cell" and _has_words(cell):
                for offset in range(min(times, _MOST_REPEATS)):
                    self.draft.begin_cell(table, row_number, column + offset)
                    self._blocks(cell)
                    self.draft.end_cell()
            if name in {"table:table-cell", "table:covered-table-cell"}:
                column += times

    def _soft_break(self, _element: etree._Element) -> None:
        self.counts["rendered_breaks"] += 1
        self.draft.break_page()

    def _drawing(self, element: etree._Element) -> None:
        """Read a text box or the words in a shape; of several forms of one object, the first stands for all."""
        if child(element, "draw:object") is not None or child(element, "draw:object-ole") is not None:
            self.counts["embedded_left_out"] += 1
        else:
            self._blocks(element)

    # Inside a paragraph

    def _inlines(self, container: etree._Element) -> None:
        self._write_words(container.text)
        for element in container:
            self._inline(element, name_of(element))
            self._write_words(element.tail)

    def _inline(self, element: etree._Element, name: str) -> None:
        if not name or name in _NO_TEXT:
            return
        if handler := _INLINES.get(name):
            handler(self, element)
        elif name.startswith("draw:"):
            self._deferred.append(("", OdtWalk._drawing, element))
        elif self._is_hidden(element, name):
            self._skip_hidden(element)
        else:
            self._inlines(element)

    def _is_hidden(self, element: etree._Element, name: str) -> bool:
        if attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true":
            return True
        style = attribute(element, "text:style-name") if name == "text:span" else ""
        return bool(style) and self._styles.is_hidden("text", style)

    def _skip_hidden(self, element: etree._Element) -> None:
        self.counts["hidden_left_out"] += sum(len(str(words).strip()) for words in element.itertext())

    def _write_words(self, words: str | None) -> None:
        """Write words with their blanks run together, as ODF 1.3 part 3, 6.1.2 has it."""
        text = _BLANKS.sub(" ", words or "")
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self.draft.write(text)
            self._after_blank = text.endswith(" ")

    def _write_fixed(self, text: str) -> None:
        self.draft.write(text)
        self._after_blank = False

    def _blank(self, element: etree._Element) -> None:
        self._write_fixed(" " * max(1, integer(element, "text:c", 1, most=_MOST_BLANKS)))

    def _tab(self, _element: etree._Element) -> None:
        self._write_fixed("\t")

    def _line_break(self, _element: etree._Element) -> None:
        self._write_fixed("\n")

    def _note(self, element: etree._Element) -> None:
        body = child(element, "text:note-body")
        if body is None:
            return
        self._notes += 1
        self.counts["notes_moved"] += 1
        citation = child(element, "text:note-citation")
        printed = "" if citation is None else "".join(map(str, citation.itertext())).strip()
        self._deferred.append((f"[{printed or self._notes}]", OdtWalk._blocks, body))

    def _comment(self, _element: etree._Element) -> None:
        self.counts["comments_left_out"] += 1


_Handler = Callable[[OdtWalk, etree._Element], None]
_BLOCKS: dict[str, _Handler] = {
    "text:list": OdtWalk._top_list,
    "text:numbered-paragraph": OdtWalk._numbered_paragraph,
    "text:section": OdtWalk._section,
    "text:tracked-changes": OdtWalk._tracked_changes,
    "text:soft-page-break": OdtWalk._soft_break,
    "table:table": OdtWalk._table,
    "office:annotation": OdtWalk._comment,
}
_INLINES: dict[str, _Handler] = {
    "text:s": OdtWalk._blank,
    "text:tab": OdtWalk._tab,
    "text:line-break": OdtWalk._line_break,
    "text:soft-page-break": OdtWalk._soft_break,
    "text:note": OdtWalk._note,
    "office:annotation": OdtWalk._comment,
}


def _hides_its_paragraph(element: etree._Element) -> bool:
    fields = (one for one in element.iter() if name_of(one) == "text:hidden-paragraph")
    return any(attribute(one, "text:is-hidden") == "true" for one in fields)


def _has_words(element: etree._Element) -> bool:
    return any(name_of(one) in _WORDS or name_of(one) == "text:soft-page-break" for one in element.iter())
