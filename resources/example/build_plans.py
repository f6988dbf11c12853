"""Makes the two planning documents of the example study from their texts.

Run ``python resources/example/build_plans.py`` after a change to ``plans/handlingsplan.txt`` or
``plans/saksframlegg.txt``. Needs reportlab and python-docx, neither of which the program needs to open the
results. The same texts give the same bytes.

The markup is small: ``# `` and ``## `` begin a heading, ``- `` an item of a list, ``| a | b |`` a row of a
table whose first row is the header, ``{+ … +}`` is a tracked insertion (Word only). A blank line ends a
paragraph.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

PLANS = Path(__file__).parent / "plans"

SOFT_HYPHEN = "\u00ad"

# Places where a long word may be divided, written as people divide them by hand. A word is matched anywhere
# in a longer one, so that inflections and compounds follow.
DIVIDED_WORDS = (
    "admini|stra|sjon", "alter|nativer", "ansvar|lig", "arbeids|måten", "arbeids|tiden", "av|tale",
    "balan|sert", "barne|hage", "begrun|nelse", "behand|let", "behand|ling", "beskri|velse", "bud|sjett",
    "delta|kerne", "egen|skap", "endrin|ger", "enhets|leder", "enkelt|vedtak", "erfa|ringer",
    "eva|lue|ringen", "fag|systemer", "felles|midler", "formann|skapet", "for|ankret",
    "for|ankring", "for|klaring", "føl|ger", "gjel|der", "gjennom|føres", "gjennom|ført", "gjennom|gang",
    "hand|lings|plan", "hand|lings|rommet", "hen|vendel|ser", "hjemme|tjenesten", "indika|torer",
    "inn|byg|gerne", "kommunal|sjefen", "kommune|direk|tøren", "kommune|styret", "kompe|tanse",
    "kon|sulenter", "kost|nader", "leder|avtale", "mar|kert", "med|arbeider|under|søkelsen",
    "med|virkning", "merfor|bruk", "merk|nader", "mål|verksted",
    "offent|lig|gjøre", "omsorgs|tjenester", "om|dispo|neres", "om|stil|lings|fond", "opp|følging",
    "opp|læring", "opp|vekst", "orga|nisering", "orga|ni|sasjons|utvikling", "over|ordnede", "over|skudd",
    "plan|perioden", "på|rørende", "rap|por|tering", "rap|por|terings|kravet", "regne|stykke",
    "resul|tat|ansvar", "resul|tat|enhet", "resul|tat|styring", "samtale|partner", "sam|arbeid", "sam|let",
    "sam|menlikner", "sam|tidig", "sen|trum", "start|program", "tertial|rapporten", "til|lits|valgt",
    "tjeneste|områder", "uav|kortet", "under|skudd", "utval|gene", "ut|gifter", "ved|tatt",
    "vikar|utgiftene", "virke|dager", "virk|somhets|rapporten", "øko|nomi",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a marked-up text: its kind (heading1, heading2, item, table, text) and its lines."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one, without their marks."""
        return " ".join(self.lines)

    @property
    def cells(self) -> list[list[str]]:
        """The rows of a table."""
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in self.lines]


MARKS = (("## ", "heading2"), ("# ", "heading1"), ("- ", "item"))


def read_blocks(text: str) -> Iterator[Block]:
    """The blocks of a marked-up text, in order."""
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.splitlines()
        if lines[0].startswith("|"):
            rows = [line.strip() for line in lines if not re.fullmatch(r"[|\s:-]+", line)]
            yield Block("table", tuple(rows))
        elif any(lines[0].startswith(mark) for mark, _kind in MARKS):
            yield from (read_marked_line(line) for line in lines)
        else:
            yield Block("text", tuple(lines))


def read_marked_line(line: str) -> Block:
    """The heading or item on a line; text if it has no mark."""
    for mark, kind in MARKS:
        if line.startswith(mark):
            return Block(kind, (line.removeprefix(mark),))
    return Block("text", (line,))


# ---- PDF


def divide_words(text: str) -> str:
    """The text with soft hyphens in its long words."""
    for divided in DIVIDED_WORDS:
        pattern = f"{SOFT_HYPHEN}?".join(f"({part})" for part in divided.split("|"))
        text = re.sub(pattern, lambda found: SOFT_HYPHEN.join(found.groups()), text, flags=re.IGNORECASE)
    return text


def write_action_plan(source: Path, target: Path) -> int:
    """Writes the action plan as a PDF and returns its number of pages."""
    blocks = list(read_blocks(source.read_text(encoding="utf-8")))
    pages = lay_out_action_plan(blocks, BytesIO(), 0)
    with target.open("wb") as file:
        return lay_out_action_plan(blocks, file, pages)


