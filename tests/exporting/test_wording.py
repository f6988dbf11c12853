import dataclasses
from string import Formatter

import pytest

from kodebenk.exporting.codebook_words import codebook_words
from kodebenk.exporting.wording import MatrixWords, count_of, matrix_words


def places_in(value):
    """Return the names in braces of every text in a value."""
    if isinstance(value, dict):
        return {key: places_in(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [places_in(one) for one in value]
    return {name for _, name, _, _ in Formatter().parse(value) if name}


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(MatrixWords)])
def test_that_a_text_has_the_same_places_in_both_languages(name):
    bokmal, english = (getattr(matrix_words(language), name) for language in ("nb", "en"))

    assert places_in(bokmal) == places_in(english)
    assert bokmal
    assert english


def test_that_one_and_many_differ(words):
    assert [count_of(words.new_codings, number) for number in (0, 1, 2)] == [
        "0 nye kodinger",
        "1 ny koding",
        "2 nye kodinger",
    ]


def test_that_quotation_marks_follow_the_language():
    assert matrix_words("nb").quoted("ja") == "«ja»"
    assert matrix_words("en").quoted("yes") == "“yes”"


def test_that_no_text_of_a_codebook_is_empty():
    for language in ("nb", "en"):
        assert all(dataclasses.astuple(codebook_words(language)))
