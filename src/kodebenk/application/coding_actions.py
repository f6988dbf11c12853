"""What a user can do to codings. Each function is one change."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.analysis.attribution import Source
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Coding, CodingKind, EvidenceGrade, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.passage import Passage, anchor_of, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coder_store, coding_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer

_GRADES = {
    SourceKind.TRANSCRIPT: EvidenceGrade.TAPED,
    SourceKind.NOTES: EvidenceGrade.NOTES,
    SourceKind.EMAIL: EvidenceGrade.EMAIL,
    SourceKind.FIELDNOTES: EvidenceGrade.OBSERVED,
}


def usual_kind(kind: SourceKind) -> CodingKind:
    """Return how words of such a document are to be presented: notes are never direct speech."""
    if kind in (SourceKind.TRANSCRIPT, SourceKind.EMAIL, SourceKind.SURVEY):
        return CodingKind.DIRECT
    return CodingKind.PARAPHRASE if kind in (SourceKind.NOTES, SourceKind.FIELDNOTES) else CodingKind.DOCUMENT


def usual_evidence(kind: SourceKind) -> EvidenceGrade:
    """Return what a passage of such a document rests on."""
    return _GRADES.get(kind, EvidenceGrade.DOCUMENT)


def apply_code(
    project: OpenProject,
    passage: Passage,
    code_id: int,
    *,
    coder_name: str = "",
    stance: Stance | None = None,
    comment: str = "",
    respondent_ids: Sequence[int] | None = None,
) -> int:
    """Code a passage and return the id of the coding. Blanks at its ends are left out.

    Raises:
        RuleBroken: EMPTY_PASSAGE, PASSAGE_OUTSIDE_TEXT, SAME_CODING_TWICE.
    """
    text = queries.text_of(project, passage.document_id).text
    check_passage(passage, len(text))
    passage = Passage(passage.document_id, *trim_blanks(text, passage.start, passage.end))
    check_passage(passage, len(text))
    name = coder_name or project.coder_name
    number = queries.current_round(project)
    _refuse_double(project, passage, code_id, name, number)
    kind = queries.document(project, passage.document_id).kind
    with project.change(ChangeName.APPLY_CODE, **_names(project, passage, code_id)) as write:
        return coding_store.add(
            write,
            passage=passage,
            anchor=anchor_of(text, passage.start, passage.end),
            code_id=code_id,
            coder_id=coder_id_of(write, name),
            created_at=now(),
            round=number,
            kind=usual_kind(kind),
            evidence=usual_evidence(kind),
            stance=stance,
            comment=comment,
            respondent_ids=respondent_ids,
        )


def _refuse_double(project: OpenProject, passage: Passage, code_id: int, coder_name: str, round_number: int) -> None:
    if _is_coded(project, passage, code_id, coder_name, round_number):
        raise RuleBroken(Rule.SAME_CODING_TWICE, **_names(project, passage, code_id))


def _is_coded(project: OpenProject, passage: Passage, code_id: int, coder_name: str, round_number: int) -> bool:
    coder = queries.find_coder(project, coder_name)
    if coder is None:
        return False
    same = coding_store.list_codings(project.connection, passage=passage, code_ids=[code_id], coder_ids=[coder.id])
    return any(one.round == round_number for one in same)


def _names(project: OpenProject, passage: Passage, code_id: int) -> dict[str, str]:
    return {
        "code": queries.codebook(project).by_id[code_id].name,
        "place": queries.cite_passage(project, passage.document_id, passage.start, passage.end),
    }


def _names_of(project: OpenProject, one: Coding) -> dict[str, str]:
    if one.unplaced:  # its passage is one of a text that was corrected since
        document = queries.document(project, one.passage.document_id)
        return {"code": queries.codebook(project).by_id[one.code_id].name, "place": document.name}
    return _names(project, one.passage, one.code_id)


def coder_id_of(writer: Writer, name: str) -> int:
    """Return the id of a person who codes, and who is added when new.

    Raises:
        RuleBroken: NAME_EMPTY; NAME_TAKEN, for a layer of codings that were agreed on.
    """
    wanted = name.strip()
    if not wanted:
        raise RuleBroken(Rule.NAME_EMPTY, kind="coder")
    known = coder_store.list_coders(writer.connection)
    for fold in (str, str.casefold):
        for one in known:
            if one.is_person and fold(one.name) == fold(wanted):
                return one.id
    if any(one.name.casefold() == wanted.casefold() for one in known):
        raise RuleBroken(Rule.NAME_TAKEN, kind="coder", name=wanted)
    return coder_store.add(writer, wanted)


def remove_coding(project: OpenProject, coding_id: int) -> None:
    """Remove a coding, also one without a place. Raises RuleBroken NOT_FOUND."""
    one = queries.coding(project, coding_id)
    with project.change(ChangeName.REMOVE_CODING, **_names_of(project, one)) as write:
        coding_store.delete(write, coding_id)


def resize_coding(project: OpenProject, coding_id: int, start: int, end: int) -> None:
    """Give a coding new ends. Raises RuleBroken as `apply_code` does."""
    one = queries.coding(project, coding_id)
    text = queries.text_of(project, one.passage.document_id).text
    passage = Passage(one.passage.document_id, start, end)
    check_passage(passage, len(text))
    start, end = trim_blanks(text, start, end)
    check_passage(Passage(passage.document_id, start, end), len(text))
    with project.change(ChangeName.RESIZE_CODING, **_names_of(project, one)) as write:
        coding_store.move(write, coding_id, start, end, anchor_of(text, start, end))


def recode(project: OpenProject, coding_id: int, code_id: int) -> None:
    """Give a coding another code. Raises RuleBroken SAME_CODING_TWICE."""
    one = queries.coding(project, coding_id)
    if one.code_id == code_id:
        return
    coder = next(coder for coder in queries.coders(project) if coder.id == one.coder_id)
    _refuse_double(project, one.passage, code_id, coder.name, one.round)
    names = _names_of(project, one)
    names["to"] = queries.codebook(project).by_id[code_id].name
    with project.change(ChangeName.RECODE, **names) as write:
        coding_store.update(write, coding_id, code_id=code_id)


def split_coding(project: OpenProject, coding_id: int, at: int) -> int:
    """Cut a coding in two at a position inside it; return the id of the second part, which inherits everything.

    Raises:
        RuleBroken: EMPTY_PASSAGE when one part would hold no words; NOT_FOUND for one without a place.
    """
    one = queries.coding(project, coding_id)
    if one.unplaced:
        raise RuleBroken(Rule.NOT_FOUND, kind="coding", name=str(coding_id))
    passage = one.passage
    text = queries.text_of(project, passage.document_id).text
    left = trim_blanks(text, passage.start, min(max(at, passage.start), passage.end))
    right = trim_blanks(text, min(max(at, passage.start), passage.end), passage.end)
    for start, end in (left, right):
        check_passage(Passage(passage.document_id, start, end), len(text))
    with project.change(ChangeName.SPLIT_CODING, **_names_of(project, one)) as write:
        coding_store.move(write, coding_id, *left, anchor_of(text, *left))
        return coding_store.add(
            write,
            passage=Passage(passage.document_id, *right),
            anchor=anchor_of(text, *right),
            code_id=one.code_id,
            coder_id=one.coder_id,
            created_at=now(),
            round=one.round,
            stance=one.stance,
            kind=one.kind,
            evidence=one.evidence,
            respondent_ids=one.respondent_ids if one.attribution.value == "hand" else None,
        )


def set_stance(project: OpenProject, coding_id: int, stance: Stance | None) -> None:
    """Set or clear the stance of a coding."""
    one = queries.coding(project, coding_id)
    details = _names_of(project, one) | {"stance": stance.value if stance else ""}
    with project.change(ChangeName.SET_STANCE, **details) as write:
        coding_store.update(write, coding_id, stance=stance)


def edit_coding(
    project: OpenProject,
    coding_id: int,
    *,
    comment: str | None = None,
    condensation: str | None = None,
    kind: CodingKind | None = None,
    evidence: EvidenceGrade | None = None,
    round_number: int | None = None,
) -> None:
    """Set what is given; what is None stays."""
    given = {
        "comment": comment,
        "condensation": condensation,
        "kind": kind,
        "evidence": evidence,
        "round": round_number,
    }
    values = {name: value for name, value in given.items() if value is not None}
    one = queries.coding(project, coding_id)
    with project.change(ChangeName.EDIT_CODING, **_names_of(project, one)) as write:
        coding_store.update(write, coding_id, **values)


def attribute_coding(project: OpenProject, coding_id: int, respondent_ids: Sequence[int] | None) -> None:
    """Attribute a coding to respondents by hand (none: to nobody), or with None to who speaks."""
    one = queries.coding(project, coding_id)
    with project.change(ChangeName.ATTRIBUTE_CODING, **_names_of(project, one)) as write:
        coding_store.attribute(write, coding_id, respondent_ids)


def code_hits(project: OpenProject, hits: Sequence[Passage], code_id: int) -> list[int]:
    """Code many passages in one step and return the ids; those that the coder has coded so already are left."""
    name = project.coder_name
    coder = queries.find_coder(project, name)
    number = queries.current_round(project)
    coder_ids = [] if coder is None else [coder.id]
    own = coding_store.list_codings(project.connection, code_ids=[code_id], coder_ids=coder_ids)
    done = {one.passage for one in own if one.round == number}
    code = queries.codebook(project).by_id[code_id]
    wanted = [hit for hit in dict.fromkeys(hits) if hit not in done]
    sources = {hit.document_id: queries.source_of(project, hit.document_id) for hit in wanted}
    for hit in wanted:
        check_passage(hit, len(sources[hit.document_id].text.text))
    with project.change(ChangeName.CODE_HITS, code=code.name, count=str(len(wanted))) as write:
        coder_id = coder_id_of(write, name) if wanted else 0
        return [_add_hit(write, sources[hit.document_id], hit, code_id, coder_id, number) for hit in wanted]


def _add_hit(write: Writer, source: Source, hit: Passage, code_id: int, coder_id: int, round_number: int) -> int:
    kind = source.document.kind
    return coding_store.add(
        write,
        passage=hit,
        anchor=anchor_of(source.text.text, hit.start, hit.end),
        code_id=code_id,
        coder_id=coder_id,
        created_at=now(),
        round=round_number,
        kind=usual_kind(kind),
        evidence=usual_evidence(kind),
    )


def add_coder(project: OpenProject, name: str) -> int:
    """Add a coder, or return the one of that name. Raises RuleBroken NAME_EMPTY, NAME_TAKEN."""
    with project.change(ChangeName.ADD_CODER, coder=name) as write:
        return coder_id_of(write, name)
