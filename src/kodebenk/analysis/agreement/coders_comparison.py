"""Compares coders: everything that a report of their agreement says, from one setup. Loads numpy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import TypeVar

from kodebenk.analysis.agreement.bootstrap import bootstrap
from kodebenk.analysis.agreement.boundary_offset import measure_offsets
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.code_remarks import find_remarks
from kodebenk.analysis.agreement.coders_material import AgreementMaterial, settle_setup
from kodebenk.analysis.agreement.coders_report import (
    AgreementFigures,
    AgreementReport,
    Averages,
    CodeFigures,
    ComparedCode,
    ComparedDocument,
    RaterPair,
    Totals,
)
from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.analysis.agreement.compared_places import describe_places
from kodebenk.analysis.agreement.compared_texts import (
    count_units,
    cut_texts,
    hash_codings,
    make_comparison,
    put_codings,
)
from kodebenk.analysis.agreement.comparison import (
    CodeAgreement,
    Comparison,
    Measure,
    MeasureIntervals,
    TableAgreement,
)
from kodebenk.analysis.agreement.confusion import cross_codes
from kodebenk.analysis.agreement.disagreements import list_disagreements
from kodebenk.analysis.agreement.joint_table import JointTable, build_joint_table, pick_coders
from kodebenk.analysis.agreement.many_sets import set_alphas
from kodebenk.analysis.agreement.source_agreement import measure_sources
from kodebenk.analysis.agreement.span_layout import Layout, lay_out_shared
from kodebenk.analysis.agreement.span_matching import SpanMatches, match_spans
from kodebenk.analysis.agreement.theme_comparison import CodedAxis, compare_themes
from kodebenk.analysis.agreement.turn_agreement import measure_turns
from kodebenk.analysis.agreement.unit_codes import rate_sets
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.errors import Cancelled

_STEPS = 6
_CHECKED_EVERY = 50

_Item = TypeVar("_Item")


def compare_material(
    material: AgreementMaterial,
    setup: AgreementSetup,
    is_cancelled: Callable[[], bool],
    progress: Callable[[int, int], None],
) -> AgreementReport:
    """Return how the raters of a setup agree. The same project and setup give the same figures.

    Raises:
        RuleBroken: see `settle_setup`.
        Cancelled: the user stopped.
    """
    steps = _Steps(is_cancelled, progress)
    setup = settle_setup(material, setup)
    cut = cut_texts(material, setup, is_cancelled)
    comparison = make_comparison(material, setup, cut)
    steps.check()
    setup = replace(setup, codings_hash=hash_codings(comparison, setup))
    # Everybody has finished all that is compared, so that one layout is that of any of them.
    layout = lay_out_shared(comparison)
    steps.advance()
    table = build_joint_table(comparison, is_cancelled, layout)
    agreement = measure_agreement(table, is_cancelled)
    steps.advance()
    drawn = bootstrap(table, samples=setup.samples, seed=setup.seed, agreement=agreement, is_cancelled=is_cancelled)
    intervals = drawn.intervals[Measure.ALPHA]
    steps.advance()
    matches = match_spans(comparison, is_cancelled, layout)
    found = list_disagreements(matches, is_cancelled=is_cancelled)
    places = tuple(steps.checking(describe_places(material, setup, found)))
    steps.advance()
    axis = CodedAxis(layout, comparison.coders, [material.codebook.path_of(code_id) for code_id in setup.codes])
    themes = tuple(compare_themes(material.codebook, setup, comparison, layout, axis))
    steps.check()
    ratings = rate_sets(comparison, layout)
    steps.check()
    sets = set_alphas(ratings, is_cancelled)
    steps.advance()
    pairs = _compare_pairs(table, agreement, comparison, layout, steps)
    steps.advance()
    units = int(table.cluster_size.sum())
    documents = tuple(_count_documents(material, setup, comparison))
    return AgreementReport(
        setup=setup,
        title=material.title,
        documents=documents,
        known_documents=len(material.sources),
        units=units,
        left_out=count_units(material, setup, cut) - units,
        codes=tuple(steps.checking(_describe_codes(material, setup, (table, agreement, intervals), matches, axis))),
        pooled=Totals(agreement.pooled, intervals.pooled),
        mean=Totals(agreement.mean, intervals.mean),
        themes=themes,
        sets=sets,
        pairs=pairs,
        sources=measure_sources(table, documents),
        places=places,
        clusters=drawn.clusters,
        whole_sources=drawn.whole_sources,
        unplaced=_count_unplaced(material, setup),
        days=_find_days(material, setup),
        comparison=comparison,
        sample=material.samples.get(setup.turns_of) if setup.turns_of is not None else None,
        turns=measure_turns(
            table, comparison, layout, [material.sources[one] for one in setup.documents], material.respondents
        ),
    )


def compare_figures(
    report: AgreementReport, material: AgreementMaterial, is_cancelled: Callable[[], bool] = lambda: False
) -> AgreementFigures:
    """Return the figures of a report as they are with the codings of another material; its texts must be the same.

    Raises:
        Cancelled: the user stopped.
    """
    table = build_joint_table(put_codings(report.comparison, material, report.setup), is_cancelled)
    agreement = measure_agreement(table, is_cancelled)
    return AgreementFigures(
        setup=report.setup,
        units=int(table.cluster_size.sum()),
        codes=tuple(
            CodeFigures(one.id, one.path, _defined(found))
            for one, found in zip(report.codes, agreement.codes, strict=True)
        ),
        pooled=Averages(agreement.pooled),
        mean=Averages(agreement.mean),
    )


class _Steps:
    """Tells how far the work has come, and stops it when the user wants that."""

    def __init__(self, is_cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> None:
        self._is_cancelled, self._progress = is_cancelled, progress
        self._done = 0
        self.check()
        progress(0, _STEPS)

    def check(self) -> None:
        if self._is_cancelled():
            raise Cancelled

    def checking(self, items: Iterable[_Item]) -> Iterator[_Item]:
        for number, item in enumerate(items):
            if number % _CHECKED_EVERY == 0:
                self.check()
            yield item

    def advance(self) -> None:
        self.check()
        self._done += 1
        self._progress(self._done, _STEPS)


def _describe_codes(
    material: AgreementMaterial,
    setup: AgreementSetup,
    figures: tuple[JointTable, TableAgreement, MeasureIntervals],
    matches: SpanMatches,
    axis: CodedAxis,
) -> Iterator[ComparedCode]:
    table, agreement, intervals = figures
    offsets = measure_offsets(matches, len(setup.codes))
    for number, code_id in enumerate(setup.codes):
        found, interval, offset = _defined(agreement.codes[number]), intervals.codes[number], offsets[number]
        unitizing = axis.compare_one(number)
        yield ComparedCode(
            code_id,
            material.codebook.path_of(code_id),
            found,
            tuple(table.cells_of(number)),
            interval,
            unitizing,
            offset,
            tuple(find_remarks(found, interval, unitizing, offset, [rater.name for rater in setup.raters])),
        )


def _defined(agreement: CodeAgreement) -> CodeAgreement:
    """Return the agreement with nothing but the percentage where no unit differs from another.

    Some measures are 1 there, which says nothing and would shine in a table.
    """
    if agreement.varies:
        return agreement
    constant = Coefficient(undefined=Undefined.NO_VARIATION)
    kept = {
        measure: one if one.undefined or measure is Measure.PERCENT else constant
        for measure, one in agreement.coefficients.items()
    }
    return replace(agreement, coefficients=kept)


def _compare_pairs(
    table: JointTable, agreement: TableAgreement, comparison: Comparison, layout: Layout, steps: _Steps
) -> tuple[RaterPair, ...]:
    pairs = []
    for one, other in combinations(range(comparison.coders), 2):
        steps.check()
        found = agreement if comparison.coders == 2 else measure_agreement(pick_coders(table, (one, other)))
        pairs.append(RaterPair(one, other, found.pooled, cross_codes(comparison, one, other, layout)))
    return tuple(pairs)


def _count_documents(
    material: AgreementMaterial, setup: AgreementSetup, comparison: Comparison
) -> Iterator[ComparedDocument]:
    for document_id, source in zip(setup.documents, comparison.sources, strict=True):
        counts = Counter(span.coder for span in source.spans)
        codings = tuple(counts[rater] for rater in range(len(setup.raters)))
        yield ComparedDocument(document_id, material.sources[document_id].document.name, codings)


def _count_unplaced(material: AgreementMaterial, setup: AgreementSetup) -> int:
    return sum(
        coding.passage.document_id in setup.documents
        and coding.code_id in setup.codes
        and any(rater.made(coding) for rater in setup.raters)
        for coding in material.unplaced
    )


def _find_days(material: AgreementMaterial, setup: AgreementSetup) -> tuple[int, int] | None:
    """Return least and most days between two passes of one coder over a document; None where passes mingle."""
    if not setup.is_stability:
        return None
    moments: dict[tuple[int, int], list[str]] = defaultdict(list)
    for coding in material.codings:
        for number, rater in enumerate(setup.raters):
            if rater.made(coding):
                moments[coding.passage.document_id, number].append(coding.created_at)
    days = []
    for document_id in setup.documents:
        passes = [moments[document_id, number] for number in range(len(setup.raters))]
        for earlier, later in pairwise(its for its in passes if its):
            if max(earlier) > min(later):
                return None
            days.append((_day(min(later)) - _day(max(earlier))).days)
    return (min(days), max(days)) if days else None


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
