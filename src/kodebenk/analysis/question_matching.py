"""Finds the questions of interview guides in transcripts and notes, although wording, order and marks vary.

Every question is compared with every unit in which one may stand. What is alike is then weighed against the whole
document: whether another unit is liker still, whether another question is, whether it is said by whoever asks the
others, and whether it stands where the order of the guide would have it. docs/decisions/0008-question-matching.md
tells why, and how well it does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.question_candidates import Unit, find_units, is_echo
from kodebenk.analysis.question_words import Vocabulary, WeighedWords
from kodebenk.domain.document import DocumentText
from kodebenk.domain.guide import GuideQuestion, PlaceStatus, QuestionPlace

LEAST_SCORE = 50.0
"""Below this nothing is proposed."""

# All figures are points of evidence. Two equal wordings have 100 for their likeness.
_ACCEPTED = 55.0
_CERTAIN = 115.0
"""Evidence that gives the scores 50 and 100."""
_ANCHOR = 70.0
"""Evidence that makes a place one of those between which the others are looked for."""
_FEWEST_ANCHORS = 3
_ASKING = 20.0
"""For a unit that certainly asks, against one that does not."""
_RIVAL = 0.3
"""Share of the distance to the next best unit, and to the next best question; distances count up to 30."""
_FARTHEST_RIVAL = 30.0
_ORDER = 8.0
"""For standing between the neighbours of the guide, and against standing elsewhere; as much again for a narrow gap."""
_WIDE_GAP = 12
"""Units between two neighbours from which a gap is no longer narrow."""
_ECHO = 15.0
"""Against a few words thrown in that are no question, such as "På e-post?"."""
_FITTING_GUIDE = 10.0
"""By how much the guide that fits the document best goes first where several have the same question."""
_REPEATED = 85.0
"""Likeness from which a question that has a place already has another."""
_LEAST_LIKENESS = 20.0
_LEAST_FOUND = 0.25
"""Share of a question's worth that must be found in a unit for the two to be compared at all."""
_SURE = 75.0
"""Likeness from which a question is believed in a document that holds hardly any other."""
_GOOD = 65.0
_LEAST_SHARE = 0.1
"""Share of the questions that must be found with a good score for a document to be an interview by the guide."""
_MOST_RUNS = 4

_Key = tuple[int, int]
"""Index of a question and of a unit."""


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question at its place `[start, end)` in a document: the words of the question, without label or mark.

    `score` is 50 for what is barely proposed and 100 for what is as good as certain.
    """

    question_id: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences of a unit, and how like a question they are, 0 to 100."""

    start: int
    end: int
    likeness: float


def find_questions(
    questions: Sequence[GuideQuestion], text: DocumentText, settled: Sequence[QuestionPlace] = ()
) -> list[FoundQuestion]:
    """Return where questions of one or several guides are put in a document, by place.

    A place belongs to one question. A question has one place, or several where it is repeated almost word for word.
    In a document in which hardly any of them is found, only what is certain counts.

    Args:
        questions: in the order of their guides.
        text: of the document.
        settled: places in it that a user has confirmed, which stay with their questions, or rejected, which are not
            proposed again. They are not among those returned.
    """
    return _Search(questions, text, settled).run() if questions else []


