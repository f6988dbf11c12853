import pytest

from kodebenk.analysis.question_words import Vocabulary, find_short_forms, stem, stem_likeness


@pytest.mark.parametrize(
    "words",
    [
        ("kommune", "kommunen", "kommuner", "kommunene", "kommunens"),
        ("innføring", "innføringen", "innføringene"),
        ("bruker", "brukere", "brukerne", "brukarane"),
        ("mål", "måler", "måles", "målene"),
    ],
)
def test_that_forms_of_a_word_share_a_stem(words):
    assert len({stem(word) for word in words}) == 1


def test_that_different_words_keep_different_stems():
    assert stem("lagt") != stem("laget")
    assert stem("medvirkning") != stem("medarbeider")


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("ansvar", "ansvar", 1.0, 1.0),
        ("implementer", "implementert", 0.85, 0.85),
        ("styringsmodell", "kvalitetsstyringsmodell", 0.6, 0.6),
        ("kontaktperson", "kontaktprson", 0.8, 0.85),
        ("hovedansvar", "ansvarsområd", 0.5, 0.5),
        ("ansvar", "økonomi", 0.0, 0.0),
        ("led", "lede", 0.0, 0.0),
    ],
)
def test_that_stems_are_as_like_as_they_look(one, other, least, most):
    assert least <= stem_likeness(one, other) <= most
    assert stem_likeness(one, other) == stem_likeness(other, one)


def test_that_short_forms_are_read_from_brackets_on_either_side():
    text = "De brukte årlig tilstandsrapport (ÅTR) og PPT(pedagogisk-psykologisk tjeneste). To andre (NAV) kom."
    assert find_short_forms(text) == {
        "åtr": (stem("årlig"), stem("tilstandsrapport")),
        "ppt": (stem("pedagogisk"), stem("psykologisk"), stem("tjeneste")),
    }


def test_that_rare_words_are_worth_more_than_common_ones_and_brackets_half():
    questions = ["Hva koster taket?", "Hva koster gjerdet?", "Hva koster maling? (omtrentlig)"]
    vocabulary = Vocabulary(questions, questions, "")
    worth = vocabulary.weigh("Hva koster taket i så fall? (maling)").worth
    assert worth[stem("taket")] > worth[stem("koster")] > worth["i"]
    assert worth[stem("maling")] == pytest.approx(worth[stem("taket")] / 2)


def test_that_what_is_shared_is_told_for_both_sides():
    vocabulary = Vocabulary(["Hvordan ble målene laget?"], ["Hvordan ble målene laget, og hvem laget fargekartet?"], "")
    asked = vocabulary.weigh("Hvordan ble målene laget?")
    said = vocabulary.weigh("Hvordan ble målene laget, og hvem laget fargekartet?")
    of_asked, of_said = vocabulary.shared(asked, said)
    assert of_asked == pytest.approx(1)
    assert 0.3 < of_said < 0.8
