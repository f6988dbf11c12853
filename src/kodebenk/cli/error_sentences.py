"""What each error means, in both languages: what happened, what is safe, what to do.

Names in braces are fields that `error_messages.py` prepares.
"""

from __future__ import annotations

from kodebenk.cli.words import Text
from kodebenk.errors import ExportProblem, ProjectFileProblem, Rule, SourceProblem

RULES = {
    Rule.EMPTY_PASSAGE: Text(
        "Det er ingen ord mellom de to posisjonene, så ingenting ble kodet. END må være større enn START.",
        "There are no words between the two positions, so nothing was coded. END must be greater than START.",
    ),
    Rule.PASSAGE_OUTSIDE_TEXT: Text(
        "Passasjen {start}–{end} ligger utenfor teksten, som har {length} tegn; ingenting ble kodet. "
        "«kodebenk text --json» viser posisjonene.",
        "The passage {start}–{end} lies outside the text, which has {length} characters; nothing was coded. "
        "“kodebenk text --json” shows the positions.",
    ),
    Rule.SAME_CODING_TWICE: Text(
        "Samme koder har allerede «{code}» på nøyaktig denne passasjen ({place}); ingenting er endret.",
        "The same coder already has “{code}” on exactly this passage ({place}); nothing was changed.",
    ),
    Rule.NAME_EMPTY: Text(
        "{One} må ha et navn; ingenting er endret. Skriv et navn som ikke er tomt.",
        "{One} needs a name; nothing was changed. Give a name that is not empty.",
    ),
    Rule.NAME_TAKEN: Text(
        "Det finnes allerede {one} som heter «{name}»; ingenting er endret. Velg et annet navn.",
        "There is already {one} called “{name}”; nothing was changed. Choose another name.",
    ),
    Rule.NOT_FOUND: Text(
        "Finner ikke {the} «{name}»; ingenting er endret. {known}",
        "Cannot find {the} “{name}”; nothing was changed. {known}",
    ),
    Rule.AMBIGUOUS_NAME: Text(
        "«{name}» passer på flere {many}: {candidates}. Ingenting er endret; skriv hele navnet.",
        "“{name}” fits several {many}: {candidates}. Nothing was changed; write the whole name.",
    ),
    Rule.CODE_BELOW_ITSELF: Text(
        "Koden «{name}» kan ikke ligge under seg selv; ingenting er endret. Velg et annet sted i kodetreet.",
        "The code “{name}” cannot stand below itself; nothing was changed. Choose another place in the tree.",
    ),
    Rule.MERGE_WITH_ITSELF: Text(
        "«{name}» kan ikke slås sammen med seg selv; ingenting er endret. Velg to forskjellige.",
        "“{name}” cannot be merged with itself; nothing was changed. Choose two different ones.",
    ),
    Rule.CODE_IN_USE: Text(
        "Koden «{name}» er i bruk; ingenting er endret. Fjern eller flytt kodingene først.",
        "The code “{name}” is in use; nothing was changed. Remove or move its codings first.",
    ),
    Rule.RESPONDENT_IN_USE: Text(
        "Respondenten {name} taler i {documents} og har {codings} kodinger satt for hånd; ingenting er endret. "
        "Slå sammen respondenter eller knytt talerne til noen andre først.",
        "The respondent {name} speaks in {documents} and has {codings} codings set by hand; nothing was changed. "
        "Merge respondents or give the speakers to somebody else first.",
    ),
    Rule.NOTHING_TO_UNDO: Text(
        "Det er ingenting å angre; prosjektet er som før. «kodebenk history» viser alle endringer.",
        "There is nothing to undo; the project is as before. “kodebenk history” shows every change.",
    ),
    Rule.NOTHING_TO_REDO: Text(
        "Det er ingenting å gjøre om; prosjektet er som før. Bare det som sist ble angret, kan gjøres om.",
        "There is nothing to redo; the project is as before. Only what was undone last can be redone.",
    ),
    Rule.VALUE_NOT_ALLOWED: Text(
        "«{value}» kan ikke brukes som {the}; ingenting er endret. Mulige verdier: {allowed}.",
        "“{value}” cannot be used as {the}; nothing was changed. Possible values: {allowed}.",
    ),
    Rule.COLUMN_MISSING: Text(
        "{file} mangler kolonnen «{column}»; ingenting er endret. Filen har: {columns}.",
        "{file} has no column “{column}”; nothing was changed. It has: {columns}.",
    ),
    Rule.READ_ONLY: Text(
        "{path} er åpnet bare for lesing; ingenting er endret. Åpne prosjektet for skriving for å endre det.",
        "{path} is open for reading only; nothing was changed. Open the project for writing to change it.",
    ),
    Rule.FILE_EXISTS: Text(
        "{path} finnes fra før og er ikke rørt. Bruk --overwrite for å erstatte filen, eller velg et annet navn.",
        "{path} exists already and is untouched. Use --overwrite to replace it, or choose another name.",
    ),
    Rule.TEXT_UNCHANGED: Text(
        "Teksten i «{document}» er den samme som før; ingenting er endret.",
        "The text of “{document}” is the same as before; nothing was changed.",
    ),
    Rule.TEXT_EMPTY: Text(
        "Den nye teksten til «{document}» er tom; ingenting er endret. Velg en fil med tekst.",
        "The new text of “{document}” is empty; nothing was changed. Choose a file with words in it.",
    ),
    Rule.TEXT_CHANGED_MEANWHILE: Text(
        "Teksten i «{document}» er endret siden rettingen begynte; ingenting er endret nå. Begynn rettingen på nytt.",
        "The text of “{document}” changed since the correction began; nothing was changed now. Begin it again.",
    ),
    Rule.VALUES_OVERLAP: Text(
        "{coder} har gitt to verdier ({values}) til samme sted ({start}–{end}), og målene er for verdier som utelukker "
        "hverandre; ingenting er regnet ut. Velg verdier uten overlapp.",
        "{coder} gave two values ({values}) to the same place ({start}–{end}), and the measures are for values that "
        "exclude each other; nothing was computed. Choose values without overlap.",
    ),
    Rule.PROJECT_CHANGED_MEANWHILE: Text(
        "Prosjektet er endret siden forhåndsvisningen ble laget; ingenting er endret nå. Gjør det en gang til.",
        "The project changed since the preview was made; nothing was changed now. Do it once more.",
    ),
    Rule.TOO_FEW_CODERS: Text(
        "Det trengs minst to kodere, eller to runder eller en dato hos én koder, men bare «{name}» er valgt; ingenting "
        "er regnet ut. Skriv «--coders A,B», eller bruk --rounds eller --split.",
        "It takes at least two coders, or two rounds or a date of one coder, but only “{name}” was chosen; nothing was "
        "computed. Write “--coders A,B”, or use --rounds or --split.",
    ),
    Rule.NO_SHARED_SOURCE: Text(
        "Det finnes ingen kilde som alle har kodet (antall kodede kilder: {coded}), så ingenting er regnet ut. Velg "
        "kodere som har kodet samme kilde, eller navngi kilder med --documents.",
        "There is no source that all of them have coded (number of coded sources: {coded}), so nothing was computed. "
        "Choose coders who have coded the same source, or name sources with --documents.",
    ),
    Rule.COMPARED_TEXT_CHANGED: Text(
        "Teksten i «{document}» er rettet siden kodingene ble sammenliknet; ingenting er regnet ut. Sammenlikn på "
        "nytt med teksten slik den er nå.",
        "The text of “{document}” was corrected since the codings were compared; nothing was computed. Compare anew "
        "with the text as it is now.",
    ),
    Rule.PLACE_CHANGED: Text(
        "Kodingene på {place} i «{document}» er endret siden de ble sammenliknet; ingenting er endret nå. Sammenlikn "
        "på nytt.",
        "The codings at {place} in “{document}” changed since they were compared; nothing was changed now. Compare "
        "anew.",
    ),
    Rule.NOT_FINISHED: Text(
        "{coder} er ikke ferdig med å kode «{document}», så ingenting er regnet ut. Vent til oppdraget er meldt "
        "ferdig, eller velg andre kilder.",
        "{coder} has not finished coding “{document}”, so nothing was computed. Wait until the task is finished, or "
        "choose other sources.",
    ),
    Rule.STILL_BLIND: Text(
        "{coder} koder dette blindt og er ikke ferdig: {documents}. Andres arbeid der blir verken vist eller endret, "
        "så ingenting er gjort. Meld oppdragene ferdig, eller avslutt blindkodingen med en grunn («kodebenk tasks»).",
        "{coder} codes this blind and has not finished: {documents}. Others' work there is neither shown nor changed, "
        "so nothing was done. Finish the tasks, or end the blindness with a reason (“kodebenk tasks”).",
    ),
    Rule.SAMPLE_IN_USE: Text(
        "Utvalget «{name}» er i bruk i {tasks} kodeoppdrag og {comparisons} lagrede sammenlikninger; ingenting er "
        "endret. Ta tilbake oppdragene og slett sammenlikningene først.",
        "The sample “{name}” is used by {tasks} coding tasks and {comparisons} saved comparisons; nothing was changed. "
        "Withdraw the tasks and delete the comparisons first.",
    ),
    Rule.REASON_MISSING: Text(
        "Det må sies hvorfor blindkodingen avsluttes før oppdraget er ferdig; ingenting er endret. Grunnen lagres.",
        "Say why the blindness ends before the task is finished; nothing was changed. The reason is recorded.",
    ),
    Rule.DECISION_REASON_MISSING: Text(
        "Vedtaket om {place} har ingen begrunnelse, og i dette prosjektet skal vedtak ha en; ingenting er endret.",
        "The decision on {place} has no reason, and decisions in this project need one; nothing was changed.",
    ),
    Rule.VOICE_OF_NOBODY: Text(
        "Det er ikke sagt hvem som høres. Velg respondenter (minst to når de sier det sammen), eller skriv hvem.",
        "Nobody is named who is heard. Choose respondents (at least two who say it together), or write who.",
    ),
}

