from collections import Counter

import pytest
from lxml import html

from kodebenk.exporting.html_matrix import write_html_matrix
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.matrix_text import cell_lines
from kodebenk.exporting.wording import matrix_words


def page_of(matrix, words, tmp_path):
    write_html_matrix(matrix, tmp_path / "m.html", words)
    return html.fromstring((tmp_path / "m.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def rows_of(table):
    return [row for row in table.iter("tr") if row.getparent().tag == "tbody"]


def test_that_the_cells_are_those_of_the_matrix(any_content, words, tmp_path):
    table = page_of(any_content, words, tmp_path).find(".//table")
    shown = {row[0].findtext("p"): row[1:] for row in rows_of(table) if "band" not in row.get("class", "")}

    for row, cells in zip(any_content.rows, any_content.cells, strict=True):
        expected = [
            [legal_text(line.text) for line in cell_lines(cell, any_content.spec.content, words)] for cell in cells
        ]
        assert [[line.text_content() for line in cell.iter("p")] for cell in shown[row.label]] == expected


def test_that_headings_have_a_scope_and_cover_the_columns(matrix, words, tmp_path):
    page = page_of(matrix, words, tmp_path)
    upper, lower = page.find(".//thead")

    assert page.get("lang") == "nb"
    assert page.findtext(".//caption") == "Mål og medvirkning"
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "colgroup", "row", "rowgroup"}
    assert sum(int(cell.get("colspan", 1)) for cell in upper) == 6
    assert len(lower) + sum(cell.get("rowspan") == "2" for cell in upper) == 6


def test_that_every_link_leads_to_one_quotation(any_content, words, tmp_path):
    page = page_of(any_content, words, tmp_path)
    ids = Counter(one.get("id") for one in page.iter() if one.get("id"))

    assert set(ids.values()) == {1}
    assert {link.get("href").removeprefix("#") for link in page.iter("a")} <= set(ids)
    assert len(ids) == len(any_content.quotations)


def test_that_text_is_never_read_as_markup(matrix, words, tmp_path):
    page = page_of(matrix, words, tmp_path)

    assert page.find(".//enig") is None
    assert any("«helt» <enig> & =1+1" in one.text_content() for one in page.iter("p"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_the_file_needs_nothing_else(matrix, tmp_path, language):
    page = page_of(matrix, matrix_words(language), tmp_path)

    assert [one.tag for one in page.iter("script", "link", "img", "iframe")] == []
    assert not [one for one in page.iter() if one.get("src")]
    assert "Hemmelig" not in page.text_content()
