"""Tables of a text made from print become cells where their rows and columns are sure."""

import pytest

from importing.norwegian_prose import make_paragraphs
from importing.print_text_building import Block, double_spaced, paginate, with_form_feeds
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, ReadOptions, Repair
from kodebenk.importing.plain_text_reader import read_plain_text

BODY = [Block(text) for text in make_paragraphs(24, 9)]


def read_table(tmp_path, lines, write=with_form_feeds, repairs=ALL_REPAIRS):
    blocks = [*BODY[:10], Block(lines=lines), *BODY[10:]]
    path = tmp_path / "tabell.txt"
    path.write_text(write(paginate(blocks, width=84, height=50)), encoding="utf-8", newline="")
    return read_plain_text(path, ReadOptions(repairs=frozenset(repairs)))


def rows_of(document, table=0):
    rows = {}
    for cell in document.cells:
        if cell.table == table:
            rows.setdefault(cell.row, {})[cell.column] = document.text[cell.start : cell.end]
    return [rows[number] for number in sorted(rows)]


ANSWERS = [
    "Ja                 7                 6",
    "Nøytral            1                 2",
    "Nei                0                 0",
]
GRID = [{0: "Ja", 1: "7", 2: "6"}, {0: "Nøytral", 1: "1", 2: "2"}, {0: "Nei", 1: "0", 2: "0"}]


@pytest.mark.parametrize("write", [with_form_feeds, double_spaced])
def test_that_rows_with_wide_gaps_under_a_caption_are_a_table(tmp_path, write):
    lines = ["Tabell 2-1 Syn på målene", "Er målene tydelige? Kan målene måles hos", "dere?", *ANSWERS]
    document = read_table(tmp_path, lines, write)
    assert rows_of(document) == [{1: "Er målene tydelige?", 2: "Kan målene måles hos dere?"}, *GRID]
    paragraphs = [document.text[span.start : span.end] for span in document.paragraphs]
    assert "Tabell 2-1 Syn på målene" in paragraphs
    assert {span.start for span in document.paragraphs} >= {cell.start for cell in document.cells}


def test_that_headings_over_several_lines_are_divided_at_capitals(tmp_path):
    lines = [
        "Tabell 2. Hva målene gjør med frihet og",
        "ansvar",
        "Hva gjør målene med",
        "friheten",
        "Hva gjør målene med",
        "ansvaret",
        *ANSWERS,
    ]
    document = read_table(tmp_path, lines)
    assert rows_of(document)[0] == {1: "Hva gjør målene med friheten", 2: "Hva gjør målene med ansvaret"}
    assert "Tabell 2. Hva målene gjør med frihet og ansvar" in document.text


def test_that_three_rows_of_values_are_a_table_without_a_caption(tmp_path):
    assert rows_of(read_table(tmp_path, ANSWERS)) == GRID
    assert read_table(tmp_path, ANSWERS[:2]).cells == ()


def test_that_tabs_divide_fields(tmp_path):
    lines = [
        "Tabell 4: Årsverk",
        "Enhet\t2023\t2024",
        "Skole\t120,5\t118",
        "Barnehage\t60\t61,5",
        "Pleie og omsorg\t210\t215",
    ]
    assert rows_of(read_table(tmp_path, lines)) == [
        {0: "Enhet", 1: "2023", 2: "2024"},
        {0: "Skole", 1: "120,5", 2: "118"},
        {0: "Barnehage", 1: "60", 2: "61,5"},
        {0: "Pleie og omsorg", 1: "210", 2: "215"},
    ]


def test_that_cells_one_per_line_row_by_row_are_laid_out(tmp_path):
    lines = ["Tabell 1: Antall svar", "Skole", "Barnehage", "Ja", "7", "6", "Nøytral", "1", "2", "Nei", "0", "0"]
    assert rows_of(read_table(tmp_path, lines)) == [{1: "Skole", 2: "Barnehage"}, *GRID]


def test_that_columns_one_after_the_other_are_laid_out(tmp_path):
    lines = ["Tabell 1: Antall svar", "Svar", "Ja", "Nøytral", "Nei", "Skole", "7", "1", "0"]
    document = read_table(tmp_path, lines)
    assert rows_of(document) == [{0: "Svar", 1: "Skole"}, {0: "Ja", 1: "7"}, {0: "Nøytral", 1: "1"}, {0: "Nei", 1: "0"}]
    assert list(document.line_starts) == sorted(document.line_starts)


def test_that_of_more_columns_every_value_stands_where_its_label_and_heading_cross(tmp_path):
    columns = ["Svar", "Ja", "Nøytral", "Nei"], ["Skole", "7", "1", "0"], ["Barnehage", "6", "2", "0"]
    document = read_table(tmp_path, ["Tabell 1: Antall svar", *(cell for column in columns for cell in column)])
    assert rows_of(document) == [dict(enumerate(column)) for column in columns]


def test_that_answers_are_values_where_a_table_has_no_numbers(tmp_path):
    lines = ["Tabell 3 Hvem har hva", "Plan", "Budsjett", "Skole", "Ja", "Nei", "Barnehage", "Nei", "Nei"]
    assert rows_of(read_table(tmp_path, lines)) == [
        {1: "Plan", 2: "Budsjett"},
        {0: "Skole", 1: "Ja", 2: "Nei"},
        {0: "Barnehage", 1: "Nei", 2: "Nei"},
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Tabell 1: Antall svar", "Skole", "7", "6", "Barnehage", "1", "Pleie", "0", "0"],
        ["Tabell 1: Antall svar", "Skole", "Barnehage", "Pleie", "Kultur"],
        ["Skole", "7", "6", "Barnehage", "1", "2"],
        ["Tabell 1 viser at vi ikke vet hvor mange som har svart på det vi lurte på, og at det", "er få."],
        ["Et ord  og et annet", "Noe helt   annet her", "Og enda  mer av dette"],
    ],
    ids=["uneven rows", "words alone", "no caption", "a sentence", "wide blanks"],
)
def test_that_what_is_not_sure_is_no_table(tmp_path, lines):
    assert read_table(tmp_path, lines).cells == ()


def test_that_a_table_is_recorded_and_can_be_switched_off(tmp_path):
    lines = ["Tabell 2-1 Syn på målene", *ANSWERS]
    document = read_table(tmp_path, lines)
    (place,) = [one for one in document.repaired if one.repair is Repair.TABLES]
    assert (place.outcome, place.before) == (Outcome.REPLACED, "\n".join(ANSWERS))
    assert document.text[place.start : place.end] == "Ja\n7\n6\nNøytral\n1\n2\nNei\n0\n0"
    assert read_table(tmp_path, lines, repairs=ALL_REPAIRS - {Repair.TABLES}).cells == ()


def test_that_two_tables_are_numbered(tmp_path):
    document = read_table(tmp_path, ["Tabell 1 A", *ANSWERS, "", "Tabell 2 B", *ANSWERS])
    assert rows_of(document, 0) == rows_of(document, 1) == GRID