BLIND_TO_SOMEBODY = Text(
    "Noen koder dette blindt, og det er ikke sagt hvem som arbeider nå: {documents}. Det blir verken vist eller "
    "endret, så ingenting er gjort. Si hvem som arbeider med «--as NAVN».",
    "Somebody codes this blind, and nobody said who works now: {documents}. It is neither shown nor changed, so "
    "nothing was done. Say who works with “--as NAME”.",
)

SLASH_IN_NAME = Text(
    "Navnet «{value}» inneholder en skråstrek, som skiller navnene i en sti; ingenting er endret. Velg et navn uten /.",
    "The name “{value}” holds a slash, which parts the names of a path; nothing was changed. Choose a name without /.",
)

PROJECT_PROBLEMS = {
    ProjectFileProblem.MISSING: Text(
        "Finner ikke prosjektet {path}. Kontroller navn og mappe, eller lag det med «kodebenk new».",
        "There is no project {path}. Check name and folder, or make it with “kodebenk new”.",
    ),
    ProjectFileProblem.EXISTS: Text(
        "{path} finnes fra før og er ikke rørt. Velg et annet navn.",
        "{path} exists already and is untouched. Choose another name.",
    ),
    ProjectFileProblem.FOLDER_MISSING: Text(
        "Mappen {folder} finnes ikke, så ingenting ble laget. Lag mappen først, eller velg en annen.",
        "There is no folder {folder}, so nothing was made. Make the folder first, or choose another.",
    ),
    ProjectFileProblem.NOT_A_PROJECT: Text(
        "{path} er ikke et Kodebenk-prosjekt; filen er ikke rørt. Velg en fil som slutter på .kodebenk.",
        "{path} is not a Kodebenk project; the file is untouched. Choose a file that ends in .kodebenk.",
    ),
    ProjectFileProblem.DAMAGED: Text(
        "{path} er skadet{detail}; filen er ikke rørt. «kodebenk check» viser reservekopiene som ligger ved siden av.",
        "{path} is damaged{detail}; the file is untouched. “kodebenk check” shows the backups that lie beside it.",
    ),
    ProjectFileProblem.NEWER: Text(
        "{path} er skrevet av Kodebenk {written_by}, som er nyere enn dette programmet; filen er ikke rørt. "
        "Oppdater Kodebenk for å åpne den.",
        "{path} was written by Kodebenk {written_by}, which is newer than this program; the file is untouched. "
        "Update Kodebenk to open it.",
    ),
    ProjectFileProblem.LOCKED: Text(
        "{path} er åpent {holder}; ingenting er endret. Lukk det der, og prøv igjen.",
        "{path} is open {holder}; nothing was changed. Close it there and try again.",
    ),
    ProjectFileProblem.READ_ONLY: Text(
        "Det går ikke an å skrive til {path}{detail}; ingenting er endret. Kontroller rettighetene til fil og mappe.",
        "{path} cannot be written to{detail}; nothing was changed. Check the permissions of file and folder.",
    ),
    ProjectFileProblem.DISK_FULL: Text(
        "Disken er full, så {path} kunne ikke skrives; prosjektet er slik det var. Frigjør plass og prøv igjen.",
        "The disk is full, so {path} could not be written; the project is as it was. Free some space and try again.",
    ),
    ProjectFileProblem.BUSY: Text(
        "Et annet program bruker {path} akkurat nå; ingenting er endret. Prøv igjen om litt.",
        "Another program uses {path} right now; nothing was changed. Try again in a moment.",
    ),
    ProjectFileProblem.CANNOT_READ: Text(
        "{path} kan ikke leses{detail}; filen er ikke rørt. Kontroller at det er en fil, og rettighetene til den.",
        "{path} cannot be read{detail}; the file is untouched. Check that it is a file, and its permissions.",
    ),
    ProjectFileProblem.CANNOT_WRITE: Text(
        "{path} kan ikke skrives{detail}; det som lå der, er ikke rørt. Kontroller rettigheter og plass på disken.",
        "{path} cannot be written{detail}; what lay there is untouched. Check permissions and space on the disk.",
    ),
    ProjectFileProblem.UPGRADE_FAILED: Text(
        "{path} kunne ikke oppgraderes{detail}; filen er slik den var, og en kopi ligger blant reservekopiene. "
        "Bruk programversjonen som skrev den, og meld fra.",
        "{path} could not be upgraded{detail}; the file is as it was, and a copy lies among the backups. "
        "Use the version of the program that wrote it, and report this.",
    ),
}

