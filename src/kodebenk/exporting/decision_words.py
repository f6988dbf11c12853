"""The fixed texts of a log of decisions, in the language chosen for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.analysis.agreement.decision_log import LoggedDecision, PlaceStatus
from kodebenk.domain.consensus import DecisionChoice, DecisionTag
from kodebenk.exporting.wording import CountedText


@dataclass(frozen=True, kw_only=True)
class DecisionWords:
    """Headings, and what states, choices and tags are called.

    Attributes:
        choices: with `{name}` for the coder whose coding was accepted.
        resolved: with `{settled}`, `{n}`, `{deferred}` and `{open}`.
        given: heading of the column with what a coder gave, with `{name}`.
    """

    title: str
    mending: str
    number: str
    source: str
    place: str
    citation: str
    page: str
    line: str
    start: str
    end: str
    quote: str
    given: str
    codes: str
    kind: str
    shared: str
    status: str
    choice: str
    result: str
    decided_by: str
    decided_at: str
    decided: str
    reason: str
    tag: str
    note: str
    mended: str
    to_codebook: str
    not_mended: str
    nothing: str
    percent: str
    resolved: CountedText
    nothing_differs: str
    method_note: str
    statuses: Mapping[PlaceStatus, str]
    choices: Mapping[DecisionChoice, str]
    tags: Mapping[DecisionTag, str]

    def chosen(self, one: LoggedDecision) -> str:
        """Return what was settled, such as "Ane K.s koding"."""
        return self.choices[one.decision.choice].format(name=one.accepted)

    def put(self, one: LoggedDecision) -> str:
        """Return what the consensus holds there, such as "Mål [R1:13]"."""
        held = "; ".join(f"{coding.code.rpartition('/')[2]} [{coding.citation}]" for coding in one.codings)
        return held or (self.nothing if one.decision.is_settled else "")

    def tagged(self, one: LoggedDecision) -> str:
        """Return why they had differed, or an empty text."""
        return self.tags[one.decision.tag] if one.decision.tag else ""


def decision_words(language: str) -> DecisionWords:
    """Return the texts in `nb` or `en`; `KeyError` for another language."""
    return _WORDS[language]


_NB = DecisionWords(
    title="Forskjeller og vedtak",
    mending="Kodebok å rette",
    number="Nr.",
    source="Kilde",
    place="Sted",
    citation="Henvisning",
    page="Side",
    line="Linje",
    start="Start",
    end="Slutt",
    quote="Sitat",
    given="Koder: {name}",
    codes="Koder",
    kind="Forskjell",
    shared="Felles",
    status="Status",
    choice="Vedtak",
    result="I konsensus",
    decided_by="Avgjort av",
    decided_at="Avgjort",
    decided="Hvem og når",
    reason="Begrunnelse",
    tag="Årsak",
    note="Til kodeboka",
    mended="Rettet",
    to_codebook="Til kodeboka: {note}",
    not_mended="ikke ennå",
    nothing="ingen koding",
    percent="{n}\u00a0% felles",
    resolved=(
        "{settled} av 1 forskjell er avgjort.",
        "{settled} av {n} forskjeller er avgjort, {deferred} er drøftet og latt stå, {open} er ikke drøftet.",
    ),
    nothing_differs="Koderne skiller ikke lag noe sted.",
    method_note="Kodingene som hver koder gjorde, er ikke endret; det som ble avgjort, ligger i et eget lag. Felles = "
    "andel felles tegn av alt som er kodet på stedet, mellom de to som skiller seg mest.",
    statuses={
        PlaceStatus.OPEN: "Åpen",
        PlaceStatus.SETTLED: "Avgjort",
        PlaceStatus.LEFT_OPEN: "Drøftet, står åpen",
        PlaceStatus.ELSEWHERE: "Vedtak om et sted som ser annerledes ut i denne sammenlikningen",
    },
    choices={
        DecisionChoice.ACCEPT: "Slik {name} kodet",
        DecisionChoice.UNION: "Alt som noen merket",
        DecisionChoice.INTERSECTION: "Det som alle merket",
        DecisionChoice.EDIT: "Annen passasje eller andre koder",
        DecisionChoice.NEITHER: "Ingen av kodene",
        DecisionChoice.DEFER: "Står åpen",
    },
    tags={
        DecisionTag.UNCLEAR_DEFINITION: "uklar definisjon",
        DecisionTag.OVERSIGHT: "oversett",
        DecisionTag.UNIT: "ulik enhet",
        DecisionTag.AMBIGUITY: "tvetydig tekst",
    },
)

_EN = DecisionWords(
    title="Differences and decisions",
    mending="Codebook to mend",
    number="No.",
    source="Source",
    place="Place",
    citation="Reference",
    page="Page",
    line="Line",
    start="Start",
    end="End",
    quote="Quotation",
    given="Codes: {name}",
    codes="Codes",
    kind="Difference",
    shared="Shared",
    status="Status",
    choice="Decision",
    result="In the consensus",
    decided_by="Settled by",
    decided_at="Settled",
    decided="Who and when",
    reason="Reason",
    tag="Cause",
    note="For the codebook",
    mended="Mended",
    to_codebook="For the codebook: {note}",
    not_mended="not yet",
    nothing="no coding",
    percent="{n}% shared",
    resolved=(
        "{settled} of 1 difference is settled.",
        "{settled} of {n} differences are settled, {deferred} were talked about and left open, {open} were not talked "
        "about.",
    ),
    nothing_differs="The coders do not differ anywhere.",
    method_note="The codings that each coder made are not altered; what was settled is in a layer of its own. Shared = "
    "characters in common out of all that was coded at the place, between the two who differ most.",
    statuses={
        PlaceStatus.OPEN: "Open",
        PlaceStatus.SETTLED: "Settled",
        PlaceStatus.LEFT_OPEN: "Talked about, left open",
        PlaceStatus.ELSEWHERE: "Decision about a place that looks otherwise in this comparison",
    },
    choices={
        DecisionChoice.ACCEPT: "As {name} coded",
        DecisionChoice.UNION: "All that anybody marked",
        DecisionChoice.INTERSECTION: "What all marked",
        DecisionChoice.EDIT: "Another passage or other codes",
        DecisionChoice.NEITHER: "None of the codes",
        DecisionChoice.DEFER: "Left open",
    },
    tags={
        DecisionTag.UNCLEAR_DEFINITION: "unclear definition",
        DecisionTag.OVERSIGHT: "oversight",
        DecisionTag.UNIT: "other unit",
        DecisionTag.AMBIGUITY: "ambiguous text",
    },
)

_WORDS = {"nb": _NB, "en": _EN}
