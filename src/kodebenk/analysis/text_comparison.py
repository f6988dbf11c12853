"""Finds what differs between two texts: paragraphs first, then words, then letters.

Lines, and sentences of long lines, are compared as numbers; only inside those that differ words are compared, and only
between words that differ letters. Aligning whole texts letter by letter would take minutes, and would pair letters of
unrelated texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kodebenk.analysis.word_pairing import pair_words
from kodebenk.domain.text_change import Hunk, TextChange, join_hunks

LONGEST_UNIT = 400
"""Characters; lines above this are compared sentence by sentence."""

_MOST_WORK = 1.2e10
"""Cells of the alignments of one comparison, about a second; what is left then counts as replaced."""

_MOST_LETTER_WORK = 4e7
"""Cells of one alignment of letters."""

_LIKE = 0.7
"""Least likeness, 0 to 1, at which the letters of two stretches are paired without looking at their words."""

_MOST_PAIRS = 2500
"""Most pairs of words among which those that were corrected are looked for."""

_STRONG_WORDS = 3
_TELLING_UNIT = 20
"""Characters from which on a line that each text has once can only be the same line."""

_FARTHEST_SLIDE = 400

_UNIT = re.compile(r"\s*[^\n]*(?:\n\s*)*")
_SENTENCE = re.compile(r".*?(?:[.!?…][\"»”’')\]]*\s+|\n|$)", re.DOTALL)
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"\b\w{10,}")

_Span = tuple[int, int]


def compare_texts(old: str, new: str) -> TextChange:
    """Return what differs between two texts, and which paragraphs were moved whole.

    A megabyte with two hundred edits takes some tens of milliseconds; texts that share nothing about a second.
    """
    if old == new:
        return TextChange()
    return _Comparison(old, new).run()


@dataclass(slots=True)
class _Comparison:
    old: str
    new: str
    work: float = field(default=0.0)

    def run(self) -> TextChange:
        old_units, new_units = _units(self.old), _units(self.new)
        blocks = self._compare_units(old_units, new_units)
        hunks = join_hunks(hunk for block in blocks for hunk in self._compare_words(block))
        return TextChange(tuple(self._settled(hunks)), _find_moves(self.old, self.new, old_units, new_units, blocks))

    def _compare_units(self, old_units: Sequence[_Span], new_units: Sequence[_Span]) -> list[Hunk]:
        """Return the parts of the texts that differ, as wholes of units."""
        old_words, new_words = _words_of(self.old, old_units), _words_of(self.new, new_units)
        in_old, in_new = Counter(old_words), Counter(new_words)

        def is_telling(run: _Run) -> bool:
            found = old_words[run.old : run.old + run.length]
            return any(in_old[words] == in_new[words] == 1 and len(words) >= _TELLING_UNIT for words in found)

        runs = self._matching_runs(old_words, new_words)
        whole = Hunk(0, len(self.old), 0, len(self.new))
        kept = _trusted(runs, old_units, new_units, whole, is_telling)
        return list(_between([_span(run, old_units, new_units) for run in kept], whole))

    def _matching_runs(self, old: Sequence[str], new: Sequence[str]) -> list[_Run]:
        numbers: dict[str, int] = {}
        old_numbers = [numbers.setdefault(words, len(numbers)) for words in old]
        new_numbers = [numbers.setdefault(words, len(numbers)) for words in new]
        return _runs_between(self._align(old_numbers, new_numbers), len(old), len(new))

    def _align(self, old: Sequence[int] | str, new: Sequence[int] | str) -> list[Hunk]:
        """Return where two sequences differ; all of it, where aligning them would take too long."""
        from rapidfuzz.distance import Levenshtein

        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        old_end, new_end = len(old), len(new)
        while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
        work = float(old_end - start) * (new_end - start)
        if work == 0 or self.work + work > _MOST_WORK:
            return list(join_hunks([Hunk(start, old_end, start, new_end)]))
        self.work += work
        found = Levenshtein.opcodes(old[start:old_end], new[start:new_end])
        return list(
            join_hunks(
                Hunk(start + one.src_start, start + one.src_end, start + one.dest_start, start + one.dest_end)
                for one in found
                if one.tag != "equal"
            )
        )

    def _compare_words(self, block: Hunk) -> Iterator[Hunk]:
        """Yield what differs inside a block of differing units."""
        if block.old_start == block.old_end or block.new_start == block.new_end:
            yield block
            return
        old_words = [match.span() for match in _WORD.finditer(self.old, block.old_start, block.old_end)]
        new_words = [match.span() for match in _WORD.finditer(self.new, block.new_start, block.new_end)]
        runs = self._matching_runs(_words_of(self.old, old_words), _words_of(self.new, new_words))
        at_old, at_new = block.old_start, block.new_start
        for run in _trusted(runs, old_words, new_words, block, lambda run: run.length >= _STRONG_WORDS):
            for offset in range(run.length):
                old_word, new_word = old_words[run.old + offset], new_words[run.new + offset]
                yield from self._compare_gap(Hunk(at_old, old_word[0], at_new, new_word[0]))
                at_old, at_new = old_word[1], new_word[1]
        yield from self._compare_gap(Hunk(at_old, block.old_end, at_new, block.new_end))

    def _compare_gap(self, gap: Hunk) -> Iterator[Hunk]:
        """Yield what differs between words that are the same: letters, where the rest is much the same too."""
        rest = self._trimmed(gap)
        if rest is None:
            return
        is_one_sided = rest.old_start == rest.old_end or rest.new_start == rest.new_end
        old, new = self.old[gap.old_start : gap.old_end], self.new[gap.new_start : gap.new_end]
        is_small = len(old) * len(new) <= _MOST_LETTER_WORK
        if is_one_sided:
            yield rest
        elif is_small and _likeness(old, new) >= _LIKE:
            yield from self._compare_letters(rest)
        else:
            yield from self._compare_corrected_words(gap)

    def _compare_corrected_words(self, gap: Hunk) -> Iterator[Hunk]:
        old_words = [match.span() for match in _WORD.finditer(self.old, gap.old_start, gap.old_end)]
        new_words = [match.span() for match in _WORD.finditer(self.new, gap.new_start, gap.new_end)]
        is_small = len(old_words) * len(new_words) <= _MOST_PAIRS
        pairs = pair_words(_words_of(self.old, old_words), _words_of(self.new, new_words)) if is_small else []
        runs = _runs_of(pairs)
        at_old, at_new = gap.old_start, gap.new_start
        for run in _trusted(runs, old_words, new_words, gap, lambda run: run.length >= _STRONG_WORDS):
            for offset in range(run.length):
                old_word, new_word = old_words[run.old + offset], new_words[run.new + offset]
                before = self._trimmed(Hunk(at_old, old_word[0], at_new, new_word[0]))
                if before is not None:
                    yield before
                yield from self._compare_letters(Hunk(*old_word, *new_word))
                at_old, at_new = old_word[1], new_word[1]
        behind = self._trimmed(Hunk(at_old, gap.old_end, at_new, gap.new_end))
        if behind is not None:
            yield behind

    def _compare_letters(self, part: Hunk) -> Iterator[Hunk]:
        old, new = self.old[part.old_start : part.old_end], self.new[part.new_start : part.new_end]
        for one in self._align(old, new):
            yield Hunk(
                part.old_start + one.old_start,
                part.old_start + one.old_end,
                part.new_start + one.new_start,
                part.new_start + one.new_end,
            )

    def _trimmed(self, gap: Hunk) -> Hunk | None:
        """Return the gap without what is the same at its ends, or None when all of it is."""
        old, new = self.old[gap.old_start : gap.old_end], self.new[gap.new_start : gap.new_end]
        if old == new:
            return None
        head, tail = _common_ends(old, new)
        return Hunk(gap.old_start + head, gap.old_end - tail, gap.new_start + head, gap.new_end - tail)

    def _settled(self, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
        """Yield the hunks with insertions and deletions slid to where words, sentences or lines begin.

        In "Vi vil. Vi kan." → "Vi vil. Vi må. Vi kan." both "Vi må. " and "må. Vi " could be what was inserted.
        """
        before = Hunk(0, 0, 0, 0)
        for index, hunk in enumerate(hunks):
            limit = hunks[index + 1].old_start if index + 1 < len(hunks) else len(self.old)
            before = self._slide(hunk, hunk.old_start - before.old_end - bool(index), limit - hunk.old_end - 1)
            yield before

    def _slide(self, hunk: Hunk, room_before: int, room_behind: int) -> Hunk:
        is_insertion = hunk.old_start == hunk.old_end
        if not is_insertion and hunk.new_start < hunk.new_end:
            return hunk
        text, start, end = (
            (self.new, hunk.new_start, hunk.new_end) if is_insertion else (self.old, hunk.old_start, hunk.old_end)
        )
        left = right = 0
        while left < min(room_before, _FARTHEST_SLIDE) and text[start - left - 1] == text[end - left - 1]:
            left += 1
        while right < min(room_behind, _FARTHEST_SLIDE) and text[start + right] == text[end + right]:
            right += 1
        if left == right == 0:
            return hunk
        best = max(range(-left, right + 1), key=lambda by: (_edge_score(text, start + by, end + by), -abs(by)))
        return Hunk(hunk.old_start + best, hunk.old_end + best, hunk.new_start + best, hunk.new_end + best)


@dataclass(frozen=True, slots=True)
class _Run:
    """Units or words that are the same in both texts, `length` of them from those numbered `old` and `new` on."""

    old: int
    new: int
    length: int


def _units(text: str) -> list[_Span]:
    """Return the lines, each with the empty lines behind it; long ones by sentence."""
    starts: list[int] = []
    for line in _UNIT.finditer(text):
        if line.end() - line.start() <= LONGEST_UNIT:
            starts.append(line.start())
        else:
            for sentence in _SENTENCE.finditer(text, line.start(), line.end()):
                starts += _pieces(text, *sentence.span())
    return list(pairwise([*starts, len(text)]))


def _pieces(text: str, start: int, end: int) -> list[int]:
    """Return where a sentence begins, and where it may be cut because it never ends: before its long words."""
    if end - start <= LONGEST_UNIT:
        return [start] if start < end else []
    return [start, *(word.start() for word in _LONG_WORD.finditer(text, start + 1, end))]


def _likeness(old: str, new: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(old, new))


def _words_of(text: str, spans: Sequence[_Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _runs_between(differing: Sequence[Hunk], old_length: int, new_length: int) -> list[_Run]:
    runs = []
    old = new = 0
    for hunk in (*differing, Hunk(old_length, old_length, new_length, new_length)):
        if hunk.old_start > old:
            runs.append(_Run(old, new, hunk.old_start - old))
        old, new = hunk.old_end, hunk.new_end
    return runs


def _runs_of(pairs: Sequence[tuple[int, int]]) -> list[_Run]:
    runs: list[_Run] = []
    for old, new in pairs:
        last = runs[-1] if runs else None
        if last is not None and (last.old + last.length, last.new + last.length) == (old, new):
            runs[-1] = _Run(last.old, last.new, last.length + 1)
        else:
            runs.append(_Run(old, new, 1))
    return runs


def _between(same: Sequence[Hunk], whole: Hunk) -> Iterator[Hunk]:
    """Yield what lies between parts that are the same, inside the whole."""
    end = Hunk(whole.old_end, whole.old_end, whole.new_end, whole.new_end)
    old, new = whole.old_start, whole.new_start
    for part in (*same, end):
        if old < part.old_start or new < part.new_start:
            yield Hunk(old, part.old_start, new, part.new_start)
        old, new = part.old_end, part.new_end


def _trusted(
    runs: Sequence[_Run],
    old_parts: Sequence[_Span],
    new_parts: Sequence[_Span],
    block: Hunk,
    is_strong: Callable[[_Run], bool],
) -> list[_Run]:
    """Return the runs that are no accident: the strong ones, and those longer than the edit on one side of them.

    "og", "det" and "- Ja." stand in any two texts; pairing them would mix up texts that have nothing to do with each
    other. The second rule is that of diff-match-patch (`diff_cleanupSemantic`).
    """
    spans = {run: _span(run, old_parts, new_parts) for run in runs}
    strong = {run for run in runs if is_strong(run)}
    left = list(runs)
    while True:
        edits = _edits_around([spans[run] for run in left], block)
        kept = [
            run
            for index, run in enumerate(left)
            if run in strong or spans[run].old_end - spans[run].old_start > min(edits[index], edits[index + 1])
        ]
        if len(kept) == len(left):
            return kept
        left = kept


def _edits_around(same: Sequence[Hunk], block: Hunk) -> list[int]:
    """Return how many characters differ before each part that is the same, and behind the last."""
    begin = Hunk(block.old_start, block.old_start, block.new_start, block.new_start)
    end = Hunk(block.old_end, block.old_end, block.new_end, block.new_end)
    return [
        max(after.old_start - before.old_end, after.new_start - before.new_end)
        for before, after in pairwise([begin, *same, end])
    ]


def _span(run: _Run, old_parts: Sequence[_Span], new_parts: Sequence[_Span]) -> Hunk:
    last = run.length - 1
    return Hunk(
        old_parts[run.old][0], old_parts[run.old + last][1], new_parts[run.new][0], new_parts[run.new + last][1]
    )


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters the two share at the beginning, and how many behind those at the end."""
    longest = min(len(old), len(new))
    head = bisect_left(range(longest), True, key=lambda length: old[: length + 1] != new[: length + 1])
    rest = longest - head
    tail = bisect_left(
        range(rest), True, key=lambda length: old[len(old) - length - 1 :] != new[len(new) - length - 1 :]
    )
    return head, tail


