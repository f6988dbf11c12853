"""Work in the background: results, errors, progress, cancelling."""

import threading

import pytest

from kodebenk.errors import Cancelled, Rule, RuleBroken
from kodebenk.ui.background import CancelToken, run_in_background


def test_that_a_result_arrives_on_the_thread_of_the_window(qtbot):
    seen = []

    def work(_token, progress):
        progress(1, 2)
        return threading.get_ident()

    task = run_in_background(work)
    task.succeeded.connect(lambda worker: seen.append((worker, threading.get_ident())))
    with qtbot.waitSignals([task.progressed, task.succeeded, task.ended], order="strict"):
        task.start()
    worker, here = seen[0]
    assert worker != here == threading.get_ident()
    assert not task.is_running


def test_that_an_error_of_the_family_is_delivered(qtbot):
    def work(_token, _progress):
        raise RuleBroken(Rule.NAME_EMPTY)

    task = run_in_background(work)
    with qtbot.waitSignal(task.failed) as caught:
        task.start()
    assert caught.args[0].rule is Rule.NAME_EMPTY


def test_that_cancelled_work_says_so_and_delivers_nothing(qtbot):
    begun = threading.Event()

    def work(token, _progress):
        begun.set()
        while not token.is_cancelled():
            pass
        return "late"

    task = run_in_background(work)
    results = []
    task.succeeded.connect(results.append)
    task.start()
    begun.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    qtbot.wait(20)
    assert results == []


def test_that_work_cancelled_before_it_began_never_runs(qtbot):
    ran = []
    task = run_in_background(lambda _token, _progress: ran.append(1))
    task.cancel()
    with qtbot.waitSignal(task.cancelled):
        task.start()
    assert ran == []


def test_that_a_bug_goes_to_the_crash_report(qtbot, monkeypatch):
    import sys

    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: reported.append(what))

    def work(_token, _progress):
        raise ZeroDivisionError

    task = run_in_background(work)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert reported[0][0] is ZeroDivisionError


def test_that_waiting_for_the_end_sends_nothing_afterwards(qtbot):
    sent = []

    def work(token, _progress):
        while not token.is_cancelled():
            pass

    task = run_in_background(work)
    task.ended.connect(lambda: sent.append(1))
    task.start()
    task.stop_and_wait()
    qtbot.wait(20)
    assert sent == []


def test_that_a_token_raises_once_cancelled():
    token = CancelToken()
    token.check()
    token.cancel()
    with pytest.raises(Cancelled):
        token.check()
