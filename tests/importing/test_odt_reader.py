import zipfile

import pytest

from importing.odt_building import LISTS, h, items, p, style, tbl, tc, tr, write_odt
from importing.place_checks import cell_texts, check_document, texts, warning_fields
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.odt_reader import read_odt
from kodebenk.importing.xml_package import PackageLimits

COVERED = "<table:covered-table-cell/>"


@pytest.fixture
def read(tmp_path):
    def read_body(body, **parts):
        document = read_odt(write_odt(tmp_path / "a.odt", body, **parts), ReadOptions())
        check_document(document)
        return document

    return read_body


def test_that_the_text_of_a_comment_is_no_part_of_the_paragraph(read):
    comment = "<office:annotation office:name='1'><text:p>Sjekk dette!</text:p></office:annotation>"
    document = read(p(f"Reell {comment}medvirkning<office:annotation-end office:name='1'/> kreves."))
    assert document.text == "Reell medvirkning kreves."
    assert warning_fields(document) == {"comments_left_out": {"count": "1"}}


def test_that_deleted_words_are_dropped_and_inserted_words_kept(read):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gammelt</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
    )
    inserted = "<text:change-start/>nytt<text:change-end/>"
    document = read(changes + p(f"Et <text:change/>{inserted} ord"))
    assert document.text == "Et nytt ord"
    assert warning_fields(document) == {"tracked_changes_accepted": {"insertions": "1", "deletions": "1"}}


def test_that_headings_keep_their_place_and_level(read):
    title = style("Tittel_20_P", attributes='style:parent-style-name="Title"')
    named = style("P2", attributes='style:parent-style-name="Heading_20_3"')
    common = style("Title") + style("Heading_20_3", attributes='style:display-name="Heading 3"')
    body = p("Plan", "Tittel_20_P") + p("Først.") + h("Mål", 2) + p("Så.") + p("Under", "P2")
    document = read(body, automatic=title + named, common=common)
    assert [(heading.level, document.text[heading.start : heading.end]) for heading in document.headings] == [
        (1, "Plan"),
        (2, "Mål"),
        (3, "Under"),
    ]
    assert document.text == "Plan\nFørst.\nMål\nSå.\nUnder"


