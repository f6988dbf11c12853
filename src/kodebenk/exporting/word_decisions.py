"""A log of decisions as a Word document: the differences with what became of each, and the codebook to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kodebenk.analysis.agreement.decision_log import BookNote, DecisionLog, LoggedDecision, LoggedPlace
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.exporting.agreement_numbers import shown_count, shown_percent
from kodebenk.exporting.agreement_words import AgreementWords, agreement_words
from kodebenk.exporting.decision_words import DecisionWords, decision_words
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH, save_word_document
from kodebenk.exporting.word_xml import Cell, paragraph, row, run, table

_LOG_SHARES = (0.04, 0.12, 0.25, 0.13, 0.15, 0.16, 0.15)
_MENDING_SHARES = (0.17, 0.23, 0.12, 0.25, 0.23)


def write_word_decisions(log: DecisionLog, path: Path, language: str, *, overwrite: bool = False) -> None:
    """Write the log as an A4 landscape document. Raises ExportFailed, see `write_safely`."""
    words, agreement = decision_words(language), agreement_words(language)
    title = f"{words.title}: {', '.join(log.raters)}"
    blocks = (paragraph("Heading1", run(title)), *_log(log, words, agreement), *_mending(log, words, agreement))
    write_safely(
        path,
        lambda file: save_word_document(
            file, blocks, title=title, proofing=agreement.proofing, footer=agreement.footer
        ),
        overwrite=overwrite,
    )


def _log(log: DecisionLog, words: DecisionWords, agreement: AgreementWords) -> Iterator[str]:
    counts = log.resolution
    numbers = {"settled": counts.settled, "n": counts.differences, "deferred": counts.deferred, "open": counts.open}
    shown = {name: shown_count(number, agreement.language) for name, number in numbers.items()}
    said = words.resolved[counts.differences != 1].format(**shown) if counts.differences else words.nothing_differs
    yield paragraph("Normal", run(said))
    if not log.places:
        return
    widths = _widths(_LOG_SHARES)
    headings = [words.number, words.place, words.quote, words.kind, words.codes, words.choice, words.reason]
    rows = (row(_place_cells(place, log, words, agreement), widths) for place in log.places)
    yield table((_header(headings, widths), *rows), widths, "KodebenkTabell", words.title)
    yield paragraph("KodebenkTegnforklaring", run(words.method_note))


def _place_cells(place: LoggedPlace, log: DecisionLog, words: DecisionWords, agreement: AgreementWords) -> list[Cell]:
    shared = [_small(words.percent.format(n=shown_percent(place.iou)))] if place.iou else []
    codes = "".join(
        paragraph("KodebenkCelle", run(f"{name}: ", "KodebenkMerke") + run(_listed(paths, agreement)))
        for name, paths in zip(log.raters, place.codes, strict=False)
    )
    return [
        Cell(paragraph("KodebenkVerdi", run("" if place.number is None else str(place.number)))),
        _source(place, agreement),
        Cell(paragraph("KodebenkSitat", run(place.quote))),
        Cell(_line(agreement.kind_of(place.kind, place.boundary)) + "".join(shared)),
        Cell(codes),
        _decision(place, words),
        _reason(place.settled, words),
    ]


def _source(place: LoggedPlace, agreement: AgreementWords) -> Cell:
    where = [agreement.page.format(page=place.page)] if place.page else []
    where += [agreement.line.format(line=place.line)] if place.line is not None else []
    citation = _line(f"[{place.citation}]") if place.citation else ""
    return Cell(citation + _small(place.document) + (_small(", ".join(where)) if where else ""))


def _decision(place: LoggedPlace, words: DecisionWords) -> Cell:
    one = place.settled
    if one is None:
        return Cell(_line(words.statuses[place.status]))
    lines = [_line(words.chosen(one))]
    held = "" if one.decision.choice is DecisionChoice.NEITHER else words.put(one)
    lines += [_line(held)] if held else []
    lines += [_small(words.statuses[place.status])] if place.number is None else []
    return Cell("".join(lines) + _small(_who(one)))


def _who(one: LoggedDecision) -> str:
    return f"{one.decided_by}, {one.decision.decided_at[:10]}"


def _reason(one: LoggedDecision | None, words: DecisionWords) -> Cell:
    if one is None:
        return Cell("")
    said = [part for part in (one.decision.reason, words.tagged(one)) if part]
    lines = [_line(part) for part in said]
    note = one.decision.book_note
    return Cell("".join((*lines, _small(words.to_codebook.format(note=note)) if note else "")))


def _mending(log: DecisionLog, words: DecisionWords, agreement: AgreementWords) -> Iterator[str]:
    if not log.mending:
        return
    widths = _widths(_MENDING_SHARES)
    headings = [words.codes, words.note, words.place, words.quote, words.reason]
    rows = (row(_mending_cells(one, words, agreement), widths) for one in log.mending)
    yield paragraph("Heading1", run(words.mending), page_break_before=True)
    yield table((_header(headings, widths), *rows), widths, "KodebenkTabell", words.mending)
    yield paragraph("KodebenkNote", "")


def _mending_cells(one: BookNote, words: DecisionWords, agreement: AgreementWords) -> list[Cell]:
    decision = one.settled.decision
    mended = decision.mended_at[:10] or words.not_mended
    said = (decision.reason, words.tagged(one.settled))
    return [
        Cell(_line(", ".join(one.codes))),
        Cell((_line(decision.book_note) if decision.book_note else "") + _small(f"{words.mended}: {mended}")),
        _source(one.place, agreement),
        Cell(paragraph("KodebenkSitat", run(one.place.quote))),
        Cell("".join(_line(part) for part in said if part) + _small(_who(one.settled))),
    ]


def _listed(paths: Sequence[str], agreement: AgreementWords) -> str:
    return ", ".join(path.rpartition("/")[2] for path in paths) or agreement.none


def _line(text: str) -> str:
    return paragraph("KodebenkCelle", run(text))


def _small(text: str) -> str:
    return paragraph("KodebenkRadtekst", run(text))


def _header(headings: Sequence[str], widths: Sequence[int]) -> str:
    return row([Cell(paragraph("KodebenkKolonnehode", run(name))) for name in headings], widths, is_header=True)


def _widths(shares: Sequence[float]) -> tuple[int, ...]:
    return tuple(int(LANDSCAPE_WIDTH * share) for share in shares)
