"""Times the import of 200 printed pages against pdfminer.six, which reads the same pages in one process.

Run with `python -m pytest tests/benchmarks/test_pdf_import.py --override-ini addopts=--import-mode=importlib -s`. The
limit is pdfminer's own time and a tenth; the first page must be there before a tenth of that time, or within a second.
"""

import gc
import random
import time

import pytest
from pdfminer.high_level import extract_pages
from reportlab.pdfgen.canvas import Canvas

from kodebenk.importing import pdf_pages
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_reader import read_pdf

PAGES = 200
ALLOWED = 1.10
ROUNDS = 3
TEXT = (
    "kommunen tjenesten lederne målene fikk være med på å velge indikatorene men rapporten kom etter fristen og ingen "
    "spurte oss om økonomien eller opplæringen som skulle følge ordningen da enhetene ble egne resultatenheter"
)
WORDS = TEXT.split()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report of 200 pages with header, page number, headings and justified paragraphs."""
    path = tmp_path_factory.mktemp("rapport") / "rapport.pdf"
    chance = random.Random(3)
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in range(1, PAGES + 1):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, 800, "Lillevik kommune - Rapport om mål og tillit")
        canvas.drawCentredString(297, 30, str(number))
        if number % 5 == 1:
            canvas.setFont("Times-Bold", 16)
            canvas.drawString(72, 770, f"{number // 5 + 1} Styring og tillit")
        for row in range(44):
            if row % 9 != 8:
                print_justified(canvas, 740 - 15 * row, chance.choices(WORDS, k=20), is_last=row % 9 == 7)
        canvas.showPage()
    canvas.save()
    return path


def print_justified(canvas, y, words, *, is_last):
    while canvas.stringWidth(" ".join(words), "Times-Roman", 11) > 451:
        words = words[:-1]
    line = " ".join(words[: 6 if is_last else None])
    text = canvas.beginText(72, y)
    text.setFont("Times-Roman", 11)
    if not is_last:
        text.setWordSpace((451 - canvas.stringWidth(line, "Times-Roman", 11)) / (len(words) - 1))
    text.textOut(line + ("." if is_last else ""))
    canvas.drawText(text)


def seconds(work):
    gc.collect()
    gc.freeze()  # what the tests have loaded must not slow pdfminer down
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    gc.unfreeze()
    return took


def pdfminer_alone(path):
    assert sum(1 for _ in extract_pages(path)) == PAGES


@pytest.mark.parametrize("cores", [1, None], ids=["one core", "all cores"])
def test_that_importing_takes_no_longer_than_pdfminer_alone_and_a_tenth(report, monkeypatch, cores):
    if cores:
        monkeypatch.setattr(pdf_pages, "_count_cores", lambda: cores)
    first_pages = []

    def read():
        began = time.perf_counter()
        document = read_pdf(report, ReadOptions(first_page=lambda _: first_pages.append(time.perf_counter() - began)))
        assert len(document.pages) == PAGES

    alone, ours = [], []
    for _ in range(ROUNDS):
        alone.append(seconds(lambda: pdfminer_alone(report)))
        ours.append(seconds(read))
    ratio = min(ours) / min(alone)
    print(
        f"\npdfminer {min(alone):.2f} s, ours {min(ours):.2f} s, ratio {ratio:.2f}, "
        f"first page after {min(first_pages):.2f} s"
    )
    assert len(first_pages) == ROUNDS
    assert min(first_pages) < max(1.0, min(alone) / 10)
    assert ratio <= ALLOWED
