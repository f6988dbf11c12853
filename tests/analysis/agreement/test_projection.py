"""When a unit counts as coded."""

import numpy as np
import pytest

from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.projection import project_on_units

ANY, HALF, SHORTER = ProjectionRule


def coded(rule, *passages, units=((0, 10), (10, 20), (22, 30))):
    start, end = (np.array(column, dtype=np.int64) for column in zip(*passages, strict=True))
    grid = tuple(np.array(column, dtype=np.int64) for column in zip(*units, strict=True))
    _, first, past = project_on_units(rule, (np.zeros_like(start), start, end), grid)
    return [unit for one, other in zip(first.tolist(), past.tolist(), strict=True) for unit in range(one, other)]


@pytest.mark.parametrize(
    ("passage", "by_any", "by_half", "by_shorter"),
    [
        ((0, 10), [0], [0], [0]),
        ((3, 5), [0], [], [0]),
        ((0, 12), [0, 1], [0], [0]),
        ((5, 15), [0, 1], [0, 1], [0, 1]),
        ((6, 14), [0, 1], [], [0, 1]),
        ((7, 14), [0, 1], [], [1]),
        ((9, 29), [0, 1, 2], [1, 2], [1, 2]),
        ((20, 22), [], [], []),
        ((18, 24), [1, 2], [], []),
        ((0, 30), [0, 1, 2], [0, 1, 2], [0, 1, 2]),
    ],
)
def test_that_a_passage_codes_units_by_the_rule(passage, by_any, by_half, by_shorter):
    assert coded(ANY, passage) == by_any
    assert coded(HALF, passage) == by_half
    assert coded(SHORTER, passage) == by_shorter


def test_that_two_passages_cover_half_of_a_unit_together():
    assert coded(HALF, (1, 4), (6, 8)) == [0]
    assert coded(HALF, (1, 4), (6, 7)) == []


def test_that_half_is_enough():
    assert coded(HALF, (0, 5)) == [0]
    assert coded(SHORTER, (8, 12)) == [0, 1]
