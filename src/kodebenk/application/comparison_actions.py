"""Saved comparisons of coders, and how a team works with them: with coefficients or without, reasons or none."""

from __future__ import annotations

from datetime import UTC, datetime

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, SavedComparison
from kodebenk.application.coding_actions import coder_id_of
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.naming import check_free_name
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import comparison_store, property_store

_STATISTICS = "statistics"
_OFF = "off"
_REASON = "decision_reason"
_NEEDED = "needed"


def saved_comparisons(project: OpenProject) -> tuple[SavedComparison, ...]:
    """Return the comparisons that were kept, in the user's order."""
    return project.kept("comparisons", {"comparison"}, lambda: comparison_store.list_comparisons(project.connection))


def saved_comparison(project: OpenProject, comparison_id: int) -> SavedComparison:
    """Return one of them. Raises RuleBroken NOT_FOUND."""
    for one in saved_comparisons(project):
        if one.id == comparison_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="comparison", name=str(comparison_id))


def save_comparison(project: OpenProject, name: str, setup: AgreementSetup) -> int:
    """Keep a setup under a name and return the id.

    Args:
        project: that it is of.
        name: not that of another comparison.
        setup: settled, as a report has it: documents, codes, unit and the hashes of the texts are part of it, so that
            the same comparison can be made again or is refused.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN, READ_ONLY.
    """
    assert all((setup.documents, setup.codes, setup.unit, setup.text_hashes)), "a setup that is not settled"
    wanted = _free_name(project, name)
    position = max((one.position for one in saved_comparisons(project)), default=-1) + 1
    with project.change(ChangeName.SAVE_COMPARISON, comparison=wanted) as write:
        return comparison_store.add_comparison(
            write,
            name=wanted,
            setup=setup,
            position=position,
            made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            made_by=coder_id_of(write, project.coder_name),
        )


def rename_comparison(project: OpenProject, comparison_id: int, name: str) -> None:
    """Call a comparison something else. Raises RuleBroken NOT_FOUND, NAME_EMPTY, NAME_TAKEN, READ_ONLY."""
    old = saved_comparison(project, comparison_id)
    wanted = _free_name(project, name, but=comparison_id)
    with project.change(ChangeName.RENAME_COMPARISON, comparison=old.name, to=wanted) as write:
        comparison_store.rename_comparison(write, comparison_id, wanted)


def delete_comparison(project: OpenProject, comparison_id: int) -> None:
    """Forget a comparison; what was settled in it stays. Raises RuleBroken NOT_FOUND, READ_ONLY."""
    name = saved_comparison(project, comparison_id).name
    with project.change(ChangeName.DELETE_COMPARISON, comparison=name) as write:
        comparison_store.delete_comparison(write, comparison_id)


def _free_name(project: OpenProject, name: str, but: int | None = None) -> str:
    return check_free_name("comparison", name, (one.name for one in saved_comparisons(project) if one.id != but))


def statistics_shown(project: OpenProject) -> bool:
    """Tell whether coefficients are shown; teams that do without them see the differences only."""
    read = project.kept(
        _STATISTICS, {"project_property"}, lambda: property_store.get_value(project.connection, _STATISTICS)
    )
    return read != _OFF


def show_statistics(project: OpenProject, shown: bool) -> None:
    """Show coefficients in this project, or do without them. Raises RuleBroken READ_ONLY."""
    if shown == statistics_shown(project):
        return
    value = "" if shown else _OFF
    with project.change(ChangeName.SHOW_STATISTICS, value=value or "on") as write:
        property_store.set_value(write, _STATISTICS, value)


def reason_needed(project: OpenProject) -> bool:
    """Tell whether what is settled about a difference needs a reason."""
    read = project.kept(_REASON, {"project_property"}, lambda: property_store.get_value(project.connection, _REASON))
    return read == _NEEDED


def require_reason(project: OpenProject, needed: bool) -> None:
    """Let decisions from now on need a reason, or not; earlier ones stay. Raises RuleBroken READ_ONLY."""
    if needed == reason_needed(project):
        return
    value = _NEEDED if needed else ""
    with project.change(ChangeName.REQUIRE_REASON, value=value or _OFF) as write:
        property_store.set_value(write, _REASON, value)
