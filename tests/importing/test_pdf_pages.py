import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextBox, LTTextLine
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing import pdf_pages, process_memory
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_letters import Letter, LetterDevice
from kodebenk.importing.pdf_pages import PdfLimits, plain_text, read_pages
from kodebenk.importing.pdf_worker import read_ranges
from kodebenk.importing.process_memory import memory_of

TEXT = "kommunen tjenesten lederne målene fikk være med på å velge men rapporten kom etter fristen"
WORDS = TEXT.split()


def write_pages(path, count, *, lines=3, **canvas_options):
    chance = random.Random(4)
    canvas = Canvas(str(path), pagesize=(595, 842), **canvas_options)
    for number in range(count):
        canvas.drawString(72, 780, f"Blad {number + 1}")
        for row in range(lines):
            canvas.drawString(72, 740 - 15 * row, " ".join(chance.choices(WORDS, k=9)))
        canvas.showPage()
    canvas.save()
    return path


def write_endless(path, *, ordinary=0):
    """Write ordinary pages and one whose forms each hold the next one twice, 2 ** 30 words in all."""
    canvas = Canvas(str(path), pageCompression=0)
    for number in range(ordinary):
        canvas.drawString(72, 700, f"Blad {number + 1}")
        canvas.showPage()
    canvas.beginForm("f0")
    canvas.drawString(72, 700, "Igjen")
    canvas.endForm()
    for depth in range(1, 31):
        canvas.beginForm(f"f{depth}")
        canvas.doForm(f"f{depth - 1}")
        canvas.doForm(f"f{depth - 1}")
        canvas.endForm()
    canvas.doForm("f30")
    canvas.save()
    return path


def edit(path, old, new):
    content = path.read_bytes()
    assert re.search(old, content)
    path.write_bytes(re.sub(old, new, content))
    return path


def texts(pages):
    return [[line.text.strip() for line in page.lines] for page in pages]


def problem_of(path, limits=PdfLimits(), **options):  # noqa: B008 - a frozen value
    with pytest.raises(SourceUnreadable) as caught:
        read_pages(path, ReadOptions(**options), limits)
    return caught.value


