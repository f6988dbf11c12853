"""Reads text files: encoding by rule, paragraphs by empty lines, pages by form feeds; repairs those made from print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import LONGEST_SOURCE_LINE, Heading, Page, SourceKind, Span
from kodebenk.domain.passage import index_at, trim_blanks
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import find_encoding
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.importing.print_text_lines import CAPTION, find_divided_lines, find_shape, read_lines
from kodebenk.importing.print_text_repair import PRINT_TEXT_REPAIRS, RepairedText, repair_print_text
from kodebenk.importing.source_file import read_content
from kodebenk.importing.text_cleaning import CleanedText, clean_paged_text
from kodebenk.importing.text_decoding import LARGEST_TEXT, decode_text
from kodebenk.importing.turn_splitter import split_turns

LONGEST_HEADING = 70
MOST_HEADING_WORDS = 9
_EMPTY_LINE = re.compile(r"\n[^\S\n]*(?=\n)")
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[^\S\n]+[^\W\d_a-zæøå]")
_ITEM = re.compile(r"\d{1,2}\.?[^\S\n]")
_CHAPTER = re.compile(r"(?:kapittel|kap\.|del|chapter|part)[^\S\n]+(?:\d+|[ivx]+)\b", re.IGNORECASE)
_BACK_MATTER = re.compile(r"(?:litteratur|kilde|referanse|vedlegg|appendi|references|bibliogra)", re.IGNORECASE)
_END_MARKS = (".", "?", "!", ":", ";", ",", "…", "-", "–")
_STATEMENT_END = re.compile(r"[.!:…][»”\"')\]]*$")
_SENTENCE_END = re.compile(r"[.?!:…][»”\"')\]]*$")


def read_plain_text(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return a text file as a document; its own lines and empty lines stay unless its shape says it is from print.

    Then the steps of the clean-up that are on are done, and lines are still numbered as in the file.

    Raises:
        SourceUnreadable: the file cannot be read, is not text, or holds no words.
    """
    content = read_content(path, largest=LARGEST_TEXT)
    encoding = options.encoding or find_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    cleaned = clean_paged_text(raw)
    lines = read_lines(cleaned.text, find_divided_lines(raw))
    if not lines:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path)
    shape = find_shape(lines)
    document = ImportedDocument(
        path=path,
        content=content,
        text=cleaned.text,
        kind=SourceKind.TRANSCRIPT,
        paragraphs=(),
        encoding=encoding,
        original=cleaned.text if shape else "",
        possible_repairs=PRINT_TEXT_REPAIRS if shape else frozenset(),
        warnings=warnings,
    )
    repairs = options.repairs & PRINT_TEXT_REPAIRS
    if not shape or not repairs:
        return _with_own_lines(document, cleaned)
    line_count = cleaned.text.count("\n") + 1
    return _with_repairs(document, repair_print_text(lines, shape, cleaned.page_starts, line_count, repairs))


def _with_own_lines(document: ImportedDocument, cleaned: CleanedText) -> ImportedDocument:
    paragraphs = find_paragraphs(document.text)
    turns = split_turns(document.text, paragraphs)
    headings = find_headings(document.text, paragraphs, spoken_from=turns[0].start if turns else None)
    return replace(document, paragraphs=paragraphs, headings=headings, pages=_pages(cleaned))


def _with_repairs(document: ImportedDocument, repaired: RepairedText) -> ImportedDocument:
    return replace(
        document,
        text=repaired.text,
        paragraphs=repaired.paragraphs,
        headings=tuple(sorted((*repaired.headings, *_titles(repaired)), key=lambda heading: heading.start)),
        pages=repaired.pages,
        line_starts=repaired.line_starts,
        cells=repaired.cells,
        items=repaired.items,
        repaired=repaired.repaired,
    )


