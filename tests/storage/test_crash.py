"""kill -9 in the middle of a thousand codings: everything acknowledged is there, and the project is sound."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kodebenk.application import document_actions, project_check, queries
from kodebenk.application.open_project import OpenProject

SCRIPT = """
import sys
from pathlib import Path
from kodebenk.application import codebook_actions, coding_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage
project = OpenProject.open(Path(sys.argv[1]), coder_name="Ane K.")
code = codebook_actions.add_code(project, "Tillit")
print("ready", flush=True)
for number in range(1000):
    coding_id = coding_actions.apply_code(project, Passage(1, number, number + 5), code)
    print(coding_id, number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 57, 311])
def test_that_everything_acknowledged_survives_kill_9(tmp_path, after):
    path = tmp_path / "p.kodebenk"
    source = tmp_path / "intervju.txt"
    source.write_text("målarbeidetikommunen" * 100, "utf-8")
    with OpenProject.create(path, title="Krasj", coder_name="Ane K.") as project:
        document_actions.import_files(project, [Path(source)])
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    acknowledged = []
    for line in process.stdout:
        if line.endswith("\n") and line.strip() != "ready":  # the kill may cut the last line
            acknowledged.append(tuple(int(part) for part in line.split()))
        if len(acknowledged) == after:
            time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stderr.close()
    assert process.returncode == -signal.SIGKILL
    with OpenProject.open(path) as project:
        stored = {one.id: one.passage.start for one in queries.codings(project)}
        report = project_check.check_project(project)
    assert len(acknowledged) >= after
    for coding_id, start in acknowledged:
        assert stored[coding_id] == start
    assert len(stored) - len(acknowledged) <= 1
    assert report.ok, report.problems
