"""Columns, tables and lists, told by where lines stand."""

import pytest

from kodebenk.importing.page_labels import find_labels
from kodebenk.importing.pdf_cleanup import gather_paragraphs
from kodebenk.importing.pdf_columns import Column, order_columns
from kodebenk.importing.pdf_grids import find_aligned_tables
from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.pdf_rows import rejoin_rows
from kodebenk.importing.pdf_tables import find_ruled_tables
from kodebenk.importing.pdf_typography import PlacedLine, Typography
from kodebenk.importing.printed_table import PrintedTable, split_line

SIZE = 10.0


def line(text, x0, y, width=200.0, **options):
    return PdfLine(text, x0, y, x0 + width, y + SIZE, SIZE, **{"is_bold": False, **options})


def column(letter, x0, count, top=700.0, width=200.0):
    return [line(f"{letter}{n} tekst som fortsetter langt", x0, top - 12 * n, width) for n in range(count)]


def texts(stretches):
    return [(stretch.column, [item.text.split()[0] for item in stretch.items]) for stretch in stretches]


def test_that_the_left_column_is_read_first():
    both = [item for pair in zip(column("v", 72, 6), column("h", 300, 6), strict=True) for item in pair]
    assert texts(order_columns(both, SIZE)) == [
        ("1", ["v0", "v1", "v2", "v3", "v4", "v5"]),
        ("2", ["h0", "h1", "h2", "h3", "h4", "h5"]),
    ]


def test_that_a_heading_across_parts_what_is_above_from_what_is_below():
    above = [*column("a", 72, 5), *column("b", 300, 5)]
    below = [*column("c", 72, 5, 580), *column("d", 300, 5, 580)]
    found = texts(order_columns([*below, line("Overskrift", 72, 610, 428), *above], SIZE))
    assert [words[0] for _, words in found] == ["a0", "b0", "Overskrift", "c0", "d0"]


def test_that_a_short_heading_across_parts_them_too():
    above = [*column("a", 72, 5), *column("b", 300, 5)]
    below = [*column("c", 72, 5, 580), *column("d", 300, 5, 580)]
    heading = line("Overskrift", 72, 615, 80, is_bold=True)
    found = texts(order_columns([*above, heading, *below], SIZE))
    assert [words[0] for _, words in found] == ["a0", "b0", "Overskrift", "c0", "d0"]


def test_that_lines_joined_across_the_columns_are_parted():
    joined = [
        line(f"v{n} tekst som fortsetter h{n} tekst som fortsetter", 72, 700 - 12 * n, 428, gaps=((24, 272.0, 300.0),))
        for n in range(6)
    ]
    first, second = order_columns(joined, SIZE)
    assert [item.text for item in first.items][:2] == ["v0 tekst som fortsetter", "v1 tekst som fortsetter"]
    assert (second.items[0].text, second.items[0].x0) == ("h0 tekst som fortsetter", 300.0)


def test_that_few_lines_are_a_column_where_the_file_has_one_there():
    page = [*column("v", 72, 8), *column("h", 300, 2)]
    assert [stretch.column for stretch in order_columns(page, SIZE)] == [""]
    assert [stretch.column for stretch in order_columns(page, SIZE, [Column(300.0, 28.0)])] == ["1", "2"]


def test_that_labels_before_words_are_not_a_column():
    labels = [line(("I:", "R:")[n % 2], 72, 700 - 12 * n, 10) for n in range(8)]
    assert len(order_columns([*labels, *column("x", 140, 8)], SIZE)) == 1


def test_that_a_line_is_split_at_its_wide_gaps_only():
    whole = line("ett to tre", 72, 700, 120, gaps=((4, 90.0, 94.0), (7, 110.0, 140.0)))
    assert [(part.text, part.x0, part.x1) for part in split_line(whole, 10)] == [
        ("ett to", 72.0, 110.0),
        ("tre", 140.0, 192.0),
    ]


def test_that_marks_and_labels_are_joined_to_their_words():
    row = [line("–", 72, 700, 5), line("gjøre mer", 100, 700, 50)]
    turn = [line("Intervjuer:", 72, 680, 50), line("Hvordan går det?", 220, 680, 90)]
    assert [one.text for one in rejoin_rows([*row, *turn])] == ["– gjøre mer", "Intervjuer: Hvordan går det?"]


# Tables


def grid(xs, ys):
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[-1], x, ys[0]) for x in xs]


def word(text, x0, y):
    return line(text, x0, y, 30)


def cells(table):
    return {(cell.row, cell.column): " ".join(one.text for one in cell.lines) for cell in table.cells}


def test_that_drawn_borders_make_cells_of_several_lines():
    words = [
        word("Mål", 75, 690),
        word("Frist", 205, 690),
        word("Kjenne", 75, 675),
        word("målene", 75, 663),
        word("mai", 205, 675),
    ]
    outside = word("Etterpå", 75, 600)
    tables, rest = find_ruled_tables([*words, outside], grid([72, 200, 300], [705, 688, 660]))
    assert cells(tables[0]) == {(0, 0): "Mål", (0, 1): "Frist", (1, 0): "Kjenne målene", (1, 1): "mai"}
    assert rest == [outside]


def test_that_a_cell_across_others_has_the_place_of_its_first():
    rules = [*grid([72, 200, 300], [685, 670, 655]), (72, 705, 300, 705), (72, 685, 72, 705), (300, 685, 300, 705)]
    words = [
        word("Felles", 160, 690),
        *(
            word(name, x, y)
            for y, names in ((673, "ab"), (658, "cd"))
            for name, x in zip(names, (75, 205), strict=True)
        ),
    ]
    (table,), _ = find_ruled_tables(words, rules)
    assert cells(table) == {(0, 0): "Felles", (1, 0): "a", (1, 1): "b", (2, 0): "c", (2, 1): "d"}


