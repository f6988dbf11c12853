"""Each step of the clean-up of a text made from print: what it does, what it records, and how it is switched off."""

import time
from random import Random

import pytest

from importing.norwegian_prose import make_paragraphs
from importing.print_text_building import (
    Block,
    double_spaced,
    paginate,
    set_lines,
    with_form_feeds,
    with_header_and_footer,
)
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, ReadOptions, Repair
from kodebenk.importing.plain_text_reader import find_paragraphs, read_plain_text
from kodebenk.importing.print_text_repair import PRINT_TEXT_REPAIRS
from kodebenk.importing.text_cleaning import clean_text

BODY = [Block(text) for text in make_paragraphs(24, 7)]


def read(tmp_path, raw, repairs=ALL_REPAIRS):
    path = tmp_path / "trykt.txt"
    path.write_text(raw, encoding="utf-8", newline="")
    return read_plain_text(path, ReadOptions(repairs=frozenset(repairs)))


def printed(*blocks, write=with_form_feeds, **setting):
    """Return a text with the blocks between paragraphs that show its shape."""
    given = [one if isinstance(one, Block) else Block(one) for one in blocks]
    return write(paginate([*BODY[:12], *given, *BODY[12:]], **{"width": 84, "height": 50} | setting))


def paragraphs_of(document):
    return [document.text[span.start : span.end] for span in document.paragraphs]


def places_of(document, repair):
    return [
        (one.outcome, one.before, document.text[one.start : one.end])
        for one in document.repaired
        if one.repair is repair
    ]


def test_that_divided_words_are_put_together_and_real_hyphens_stay(tmp_path):
    lines = [
        "Her er det satt av mye plass til en lang linje som brytes midt i ordet bud-",
        "sjettet, og så kommer neste lange linje, der det står om helse-",
        "og omsorgstjenestene, og enda en lang linje som handler om NAV-",
        "kontoret i kommunen, slik at avsnittet slutter her.",
    ]
    document = read(tmp_path, printed(Block(lines=lines)))
    places = places_of(document, Repair.HYPHENS)
    assert (Outcome.JOINED, "bud-\nsjettet,", "budsjettet,") in places
    assert (Outcome.KEPT, "helse-\nog", "helse- og") in places
    assert (Outcome.KEPT, "NAV-\nkontoret", "NAV-kontoret") in places
    off = read(tmp_path, printed(Block(lines=lines)), ALL_REPAIRS - {Repair.HYPHENS})
    assert "bud- sjettet" in off.text
    assert places_of(off, Repair.HYPHENS) == []


def test_that_a_soft_hyphen_at_a_line_end_joins_and_is_shown(tmp_path):
    document = read(tmp_path, printed(hyphen="\u00ad"))
    places = places_of(document, Repair.HYPHENS)
    assert places
    assert all("\u00ad\n" in before for outcome, before, _ in places if outcome is Outcome.JOINED)
    assert "\u00ad" not in document.text + document.original


def test_that_headers_footers_and_page_numbers_leave_the_sentence(tmp_path):
    document = read(tmp_path, printed(write=with_header_and_footer))
    assert len(document.pages) > 1
    assert "Handlingsplan for Lillevik" not in document.text
    removed = [before for outcome, before, after in places_of(document, Repair.RUNNING_LINES)]
    assert removed.count("Handlingsplan for Lillevik kommune") == len(document.pages)
    assert f"Side 1 av {len(document.pages)}" in removed
    starts = {page.start for page in document.pages} | {len(document.text)}
    assert {one.start for one in document.repaired if one.repair is Repair.RUNNING_LINES} <= starts


def test_that_running_lines_that_stay_are_paragraphs_of_their_own(tmp_path):
    document = read(tmp_path, printed(write=with_header_and_footer), ALL_REPAIRS - {Repair.RUNNING_LINES})
    assert paragraphs_of(document).count("Handlingsplan for Lillevik kommune") == len(document.pages)


