"""What a decision would do to the agreement, weighed in the background."""

import pytest

from application.coded_project import code_question_and_turns
from kodebenk.application.comparison_reading import read_comparison
from kodebenk.ui.background import BackgroundTask
from kodebenk.ui.compare.effect_source import EffectSource, Weighing


@pytest.fixture
def source(qapp):
    made = EffectSource()
    yield made
    made.stop()


@pytest.fixture
def weighing(project, tmp_path):
    """Nothing, where Ane alone has coded a turn."""
    code_question_and_turns(project, tmp_path)
    read = read_comparison(project.path, "Ane", None)
    (place,) = read.report.disagreements
    (code_id,) = {one.code_id for one in read.material.codings}
    return Weighing(read, place, (), code_id)


def test_that_work_that_is_over_holds_no_comparison(qtbot, source, weighing):
    for _ in range(3):
        with qtbot.waitSignal(source.weighed, timeout=10_000) as found:
            source.weigh(weighing)
        assert found.args[0] is weighing
        assert found.args[1].value == 1
    qtbot.waitUntil(lambda: source.findChildren(BackgroundTask) == [])
