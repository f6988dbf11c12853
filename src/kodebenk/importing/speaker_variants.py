"""Finds the labels of a transcript that are one speaker written in several ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

_PUNCTUATION = re.compile(r"[.,:;!()\[\]{}\"'’´`«»]")
_JOINTS = re.compile(r"[\s_\-–]+")
_NUMBER_GAP = re.compile(r"(?<=[^\W\d_]) (?=\d)")
_NUMBERS = re.compile(r"\d+")
_ACCENTS = frozenset("\u0300\u0301\u0302\u0327")  # the ring and the dots make other letters of a and o
_SAME_ROLE = (
    ("int", "intv", "intervjuer", "intervjuar", "intervjueren", "intervjuaren", "interviewer"),
    ("inf", "informant", "informanten"),
    ("resp", "respondent", "respondenten"),
    ("mod", "moderator", "moderatoren"),
    ("delt", "deltaker", "deltakar", "deltakeren", "deltakaren", "participant"),
    ("forsker", "forskar", "forskeren", "forskaren", "researcher"),
)
_ROLE = {word: words[-1] for words in _SAME_ROLE for word in words}
_ANYBODY = frozenset(_ROLE) | {"i", "r", "p", "m", "speaker", "taler", "person", "ukjent", "ukjend", "unknown"}
_WITH_ARTICLE = re.compile(r"(?P<noun>\w{3,}(?:er|or|ør|ar|ent|ist|mann))en")
SHORTEST_ABBREVIATION = 2
SHORTEST_MISSPELT = 6
"""Letters; one letter more or less in a shorter word makes another name (Ann and Anna)."""
SMALLEST_LIKENESS = 90.0

_Key = tuple[str, ...]


def propose_variants(labels: Mapping[str, int]) -> Mapping[str, str]:
    """Return, for every label that is another writing of one, that main label; `labels` has their turns.

    One label are: other case, punctuation, accents or blanks (`R 1`, `R1`); words for the same role (`INT`,
    `Intervjuer`); an abbreviation with its point (`Ordf.`) or a noun with its article (`Ordføreren`); a letter missing
    inside a long name; and a part of a name that only one full name begins or ends with. The label with the most turns
    is the main one, then the longest. Labels with different numbers are never one.
    """
    keys = {label: _key(label) for label in labels}
    groups = _Groups(labels)
    for rule in (_is_same, _is_with_article, _is_misspelt, _is_abbreviation):
        _join_alike(groups, keys, rule)
    _join_parts_of_names(groups, keys)
    return groups.mains(labels)


class _Groups:
    """Labels that are one, directly or through others."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._parent = {label: label for label in labels}

    def top(self, label: str) -> str:
        while self._parent[label] != label:
            label = self._parent[label]
        return label

    def join(self, label: str, other: str) -> None:
        self._parent[self.top(label)] = self.top(other)

    def mains(self, labels: Mapping[str, int]) -> Mapping[str, str]:
        best: dict[str, str] = {}
        for label in labels:
            top = self.top(label)
            best[top] = max(best.get(top, label), label, key=lambda one: (labels[one], len(one)))
        return {label: best[self.top(label)] for label in labels if best[self.top(label)] != label}


def _join_alike(groups: _Groups, keys: Mapping[str, _Key], rule: Callable[[str, _Key, str, _Key], bool]) -> None:
    """Join labels by a rule of two; one that could belong to several is left alone unless those are one."""
    for label, key in keys.items():
        alike = [other for other, words in keys.items() if other != label and rule(label, key, other, words)]
        _join_to_only(groups, label, alike)


def _join_to_only(groups: _Groups, label: str, others: Sequence[str]) -> None:
    if len({groups.top(other) for other in others}) == 1:
        groups.join(label, others[0])


def _join_parts_of_names(groups: _Groups, keys: Mapping[str, _Key]) -> None:
    """Join a first name, or another part, to the only full name that begins or ends with it."""
    for label, part in sorted(keys.items(), key=lambda one: -len(one[1])):
        if not part or part[0] in _ANYBODY or _has_number(part):
            continue
        whole = [other for other, name in keys.items() if _begins_or_ends(name, part)]
        _join_to_only(groups, label, whole)


def _key(label: str) -> _Key:
    """Return the words of a label in the form in which labels are compared."""
    folded = unicodedata.normalize("NFD", _PUNCTUATION.sub("", label).casefold())
    plain = unicodedata.normalize("NFC", "".join(sign for sign in folded if sign not in _ACCENTS))
    words = _NUMBER_GAP.sub("", _JOINTS.sub(" ", plain).strip())
    return tuple(_without_zeros(_with_role(word)) for word in words.split())


def _with_role(word: str) -> str:
    number = _NUMBERS.search(word)
    stem = word[: number.start()] if number else word
    return _ROLE.get(stem, stem) + word[len(stem) :]


def _without_zeros(word: str) -> str:
    return _NUMBERS.sub(lambda number: str(int(number[0][-9:])), word)


def _has_number(key: _Key) -> bool:
    return any(sign.isdigit() for word in key for sign in word)


def _is_same(_label: str, key: _Key, _other: str, words: _Key) -> bool:
    return bool(key) and key == words


def _is_abbreviation(label: str, key: _Key, _other: str, words: _Key) -> bool:
    """Tell whether a label is the beginning of another, with the point that says so."""
    if not label.rstrip().endswith(".") or len(key) != 1 or len(words) != 1 or _has_number(words):
        return False
    return len(words[0]) > len(key[0]) >= SHORTEST_ABBREVIATION and words[0].startswith(key[0])


def _is_with_article(_label: str, key: _Key, _other: str, words: _Key) -> bool:
    with_article = _WITH_ARTICLE.fullmatch(key[0]) if len(key) == 1 else None
    return with_article is not None and words == (with_article["noun"],)


def _is_misspelt(_label: str, key: _Key, _other: str, words: _Key) -> bool:
    """Tell whether one word of two labels differs, by one letter inside it that one of them lacks."""
    from rapidfuzz import fuzz

    if len(key) != len(words) or _has_number(key) or _has_number(words):
        return False
    different = [(word, other) for word, other in zip(key, words, strict=True) if word != other]
    if len(different) != 1 or not _lacks_one_letter(*different[0]):
        return False
    return fuzz.ratio(" ".join(key), " ".join(words)) >= SMALLEST_LIKENESS


def _lacks_one_letter(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if len(short) < SHORTEST_MISSPELT or len(long) != len(short) + 1 or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(1, len(short)))


def _begins_or_ends(name: _Key, part: _Key) -> bool:
    if len(part) >= len(name) or _has_number(name):
        return False
    return name[: len(part)] == part or name[-len(part) :] == part
