"""Sentences for what readers warn of, what checks find, why a row has no place, and what changes were made."""

from __future__ import annotations

from collections.abc import Mapping

from kodebenk.cli.error_messages import rule_words
from kodebenk.cli.words import Language, Text
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule

WARNINGS = {
    "comments_left_out": Text(
        "{count} kommentarer er utelatt.",
        "{count} comments were left out.",
        "1 kommentar er utelatt.",
        "1 comment was left out.",
    ),
    "doubtful_speaker": Text(
        "Det er uklart hvem som sier dette; det hører til turen foran.",
        "It is not clear who says this; it belongs to the turn before.",
    ),
    "embedded_left_out": Text(
        "{count} innebygde objekter er utelatt.",
        "{count} embedded objects were left out.",
        "1 innebygd objekt er utelatt.",
        "1 embedded object was left out.",
    ),
    "hidden_left_out": Text(
        "{count} steder med skjult tekst er utelatt.",
        "{count} stretches of hidden text left out.",
        "1 sted med skjult tekst er utelatt.",
        "1 stretch of hidden text left out.",
    ),
    "introduction_left_out": Text(
        "{count} spørsmål i innledningen er utelatt.",
        "{count} questions of the introduction were left out.",
        "1 spørsmål i innledningen er utelatt.",
        "1 question of the introduction was left out.",
    ),
    "label_once": Text(
        "«{label}» ser ut som en taler, men forekommer bare én gang.",
        "“{label}” looks like a speaker but occurs only once.",
    ),
    "label_variants": Text(
        "«{label}» kan være samme taler som «{main}».", "“{label}” may be the same speaker as “{main}”."
    ),
    "notes_moved": Text(
        "{count} fotnoter eller sluttnoter står etter teksten.",
        "{count} footnotes or endnotes stand after the text.",
        "1 fotnote eller sluttnote står etter teksten.",
        "1 footnote or endnote stands after the text.",
    ),
    "page_without_text": Text("Siden har ingen tekst (skannet?).", "The page has no text (scanned?)."),
    "pages_uncertain": Text(
        "Sidene er usikre: filen har {found} sideskift, men ikke sidene slik Word viser dem.",
        "The pages are uncertain: the file has {found} page breaks but not the pages as Word shows them.",
    ),
    "respondents_without_answers": Text(
        "{count} respondenter ga ingen fritekstsvar; de er respondenter, men står ikke i teksten.",
        "{count} respondents gave no free answer; they are respondents, but not in the text.",
        "1 respondent ga ingen fritekstsvar; vedkommende er respondent, men står ikke i teksten.",
        "1 respondent gave no free answer; they are a respondent, but not in the text.",
    ),
    "tracked_changes_accepted": Text(
        "Sporede endringer er godtatt: {insertions} innsettinger, {deletions} slettinger.",
        "Tracked changes were accepted: {insertions} insertions, {deletions} deletions.",
    ),
    "undecodable": Text(
        "{count} tegn kunne ikke leses som {encoding}.",
        "{count} characters could not be read as {encoding}.",
        "1 tegn kunne ikke leses som {encoding}.",
        "1 character could not be read as {encoding}.",
    ),
    "unknown_symbols": Text(
        "{count} ukjente symboltegn.", "{count} unknown symbols.", "1 ukjent symboltegn.", "1 unknown symbol."
    ),
    "unreadable_characters": Text(
        "{count} tegn er uleselige.",
        "{count} characters are unreadable.",
        "1 tegn er uleselig.",
        "1 character is unreadable.",
    ),
}

CHECK_PROBLEMS = {
    "file_damaged": Text(
        "Filen er skadet: {detail}. Hent en reservekopi.", "The file is damaged: {detail}. Restore a backup."
    ),
    "reference_broken": Text(
        "Rad {row} i {table} viser til noe i {to} som ikke finnes.",
        "Row {row} of {table} refers to something in {to} that does not exist.",
    ),
    "text_missing": Text("Dokumentet «{document}» mangler teksten.", "The document “{document}” has lost its text."),
    "text_length": Text(
        "Tegntallet for «{document}» stemmer ikke; kan repareres.",
        "The number of characters of “{document}” is wrong; can be repaired.",
    ),
    "structure_outside_text": Text(
        "Avsnitt eller turer ligger utenfor teksten i dokument {document}.",
        "Paragraphs or turns lie outside the text of document {document}.",
    ),
    "original_changed": Text(
        "Originalfilen {file} er ikke den som ble lest inn.", "The original file {file} is not what was imported."
    ),
    "quote_not_in_place": Text(
        "Sitatet i koding {coding} står ikke på sin plass i dokument {document}.",
        "The quote of coding {coding} does not stand in its place in document {document}.",
    ),
    "voice_not_in_place": Text(
        "Stemmen {number} står ikke ved sine ord i dokument {document}.",
        "Voice {number} does not stand at its words in document {document}.",
    ),
    "question_not_in_place": Text(
        "Stedet {number} for et spørsmål står ikke ved sine ord i dokument {document}.",
        "Place {number} of a question does not stand at its words in document {document}.",
    ),
    "context_changed": Text(
        "Ordene rundt koding {coding} er endret; kan repareres.",
        "The words around coding {coding} changed; can be repaired.",
    ),
    "code_unreachable": Text(
        "Koden «{code}» ligger under seg selv; kan repareres.", "The code “{code}” lies below itself; can be repaired."
    ),
}