def test_that_letters_blanks_and_quotation_marks_are_put_right(tmp_path):
    wrong = "Det st\u00e5\u030ar at e\ufb03cient  styring\tmå m\u00e5les, og ``dette'' er sitert fra rapporten."
    document = read(tmp_path, printed(wrong))
    assert "Det står at efficient styring må måles, og “dette” er sitert fra rapporten." in document.text
    assert (Outcome.REPLACED, "\u00e5\u030a", "å") in places_of(document, Repair.RINGS)
    assert (Outcome.REPLACED, "\ufb03", "ffi") in places_of(document, Repair.LIGATURES)
    assert (Outcome.REPLACED, "``", "“") in places_of(document, Repair.QUOTATION_MARKS)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("p\u00e5\u030a", "på"), ("pa\u02da", "på"), ("p\u02daa", "på"), ("A\u02dadne", "Ådne"), ("p\u00e5 \u030a", "på")],
)
def test_that_every_kind_of_loose_ring_is_taken_in(tmp_path, wrong, right):
    lines = [
        f"Vi satte oss ned og skrev ned alt det som stod {wrong} tavla, fordi ingen andre hadde tid",
        "til å gjøre det den dagen.",
    ]
    assert f"alt det som stod {right} tavla" in read(tmp_path, printed(Block(lines=lines))).text


def test_that_blanks_and_tabs_between_words_become_one_blank(tmp_path):
    lines = ["Dette er en linje med\tet innrykk  og noen blanke i seg, og den er lang nok til å", "gå over to."]
    document = read(tmp_path, printed(Block(lines=lines)))
    assert "linje med et innrykk og noen blanke" in document.text
    assert (Outcome.REPLACED, "\t", " ") in places_of(document, Repair.BLANKS)
    assert "med\tet innrykk  og" in read(tmp_path, printed(Block(lines=lines)), ALL_REPAIRS - {Repair.BLANKS}).text


def test_that_double_spacing_does_not_divide_paragraphs(tmp_path):
    raw = printed("Et lite avsnitt.", write=double_spaced)
    document = read(tmp_path, raw)
    assert {block.text for block in BODY} <= set(paragraphs_of(document))
    assert "Et lite avsnitt." in paragraphs_of(document)
    joined = [one for one in places_of(document, Repair.LINES) if one[2] == BODY[0].text]
    assert joined[0][1].replace("-\n", "").replace("\n", " ") == BODY[0].text


def test_that_with_lines_off_lines_stay_lines(tmp_path):
    raw = printed(write=with_header_and_footer)
    document = read(tmp_path, raw, ALL_REPAIRS - {Repair.LINES, Repair.HYPHENS})
    removed = {"Handlingsplan for Lillevik kommune"}
    kept = [line for line in raw.split("\n") if line and line not in removed and not line.startswith("Side ")]
    assert [line for line in document.text.split("\n") if line] == kept
    assert places_of(document, Repair.LINES) == []


def test_that_notes_stand_before_the_paragraph_that_runs_past_them(tmp_path):
    pages = paginate(BODY, width=84, height=31)
    cut = next(number for number, page in enumerate(pages) if page[-1][-1] not in ".?!")
    long = "1 Tallene er hentet fra kommunens egen statistikk for siste planperiode."
    pages[cut][4] = pages[cut][4].rsplit(" ", 1)[0] + " planen.1"
    pages[cut] += ["", long, "2 Se også rapporten fra revisjonen, som kom året etter at planen var ved-", "tatt."]
    document = read(tmp_path, with_form_feeds(pages))
    found = paragraphs_of(document)
    assert long in found
    assert "2 Se også rapporten fra revisjonen, som kom året etter at planen var vedtatt." in found
    moved = [after for outcome, _, after in places_of(document, Repair.FOOTNOTES) if outcome is Outcome.MOVED]
    assert moved == [long, "2 Se også rapporten fra revisjonen, som kom året etter at planen var vedtatt."]
    note = document.text.index(long)
    assert document.pages[cut].start <= note < document.pages[cut].end
    off = read(tmp_path, with_form_feeds(pages), ALL_REPAIRS - {Repair.FOOTNOTES})
    assert places_of(off, Repair.FOOTNOTES) == []


def test_that_numbered_lines_that_no_word_bears_are_no_notes(tmp_path):
    pages = paginate(BODY, width=84, height=50)
    pages[0] += ["", "1 Tallene er hentet fra kommunens egen statistikk."]
    assert places_of(read(tmp_path, with_form_feeds(pages)), Repair.FOOTNOTES) == []


def headed(*titles):
    blocks = []
    for number, title in enumerate(titles):
        blocks += [Block(lines=[title]), BODY[2 * number], BODY[2 * number + 1]]
    return with_form_feeds(paginate(blocks, width=84, height=50))


def test_that_numbered_headings_have_levels_and_are_apart(tmp_path):
    titles = [
        "1 Innledning",
        "1.1 Bakgrunn for planen",
        "1.2 Hva er et mål?",
        "2 Metode",
        "2.1 Utvalg",
        "2.1.1 Intervju",
    ]
    document = read(tmp_path, headed(*titles))
    found = [(document.text[one.start : one.end], one.level) for one in document.headings]
    assert found == [(title, title.split(" ")[0].count(".") + 1) for title in titles]
    assert set(titles) <= set(paragraphs_of(document))