def _edge_score(text: str, start: int, end: int) -> int:
    """Rate how well `[start, end)` begins and ends where people cut: at lines, sentences, words."""
    return _cut_score(text, start) + _cut_score(text, end)


def _cut_score(text: str, at: int) -> int:
    if at == 0 or at == len(text):
        return 6
    before, after = text[at - 1], text[at]
    if before == "\n":
        return 5
    if before.isspace() and not after.isspace():
        ends_sentence = text[max(0, at - 2)] in ".!?…:»”"
        return 4 if ends_sentence else 3
    if after == "\n":
        return 3
    if after.isspace():
        return 2
    return 0 if before.isalnum() and after.isalnum() else 1


def _find_moves(
    old: str, new: str, old_units: Sequence[_Span], new_units: Sequence[_Span], blocks: Sequence[Hunk]
) -> tuple[Hunk, ...]:
    """Return the units that were cut out in one place and stand in another, where each text has them but once."""
    in_old = Counter(words.strip() for words in _words_of(old, old_units))
    in_new = Counter(words.strip() for words in _words_of(new, new_units))
    inserted = {
        new[start:end].strip(): _stripped_at(new, start)
        for block in blocks
        for start, end in _units_in(new_units, block.new_start, block.new_end)
    }
    moves = []
    for block in blocks:
        for start, end in _units_in(old_units, block.old_start, block.old_end):
            words = old[start:end].strip()
            if words in inserted and in_old[words] == in_new[words] == 1:
                at = _stripped_at(old, start)
                moves.append(Hunk(at, at + len(words), inserted[words], inserted[words] + len(words)))
    return tuple(_joined_moves(old, new, moves))


def _units_in(units: Sequence[_Span], start: int, end: int) -> Iterator[_Span]:
    index = bisect_left(units, (start, start))
    while index < len(units) and units[index][0] < end:
        yield units[index]
        index += 1


def _stripped_at(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _joined_moves(old: str, new: str, moves: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield moves with those put together that follow each other in both texts with the same blanks between."""
    held: Hunk | None = None
    for move in moves:
        if held is not None:
            between = old[held.old_end : move.old_start]
            follows = held.new_end <= move.new_start and new[held.new_end : move.new_start] == between
            if follows and not between.strip():
                held = Hunk(held.old_start, move.old_end, held.new_start, move.new_end)
                continue
            yield held
        held = move
    if held is not None:
        yield held
