"""A comparison of coders as CSV: coefficients with contingency tables, and the ratings of every unit for R."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import BinaryIO

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedCode
from kodebenk.analysis.agreement.negotiated_agreement import Discussion
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.agreement_json import keyed_measures
from kodebenk.exporting.agreement_words import AgreementWords
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.tables import write_csv

_Value = str | int | float | None
_MOST_COMBINATIONS = 4
"""Coders of whom every combination has a column; of more only those that occur."""


def ratings_path(path: Path) -> Path:
    """Return where the ratings go: `enighet-ratings.csv` beside `enighet.csv`."""
    return path.with_name(f"{path.stem}-ratings{path.suffix}")


def write_agreement_tables(
    report: AgreementReport,
    path: Path,
    words: AgreementWords,
    *,
    discussion: Discussion | None = None,
    overwrite: bool = False,
) -> None:
    """Write both tables: coefficients at `path`, ratings at `ratings_path`. Raises ExportFailed, see `write_safely`."""
    beside = ratings_path(path)
    if beside.exists() and not overwrite:
        raise ExportFailed(ExportProblem.EXISTS, beside)

    def write(file: BinaryIO) -> None:
        columns = coefficient_columns(report, discussion)
        write_csv(file, columns, coefficient_rows(report, words, discussion))
        # Within the other: where the ratings cannot be written, there is neither.
        write_safely(
            beside,
            lambda other: write_csv(other, rating_columns(report), rating_rows(report)),
            overwrite=overwrite,
        )

    write_safely(path, write, overwrite=overwrite)


def coefficient_columns(report: AgreementReport, discussion: Discussion | None = None) -> list[str]:
    """Return the headings; `units_10` counts units that the first coder coded and the second did not.

    `alpha_after` is there where something was settled.
    """
    names = [rater.name for rater in report.setup.raters]
    return [
        "code",
        *(f"n {name}" for name in names),
        "prevalence",
        *keyed_measures(report),
        "alpha_low",
        "alpha_high",
        *(["alpha_after"] if discussion and discussion.after else []),
        "u_alpha_binary",
        "boundary_offset",
        *(f"units_{_digits(one)}" for one in _combinations(report)),
        "remark",
    ]


def coefficient_rows(
    report: AgreementReport, words: AgreementWords, discussion: Discussion | None = None
) -> Iterator[list[_Value]]:
    """Yield a row for each code; undefined coefficients are empty."""
    for code in report.codes:
        after = discussion.alpha_after(code) if discussion else None
        yield [
            code.path,
            *code.agreement.spans,
            code.agreement.prevalence.value,
            *(code.agreement.coefficients[measure].value for measure in keyed_measures(report).values()),
            code.interval.low,
            code.interval.high,
            *([after.value] if after else []),
            code.u_alpha_binary.value,
            code.offset.mean.value,
            *_contingency(code, report),
            words.remarks_of(code),
        ]


def _contingency(code: ComparedCode, report: AgreementReport) -> Iterator[int]:
    raters = range(len(report.setup.raters))
    counts = {tuple(rater in cell.coded for rater in raters): cell.units for cell in code.cells}
    yield from (counts.get(one, 0) for one in _combinations(report))


def _combinations(report: AgreementReport) -> list[tuple[bool, ...]]:
    raters = range(len(report.setup.raters))
    if len(raters) <= _MOST_COMBINATIONS:
        return list(product((True, False), repeat=len(raters)))
    cells = (cell for code in report.codes for cell in code.cells)
    return sorted({tuple(rater in cell.coded for rater in raters) for cell in cells}, reverse=True)


def _digits(combination: Sequence[bool]) -> str:
    return "".join("01"[coded] for coded in combination)


def rating_columns(report: AgreementReport) -> list[str]:
    """Return the headings; the last columns are the coders' ratings."""
    return ["code", "document", "unit", "start", "end", "units", *(rater.name for rater in report.setup.raters)]


def rating_rows(report: AgreementReport) -> Iterator[list[_Value]]:
    """Yield for each code the units in order, 1 where a coder coded it and 0 where not.

    `units` says how many a row stands for: one, but where characters are compared all those of a run that every coder
    has coded alike.
    """
    from kodebenk.analysis.agreement.unit_codes import list_stretches

    stretches = list(list_stretches(report.comparison))
    for number, code in enumerate(report.codes):
        for one in stretches:
            place = (report.documents[one.source].name, one.unit, one.start, one.end, one.size)
            yield [code.path, *place, *(int(number in codes) for codes in one.codes)]
