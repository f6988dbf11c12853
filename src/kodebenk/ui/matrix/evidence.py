"""Counts the sentences of a condensed text that no coding stands behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.domain.matrix import read_references, split_summary


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """Sentences of a condensed text, and how many of them lack evidence."""

    sentences: int
    without: int


def count_evidence(text: str, citations: Mapping[str, int]) -> EvidenceCount:
    """Return the count for a text as shown, with references such as `[R1:13]`.

    Args:
        text: What stands in the editor.
        citations: The citations that lead somewhere, with their codings.
    """
    sentences = split_summary(read_references(text, citations.get))
    return EvidenceCount(len(sentences), sum(not one.has_evidence for one in sentences))
