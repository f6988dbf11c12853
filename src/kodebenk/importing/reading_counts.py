"""What a reader that walks a file counted on the way, as warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kodebenk.domain.document import Page
from kodebenk.importing.imported_document import SourceWarning

_COUNTED = ("comments_left_out", "hidden_left_out", "notes_moved", "embedded_left_out", "unknown_symbols")


def warnings_of(counts: Counter[str], pages: Sequence[Page]) -> Iterator[SourceWarning]:
    """Yield a warning for what was left out or moved, and for pages of which the file does not tell all.

    Args:
        counts: `insertions` and `deletions` that were tracked, `rendered_breaks` that a word processor stored, and what
            was left out or moved, by the kind of the warning.
        pages: those that were found.
    """
    if counts["insertions"] or counts["deletions"]:
        fields = {"insertions": str(counts["insertions"]), "deletions": str(counts["deletions"])}
        yield SourceWarning("tracked_changes_accepted", fields=fields)
    for kind in _COUNTED:
        if counts[kind]:
            yield SourceWarning(kind, fields={"count": str(counts[kind])})
    if pages and not counts["rendered_breaks"]:
        yield SourceWarning("pages_uncertain", fields={"found": str(len(pages))})
