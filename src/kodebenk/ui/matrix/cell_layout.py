"""Places what stands in a cell of the matrix: text, chips, stance. Lengths in px at the reading scale.

A layout holds no colours, so that it serves both themes, and is kept until content, width, scale or language change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

from kodebenk.analysis.theme_matrix import MatrixCell
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import UNCODED, CellContent, CellState
from kodebenk.ui.fonts import cell_font, reading_font
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.painting.chips import citation_chip_width, history_chip_width

PADDING = 11.0
SMALLEST_HEIGHT = 76.0
_TOP = 8.0
_LINE = 18.0
_QUOTE_LINE = 20.0
_CHIP_ROW = 26.0
_CHIP_CENTER_FROM_BOTTOM = 16.0
_CHIP_GAP = 4.0
_MOST_LINES = 14
_MOST_QUOTES = 4
_MOST_QUOTE_LINES = 6
_INDENT = 18.0
STATE_ICONS = {
    CellState.ASKED_UNCLEAR: "circle-question-mark",
    CellState.NOT_APPLICABLE: "ban",
    CellState.ASKED: "circle-dashed",
    CellState.NOT_CODED: "circle-dashed",
}


class Voice(Enum):
    """What a placed text is; font and colour follow from it."""

    SUMMARY = auto()
    STATE = auto()
    REASON = auto()
    QUOTE = auto()
    NOTICE = auto()
    COUNT = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A piece of a line; `center_y` from the top of the cell, `dotted` where a sentence lacks evidence."""

    x: float
    center_y: float
    text: str
    width: float
    voice: Voice
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A citation chip; `center_y` from the top of the cell, or from its bottom when negative."""

    x: float
    center_y: float
    width: float
    citation: str
    coding_id: int


@dataclass(frozen=True, slots=True)
class PlacedStance:
    """A stance mark with its word, which is empty where there is no room for it."""

    x: float
    center_y: float
    stance: Stance
    text: str = ""


@dataclass(slots=True)
class CellLayout:
    """Everything that is painted in one cell."""

    scale: float
    state: CellState
    height: float = SMALLEST_HEIGHT
    texts: list[PlacedText] = field(default_factory=list)
    chips: list[PlacedChip] = field(default_factory=list)
    stances: list[PlacedStance] = field(default_factory=list)
    more: tuple[float, str] | None = None
    news: tuple[float, str] | None = None
    link: QRectF | None = None

    def chip_at(self, point: QPointF, height: float) -> PlacedChip | None:
        """Return the chip under a point of the cell; targets are 24 px high."""
        for chip in self.chips:
            top = center_in(chip.center_y, height) - 12 * self.scale
            if QRectF(chip.x - 2, top, chip.width + 4, 24 * self.scale).contains(point):
                return chip
        return None

    def link_at(self, point: QPointF) -> bool:
        return self.link is not None and self.link.contains(point)


def center_in(center_y: float, height: float) -> float:
    """Return a place from the top of a cell of this height."""
    return center_y if center_y >= 0 else height + center_y


class CellFaces:
    """The fonts of cells at one reading scale, with the widths of the words met."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        regular = TextFace(cell_font(12.5 * scale))
        self.of_voice = {
            Voice.SUMMARY: regular,
            Voice.REASON: regular,
            Voice.NOTICE: regular,
            Voice.STATE: TextFace(cell_font(12.5 * scale, 600)),
            Voice.COUNT: TextFace(cell_font(12.5 * scale, 500, tabular=True)),
            Voice.LINK: TextFace(cell_font(12 * scale, 500)),
            Voice.QUOTE: TextFace(reading_font(13 * scale)),
        }
        self.stance = TextFace(cell_font(11.5 * scale, 500))
        self.more = TextFace(cell_font(11 * scale, 500, tabular=True))


