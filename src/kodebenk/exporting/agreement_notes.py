"""What must stand beside the figures of a comparison: unit, rule, scope, seed, sources, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.negotiated_agreement import Discussion
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.coder import TurnSample
from kodebenk.exporting.agreement_numbers import shown_coefficient, shown_count
from kodebenk.exporting.agreement_words import AgreementWords
from kodebenk.exporting.wording import count_of


def title_of(report: AgreementReport, words: AgreementWords) -> str:
    """Return the title of the main table."""
    return words.title_stability if report.setup.is_stability else words.title


def setup_notes(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    """Yield the sentences on unit, rule, scope, sources and intervals."""
    setup = report.setup
    unit = setup.unit or UnitKind.SENTENCE
    count = words.unit_count(unit, report.units)
    left_out = shown_count(report.left_out, words.language)
    said = words.left_out_note if report.left_out else words.unit_note
    yield said.format(unit=words.unit_names[unit], count=count, left_out=left_out)
    if report.alpha_of_all is not None and report.alpha_of_all.value is not None:
        yield words.with_left_out_note.format(alpha=shown_coefficient(report.alpha_of_all, words.language))
    if unit is not UnitKind.CHARACTER:
        yield words.rule_note.format(rule=words.rules[setup.rule])
    yield words.scope_note.format(scope=words.scopes[setup.scope])
    names = "; ".join(one.name for one in report.documents)
    yield words.sources_note.format(n=len(report.documents), of=report.known_documents, names=names)
    if report.sample is not None:
        yield words.sample_note.format(**told_sample(report.sample, words.language))
    if report.days:
        yield words.days_note.format(days="–".join(map(str, sorted(set(report.days)))))
    yield _interval_note(report, words)


def told_sample(sample: TurnSample, language: str) -> dict[str, object]:
    """Return what is said of a sample of turns: `name`, `n` turns `of` those there were, and the `seed`."""
    drawn, there = (shown_count(one, language) for one in (len(sample.turns), sample.drawn_from))
    return {"name": sample.name, "n": drawn, "of": there, "seed": sample.seed}


def _interval_note(report: AgreementReport, words: AgreementWords) -> str:
    if all(code.interval.low is None for code in report.codes):
        return words.no_interval_note
    said = words.source_interval_note if report.whole_sources else words.interval_note
    samples = shown_count(report.setup.samples, words.language)
    return said.format(n=report.clusters, samples=samples, seed=report.setup.seed)


def result_notes(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    """Yield the sentences on averages, on all codes together, and on what was left out."""
    mean = report.mean.averages[Measure.ALPHA]
    yield words.averages_note.format(codes=mean.codes)
    if mean.left_out:
        yield words.constant_note.format(n=mean.left_out)
    sets = {distance.value: shown_coefficient(report.sets[distance], words.language) for distance in SetDistance}
    yield words.sets_note.format(**sets)
    if report.unplaced:
        yield count_of(words.unplaced_note, report.unplaced)
    for rater, document in report.silent:
        yield words.silent_note.format(rater=rater, document=document)


def discussion_notes(discussion: Discussion | None, words: AgreementWords) -> Iterator[str]:
    """Yield the sentences on what was settled, and on how the figures after discussion are to be read."""
    if discussion is None:
        return
    counts = discussion.resolution
    said = words.resolved_note[counts.differences != 1]
    shown = (shown_count(one, words.language) for one in (counts.settled, counts.differences, counts.deferred))
    yield said.format(**dict(zip(("settled", "n", "deferred"), shown, strict=True)))
    if discussion.after is not None:
        yield words.after_note


def overlap_notes(report: AgreementReport, words: AgreementWords) -> Iterator[str]:
    """Yield the sentences on themes that have no uα, for their codes do not exclude each other."""
    for one in report.themes:
        if one.overlapping:
            yield words.overlap_note.format(theme=one.name, names=", ".join(one.overlapping))


def abbreviations(report: AgreementReport, words: AgreementWords) -> str:
    """Return what the headings of the main table mean."""
    raters = " / ".join(rater.name for rater in report.setup.raters)
    return words.abbreviations.format(raters=raters, kappa=words.measures[report.kappa][1])
