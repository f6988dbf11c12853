import zipfile

import pytest
from docx import Document

from importing.docx_building import STRICT, p, r, tbl, tc, tr, write_docx
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.word_reader import read_word
from kodebenk.importing.xml_package import PackageLimits


@pytest.fixture
def read(tmp_path):
    def read_body(body, **parts):
        return read_word(write_docx(tmp_path / "a.docx", body, **parts), ReadOptions())

    return read_body


def texts(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def warning_fields(document):
    return {warning.kind: warning.fields for warning in document.warnings}


@pytest.mark.parametrize(
    "inner",
    [
        '<w:ins w:id="1" w:author="x">{}</w:ins>',
        '<w:moveTo w:id="1">{}</w:moveTo>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="place">{}</w:smartTag>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
        '<w:customXml w:element="x">{}</w:customXml>',
    ],
)
def test_that_wrapped_words_are_kept(read, inner):
    wrapped = inner.format(r("med"))
    assert read(f"<w:p>{r('Reell ')}{wrapped}{r('virkning')}</w:p>").text == "Reell medvirkning"


def test_that_equations_keep_their_letters(read):
    assert read(f"<w:p>{r('Der ')}<m:oMath><m:r><m:t>α=2</m:t></m:r></m:oMath></w:p>").text == "Der α=2"


def test_that_deleted_and_moved_words_are_dropped_and_counted(read):
    deleted = '<w:del w:id="1"><w:r><w:delText>gammelt</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{r("flyttet")}</w:moveFrom>'
    document = read(f"<w:p>{r('Nytt')}{deleted}{moved}<w:ins>{r(' ord')}</w:ins></w:p>")
    assert document.text == "Nytt ord"
    assert warning_fields(document)["tracked_changes_accepted"] == {"insertions": "1", "deletions": "2"}


def test_that_paragraphs_whose_mark_was_deleted_run_together(read):
    deleted_mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    document = read(p("Først ", deleted_mark) + p("så.") + p("Nytt avsnitt"))
    assert texts(document, document.paragraphs) == ["Først så.", "Nytt avsnitt"]


def test_that_block_content_controls_are_read_and_prompts_are_not(read):
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = read(control.format("", p("Innhold")) + control.format("<w:showingPlcHdr/>", p("Klikk her")))
    assert document.text == "Innhold"


def test_that_a_text_box_is_read_once_after_its_anchor(read):
    box = "<w:txbxContent>" + p("I boksen") + "</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = read(f"<w:p>{r('Før ')}<w:r>{both}</w:r>{r('etter')}</w:p>" + p("Neste"))
    assert texts(document, document.paragraphs) == ["Før etter", "I boksen", "Neste"]


def test_that_notes_follow_the_paragraph_that_refers_to_them(read):
    body = (
        f"<w:p>{r('Se')}<w:r><w:footnoteReference w:id='7'/></w:r>{r(' her')}"
        "<w:r><w:endnoteReference w:id='3'/></w:r></w:p>" + p("Neste")
    )
    document = read(
        body,
        footnotes=(
            f"<w:footnote w:type='separator' w:id='-1'>{p('skille')}</w:footnote>"
            f"<w:footnote w:id='7'>{p('Kilde A.')}</w:footnote>"
        ),
        endnotes=f"<w:endnote w:id='3'>{p('Kilde B.')}</w:endnote>",
    )
    assert texts(document, document.paragraphs) == ["Se her", "[1] Kilde A.", "[i] Kilde B.", "Neste"]
    assert warning_fields(document)["notes_moved"] == {"count": "2"}


def test_that_special_characters_become_text(read):
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        "<w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Symbol' w:char='F061'/>"
        "<w:sym w:font='Ukjent' w:char='F0AA'/></w:r>"
    )
    document = read(f"<w:p>{run}</w:p>")
    assert document.text == "a\tb\nc\u2011d→α□"
    assert texts(document, document.paragraphs) == [document.text]
    assert warning_fields(document)["unknown_symbols"] == {"count": "1"}


def test_that_blanks_at_the_ends_of_a_run_count_only_where_they_are_preserved(read):
    document = read(f"<w:p><w:r><w:t> en\n to </w:t></w:r>{r(' tre ')}</w:p>")
    assert document.text == "en  to tre "
    assert texts(document, document.paragraphs) == ["en  to tre"]


def test_that_the_result_of_a_field_is_text_and_its_instruction_is_not(read):
    def mark(kind):
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    inner = mark("begin") + r("skjult") + mark("separate") + r("skjult") + mark("end")
    instruction = f"{mark('begin')}<w:r><w:instrText>IF</w:instrText></w:r>{inner}{mark('separate')}"
    body = f"<w:p>{instruction}{r('svar')}{mark('end')}</w:p>"
    assert read(body).text == "svar"


def test_that_a_field_without_end_does_not_swallow_the_next_paragraph(read):
    assert read("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" + p("Resten")).text.strip() == "Resten"


