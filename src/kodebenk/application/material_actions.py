"""What a user can do in the material besides importing and editing. Each function is one change."""

from __future__ import annotations

from kodebenk.application import queries
from kodebenk.application.document_actions import edit_document
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import respondent_store


def label_document(project: OpenProject, document_id: int, label: str) -> None:
    """Set the label under which a document is cited, such as D1; an empty one takes it away.

    Raises:
        RuleBroken: NAME_TAKEN by another document or by a respondent, whose citations would look the same.
    """
    cleaned = " ".join(label.split())
    taken = {one.label.casefold() for one in queries.documents(project) if one.id != document_id}
    taken |= {one.label.casefold() for one in queries.respondents(project)}
    if cleaned and cleaned.casefold() in taken:
        raise RuleBroken(Rule.NAME_TAKEN, kind="label", name=cleaned)
    edit_document(project, document_id, label=cleaned)


def move_respondent(project: OpenProject, respondent_id: int, position: int) -> None:
    """Put a respondent at another place of the list."""
    one = queries.respondents_by_id(project)[respondent_id]
    order = [other.id for other in queries.respondents(project) if other.id != respondent_id]
    order.insert(position, respondent_id)
    with project.change(ChangeName.EDIT_RESPONDENT, respondent=one.label) as write:
        for index, other_id in enumerate(order):
            respondent_store.update(write, other_id, position=index)
