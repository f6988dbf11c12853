import pytest

from importing.place_checks import cell_texts, check_document, texts, warning_fields
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.markdown_inline import plain_words
from kodebenk.importing.markdown_reader import read_markdown
from kodebenk.importing.turn_splitter import split_turns


@pytest.fixture
def read(tmp_path):
    def read_text(text, **options):
        path = tmp_path / "a.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        document = read_markdown(path, ReadOptions(**options))
        check_document(document)
        return document

    return read_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**fet** og *kursiv*, __også__ _slik_", "fet og kursiv, også slik"),
        ("***begge*** og **fet *inni* den**", "begge og fet inni den"),
        ("~~strøket~~ og ==merket==", "strøket og merket"),
        ("2 * 3 * 4 = snake_case_navn", "2 * 3 * 4 = snake_case_navn"),
        ("*uten slutt og ** løs", "*uten slutt og ** løs"),
        (r"\*ikke\* \[lenke\](x) \\ \q", r"*ikke* [lenke](x) \ \q"),
        ("`kode *x* \\*` og `` a`b ``", "kode *x* \\* og a`b"),
        ('[ord *her*](http://x.no/a_(b) "tittel") ![bilde](<a b.png>)', "ord her bilde"),
        ("[![merke](a.png)](b) [[Side|ord]] [[Side]]", "merke ord Side"),
        ("[ord][mål] [mål] [MÅL][] [annet][x] [ukjent]", "ord mål MÅL [annet][x] [ukjent]"),
        ("<https://x.no/a_b_c> <kari@x.no> <b>fet</b>", "https://x.no/a_b_c kari@x.no fet"),
        ("a<br>b<br />\nc", "a\nb\nc"),
        ("&aring; &amp;lt; `&amp;` 1 < 2 > 0 <3", "å &lt; &amp; 1 < 2 > 0 <3"),
        ("**Kari:**ord", "Kari:ord"),
    ],
)
def test_that_marks_leave_and_words_stay(written, shown):
    assert plain_words(written, frozenset({"mål"})) == shown


def test_that_headings_have_their_levels(read):
    document = read("# Plan #\n\nTekst\nmer\n\nMål\n===\nUndermål\n---\n### C#\n#merkelapp\n\n---\n\nslutt")
    assert [(one.level, document.text[one.start : one.end]) for one in document.headings] == [
        (1, "Plan"), (1, "Mål"), (2, "Undermål"), (3, "C#"),
    ]  # fmt: skip
    assert texts(document, document.paragraphs)[-2:] == ["#merkelapp", "slutt"]


def test_that_lines_of_a_paragraph_become_one_but_for_labels_times_and_hard_breaks(read):
    document = read(
        "Et avsnitt som\ner brukket.  \nHard linje\\\nog en til.\n\n**Kari:** Hei\nder.\n**Ola Lie (0:12):** Hallo.\n"
        "[00:01:02] Tid.\n[SPEAKER_00]: Ja.\n"
    )
    assert texts(document, document.paragraphs) == [
        "Et avsnitt som er brukket.\nHard linje\nog en til.",
        "Kari: Hei der.\nOla Lie (0:12): Hallo.\n[00:01:02] Tid.\n[SPEAKER_00]: Ja.",
    ]


def test_that_a_transcript_with_bold_labels_has_turns(read):
    document = read(
        "# Intervju\n\n**Kari:** Hva skjedde?\n\n**Ola:** Vi ble hørt.\n\n**Kari:** Fint.\n\n**Ola:** Ja.\n"
    )
    turns = split_turns(document.text, document.paragraphs, document.headings)
    assert [(turn.label, document.text[turn.body_start : turn.end]) for turn in turns] == [
        ("Kari", "Hva skjedde?"),
        ("Ola", "Vi ble hørt."),
        ("Kari", "Fint."),
        ("Ola", "Ja."),
    ]


def test_that_list_items_have_marks_and_levels(read):
    document = read(
        "- en\n  fortsetter\n    * under\n    * under to\n- to\n\n  mer av to\n\n3. tre\n3. fire\n   1) inni\n"
        "+ [x] gjort\n\nEt avsnitt fra\n1986. Og så videre.\n- slutt"
    )
    assert document.text.split("\n") == [
        "• en fortsetter", "• under", "• under to", "• to", "mer av to", "3. tre", "4. fire", "1) inni", "• ☑ gjort",
        "Et avsnitt fra 1986. Og så videre.", "• slutt",
    ]  # fmt: skip
    assert [item.level for item in document.items] == [1, 2, 2, 1, 1, 1, 2, 1, 1]


