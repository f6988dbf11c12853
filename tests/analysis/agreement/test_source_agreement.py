"""How coders agree within each source by itself."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import CRAFT, GOALS, TRUST, binary_alpha, compared, made, material, setup
from analysis.agreement.coded_texts import comparisons
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.coders_report import ComparedDocument
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Measure
from kodebenk.analysis.agreement.joint_table import build_joint_table, pick_sources
from kodebenk.analysis.agreement.source_agreement import measure_sources
from kodebenk.analysis.agreement.values import Undefined

LINE_SETS = st.sets(st.integers(0, 9), max_size=10)
CODES = (GOALS, TRUST, CRAFT)


def value_of(source, measure=Measure.ALPHA):
    return source.pooled[measure].coefficient.value


def test_that_each_source_has_the_figures_of_its_own_lines():
    found = material(
        *(made(1, [0, 1, 2, 3]), made(2, [0, 1, 4])),
        *(made(1, [0, 1, 2], document=2), made(2, [0, 1, 2, 3, 9], document=2)),
        documents=2,
    )
    sources = compared(found, setup(1, 2)).sources

    assert [(one.id, one.name, one.units, one.spans) for one in sources] == [
        (1, "Notat 1", 10, (4, 3)),
        (2, "Notat 2", 10, (3, 5)),
    ]
    assert [value_of(one) for one in sources] == pytest.approx([binary_alpha(2, 3, 5), binary_alpha(3, 2, 5)])
    assert [value_of(one, Measure.PERCENT) for one in sources] == pytest.approx([0.7, 0.8])
    assert [value_of(one, Measure.POSITIVE_AGREEMENT) for one in sources] == pytest.approx([4 / 7, 6 / 8])
    assert [one.alphas[0].value for one in sources] == pytest.approx([value_of(one) for one in sources])


@pytest.mark.parametrize("coders", [(1, 2), (1, 2, 3)])
@given(lines=st.lists(LINE_SETS, min_size=12, max_size=12))
@settings(max_examples=20, deadline=None)
def test_that_a_source_has_the_figures_of_a_comparison_of_it_alone(coders, lines):
    plan = [(coder, code, document) for document in (1, 2) for coder in coders for code in (GOALS, TRUST)]
    codings = [made(coder, lines.pop(), code, document=document) for coder, code, document in plan]
    found = material(*codings, documents=2)
    whole = setup(*coders, documents=(1, 2), codes=CODES, samples=1)

    for source in compared(found, whole).sources:
        alone = compared(found, replace(whole, documents=(source.id,)))
        assert (source.units, source.spans) == (alone.units, spans_of(alone))
        assert set(source.pooled) == {
            Measure.PERCENT,
            Measure.POSITIVE_AGREEMENT,
            alone.kappa,
            Measure.AC1,
            Measure.ALPHA,
        }
        for measure, average in source.pooled.items():
            assert_alike(average, alone.pooled.averages[measure])
        alphas = [code.agreement.coefficients[Measure.ALPHA] for code in alone.codes]
        assert [one.undefined for one in source.alphas] == [one.undefined for one in alphas]
        assert [one.value or 0 for one in source.alphas] == pytest.approx([one.value or 0 for one in alphas])


@given(comparisons())
@settings(deadline=None)
def test_that_units_which_not_all_have_seen_count_as_in_the_whole_table(comparison):
    table = build_joint_table(comparison)
    documents = [ComparedDocument(number, "", ()) for number in range(len(comparison.sources))]

    for number, source in enumerate(measure_sources(table, documents)):
        alone = pick_sources(table, [number])
        agreement = measure_agreement(alone)
        assert source.units == alone.cluster_size.sum()
        for measure, average in source.pooled.items():
            # Cohen's kappa is for tables without gaps; of two without gaps Conger's is the same.
            assert_alike(average, agreement.pooled[Measure.CONGER if measure is Measure.COHEN else measure])


def test_that_a_source_without_a_figure_says_why():
    found = material(
        made(1, [0]), made(2, [0]), made(1, range(10), document=3), made(2, range(10), document=3), documents=3
    )
    sources = compared(found, setup(1, 2, documents=(1, 2, 3))).sources
    (empty,) = measure_sources(
        build_joint_table(Comparison([ComparedSource(20, frozenset({0, 1}), units=())], 2, 1)),
        [ComparedDocument(7, "Tom", (0, 0))],
    )

    reasons = [{average.coefficient.undefined for average in one.pooled.values()} for one in (*sources, empty)]
    assert reasons == [{None}, {Undefined.NOTHING_CODED}, {Undefined.NO_VARIATION}, {Undefined.NO_UNITS}]
    assert [one.pooled[Measure.ALPHA].left_out for one in (*sources, empty)] == [0, 1, 1, 1]
    assert (empty.units, empty.spans, empty.alphas[0].undefined) == (0, (0, 0), Undefined.NO_UNITS)


def test_that_figures_are_plain_numbers():
    (source,) = compared(material(made(1, [0, 1]), made(2, [0]), documents=1), setup(1, 2)).sources

    shown = (source.units, *source.spans, value_of(source), source.alphas[0].value, source.pooled[Measure.ALPHA].codes)
    assert not any(isinstance(one, np.generic) for one in shown)


def spans_of(report):
    return tuple(sum(its) for its in zip(*(code.agreement.spans for code in report.codes), strict=True))


def assert_alike(one, other):
    """Say that two averages are the same but for the reason of a missing one."""
    assert (one.codes, one.left_out) == (other.codes, other.left_out)
    assert (one.coefficient.value is None) == (other.coefficient.value is None)
    if one.coefficient.value is not None:
        assert one.coefficient.value == pytest.approx(other.coefficient.value)
