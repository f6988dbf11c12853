"""What the words of a question are worth, and how much of one wording is found in another."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_QUESTION_LIST = (
    "hva hvem hvor hvordan hvorfor når hvilken hvilket hvilke kva kven kvar korleis kvifor what who how why which "
    "when where"
)
_QUESTION_WORDS = frozenset(_QUESTION_LIST.split())
_FUNCTION_LIST = (
    "alle alt andre at av bare berre ble bli blir blitt både da de deg dei deira dem den denne der dere deres det "
    "dette di din dine disse ditt du dvs dykk dykkar då eg ei ein eit eller en enn er et etter for fra før frå få får "
    "gjer gjør gjøre ha hadde han har hatt her ho hos hun hvis i ikke ikkje inn ja jeg kan kanskje kunne litt man med "
    "meg mellom men mer mest meir mot mye mykje må måtte nei no noe noen noko nokon nå og også om opp oss over på sa "
    "seg selv si sin sine sitt skal skulle slik som så til ut var ved vere vi vil ville være vært vore å a an and are "
    "at be do does for from have i in is it of on or that the their they this to was we with you your"
)
_FUNCTION_WORDS = frozenset(_FUNCTION_LIST.split())
# What an interviewer says around a question, whatever it is about.
_PROMPTING_LIST = (
    "beskriv beskrive forklar forklare fortell fortelle fortel fortelja gi nevn nevne utdyp utdype første neste siste "
    "spørsmål spørsmålet tenker tenkjer synes syns mener meiner føler opplever tema tematikk angående gjelder "
    "describe explain tell"
)
_PROMPTING_WORDS = frozenset(_PROMPTING_LIST.split())
_ENDINGS = (
    "ingene", "ingane", "elsene", "elsane", "ingen", "elsen", "ende", "else", "inga", "erne", "ene", "ane", "ing",
    "ens", "ets", "ere", "est", "ast", "er", "ar", "en", "et", "te", "de", "es", "as", "a", "e", "s", "t",
)  # fmt: skip
_SHORTEST_STEM = 3
_FEEBLE_ENDINGS = frozenset({"te", "de", "t", "est", "ast"})
"""Endings that leave four letters: `lagt` is not the stem of `laget`."""

_PART = 6
"""Letters that two compounds must share to have a part in common."""

_SHORT_FORM = r"(?P<short>[A-ZÆØÅ][A-ZÆØÅ0-9/&-]{1,9})"
_LONG_BEHIND = re.compile(rf"\b{_SHORT_FORM}\s?\((?P<long>[^()\n]{{4,80}})\)")
_LONG_BEFORE = re.compile(rf"(?P<long>[^()\n.?!:;]{{4,120}}?)\s?\({_SHORT_FORM}\)")
_BRACKETED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)?")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a folded Norwegian word without its commonest endings, for recall rather than grammar."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM + (ending in _FEEBLE_ENDINGS):
                word = word.removesuffix(ending)
                break
    return word


def stem_likeness(one: str, other: str) -> float:
    """Return how like two stems are, 0 to 1: equal, ended otherwise, misspelt, or compounds with a part in common."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    tests = (
        (0.85, _PART - 2, _ends_otherwise),
        (0.6, _PART - 1, _is_part),
        (0.8, _PART, _is_misspelt),
        (0.5, _PART, _share_part),
    )
    return next((likeness for likeness, letters, test in tests if len(short) >= letters and test(short, long)), 0.0)


def _ends_otherwise(short: str, long: str) -> bool:
    return short[: _PART - 2] == long[: _PART - 2] and len(long) - _shared_start(short, long) <= 3


def _is_part(short: str, long: str) -> bool:
    return long.startswith(short) or long.endswith(short)


def _is_misspelt(short: str, long: str) -> bool:
    from rapidfuzz import fuzz

    return short[:2] == long[:2] and fuzz.ratio(short, long) >= 85


def _share_part(short: str, long: str) -> bool:
    return short[:_PART] in long or short[-_PART:] in long


