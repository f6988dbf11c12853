"""Sets the letters of a PDF page with pdfminer, at less cost for each, and with the text that stands in forms.

Imported by the worker only, since it needs pdfminer at once.
"""

from __future__ import annotations

from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTPage
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager


class LetterDevice(PDFPageAggregator):
    """Gathers the letters of a page, and lines of them as pdfminer does.

    The text of form objects (letterheads, stamped pages, whole pages put into another program's frame) counts as text
    of the page, where it is seen; pdfminer alone would leave it out. Images are left out.
    """

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), laparams=LAParams())
        self._glyphs: dict[tuple[Any, int], tuple[str, float]] = {}

    def begin_page(self, page: Any, ctm: Any) -> None:
        super().begin_page(page, ctm)
        self.cur_item = _Sheet(self.pageno, self.cur_item.bbox)

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Put what a form holds on the page itself; positions are the page's already."""

    def end_figure(self, _: str) -> None:
        """Nothing was begun."""

    def render_image(self, name: str, stream: Any) -> None:
        """Leave images out."""

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Add a letter; return how far the next one stands."""
        if font.is_vertical():
            return float(super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate))
        known = self._glyphs.get((font, cid))
        if known is None:
            known = self._glyphs[font, cid] = (self._text_of(font, cid), font.char_width(cid))
        letter = Letter(matrix, font, fontsize, scaling, rise, *known, 0, ncs, graphicstate)
        self.cur_item.add(letter)
        return letter.adv

    def _text_of(self, font: Any, cid: int) -> str:
        try:
            return str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            return str(self.handle_undefined_char(font, cid))


class Letter(LTChar):
    """A letter of a horizontal font. One that stands upright is measured without matrices, which saves a third."""

    def __init__(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        text: str,
        textwidth: float,
        textdisp: Any,
        ncs: Any,
        graphicstate: Any,
    ) -> None:
        (a, b, c, d, e, f) = matrix
        if b or c:
            super().__init__(matrix, font, fontsize, scaling, rise, text, textwidth, textdisp, ncs, graphicstate)
            return
        self._text = text
        self.matrix = matrix
        self.fontname = font.fontname
        self.ncs = ncs
        self.graphicstate = graphicstate
        self.adv = adv = textwidth * fontsize * scaling
        self.upright = a * d * scaling > 0
        bottom = font.get_descent() * fontsize + rise
        x0, x1 = e, a * adv + e
        y0, y1 = d * bottom + f, d * (bottom + fontsize) + f
        self.x0, self.x1 = (x0, x1) if x0 <= x1 else (x1, x0)
        self.y0, self.y1 = (y0, y1) if y0 <= y1 else (y1, y0)
        self.width = self.x1 - self.x0
        self.height = self.size = self.y1 - self.y0
        self.bbox = (self.x0, self.y0, self.x1, self.y1)


class _Sheet(LTPage):
    """A page that holds lines of letters in the order of the file, and drawn things.

    pdfminer goes on to gather lines into boxes and to order these by comparing each pair, in a time that grows with
    the square of their number, and among equal distances (cells of tables) in an order that changes from run to run.
    It also lays a grid of 50 points over the page, however large a broken file says that it is.
    """

    def analyze(self, laparams: LAParams) -> None:
        letters = [item for item in self if isinstance(item, LTChar)]
        others = [item for item in self if not isinstance(item, LTChar)]
        lines = [line for line in self.group_objects(laparams, letters) if not line.is_empty()] if letters else []
        for line in lines:
            line.analyze(laparams)
        self._objs = [*lines, *others]