def test_that_tables_become_cells(read):
    document = read(
        "Før | etter\n\n| A | B \\| b |\n|:--|--:|\n| **c** | |\n| d | e\n\nx | y\n--|--\n1 | 2\n3 | 4\nslutt"
    )
    assert cell_texts(document) == [
        (0, 0, 0, "A"), (0, 0, 1, "B | b"), (0, 1, 0, "c"), (0, 2, 0, "d"), (0, 2, 1, "e"),
        (1, 0, 0, "x"), (1, 0, 1, "y"), (1, 1, 0, "1"), (1, 1, 1, "2"), (1, 2, 0, "3"), (1, 2, 1, "4"),
    ]  # fmt: skip
    assert texts(document, document.paragraphs)[0] == "Før | etter"
    assert texts(document, document.paragraphs)[-1] == "slutt"


def test_that_code_stays_as_it_is(read):
    document = read(
        "før\n```python\nx = *y*\n\n# z <!-- a -->\n~~~\n```\nmellom\n\n    innrykket *kode*\n\n~~~~\n~~~\n&amp;\n"
    )
    assert texts(document, document.paragraphs) == [
        "før", "x = *y*\n\n# z <!-- a -->\n~~~", "mellom", "innrykket *kode*", "~~~\n&amp;",
    ]  # fmt: skip


def test_that_comments_leave_and_quoted_text_stays(read):
    document = read(
        "a <!-- borte --> b\n<!-- også\n\nborte --> c\n\n> sitert\n> mer\n> - punkt\n\n1 > 0\n\n<!-- aldri slutt\n"
    )
    assert texts(document, document.paragraphs) == ["a  b c", "sitert mer", "• punkt", "1 > 0"]


def test_that_notes_follow_the_paragraph_that_refers_to_them(read):
    document = read(
        "Se her.[^1] Og[^b].\n\nNeste [^ukjent].\n\n[^1]: Kilde *A*,\n    side 3.\n[^b]: Kilde B.\n\n[^c]: Løs."
    )
    assert texts(document, document.paragraphs) == [
        "Se her. Og.", "[1] Kilde A, side 3.", "[b] Kilde B.", "Neste [^ukjent].", "[c] Løs.",
    ]  # fmt: skip
    assert warning_fields(document) == {"notes_moved": {"count": "3"}}


def test_that_targets_of_links_are_no_text_but_labels_in_brackets_are(read):
    document = read('Se [her][x].\n\n[x]: https://x.no "T"\n[SPEAKER_00]: Ja da.\n')
    assert texts(document, document.paragraphs) == ["Se her.", "[SPEAKER_00]: Ja da."]


def test_that_front_matter_tells_about_the_document(read):
    document = read(
        "---\ntitle: \"Intervju\"\ndato: 3.5.2026\nauthor: 'Kari Moen'\nlang: nn-NO\ntags:\n  - a\n---\nTekst"
    )
    assert document.text == "Tekst"
    assert (document.details.date, document.details.issuer, document.details.language) == (
        "2026-05-03",
        "Kari Moen",
        "nn",
    )
    assert read("---\ndate: 2026-05-03T10:00\n---\nx").details.date == "2026-05-03"
    assert read("---\ndate: i fjor\n---\nx").details.date == ""


@pytest.mark.parametrize("text", ["---\nEt avsnitt.\n---\nSlutt", "---\n\nEt avsnitt.", "---\nnavn: verdi uten slutt"])
def test_that_a_rule_on_top_is_no_front_matter(read, text):
    assert "avsnitt" in read(text).text or "verdi" in read(text).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_that_the_encoding_is_found(read, encoding):
    document = read("# Mål\n\n«På» søndag".encode(encoding))
    assert (document.encoding, document.text) == (encoding, "Mål\n«På» søndag")


def test_that_files_without_words_or_of_other_kinds_are_refused(read):
    for content, problem in [
        (b"<!-- x -->\n\n---\n", SourceProblem.NO_TEXT),
        (b"%PDF-1.4", SourceProblem.NOT_THE_FORMAT),
    ]:
        with pytest.raises(SourceUnreadable) as caught:
            read(content)
        assert caught.value.problem is problem


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, "[a](" * 50_000, "[a[" * 50_000, "`a" * 50_000, "<!--" * 50_000, "<a " * 50_000, "**a " * 50_000,
        "a" + " " * 100_000 + "b #", ">" * 100_000 + "x", "- " * 50_000 + "x", "|" * 50_000 + "\n" + "|-" * 49_999,
        "~" * 100_000, "[^a]" * 50_000 + "\n\n[^a]: x", "![[" * 50_000, "[a](" + "(" * 100_000,
    ],
)  # fmt: skip
def test_that_hostile_text_ends_in_time(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(f"x\n\n{text}")
    check_document(read_markdown(path, ReadOptions()))


def test_that_reading_can_be_cancelled(read):
    with pytest.raises(Cancelled):
        read("x", is_cancelled=lambda: True)