class _Search:
    def __init__(
        self, questions: Sequence[GuideQuestion], text: DocumentText, settled: Sequence[QuestionPlace]
    ) -> None:
        self._questions = questions
        self._words = text.text
        self._confirmed = [one for one in settled if one.status is PlaceStatus.CONFIRMED]
        self._rejected = [one for one in settled if one.status is PlaceStatus.REJECTED]
        self._units = find_units(text)
        wordings = [one.text for one in questions]
        places = [self._words[unit.start : unit.end] for unit in self._units]
        self._vocabulary = Vocabulary(wordings, places, self._words)
        self._asked = [self._vocabulary.weigh(one) for one in wordings]
        self._runs = dict(self._compare())

    def run(self) -> list[FoundQuestion]:
        evidence = self._weigh_against_rivals()
        self._units = self._with_asker(_anchors(evidence))
        evidence = self._weigh_against_rivals()
        return self._choose(self._weigh_order(evidence, _anchors(evidence)))

    # Likeness

    def _compare(self) -> Iterator[tuple[_Key, tuple[_Run, ...]]]:
        """Yield the likest runs, the best first, of every question and unit that have something in common."""
        for u, unit in enumerate(self._units):
            whole = self._vocabulary.weigh(self._words[unit.start : unit.end])
            near = [q for q, one in enumerate(self._asked) if self._vocabulary.shared(one, whole)[0] >= _LEAST_FOUND]
            if not near:
                continue
            wordings = [(*run, self._vocabulary.weigh(self._words[slice(*run)])) for run in unit.runs()]
            for q in near:
                runs = [_Run(start, end, self._likeness(self._asked[q], said, unit)) for start, end, said in wordings]
                open_runs = self._not_rejected(q, runs)
                kept = sorted((one for one in open_runs if one.likeness >= _LEAST_LIKENESS), key=_by_likeness)
                if kept:
                    yield (q, u), tuple(kept[:_MOST_RUNS])

    def _not_rejected(self, q: int, runs: Sequence[_Run]) -> Sequence[_Run]:
        rejected = [one for one in self._rejected if one.question_id == self._questions[q].id]
        return [run for run in runs if _is_free(run, rejected)]

    def _likeness(self, question: WeighedWords, said: WeighedWords, unit: Unit) -> float:
        """Return how like a run is to a question, 0 to 100.

        Half of it is what the two share of both; a third how much of the shorter stands in the longer, as far as
        the shorter says enough to be sure; the rest the letters.
        """
        from rapidfuzz import fuzz

        asked, put = self._vocabulary.shared(question, said)
        if not asked or not put:
            return 0.0
        shorter, covered = (question.total, asked) if question.total <= said.total else (said.total, put)
        letters = fuzz.ratio(question.folded, said.folded), 0.8 * fuzz.token_set_ratio(question.folded, said.folded)
        both = 2 * asked * put / (asked + put)
        likeness = 50 * both + 30 * covered * shorter / (shorter + 0.6) + 0.2 * max(letters)
        return likeness - (_ECHO if not unit.marked and is_echo(said.folded) else 0)

    # Evidence of the whole document

    def _weigh_against_rivals(self) -> dict[_Key, float]:
        """Return the evidence for each pair: likeness, whether the unit asks, and how far its rivals are behind."""
        own = {(q, u): runs[0].likeness + _ASKING * (self._units[u].asks - 0.5) for (q, u), runs in self._runs.items()}
        units, questions = _Rivals(), _Rivals()
        for (q, u), points in own.items():
            units.add(q, u, points)
            questions.add((self._questions[q].guide_id, u), q, points)
        return {
            (q, u): points
            + _RIVAL * (units.distance(q, u, points) + questions.distance((self._questions[q].guide_id, u), q, points))
            for (q, u), points in own.items()
        }

    def _with_asker(self, anchors: Mapping[int, int]) -> tuple[Unit, ...]:
        """Return the units, trusting a speaker more who asks most of the questions, and the others less."""
        speakers = Counter(
            speaker for u in anchors.values() if (speaker := self._units[u].speaker_id) is not None
        ).most_common()
        if not speakers or speakers[0][1] < max(_FEWEST_ANCHORS, 0.6 * sum(count for _, count in speakers)):
            return self._units
        asker = speakers[0][0]
        return tuple(
            unit
            if unit.speaker_id is None
            else replace(unit, asks=max(unit.asks, 0.7) if unit.speaker_id == asker else 0.4 * unit.asks)
            for unit in self._units
        )

    def _weigh_order(self, evidence: Mapping[_Key, float], anchors: Mapping[int, int]) -> dict[_Key, float]:
        """Return the evidence with what the order of each guide says for and against it."""
        of_guide: dict[int, list[int]] = defaultdict(list)
        for q, one in enumerate(self._questions):
            of_guide[one.guide_id].append(q)
        gaps: dict[int, tuple[int, int]] = {}
        for members in of_guide.values():
            kept = _longest_rising([(q, anchors[q], evidence[q, anchors[q]]) for q in members if q in anchors])
            if len(kept) >= _FEWEST_ANCHORS:
                gaps |= {q: _gap(q, kept, len(self._units)) for q in members}
        return {(q, u): points + (_fit(u, gaps[q]) if q in gaps else 0) for (q, u), points in evidence.items()}

    def _fitting_guide(self, evidence: Mapping[_Key, float]) -> int | None:
        """Return the guide whose questions fit the document best, None where only one comes into question."""
        best: dict[int, float] = {}
        for (q, _), points in evidence.items():
            best[q] = max(best.get(q, 0.0), points)
        fits: Counter[int] = Counter()
        for q, points in best.items():
            fits[self._questions[q].guide_id] += round(points) if points >= _ANCHOR else 0
        return min(fits, key=lambda guide_id: (-fits[guide_id], guide_id)) if len(fits) > 1 else None

    # Choice

    def _choose(self, evidence: Mapping[_Key, float]) -> list[FoundQuestion]:
        """Give places to questions, the surest first, then to repetitions; no two of them overlap."""
        chosen: dict[_Key, FoundQuestion] = {}
        confirmed = {one.question_id for one in self._confirmed}
        placed = {q for q, one in enumerate(self._questions) if one.id in confirmed}
        for q, u in self._surest_first(evidence):
            points = evidence[q, u]
            best = self._runs[q, u][0].likeness
            if q in placed and (best < _REPEATED or self._units[u].asks < 0.5):
                continue
            for run in self._runs[q, u]:
                left = points - (best - run.likeness)
                if left >= _ACCEPTED and _is_free(run, (*self._confirmed, *chosen.values())):
                    chosen[q, u] = FoundQuestion(self._questions[q].id, run.start, run.end, _score(left))
                    placed.add(q)
                    break
        return sorted(self._credible(chosen), key=lambda one: one.start)

    def _surest_first(self, evidence: Mapping[_Key, float]) -> list[_Key]:
        fitting = self._fitting_guide(evidence)
        first = {q for q, one in enumerate(self._questions) if one.guide_id == fitting}
        return sorted(evidence, key=lambda key: (-evidence[key] - (_FITTING_GUIDE if key[0] in first else 0), key))

    def _credible(self, chosen: Mapping[_Key, FoundQuestion]) -> list[FoundQuestion]:
        """Return what was chosen where the document is an interview by the guide, else what is certain by itself."""
        good = sum(one.score >= _GOOD for one in chosen.values()) + len(self._confirmed)
        if good >= max(2, _LEAST_SHARE * len(self._questions)):
            return list(chosen.values())
        return [
            one for (q, u), one in chosen.items() if self._runs[q, u][0].likeness >= _SURE and self._units[u].asks == 1
        ]


