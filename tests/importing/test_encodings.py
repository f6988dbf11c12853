import pytest

from kodebenk.importing.encodings import decode, find_encoding

TEXTS = [
    "Rådmannen sa at øyeblikket var inne, og ærlig talt: det gikk bra.",
    "Vi må få på plass økonomiplanen før årsmeldingen «blir» ferdig – ikke sant?",
    "ÅRSMELDING FOR KOMMUNEN. Oppvekst, helse og omsorg må følge målene på hvert område.",
    "Hun svarte “ja” … og så gikk møtet videre i åpenhet, sånn er det å være leder.",
]


@pytest.mark.parametrize("text", TEXTS[:3])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "cp865", "latin-1"])
@pytest.mark.parametrize("times", [1, 40])
def test_that_old_norwegian_text_is_read_right_whatever_its_encoding(text, encoding, times):
    whole = (text + "\n") * times
    if encoding in {"cp850", "cp865", "latin-1"}:
        whole = whole.replace("–", "-")
    if encoding == "cp865":
        whole = whole.replace("»", '"').replace("«", '"')
    content = whole.encode(encoding)
    assert decode(content, find_encoding(content)) == (whole, 0)


@pytest.mark.parametrize("text", ["Lærerne er nær.", "En idé på kaféen", "øl", "Ås", "Før årsmøtet", "Ærlig talt så"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "cp865"])
def test_that_a_few_letters_are_enough(text, encoding):
    content = text.encode(encoding)
    assert decode(content, find_encoding(content))[0] == text


def test_that_oddities_outweigh_letters():
    content = "Det var Lars’ sak, Anders’ ansvar og Jonas’ ord.".encode("cp1252")
    assert find_encoding(content) == "cp1252"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", TEXTS)
def test_that_unicode_is_read_right_with_and_without_mark(text, encoding):
    content = text.encode(encoding)
    decoded, undecodable = decode(content, find_encoding(content))
    assert decoded.lstrip("\ufeff") == text
    assert undecodable == 0


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_that_typographic_quotes_tell_windows_from_mac(encoding):
    content = TEXTS[3].encode(encoding)
    assert decode(content, find_encoding(content))[0] == TEXTS[3]


def test_that_plain_ascii_is_utf8():
    assert find_encoding(b"ingen rare tegn") == "utf-8"


def test_that_a_stray_zero_byte_does_not_make_utf16():
    assert find_encoding("det går bra ".encode() * 10 + b"\x00") == "utf-8"


def test_that_undecodable_bytes_are_counted_and_written_replacements_are_not():
    text, undecodable = decode("skrevet \ufffd her ".encode() + b"\xff", "utf-8")
    assert text.count("\ufffd") == 2
    assert undecodable == 1


@pytest.mark.parametrize("name", ["klingon", "hex"])
def test_that_an_unknown_encoding_is_refused(name):
    with pytest.raises(LookupError):
        decode(b"abc", name)
