"""A talk of three turns that coders coded, and what comparing them gives."""

from __future__ import annotations

from dataclasses import replace

from kodebenk.analysis.agreement.coders_comparison import compare_material
from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import DecidedPlace, Decision, DecisionChoice
from kodebenk.domain.document import Document, DocumentText, Page, SourceKind, Span, TextStructure
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn
from kodebenk.ui.compare.shown_places import ShownPlace

CODEBOOK = Codebook(
    (
        Code(1, "1", None, 0, "Deltakelse", 1),
        Code(2, "2", 1, 0, "Medvirkning", 4),
        Code(3, "3", 1, 1, "Forankring", 5),
        Code(4, "4", None, 1, "Styring", 1),
        Code(5, "5", 4, 0, "Tillit", 8),
        Code(6, "6", 4, 1, "Legitimitet", 7),
    )
)
INVOLVEMENT, ROOTS, TRUST, LEGITIMACY = 2, 3, 5, 6
ANE, LARS, MINA = 1, 2, 3
CODERS = {
    number: Coder(number, str(number), name) for number, name in ((1, "Ane Krog"), (2, "Lars Bø"), (3, "Mina Strand"))
}
RESPONDENTS = {1: Respondent(1, "1", "Berit Lie", "R1", 0)}
TALK = (
    (1, "Var enhetslederne med på å velge målene?"),
    (2, "De var med på å fylle ut skjemaet 😀, men ikke på å velge. Staben sendte et forslag."),
    (1, "Hva gjorde det med tilliten?"),
    (2, "Den ble sterkere der folk hadde vært med. Ellers ble rapporten noe du leverte fordi fristen sto der."),
)
LABELS = {1: "Intervjuer: ", 2: "Berit: "}


def source(rounds: int = 1) -> Source:
    """Return the talk, so many times over, with a page for each round."""
    text, turns, spans, pages = "", [], [], []
    for number in range(rounds):
        opened = len(text)
        for speaker, words in TALK:
            start = len(text)
            text += LABELS[speaker] + words
            turns.append(Turn(start, start + len(LABELS[speaker]), len(text), speaker, len(turns) + 1))
            spans.append(Span(start, len(text)))
            text += "\n\n"
        pages.append(Page(opened, len(text), str(number + 1)))
    structure = TextStructure(tuple(spans), pages=tuple(pages), line_starts=(0,), turns=tuple(turns))
    speakers = (
        Speaker(1, "1", 1, "Intervjuer", SpeakerRole.INTERVIEWER),
        Speaker(2, "2", 1, "Berit", SpeakerRole.RESPONDENT, 1),
    )
    document = Document(1, "1", "Intervju R1", SourceKind.TRANSCRIPT, "D1", 0, len(text), rounds, "", "", "")
    return Source(document, DocumentText(1, text, structure, speakers))


def coded(made: Source, coder: int, words: str, code: int, nth: int = 0) -> Coding:
    """Return a coding of the words where they stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = made.text.text.index(words, start + 1)
    return between(made, coder, start, start + len(words), code)


def between(made: Source, coder: int, start: int, end: int, code: int) -> Coding:
    anchor = anchor_of(made.text.text, start, end)
    return Coding(0, f"{coder}-{start}-{end}-{code}", Passage(1, start, end), anchor, code, coder, 1, "2025-05-05T10")


def report_of(made: Source, codings, coders=(ANE, LARS, MINA), *, scope=Scope.RESPONDENTS):
    """Return what comparing these coders gives."""
    material = AgreementMaterial("Prøve", CODEBOOK, {1: made}, codings, (), (), RESPONDENTS)
    raters = tuple(Rater(CODERS[one].name if one in CODERS else f"Koder {one}", one) for one in coders)
    setup = AgreementSetup(raters, documents=(1,), unit=UnitKind.SENTENCE, samples=10, scope=scope)
    return compare_material(material, setup, lambda: False, lambda _done, _of: None)


def shown_places(report, settled=()) -> list[ShownPlace]:
    """Return the differences in the order of the text; those whose numbers are named are settled."""
    differing = [(index, place) for index, place in enumerate(report.places) if place in report.disagreements]
    ordered = sorted(differing, key=lambda pair: (pair[1].start, pair[1].end))
    open_places = [ShownPlace(number, *pair, None) for number, pair in enumerate(ordered, 1)]
    return [replace(one, decision=decided(one.place)) if one.number in settled else one for one in open_places]


def decided(place) -> Decision:
    where = DecidedPlace(place.document_id, place.start, place.end, ())
    choice, day = DecisionChoice.UNION, "2025-05-20T10:00:00Z"
    return Decision(1, "", where, place.kind.value, place.quote, choice, None, "", None, day, ANE, None)


def usual_codings(made: Source) -> list[Coding]:
    """Return codings with a boundary, a different code, a missing one, and one on which all agree."""
    involved = "De var med på å fylle ut skjemaet 😀, men ikke på å velge."
    return [
        coded(made, ANE, involved, INVOLVEMENT),
        coded(made, LARS, involved + " Staben sendte et forslag.", INVOLVEMENT),
        coded(made, MINA, involved, INVOLVEMENT),
        coded(made, ANE, "Den ble sterkere der folk hadde vært med.", TRUST),
        coded(made, LARS, "Den ble sterkere der folk hadde vært med.", LEGITIMACY),
        coded(made, MINA, "Den ble sterkere der folk hadde vært med.", TRUST),
        coded(made, ANE, "fordi fristen sto der", ROOTS),
        coded(made, MINA, "fordi fristen sto der", ROOTS),
        coded(made, ANE, "rapporten", ROOTS),
        coded(made, LARS, "rapporten", ROOTS),
        coded(made, MINA, "rapporten", ROOTS),
    ]


def show(view, made, report, settled=()):
    """Show the talk in a view, which keeps what it was given."""
    view.made, view.report, view.places = made, report, shown_places(report, settled)
    view.show_source(
        made,
        report=report,
        document_number=0,
        codebook=CODEBOOK,
        coders=CODERS,
        respondents=RESPONDENTS,
        places=view.places,
    )