class _Rivals:
    """The two best of every row, so that each can be told how far its best rival is behind."""

    def __init__(self) -> None:
        self._best: dict[Hashable, list[tuple[float, int]]] = defaultdict(list)

    def add(self, row: Hashable, column: int, points: float) -> None:
        self._best[row] = sorted([*self._best[row], (points, column)], reverse=True)[:2]

    def distance(self, row: Hashable, column: int, points: float) -> float:
        rival = next((other for other, at in self._best[row] if at != column), 0.0)
        return max(-_FARTHEST_RIVAL, min(_FARTHEST_RIVAL, points - rival))


def _anchors(evidence: Mapping[_Key, float]) -> dict[int, int]:
    """Return the unit of each question for which the two are each other's best, and surely so."""
    best_unit: dict[int, tuple[float, int]] = {}
    best_question: dict[int, tuple[float, int]] = {}
    for (q, u), points in evidence.items():
        best_unit[q] = max(best_unit.get(q, (0.0, -1)), (points, u))
        best_question[u] = max(best_question.get(u, (0.0, -1)), (points, q))
    return {q: u for q, (points, u) in best_unit.items() if points >= _ANCHOR and best_question[u][1] == q}


def _longest_rising(points: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the `(question, unit)` that keep the order of the guide and have the most evidence together."""
    chains: list[tuple[float, list[tuple[int, int]]]] = []
    for q, u, evidence in points:
        before = max((one for one in chains if one[1][-1][1] < u), key=lambda one: one[0], default=(0.0, []))
        chains.append((before[0] + evidence, [*before[1], (q, u)]))
    return max(chains, key=lambda one: one[0], default=(0.0, []))[1]


def _gap(question: int, kept: Sequence[tuple[int, int]], units: int) -> tuple[int, int]:
    """Return the units before and behind which a question should stand, by its neighbours in the guide."""
    at = bisect_left(kept, (question, -1))
    behind = at + 1 if at < len(kept) and kept[at][0] == question else at
    return kept[at - 1][1] if at else -1, kept[behind][1] if behind < len(kept) else units


def _fit(unit: int, gap: tuple[int, int]) -> float:
    low, high = gap
    if not low < unit < high:
        return -_ORDER
    return _ORDER + _ORDER * max(0.0, 1 - (high - low) / _WIDE_GAP)


def _by_likeness(run: _Run) -> tuple[float, int]:
    return -run.likeness, run.start


def _is_free(run: _Run, taken: Iterable[FoundQuestion | QuestionPlace]) -> bool:
    return all(run.end <= one.start or one.end <= run.start for one in taken)


def _score(evidence: float) -> float:
    share = (evidence - _ACCEPTED) / (_CERTAIN - _ACCEPTED)
    return round(LEAST_SCORE + (100 - LEAST_SCORE) * max(0.0, min(1.0, share)), 1)
