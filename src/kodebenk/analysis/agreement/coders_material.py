"""What of a project a comparison of coders is made from, and what a setup means in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import hash_of
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
        tasks: who is to code what; a document with a task that is not finished is not shared.
        samples: of turns, by id.
    """

    title: str
    codebook: Codebook
    sources: Mapping[int, Source]
    codings: Sequence[Coding]
    unplaced: Sequence[Coding]
    places: Sequence[QuestionPlace]
    respondents: Mapping[int, Respondent]
    tasks: Sequence[CodingTask] = ()
    samples: Mapping[int, TurnSample] = field(default_factory=dict)

    def unfinished(self, document_id: int, rater: Rater) -> CodingTask | None:
        """Return the task because of which a rater is not done with a document, None where there is none."""
        for task in self.tasks:
            concerns = (task.document_id, task.coder_id) == (document_id, rater.coder_id)
            if concerns and not task.is_finished and rater.round in (None, task.round):
                return task
        return None

    def finished_by_task(self, document_id: int, rater: Rater) -> bool:
        """Tell whether a rater has said that they are done with a document, also where they coded nothing in it."""
        return any(
            task.is_finished and rater.round in (None, task.round)
            for task in self.tasks
            if (task.document_id, task.coder_id) == (document_id, rater.coder_id)
        )

    def sample_of(self, document_id: int, rater: Rater) -> int | None:
        """Return the sample of turns that a rater was to code in a document; None where it was all of it."""
        asked = {
            task.sample_id
            for task in self.tasks
            if (task.document_id, task.coder_id) == (document_id, rater.coder_id) and rater.round in (None, task.round)
        }
        return asked.pop() if len(asked) == 1 else None

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
            or nobody has coded in those named; NOT_FINISHED, somebody is still to code a document named;
            COMPARED_TEXT_CHANGED, a text is not the one of the setup's hash; NOT_FOUND, a document, code or sample is
            gone.
    """
    raters = tuple(dict.fromkeys(setup.raters))
    if len(raters) < 2:
        raise RuleBroken(Rule.TOO_FEW_CODERS, name=", ".join(rater.name for rater in raters))
    if setup.turns_of is not None:
        _refuse_unknown("sample", (setup.turns_of,), material.samples)
    documents, turns_of = _settle_extent(material, setup, raters)
    codes = _settle_codes(material, setup.codes, raters, frozenset(documents))
    if not codes:
        raise _no_shared_source(material, raters)
    sources = [material.sources[one] for one in documents]
    hashes = {source.document.id: hash_of(source.text.text) for source in sources}
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
        turns_of=turns_of,
    )


def _wanted_documents(material: AgreementMaterial, setup: AgreementSetup) -> Sequence[int]:
    """Return the documents named; those in which turns were drawn, where a sample is compared."""
    if setup.turns_of is None:
        return setup.documents
    drawn = {turn.document_id for turn in material.samples[setup.turns_of].turns}
    return [one for one in material.sources if one in drawn and (not setup.documents or one in setup.documents)]


def _settle_extent(
    material: AgreementMaterial, setup: AgreementSetup, raters: Sequence[Rater]
) -> tuple[tuple[int, ...], int | None]:
    """Return the documents that are compared, and the sample of turns that alone counts in them."""
    wanted = _wanted_documents(material, setup)
    _refuse_unknown("document", wanted, material.sources)
    if wanted:
        _refuse_unfinished(material, wanted, raters)
        return tuple(one for one in material.sources if one in wanted), setup.turns_of
    shared = shared_documents(material, raters)
    if not shared:
        raise _no_shared_source(material, raters)
    if setup.turns_of is not None:
        return shared, setup.turns_of
    return _alike_in_extent(material, shared, raters)


def _alike_in_extent(
    material: AgreementMaterial, shared: Sequence[int], raters: Sequence[Rater]
) -> tuple[tuple[int, ...], int | None]:
    """Return the documents that all raters were to code as a whole; where there are none, those with one sample.

    What somebody was not to code at all would else be missing in their codings.
    """
    asked = {one: {material.sample_of(one, rater) for rater in raters} - {None} for one in shared}
    whole = tuple(one for one in shared if not asked[one])
    samples = [sample for found in asked.values() if len(found) == 1 for sample in found if sample in material.samples]
    if whole or not samples:
        return whole or tuple(shared), None
    most, _ = Counter(samples).most_common(1)[0]
    return tuple(one for one in shared if asked[one] == {most}), most


def shared_documents(material: AgreementMaterial, raters: Sequence[Rater]) -> tuple[int, ...]:
    """Return the documents that every rater has coded in or said to be done with, and nobody is still to code."""
    counts = material.count_codings(raters)
    return tuple(
        one
        for one in material.sources
        if all(
            material.unfinished(one, rater) is None
            and (number in counts.get(one, ()) or material.finished_by_task(one, rater))
            for number, rater in enumerate(raters)
        )
    )


def _refuse_unfinished(material: AgreementMaterial, documents: Sequence[int], raters: Sequence[Rater]) -> None:
    for one in documents:
        for rater in raters:
            if material.unfinished(one, rater) is not None:
                name = material.sources[one].document.name
                raise RuleBroken(Rule.NOT_FINISHED, document=name, coder=rater.name)


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
