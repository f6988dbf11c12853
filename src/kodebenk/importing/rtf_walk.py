"""Walks the tokens of an RTF file once, and keeps paragraphs, list items and table cells in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import copy

from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.list_marks import BULLET, format_number
from kodebenk.importing.rtf_definitions import RtfStyles
from kodebenk.importing.rtf_letters import RtfLetters
from kodebenk.importing.rtf_state import RtfBox, RtfState
from kodebenk.importing.rtf_tables import DEEPEST, RtfTables
from kodebenk.importing.rtf_tokens import RtfPart, RtfTokens
from kodebenk.importing.text_cleaning import clean_text

_LEFT_OUT = frozenset(
    {
        *("colortbl", "info", "pict", "nonshppict", "header", "headerl", "headerr", "headerf", "footer", "footerl"),
        *("footerr", "footerf", "shprslt", "sp", "xe", "tc", "rxe", "txe", "nonesttables", "mmathPict", "fldtype"),
        *("ffdeftext", "ffformat", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "revtbl", "filetbl"),
    }
)
_READ_THOUGH_OPTIONAL = frozenset({"shpinst", "do", "nesttableprops", "moMath", "moMathPara", "ud", "footnote"})
_CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "column": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_SIGNS = {"~": "\xa0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
_DEEPEST_GROUP = 5000


class RtfBroken(ValueError):
    """The file ends in the middle or nests without end; the words say which."""


class RtfWalk:
    """Walks a file and writes what it finds to `draft`; what is left out or moved is counted."""

    def __init__(self, characters: str, draft: TextDraft) -> None:
        self.draft = draft
        self.counts: Counter[str] = Counter()
        self.tables = RtfTables()
        self.letters = RtfLetters()
        self._tokens = RtfTokens(characters)
        self._styles = RtfStyles()
        self._state = RtfState()
        self._groups: list[RtfState] = []
        self._waiting: list[RtfBox] = []
        self._mark = ""
        self._is_broken = False
        self._section_is_over = False
        self._notes: Counter[bool] = Counter()

    def read(self) -> None:
        """Read the whole file.

        Raises:
            RtfBroken: it ends before its first group does, or nests too deep.
        """
        for token in self._tokens:
            if token.part is RtfPart.TEXT or token.part is RtfPart.HEX:
                self.letters.gather(token)
                continue
            self._write(self.letters.take(self._state.font))
            if token.part is RtfPart.WORD:
                self._word(token.value, token.argument)
            elif token.part is RtfPart.SIGN:
                self._sign(token.value)
            elif token.part is RtfPart.OPEN:
                self._open_group()
            elif self._close_group():
                self._finish()
                return
        raise RtfBroken("cut short")

    def _finish(self) -> None:
        if any(piece.strip() for piece in self.draft.open.pieces) or self._waiting:
            self._end_paragraph()
        self.tables.close()

    # Groups

    def _open_group(self) -> None:
        if len(self._groups) >= _DEEPEST_GROUP:
            raise RtfBroken("nested too deep")
        self.letters.to_skip = 0
        self._groups.append(self._state)
        self._state = copy(self._state)
        if self._state.is_choice:
            self._state.is_choice = False
            if self._tokens.coming_word() != "ud":
                self._tokens.skip_group()

    def _close_group(self) -> bool:
        """Go back to what held before the group; return whether it was the file's own."""
        self.letters.to_skip = 0
        inner, self._state = self._state, self._groups.pop() if self._groups else self._state
        if inner.box and inner.box is not self._state.box:
            self._put_by(inner.box)
        return not self._groups

    def _skip_group(self, _argument: int | None = None) -> None:
        self._tokens.skip_group()

    def _put_by(self, box: RtfBox) -> None:
        """Keep the words of a note or text box until the paragraph is over; a list mark is part of it."""
        if box.kind == "mark":
            mark = " ".join(clean_text("".join(box.paragraphs[0])).split())
            is_number = any(letter.isalnum() for letter in mark) and mark != "o"  # Courier's o is a round bullet
            self._mark = mark if is_number or not mark else BULLET
        elif any(piece.strip() for pieces in box.paragraphs for piece in pieces):
            self._waiting.append(box)

    # Tokens

    def _sign(self, sign: str) -> None:
        if sign == "*":
            word = self._tokens.coming_word()
            if word not in _READ_THOUGH_OPTIONAL:
                self.counts["comments_left_out"] += word == "annotation"
                self._skip_group()
        elif sign in "\r\n":
            self._end_line(None)
        elif sign in _SIGNS:
            self._write_fixed(_SIGNS[sign])

    def _word(self, word: str, argument: int | None) -> None:
        if word in _CHARACTERS:
            self._write_fixed(_CHARACTERS[word])
        elif word in _LEFT_OUT or (word.startswith("m") and word.endswith("Pr")):
            self._skip_group()
        elif handler := _HANDLERS.get(word):
            handler(self, argument)

    def _write_fixed(self, text: str) -> None:
        if self.letters.to_skip:
            self.letters.to_skip -= 1
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        if not text:
            return
        state = self._state
        if state.is_hidden or state.is_deleted:
            self.counts["hidden_left_out"] += len(text.strip()) if state.is_hidden else 0
        elif state.box:
            state.box.paragraphs[-1].append(text)
        else:
            if text.strip():
                self._settle_breaks()
            self.draft.write(text)

    def _settle_breaks(self) -> None:
        """Let a section begin its page, and words behind a page break a line."""
        if self._section_is_over:
            self.draft.break_page()
            self._section_is_over = False
        if self._is_broken:
            self.draft.write("\n")
            self._is_broken = False

    # Control words that are characters

    def _unicode(self, argument: int | None) -> None:
        self._write(self.letters.take_unicode(argument or 0, self._state.font))
        self.letters.to_skip = self._state.blanks_behind_unicode

    def _set_stand_ins(self, argument: int | None) -> None:
        self._state.blanks_behind_unicode = min(max(0, 1 if argument is None else argument), 100)

    # Control words of the head

    def _set_mac(self, _argument: int | None) -> None:
        self.letters.set_old("mac_roman")

    def _set_pc(self, _argument: int | None) -> None:
        self.letters.set_old("cp437")

    def _set_pca(self, _argument: int | None) -> None:
        self.letters.set_old("cp850")

    def _set_code_page(self, argument: int | None) -> None:
        self.letters.set_code_page(argument or 0)

    def _read_fonts(self, _argument: int | None) -> None:
        self.letters.add_fonts(self._tokens.take_group())

    def _read_styles(self, _argument: int | None) -> None:
        self._styles.read(self._tokens.take_group())

    def _set_default_font(self, argument: int | None) -> None:
        self.letters.default_font = argument or 0

    # Control words of groups

    def _choose(self, _argument: int | None) -> None:
        """Of the two forms of the same words that follow, read the one in Unicode."""
        self._state.is_choice = True

    def _take_mark(self, _argument: int | None) -> None:
        self._state.box = RtfBox("mark")

    def _take_shape(self, _argument: int | None) -> None:
        self._state.box = RtfBox("shape")

    def _take_note(self, _argument: int | None) -> None:
        self.counts["notes_moved"] += 1
        self._state.box = RtfBox("note")

    def _take_endnote(self, _argument: int | None) -> None:
        if self._state.box:
            self._state.box.is_endnote = True

    def _leave_out_object(self, _argument: int | None) -> None:
        self.counts["embedded_left_out"] += 1
        self._skip_group()

    # Control words of characters and paragraphs

    def _set_font(self, argument: int | None) -> None:
        self._state.font = argument

    def _plain(self, _argument: int | None) -> None:
        self._state.font = None
        self._state.is_hidden = self._state.is_deleted = False

    def _hide(self, argument: int | None) -> None:
        self._state.is_hidden = argument != 0

    def _delete(self, argument: int | None) -> None:
        self._state.is_deleted = argument != 0
        self.counts["deletions"] += self._state.is_deleted

    def _insert(self, argument: int | None) -> None:
        self.counts["insertions"] += argument != 0

    def _reset_paragraph(self, _argument: int | None) -> None:
        state = self._state
        state.style = state.outline = None
        state.list_level = state.table_level = 0
        state.in_table = state.begins_page = False

    def _set_style(self, argument: int | None) -> None:
        self._state.style = argument

    def _set_outline(self, argument: int | None) -> None:
        self._state.outline = argument

    def _set_list_level(self, argument: int | None) -> None:
        self._state.list_level = min(max(0, argument or 0), 8)

    def _put_in_table(self, argument: int | None) -> None:
        self._state.in_table = argument != 0

    def _set_table_level(self, argument: int | None) -> None:
        self._state.table_level = min(max(0, argument or 0), DEEPEST)
        self._state.in_table = self._state.table_level > 0

    def _begin_page(self, argument: int | None) -> None:
        self._state.begins_page = argument != 0

    # Ends of paragraphs, pages, cells

    def _end_line(self, _argument: int | None) -> None:
        if self._state.box:
            self._state.box.paragraphs.append([])
            return
        self._end_paragraph()
        self.tables.end_paragraph(len(self.draft.paragraphs), self._state.level_of_table)

    def _end_paragraph(self) -> None:
        state, paragraph = self._state, self.draft.open
        if state.begins_page:
            paragraph.breaks.insert(0, 0)
        paragraph.level = self._heading_level()
        paragraph.mark, self._mark = self._mark, ""
        if paragraph.mark and not paragraph.level:
            paragraph.item_level = state.list_level + 1
        self.draft.end_paragraph(keep_empty=not state.in_table)
        self._is_broken = False
        waiting, self._waiting = self._waiting, []
        for box in waiting:
            self._unpack(box)

    def _heading_level(self) -> int:
        outline = self._state.outline
        if outline is None:
            return self._styles.heading_level(self._state.style)
        return outline + 1 if 0 <= outline < 9 else 0

    def _unpack(self, box: RtfBox) -> None:
        mark = ""
        if box.kind == "note":
            self._notes[box.is_endnote] += 1
            mark = f"[{format_number(self._notes[box.is_endnote], 'lowerRoman' if box.is_endnote else 'decimal')}]"
        for pieces in box.paragraphs:
            self.draft.open.pieces = pieces
            self.draft.open.mark = mark
            if self.draft.end_paragraph():
                mark = ""

    def _end_page(self, _argument: int | None) -> None:
        if not self._state.box:
            self._is_broken = self._has_words()
            self.draft.break_page()

    def _end_section(self, _argument: int | None) -> None:
        if self._has_words():
            self._end_paragraph()
        self.tables.end_paragraph(len(self.draft.paragraphs), 0)
        self._section_is_over = True

    def _stay_on_page(self, _argument: int | None) -> None:
        self._section_is_over = False

    def _end_cell(self, _argument: int | None) -> None:
        self._end_cell_of(1)

    def _end_inner_cell(self, _argument: int | None) -> None:
        self._end_cell_of(max(2, self._state.level_of_table))

    def _end_cell_of(self, level: int) -> None:
        if self._state.box:
            self._end_line(None)
            return
        if self._has_words():
            self._end_paragraph()
        self.tables.end_cell(len(self.draft.paragraphs), level)

    def _end_row(self, _argument: int | None) -> None:
        self.tables.end_row(len(self.draft.paragraphs), 1)

    def _end_inner_row(self, _argument: int | None) -> None:
        self.tables.end_row(len(self.draft.paragraphs), max(2, self._state.level_of_table))

    def _has_words(self) -> bool:
        return bool(self._waiting) or any(piece.strip() for piece in self.draft.open.pieces)

    # Control words of rows

    def _read_inner_row(self, _argument: int | None) -> None:
        self._state.is_row_of_inner_table = True

    def _begin_row(self, _argument: int | None) -> None:
        self.tables.begin_row(self._state.level_of_row)

    def _set_left(self, argument: int | None) -> None:
        self.tables.set_left(self._state.level_of_row, argument or 0)

    def _add_edge(self, argument: int | None) -> None:
        self.tables.add_edge(self._state.level_of_row, argument or 0)


