"""The language of the command line, and texts that exist in both."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_NORWEGIAN = ("nb", "nn", "no")
_NORWEGIAN_ON_WINDOWS = 0x14
"""Primary language id LANG_NORWEGIAN (MS-LCID)."""


class Language(StrEnum):
    """A language of headings and messages."""

    NB = "nb"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; names in braces are filled in by `say`.

    `nb_one` and `en_one` are said instead where `count` is one.
    """

    nb: str
    en: str
    nb_one: str = ""
    en_one: str = ""

    def say(self, language: Language, **fields: object) -> str:
        """Return the text in a language; a name that is not given becomes an ellipsis."""
        many, one = (self.nb, self.nb_one) if language is Language.NB else (self.en, self.en_one)
        return (one if one and str(fields.get("count")) == "1" else many).format_map(_Fields(fields))


class _Fields(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def system_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return bokmål where the system speaks any Norwegian, else English."""
    told = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    if not told and sys.platform == "win32":
        return _windows_language()
    return Language.NB if told.casefold().startswith(_NORWEGIAN) else Language.EN


def _windows_language() -> Language:
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _NORWEGIAN_ON_WINDOWS:
            return Language.NB
    return Language.EN


HEADINGS = {
    "answered": Text("Svart", "Answered"),
    "asked": Text("Spurt", "Asked"),
    "at": Text("Tid", "Time"),
    "attributes": Text("Egenskaper", "Attributes"),
    "backup": Text("Reservekopi", "Backup"),
    "characters": Text("Tegn", "Characters"),
    "citation": Text("Sted", "Place"),
    "code": Text("Kode", "Code"),
    "corrected": Text("Rettet", "Corrected"),
    "coder": Text("Koder", "Coder"),
    "coders": Text("Kodere", "Coders"),
    "codes": Text("Koder", "Codes"),
    "codings": Text("Kodinger", "Codings"),
    "colour": Text("Farge", "Colour"),
    "context": Text("Sammenheng", "Context"),
    "definition": Text("Definisjon", "Definition"),
    "document": Text("Dokument", "Document"),
    "documents": Text("Dokumenter", "Documents"),
    "confirmed": Text("Bekreftet", "Confirmed"),
    "drawn": Text("Trukket", "Drawn"),
    "found": Text("Funnet", "Found"),
    "id": Text("Nr.", "No."),
    "kind": Text("Type", "Kind"),
    "label": Text("Merke", "Label"),
    "line": Text("Linje", "Line"),
    "matrices": Text("Matriser", "Matrices"),
    "message": Text("Melding", "Message"),
    "name": Text("Navn", "Name"),
    "page": Text("Side", "Page"),
    "pages": Text("Sider", "Pages"),
    "paragraphs": Text("Avsnitt", "Paragraphs"),
    "places": Text("Steder", "Places"),
    "question": Text("Spørsmål", "Question"),
    "quote": Text("Sitat", "Quote"),
    "reason": Text("Årsak", "Reason"),
    "respondent": Text("Respondent", "Respondent"),
    "respondents": Text("Respondenter", "Respondents"),
    "role": Text("Rolle", "Role"),
    "round": Text("Runde", "Round"),
    "row": Text("Rad", "Row"),
    "sample": Text("Utvalg", "Sample"),
    "schema": Text("Skjema", "Schema"),
    "seed": Text("Frø", "Seed"),
    "score": Text("Treff %", "Match %"),
    "speakers": Text("Talere", "Speakers"),
    "stance": Text("Holdning", "Stance"),
    "state": Text("Tilstand", "State"),
    "stratum": Text("Innenfor", "Within"),
    "theme": Text("Tema", "Theme"),
    "title": Text("Tittel", "Title"),
    "turns": Text("Turer", "Turns"),
    "units": Text("Enheter", "Units"),
    "unplaced": Text("Uplasserte kodinger", "Unplaced codings"),
    "unplaced_voices": Text("Uplasserte stemmer", "Unplaced voices"),
    "what": Text("Handling", "Change"),
}

ROLES = {
    "unresolved": Text("uavklart", "unresolved"),
    "respondent": Text("respondent", "respondent"),
    "interviewer": Text("intervjuer", "interviewer"),
    "none": Text("ingen", "nobody"),
}

STANCES = {
    "for": Text("for", "for"),
    "mot": Text("mot", "against"),
    "blandet": Text("blandet", "mixed"),
    "nøytral": Text("nøytral", "neutral"),
}

STATES = {
    "answered": Text("besvart", "answered"),
    "asked_unclear": Text("spurt, uklart svar", "asked, unclear"),
    "asked": Text("spurt, ikke kodet ennå", "asked, not coded yet"),
    "not_asked": Text("ikke spurt", "not asked"),
    "not_applicable": Text("ikke aktuelt", "not applicable"),
    "not_coded": Text("ikke kodet ennå", "not coded yet"),
}

KINDS = {
    "transcript": Text("transkripsjon", "transcript"),
    "notes": Text("notater", "notes"),
    "email": Text("e-post", "e-mail"),
    "plan": Text("plandokument", "planning document"),
    "survey": Text("spørreskjema", "survey"),
    "fieldnotes": Text("feltnotater", "field notes"),
    "literature": Text("litteratur", "literature"),
}

MESSAGES = {
    "added": Text("La til {count} av {of} filer.", "Added {count} of {of} files."),
    "backup_failed": Text(
        "Endringen er lagret, men reservekopien kunne ikke lages: {reason}",
        "The change is saved, but no backup could be made: {reason}",
    ),
    "cells_changed": Text(
        "{count} celler ble endret.", "{count} cells changed.", "1 celle ble endret.", "1 cell changed."
    ),
    "codes_imported": Text("Leste {count} koder.", "Read {count} codes.", "Leste 1 kode.", "Read 1 code."),
    "coded": Text("Kodet «{code}» på {citation} (koding {id}).", "Coded “{code}” at {citation} (coding {id})."),
    "coded_hits": Text("Kodet {count} av {of} treff.", "Coded {count} of {of} hits."),
    "demo": Text("Eksempelprosjektet ligger i {project}", "The example project is {project}"),
    "demo_matrix": Text("Matrisen ligger i {matrix}", "Its matrix is {matrix}"),
    "empty": Text("(tomt)", "(nothing)"),
    "failed": Text("{count} av {of} filer ble ikke lagt til: {reasons}", "{count} of {of} files not added: {reasons}"),
    "guide_imported": Text(
        "Leste inn «{guide}» med {count} spørsmål; {places} steder er foreslått.",
        "Imported “{guide}” with {count} questions; {places} places are proposed.",
        "Leste inn «{guide}» med 1 spørsmål; {places} steder er foreslått.",
        "Imported “{guide}” with 1 question; {places} places are proposed.",
    ),
    "left_out": Text(
        "{count} kilder kodes blindt nå; kodinger i dem er utelatt. Si hvem som arbeider med «--as NAVN».",
        "{count} sources are being coded blind; codings in them are left out. Say who works with “--as NAME”.",
        "1 kilde kodes blindt nå; kodinger i den er utelatt. Si hvem som arbeider med «--as NAVN».",
        "1 source is being coded blind; codings in it are left out. Say who works with “--as NAME”.",
    ),
    "left_out_own": Text(
        "{coder} koder {count} kilder blindt; andres arbeid i dem er utelatt til oppdragene er meldt ferdig.",
        "{coder} codes {count} sources blind; others' work in them is left out until the tasks are finished.",
        "{coder} koder 1 kilde blindt; andres arbeid i den er utelatt til oppdraget er meldt ferdig.",
        "{coder} codes 1 source blind; others' work in it is left out until the task is finished.",
    ),
    "made": Text("Laget {project}", "Made {project}"),
    "no_evidence": Text("uten belegg", "no evidence"),
    "not_placed": Text(
        "{count} rader fikk ikke plass:",
        "{count} rows found no place:",
        "1 rad fikk ikke plass:",
        "1 row found no place:",
    ),
    "several_places": Text(
        "Sitatet finnes flere steder og ble kodet på det første (oppgi start for et annet):",
        "The quote stands in several places and was coded at the first (give start for another):",
    ),
    "ok": Text("Alt er i orden.", "Everything is in order."),
    "placed": Text(
        "Plasserte {placed} av {of} sitater, {exact} av dem ordrett.",
        "Placed {placed} of {of} quotes, {exact} of them word for word.",
    ),
    "problems": Text(
        "Fant {count} feil i {project}; ingenting er endret av kontrollen. Listen sier hva som kan repareres "
        "(«--repair») og hvilke reservekopier som finnes.",
        "Found {count} problems in {project}; the check changed nothing. The list says what can be repaired "
        "(“--repair”) and which backups there are.",
        "",
        "Found 1 problem in {project}; the check changed nothing. The list says what can be repaired "
        "(“--repair”) and which backups there are.",
    ),
    "nearly": Text("Nesten like (kontroller disse):", "Nearly the same (look at these):"),
    "known": Text(
        "{count} rader var kodet fra før.",
        "{count} rows were coded before.",
        "1 rad var kodet fra før.",
        "1 row was coded before.",
    ),
    "redone": Text("Gjorde om: {what}", "Redid: {what}"),
    "repaired": Text("Reparerte {count} rader.", "Repaired {count} rows.", "Reparerte 1 rad.", "Repaired 1 row."),
    "respondents_imported": Text(
        "Leste {count} respondenter.", "Read {count} respondents.", "Leste 1 respondent.", "Read 1 respondent."
    ),
    "stale": Text("kodingene er endret siden dette ble skrevet", "the codings changed since this was written"),
    "theme_codes_made": Text(
        "Laget {count} koder av temaer.",
        "Made {count} codes of themes.",
        "Laget 1 kode av et tema.",
        "Made 1 code of a theme.",
    ),
    "places_found": Text(
        "{count} steder er foreslått.", "{count} places are proposed.", "1 sted er foreslått.", "1 place is proposed."
    ),
    "places_confirmed": Text(
        "Bekreftet {count} steder.", "Confirmed {count} places.", "Bekreftet 1 sted.", "Confirmed 1 place."
    ),
    "answers_coded": Text("Kodet {count} svar.", "Coded {count} answers.", "Kodet 1 svar.", "Coded 1 answer."),
    "unplaced_left": Text(
        "{count} kodinger har ingen plass i en rettet tekst og må avklares.",
        "{count} codings have no place in a corrected text and wait to be settled.",
        "1 koding har ingen plass i en rettet tekst og må avklares.",
        "1 coding has no place in a corrected text and waits to be settled.",
    ),
    "unplaced_voices_left": Text(
        "{count} stemmer har ingen plass i en rettet tekst og må avklares.",
        "{count} voices have no place in a corrected text and wait to be settled.",
        "1 stemme har ingen plass i en rettet tekst og må avklares.",
        "1 voice has no place in a corrected text and waits to be settled.",
    ),
    "undone": Text("Angret: {what}", "Undid: {what}"),
    "undone_mark": Text("angret", "undone"),
    "written": Text("Skrev {path}", "Wrote {path}"),
    "unattributed": Text(
        "{count} kodinger hører ikke til noen rad: ingen er satt som taler.",
        "{count} codings belong to no row: nobody is known to have said them.",
        "1 koding hører ikke til noen rad: ingen er satt som taler.",
        "1 coding belongs to no row: nobody is known to have said it.",
    ),
    "unexpected": Text(
        "Noe gikk galt i programmet ({kind}); prosjektet er slik det var før kommandoen. Sporet er lagt i {log} – "
        "send det gjerne til utviklerne, det inneholder ingen tekst fra materialet.",
        "Something went wrong in the program ({kind}); the project is as it was before the command. The trace is in "
        "{log} – please send it to the developers, it holds no text of the material.",
    ),
    "cancelled": Text("Avbrutt; ingenting er endret.", "Stopped; nothing was changed."),
}


def message(name: str, language: Language, **fields: object) -> str:
    """Return one of the messages above."""
    return MESSAGES[name].say(language, **fields)


def heading(name: str, language: Language) -> str:
    """Return one of the headings above."""
    return HEADINGS[name].say(language)
