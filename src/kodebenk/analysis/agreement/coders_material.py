"""What of a project a comparison of coders is made from, and what a setup means in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coding import Coding
from kodebenk.domain.guide import QuestionPlace
from kodebenk.domain.respondent import Respondent
from kodebenk.errors import Rule, RuleBroken


@dataclass(frozen=True, slots=True)
class AgreementMaterial:
    """What is read of a project, as of one moment.

    Attributes:
        title: of the project.
        sources: every document, by id, in their order.
        codings: those with a place in their text.
        unplaced: the others; they are counted and left out.
        places: of the guides' questions.
    """

    title: str
    codebook: Codebook
    sources: Mapping[int, Source]
    codings: Sequence[Coding]
    unplaced: Sequence[Coding]
    places: Sequence[QuestionPlace]
    respondents: Mapping[int, Respondent]

    def count_codings(self, raters: Sequence[Rater]) -> dict[int, Counter[int]]:
        """Return by document id how many codings each rater made, by the rater's number; absent where none."""
        counts: dict[int, Counter[int]] = defaultdict(Counter)
        for coding in self.codings:
            for number, rater in enumerate(raters):
                if rater.made(coding):
                    counts[coding.passage.document_id][number] += 1
        return counts


def settle_setup(material: AgreementMaterial, setup: AgreementSetup) -> AgreementSetup:
    """Return the setup with documents, codes, unit and text hashes as they are in the project.

    Raises:
        RuleBroken: TOO_FEW_CODERS; NO_SHARED_SOURCE, nobody named documents and there is none in which all have coded,
            or nobody has coded in those named; COMPARED_TEXT_CHANGED, a text is not the one of the setup's hash;
            NOT_FOUND, a document or code is gone.
    """
    raters = tuple(dict.fromkeys(setup.raters))
    if len(raters) < 2:
        raise RuleBroken(Rule.TOO_FEW_CODERS, name=", ".join(rater.name for rater in raters))
    documents = _settle_documents(material, setup.documents, raters)
    codes = _settle_codes(material, setup.codes, raters, frozenset(documents))
    if not codes:
        raise _no_shared_source(material, raters)
    sources = [material.sources[one] for one in documents]
    hashes = {source.document.id: hash_text(source) for source in sources}
    for source in sources:
        known = setup.text_hashes.get(source.document.id)
        if known is not None and known != hashes[source.document.id]:
            raise RuleBroken(Rule.COMPARED_TEXT_CHANGED, document=source.document.name)
    has_turns = all(source.text.structure.turns for source in sources)
    return replace(
        setup,
        raters=raters,
        documents=documents,
        codes=codes,
        unit=setup.unit or (UnitKind.TURN if has_turns else UnitKind.SENTENCE),
        text_hashes=hashes,
    )


def hash_text(source: Source) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return sha256(source.text.text.encode()).hexdigest()


def _settle_documents(material: AgreementMaterial, wanted: Sequence[int], raters: Sequence[Rater]) -> tuple[int, ...]:
    _refuse_unknown("document", wanted, material.sources)
    if wanted:
        return tuple(one for one in material.sources if one in wanted)
    counts = material.count_codings(raters)
    shared = tuple(one for one in material.sources if len(counts.get(one, ())) == len(raters))
    if not shared:
        raise _no_shared_source(material, raters)
    return shared


def _no_shared_source(material: AgreementMaterial, raters: Sequence[Rater]) -> RuleBroken:
    coded = Counter(number for found in material.count_codings(raters).values() for number in found)
    return RuleBroken(Rule.NO_SHARED_SOURCE, coded=[f"{rater.name}: {coded[at]}" for at, rater in enumerate(raters)])


def _settle_codes(
    material: AgreementMaterial, wanted: Sequence[int], raters: Sequence[Rater], documents: frozenset[int]
) -> tuple[int, ...]:
    _refuse_unknown("code", wanted, material.codebook.by_id)
    chosen = set(wanted) or {
        coding.code_id
        for coding in material.codings
        if coding.passage.document_id in documents and any(rater.made(coding) for rater in raters)
    }
    return tuple(code.id for code, _ in material.codebook.in_order() if code.id in chosen)


def _refuse_unknown(kind: str, wanted: Sequence[int], known: Mapping[int, object]) -> None:
    for one in wanted:
        if one not in known:
            raise RuleBroken(Rule.NOT_FOUND, kind=kind, name=str(one))
