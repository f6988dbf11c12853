"""What a user can do to respondents and to who speaks. Each function is one change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import refuse_blind, seen_of, sight_of
from kodebenk.domain.naming import check_free_name
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import (
    AttributeType,
    Respondent,
    free_label,
    match_respondent,
)
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, document_store, matrix_store, respondent_store, voice_store
from kodebenk.storage.writer import Writer


def add_respondent(project: OpenProject, name: str, *, attributes: Mapping[str, str] | None = None) -> int:
    """Add a respondent with the next free label and return their id.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN.
    """
    cleaned = _check_name(project, name)
    with project.change(ChangeName.ADD_RESPONDENT, respondent=cleaned) as write:
        respondent_id = create_respondent(write, cleaned)
        set_attributes(write, respondent_id, attributes or {})
        return respondent_id


def create_respondent(writer: Writer, name: str, label: str = "") -> int:
    """Insert a respondent inside a change that is open. One who comes in as "R7" is labelled so, where it is free."""
    known = respondent_store.list_respondents(writer.connection)
    if not label and re.fullmatch(r"R\d+", name) and name not in {one.label for one in known}:
        label = name
    return respondent_store.add(
        writer,
        name=name,
        label=label or free_label(one.label for one in known),
        position=max((one.position for one in known), default=-1) + 1,
    )


def ensure_respondent(writer: Writer, name: str) -> int:
    """Return the respondent meant by a name, who is added when new, inside an open change.

    A name that is known only without its role in parentheses is remembered as an alias. Raises RuleBroken
    AMBIGUOUS_NAME.
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise RuleBroken(Rule.NAME_EMPTY, kind="respondent")
    found = match_respondent(cleaned, respondent_store.list_respondents(writer.connection))
    if found is None:
        return create_respondent(writer, cleaned)
    known = {found.name.casefold(), found.label.casefold(), *(alias.casefold() for alias in found.aliases)}
    if cleaned.casefold() not in known:
        respondent_store.update(writer, found.id, aliases=(*found.aliases, cleaned))
    return found.id


def set_attributes(writer: Writer, respondent_id: int, values: Mapping[str, str]) -> None:
    """Set attributes inside an open change; new ones are added with the type that their first value shows."""
    for name, value in values.items():
        cleaned = " ".join(name.split())
        known = respondent_store.list_attributes(writer.connection)
        found = [one for one in known if one.name.casefold() == cleaned.casefold()]
        if not found and not value.strip():
            continue
        attribute_id = (
            found[0].id if found else respondent_store.add_attribute(writer, cleaned, guess_type(value), len(known))
        )
        respondent_store.set_value(writer, respondent_id, attribute_id, value.strip())


def guess_type(value: str) -> AttributeType:
    """Return the type that a value looks like."""
    if re.fullmatch(r"-?\d+([.,]\d+)?", value.strip()):
        return AttributeType.NUMBER
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        return AttributeType.DATE
    if value.strip().casefold() in {"ja", "nei", "yes", "no"}:
        return AttributeType.YES_NO
    return AttributeType.TEXT


def edit_respondent(
    project: OpenProject,
    respondent_id: int,
    *,
    name: str | None = None,
    label: str | None = None,
    aliases: Sequence[str] | None = None,
    memo: str | None = None,
    attributes: Mapping[str, str] | None = None,
) -> None:
    """Set what is given; an attribute with an empty value becomes unknown.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN.
    """
    one = queries.respondents_by_id(project)[respondent_id]
    values: dict[str, object] = {}
    if name is not None:
        values["name"] = _check_name(project, name, ignore_id=respondent_id)
    if label is not None:
        values["label"] = _check_label(project, label, respondent_id)
    if aliases is not None:
        values["aliases"] = tuple(aliases)
    if memo is not None:
        values["memo"] = memo
    with project.change(ChangeName.EDIT_RESPONDENT, respondent=one.label) as write:
        if values:
            respondent_store.update(write, respondent_id, **values)
        set_attributes(write, respondent_id, attributes or {})