def _shared_start(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def find_short_forms(text: str) -> dict[str, tuple[str, ...]]:
    """Return the short forms that a text explains in brackets, folded, with the stems of what they stand for.

    Both `Long form (LF)` and `LF (long form)`: the letters must occur in order in the long form, after Schwartz and
    Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003).
    """
    found: dict[str, tuple[str, ...]] = {}
    for match in _LONG_BEHIND.finditer(text):
        _note(found, match["short"], match["long"].split())
    for match in _LONG_BEFORE.finditer(text):
        words = match["long"].split()
        most = min(len(match["short"]) + 5, 2 * len(match["short"]), len(words))
        any(_note(found, match["short"], words[-count:]) for count in range(1, most + 1))
    return found


def _note(found: dict[str, tuple[str, ...]], short: str, words: Sequence[str]) -> bool:
    """Remember a short form if the words can be what it stands for, and tell so."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    long = " ".join(words).casefold()
    if not letters or not long.startswith(letters[0]) or len(words) > len(letters):
        return False
    at = 0
    for letter in letters:
        at = long.find(letter, at) + 1
        if at == 0:
            return False
    found.setdefault(short.casefold(), tuple(stem(word) for word in _WORD.findall(long)))
    return True


@dataclass(frozen=True, slots=True)
class WeighedWords:
    """A wording as its stems, each once, with what they are worth.

    Attributes:
        total: the sum of it.
        count: how many words the wording has.
        folded: the wording in lower case, for comparing letters.
    """

    worth: Mapping[str, float]
    total: float
    count: int
    folded: str


class Vocabulary:
    """The words of a guide and a document: what they are worth and which of them are alike.

    A stem is worth the more the fewer questions and candidate places it occurs in; function words are worth next to
    nothing.
    """

    def __init__(self, questions: Sequence[str], places: Sequence[str], text: str) -> None:
        """Take the wordings of the questions, of the places where they may stand, and the text of the document."""
        self._short_forms = find_short_forms("\n".join((*questions, text)))
        asked = [frozenset(self._stems(one)) for one in questions]
        put = [frozenset(self._stems(one)) for one in places]
        self._frequency = Counter(one for stems in (*asked, *put) for one in stems)
        self._of = len(asked) + len(put)
        self._alike = self._compare(frozenset().union(*asked), frozenset().union(*put))

    def weigh(self, text: str) -> WeighedWords:
        """Return the stems of a wording with their worth; words in brackets are worth half."""
        worth: dict[str, float] = {}
        for part, factor in _parts(text):
            for one in self._stems(part):
                worth[one] = max(worth.get(one, 0.0), factor * self._worth(one))
        return WeighedWords(worth, sum(worth.values()) or 1.0, len(_WORD.findall(text)), text.casefold())

    def shared(self, question: WeighedWords, place: WeighedWords) -> tuple[float, float]:
        """Return which share of a question's worth is found in a place, and of the place's in the question, 0 to 1."""
        found = 0.0
        met: dict[str, float] = {}
        for one, worth in question.worth.items():
            best = 0.0
            for other, likeness in self._alike[one].items():
                if other in place.worth:
                    best = max(best, likeness)
                    met[other] = max(met.get(other, 0.0), likeness)
            found += worth * best
        return found / question.total, sum(place.worth[one] * likeness for one, likeness in met.items()) / place.total

    def _stems(self, text: str) -> list[str]:
        """Return the stems of a text in order, with long forms put for their short ones."""
        stems = [word if _is_plain(word) else stem(word) for word in _WORD.findall(text.casefold())]
        return [long for one in stems for long in self._short_forms.get(one, (one,))]

    def _worth(self, one: str) -> float:
        if one in _FUNCTION_WORDS or one in _PROMPTING_WORDS:
            return 0.06
        if one in _QUESTION_WORDS:
            return 0.15
        rarity = math.log((self._of + 1) / (self._frequency[one] + 0.5)) / math.log((self._of + 1) / 1.5)
        return max(0.15, min(1.0, rarity))

    @staticmethod
    def _compare(asked: Iterable[str], put: Iterable[str]) -> dict[str, dict[str, float]]:
        """Return, for each stem of the questions, the stems of the places that are like it, and how much."""
        longer = [one for one in put if len(one) >= _PART - 2 and not _is_plain(one)]
        alike: dict[str, dict[str, float]] = {}
        for one in asked:
            alike[one] = {one: 1.0}
            if len(one) >= _PART - 2 and not _is_plain(one):
                beginning, end = one[:_PART], one[-_PART:]
                near = (
                    other
                    for other in longer
                    if other[:2] == one[:2] or other in one or beginning in other or end in other
                )
                alike[one] |= {other: likeness for other in near if (likeness := stem_likeness(one, other))}
        return alike


def _is_plain(word: str) -> bool:
    return word in _FUNCTION_WORDS or word in _QUESTION_WORDS or word in _PROMPTING_WORDS


def _parts(text: str) -> list[tuple[str, float]]:
    """Return what stands outside brackets and, worth half, what stands inside; all of it where nothing is outside."""
    outside = _BRACKETED.sub(" ", text)
    if not _WORD.search(outside):
        return [(text, 1.0)]
    return [(outside, 1.0), (" ".join(_BRACKETED.findall(text)), 0.5)]
