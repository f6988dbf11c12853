"""The paragraph on agreement for a method chapter, in bokmål, nynorsk and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure, ProjectionRule
from kodebenk.analysis.agreement.negotiated_agreement import Discussion
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import whole_percent
from kodebenk.exporting.agreement_notes import told_sample
from kodebenk.exporting.agreement_numbers import shown_coefficient, shown_count, shown_interval, shown_percent
from kodebenk.exporting.wording import CountedText

METHOD_LANGUAGES: Mapping[str, tuple[str, str]] = {
    "nb": ("Bokmål", "nb-NO"),
    "nn": ("Nynorsk", "nn-NO"),
    "en": ("English", "en-GB"),
}
"""The languages of the paragraph: their own names, and what Word calls them."""

_MISSED = (
    DisagreementClass.BOUNDARY,
    DisagreementClass.DIFFERENT_CODE,
    DisagreementClass.EXTRA_CODE,
    DisagreementClass.MISSING,
)


@dataclass(frozen=True, kw_only=True)
class _Words:
    """The sentences, in the order of the paragraph; texts in braces are filled in."""

    numbers: Sequence[str]
    and_: str
    percent: str
    coders: str
    passes: str
    days: CountedText
    per_code: CountedText
    equivalence: str
    stability: str
    units: Mapping[UnitKind, str]
    masked: str
    whole: str
    sample: str
    rules: Mapping[ProjectionRule, str]
    one_code: str
    range: str
    no_range: str
    left_out: str
    pooled: str
    percent_range: str
    interval: str
    source_interval: str
    places: str
    no_places: str
    classes: Mapping[DisagreementClass, str]
    resolved: CountedText
    negotiated: str


def method_paragraph(report: AgreementReport, language: str, discussion: Discussion | None = None) -> str:
    """Return the paragraph in `nb`, `nn` or `en`; `KeyError` for another language.

    It says what was computed, not how the work was organised: whether coders worked apart from each other only the
    researchers know.
    """
    words = _WORDS[language]
    told = (
        *_say_who(report, words),
        *_say_how(report, words, language),
        *_say_what(report, words, language),
        *_say_resolved(discussion, words, language),
    )
    return " ".join(told)


def _say_who(report: AgreementReport, words: _Words) -> Iterator[str]:
    raters = report.setup.raters
    fields = {
        "number": _number(len(raters), words),
        "names": _list([rater.name for rater in raters], words),
        "n": len(report.documents),
        "of": report.known_documents,
        "percent": words.percent.format(n=shown_percent(len(report.documents) / report.known_documents)),
    }
    said = (words.passes if report.setup.is_stability else words.coders).format(**fields)
    yield f"{said[:1].upper()}{said[1:]}"
    if report.days:
        days = "–".join(map(str, sorted(set(report.days))))
        yield words.days[days != "1"].format(n=days)


def _say_how(report: AgreementReport, words: _Words, language: str) -> Iterator[str]:
    setup = report.setup
    kind = setup.unit or UnitKind.SENTENCE
    units = f"{shown_count(report.units, language)} {words.units[kind]}"
    scope = words.masked if setup.scope is Scope.RESPONDENTS else words.whole
    rule = "" if kind is UnitKind.CHARACTER else words.rules[setup.rule]
    said = words.stability if setup.is_stability else words.equivalence
    number = len(report.codes)
    codes = words.per_code[number != 1].format(n=_number(number, words))
    yield said.format(units=units, codes=codes, scope=scope, rule=rule)
    if report.sample is not None:
        yield words.sample.format(**told_sample(report.sample, language))


def _say_what(report: AgreementReport, words: _Words, language: str) -> Iterator[str]:
    alphas = _values(report, Measure.ALPHA)
    mean = report.mean.averages[Measure.ALPHA]
    shown = {
        "low": shown_coefficient(min(alphas, default=None), language),
        "high": shown_coefficient(max(alphas, default=None), language),
        "mean": shown_coefficient(mean.coefficient, language),
        "codes": mean.codes,
    }
    yield (words.range if len(alphas) > 1 else words.one_code if alphas else words.no_range).format(**shown)
    if mean.left_out and alphas:
        yield words.left_out.format(n=_number(mean.left_out, words))
    if len(alphas) > 1:
        pooled = shown_coefficient(report.pooled.averages[Measure.ALPHA].coefficient, language)
        interval = shown_interval(report.pooled.interval, language)
        yield words.pooled.format(alpha=pooled, interval="" if interval == "–" else f" {interval}")
    yield from _say_percent(report, words)
    yield from _say_interval(report, words, language)
    yield from _say_places(report, words, language)


def _say_percent(report: AgreementReport, words: _Words) -> Iterator[str]:
    found = _values(report, Measure.PERCENT)
    if found:
        yield words.percent_range.format(
            low=shown_percent(min(found)), high=words.percent.format(n=shown_percent(max(found)))
        )


def _say_interval(report: AgreementReport, words: _Words, language: str) -> Iterator[str]:
    if report.pooled.interval.low is None and all(code.interval.low is None for code in report.codes):
        return
    said = words.source_interval if report.whole_sources else words.interval
    samples = shown_count(report.setup.samples, language)
    yield said.format(n=shown_count(report.clusters, language), samples=samples, seed=report.setup.seed)


def _say_places(report: AgreementReport, words: _Words, language: str) -> Iterator[str]:
    counts = report.place_counts
    differing = len(report.disagreements)
    agreed = counts.get(DisagreementClass.AGREE, 0)
    listed = [f"{words.classes[kind]} {counts[kind]}" for kind in _MISSED if counts.get(kind)]
    fields = {"of": shown_count(agreed + differing, language), "agreed": agreed, "n": shown_count(differing, language)}
    if agreed + differing:
        yield (words.places if differing else words.no_places).format(**fields, listed=", ".join(listed))


def _say_resolved(discussion: Discussion | None, words: _Words, language: str) -> Iterator[str]:
    if discussion is None or discussion.resolution.share is None:
        return
    number = discussion.resolution.differences
    percent = words.percent.format(n=whole_percent(discussion.resolution.share))
    yield words.resolved[number != 1].format(percent=percent, n=shown_count(number, language))
    pooled = discussion.after.pooled.averages[Measure.ALPHA].coefficient if discussion.after else None
    if pooled is not None and pooled.value is not None:
        yield words.negotiated.format(alpha=shown_coefficient(pooled, language))


def _values(report: AgreementReport, measure: Measure) -> list[float]:
    """Return the coefficients of the codes that vary."""
    found = (code.agreement.coefficients[measure].value for code in report.codes if code.agreement.varies)
    return [one for one in found if one is not None]


def _number(number: int, words: _Words) -> str:
    return words.numbers[number] if number < len(words.numbers) else str(number)


def _list(names: Sequence[str], words: _Words) -> str:
    return f" {words.and_} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


_NB = _Words(
    numbers=["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    and_="og",
    percent="{n}\u00a0%",
    coders="{number} kodere ({names}) kodet {n} av {of} kilder ({percent}).",
    passes="{n} av {of} kilder ({percent}) ble kodet i {number} omganger ({names}).",
    days=("Det gikk 1 dag mellom omgangene.", "Det gikk {n} dager mellom omgangene."),
    per_code=("én kode", "hver av {n} koder"),
    equivalence="Enigheten mellom koderne (ekvivalens) er beregnet for {codes} på {units}{scope}{rule}.",
    stability="Enigheten over tid (stabilitet) er beregnet for {codes} på {units}{scope}{rule}.",
    units={
        UnitKind.CHARACTER: "tegn",
        UnitKind.WORD: "ord",
        UnitKind.SENTENCE: "setninger",
        UnitKind.TURN: "taleturer",
        UnitKind.PARAGRAPH: "avsnitt",
    },
    masked="; intervjuernes turer, talernavn, overskrifter og spørsmål fra intervjuguiden er holdt utenfor",
    whole="; hele teksten er med",
    sample="Bare et tilfeldig utvalg på {n} av {of} turer er sammenliknet (frø {seed}).",
    rules={
        ProjectionRule.ANY: ", og en enhet regnes som kodet når en passasje dekker minst ett tegn av den",
        ProjectionRule.HALF_UNIT: ", og en enhet regnes som kodet når minst halvparten av den er dekket",
        ProjectionRule.HALF_SHORTER: ", og en enhet regnes som kodet når minst halvparten av den korteste av passasjen "
        "og enheten er dekket",
    },
    one_code="Krippendorffs α er {mean}.",
    range="Krippendorffs α går fra {low} til {high} over {codes} koder (gjennomsnitt {mean}).",
    no_range="Krippendorffs α er ikke definert for noen av kodene, for enten alle eller ingen av enhetene er kodet.",
    left_out="Koder som ikke varierer mellom enhetene, er holdt utenfor ({n}).",
    pooled="Samlet over kodene er α {alpha}{interval}.",
    percent_range="Prosent enighet går fra {low} til {high}.",
    interval="Konfidensintervallene (95\u00a0%) er persentilbootstrap over {n} taleturer eller avsnitt (B = "
    "{samples}, frø {seed}).",
    source_interval="Konfidensintervallene (95\u00a0%) er persentilbootstrap over {n} kilder (B = {samples}, frø "
    "{seed}).",
    places="Av {of} kodede steder var {agreed} like (samme kode og minst 90\u00a0% felles tegn) og {n} forskjellige "
    "({listed}).",
    no_places="Alle {of} kodede steder var like (samme kode og minst 90\u00a0% felles tegn).",
    classes={
        DisagreementClass.BOUNDARY: "ulik grense",
        DisagreementClass.DIFFERENT_CODE: "annen kode",
        DisagreementClass.EXTRA_CODE: "ekstra kode",
        DisagreementClass.MISSING: "mangler hos noen",
    },
    resolved=(
        "Etter drøfting er {percent} av 1 forskjell avgjort.",
        "Etter drøfting er {percent} av {n} forskjeller avgjort.",
    ),
    negotiated="Med det som ble avgjort satt inn, er samlet α {alpha} (forhandlet enighet).",
)

_NN = _Words(
    numbers=["null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    and_="og",
    percent="{n}\u00a0%",
    coders="{number} kodarar ({names}) koda {n} av {of} kjelder ({percent}).",
    passes="{n} av {of} kjelder ({percent}) vart koda i {number} omgangar ({names}).",
    days=("Det gjekk 1 dag mellom omgangane.", "Det gjekk {n} dagar mellom omgangane."),
    per_code=("éin kode", "kvar av {n} kodar"),
    equivalence="Semja mellom kodarane (ekvivalens) er rekna ut for {codes} på {units}{scope}{rule}.",
    stability="Semja over tid (stabilitet) er rekna ut for {codes} på {units}{scope}{rule}.",
    units={
        UnitKind.CHARACTER: "teikn",
        UnitKind.WORD: "ord",
        UnitKind.SENTENCE: "setningar",
        UnitKind.TURN: "taleturar",
        UnitKind.PARAGRAPH: "avsnitt",
    },
    masked="; turane til intervjuarane, talarnamn, overskrifter og spørsmål frå intervjuguiden er haldne utanfor",
    whole="; heile teksten er med",
    sample="Berre eit tilfeldig utval på {n} av {of} turar er samanlikna (frø {seed}).",
    rules={
        ProjectionRule.ANY: ", og ei eining er rekna som koda når ein passasje dekkjer minst eitt teikn av henne",
        ProjectionRule.HALF_UNIT: ", og ei eining er rekna som koda når minst halvparten av henne er dekt",
        ProjectionRule.HALF_SHORTER: ", og ei eining er rekna som koda når minst halvparten av den kortaste av "
        "passasjen og eininga er dekt",
    },
    one_code="Krippendorffs α er {mean}.",
    range="Krippendorffs α går frå {low} til {high} over {codes} kodar (gjennomsnitt {mean}).",
    no_range="Krippendorffs α er ikkje definert for nokon av kodane, for anten alle eller ingen av einingane er koda.",
    left_out="Kodar som ikkje varierer mellom einingane, er haldne utanfor ({n}).",
    pooled="Samla over kodane er α {alpha}{interval}.",
    percent_range="Prosent semje går frå {low} til {high}.",
    interval="Konfidensintervalla (95\u00a0%) er persentilbootstrap over {n} taleturar eller avsnitt (B = "
    "{samples}, frø {seed}).",
    source_interval="Konfidensintervalla (95\u00a0%) er persentilbootstrap over {n} kjelder (B = {samples}, frø "
    "{seed}).",
    places="Av {of} koda stader var {agreed} like (same kode og minst 90\u00a0% felles teikn) og {n} ulike ({listed}).",
    no_places="Alle {of} koda stader var like (same kode og minst 90\u00a0% felles teikn).",
    classes={
        DisagreementClass.BOUNDARY: "ulik grense",
        DisagreementClass.DIFFERENT_CODE: "annan kode",
        DisagreementClass.EXTRA_CODE: "ekstra kode",
        DisagreementClass.MISSING: "manglar hos nokon",
    },
    resolved=(
        "Etter drøfting er {percent} av 1 ulikskap avgjord.",
        "Etter drøfting er {percent} av {n} ulikskapar avgjorde.",
    ),
    negotiated="Med det som vart avgjort sett inn, er samla α {alpha} (forhandla semje).",
)

_EN = _Words(
    numbers=["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    and_="and",
    percent="{n}%",
    coders="{number} coders ({names}) coded {n} of {of} sources ({percent}).",
    passes="{n} of {of} sources ({percent}) were coded in {number} passes ({names}).",
    days=("There was 1 day between the passes.", "There were {n} days between the passes."),
    per_code=("one code", "each of {n} codes"),
    equivalence="Agreement between the coders was computed for {codes} on {units}{scope}{rule}.",
    stability="Agreement over time (stability) was computed for {codes} on {units}{scope}{rule}.",
    units={
        UnitKind.CHARACTER: "characters",
        UnitKind.WORD: "words",
        UnitKind.SENTENCE: "sentences",
        UnitKind.TURN: "speaker turns",
        UnitKind.PARAGRAPH: "paragraphs",
    },
    masked="; interviewers' turns, speaker labels, headings and questions of the interview guide were left out",
    whole="; the whole text was included",
    sample="Only a random sample of {n} out of {of} turns was compared (seed {seed}).",
    rules={
        ProjectionRule.ANY: ", and a unit counted as coded when a passage covered at least one character of it",
        ProjectionRule.HALF_UNIT: ", and a unit counted as coded when at least half of it was covered",
        ProjectionRule.HALF_SHORTER: ", and a unit counted as coded when at least half of the shorter of passage and "
        "unit was covered",
    },
    one_code="Krippendorff's α was {mean}.",
    range="Krippendorff's α ranged from {low} to {high} over {codes} codes (mean {mean}).",
    no_range="Krippendorff's α is not defined for any of the codes, for either all or none of the units were coded.",
    left_out="Codes that do not vary between units were left out ({n}).",
    pooled="Pooled over codes, α was {alpha}{interval}.",
    percent_range="Percent agreement ranged from {low} to {high}.",
    interval="Confidence intervals (95%) are percentile bootstraps over {n} turns or paragraphs (B = {samples}, seed "
    "{seed}).",
    source_interval="Confidence intervals (95%) are percentile bootstraps over {n} sources (B = {samples}, seed "
    "{seed}).",
    places="Of {of} coded places, {agreed} were alike (same code and at least 90% of the characters in common) and {n} "
    "differed ({listed}).",
    no_places="All {of} coded places were alike (same code and at least 90% of the characters in common).",
    classes={
        DisagreementClass.BOUNDARY: "other boundary",
        DisagreementClass.DIFFERENT_CODE: "other code",
        DisagreementClass.EXTRA_CODE: "additional code",
        DisagreementClass.MISSING: "missing with somebody",
    },
    resolved=(
        "After discussion {percent} of 1 difference was resolved.",
        "After discussion {percent} of {n} differences were resolved.",
    ),
    negotiated="With what was settled put in, pooled α was {alpha} (negotiated agreement).",
)

_WORDS = {"nb": _NB, "nn": _NN, "en": _EN}
