"""`agreement-units`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from kodebenk.analysis.agreement.gamma import Gamma
from kodebenk.analysis.agreement.gamma_values import ValueGamma
from kodebenk.analysis.agreement.unitizing_alpha import ValueAlpha
from kodebenk.analysis.agreement.units_report import Chance, UnitsReport, report_units
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.application.agreement_units_file import UnitsFile, read_units_file
from kodebenk.cli.agreement_words import shown_number, undefined_sentence
from kodebenk.cli.error_messages import explain
from kodebenk.cli.output import CommandResult, align, join_blocks
from kodebenk.cli.words import Language, Text

_MEASURES = {
    "u_alpha": Text("uα, enheter og verdier", "uα, units and values"),
    "u_alpha_binary": Text("|uα, bare enheter og hull", "|uα, units and gaps alone"),
    "cu_alpha": Text("cuα, verdier der to har enheter", "cuα, values where two have units"),
    "alpha_u_1995": Text("α_U fra 1995, erstattet av uα", "α_U of 1995, superseded by uα"),
    "boundary_similarity": Text("B, likhet i grenser", "B, boundary similarity"),
    "gamma": Text("γ, sammenstilte enheter", "γ, aligned units"),
    "gamma_cat": Text("γ_cat, verdiene av enhetene", "γ_cat, values of the units"),
    "gamma_cat_aligned": Text("γ_cat (bare sammenstilte enheter)", "γ_cat (aligned units only)"),
}
_COUNTS = Text("{length} tegn; {coders} kodere: {names}", "{length} characters; {coders} coders: {names}")
_COVERAGE = Text("Dekning", "Coverage")
_HEADINGS = (Text("Mål", "Measure"), Text("Verdi", "Value"), _COVERAGE)
_VALUE_HEADING = Text("Verdi", "Value")
_BY_VALUE = {
    "k_u_alpha": Text("(k)uα", "(k)uα"),
    "gamma_k": Text("γ_k", "γ_k"),
    "gamma_k_aligned": Text("γ_k (bare sammenstilte)", "γ_k (aligned only)"),
}
_CHANCE = Text(
    "γ: {samples} tilfeldige utvalg med frø {seed}, ±{margin} av dem; posisjon veier {position}, verdi {value}.",
    "γ: {samples} random samples with seed {seed}, ±{margin} from them; position weighs {position}, value {value}.",
)
_VALUE_CHANCE = Text(
    "{name}: ±{margin} av de {samples} utvalgene der enheter ligger nær hverandre.",
    "{name}: ±{margin} from the {samples} samples in which units lie near each other.",
)
_JOINED = Text(
    "{count} enheter overlappet en annen med samme koder og verdi og ble slått sammen med den.",
    "{count} units overlapped another of the same coder and value and were joined to it.",
    "1 enhet overlappet en annen med samme koder og verdi og ble slått sammen med den.",
    "1 unit overlapped another of the same coder and value and was joined to it.",
)
_DROPPED = Text(
    "{count} enheter uten tegn ble utelatt.",
    "{count} units without characters were left out.",
    "1 enhet uten tegn ble utelatt.",
    "1 unit without characters was left out.",
)


def compare_units(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Compute every coefficient of several coders' units in one text."""
    read = read_units_file(arguments.file)
    chance = Chance(arguments.samples, arguments.seed) if arguments.gamma else None
    report = report_units(read.length, read.units, chance)
    return CommandResult(_as_json(read, report, language), _as_text(read, report, language))


def _as_json(read: UnitsFile, report: UnitsReport, language: Language) -> dict[str, object]:
    by_value = _by_value(report)
    return {
        "length": read.length,
        "coders": {name: len(listed) for name, listed in read.units.items()},
        **{name: one.value if one else None for name, one in _measures(report).items()},
        "coverage": report.exclusive.alphas.coverage if report.exclusive else None,
        "k_u_alpha": {value: one.value for value, one in by_value.items()},
        "k_u_coverage": {value: one.coverage for value, one in by_value.items()},
        **_gamma_keys(report.gamma),
        "remarks": list(_remarks(report, language)),
    }


def _measures(report: UnitsReport) -> dict[str, Coefficient | None]:
    """Return the coefficients by their keys; None for those that overlapping units do not have."""
    exclusive = report.exclusive
    return {
        "u_alpha": exclusive.alphas.u_alpha if exclusive else None,
        "u_alpha_binary": exclusive.alphas.u_alpha_binary if exclusive else None,
        "cu_alpha": exclusive.alphas.cu_alpha if exclusive else None,
        "alpha_u_1995": report.old_alpha,
        "boundary_similarity": exclusive.boundaries if exclusive else None,
        **(_gamma_measures(report.gamma) if report.gamma else {}),
    }


def _gamma_measures(gamma: Gamma) -> dict[str, Coefficient]:
    return {
        "gamma": gamma,
        "gamma_cat": gamma.cat.together,
        "gamma_cat_aligned": gamma.cat_aligned.together,
    }


def _by_value(report: UnitsReport) -> Mapping[str, ValueAlpha]:
    return report.exclusive.alphas.k_u_alpha if report.exclusive else {}


def _measures_by_value(report: UnitsReport) -> dict[str, Mapping[str, Coefficient]]:
    """Return the coefficients of single values by their keys."""
    gamma = report.gamma
    return {
        "k_u_alpha": _by_value(report),
        **({"gamma_k": gamma.cat.by_value, "gamma_k_aligned": gamma.cat_aligned.by_value} if gamma else {}),
    }


