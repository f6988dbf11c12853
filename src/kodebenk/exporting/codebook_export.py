"""The codebook as Word, REFI-QDA codebook, CSV or Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.codebook_words import CodebookWords, codebook_words
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.tables import Value, write_rows
from kodebenk.exporting.word_frame import PORTRAIT_WIDTH, save_word_document
from kodebenk.exporting.word_xml import Cell, paragraph, row, run, table

_QDA = "urn:QDA-XML:codebook:1.0"
_ORIGIN = "Kodebenk"


@dataclass(frozen=True, slots=True)
class ExportedCode:
    """A code with what is counted of it. Codes come in the order of the tree, parents before children.

    Attributes:
        path: `Styring/Resultatenhet`; depth: 0 for a theme.
        guid: with hyphens, as 8-4-4-4-12 hexadecimal digits.
        colour: `#rrggbb`.
        codings: number of codings of the code itself; respondents: number of respondents that they belong to.
    """

    path: str
    name: str
    depth: int
    guid: str
    colour: str
    definition: str = ""
    use_when: str = ""
    use_not: str = ""
    example: str = ""
    synonyms: tuple[str, ...] = ()
    codings: int = 0
    respondents: int = 0


def export_codebook(
    codes: Sequence[ExportedCode], path: Path, language: str = "nb", *, title: str = "", overwrite: bool = False
) -> None:
    """Write the codebook to a `.docx`, `.xlsx`, `.csv` or `.qdc` file.

    Args:
        codes: in the order of the tree.
        path: the target.
        language: of the headings, `nb` or `en`; CSV and Excel have the same column names in both, to be read back.
        title: such as the name of the project.
        overwrite: an existing file may be replaced.

    Raises:
        ExportFailed: UNKNOWN_FORMAT, with the endings that are possible, and see `write_safely`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportFailed(ExportProblem.UNKNOWN_FORMAT, path, detail=", ".join(_WRITERS))
    write(codes, path, codebook_words(language), title, overwrite)


_COLUMNS = (
    "path",
    "definition",
    "colour",
    "use_when",
    "use_not",
    "example",
    "synonyms",
    "codings",
    "respondents",
    "guid",
)


def _write_table(codes: Sequence[ExportedCode], path: Path, words: CodebookWords, title: str, overwrite: bool) -> None:
    rows = (_table_row(code) for code in codes)
    write_rows(path, _COLUMNS, rows, title=title or words.title, overwrite=overwrite, language=words.language)


def _table_row(code: ExportedCode) -> list[Value]:
    return [
        "; ".join(value) if isinstance(value, tuple) else value for value in (getattr(code, one) for one in _COLUMNS)
    ]


def _write_refi_codebook(
    codes: Sequence[ExportedCode], path: Path, words: CodebookWords, _title: str, overwrite: bool
) -> None:
    """Write a codebook as the REFI-QDA standard 1.0 has it; it has room for one description, so all texts go there."""
    from lxml import etree

    if not codes:
        raise ExportFailed(ExportProblem.CANNOT_WRITE, path, detail="REFI-QDA needs at least one code")
    content = etree.tostring(_refi_tree(codes, words), xml_declaration=True, encoding="utf-8", pretty_print=True)
    write_safely(path, lambda file: file.write(content), overwrite=overwrite)


def _refi_tree(codes: Sequence[ExportedCode], words: CodebookWords) -> Any:
    from lxml import etree

    # The annotation: lxml's stubs do not know the default namespace.
    namespaces: dict[Any, str] = {None: _QDA}
    book = etree.Element(f"{{{_QDA}}}CodeBook", {"origin": _ORIGIN}, nsmap=namespaces)
    parents = [etree.SubElement(book, f"{{{_QDA}}}Codes")]
    for code in codes:
        del parents[code.depth + 1 :]
        attributes = {"guid": code.guid, "name": legal_text(code.name), "isCodable": "true", "color": code.colour}
        element = etree.SubElement(parents[-1], f"{{{_QDA}}}Code", attributes)
        description = _description(code, words)
        if description:
            etree.SubElement(element, f"{{{_QDA}}}Description").text = legal_text(description)
        parents.append(element)
    return book


def _description(code: ExportedCode, words: CodebookWords) -> str:
    headed = (f"{heading}: {text}" for heading, text in _headed_texts(code, words))
    return "\n".join(part for part in (code.definition, *headed) if part)


def _headed_texts(code: ExportedCode, words: CodebookWords) -> Iterator[tuple[str, str]]:
    texts = (code.use_when, code.use_not, code.example, ", ".join(code.synonyms))
    for heading, text in zip((words.use_when, words.use_not, words.example, words.synonyms), texts, strict=True):
        if text:
            yield heading, text


def _write_word(codes: Sequence[ExportedCode], path: Path, words: CodebookWords, title: str, overwrite: bool) -> None:
    heading = f"{words.title}: {title}" if title else words.title
    blocks = [paragraph("Title", run(heading))]
    if codes:
        blocks += [paragraph("Heading1", run(words.tree)), _tree_table(codes, words)]
        blocks += [paragraph("KodebenkTegnforklaring", run(words.counting_note))]
        blocks += [paragraph("Heading1", run(words.definitions))]
        blocks += [block for code in codes for block in _definition(code, words)]
    write_safely(
        path,
        lambda file: save_word_document(
            file, blocks, title=heading, proofing=words.proofing, footer=words.footer, landscape=False
        ),
        overwrite=overwrite,
    )


def _tree_table(codes: Sequence[ExportedCode], words: CodebookWords) -> str:
    widths = (PORTRAIT_WIDTH - 2 * 1500, 1500, 1500)
    heads = [Cell(paragraph("KodebenkKolonnehode", run(one))) for one in (words.code, words.codings, words.respondents)]
    rows = [row(heads, widths, is_header=True)]
    for code in codes:
        # An em space per level: an indent of the paragraph would need a style per depth.
        name = paragraph("KodebenkCelle" if code.depth else "KodebenkRadhode", run("\u2003" * code.depth + code.name))
        counts = (paragraph("KodebenkCelle", run(str(number))) for number in (code.codings, code.respondents))
        rows.append(row([Cell(name), *map(Cell, counts)], widths))
    return table(rows, widths, "KodebenkTabell", words.tree)


def _definition(code: ExportedCode, words: CodebookWords) -> Iterator[str]:
    heading = "Heading2" if code.depth == 0 else "Heading3"
    texts = [run(code.definition) if code.definition else run(words.no_definition, "KodebenkMerke")]
    texts += [run(f"{lead}: ", "KodebenkLedetekst") + run(text) for lead, text in _headed_texts(code, words)]
    name = code.path.replace("/", " / ") if code.depth > 1 else code.name
    yield paragraph(heading, run(name))
    yield from (paragraph("KodebenkDefinisjon", text) for text in texts)


_WRITERS: dict[str, Callable[[Sequence[ExportedCode], Path, CodebookWords, str, bool], None]] = {
    ".docx": _write_word,
    ".xlsx": _write_table,
    ".csv": _write_table,
    ".qdc": _write_refi_codebook,
}
