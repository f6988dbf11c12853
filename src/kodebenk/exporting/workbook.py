"""Excel workbooks whose texts stay texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from kodebenk.exporting.legal_text import legal_text

LONGEST_TEXT = 32_767
"""Excel's limit for a cell, in UTF-16 units."""

_CELL = {
    "font_name": "Arial",
    "font_size": 10,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#C3CCCA",
}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "Arial", "font_size": 14, "bold": True},
    "note": {"font_name": "Arial", "font_size": 9},
    "head": {**_CELL, "bold": True, "bg_color": "#F2F5F4"},
    "counts": {**_CELL, "font_size": 9, "bg_color": "#F2F5F4"},
    "band": {**_CELL, "bold": True, "bg_color": "#E3E8E6"},
    "label": {**_CELL, "bold": True},
    "cell": _CELL,
    "outside": {**_CELL, "italic": True, "bg_color": "#F4F6F5"},
}
_UNWRAPPED = frozenset({"title", "note"})
_LINE_HEIGHT, _GREATEST_HEIGHT = 13.5, 409.5
"""In points; the second is Excel's limit."""
_USUAL_WIDTH = 8.43
"""Of a column, in characters, unless set."""
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class TextWorkbook:
    """A workbook in memory. Texts that Excel cannot hold are cut, with a mark, and counted.

    Args:
        cut_mark: stands at the end of a text that was cut.

    Attributes:
        cut_texts: how many texts were cut so far.
    """

    def __init__(self, cut_mark: str) -> None:
        import xlsxwriter

        self._file = BytesIO()
        # In memory, because a full disk would otherwise surface as an error of the library's own.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._file, options)
        self._looks = {name: self._book.add_format(look) for name, look in _LOOKS.items()}
        self._cut_mark = cut_mark
        self.cut_texts = 0

    def add_sheet(self, name: str) -> Sheet:
        """Return a new sheet; the name is brought within Excel's rules: 31 characters, no brackets, not "History"."""
        allowed = legal_text(name).translate(_FORBIDDEN_IN_NAMES).strip(" '")[:31].rstrip(" '")
        if allowed.casefold() == "history":
            allowed = f"{allowed} 1"
        return Sheet(self, self._book.add_worksheet(allowed or None), self._looks)

    def fit(self, text: str) -> str:
        """Return the text as a cell can hold it."""
        text = legal_text(text)
        if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
            return text
        self.cut_texts += 1
        room = 2 * (LONGEST_TEXT - len(self._cut_mark))
        # Cutting may halve a surrogate pair; the half goes.
        return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + self._cut_mark

    def finish(self, title: str) -> bytes:
        """Return the content of the file. Nothing can be written to the workbook after that."""
        self._book.set_properties({"title": legal_text(title)[:255]})
        self._book.close()
        return self._file.getvalue()


class Sheet:
    """A sheet of a `TextWorkbook`. Rows and columns count from 0; `look` is one of the workbook's named formats."""

    def __init__(self, book: TextWorkbook, sheet: Any, looks: dict[str, Any]) -> None:
        self._book = book
        self._sheet = sheet
        self._looks = looks
        self._widths: list[float] = []
        self._lines: dict[int, int] = {}
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def write(self, row: int, column: int, value: str | float | None, look: str = "cell") -> None:
        """Write a number as a number and everything else as text."""
        if isinstance(value, str) and value:
            text = self._book.fit(value)
            self._sheet.write_string(row, column, text, self._looks[look])
            if look not in _UNWRAPPED:
                self._make_room(row, column, text)
        elif value is None or value == "":
            self._sheet.write_blank(row, column, None, self._looks[look])
        else:
            self._sheet.write_number(row, column, value, self._looks[look])

    def write_row(
        self, row: int, values: Iterable[str | float | None], look: str = "cell", *, first_column: int = 0
    ) -> None:
        for column, value in enumerate(values, start=first_column):
            self.write(row, column, value, look)

    def _make_room(self, row: int, column: int, text: str) -> None:
        """Make the row as high as the text needs: not every program measures wrapped text when it opens a file."""
        width = self._widths[column] if column < len(self._widths) else _USUAL_WIDTH
        lines = sum(1 + int(max(0, len(line) - 1) / width) for line in text.split("\n"))
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self._sheet.set_row(row, min(_GREATEST_HEIGHT, lines * _LINE_HEIGHT))

    def freeze(self, rows: int, columns: int) -> None:
        """Keep the first rows and columns in sight, and repeat the rows in print."""
        self._sheet.freeze_panes(rows, columns)
        self._sheet.repeat_rows(0, rows - 1)

    def set_widths(self, widths: Sequence[float]) -> None:
        """Set the widths of the columns, in characters. Texts written later find their height by them."""
        self._widths = list(widths)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def filter(self, rows: int, columns: int) -> None:
        """Give the headings of a table with so many rows under them arrows to sort and filter with."""
        self._sheet.autofilter(0, 0, rows, columns - 1)
