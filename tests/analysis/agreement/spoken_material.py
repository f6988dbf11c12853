"""Interviews of a few turns, and what coders coded of them, as a comparison reads a project."""

from analysis.agreement.coded_material import CODEBOOK, GOALS
from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.attribution import Source
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import Document, DocumentText, SourceKind, Span, TextStructure
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.domain.respondent import GROUP, Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

SAID = "sier noe om målene 😀 her."
ROLES = {"I": SpeakerRole.INTERVIEWER, "X": SpeakerRole.NOBODY, "?": SpeakerRole.UNRESOLVED}
NOTE = "-"
"""What stands for a paragraph outside turns."""


def interview(number, voices, *, respondents=()):
    """Return an interview with a turn for each letter: digits are respondents, see `ROLES` for the others."""
    text, turns, labels = "", [], sorted(set(voices) - {NOTE})
    for voice in voices:
        start = len(text)
        label = "" if voice == NOTE else f"{voice}: "
        text += f"{label}{SAID}\n"
        if label:
            turns.append(Turn(start, start + len(label), len(text) - 1, 100 * number + labels.index(voice), len(turns)))
    speakers = tuple(
        Speaker(100 * number + at, f"{number}{voice}", number, voice, role_of(voice), person_of(voice))
        for at, voice in enumerate(labels)
    )
    lines = paragraphs_of(text)
    starts = tuple(line.start for line in lines)
    structure = TextStructure(paragraphs=lines, line_starts=starts, turns=tuple(turns))
    document = Document(
        number,
        str(number),
        f"Intervju {number}",
        SourceKind.TRANSCRIPT,
        f"D{number}",
        number,
        len(text),
        0,
        "",
        "",
        "",
        respondent_ids=tuple(respondents),
    )
    return Source(document, DocumentText(number, text, structure, speakers))


def role_of(voice):
    return ROLES.get(voice, SpeakerRole.RESPONDENT)


def person_of(voice):
    return int(voice) if voice.isdigit() else None


def paragraphs_of(text):
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Span(start, start + len(line) - 1))
        start += len(line)
    return tuple(found)


def people(**groups):
    """Return three respondents, of whom some have a group: `people(R1="Stab")`."""
    return {
        number: Respondent(
            number,
            str(number),
            f"Navn {number}",
            f"R{number}",
            number,
            attributes={GROUP: groups[f"R{number}"]} if f"R{number}" in groups else {},
        )
        for number in (1, 2, 3)
    }


def said(source, coder, turns, code=GOALS, *, upto=None):
    """Return one coding for each turn or note by its place in the interview; with `upto` one passage from each on."""
    found, lines, text = [], source.text.structure.paragraphs, source.text.text
    for at in turns:
        start, end = lines[at].start, lines[at if upto is None else upto].end
        turn = source.text.turn_at(start)
        start = turn.body_start if turn else start
        passage = Passage(source.document.id, start, end)
        anchor = anchor_of(text, start, end)
        guid = f"{coder}-{source.document.id}-{at}-{code}"
        found.append(Coding(0, guid, passage, anchor, code, coder, 1, "2025-05-05T10:00:00Z"))
    return found


def spoken(sources, *codings, respondents=None):
    found = [one for its in codings for one in its]
    by_id = {one.document.id: one for one in sources}
    return AgreementMaterial("Prøve", CODEBOOK, by_id, found, (), (), respondents or people())


def on_turns(*coders, scope=Scope.ALL, unit=UnitKind.TURN, **more):
    raters = tuple(Rater("ABCDEF"[coder - 1], coder) for coder in coders)
    return AgreementSetup(raters, scope=scope, unit=unit, samples=10, **more)
