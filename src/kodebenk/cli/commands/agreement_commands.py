"""`agreement-ratings`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from kodebenk.analysis.agreement.ratings_report import RatingsReport, ValueAgreement, report_ratings
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.application.agreement_files import RatingsFile, read_ratings_file
from kodebenk.cli.agreement_words import LEVELS, MEASURES, REMARKS, WEIGHTS, shown_number, undefined_sentence
from kodebenk.cli.output import CommandResult, align, join_blocks
from kodebenk.cli.words import Language, Text

_COUNTS = Text(
    "{units} enheter, {compared} av dem med minst to verdier; {coders} kodere: {names}",
    "{units} units, {compared} of them with at least two values; {coders} coders: {names}",
)
_HEADINGS = (Text("Mål", "Measure"), Text("Verdi", "Value"), Text("Standardfeil", "Standard error"))
_WEIGHTED_HEADINGS = (Text("Med {weights}", "With {weights}"), *_HEADINGS[1:])
_VALUE_HEADINGS = (
    Text("Verdi", "Value"),
    Text("Antall", "Count"),
    Text("Kodere", "Coders"),
    Text("Enighet om verdien", "Positive agreement"),
    Text("Fleiss' kappa", "Fleiss' kappa"),
    Text("Alfa, nominalnivå", "Alpha, nominal"),
)
_SHOWN_VALUES = 30
_MORE_VALUES = Text("… og {count} verdier til.", "… and {count} more values.")


def compare_ratings(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Compute every coefficient of a table of ratings."""
    read = read_ratings_file(arguments.file, values=arguments.values, missing=arguments.missing)
    report = report_ratings(read.ratings, arguments.level, arguments.weights)
    return CommandResult(_as_json(read, report, language), _as_text(read, report, language))


def _as_json(read: RatingsFile, report: RatingsReport, language: Language) -> dict[str, object]:
    return {
        "units": report.units,
        "units_compared": report.compared,
        "coders": report.coders,
        "coder_names": list(read.coders),
        "values": list(read.ratings.values),
        "level": report.level.value,
        "weights": report.weights.value,
        **{name: one.value for name, one in report.plain.items()},
        "alpha_by_level": {level.value: one.value for level, one in report.by_level.items()},
        "weighted": {name: one.value for name, one in report.weighted.items()},
        "standard_errors": _parts(report.plain, "standard_error"),
        "chance_agreement": _parts(_without_alpha(report.plain), "expected"),
        "by_value": [_value_json(one) for one in report.by_value],
        "remarks": list(_remarks(report, language)),
    }


def _parts(found: Mapping[str, Coefficient], part: str) -> dict[str, float]:
    parts = {name: getattr(one, part, None) for name, one in found.items()}
    return {name: one for name, one in parts.items() if one is not None}


def _without_alpha(found: Mapping[str, Coefficient]) -> dict[str, Coefficient]:
    """Leave out what is not corrected for agreement by chance: alpha expects disagreement, percent nothing."""
    return {name: one for name, one in found.items() if name not in ("alpha", "percent")}


def _value_json(one: ValueAgreement) -> dict[str, object]:
    return {
        "value": one.value,
        "count": one.count,
        "coders": one.coders,
        "positive_agreement": one.positive.value,
        "fleiss_kappa": one.fleiss_kappa.value,
        "alpha": one.alpha.value,
    }


def _remarks(report: RatingsReport, language: Language) -> Iterator[dict[str, object]]:
    for name, reason in _gaps(report):
        yield {"coefficient": name, "reason": reason.value, "message": undefined_sentence(reason, language)}
    for remark in report.remarks:
        said = REMARKS[remark].say(language, count=report.units - report.compared)
        yield {"coefficient": None, "reason": remark.value, "message": said}


def _gaps(report: RatingsReport) -> Iterator[tuple[str, Undefined]]:
    """Yield the coefficients without a value, and why; the weighted ones under the names of the plain ones."""
    weighted = {f"weighted.{name}": one for name, one in report.weighted.items()}
    by_level = {f"alpha_by_level.{level.value}": one for level, one in report.by_level.items()}
    for name, one in {**report.plain, **by_level, **weighted}.items():
        if one.undefined is not None:
            yield name, one.undefined


def _as_text(read: RatingsFile, report: RatingsReport, language: Language) -> str:
    counts = _COUNTS.say(
        language,
        units=report.units,
        compared=report.compared,
        coders=report.coders,
        names=", ".join(read.coders),
    )
    blocks = [
        counts,
        _measure_table(report, report.plain, _HEADINGS, language),
        _measure_table(report, report.weighted, _WEIGHTED_HEADINGS, language) if report.weighted else "",
        _value_table(report, language),
        join_blocks(*_reasons(report, language)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _measure_table(
    report: RatingsReport, found: Mapping[str, Coefficient], headings: tuple[Text, ...], language: Language
) -> str:
    weights = WEIGHTS[report.weights].say(language)
    rows = [
        (
            _name(name, report, language),
            shown_number(one.value, language),
            shown_number(getattr(one, "standard_error", None), language),
        )
        for name, one in found.items()
    ]
    return align([one.say(language, weights=weights) for one in headings], rows)


def _name(name: str, report: RatingsReport, language: Language) -> str:
    weights, level = WEIGHTS[report.weights].say(language), LEVELS[report.level].say(language)
    return MEASURES[name].say(language, weights=weights, level=level)


def _value_table(report: RatingsReport, language: Language) -> str:
    rows = [
        (
            str(one.value),
            one.count,
            one.coders,
            shown_number(one.positive.value, language),
            shown_number(one.fleiss_kappa.value, language),
            shown_number(one.alpha.value, language),
        )
        for one in report.by_value[:_SHOWN_VALUES]
    ]
    more = len(report.by_value) - len(rows)
    shown = align([one.say(language) for one in _VALUE_HEADINGS], rows)
    return join_blocks(shown, _MORE_VALUES.say(language, count=more) if more else "")


def _reasons(report: RatingsReport, language: Language) -> Iterator[str]:
    """Yield a sentence for each reason, with the measures it holds for in front."""
    names: dict[Undefined, list[str]] = {}
    for name, one in report.plain.items():
        if one.undefined is not None:
            names.setdefault(one.undefined, []).append(_name(name, report, language))
    for reason, measures in names.items():
        yield f"{'; '.join(measures)}: {undefined_sentence(reason, language)}"
    for remark in report.remarks:
        yield REMARKS[remark].say(language, count=report.units - report.compared)
