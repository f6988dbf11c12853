from itertools import combinations

import pytest

from kodebenk.importing.language_form import _MARKS, recognise_language

BOKMAL = (
    "Jeg vet ikke hva vi skal gjøre med bussene. Hun sa noe om at skolen ble stengt, og at det er mye uro. "
    "Hvordan det blir til høsten, er det ikke noen som vet."
)
NYNORSK = (
    "Eg veit ikkje kva vi skal gjere med bussane. Ho sa noko om at skulen vart stengd, og at det er mykje uro. "
    "Korleis det vert til hausten, er det ikkje nokon som veit."
)
ENGLISH = (
    "I do not know what we should do with the buses. She said that the school was closed and that there is unrest. "
    "They have not told us what it would be like in the autumn."
)
DANISH = (
    "Jeg ved ikke hvad vi skal gøre af busserne. Hun sagde noget om at skolen blev lukket, og at der er meget uro. "
    "Det er noget jeg tænker meget på, og nogle siger til mig at det går op og ud efter."
)


@pytest.mark.parametrize(
    ("text", "language"), [(BOKMAL, "nb"), (NYNORSK, "nn"), (ENGLISH, "en"), (BOKMAL.upper(), "nb")]
)
def test_that_a_language_is_recognised_by_its_small_words(text, language):
    assert recognise_language(text) == language


@pytest.mark.parametrize("text", ["", "Jeg vet ikke.", "123 456", BOKMAL + NYNORSK, DANISH])
def test_that_short_mixed_and_foreign_texts_have_no_language(text):
    assert recognise_language(text) == ""


def test_that_a_quotation_does_not_change_the_language():
    assert recognise_language(BOKMAL * 6 + ENGLISH) == "nb"


def test_that_no_word_marks_two_languages():
    assert all(not set(one) & set(other) for one, other in combinations(_MARKS.values(), 2))
