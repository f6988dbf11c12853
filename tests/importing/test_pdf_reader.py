import subprocess
import sys
import threading

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from kodebenk.domain.document import SourceKind
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_pages import PdfLimits
from kodebenk.importing.pdf_reader import read_pdf
from kodebenk.importing.pdf_worker import WORKER_ARGUMENT, run_if_asked
from kodebenk.importing.readers import read_source

PAGES = (
    [
        "Lillevik kommune skal styre etter mål. Rådmannen mener at styrings-",
        "modellen gir bedre helse- og omsorgstjenester enn den gamle. NAV-",
        "kontoret ble med fra starten av, og arbeidet i de to kommunene gikk",
    ],
    [
        "lettere enn noen hadde ventet. Det var ikke alle enige i da.",
        "I: Hva er det viktigste her?",
    ],
)


def write_pdf(path, pages=PAGES, *, edges=True, **canvas_options):
    canvas = Canvas(str(path), pagesize=(595, 842), **canvas_options)
    for number, lines in enumerate(pages, start=1):
        canvas.setFont("Times-Roman", 9)
        if edges:
            canvas.drawString(72, 800, "Lillevik kommune - Rapport")
            canvas.drawString(280, 30, f"Side {number + 4} av 9")
        canvas.setFont("Times-Roman", 11)
        for row, text in enumerate(lines):
            canvas.drawString(72, 740 - 14 * row, text)
        canvas.showPage()
    canvas.save()
    return path


def problem_of(path, limits=None, **options):
    with pytest.raises(SourceUnreadable) as caught:
        read_pdf(path, ReadOptions(**options), limits)
    return caught.value


def test_that_printed_lines_become_paragraphs_with_page_marks_and_lines(tmp_path):
    document = read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions())
    assert [document.text[p.start : p.end] for p in document.paragraphs] == [
        "Lillevik kommune skal styre etter mål. Rådmannen mener at styringsmodellen gir bedre helse- og "
        "omsorgstjenester enn den gamle. NAV-kontoret ble med fra starten av, og arbeidet i de to kommunene gikk "
        "lettere enn noen hadde ventet. Det var ikke alle enige i da.",
        "I: Hva er det viktigste her?",
    ]
    assert [page.label for page in document.pages] == ["5", "6"]
    assert document.text[document.pages[1].start :].startswith("lettere enn")
    assert [document.text[start : start + 8] for start in document.line_starts] == [
        "Lillevik", "modellen", "kontoret", "lettere ", "I: Hva e",
    ]  # fmt: skip
    assert document.warnings == ()


def test_that_as_is_leaves_lines_hyphens_and_headers(tmp_path):
    document = read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions(repairs=frozenset()))
    assert "styrings-\nmodellen" in document.text
    assert document.text.count("Lillevik kommune - Rapport") == 2
    assert [page.label for page in document.pages] == ["5", "6"]


