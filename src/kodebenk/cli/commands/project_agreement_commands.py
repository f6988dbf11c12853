"""`agreement`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.agreement.coders_report import (
    AgreementFigures,
    AgreementReport,
    Averages,
    CodeFigures,
    ComparedCode,
    Totals,
)
from kodebenk.analysis.agreement.comparison import DisagreementClass, Interval, Measure
from kodebenk.analysis.agreement.decision_log import DecisionLog
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.application import agreement_report, consensus_actions, consensus_log, consensus_report, scope_effect
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.sight import refuse_blind
from kodebenk.cli.agreement_words import shown_number
from kodebenk.cli.output import CommandResult, Value, align, cut, join_blocks
from kodebenk.cli.project_access import reading
from kodebenk.cli.words import Language, Text, message
from kodebenk.domain.consensus import Decision

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
    with reading(arguments, language) as project:
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
        report = scope_effect.with_alpha_of_all(material, agreement_report.compare_coders(material, setup))
        refuse_blind(project, report.setup.documents)
        decided = consensus_actions.decisions(project)
        after = consensus_report.compare_after(material, report, decided)
        log = consensus_log.read_log(project.connection, report, material) if arguments.log else None
    compared = _Compared(report, after, decided)
    found = agreement_report.report_as_json(report, language, after=after, decisions=decided)
    written = [*_write_report(compared, arguments, language), *_write_log(log, arguments, language)]
    if not written:
        return CommandResult(found, _as_text(compared, language))
    said = join_blocks(*(message("written", language, path=path) for path in written))
    shown = said if arguments.out else f"{_as_text(compared, language)}\n\n{said}"
    return CommandResult({**found, "written": [str(path) for path in written]}, shown)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A report, its figures after discussion where something was settled, and what was."""

    report: AgreementReport
    after: AgreementFigures | None
    decisions: tuple[Decision, ...]


def _write_report(compared: _Compared, arguments: argparse.Namespace, language: Language) -> tuple[Path, ...]:
    if not arguments.out:
        return ()
    return agreement_report.export_agreement(
        compared.report,
        arguments.out,
        language=language,
        overwrite=arguments.overwrite,
        after=compared.after,
        decisions=compared.decisions,
    )


def _write_log(log: DecisionLog | None, arguments: argparse.Namespace, language: Language) -> tuple[Path, ...]:
    if log is None:
        return ()
    return consensus_log.export_log(log, arguments.log, language=language, overwrite=arguments.overwrite)


def _as_text(compared: _Compared, language: Language) -> str:
    report, after, decided = compared.report, compared.after, compared.decisions
    blocks = [
        join_blocks(*agreement_report.setup_sentences(report, language, after=after, decisions=decided)),
        _code_table(report, after, language),
        _theme_table(report, language),
        _pair_table(report, language),
        _places(report, language),
    ]
    return "\n\n".join(block for block in blocks if block)


def _measures(report: AgreementReport) -> tuple[Measure, ...]:
    return Measure.PERCENT, Measure.POSITIVE_AGREEMENT, report.kappa, report.pi, Measure.AC1, Measure.ALPHA


def _code_table(report: AgreementReport, after: AgreementFigures | None, language: Language) -> str:
    words = agreement_report.wording(language)
    names = (words.measures[measure][0] for measure in _measures(report))
    later = [words.after] if after else []
    figures = [*names, words.interval, *later, "|uα", words.offset]
    codes_after: Sequence[CodeFigures | None] = after.codes if after else [None] * len(report.codes)
    rows = [
        *(_code_row(code, later, report, language) for code, later in zip(report.codes, codes_after, strict=True)),
        _totals_row(words.pooled, report.pooled, after.pooled if after else None, report, language),
        _totals_row(words.mean, report.mean, after.mean if after else None, report, language),
    ]
    return align([words.code, words.passages, words.prevalence, *figures, words.remark], rows)


def _code_row(
    code: ComparedCode, after: CodeFigures | None, report: AgreementReport, language: Language
) -> list[Value]:
    agreement = code.agreement
    return [
        code.path,
        " / ".join(map(str, agreement.spans)),
        shown_number(agreement.prevalence.value, language),
        *(shown_number(agreement.coefficients[measure].value, language) for measure in _measures(report)),
        _interval(code.interval, language),
        *_alpha_after(after.agreement.coefficients[Measure.ALPHA] if after else None, language),
        shown_number(code.u_alpha_binary.value, language),
        _length(code.offset.mean.value, language),
        agreement_report.wording(language).remarks_of(code),
    ]


def _totals_row(
    name: str, totals: Totals, after: Averages | None, report: AgreementReport, language: Language
) -> list[Value]:
    found = (totals.averages[measure].coefficient.value for measure in _measures(report))
    shown = [shown_number(value, language) for value in found]
    later = _alpha_after(after.averages[Measure.ALPHA].coefficient if after else None, language)
    return [name, "", "", *shown, _interval(totals.interval, language), *later, "", "", ""]


def _alpha_after(alpha: Coefficient | None, language: Language) -> list[Value]:
    """Return the cell of the column that is there where something was settled."""
    return [] if alpha is None else [shown_number(alpha.value, language)]


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
