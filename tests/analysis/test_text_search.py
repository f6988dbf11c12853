from kodebenk.analysis.text_search import context_of, find_words


def test_that_case_and_white_space_do_not_matter_but_letters_do():
    text = "MÅL og\nmeninger. Mal. mål  og meninger"
    assert [text[start:end] for start, end in find_words(text, "mål og meninger")] == [
        "MÅL og\nmeninger",
        "mål  og meninger",
    ]
    assert list(find_words(text, "måk")) == []
    assert list(find_words(text, "   ")) == []


def test_that_a_hit_is_shown_with_whole_words_around_it():
    text = "ord " * 40 + "TREFF" + " ord" * 40
    shown = context_of(text, 160, 165)
    assert shown.startswith("… ord")
    assert shown.endswith("ord …")
    assert "TREFF" in shown
    assert len(shown) < 140
