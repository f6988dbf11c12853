"""How coders agree on the codings of a project, as plain values; nothing here loads numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.analysis.agreement.comparison import (
    Average,
    BoundaryOffset,
    BoundaryType,
    CodeAgreement,
    Comparison,
    Confusion,
    DisagreementClass,
    Interval,
    Measure,
    TableCell,
)
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance
from kodebenk.analysis.agreement.turn_owners import TurnKind, TurnOwner
from kodebenk.analysis.agreement.unitizing_alpha import UnitizingAlphas
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.domain.coder import TurnSample

FEW_PASSAGES = 5
"""A rater with fewer passages of a code tells little about it (MacPhail et al. 2016)."""


class RemarkKind(StrEnum):
    """What must be said about the figures of a code."""

    NOT_USED = "not_used"
    NOT_ON_UNITS = "not_on_units"
    """It was used, but no unit counts as coded."""
    EVERYWHERE = "everywhere"
    """Every rater coded every unit."""
    ONE_RATER = "one_rater"
    SOME_RATERS = "some_raters"
    FEW_PASSAGES = "few_passages"
    NO_SHARED_PASSAGE = "no_shared_passage"
    """There is nothing of which boundaries could be compared."""
    UNEVEN = "uneven"
    """Alpha and AC1 differ much, for the code is very rare or very common."""
    NO_INTERVAL = "no_interval"
    """There are too few turns, paragraphs or sources to draw anew."""
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with its number, such as the passages that are few; `undefined` is the reason where that is the kind."""

    kind: RemarkKind
    count: int = 0
    name: str = ""
    undefined: Undefined | None = None


@dataclass(frozen=True, slots=True)
class ComparedDocument:
    """A document that was compared; `codings` are those of the compared codes by each rater."""

    id: int
    name: str
    codings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CodeFigures:
    """The measures of one code.

    Attributes:
        id: of the code; path: `Theme/Code`.
        agreement: all measures of units that are coded or not; nothing but the percentage where all units are alike.
    """

    id: int
    path: str
    agreement: CodeAgreement

    @property
    def name(self) -> str:
        """The last name of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ComparedCode(CodeFigures):
    """How the raters agree on one code.

    Attributes:
        cells: the contingency table.
        interval: of alpha.
        u_alpha_binary: |uα, on where its passages begin and end.
        offset: how far apart the ends of shared passages are, in characters.
        remarks: in the order of their weight.
    """

    cells: tuple[TableCell, ...]
    interval: Interval
    u_alpha_binary: Coefficient
    offset: BoundaryOffset
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """How the raters agree on a theme with several codes.

    Attributes:
        id: of the theme.
        codes: paths of those of its codes that were used.
        alphas: of unitizing; None where a rater gave two of the codes to the same words.
        overlapping: the raters who did.
        alpha: Krippendorff's alpha of the theme as one code: where it is higher than those of its codes, these are
            hard to tell apart.
    """

    id: int
    name: str
    codes: tuple[str, ...]
    alphas: UnitizingAlphas | None
    overlapping: tuple[str, ...]
    alpha: Coefficient


@dataclass(frozen=True, slots=True)
class RaterPair:
    """How two raters agree on all codes together, pooled; they are told by their numbers."""

    one: int
    other: int
    pooled: Mapping[Measure, Average]
    confusion: Confusion


@dataclass(frozen=True, slots=True)
class SourceAgreement:
    """How the raters agree within one document.

    Attributes:
        id: of the document; name: its name.
        units: compared.
        spans: passages of each rater in scope, of all codes; those of one code that overlap are one.
        pooled: all codes together that some of its units have and some have not: PERCENT, POSITIVE_AGREEMENT, the
            report's kappa, AC1 and ALPHA.
        alphas: of each code of the report.
    """

    id: int
    name: str
    units: int
    spans: tuple[int, ...]
    pooled: Mapping[Measure, Average]
    alphas: tuple[Coefficient, ...]


class TurnsBy(StrEnum):
    """What tells turns from each other."""

    KIND = "kind"
    """Whether respondents or interviewers speak, or there is no turn at all."""
    RESPONDENT = "respondent"
    GROUP = "group"
    """The group of the respondent who speaks."""


@dataclass(frozen=True, slots=True)
class TurnAgreement:
    """How the raters agree within the turns of one kind, respondent or group of respondents.

    Attributes:
        by: of which of these tables it is a row. Such rows have every unit and every passage once.
        kind: of the turns, where that is all there is to say of them; None for a respondent or a group. Among groups
            RESPONDENT is those without one.
        respondent_id: of a respondent.
        name: the respondent's label, or the group; empty where there is a kind.
        owners: whose the turns are.
        units, spans, pooled, alphas: as in `SourceAgreement`.
    """

    by: TurnsBy
    kind: TurnKind | None
    respondent_id: int | None
    name: str
    owners: frozenset[TurnOwner]
    units: int
    spans: tuple[int, ...]
    pooled: Mapping[Measure, Average]
    alphas: tuple[Coefficient, ...]


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """A place that somebody coded, and how the raters differ about it.

    Attributes:
        document: its name.
        start, end: in code points.
        kind: the class; boundary: how, where that is BOUNDARY.
        codes: for each rater, by number, the paths of their codes in question; empty where there are none.
        iou: share of characters in common, 0 to 1.
        stake: characters about which the raters differ.
        quote: the words; citation: such as `R1:13`.
    """

    document_id: int
    document: str
    start: int
    end: int
    kind: DisagreementClass
    boundary: BoundaryType | None
    codes: tuple[tuple[str, ...], ...]
    iou: float
    stake: int
    quote: str
    citation: str
    page: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Averages:
    """A coefficient of all codes together, by measure."""

    averages: Mapping[Measure, Average]


@dataclass(frozen=True, slots=True)
class Totals(Averages):
    """The same with the interval of alpha."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class AgreementFigures:
    """The figures of a comparison alone.

    Attributes:
        setup: what was compared, nothing left open.
        units: compared.
        codes: in the order of the setup.
        pooled: observed and expected agreement averaged over codes first; mean: of the codes' coefficients.
    """

    setup: AgreementSetup
    units: int
    codes: tuple[CodeFigures, ...]
    pooled: Averages
    mean: Averages

    @property
    def kappa(self) -> Measure:
        """The kappa with every rater's own marginals: Cohen's for two, Conger's for more."""
        return Measure.COHEN if len(self.setup.raters) == 2 else Measure.CONGER

    @property
    def pi(self) -> Measure:
        """The kappa with shared marginals: Scott's pi for two, Fleiss' kappa for more."""
        return Measure.SCOTT if len(self.setup.raters) == 2 else Measure.FLEISS