def test_that_numbers_that_do_not_count_are_no_headings(tmp_path):
    titles = ["1 Innledning", "1.1 Bakgrunn for planen", "15.2 Fra en annen rapport", "1.2 Hva er et mål?", "2 Metode"]
    document = read(tmp_path, headed(*titles))
    assert "15.2 Fra en annen rapport" not in {document.text[one.start : one.end] for one in document.headings}
    assert len(document.headings) == 4


def test_that_a_table_of_contents_is_no_row_of_headings(tmp_path):
    contents = ["1 Innledning ........ 1", "1.1 Bakgrunn for planen ........ 2", "2 Metode ............. 4"]
    blocks = [Block(lines=contents), Block(lines=["1 Innledning"]), BODY[0], Block(lines=["2 Metode"]), *BODY[1:]]
    document = read(tmp_path, with_form_feeds(paginate(blocks, width=84, height=50)))
    assert [document.text[one.start : one.end] for one in document.headings] == ["1 Innledning", "2 Metode"]
    assert set(contents) <= set(paragraphs_of(document))


def test_that_list_items_are_paragraphs_and_known(tmp_path):
    lines = [
        "• det første punktet er så langt at det må gå over på neste linje før det er",
        "ferdig med å si det som skal sies",
        "• det andre punktet",
        "  – og et som hører til det andre",
    ]
    document = read(tmp_path, printed(Block(lines=lines)))
    assert [(document.text[one.start : one.end], one.level) for one in document.items] == [
        (f"{lines[0]} {lines[1]}", 1),
        (lines[2], 1),
        (lines[3].strip(), 2),
    ]


def test_that_a_mark_alone_in_its_line_belongs_to_the_next(tmp_path):
    document = read(tmp_path, printed(Block(lines=["•", "det første", "•", "det andre"])))
    assert [document.text[one.start : one.end] for one in document.items] == ["• det første", "• det andre"]


def test_that_lines_in_a_narrow_column_are_joined_up_to_their_own_edge(tmp_path):
    column = Block(BODY[0].text, narrow=40)
    assert BODY[0].text in paragraphs_of(read(tmp_path, printed(column)))


def test_that_abbreviations_at_a_line_end_end_no_paragraph(tmp_path):
    lines = [
        "Det ble vist til en rekke forhold som taler for dette, jf.",
        "Kommunal- og moderniseringsdepartementets veileder for mål og styring i kommunene.",
    ]
    assert " ".join(lines) in paragraphs_of(read(tmp_path, printed(Block(lines=lines))))


def test_that_captions_are_paragraphs_and_no_headings(tmp_path):
    document = read(tmp_path, printed(Block(lines=["Figur 1-1. Hvordan planen henger sammen"])))
    assert "Figur 1-1. Hvordan planen henger sammen" in paragraphs_of(document)
    assert document.headings == ()


def test_that_titles_without_numbers_stand_below_the_numbered_heading_above_them(tmp_path):
    blocks = [Block(lines=["1 Innledning"]), BODY[0], Block(lines=["1.1 Bakgrunn"]), BODY[1], Block(lines=["Skolene"])]
    blocks += [BODY[2], Block(lines=["Litteraturliste"]), *BODY[3:]]
    document = read(tmp_path, with_form_feeds(paginate(blocks, width=84, height=50)))
    assert [(document.text[one.start : one.end], one.level) for one in document.headings] == [
        ("1 Innledning", 1),
        ("1.1 Bakgrunn", 2),
        ("Skolene", 3),
        ("Litteraturliste", 1),
    ]


def test_that_a_rule_drawn_above_notes_leaves_the_text(tmp_path):
    pages = paginate(BODY, width=84, height=31)
    pages[0][4] = pages[0][4].rsplit(" ", 1)[0] + " planen.1"
    pages[0] += ["_____________", "1 Tallene er hentet fra kommunens egen statistikk."]
    document = read(tmp_path, with_form_feeds(pages))
    assert (Outcome.REMOVED, "_____________", "") in places_of(document, Repair.FOOTNOTES)
    assert "1 Tallene er hentet fra kommunens egen statistikk." in paragraphs_of(document)


