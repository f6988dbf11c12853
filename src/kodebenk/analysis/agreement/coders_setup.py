"""What is compared: whose codings, of which codes and documents, on which units, with which parts left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.coding import Coding

SEED = 1
SAMPLES = 2000


class Scope(StrEnum):
    """Which words count."""

    RESPONDENTS = "respondents"
    """Not those of interviewers and of speakers who are nobody, nor labels, headings and confirmed questions."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rater:
    """Whose codings stand against others: a coder's, or those of one pass of a coder (stability).

    Attributes:
        name: how files and tables call them; no two are alike.
        coder_id: whose codings.
        round: those of this round alone; None for all.
        since: those from this day on (ISO 8601, UTC); empty for all.
        before: those of earlier days; empty for all.
    """

    name: str
    coder_id: int
    round: int | None = None
    since: str = ""
    before: str = ""

    def made(self, coding: Coding) -> bool:
        """Tell whether a coding is one of theirs."""
        day = coding.created_at[:10]
        return (
            coding.coder_id == self.coder_id
            and self.round in (None, coding.round)
            and self.since <= day
            and (not self.before or day < self.before)
        )


@dataclass(frozen=True, slots=True)
class AgreementSetup:
    """All that a comparison depends on besides the project; what is empty or None is found by `settle_setup`.

    Attributes:
        raters: at least two.
        documents: ids; all raters count as done with them, also where one has coded nothing. Empty: the documents in
            which every rater has coded, and that nobody was to code a sample of; where there are none, that sample.
        codes: ids, each compared by itself. Empty: the codes that a rater used in these documents.
        unit: None: turns where every document has some, else sentences.
        seed: of the intervals, 0 to 2³² - 1.
        samples: drawn for the intervals.
        text_hashes: SHA-256 of the texts that were compared, by id. Texts that have another by now are refused.
        turns_of: id of the sample of turns that alone count; None for whole documents.
        codings_hash: of the codings that were compared; another one tells that somebody has coded since, and nothing
            is refused for it. Empty where nothing was compared yet.
    """

    raters: tuple[Rater, ...]
    documents: tuple[int, ...] = ()
    codes: tuple[int, ...] = ()
    unit: UnitKind | None = None
    rule: ProjectionRule = ProjectionRule.HALF_SHORTER
    scope: Scope = Scope.RESPONDENTS
    seed: int = SEED
    samples: int = SAMPLES
    text_hashes: Mapping[int, str] = field(default_factory=dict)
    turns_of: int | None = None
    codings_hash: str = field(default="", compare=False)

    @property
    def is_stability(self) -> bool:
        """Tell whether one coder is compared with themselves."""
        return len({rater.coder_id for rater in self.raters}) == 1


@dataclass(frozen=True, slots=True)
class SavedComparison:
    """A comparison that was given a name and kept, so that it gives the same figures again.

    Attributes:
        setup: settled, with the hashes of the texts.
        made_at: UTC, ISO 8601; made_by: coder id.
    """

    id: int
    guid: str
    position: int
    name: str
    setup: AgreementSetup
    made_at: str
    made_by: int
