import pytest

from kodebenk.importing.pdf_cleanup import gather_paragraphs
from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.pdf_rows import rejoin_rows
from kodebenk.importing.pdf_typography import PlacedLine, Typography
from kodebenk.importing.running_lines import find_running_lines

FULL = 400.0


def line(text, y, *, x0=72.0, x1=FULL, size=11.0, bold=False):
    return PdfLine(text, x0, y, x1, y + size, size, bold)


def page(*lines, label=""):
    return PdfPage(label, 842.0, lines)


def gather(*pages):
    lines = [PlacedLine(number, one, one.text) for number, found in enumerate(pages) for one in found.lines]
    paragraphs = gather_paragraphs(lines, Typography(pages, lines))
    return [[placed.text for placed in paragraph.lines] for paragraph in paragraphs]


def body(*texts, top=700.0, **options):
    return [line(text, top - 14 * number, **options) for number, text in enumerate(texts)]


def test_that_a_wider_gap_begins_a_paragraph():
    found = gather(page(*body("En lang linje", "og en til"), *body("Ny lang linje", "slutt", top=650)))
    assert found == [["En lang linje", "og en til"], ["Ny lang linje", "slutt"]]


def test_that_even_double_spacing_is_not_taken_for_paragraphs():
    lines = [line(f"linje {number}", 700 - 28 * number) for number in range(6)]
    assert len(gather(page(*lines))) == 1


def test_that_an_indent_begins_a_paragraph():
    lines = body("Første linje her", "andre linje her.", "Innrykket linje her", "fjerde linje", "femte linje")
    lines[2] = line("Innrykket linje her", 672, x0=90)
    assert gather(page(*lines)) == [
        ["Første linje her", "andre linje her."],
        ["Innrykket linje her", "fjerde linje", "femte linje"],
    ]


def test_that_a_line_which_had_room_for_the_next_word_ends_its_paragraph():
    lines = body("Første linje her", "kort slutt.", "Neste avsnitt her", "siste linje")
    lines[1] = line("kort slutt.", 686, x1=150)
    assert gather(page(*lines)) == [["Første linje her", "kort slutt."], ["Neste avsnitt her", "siste linje"]]


def test_that_list_items_are_paragraphs():
    assert len(gather(page(*body("Vi vil:", "- gjøre mer", "- bygge nytt og", "større enn før")))) == 3


def test_that_a_paragraph_runs_over_a_page_break_and_a_finished_one_does_not():
    first = page(*body("En setning som", "ikke er ferdig når"))
    assert gather(first, page(*body("siden er slutt."))) == [
        ["En setning som", "ikke er ferdig når", "siden er slutt."]
    ]
    ended = page(*body("En setning som", "er ferdig."))
    assert gather(ended, page(*body("Ny side."))) == [["En setning som", "er ferdig."], ["Ny side."]]


def test_that_a_note_stands_before_the_paragraph_that_runs_past_it():
    note = [line("1 Se planen.", 60, size=8), line("og mer.", 50, size=8)]
    pages = page(*body("Ferdig."), *body("En setning som", "går over", top=600), *note), page(*body("til neste."))
    assert gather(*pages) == [["Ferdig."], ["1 Se planen.", "og mer."], ["En setning som", "går over", "til neste."]]


def test_that_larger_and_bold_lines_are_headings_of_levels():
    lines = [
        line("Kapittel", 750, size=18),
        *body("En linje her", "og en til."),
        line("Delkapittel", 660, bold=True),
        *body("Tekst igjen og", "mer av den", "til slutt.", top=640),
    ]
    placed = [PlacedLine(0, one, one.text) for one in lines]
    paragraphs = gather_paragraphs(placed, Typography([page(*lines)], placed))
    assert [(one.lines[0].text, one.level) for one in paragraphs if one.level] == [("Kapittel", 1), ("Delkapittel", 2)]


def running(*pages):
    found = find_running_lines(pages, 11.0)
    return [
        [pages[number].lines[index].text for index in sorted(at)] for number, at in enumerate(found.indexes)
    ], found.labels


WORDS = {1: "mål", 2: "leder", 3: "kommune"}


def with_edges(number, header="Lillevik kommune", footer="Side {} av 3"):
    words = body(f"Om {WORDS[number]} først", f"så {WORDS[number]} igjen", f"til slutt {WORDS[number]}")
    return page(line(header, 800), *words, line(footer.format(number), 30))


def test_that_what_recurs_at_the_edges_runs_and_tells_the_page():
    lines, labels = running(with_edges(1), with_edges(2), with_edges(3))
    assert lines == [["Lillevik kommune", f"Side {number} av 3"] for number in (1, 2, 3)]
    assert labels == ("1", "2", "3")


@pytest.mark.parametrize(
    ("footers", "labels"),
    [
        (("12", "13", "14"), ("12", "13", "14")),
        (("- 1 -", "- 2 -", "- 3 -"), ("1", "2", "3")),
        (("iii", "iv", "v"), ("iii", "iv", "v")),
        (("Plan 2026 | 7", "Plan 2026 | 8", "Plan 2026 | 9"), ("7", "8", "9")),
        (("Plan 2026", "Plan 2026", "Plan 2026"), ("", "", "")),
    ],
)
def test_that_the_printed_number_is_the_label(footers, labels):
    assert running(*(with_edges(number, footer=footer) for number, footer in enumerate(footers, 1)))[1] == labels


def test_that_what_stands_on_few_pages_or_in_large_type_stays():
    headed = [
        page(line(f"Intervju {n}", 800, size=16), *body(f"Tekst {n} om {n}", f"mer {n}{n}", "slutt")) for n in (1, 2, 3)
    ]
    assert all("Intervju" not in text for texts in running(*headed)[0] for text in texts)
    once = with_edges(1), page(*body("a", "b", "c", "d")), page(*body("e", "f", "g", "h"))
    assert running(*once)[0] == [[], [], []]


def test_that_what_stands_on_half_of_the_pages_stays():
    bare = [page(*body(*(f"{letter} {word}" for word in ("en", "to", "tre", "fire")))) for letter in "ab"]
    assert running(with_edges(1), with_edges(2), *bare)[0] == [[], [], [], []]


def test_that_one_page_has_no_running_lines():
    assert running(with_edges(1))[0] == [[]]


def test_that_a_line_broken_by_wide_gaps_is_whole_again_and_in_its_place():
    broken = [line("går", 658, x0=340), line("det", 658, x1=230), line("slik", 658, x0=250, x1=300)]
    lines = [*body("en linje", "to linjer", "tre linjer"), *body("fem linjer", "seks linjer", top=644), *broken]
    texts = [one.text for one in rejoin_rows(lines)]
    assert texts == ["en linje", "to linjer", "tre linjer", "det slik går", "fem linjer", "seks linjer"]
