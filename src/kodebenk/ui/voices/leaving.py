"""Where speakers leave a conversation, told by the numbers of turns."""

from __future__ import annotations

from bisect import bisect_left

from kodebenk.domain.document import DocumentText


def turn_before(text: DocumentText, position: int) -> int:
    """Return the number of the last turn that begins before a code point; 0 where there is none."""
    turns = text.structure.turns
    index = bisect_left(turns, position, key=lambda turn: turn.start) - 1
    return turns[index].number if index >= 0 else 0
