"""Settles codes and interview guides of a merge."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kodebenk.analysis.project_matching import Basis, Match, match_by_guid, match_by_key
from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import ConflictKind
from kodebenk.domain.codebook import Code
from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme, PlaceStatus, QuestionPlace
from kodebenk.storage import codebook_store, guide_store
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.writer import Writer

_CODE_TEXTS = ("name_other", "definition", "use_when", "use_not", "example", "origin", "memo")


def settle_codes(ledger: Ledger, needed: set[int]) -> None:
    """Match and add codes; those deleted here only come back with what comes along under them.

    Args:
        ledger: of the merge.
        needed: their codes that something is coded with that comes along, and the codes above them.
    """
    book = ledger.theirs.codebook
    matched = {one.theirs: one for one in ledger.plan.codes}
    ledger.match("code", matched.values())
    siblings = _Siblings(ledger)
    for code, _ in book.in_order():
        if code.id in matched:
            ours = ledger.ours.codebook.by_id[matched[code.id].ours]
            _blend_code(ledger, code, ours, matched[code.id].basis)
        elif not ledger.stays_removed(code.guid, "code", book.path_of(code.id), needed=code.id in needed):
            siblings.add(code)
            ledger.codes.append(book.path_of(code.id))


class _Siblings:
    """Gives codes that are added their places, names and keys among those that are there."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._names: dict[int | None, list[str]] = defaultdict(list)
        self._highest: dict[int | None, int] = defaultdict(lambda: -1)
        self._keys = {one.key for one in ledger.ours.codebook.codes}
        for one in ledger.ours.codebook.codes:
            self._note(one.parent_id, one.name, one.position)

    def _note(self, parent_id: int | None, name: str, position: int) -> None:
        self._names[parent_id].append(name)
        self._highest[parent_id] = max(self._highest[parent_id], position)

    def add(self, code: Code) -> None:
        parent_id = self._ledger.here("code", code.parent_id)
        name = self._ledger.free_name("code", code.name, self._names[parent_id])
        position = self._highest[parent_id] + 1
        self._note(parent_id, name, position)
        key = "" if code.key in self._keys else code.key
        self._keys.add(key)
        self._ledger.copy("code", code.id, name=name, position=position, key=key)


def _blend_code(ledger: Ledger, theirs: Code, ours: Code, basis: Basis) -> None:
    path = ledger.ours.codebook.path_of(ours.id)
    fields: tuple[str, ...] = _CODE_TEXTS
    if basis is Basis.GUID and _is_taken(ledger, ours, theirs.name):
        ledger.remark(ConflictKind.CODE, theirs.guid, path, "name", (ours.name, theirs.name))
    elif basis is Basis.GUID:
        fields = (*_CODE_TEXTS, "name")
    values = ledger.blend(
        ConflictKind.CODE,
        theirs.guid,
        path,
        {name: getattr(ours, name) for name in fields},
        {name: getattr(theirs, name) for name in fields},
    )
    known = {one.casefold() for one in ours.synonyms}
    new = tuple(one for one in theirs.synonyms if one.casefold() not in known)
    if new:
        ledger.counts["completed"] += 1
        values["synonyms"] = (*ours.synonyms, *new)
    if values:
        ledger.then(lambda write, _copy: codebook_store.update(write, ours.id, **values))
    if basis is Basis.GUID:
        _compare_parents(ledger, theirs, ours, path)


def _is_taken(ledger: Ledger, code: Code, name: str) -> bool:
    siblings = ledger.ours.codebook.children_of(code.parent_id)
    return any(one.id != code.id and one.name.casefold() == name.casefold() for one in siblings)


def _compare_parents(ledger: Ledger, theirs: Code, ours: Code, path: str) -> None:
    """List a code that stands below another code there; where codes stand is not changed by a merge."""
    there = ledger.here("code", theirs.parent_id)
    if there != ours.parent_id:
        told = (path, ledger.theirs.codebook.path_of(theirs.id))
        ledger.remark(ConflictKind.CODE, theirs.guid, path, "parent", told)


def settle_guides(ledger: Ledger) -> None:
    """Match and add guides with themes and questions, and where the questions are put."""
    matched = {one.theirs: one for one in ledger.plan.guides}
    ledger.match("guide", matched.values())
    here = {one.id: one for one in ledger.ours.guides}
    names = [one.name for one in ledger.ours.guides]
    for one in ledger.theirs.guides:
        if one.id in matched:
            _blend_guide(ledger, one, here[matched[one.id].ours])
        elif not ledger.stays_removed(one.guid, "guide", one.name):
            name = ledger.free_name("guide", one.name, names)
            names.append(name)
            ledger.copy("guide", one.id, name=name, position=len(names) - 1)
            ledger.copy_where("guide_theme", "guide_id", [one.id])
            ledger.copy_where("guide_question", "guide_id", [one.id])
            ledger.guides.append(name)
    _settle_places(ledger)


