"""A Word document around finished blocks: A4, proofing language, page numbers, own styles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, BinaryIO

from kodebenk.bundled_files import find_resource
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.word_xml import field, insert_blocks, paragraph, parse_paragraph, run

MARGIN = 1020
"""Of the page on every side, in twentieths of a point: 1.8 cm."""
_SHORT_SIDE, _LONG_SIDE = 11906, 16838
LANDSCAPE_WIDTH = _LONG_SIDE - 2 * MARGIN
PORTRAIT_WIDTH = _SHORT_SIDE - 2 * MARGIN


def save_word_document(
    file: BinaryIO, blocks: Iterable[str], *, title: str, proofing: str, footer: tuple[str, str], landscape: bool = True
) -> None:
    """Write a document with the blocks (paragraphs and tables as XML) to the open file.

    Args:
        file: gets the document.
        blocks: the body, one string for each paragraph and table.
        title: goes into the properties of the document.
        proofing: language in which Word checks the spelling, such as `nb-NO`.
        footer: the words before the page number and before the number of pages.
        landscape: A4 lies; otherwise it stands.
    """
    import docx
    from lxml import etree

    document = docx.Document(str(find_resource("word/matrix_template.docx")))
    _lay_out(document.sections[0], landscape)
    _set_language(document, proofing)
    _set_properties(document.core_properties, title, proofing)
    _write_footer(document.sections[0].footer, footer)
    # python-docx has no other way to exchange the whole content; from here on `document` can only be saved.
    document.part._element = insert_blocks(etree.tostring(document.element, encoding="unicode"), blocks)
    document.save(file)


def _lay_out(section: Any, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    sides = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
    section.page_width, section.page_height = Twips(sides[0]), Twips(sides[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)


def _set_language(document: Any, proofing: str) -> None:
    from docx.oxml.ns import qn

    for language in (
        *document.styles.element.iter(qn("w:lang")),
        *document.settings.element.iter(qn("w:themeFontLang")),
    ):
        language.set(qn("w:val"), proofing)


def _set_properties(properties: Any, title: str, proofing: str) -> None:
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    # The format allows 255 characters; python-docx raises beyond.
    properties.title = legal_text(title)[:255]
    properties.language = proofing
    properties.created = properties.modified = now


def _write_footer(part: Any, footer: tuple[str, str]) -> None:
    part.is_linked_to_previous = False
    numbers = f"{run(footer[0])}{field('PAGE', '1')}{run(footer[1])}{field('NUMPAGES', '1')}"
    element = part._element
    for old in list(element):
        element.remove(old)
    element.append(parse_paragraph(paragraph("Footer", numbers)))
