"""An invented interview guide, and interviews in which its questions are put in other words, orders and shapes.

In the interviews `{3}` stands before the words of question 3; `marked` takes the marks out and returns their places.
"""

import re

from kodebenk.domain.document import DocumentText, Span, TextStructure
from kodebenk.domain.guide import GuideQuestion
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn

GUIDE = (
    "Kan du fortelle litt om bakgrunnen din og hvilken rolle du har i hjemmetjenesten?",
    "Hvor lenge har du arbeidet i kommunen?",
    "Hvordan fikk du vite at dere skulle ta i bruk digitale medisindispensere?",
    "Hvem var med på å bestemme at velferdsteknologien skulle innføres?",
    "Hvilken opplæring fikk de ansatte før oppstarten?",
    "Hvordan opplever du at brukerne tok imot det nye utstyret?",
    "Hva har vært det vanskeligste i innføringen?",
    "På hvilken måte har arbeidsdagen din endret seg?",
    "Sparer dere tid på besøkene, og hva brukes i så fall tiden til?",
    "Hvordan samarbeider dere med de pårørende?",
    "Hva gjør dere når utstyret svikter?",
    "Hvordan vurderer du personvernet i løsningen?",
    "Hvilke råd ville du gitt til en kommune som står foran det samme?",
    "Er det noe du vil legge til som vi ikke har snakket om?",
)

TRANSCRIPT = """Intervju med avdelingsleder, Solbakken sone

Intervjuer: Takk for at du stiller opp. Jeg tar opp samtalen, er det i orden?

Randi: Ja, det er helt greit.

Intervjuer: Da begynner vi med deg. {1}Kan du si noe om bakgrunnen din og rollen du har i dag?

Randi: Jeg er sykepleier og har ledet sonen siden den ble slått sammen med Nordsida. Hva skal jeg si mer? Jeg har vel \
vært litt av hvert.

Intervjuer: {2}Og hvor mange år har du jobbet her i kommunen?

Randi: Tolv år til høsten.

Intervjuer: {3}Husker du hvordan dere fikk høre at medisindispenserne skulle komme?

Randi: Det kom på et ledermøte. Plutselig lå det en bestilling der, og vi skulle være pilot.

Intervjuer: Plutselig?

Randi: Ja, vi hadde hørt rykter. Men hvem hadde bestemt det? Ingen sa noe om det.

Intervjuer: {4}Vet du hvem som bestemte at velferdsteknologi skulle innføres?

Randi: Det var nok kommunalsjefen og prosjektgruppa. Tillitsvalgte fikk en orientering.

Intervjuer: {5}Hva slags opplæring fikk dere i forkant?

Randi: En halv dag med leverandøren. Etterpå lærte vi av hverandre. Opplæring er ikke gjort på en formiddag.

Intervjuer: En halv dag, altså.

Randi: Ja. Jeg spurte jo selv: er det alt vi får?

Intervjuer: {6}Hvordan tok brukerne imot utstyret, slik du ser det?

Randi: De yngre var nysgjerrige. Noen av de eldste ville ha oss tilbake i døra.

Intervjuer: {10}Og de pårørende, hvordan er samarbeidet med dem?

Randi: Bedre enn før. De ringer sjeldnere fordi de ser på appen at medisinen er tatt.

Intervjuer: {8}Har din egen arbeidsdag blitt annerledes, og i tilfelle på hvilken måte?

Randi: Jeg kjører mindre og sitter mer foran skjermen.

Intervjuer: {7}Hva vil du si har vært vanskeligst underveis?

Randi: Nettet. Dekningen er dårlig i dalen, og da får vi alarmer hele natta.

Intervjuer: {11}Hva gjør dere da, når utstyret ikke virker?

Randi: Da må noen kjøre. Vi har en liste på vaktrommet.

Intervjuer: Er det den du har der?

Randi: Ja, den henger der.

Intervjuer: {9}Får dere spart noe tid på besøkene? {9b}Hva bruker dere den tiden til?

Randi: Vi sparer kanskje tre kvarter per vakt. Den går til dokumentasjon.

Intervjuer: {13}Hvis nabokommunen skulle gjøre det samme, hvilke råd ville du gitt dem?

Randi: Begynn med de ansatte, ikke med leverandøren.

Intervjuer: Da er vi gjennom. {14}Er det noe du har lyst til å legge til?

Randi: Nei, jeg tror vi har vært innom alt.
"""