def test_that_hidden_words_are_dropped_and_counted(read):
    styles = "<w:style w:type='character' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
    runs = (
        r("Synlig ")
        + r("skjult", "<w:vanish/>")
        + r("også", "<w:rStyle w:val='H'/>")
        + r("tekst", "<w:vanish w:val='0'/>")
    )
    document = read(f"<w:p>{runs}</w:p>", styles=styles)
    assert document.text == "Synlig tekst"
    assert warning_fields(document)["hidden_left_out"] == {"count": "10"}


def test_that_comments_are_counted_and_headers_are_not_text(read):
    document = read(p("Tekst"), comments=f"<w:comment w:id='0'>{p('Hm?')}</w:comment>", header=p("Topptekst"))
    assert document.text == "Tekst"
    assert warning_fields(document) == {"comments_left_out": {"count": "1"}}


def test_that_headings_are_found_by_name_outline_and_inheritance(read):
    styles = (
        "<w:style w:type='paragraph' w:styleId='Overskrift2'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Egen'><w:name w:val='Egen'/><w:basedOn w:val='Overskrift2'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Niva'><w:name w:val='Nivå'/>"
        "<w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Rund'><w:name w:val='Rund'/><w:basedOn w:val='Rund'/></w:style>"
    )
    body = (
        p("A", "<w:pStyle w:val='Overskrift2'/>")
        + p("B", "<w:pStyle w:val='Egen'/>")
        + p("C", "<w:pStyle w:val='Niva'/>")
        + p("D", "<w:outlineLvl w:val='0'/>")
        + p("E", "<w:pStyle w:val='Overskrift2'/><w:outlineLvl w:val='9'/>")
        + p("F", "<w:pStyle w:val='Rund'/>")
    )
    document = read(body, styles=styles)
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [
        ("A", 2),
        ("B", 2),
        ("C", 3),
        ("D", 1),
    ]


NUMBERING = (
    "<w:abstractNum w:abstractNumId='5'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId='6'>"
    "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val=''/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='6'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='5'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/></w:lvlOverride></w:num>"
)