def test_that_numbered_headings_show_their_numbers(read):
    outline = (
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = h("Mål") + h("Vekst", 2) + h("Natur", 2) + h("Vedlegg", 1, 'text:is-list-header="true"') + h("Tiltak")
    document = read(body, common=outline)
    assert document.text.split("\n") == ["1 Mål", "1.1 Vekst", "1.2 Natur", "Vedlegg", "2 Tiltak"]
    assert document.items == ()


def test_that_list_items_have_their_printed_marks_and_levels(read):
    body = (
        items(p("en") + items(p("under"), p("under to")), p("to") + p("mer av to"), style="L1")
        + p("imellom")
        + items(p("videre"), style="L1", attributes='text:continue-numbering="true"')
        + items(p("ny"), style="L1")
        + items(p("kule") + items(p("dypere")), style="L2")
        + items(p("romersk") + items(p("uten tall")), style="L3")
    )
    document = read(body, automatic=LISTS)
    assert document.text.split("\n") == [
        "1. en", "1.a) under", "1.b) under to", "2. to", "mer av to", "imellom", "3. videre", "1. ny", "• kule",
        "• dypere", "(i) romersk", "uten tall",
    ]  # fmt: skip
    assert [item.level for item in document.items] == [1, 2, 2, 1, 1, 1, 1, 2, 1]


def test_that_a_list_goes_on_by_its_name_and_an_item_may_set_its_number(read):
    named = items(p("en"), style="L1", attributes='xml:id="liste"')
    further = (
        '<text:list text:continue-list="liste" text:style-name="L1"><text:list-item>{}</text:list-item>{}</text:list>'
    )
    set_number = f'<text:list-item text:start-value="7">{p("sju")}</text:list-item>'
    document = read(named + p("x") + further.format(p("to"), set_number), automatic=LISTS)
    assert document.text.split("\n") == ["1. en", "x", "2. to", "7. sju"]


def test_that_cells_have_rows_and_columns_also_behind_spans_and_repeats(read):
    head = tr(tc(p("A")), tc(p("bred"), 'table:number-columns-spanned="2"'), COVERED)
    document = read(
        p("Før")
        + tbl(
            f"<table:table-header-rows>{head}</table:table-header-rows>",
            tr(tc(p("høy") + p("celle"), 'table:number-rows-spanned="2"'), tc("", 'table:number-columns-repeated="2"')),
            tr(COVERED, tc(p("ja"), 'table:number-columns-repeated="2"')),
            tr(tc(p("gjentatt")), attributes='table:number-rows-repeated="2"'),
        )
        + p("Etter")
        + tbl(tr(tc(p("ute") + tbl(tr(tc(p("inne")))))))
    )
    assert cell_texts(document) == [
        (0, 0, 0, "A"), (0, 0, 1, "bred"), (0, 1, 0, "høy\ncelle"), (0, 2, 1, "ja"), (0, 2, 2, "ja"),
        (0, 3, 0, "gjentatt"), (0, 4, 0, "gjentatt"), (1, 0, 0, "ute\ninne"), (2, 0, 0, "inne"),
    ]  # fmt: skip


def test_that_repeats_without_words_cost_nothing_and_those_with_words_have_a_limit(read):
    rows = [
        tr(tc(""), attributes='table:number-rows-repeated="1048000"'),
        tr(tc(p("x"), 'table:number-columns-repeated="999999999"')),
    ]
    document = read(tbl(*rows))
    assert len(document.cells) == 200
    assert document.cells[0].row == 1_000_000


def test_that_notes_follow_the_paragraph_that_refers_to_them(read):
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    document = read(p(f"Se{note.format(1, 'Kilde A.')} her{note.format('i', 'Kilde B.')}") + p("Neste"))
    assert texts(document, document.paragraphs) == ["Se her", "[1] Kilde A.", "[i] Kilde B.", "Neste"]
    assert warning_fields(document) == {"notes_moved": {"count": "2"}}


def test_that_pages_begin_at_stored_breaks(read):
    body = (
        p("Ett")
        + "<text:soft-page-break/>"
        + p("To og <text:soft-page-break/>tre")
        + tbl(tr(tc(p("a"))), "<text:soft-page-break/>", tr(tc(p("b"))))
    )
    document = read(body)
    assert [(page.label, document.text[page.start : page.end]) for page in document.pages] == [
        ("1", "Ett\n"),
        ("2", "To og "),
        ("3", "tre\na\n"),
        ("4", "b"),
    ]
    assert document.warnings == ()


def test_that_hard_breaks_and_page_styles_begin_pages_with_their_numbers(read):
    broken = style("B", '<style:paragraph-properties fo:break-before="page"/>')
    after = style("A", '<style:paragraph-properties fo:break-after="page"/>')
    numbered = style(
        "M", '<style:paragraph-properties style:page-number="3"/>', attributes='style:master-page-name="Rom"'
    )
    masters = (
        '<office:automatic-styles><style:page-layout style:name="L">'
        '<style:page-layout-properties style:num-format="i"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Rom" '
        'style:page-layout-name="L"/></office:master-styles>'
    )
    body = p("Ett") + p("To", "B") + p("Tre", "A") + p("Fire") + p("Fem", "M") + p("Seks", "B")
    document = read(body, automatic=broken + after + numbered, masters=masters)
    assert [(page.label, document.text[page.start : page.end].split()) for page in document.pages] == [
        ("1", ["Ett"]),
        ("2", ["To", "Tre"]),
        ("3", ["Fire"]),
        ("iii", ["Fem"]),
        ("iv", ["Seks"]),
    ]
    assert warning_fields(document) == {"pages_uncertain": {"found": "5"}}


def test_that_blanks_tabs_and_line_breaks_are_those_of_the_page(read):
    inner = '  To\n   ord<text:s/><text:s text:c="3"/>x<text:tab/>y<text:line-break/> z <text:span> w</text:span>'
    assert read(p(inner)).text == "To ord    x\ty\n z w"


def test_that_one_element_cannot_ask_for_a_mountain_of_blanks(read):
    assert len(read(p('a<text:s text:c="999999999"/>b')).text) == 1002


def test_that_sections_frames_shapes_fields_and_indexes_are_read(read):
    box = "<draw:frame><draw:text-box><text:p>I boksen</text:p></draw:text-box><svg:title>alt</svg:title></draw:frame>"
    shape = "<draw:g><draw:custom-shape><text:p>I figuren</text:p></draw:custom-shape></draw:g>"
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Mal"
        "</text:index-title-template></text:table-of-content-source>"
        "<text:index-body><text:p>Mål 3</text:p></text:index-body></text:table-of-content>"
    )
    body = (
        index
        + f"<text:section>{p(f'Før {box}etter side <text:page-number>4</text:page-number>')}</text:section>"
        + shape
    )
    document = read(
        body + p("<text:a><text:span>Lenke</text:span></text:a><text:placeholder>skriv her</text:placeholder>")
    )
    assert texts(document, document.paragraphs) == ["Mål 3", "Før etter side 4", "I boksen", "I figuren", "Lenke"]


