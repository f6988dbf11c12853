"""A comparison of coders as a JSON document. Its keys are those of the command line and never renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kodebenk import __version__
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
    TurnAgreement,
    TurnsBy,
)
from kodebenk.analysis.agreement.comparison import Confusion, Interval, Measure
from kodebenk.analysis.agreement.negotiated_agreement import Discussion, Resolution
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance
from kodebenk.analysis.agreement.turn_owners import TurnKind
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.exporting.agreement_method import METHOD_LANGUAGES, method_paragraph
from kodebenk.exporting.agreement_words import AgreementWords

_Json = dict[str, Any]


def agreement_json(report: AgreementReport, words: AgreementWords, discussion: Discussion | None = None) -> _Json:
    """Return the document; what is undefined is None, and `remark` says in words why."""
    after = discussion.after if discussion else None
    return {
        "setup": _setup(report),
        "codes": [_code(one, report, words) for one in report.codes],
        "pooled": _totals(report.pooled, report),
        "mean": _totals(report.mean, report),
        "groups": [_theme(one, words) for one in report.themes],
        "sets": {distance.value: report.sets[distance].value for distance in SetDistance},
        "pairs": [_pair(one, report) for one in report.pairs],
        "sources": [_source(one, report, words) for one in report.sources],
        "turns": [_turns(one, report, words) for one in report.turns_by(TurnsBy.KIND)],
        "speakers": [_turns(one, report, words) for one in report.turns_by(TurnsBy.RESPONDENT)],
        "respondent_groups": [_turns(one, report, words) for one in report.turns_by(TurnsBy.GROUP)],
        "confusion": [_confusion(one, report) for one in report.pairs],
        "disagreements": [_place(one, report) for one in report.disagreements],
        "method": {language: method_paragraph(report, language, discussion) for language in METHOD_LANGUAGES},
        "places": {kind.value: number for kind, number in sorted(report.place_counts.items())},
        "resolved": _resolution(discussion.resolution) if discussion else None,
        "after": _after(after) if after else None,
    }


def _resolution(found: Resolution) -> _Json:
    return {
        "differences": found.differences,
        "settled": found.settled,
        "left_open": found.deferred,
        "open": found.open,
        "share": found.share,
    }


def _after(after: AgreementFigures) -> _Json:
    return {
        "codes": {code.path: _coefficients(code.agreement.coefficients, after) for code in after.codes},
        "pooled": _averages(after.pooled, after),
        "mean": _averages(after.mean, after),
    }


def _setup(report: AgreementReport) -> _Json:
    setup = report.setup
    assert setup.unit is not None
    return {
        "coders": _names(report),
        "unit": setup.unit.value,
        "rule": setup.rule.value,
        "scope": setup.scope.value,
        "documents": [one.name for one in report.documents],
        "sample": report.sample.name if report.sample is not None else None,
        "units": report.units,
        "units_left_out": report.left_out,
        "codings": {one.name: _by_rater(one.codings, report) for one in report.documents},
        "unplaced": report.unplaced,
        "days": list(report.days) if report.days else None,
        "kappa": report.kappa.value,
        "pi": report.pi.value,
        "bootstrap": {
            "samples": setup.samples,
            "seed": setup.seed,
            "level": 0.95,
            "clusters": report.clusters,
            "whole_sources": report.whole_sources,
        },
        "text_sha256": {one.name: setup.text_hashes[one.id] for one in report.documents},
        "version": __version__,
    }


def _code(code: ComparedCode, report: AgreementReport, words: AgreementWords) -> _Json:
    return {
        "code": code.path,
        "n": _by_rater(code.agreement.spans, report),
        "coded_units": _by_rater(code.agreement.coded, report),
        "prevalence": code.agreement.prevalence.value,
        **_coefficients(code.agreement.coefficients, report),
        **_interval(code.interval),
        "u_alpha_binary": code.u_alpha_binary.value,
        "boundary_offset": code.offset.mean.value,
        "boundary_pairs": code.offset.pairs,
        "contingency": [
            {"coded_by": [_names(report)[rater] for rater in sorted(cell.coded)], "units": cell.units}
            for cell in code.cells
        ],
        "remark": words.remarks_of(code),
        "remarks": [one.kind.value for one in code.remarks],
    }


def _coefficients(found: Mapping[Measure, Coefficient], report: AgreementFigures) -> _Json:
    return {key: found[measure].value for key, measure in keyed_measures(report).items()}


def keyed_measures(report: AgreementFigures) -> Mapping[str, Measure]:
    """Return the measures of a report by their keys in files."""
    return {
        "percent": Measure.PERCENT,
        "f1": Measure.POSITIVE_AGREEMENT,
        "kappa": report.kappa,
        "pi": report.pi,
        "ac1": Measure.AC1,
        "brennan_prediger": Measure.BRENNAN_PREDIGER,
        "alpha": Measure.ALPHA,
    }


def _averages(totals: Averages, report: AgreementFigures) -> _Json:
    averages = totals.averages
    return _coefficients({one: averages[one].coefficient for one in keyed_measures(report).values()}, report)


def _totals(totals: Totals, report: AgreementReport) -> _Json:
    counted = totals.averages[Measure.ALPHA]
    return {
        **_averages(totals, report),
        **_interval(totals.interval),
        "codes": counted.codes,
        "left_out": counted.left_out,
    }


def _interval(interval: Interval) -> _Json:
    known = interval.low is not None
    return {
        "alpha_ci": [interval.low, interval.high] if known else None,
        "alpha_below_667": interval.below_667,
        "alpha_below_800": interval.below_800,
    }


def _theme(theme: ComparedTheme, words: AgreementWords) -> _Json:
    alphas = theme.alphas
    names = ", ".join(theme.overlapping)
    return {
        "group": theme.name,
        "codes": list(theme.codes),
        "u_alpha": alphas.u_alpha.value if alphas else None,
        "u_alpha_binary": alphas.u_alpha_binary.value if alphas else None,
        "cu_alpha": alphas.cu_alpha.value if alphas else None,
        "coverage": alphas.coverage if alphas else None,
        "k_u_alpha": {path: one.value for path, one in alphas.k_u_alpha.items()} if alphas else None,
        "alpha": theme.alpha.value,
        "overlapping_coders": list(theme.overlapping),
        "remark": words.overlap_note.format(theme=theme.name, names=names) if names else _reasons(theme, words),
    }


def _reasons(theme: ComparedTheme, words: AgreementWords) -> str:
    """Return why measures of a theme have no value."""
    found = {"uα": theme.alphas.u_alpha, "cuα": theme.alphas.cu_alpha} if theme.alphas else {}
    named = {**found, "α": theme.alpha}
    return "; ".join(f"{name}: {words.undefined[one.undefined]}" for name, one in named.items() if one.undefined)


def _pair(pair: RaterPair, report: AgreementReport) -> _Json:
    names, pooled = _names(report), pair.pooled
    return {
        "coders": [names[pair.one], names[pair.other]],
        "percent": pooled[Measure.PERCENT].coefficient.value,
        "f1": pooled[Measure.POSITIVE_AGREEMENT].coefficient.value,
        "kappa": pooled[Measure.COHEN].coefficient.value,
        "ac1": pooled[Measure.AC1].coefficient.value,
        "alpha": pooled[Measure.ALPHA].coefficient.value,
    }


def _source(source: SourceAgreement, report: AgreementReport, words: AgreementWords) -> _Json:
    return {"document": source.name, **_part(source, report, words)}


def _turns(turns: TurnAgreement, report: AgreementReport, words: AgreementWords) -> _Json:
    """Return a row with the kind of turns, and the respondent or group where it is one."""
    kind = turns.kind or TurnKind.RESPONDENT
    name = {} if turns.by is TurnsBy.KIND else {turns.by.value: turns.name or None}
    return {"turns": kind.value, **name, **_part(turns, report, words)}


def _part(part: SourceAgreement | TurnAgreement, report: AgreementReport, words: AgreementWords) -> _Json:
    keys = keyed_measures(report)
    alpha = part.pooled[Measure.ALPHA]
    paths = (code.path for code in report.codes)
    return {
        "units": part.units,
        "n": _by_rater(part.spans, report),
        **{key: part.pooled[measure].coefficient.value for key, measure in keys.items() if measure in part.pooled},
        "codes": alpha.codes,
        "alphas": {path: one.value for path, one in zip(paths, part.alphas, strict=True) if one.value is not None},
        "remark": words.undefined[alpha.coefficient.undefined] if alpha.coefficient.undefined else "",
    }


def _confusion(pair: RaterPair, report: AgreementReport) -> _Json:
    names = _names(report)
    return {"coders": [names[pair.one], names[pair.other]], "cells": list(_cells(pair.confusion, report))}


def _cells(confusion: Confusion, report: AgreementReport) -> Iterator[_Json]:
    """Yield the cells with something in them; None is "no code"."""
    paths: Sequence[str | None] = (*(code.path for code in report.codes), None)
    for row, first in enumerate(paths):
        for column, second in enumerate(paths):
            characters, passages = confusion.characters[row][column], confusion.passages[row][column]
            if characters or passages:
                yield {"first": first, "second": second, "characters": characters, "passages": passages}


def _place(place: ComparedPlace, report: AgreementReport) -> _Json:
    return {
        "class": place.kind.value,
        "boundary": place.boundary.value if place.boundary else None,
        "document": place.document,
        "start": place.start,
        "end": place.end,
        "codes": {name: list(codes) for name, codes in zip(_names(report), place.codes, strict=True)},
        "iou": place.iou,
        "characters_at_stake": place.stake,
        "citation": place.citation,
        "page": place.page,
        "line": place.line,
        "quote": place.quote,
    }


def _names(report: AgreementReport) -> list[str]:
    return [rater.name for rater in report.setup.raters]


def _by_rater(counts: Sequence[int], report: AgreementReport) -> dict[str, int]:
    return dict(zip(_names(report), counts, strict=True))
