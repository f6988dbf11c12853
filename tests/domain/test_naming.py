import pytest

from kodebenk.domain.naming import check_free_name
from kodebenk.errors import Rule, RuleBroken


def test_that_a_free_name_loses_the_blanks_that_nobody_sees():
    assert check_free_name("document", "  Intervju \t 1 ", ["Intervju 2"]) == "Intervju 1"


@pytest.mark.parametrize(("name", "rule"), [(" \n", Rule.NAME_EMPTY), (" intervju  1", Rule.NAME_TAKEN)])
def test_that_a_name_of_blanks_or_one_that_another_has_is_refused(name, rule):
    with pytest.raises(RuleBroken) as caught:
        check_free_name("document", name, ["Intervju 1"])
    assert (caught.value.rule, caught.value.fields["kind"]) == (rule, "document")
