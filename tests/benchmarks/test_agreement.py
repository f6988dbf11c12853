"""Coders compared: a large table with its intervals, and a whole comparison with its list of disagreements.

Run with `python -m pytest tests/benchmarks/test_agreement.py --override-ini addopts=--import-mode=importlib -s`. The
limits are 0.3 s for the table of 4 coders, 50 codes and 17 000 spans in 1 000 000 characters, 2 s for its 2000 samples,
and 2 s for all of 60 documents with 60 codes and 24 000 codings; KODEBENK_BENCHMARK_ALLOWANCE (default 1.0) stretches
them on slow or shared machines.
"""

import os
import random
import time
from collections import Counter

import numpy as np

from kodebenk.analysis.agreement.bootstrap import bootstrap
from kodebenk.analysis.agreement.boundary_offset import measure_offsets
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.coders_comparison import compare_material
from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, DisagreementClass, Measure
from kodebenk.analysis.agreement.confusion import cross_codes
from kodebenk.analysis.agreement.disagreements import list_disagreements
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.span_matching import match_spans
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import Document, DocumentText, SourceKind, Span, TextStructure
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

ALLOWANCE = float(os.environ.get("KODEBENK_BENCHMARK_ALLOWANCE", "1.0"))
TABLE_LIMIT, BOOTSTRAP_LIMIT, COMPARISON_LIMIT = 0.3 * ALLOWANCE, 2 * ALLOWANCE, 2 * ALLOWANCE


def code_alike(chance, coders, codes, length, spans):
    """Return spans of which coders share two thirds, with other borders, and else have another code or place."""
    found = []
    for _ in range(spans // coders):
        start, code, size = chance.randrange(length - 600), chance.randrange(codes), chance.randrange(30, 450)
        for coder in range(coders):
            kind = chance.random()
            low = start if kind < 0.85 else chance.randrange(length - 600)
            low, high = max(0, low + chance.randrange(-20, 20)), low + size + chance.randrange(-9, 20)
            found.append(CodedSpan(low, high, coder, code if kind < 0.7 else chance.randrange(codes)))
    return found


def timed(function, *arguments, **named):
    began = time.perf_counter()
    result = function(*arguments, **named)
    return time.perf_counter() - began, result


def test_that_a_large_table_and_its_samples_are_computed_while_one_waits():
    chance = random.Random(17)
    length, everybody = 1_000_000, frozenset(range(4))
    spans = code_alike(chance, 4, 50, length, 17_000)
    turns = sorted(chance.sample(range(length), 2000))
    comparison = Comparison((ComparedSource(length, everybody, spans, cluster_starts=turns),), 4, 50)
    took, table = min((timed(build_joint_table, comparison) for _ in range(3)), key=lambda one: one[0])
    measured, agreement = timed(measure_agreement, table)
    sampled, found = timed(bootstrap, table, agreement=agreement)
    print(f"\ntable {took * 1000:.0f} ms, measures {measured * 1000:.0f} ms, 2000 samples {sampled * 1000:.0f} ms")
    assert all(one.samples == 2000 for one in found.intervals[Measure.ALPHA].codes)
    assert took < TABLE_LIMIT
    assert sampled < BOOTSTRAP_LIMIT


def test_that_a_whole_study_is_compared_while_one_waits():
    chance = random.Random(24)
    both, length = frozenset((0, 1)), 30_000
    sources = [
        ComparedSource(length, both, code_alike(chance, 2, 60, length, 400), cluster_starts=range(0, length, 300))
        for _ in range(60)
    ]
    comparison = Comparison(sources, 2, 60)
    began = time.perf_counter()
    table_time, table = timed(build_joint_table, comparison)
    agreement = measure_agreement(table)
    bootstrap(table, agreement=agreement)
    matches_time, matches = timed(match_spans, comparison)
    list_time, places = timed(list_disagreements, matches)
    measure_offsets(matches, 60)
    cross_codes(comparison, 0, 1)
    took = time.perf_counter() - began
    print(
        f"\nwhole comparison {took * 1000:.0f} ms: table {table_time * 1000:.0f} ms, matching {matches_time * 1000:.0f}"
    )
    print(f"ms, list {list_time * 1000:.0f} ms; {dict(Counter(one.kind.value for one in places))}")
    assert np.sum(table.spans) > 23_000
    assert len({one.kind for one in places}) == len(DisagreementClass) - 1
    assert took < COMPARISON_LIMIT


def interview(number):
    """Return an interview of 30 000 characters in a hundred turns, every other one the interviewer's."""
    words = "Det var slik at vi satt sammen om målene, og siden ble de til noe annet. " * 5
    bodies = ["Hva tenkte dere om det? " if turn % 2 else words * 2 for turn in range(78)]
    text, turns = "", []
    for turn, body in enumerate(bodies, 1):
        start = len(text)
        text += f"R{number}: {body.strip()}\n"
        turns.append(Turn(start, start + 5, len(text) - 1, 2 * number + turn % 2, turn))
    speakers = (
        Speaker(2 * number, "I", number, "Intervjuer", SpeakerRole.INTERVIEWER),
        Speaker(2 * number + 1, "R", number, f"R{number}", SpeakerRole.RESPONDENT, number),
    )
    lines = tuple(turn.start for turn in turns)
    structure = TextStructure(
        paragraphs=tuple(Span(turn.start, turn.end) for turn in turns), line_starts=lines, turns=tuple(turns)
    )
    document = Document(
        number, str(number), f"Intervju {number}", SourceKind.TRANSCRIPT, "", number, len(text), 0, "", "", ""
    )
    return Source(document, DocumentText(number, text, structure, speakers))


def study():
    """Return 60 interviews with 60 codes in ten themes and 24 000 codings of two coders."""
    chance = random.Random(24)
    sources = {number: interview(number) for number in range(1, 61)}
    themes = [Code(1 + number, f"t{number}", None, number, f"Tema {number}", 1) for number in range(10)]
    codes = [Code(11 + number, f"k{number}", 1 + number % 10, number, f"Kode {number}", 1) for number in range(60)]
    codings = []
    for number, source in sources.items():
        text = source.text.text
        for span in code_alike(chance, 2, 60, len(text), 400):
            passage = Passage(number, span.start, min(span.end, len(text)))
            anchor = anchor_of(text, passage.start, passage.end)
            day = "2026-01-01T10:00:00Z"
            codings.append(Coding(len(codings), "", passage, anchor, 11 + span.code, 1 + span.coder, 1, day))
    people = {number: Respondent(number, str(number), f"Navn {number}", f"R{number}", number) for number in sources}
    return AgreementMaterial("Stor", Codebook((*themes, *codes)), sources, codings, (), (), people)


def test_that_the_report_of_a_whole_study_is_made_while_one_waits():
    material, setup = study(), AgreementSetup((Rater("Ane", 1), Rater("Bo", 2)))
    took, report = min(
        (timed(compare_material, material, setup, lambda: False, lambda _done, _of: None) for _ in range(2)),
        key=lambda one: one[0],
    )
    print(f"\nreport of {len(material.codings)} codings: {took * 1000:.0f} ms, {len(report.places)} places")
    assert sum(sum(one.codings) for one in report.documents) == 24_000
    assert len(report.disagreements) > 1000
    assert took < COMPARISON_LIMIT