SOURCE_PROBLEMS = {
    SourceProblem.MISSING: Text(
        "{file}: filen finnes ikke. Kontroller navn og mappe.",
        "{file}: there is no such file. Check name and folder.",
    ),
    SourceProblem.EMPTY: Text(
        "{file}: filen er tom, og ingenting er lagt til. Kontroller at den er lagret.",
        "{file}: the file is empty, and nothing was added. Check that it was saved.",
    ),
    SourceProblem.UNKNOWN_FORMAT: Text(
        "{file}: dette formatet kan ikke leses, og ingenting er lagt til. Lagre som en av disse: {formats}.",
        "{file}: this format cannot be read, and nothing was added. Save it as one of these: {formats}.",
    ),
    SourceProblem.NOT_THE_FORMAT: Text(
        "{file}: innholdet er ikke det som endelsen sier{detail}; ingenting er lagt til. Lagre filen på nytt.",
        "{file}: the content is not what the ending says{detail}; nothing was added. Save the file anew.",
    ),
    SourceProblem.ENCRYPTED: Text(
        "{file}: filen er beskyttet med passord, og ingenting er lagt til. Lagre en kopi uten passord.",
        "{file}: the file is protected by a password, and nothing was added. Save a copy without one.",
    ),
    SourceProblem.NO_TEXT: Text(
        "{file}: filen har ingen tekst (skannede bilder?), og ingenting er lagt til. Kjør tekstgjenkjenning først.",
        "{file}: the file has no text (scanned images?), and nothing was added. Run text recognition first.",
    ),
    SourceProblem.TOO_LARGE: Text(
        "{file}: filen er for stor{detail}, og ingenting er lagt til. Del den opp.",
        "{file}: the file is too large{detail}, and nothing was added. Split it.",
    ),
    SourceProblem.TOO_SLOW: Text(
        "{file}: lesingen tok for lang tid og ble stanset; ingenting er lagt til. Skriv ut til ny PDF og prøv igjen.",
        "{file}: reading took too long and was stopped; nothing was added. Print to a new PDF and try again.",
    ),
    SourceProblem.DAMAGED: Text(
        "{file}: filen er skadet{detail}; ingenting er lagt til. Åpne den der den er laget, og lagre på nytt.",
        "{file}: the file is damaged{detail}; nothing was added. Open it where it was made, and save it anew.",
    ),
    SourceProblem.CANNOT_READ: Text(
        "{file}: filen kan ikke leses{detail}; ingenting er lagt til. Kontroller at det er en fil, og rettighetene.",
        "{file}: the file cannot be read{detail}; nothing was added. Check that it is a file, and its permissions.",
    ),
    SourceProblem.NO_QUESTIONS: Text(
        "{file}: fant ingen spørsmål, og ingenting er lagt til. Skriv hvert spørsmål på en egen linje.",
        "{file}: no questions were found, and nothing was added. Write each question on a line of its own.",
    ),
    SourceProblem.BAD_ROW: Text(
        "{file}: en rad kan ikke leses{detail}; ingenting er endret. Rett raden og prøv igjen.",
        "{file}: a row cannot be read{detail}; nothing was changed. Mend the row and try again.",
    ),
}

