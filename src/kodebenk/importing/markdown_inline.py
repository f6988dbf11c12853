"""Takes the marks out of a paragraph of Markdown, as a page made of it shows the words (CommonMark 0.31, 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from string import punctuation

_FIRST_STAND_IN = 0xFDD0
_STAND_INS = str.maketrans({sign: chr(_FIRST_STAND_IN + place) for place, sign in enumerate(punctuation)})
"""Punctuation that is no mark is hidden behind noncharacters, of which clean text has none."""
_SIGNS = str.maketrans({chr(_FIRST_STAND_IN + place): sign for place, sign in enumerate(punctuation)})

_ESCAPE = re.compile(rf"\\([{re.escape(punctuation)}])")
_CODE = re.compile(r"(?<!`)(`{1,9})(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]{0,400}\])*+)\]"
    r"\(\s*+(?:<[^<>\n]*+>|(?:[^()\s]|\([^()\s]*+\))*+)(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?\s*+\)"
)
_NAMED_LINK = re.compile(r"!?\[(?P<words>[^\[\]]{1,1000})\]\[(?P<name>[^\[\]]{0,200})\]")
_WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")
_SHORT_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,200})\](?!\()")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,1000}|[^\s<>@/]{1,100}@[^\s<>@]{1,200})>")
_LINE_BREAK = re.compile(r"<br\s*/?>[^\S\n]*\n?", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][\w:-]{0,40}(?:\s[^<>]{0,2000})?/?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_RUN = re.compile(r"\*+|_+|~~+|==+")


@dataclass(slots=True)
class _Run:
    start: int
    sign: str
    left: int


def plain_words(text: str, link_names: frozenset[str] = frozenset()) -> str:
    """Return the words without marks of emphasis, links, code and tags; `link_names` are targets that the file names.

    What only looks like a mark stays: `2 * 3`, `snake_case`, `[ukjent]`.
    """
    hidden = _CODE.sub(_hide_code, text) if "`" in text else text
    hidden = _ESCAPE.sub(lambda found: found[1].translate(_STAND_INS), hidden)
    if "[" in hidden:
        hidden = _without_links(hidden, link_names)
    if "<" in hidden:
        hidden = _AUTOLINK.sub(lambda found: found[1].translate(_STAND_INS), hidden)
        hidden = _TAG.sub("", _LINE_BREAK.sub("\n", hidden))
    bare = _without_emphasis(hidden)
    # Entities of code and escaped ampersands stay as they are.
    return _ENTITY.sub(lambda entity: unescape(entity[0]), bare).translate(_SIGNS)


def _hide_code(found: re.Match[str]) -> str:
    code = found[2]
    if code.strip() and code[0] == code[-1] == " ":
        code = code[1:-1]
    return code.translate(_STAND_INS)


def _without_links(text: str, names: frozenset[str]) -> str:
    def named(found: re.Match[str]) -> str:
        name = found.groupdict().get("name") or found["words"]
        return found["words"] if " ".join(name.casefold().split()) in names else found[0]

    shown = _WIKI_LINK.sub(r"\1", text)
    for _ in range(2):  # an image may be the words of a link
        shown = _LINK.sub(_words, shown)
    return _SHORT_LINK.sub(named, _NAMED_LINK.sub(named, shown)) if names else shown


def _words(found: re.Match[str]) -> str:
    return found["words"]


def _without_emphasis(text: str) -> str:
    """Leave out runs of signs that open and close something, each with the nearest of its kind."""
    open_runs: dict[str, list[_Run]] = {}
    runs = [_Run(found.start(), found[0][0], len(found[0])) for found in _RUN.finditer(text)]
    lengths = [run.left for run in runs]
    for run in runs:
        before = text[run.start - 1 : run.start] or " "
        after = text[run.start + run.left : run.start + run.left + 1] or " "
        waiting = open_runs.setdefault(run.sign, [])
        is_inside_word = run.sign == "_" and before.isalnum() and after.isalnum()
        if not before.isspace() and not is_inside_word:
            _close(waiting, run)
        if run.left and not after.isspace() and not is_inside_word:
            waiting.append(run)
    pieces, end = [], 0
    for run, length in zip(runs, lengths, strict=True):
        pieces += [text[end : run.start], run.sign * run.left]
        end = run.start + length
    return "".join([*pieces, text[end:]])


def _close(waiting: list[_Run], run: _Run) -> None:
    while run.left and waiting:
        opener = waiting[-1]
        taken = min(opener.left, run.left)
        opener.left -= taken
        run.left -= taken
        if not opener.left:
            waiting.pop()
