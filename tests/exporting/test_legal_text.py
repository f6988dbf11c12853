from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kodebenk.exporting.legal_text import legal_text


@given(st.text(st.characters(codec=None), max_size=200))
def test_that_any_text_can_stand_in_xml_and_utf_8(text):
    legal = legal_text(text)

    element = etree.Element("t")
    element.text = legal
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text == (legal or None)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_that_letters_signs_and_emoji_stay(text):
    assert legal_text(text) == text


def test_that_breaks_of_word_processors_become_line_breaks():
    assert legal_text("a\vb\fc\r\nd\re\tf\x07g\ud83d") == "a\nb\nc\nd\ne\tfg\ufffd"
