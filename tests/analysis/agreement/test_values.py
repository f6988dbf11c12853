"""How shares are told."""

import pytest

from kodebenk.analysis.agreement.values import whole_percent


@pytest.mark.parametrize(
    ("share", "percent"), [(0.0, 0), (0.004, 0), (0.336, 34), (0.994, 99), (0.996, 99), (0.99999, 99), (1.0, 100)]
)
def test_that_only_all_is_a_hundred_percent(share, percent):
    assert whole_percent(share) == percent
