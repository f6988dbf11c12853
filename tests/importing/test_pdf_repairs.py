"""Every step of the clean-up of a PDF: what it does, what it tells, and that it can be switched off."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from importing.norwegian_prose import make_paragraphs
from importing.pdf_building import SOFT_HYPHEN, Layout, Printer
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, ReadOptions, Repair, count_repairs
from kodebenk.importing.pdf_line_repair import repair_line
from kodebenk.importing.pdf_reader import read_pdf

TABLE = [["Enhet", "2023", "2024"], ["Skolene", "12", "14"], ["Barnehagene", "9", "8"]]


def print_pages(path, hyphen="-", paragraphs=14):
    printer = Printer(path, Layout(header=lambda _: "Lillevik kommune", hyphen=hyphen, leading=30, footer="Side {}"))
    texts = make_paragraphs(paragraphs, 21)
    for index, text in enumerate(texts):
        printer.paragraph(text, "1 Se planen." if index == 3 else "")
        if index == 7:
            printer.table(TABLE, [30, 20, 20])
    return printer.close()


def read(path, *without, only=None):
    return read_pdf(path, ReadOptions(repairs=ALL_REPAIRS - set(without) if only is None else frozenset(only)))


def shown(document, repair):
    """Outcome, the finished text, and what was there before."""
    return [(o.outcome, document.text[o.start : o.end], o.before) for o in document.repaired if o.repair is repair]


def test_that_without_any_step_the_text_is_the_original(tmp_path):
    path = print_pages(tmp_path / "a.pdf")
    repaired, as_is = read(path), read(path, only=())
    assert as_is.text == as_is.original == repaired.original
    assert as_is.repaired == ()
    assert as_is.possible_repairs == repaired.possible_repairs == ALL_REPAIRS - {Repair.TIMES}
    assert as_is.original.count("Lillevik kommune") == len(as_is.pages)


def test_that_every_repair_of_a_step_is_gone_when_it_is_off(tmp_path):
    path = print_pages(tmp_path / "a.pdf")
    done = {repair for repair, _ in count_repairs(read(path))}
    assert done >= {Repair.HYPHENS, Repair.LINES, Repair.RUNNING_LINES, Repair.TABLES}
    for step in done:
        assert step not in {repair for repair, _ in count_repairs(read(path, step))}


@pytest.mark.parametrize("hyphen", ["-", SOFT_HYPHEN])
def test_that_divided_words_tell_both_halves_and_real_hyphens_are_kept(tmp_path, hyphen):
    path = print_pages(tmp_path / "a.pdf", hyphen, paragraphs=120)
    document = read(path)
    words = shown(document, Repair.HYPHENS)
    assert len(words) > 20
    for outcome, word, before in words:
        head, tail = before.split("\n")
        assert word in ({head + tail} if outcome is Outcome.KEPT else {head.rstrip("-") + tail}) | {head}
    assert {outcome for outcome, _, _ in words} == {Outcome.JOINED, Outcome.KEPT}
    assert "-\n" not in document.text
    divided = read(path, Repair.HYPHENS).text
    assert all(before.replace("\n", " ") in divided for _, _, before in words)


def test_that_a_word_put_together_ends_its_line_where_lines_stay(tmp_path):
    path = print_pages(tmp_path / "a.pdf")
    document = read(path, Repair.LINES)
    outcome, word, _ = shown(document, Repair.HYPHENS)[0]
    assert outcome is Outcome.JOINED
    assert f"{word}\n" in document.text or f"{word}.\n" in document.text or f"{word},\n" in document.text


def test_that_running_lines_are_told_where_their_page_begins_or_ends(tmp_path):
    document = read(print_pages(tmp_path / "a.pdf"))
    removed = [o for o in document.repaired if o.repair is Repair.RUNNING_LINES]
    heads = [o.start for o in removed if o.before == "Lillevik kommune"]
    assert heads == [page.start for page in document.pages]
    feet = {o.before: o.start for o in removed if o.before != "Lillevik kommune"}
    assert feet == {f"Side {page.label}": page.end for page in document.pages}
    assert all(o.start == o.end for o in removed)


def test_that_running_lines_that_stay_are_paragraphs_of_their_own(tmp_path):
    document = read(print_pages(tmp_path / "a.pdf"), Repair.RUNNING_LINES)
    texts = [document.text[span.start : span.end] for span in document.paragraphs]
    assert texts.count("Lillevik kommune") == len(document.pages)


def test_that_a_note_leaves_the_sentence_that_runs_over_the_page(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    sentence = ["Kommunen skal styre etter mål som de ansatte kjenner, og den", "skal følge opp med tall som"]
    for lines, note in ((sentence, "1 Se handlingsplanen."), (["folk forstår. Det gjelder alle."], "")):
        canvas.setFont("Times-Roman", 11)
        for row, text in enumerate(lines):
            canvas.drawString(72, 300 - 14 * row, text)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(72, 60, note)
        canvas.showPage()
    canvas.save()
    document = read(tmp_path / "a.pdf")
    whole = "og den skal følge opp med tall som folk forstår."
    assert whole in document.text
    assert shown(document, Repair.FOOTNOTES) == [(Outcome.MOVED, "1 Se handlingsplanen.", "")]
    assert document.text.index("1 Se") < document.pages[1].start
    kept = read(tmp_path / "a.pdf", Repair.FOOTNOTES)
    assert whole not in kept.text
    assert kept.text.index("tall som") < kept.text.index("1 Se") < kept.text.index("folk forstår")


def test_that_a_table_can_stay_lines(tmp_path):
    path = print_pages(tmp_path / "a.pdf")
    assert [document.cells != () for document in (read(path), read(path, Repair.TABLES))] == [True, False]
    (outcome, text, before) = shown(read(path), Repair.TABLES)[0]
    assert outcome is Outcome.REPLACED
    assert text == before == "\n".join(cell for row in TABLE for cell in row)
    assert text in read(path, Repair.TABLES).text


def test_that_the_repeated_heading_of_a_table_is_told(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for names in (("Skolene", "Barnehagene"), ("Helse", "Teknisk")):
        canvas.setFont("Times-Roman", 11)
        for row, cells in enumerate((("Enhet", "Antall"), *((name, "12") for name in names))):
            for column, text in enumerate(cells):
                canvas.rect(72 + 150 * column, 680 - 20 * row, 150, 20)
                canvas.drawString(76 + 150 * column, 686 - 20 * row, text)
        canvas.showPage()
    canvas.save()
    document = read(tmp_path / "a.pdf")
    cells = [(c.table, c.row, c.column, document.text[c.start : c.end]) for c in document.cells]
    names = ["Enhet", "Skolene", "Barnehagene", "Helse", "Teknisk"]
    assert [cell for cell in cells if cell[2] == 0] == [(0, row, 0, name) for row, name in enumerate(names)]
    assert (Outcome.REMOVED, "", "Enhet\nAntall") in shown(document, Repair.TABLES)


def test_that_mangled_quotation_marks_are_put_right_over_a_line_end(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Times-Roman", 11)
    for row, text in enumerate(
        ["Hun sa: ,,Vi måtte bare begynne et eller annet", "sted'', og slik ble det for alle i kommunen."]
    ):
        canvas.drawString(72, 700 - 14 * row, text)
    canvas.save()
    document = read(tmp_path / "a.pdf")
    marks = shown(document, Repair.QUOTATION_MARKS)
    assert [(outcome, before) for outcome, _, before in marks] == [(Outcome.REPLACED, ",,"), (Outcome.REPLACED, "''")]
    assert document.text.startswith(f"Hun sa: {marks[0][1]}Vi måtte")
    assert document.text[document.line_starts[1] :].startswith(f"sted{marks[1][1]},")
    assert ",,Vi" in read(tmp_path / "a.pdf", Repair.QUOTATION_MARKS).text


@pytest.mark.parametrize(
    ("raw", "text", "repairs"),
    [
        ("e\ufb03cient \ufb02ate", "efficient flate", [("ffi", "\ufb03"), ("fl", "\ufb02")]),
        ("ga\u030a p\u00e5", "gå på", [("å", "a\u030a")]),
        ("g\u00e5\u030a", "gå", [("å", "\u00e5\u030a")]),
        ("p\u02daa \u02daApne", "på Åpne", [("å", "\u02daa"), ("Å", "\u02daA")]),
        ("g\u02da a", "gå", [("å", "\u02da a")]),
        ("20 \u02daC og a", "20 \u02daC og a", []),
        ("to\tord   til", "to ord til", [(" ", "\t"), (" ", "   ")]),
        ("a\ufb01\tb\u00e5\u030a", "afi bå", [("fi", "\ufb01"), (" ", "\t"), ("å", "\u00e5\u030a")]),
    ],
)
def test_that_what_is_broken_inside_a_line_is_repaired_in_its_place(raw, text, repairs):
    line = repair_line(raw)
    assert line.text == text
    assert [(line.text[one.start : one.end], one.before) for one in line.repairs] == repairs


@pytest.mark.parametrize(
    ("step", "raw", "kept"),
    [
        (Repair.LIGATURES, "\ufb01n", "\ufb01n"),
        (Repair.RINGS, "p\u02daa", "p\u02daa"),
        (Repair.BLANKS, "to\tord", "to\tord"),
        (Repair.HYPHENS, f"del{SOFT_HYPHEN}", "del-"),
    ],
)
def test_that_a_step_inside_a_line_can_be_off(step, raw, kept):
    assert repair_line(raw, ALL_REPAIRS - {step}).text == kept


def test_that_hyphens_are_plain_where_a_file_has_soft_ones_inside_lines(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Times-Roman", 11)
    for row, text in enumerate([f"De tok opp BMS{SOFT_HYPHEN}modellen og styrings{SOFT_HYPHEN}", "modellen i NAV."]):
        canvas.drawString(72, 700 - 14 * row, text)
    canvas.save()
    assert read(tmp_path / "a.pdf").text == "De tok opp BMS-modellen og styringsmodellen i NAV."


def test_that_bullets_without_a_code_of_their_own_are_read(tmp_path):
    printer = Printer(tmp_path / "a.pdf", Layout(label=lambda _: ""))
    printer.item("Ansatte skal kjenne målene.", mark="•")
    printer.item("Tjenestene skal drives innenfor rammen.", mark="•")
    printer.close()
    document = read(tmp_path / "a.pdf")
    assert document.text == "• Ansatte skal kjenne målene.\n• Tjenestene skal drives innenfor rammen."
    assert [(item.start, item.level) for item in document.items] == [(0, 1), (30, 1)]


def test_that_a_page_with_nothing_but_running_lines_is_told(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number, text in enumerate(["Kommunen har mål.", "", "Målene er tolv."], 1):
        canvas.drawString(72, 800, "Lillevik kommune")
        canvas.drawString(72, 40, f"Side {number}")
        canvas.drawString(72, 600, text)
        canvas.showPage()
    canvas.save()
    assert [(one.kind, one.place) for one in read(tmp_path / "a.pdf").warnings] == [("page_without_text", "page 2")]
