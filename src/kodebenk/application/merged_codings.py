"""Settles codings of a merge: each is here already, is added where its words stand, or is listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kodebenk.analysis.project_matching import free_name
from kodebenk.analysis.reanchoring import Fate
from kodebenk.application.followed_marks import FollowedCoding
from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import ConflictKind, MergedCoder, MergedCoding
from kodebenk.domain.coding import Attribution, Coding
from kodebenk.domain.passage import Anchor, anchor_of
from kodebenk.storage import coding_store
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.writer import Writer

_FIELDS = ("stance", "kind", "evidence", "comment", "condensation", "round")
_Key = tuple[int, int, int, int, int, int]
"""Document, start, end, code, coder, round: what no two codings share."""


def coming_codings(ledger: Ledger) -> list[Coding]:
    """Return their codings that are not here, and were not deleted here."""
    known = {one.guid for one in ledger.ours.codings}
    return [one for one in ledger.theirs.codings if one.guid not in known and ledger.is_coming(one.guid)]


@dataclass(frozen=True, slots=True)
class PlacedCoding:
    """Where one of their codings is here; `unplaced` says why it has no place, `followed` is None in an equal text."""

    start: int
    end: int
    anchor: Anchor
    unplaced: str
    followed: FollowedCoding | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it has its place and its very words."""
        return not self.unplaced and (self.followed is None or self.followed.fate is Fate.KEPT)


def place_coding(ledger: Ledger, one: Coding) -> PlacedCoding:
    """Return where one of their codings is here."""
    document_id = one.passage.document_id
    followed = ledger.plan.followed.get(document_id)
    if followed is None or document_id not in ledger.same["document"]:
        return PlacedCoding(one.passage.start, one.passage.end, one.anchor, one.unplaced)
    where = followed.codings[one.id]
    if where.reason is not None:
        return PlacedCoding(one.passage.start, one.passage.end, one.anchor, where.reason.value, where)
    text = ledger.ours.texts[ledger.same["document"][document_id]].text
    return PlacedCoding(where.start, where.end, anchor_of(text, where.start, where.end), "", where)


