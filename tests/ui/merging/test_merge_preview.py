"""Reading another copy in the background, and stopping it."""

import shutil

import pytest

from conftest import make_small_project
from kodebenk.application import correction_preview, text_correction
from kodebenk.application.merge_plan import plan_in_worker, plan_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.application.queries import text_of
from kodebenk.errors import Cancelled
from kodebenk.ui.merging.merge_preview import MergePreview


@pytest.fixture
def copies(tmp_path):
    """Two copies of the small project with other texts; ours is open."""
    make_small_project(tmp_path).close()
    there = shutil.copy(tmp_path / "lillevik.kodebenk", tmp_path / "jonas.kodebenk")
    with OpenProject.open(there) as theirs:
        for document_id in (1, 2):
            words = text_of(theirs, document_id).text.replace("de ", "de da ", 1)
            text_correction.apply_correction(theirs, correction_preview.preview_correction(theirs, document_id, words))
    with OpenProject.open(tmp_path / "lillevik.kodebenk") as ours:
        yield ours, there


def test_that_planning_tells_how_many_texts_were_compared(copies):
    ours, there = copies
    told = []
    plan_merge(ours, there, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


@pytest.mark.parametrize("after", range(4))
def test_that_planning_ends_at_its_next_step_when_it_is_stopped(copies, after):
    ours, there = copies
    asked = []

    def is_cancelled():
        asked.append(None)
        return len(asked) > after

    with pytest.raises(Cancelled):
        plan_in_worker(ours.path, there, is_cancelled=is_cancelled)
    assert len(asked) == after + 1


def test_that_only_the_last_copy_that_was_asked_for_is_told(copies, qtbot):
    ours, there = copies
    preview = MergePreview(ours.path)
    planned, failed = [], []
    preview.planned.connect(lambda: planned.append(preview.plan.theirs.path.name))
    preview.failed.connect(failed.append)
    preview.read(there.with_name("mangler.kodebenk"), ours.reader_name)
    preview.read(there, ours.reader_name)
    qtbot.waitUntil(lambda: not preview.is_busy, timeout=20_000)
    preview.stop()
    assert (planned, failed) == (["jonas.kodebenk"], [])
