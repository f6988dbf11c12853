"""Setups of comparisons from the names that people give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kodebenk.analysis.agreement.coders_setup import SEED, AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import Coder
from kodebenk.errors import Rule, RuleBroken

_Found = TypeVar("_Found")


def make_setup(
    project: OpenProject,
    coders: Sequence[str],
    *,
    rounds: Sequence[int] = (),
    split: str = "",
    documents: Sequence[str] = (),
    codes: Sequence[str] = (),
    unit: UnitKind | None = None,
    rule: ProjectionRule = ProjectionRule.HALF_SHORTER,
    scope: Scope = Scope.RESPONDENTS,
    seed: int = SEED,
) -> AgreementSetup:
    """Return the setup that names mean; each may be several names with commas between them.

    Args:
        project: that they are in.
        coders: to be compared, with each other or with themselves.
        rounds: rounds that stand against each other; empty for the codings of all.
        split: day (ISO 8601); codings of earlier days stand against those from then on. Empty for no such day.
        documents: empty for those that all have coded.
        codes: each with the codes below it; empty for those that were used.
        unit: None for turns where every document has some, else sentences.
        rule: when a unit counts as coded.
        scope: which words count.
        seed: of the intervals.

    Raises:
        RuleBroken: NOT_FOUND, AMBIGUOUS_NAME.
    """
    named = _find_all(coders, lambda name: _find_coder(project, name))
    return AgreementSetup(
        tuple(rater for coder in named for rater in raters_of(coder, rounds, split)),
        tuple(one.id for one in _find_all(documents, lambda name: queries.find_document(project, name))),
        tuple(_expand_codes(project, codes)),
        unit,
        rule,
        scope,
        seed,
    )


def raters_of(coder: Coder, rounds: Sequence[int] = (), split: str = "") -> Iterator[Rater]:
    """Yield a coder as one rater, or as one for each round, or for before and from a day; see `make_setup`."""
    if rounds:
        yield from (Rater(f"{coder.name} ({number})", coder.id, round=number) for number in rounds)
    elif split:
        yield Rater(f"{coder.name} (< {split})", coder.id, before=split)
        yield Rater(f"{coder.name} (≥ {split})", coder.id, since=split)
    else:
        yield Rater(coder.name, coder.id)


def _find_coder(project: OpenProject, name: str) -> Coder:
    found = queries.find_coder(project, name)
    if found is None or not found.is_person:
        raise RuleBroken(
            Rule.NOT_FOUND, kind="coder", name=name.strip(), candidates=[one.name for one in queries.people(project)]
        )
    return found


def _expand_codes(project: OpenProject, names: Sequence[str]) -> Iterator[int]:
    """Yield the codes named and all below them; headings that nobody coded with are left out."""
    book, counts = queries.codebook(project), queries.coding_counts(project)
    for code in _find_all(names, book.find):
        if not book.is_heading(code) or counts.get(code.id):
            yield code.id
        yield from (below.id for below in book.below(code.id))


def _find_all(names: Sequence[str], find: Callable[[str], _Found]) -> list[_Found]:
    """Return what the names mean, each once; a name that is not found as it stands is cut at its commas."""
    found: dict[_Found, None] = {}
    for name in names:
        try:
            found[find(name)] = None
        except RuleBroken as broken:
            if broken.rule is not Rule.NOT_FOUND or "," not in name:
                raise
            found |= {find(part): None for part in name.split(",") if part.strip()}
    return list(found)
