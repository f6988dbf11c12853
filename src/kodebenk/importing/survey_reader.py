"""Reads surveys (csv, tsv, xlsx): a row is a respondent, who says their free answers and has the fixed as attributes.

The text has a heading per respondent, below it one per question they answered, and the answer. Exports of Nettskjema,
SurveyXact and Forms look so; which column holds what is found by rule, and `ReadOptions.columns` overrules it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.imported_document import (
    ColumnUse,
    ImportedDocument,
    ImportedRespondent,
    ImportedTurn,
    ReadOptions,
    SourceWarning,
    SurveyColumn,
)
from kodebenk.importing.source_file import read_content
from kodebenk.importing.survey_columns import describe_columns, name_headings
from kodebenk.importing.table_files import Table, make_table
from kodebenk.importing.text_cleaning import clean_text

LARGEST_SURVEY = 200 * 1024 * 1024
"""Bytes."""

_DATA = re.compile(r"[-+]?\d+(?:[.,]\d+)?|\d{4}-\d\d-\d\d(?:[T ].*)?")
_MIDNIGHT_OR_SECONDS = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d)(?::00|:(?P<seconds>\d\d)(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class _Answer:
    """A free answer: its paragraphs are those from `first` to before `last` of the text."""

    label: str
    first: int
    last: int


def read_survey(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return a survey as one document whose turns are the free answers, labelled with who gave them.

    Who has no name in the file is called by their row, as `Rad 3`; a name that comes twice gets ` (2)`. Respondents
    without a free answer are in `respondents` only.

    Raises:
        SourceUnreadable: the file cannot be read; BAD_ROW with its place; NOT_THE_FORMAT where there are no headings;
            NO_TEXT where nobody gave a free answer.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path, largest=LARGEST_SURVEY)
    table = make_table(path, content, options.encoding)
    headings, rows = _read_answers(path, table)
    columns = describe_columns(headings, rows, options.columns)
    labels = _labels(columns, rows)
    draft = TextDraft(path, options)
    answers = list(_write_answers(draft, columns, rows, labels))
    if not answers:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path, detail="no free answers")
    composed = draft.compose()
    turns = (
        _turn(answer, composed.paragraphs[answer.first].start, composed.paragraphs[answer.last - 1].end)
        for answer in answers
    )
    silent = len(labels) - len({answer.label for answer in answers})
    return ImportedDocument(
        path=path,
        content=content,
        text=composed.text,
        kind=SourceKind.SURVEY,
        paragraphs=composed.paragraphs,
        headings=composed.headings,
        turns=tuple(turns),
        respondents=tuple(_respondents(columns, rows, labels)),
        columns=columns,
        encoding=table.encoding,
        warnings=(SourceWarning("respondents_without_answers", fields={"count": str(silent)}),) if silent else (),
    )


def _read_answers(path: Path, table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the headings, and a value for each of them in every row."""
    fields = [clean_text(field).strip() for field in table.header.fields]
    if any(_DATA.fullmatch(field) for field in fields) or not any(fields):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no headings in the first row")
    if not table.rows:
        raise SourceUnreadable(SourceProblem.EMPTY, path, detail="no rows below the headings")
    rows = []
    for row in table.rows:
        values = [_as_read(clean_text(field).strip()) for field in row.fields]
        if any(values[len(fields) :]):
            detail = f"{len(values)} values for {len(fields)} columns"
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=row.place, detail=detail)
        rows.append((*values[: len(fields)], *[""] * (len(fields) - len(values))))
    return name_headings(fields), rows


def _as_read(value: str) -> str:
    """Return a value as a person reads it: `2024-03-01T10:30:00` is `2024-03-01 10:30`."""
    moment = _MIDNIGHT_OR_SECONDS.fullmatch(value)
    if not moment:
        return value
    seconds = f":{moment['seconds']}" if moment["seconds"] else ""
    return f"{moment['day']} {moment['time']}{seconds}"


def _labels(columns: Sequence[SurveyColumn], rows: Sequence[Sequence[str]]) -> list[str]:
    named = next((number for number, column in enumerate(columns) if column.use is ColumnUse.NAME), None)
    labels: list[str] = []
    taken: set[str] = set()
    for number, row in enumerate(rows, start=1):
        name = " ".join(row[named].split()) if named is not None else ""
        name = name or f"Rad {number}"
        label, count = name, 1
        while label.casefold() in taken:
            count += 1
            label = f"{name} ({count})"
        taken.add(label.casefold())
        labels.append(label)
    return labels


def _write_answers(
    draft: TextDraft, columns: Sequence[SurveyColumn], rows: Sequence[Sequence[str]], labels: Sequence[str]
) -> Iterator[_Answer]:
    asked = [number for number, column in enumerate(columns) if column.use is ColumnUse.OPEN]
    for row, label in zip(rows, labels, strict=True):
        answered = [number for number in asked if row[number]]
        if answered:
            _write(draft, label, level=1)
        for number in answered:
            _write(draft, columns[number].heading, level=2)
            first = len(draft.paragraphs)
            for line in row[number].split("\n"):
                _write(draft, line)
            yield _Answer(label, first, len(draft.paragraphs))


def _write(draft: TextDraft, words: str, level: int = 0) -> None:
    draft.open.level = level
    draft.write(words.strip())
    draft.end_paragraph()


def _turn(answer: _Answer, start: int, end: int) -> ImportedTurn:
    return ImportedTurn(start, start, end, answer.label)


def _respondents(
    columns: Sequence[SurveyColumn], rows: Sequence[Sequence[str]], labels: Sequence[str]
) -> Iterator[ImportedRespondent]:
    closed = [(number, column.heading) for number, column in enumerate(columns) if column.use is ColumnUse.CLOSED]
    for row, label in zip(rows, labels, strict=True):
        attributes: Mapping[str, str] = {heading: row[number] for number, heading in closed if row[number]}
        yield ImportedRespondent(label, attributes)
