"""What the status bar says of a comparison."""

from dataclasses import replace

from analysis.agreement.coded_material import compared, made, material, setup
from kodebenk.domain.coder import TurnSample
from kodebenk.domain.passage import Passage
from kodebenk.ui.compare.compare_status import round_items

SAMPLE = TurnSample(1, "a", "Utvalg 1", 0.2, "", 4711, "2025-05-05T10:00:00Z", 10, (Passage(1, 0, 7),))


def test_that_a_comparison_of_a_sample_says_which_turns_count():
    report = compared(material(made(1, [0, 1]), made(2, [0, 2])), setup(1, 2))
    assert "Only the turns" not in " ".join(one.text for one in round_items(report, ()))
    said = [one.text for one in round_items(replace(report, sample=SAMPLE), ())]
    assert "Only the turns of “Utvalg 1”" in said
