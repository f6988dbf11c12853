"""What a merge says that it will do."""

import pytest

from kodebenk.application.merge_plan import Conflict, ConflictKind, MergedCoding, MergedDocument, MergeReport
from kodebenk.ui.merging.merge_counts import describe_deeds

NEW = MergedDocument("a", "nytt.txt", "", None, 0, is_added=True, has_other_text=False)
TAKEN = MergedDocument("b", "gammelt.txt", "gammelt.txt", None, 0, is_added=False, has_other_text=True, takes_text=True)
GONE = MergedCoding("gammelt.txt", "Tillit", "Jonas B.", "ord", reason="not_found")


def conflict(kind, *, is_taken=True):
    return Conflict(f"{kind.value}:x", kind, "Tillit", "stance", "for", "mot", is_taken=is_taken)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (MergeReport(), ""),
        (MergeReport(same=12), ""),
        (MergeReport(added=1), "Add 1 coding"),
        (MergeReport(added=40, moved=1, unplaced=(GONE,), documents=(NEW,)), "Add 42 codings, 1 source"),
        (
            MergeReport(added=2, codes_added=("a", "b"), respondents=("c",), cells=4),
            "Add 2 codings, 2 codes, 1 respondent",
        ),
        (MergeReport(cells=4), "Add 4 cells of the matrix"),
        (MergeReport(completed=3), "Fill 3 empty fields"),
        (MergeReport(documents=(TAKEN,), conflicts=(conflict(ConflictKind.CODING),)), "Take over 2 things"),
        (MergeReport(added=1, conflicts=(conflict(ConflictKind.REMOVED),)), "Add 1 coding"),
        (MergeReport(added=1, conflicts=(conflict(ConflictKind.CELL),)), "Add 1 coding, take over 1 thing"),
        (MergeReport(added=1, conflicts=(conflict(ConflictKind.CELL, is_taken=False),)), "Add 1 coding"),
    ],
)
def test_that_the_button_says_in_numbers_what_a_merge_does(qapp, report, said):
    assert describe_deeds(report) == said
