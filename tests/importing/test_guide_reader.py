"""Interview guides of many shapes, built here and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from importing.docx_building import p, tbl, tc, tr, write_docx
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.guide_lines import LineUse, join_continued, read_lines, settle_uses, theme_name
from kodebenk.importing.guide_reader import read_guide

TEXT = """Intervjuguide – enhetsledere
Versjon 2, mars 2025

Innledning
Takk for at du stiller opp. Vi forsker på hvordan kommuner setter seg mål, og du kan trekke deg når du vil.
- Er det greit at vi tar opp samtalen?

BAKGRUNN
1. Hva er din stilling?
2. Hvor lenge har du arbeidet her?

MÅL OG STYRING
3. Hvordan ble målene laget?
   a) Hvem var med?
   b) Hvem bestemte til slutt?
   Oppfølging: Hva mener du om det?
4. Beskriv hvordan målene følges opp
(tertialrapport, møter)
Stikkord: tid, ressurser

Avslutning
5. Er det noe du vil legge til?
"""


def guide_of(tmp_path, text, name="guide.txt"):
    (tmp_path / name).write_text(text, "utf-8")
    return read_guide(tmp_path / name)


def listed(guide):
    return [(one.theme, one.number, one.text) for one in guide.questions]


def test_that_a_text_is_read_as_themes_and_numbered_questions(tmp_path):
    guide = guide_of(tmp_path, TEXT)
    assert (guide.name, guide.target_group, guide.version) == ("Intervjuguide – enhetsledere", "enhetsledere", "2")
    assert guide.themes == ("Bakgrunn", "Mål og styring", "Avslutning")
    assert listed(guide) == [
        ("Bakgrunn", "1", "Hva er din stilling?"),
        ("Bakgrunn", "2", "Hvor lenge har du arbeidet her?"),
        ("Mål og styring", "3", "Hvordan ble målene laget?"),
        ("Mål og styring", "3a", "Hvem var med?"),
        ("Mål og styring", "3b", "Hvem bestemte til slutt?"),
        ("Mål og styring", "3c", "Hva mener du om det?"),
        ("Mål og styring", "4", "Beskriv hvordan målene følges opp (tertialrapport, møter)"),
        ("Avslutning", "5", "Er det noe du vil legge til?"),
    ]


def test_that_questions_of_the_introduction_are_left_out_and_told(tmp_path):
    guide = guide_of(tmp_path, TEXT)
    assert [(one.kind, one.fields) for one in guide.warnings] == [("introduction_left_out", {"count": "1"})]


def test_that_bullets_and_named_themes_are_read(tmp_path):
    text = """Temaguide for ansatte i hjemmetjenesten

Målgruppe: hjelpepleiere og sykepleiere

Tema 1: Arbeidsdagen
- Hva gjør du en vanlig dag?
- Ansvarsområde

Tema 2: Samarbeid
- Hvordan samarbeider dere med
  de andre sonene?
