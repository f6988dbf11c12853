"""The coding workspace with a document of 1 MB and 10 000 codings: opening it, and one more coding by a key.

Run with `python -m pytest tests/benchmarks --override-ini addopts=--import-mode=importlib -s`. The limits are 150 ms to
open and 50 ms from the key to the paint; KODEBENK_BENCHMARK_ALLOWANCE (default 1.0) stretches them on slow or shared
machines.
"""

import gc
import os
import random
import statistics
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kodebenk.application import codebook_actions, coding_actions, document_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.reading_screen import ReadingScreen

ALLOWANCE = float(os.environ.get("KODEBENK_BENCHMARK_ALLOWANCE", "1.0"))
LIMIT_MS = 50 * ALLOWANCE
OPEN_LIMIT_MS = 150 * ALLOWANCE
CODINGS = 10_000
TEXT = "vi hadde mål for skolen og de ansatte fikk ikke være med på å velge dem før fristen kom i juni"
WORDS = TEXT.split()


@pytest.fixture(scope="module")
def large_project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    chance = random.Random(7)
    turns = []
    while sum(map(len, turns)) < 1_000_000:
        speaker = "Kari" if len(turns) % 2 else "Intervjuer"
        turns.append(f"{speaker}: " + " ".join(chance.choices(WORDS, k=90)).capitalize() + ".")
    (folder / "stort.txt").write_text("\n\n".join(turns), "utf-8")
    project = OpenProject.create(folder / "stort.kodebenk", title="Stort", coder_name="Ane K.")
    (folder / "lite.txt").write_text("Kari: Hei.\n\nIntervjuer: Ja?\n\nKari: Ja.\n", "utf-8")
    sources = [folder / "stort.txt", folder / "lite.txt"]
    document_id = document_actions.import_files(project, sources).document_ids[0]
    theme = codebook_actions.add_code(project, "Styring")
    codes = [codebook_actions.add_code(project, f"Kode {n}", theme, key=str(n) if n <= 9 else "") for n in range(1, 13)]
    length = len(queries.text_of(project, document_id).text)
    for code_id in codes:
        starts = sorted(chance.sample(range(length - 500), CODINGS // len(codes)))
        hits = [Passage(document_id, start, start + chance.randrange(20, 400)) for start in starts]
        coding_actions.code_hits(project, hits, code_id)
    yield project, document_id
    project.close()


def test_that_a_coding_is_painted_before_the_finger_leaves_the_key(qtbot, appearance, large_project):
    project, document_id = large_project
    signals = ProjectSignals(project)
    screen = ReadingScreen(project, signals, appearance)
    qtbot.addWidget(screen)
    screen.resize(1356, 828)
    began = time.perf_counter()
    with qtbot.waitExposed(screen):
        screen.show()
    screen.show_document(document_id)
    screen.view.viewport().repaint()
    opened = (time.perf_counter() - began) * 1000
    times = [press(screen, place) for place in range(400_000, 400_000 + 30 * 700, 700)]
    median, worst = statistics.median(times), max(times)
    print(f"\nopen {opened:.0f} ms; key to paint: median {median:.1f} ms, worst {worst:.1f} ms")
    signals.end()
    assert median < LIMIT_MS


def press(screen, place):
    screen.view.select_passage(place, place + 60)
    screen.view.scroll_to(place, place + 60)
    screen.view.setFocus()
    QTest.qWait(5)
    before = queries.coding_counts(screen.project)
    began = time.perf_counter()
    QTest.keyClick(screen.view, Qt.Key.Key_4)
    screen.view.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    assert sum(queries.coding_counts(screen.project).values()) == sum(before.values()) + 1
    return took


def test_that_a_large_document_opens_before_anybody_waits(qtbot, appearance, large_project):
    project, document_id = large_project
    signals = ProjectSignals(project)
    screen = ReadingScreen(project, signals, appearance)
    qtbot.addWidget(screen)
    screen.resize(1356, 828)
    screen.show_document(document_id + 1)
    with qtbot.waitExposed(screen):
        screen.show()
    gc.freeze()  # as the program does after its start
    times = []
    for _ in range(5):
        began = time.perf_counter()
        screen.show_document(document_id)
        QApplication.processEvents()
        screen.view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
        screen.show_document(document_id + 1)
        QApplication.processEvents()
    print(f"\nopen in the workspace: first {times[0]:.0f} ms, median {statistics.median(times):.0f} ms")
    assert statistics.median(times) < OPEN_LIMIT_MS
    gc.unfreeze()
    signals.end()
