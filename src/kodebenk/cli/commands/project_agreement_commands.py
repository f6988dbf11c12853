"""`agreement`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedCode, Totals
from kodebenk.analysis.agreement.comparison import DisagreementClass, Interval, Measure
from kodebenk.application import agreement_report
from kodebenk.application.agreement_setup import make_setup
from kodebenk.cli.agreement_words import shown_number
from kodebenk.cli.output import CommandResult, Value, align, cut, join_blocks
from kodebenk.cli.project_access import reading
from kodebenk.cli.words import Language, Text, message

_THEME_HEADINGS = (
    Text("Tema", "Theme"),
    Text("uα", "uα"),
    Text("cuα", "cuα"),
    Text("Dekning", "Coverage"),
    Text("α, én kode", "α, one code"),
)
_PAIR_HEADING = Text("Kodere", "Coders")
_DIFFERENCES = Text(
    "{counts}. Hele listen: --json eller --out FIL.docx.", "{counts}. The whole list: --json or --out FILE.docx."
)
_PLACE_HEADINGS = (
    Text("Sted", "Place"),
    Text("Forskjell", "Difference"),
    Text("Koder", "Codes"),
    Text("Tegn", "Characters"),
    Text("Sitat", "Quote"),
)
_SHOWN_PLACES = 10
_NARROW_QUOTE = 48


def compare_coders(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Compare coders, or one coder's passes; the project is only read."""
    with reading(arguments.project) as project:
        setup = make_setup(
            project,
            arguments.coders,
            rounds=arguments.rounds,
            split=arguments.split or "",
            documents=arguments.documents,
            codes=arguments.codes,
            unit=arguments.unit,
            rule=arguments.rule,
            scope=arguments.scope,
            seed=arguments.seed,
        )
        material = agreement_report.read_agreement_material(project.connection)
    report = agreement_report.compare_coders(material, setup)
    found = agreement_report.report_as_json(report, language)
    if not arguments.out:
        return CommandResult(found, _as_text(report, language))
    written = agreement_report.export_agreement(report, arguments.out, language=language, overwrite=arguments.overwrite)
    said = join_blocks(*(message("written", language, path=path) for path in written))
    return CommandResult({**found, "written": [str(path) for path in written]}, said)


def _as_text(report: AgreementReport, language: Language) -> str:
    blocks = [
        join_blocks(*agreement_report.setup_sentences(report, language)),
        _code_table(report, language),
        _theme_table(report, language),
        _pair_table(report, language),
        _places(report, language),
    ]
    return "\n\n".join(block for block in blocks if block)


def _measures(report: AgreementReport) -> tuple[Measure, ...]:
    return Measure.PERCENT, Measure.POSITIVE_AGREEMENT, report.kappa, report.pi, Measure.AC1, Measure.ALPHA


def _code_table(report: AgreementReport, language: Language) -> str:
    words = agreement_report.wording(language)
    names = (words.measures[measure][0] for measure in _measures(report))
    headings = [words.code, words.passages, words.prevalence, *names, words.interval, "|uα", words.offset, words.remark]
    rows = [
        *(_code_row(code, report, language) for code in report.codes),
        _totals_row(words.pooled, report.pooled, report, language),
        _totals_row(words.mean, report.mean, report, language),
    ]
    return align(headings, rows)


def _code_row(code: ComparedCode, report: AgreementReport, language: Language) -> list[Value]:
    agreement = code.agreement
    return [
        code.path,
        " / ".join(map(str, agreement.spans)),
        shown_number(agreement.prevalence.value, language),
        *(shown_number(agreement.coefficients[measure].value, language) for measure in _measures(report)),
        _interval(code.interval, language),
        shown_number(code.u_alpha_binary.value, language),
        _length(code.offset.mean.value, language),
        agreement_report.wording(language).remarks_of(code),
    ]


def _totals_row(name: str, totals: Totals, report: AgreementReport, language: Language) -> list[Value]:
    found = (totals.averages[measure].coefficient.value for measure in _measures(report))
    shown = [shown_number(value, language) for value in found]
    return [name, "", "", *shown, _interval(totals.interval, language), "", "", ""]


def _length(characters: float | None, language: Language) -> str:
    shown = "–" if characters is None else f"{characters:.1f}"
    return shown.replace(".", ",") if language is Language.NB else shown


def _interval(interval: Interval, language: Language) -> str:
    if interval.low is None:
        return shown_number(None, language)
    return "; ".join(shown_number(end, language) for end in (interval.low, interval.high))


def _theme_table(report: AgreementReport, language: Language) -> str:
    rows: list[list[Value]] = []
    for one in report.themes:
        alphas = one.alphas
        found = (alphas.u_alpha.value, alphas.cu_alpha.value, alphas.coverage) if alphas else (None, None, None)
        rows.append([one.name, *(shown_number(value, language) for value in (*found, one.alpha.value))])
    return align([heading.say(language) for heading in _THEME_HEADINGS], rows) if rows else ""


def _pair_table(report: AgreementReport, language: Language) -> str:
    """Return the table of pairs; two coders are one pair, which the first table is about."""
    if len(report.pairs) < 2:
        return ""
    words = agreement_report.wording(language)
    measures = (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, Measure.COHEN, Measure.AC1, Measure.ALPHA)
    names = [rater.name for rater in report.setup.raters]
    rows = [
        [
            f"{names[pair.one]} – {names[pair.other]}",
            *(shown_number(pair.pooled[measure].coefficient.value, language) for measure in measures),
        ]
        for pair in report.pairs
    ]
    return align([_PAIR_HEADING.say(language), *(words.measures[measure][0] for measure in measures)], rows)


def _places(report: AgreementReport, language: Language) -> str:
    words = agreement_report.wording(language)
    counts = ", ".join(
        f"{words.classes[kind]}: {report.place_counts[kind]}"
        for kind in DisagreementClass
        if kind in report.place_counts
    )
    rows = list(_place_rows(report, language))
    said = _DIFFERENCES.say(language, counts=counts) if counts else ""
    return join_blocks(said, align([one.say(language) for one in _PLACE_HEADINGS], rows) if rows else "")


def _place_rows(report: AgreementReport, language: Language) -> Iterator[list[Value]]:
    words = agreement_report.wording(language)
    for place in report.disagreements[:_SHOWN_PLACES]:
        codes = " | ".join(", ".join(path.rpartition("/")[2] for path in given) or words.none for given in place.codes)
        kind = words.kind_of(place.kind, place.boundary)
        yield [place.citation, kind, codes, place.stake, cut(place.quote, _NARROW_QUOTE)]