_HANDLERS: dict[str, Callable[[RtfWalk, int | None], None]] = {
    "u": RtfWalk._unicode,
    "uc": RtfWalk._set_stand_ins,
    "mac": RtfWalk._set_mac,
    "pc": RtfWalk._set_pc,
    "pca": RtfWalk._set_pca,
    "ansicpg": RtfWalk._set_code_page,
    "fonttbl": RtfWalk._read_fonts,
    "stylesheet": RtfWalk._read_styles,
    "deff": RtfWalk._set_default_font,
    "upr": RtfWalk._choose,
    "listtext": RtfWalk._take_mark,
    "pntext": RtfWalk._take_mark,
    "shptxt": RtfWalk._take_shape,
    "dptxbxtext": RtfWalk._take_shape,
    "footnote": RtfWalk._take_note,
    "ftnalt": RtfWalk._take_endnote,
    "object": RtfWalk._leave_out_object,
    "f": RtfWalk._set_font,
    "plain": RtfWalk._plain,
    "v": RtfWalk._hide,
    "deleted": RtfWalk._delete,
    "revised": RtfWalk._insert,
    "pard": RtfWalk._reset_paragraph,
    "s": RtfWalk._set_style,
    "outlinelevel": RtfWalk._set_outline,
    "ilvl": RtfWalk._set_list_level,
    "intbl": RtfWalk._put_in_table,
    "itap": RtfWalk._set_table_level,
    "pagebb": RtfWalk._begin_page,
    "par": RtfWalk._end_line,
    "page": RtfWalk._end_page,
    "sect": RtfWalk._end_section,
    "sbknone": RtfWalk._stay_on_page,
    "sbkcol": RtfWalk._stay_on_page,
    "cell": RtfWalk._end_cell,
    "nestcell": RtfWalk._end_inner_cell,
    "row": RtfWalk._end_row,
    "nestrow": RtfWalk._end_inner_row,
    "nesttableprops": RtfWalk._read_inner_row,
    "trowd": RtfWalk._begin_row,
    "trleft": RtfWalk._set_left,
    "cellx": RtfWalk._add_edge,
}
