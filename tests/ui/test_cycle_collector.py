"""Garbage with cycles goes in pauses, on the thread of the windows."""

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from kodebenk.ui.background import run_in_background
from kodebenk.ui.cycle_collector import CycleCollector


class Ring(QWidget):
    """A widget that holds itself, as windows do that have their own methods as slots."""

    def __init__(self):
        super().__init__()
        self.me = self
        self.gone_on = []
        weakref.finalize(self, lambda seen: seen.append(threading.get_ident()), self.gone_on)


@pytest.fixture
def collector(qapp):
    made = CycleCollector()
    made.start()
    yield made
    made.stop()
    gc.disable()  # as for every test of windows


@pytest.fixture
def quick_thresholds():
    before = gc.get_threshold()
    gc.set_threshold(50, 3, 3)
    yield
    gc.set_threshold(*before)


def fill_the_youngest():
    return [[] for _ in range(1_000)]


def test_that_nothing_is_collected_while_python_runs(collector, quick_thresholds):
    seen = Ring().gone_on
    kept = [fill_the_youngest() for _ in range(20)]
    assert seen == []
    assert kept


def test_that_a_pause_collects_what_is_full(qtbot, collector, quick_thresholds):
    seen = Ring().gone_on
    kept = fill_the_youngest()
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [threading.get_ident()]
    assert kept


def test_that_a_pause_leaves_what_is_not_full(collector):
    gc.collect()
    seen = Ring().gone_on
    collector.collect()
    assert seen == []


def test_that_a_worker_collects_nothing(qtbot, collector, quick_thresholds):
    seen = Ring().gone_on

    def allocate(_token, _progress):
        kept = [fill_the_youngest() for _ in range(20)]
        return len(kept), list(seen)

    task = run_in_background(allocate)
    with qtbot.waitSignal(task.succeeded) as done:
        task.start()
    assert done.args[0] == (20, [])


def test_that_the_oldest_generation_has_its_turn(collector, quick_thresholds):
    old = Ring()
    gc.collect(1)
    seen = old.gone_on
    del old
    kept = []
    for _ in range(100):
        kept.append(fill_the_youngest())
        collector.collect()
    assert seen == [threading.get_ident()]


def test_that_python_collects_again_afterwards(qapp):
    made = CycleCollector()
    made.start()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    gc.disable()