def test_that_headings_are_found_by_size(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Times-Bold", 20)
    canvas.drawString(72, 760, "Økonomiplan")
    canvas.setFont("Times-Roman", 11)
    for row in range(5):
        canvas.drawString(72, 720 - 14 * row, f"Linje {row} med prosa om økonomi og andre ting i kommunen")
    canvas.save()
    document = read_pdf(tmp_path / "a.pdf", ReadOptions())
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [("Økonomiplan", 1)]


def test_that_a_page_without_text_is_told_and_kept(tmp_path):
    document = read_pdf(write_pdf(tmp_path / "a.pdf", [["Tekst her."], [], ["Mer her."]], edges=False), ReadOptions())
    assert [(w.kind, w.place) for w in document.warnings] == [("page_without_text", "page 2")]
    assert [(p.label, document.text[p.start : p.end]) for p in document.pages] == [
        ("1", "Tekst her.\n"),
        ("2", ""),
        ("3", "Mer her."),
    ]


def test_that_the_files_own_page_labels_serve_where_none_is_printed(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for style, text in (("ROMAN_LOWER", "Forord her."), ("ARABIC", "Kapittel her.")):
        canvas.addPageLabel(canvas.getPageNumber() - 1, style=style, start=3)
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    assert [page.label for page in read_pdf(tmp_path / "a.pdf", ReadOptions()).pages] == ["iii", "3"]


def test_that_a_transcript_as_pdf_gets_its_turns(tmp_path):
    lines = ["I: Hvordan gikk det?", "R: Det gikk bra.", "I: Alltid?", "R: Nei, ikke alltid."]
    document = read_source(write_pdf(tmp_path / "a.pdf", [lines], edges=False))
    assert document.kind is SourceKind.TRANSCRIPT
    assert [turn.label for turn in document.turns] == ["I", "R", "I", "R"]


def test_that_a_password_is_seen(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", encrypt=StandardEncryption("hemmelig", strength=128))
    assert problem_of(path).problem is SourceProblem.ENCRYPTED


def test_that_a_file_which_opens_without_password_is_read(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", encrypt=StandardEncryption("", "eier", canCopy=0, strength=128))
    assert "styringsmodellen" in read_pdf(path, ReadOptions()).text


def test_that_a_scan_has_no_text(tmp_path):
    assert problem_of(write_pdf(tmp_path / "a.pdf", [[], []], edges=False)).problem is SourceProblem.NO_TEXT


def test_that_what_is_no_pdf_is_refused_and_a_broken_one_is_damaged(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"bare tekst")
    assert problem_of(path).problem is SourceProblem.NOT_THE_FORMAT
    path.write_bytes(b"%PDF-1.4\nbare sludder her\n%%EOF")
    assert problem_of(path).problem is SourceProblem.DAMAGED


def test_that_time_pages_and_memory_are_limited(tmp_path):
    path = write_pdf(tmp_path / "a.pdf")
    assert problem_of(path, PdfLimits(seconds=0.0)).problem is SourceProblem.TOO_SLOW
    assert problem_of(path, PdfLimits(pages=1)).problem is SourceProblem.TOO_LARGE
    assert problem_of(path, PdfLimits(memory=20 * 1024 * 1024)).problem in {
        SourceProblem.TOO_LARGE,
        SourceProblem.DAMAGED,
    }


def test_that_a_page_that_unpacks_beyond_the_memory_is_stopped(tmp_path):
    path = tmp_path / "bombe.pdf"
    canvas = Canvas(str(path), pageCompression=1)
    canvas.drawString(72, 700, "Bombe")
    canvas._code.append(" " * 100_000_000)
    canvas.save()
    assert path.stat().st_size < 2_000_000
    error = problem_of(path, PdfLimits(memory=250 * 1024 * 1024, seconds=30))
    assert error.problem is SourceProblem.TOO_LARGE


def test_that_progress_is_told_per_page(tmp_path):
    told = []
    read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions(progress=lambda done, of: told.append((done, of))))
    assert told == [(1, 2), (2, 2)]


def test_that_cancelling_ends_the_worker_and_leaves_no_thread(tmp_path, monkeypatch):
    started = []
    popen = subprocess.Popen

    def remember(*arguments, **options):
        started.append(popen(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", remember)
    before = threading.active_count()
    with pytest.raises(Cancelled):
        read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions(is_cancelled=lambda: True))
    assert started[0].returncode is not None
    assert threading.active_count() == before


def test_that_modules_beside_the_users_files_are_not_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions()).text


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a frozen program is a shell script")
def test_that_a_frozen_program_starts_itself_as_the_worker(tmp_path, monkeypatch):
    program = "import sys; from kodebenk.importing.pdf_worker import run_if_asked; sys.exit(run_if_asked(sys.argv[1:]))"
    frozen = tmp_path / "kodebenk"
    frozen.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{program}' \"$@\"\n", encoding="utf-8")
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(frozen))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "styringsmodellen" in read_pdf(write_pdf(tmp_path / "a.pdf"), ReadOptions()).text


def test_that_other_arguments_do_not_ask_for_the_worker():
    assert run_if_asked([]) is None
    assert run_if_asked(["import", WORKER_ARGUMENT]) is None