UNPLACED: dict[str, Text] = {
    "quote_not_found": Text("sitatet finnes ikke i dokumentet", "the quote is not in the document"),
    Rule.NOT_FOUND: Text("finner ikke {the} «{name}»", "cannot find {the} “{name}”"),
    Rule.AMBIGUOUS_NAME: Text(
        "«{name}» passer på flere {many}: {candidates}", "“{name}” fits several {many}: {candidates}"
    ),
    Rule.NAME_EMPTY: Text("{the} mangler", "{the} is missing"),
    Rule.VALUE_NOT_ALLOWED: Text(
        "«{value}» kan ikke brukes som {the} (mulig: {allowed})",
        "“{value}” cannot be used as {the} (possible: {allowed})",
    ),
}

CHANGES = {
    ChangeName.CREATE_PROJECT: Text("laget prosjektet «{title}»", "made the project “{title}”"),
    ChangeName.RENAME_PROJECT: Text("ga prosjektet navnet «{to}»", "renamed the project to “{to}”"),
    ChangeName.IMPORT_DOCUMENTS: Text(
        "la til {count} dokumenter", "added {count} documents", "la til 1 dokument", "added 1 document"
    ),
    ChangeName.RENAME_DOCUMENT: Text("ga «{document}» navnet «{to}»", "renamed “{document}” to “{to}”"),
    ChangeName.EDIT_DOCUMENT: Text("endret opplysninger om «{document}»", "changed details of “{document}”"),
    ChangeName.DELETE_DOCUMENT: Text("slettet dokumentet «{document}»", "deleted the document “{document}”"),
    ChangeName.MOVE_DOCUMENT: Text("flyttet «{document}» i listen", "moved “{document}” in the list"),
    ChangeName.EDIT_TEXT: Text("rettet teksten i «{document}»", "corrected the text of “{document}”"),
    ChangeName.REPLACE_TEXT: Text(
        "byttet ut teksten i «{document}» med {file}", "replaced the text of “{document}” by {file}"
    ),
    ChangeName.PLACE_CODING: Text("plasserte «{code}» på {place}", "placed “{code}” at {place}"),
    ChangeName.PLACE_VOICE: Text("plasserte en stemme på {place}", "placed a voice at {place}"),
    ChangeName.PLACE_CERTAIN: Text(
        "plasserte {count} merker som var sikre, i {place}",
        "placed {count} marks that were certain, in {place}",
        "plasserte 1 merke som var sikkert, i {place}",
        "placed 1 mark that was certain, in {place}",
    ),
    ChangeName.MARK_VOICE: Text("merket en stemme på {place}", "marked a voice at {place}"),
    ChangeName.EDIT_VOICE: Text("endret en stemme på {place}", "changed a voice at {place}"),
    ChangeName.REMOVE_VOICE: Text("fjernet en stemme fra {place}", "removed a voice from {place}"),
    ChangeName.IMPORT_GUIDE: Text("leste inn intervjuguiden «{guide}»", "imported the interview guide “{guide}”"),
    ChangeName.ADD_GUIDE: Text("la til intervjuguiden «{guide}»", "added the interview guide “{guide}”"),
    ChangeName.EDIT_GUIDE: Text("endret intervjuguiden «{guide}»", "changed the interview guide “{guide}”"),
    ChangeName.DELETE_GUIDE: Text("slettet intervjuguiden «{guide}»", "deleted the interview guide “{guide}”"),
    ChangeName.FIND_QUESTIONS: Text(
        "søkte etter spørsmål: {count} steder",
        "searched for questions: {count} places",
        "søkte etter spørsmål: 1 sted",
        "searched for questions: 1 place",
    ),
    ChangeName.SETTLE_QUESTIONS: Text(
        "avklarte {count} steder for spørsmål",
        "settled {count} places of questions",
        "avklarte 1 sted for spørsmål",
        "settled 1 place of a question",
    ),
    ChangeName.SET_PROGRESS: Text(
        "satte fremdrift i «{document}» til {percent}", "set progress of “{document}” to {percent}"
    ),
    ChangeName.SET_SPEAKERS: Text("satte talerne i «{document}»", "settled the speakers of “{document}”"),
    ChangeName.ADD_RESPONDENT: Text("la til respondenten {respondent}", "added the respondent {respondent}"),
    ChangeName.EDIT_RESPONDENT: Text("endret respondenten {respondent}", "changed the respondent {respondent}"),
    ChangeName.MERGE_RESPONDENTS: Text("slo sammen {respondent} med {into}", "merged {respondent} into {into}"),
    ChangeName.DELETE_RESPONDENT: Text("slettet respondenten {respondent}", "deleted the respondent {respondent}"),
    ChangeName.IMPORT_RESPONDENTS: Text(
        "leste inn {count} respondenter",
        "imported {count} respondents",
        "leste inn 1 respondent",
        "imported 1 respondent",
    ),
    ChangeName.ADD_CODE: Text("la til koden «{code}»", "added the code “{code}”"),
    ChangeName.EDIT_CODE: Text("endret koden «{code}»", "changed the code “{code}”"),
    ChangeName.RENAME_CODE: Text("ga koden «{code}» navnet «{to}»", "renamed the code “{code}” to “{to}”"),
    ChangeName.MOVE_CODE: Text("flyttet koden «{code}»", "moved the code “{code}”"),
    ChangeName.MERGE_CODES: Text("slo sammen koden «{code}» med «{into}»", "merged the code “{code}” into “{into}”"),
    ChangeName.DELETE_CODE: Text("slettet koden «{code}»", "deleted the code “{code}”"),
    ChangeName.IMPORT_CODES: Text(
        "leste inn {count} koder", "imported {count} codes", "leste inn 1 kode", "imported 1 code"
    ),
    ChangeName.APPLY_CODE: Text("kodet «{code}» på {place}", "coded “{code}” at {place}"),
    ChangeName.REMOVE_CODING: Text("fjernet «{code}» fra {place}", "removed “{code}” from {place}"),
    ChangeName.RESIZE_CODING: Text(
        "endret grensene for «{code}» på {place}", "changed the ends of “{code}” at {place}"
    ),
    ChangeName.RECODE: Text("kodet om {place} fra «{code}» til «{to}»", "recoded {place} from “{code}” to “{to}”"),
    ChangeName.SPLIT_CODING: Text("delte «{code}» på {place}", "split “{code}” at {place}"),
    ChangeName.EDIT_CODING: Text("endret kodingen «{code}» på {place}", "changed the coding “{code}” at {place}"),
    ChangeName.SET_STANCE: Text("satte holdning til «{code}» på {place}", "set the stance of “{code}” at {place}"),
    ChangeName.ATTRIBUTE_CODING: Text(
        "knyttet «{code}» på {place} til respondenter", "attributed “{code}” at {place} to respondents"
    ),
    ChangeName.IMPORT_CODINGS: Text(
        "leste inn {count} kodinger", "imported {count} codings", "leste inn 1 koding", "imported 1 coding"
    ),
    ChangeName.CODE_HITS: Text(
        "kodet {count} treff med «{code}»",
        "coded {count} hits with “{code}”",
        "kodet 1 treff med «{code}»",
        "coded 1 hit with “{code}”",
    ),
    ChangeName.CODE_ANSWERS: Text(
        "kodet {count} svar på spørsmålene i «{guide}»",
        "coded {count} answers to the questions of “{guide}”",
        "kodet 1 svar på et spørsmål i «{guide}»",
        "coded 1 answer to a question of “{guide}”",
    ),
    ChangeName.WRITE_CELL: Text("skrev cellen {row} × {code}", "wrote the cell {row} × {code}"),
    ChangeName.SET_CELL_STATE: Text(
        "satte tilstand i cellen {row} × {code}", "set the state of the cell {row} × {code}"
    ),
    ChangeName.CONFIRM_CELL: Text("bekreftet cellen {row} × {code}", "confirmed the cell {row} × {code}"),
    ChangeName.IMPORT_CELLS: Text(
        "leste inn {count} celler", "imported {count} cells", "leste inn 1 celle", "imported 1 cell"
    ),
    ChangeName.WRITE_SYNTHESIS: Text("skrev om kolonnen «{code}»", "wrote about the column “{code}”"),
    ChangeName.SAVE_MATRIX: Text("lagret matrisen «{matrix}»", "saved the matrix “{matrix}”"),
    ChangeName.DELETE_MATRIX: Text("slettet matrisen «{matrix}»", "deleted the matrix “{matrix}”"),
    ChangeName.ADD_CODER: Text("la til koderen {coder}", "added the coder {coder}"),
    ChangeName.BUILD_EXAMPLE: Text("laget eksempelet", "made the example"),
    ChangeName.MERGE_PROJECT: Text(
        "flettet inn {file} med {count} nye kodinger",
        "merged {file} with {count} new codings",
        "flettet inn {file} med 1 ny koding",
        "merged {file} with 1 new coding",
    ),
    ChangeName.ASSIGN_CODING: Text(
        "ga {coder} {count} kilder å kode",
        "gave {coder} {count} sources to code",
        "ga {coder} 1 kilde å kode",
        "gave {coder} 1 source to code",
    ),
    ChangeName.WITHDRAW_TASK: Text("tok tilbake kodeoppdrag fra {coder}", "withdrew tasks from {coder}"),
    ChangeName.FINISH_TASK: Text("meldte {coder} ferdig med {document}", "told that {coder} has finished {document}"),
    ChangeName.REOPEN_TASK: Text("åpnet {document} for {coder} igjen", "opened {document} for {coder} again"),
    ChangeName.UNBLIND: Text("avsluttet blindkoding for {coder}: {reason}", "ended blind coding for {coder}: {reason}"),
    ChangeName.START_ROUND: Text("begynte koderunde {round}", "started coding round {round}"),
    ChangeName.DRAW_SAMPLE: Text("trakk utvalget «{sample}»", "drew the sample “{sample}”"),
    ChangeName.DELETE_SAMPLE: Text("slettet utvalget «{sample}»", "deleted the sample “{sample}”"),
    ChangeName.SAVE_COMPARISON: Text("lagret sammenlikningen «{comparison}»", "saved the comparison “{comparison}”"),
    ChangeName.RENAME_COMPARISON: Text(
        "ga sammenlikningen «{comparison}» nytt navn", "renamed the comparison “{comparison}”"
    ),
    ChangeName.DELETE_COMPARISON: Text(
        "slettet sammenlikningen «{comparison}»", "deleted the comparison “{comparison}”"
    ),
    ChangeName.DECIDE: Text("avgjorde uenigheten på {place}", "settled the difference at {place}"),
    ChangeName.WITHDRAW_DECISION: Text("trakk vedtaket på {place}", "withdrew the decision at {place}"),
    ChangeName.ACCEPT_AGREED: Text(
        "tok {count} enige steder inn i konsensus",
        "took {count} agreed places into the consensus",
        "tok 1 enig sted inn i konsensus",
        "took 1 agreed place into the consensus",
    ),
    ChangeName.MEND_CODEBOOK: Text("merket kodeboka som rettet", "marked the codebook as mended"),
    ChangeName.SHOW_STATISTICS: Text("viste eller skjulte tall for enighet", "showed or hid agreement figures"),
    ChangeName.REQUIRE_REASON: Text(
        "endret om vedtak skal ha en begrunnelse", "changed whether decisions need a reason"
    ),
    ChangeName.REPAIR: Text("reparerte prosjektet", "repaired the project"),
}


def warning_message(kind: str, fields: Mapping[str, str], language: Language) -> str:
    """Return what a reader warned of."""
    return WARNINGS.get(kind, _plain(kind)).say(language, **fields)


def problem_message(kind: str, fields: Mapping[str, str], language: Language) -> str:
    """Return what a check found."""
    return CHECK_PROBLEMS.get(kind, _plain(kind)).say(language, **fields)


def unplaced_message(reason: str, fields: Mapping[str, object], language: Language) -> str:
    """Return why a row was not placed: a reason of its own or a rule that it breaks."""
    return UNPLACED.get(reason, _plain(reason)).say(language, **rule_words(fields, language))


def change_message(name: ChangeName, details: Mapping[str, str], language: Language) -> str:
    """Return what a change did."""
    return CHANGES[name].say(language, **details)


def _plain(key: str) -> Text:
    """Return the key as a sentence of sorts: better than none for what a newer reader or check says."""
    words = key.replace("_", " ")
    return Text(words, words)
