"""Prints PDF files line by line from given texts, so that what a reader should find is known.

Lines are broken, divided and justified here; reportlab only draws. Every built text is remembered: paragraphs,
headings, items, notes, tables and the printed page labels.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from importing.norwegian_prose import divide

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SOFT_HYPHEN = "\u00ad"
WIDTH, HEIGHT = 595.0, 842.0


@dataclass(frozen=True)
class Layout:
    """How a file is printed; lengths in points.

    `hyphen` is what divided words end in; None divides none. `spacing` stands after paragraphs, `indent` before their
    first line. `label` gives what is printed on the page with an index (from 0), empty for none.
    """

    columns: int = 1
    gutter: float = 18.0
    font: str = "Times-Roman"
    bold: str = "Times-Bold"
    size: float = 11.0
    leading: float = 13.5
    spacing: float = 7.0
    indent: float = 0.0
    justified: bool = True
    hyphen: str | None = "-"
    margin: float = 72.0
    top: float = 80.0
    bottom: float = 80.0
    header: Callable[[int], str] = lambda _index: ""
    footer: str = "{}"
    label: Callable[[int], str] = lambda index: str(index + 1)


@dataclass
class Atom:
    """A piece that is never divided: its height, the space above it, the notes that must stand on its page."""

    height: float
    draw: Callable[[Canvas, float, float], None]
    before: float = 0.0
    notes: list[str] = field(default_factory=list)
    below: float = 0.0
    """What must still fit under it, such as the first line after a heading."""


class Printer:
    """Prints texts onto pages; `close` writes the file."""

    def __init__(self, path, layout=Layout()):
        self.layout = layout
        self.path = path
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
        for name in ("Literata-Regular", "Literata-SemiBold", "Inter-Regular", "Inter-Bold"):
            registerFont(TTFont(name, FONTS / f"{name}.ttf"))
        self.paragraphs: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.items: list[str] = []
        self.notes: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.labels: list[str] = []
        self._columns = layout.columns
        self._atoms: list[Atom] = []
        self._top = HEIGHT - layout.top
        self._begin_page()

    # What is printed

    def paragraph(self, text, note=""):
        """A paragraph; the mark of `note` follows its first word."""
        self.paragraphs.append(text)
        if note:
            self.notes.append(note)
        lines = self._break(text, self._column_width(), self.layout.indent)
        for number, (words, is_last) in enumerate(lines):
            indent = 0 if number else self.layout.indent
            before = 0 if number else self.layout.spacing
            self._line(words, before, indent=indent, is_last=is_last, notes=[note] if note and not number else [])

    def heading(self, text, level=1):
        self.headings.append((level, text))
        size = {1: 18.0, 2: 14.0}.get(level, self.layout.size)
        for number, (words, _) in enumerate(self._break(text, self._column_width(), 0, self.layout.bold, size)):
            self._line(words, 0 if number else 14, is_last=True, font=self.layout.bold, size=size, below=40)

    def item(self, text, mark="•", level=1):
        """An item with its mark apart and its lines hanging."""
        self.items.append(f"{mark} {text}")
        at = 16.0 * level
        for number, (words, is_last) in enumerate(self._break(text, self._column_width() - at, 0)):
            sign = (mark, at - 16.0) if not number else None
            self._line(words, 0 if number else 3, left=at, is_last=is_last, sign=sign)

    def table(self, rows, widths, *, rules="all", size=None, align="left", row_space=None):
        """A table over the whole width of its column; `rules` is all, rows or none."""
        self.tables.append(rows)
        size = size or self.layout.size
        space = 6.0 if row_space is None else row_space
        for number, row in enumerate(rows):
            is_last = number == len(rows) - 1
            atom = self._row_atom(row, widths, rules, size, space, align, is_first=number == 0)
            atom.before = 10 if number == 0 else 0
            atom.below = 60 if number == 0 else 0  # no heading of a table alone at a page's end
            self._atoms.append(atom)
            if is_last:
                self._atoms.append(Atom(6, lambda *_: None))

    def section(self, columns):
        """End the columns so far, balanced where full width follows, and go on with others below them."""
        self._flush(balanced=self._columns > 1)
        self._columns = columns
        if self._top < HEIGHT - self.layout.top:
            self._top -= 12

    def page_break(self):
        self._flush(balanced=False)
        self._end_page()

    def close(self):
        self._flush(balanced=False)
        self._furniture()
        self.canvas.save()
        return self.path

    # Lines

    def _column_width(self):
        layout = self.layout
        return (WIDTH - 2 * layout.margin - (self._columns - 1) * layout.gutter) / self._columns

    def _break(self, text, width, indent, font=None, size=None):
        """Yield the words of each line and whether it is the last."""
        font, size = font or self.layout.font, size or self.layout.size
        line: list[str] = []
        room = width - indent
        pending = text.split(" ")
        while pending:
            word = pending.pop(0)
            if stringWidth(" ".join([*line, word]), font, size) <= room:
                line.append(word)
                continue
            head, tail = self._fit(word, line, room, font, size)
            if head:
                line.append(head)
            if not line:
                line, tail = [word], ""
            yield line, False
            line, room = [], width
            if tail:
                pending.insert(0, tail)
            elif not head and line != [word] and tail is None:
                pending.insert(0, word)
        if line:
            yield line, True

    def _fit(self, word, line, room, font, size):
        """Return what of a word fits with its hyphen, and the rest; None for the rest where nothing fits."""
        pieces = divide(word) if self.layout.hyphen or "-" in word else [word]
        for count in range(len(pieces) - 1, 0, -1):
            head = "".join(pieces[:count])
            if not head.endswith("-"):
                if self.layout.hyphen is None:
                    continue
                head += self.layout.hyphen
            if stringWidth(" ".join([*line, head]).replace(SOFT_HYPHEN, "-"), font, size) <= room:
                return head, "".join(pieces[count:])
        return "", None

    def _line(self, words, before, *, indent=0.0, left=0.0, is_last=False, sign=None, notes=(), **style):
        font, size = style.get("font", self.layout.font), style.get("size", self.layout.size)
        width = self._column_width() - indent - left
        natural = stringWidth(" ".join(words).replace(SOFT_HYPHEN, "-"), font, size)
        gap = (width - natural) / (len(words) - 1) if self.layout.justified and not is_last and len(words) > 1 else 0.0

        def draw(canvas, x, y):
            canvas.setFont(font, size)
            base = y - 0.85 * size
            if sign:
                canvas.drawString(x + sign[1], base, sign[0])
            if gap and font.startswith(("Literata", "Inter")):
                at = x + indent + left
                for number, word in enumerate(words):
                    canvas.drawString(at, base, word if number == len(words) - 1 else word + " ")
                    at += stringWidth(word + " ", font, size) + gap
            else:
                canvas.drawString(x + indent + left, base, " ".join(words), wordSpace=gap or None)

        leading = max(self.layout.leading, 1.2 * size)
        self._atoms.append(Atom(leading, draw, before, list(notes), style.get("below", 0.0)))

    def _row_atom(self, row, widths, rules, size, space, align, *, is_first):
        total = sum(widths)
        share = self._column_width() / total
        edges = [sum(widths[:index]) * share for index in range(len(widths) + 1)]
        leading = 1.2 * size
        cells = [
            [" ".join(words) for words, _ in self._break(text, edges[i + 1] - edges[i] - 8, 0, None, size)]
            for i, text in enumerate(row)
        ]
        height = max(len(lines) for lines in cells) * leading + space
        font = self.layout.font

        def draw(canvas, x, y):
            canvas.setFont(font, size)
            for index, lines in enumerate(cells):
                for number, text in enumerate(lines):
                    base = y - space / 2 - number * leading - 0.85 * size
                    if align == "right" and index:
                        canvas.drawRightString(x + edges[index + 1] - 4, base, text)
                    else:
                        canvas.drawString(x + edges[index] + 4, base, text)
            canvas.setLineWidth(0.5)
            if rules in ("all", "rows"):
                canvas.line(x, y - height, x + edges[-1], y - height)
                if is_first:
                    canvas.line(x, y, x + edges[-1], y)
            if rules == "all":
                for edge in edges:
                    canvas.line(x + edge, y, x + edge, y - height)

        return Atom(height, draw)

    # Pages

    def _begin_page(self):
        self._top = HEIGHT - self.layout.top

    def _end_page(self):
        self._furniture()
        self.canvas.showPage()
        self._begin_page()

    def _furniture(self):
        index = len(self.labels)
        label = self.layout.label(index)
        self.labels.append(label)
        self.canvas.setFont(self.layout.font, 9)
        self.canvas.drawString(self.layout.margin, HEIGHT - 45, self.layout.header(index))
        if label:
            self.canvas.drawCentredString(WIDTH / 2, 40, self.layout.footer.format(label))

    def _flush(self, *, balanced):
        """Put the waiting atoms onto pages."""
        atoms, self._atoms = self._atoms, []
        while atoms:
            bottom = self.layout.bottom
            if balanced:
                low = bottom
                while self._place(atoms, low + 6, None) == len(atoms) and low + 6 < self._top:
                    low += 6
                bottom = low
            placed = self._place(atoms, bottom, None)
            if not placed and self._top >= HEIGHT - self.layout.top:
                raise ValueError("a piece is higher than a page")
            self._place(atoms, bottom, self.canvas)
            atoms = atoms[placed:]
            if atoms:
                self._end_page()

    def _place(self, atoms, bottom, canvas):
        """Fill the columns of a page down to `bottom`; return how many atoms went in. Without a canvas only count."""
        count, lowest = 0, self._top
        for column in range(self._columns):
            x = self.layout.margin + column * (self._column_width() + self.layout.gutter)
            y, floor, notes = self._top, bottom, []
            while count < len(atoms):
                atom = atoms[count]
                before = 0 if y == self._top else atom.before
                asked = sum(self._note_height(note) for note in atom.notes) + (12 if atom.notes and not notes else 0)
                if y - before - atom.height - atom.below < floor + asked:
                    break
                floor += asked
                notes.extend(atom.notes)
                if canvas:
                    atom.draw(canvas, x, y - before)
                y -= before + atom.height
                count += 1
            lowest = min(lowest, y)
            if canvas and notes:
                self._draw_notes(canvas, notes, x, floor)
        if canvas:
            self._top = lowest
        return count

    def _note_lines(self, note):
        return list(self._break(note, self._column_width(), 0, None, self.layout.size - 2.5))

    def _note_height(self, note):
        return len(self._note_lines(note)) * 1.2 * (self.layout.size - 2.5) + 2

    def _draw_notes(self, canvas, notes, x, floor):
        size = self.layout.size - 2.5
        canvas.setFont(self.layout.font, size)
        y = floor - 10
        canvas.line(x, floor - 4, x + 0.33 * self._column_width(), floor - 4)
        for note in notes:
            for words, _ in self._note_lines(note):
                canvas.drawString(x, y - 0.85 * size, " ".join(words))
                y -= 1.2 * size
            y -= 2
