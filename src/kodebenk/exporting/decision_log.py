"""A log of decisions to files, the format chosen by the ending of the name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from kodebenk.analysis.agreement.decision_log import DecisionLog, LoggedPlace
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.agreement_words import AgreementWords, agreement_words
from kodebenk.exporting.decision_words import DecisionWords, decision_words
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.tables import Value, fill_sheet, write_csv
from kodebenk.exporting.wording import count_of, matrix_words


def export_decision_log(log: DecisionLog, path: Path, language: str, *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write differences and the codebook to mend to `.docx`, `.xlsx` (two sheets) or `.csv` (two files).

    Returns:
        The files.

    Raises:
        ExportFailed: UNKNOWN_FORMAT, with the endings that are possible, and see `write_safely`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportFailed(ExportProblem.UNKNOWN_FORMAT, path, detail=", ".join(_WRITERS))
    return write(log, path, language, overwrite)


def mending_path(path: Path) -> Path:
    """Return where the codebook to mend goes: `logg-codebook.csv` beside `logg.csv`."""
    return path.with_name(f"{path.stem}-codebook{path.suffix}")


def log_columns(log: DecisionLog, words: DecisionWords) -> list[str]:
    """Return the headings of the table of differences."""
    given = [words.given.format(name=name) for name in log.raters]
    where = [words.number, words.source, words.citation, words.page, words.line, words.start, words.end, words.quote]
    settled = [words.choice, words.result, words.decided_by, words.decided_at, words.reason, words.tag, words.note]
    return [*where, *given, words.kind, words.shared, words.status, *settled]


def log_rows(log: DecisionLog, words: DecisionWords, agreement: AgreementWords) -> Iterator[list[Value]]:
    """Yield a row for each difference; times are UTC, what is shared goes from 0 to 1."""
    for place in log.places:
        given = place.codes or ((),) * len(log.raters)
        yield [
            *_where(place),
            *(", ".join(paths) for paths in given),
            agreement.kind_of(place.kind, place.boundary),
            place.iou,
            words.statuses[place.status],
            *_settled(place, words),
        ]


def _where(place: LoggedPlace) -> list[Value]:
    return [
        place.number,
        place.document,
        place.citation,
        place.page,
        place.line,
        place.start,
        place.end,
        place.quote,
    ]


def _settled(place: LoggedPlace, words: DecisionWords) -> list[Value]:
    one = place.settled
    if one is None:
        return [""] * 7
    decision = one.decision
    said = [words.chosen(one), words.put(one), one.decided_by, decision.decided_at]
    return [*said, decision.reason, words.tagged(one), decision.book_note]


def mending_columns(words: DecisionWords) -> list[str]:
    """Return the headings of the table of what the codebook should say."""
    who = [words.decided_by, words.decided_at, words.mended]
    return [words.codes, words.note, words.source, words.citation, words.quote, words.reason, words.tag, *who]


def mending_rows(log: DecisionLog, words: DecisionWords) -> Iterator[list[Value]]:
    """Yield a row for each decision that asks something of the codebook."""
    for one in log.mending:
        decision = one.settled.decision
        said = [decision.book_note, one.place.document, one.place.citation, one.place.quote, decision.reason]
        who = [words.tagged(one.settled), one.settled.decided_by, decision.decided_at]
        yield [", ".join(one.codes), *said, *who, decision.mended_at or words.not_mended]


def _write_tables(log: DecisionLog, path: Path, language: str, overwrite: bool) -> tuple[Path, ...]:
    words, agreement, beside = decision_words(language), agreement_words(language), mending_path(path)
    if beside.exists() and not overwrite:
        raise ExportFailed(ExportProblem.EXISTS, beside)

    def write(file: BinaryIO) -> None:
        write_csv(file, log_columns(log, words), log_rows(log, words, agreement))
        # Within the other: where the second cannot be written, there is neither.
        write_safely(
            beside,
            lambda other: write_csv(other, mending_columns(words), mending_rows(log, words)),
            overwrite=overwrite,
        )

    write_safely(path, write, overwrite=overwrite)
    return path, beside


def _write_workbook(log: DecisionLog, path: Path, language: str, overwrite: bool) -> tuple[Path, ...]:
    from kodebenk.exporting.workbook import TextWorkbook

    words, fixed = decision_words(language), matrix_words(language)
    book = TextWorkbook(fixed.cut_mark)
    rows = list(log_rows(log, words, agreement_words(language)))
    sheet = book.add_sheet(words.title)
    fill_sheet(sheet, log_columns(log, words), rows)
    fill_sheet(book.add_sheet(words.mending), mending_columns(words), list(mending_rows(log, words)))
    if book.cut_texts:
        sheet.write(len(rows) + 2, 0, count_of(fixed.cut_note, book.cut_texts), "note")
    content = book.finish(words.title)
    write_safely(path, lambda file: file.write(content), overwrite=overwrite)
    return (path,)


def _write_word(log: DecisionLog, path: Path, language: str, overwrite: bool) -> tuple[Path, ...]:
    from kodebenk.exporting.word_decisions import write_word_decisions

    write_word_decisions(log, path, language, overwrite=overwrite)
    return (path,)


_WRITERS: dict[str, Callable[[DecisionLog, Path, str, bool], tuple[Path, ...]]] = {
    ".docx": _write_word,
    ".xlsx": _write_workbook,
    ".csv": _write_tables,
}
