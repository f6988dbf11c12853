import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kodebenk.analysis.quote_matching import MatchKind, SearchableText, find_quote

TEXT = "Først  dette.\n\nVi hadde\nmål, sa hun – “klare mål” – men\u00a0ingen   spurte oss.\nVi hadde mål!"
WORDS = st.lists(st.text(alphabet="abå😀-", min_size=1, max_size=6), min_size=1, max_size=30)


def only(quote, text=TEXT, **limits):
    (match,) = find_quote(quote, SearchableText(text), **limits)
    return match


def test_that_a_quote_is_found_whatever_white_space_the_text_has():
    match = only("Først dette. Vi hadde mål, sa hun")
    assert match.kind is MatchKind.EXACT
    assert TEXT[match.start : match.end] == "Først  dette.\n\nVi hadde\nmål, sa hun"


def test_that_every_occurrence_is_reported():
    found = find_quote("Vi hadde mål", SearchableText(TEXT))
    assert [TEXT[one.start : one.end] for one in found] == ["Vi hadde\nmål", "Vi hadde mål"]


def test_that_quotation_marks_dashes_and_case_are_folded_only_when_nothing_stands_exactly():
    match = only('SA HUN - "klare mål" - men ingen')
    assert match.kind is MatchKind.FOLDED
    assert TEXT[match.start : match.end] == "sa hun – “klare mål” – men\u00a0ingen"


@pytest.mark.parametrize(
    ("quote", "text"), [("top- down. Så", "X – top-down. Så Y"), ("top-down. Så", "X – top- down. Så Y")]
)
def test_that_a_blank_behind_a_hyphen_does_not_matter(quote, text):
    match = only(quote, text)
    assert match.kind is MatchKind.FOLDED
    assert text[match.start : match.end] == text[4:-2]


def test_that_a_misspelt_quote_is_found_with_a_score_and_whole_words():
    match = only("klare maal – men ingn spurte oss.")
    assert match.kind is MatchKind.FUZZY
    assert 85 <= match.score < 100
    assert TEXT[match.start : match.end].endswith("spurte oss.")


def test_that_what_does_not_stand_there_is_not_found():
    assert find_quote("Kommunestyret vedtok budsjettet enstemmig", SearchableText(TEXT)) == []
    assert find_quote("  ", SearchableText(TEXT)) == []
    assert find_quote("klare maal – men ingn", SearchableText(TEXT), fuzzy_limit=101) == []


def test_that_a_decomposed_quote_finds_its_composed_text():
    assert only("ingen spurte oss.").kind is MatchKind.EXACT
    assert only("ma\u030al!").kind is MatchKind.EXACT


@given(
    words=WORDS,
    blanks=st.lists(st.sampled_from([" ", "\n", "  ", "\n\n", "\t"]), min_size=30, max_size=30),
    data=st.data(),
)
def test_that_any_run_of_words_is_found_at_its_own_place(words, blanks, data):
    text = "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    assume(quote.strip())
    start = sum(len(word) + len(blank) for word, blank in zip(words[:first], blanks, strict=False))
    places = [(one.start, text[one.start : one.end].split()) for one in find_quote(quote, SearchableText(text))]
    assert (start, quote.split()) in places


@pytest.mark.parametrize("share", [0.03, 0.1])
def test_that_edited_quotes_come_back_to_where_they_were(share):
    import random

    rng = random.Random(7)
    vocabulary = ("kommunen", "målene", "lederne", "rapporten", "tilliten", "som", "ble", "ikke", "med", "en", "på")
    text = " ".join(rng.choice(vocabulary) + str(number) for number in range(3_000))
    searchable = SearchableText(text)
    for _ in range(40):
        start = rng.randrange(len(text) - 300)
        quote = list(text[start : start + 200])
        for _ in range(int(200 * share)):
            quote[rng.randrange(len(quote))] = rng.choice("abcdefå ")
        (match,) = find_quote("".join(quote), searchable, fuzzy_limit=70)
        assert abs(match.start - start) <= 12
        assert abs(match.end - start - 200) <= 12


def test_that_a_ring_too_many_in_the_quote_does_not_matter():
    text = SearchableText("Vi må gå på tur.")
    found = find_quote("ma\u030a\u030a ga\u030a", text)
    assert [(text.text[one.start : one.end], one.kind) for one in found] == [("må gå", MatchKind.EXACT)]
