"""Says by rule what the columns of a survey hold: names, free answers, fixed answers, or nothing for a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.importing.imported_document import ColumnUse, SurveyColumn

_NAME_HEADINGS = (
    ("navn", "fullt navn", "name", "full name", "namn"),
    ("respondent", "informant", "deltaker", "deltakar", "participant", "respondentnavn"),
    ("alias", "pseudonym", "kode", "respondentkode"),
    (
        "respondent id",
        "respondent-id",
        "respondentid",
        "respondentnr",
        "respondent key",
        "deltaker-id",
        "participant id",
    ),
    ("id", "svarid", "svar-id", "svar id", "response id", "responseid", "submission id", "$submission_id", "#"),
    ("nr", "nr.", "no", "no.", "løpenummer", "løpenr", "nummer", "number"),
)
"""Headings of names, best first."""

_NAME_RANK = {heading: rank for rank, headings in enumerate(_NAME_HEADINGS) for heading in headings}
_TECHNICAL = frozenset(
    {
        *("levert", "innlevert", "svart", "opprettet", "endret", "sist endret", "tidsstempel", "tidspunkt", "varighet"),
        *("starttidspunkt", "fullføringstidspunkt", "tidspunkt for siste endring", "start", "slutt", "status", "språk"),
        *("start time", "completion time", "last modified time", "timestamp", "submitted", "created", "modified"),
        *("closetime", "starttime", "start date", "end date", "recorded date", "duration (in seconds)", "progress"),
        *("ip", "ip-adresse", "ip address", "user agent", "brukeragent", "referer", "locationlatitude"),
        *("locationlongitude", "distributionchannel", "userlanguage", "finished", "collector id", "respondenthash"),
        *("e-post", "epost", "e-postadresse", "email", "e-mail", "email address", "e-mail address", "recipientemail"),
    }
)
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:[ \xa0]\d{3})*(?:[.,]\d+)?\s?%?")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_MOMENT = re.compile(rf"(?:{_DATE.pattern})[T ,]+\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?.{{0,12}}")
_ADDRESS = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+|\d{1,3}(?:\.\d{1,3}){3}|https?://\S+|[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}"
)
_LONGEST_NAME = 40
_LONGEST_CHOICE = 30
_SENTENCE_ENDS = (".", "!", "?")
_FEW_ANSWERS = 12
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    values: tuple[str, ...]
    distinct: tuple[str, ...]

    def all_match(self, *shapes: re.Pattern[str]) -> bool:
        return all(any(shape.fullmatch(value) for shape in shapes) for value in self.distinct)


def name_headings(fields: Sequence[str]) -> tuple[str, ...]:
    """Return headings that differ: blanks run together, empty ones by their number, repeated ones with ` (2)`."""
    headings: list[str] = []
    taken: set[str] = set()
    for number, field in enumerate(fields, start=1):
        name = " ".join(field.split()) or f"Kolonne {number}"
        heading, count = name, 1
        while heading in taken:
            count += 1
            heading = f"{name} ({count})"
        taken.add(heading)
        headings.append(heading)
    return tuple(headings)


def describe_columns(
    headings: Sequence[str], rows: Sequence[Sequence[str]], told: Mapping[str, ColumnUse]
) -> tuple[SurveyColumn, ...]:
    """Return what each column holds; `told` says so by heading where the user knows better than the rule.

    Rows have a value for every heading, without blanks around it. One column at most has names.
    """
    columns = [_column(heading, [row[number] for row in rows]) for number, heading in enumerate(headings)]
    uses = [_use_of(column) for column in columns]
    if not any(told.get(heading) is ColumnUse.NAME for heading in headings):
        named = _find_names(columns, uses, len(rows), told)
        if named is not None:
            uses[named] = ColumnUse.NAME
    described = [
        SurveyColumn(
            heading=column.heading,
            use=told.get(column.heading, use),
            answered=len(column.values),
            distinct=len(column.distinct),
            examples=column.distinct[:_EXAMPLES],
        )
        for column, use in zip(columns, uses, strict=True)
    ]
    return _with_one_name(described)


def _column(heading: str, values: Sequence[str]) -> _Column:
    answered = tuple(value for value in values if value)
    return _Column(heading, answered, tuple(dict.fromkeys(answered)))


def _use_of(column: _Column) -> ColumnUse:
    if not column.values or column.heading.casefold() in _TECHNICAL or column.heading.startswith("$"):
        return ColumnUse.SKIPPED
    if column.all_match(_MOMENT, _ADDRESS):
        return ColumnUse.SKIPPED
    if column.all_match(_NUMBER, _DATE):
        return ColumnUse.CLOSED
    return ColumnUse.OPEN if _is_free_text(column) else ColumnUse.CLOSED


def _is_free_text(column: _Column) -> bool:
    """Tell whether answers are in people's own words: a third of them or more are long or sentences, said but once.

    Several choices in one value, as `E-post;Møte;`, are told by their parts, which recur.
    """
    parts = {part.strip() for value in column.distinct for part in value.split(";") if part.strip()}
    if all(";" in value for value in column.distinct) and len(parts) <= max(_FEW_ANSWERS, len(column.distinct)):
        return False
    wordy = [value for value in column.distinct if _is_wordy(value)]
    counts = Counter(column.values)
    said_once = sum(counts[value] == 1 for value in wordy)
    return 2 * said_once > len(wordy) and 3 * len(wordy) >= len(column.distinct)


def _is_wordy(value: str) -> bool:
    return len(value) > _LONGEST_CHOICE or (value.endswith(_SENTENCE_ENDS) and len(value.split()) >= 3)


def _find_names(
    columns: Sequence[_Column], uses: Sequence[ColumnUse], rows: int, told: Mapping[str, ColumnUse]
) -> int | None:
    """Return the column with the best heading that at least half of the rows fill, else the first that can be it."""
    free = [number for number, column in enumerate(columns) if column.heading not in told and column.values]
    headed = [
        number
        for number in free
        if columns[number].heading.casefold() in _NAME_RANK and 2 * len(columns[number].values) >= rows
    ]
    if headed:
        return min(headed, key=lambda number: _NAME_RANK[columns[number].heading.casefold()])
    first = next((number for number in free if uses[number] is not ColumnUse.SKIPPED), None)
    return first if first is not None and _can_be_names(columns[first], uses[first], rows) else None


def _can_be_names(column: _Column, use: ColumnUse, rows: int) -> bool:
    """Tell whether short values that all differ name the rows; ages and years do not, numbers that count do."""
    if use is ColumnUse.OPEN or rows < 2 or len(column.distinct) < rows:
        return False
    if max(map(len, column.distinct)) > _LONGEST_NAME:
        return False
    if not column.all_match(_NUMBER, _DATE):
        return True
    numbers = [int(value) for value in column.values if value.isascii() and value.isdigit()]
    return numbers == list(range(numbers[0], numbers[0] + rows)) if numbers else False


def _with_one_name(columns: Sequence[SurveyColumn]) -> tuple[SurveyColumn, ...]:
    described: list[SurveyColumn] = []
    for column in columns:
        is_second = column.use is ColumnUse.NAME and any(one.use is ColumnUse.NAME for one in described)
        described.append(replace(column, use=ColumnUse.CLOSED) if is_second else column)
    return tuple(described)