def _blend_guide(ledger: Ledger, theirs: Guide, ours: Guide) -> None:
    themes = match_by_guid(theirs.themes, ours.themes)
    match_by_key(themes, theirs.themes, ours.themes, lambda one: one.name.casefold(), Basis.NAME)
    _blend_themes(ledger, theirs, ours, themes)
    questions = match_by_guid(theirs.questions, ours.questions)
    match_by_key(questions, theirs.questions, ours.questions, lambda one: one.text.casefold(), Basis.TEXT)
    ledger.match("guide_question", questions)
    here = {one.id: one for one in ours.questions}
    position = len(ours.questions)
    for one in theirs.questions:
        if one.id in ledger.same["guide_question"]:
            _blend_question(ledger, one, here[ledger.same["guide_question"][one.id]])
        elif not ledger.stays_removed(one.guid, "question", one.text):
            ledger.copy("guide_question", one.id, position=position)
            ledger.counts["questions"] += 1
            position += 1


def _blend_themes(ledger: Ledger, theirs: Guide, ours: Guide, matches: list[Match]) -> None:
    ledger.match("guide_theme", matches)
    here = {one.id: one for one in ours.themes}
    position = len(ours.themes)
    for one in theirs.themes:
        same = ledger.same["guide_theme"].get(one.id)
        if same is not None:
            _fill_theme(ledger, one, here[same])
        elif ledger.is_coming(one.guid):
            ledger.copy("guide_theme", one.id, position=position)
            position += 1


def _fill_theme(ledger: Ledger, theirs: GuideTheme, ours: GuideTheme) -> None:
    code_id = ledger.here("code", theirs.code_id)
    if code_id is not None and ours.code_id is None:
        ledger.counts["completed"] += 1
        ledger.then(lambda write, copy: guide_store.update_theme(write, ours.id, code_id=copy.now("code", code_id)))


def _blend_question(ledger: Ledger, theirs: GuideQuestion, ours: GuideQuestion) -> None:
    values = ledger.blend(
        ConflictKind.QUESTION,
        theirs.guid,
        ours.text,
        {"text": ours.text, "number": ours.number},
        {"text": theirs.text, "number": theirs.number},
    )
    if values:
        ledger.then(lambda write, _copy: guide_store.update_question(write, ours.id, **values))


def _settle_places(ledger: Ledger) -> None:
    """Add places of questions. A mere proposal comes along only where nothing is known of that question here."""
    here = {(one.question_id, one.document_id, one.start): one for one in ledger.ours.places}
    known = {(one.question_id, one.document_id) for one in ledger.ours.places}
    taken = set(here)
    for one in ledger.theirs.places:
        question_id = ledger.here("guide_question", one.question_id)
        document_id = ledger.here("document", one.document_id)
        if question_id is None or document_id is None:
            continue
        placed = _placed(ledger, one)
        if placed is None:
            ledger.counts["lost_places"] += one.status is PlaceStatus.CONFIRMED
            continue
        key = (question_id, document_id, placed["start"])
        is_news = one.status is not PlaceStatus.PROPOSED or (question_id, document_id) not in known
        if key in here:
            _blend_place(ledger, one, here[key])
        elif is_news and key not in taken:
            taken.add(key)
            ledger.copy("question_place", one.id, **placed)
            ledger.counts["places"] += 1


def _placed(ledger: Ledger, one: QuestionPlace) -> dict[str, Any] | None:
    followed = ledger.plan.followed.get(one.document_id)
    if followed is None or one.document_id not in ledger.same["document"]:
        return {"start": one.start}
    where = followed.places[one.id]
    return None if where.reason is not None else {"start": where.start, "end": where.end, "quote": where.words}


def _blend_place(ledger: Ledger, theirs: QuestionPlace, ours: QuestionPlace) -> None:
    """Take what a user settled there over what is only proposed here."""

    def said(one: QuestionPlace) -> str:
        return "" if one.status is PlaceStatus.PROPOSED else one.status.value

    questions = {one.id: one for guide in ledger.ours.guides for one in guide.questions}
    documents = {one.id: one.name for one in ledger.ours.documents}
    values = ledger.blend(
        ConflictKind.PLACE,
        f"{ours.question_id}:{ours.document_id}:{ours.start}",
        questions[ours.question_id].text,
        {"status": said(ours)},
        {"status": said(theirs)},
        document=documents[ours.document_id],
        quote=ours.quote,
    )
    if values:
        _settle_place(ledger, ours.id, theirs)


def _settle_place(ledger: Ledger, place_id: int, theirs: QuestionPlace) -> None:
    def settle(write: Writer, _copy: RowCopy) -> None:
        guide_store.update_place(write, place_id, status=theirs.status, score=theirs.score)

    ledger.then(settle)
