"""Reads interview guides: from documents by the shape of their lines, from tables by their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from kodebenk.domain.document import SourceKind, TableCell
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.guide_lines import (
    GuideLine,
    LineUse,
    is_introduction,
    join_continued,
    read_lines,
    settle_uses,
    theme_name,
    without_follow_up_word,
)
from kodebenk.importing.imported_document import ImportedDocument, SourceWarning
from kodebenk.importing.source_file import read_content
from kodebenk.importing.table_files import Row, read_rows

GUIDE_SUFFIXES = (
    ".csv", ".docm", ".docx", ".htm", ".html", ".markdown", ".md", ".odt", ".pdf", ".rtf", ".tsv", ".txt", ".xlsm",
    ".xlsx",
)  # fmt: skip
"""Endings of the files that can be guides."""

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
_COLUMNS = {
    "theme": ("theme", "tema", "emne", "topic", "kategori"),
    "question": ("question", "spørsmål", "spm", "questions", "intervjuspørsmål"),
    "number": ("number", "nummer", "nr", "nr.", "no", "no.", "#"),
    "target_group": ("target_group", "target group", "målgruppe", "informantgruppe", "respondentgruppe"),
    "version": ("version", "versjon"),
}
_TITLE_LINES = 8
"""Lines at the top among which the title of a guide is looked for."""
_TITLE_WORDS = 8

_GUIDE_WORD = re.compile(r"intervju\s?-?guide|interview\s?guide|temaguide|samtaleguide|\bguide\b", re.IGNORECASE)
_GROUP_BEHIND = re.compile(
    r"(?:intervju\s?-?guide|interview\s?guide|temaguide|samtaleguide)n?\s*"
    r"(?:[–—:-]\s*|\bfor\s+|\btil\s+|\bmed\s+)(?P<group>[^(),;\n]+)",
    re.IGNORECASE,
)
_GROUP_LINE = re.compile(
    r"(?:målgruppe|informant(?:er|gruppe)?|respondent(?:er|gruppe)|target group|til)\s*:\s*(?P<group>.+)", re.IGNORECASE
)
_VERSION = re.compile(r"\b(?:versjon|version|utgave|ver\.|v\.?)\s*:?\s*(?P<version>\d[\w.]*)", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:dato|date|sist endret|revidert|oppdatert)\s*:?\s*(?P<date>\S.{2,30})|"
    r"(?P<bare>\d{1,2}\.\s?(?:\d{1,2}\.|[a-zæøå]+)\s?\d{4}|\d{4}-\d{2}-\d{2})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ImportedQuestion:
    """A question with the name of its theme, empty where it stands under none, and its number as printed."""

    theme: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class ImportedGuide:
    """An interview guide as it goes into a project.

    Attributes:
        target_group: for whom it is, empty where the file does not say so.
        version: a number such as "2", else a date as written, else empty.
        themes: in their order, each once.
    """

    path: Path
    content: bytes
    name: str
    target_group: str
    version: str
    themes: tuple[str, ...]
    questions: tuple[ImportedQuestion, ...]
    warnings: tuple[SourceWarning, ...] = ()


def read_guide(path: Path) -> ImportedGuide:
    """Return the guide that a file holds.

    Raises:
        SourceUnreadable: NO_QUESTIONS where no question was recognised, UNKNOWN_FORMAT, and what else a reader says.
    """
    suffix = path.suffix.casefold()
    if suffix not in GUIDE_SUFFIXES:
        read_content(path)
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=", ".join(GUIDE_SUFFIXES))
    guide = _read_table(path) if suffix in _TABLES else _read_document(path)
    if not guide.questions:
        raise SourceUnreadable(SourceProblem.NO_QUESTIONS, path)
    return guide


# Tables


def _read_table(path: Path) -> ImportedGuide:
    rows = read_rows(path)
    if rows and not any(name in rows[0] for name in _COLUMNS["question"]):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no column question")
    theme = ""
    questions = []
    for row in rows:
        theme = " ".join(_value(row, "theme").split()) or theme
        words = " ".join(_value(row, "question").split())
        if words:
            line = next(read_lines(words))
            questions.append(ImportedQuestion(theme, _value(row, "number") or line.number, line.words or words))
    return ImportedGuide(
        path=path,
        content=read_content(path),
        name=path.stem,
        target_group=_only_value(rows, "target_group"),
        version=_only_value(rows, "version"),
        themes=_themes_of(questions),
        questions=tuple(questions),
    )


def _value(row: Row, column: str) -> str:
    return next((row[name].strip() for name in _COLUMNS[column] if row.get(name, "").strip()), "")


def _only_value(rows: Sequence[Row], column: str) -> str:
    """Return what every row says that says anything, or nothing where they differ."""
    values = {value for row in rows if (value := _value(row, column))}
    return values.pop() if len(values) == 1 else ""


def _themes_of(questions: Sequence[ImportedQuestion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.theme for one in questions if one.theme))


# Documents


def _read_document(path: Path) -> ImportedGuide:
    from kodebenk.importing.readers import read_source

    document = read_source(path, SourceKind.PLAN)
    lines = list(_lines(document))
    title = _title_of(lines)
    told = [line for line in lines if line is not title and not _tells_of_guide(line)]
    found, left_out = _questions(join_continued(told, settle_uses(told)))
    head = lines[: next((index for index, line in enumerate(lines) if line.asks), len(lines))]
    warnings = (SourceWarning("introduction_left_out", fields={"count": str(left_out)}),) if left_out else ()
    return ImportedGuide(
        path=path,
        content=document.content,
        name=title.words if title else path.stem,
        target_group=_target_group(title, head),
        version=_version([line.words for line in head]) or _version([path.stem.replace("_", " ")]),
        themes=_themes_of(found),
        questions=tuple(found),
        warnings=(*document.warnings, *warnings),
    )


def _lines(document: ImportedDocument) -> Iterator[GuideLine]:
    """Yield the lines of a document; of a table of themes and questions, each row as a heading and its questions."""
    headings = {heading.start for heading in document.headings}
    tables = {number: list(cells) for number, cells in groupby(document.cells, key=lambda cell: cell.table)}
    asked = {number: _table_lines(document.text, cells) for number, cells in tables.items()}
    bounds = {
        number: (cells[0].start, max(cell.end for cell in cells)) for number, cells in tables.items() if asked[number]
    }
    given: set[int] = set()
    for span in document.paragraphs:
        table = next((number for number, (low, high) in bounds.items() if low <= span.start < high), None)
        if table is None:
            yield from read_lines(document.text[span.start : span.end], is_heading=span.start in headings)
        elif table not in given:
            given.add(table)
            yield from asked[table]


def _table_lines(text: str, cells: Sequence[TableCell]) -> list[GuideLine]:
    """Return the lines of a table with a column of questions, and perhaps one of themes; none for other tables."""
    rows = [
        {cell.column: text[cell.start : cell.end].strip() for cell in row}
        for _, row in groupby(sorted(cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row)
    ]
    columns = _columns_by_heading(rows[0]) or _columns_by_content(rows)
    if columns is None:
        return []
    theme_column, question_column = columns
    lines: list[GuideLine] = []
    theme = ""
    for row in rows[1:] if _columns_by_heading(rows[0]) else rows:
        named = " ".join(row.get(theme_column, "").split()) if theme_column is not None else ""
        if named and named != theme:
            theme = named
            lines.append(replace(next(read_lines(named)), use=LineUse.THEME))
        lines += (replace(line, use=LineUse.QUESTION) for line in read_lines(row.get(question_column, "")))
    return lines


def _columns_by_heading(row: Mapping[int, str]) -> tuple[int | None, int] | None:
    """Return the columns of themes and of questions that the first row of a table names, or None."""
    named = {
        field: column
        for column, words in row.items()
        for field in ("theme", "question")
        if words.strip(" :").casefold() in (*_COLUMNS[field], f"{_COLUMNS[field][1]}er", f"{_COLUMNS[field][0]}s")
    }
    return (named.get("theme"), named["question"]) if "question" in named else None


def _columns_by_content(rows: Sequence[Mapping[int, str]]) -> tuple[int | None, int] | None:
    """Return the columns of a table without a heading row: the one that asks, and the first before it that does not."""
    asking = Counter(column for row in rows for column, words in row.items() if any(map(_asks, read_lines(words))))
    if not asking:
        return None
    column, count = asking.most_common(1)[0]
    if 2 * count < len(rows):
        return None
    return next((one for one in sorted({key for row in rows for key in row}) if one < column), None), column


def _asks(line: GuideLine) -> bool:
    return line.asks


def _questions(lines: Sequence[tuple[GuideLine, LineUse]]) -> tuple[list[ImportedQuestion], int]:
    """Return the questions, and how many were left out because they belong to what is said before the interview."""
    questions: list[ImportedQuestion] = []
    theme, parent, below = "", "", 0
    left_out = 0
    for line, use in lines:
        if use is LineUse.THEME:
            theme = theme_name(line.words)
        elif use in (LineUse.QUESTION, LineUse.FOLLOW_UP):
            if is_introduction(theme):
                left_out += 1
                continue
            if use is LineUse.QUESTION:
                parent, below, number = line.number, 0, line.number
            else:
                below += 1
                number = f"{parent}{line.number or chr(ord('a') + below - 1)}"
            questions.append(ImportedQuestion(theme, number, without_follow_up_word(line.words)))
    return questions, left_out


# What is told of the guide itself


def _title_of(lines: Sequence[GuideLine]) -> GuideLine | None:
    return next((line for line in lines[:_TITLE_LINES] if _GUIDE_WORD.search(line.words) and not line.asks), None)


def _tells_of_guide(line: GuideLine) -> bool:
    return bool(
        _GROUP_LINE.match(line.words)
        or _DATE_LINE.match(line.words)
        or (_VERSION.match(line.words) and line.count <= _TITLE_WORDS)
    )


def _target_group(title: GuideLine | None, head: Sequence[GuideLine]) -> str:
    for line in head:
        if found := _GROUP_LINE.match(line.words):
            return found["group"].strip(" .")
    found = _GROUP_BEHIND.search(title.words) if title else None
    return _VERSION.sub("", found["group"]).strip(" ,.–—-") if found else ""


def _version(texts: Sequence[str]) -> str:
    for text in texts:
        if found := _VERSION.search(text):
            return found["version"].strip(".")
    for text in texts:
        if found := _DATE_LINE.match(text):
            return (found["date"] or found["bare"]).strip()
    return ""
