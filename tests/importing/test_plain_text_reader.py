import pytest

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.plain_text_reader import find_headings, find_paragraphs, read_plain_text

LONG = "Dette er en lang linje som går langt forbi det som får plass på en trykt side, " * 2


def paragraphs_of(text):
    return [text[span.start : span.end] for span in find_paragraphs(text)]


def headings_of(text):
    return [(text[h.start : h.end], h.level) for h in find_headings(text, find_paragraphs(text))]


def read(tmp_path, content, **options):
    path = tmp_path / "tekst.txt"
    path.write_bytes(content)
    return read_plain_text(path, ReadOptions(**options))


def test_that_empty_lines_separate_paragraphs_of_several_lines():
    assert paragraphs_of("en\nto\n\ntre\n \t\n\nfire\n") == ["en\nto", "tre", "fire"]


def test_that_without_empty_lines_every_line_is_a_paragraph():
    assert paragraphs_of("\nen\nto\ntre\n\n") == ["en", "to", "tre"]


def test_that_long_lines_are_paragraphs_also_without_empty_lines_between_them():
    assert paragraphs_of(f"Tittel\n\n{LONG}\n{LONG}\n\nslutt") == ["Tittel", LONG.strip(), LONG.strip(), "slutt"]


def test_that_paragraphs_have_no_blanks_around_them():
    assert paragraphs_of("   innrykk  \n\n\tog mer ") == ["innrykk", "og mer"]


def test_that_numbers_make_headings_with_levels():
    text = "1. Innledning\n\nTekst kommer her.\n\n1.2 Bakgrunn\n\nMer tekst.\n\n1.2.3 Detaljer\n\nSlutt."
    assert headings_of(text) == [("1. Innledning", 1), ("1.2 Bakgrunn", 2), ("1.2.3 Detaljer", 3)]


def test_that_a_short_line_after_a_sentence_and_before_prose_is_a_heading():
    text = "Vi fant mye.\n\nMedvirkning i praksis\n\nKommunen har prøvd flere ting."
    assert headings_of(text) == [("Medvirkning i praksis", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "1. Epler\n\n2. Pærer\n\n3. Bananer\n\nDet var alt.",
        "- Hva gjør du?\n\nJobber som leder\n\n- Hvor lenge har du gjort det?",
        "Vi så det.\n\nliten forbokstav\n\nMer prosa her.",
        "12 prosent\n\nHer er noe.",
        "en linje uten slutt\n\nEn annen linje uten\n\nDen tredje linja slutter.\n\nden fjerde igjen\n\nfem",
    ],
)
def test_that_lists_answers_and_broken_lines_are_not_headings(text):
    assert headings_of(text) == []


def test_that_in_speech_only_numbers_make_headings():
    text = "I: Ja?\n\nR: Det var det.\n\nIngenting mer\n\nI: Takk for praten."
    assert find_headings(text, find_paragraphs(text), spoken_from=0) == ()


def test_that_form_feeds_give_pages(tmp_path):
    document = read(tmp_path, b"en\n\fto\n\ftre")
    assert [(document.text[p.start : p.end], p.label) for p in document.pages] == [
        ("en\n", "1"),
        ("to\n", "2"),
        ("tre", "3"),
    ]
    assert "\f" not in document.text


def test_that_the_text_is_otherwise_unchanged(tmp_path):
    document = read(tmp_path, "En.\r\n\r\n\r\n  To – «tre».\r\n".encode("cp1252"))
    assert document.text == "En.\n\n\n  To – «tre».\n"
    assert document.encoding == "cp1252"
    assert document.content == "En.\r\n\r\n\r\n  To – «tre».\r\n".encode("cp1252")
    assert document.pages == ()
    assert document.line_starts == ()


def test_that_a_chosen_encoding_wins_and_its_failures_are_told(tmp_path):
    document = read(tmp_path, "blåbær".encode("cp1252"), encoding="utf-8")
    assert document.encoding == "utf-8"
    assert [(w.kind, w.fields["count"]) for w in document.warnings] == [("undecodable", "2")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", SourceProblem.EMPTY),
        (b" \n\t\n", SourceProblem.NO_TEXT),
        ("\ufeff".encode("utf-8"), SourceProblem.NO_TEXT),
        (b"%PDF-1.7 x", SourceProblem.NOT_THE_FORMAT),
        (b"PK\x03\x04rest", SourceProblem.NOT_THE_FORMAT),
        (bytes(range(1, 32)) * 20, SourceProblem.NOT_THE_FORMAT),
    ],
)
def test_that_files_without_text_have_their_own_problem(tmp_path, content, problem):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, content)
    assert caught.value.problem is problem


def test_that_an_unknown_encoding_is_a_problem_of_reading(tmp_path):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, b"abc", encoding="klingon")
    assert caught.value.problem is SourceProblem.CANNOT_READ
