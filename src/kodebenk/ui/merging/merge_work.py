"""What is done in worker threads for a merge: reading the other copy, and telling what the merge would do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kodebenk.application.merge_plan import MergeChoices, MergePlan, MergeReport, plan_in_worker
from kodebenk.application.merging import preview_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.application.packaging import package_for_coder
from kodebenk.ui.background import CancelToken, Progress


def plan(
    project: Path, other: Path, reader_name: str, choices: MergeChoices, token: CancelToken, progress: Progress
) -> tuple[MergePlan, MergeReport]:
    """Return what is the same in both copies, and what a merge under these choices would do.

    Raises:
        RuleBroken, ProjectFileError, Cancelled: as `plan_in_worker`.
    """
    made = plan_in_worker(project, other, reader_name=reader_name, is_cancelled=token.is_cancelled, progress=progress)
    token.check()
    return made, preview_merge(made, choices)


def preview(made: MergePlan, choices: MergeChoices, _token: CancelToken, _progress: Progress) -> MergeReport:
    """Return what a merge would do under these choices."""
    return preview_merge(made, choices)


def write_package(
    project_path: Path,
    target: Path,
    coder: str,
    document_ids: Sequence[int],
    token: CancelToken,
    _progress: Progress,
) -> Path:
    """Write a package from the project as it is stored, and return its path.

    A file in its place is replaced: the dialog that chose it asked.

    Raises:
        RuleBroken, ProjectFileError: as `package_for_coder`.
    """
    with OpenProject.open(project_path, read_only=True) as project:
        token.check()
        return package_for_coder(project, target, coder, document_ids, overwrite=True).path
