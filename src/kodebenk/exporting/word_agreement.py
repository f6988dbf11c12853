"""A comparison of coders as a Word document: three-line tables with notes, method paragraphs, and the differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from kodebenk.analysis.agreement.coders_report import (
    AgreementFigures,
    AgreementReport,
    Averages,
    ComparedCode,
    ComparedPlace,
    ComparedTheme,
    RaterPair,
    SourceAgreement,
    Totals,
)
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.analysis.agreement.negotiated_agreement import Discussion
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.exporting.agreement_method import METHOD_LANGUAGES, method_paragraph
from kodebenk.exporting.agreement_notes import (
    abbreviations,
    discussion_notes,
    overlap_notes,
    result_notes,
    setup_notes,
    title_of,
)
from kodebenk.exporting.agreement_numbers import (
    shown_coefficient,
    shown_count,
    shown_interval,
    shown_measurement,
    shown_percent,
)
from kodebenk.exporting.agreement_words import AgreementWords
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.word_confusion import confusion_tables
from kodebenk.exporting.word_frame import save_word_document
from kodebenk.exporting.word_table_parts import caption, figure_cell, header, note, share_widths, text_cell
from kodebenk.exporting.word_xml import Cell, paragraph, row, run, table

_MAIN_SHARES = (0.16, 0.06, 0.075, 0.04, 0.05, 0.05, 0.05, 0.05, 0.11, 0.05, 0.1, 0.205)
_AFTER_SHARES = (0.15, 0.06, 0.07, 0.04, 0.045, 0.045, 0.045, 0.05, 0.11, 0.07, 0.05, 0.09, 0.175)
"""With a column for alpha after discussion."""
_THEME_SHARES = (0.34, 0.14, 0.14, 0.14, 0.24)
_PAIR_SHARES = (0.4, 0.12, 0.12, 0.12, 0.12, 0.12)
_SOURCE_SHARES = (0.34, 0.1, 0.16, 0.08, 0.08, 0.08, 0.08, 0.08)
_LOG_SHARES = (0.05, 0.15, 0.4, 0.13, 0.2, 0.07)
_LONGEST_QUOTE = 320


def write_word_agreement(
    report: AgreementReport,
    path: Path,
    words: AgreementWords,
    *,
    discussion: Discussion | None = None,
    overwrite: bool = False,
) -> None:
    """Write the report as an A4 landscape document. Raises ExportFailed, see `write_safely`."""
    blocks = (*_main_table(report, words, discussion), *_theme_table(report, words), *_pair_table(report, words))
    blocks = (*blocks, *_source_table(report, words), *confusion_tables(report, words, _next_number(report)))
    blocks = (*blocks, *_method(report, words, discussion), *_log(report, words))
    write_safely(
        path,
        lambda file: save_word_document(
            file, blocks, title=title_of(report, words), proofing=words.proofing, footer=words.footer
        ),
        overwrite=overwrite,
    )


def _next_number(report: AgreementReport) -> int:
    """Return the number of the first table after that of the sources."""
    return 2 + bool(report.themes) + (len(report.pairs) > 1) + (len(report.sources) > 1)


def _main_table(report: AgreementReport, words: AgreementWords, discussion: Discussion | None) -> Iterator[str]:
    after = discussion.after if discussion else None
    widths = share_widths(_MAIN_SHARES if after is None else _AFTER_SHARES)
    rows = (
        header([words.code, *_headings(report, words, after), words.remark], widths, left=(0, len(widths) - 1)),
        *_code_rows(report, words, widths, discussion),
        row(_totals(words.pooled, report.pooled, report, words, after.pooled if after else None), widths),
        row(_totals(words.mean, report.mean, report, words, after.mean if after else None), widths),
    )
    yield caption(1, title_of(report, words), words)
    yield table(rows, widths, "KodebenkTrelinjet", title_of(report, words))
    notes = (*setup_notes(report, words), *result_notes(report, words), *discussion_notes(discussion, words))
    yield note(words, (abbreviations(report, words), *notes))


def _headings(report: AgreementReport, words: AgreementWords, after: AgreementFigures | None) -> list[str]:
    measures = (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, report.kappa, Measure.AC1, Measure.ALPHA)
    symbols = [words.measures[one][0] for one in measures]
    later = [words.after] if after else []
    return [words.passages, words.prevalence, *symbols, words.interval, *later, "|uα", words.offset]


def _code_rows(
    report: AgreementReport, words: AgreementWords, widths: Sequence[int], discussion: Discussion | None
) -> Iterator[str]:
    themes = groupby(report.codes, key=lambda code: code.path.partition("/")[0])
    for theme, codes in themes:
        listed = list(codes)
        if len(listed) > 1 or "/" in listed[0].path:
            yield row([Cell(paragraph("KodebenkBand", run(theme)), columns=len(widths))], widths)
        for code in listed:
            later = discussion.alpha_after(code) if discussion else None
            yield row(_code_cells(code, report, words, later), widths)


def _code_cells(
    code: ComparedCode, report: AgreementReport, words: AgreementWords, later: Coefficient | None
) -> list[Cell]:
    agreement, found, language = code.agreement, code.agreement.coefficients, words.language
    figures = [
        " / ".join(map(str, agreement.spans)),
        shown_coefficient(agreement.prevalence, language),
        shown_percent(found[Measure.PERCENT]),
        *(
            shown_coefficient(found[measure], language)
            for measure in (Measure.POSITIVE_AGREEMENT, report.kappa, Measure.AC1, Measure.ALPHA)
        ),
        shown_interval(code.interval, language),
        *([shown_coefficient(later, language)] if later else []),
        shown_coefficient(code.u_alpha_binary, language),
        shown_measurement(code.offset.mean, language),
    ]
    name = code.path.partition("/")[2] or code.path
    return [text_cell(name), *map(figure_cell, figures), text_cell(words.remarks_of(code), "KodebenkRadtekst")]


def _totals(
    name: str, totals: Totals, report: AgreementReport, words: AgreementWords, after: Averages | None
) -> list[Cell]:
    found = {measure: average.coefficient for measure, average in totals.averages.items()}
    measures = (Measure.POSITIVE_AGREEMENT, report.kappa, Measure.AC1, Measure.ALPHA)
    figures = [
        "",
        "",
        shown_percent(found[Measure.PERCENT]),
        *(shown_coefficient(found[one], words.language) for one in measures),
        shown_interval(totals.interval, words.language),
        *([shown_coefficient(after.averages[Measure.ALPHA].coefficient, words.language)] if after else []),
        "",
        "",
    ]
    return [text_cell(name, "KodebenkRadhode"), *map(figure_cell, figures), text_cell("")]


def _theme_table(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    if not report.themes:
        return
    widths = share_widths(_THEME_SHARES)
    headings = [words.theme, "uα", "cuα", words.coverage, words.theme_alpha]
    rows = (row(_theme_cells(one, words), widths) for one in report.themes)
    yield caption(2, words.themes_title, words)
    yield table((header(headings, widths, left=(0,)), *rows), widths, "KodebenkTrelinjet", words.themes_title)
    yield note(words, (words.themes_note, *overlap_notes(report, words)))


def _theme_cells(theme: ComparedTheme, words: AgreementWords) -> list[Cell]:
    alphas, language = theme.alphas, words.language
    exclusive = (alphas.u_alpha, alphas.cu_alpha, alphas.coverage) if alphas else (None, None, None)
    return [
        text_cell(theme.name),
        *(figure_cell(shown_coefficient(one, language)) for one in (*exclusive, theme.alpha)),
    ]


def _pair_table(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    if len(report.pairs) < 2:
        return
    widths = share_widths(_PAIR_SHARES)
    measures = (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, Measure.COHEN, Measure.AC1, Measure.ALPHA)
    headings = [words.raters, *(words.measures[one][0] for one in measures)]
    rows = (row(_pair_cells(one, report, words), widths) for one in report.pairs)
    yield caption(2 + bool(report.themes), words.pairs_title, words)
    yield table((header(headings, widths, left=(0,)), *rows), widths, "KodebenkTrelinjet", words.pairs_title)
    yield note(words, tuple(setup_notes(report, words)))


def _pair_cells(pair: RaterPair, report: AgreementReport, words: AgreementWords) -> list[Cell]:
    names = [report.setup.raters[one].name for one in (pair.one, pair.other)]
    found = {measure: average.coefficient for measure, average in pair.pooled.items()}
    measures = (Measure.POSITIVE_AGREEMENT, Measure.COHEN, Measure.AC1, Measure.ALPHA)
    shown = [
        shown_percent(found[Measure.PERCENT]),
        *(shown_coefficient(found[one], words.language) for one in measures),
    ]
    return [text_cell(" – ".join(names)), *map(figure_cell, shown)]


def _source_table(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    if len(report.sources) < 2:
        return
    widths = share_widths(_SOURCE_SHARES)
    measures = (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, report.kappa, Measure.AC1, Measure.ALPHA)
    headings = [words.source, words.units_heading, words.passages, *(words.measures[one][0] for one in measures)]
    rows = (row(_source_cells(one, report, words), widths) for one in report.sources)
    yield caption(2 + bool(report.themes) + (len(report.pairs) > 1), words.sources_title, words)
    yield table((header(headings, widths, left=(0,)), *rows), widths, "KodebenkTrelinjet", words.sources_title)
    raters = " / ".join(rater.name for rater in report.setup.raters)
    yield note(words, (words.by_source_note.format(raters=raters),))


def _source_cells(source: SourceAgreement, report: AgreementReport, words: AgreementWords) -> list[Cell]:
    found, language = source.pooled, words.language
    measures = (Measure.POSITIVE_AGREEMENT, report.kappa, Measure.AC1, Measure.ALPHA)
    shown = [
        shown_count(source.units, language),
        " / ".join(map(str, source.spans)),
        shown_percent(found[Measure.PERCENT].coefficient),
        *(shown_coefficient(found[one].coefficient, language) for one in measures),
    ]
    return [text_cell(source.name), *map(figure_cell, shown)]


def _method(report: AgreementReport, words: AgreementWords, discussion: Discussion | None) -> Iterator[str]:
    yield paragraph("Heading1", run(words.method_title))
    for language, (name, proofing) in METHOD_LANGUAGES.items():
        yield paragraph("Heading3", run(name))
        yield paragraph("Normal", _in_language(method_paragraph(report, language, discussion), proofing))


def _in_language(text: str, proofing: str) -> str:
    """Return a run whose spelling Word checks in a language of its own."""
    return run(text).replace("<w:r>", f'<w:r><w:rPr><w:lang w:val="{proofing}"/></w:rPr>', 1)


def _log(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    if not report.disagreements:
        return
    widths = share_widths(_LOG_SHARES)
    headings = [words.number, words.place, words.quote, words.kind, words.codes, words.shared]
    rows = (
        row(_place_cells(number, place, report, words), widths)
        for number, place in enumerate(report.disagreements, start=1)
    )
    yield paragraph("Heading1", run(words.log_title), page_break_before=True)
    yield table((header(headings, widths, left=(1, 2, 3, 4)), *rows), widths, "KodebenkTabell", words.log_title)
    agreed = report.place_counts.get(DisagreementClass.AGREE, 0)
    yield note(words, (words.log_note.format(agreed=agreed),))


def _place_cells(number: int, place: ComparedPlace, report: AgreementReport, words: AgreementWords) -> list[Cell]:
    where = [words.page.format(page=place.page)] if place.page else []
    where.append(words.line.format(line=place.line))
    source = paragraph("KodebenkCelle", run(f"[{place.citation}]")) + "".join(
        paragraph("KodebenkRadtekst", run(text)) for text in (place.document, ", ".join(where))
    )
    given = zip(report.setup.raters, place.codes, strict=True)
    codes = "".join(
        paragraph("KodebenkCelle", run(f"{rater.name}: ", "KodebenkMerke") + run(_listed(paths, words)))
        for rater, paths in given
    )
    return [
        figure_cell(str(number)),
        Cell(source),
        text_cell(_cut(place.quote), "KodebenkSitat"),
        text_cell(words.kind_of(place.kind, place.boundary)),
        Cell(codes),
        figure_cell(words.percent.format(n=shown_percent(place.iou))),
    ]


def _listed(paths: Sequence[str], words: AgreementWords) -> str:
    return ", ".join(path.rpartition("/")[2] for path in paths) or words.none


def _cut(quote: str) -> str:
    """Return a long quotation without its middle: both ends show where it begins and stops."""
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    half = _LONGEST_QUOTE // 2
    return f"{quote[:half].rsplit(' ', 1)[0]} […] {quote[-half:].split(' ', 1)[-1]}"
