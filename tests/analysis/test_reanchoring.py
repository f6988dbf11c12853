from kodebenk.analysis.quote_matching import SearchableText
from kodebenk.analysis.reanchoring import AnchoredRange, Fate, Reason, find_candidates, reanchor
from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.domain.passage import Anchor, anchor_of

OLD = """Intervjuer: Hvordan begynte arbeidet med målene?

Berit: Det begynte med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen for pengene.

Odd: Ja. Enhetene fikk ansvar, men ikke opplæring. Det husker jeg godt.

Intervjuer: Ble de ansatte spurt?

Berit: Ja. De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel.

Odd: Hos oss skrev vi målene sammen med lærerne. De målene lever ennå.
"""


def follow(quote, new, old=OLD, occurrence=0):
    start = -1
    for _ in range(occurrence + 1):
        start = old.index(quote, start + 1)
    anchored = AnchoredRange(start, start + len(quote), anchor_of(old, start, start + len(quote)))
    found = reanchor([anchored], compare_texts(old, new), old, new)[0]
    return found.fate, new[found.start : found.end], found


def test_that_a_passage_that_was_only_shifted_keeps_its_words():
    new = "Transkribert av Ane.\n\n" + OLD
    fate, words, found = follow("men de fikk ikke velge", new)
    assert (fate, words, found.score) == (Fate.KEPT, "men de fikk ikke velge", 100.0)
    assert found.start == OLD.index("men de fikk ikke velge") + 22


def test_that_a_passage_follows_a_correction_inside_it():
    fate, words, found = follow("Det begynte med et budsjett som sprakk.", OLD.replace("budsjett", "budsjettet"))
    assert (fate, words) == (Fate.ALTERED, "Det begynte med et budsjettet som sprakk.")
    assert found.score > 90


def test_that_a_passage_follows_corrections_of_its_first_and_last_word():
    new = OLD.replace("De ble hørt", "Dem ble hørt").replace("velge.", "velja.")
    assert follow("De ble hørt, men de fikk ikke velge.", new)[:2] == (
        Fate.ALTERED,
        "Dem ble hørt, men de fikk ikke velja.",
    )


def test_that_words_put_in_front_of_or_behind_a_passage_are_no_part_of_it():
    new = OLD.replace("Vi visste", "Altså: Vi visste").replace("pengene.", "pengene. Ingen visste det.")
    assert follow("Vi visste ikke hva vi fikk igjen for pengene.", new)[:2] == (
        Fate.KEPT,
        "Vi visste ikke hva vi fikk igjen for pengene.",
    )


def test_that_other_line_breaks_leave_the_words_the_same():
    new = OLD.replace("De ble hørt, men", "De ble hørt,\nmen")
    assert follow("De ble hørt, men de fikk ikke velge.", new)[:2] == (
        Fate.KEPT,
        "De ble hørt,\nmen de fikk ikke velge.",
    )


def test_that_a_passage_that_was_taken_out_is_unplaced():
    new = OLD.replace("De ble hørt, men de fikk ikke velge. ", "")
    fate, _, found = follow("men de fikk ikke velge", new)
    assert (fate, found.reason, found.start, found.end) == (Fate.UNPLACED, Reason.NOT_FOUND, 0, 0)


def test_that_a_short_answer_that_was_taken_out_does_not_become_somebody_elses():
    new = OLD.replace("Berit: Ja. De ble", "Berit: De ble")
    assert follow("Ja.", new, occurrence=1)[0] is Fate.UNPLACED
    assert follow("Ja.", new, occurrence=0)[:2] == (Fate.KEPT, "Ja.")


def test_that_a_sentence_that_was_moved_is_found():
    sentence = "Vi visste ikke hva vi fikk igjen for pengene."
    new = OLD.replace(f" {sentence}", "").replace("lever ennå.", f"lever ennå. {sentence}")
    fate, words, _ = follow(sentence, new)
    assert (fate, words) == (Fate.FOUND, sentence)


def test_that_a_paragraph_that_was_moved_takes_even_short_passages_along():
    turns = OLD.split("\n\n")
    new = "\n\n".join([*turns[:2], *turns[3:], turns[2]])
    fate, words, found = follow("Ja.", new)
    assert (fate, words) == (Fate.KEPT, "Ja.")
    assert new[: found.start].endswith("Odd: ")


def test_that_words_that_were_moved_to_two_places_are_ambiguous():
    sentence = "Enhetene fikk ansvar, men ikke opplæring."
    new = OLD.replace(f" {sentence}", "") + f"\n{sentence}\n\n{sentence}\n"
    fate, _, found = follow(sentence, new)
    assert (fate, found.reason) == (Fate.UNPLACED, Reason.AMBIGUOUS)


def test_that_the_same_words_elsewhere_in_the_old_text_are_not_what_was_moved():
    said = "Berit: Vi har hatt mange møter om dette."
    old = f"{said}\n\nOdd: Kommunen er stor.\n\n{said}\n"
    new = f"{said}\n\nOdd: Kommunen er stor, og den vokser for hvert år som går.\n"
    fate, _, found = follow("Vi har hatt mange møter om dette.", new, old=old, occurrence=1)
    assert (fate, found.reason) == (Fate.UNPLACED, Reason.NOT_FOUND)


def test_that_nothing_is_placed_in_a_text_about_something_else():
    new = (
        "Referat\n\nMøtet åpnet klokka ni. Lederen ønsket velkommen, og vi gikk gjennom sakene. Ingen hadde noe å si.\n"
    )
    for quote in ("Ja.", "De målene lever ennå.", "Det husker jeg godt.", "men de fikk ikke velge"):
        assert follow(quote, new)[0] is Fate.UNPLACED


def test_that_a_passage_that_was_wrong_before_is_only_searched_for():
    new = OLD.replace("Berit", "Bente")
    anchored = AnchoredRange(3, 20, Anchor("Hos oss skrev vi målene sammen med lærerne.", "", ""))
    found = reanchor([anchored], compare_texts(OLD, new), OLD, new)[0]
    assert found.fate is Fate.UNPLACED  # its words stand in what is old, so the text did not bring them here
    searched = AnchoredRange(3, 20, anchored.anchor, is_placed=False)
    found = reanchor([searched], compare_texts(OLD, new), OLD, new)[0]
    assert (found.fate, new[found.start : found.end]) == (Fate.FOUND, anchored.anchor.quote)


def test_that_half_a_passage_follows_and_less_does_not():
    whole = "Hos oss skrev vi målene sammen med lærerne. De målene lever ennå."
    assert follow(whole, OLD.replace(" De målene lever ennå.", ""))[:2] == (
        Fate.ALTERED,
        "Hos oss skrev vi målene sammen med lærerne.",
    )
    assert follow(whole, OLD.replace("Hos oss skrev vi målene sammen med lærerne. ", ""))[0] is Fate.UNPLACED


def test_that_candidates_come_by_likeness_and_context():
    text = SearchableText(OLD.replace("budsjett", "regnskap"))
    wanted = Anchor("Det begynte med et budsjett som sprakk.", "", "")
    best, *_ = find_candidates(wanted, text)
    assert text.text[best.start : best.end] == "Det begynte med et regnskap som sprakk."
    assert 60 < best.score < 100
    start = OLD.rindex("Ja.")
    both = find_candidates(anchor_of(OLD, start, start + 3), SearchableText(OLD))
    assert [one.start for one in both] == [start, OLD.index("Ja.")]
    assert find_candidates(Anchor("xyzzy plugh", "", ""), SearchableText(OLD)) == []