def _titles(repaired: RepairedText) -> Iterator[Heading]:
    """Yield the headings without numbers, one level below the numbered heading that they stand under."""
    taken = {cell.start for cell in repaired.cells} | {item.start for item in repaired.items}
    paragraphs = [span for span in repaired.paragraphs if span.start not in taken]
    turns = split_turns(repaired.text, repaired.paragraphs, repaired.headings)
    starts = [heading.start for heading in repaired.headings]
    for title in find_headings(repaired.text, paragraphs, spoken_from=turns[0].start if turns else None):
        is_numbered = title.start in starts or repaired.text[title.start].isdigit()
        is_caption = CAPTION.match(repaired.text, title.start)
        if not is_numbered and not is_caption and Span(title.start, title.end) in repaired.titles:
            above = index_at(starts, title.start)
            is_outer = above < 0 or _BACK_MATTER.match(repaired.text, title.start)
            yield replace(title, level=1 if is_outer else repaired.headings[above].level + 1)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs, without blanks around them.

    Where the text has empty lines, they separate paragraphs; a block of short lines is one paragraph of several lines,
    but in a block with a line longer than print would have it every line is a paragraph. A text without empty lines
    has a paragraph per line.
    """
    body = trim_blanks(text, 0, len(text))
    has_empty_lines = _EMPTY_LINE.search(text, *body) is not None
    found = []
    for block in _split(text, Span(*body), _EMPTY_LINE):
        lines = [line for line in _lines(text, block) if text[line.start : line.end].strip()]
        as_one = has_empty_lines and all(line.end - line.start <= LONGEST_SOURCE_LINE for line in lines)
        found += [block] if as_one else lines
    trimmed = (trim_blanks(text, span.start, span.end) for span in found)
    return tuple(Span(start, end) for start, end in trimmed if start < end)


def find_headings(text: str, paragraphs: Sequence[Span], *, spoken_from: int | None = None) -> tuple[Heading, ...]:
    """Return the paragraphs that are surely headings, rather too few than too many.

    A heading is one short line without end mark, followed by more; numbered (`2.1 Mål`), a chapter mark, or a title
    after a finished sentence. Where lines break in mid-sentence, and from `spoken_from` on, only numbers and chapter
    marks count.
    """
    titles_allowed = _sentences_end_with_paragraphs(text, paragraphs)
    found = []
    for index, span in enumerate(paragraphs[:-1]):
        level = 0 if _is_listed(text, paragraphs, index) else _numbered_level(text, span)
        in_speech = spoken_from is not None and span.start >= spoken_from
        if level == 0 and titles_allowed and not in_speech and _is_title(text, paragraphs, index):
            level = 1
        if level:
            found.append(Heading(span.start, span.end, level))
    return tuple(found)


def _pages(cleaned: CleanedText) -> tuple[Page, ...]:
    ends = (*cleaned.page_starts[1:], len(cleaned.text))
    return tuple(
        Page(start, end, str(number))
        for number, (start, end) in enumerate(zip(cleaned.page_starts, ends, strict=False), start=1)
    )


def _split(text: str, span: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for found in separator.finditer(text, span.start, span.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, span.end)


def _lines(text: str, span: Span) -> Iterable[Span]:
    return _split(text, span, re.compile("\n"))


def _sentences_end_with_paragraphs(text: str, paragraphs: Sequence[Span]) -> bool:
    ended = sum(bool(_SENTENCE_END.search(text, max(span.start, span.end - 4), span.end)) for span in paragraphs)
    return 2 * ended >= len(paragraphs)


def _one_short_line(text: str, span: Span) -> str:
    words = text[span.start : span.end]
    short = len(words) <= LONGEST_HEADING and "\n" not in words and not words.endswith(_END_MARKS)
    return words if short else ""


def _numbered_level(text: str, span: Span) -> int:
    words = _one_short_line(text, span)
    if len(words.split()) > MOST_HEADING_WORDS or ":" in words:
        return 0
    numbered = _NUMBERED.match(words)
    if numbered:
        return numbered["number"].count(".") + 1
    return 1 if _CHAPTER.match(words) else 0


def _is_listed(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Tell whether a line numbered by one number stands beside another such line, as in a list."""
    beside = [_ITEM.match(text, span.start, span.end) for span in paragraphs[max(0, index - 1) : index + 2]]
    return _ITEM.match(text, paragraphs[index].start) is not None and sum(item is not None for item in beside) > 1


def _is_title(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    words = _one_short_line(text, paragraphs[index])
    if not words[:1].isupper() or len(words.split()) > MOST_HEADING_WORDS or ":" in words:
        return False
    before = paragraphs[index - 1] if index else None
    after = paragraphs[index + 1]
    # A short line after a question is its answer.
    follows_end = before is None or _STATEMENT_END.search(text, max(before.start, before.end - 4), before.end)
    leads_in = after.end - after.start > LONGEST_HEADING or _SENTENCE_END.search(text, after.start, after.end)
    return bool(follows_end and leads_in)
