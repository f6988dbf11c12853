"""Walks the elements of a web page, and keeps the text as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.html_tables import HtmlTable
from kodebenk.importing.list_marks import BULLET, format_number

_UNSEEN = (
    "script style head title meta link nav template noscript iframe object embed video audio canvas svg map select "
    "datalist button rt rp colgroup param source track"
)
_DROPPED = frozenset(_UNSEEN.split())
_STANDING_APART = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol optgroup p pre section summary "
    "table tbody td textarea tfoot th thead tr ul xmp"
)
_BLOCKS = frozenset(_STANDING_APART.split())
_PRESERVED = frozenset({"pre", "listing", "xmp", "textarea"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_LIST_FORM = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|(?:lower|upper)-(?:alpha|latin|roman))", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FORM_NAMES = {
    "none": "none", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip


@dataclass(slots=True)
class _List:
    form: str
    number: int
    step: int

    def next_mark(self, value: str) -> str:
        if self.form in {"none", "bullet"}:
            return BULLET if self.form == "bullet" else ""
        self.number = _integer(value, self.number + self.step)
        return f"{format_number(self.number, self.form)}."


class HtmlWalk:
    """Walks a page and writes what it finds to `draft`; `hidden` counts the letters of what is not shown."""

    def __init__(self, draft: TextDraft) -> None:
        self.draft = draft
        self.hidden = 0
        self._lists: list[_List] = []
        self._tables: list[HtmlTable] = []
        self._level = 0
        self._mark = ""
        self._preserved = 0
        self._has_words = False
        self._blank_due = False
        self._line_breaks = 0
        self._marks = "“”"

    def read_page(self, root: etree._Element) -> None:
        """Read the whole page. Elements may lie thousands deep, so that the walk keeps its own stack."""
        if str(root.get("lang", "")).casefold()[:2] in {"nb", "nn", "no", "da"}:
            self._marks = "«»"
        waiting = [(root, False)]
        while waiting:
            element, is_read = waiting.pop()
            if is_read:
                self._close(element)
                self._write(element.tail)
            elif self._is_shown(element):
                self._open(element)
                self._write(element.text)
                waiting.append((element, True))
                waiting += [(inner, False) for inner in reversed(element)]
            else:
                self._write(element.tail)
        self._end_paragraph()

    def _is_shown(self, element: etree._Element) -> bool:
        if not isinstance(element.tag, str) or element.tag in _DROPPED:
            return False
        is_hidden = element.get("hidden") is not None or _HIDDEN.search(_style(element)) is not None
        if is_hidden or (element.tag == "dialog" and element.get("open") is None):
            self.hidden += sum(len(str(words).strip()) for words in element.itertext())
            return False
        return True

    def _open(self, element: etree._Element) -> None:
        name = str(element.tag)
        if name in _BLOCKS:
            self._end_paragraph()
        self._preserved += _keeps_lines(element)
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._level = int(name[1])
        elif name in _LISTS:
            self._lists.append(_begin_list(element))
        elif handler := _OPENING.get(name):
            handler(self, element)

    def _close(self, element: etree._Element) -> None:
        name = str(element.tag)
        if name in _BLOCKS:
            self._end_paragraph()
        self._preserved -= _keeps_lines(element)
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._level = 0
        elif name in _LISTS:
            self._lists.pop()
        elif handler := _CLOSING.get(name):
            handler(self, element)

    # Elements

    def _break_line(self, _element: etree._Element) -> None:
        self._line_breaks += self._has_words
        self._blank_due = False

    def _open_item(self, element: etree._Element) -> None:
        self._mark = self._lists[-1].next_mark(str(element.get("value", ""))) if self._lists else BULLET

    def _close_item(self, _element: etree._Element) -> None:
        self._mark = ""

    def _open_table(self, _element: etree._Element) -> None:
        self._tables.append(HtmlTable(self.draft.begin_table()))

    def _close_table(self, _element: etree._Element) -> None:
        self._tables.pop()

    def _open_row(self, _element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].next_row()

    def _open_cell(self, element: etree._Element) -> None:
        if self._tables:
            table = self._tables[-1]
            columns, rows = _integer(str(element.get("colspan")), 1), _integer(str(element.get("rowspan")), 1)
            column = table.next_cell(columns, max(0, rows))
            self.draft.begin_cell(table.number, table.row, column)

    def _close_cell(self, _element: etree._Element) -> None:
        if self._tables:
            self.draft.end_cell()

    def _open_quote(self, _element: etree._Element) -> None:
        self._write(self._marks[0])

    def _close_quote(self, _element: etree._Element) -> None:
        self._write(self._marks[1])

    # Words

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if self._preserved:
            # The line break behind the opening tag is not part of the text.
            self._write_words(text if self._has_words else re.sub("^\r?\n", "", text))
            return
        words = _BLANKS.sub(" ", text)
        self._blank_due = self._blank_due or words.startswith(" ")
        bare = words.strip(" ")
        if bare:
            self._write_words(bare)
            self._blank_due = words.endswith(" ")

    def _write_words(self, words: str) -> None:
        """Write words behind the blank or the line break that is due; two line breaks part paragraphs."""
        if self._line_breaks > 1:
            self._end_paragraph()
        elif self._line_breaks:
            self.draft.write("\n")
        elif self._blank_due and self._has_words:
            self.draft.write(" ")
        self._line_breaks = 0
        self._blank_due = False
        self._has_words = True
        self.draft.write(words)

    def _end_paragraph(self) -> None:
        self._has_words = self._blank_due = False
        self._line_breaks = 0
        paragraph = self.draft.open
        if paragraph.pieces:
            paragraph.pieces[-1] = paragraph.pieces[-1].rstrip("\r\n")
        paragraph.level, paragraph.mark = self._level, self._mark
        if self._mark and not self._level:
            paragraph.item_level = max(1, len(self._lists))
        if self.draft.end_paragraph():
            self._mark = ""


_Handler = Callable[[HtmlWalk, etree._Element], None]
_OPENING: dict[str, _Handler] = {
    "br": HtmlWalk._break_line,
    "li": HtmlWalk._open_item,
    "table": HtmlWalk._open_table,
    "tr": HtmlWalk._open_row,
    "td": HtmlWalk._open_cell,
    "th": HtmlWalk._open_cell,
    "q": HtmlWalk._open_quote,
}
_CLOSING: dict[str, _Handler] = {
    "li": HtmlWalk._close_item,
    "table": HtmlWalk._close_table,
    "td": HtmlWalk._close_cell,
    "th": HtmlWalk._close_cell,
    "q": HtmlWalk._close_quote,
}


def _begin_list(element: etree._Element) -> _List:
    told = _LIST_FORM.search(_style(element))
    form = _FORM_NAMES[told[1].casefold()] if told else ""
    if element.tag != "ol":
        return _List(form or "bullet", 0, 1)
    form = form or _FORMS.get(str(element.get("type", "")), "decimal")
    if element.get("reversed") is None:
        return _List(form, _integer(str(element.get("start", "")), 1) - 1, 1)
    items = sum(inner.tag == "li" for inner in element)
    return _List(form, _integer(str(element.get("start", "")), items) + 1, -1)


def _keeps_lines(element: etree._Element) -> bool:
    return element.tag in _PRESERVED or _KEEPS_LINES.search(_style(element)) is not None


def _style(element: etree._Element) -> str:
    return str(element.get("style", ""))


def _integer(text: str, default: int) -> int:
    found = re.match(r"\s*(-?[0-9]{1,9})", text)
    return int(found[1]) if found else default