def import_respondents(project: OpenProject, rows: Sequence[Mapping[str, str]], name_column: str) -> list[int]:
    """Add or complete respondents in one step and return their ids.

    Every column but the first (the name) is an attribute; `label` and `aliases` are taken as such. Empty cells
    change nothing.
    """
    ids = []
    with project.change(ChangeName.IMPORT_RESPONDENTS, count=str(len(rows))) as write:
        for row in rows:
            name = row[name_column].strip()
            if not name:
                continue
            respondent_id = ensure_respondent(write, name)
            ids.append(respondent_id)
            _take_row(write, respondent_id, {key: cell for key, cell in row.items() if key != name_column})
    return ids


def _take_row(write: Writer, respondent_id: int, cells: Mapping[str, str]) -> None:
    given = {name: value.strip() for name, value in cells.items() if value.strip()}
    label = given.pop("label", "")
    aliases = tuple(part.strip() for part in given.pop("aliases", "").split(";") if part.strip())
    if label:
        respondent_store.update(write, respondent_id, label=label)
    if aliases:
        respondent_store.update(write, respondent_id, aliases=aliases)
    set_attributes(write, respondent_id, given)


def merge_respondents(project: OpenProject, respondent_id: int, into_id: int) -> None:
    """Give everything of one respondent to another, who keeps the other's name as an alias, and delete the first.

    Raises:
        RuleBroken: MERGE_WITH_ITSELF.
    """
    people = queries.respondents_by_id(project)
    one, into = people[respondent_id], people[into_id]
    if respondent_id == into_id:
        raise RuleBroken(Rule.MERGE_WITH_ITSELF, name=one.name)
    with project.change(ChangeName.MERGE_RESPONDENTS, respondent=one.label, into=into.label) as write:
        _hand_over(write, project, respondent_id, into_id)
        missing = {name: value for name, value in one.attributes.items() if name not in into.attributes}
        set_attributes(write, into_id, missing)
        respondent_store.update(write, into_id, aliases=tuple(dict.fromkeys((*into.aliases, one.name, *one.aliases))))
        respondent_store.delete(write, respondent_id)


def _hand_over(write: Writer, project: OpenProject, from_id: int, to_id: int) -> None:
    for speaker in document_store.read_speakers(write.connection):
        if speaker.respondent_id == from_id:
            document_store.set_speaker(write, speaker.id, speaker.role, to_id)
    for document in queries.documents(project):
        if from_id in document.respondent_ids:
            document_store.set_respondents(write, document.id, _replaced(document.respondent_ids, from_id, to_id))
    for coding in coding_store.list_codings(write.connection, with_unplaced=True):
        if from_id in coding.respondent_ids:
            coding_store.attribute(write, coding.id, _replaced(coding.respondent_ids, from_id, to_id))
    voice_store.hand_over(write, from_id, to_id)
    matrix_store.hand_over_cells(write, from_id, to_id)


def _replaced(ids: Sequence[int], old: int, new: int) -> list[int]:
    return list(dict.fromkeys(new if one == old else one for one in ids))


def delete_respondent(project: OpenProject, respondent_id: int) -> None:
    """Delete a respondent to whom nothing belongs any more.

    Raises:
        RuleBroken: RESPONDENT_IN_USE, with the documents; merge or map the speakers first. STILL_BLIND where nothing
            belongs to them but what is hidden from the one who works.
    """
    one = queries.respondents_by_id(project)[respondent_id]
    heard_in = [
        voice.document_id
        for voice in voice_store.list_voices(project.connection)
        if respondent_id in voice.respondent_ids
    ]
    used_in = list(dict.fromkeys((*queries.documents_of_respondents(project)[respondent_id], *heard_in)))
    everything = coding_store.list_codings(project.connection, with_unplaced=True)
    named = [coding for coding in everything if respondent_id in coding.respondent_ids]
    if used_in or named:
        seen = seen_of(sight_of(project), named)
        if not used_in and not seen:
            refuse_blind(project)
        names = [queries.document(project, document_id).name for document_id in used_in]
        raise RuleBroken(Rule.RESPONDENT_IN_USE, name=one.label, documents=names, codings=len(seen))
    with project.change(ChangeName.DELETE_RESPONDENT, respondent=one.label) as write:
        matrix_store.forget_cells(write, respondent_id=respondent_id)
        respondent_store.delete(write, respondent_id)


