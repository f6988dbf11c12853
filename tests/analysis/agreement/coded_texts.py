"""Short texts with random codings, and what counting them character by character gives."""

from collections import Counter

from hypothesis import strategies as st

from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, ProjectionRule
from kodebenk.analysis.agreement.values import CodedSpan

CODES = 2


def compare(*coders, length=100, **setup):
    """Return the comparison of one source; each coder is a list of (start, end) or (start, end, code)."""
    spans = [CodedSpan(one[0], one[1], coder, *one[2:] or (0,)) for coder, its in enumerate(coders) for one in its]
    rule = setup.pop("rule", ProjectionRule.HALF_SHORTER)
    setup.setdefault("finished", frozenset(range(len(coders))))
    codes = max((span.code for span in spans), default=0) + 1
    return Comparison((ComparedSource(length, spans=spans, **setup),), len(coders), codes, rule)


@st.composite
def ranges(draw, length, most=4):
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=2 * most, unique=True)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def sources(draw, coders, *, grid, gaps=True):
    length = draw(st.integers(1, 40))
    place = st.integers(0, length)
    span = st.builds(
        lambda one, other, coder, code: CodedSpan(min(one, other), max(one, other), coder, code),
        *(place, place, st.integers(0, coders - 1), st.integers(0, CODES - 1)),
    )
    everybody = frozenset(range(coders))
    missing = st.tuples(st.integers(0, coders - 1), st.integers(0, CODES - 1))
    return ComparedSource(
        length,
        draw(st.frozensets(st.sampled_from(sorted(everybody)))) if gaps else everybody,
        draw(st.lists(span, max_size=14)),
        draw(st.none() | ranges(length)),
        draw(ranges(length, 6)) if grid else None,
        draw(st.lists(place, max_size=4)),
        draw(st.frozensets(missing, max_size=1)) if gaps else frozenset(),
    )


@st.composite
def comparisons(draw, *, coders=None, gaps=True, grids=True):
    number = coders or draw(st.integers(2, 3))
    grid = grids and draw(st.booleans())
    found = draw(st.lists(sources(number, grid=grid, gaps=gaps), min_size=1, max_size=3))
    return Comparison(found, number, CODES, draw(st.sampled_from(ProjectionRule)))


def seen_by(source, code):
    return frozenset(coder for coder in source.finished if (coder, code) not in source.absent)


def scope_of(source):
    if source.scope is None:
        return set(range(source.length))
    return {place for start, end in source.scope for place in range(start, end)}


def runs_of(source, coder, code):
    """Return the characters of each run that a coder coded without a break."""
    coded = {
        place
        for span in source.spans
        if (span.coder, span.code) == (coder, code)
        for place in range(span.start, span.end)
    }
    runs = []
    for place in sorted(coded):
        if runs and place - 1 in runs[-1]:
            runs[-1].add(place)
        else:
            runs.append({place})
    return runs


def count_by_character(comparison, code):
    """Return how many units the same coders have seen and the same coders have coded, by looking at each one."""
    counts = Counter()
    for source in [source for source in comparison.sources if len(source.finished) > 1]:
        scope = scope_of(source)
        seen = seen_by(source, code)
        runs = {coder: [run & scope for run in runs_of(source, coder, code)] for coder in seen}
        pieces = (
            [{place} for place in scope]
            if source.units is None
            else [set(range(start, end)) & scope for start, end in source.units]
        )
        for unit in filter(None, pieces):
            coded = frozenset(coder for coder in seen if counts_as_coded(comparison.rule, runs[coder], unit))
            counts[seen, coded] += 1
    return counts


def counts_as_coded(rule, runs, unit):
    hits = [run for run in runs if run & unit]
    match rule:
        case ProjectionRule.ANY:
            return bool(hits)
        case ProjectionRule.HALF_UNIT:
            return bool(hits) and 2 * sum(len(run & unit) for run in hits) >= len(unit)
        case ProjectionRule.HALF_SHORTER:
            return any(2 * len(run & unit) >= min(len(run), len(unit)) for run in hits)
