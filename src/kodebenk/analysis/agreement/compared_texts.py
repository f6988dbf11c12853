"""Makes of documents and codings what coders are compared on: spans, units and the parts that count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from operator import itemgetter

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
from kodebenk.errors import Cancelled

_NOT_RESPONDENTS = frozenset({SpeakerRole.INTERVIEWER, SpeakerRole.NOBODY})


CutTexts = Mapping[int, tuple[Range, ...] | None]
"""The units of whole documents by id; None stands for characters."""


def cut_texts(
    material: AgreementMaterial, setup: AgreementSetup, is_cancelled: Callable[[], bool] = lambda: False
) -> CutTexts:
    """Return the units of the documents of a settled setup, those outside the scope too.

    Raises:
        Cancelled: the user stopped.
    """
    kind, found = setup.unit or UnitKind.SENTENCE, {}
    for one in setup.documents:
        if is_cancelled():
            raise Cancelled
        found[one] = cut_units(kind, material.sources[one].text.text, _turns_of(material.sources[one]))
    return found


def _turns_of(source: Source) -> list[Range]:
    return [(turn.start, turn.end) for turn in source.text.structure.turns]


def make_comparison(material: AgreementMaterial, setup: AgreementSetup, cut: CutTexts | None = None) -> Comparison:
    """Return the documents of a settled setup as they are compared, in its order.

    Raters and codes have the numbers of their places in the setup. `cut` is what `cut_texts` gives, where that is
    known already.
    """
    cut = cut_texts(material, setup) if cut is None else cut
    questions = _confirmed_questions(material)
    drawn = _drawn_turns(material, setup)
    spans = _spans_by_document(material, setup)
    sources = [
        _make_source(
            material.sources[one],
            len(setup.raters),
            _scope_of(material.sources[one], setup.scope, questions[one], None if drawn is None else drawn[one]),
            cut[one],
            spans[one],
        )
        for one in setup.documents
    ]
    return Comparison(sources, len(setup.raters), len(setup.codes), setup.rule)


def put_codings(comparison: Comparison, material: AgreementMaterial, setup: AgreementSetup) -> Comparison:
    """Return a comparison of a settled setup with the codings of another material; its texts must be the same."""
    spans = _spans_by_document(material, setup)
    sources = [
        replace(source, spans=_within_text(spans[one], source.length))
        for one, source in zip(setup.documents, comparison.sources, strict=True)
    ]
    return replace(comparison, sources=sources, codes=len(setup.codes))


def count_units(material: AgreementMaterial, setup: AgreementSetup, cut: CutTexts) -> int:
    """Return the units of the documents of a settled setup, or of the turns drawn, outside the scope too."""
    drawn = _drawn_turns(material, setup)
    if drawn is not None:
        return sum(_count_within(cut[one], drawn[one]) for one in setup.documents)
    return sum(_count_within(cut[one], [(0, len(material.sources[one].text.text))]) for one in setup.documents)


def _count_within(units: Sequence[Range] | None, scope: Sequence[Range]) -> int:
    return sum(end - start for start, end in scope) if units is None else len(_units_within(units, scope))


def hash_codings(comparison: Comparison, setup: AgreementSetup) -> str:
    """Return the SHA-256 of where which rater of a settled setup has which code; comments and the like do not count."""
    digest = sha256()
    for document_id, source in zip(setup.documents, comparison.sources, strict=True):
        spans = sorted((one.start, one.end, one.coder, setup.codes[one.code]) for one in source.spans)
        digest.update(repr((document_id, spans)).encode())
    return digest.hexdigest()


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


def _scope_of(
    source: Source, scope: Scope, questions: Sequence[Range], drawn: Sequence[Range] | None
) -> tuple[Range, ...] | None:
    """Return the ranges that count, None for the whole text."""
    if scope is Scope.ALL:
        return None if drawn is None else tuple(drawn)
    words = find_scope(source.text, questions)
    return words if drawn is None else tuple(_common(words, drawn))


def _make_source(
    source: Source,
    raters: int,
    scope: tuple[Range, ...] | None,
    units: tuple[Range, ...] | None,
    spans: Sequence[CodedSpan],
) -> ComparedSource:
    text = source.text.text
    clusters = cut_units(UnitKind.TURN, text, _turns_of(source)) or ()
    return ComparedSource(
        len(text),
        frozenset(range(raters)),
        _within_text(spans, len(text)),
        scope,
        units if units is None or scope is None else tuple(_units_within(units, scope)),
        [start for start, _ in clusters],
    )


def _within_text(spans: Iterable[CodedSpan], length: int) -> list[CodedSpan]:
    return [span for span in spans if span.end <= length]


def _drawn_turns(material: AgreementMaterial, setup: AgreementSetup) -> defaultdict[int, list[Range]] | None:
    if setup.turns_of is None:
        return None
    found: defaultdict[int, list[Range]] = defaultdict(list)
    for turn in material.samples[setup.turns_of].turns:
        found[turn.document_id].append((turn.start, turn.end))
    return found


def _common(one: Sequence[Range], other: Sequence[Range]) -> Iterator[Range]:
    """Yield what two lists of ranges have in common; both are in order, and neither overlaps itself."""
    at = 0
    for start, end in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        for low, high in other[at:]:
            if low >= end:
                break
            yield max(start, low), min(end, high)


def _units_within(units: Sequence[Range], scope: Iterable[Range]) -> list[Range]:
    """Return the units with a character in scope; either is in order, and does not overlap itself."""
    found: list[Range] = []
    reached = 0
    for start, end in scope:
        first = bisect_right(units, start, reached, key=itemgetter(1))
        reached = bisect_left(units, end, first, key=itemgetter(0))
        found += units[first:reached]
    return found


def _confirmed_questions(material: AgreementMaterial) -> defaultdict[int, list[Range]]:
    found: defaultdict[int, list[Range]] = defaultdict(list)
    for place in material.places:
        if place.status is PlaceStatus.CONFIRMED:
            found[place.document_id].append((place.start, place.end))
    return found


def _spans_by_document(material: AgreementMaterial, setup: AgreementSetup) -> defaultdict[int, list[CodedSpan]]:
    number_of = {code_id: number for number, code_id in enumerate(setup.codes)}
    found: defaultdict[int, list[CodedSpan]] = defaultdict(list)
    for coding in material.codings:
        code = number_of.get(coding.code_id)
        if code is None:
            continue
        passage = coding.passage
        for rater, one in enumerate(setup.raters):
            if one.made(coding):
                found[passage.document_id].append(CodedSpan(passage.start, passage.end, rater, code))
    return found
