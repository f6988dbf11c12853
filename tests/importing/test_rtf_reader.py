import pytest

from importing.place_checks import cell_texts, check_document, texts, warning_fields
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.rtf_reader import read_rtf

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fcharset2 Symbol;}{\f2\fcharset161 Arial;}"
    r"{\f3\fcharset128 MS Mincho;}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 kapittel;}{\s2\sbasedon0 heading 2;}{\s3\sbasedon2 eget;}"
    r"{\*\cs10\outlinelevel5 tegn;}{\s4 Tittel;}}"
)


@pytest.fixture
def read(tmp_path):
    def read_body(body, head=r"\ansi\ansicpg1252\deff0"):
        path = tmp_path / "a.rtf"
        path.write_bytes(rf"{{\rtf1{head}{FONTS}{STYLES}{body}}}".encode("latin-1"))
        document = read_rtf(path, ReadOptions())
        check_document(document)
        return document

    return read_body


def problem_of(tmp_path, content):
    path = tmp_path / "a.rtf"
    path.write_bytes(content)
    with pytest.raises(SourceUnreadable) as caught:
        read_rtf(path, ReadOptions())
    return caught.value.problem


def test_that_letters_are_decoded_as_the_file_or_the_font_says(read):
    assert read(r"\'e6\'f8\'e5 \'84x\'94 \u230\'3f\u248 ?").text == "æøå „x” æø"
    assert read(r"\'be\'bf\'8c", head=r"\mac").text == "æøå"
    assert read(r"\f0 \'be\'bf\'8c", head=r"\mac\ansicpg10000").text == "æøå"
    assert read(r"\'91\'9b\'86", head=r"\pca").text == "æøå"
    assert read(r"\'e1\'e2 {\f2 \'e1\'e2}\f3 \'82\'a0\'82\'a2").text == "áâ αβあい"
    assert read("æøå").text == "æøå"


def test_that_emoji_in_two_halves_become_one(read):
    assert read(r"ja \u-10179?\u-8704? nei {\uc2\u-10179\'5f\'5f\u-8704\'5f\'5f}").text == "ja 😀 nei 😀"


def test_that_what_stands_in_for_a_character_is_passed_over(read):
    assert read(r"\uc0\u229 bc{\uc3\u229 xyzb}\u229\'e5\'e5 \uc1\u8217\rquote s").text == "åbcåbååå ’s"


def test_that_signs_and_characters_of_symbol_fonts_are_read(read):
    body = r"a\tab b\line c\~d\_e\{\}\\ \emdash\ldblquote x\rdblquote {\f1\'b7 \'61}\-f{\f1\u-3913 ?\'ff}"
    document = read(body)
    assert document.text.endswith("d\u2011e{}\\ —“x”• αf•□")
    assert warning_fields(document)["unknown_symbols"] == {"count": "1"}


def test_that_heads_feet_comments_pictures_and_codes_are_no_text(read):
    document = read(
        r"{\header topp}{\footer bunn}{\info{\title tittel}}Reell {\*\atnid K}{\*\annotation{\par Sjekk!}}med"
        r"{\pict\bin5 }}}}}\'ff}virkning{\*\ukjent x}{\field{\*\fldinst HYPERLINK x}{\fldrslt  her}}{\xe\v y}."
    )
    assert document.text == "Reell medvirkning her."
    assert warning_fields(document) == {"comments_left_out": {"count": "1"}}


def test_that_hidden_and_deleted_words_are_dropped_and_counted(read):
    document = read(r"Synlig {\v skjult}{\deleted slettet}{\revised ny} tekst\v borte\v0  ja\v x\plain  nei")
    assert document.text == "Synlig ny tekst ja nei"
    assert warning_fields(document) == {
        "tracked_changes_accepted": {"insertions": "1", "deletions": "1"},
        "hidden_left_out": {"count": "12"},
    }


def test_that_headings_are_told_by_style_and_outline(read):
    document = read(
        r"\pard\s4 Plan\par\pard\s1 Kapittel\par\pard\s2 Mål\par\pard\s3 Arvet\par\pard\outlinelevel3 Direkte\par"
        r"\pard\s1\outlinelevel9 Brød\par\pard Tekst\par"
    )
    assert [(one.level, document.text[one.start : one.end]) for one in document.headings] == [
        (1, "Plan"), (1, "Kapittel"), (2, "Mål"), (2, "Arvet"), (4, "Direkte"),
    ]  # fmt: skip


def test_that_list_items_have_their_printed_marks_and_levels(read):
    document = read(
        r"\pard{\listtext\pard\plain 1.\tab}\ilvl0\ls1 en\par\pard{\listtext\tab 1.a)\tab}\ilvl1\ls1 under\par"
        r"\pard{\pntext\f1\'b7\tab}kule\par\pard{\listtext o\tab}\ilvl1 dypere\par"
        r"\pard{\listtext 2\tab}\s1 Kapittel\par\pard av\par"
    )
    assert document.text.split("\n") == ["1. en", "1.a) under", "• kule", "• dypere", "2 Kapittel", "av"]
    assert [item.level for item in document.items] == [1, 2, 1, 2]


