"""What holds inside a group of an RTF file, and the words that stand elsewhere than they are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from kodebenk.importing.rtf_tables import DEEPEST


@dataclass(slots=True)
class RtfBox:
    """Words that do not stand where they are told: a note, a text box, or the mark of a list item."""

    kind: str
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])
    is_endnote: bool = False


@dataclass(slots=True)
class RtfState:
    """What holds inside a group and is forgotten with it."""

    font: int | None = None
    box: RtfBox | None = None
    blanks_behind_unicode: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    is_choice: bool = False
    is_row_of_inner_table: bool = False
    style: int | None = None
    outline: int | None = None
    list_level: int = 0
    table_level: int = 0
    in_table: bool = False
    begins_page: bool = False

    @property
    def level_of_table(self) -> int:
        """0 outside tables, 1 in a table, 2 in a table in one of its cells."""
        return min(max(1, self.table_level), DEEPEST) if self.in_table else 0

    @property
    def level_of_row(self) -> int:
        return max(2, self.level_of_table) if self.is_row_of_inner_table else 1
