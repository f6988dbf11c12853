"""uα, |uα, cuα, (k)uα, α_U of 1995, and the continuum they are computed on."""

from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kodebenk.analysis.agreement.alpha_u_1995 import alpha_u_1995
from kodebenk.analysis.agreement.continuum import Continuum, Unit, make_continuum
from kodebenk.analysis.agreement.unitizing_alpha import unitizing_alphas
from kodebenk.analysis.agreement.units_report import Chance, report_units
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.errors import Rule, RuleBroken


def units(*listed):
    return tuple(Unit(start, end, value) for start, end, value in listed)


@st.composite
def continua(draw, values="xyz"):
    length = draw(st.integers(1, 40))
    coders = draw(st.integers(2, 4))
    made = {}
    for coder in range(coders):
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=9)))
        spans = [span for span in pairwise(cuts) if draw(st.booleans())]
        made[f"c{coder}"] = units(*((*span, draw(st.sampled_from(values))) for span in spans))
    return Continuum(length, made)


# Krippendorff 2019, Content Analysis, 4th ed., section 12.6, figure 12.11 (after Krippendorff, Mathet, Bouvry and
# Widlöcher 2016).
BOOK = {
    "Alex": units((2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")),
    "Paul": units((2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")),
    "Suzan": units((2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")),
}


def test_that_the_book_s_example_of_three_coders_gets_its_printed_coefficients():
    found = unitizing_alphas(make_continuum(60, BOOK))

    assert found.u_alpha.value == pytest.approx(0.510, abs=5e-4)
    assert found.u_alpha_binary.value == pytest.approx(0.413, abs=5e-4)
    assert found.cu_alpha.value == pytest.approx(0.724, abs=5e-4)
    by_value = {value: one.value for value, one in found.k_u_alpha.items()}
    assert by_value == {"1": 1.0, "2": 0.0, "3": 0.0, "4": 0.0, "5": 1.0, "6": 1.0, "7": None}
    assert found.k_u_alpha["5"].coverage == pytest.approx(8 / 18)
    assert found.k_u_alpha["7"].undefined is Undefined.NO_UNITS
    assert found.k_u_alpha["7"].coverage == 0
    # Lengths that two have units on, over all pairs of coders, by hand: 7 + 6 + 1 + 12, 7 + 6 + 3 + 12 and
    # 7 + 6 + 4 + 12 of 60.
    assert found.coverage == pytest.approx((26 + 28 + 29) / 180)


def test_that_others_are_compared_one_by_one_and_not_with_all_that_they_cover_together():
    # The union of the other coders gives .728 or .7256 here, which some software prints.
    assert unitizing_alphas(make_continuum(60, BOOK)).cu_alpha.value == pytest.approx(0.72408, abs=5e-6)


@pytest.mark.parametrize(
    ("length", "first", "second", "printed"),
    [
        # Krippendorff 1995, Sociological Methodology 25, p. 57, examples A and D; the print is of a continuum without
        # smallest unit, which large numbers come near.
        (24, [(2, 10), (14, 20)], [(4, 8), (15, 17)], 0.553),
        (24, [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)], [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)], 0.066),
    ],
)
def test_that_the_first_alpha_of_unitizing_gets_its_printed_values(length, first, second, printed):
    scale = 50_000
    coders = {
        name: units(*((start * scale, end * scale, "A") for start, end in listed))
        for name, listed in (("one", first), ("other", second))
    }
    assert alpha_u_1995(length * scale, coders).together.value == pytest.approx(printed, abs=5e-4)


def test_that_the_first_alpha_takes_each_value_by_itself_also_where_they_overlap():
    # Krippendorff 2004, Content Analysis, 2nd ed., p. 254, from 150 on.
    first = units((75, 145, "c"), (220, 250, "c"), (30, 90, "k"), (150, 200, "k"))
    second = units((70, 150, "c"), (205, 225, "c"), (250, 270, "c"), (30, 90, "k"), (150, 200, "k"))
    found = alpha_u_1995(300, {"one": first, "other": second})

    assert found.together.value == pytest.approx(0.8591, abs=5e-4)
    assert found.by_value["c"].value == pytest.approx(0.7286, abs=5e-4)
    assert found.by_value["c"].observed == pytest.approx(0.0144, abs=5e-5)
    assert found.by_value["c"].expected == pytest.approx(0.0532, abs=5e-5)
    assert found.by_value["k"].value == 1


def test_that_nothing_is_told_of_one_coder_or_no_units_or_one_unit_over_all():
    def reasons(length, coders):
        found = unitizing_alphas(make_continuum(length, coders))
        return found.u_alpha.undefined, found.u_alpha_binary.undefined, found.cu_alpha.undefined

    assert reasons(9, {"a": units((0, 3, "x"))}) == (Undefined.TOO_FEW_CODERS,) * 3
    assert reasons(0, {"a": (), "b": ()}) == (Undefined.NO_UNITS,) * 3
    assert reasons(9, {"a": (), "b": ()}) == (Undefined.NOTHING_CODED,) * 3
    assert reasons(9, {"a": units((0, 9, "x")), "b": units((0, 9, "x"))}) == (Undefined.NO_VARIATION,) * 3
    apart = reasons(9, {"a": units((0, 3, "x")), "b": units((4, 9, "y"))})
    assert apart == (None, None, Undefined.NO_UNITS)


def test_that_a_single_meeting_of_many_coders_is_too_little_to_tell_chance():
    coders = {"a": units((0, 3, "x")), "b": units((0, 3, "y")), "c": (), "d": ()}
    found = unitizing_alphas(make_continuum(9, coders))

    assert found.cu_alpha.undefined is Undefined.TOO_LITTLE
    assert {one.undefined for one in found.k_u_alpha.values()} == {Undefined.TOO_LITTLE}
    assert found.u_alpha.value < 1


@given(continua())
@settings(max_examples=40)
def test_that_no_coefficient_exceeds_one(continuum):
    found = unitizing_alphas(continuum)
    old = alpha_u_1995(continuum.length, continuum.units).together
    everything = [found.u_alpha, found.u_alpha_binary, found.cu_alpha, old, *found.k_u_alpha.values()]

    assert all(one.value <= 1 for one in everything if one.value is not None)


def test_that_the_first_alpha_says_what_it_lacks():
    assert alpha_u_1995(9, {"a": units((0, 3, "x"))}).together.undefined is Undefined.TOO_FEW_CODERS
    assert alpha_u_1995(9, {"a": (), "b": ()}).together.undefined is Undefined.NOTHING_CODED
    assert alpha_u_1995(0, {"a": (), "b": ()}).together.undefined is Undefined.NO_UNITS


def test_that_units_of_one_value_are_joined_where_they_overlap_but_not_where_they_touch():
    made = make_continuum(30, {"a": units((10, 20, "x"), (0, 5, "x"), (4, 9, "x"), (20, 22, "x"), (25, 25, "y"))})

    assert made.units["a"] == units((0, 9, "x"), (10, 20, "x"), (20, 22, "x"))
    assert (made.joined, made.dropped) == (1, 1)


def test_that_two_values_at_one_place_are_refused_with_the_place():
    with pytest.raises(RuleBroken) as caught:
        make_continuum(30, {"Ane": units((0, 10, "x"), (8, 20, "y"))})

    assert caught.value.rule is Rule.VALUES_OVERLAP
    assert caught.value.fields == {"coder": "Ane", "start": 8, "end": 10, "values": ["x", "y"]}


def test_that_a_report_with_gamma_tells_overlapping_values_instead_of_refusing():
    coders = {"Ane": units((0, 10, "x"), (8, 20, "y")), "Odd": units((0, 10, "x"))}
    with pytest.raises(RuleBroken):
        report_units(30, coders)

    report = report_units(30, coders, Chance(samples=5))
    assert report.exclusive is None
    assert report.refused.rule is Rule.VALUES_OVERLAP
    assert report.gamma.value is not None
    assert report.old_alpha.value is not None


def test_that_a_unit_outside_the_text_is_an_error_of_the_caller():
    with pytest.raises(ValueError, match="outside"):
        make_continuum(30, {"a": units((25, 31, "x"))})


def _literal(continuum):
    """The same by the equations of the source, position by position."""
    coders = list(continuum.units.values())
    m, length = len(coders), continuum.length
    rows = [
        [next((unit.value for unit in row if unit.start <= at < unit.end), None) for at in range(length)]
        for row in coders
    ]
    names = [None, *continuum.values]
    shared = {(c, k): 0.0 for c in names for k in names}
    for one, other in permutations(rows, 2):
        for pair in zip(one, other, strict=True):
            shared[pair] += 1 / (m - 1)
    sums = {c: sum(shared[c, k] for k in names) for c in names}
    total = m * length
    squares = {c: sum(u.length**2 for row in coders for u in row if u.value == c) for c in names}
    squares[None] = sums[None]
    rest = total**2 - sum(squares.values())
    chance = {(c, k): total * (sums[c] * sums[k] - (squares[c] if c == k else 0)) / rest for c in names for k in names}
    expected = total - sum(chance[c, c] for c in names)
    differ = total - sum(shared[c, c] for c in names)
    alone = sum(chance[None, k] for k in names) - chance[None, None]
    return [
        1 - differ / expected if abs(expected) > 1e-9 else None,
        1 - (sums[None] - shared[None, None]) / alone if abs(alone) > 1e-9 else None,
        _literal_cu(coders, rows, shared, names[1:]),
    ]


def _literal_cu(coders, rows, shared, names):
    sums = {c: sum(shared[c, k] for k in names) for c in names}
    total = sum(sums.values())
    if not total:
        return None
    squares = dict.fromkeys(names, 0.0)
    for one, other in permutations(range(len(coders)), 2):
        for unit in coders[one]:
            valued = sum(rows[other][at] is not None for at in range(unit.start, unit.end))
            squares[unit.value] += valued**2 / (len(coders) - 1)
    rest = total - sum(squares.values()) / total
    if rest < 1e-9:
        return None
    chance = {c: (sums[c] ** 2 - squares[c]) / rest for c in names}
    expected = total - sum(chance.values())
    return 1 - (total - sum(shared[c, c] for c in names)) / expected if abs(expected) > 1e-9 else None


@given(continua())
@settings(max_examples=80)
def test_that_the_sweep_gives_what_the_equations_give_position_by_position(continuum):
    found = unitizing_alphas(continuum)
    if any(continuum.units.values()):
        literal = _literal(continuum)
        for one, value in zip((found.u_alpha, found.u_alpha_binary, found.cu_alpha), literal, strict=True):
            assert one.value == (None if value is None else pytest.approx(value, abs=1e-9))


@given(continua(), st.randoms())
@settings(max_examples=40)
def test_that_neither_order_of_coders_nor_names_of_values_matter(continuum, random):
    coders = list(continuum.units.items())
    random.shuffle(coders)
    renamed = {"x": "b", "y": "c", "z": "a"}
    other = Continuum(
        continuum.length,
        {name: units(*((u.start, u.end, renamed[u.value]) for u in listed)) for name, listed in coders},
    )
    first, second = unitizing_alphas(continuum), unitizing_alphas(other)

    assert (first.u_alpha, first.u_alpha_binary, first.cu_alpha, first.coverage) == (
        second.u_alpha,
        second.u_alpha_binary,
        second.cu_alpha,
        second.coverage,
    )
    assert {renamed[value]: one for value, one in first.k_u_alpha.items()} == second.k_u_alpha


@given(continua())
@settings(max_examples=40)
def test_that_coders_who_do_the_same_agree_fully_or_not_tellably(continuum):
    row = next(iter(continuum.units.values()))
    same = Continuum(continuum.length, {"a": row, "b": row, "c": row})
    found = unitizing_alphas(same)
    old = alpha_u_1995(same.length, same.units).together

    assert {one.value for one in (found.u_alpha, found.u_alpha_binary, found.cu_alpha, old)} <= {1.0, None}


@given(continua(values="x"))
@settings(max_examples=40)
def test_that_with_one_value_the_units_and_the_gaps_are_all_there_is(continuum):
    found = unitizing_alphas(continuum)

    assert found.u_alpha.value == (
        None if found.u_alpha_binary.value is None else pytest.approx(found.u_alpha_binary.value)
    )
    assert found.cu_alpha.value is None


@given(continua())
@settings(max_examples=40)
def test_that_coverage_is_what_pairs_of_coders_both_gave_a_value(continuum):
    covered = [{at for unit in row for at in range(unit.start, unit.end)} for row in continuum.units.values()]
    pairs = list(combinations(covered, 2))
    both = sum(len(one & other) for one, other in pairs) / len(pairs) / continuum.length

    assert unitizing_alphas(continuum).coverage == pytest.approx(both)
