import pytest

from kodebenk.analysis.code_search import MatchedField, search_codes
from kodebenk.domain.codebook import Code, Codebook


def code(number, name, parent=None, **values):
    return Code(number, f"g{number}", parent, number, name, slot=max(1, number), **values)


BOOK = Codebook(
    (
        code(1, "Deltakelse"),
        code(2, "Medvirkning", 1, definition="Noen blir hørt før det bestemmes."),
        code(3, "Forankring", 1, synonyms=("eierskap",), use_when="målene oppleves som egne"),
        code(4, "Opplæring", 1, synonyms=("forkurs", "kursing")),
        code(5, "Mål og indikatorer", 1, name_other="Targets"),
    )
)


def names(query):
    return [match.code.name for match in search_codes(query, BOOK)]


def test_that_scattered_letters_of_a_name_come_before_a_synonym():
    first, second = search_codes("fork", BOOK)
    assert (first.code.name, first.field, first.letters) == ("Forankring", MatchedField.NAME, (0, 1, 2, 5))
    assert (second.code.name, second.field, second.text) == ("Opplæring", MatchedField.SYNONYM, "forkurs")
    assert second.letters == (0, 1, 2, 3)


def test_that_the_beginning_of_a_name_comes_before_its_middle():
    book = Codebook((code(1, "Omtale av mål"), code(2, "Mål"), code(3, "Målstyring")))
    assert [match.code.name for match in search_codes("mål", book)] == ["Mål", "Målstyring", "Omtale av mål"]


def test_that_definitions_are_found_last():
    assert names("hørt") == ["Medvirkning"]
    assert search_codes("hørt", BOOK)[0].field is MatchedField.DEFINITION


def test_that_the_name_in_the_other_language_counts_as_name():
    match = search_codes("targ", BOOK)[0]
    assert (match.code.name, match.text) == ("Mål og indikatorer", "Targets")


@pytest.mark.parametrize("query", ["", "   ", "xyz", "ngf"])
def test_that_nothing_is_found_where_nothing_fits(query):
    assert names(query) == []


def test_that_headings_are_not_offered():
    assert "Deltakelse" not in names("del")


@pytest.mark.parametrize("query", ["(", "a.b", "mål og", "MÅL OG", "FORKURS"])
def test_that_every_matched_letter_is_the_letter_asked_for(query):
    for match in search_codes(query, BOOK):
        matched = "".join(match.text[place] for place in match.letters)
        assert matched.replace(" ", "").casefold() == query.replace(" ", "").casefold()
