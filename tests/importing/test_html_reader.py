import pytest

from importing.place_checks import cell_texts, check_document, texts, warning_fields
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.html_reader import find_html_encoding, read_html
from kodebenk.importing.imported_document import ReadOptions


@pytest.fixture
def read(tmp_path):
    def read_page(page, encoding="utf-8", options=ReadOptions()):  # noqa: B008 - a frozen value
        path = tmp_path / "a.html"
        path.write_bytes(page if isinstance(page, bytes) else page.encode(encoding))
        document = read_html(path, options)
        check_document(document)
        return document

    return read_page


def problem_of(read, page):
    with pytest.raises(SourceUnreadable) as caught:
        read(page)
    return caught.value.problem


def test_that_what_a_browser_does_not_show_is_dropped(read):
    document = read(
        "<html><head><title>Tittel</title><style>p {}</style></head><body><nav>Meny</nav><script>x()</script>"
        "<p>Synlig<!-- merknad --></p><template>mal</template><p hidden>en</p>"
        "<div style='color: red; DISPLAY : none'>to</div><dialog>tre</dialog>"
        "<noscript>slå på</noscript><select><option>valg</select></body>"
    )
    assert document.text == "Synlig"
    assert warning_fields(document) == {"hidden_left_out": {"count": "7"}}


def test_that_blanks_run_together_as_in_a_browser(read):
    document = read("<p>  Reell \n\t <b> med</b><i>virkning </i> \n<span> kreves</span>. <br> \n Ja &nbsp; nei </p>")
    assert document.text == "Reell medvirkning kreves.\nJa \xa0 nei"


def test_that_preformatted_text_keeps_its_lines(read):
    document = read("<pre>\n  en\n\n    to\n</pre><p>etter</p><div style='white-space: pre-wrap'>a\n b</div>")
    assert texts(document, document.paragraphs) == ["en\n\n    to", "etter", "a\n b"]
    assert document.text == "  en\n\n    to\netter\na\n b"


def test_that_entities_become_characters(read):
    assert (
        read("<p>&aring;&oslash; &lt;b&gt; &amp;amp; &#8211; &#x1F600; &quot;&laquo;</p>").text
        == 'åø <b> &amp; – 😀 "«'
    )


def test_that_blocks_part_paragraphs_and_two_line_breaks_do(read):
    document = read("<div>en<div>to</div>tre</div><blockquote>fire</blockquote>fem<br>seks<br><br>sju<hr>åtte<br>")
    assert texts(document, document.paragraphs) == ["en", "to", "tre", "fire", "fem\nseks", "sju", "åtte"]


def test_that_headings_have_their_levels(read):
    document = read("<h1>Plan</h1><p>x<h3>Mål <em>nå</em></h3><p>y")
    assert [(one.level, document.text[one.start : one.end]) for one in document.headings] == [
        (1, "Plan"),
        (3, "Mål nå"),
    ]


def test_that_list_items_have_marks_and_levels(read):
    document = read(
        "<ul><li>en<ul><li><p>under</p><p>mer</p></ul><li>to</ul>"
        "<ol start=3><li>tre<li value=7>sju<li>åtte</ol><ol type=a><li>x<ol type=I><li>y</ol></ol>"
        "<ol reversed><li>to<li>en</ol><ul style='list-style: none'><li>uten</ul>"
    )
    assert document.text.split("\n") == [
        "• en", "• under", "mer", "• to", "3. tre", "7. sju", "8. åtte", "a. x", "I. y", "2. to", "1. en", "uten",
    ]  # fmt: skip
    assert [item.level for item in document.items] == [1, 2, 1, 1, 1, 1, 1, 2, 1, 1]


def test_that_cells_have_rows_and_columns_also_behind_spans(read):
    document = read(
        "<table><caption>Tabell 1</caption><thead><tr><th rowspan=2>A<th colspan=2>B</thead>"
        "<tr><td>C<td>D<table><tr><td>E</table><tr><td>F<p>G</table><table><tr><td>H</table>"
    )
    assert cell_texts(document) == [
        (0, 0, 0, "A"), (0, 0, 1, "B"), (0, 1, 1, "C"), (0, 1, 2, "D\nE"), (1, 0, 0, "E"), (0, 2, 0, "F\nG"),
        (2, 0, 0, "H"),
    ]  # fmt: skip


def test_that_quotes_have_the_marks_of_the_language(read):
    assert read("<html lang='nb-NO'><p><q>ja</q>").text == "«ja»"
    assert read("<html lang='en'><p><q>yes</q>").text == "“yes”"


@pytest.mark.parametrize(
    ("page", "encoding", "found"),
    [
        ("<p>æøå «»", "utf-8-sig", "utf-8-sig"),
        ("<p>æøå «»", "utf-16", "utf-16"),
        ("<p>æøå «»", "cp1252", "cp1252"),
        ("<meta charset=iso-8859-1><p>æøå – «»", "cp1252", "cp1252"),
        ("<meta charset='windows-1252'><p>æøå «»", "utf-8", "utf-8"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'><p>æøå €",
            "iso-8859-15",
            "iso8859-15",
        ),
        ("<?xml version='1.0' encoding='windows-1250'?><p>čaj a šnek", "cp1250", "cp1250"),
        ("<meta charset=tull><p>æøå «»", "cp1252", "cp1252"),
    ],
)
def test_that_the_encoding_is_found(read, page, encoding, found):
    document = read(page, encoding)
    assert document.encoding == found
    assert document.text == page.rpartition(">")[2]


def test_that_an_encoding_that_cannot_be_right_is_not_believed():
    assert find_html_encoding("<meta charset=utf-8><p>æøå".encode("cp1252")) == "cp1252"


def test_that_a_chosen_encoding_wins(read):
    assert read("<p>\x9b".encode("latin-1"), options=ReadOptions(encoding="cp865")).text == "ø"


def test_that_nesting_beyond_the_parsers_limit_is_an_error_and_no_half_page(read):
    assert read("<div>" * 1000 + "dypt" + "</div>" * 1000 + "<p>slutt").text == "dypt\nslutt"
    assert (
        problem_of(read, "<p>start" + "<div>" * 5000 + "dypt" + "</div>" * 5000 + "<p>slutt") is SourceProblem.DAMAGED
    )


def test_that_a_table_cannot_take_billions_of_places(read):
    rows = "<tr><td colspan=1000 rowspan=65534>x" * 5000
    document = read(f"<table>{rows}</table>")
    assert len(document.cells) == 5000


def test_that_characters_that_no_text_has_are_dropped(read):
    assert read("<p>a\x00b\x01c&shy;d\ufffe&#0;</p>").text.replace("\ufffd", "") == "abcd"


@pytest.mark.parametrize("page", ["<!-- bare merknad -->", "<script>x</script>", "   ", "<nav>meny</nav>"])
def test_that_a_page_without_words_has_no_text(read, page):
    assert problem_of(read, page) is SourceProblem.NO_TEXT


def test_that_what_is_no_text_is_refused(read):
    assert problem_of(read, b"%PDF-1.4 noe") is SourceProblem.NOT_THE_FORMAT
    assert problem_of(read, bytes(range(32)) * 40) is SourceProblem.NOT_THE_FORMAT
    with pytest.raises(SourceUnreadable) as caught:
        read("<p>x", options=ReadOptions(encoding="tull"))
    assert caught.value.problem is SourceProblem.CANNOT_READ


def test_that_reading_can_be_cancelled(read):
    with pytest.raises(Cancelled):
        read("<p>x", options=ReadOptions(is_cancelled=lambda: True))