def set_speakers(project: OpenProject, document_id: int, choices: Mapping[str, str]) -> None:
    """Settle who speaks: label → `interviewer`, `none`, `unresolved` or a respondent, who is added when new.

    Raises:
        RuleBroken: NOT_FOUND for a label that the document does not have, AMBIGUOUS_NAME, NAME_EMPTY.
    """
    document = queries.document(project, document_id)
    found = queries.text_of(project, document_id).speakers
    chosen = {find_speaker(found, label).id: who for label, who in choices.items()}
    with project.change(ChangeName.SET_SPEAKERS, document=document.name) as write:
        for speaker_id, who in chosen.items():
            role, respondent_id = read_speaker_choice(write, who)
            document_store.set_speaker(write, speaker_id, role, respondent_id)


def set_left_at(project: OpenProject, speaker_id: int, position: int | None) -> None:
    """Say where a speaker leaves and is asked nothing more, or with None that they stay.

    Args:
        project: the open project.
        speaker_id: of a speaker of one document.
        position: code point of the document's text.

    Raises:
        RuleBroken: NOT_FOUND, PASSAGE_OUTSIDE_TEXT.
    """
    found = [one for one in queries.speakers(project) if one.id == speaker_id]
    if not found:
        raise RuleBroken(Rule.NOT_FOUND, kind="speaker", name=str(speaker_id))
    document = queries.document(project, found[0].document_id)
    if position is not None and not 0 <= position <= document.characters:
        raise RuleBroken(Rule.PASSAGE_OUTSIDE_TEXT, start=position, end=position, length=document.characters)
    with project.change(ChangeName.SET_SPEAKERS, document=document.name) as write:
        document_store.set_left_at(write, speaker_id, position)


def find_speaker(speakers: Sequence[Speaker], label: str) -> Speaker:
    """Return the speaker of that label, exactly or without regard to case. Raises RuleBroken."""
    for fold in (str, str.casefold):
        found = [one for one in speakers if fold(one.label) == fold(label.strip())]
        if len(found) == 1:
            return found[0]
        if found:
            labels = [one.label for one in found]
            raise RuleBroken(Rule.AMBIGUOUS_NAME, kind="speaker", name=label, candidates=labels)
    raise RuleBroken(Rule.NOT_FOUND, kind="speaker", name=label, candidates=[one.label for one in speakers])


def read_speaker_choice(writer: Writer, who: str) -> tuple[SpeakerRole, int | None]:
    """Return what `interviewer`, `none`, `unresolved` or a respondent's name means, inside an open change."""
    try:
        role = SpeakerRole(who.strip().casefold())
    except ValueError:
        return SpeakerRole.RESPONDENT, ensure_respondent(writer, who)
    if role is SpeakerRole.RESPONDENT:
        return role, ensure_respondent(writer, who)
    return role, None


def candidates_for(label: str, respondents: Sequence[Respondent]) -> list[Respondent]:
    """Return respondents whose name, alias or role resembles a speaker's label, the likeliest first."""
    from rapidfuzz import fuzz

    def likeness(one: Respondent) -> float:
        names = (one.name, *one.aliases, *one.attributes.values())
        return max(fuzz.token_set_ratio(label.casefold(), name.casefold()) for name in names)

    scored = sorted(((likeness(one), one) for one in respondents), key=lambda pair: -pair[0])
    return [one for score, one in scored if score >= 70]


def _check_name(project: OpenProject, name: str, *, ignore_id: int | None = None) -> str:
    others = (one.name for one in queries.respondents(project) if one.id != ignore_id)
    return check_free_name("respondent", name, others)


def _check_label(project: OpenProject, label: str, respondent_id: int) -> str:
    others = (one.label for one in queries.respondents(project) if one.id != respondent_id)
    return check_free_name("label", label, others)