def lay_out_cell(
    cell: MatrixCell, content: CellContent, width: float, faces: CellFaces, *, has_text: bool
) -> CellLayout:
    """Return where everything stands in a cell of this width.

    Args:
        cell: As the matrix has it.
        content: What the cells show.
        width: Of the column in px.
        faces: Fonts at the reading scale.
        has_text: There is a document to go to from a cell that is not coded yet.
    """
    return _Placer(cell, content, width, faces).place(has_text=has_text)


class _Placer:
    def __init__(self, cell: MatrixCell, content: CellContent, width: float, faces: CellFaces) -> None:
        self.cell = cell
        self.content = content
        self.faces = faces
        self.scale = faces.scale
        self.left = PADDING * self.scale
        self.right = width - PADDING * self.scale
        self.y = _TOP * self.scale
        self.layout = CellLayout(self.scale, cell.state)

    def place(self, *, has_text: bool) -> CellLayout:
        if self.cell.state is not CellState.ANSWERED:
            self._place_state(has_text=has_text)
        if self.content is CellContent.COUNTS:
            self._place_counts()
        elif self.content is CellContent.QUOTES and self.cell.quotes:
            self._place_quotes()
        else:
            self._place_summary()
        self._place_bottom_row()
        self.layout.height = max(self.y, SMALLEST_HEIGHT * self.scale)
        return self.layout

    def _write(
        self,
        parts: list[tuple[str, bool]],
        voice: Voice,
        *,
        indent: float = 0.0,
        line: float = _LINE,
        most_lines: int = _MOST_LINES,
    ) -> None:
        x = self.left + indent * self.scale
        step = line * self.scale
        for pieces in wrap_text(parts, self.faces.of_voice[voice], max(self.right - x, 20.0), most_lines):
            self.layout.texts += [
                PlacedText(x + one.x, self.y + step / 2, one.text, one.width, voice, one.marked) for one in pieces
            ]
            self.y += step

    def _place_state(self, *, has_text: bool) -> None:
        indent = _INDENT + (4 if self.cell.state in UNCODED else 0)
        self._write([(words.state_name(self.cell.state), False)], Voice.STATE, indent=indent, line=20, most_lines=1)
        if self.cell.reason:
            inset = _INDENT if self.cell.state is CellState.ASKED_UNCLEAR else 0.0
            self._write([(self.cell.reason, False)], Voice.REASON, indent=inset, line=17)
        elif self.cell.state in UNCODED and has_text:
            self._place_link(indent)

    def _place_link(self, indent: float) -> None:
        before = len(self.layout.texts)
        text = words.translate("MatrixWords", "Go to the text")
        self._write([(text, False)], Voice.LINK, indent=indent, most_lines=1)
        placed = self.layout.texts[before]
        half = 12 * self.scale
        self.layout.link = QRectF(placed.x - 2, placed.center_y - half, placed.width + 4, 2 * half)

    def _place_counts(self) -> None:
        if not self.cell.codings and self.cell.state is not CellState.ANSWERED:
            return
        self._write([(words.count_codings(self.cell.codings), False)], Voice.COUNT)
        x = self.left
        center = self.y + _LINE * self.scale / 2
        for stance, number in sorted(self.cell.stances.items(), key=lambda pair: list(Stance).index(pair[0])):
            text = f"{number} {words.stance_name(stance).lower()}"
            advance = self.faces.stance.width(text) + 30 * self.scale
            if x > self.left and x + advance > self.right:
                x = self.left
                center += _LINE * self.scale
            self.layout.stances.append(PlacedStance(x + 6 * self.scale, center, stance, text))
            x += advance
        if self.cell.stances:
            self.y = center + _LINE * self.scale / 2

    def _place_quotes(self) -> None:
        for quote in self.cell.quotes[:_MOST_QUOTES]:
            self._write([(quote.text, False)], Voice.QUOTE, line=_QUOTE_LINE, most_lines=_MOST_QUOTE_LINES)
            center = self.y + 11 * self.scale
            width = citation_chip_width(quote.citation, scale=self.scale)
            self.layout.chips.append(PlacedChip(self.left, center, width, quote.citation, quote.coding_id))
            if quote.stance is not None:
                self._place_stance(quote.stance, center, self.left + width + 8 * self.scale)
            self.y += (_CHIP_ROW + 4) * self.scale
        hidden = len(self.cell.quotes) - _MOST_QUOTES
        if hidden > 0:
            text = words.translate("MatrixWords", "and %n more", "", hidden)
            self._write([(text, False)], Voice.NOTICE)

    def _place_summary(self) -> None:
        if self.cell.sentences:
            parts = [(one.text, not one.coding_ids) for one in self.cell.sentences]
            self._write(parts, Voice.SUMMARY)
        elif self.cell.summary:
            self._write([(self.cell.summary, True)], Voice.SUMMARY)
        elif self.cell.state is CellState.ANSWERED:
            self._write([(words.translate("MatrixWords", "No summary"), False)], Voice.NOTICE)

    def _place_bottom_row(self) -> None:
        """Put chips and news at the left and the stance at the right of the lowest line."""
        if self.content is CellContent.COUNTS:
            self.y += _TOP * self.scale
            return
        in_quotes = bool(self.layout.chips)
        citations = {} if in_quotes else _citations(self.cell)
        stance = None if in_quotes else self.cell.leading_stance
        if not citations and stance is None and not self.cell.stale:
            self.y += 2 * self.scale
            return
        center = -_CHIP_CENTER_FROM_BOTTOM * self.scale
        self.y += (6 + _CHIP_ROW) * self.scale
        news_width = 0.0
        if self.cell.stale:
            news_width = history_chip_width(words.stale_chip(self.cell), self.scale) + 7 * self.scale
        edge = self.right
        if stance is not None:
            first = citation_chip_width(next(iter(citations)), scale=self.scale) if citations else 0.0
            edge = self._place_stance(stance, center, self.left + first + news_width + _CHIP_GAP * self.scale)
        x = self._place_chips(citations, center, edge - news_width)
        if self.cell.stale:
            self.layout.news = (x + 3 * self.scale, words.stale_chip(self.cell))

    def _place_stance(self, stance: Stance, center: float, taken: float) -> float:
        """Put a stance at the right edge and return where it begins; without its word if that covers `taken`."""
        text = words.stance_name(stance)
        start = self.right - self.faces.stance.width(text) - 17 * self.scale
        if start < taken:
            text, start = "", self.right - 12 * self.scale
        self.layout.stances.append(PlacedStance(start + 6 * self.scale, center, stance, text))
        return start - 6 * self.scale

    def _place_chips(self, citations: dict[str, int], center: float, edge: float) -> float:
        x = self.left
        for number, (citation, coding_id) in enumerate(citations.items()):
            width = citation_chip_width(citation, scale=self.scale)
            left_over = len(citations) - number
            more = f"+{left_over}"
            reserve = self.faces.more.width(f"+{left_over - 1}") + _CHIP_GAP * self.scale if left_over > 1 else 0.0
            if number and x + width + reserve > edge:
                self.layout.more = (x, more)
                return x + self.faces.more.width(more) + _CHIP_GAP * self.scale
            self.layout.chips.append(PlacedChip(x, center, width, citation, coding_id))
            x += width + _CHIP_GAP * self.scale
        return x


def _citations(cell: MatrixCell) -> dict[str, int]:
    """Return what the condensed text rests on; what stands in the cell where nothing is written or cited."""
    cited: dict[str, int] = {}
    for sentence in cell.sentences:
        for citation, coding_id in zip(sentence.all_citations, sentence.coding_ids, strict=True):
            cited.setdefault(citation, coding_id)
    if not cited:
        for quote in cell.quotes:
            cited.setdefault(quote.citation, quote.coding_id)
    return cited
