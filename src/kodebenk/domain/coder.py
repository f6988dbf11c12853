"""Coders, what they are to code, and what they may see meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kodebenk.domain.passage import Passage


class CoderKind(StrEnum):
    """Who or what a coder is."""

    PERSON = "person"
    CONSENSUS = "consensus"
    """Nobody: the layer of codings on which coders agreed after they had compared theirs."""


@dataclass(frozen=True, slots=True)
class Coder:
    """Somebody who codes."""

    id: int
    guid: str
    name: str
    kind: CoderKind = CoderKind.PERSON

    @property
    def initials(self) -> str:
        """First letters of the first and last name."""
        words = self.name.replace(".", " ").split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"

    @property
    def is_person(self) -> bool:
        return self.kind is CoderKind.PERSON


@dataclass(frozen=True, slots=True)
class CodingTask:
    """That somebody is to code a document, in one round.

    Attributes:
        round: number of the coding round, from 1.
        blind: the coder sees nothing of others in the document, nor their own codings of earlier rounds, until they
            have finished or were unblinded.
        sample_id: the sample of turns that is to be coded; None for the whole document.
        assigned_at, finished_at, unblinded_at: UTC, ISO 8601; empty while that has not come to pass.
        unblinded_because: why somebody let the coder see before they had finished.
        units: passages that were marked for the coder to be coded, without their codes; empty: they find their own.
    """

    id: int
    guid: str
    document_id: int
    coder_id: int
    round: int
    blind: bool
    sample_id: int | None
    assigned_at: str
    finished_at: str = ""
    unblinded_at: str = ""
    unblinded_because: str = ""
    units: tuple[Passage, ...] = ()

    @property
    def is_finished(self) -> bool:
        return bool(self.finished_at)

    @property
    def hides(self) -> bool:
        """Whether its coder must not see others' work in the document now."""
        return self.blind and not self.finished_at and not self.unblinded_at


@dataclass(frozen=True, slots=True)
class TurnSample:
    """Turns that were drawn by chance to be coded by several.

    Attributes:
        share: of the turns that were wanted, 0 to 1; drawn_from: how many turns there were.
        stratum: what the draw was made within: empty for all turns together, `document`, or an attribute's name.
        seed: the same seed draws the same turns from the same texts.
        turns: by document and place, those of which the place in a corrected text is not known left out.
    """

    id: int
    guid: str
    name: str
    share: float
    stratum: str
    seed: int
    drawn_at: str
    drawn_from: int
    turns: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see of the codings of a project.

    Attributes:
        coder_id: who looks; None for nobody in particular, who sees nothing at all in the documents hidden.
        hidden: in these documents, by id, they see only their own codings, of the round given and later ones.
        layers: ids of the coders that are no persons; their codings are seen when they are asked for by coder.
    """

    coder_id: int | None = None
    hidden: Mapping[int, int] = field(default_factory=dict)
    layers: frozenset[int] = frozenset()

    @property
    def with_layers(self) -> Sight:
        """The same sight, of the layers too."""
        return replace(self, layers=frozenset())

    @property
    def is_blind(self) -> bool:
        """Whether anything is hidden from them besides the layers."""
        return bool(self.hidden)

    def sees(self, document_id: int, coder_id: int, round_number: int) -> bool:
        """Tell whether they may see a coding, layers apart."""
        least = self.hidden.get(document_id)
        return least is None or (coder_id == self.coder_id and round_number >= least)


FULL_SIGHT = Sight()
"""Everything, the consensus layer too."""
