"""Puts the pairs of one coder with each other coder together. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint, differing_first
from kodebenk.analysis.agreement.drift_figures import with_figures
from kodebenk.analysis.agreement.joint_table import JointTable, build_joint_table, pick_coders
from kodebenk.errors import Cancelled


def measure_against_rest(
    report: AgreementReport, stop: Callable[[], bool], progress: Callable[[int, int], None]
) -> tuple[DriftPoint, ...]:
    """Return a point for each coder of a report; the places where that one stands alone come first.

    Raises:
        Cancelled: the user stopped.
    """
    whole = build_joint_table(report.comparison, stop)
    names = tuple(rater.name for rater in report.setup.raters)
    points = []
    for number, name in enumerate(names):
        progress(number, len(names))
        if stop():
            raise Cancelled
        point = DriftPoint(DriftBy.CODER, name, raters=names, documents=report.setup.documents)
        alone = [place for place in report.places if _stands_alone(place, number)]
        others = [place for place in report.places if not _stands_alone(place, number)]
        point = replace(point, places=differing_first((*alone, *others)))
        points.append(with_figures(point, report, put_against_rest(whole, number), stop))
    progress(len(names), len(names))
    return tuple(points)


def put_against_rest(table: JointTable, coder: int) -> JointTable:
    """Return a table of two coders, the one and "another", with every unit once for each other coder.

    Alpha of it says how a coder agrees with the others, whoever these agree with among themselves. The clusters are
    those of the table, so that samples draw a turn with all its pairs.

    Args:
        table: of coders who have all finished every source.
        coder: their number.
    """
    pairs = [pick_coders(table, (coder, other)) for other in range(table.coders) if other != coder]
    return replace(
        pairs[0],
        cluster_size=np.sum([pair.cluster_size for pair in pairs], axis=0),
        cluster=np.concatenate([pair.cluster for pair in pairs]),
        code=np.concatenate([pair.code for pair in pairs]),
        coded=np.concatenate([pair.coded for pair in pairs]),
        units=np.concatenate([pair.units for pair in pairs]),
        spans=np.sum([pair.spans for pair in pairs], axis=0),
    )


def _stands_alone(place: ComparedPlace, rater: int) -> bool:
    """Tell whether a rater has other codes than every other rater."""
    return all(its != place.codes[rater] for number, its in enumerate(place.codes) if number != rater)
