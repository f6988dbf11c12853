import pytest

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.errors import Rule, RuleBroken


def code(number, name, parent=None, **values):
    return Code(
        number, f"g{number}", parent, values.pop("position", number), name, values.pop("slot", number), **values
    )


@pytest.fixture
def book():
    return Codebook(
        (
            code(1, "Styring"),
            code(2, "Mål", 1, key="1"),
            code(3, "Medvirkning"),
            code(4, "Medvirkning", 3, key="2"),
            code(5, "Forankring", 3),
            code(6, "Mål", 3, position=0),
        )
    )


def refused(rule, call, *args, **kwargs):
    with pytest.raises(RuleBroken) as caught:
        call(*args, **kwargs)
    assert caught.value.rule is rule
    return caught.value.fields


def test_that_the_tree_reads_from_top_to_bottom_by_position(book):
    assert [(one.id, depth) for one, depth in book.in_order()] == [(1, 0), (2, 1), (3, 0), (6, 1), (4, 1), (5, 1)]


def test_that_a_path_names_a_code_where_the_name_alone_is_ambiguous(book):
    assert book.find("Styring/Mål").id == 2
    fields = refused(Rule.AMBIGUOUS_NAME, book.find, "Mål")
    assert fields["candidates"] == ["Medvirkning/Mål", "Styring/Mål"]


def test_that_an_exact_path_wins_over_names_and_case(book):
    assert book.find("Medvirkning").id == 3
    assert book.find("forankring").id == 5
    refused(Rule.NOT_FOUND, book.find, "Tillit")


def test_that_siblings_have_different_names_whatever_their_case(book):
    refused(Rule.NAME_TAKEN, book.check_name, "  FORANKRING ", 3)
    assert book.check_name(" Forankring  her ", 1) == "Forankring her"
    refused(Rule.NAME_EMPTY, book.check_name, "   ", None)
    refused(Rule.VALUE_NOT_ALLOWED, book.check_name, "a/b", None)


def test_that_a_code_never_comes_to_stand_below_itself(book):
    refused(Rule.CODE_BELOW_ITSELF, book.check_move, 3, 5)
    refused(Rule.CODE_BELOW_ITSELF, book.check_move, 3, 3)
    refused(Rule.NAME_TAKEN, book.check_move, 2, 3)
    book.check_move(5, 1)


def test_that_a_new_code_takes_the_least_used_slot_and_headings_use_none(book):
    assert book.free_slot() == 1
    assert Codebook((code(1, "A", slot=1), code(2, "B", slot=2))).free_slot() == 3


def test_that_the_lowest_free_key_is_offered(book):
    assert book.free_key() == "3"


def test_that_only_themes_with_codes_below_are_headings(book):
    assert book.is_heading(book.by_id[3])
    assert not book.is_heading(book.by_id[4])
    assert not Codebook((code(1, "Alene"),)).is_heading(code(1, "Alene"))
