import re
import time
import unicodedata

import pytest

from kodebenk.importing.text_cleaning import clean_paged_text, clean_text, is_nfc_at_seam


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_that_every_kind_of_line_end_becomes_lf(line_end):
    assert clean_text(f"en{line_end}to") == "en\nto"


def test_that_text_becomes_nfc():
    assert clean_text("a\u030arsmelding") == "årsmelding"
    assert clean_text("\u212bngström") == "Ångström"


def test_that_compatibility_characters_stay():
    assert clean_text("½ m² ﬁ\u00a0x\u2011y") == "½ m² ﬁ\u00a0x\u2011y"


@pytest.mark.parametrize(
    "unwanted",
    ["\x00", "\x07", "\x1f", "\x7f", "\x9d", "\u00ad", "\u200b", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe"],
)
def test_that_what_cannot_be_shown_or_exported_leaves_the_word_whole(unwanted):
    assert clean_text(f"med{unwanted}virkning") == "medvirkning"


def test_that_old_separators_become_blanks():
    assert clean_text("en\x1cto\x1etre") == "en to tre"


def test_that_a_surrogate_pair_becomes_its_emoji_and_a_lone_one_goes():
    assert clean_text("a\ud83d\ude00b\ud83dc\ude00d") == "a😀bcd"


def test_that_a_joined_emoji_stays_joined():
    assert clean_text("👩\u200d👧") == "👩\u200d👧"


def test_that_removing_a_character_does_not_leave_decomposed_letters():
    cleaned = clean_text("a\u00ad\u030a")
    assert cleaned == "å"
    assert unicodedata.is_normalized("NFC", cleaned)


def test_that_a_form_feed_leaves_the_text_and_starts_a_page():
    cleaned = clean_paged_text("side en\n\fside to\n\fside tre\n")
    assert cleaned.text == "side en\nside to\nside tre"
    assert cleaned.page_starts == (0, 8, 16)


def test_that_words_on_both_sides_of_a_form_feed_stay_apart():
    cleaned = clean_paged_text("slutt\fstart")
    assert cleaned.text == "slutt\nstart"
    assert cleaned.page_starts == (0, 6)


def test_that_positions_of_pages_count_the_cleaned_text():
    cleaned = clean_paged_text("\ufeffa\u030a\r\n\r\n\fb")
    assert cleaned.text == "å\n\nb"
    assert cleaned.page_starts == (0, 3)


def test_that_a_text_without_form_feeds_has_no_pages_and_keeps_its_end():
    assert clean_paged_text("bare tekst\n\n").text == "bare tekst\n\n"
    assert clean_paged_text("bare tekst").page_starts == ()


def test_that_a_seam_which_would_compose_is_seen():
    assert not is_nfc_at_seam("a", "\u030a")
    assert is_nfc_at_seam("a", "b")
    assert is_nfc_at_seam("", "\u030a")


def test_that_a_letter_with_endless_marks_is_cleaned_in_time_and_keeps_them():
    marks = "\u0301\u0316" * 100_000
    began = time.monotonic()
    cleaned = clean_text("Blå" + marks + " himmel")
    assert time.monotonic() - began < 5
    assert cleaned.count("\u0316") == 100_000
    assert clean_text(cleaned) == cleaned
    assert max(map(len, re.findall("[\u0300-\u034e]+", cleaned))) <= 31


def test_that_thirty_marks_on_a_letter_are_left_alone():
    text = "a" + "\u0316" * 30
    assert clean_text(text) == text
    assert clean_text("漢" * 100 + "å\u030a") == "漢" * 100 + "å\u030a"
