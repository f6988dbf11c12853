"""The codes of one coder against those of another in Word."""

from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from analysis.agreement.coded_material import CRAFT, TRUST, compared, made, material, setup
from exporting.test_word_matrix import texts_of
from kodebenk.exporting.agreement_export import export_agreement_report
from kodebenk.exporting.agreement_words import agreement_words
from kodebenk.exporting.word_confusion import MOST_CODES


def report_of_three():
    """A and B share two passages of Mål, where B has Tillit on one of A's; Fag is A's alone; C has coded nothing."""
    found = material(
        made(1, [0, 2, 4]),
        made(2, [0, 2]),
        made(2, [4, 6], TRUST),
        made(1, [8], CRAFT),
        made(3, [0]),
        documents=1,
    )
    return compared(found, setup(1, 2, 3, samples=20))


def with_many_codes(passages):
    """A report of two coders with as many codes as a table of passages has."""
    report = compared(material(made(1, [0]), made(2, [0]), documents=1), setup(1, 2, samples=20))
    first = report.codes[0]
    codes = tuple(replace(first, path=f"Tema {at % 2}/Kode {at}") for at in range(len(passages) - 1))
    confusion = replace(report.pairs[0].confusion, passages=passages)
    return replace(report, codes=codes, pairs=(replace(report.pairs[0], confusion=confusion),))


def diagonal(size, apart):
    """Return a table of passages in which the codes of `apart` have so many without a partner."""
    table = [[0] * (size + 1) for _ in range(size + 1)]
    for code in range(size):
        table[code][code] = 2
        table[code][size] = apart.get(code, 0)
    return tuple(map(tuple, table))


def write(report, tmp_path, language="nb"):
    path = tmp_path / f"{language}.docx"
    export_agreement_report(report, path, language, overwrite=True)
    return docx.Document(str(path))


def crossings(document, language="nb"):
    """Return the tables of codes against codes, by caption."""
    starts = agreement_words(language).confusion_title.partition("{")[0]
    found = {}
    for table in document.tables:
        before = table._tbl.getprevious()
        caption = "".join(text.text for text in before.iter(qn("w:t")))
        if starts in caption:
            found[caption] = table
    return found


def note_after(table):
    return "".join(text.text for text in table._tbl.getnext().iter(qn("w:t")))


def test_that_every_two_coders_have_a_table_of_passages_with_numbers_that_follow(tmp_path):
    tables = crossings(write(report_of_three(), tmp_path))

    assert [caption[caption.index(" Kodene") :] for caption in tables] == [
        " Kodene til A mot kodene til B",
        " Kodene til A mot kodene til C",
        " Kodene til B mot kodene til C",
    ]
    numbers = [int(caption.split()[1]) for caption in tables]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts_of(tables[next(iter(tables))]) == [
        ["Kode", "1", "2", "3", "Ingen"],
        ["1. Mål", "2", "1", "·", "·"],
        ["2. Tillit", "·", "·", "·", "·"],
        ["3. Fag", "·", "·", "·", "1"],
        ["Ingen kode", "·", "1", "·", ""],
    ]


def test_that_codes_that_neither_of_the_two_used_are_not_in_their_table(tmp_path):
    tables = list(crossings(write(report_of_three(), tmp_path)).values())

    assert [row[0] for row in texts_of(tables[2])] == ["Kode", "1. Mål", "2. Tillit", "Ingen kode"]


def test_that_the_numbers_go_on_after_those_of_the_other_tables(tmp_path):
    document = write(report_of_three(), tmp_path)
    captions = [
        "".join(text.text for text in one._p.iter(qn("w:t")))
        for one in document.paragraphs
        if one.style.style_id == "Caption"
    ]

    assert [int(caption.split()[1]) for caption in captions] == list(range(1, len(captions) + 1))


def test_that_the_diagonal_is_bold_and_table_and_note_stay_together(tmp_path):
    table = next(iter(crossings(write(report_of_three(), tmp_path)).values()))._tbl

    bold = [
        [cell.find(f".//{qn('w:rStyle')}") is not None for cell in row.iter(qn("w:tc"))] for row in table.tr_lst[1:]
    ]
    assert [[at for at, one in enumerate(row) if one] for row in bold] == [[1], [2], [3], [4]]
    kept = [
        paragraph.find(f".//{qn('w:keepNext')}") is not None
        for row in table.tr_lst[1:]
        for paragraph in row.iter(qn("w:p"))
    ]
    assert all(kept)
    assert table.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) == "KodebenkTrelinjet"
    assert "Uthevet = samme kode" in "".join(text.text for text in table.getnext().iter(qn("w:t")))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_that_the_note_names_both_and_says_what_a_cell_counts(tmp_path, language):
    table = next(iter(crossings(write(report_of_three(), tmp_path, language), language).values()))
    words = agreement_words(language)

    assert words.confusion_note.format(one="A", other="B") in note_after(table)
    assert texts_of(table)[0][-1] == words.no_code[1]
    assert texts_of(table)[-1][0] == words.no_code[0]


def test_that_of_many_codes_those_without_a_difference_are_left_out_and_that_is_said(tmp_path):
    report = with_many_codes(diagonal(24, {3: 1, 7: 2}))
    (table,) = crossings(write(report, tmp_path)).values()

    assert [row[0] for row in texts_of(table)] == ["Kode", "1. Kode 3", "2. Kode 7", "Ingen kode"]
    assert "Bare de 2 kodene de to skiller lag om, er tatt med; 22 andre er utelatt." in note_after(table)


def test_that_of_very_many_codes_with_differences_those_with_most_are_shown(tmp_path):
    report = with_many_codes(diagonal(30, {code: 30 - code for code in range(26)}))
    (table,) = crossings(write(report, tmp_path)).values()

    names = [row[0].partition(" ")[2] for row in texts_of(table)[1:-1]]
    assert names == [f"Kode {code}" for code in range(MOST_CODES)]
    assert "Bare de 20 kodene de to skiller mest lag om, er tatt med; 10 andre er utelatt." in note_after(table)
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))]
    assert sum(grid) <= 14798
    assert min(grid) >= 500


def test_that_codes_of_one_name_have_their_theme(tmp_path):
    report = with_many_codes(diagonal(2, {0: 1}))
    codes = tuple(replace(code, path=f"Tema {at}/Mål") for at, code in enumerate(report.codes))
    (table,) = crossings(write(replace(report, codes=codes), tmp_path)).values()

    assert [row[0] for row in texts_of(table)[1:3]] == ["1. Tema 0/Mål", "2. Tema 1/Mål"]
