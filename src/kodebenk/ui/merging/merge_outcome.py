"""What a merge brought, with the codings that somebody should look at where they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.merge_plan import MergeReport
from kodebenk.application.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """A merge that was made.

    Attributes:
        file_name: of the other copy.
        places: of codings whose words are others here, by identity: document, start and end (code points), and the
            citation.
        waiting: how many codings of this project have no place in a text that was taken over.
    """

    file_name: str
    report: MergeReport
    places: Mapping[str, tuple[tuple[int, int, int], str]]
    waiting: int


def describe_outcome(project: OpenProject, file_name: str, report: MergeReport) -> MergeOutcome:
    """Return the report with places, as the project stands after the merge."""
    wanted = {one.guid for one in report.altered}
    places = {}
    for one in queries.codings(project) if wanted else ():
        if one.guid in wanted:
            place = (one.passage.document_id, one.passage.start, one.passage.end)
            places[one.guid] = place, queries.cite_passage(project, *place)
    waiting = sum(not one.is_placed and not one.was_unplaced for one in report.corrected)
    return MergeOutcome(file_name, report, places, waiting)