EXPORT_PROBLEMS = {
    ExportProblem.EXISTS: Text(
        "{path} finnes fra før og er ikke rørt. Bruk --overwrite for å erstatte filen, eller velg et annet navn.",
        "{path} exists already and is untouched. Use --overwrite to replace it, or choose another name.",
    ),
    ExportProblem.FOLDER_MISSING: Text(
        "Mappen {folder} finnes ikke, så ingenting ble skrevet. Lag mappen først, eller velg en annen.",
        "There is no folder {folder}, so nothing was written. Make the folder first, or choose another.",
    ),
    ExportProblem.DISK_FULL: Text(
        "Disken er full, så {path} ble ikke skrevet; det som lå der, er ikke rørt. Frigjør plass og prøv igjen.",
        "The disk is full, so {path} was not written; what lay there is untouched. Free some space and try again.",
    ),
    ExportProblem.CANNOT_WRITE: Text(
        "{path} kan ikke skrives{detail}; det som lå der, er ikke rørt. Lukk filen om den er åpen, og prøv igjen.",
        "{path} cannot be written{detail}; what lay there is untouched. Close the file if it is open, and try again.",
    ),
    ExportProblem.UNKNOWN_FORMAT: Text(
        "Kan ikke skrive {path}: endelsen må være en av {formats}. Ingenting ble skrevet.",
        "Cannot write {path}: its ending must be one of {formats}. Nothing was written.",
    ),
    ExportProblem.TOO_WIDE: Text(
        "Tabellen har flere kolonner enn Word tillater ({formats}), så {path} ble ikke skrevet. "
        "Bruk .xlsx eller færre kolonner.",
        "The table has more columns than Word allows ({formats}), so {path} was not written. "
        "Use .xlsx or fewer columns.",
    ),
}

