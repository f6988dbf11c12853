"""Finds what is the same in two copies of a project: by identity first, then by what it says.

Everything is matched one to one; what has no counterpart is new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.document import Document
from kodebenk.domain.guide import Guide
from kodebenk.domain.respondent import Respondent


class Identified(Protocol):
    """What has a number in its file and an identity everywhere."""

    @property
    def id(self) -> int: ...

    @property
    def guid(self) -> str: ...


_Item = TypeVar("_Item", bound=Identified)


class Basis(StrEnum):
    """Why two things count as the same."""

    GUID = "guid"
    FILE = "file"
    TEXT = "text"
    LIKENESS = "likeness"
    PATH = "path"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Match:
    """Two ids that mean the same thing; `percent` is how much of two texts agrees, 90 to 100."""

    theirs: int
    ours: int
    basis: Basis
    percent: int = 100


def match_by_guid(theirs: Iterable[Identified], ours: Iterable[Identified]) -> list[Match]:
    """Return what has the same identity."""
    known = {one.guid: one.id for one in ours}
    return [Match(one.id, known[one.guid], Basis.GUID) for one in theirs if one.guid in known]


def match_by_key(
    found: list[Match],
    theirs: Sequence[_Item],
    ours: Sequence[_Item],
    key_of: Callable[[_Item], Hashable],
    basis: Basis,
) -> None:
    """Add matches of those that are left and alone have the same key; an empty key matches nothing."""
    left_there, left_here = _left(found, theirs, ours)
    there, here = _by_key(left_there, key_of), _by_key(left_here, key_of)
    found += [
        Match(there[key][0].id, here[key][0].id, basis)
        for key in there
        if key and len(there[key]) == len(here.get(key, ())) == 1
    ]


def _left(found: Iterable[Match], theirs: Iterable[_Item], ours: Iterable[_Item]) -> tuple[list[_Item], list[_Item]]:
    matched = list(found)
    there, here = {one.theirs for one in matched}, {one.ours for one in matched}
    return [one for one in theirs if one.id not in there], [one for one in ours if one.id not in here]


def _by_key(items: Iterable[_Item], key_of: Callable[[_Item], Hashable]) -> dict[Hashable, list[_Item]]:
    found: dict[Hashable, list[_Item]] = {}
    for one in items:
        found.setdefault(key_of(one), []).append(one)
    return found


def match_documents(
    theirs: Sequence[Document], ours: Sequence[Document], their_texts: Mapping[int, str], our_texts: Mapping[int, str]
) -> list[Match]:
    """Return the documents that are the same: by identity, original file, text, and those whose texts are nearly so.

    Where several have the same file or text, those with the same name are the same.
    """
    found = match_by_guid(theirs, ours)
    match_by_key(found, theirs, ours, lambda one: one.sha256 and (one.sha256, one.name.casefold()), Basis.FILE)
    match_by_key(found, theirs, ours, lambda one: one.sha256, Basis.FILE)
    left_there, left_here = _left(found, theirs, ours)
    here = {our_texts[one.id]: one.id for one in reversed(left_here)}
    for one in left_there:
        same = here.pop(their_texts[one.id], None)
        if same is not None:
            found.append(Match(one.id, same, Basis.TEXT))
    left_there, left_here = _left(found, theirs, ours)
    return found + _nearly_the_same(
        {one.id: their_texts[one.id] for one in left_there}, {one.id: our_texts[one.id] for one in left_here}
    )


def _nearly_the_same(theirs: Mapping[int, str], ours: Mapping[int, str]) -> list[Match]:
    """Return pairs of texts of which at least 90 % agree, the likest first."""
    from kodebenk.analysis.near_duplicates import likeness, take_fingerprint

    if not theirs or not ours:
        return []
    here = {key: take_fingerprint(text) for key, text in ours.items()}
    there = {key: take_fingerprint(text) for key, text in theirs.items()}
    pairs = [(likeness(one, other), mine, yours) for yours, one in there.items() for mine, other in here.items()]
    found: list[Match] = []
    for percent, mine, yours in sorted(pairs, key=lambda pair: -pair[0]):
        if percent and all(mine != one.ours and yours != one.theirs for one in found):
            found.append(Match(yours, mine, Basis.LIKENESS, percent))
    return found


def match_codes(theirs: Codebook, ours: Codebook) -> list[Match]:
    """Return the codes that are the same: by identity, by path, and by a name that only one code on each side has.

    Of several codes of a name those with the same definition are the same. A code with codes below it is never the same
    as one without.
    """
    found = match_by_guid(theirs.codes, ours.codes)
    _match_paths(found, theirs, ours)
    for key_of in (_name_and_definition, _folded_name):
        for is_above in (True, False):
            left = [
                [one for one in book.codes if bool(book.children_of(one.id)) is is_above] for book in (theirs, ours)
            ]
            match_by_key(found, left[0], left[1], key_of, Basis.NAME)
        _match_paths(found, theirs, ours)
    return found


def _match_paths(found: list[Match], theirs: Codebook, ours: Codebook) -> None:
    """Match codes of one name below codes that are the same, from the themes down."""
    here: dict[int | None, int | None] = {one.theirs: one.ours for one in found}
    taken = set(here.values())
    here[None] = None
    for code, _ in theirs.in_order():
        if code.id in here or code.parent_id not in here:
            continue
        children = ours.children_of(here[code.parent_id])
        same = [one.id for one in children if one.id not in taken and _folded_name(one) == _folded_name(code)]
        if same:
            found.append(Match(code.id, same[0], Basis.PATH))
            here[code.id] = same[0]
            taken.add(same[0])


def _folded_name(code: Code) -> str:
    return code.name.casefold()


def _name_and_definition(code: Code) -> Hashable:
    return code.definition.strip() and (_folded_name(code), " ".join(code.definition.split()))


def match_respondents(theirs: Sequence[Respondent], ours: Sequence[Respondent]) -> list[Match]:
    """Return the respondents who are the same: by identity, by name, and by a name that is the other's alias.

    Never by label: R1 of one copy may be somebody else in the other.
    """
    found = match_by_guid(theirs, ours)
    match_by_key(found, theirs, ours, lambda one: _folded(one.name), Basis.NAME)
    there, here = _left(found, theirs, ours)
    for one in there:
        names = {_folded(one.name), *map(_folded, one.aliases)}
        same = [other for other in here if names & {_folded(other.name), *map(_folded, other.aliases)}]
        if len(same) == 1 and all(same[0].id != match.ours for match in found):
            found.append(Match(one.id, same[0].id, Basis.NAME))
    return found


def namesakes(theirs: Sequence[Coder], ours: Sequence[Coder]) -> dict[int, int]:
    """Return persons among the coders of the other copy, by id, who only share the name of one here.

    Whether the two are one person only a user can say.
    """
    matched = {one.theirs for one in match_by_guid(theirs, ours)}
    here = {_folded(one.name): one.id for one in reversed(ours) if one.is_person}
    strangers = (one for one in theirs if one.is_person and one.id not in matched)
    return {one.id: here[_folded(one.name)] for one in strangers if _folded(one.name) in here}


def match_guides(theirs: Sequence[Guide], ours: Sequence[Guide]) -> list[Match]:
    """Return the guides that are the same: by identity, or with the same name, version and questions."""
    found = match_by_guid(theirs, ours)
    match_by_key(found, theirs, ours, _guide_key, Basis.NAME)
    return found


def _guide_key(guide: Guide) -> Hashable:
    return _folded(guide.name), guide.version, tuple(sorted(_folded(one.text) for one in guide.questions))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def blend(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what is empty here and filled there, and the names of what both fill differently."""
    filled = {name: value for name, value in theirs.items() if _is_blank(ours[name]) and not _is_blank(value)}
    differing = [
        name
        for name, value in theirs.items()
        if not _is_blank(value) and not _is_blank(ours[name]) and value != ours[name]
    ]
    return filled, differing


def _is_blank(value: object) -> bool:
    return value is None or value in ("", (), {})


def free_name(wanted: str, taken: Iterable[str], *, keep_suffix: bool = False) -> str:
    """Return the name, or where it is taken the first of `name (2)`, `name (3)` … that is not.

    With `keep_suffix` the number stands before the ending of a file name.
    """
    folded = {one.casefold() for one in taken}
    stem, dot, suffix = wanted.rpartition(".") if keep_suffix and "." in wanted else (wanted, "", "")
    name, number = wanted, 1
    while name.casefold() in folded:
        number += 1
        name = f"{stem} ({number}){dot}{suffix}"
    return name
