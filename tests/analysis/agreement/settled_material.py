"""Decisions about lines of the texts of ten lines, and the consensus that they lead to."""

from dataclasses import replace

from analysis.agreement.coded_material import GOALS, LINES, STARTS, made
from kodebenk.domain.consensus import DecidedPlace, Decision, DecisionChoice

CONSENSUS = 99
"""Whose the codings of the consensus are."""


def settled(line, coding_ids, code=GOALS, *, document=1, choice=DecisionChoice.EDIT):
    """Return a decision about a line that differs as a whole; without codings it is not coded."""
    start = STARTS[line]
    place = DecidedPlace(document, start, start + len(LINES[line]), (code,))
    return Decision(
        id=1000 * document + 10 * line + code,
        guid="",
        place=place,
        kind="missing",
        quote=LINES[line],
        choice=choice if coding_ids or choice is DecisionChoice.DEFER else DecisionChoice.NEITHER,
        coder_id=None,
        reason="",
        tag=None,
        decided_at="2025-09-01T10:00:00Z",
        decided_by=1,
        comparison_id=None,
        coding_ids=tuple(coding_ids),
    )


def left_open(line, code=GOALS, *, document=1):
    return settled(line, [], code, document=document, choice=DecisionChoice.DEFER)


def consensus(lines, code=GOALS, *, document=1):
    """Return codings of the consensus with ids of their own: those of the lines are `consensus_id`."""
    codings = made(CONSENSUS, lines, code, document=document)
    return [
        replace(coding, id=consensus_id(line, code, document=document))
        for line, coding in zip(lines, codings, strict=True)
    ]


def consensus_id(line, code=GOALS, *, document=1):
    return 100_000 + 1000 * document + 10 * line + code
