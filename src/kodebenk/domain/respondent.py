"""Respondents, their attributes and the labels under which they are reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kodebenk.errors import Rule, RuleBroken

GROUP = "group"
"""Name of the attribute that groups respondents by default."""


ROLE_NAMES = ("role", "rolle", "stilling")
"""Names of attributes that say what a respondent does."""


class AttributeType(StrEnum):
    """What the values of an attribute are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property that respondents may have, such as role, party or years in office."""

    id: int
    guid: str
    name: str
    type: AttributeType
    position: int


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person who was interviewed.

    Attributes:
        label: what reports print instead of the name, such as R3.
        attributes: attribute name to value, as text; unknown attributes are absent.
        aliases: other names under which the same person appears.
    """

    id: int
    guid: str
    name: str
    label: str
    position: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    memo: str = ""


class LabelPolicy(StrEnum):
    """What an export prints for a respondent."""

    LABEL = "label"
    ROLE = "role"
    NAME = "name"


def free_label(taken: Iterable[str], prefix: str = "R") -> str:
    """Return the first of R1, R2 … that is higher than every label of that form."""
    numbers = [int(match[1]) for label in taken if (match := re.fullmatch(rf"{prefix}(\d+)", label))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def base_name(name: str) -> str:
    """Return a name without a role in parentheses behind it: "Kari Nes (rektor)" gives "Kari Nes"."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", name).strip() or name.strip()


def match_respondent(name: str, respondents: Sequence[Respondent]) -> Respondent | None:
    """Return the respondent meant by a name, or None when it is nobody known.

    Tried in order: name or label as it stands, the same without case, an alias, the name without a role in
    parentheses.

    Raises:
        RuleBroken: AMBIGUOUS_NAME, with the candidates.
    """
    wanted = " ".join(name.split())
    folded = wanted.casefold()
    tests: tuple[Callable[[Respondent], bool], ...] = (
        lambda one: wanted in (one.name, one.label),
        lambda one: folded in (one.name.casefold(), one.label.casefold()),
        lambda one: folded in {alias.casefold() for alias in one.aliases},
        lambda one: base_name(folded) == base_name(one.name.casefold()),
    )
    for test in tests:
        found = [one for one in respondents if test(one)]
        if len(found) == 1:
            return found[0]
        if found:
            names = sorted(one.name for one in found)
            raise RuleBroken(Rule.AMBIGUOUS_NAME, kind="respondent", name=wanted, candidates=names)
    return None


def find_respondent(name: str, respondents: Sequence[Respondent]) -> Respondent:
    """Return the respondent meant by a name.

    Raises:
        RuleBroken: NOT_FOUND or AMBIGUOUS_NAME.
    """
    found = match_respondent(name, respondents)
    if found is None:
        raise RuleBroken(Rule.NOT_FOUND, kind="respondent", name=name)
    return found


def split_names(cell: str) -> list[str]:
    """Return the names in a cell such as "Kari Nes + Ola Dahl" or "Kari Nes; Ola Dahl"."""
    return [part.strip() for part in re.split(r"\s\+\s|;", cell) if part.strip()]


def reported_name(respondent: Respondent, policy: LabelPolicy) -> str:
    """Return what an export prints for a respondent under the policy; the label where a role is unknown."""
    if policy is LabelPolicy.NAME:
        return respondent.name
    if policy is LabelPolicy.ROLE:
        return respondent.attributes.get(role_attribute(respondent), "") or respondent.label
    return respondent.label


def role_attribute(respondent: Respondent) -> str:
    """Return the name of the attribute that says what a respondent does, or an empty string."""
    return next((name for name in respondent.attributes if name.casefold() in ROLE_NAMES), "")