def listed(text, instance, level=0):
    return p(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{instance}'/></w:numPr>")


def test_that_list_numbers_and_bullets_become_text(read):
    body = (
        listed("en", 1) + listed("to", 1) + listed("under", 1, 1) + listed("under", 1, 1) + listed("tre", 1)
        + listed("under", 1, 1) + listed("kule", 2) + listed("fire", 3)
        + p("av", "<w:numPr><w:numId w:val='0'/></w:numPr>")
    )  # fmt: skip
    assert read(body, numbering=NUMBERING).text.split("\n") == [
        "1. en", "2. to", "2.a) under", "2.b) under", "3. tre", "3.a) under", "• kule", "4. fire", "av",
    ]  # fmt: skip


def test_that_list_items_have_levels_and_numbered_headings_are_none(read):
    def item(text, level, extra=""):
        return p(text, f"{extra}<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr>")

    document = read(
        item("en", 0) + item("under", 1) + item("Kapittel", 0, "<w:outlineLvl w:val='0'/>") + p("av") + item("", 0),
        numbering=NUMBERING,
    )
    assert [(one.level, document.text[one.start : one.end]) for one in document.items] == [
        (1, "1. en"),
        (2, "1.a) under"),
    ]
    assert [document.text[one.start : one.end] for one in document.headings] == ["2. Kapittel"]


def test_that_words_on_either_side_of_a_page_break_do_not_grow_together(read):
    page_break = "<w:r><w:br w:type='page'/></w:r>"
    document = read(f"<w:p>{page_break}{r('Ett')}{page_break}{r(' ')}{r('to')}{page_break}</w:p>" + p("Tre"))
    assert texts(document, document.paragraphs) == ["Ett \nto", "Tre"]
    assert [document.text[page.start : page.end].strip() for page in document.pages] == ["Ett", "to", "Tre"]


def test_that_the_blank_behind_a_notes_number_is_one(read):
    body = f"<w:p>{r('Se')}<w:r><w:footnoteReference w:id='7'/></w:r></w:p>"
    document = read(body, footnotes=f"<w:footnote w:id='7'>{p('  Kilde.')}</w:footnote>")
    assert document.text == "Se\n[1] Kilde."


def test_that_table_cells_are_placed_and_merged_cells_come_once(read):
    merged = "<w:vMerge w:val='restart'/>"
    document = read(
        p("Før")
        + tbl(
            tr(tc(p("A") + p("B")), tc(p("bred"), "<w:gridSpan w:val='2'/>"), tc(p("høy"), merged)),
            tr(tc(p("")), tc(p("D")), tc(p("E")), tc(p("høy"), "<w:vMerge/>")),
            tr(tc(p("slettet")), properties="<w:del/>"),
            tr(tc(p("F")), properties="<w:gridBefore w:val='2'/>"),
        )
        + p("Etter")
    )
    assert document.text == "Før\nA\nB\nbred\nhøy\nD\nE\nF\nEtter"
    assert [(c.table, c.row, c.column, document.text[c.start : c.end]) for c in document.cells] == [
        (0, 0, 0, "A\nB"), (0, 0, 1, "bred"), (0, 0, 3, "høy"), (0, 1, 1, "D"), (0, 1, 2, "E"), (0, 2, 2, "F"),
    ]  # fmt: skip


def test_that_a_table_in_a_cell_has_its_own_number(read):
    document = read(tbl(tr(tc(p("ute") + tbl(tr(tc(p("inne")))) + p("")))) + tbl(tr(tc(p("neste")))))
    assert [(c.table, document.text[c.start : c.end]) for c in document.cells] == [
        (0, "ute\ninne"),
        (1, "inne"),
        (2, "neste"),
    ]


def test_that_a_break_stored_twice_begins_one_page(read):
    body = (
        f"<w:p>{r('En')}<w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>{r('To')}</w:p>"
    )
    document = read(body)
    assert [(document.text[page.start : page.end], page.label) for page in document.pages] == [
        ("En\n", "1"),
        ("To", "2"),
    ]
    assert document.warnings == ()


def test_that_a_page_may_begin_inside_a_paragraph(read):
    decomposed = r("Før e\u0301n ")
    document = read(f"<w:p>{decomposed}<w:r><w:lastRenderedPageBreak/></w:r>{r('etter')}</w:p>")
    assert document.text == "Før én etter"
    assert texts(document, document.pages) == ["Før én ", "etter"]
    assert len(document.paragraphs) == 1


def test_that_sections_break_pages_and_number_them_anew(read):
    roman = "<w:sectPr><w:pgNumType w:fmt='lowerRoman' w:start='3'/></w:sectPr>"
    body = (
        p("Forord", roman)
        + p("Kapittel", "<w:sectPr><w:pgNumType w:start='1'/></w:sectPr>")
        + p("Samme side", "<w:sectPr><w:type w:val='continuous'/></w:sectPr>")
        + p("Ny", "<w:pageBreakBefore/>")
        + "<w:sectPr><w:type w:val='continuous'/></w:sectPr>"
    )
    document = read(body)
    assert [(page.label, document.text[page.start : page.end].strip()) for page in document.pages] == [
        ("iii", "Forord"),
        ("1", "Kapittel\nSamme side"),
        ("2", "Ny"),
    ]
    assert warning_fields(document) == {"pages_uncertain": {"found": "3"}}


def test_that_a_document_without_breaks_has_no_pages(read):
    assert read(p("En") + p("To") + "<w:sectPr/>").pages == ()


def test_that_strict_files_and_other_part_names_are_read(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("Streng"), namespace=STRICT, main="word/document2.xml")
    assert read_word(path, ReadOptions()).text == "Streng"


def test_that_a_file_of_python_docx_reads_back(tmp_path):
    source = Document()
    source.add_heading("Kommuneplan", 0)
    source.add_heading("Mål", 2)
    source.add_paragraph("Bedre medvirkning.")
    source.add_paragraph("punkt", style="List Bullet")
    table = source.add_table(2, 3)
    for row in range(2):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1))
    source.save(str(tmp_path / "a.docx"))
    document = read_word(tmp_path / "a.docx", ReadOptions())
    assert document.text == "Kommuneplan\nMål\nBedre medvirkning.\n• punkt\n00\n01\n02\n10\n11\n12"
    assert [h.level for h in document.headings] == [1, 2]
    assert [(c.row, c.column) for c in document.cells] == [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2)]


def problem_of(path, limits=None):
    with pytest.raises(SourceUnreadable) as caught:
        read_word(path, ReadOptions(), limits)
    return caught.value.problem


def test_that_what_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"bare tekst")
    assert problem_of(path) is SourceProblem.NOT_THE_FORMAT
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 gammel doc")
    assert problem_of(path) is SourceProblem.NOT_THE_FORMAT
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("noe.txt", "annet")
    assert problem_of(path) is SourceProblem.NOT_THE_FORMAT


def test_that_a_password_is_seen(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert problem_of(path) is SourceProblem.ENCRYPTED


def test_that_a_cut_file_is_damaged(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("Tekst"))
    path.write_bytes(path.read_bytes()[:-40])
    assert problem_of(path) is SourceProblem.DAMAGED


def test_that_broken_xml_and_document_types_are_damaged(tmp_path):
    path = tmp_path / "a.docx"
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    for xml in ("<w:document", bomb):
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("word/document.xml", xml)
        assert problem_of(path) is SourceProblem.DAMAGED


def test_that_a_zip_bomb_is_too_large(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("a" * 200_000))
    assert problem_of(path, PackageLimits(part=100_000)) is SourceProblem.TOO_LARGE
    assert problem_of(path, PackageLimits(total=100_000)) is SourceProblem.TOO_LARGE


def test_that_a_file_without_words_has_no_text(tmp_path):
    assert problem_of(write_docx(tmp_path / "a.docx", p("") + p(" "))) is SourceProblem.NO_TEXT


def test_that_reading_can_be_cancelled(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("Tekst"))
    with pytest.raises(Cancelled):
        read_word(path, ReadOptions(is_cancelled=lambda: True))