def test_that_hidden_words_are_dropped_and_counted(read):
    hidden = style("H", '<style:text-properties text:display="none"/>', family="text")
    hidden += style("HP", '<style:text-properties text:display="none"/>')
    body = (
        p('Synlig <text:span text:style-name="H">skjult</text:span>tekst')
        + p("borte", "HP")
        + f'<text:section text:display="none">{p("også")}</text:section>'
        + p("<text:hidden-paragraph text:is-hidden='true'/>vekk")
    )
    document = read(body, automatic=hidden)
    assert document.text == "Synlig tekst"
    assert warning_fields(document) == {"hidden_left_out": {"count": "19"}}


def test_that_ruby_is_read_without_its_gloss_and_objects_are_counted(read):
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"
    chart = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    document = read(p(f"{ruby}字{chart}"))
    assert document.text == "漢字"
    assert warning_fields(document) == {"embedded_left_out": {"count": "1"}}


def problem_of(path, limits=None):
    with pytest.raises(SourceUnreadable) as caught:
        read_odt(path, ReadOptions(), limits)
    return caught.value.problem


def test_that_a_password_is_seen(tmp_path):
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert problem_of(write_odt(tmp_path / "a.odt", "", manifest=manifest)) is SourceProblem.ENCRYPTED


def test_that_other_kinds_of_files_are_refused(tmp_path):
    path = tmp_path / "a.odt"
    spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
    assert problem_of(write_odt(path, p("x"), media_type=spreadsheet)) is SourceProblem.NOT_THE_FORMAT
    path.write_bytes(b"bare tekst")
    assert problem_of(path) is SourceProblem.NOT_THE_FORMAT
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("noe.txt", "annet")
    assert problem_of(path) is SourceProblem.NOT_THE_FORMAT


def test_that_a_cut_file_an_entity_bomb_and_endless_nesting_are_damaged(tmp_path):
    path = write_odt(tmp_path / "a.odt", p("Tekst"))
    path.write_bytes(path.read_bytes()[:-40])
    assert problem_of(path) is SourceProblem.DAMAGED
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>')
    assert problem_of(path) is SourceProblem.DAMAGED
    nested = "<text:section>" * 1000 + p("x") + "</text:section>" * 1000
    assert problem_of(write_odt(path, nested)) is SourceProblem.DAMAGED


def test_that_a_zip_bomb_is_too_large(tmp_path):
    path = write_odt(tmp_path / "a.odt", p("a" * 200_000))
    assert problem_of(path, PackageLimits(part=100_000)) is SourceProblem.TOO_LARGE
    assert problem_of(path, PackageLimits(total=100_000)) is SourceProblem.TOO_LARGE


def test_that_tables_repeated_in_tables_are_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("kodebenk.importing.composed_text.MOST_PARAGRAPHS", 1000)
    inner = p("x")
    for _ in range(4):
        inner = tbl(tr(tc(inner, 'table:number-columns-repeated="200"')))
    assert problem_of(write_odt(tmp_path / "a.odt", inner)) is SourceProblem.TOO_LARGE


def test_that_a_file_without_words_has_no_text(tmp_path):
    assert problem_of(write_odt(tmp_path / "a.odt", p("") + p(" "))) is SourceProblem.NO_TEXT


def test_that_reading_can_be_cancelled(tmp_path):
    with pytest.raises(Cancelled):
        read_odt(write_odt(tmp_path / "a.odt", p("Tekst")), ReadOptions(is_cancelled=lambda: True))
