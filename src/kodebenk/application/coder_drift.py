"""Measures how the agreement of coders moved over rounds, weeks and coders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kodebenk.application.agreement_report import read_agreement_material
from kodebenk.application.sight import refuse_blind_reader
from kodebenk.storage.reader import open_reader

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_setup import AgreementSetup
    from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint


def measure_drift_in_worker(
    path: Path,
    setup: AgreementSetup,
    by: DriftBy,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    reader_name: str = "",
) -> tuple[DriftPoint, ...]:
    """Return the points of a drift, read on a connection of its own; for worker threads.

    Args:
        path: of the project.
        setup: who is compared on what.
        by: what the points are.
        is_cancelled: asked now and then.
        progress: gets the points done and all.
        reader_name: who asks; nobody in particular without a name.

    Raises:
        RuleBroken: as `agreement_report.compare_coders`; STILL_BLIND where the one who asks codes blind.
        Cancelled: the user stopped.
    """
    from kodebenk.analysis.agreement.drift import measure_drift

    with open_reader(path) as connection:
        refuse_blind_reader(connection, reader_name, setup.documents or None)
        material = read_agreement_material(connection)
    return measure_drift(material, setup, by, is_cancelled, progress)
