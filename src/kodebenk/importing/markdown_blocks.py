"""Cuts Markdown into headings, paragraphs, list items, code (CommonMark 0.31, 4, 5) and tables (as GitHub has them)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.list_marks import BULLET
from kodebenk.importing.markdown_inline import plain_words

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*")
_QUOTED = re.compile(r"^(?: {0,3}> ?)+")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<point>[.)]))(?:[ \t]+(?P<words>.*))?"
)
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL_END = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,60})\]")
_TARGET = re.compile(
    r" {0,3}\[([^\]^][^\]]{0,200})\]:[ \t]*(?:<[^>]*>|https?://|www\.|mailto:|#|\.{0,2}/)\S*(?:[ \t].*)?"
)
_LABEL = re.compile(
    r"[*_]{0,3}(?:\[[^\]]{1,40}\]|[(\[]?\d{1,2}:\d{2}|[^\W\d_a-zæøå][\w.'’-]*(?:[ ][\w.'’-]+){0,3}"
    r"(?:[ ]?[(\[][^)\]]{1,20}[)\]])?[*_]{0,3}[ ]?:)"
)


@dataclass(slots=True)
class _List:
    indent: int
    point: str
    number: int


class MarkdownBlocks:
    """Reads lines and writes what they hold to `draft`; notes are counted."""

    def __init__(self, draft: TextDraft) -> None:
        self.draft = draft
        self.counts: Counter[str] = Counter()
        self._lines: list[str] = []
        self._lists: list[_List] = []
        self._mark = ""
        self._targets: frozenset[str] = frozenset()
        self._notes: dict[str, str] = {}
        self._in_comment = False

    def read(self, lines: Sequence[str]) -> None:
        """Read the whole text."""
        lines = self._take_definitions(lines)
        at = 0
        while at < len(lines):
            at = self._read_block(lines, at)
        self._end_paragraph()
        for name in list(self._notes):  # that nothing refers to
            self._write_note(name)

    def _read_block(self, lines: Sequence[str], at: int) -> int:
        """Read what begins at line `at` and return the line behind it."""
        line = lines[at]
        fence = _FENCE.fullmatch(line)
        if fence and not self._in_comment:
            return self._read_fenced(lines, at, fence[1])
        is_empty = not self._in_comment and not _QUOTED.sub("", line, count=1).strip()
        line = _QUOTED.sub("", self._without_comments(line), count=1)
        if is_empty:
            self._end_paragraph()
        elif not line.strip():
            return at + 1  # a comment, which parts no paragraphs
        elif self._is_code(line):
            return self._read_indented(lines, at)
        elif self._is_table(line, lines, at):
            return self._read_table(lines, at)
        elif not self._read_mark(line):
            self._add_line(line)
        return at + 1

    def _read_mark(self, line: str) -> bool:
        """Read a heading, an underline, a rule or the beginning of an item; return whether it was one."""
        if heading := _HEADING.fullmatch(line):
            self._end_paragraph()
            self._lists = []
            self._write(_heading(heading[2] or ""), level=len(heading[1]))
        elif len(self._lines) == 1 and not self._mark and _UNDERLINE.fullmatch(line):
            words, self._lines = self._lines[0].strip(), []
            self._write(words, level=1 if "=" in line else 2)
        elif _RULE.fullmatch(line):
            self._end_paragraph()
            self._lists = []
        elif (item := _ITEM.fullmatch(line)) and self._begins_item(item):
            self._begin_item(item)
        else:
            return False
        return True

    # Paragraphs

    def _add_line(self, line: str) -> None:
        if not self._lines and not line.startswith((" ", "\t")):
            self._lists = []
        self._lines.append(line)

    def _end_paragraph(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            self._write(_join(lines))

    def _write(self, words: str, level: int = 0) -> None:
        shown = _NOTE_MARK.sub(self._refer, words) if self._notes else words
        self._write_as_is(plain_words(shown, self._targets).strip(), level)
        self._write_waiting_notes(words)

    def _write_as_is(self, words: str, level: int = 0) -> None:
        draft = self.draft.open
        draft.level = level
        draft.mark, self._mark = self._mark, ""
        if draft.mark:
            draft.item_level = len(self._lists)
        self.draft.write(words)
        self.draft.end_paragraph()

    # Notes

    def _take_definitions(self, lines: Sequence[str]) -> list[str]:
        """Return the lines without those that say where links lead and what notes hold."""
        left: list[str] = []
        targets: set[str] = set()
        note = ""
        for line in lines:
            if found := _NOTE.fullmatch(line):
                note = found[1]
                self._notes.setdefault(note, found[2])
            elif note and line.startswith(("    ", "\t")):
                self._notes[note] += f" {line.strip()}"
            elif target := _TARGET.fullmatch(line):
                targets.add(" ".join(target[1].casefold().split()))
            else:
                note = note if note and not line.strip() else ""
                left.append(line)
        self._targets = frozenset(targets)
        return left

    def _refer(self, found: re.Match[str]) -> str:
        return "" if found[1] in self._notes else found[0]

    def _write_waiting_notes(self, words: str) -> None:
        for found in _NOTE_MARK.finditer(words):
            if found[1] in self._notes:
                self._write_note(found[1])

    def _write_note(self, name: str) -> None:
        """Write a note as a paragraph of its own."""
        words = self._notes.pop(name)
        self.counts["notes_moved"] += 1
        self._mark = ""
        self.draft.open.mark = f"[{name}]"
        self.draft.write(plain_words(words, self._targets).strip())
        self.draft.end_paragraph()

    def _without_comments(self, line: str) -> str:
        shown = []
        at = 0
        while at < len(line):
            sign = "-->" if self._in_comment else "<!--"
            end = line.find(sign, at)
            if not self._in_comment:
                shown.append(line[at:] if end < 0 else line[at:end])
            if end < 0:
                break
            at = end + len(sign)
            self._in_comment = not self._in_comment
        return "".join(shown)

    # Lists

    def _begins_item(self, item: re.Match[str]) -> bool:
        """Tell whether a list begins; in the middle of a paragraph, `1986.` at a line's start is a year."""
        if not self._lines or self._lists:
            return True
        return bool(item["words"]) and (item["number"] is None or item["number"] == "1")

    def _begin_item(self, item: re.Match[str]) -> None:
        self._end_paragraph()
        indent = len(item["indent"].expandtabs(4))
        point = item["bullet"] or item["point"]
        while self._lists and indent < self._lists[-1].indent:
            self._lists.pop()
        if not self._lists or indent >= self._lists[-1].indent + 2:
            self._lists.append(_List(indent, point, int(item["number"] or 0)))
        elif self._lists[-1].point == point:
            self._lists[-1].number += 1
        else:
            self._lists[-1] = _List(indent, point, int(item["number"] or 0))
        self._mark = BULLET if item["bullet"] else f"{self._lists[-1].number}{point}"
        words = _TASK.sub(lambda found: "☐ " if found[1] == " " else "☑ ", item["words"] or "", count=1)
        if words:
            self._lines.append(words)

    # Code and tables

    def _is_code(self, line: str) -> bool:
        return line.startswith(("    ", "\t")) and not self._lines and not self._lists

    def _read_fenced(self, lines: Sequence[str], at: int, fence: str) -> int:
        self._end_paragraph()
        end = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*")
        last = next((number for number in range(at + 1, len(lines)) if end.fullmatch(lines[number])), len(lines))
        self._write_as_is("\n".join(lines[at + 1 : last]).strip("\n"))
        return last + 1

    def _read_indented(self, lines: Sequence[str], at: int) -> int:
        last = at
        while last < len(lines) and (lines[last].startswith(("    ", "\t")) and lines[last].strip()):
            last += 1
        shown = (line[1:] if line.startswith("\t") else line[4:] for line in lines[at:last])
        self._write_as_is("\n".join(shown))
        return max(last, at + 1)

    def _is_table(self, line: str, lines: Sequence[str], at: int) -> bool:
        if "|" not in line or at + 1 >= len(lines):
            return False
        below = _QUOTED.sub("", lines[at + 1], count=1)
        return "-" in below and bool(_DELIMITERS.fullmatch(below)) and len(_cells(below)) == len(_cells(line))

    def _read_table(self, lines: Sequence[str], at: int) -> int:
        """Read a table whose row of headings is line `at`; the line below it only says how columns are set."""
        self._end_paragraph()
        self._lists = []
        number = self.draft.begin_table()
        self._write_row(_cells(_QUOTED.sub("", lines[at], count=1)), number, 0)
        at += 2
        row = 1
        while at < len(lines) and "|" in lines[at]:
            self._write_row(_cells(_QUOTED.sub("", lines[at], count=1)), number, row)
            row += 1
            at += 1
        return at

    def _write_row(self, cells: Sequence[str], table: int, row: int) -> None:
        for column, words in enumerate(cells):
            self.draft.begin_cell(table, row, column)
            self._write(words.strip())
            self.draft.end_cell()


def _heading(words: str) -> str:
    """Return the words of a heading without the signs that may close it."""
    bare = words.strip().rstrip("#")
    return bare.strip() if not bare or bare[-1] in " \t" else words.strip()


def _cells(line: str) -> list[str]:
    cells = _CELL_END.split(line.strip().removeprefix("|"))
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _join(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one, but begin a line where it says so or a speaker or a time does."""
    joined = lines[0].strip()
    for before, line in pairwise(lines):
        is_broken = before.endswith(("  ", "\\"))
        joined = joined.removesuffix("\\") if is_broken else joined
        joined += ("\n" if is_broken or _LABEL.match(line.strip()) else " ") + line.strip()
    return joined