WINDOW_NO_SCREEN = Text(
    "Vinduet kan ikke åpnes: det finnes ingen skjerm her. Kommandoene virker uten (se «kodebenk --help»); "
    "eksempelet lages med «kodebenk demo --no-window».",
    "The window cannot open: there is no screen here. The commands work without one (see “kodebenk --help”); "
    "“kodebenk demo --no-window” makes the example.",
)
WINDOW_LIBRARY_MISSING = Text(
    "Vinduet kan ikke åpnes: {library} mangler på maskinen. Debian/Ubuntu: «sudo apt install {debian}»; "
    "Fedora: «sudo dnf install {fedora}». Kommandoene virker uten, for eksempel «kodebenk demo --no-window».",
    "The window cannot open: {library} is missing on this machine. Debian/Ubuntu: “sudo apt install {debian}”; "
    "Fedora: “sudo dnf install {fedora}”. The commands work without it, such as “kodebenk demo --no-window”.",
)
WINDOW_QT_MISSING = Text(
    "Vinduet kan ikke åpnes: {library} er ikke installert. Installer Kodebenk på nytt («pip install kodebenk»). "
    "Kommandoene virker uten, for eksempel «kodebenk demo --no-window».",
    "The window cannot open: {library} is not installed. Install Kodebenk anew (“pip install kodebenk”). "
    "The commands work without it, such as “kodebenk demo --no-window”.",
)
