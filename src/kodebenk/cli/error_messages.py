"""Turns every error of the family into one line: what happened, what is safe, what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kodebenk.cli import error_sentences as sentences
from kodebenk.cli.output import local_time, one_line
from kodebenk.cli.words import Language, Text, message
from kodebenk.errors import (
    Cancelled,
    ExportFailed,
    ProjectFileError,
    Rule,
    RuleBroken,
    SourceUnreadable,
    WorkbenchError,
)

_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Noun:
    """A word in the forms that sentences need: "koden", "en kode", "koder"."""

    the: Text
    one: Text
    many: Text


NOUNS = {
    "attribute": _Noun(
        Text("egenskapen", "the attribute"), Text("en egenskap", "an attribute"), Text("egenskaper", "attributes")
    ),
    "code": _Noun(Text("koden", "the code"), Text("en kode", "a code"), Text("koder", "codes")),
    "coder": _Noun(Text("koderen", "the coder"), Text("en koder", "a coder"), Text("kodere", "coders")),
    "coding": _Noun(Text("kodingen", "the coding"), Text("en koding", "a coding"), Text("kodinger", "codings")),
    "comparison": _Noun(
        Text("sammenlikningen", "the comparison"),
        Text("en sammenlikning", "a comparison"),
        Text("sammenlikninger", "comparisons"),
    ),
    "decision": _Noun(Text("vedtaket", "the decision"), Text("et vedtak", "a decision"), Text("vedtak", "decisions")),
    "document": _Noun(
        Text("dokumentet", "the document"), Text("et dokument", "a document"), Text("dokumenter", "documents")
    ),
    "guide": _Noun(
        Text("intervjuguiden", "the interview guide"),
        Text("en intervjuguide", "an interview guide"),
        Text("intervjuguider", "interview guides"),
    ),
    "label": _Noun(Text("merket", "the label"), Text("et merke", "a label"), Text("merker", "labels")),
    "sample": _Noun(Text("utvalget", "the sample"), Text("et utvalg", "a sample"), Text("utvalg", "samples")),
    "matrix": _Noun(Text("matrisen", "the matrix"), Text("en matrise", "a matrix"), Text("matriser", "matrices")),
    "place": _Noun(
        Text("stedet for spørsmålet", "the place of the question"),
        Text("et sted for et spørsmål", "a place of a question"),
        Text("steder for spørsmål", "places of questions"),
    ),
    "project": _Noun(
        Text("prosjektet", "the project"), Text("et prosjekt", "a project"), Text("prosjekter", "projects")
    ),
    "question": _Noun(
        Text("spørsmålet", "the question"), Text("et spørsmål", "a question"), Text("spørsmål", "questions")
    ),
    "respondent": _Noun(
        Text("respondenten", "the respondent"),
        Text("en respondent", "a respondent"),
        Text("respondenter", "respondents"),
    ),
    "row": _Noun(Text("raden", "the row"), Text("en rad", "a row"), Text("rader", "rows")),
    "speaker": _Noun(Text("taleren", "the speaker"), Text("en taler", "a speaker"), Text("talere", "speakers")),
    "task": _Noun(
        Text("kodeoppdraget", "the coding task"),
        Text("et kodeoppdrag", "a coding task"),
        Text("kodeoppdrag", "coding tasks"),
    ),
    "theme": _Noun(Text("temaet", "the theme"), Text("et tema", "a theme"), Text("temaer", "themes")),
    "voice": _Noun(Text("stemmen", "the voice"), Text("en stemme", "a voice"), Text("stemmer", "voices")),
}

VALUE_KINDS = {
    "cells": Text("innhold i cellene", "content of the cells"),
    "columns": Text("kolonner", "columns"),
    "count": Text("antall", "a number"),
    "continuum": Text("tekst med enheter", "a text with units"),
    "continuum length": Text("tekstens lengde", "the length of the text"),
    "evidence": Text("belegg", "evidence"),
    "key": Text("tast", "a key"),
    "kind": Text("type", "a kind"),
    "rating": Text("vurdering i tabellen", "a rating in the table"),
    "round": Text("koderunde", "a coding round"),
    "rows": Text("rader", "rows"),
    "share": Text("andel", "a share"),
    "stance": Text("holdning", "a stance"),
    "state": Text("celletilstand", "the state of a cell"),
    "unit end": Text("slutten på en enhet", "the end of a unit"),
    "unit start": Text("starten på en enhet", "the start of a unit"),
    "unit value": Text("verdien til en enhet", "the value of a unit"),
}

LISTED_BY = {
    "code": "codes",
    "coder": "info",
    "coding": "codings",
    "document": "info",
    "guide": "guide",
    "respondent": "respondents",
    "speaker": "speakers",
}

_SEE = Text("«kodebenk {command}» viser dem som finnes.", "“kodebenk {command}” lists those that exist.")
_KNOWN = Text("Finnes: {candidates}.", "There are: {candidates}.")
_NONE_KNOWN = Text("Prosjektet har ingen.", "The project has none.")
_PLACES = {
    "page": Text("side", "page"),
    "line": Text("linje", "line"),
    "row": Text("rad", "row"),
    "paragraph": Text("avsnitt", "paragraph"),
}
_HELD_BY = Text("hos {holder} på {host} (siden {since})", "by {holder} on {host} (since {since})")
_HELD_ELSEWHERE = Text("i et annet program", "in another program")


def explain(error: WorkbenchError, language: Language) -> str:
    """Return the sentence of an error, on one line."""
    match error:
        case RuleBroken():
            said = explain_rule(error.rule, error.fields, language)
        case ProjectFileError():
            said = _project_sentence(error, language)
        case SourceUnreadable():
            said = _source_sentence(error, language)
        case ExportFailed():
            said = _export_sentence(error, language)
        case Cancelled():
            said = message("cancelled", language)
        case _:
            raise error
    return one_line(said)


def explain_rule(rule: Rule, fields: Mapping[str, object], language: Language) -> str:
    """Return the sentence of a broken rule."""
    sentence = sentences.RULES[rule]
    if rule is Rule.VALUE_NOT_ALLOWED and fields.get("kind") == "code name":
        sentence = sentences.SLASH_IN_NAME
    if rule is Rule.STILL_BLIND and not fields.get("coder"):
        sentence = sentences.BLIND_TO_SOMEBODY
    return sentence.say(language, **rule_words(fields, language))


def rule_words(fields: Mapping[str, object], language: Language) -> dict[str, str]:
    """Return the fields of a broken rule as words, with `the`, `one`, `One`, `many` of its kind and `known`."""
    kind = str(fields.get("kind", ""))
    words = {name: _listed(value) for name, value in fields.items()}
    noun = NOUNS.get(kind)
    if noun is not None:
        one = noun.one.say(language)
        words |= {"the": noun.the.say(language), "one": one, "many": noun.many.say(language)}
        words["One"] = one[:1].upper() + one[1:]
    elif kind:
        words["the"] = VALUE_KINDS.get(kind, Text(kind, kind)).say(language)
    return words | {"known": _known(fields, language)}


def place_words(place: str, language: Language) -> str:
    """Return a place such as "page 3" in a language."""
    found = re.fullmatch(r"(\w+) (.+)", place)
    if found is None or found[1] not in _PLACES:
        return place
    return f"{_PLACES[found[1]].say(language)} {found[2]}"


def _known(fields: Mapping[str, object], language: Language) -> str:
    if "candidates" in fields:
        names = _listed(fields["candidates"])
        # Initials end names with a stop of their own: "Ane K."
        return _KNOWN.say(language, candidates=names.removesuffix(".")) if names else _NONE_KNOWN.say(language)
    command = LISTED_BY.get(str(fields.get("kind", "")))
    return _SEE.say(language, command=command) if command else ""


def _listed(value: object) -> str:
    if not isinstance(value, list | tuple):
        return str(value)
    more = len(value) - _MOST_LISTED
    return ", ".join(map(str, value[:_MOST_LISTED])) + (f" … (+{more})" if more > 0 else "")


def _project_sentence(error: ProjectFileError, language: Language) -> str:
    return sentences.PROJECT_PROBLEMS[error.problem].say(
        language,
        path=error.path,
        folder=error.path.parent,
        detail=_in_parentheses(str(error.fields.get("detail", ""))),
        written_by=error.fields.get("written_by") or error.fields.get("schema", "?"),
        holder=_holder(error.fields, language),
    )


def _holder(fields: Mapping[str, object], language: Language) -> str:
    if not fields.get("holder"):
        return _HELD_ELSEWHERE.say(language)
    since = local_time(str(fields.get("since", "")))
    return _HELD_BY.say(language, holder=fields["holder"], host=fields.get("host", "?"), since=since)


def _source_sentence(error: SourceUnreadable, language: Language) -> str:
    told = ", ".join(part for part in (place_words(error.place, language), error.detail) if part)
    return sentences.SOURCE_PROBLEMS[error.problem].say(
        language, file=error.path, detail=_in_parentheses(told), formats=error.detail
    )


def _export_sentence(error: ExportFailed, language: Language) -> str:
    return sentences.EXPORT_PROBLEMS[error.problem].say(
        language,
        path=error.path,
        folder=_folder_of(error.path),
        detail=_in_parentheses(error.detail),
        formats=error.detail,
    )


def _folder_of(path: Path) -> Path:
    return path.absolute().parent


def _in_parentheses(detail: str) -> str:
    return f" ({detail})" if detail else ""