class Coders:
    """The coders of the other project, who come along when something of theirs does."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_id = {one.id: one for one in ledger.theirs.coders}
        by_guid = {one.guid: one.id for one in ledger.ours.coders}
        layers = {one.kind: one.id for one in reversed(ledger.ours.coders) if not one.is_person}
        self._names = [one.name for one in ledger.ours.coders]
        for one in ledger.theirs.coders:
            namesake = ledger.plan.namesakes.get(one.id)
            if one.guid in by_guid:
                ledger.same["coder"][one.id] = by_guid[one.guid]
            elif not one.is_person and layers.get(one.kind) is not None:
                ledger.same["coder"][one.id] = layers[one.kind]
            elif namesake is not None and one.guid in ledger.choices.same_coders:
                ledger.same["coder"][one.id] = namesake
                our_name = next(other.name for other in ledger.ours.coders if other.id == namesake)
                ledger.coders[one.id] = MergedCoder(one.guid, one.name, our_name, is_namesake=True, is_added=False)

    def known(self, coder_id: int) -> int | None:
        """Return who a coder of theirs is here, or None for somebody new."""
        return self._ledger.same["coder"].get(coder_id)

    def need(self, coder_id: int) -> None:
        """Let a coder come along who is not here. A name that is taken gets a number: nobody becomes somebody else."""
        if self._ledger.here("coder", coder_id) is not None:
            return
        one = self._by_id[coder_id]
        name = free_name(one.name, self._names)
        self._names.append(name)
        self._ledger.copy("coder", coder_id, name=name)
        self._ledger.coders[coder_id] = MergedCoder(
            one.guid, one.name, name, is_namesake=coder_id in self._ledger.plan.namesakes, is_added=True
        )


def settle_codings(ledger: Ledger, coders: Coders) -> None:
    """Add every coding that is not here yet, with its coder."""
    settling = _Settling(ledger, coders)
    for one in ledger.theirs.codings:
        settling.settle(one)


class _Settling:
    def __init__(self, ledger: Ledger, coders: Coders) -> None:
        self._ledger = ledger
        self._coders = coders
        self._by_guid = {one.guid: one for one in ledger.ours.codings}
        self._by_key: dict[_Key, Coding] = {}
        for one in ledger.ours.codings:
            if not one.unplaced:
                passage = one.passage
                key = (passage.document_id, passage.start, passage.end, one.code_id, one.coder_id, one.round)
                self._by_key.setdefault(key, one)
        self._documents = {one.id: one.name for one in ledger.theirs.documents}
        self._coder_names = {one.id: one.name for one in ledger.theirs.coders}

    def settle(self, one: Coding) -> None:
        placed = place_coding(self._ledger, one)
        same = self._by_guid.get(one.guid) or self._same_here(one, placed)
        if same is not None:
            self._ledger.same["coding"][one.id] = same.id
            self._ledger.counts["same"] += 1
            self._blend(one, same, placed)
            return
        path = self._ledger.theirs.codebook.path_of(one.code_id)
        document = self._documents[one.passage.document_id]
        if not self._ledger.stays_removed(one.guid, "coding", path, document=document, quote=one.anchor.quote):
            self._add(one, placed)

    def _same_here(self, one: Coding, placed: PlacedCoding) -> Coding | None:
        document_id = self._ledger.here("document", one.passage.document_id)
        code_id = self._ledger.here("code", one.code_id)
        coder_id = self._coders.known(one.coder_id)
        if placed.unplaced or document_id is None or code_id is None or coder_id is None:
            return None
        return self._by_key.get((document_id, placed.start, placed.end, code_id, coder_id, one.round))

    def _add(self, one: Coding, placed: PlacedCoding) -> None:
        self._coders.need(one.coder_id)
        self._ledger.copy(
            "coding",
            one.id,
            start=placed.start,
            end=placed.end,
            quote=placed.anchor.quote,
            prefix=placed.anchor.prefix,
            suffix=placed.anchor.suffix,
            unplaced=placed.unplaced,
        )
        self._tell(one, placed)

    def _tell(self, one: Coding, placed: PlacedCoding) -> None:
        if placed.unplaced:
            self._ledger.unplaced.append(self._merged(one, placed))
        elif placed.followed is None or placed.followed.is_same:
            self._ledger.counts["added"] += 1
        else:
            self._ledger.counts["moved"] += 1
            if not placed.is_certain:
                self._ledger.altered.append(self._merged(one, placed))

    def _merged(self, one: Coding, placed: PlacedCoding) -> MergedCoding:
        where = placed.followed
        return MergedCoding(
            document=self._documents[one.passage.document_id],
            code=self._ledger.theirs.codebook.path_of(one.code_id),
            coder=self._coder_names[one.coder_id],
            old_words=one.anchor.quote,
            new_words="" if placed.unplaced else placed.anchor.quote,
            start=0 if placed.unplaced else placed.start,
            end=0 if placed.unplaced else placed.end,
            score=where.score if where else 0.0,
            reason=placed.unplaced,
            guid=one.guid,
        )

    def _blend(self, theirs: Coding, ours: Coding, placed: PlacedCoding) -> None:
        book = self._ledger.ours.codebook
        here, there = self._said(ours, ours.code_id), self._said(theirs, self._ledger.here("code", theirs.code_id))
        passage = (ours.passage.start, ours.passage.end)
        here["passage"] = () if ours.unplaced else passage
        there["passage"] = (placed.start, placed.end) if placed.is_certain else ()
        here["respondents"] = self._attributed(ours.attribution, ours.respondent_ids)
        their_people = self._ledger.all_here("respondent", theirs.respondent_ids)
        there["respondents"] = self._attributed(theirs.attribution, their_people)
        values = self._ledger.blend(
            ConflictKind.CODING,
            theirs.guid,
            book.path_of(ours.code_id),
            here,
            there,
            show=self._shown,
            document=self._documents[theirs.passage.document_id],
            quote=ours.anchor.quote,
        )
        if values:
            _change(self._ledger, ours, placed.anchor, values)

    def _said(self, one: Coding, code_id: int | None) -> dict[str, Any]:
        return {"code": (code_id,) if code_id is not None else (), **{name: getattr(one, name) for name in _FIELDS}}

    def _attributed(self, attribution: Attribution, people: tuple[int, ...]) -> tuple[tuple[int, ...]] | tuple[()]:
        """Return to whom a coding was given by hand, perhaps to nobody; empty where it follows from who speaks."""
        return () if attribution is Attribution.SPEAKER else (tuple(sorted(people)),)

    def _shown(self, value: Any) -> str:
        """Return a value for people: a code by its path, a passage by its positions, respondents by their names."""
        if not isinstance(value, tuple):
            return str(value)
        if len(value) == 2:
            return f"{value[0]}–{value[1]}"
        if isinstance(value[0], tuple):
            names = {one.id: one.name for one in self._ledger.ours.respondents}
            names |= {-one.id: one.name for one in self._ledger.theirs.respondents}
            return ", ".join(names[one] for one in value[0])
        if value[0] < 0:
            return self._ledger.theirs.codebook.path_of(-value[0])
        return self._ledger.ours.codebook.path_of(value[0])


def _change(ledger: Ledger, ours: Coding, anchor: Anchor, values: dict[str, Any]) -> None:
    """Let a coding here get what it has there."""

    def settle(write: Writer, copy: RowCopy) -> None:
        plain = {name: value for name, value in values.items() if name in _FIELDS}
        if "code" in values:
            plain["code_id"] = copy.now("code", values["code"][0])
        if plain:
            coding_store.update(write, ours.id, **plain)
        if "passage" in values:
            start, end = values["passage"]
            coding_store.move(write, ours.id, start, end, anchor)
        if "respondents" in values:
            coding_store.attribute(write, ours.id, copy.all_now("respondent", values["respondents"][0]))

    ledger.then(settle)
