"""Settles respondents, documents, speakers and voices of a merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from kodebenk.analysis.project_matching import Basis, Match
from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import ConflictKind, MergedDocument
from kodebenk.domain.document import Document, DocumentDetails, DocumentText
from kodebenk.domain.respondent import Respondent, free_label
from kodebenk.domain.text_change import Side
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.domain.voice import Voice
from kodebenk.storage import document_store, respondent_store, voice_store
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.writer import Writer


def settle_respondents(ledger: Ledger) -> None:
    """Match attributes and respondents; those who were deleted here only come back when something speaks of them."""
    attributes = _settle_attributes(ledger)
    ledger.match("respondent", ledger.plan.respondents)
    basis = {one.theirs: one.basis for one in ledger.plan.respondents}
    here = {one.id: one for one in ledger.ours.respondents}
    named = _respondents_named(ledger)
    labels = [one.label for one in ledger.ours.respondents]
    position = max((one.position for one in ledger.ours.respondents), default=-1)
    for one in ledger.theirs.respondents:
        if one.id in basis:
            _blend_respondent(ledger, one, here[ledger.same["respondent"][one.id]], attributes, basis[one.id])
        elif not ledger.stays_removed(one.guid, "respondent", one.name, needed=one.id in named):
            position += 1
            label = ledger.rename("label", one.label, free_label(labels) if one.label in labels else one.label)
            labels.append(label)
            ledger.copy("respondent", one.id, position=position, label=label)
            ledger.respondents.append(one.name)
            for name, value in one.attributes.items():
                _set_value(ledger, -one.id, attributes[name], value)


def _settle_attributes(ledger: Ledger) -> dict[str, int]:
    """Return what each of their attributes is here, by name there."""
    here = {one.name.casefold(): one.id for one in ledger.ours.attributes}
    by_guid = {one.guid: one.id for one in ledger.ours.attributes}
    used = {name for one in ledger.theirs.respondents for name in one.attributes}
    position = max((one.position for one in ledger.ours.attributes), default=-1)
    found: dict[str, int] = {}
    for one in ledger.theirs.attributes:
        known = here.get(one.name.casefold(), by_guid.get(one.guid))
        if known is not None:
            ledger.same["attribute"][one.id] = found[one.name] = known
        elif one.name in used or ledger.is_coming(one.guid):
            position += 1
            ledger.copy("attribute", one.id, position=position)
            found[one.name] = -one.id
    return found


def _respondents_named(ledger: Ledger) -> set[int]:
    """Return the respondents whom a text, a coding or a cell of theirs speaks of."""
    named = {one for document in ledger.theirs.documents for one in document.respondent_ids}
    named |= {one for coding in ledger.theirs.codings for one in coding.respondent_ids}
    named |= {key.respondent_id for key in ledger.theirs.cells if key.respondent_id is not None}
    for text in ledger.theirs.texts.values():
        named |= {one.respondent_id for one in text.speakers if one.respondent_id is not None}
        named |= {one for voice in text.voices for one in voice.respondent_ids}
    return named


def _blend_respondent(
    ledger: Ledger, theirs: Respondent, ours: Respondent, attributes: dict[str, int], basis: Basis
) -> None:
    fields = ("name", "label", "memo") if basis is Basis.GUID else ("memo",)
    values = ledger.blend(
        ConflictKind.RESPONDENT,
        theirs.guid,
        ours.name,
        *({name: getattr(one, name) for name in fields} for one in (ours, theirs)),
    )
    known = {ours.name.casefold(), *(one.casefold() for one in ours.aliases)}
    new = tuple(one for one in theirs.aliases if one.casefold() not in known)
    if new:
        ledger.counts["completed"] += 1
        values["aliases"] = (*ours.aliases, *new)
    if values:
        ledger.then(lambda write, _copy: respondent_store.update(write, ours.id, **values))
    names = {one.id: one.name for one in ledger.ours.attributes}
    for name, value in theirs.attributes.items():
        known_value = {name: ours.attributes.get(names.get(attributes[name], ""), "")}
        blended = ledger.blend(ConflictKind.ATTRIBUTE, theirs.guid, ours.name, known_value, {name: value})
        if blended:
            _set_value(ledger, ours.id, attributes[name], value)


def _set_value(ledger: Ledger, respondent_id: int, attribute_id: int, value: str) -> None:
    def set_value(write: Writer, copy: RowCopy) -> None:
        respondent = copy.now("respondent", respondent_id)
        respondent_store.set_value(write, respondent, copy.now("attribute", attribute_id), value)

    ledger.then(set_value)


def settle_documents(ledger: Ledger, needed: set[int]) -> None:
    """Match and add documents; those deleted here only come back for what is new in them.

    Args:
        ledger: of the merge.
        needed: their documents in which something stands that comes along.
    """
    joined = {one.theirs: one for one in ledger.plan.documents if _is_joined(ledger, one)}
    similar = {one.theirs: one for one in ledger.plan.documents if one.theirs not in joined}
    ledger.match("document", joined.values())
    here = {one.id: one for one in ledger.ours.documents}
    for one in ledger.theirs.documents:
        if one.id in joined:
            match = joined[one.id]
            _tell(ledger, one, here[match.ours], match, is_added=False)
            _blend_document(ledger, one, here[match.ours], match.basis)
            _settle_speakers(ledger, ledger.theirs.texts[one.id], ledger.ours.texts[match.ours], here[match.ours])
        elif not ledger.stays_removed(one.guid, "document", one.name, needed=one.id in needed):
            match_or_none = similar.get(one.id)
            _tell(ledger, one, here[match_or_none.ours] if match_or_none else None, match_or_none, is_added=True)
            _add_document(ledger, one)


def _is_joined(ledger: Ledger, match: Match) -> bool:
    guids = {one.id: one.guid for one in ledger.theirs.documents}
    return match.basis is not Basis.LIKENESS or guids[match.theirs] in ledger.choices.similar


def _tell(ledger: Ledger, theirs: Document, ours: Document | None, match: Match | None, *, is_added: bool) -> None:
    takes_text = not is_added and theirs.guid in ledger.choices.texts
    ledger.documents.append(
        MergedDocument(
            guid=theirs.guid,
            name=theirs.name,
            our_name=ours.name if ours else "",
            basis=match.basis if match else None,
            percent=match.percent if match else 0,
            is_added=is_added,
            has_other_text=theirs.id in ledger.plan.followed or takes_text,
            takes_text=takes_text,
        )
    )


def _add_document(ledger: Ledger, one: Document) -> None:
    placed = ledger.copies["document"].values()
    names = [other.name for other in ledger.ours.documents] + [other["name"] for other in placed]
    labels = [other.label for other in ledger.ours.documents] + [other["label"] for other in placed]
    label = free_label(labels, "D") if one.label and one.label in labels else one.label
    position = max((other.position for other in ledger.ours.documents), default=-1) + len(placed) + 1
    ledger.copy(
        "document",
        one.id,
        name=ledger.free_name("document", one.name, names, keep_suffix=True),
        label=ledger.rename("document label", one.label, label),
        position=position,
    )
    for table in ("document_text", "source_file", "text_version", "document_respondent", "speaker", "turn"):
        ledger.copy_where(table, "document_id", [one.id])


def _blend_document(ledger: Ledger, theirs: Document, ours: Document, basis: Basis) -> None:
    """Fill what is not said here. Two imports of one file may well have other names: that is no conflict."""
    blend = partial(ledger.blend, ConflictKind.DOCUMENT, theirs.guid, ours.name)
    fields = ("name", "label", "kind") if basis is Basis.GUID else ()
    values = blend(*({name: getattr(one, name) for name in fields} for one in (ours, theirs)))
    details = blend(asdict(ours.details), asdict(theirs.details))
    if details:
        values["details"] = DocumentDetails(**{**asdict(ours.details), **details})
    if theirs.progress > ours.progress:
        values["progress"] = theirs.progress
    if values:
        ledger.then(lambda write, _copy: document_store.update(write, ours.id, **values))
    people = tuple(sorted(ledger.all_here("respondent", theirs.respondent_ids)))
    said = {"respondents": tuple(sorted(ours.respondent_ids))}
    if blend(said, {"respondents": people}, show=_people_shown(ledger)):
        ledger.then(
            lambda write, copy: document_store.set_respondents(write, ours.id, copy.all_now("respondent", people))
        )


def _people_shown(ledger: Ledger) -> Callable[[Iterable[int]], str]:
    """Return what prints respondents by their ids here, negative for those to be copied."""
    names = {one.id: one.name for one in ledger.ours.respondents}
    names |= {-one.id: one.name for one in ledger.theirs.respondents}
    return lambda people: ", ".join(names[one] for one in people)


def _settle_speakers(ledger: Ledger, theirs: DocumentText, ours: DocumentText, document: Document) -> None:
    by_guid = {one.guid: one for one in ours.speakers}
    by_label = {one.label.casefold(): one for one in ours.speakers}
    for one in theirs.speakers:
        same = by_guid.get(one.guid) or by_label.get(one.label.casefold())
        if same is not None:
            ledger.same["speaker"][one.id] = same.id
            _blend_speaker(ledger, one, same, document)


def _blend_speaker(ledger: Ledger, theirs: Speaker, ours: Speaker, document: Document) -> None:
    people = _people_shown(ledger)

    def said(one: Speaker, who: int | None) -> tuple[Any, ...]:
        return () if one.role is SpeakerRole.UNRESOLVED else (one.role, who)

    def show(value: tuple[SpeakerRole, int | None]) -> str:
        return people([value[1]]) if value[1] is not None else value[0].value

    here = said(ours, ours.respondent_id)
    there = said(theirs, ledger.here("respondent", theirs.respondent_id))
    if there and there[0] is SpeakerRole.RESPONDENT and there[1] is None:
        return
    name, key = ours.label, theirs.guid
    if ledger.blend(ConflictKind.SPEAKER, key, name, {"who": here}, {"who": there}, show=show, document=document.name):
        role, who = there

        def settle(write: Writer, copy: RowCopy) -> None:
            document_store.set_speaker(write, ours.id, role, None if who is None else copy.now("respondent", who))

        ledger.then(settle)
    if theirs.left_at is not None and ours.left_at is None:
        followed = ledger.plan.followed.get(theirs.document_id)
        at = followed.change.position(theirs.left_at, Side.BEFORE) if followed else theirs.left_at
        ledger.counts["completed"] += 1
        ledger.then(lambda write, _copy: document_store.set_left_at(write, ours.id, at))


def settle_voices(ledger: Ledger) -> None:
    """Add voices that are not here yet, where their words stand."""
    by_guid = {one.guid: one for text in ledger.ours.texts.values() for one in text.voices}
    by_place = {(one.document_id, one.start, one.end, one.kind): one for one in by_guid.values() if not one.unplaced}
    names = {one.id: one.name for one in ledger.theirs.documents}
    for text in ledger.theirs.texts.values():
        document_id = ledger.here("document", text.document_id)
        for one in text.voices:
            name = one.speaker or one.kind.value
            there = names[text.document_id]
            start, end, changed = _placed_voice(ledger, one)
            same = by_guid.get(one.guid) or by_place.get((document_id or 0, start, end, one.kind))
            if same is not None:
                _blend_voice(ledger, one, same, there)
            elif document_id is not None and not ledger.stays_removed(
                one.guid, "voice", name, document=there, quote=one.quote
            ):
                ledger.copy("voice", one.id, **changed)
                ledger.copy_where("voice_respondent", "voice_id", [one.id])
                ledger.counts["voices"] += 1


def _placed_voice(ledger: Ledger, one: Voice) -> tuple[int, int, dict[str, Any]]:
    followed = ledger.plan.followed.get(one.document_id)
    if followed is None or ledger.same["document"].get(one.document_id) is None:
        return one.start, one.end, {}
    where = followed.voices[one.id]
    if where.reason is not None:
        return one.start, one.end, {"unplaced": where.reason.value}
    return where.start, where.end, {"start": where.start, "end": where.end, "quote": where.words, "unplaced": ""}


def _blend_voice(ledger: Ledger, theirs: Voice, ours: Voice, document: str) -> None:
    people = _people_shown(ledger)
    here = {"kind": ours.kind, "speaker": ours.speaker, "respondent_ids": ours.respondent_ids}
    there = {
        "kind": theirs.kind,
        "speaker": theirs.speaker,
        "respondent_ids": ledger.all_here("respondent", theirs.respondent_ids),
    }
    values = ledger.blend(
        ConflictKind.VOICE,
        theirs.guid,
        ours.speaker or ours.kind.value,
        {name: tuple(sorted(value)) if isinstance(value, tuple) else value for name, value in here.items()},
        {name: tuple(sorted(value)) if isinstance(value, tuple) else value for name, value in there.items()},
        show=lambda value: people(value) if isinstance(value, tuple) else str(value),
        document=document,
        quote=ours.quote,
    )
    if values:

        def settle(write: Writer, copy: RowCopy) -> None:
            said = {**here, **values}
            voice_store.update(
                write, ours.id, **{**said, "respondent_ids": copy.all_now("respondent", said["respondent_ids"])}
            )

        ledger.then(settle)
