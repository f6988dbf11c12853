import subprocess
import sys

import pytest

from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.readers import known_suffixes, read_source

NOTES = "Arbeidet\n\n" + "\n\n".join(
    f"- Hva gjør dere med sak {n}?\n\nHan fortalte om sak {n} og arbeidet." for n in range(4)
)
MAIL = "Fra: Kari Moen\nTil: Ola Lie\nDato: 3. mai 2026\nEmne: Svar\n\nHei!\n\nHer er svarene mine.\n"
TURNS = "Intervju\n\nI: Hva?\n\nR1: Ja.\n\nI: Mer?\n\nR1: Nei.\n"


def read(tmp_path, text, kind=None, name="a.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_source(path, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TURNS, SourceKind.TRANSCRIPT),
        (NOTES, SourceKind.NOTES),
        (MAIL, SourceKind.EMAIL),
        (MAIL.replace("Fra", "From").replace("Til", "To").replace("Emne", "Subject"), SourceKind.EMAIL),
        ("1.1 Mål\n\nTekst.\n\n1.2 Tiltak\n\nTekst.\n\n1.3 Økonomi\n\nTekst.", SourceKind.PLAN),
    ],
)
def test_that_the_kind_is_guessed_from_the_shape(tmp_path, text, kind):
    assert read(tmp_path, text).kind is kind


def test_that_a_chosen_kind_wins(tmp_path):
    document = read(tmp_path, TURNS, SourceKind.PLAN)
    assert document.kind is SourceKind.PLAN
    assert document.turns == ()


def test_that_notes_have_no_turns(tmp_path):
    assert read(tmp_path, NOTES).turns == ()


def test_that_turns_are_found_and_doubts_are_told(tmp_path):
    document = read(tmp_path, TURNS + "\nTolk: Et ord.\n")
    assert [turn.label for turn in document.turns] == ["I", "R1", "I", "R1"]
    assert [(doubt.label, document.text[doubt.body_start : doubt.end]) for doubt in document.doubts] == [
        ("Tolk", "Et ord.")
    ]
    assert document.warnings == ()


def test_that_a_turn_inside_a_block_begins_a_paragraph(tmp_path):
    document = read(tmp_path, "Intervju\n\nI: Hva?\nR: Ja.\nOg mer.\nI: Takk.\n")
    paragraphs = [document.text[p.start : p.end] for p in document.paragraphs]
    assert paragraphs == ["Intervju", "I: Hva?", "R: Ja.\nOg mer.", "I: Takk."]


def test_that_a_missing_file_is_missing_whatever_its_ending(tmp_path):
    for name in ("borte.txt", "borte.xyz", "borte.pdf", "borte.docx"):
        with pytest.raises(SourceUnreadable) as caught:
            read_source(tmp_path / name)
        assert caught.value.problem is SourceProblem.MISSING


def test_that_an_unknown_ending_lists_the_known_ones(tmp_path):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, "noe", name="a.xyz")
    assert caught.value.problem is SourceProblem.UNKNOWN_FORMAT
    assert caught.value.detail == ", ".join(known_suffixes())


def test_that_endings_are_known_in_any_case(tmp_path):
    assert read(tmp_path, "Noe tekst.", name="A.TXT").text == "Noe tekst."


@pytest.mark.parametrize("name", ["tom.txt", "tom.docx", "tom.pdf"])
def test_that_an_empty_file_is_empty(tmp_path, name):
    with pytest.raises(SourceUnreadable) as caught:
        read(tmp_path, "", name=name)
    assert caught.value.problem is SourceProblem.EMPTY


def test_that_a_folder_cannot_be_read(tmp_path):
    folder = tmp_path / "mappe.txt"
    folder.mkdir()
    with pytest.raises(SourceUnreadable) as caught:
        read_source(folder)
    assert caught.value.problem is SourceProblem.CANNOT_READ


def test_that_choosing_a_reader_imports_no_heavy_library():
    program = (
        "import sys, kodebenk.importing.readers, kodebenk.importing.table_files;"
        "sys.exit(any(name in sys.modules for name in ('lxml', 'docx', 'pdfminer', 'openpyxl')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_that_a_survey_keeps_its_kind_and_its_turns(tmp_path):
    rows = (
        "Navn\tHva mener du om bussen?\tAlder\n"
        "Kari\tDen går for sjelden, og om kvelden går den ikke i det hele tatt. Kommunen: gjør noe!\t31\n"
        "Ola\tJeg bruker den hver dag og synes den er fin, men den er ofte full om morgenen.\t44\n"
    )
    for name, text in (("a.tsv", rows), ("a.csv", rows.replace("\t", ";"))):
        document = read(tmp_path, text, name=name)
        assert document.kind is SourceKind.SURVEY
        assert [turn.label for turn in document.turns] == ["Kari", "Ola"]


def test_that_a_transcript_in_markdown_and_html_has_turns(tmp_path):
    markdown = "# Intervju\n\n**Kari:** Hva nå?\n\n**Ola:** Ingenting.\n\n**Kari:** Jaha.\n\n**Ola:** Nei.\n"
    html = "<h1>Intervju</h1>" + "".join(f"<p><b>{name}:</b> Ord.</p>" for name in ("Kari", "Ola", "Kari", "Ola"))
    for name, text in (("a.md", markdown), ("a.html", html)):
        document = read(tmp_path, text, name=name)
        assert document.kind is SourceKind.TRANSCRIPT
        assert [turn.label for turn in document.turns] == ["Kari", "Ola", "Kari", "Ola"]


def test_that_names_set_as_headings_are_no_headings(tmp_path):
    names = ["Kari Moen", "Ola Lie"] * 3
    html = "<h1>Intervju</h1>" + "".join(f"<h3>{name}</h3><p>Det var noe som ble sagt.</p>" for name in names)
    document = read(tmp_path, html, name="a.html")
    assert [turn.label for turn in document.turns] == names
    assert [document.text[heading.start : heading.end] for heading in document.headings] == ["Intervju"]


def test_that_the_language_is_recognised(tmp_path):
    text = (
        "Eg veit ikkje kva vi skal gjere. Ho sa noko om at skulen vart stengd, og det er mykje uro. Korleis vert det?"
    )
    assert read(tmp_path, text).details.language == "nn"
    assert read(tmp_path, "Ord.").details.language == ""