@dataclass(frozen=True, slots=True)
class AgreementReport(AgreementFigures):
    """How raters agree.

    Attributes:
        title: of the project.
        documents: those compared, in the order of the setup.
        known_documents: how many the project has.
        left_out: units of the same documents outside the scope.
        sets: alpha of all codes of a unit together, by the distance between sets.
        sources: each of the documents by itself.
        places: agreed ones too, those with most characters at stake first.
        clusters: turns, paragraphs or (`whole_sources`) documents that the intervals rest on.
        unplaced: codings of the raters that have no place in their text and are left out.
        days: least and most days between a document's two passes, where one coder is compared with themselves and all
            of the first pass came before the second.
        comparison: from which all of it can be computed again.
        sample: of turns, those that alone count; None where whole documents were compared.
        turns: by whose turn it is: of each kind, of each respondent, and of each group of respondents.
        alpha_of_all: pooled alpha with the units too that are left out; None where nobody asked for it.
    """

    codes: tuple[ComparedCode, ...]
    pooled: Totals
    mean: Totals
    title: str
    documents: tuple[ComparedDocument, ...]
    known_documents: int
    left_out: int
    themes: tuple[ComparedTheme, ...]
    sets: Mapping[SetDistance, Coefficient]
    pairs: tuple[RaterPair, ...]
    sources: tuple[SourceAgreement, ...]
    places: tuple[ComparedPlace, ...]
    clusters: int
    whole_sources: bool
    unplaced: int
    days: tuple[int, int] | None
    comparison: Comparison
    sample: TurnSample | None = None
    turns: tuple[TurnAgreement, ...] = ()
    alpha_of_all: Coefficient | None = None

    def turns_by(self, by: TurnsBy) -> tuple[TurnAgreement, ...]:
        """Return the rows of one of the tables of turns."""
        return tuple(one for one in self.turns if one.by is by)

    @property
    def disagreements(self) -> tuple[ComparedPlace, ...]:
        """The places about which raters differ."""
        agreed = (DisagreementClass.AGREE, DisagreementClass.SCOPE)
        return tuple(place for place in self.places if place.kind not in agreed)

    @property
    def place_counts(self) -> Mapping[DisagreementClass, int]:
        """How many places each class has."""
        return Counter(place.kind for place in self.places)

    @property
    def silent(self) -> tuple[tuple[str, str], ...]:
        """Raters who have coded nothing in a document that they count as done with, as (rater, document)."""
        names = [rater.name for rater in self.setup.raters]
        return tuple(
            (name, document.name)
            for document in self.documents
            for name, count in zip(names, document.codings, strict=True)
            if not count
        )