def test_that_words_run_together_across_a_border_are_parted():
    joined = [line("Skole 12", 75, y, 150, gaps=((6, 100.0, 205.0),)) for y in (690, 675)]
    (table,), _ = find_ruled_tables(joined, grid([72, 200, 300], [705, 688, 660]))
    assert cells(table) == {(r, c): text for r in (0, 1) for c, text in ((0, "Skole"), (1, "12"))}


@pytest.mark.parametrize(
    "rules",
    [
        [(72, 690, 300, 690)],
        grid([72, 300], [705, 660]),
        [*grid([72, 300], [705, 660]), (72, 640, 300, 640)],
    ],
    ids=["underline", "frame", "frame and line"],
)
def test_that_other_drawn_lines_make_no_table(rules):
    words = [word("a", 75, 692), word("b", 205, 692), word("c", 75, 670)]
    assert find_ruled_tables(words, rules)[0] == []


def rows(*texts, xs=(72, 180, 300), pitch=14):
    return [
        word(text, x, 700 - pitch * n)
        for n, row in enumerate(texts)
        for text, x in zip(row, xs, strict=False)
        if text.strip()
    ]


def test_that_words_below_each_other_are_a_table_without_borders():
    before = line("Dette er en linje med vanlig tekst over tabellen", 72, 714, 400)
    found = find_aligned_tables([before, *rows("abc", "d f", "gh ", "jkl")], ())
    assert found[0] == before
    expected = {(0, 0): "a", (0, 1): "b", (0, 2): "c", (1, 0): "d", (1, 2): "f", (2, 0): "g", (2, 1): "h"}
    assert cells(found[1]) == {**expected, (3, 0): "j", (3, 1): "k", (3, 2): "l"}


def test_that_two_columns_are_a_table_only_with_figures_or_a_caption():
    names = rows(("Kari", "rektor"), ("Ola", "leder"), ("Eli", "lærer"), xs=(72, 200))
    assert not any(isinstance(item, PrintedTable) for item in find_aligned_tables(names, ()))
    figures = rows(("2019", "14"), ("2020", "18"), ("2021", "23"), xs=(72, 200))
    assert any(isinstance(item, PrintedTable) for item in find_aligned_tables(figures, ()))
    caption = word("Tabell 3: Hvem", 72, 716)
    assert any(isinstance(item, PrintedTable) for item in find_aligned_tables([caption, *names], ()))


def test_that_a_contents_page_is_no_table():
    entries = [line("Bakgrunn ........ ", 72, 700 - 14 * n, 100) for n in range(5)]
    numbers = [line(str(n), 300, 700 - 14 * n, 10) for n in range(5)]
    assert not any(isinstance(item, PrintedTable) for item in find_aligned_tables([*entries, *numbers], ()))


# Lists


def gathered(*lines):
    placed = [PlacedLine(0, one, one.text) for one in lines]
    paragraphs = gather_paragraphs(placed, Typography([PdfPage("", 842.0, lines)], placed))
    return [(" ".join(one.text for one in paragraph.lines), paragraph.item_level) for paragraph in paragraphs]


def test_that_items_hang_and_have_levels():
    found = gathered(
        line("Vi vil ha disse punktene med i planen:", 72, 700, 200),
        line("• gjøre mer av det som virker for alle i", 72, 688, 200),
        line("kommunen", 84, 676, 40),
        line("– ute", 90, 664, 40),
        line("• bygge nytt", 72, 652, 60),
    )
    assert found == [
        ("Vi vil ha disse punktene med i planen:", 0),
        ("• gjøre mer av det som virker for alle i kommunen", 1),
        ("– ute", 2),
        ("• bygge nytt", 1),
    ]


def test_that_a_date_or_dash_at_a_line_start_is_no_item():
    found = gathered(
        line("Planen ble vedtatt av kommunestyret den", 72, 700, 200),
        line("12. desember etter en lang debatt som varte", 72, 688, 200),
        line("– som alltid – til over midnatt den dagen.", 72, 676, 200),
    )
    assert len(found) == 1


# Labels


@pytest.mark.parametrize(
    ("running", "labels"),
    [
        ([["5"], ["6"], ["7"]], ["5", "6", "7"]),
        ([["i"], ["ii"], ["iii"], ["1"], ["2"]], ["i", "ii", "iii", "1", "2"]),
        ([["11"], [], ["13"]], ["11", "12", "13"]),
        ([[], ["5"], ["6"]], ["4", "5", "6"]),
        ([[], ["1"], ["2"]], ["", "1", "2"]),
        ([["iii"], ["iv"], [], ["2"], ["3"]], ["iii", "iv", "1", "2", "3"]),
        ([["4"], ["5"], []], ["4", "5", "6"]),
        ([["4"], ["99"], ["6"], ["7"]], ["4", "5", "6", "7"]),
        ([["3 av 9"], ["4 av 9"]], ["3", "4"]),
        ([["Plan 2026 | 7"], ["Plan 2026 | 8"], ["Plan 2026 | 9"]], ["7", "8", "9"]),
        ([["Plan 2026"], ["Plan 2026"]], ["", ""]),
    ],
)
def test_that_labels_are_what_is_printed_and_what_neighbours_agree_on(running, labels):
    assert find_labels(running) == labels