def test_that_front_matter_keeps_its_roman_numbers(tmp_path):
    pages = paginate(BODY, width=84, height=20)
    numbers = ["I", "II", "III", *map(str, range(1, len(pages) - 2))]
    raw = "".join("\n".join(page) + f"\n\n{number}\n\f" for page, number in zip(pages, numbers, strict=True))
    assert [page.label for page in read(tmp_path, raw).pages] == numbers


def test_that_a_page_without_a_number_gets_the_one_its_neighbours_leave(tmp_path):
    pages = paginate(BODY, width=84, height=20)
    numbers = ["", "", *(str(number) if number != 4 else "" for number in range(1, len(pages) - 1))]
    raw = "".join("\n".join(page) + f"\n\n{number}\n\f" for page, number in zip(pages, numbers, strict=True))
    labels = [page.label for page in read(tmp_path, raw).pages]
    assert labels == ["[1]", "[2]", *map(str, range(1, len(pages) - 1))]


def test_that_a_dash_or_date_at_a_line_start_makes_no_item(tmp_path):
    lines = [
        "Reformen handlet om flere i arbeid og aktivitet og om en enklere hverdag for alle",
        "- og færre på stønad, slik det ble sagt da den ble satt i verk samme høst, altså den",
        "1. juli samme året som loven ble vedtatt av et enstemmig storting etter lang debatt.",
    ]
    document = read(tmp_path, printed(Block(lines=lines)))
    assert document.items == ()
    assert " ".join(lines) in paragraphs_of(document)


def test_that_a_speaker_label_begins_a_paragraph(tmp_path):
    lines = [
        "A: Men tenker du da at det er riktig at de som bor her, skal være med på alt, sånn",
        "helt fra begynnelsen av? Har dere tid til det i det hele tatt når alt skal gjøres",
        "C: Nei, egentlig ikke.",
    ]
    lines[1] += "?"
    assert {f"{lines[0]} {lines[1]}", lines[2]} <= set(paragraphs_of(read(tmp_path, printed(Block(lines=lines)))))


def test_that_labels_that_recur_begin_paragraphs_also_after_an_unfinished_sentence(tmp_path):
    turns = [
        f"{'Intervjuer' if n % 2 else 'Kari'}: {text.rstrip('.')}" for n, text in enumerate(make_paragraphs(20, 4))
    ]
    lines = [line for turn in turns for line in set_lines(turn, 80, Random(1))]
    assert paragraphs_of(read(tmp_path, "\n".join(lines))) == turns


def test_that_with_all_steps_off_the_text_is_as_it_is(tmp_path):
    raw = printed(write=double_spaced)
    document = read(tmp_path, raw, ())
    assert document.text == clean_text(raw)
    assert document.paragraphs == find_paragraphs(document.text)
    assert (document.repaired, document.line_starts, document.cells) == ((), (), ())
    assert document.possible_repairs == PRINT_TEXT_REPAIRS


def test_that_the_original_is_the_text_before_the_repair(tmp_path):
    raw = printed(write=with_header_and_footer)
    assert read(tmp_path, raw).original == clean_text(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "\n\n".join(make_paragraphs(30, 3)),
        "\n".join(make_paragraphs(30, 3)),
        "\n".join(f"Notat {number}: ringte Kari, fikk svar,\nskal følges opp" for number in range(40)),
        "Det var så stille\nda sommeren kom\nat selv den minste\nvind\nla seg til ro\n\n" * 20,
        "\n".join("og så var det sånn at vi ikke hadde så mye tid til det"[: 12 + 7 * (n % 7)] for n in range(80)),
        "\n".join("en kort linje, med to tre ord i seg, og ikke mer" for _ in range(9)),
    ],
    ids=["paragraphs", "line per paragraph", "notes", "poem", "utterances", "too little"],
)
def test_that_a_text_not_made_from_print_is_left(tmp_path, raw):
    document = read(tmp_path, raw)
    assert document.text == clean_text(raw)
    assert (document.repaired, document.possible_repairs, document.original) == ((), frozenset(), "")
    assert document.paragraphs == find_paragraphs(document.text)


def test_that_a_megabyte_takes_less_than_a_second(tmp_path):
    blocks = [Block(text) for text in make_paragraphs(3000, 11)]
    raw = double_spaced(paginate(blocks, width=90, height=44))
    assert len(raw) > 1_000_000
    path = tmp_path / "stor.txt"
    path.write_text(raw, encoding="utf-8")
    durations = []
    for _ in range(3):
        begun = time.process_time()
        document = read_plain_text(path, ReadOptions())
        durations.append(time.process_time() - begun)
    assert len(document.pages) > 300
    assert min(durations) < 1