def test_that_cells_are_cells_and_no_bars(read):
    row = r"\trowd\trleft0\cellx1000\cellx2000\cellx3000\pard\intbl "
    wide = r"\trowd\trleft10\cellx1005\cellx3000\pard\intbl "
    document = read(
        rf"F\'f8r\par {row}A\par B\cell\cell C\cell\row {wide}D\cell bred\cell\row"
        rf"\pard etter\par {row}E\cell F\cell G\cell\row"
    )
    assert document.text.split("\n") == ["Før", "A", "B", "C", "D", "bred", "etter", "E", "F", "G"]
    assert cell_texts(document) == [
        (0, 0, 0, "A\nB"), (0, 0, 2, "C"), (0, 1, 0, "D"), (0, 1, 1, "bred"), (1, 0, 0, "E"), (1, 0, 1, "F"),
        (1, 0, 2, "G"),
    ]  # fmt: skip


def test_that_rows_without_edges_count_their_cells(read):
    assert [cell[2] for cell in cell_texts(read(r"\trowd\pard\intbl A\cell B\cell\row"))] == [0, 1]


def test_that_a_table_in_a_cell_has_its_own_number(read):
    document = read(
        r"\trowd\cellx5000\cellx9000\pard\intbl ute\par\pard\intbl\itap2 inne\nestcell til\nestcell"
        r"{\*\nesttableprops\trowd\cellx2000\cellx3000\nestrow}{\nonesttables\par}\pard\intbl slutt\cell siste\cell\row"
    )
    assert cell_texts(document) == [
        (0, 0, 0, "ute\ninne\ntil\nslutt"), (1, 0, 0, "inne"), (1, 0, 1, "til"), (0, 0, 1, "siste"),
    ]  # fmt: skip


def test_that_notes_and_text_boxes_follow_their_paragraph(read):
    document = read(
        r"Se{\footnote\chftn  Kilde A.\par Mer.} her{\*\footnote\ftnalt Kilde B.}"
        r"{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt I boksen\par}}{\shprslt I boksen}}\par Neste"
    )
    assert texts(document, document.paragraphs) == [
        "Se her", "[1] Kilde A.", "Mer.", "[i] Kilde B.", "I boksen", "Neste",
    ]  # fmt: skip
    assert warning_fields(document) == {"notes_moved": {"count": "2"}}


def test_that_pages_begin_at_hard_breaks_and_sections(read):
    document = read(
        r"Ett\page to\par\pard\pagebb Tre\par\pard Tre til\sect\sectd\sbknone Samme\sect\sectd Fire\par\page\par Fem"
    )
    assert [(page.label, document.text[page.start : page.end].split()) for page in document.pages] == [
        ("1", ["Ett"]), ("2", ["to"]), ("3", ["Tre", "Tre", "til", "Samme"]), ("4", ["Fire"]), ("5", ["Fem"]),
    ]  # fmt: skip
    assert document.text.startswith("Ett\nto")
    assert warning_fields(document) == {"pages_uncertain": {"found": "5"}}


def test_that_of_two_forms_of_the_same_words_the_one_in_unicode_is_read(read):
    assert read(r"{\upr{feil {ord}}{\*\ud{\u229 ?ret {ord}}}}").text == "året ord"


def test_that_letters_of_equations_are_kept_and_objects_counted(read):
    equation = r"{\mmath{\*\moMath{\mctrlPr\f1 x}{\mr a=b}}{\mmathPict{\pict 00}}}"
    document = read(rf"Der {equation} {{\object{{\*\objdata 00}}{{\result graf}}}}")
    assert document.text == "Der a=b "
    assert warning_fields(document) == {"embedded_left_out": {"count": "1"}}


def test_that_bytes_that_are_no_letters_are_counted(read):
    document = read(r"a\'81b")
    assert document.text == "a\ufffdb"
    assert warning_fields(document) == {"undecodable": {"count": "1", "encoding": "cp1252"}}


def test_that_words_behind_the_end_are_no_text(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(b" \r\n{\\rtf1 inne}}{\\rtf1 ute}")
    assert read_rtf(path, ReadOptions()).text == "inne"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"bare tekst", SourceProblem.NOT_THE_FORMAT),
        (b"{\\rtf1 avbrutt", SourceProblem.DAMAGED),
        (b"{\\rtf1 x{\\pict 00", SourceProblem.DAMAGED),
        (b"{\\rtf1 x\\bin9999999999 }", SourceProblem.DAMAGED),
        (b"{\\rtf1 " + b"{" * 100_000, SourceProblem.DAMAGED),
        (b"{\\rtf1{\\fonttbl}\\par\\page}", SourceProblem.NO_TEXT),
    ],
)
def test_that_what_is_no_whole_rtf_is_refused(tmp_path, content, problem):
    assert problem_of(tmp_path, content) is problem


@pytest.mark.parametrize(
    "body",
    [
        r"{\footnote x}" * 3000,
        r"\trowd" + r"\cellx5" * 3000 + r"\intbl x\cell\row",
        r"\intbl\itap999999999 x\nestcell " * 2000,
        r"\uc999999999\u99999999 x" * 1000 + " " * 200 + r"\uc0 y",
        r"x\page " * 3000,
        r"\f999999999\s999999999\u-999999999 ?x",
        r"\cell\row\nestrow\nestcell\sect\par}}x",
    ],
)
def test_that_hostile_files_end_in_time_with_places_in_the_text(tmp_path, body):
    path = tmp_path / "a.rtf"
    path.write_bytes(rf"{{\rtf1 a {body}}}".encode())
    check_document(read_rtf(path, ReadOptions()))


def test_that_reading_can_be_cancelled(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1 x}")
    with pytest.raises(Cancelled):
        read_rtf(path, ReadOptions(is_cancelled=lambda: True))