NOTES = """Notater fra samtale med fagkoordinator Eivind, Vestbygda

- {1}Bakgrunn og rolle i hjemmetjenesten?

Eivind er vernepleier. Han koordinerer velferdsteknologien i sonen og har halv stilling til det.

- {2}Hvor lenge har du arbeidet i kommunen?

Han har arbeidet i kommunen i fire år, først i bolig.

- {4}Hvem bestemte innføringen av velferdsteknologi? (Administrativt eller politisk)

Han mener det var et politisk vedtak i budsjettet. Rådmannens stab skrev saken. De ansatte var med i en referansegruppe.

- {3}Når og hvordan fikk du vite om de digitale medisindispenserne?

På e-post fra enhetslederen, to uker før oppstart.

- {5}Opplæring av de ansatte før oppstart

Superbrukere fikk to dager, de andre en time. Han skulle ønske at alle fikk mer opplæring.

- {8}Endringer i arbeidsdagen?

Færre morgenbesøk. Han bruker mer tid på telefon med leverandøren.

- {9}Sparer dere tid på besøkene? Hva brukes tiden til?

Ja, men tiden spises opp av reising mellom de som er igjen på lista.

- {11}Hva gjør dere når utstyret svikter?

De har reserve på basen. Eivind mener rutinen er god når utstyret svikter på dagtid.

- {12}Personvern – hvordan vurderer du det?

Han er trygg på lagringen, men ikke på hvem som kan se loggen.

- {6}Hvordan har brukerne tatt imot utstyret?

Stort sett godt. Én bruker sendte dispenseren i retur etter en uke.

- {10}Samarbeidet med pårørende

Pårørende får opplæring av ham. De fleste er fornøyde.

- {14}Noe mer du vil legge til?

Nei.
"""

ON_THE_LINE = """Telefonsamtale med tillitsvalgt Gro (referat)

1. {1}Hva er din rolle og bakgrunn? Gro er helsefagarbeider og hovedtillitsvalgt på deltid.

2. {4}Hvem var med og bestemte at teknologien skulle innføres? Ikke de ansatte, sier hun. Saken kom ferdig fra staben.

3. {5}Fikk de ansatte noen opplæring før oppstart? Ja, men den kom på fritida for dem som jobber kveld.

4. {7}Hva har vært vanskeligst med innføringen? At ingen tok imot avviksmeldingene de første ukene. Hun sier: «Hvem
leser dette?»

5. {12}Hva tenker du om personvernet? Hun er bekymret for kameraene, men ikke for dispenserne.

6. {13}Råd til andre kommuner? Ta tillitsvalgte inn fra første møte.

7. {14}Er det noe annet du vil ha med? Hun vil gjerne lese gjennom referatet.
"""

NYNORSK = """Samtale med Torleiv, dagleg leiar i heimetenesta

I: {1}Kan du fortelja litt om bakgrunnen din og kva rolle du har?

T: Eg er utdanna sjukepleiar og leier tenesta i ytre sone.

I: {3}Korleis fekk du vita at de skulle ta i bruk digitale medisindispensarar?

T: Gjennom ei sak i kommunestyret, eigentleg. Eg las det i avisa.

I: I avisa?

T: Ja, i avisa. Det var litt rart.

I: {5}Kva opplæring fekk dei tilsette før oppstarten?

T: Eit kurs på ein dag, og så hadde vi ein superbrukar.

I: {6}Korleis opplever du at brukarane tok imot utstyret?

T: Overraskande bra.

I: {7}Kva har vore det vanskelegaste?

T: Å få legane med. Dei ville ikkje skrive ut rullar.

I: {10}Korleis samarbeider de med dei pårørande?

T: Vi har eit møte i halvåret.

I: {11}Kva gjer de når utstyret sviktar?

T: Da ringer vi vakta på sentralen.

I: {13}Kva råd ville du gitt til ein kommune som skal gjere det same?

T: Ta det roleg.
"""


def questions():
    return [GuideQuestion(number, f"q{number}", 1, None, str(number), text) for number, text in enumerate(GUIDE, 1)]


def marked(source):
    """Return the text without marks, and `(question, start)` of every mark; `{9b}` is part of question 9."""
    text, places = "", []
    at = 0
    for mark in re.finditer(r"\{(\d+)(b?)\}", source):
        text += source[at : mark.start()]
        at = mark.end()
        places.append((int(mark[1]), len(text), bool(mark[2])))
    return text + source[at:], places


def document(source, document_id=1, roles=None):
    """Return the text with paragraphs and turns, and the places of its questions by question number.

    A turn begins at every `Label:`; `roles` gives the roles of labels, the others are unresolved.
    """
    text, places = marked(source)
    paragraphs = tuple(
        Span(found.start(), found.start() + len(found[0].rstrip()))
        for found in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL)
        if found[0].strip()
    )
    paragraphs = tuple(
        Span(one.start + len(text[one.start : one.end]) - len(text[one.start : one.end].lstrip()), one.end)
        for one in paragraphs
    )
    speakers, turns = {}, []
    for one in paragraphs:
        label = re.match(r"([A-ZÆØÅ]\w*): ", text[one.start : one.end])
        if label:
            role = (roles or {}).get(label[1], SpeakerRole.UNRESOLVED)
            who = 1 if role is SpeakerRole.RESPONDENT else None
            speaker = speakers.setdefault(label[1], Speaker(len(speakers) + 1, "s", document_id, label[1], role, who))
            turns.append(Turn(one.start, one.start + label.end(), one.end, speaker.id, len(turns) + 1))
    structure = TextStructure(paragraphs=paragraphs, turns=tuple(turns), line_starts=(0,))
    wanted = {number: start for number, start, is_part in places if not is_part}
    return DocumentText(document_id, text, structure, tuple(speakers.values())), wanted