- Hva er vanskelig?
"""
    guide = guide_of(tmp_path, text)
    assert guide.target_group == "hjelpepleiere og sykepleiere"
    assert listed(guide) == [
        ("Arbeidsdagen", "", "Hva gjør du en vanlig dag?"),
        ("Arbeidsdagen", "", "Ansvarsområde"),
        ("Samarbeid", "", "Hvordan samarbeider dere med de andre sonene?"),
        ("Samarbeid", "", "Hva er vanskelig?"),
    ]


def test_that_numbered_headings_over_numbered_questions_are_themes(tmp_path):
    text = "1. Rolle\n1.1 Hva er rollen din?\n1.2 Hvem leder du?\n\n2. Mål\n2.1 Hvilke mål har dere?\n2.2 Måltall\n"
    guide = guide_of(tmp_path, text)
    assert listed(guide) == [
        ("Rolle", "1.1", "Hva er rollen din?"),
        ("Rolle", "1.2", "Hvem leder du?"),
        ("Mål", "2.1", "Hvilke mål har dere?"),
        ("Mål", "2.2", "Måltall"),
    ]


def test_that_questions_without_any_mark_or_theme_are_read(tmp_path):
    guide = guide_of(
        tmp_path, "Hva gjør du?\n\nHvem bestemmer?\n\nFortell om en dag som gikk galt.\n", "ansatte v3.txt"
    )
    assert (guide.name, guide.version, guide.themes) == ("ansatte v3", "3", ())
    assert [one.text for one in guide.questions] == [
        "Hva gjør du?",
        "Hvem bestemmer?",
        "Fortell om en dag som gikk galt.",
    ]


HEADING = '<w:pStyle w:val="Heading1"/>'
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
STYLES = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_that_a_word_file_gives_headings_lists_and_title(tmp_path):
    body = (
        p("Intervjuguide for rektorer", HEADING)
        + p("Dato: 3. mai 2024")
        + p("Informasjon til deltakeren", HEADING)
        + p("Vi tar opp samtalen. Er det i orden?")
        + p("Ledelse", HEADING)
        + p("Hvordan leder du skolen?", ITEM)
        + p("Hva delegerer du?", ITEM)
        + p("Tillit", HEADING)
        + p("Når merker du at tilliten er der?", ITEM)
    )
    path = write_docx(tmp_path / "rektorer.docx", body, styles=STYLES, numbering=NUMBERING)
    guide = read_guide(path)
    assert (guide.name, guide.target_group, guide.version) == ("Intervjuguide for rektorer", "rektorer", "3. mai 2024")
    assert listed(guide) == [
        ("Ledelse", "1", "Hvordan leder du skolen?"),
        ("Ledelse", "2", "Hva delegerer du?"),
        ("Tillit", "3", "Når merker du at tilliten er der?"),
    ]
    assert guide.content == path.read_bytes()


def test_that_a_table_with_headings_gives_themes_and_questions(tmp_path):
    rows = tbl(
        tr(tc(p("Tema")), tc(p("Spørsmål")), tc(p("Til meg selv"))),
        tr(tc(p("Rolle")), tc(p("1. Hva gjør du?") + p("2. Stilling og ansvar")), tc(p("Er opptaket på?"))),
        tr(tc(p("")), tc(p("3. Hvem leder deg?")), tc(p(""))),
        tr(tc(p("Mål")), tc(p("4. Hvilke mål har dere?")), tc(p(""))),
    )
    guide = read_guide(write_docx(tmp_path / "tabell.docx", p("Intervjuguide, versjon 4") + rows + p("")))
    assert guide.version == "4"
    assert listed(guide) == [
        ("Rolle", "1", "Hva gjør du?"),
        ("Rolle", "2", "Stilling og ansvar"),
        ("Rolle", "3", "Hvem leder deg?"),
        ("Mål", "4", "Hvilke mål har dere?"),
    ]


def test_that_a_table_without_headings_is_known_by_its_questions(tmp_path):
    rows = tbl(
        tr(tc(p("Rolle")), tc(p("Hva gjør du?"))),
        tr(tc(p("Mål")), tc(p("Hvilke mål har dere?") + p("Hvem laget dem?"))),
    )
    guide = read_guide(write_docx(tmp_path / "tabell.docx", rows + p("")))
    assert [(one.theme, one.text) for one in guide.questions] == [
        ("Rolle", "Hva gjør du?"),
        ("Mål", "Hvilke mål har dere?"),
        ("Mål", "Hvem laget dem?"),
    ]


def test_that_a_table_of_something_else_is_read_line_by_line(tmp_path):
    body = tbl(tr(tc(p("Navn")), tc(p("Dato")))) + p("Hva gjør du?")
    guide = read_guide(write_docx(tmp_path / "skjema.docx", body))
    assert [one.text for one in guide.questions] == ["Hva gjør du?"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "theme,question,number,target_group\nRolle,Hva gjør du?,1,ledere\n,Hvem leder deg?,2,ledere\n"),
        ("b.csv", "Tema;Spørsmål;Nr;Målgruppe\nRolle;Hva gjør du?;1;ledere\nRolle;2. Hvem leder deg?;;ledere\n"),
    ],
)
def test_that_csv_files_are_read_by_their_columns_in_both_languages(tmp_path, name, text):
    guide = guide_of(tmp_path, text, name)
    assert (guide.name, guide.target_group, guide.themes) == (name[0], "ledere", ("Rolle",))
    assert listed(guide) == [("Rolle", "1", "Hva gjør du?"), ("Rolle", "2", "Hvem leder deg?")]


def test_that_a_workbook_is_read_by_its_columns(tmp_path):
    book = Workbook()
    for row in (("Spørsmål", "Tema"), ("Hva gjør du?", "Rolle"), ("Hvem leder deg?", None), ("Hvilke mål?", "Mål")):
        book.active.append(row)
    book.save(tmp_path / "guide.xlsx")
    guide = read_guide(tmp_path / "guide.xlsx")
    assert [(one.theme, one.text) for one in guide.questions] == [
        ("Rolle", "Hva gjør du?"),
        ("Rolle", "Hvem leder deg?"),
        ("Mål", "Hvilke mål?"),
    ]
    assert guide.themes == ("Rolle", "Mål")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("tom.txt", b"", SourceProblem.EMPTY),
        (
            "prosa.txt",
            "Dette er et notat.\n\nDet spør ikke om noe, men forteller ganske mye.".encode(),
            SourceProblem.NO_QUESTIONS,
        ),
        ("uten.csv", b"tema,tekst\nRolle,Hei\n", SourceProblem.NOT_THE_FORMAT),
        ("tomme.csv", b"tema,question\nRolle,\n", SourceProblem.NO_QUESTIONS),
        ("lyd.mp3", b"ID3", SourceProblem.UNKNOWN_FORMAT),
        ("ikke.docx", b"Bare tekst", SourceProblem.NOT_THE_FORMAT),
    ],
)
def test_that_a_file_without_questions_is_refused(tmp_path, name, content, problem):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceUnreadable) as caught:
        read_guide(tmp_path / name)
    assert caught.value.problem is problem


def test_that_a_missing_file_is_missing_whatever_its_ending(tmp_path):
    for name in ("nei.docx", "nei.csv", "nei.mp3"):
        with pytest.raises(SourceUnreadable) as caught:
            read_guide(tmp_path / name)
        assert caught.value.problem is SourceProblem.MISSING


@pytest.mark.parametrize(
    ("words", "name"),
    [("Tema 2: Samarbeid", "Samarbeid"), ("DEL A – LEDELSE", "Ledelse"), ("Mål:", "Mål"), ("HMS", "HMS")],
)
def test_that_the_name_of_a_theme_is_its_words(words, name):
    assert theme_name(words) == name


def test_that_prompts_and_questions_with_hints_ask():
    lines = list(read_lines("Fortell om dagen\nHva gjør du? (vanlig dag)\nDagen er lang"))
    assert [line.asks for line in lines] == [True, True, False]


SHAPES = """
Hva gjør du?
- Ansvar
1. Rolle
1.1 Hvem?
a) når?
TEMA
Oppfølging:
Oppfølging: hvorfor?
Stikkord: tid
(hint)
Versjon 2
Intervjuguide
Innledning
En lang setning som forteller litt om alt det vi skal gjøre her i dag.
"""
LINES = st.sampled_from(SHAPES.splitlines())


@given(st.lists(LINES, max_size=25))
def test_that_every_line_is_something_and_none_is_lost_but_joined(words):
    lines = list(read_lines("\n".join(words)))
    uses = settle_uses(lines)
    joined = join_continued(lines, uses)
    assert len(uses) == len(lines)
    assert len(joined) == len(lines) - sum(use is LineUse.CONTINUED for use in uses)
    assert " ".join(line.words for line, _ in joined) == " ".join(line.words for line in lines)