@pytest.fixture
def started(monkeypatch):
    """The processes that were started; none may be left, nor any thread."""
    processes = []
    popen = subprocess.Popen

    def remember(*arguments, **options):
        processes.append(popen(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", remember)
    threads = threading.active_count()
    yield processes
    assert all(process.returncode is not None for process in processes)
    assert threading.active_count() == threads


@pytest.fixture
def four_cores(monkeypatch):
    monkeypatch.setattr(pdf_pages, "_count_cores", lambda: 4)


def test_that_several_workers_read_what_one_reads_in_the_order_of_the_file(tmp_path, started, four_cores):
    path = write_pages(tmp_path / "a.pdf", 67)
    alone = read_pages(path, ReadOptions(), PdfLimits(workers=1))
    assert len(started) == 1
    assert read_pages(path, ReadOptions(), PdfLimits()) == alone
    assert len(started) == 1 + 3
    assert [lines[0] for lines in texts(alone)] == [f"Blad {number}" for number in range(1, 68)]


def test_that_a_short_file_is_read_by_one_worker(tmp_path, started, four_cores):
    assert len(read_pages(write_pages(tmp_path / "a.pdf", 39), ReadOptions(), PdfLimits())) == 39
    assert len(started) == 1


@pytest.mark.parametrize("count", [1, 10, 20])
def test_that_files_of_whole_ranges_end_where_they_end(tmp_path, count):
    assert len(read_pages(write_pages(tmp_path / "a.pdf", count), ReadOptions(), PdfLimits())) == count


def test_that_the_first_page_is_told_once_and_early_by_the_thread_that_reads(tmp_path, four_cores):
    told = []

    def tell(text):
        told.append((text, threading.current_thread()))

    def progress(done, of):
        told.append((done, of))

    read_pages(write_pages(tmp_path / "a.pdf", 60), ReadOptions(first_page=tell, progress=progress), PdfLimits())
    first = [entry for entry in told if isinstance(entry[0], str)]
    assert [thread for _, thread in first] == [threading.current_thread()]
    assert first[0][0].startswith("Blad 1\n")
    assert told.index(first[0]) < 20
    counted = [entry for entry in told if isinstance(entry[0], int)]
    assert counted == [(done, 60) for done in range(1, 61)]


def test_that_a_first_page_without_text_is_not_told(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.showPage()
    canvas.drawString(72, 700, "Bak forsiden")
    canvas.save()
    told = []
    pages = read_pages(tmp_path / "a.pdf", ReadOptions(first_page=told.append), PdfLimits())
    assert texts(pages) == [[], ["Bak forsiden"]]
    assert told == []


@pytest.mark.parametrize("claim", [b"1", b"0", b"4000", b"900000"])
def test_that_a_file_need_not_tell_the_truth_about_its_pages(tmp_path, claim, four_cores):
    path = edit(write_pages(tmp_path / "a.pdf", 25), rb"/Count 25", b"/Count " + claim)
    assert len(read_pages(path, ReadOptions(), PdfLimits())) == 25


def test_that_more_pages_than_allowed_are_refused_whatever_the_file_says(tmp_path):
    path = write_pages(tmp_path / "a.pdf", 25)
    assert problem_of(path, PdfLimits(pages=24)).problem is SourceProblem.TOO_LARGE
    error = problem_of(edit(path, rb"/Count 25", b"/Count 3"), PdfLimits(pages=24))
    assert (error.problem, error.place) == (SourceProblem.TOO_LARGE, "page 25")


def test_that_a_file_without_pages_is_damaged(tmp_path):
    path = edit(write_pages(tmp_path / "a.pdf", 1), rb"/Type /Page\b", b"/Type /Paje")
    assert problem_of(path).problem is SourceProblem.DAMAGED


def test_that_an_endless_page_is_given_up_and_told_by_its_number(tmp_path, started, four_cores):
    path = write_endless(tmp_path / "a.pdf", ordinary=42)
    error = problem_of(path, PdfLimits(seconds=3.0))
    assert (error.problem, error.place) == (SourceProblem.TOO_SLOW, "page 43")
    assert len(started) == 2


def test_that_time_is_counted_anew_for_each_stretch(tmp_path):
    path = write_pages(tmp_path / "a.pdf", 30)

    def rest(_done, _of):
        time.sleep(0.08)

    limits = PdfLimits(seconds=2.0, stretch=5)
    assert len(read_pages(path, ReadOptions(progress=rest), limits)) == 30
    assert problem_of(path, PdfLimits(seconds=1.0, stretch=40), progress=rest).problem is SourceProblem.TOO_SLOW


def test_that_cancelling_ends_all_workers_at_once(tmp_path, started, four_cores):
    path = write_endless(tmp_path / "a.pdf", ordinary=80)
    done = []
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        read_pages(
            path, ReadOptions(progress=lambda n, _: done.append(n), is_cancelled=lambda: 80 in done), PdfLimits()
        )
    assert time.monotonic() - begun < 20
    assert len(started) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
@pytest.mark.parametrize(
    ("sent", "problem"), [("SIGKILL", SourceProblem.TOO_LARGE), ("SIGABRT", SourceProblem.DAMAGED)]
)
def test_that_a_worker_which_the_system_ends_leaves_no_half_document(tmp_path, started, sent, problem):
    path = write_endless(tmp_path / "a.pdf", ordinary=3)
    error = problem_of(path, progress=lambda n, _: n == 3 and os.kill(started[0].pid, getattr(signal, sent)))
    assert (error.problem, error.place) == (problem, "page 4")


def test_that_memory_is_watched_where_the_system_does_not_limit_it(tmp_path, started, monkeypatch):
    path = write_endless(tmp_path / "a.pdf", ordinary=3)
    monkeypatch.setattr(pdf_pages, "memory_of", lambda pid: 10**10 if pid == started[0].pid else 0)
    error = problem_of(path)
    assert (error.problem, error.place) == (SourceProblem.TOO_LARGE, "page 4")


def test_that_the_memory_of_a_process_is_told_in_bytes():
    own = memory_of(os.getpid())
    assert 10_000_000 < own < 10_000_000_000
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert memory_of(ended.pid) == 0
    if sys.platform != "win32":
        assert process_memory._resident_by_ps(os.getpid()) == pytest.approx(own, rel=0.2)
        assert process_memory._resident_by_ps(ended.pid) == 0


def test_that_all_workers_together_may_bring_only_so_much(tmp_path, started, monkeypatch, four_cores):
    path = write_pages(tmp_path / "a.pdf", 45)
    monkeypatch.setattr(pdf_pages, "MOST_LINES", 160)
    assert problem_of(path).problem is SourceProblem.TOO_LARGE
    monkeypatch.setattr(pdf_pages, "MOST_LINES", 180)
    monkeypatch.setattr(pdf_pages, "MOST_CHARACTERS", 1000)
    assert problem_of(path).problem is SourceProblem.TOO_LARGE


def test_that_a_worker_ends_when_nobody_listens_any_more(tmp_path):
    path = write_endless(tmp_path / "a.pdf")
    command = [sys.executable, "-m", "kodebenk.importing.pdf_worker", str(path), str(10**9), "10"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=pdf_pages_environment()
    ) as worker:
        assert worker.stdout.readline() == b'{"pages": 1}\n'
        worker.stdin.write(b"0 10\n")
        worker.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(0.5)
        worker.stdin.close()
        assert worker.wait(20) == 0


def pdf_pages_environment():
    from kodebenk.importing.pdf_process import _environment

    return _environment()


def test_that_broken_files_are_read_without_a_word_on_the_terminal(tmp_path, capfd):
    path = edit(write_pages(tmp_path / "a.pdf", 2), rb"/MediaBox \[[^\]]*\]", b"/MediaBox (stort)")
    read_pages(path, ReadOptions(), PdfLimits())
    problem_of(edit(path, rb"/Resources <<", b"/Resources >>"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("strength", [40, 128])
def test_that_a_password_is_seen_and_an_empty_one_opens(tmp_path, strength):
    locked = write_pages(tmp_path / "a.pdf", 1, encrypt=StandardEncryption("hemmelig", strength=strength))
    assert problem_of(locked).problem is SourceProblem.ENCRYPTED
    unlocked = write_pages(tmp_path / "b.pdf", 1, encrypt=StandardEncryption("", "eier", strength=strength))
    assert texts(read_pages(unlocked, ReadOptions(), PdfLimits()))[0][0] == "Blad 1"


def test_that_a_cipher_which_nobody_knows_counts_as_a_password(tmp_path):
    path = write_pages(tmp_path / "a.pdf", 1, encrypt=StandardEncryption("", "eier", strength=128))
    assert problem_of(edit(path, rb"/Filter /Standard", b"/Filter /Ukjentes")).problem is SourceProblem.ENCRYPTED


def test_that_text_in_form_objects_is_text_of_the_page(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.beginForm("stempel")
    canvas.drawString(0, 0, "Mottatt 3. mai")
    canvas.endForm()
    canvas.saveState()
    canvas.translate(300, 500)
    canvas.doForm("stempel")
    canvas.restoreState()
    canvas.drawString(72, 700, "Kjære kommune")
    canvas.save()
    (page,) = read_pages(tmp_path / "a.pdf", ReadOptions(), PdfLimits())
    assert [(line.text.strip(), line.x0) for line in page.lines] == [("Mottatt 3. mai", 300), ("Kjære kommune", 72)]
    assert plain_text(page) == "Kjære kommune\nMottatt 3. mai"


def test_that_a_picture_brings_no_text(tmp_path):
    from PIL import Image

    Image.new("RGB", (40, 20), "white").save(tmp_path / "a.png")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawImage(str(tmp_path / "a.png"), 72, 600)
    canvas.save()
    assert texts(read_pages(tmp_path / "a.pdf", ReadOptions(), PdfLimits())) == [[]]


def layouts(path):
    device = LetterDevice()
    interpreter = PDFPageInterpreter(device.rsrcmgr, device)
    with path.open("rb") as stream:
        for page in PDFPage.get_pages(stream):
            interpreter.process_page(page)
            yield device.get_result()


def content_of(items):
    return sorted(
        (line.get_text(), line.bbox, [letter.bbox for letter in line if isinstance(letter, LTChar)])
        for line in items
        if isinstance(line, LTTextLine)
    )


def test_that_lines_are_those_of_pdfminer(tmp_path):
    path = write_pages(tmp_path / "a.pdf", 3, lines=30)
    ours = [content_of(layout) for layout in layouts(path)]
    boxes = ([box for box in layout if isinstance(box, LTTextBox)] for layout in extract_pages(path))
    assert ours == [content_of(line for box in page for line in box) for page in boxes]
    assert all(len(page) == 31 for page in ours)


NUMBERS = st.floats(-500, 500, allow_nan=False).filter(lambda number: number == 0 or abs(number) > 1e-6)
MATRICES = st.tuples(
    NUMBERS, st.sampled_from([0, 0.0, 1.0]), st.sampled_from([0, 0.0, -1.0]), NUMBERS, NUMBERS, NUMBERS
)


@given(MATRICES, st.floats(-30, 30), st.floats(0.1, 2), st.floats(-5, 5), st.floats(0, 2), st.floats(-1, 0))
def test_that_letters_are_measured_as_pdfminer_measures_them(matrix, size, scaling, rise, width, descent):
    font = SimpleNamespace(fontname="Times", is_vertical=lambda: False, get_descent=lambda: descent)
    ours, theirs = (kind(matrix, font, size, scaling, rise, "å", width, 0, None, None) for kind in (Letter, LTChar))
    assert vars(ours) == vars(theirs)


def test_that_a_page_with_thousands_of_names_and_of_any_size_is_read_in_time(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(2000, 2000))
    for row in range(80):
        for column in range(40):
            canvas.drawString(10 + 49 * column, 1900 - 23 * row, f"n{row}")
    canvas.save()
    path = edit(tmp_path / "a.pdf", rb"\[ 0 0 2000 2000 \]", b"[ 0 0 20000000 20000000 ]")
    (page,) = read_pages(path, ReadOptions(), PdfLimits(seconds=20))
    assert len(page.lines) == 3200
    assert page.width == 20_000_000


def test_that_ranges_are_answered_one_by_one(tmp_path):
    path = write_pages(tmp_path / "a.pdf", 5)
    messages = list(read_ranges(path, [(1, 2), (3, 4), (4, 9)], 100))
    assert [message.get("number", message) for message in messages] == [
        {"pages": 5}, 1, {"reached": 2}, 3, {"reached": 4}, 4, {"end": 5},
    ]  # fmt: skip
