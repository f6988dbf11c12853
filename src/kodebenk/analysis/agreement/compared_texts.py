"""Makes of documents and codings what coders are compared on: spans, units and the parts that count."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Scope
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Range
from kodebenk.analysis.agreement.unit_grid import UnitKind, cut_units
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.analysis.attribution import Source
from kodebenk.domain.document import DocumentText
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.passage import trim_blanks
from kodebenk.domain.transcript import SpeakerRole

_NOT_RESPONDENTS = frozenset({SpeakerRole.INTERVIEWER, SpeakerRole.NOBODY})


def make_comparison(material: AgreementMaterial, setup: AgreementSetup) -> Comparison:
    """Return the documents of a settled setup as they are compared, in its order.

    Raters and codes have the numbers of their places in the setup.
    """
    questions = _confirmed_questions(material)
    spans = _spans_by_document(material, setup)
    sources = [
        _make_source(material.sources[one], setup, questions.get(one, ()), spans.get(one, ()))
        for one in setup.documents
    ]
    return Comparison(sources, len(setup.raters), len(setup.codes), setup.rule)


def find_scope(text: DocumentText, questions: Iterable[Range] = ()) -> tuple[Range, ...]:
    """Return the ranges of a text that are words of respondents, in order, without white space at their ends.

    Left out are the turns of interviewers and of speakers who are nobody, the labels of all speakers, headings, and
    the questions. Speakers who are not settled count: who they are says nothing of how they were coded.
    """
    found, reached = [], 0
    for start, end in (*sorted(_find_masked(text, questions)), (len(text.text), len(text.text))):
        low, high = trim_blanks(text.text, reached, max(reached, start))
        if low < high:
            found.append((low, high))
        reached = max(reached, end)
    return tuple(found)


def _find_masked(text: DocumentText, questions: Iterable[Range]) -> Iterator[Range]:
    for turn in text.structure.turns:
        silent = text.speakers_by_id[turn.speaker_id].role in _NOT_RESPONDENTS
        yield turn.start, turn.end if silent else turn.body_start
    for heading in text.structure.headings:
        yield heading.start, heading.end
    yield from questions


def _make_source(
    source: Source, setup: AgreementSetup, questions: Sequence[Range], spans: Sequence[CodedSpan]
) -> ComparedSource:
    text = source.text.text
    turns = [(turn.start, turn.end) for turn in source.text.structure.turns]
    scope = None if setup.scope is Scope.ALL else find_scope(source.text, questions)
    units = cut_units(setup.unit or UnitKind.SENTENCE, text, turns)
    clusters = cut_units(UnitKind.TURN, text, turns) or ()
    return ComparedSource(
        len(text),
        frozenset(range(len(setup.raters))),
        [span for span in spans if span.end <= len(text)],
        scope,
        units if units is None or scope is None else tuple(_units_within(units, scope)),
        [start for start, _ in clusters],
    )


def _units_within(units: Iterable[Range], scope: Sequence[Range]) -> Iterator[Range]:
    """Yield the units with a character in scope."""
    for start, end in units:
        before = bisect_right(scope, end - 1, key=lambda one: one[0]) - 1
        if before >= 0 and scope[before][1] > start:
            yield start, end


def _confirmed_questions(material: AgreementMaterial) -> Mapping[int, list[Range]]:
    found: dict[int, list[Range]] = defaultdict(list)
    for place in material.places:
        if place.status is PlaceStatus.CONFIRMED:
            found[place.document_id].append((place.start, place.end))
    return found


def _spans_by_document(material: AgreementMaterial, setup: AgreementSetup) -> Mapping[int, list[CodedSpan]]:
    number_of = {code_id: number for number, code_id in enumerate(setup.codes)}
    found: dict[int, list[CodedSpan]] = defaultdict(list)
    for coding in material.codings:
        code = number_of.get(coding.code_id)
        if code is None:
            continue
        passage = coding.passage
        for rater, one in enumerate(setup.raters):
            if one.made(coding):
                found[passage.document_id].append(CodedSpan(passage.start, passage.end, rater, code))
    return found