def lay_out_action_plan(blocks: list[Block], file: Any, pages: int) -> int:
    """Writes the PDF with the given number of pages in its footer and returns how many it has."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    def draw_header_and_footer(canvas: Any, template: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(40 * mm, A4[1] - 18 * mm, "Fjellvik kommune · Handlingsplan 2025–2028")
        canvas.drawRightString(A4[0] - 40 * mm, 16 * mm, f"Side {template.page} av {pages}")

    template = BaseDocTemplate(
        file,
        pagesize=A4,
        invariant=1,
        lang="nb-NO",
        title="Handlingsplan 2025–2028",
        author="Fjellvik kommune",
    )
    frame = Frame(40 * mm, 27 * mm, A4[0] - 80 * mm, A4[1] - 58 * mm, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=draw_header_and_footer))
    template.build(make_flowables(blocks))
    return int(template.page)


def make_flowables(blocks: list[Block]) -> list[Any]:
    """The blocks as paragraphs that reportlab can lay out. The first heading is the title."""
    from reportlab.platypus import Paragraph

    styles = make_pdf_styles()
    kinds = ["title", *(block.kind for block in blocks[1:])]
    return [
        Paragraph(
            escape(divide_words(block.text) if kind in ("text", "item") else block.text),
            styles[kind],
            bulletText="–" if kind == "item" else None,
        )
        for kind, block in zip(kinds, blocks, strict=True)
    ]


def make_pdf_styles() -> dict[str, Any]:
    """The paragraph styles of the PDF, by kind of block."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle

    text = ParagraphStyle(
        "text",
        fontName="Times-Roman",
        fontSize=12.5,
        leading=19,
        spaceAfter=10,
        alignment=TA_JUSTIFY,
        embeddedHyphenation=1,
        allowWidows=0,
        allowOrphans=0,
    )
    title = ParagraphStyle("title", fontName="Times-Bold", fontSize=24, leading=30, spaceAfter=18, keepWithNext=1)
    return {
        "text": text,
        "item": ParagraphStyle("item", text, leftIndent=16, bulletFontName="Times-Roman", spaceAfter=4),
        "title": title,
        "heading1": ParagraphStyle("h1", title, fontSize=17, leading=22, spaceBefore=20, spaceAfter=8),
        "heading2": ParagraphStyle("h2", title, fontSize=13.5, leading=19, spaceBefore=10, spaceAfter=5),
    }


# ---- Word

WRITTEN = datetime(2024, 3, 7, 9, 0)
INSERTION = re.compile(r"(\{\+.*?\+\})")


def write_case_document(source: Path, target: Path) -> None:
    """Writes the case document as a Word file."""
    import docx

    document = docx.Document()
    set_page_and_language(document)
    set_properties(document)
    for block in read_blocks(source.read_text(encoding="utf-8")):
        add_block(document, block)
    buffer = BytesIO()
    document.save(buffer)
    target.write_bytes(fix_zip_dates(buffer.getvalue()))


def set_page_and_language(document: WordDocument) -> None:
    """Sets A4 and Norwegian bokmål, which is what Word proofreads the text as."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nb-NO")


def set_properties(document: WordDocument) -> None:
    """Sets title, author and dates, so that nothing of the template or of today is left."""
    properties = document.core_properties
    properties.title = "Saksframlegg 24/118"
    properties.author = properties.last_modified_by = "Nordøy kommune"
    properties.comments = ""
    properties.language = "nb-NO"
    properties.created = properties.modified = WRITTEN


def add_block(document: WordDocument, block: Block) -> None:
    """Adds a heading, an item, a table or a paragraph."""
    if block.kind == "table":
        add_table(document, block.cells)
    elif block.kind.startswith("heading"):
        document.add_heading(block.text, level=int(block.kind[-1]))
    else:
        style = "List Bullet" if block.kind == "item" else None
        add_runs(document.add_paragraph(style=style), block.text)


def add_runs(paragraph: WordParagraph, text: str) -> None:
    """Adds the text; what stands in ``{+ … +}`` becomes a tracked insertion."""
    for part in INSERTION.split(text):
        if INSERTION.fullmatch(part):
            add_insertion(paragraph, part[2:-2])
        elif part:
            paragraph.add_run(part)


def add_insertion(paragraph: WordParagraph, text: str) -> None:
    """Adds a tracked insertion (``w:ins``, ECMA-376 part 1, 17.13.5.18)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    insertion = OxmlElement("w:ins")
    insertion.set(qn("w:id"), str(900 + len(paragraph.part.element.findall(f".//{qn('w:ins')}"))))
    insertion.set(qn("w:author"), "Lene Hauge")
    insertion.set(qn("w:date"), WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ"))
    run = paragraph.add_run(text)
    insertion.append(run._r)
    paragraph._p.append(insertion)


def add_table(document: WordDocument, rows: list[list[str]]) -> None:
    """Adds a table whose first row is a header that Word repeats on each page."""
    from docx.oxml import OxmlElement

    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            add_runs(cell.paragraphs[0], text)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def fix_zip_dates(packed: bytes) -> bytes:
    """The same archive with one fixed date, because python-docx stamps the time of saving."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return target.getvalue()


def main() -> int:
    """Makes both files."""
    pages = write_action_plan(PLANS / "handlingsplan.txt", PLANS / "handlingsplan.pdf")
    write_case_document(PLANS / "saksframlegg.txt", PLANS / "saksframlegg.docx")
    sys.stdout.write(f"handlingsplan.pdf: {pages} pages\nsaksframlegg.docx: written\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
