"""Small documents for the tests of the reading view."""

from __future__ import annotations

from kodebenk.domain.document import DocumentText, Heading, Page, Span, TextStructure, number_lines
from kodebenk.domain.transcript import Turn
from kodebenk.ui.reading.spans import CodingSpan, SpeakerFace

FACES = {
    1: SpeakerFace("Intervjuer", True, True, "Intervjuer"),
    2: SpeakerFace("R1", False, True, "R1 · Berit"),
    3: SpeakerFace("HALVOR", False, False, "Halvor"),
}
LABELS = {1: "Intervjuer: ", 2: "Berit: ", 3: "Halvor: "}
TALK = (
    (1, "Hvordan begynte arbeidet med målene?"),
    (2, "Det begynte 😀 med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen for pengene, f.eks. i skolen."),
    (3, "Og så fikk enhetene ansvar, men ikke opplæring."),
    (1, "Ble de ansatte spurt?"),
    (2, "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel."),
)


def interview(rounds: int = 1, page_before_turn: int | None = None) -> DocumentText:
    """Return a transcript with labels before the turns, a blank line between them, and a heading."""
    text = "Intervju i Lillevik\n\n"
    heading = Heading(0, len(text) - 2, 1)
    turns, spans = [], [Span(0, len(text) - 2)]
    for speaker, words in TALK * rounds:
        start = len(text)
        text += LABELS[speaker] + words
        turns.append(Turn(start, start + len(LABELS[speaker]), len(text), speaker, len(turns) + 1))
        spans.append(Span(start, len(text)))
        text += "\n\n"
    text = text.rstrip("\n")
    pages = ()
    if page_before_turn is not None:
        cut = turns[page_before_turn - 1].start
        pages = (Page(0, cut, "1"), Page(cut, len(text), "2"))
    structure = TextStructure(tuple(spans), (heading,), pages, number_lines(text), tuple(turns))
    return DocumentText(1, text, structure)


def plain(text: str) -> DocumentText:
    """Return a document without turns, a paragraph per line."""
    spans, reached = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(reached, reached + len(line)))
        reached += len(line) + 1
    return DocumentText(2, text, TextStructure(paragraphs=tuple(spans), line_starts=number_lines(text)))


def coding(document: DocumentText, quote: str, coding_id: int = 1, **fields: object) -> CodingSpan:
    """Return a coding of the first place where the quote stands."""
    start = document.text.index(quote)
    values = {"slot": 1, "name": "Medvirkning", "accessible_name": f"Medvirkning {coding_id}"} | fields
    return CodingSpan(id=coding_id, start=start, end=start + len(quote), **values)
