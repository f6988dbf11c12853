import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.importing.quotation_marks import find_mangled_quotes


def repaired(text):
    for start, end, right in reversed(find_mangled_quotes(text)):
        text = text[:start] + right + text[end:]
    return text


@pytest.mark.parametrize(
    ("mangled", "right"),
    [
        ('de sa ,,ikke nå" til oss', "de sa „ikke nå” til oss"),
        ("de sa ,,ikke nå'' til oss", "de sa „ikke nå” til oss"),
        ("de sa ``ikke nå'' til oss", "de sa “ikke nå” til oss"),
        ("de sa ''ikke nå'' til oss", "de sa “ikke nå” til oss"),
        ("de sa ´´ikke nå´´.", "de sa “ikke nå”."),
        ("de sa ‘‘ikke nå’’.", "de sa “ikke nå”."),
        ("<<Ikke nå>>, sa de", "«Ikke nå», sa de"),
        ("‹‹Ikke nå››, sa de", "«Ikke nå», sa de"),
        ("«Ikke nå«, sa de", "«Ikke nå», sa de"),
        ("“Ikke nå“, sa de", "“Ikke nå”, sa de"),
        ("<<Ikke nå», sa de", "«Ikke nå», sa de"),
        ('de sa ""ikke nå"" til oss', 'de sa "ikke nå" til oss'),
        ('de sa \\"ikke nå\\" til oss', 'de sa "ikke nå" til oss'),
        ("de sa \uf093ikke nå\uf094 til oss", "de sa “ikke nå” til oss"),
        ("de sa \uf0abikke nå\uf0bb til oss", "de sa «ikke nå» til oss"),
        ("de sa â€œikke nÃ¥â€\x9d", "de sa “ikke nÃ¥”"),
        ("de sa â€œikke nÃ¥â€ til", "de sa “ikke nÃ¥” til"),
        ("Â«Ikke nÃ¥Â»", "«Ikke nÃ¥»"),
        ("«Ikke nåÂ«", "«Ikke nå«"),
        ("de sa \x93ikke nå\x94", "de sa “ikke nå”"),
        ("de sa &laquo;ikke nå&raquo; &quot;en gang&quot;", 'de sa «ikke nå» "en gang"'),
        ("så ,,ikke ''nå'' igjen''", "så ,,ikke “nå” igjen''"),
        ("bæ \ufffdikke nå\ufffd sa vi på møtet først", "bæ “ikke nå” sa vi på møtet først"),
    ],
)
def test_that_surely_mangled_marks_are_put_right(mangled, right):
    assert repaired(mangled) == right


@pytest.mark.parametrize(
    "text",
    [
        'de sa "ikke nå" til oss',
        "de sa ”ikke nå” til oss",
        "»Ikke nå«, sa de og »kanskje senere»",
        "„Ikke nå“, sa de, eller „ikke nå”",
        "“Ikke nå”, sa de, og «kanskje»",
        "«Alle vet det, sa de, «og vi med»",
        "«Ikke nå, sa de",
        "målt til 5'' og 6'' ved Ola''s hus",
        "a << 2 og b >> 3",
        "slik,, var det, sa hun''",
        "en â€“ to â€“ tre",
        "<<Ikke\nnå>>",
        "?Ikke nå?, (?uklart?)",
        "\ufffdpne dører og f\ufffd svar",
        "bå æ ø \ufffdikke nå\ufffd, f\ufffd",
        "''",
        "",
    ],
)
def test_that_what_may_be_meant_is_left(text):
    assert find_mangled_quotes(text) == []


@given(st.text(st.sampled_from(list("a å\n.,<>«»“”„´`'\"\\&quot;â€œÂ\ufffd\uf093\uf094\x93")), max_size=60))
def test_that_the_places_are_sorted_disjoint_and_inside(text):
    found = find_mangled_quotes(text)
    bounds = [bound for start, end, _ in found for bound in (start, end)]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(text) and text[start:end] != right for start, end, right in found)


def test_that_many_openings_without_an_end_take_no_time():
    assert find_mangled_quotes("``a " * 200_000) == []
