from kodebenk.analysis.hit_widening import HitUnit, widen_hits
from kodebenk.domain.document import DocumentText, Span, TextStructure
from kodebenk.domain.transcript import Turn

TEXT = "A: Vi prøvde. Det gikk\nbra nok. Ja.\n\nOg slutt her."
DOCUMENT = DocumentText(
    1,
    TEXT,
    TextStructure(
        paragraphs=(Span(0, TEXT.index("\n\n")), Span(TEXT.index("Og"), len(TEXT))),
        turns=(Turn(0, 3, TEXT.index("\n\n"), 1, 1),),
    ),
)


def words(unit, *wanted):
    hits = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in wanted]
    return [TEXT[start:end] for start, end in widen_hits(DOCUMENT, hits, unit)]


def test_that_words_stay_as_they_are_found():
    assert words(HitUnit.WORDS, "gikk", "slutt") == ["gikk", "slutt"]


def test_that_a_sentence_may_run_over_a_line_of_print():
    assert words(HitUnit.SENTENCE, "bra") == ["Det gikk\nbra nok."]


def test_that_hits_in_one_sentence_give_it_once():
    assert words(HitUnit.SENTENCE, "gikk", "bra", "prøvde") == ["Vi prøvde.", "Det gikk\nbra nok."]


def test_that_a_turn_leaves_out_the_speaker():
    assert words(HitUnit.TURN, "Ja") == ["Vi prøvde. Det gikk\nbra nok. Ja."]


def test_that_a_paragraph_stands_in_where_nobody_speaks():
    assert words(HitUnit.TURN, "slutt") == ["Og slutt her."]
