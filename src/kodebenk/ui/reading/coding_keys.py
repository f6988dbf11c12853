"""The keys of the coding workspace: what they do, how the key sheet names them, and the menus that offer the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from kodebenk.application import queries
from kodebenk.domain.coding import Stance
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.reading.coding_words import stance_word
from kodebenk.ui.shell.menus import add_entries

if TYPE_CHECKING:
    from kodebenk.ui.reading.reading_screen import ReadingScreen

_STANCES = {"F": Stance.FOR, "M": Stance.AGAINST, "B": Stance.MIXED, "N": None}


class CodingKeys(QObject):
    """Acts on single keys pressed in the text."""

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._letters: dict[str, Callable[[], None]] = {
            "K": screen.passages.open_palette,
            "G": self._code_again,
            "V": screen.passages.code_in_vivo,
            "C": self._comment,
            "S": self._split,
            "L": screen.mark_read,
            "H": screen.voices.open,
            "T": screen.task.step_on,
            "R": screen.task.step_back,
            ",": partial(screen.selection.step, -1),
            ".": partial(screen.selection.step, 1),
        }
        self._named: dict[str, Callable[[], None]] = {
            "Del": self._remove,
            "Enter": self._enter,
            "Esc": self._let_go,
        }

    @Slot(str)
    def act(self, key: str) -> None:
        """Do what a key stands for; keys without a meaning do nothing."""
        if key in self._named:
            self._named[key]()
        elif not self._screen.letter_keys:
            return
        elif key in self._letters:
            self._letters[key]()
        elif key in _STANCES:
            self._set_stance(_STANCES[key])
        elif key.isdigit():
            self._code_with_digit(key)

    def _code_with_digit(self, digit: str) -> None:
        for code in queries.codebook(self._screen.project).codes:
            if code.key == digit:
                self._screen.passages.code_target(code.id)
                return
        self._screen.tell(
            self.tr("No code has the key {key}. Edit a code to give it one, or press K.").format(key=digit)
        )

    def _code_again(self) -> None:
        recent = self._screen.desk.recent
        if recent:
            self._screen.passages.code_target(recent[0])
        else:
            self._screen.tell(self.tr("Nothing was coded yet"))

    def _set_stance(self, stance: Stance | None) -> None:
        coding_id = self._selected()
        if coding_id is not None:
            self._screen.desk.set_stance(coding_id, stance.value if stance is not None else "")

    def _comment(self) -> None:
        if self._selected() is not None:
            self._screen.columns.side.show_lower()
            self._screen.columns.inspector.write_comment()

    def _split(self) -> None:
        coding_id = self._selected()
        if coding_id is not None:
            self._screen.desk.split(coding_id, self._screen.view.caret_position())

    def _remove(self) -> None:
        coding_id = self._selected()
        if coding_id is not None:
            self._screen.desk.remove(coding_id)

    def _enter(self) -> None:
        if self._screen.selected_id is None:
            self._screen.passages.open_palette()
        else:
            self._screen.columns.side.show_lower()
            self._screen.columns.inspector.code.setFocus()

    def _let_go(self) -> None:
        screen = self._screen
        if screen.selected_id is not None:
            screen.selection.select(None)
        else:
            caret = screen.view.caret_position()
            screen.view.select_passage(caret, caret)

    def _selected(self) -> int | None:
        """Return the selected coding; without one, tell how to select it."""
        if self._screen.selected_id is None:
            self._screen.tell(self.tr("Select a coding first: click it, or press . for the next one"))
        return self._screen.selected_id

    # Menus and key sheet

    def entries(self) -> Sequence[MenuEntry]:
        """Return what can be done with the words at the caret."""
        there = self._screen.document_id != 0 and not self._screen.columns.is_correcting
        return [
            MenuEntry(self.tr("Find or make a code …"), self._screen.passages.open_palette, "K", there),
            MenuEntry(self.tr("Same code as last time"), self._code_again, "G", there),
            MenuEntry(self.tr("Make a code of the words (in vivo)"), self._screen.passages.code_in_vivo, "V", there),
            MenuEntry(self.tr("Read to here"), self._screen.mark_read, "L", there),
            MenuEntry(self.tr("Who is heard here …"), self._screen.voices.open, "H", there),
            *(self._screen.voices.leaving_entries() if there else ()),
            MenuEntry(self.tr("Next coding"), partial(self._screen.selection.step, 1), ".", there),
            MenuEntry(self.tr("Previous coding"), partial(self._screen.selection.step, -1), ",", there),
            *(self._screen.task.entries() if there else ()),
        ]

    def coding_entries(self) -> Sequence[MenuEntry]:
        """Return what can be done with the selected coding."""
        there = self._screen.selected_id is not None
        coding = self._screen.codings.get(self._screen.selected_id)
        now = coding.stance if coding is not None else None
        stances = [
            MenuEntry(
                self.tr("Stance: {stance}").format(stance=stance_word(stance)),
                partial(self._set_stance, stance),
                key,
                there,
                there and stance is now,
            )
            for key, stance in (*list(_STANCES.items())[:3], ("", Stance.NEUTRAL), ("N", None))
        ]
        return [
            *stances,
            MenuEntry(self.tr("Comment"), self._comment, "C", there),
            MenuEntry(self.tr("Split at the caret"), self._split, "S", there),
            MenuEntry(self.tr("Delete the coding"), self._remove, "Del", there),
        ]

    @Slot(int, QPoint)
    def open_menu(self, _position: int, at: QPoint) -> None:
        """Open the context menu of the text at a point of the screen (px), with the selected coding where one is."""
        coding = self._screen.selected_id is not None
        self._open_menu(self._screen.menu_actions() if coding else self.entries(), at)

    @Slot(int, QPoint)
    def open_coding_menu(self, coding_id: int, at: QPoint) -> None:
        """Select a coding and open its context menu."""
        self._screen.selection.select(coding_id)
        self._open_menu(self.coding_entries(), at)

    def _open_menu(self, entries: Sequence[MenuEntry], at: QPoint) -> None:
        menu = QMenu(self._screen)
        menu.aboutToHide.connect(menu.deleteLater)
        add_entries(menu, entries)
        menu.popup(at)

    def described(self) -> Sequence[tuple[str, str]]:
        """Return every key of the workspace with what it does."""
        return [
            ("↑ ↓", self.tr("Previous, next turn")),
            ("Shift + ← → ↑ ↓", self.tr("Extend the selection")),
            ("Alt+→ Alt+←", self.tr("Word, sentence, turn, and back")),
            ("1–9", self.tr("Code with that key; again removes it")),
            ("K", self.tr("Find or make a code")),
            ("G", self.tr("Same code as last time")),
            ("V", self.tr("Make a code of the words (in vivo)")),
            ("C", self.tr("Comment")),
            ("F M B N", self.tr("Stance: for, against, mixed, none")),
            (", .", self.tr("Previous, next coding")),
            ("S", self.tr("Split at the caret")),
            ("Del", self.tr("Delete the coding")),
            ("L", self.tr("Read to here")),
            ("H", self.tr("Who is heard here")),
            ("R T", self.tr("Previous, next turn of your sample, or unit without a code")),
            ("Enter", self.tr("Find a code, or go to the fields of the selected coding")),
            ("Esc", self.tr("Let go")),
            ("Ctrl+F, F3", self.tr("Find in the text, next hit")),
            ("F2", self.tr("Rename, in the lists")),
        ]