def _gamma_keys(gamma: Gamma | None) -> dict[str, object]:
    """Return what stands in the report only when γ was asked for."""
    if gamma is None:
        return {}
    return {
        "gamma_k": {value: one.value for value, one in gamma.cat.by_value.items()},
        "gamma_k_aligned": {value: one.value for value, one in gamma.cat_aligned.by_value.items()},
        **({"gamma_details": _gamma_json(gamma)} if gamma.value is not None else {}),
    }


def _gamma_json(gamma: Gamma) -> dict[str, object]:
    return {
        "disorder": gamma.disorder,
        "expected_disorder": gamma.expected,
        "groups": gamma.groups,
        "samples": gamma.samples,
        "seed": gamma.seed,
        "margin": gamma.margin,
        "position_weight": gamma.weights.position,
        "value_weight": gamma.weights.value,
        "gamma_cat": _value_gamma_json(gamma.cat.together),
        "gamma_cat_aligned": _value_gamma_json(gamma.cat_aligned.together),
    }


def _value_gamma_json(one: ValueGamma) -> dict[str, object]:
    return {
        "disorder": one.disorder,
        "expected_disorder": one.expected,
        "samples": one.samples,
        "margin": one.margin,
    }


def _remarks(report: UnitsReport, language: Language) -> Iterator[dict[str, object]]:
    for name, _, lack in _lacks(report, language):
        yield {"coefficient": name, "reason": lack.value, "message": undefined_sentence(lack, language)}
    for reason, sentence in _notes(report, language):
        yield {"coefficient": None, "reason": reason, "message": sentence}


def _notes(report: UnitsReport, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what was done with the units, by keys."""
    if report.refused:
        yield report.refused.rule.value, explain(report.refused, language)
    if report.exclusive and (joined := report.exclusive.continuum.joined):
        yield "units_joined", _JOINED.say(language, count=joined)
    if report.exclusive and (dropped := report.exclusive.continuum.dropped):
        yield "units_dropped", _DROPPED.say(language, count=dropped)


def _as_text(read: UnitsFile, report: UnitsReport, language: Language) -> str:
    names = ", ".join(f"{name} ({len(listed)})" for name, listed in read.units.items())
    blocks = [
        _COUNTS.say(language, length=read.length, coders=len(read.units), names=names),
        _measure_table(report, language),
        _value_table(report, language),
        join_blocks(*_chance_sentences(report, language), *_reasons(report, language)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _measure_table(report: UnitsReport, language: Language) -> str:
    coverage = report.exclusive.alphas.coverage if report.exclusive else None
    rows = [
        (
            _MEASURES[name].say(language),
            shown_number(one.value, language),
            shown_number(coverage, language) if name == "cu_alpha" else "",
        )
        for name, one in _measures(report).items()
        if one
    ]
    return align([one.say(language) for one in _HEADINGS], rows)


def _value_table(report: UnitsReport, language: Language) -> str:
    columns = [(heading, numbers) for heading, numbers in _value_columns(report) if numbers]
    values = sorted({value for _, numbers in columns for value in numbers})
    headings = [heading.say(language) for heading in (_VALUE_HEADING, *(heading for heading, _ in columns))]
    rows = [(value, *(shown_number(numbers.get(value), language) for _, numbers in columns)) for value in values]
    return align(headings, rows) if rows else ""


def _value_columns(report: UnitsReport) -> Iterator[tuple[Text, dict[str, float | None]]]:
    for name, listed in _measures_by_value(report).items():
        yield _BY_VALUE[name], {value: one.value for value, one in listed.items()}
        if name == "k_u_alpha":
            yield _COVERAGE, {value: one.coverage for value, one in _by_value(report).items()}


def _chance_sentences(report: UnitsReport, language: Language) -> Iterator[str]:
    gamma = report.gamma
    if gamma is None or gamma.value is None:
        return
    yield _CHANCE.say(
        language,
        samples=gamma.samples,
        seed=gamma.seed,
        margin=shown_number(gamma.margin, language),
        position=f"{gamma.weights.position:g}",
        value=f"{gamma.weights.value:g}",
    )
    yield from (
        _VALUE_CHANCE.say(
            language, name=_MEASURES[key].say(language), samples=one.samples, margin=shown_number(one.margin, language)
        )
        for key, one in (
            ("gamma_cat", gamma.cat.together),
            ("gamma_cat_aligned", gamma.cat_aligned.together),
        )
        if one.value is not None
    )


def _reasons(report: UnitsReport, language: Language) -> Iterator[str]:
    """Yield a sentence for each reason, with the measures or values it holds for in front."""
    names: dict[str, list[str]] = {}
    for _, shown, lack in _lacks(report, language):
        names.setdefault(undefined_sentence(lack, language), []).append(shown)
    for sentence, measures in names.items():
        yield f"{'; '.join(measures)}: {sentence}"
    yield from (sentence for _, sentence in _notes(report, language))


def _lacks(report: UnitsReport, language: Language) -> Iterator[tuple[str, str, Undefined]]:
    """Yield the key and the name of everything without a value, and why it has none."""
    for name, one in _measures(report).items():
        if one and one.undefined:
            yield name, _MEASURES[name].say(language), one.undefined
    for name, listed in _measures_by_value(report).items():
        for value, one in listed.items():
            if one.undefined:
                yield f"{name}.{value}", f"{_BY_VALUE[name].say(language)} {value}", one.undefined
