<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="en">
    <context>
        <name>AboutSheet</name>
        <message>
            <source>About Kodebenk</source>
            <translation>Om Kodebenk</translation>
        </message>
        <message>
            <source>Kodebenk {version}</source>
            <translation>Kodebenk {version}</translation>
        </message>
        <message>
            <source>Free software under the MIT licence. It sends nothing out and needs no network and no account.</source>
            <translation>Fri programvare med MIT-lisens. Programmet sender ingenting ut og trenger ikke nett eller konto.</translation>
        </message>
        <message>
            <source>Built on</source>
            <translation>Bygd på</translation>
        </message>
        <message>
            <source>Typefaces and icons</source>
            <translation>Skrifter og ikoner</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;New project …</source>
            <translation>&amp;Nytt prosjekt …</translation>
        </message>
        <message>
            <source>&amp;Open project …</source>
            <translation>&amp;Åpne prosjekt …</translation>
        </message>
        <message>
            <source>&amp;Explore the example</source>
            <translation>&amp;Utforsk eksempelet</translation>
        </message>
        <message>
            <source>&amp;Import sources …</source>
            <translation>&amp;Importer kilder …</translation>
        </message>
        <message>
            <source>Import interview &amp;guide …</source>
            <translation>Importer intervju&amp;guide …</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Lagre</translation>
        </message>
        <message>
            <source>Save a &amp;copy as …</source>
            <translation>Lagre &amp;kopi som …</translation>
        </message>
        <message>
            <source>&amp;Restore a backup …</source>
            <translation>Hent &amp;reservekopi …</translation>
        </message>
        <message>
            <source>Chec&amp;k the project …</source>
            <translation>K&amp;ontroller prosjektet …</translation>
        </message>
        <message>
            <source>&amp;Merge another copy …</source>
            <translation>&amp;Flett inn en annen kopi …</translation>
        </message>
        <message>
            <source>&amp;Package for a coder …</source>
            <translation>Pakk&amp;e til en koder …</translation>
        </message>
        <message>
            <source>C&amp;lose project</source>
            <translation>Lukk &amp;prosjektet</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Avslutt</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Angre</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gjør om</translation>
        </message>
        <message>
            <source>&amp;Correct the text</source>
            <translation>&amp;Rett teksten</translation>
        </message>
        <message>
            <source>Rep&amp;lace the text by a file …</source>
            <translation>Bytt ut teksten med en fi&amp;l …</translation>
        </message>
        <message>
            <source>&amp;Find</source>
            <translation>&amp;Finn</translation>
        </message>
        <message>
            <source>&amp;Go to …</source>
            <translation>Gå &amp;til …</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Historikk</translation>
        </message>
        <message>
            <source>&amp;Settings</source>
            <translation>&amp;Innstillinger</translation>
        </message>
        <message>
            <source>&amp;Material</source>
            <translation>&amp;Materiale</translation>
        </message>
        <message>
            <source>&amp;Coding</source>
            <translation>&amp;Koding</translation>
        </message>
        <message>
            <source>Matri&amp;x</source>
            <translation>Ma&amp;trise</translation>
        </message>
        <message>
            <source>Compa&amp;re</source>
            <translation>Sammen&amp;likn</translation>
        </message>
        <message>
            <source>Read codings from a &amp;file …</source>
            <translation>Hent kodinger fra &amp;fil …</translation>
        </message>
        <message>
            <source>Codings and voices without a &amp;place …</source>
            <translation>Kodinger og stemmer &amp;uten plass …</translation>
        </message>
        <message>
            <source>Who codes &amp;what …</source>
            <translation>Hvem koder &amp;hva …</translation>
        </message>
        <message>
            <source>&amp;Export codings …</source>
            <translation>&amp;Eksporter kodinger …</translation>
        </message>
        <message>
            <source>Read a code&amp;book from a file …</source>
            <translation>Hent kode&amp;bok fra fil …</translation>
        </message>
        <message>
            <source>E&amp;xport the codebook …</source>
            <translation>Eks&amp;porter kodebok …</translation>
        </message>
        <message>
            <source>This is a &amp;question of a guide …</source>
            <translation>Dette er et spø&amp;rsmål i en guide …</translation>
        </message>
        <message>
            <source>Find the questions of the &amp;guides again</source>
            <translation>Finn spørsmålene i &amp;guidene igjen</translation>
        </message>
        <message>
            <source>Code the &amp;answers to the guides …</source>
            <translation>Kod s&amp;varene på guidene …</translation>
        </message>
        <message>
            <source>Read cells from a &amp;file …</source>
            <translation>Hent celler fra &amp;fil …</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>&amp;Større tekst</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>Min&amp;dre tekst</translation>
        </message>
        <message>
            <source>&amp;Ordinary text size</source>
            <translation>&amp;Vanlig tekststørrelse</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Lyst</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Mørkt</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Som &amp;systemet</translation>
        </message>
        <message>
            <source>&amp;Next panel</source>
            <translation>&amp;Neste panel</translation>
        </message>
        <message>
            <source>&amp;Previous panel</source>
            <translation>&amp;Forrige panel</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Hurtigtaster</translation>
        </message>
        <message>
            <source>&amp;About Kodebenk</source>
            <translation>&amp;Om Kodebenk</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fil</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Rediger</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Vis</translation>
        </message>
        <message>
            <source>&amp;Code</source>
            <translation>&amp;Kode</translation>
        </message>
        <message>
            <source>&amp;Matrix</source>
            <translation>&amp;Matrise</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hjelp</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Utseende</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>S&amp;pråk</translation>
        </message>
    </context>
    <context>
        <name>AnswersSheet</name>
        <message>
            <source>Code the answers</source>
            <translation>Kod svarene</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Svar</translation>
        </message>
        <message>
            <source>There is no answer to code</source>
            <translation>Det er ingen svar å kode</translation>
        </message>
        <message>
            <source>1 answer</source>
            <translation>1 svar</translation>
        </message>
        <message>
            <source>{count} answers</source>
            <translation>{count} svar</translation>
        </message>
        <message>
            <source>To be coded: {answers} in {texts}</source>
            <translation>Skal kodes: {answers} i {texts}</translation>
        </message>
        <message>
            <source>Code 1 answer</source>
            <translation>Kod 1 svar</translation>
        </message>
        <message>
            <source>Code {count} answers</source>
            <translation>Kod {count} svar</translation>
        </message>
        <message>
            <source>1 is coded so already.</source>
            <translation>1 er alt kodet slik.</translation>
        </message>
        <message>
            <source>{count} are coded so already.</source>
            <translation>{count} er alt kodet slik.</translation>
        </message>
        <message>
            <source>1 place is not confirmed; its answer is left out.</source>
            <translation>1 sted er ikke bekreftet, og svaret der er utelatt.</translation>
        </message>
        <message>
            <source>{count} places are not confirmed; their answers are left out.</source>
            <translation>{count} steder er ikke bekreftet, og svarene der er utelatt.</translation>
        </message>
        <message>
            <source>These themes mean no code: {themes}.</source>
            <translation>Disse temaene betyr ingen kode: {themes}.</translation>
        </message>
        <message>
            <source>Each stretch of a respondent's words becomes one coding. One undo takes all back.</source>
            <translation>Hvert stykke av en respondents ord blir én koding. Ett trykk på Angre tar alt tilbake.</translation>
        </message>
    </context>
    <context>
        <name>AskedModel</name>
        <message>
            <source>{row}: {state}</source>
            <translation>{row}: {state}</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
    </context>
    <context>
        <name>AskedView</name>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Tekster</translation>
        </message>
        <message>
            <source>What was asked of whom</source>
            <translation>Hva som er spurt om hos hvem</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rader</translation>
        </message>
        <message>
            <source>No interviews yet. Import transcripts or notes, and say who speaks in them.</source>
            <translation>Ingen intervjuer ennå. Importer utskrifter eller notater, og si hvem som snakker i dem.</translation>
        </message>
    </context>
    <context>
        <name>AssignForm</name>
        <message>
            <source>The whole sources</source>
            <translation>Hele kildene</translation>
        </message>
        <message>
            <source>Passages of {coder}</source>
            <translation>Passasjene til {coder}</translation>
        </message>
        <message>
            <source>The sample holds no turns of this source.</source>
            <translation>Utvalget har ingen turer fra denne kilden.</translation>
        </message>
        <message>
            <source>{name} becomes a coder of the project.</source>
            <translation>{name} blir koder i prosjektet.</translation>
        </message>
        <message>
            <source>Assign coding</source>
            <translation>Gi kodeoppdrag</translation>
        </message>
        <message>
            <source>Coder: choose, or write a new name</source>
            <translation>Koder: velg, eller skriv et nytt navn</translation>
        </message>
        <message>
            <source>What is coded</source>
            <translation>Hva som kodes</translation>
        </message>
        <message>
            <source>Codes blind</source>
            <translation>Koder blindt</translation>
        </message>
        <message>
            <source>Sees nothing of others' codings, counts and comments in these sources until they have finished.</source>
            <translation>Ser ingenting av andres kodinger, tall og kommentarer i disse kildene før de er ferdige.</translation>
        </message>
        <message>
            <source>Show units without codes</source>
            <translation>Vis enheter uten koder</translation>
        </message>
        <message>
            <source>The passages of somebody who has coded are marked, without their codes; all code the same units.</source>
            <translation>Passasjene til en som har kodet, merkes uten kodene; alle koder de samme enhetene.</translation>
        </message>
        <message>
            <source>Whose passages are marked</source>
            <translation>Hvem sine passasjer som merkes</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Gi oppdrag</translation>
        </message>
    </context>
    <context>
        <name>BackupSheet</name>
        <message>
            <source>Restore a backup</source>
            <translation>Hent reservekopi</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Prosjekt</translation>
        </message>
        <message>
            <source>Other file …</source>
            <translation>Annen fil …</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Reservekopier</translation>
        </message>
        <message>
            <source>There are no backups of this project. One is made every hour while you work.</source>
            <translation>Prosjektet har ingen reservekopier. Det lages én hver time mens du arbeider.</translation>
        </message>
        <message>
            <source>The file that stands there now is kept among the backups.</source>
            <translation>Fila som står der nå, blir tatt vare på blant reservekopiene.</translation>
        </message>
        <message>
            <source>Restore this one</source>
            <translation>Hent denne</translation>
        </message>
        <message>
            <source>Hourly backup</source>
            <translation>Reservekopi hver time</translation>
        </message>
        <message>
            <source>Before an upgrade of the program</source>
            <translation>Før en oppgradering av programmet</translation>
        </message>
        <message>
            <source>What stood there before a backup was restored</source>
            <translation>Det som sto der før en reservekopi ble hentet</translation>
        </message>
        <message>
            <source>Before another copy was merged</source>
            <translation>Før en annen kopi ble flettet inn</translation>
        </message>
    </context>
    <context>
        <name>BlindBanner</name>
        <message>
            <source>You code this source blind. Others' codings, counts and comments show when you have finished.</source>
            <translation>Du koder denne kilden blindt. Andres kodinger, tall og kommentarer vises når du er ferdig.</translation>
        </message>
        <message>
            <source>You code this source blind once more. What others coded, and you yourself in earlier rounds, shows when you have finished.</source>
            <translation>Du koder denne kilden blindt på nytt. Det andre har kodet, og du selv i tidligere runder, vises når du er ferdig.</translation>
        </message>
        <message>
            <source>I have finished</source>
            <translation>Jeg er ferdig</translation>
        </message>
        <message>
            <source>End blindness …</source>
            <translation>Avslutt blindkodingen …</translation>
        </message>
    </context>
    <context>
        <name>CellPanel</name>
        <message>
            <source>No quotes in this cell. Code a passage by {row} with {code} and it appears here.</source>
            <translation>Ingen sitater i cellen. Kod en passasje hos {row} med {code}, så kommer den hit.</translation>
        </message>
        <message>
            <source>Open in the text</source>
            <translation>Åpne i teksten</translation>
        </message>
        <message>
            <source>Go to the text</source>
            <translation>Gå til teksten</translation>
        </message>
        <message>
            <source>{changes} since the summary</source>
            <translation>{changes} siden sammendraget</translation>
        </message>
        <message>
            <source>Written {day}. Read {citations}, or keep the text.</source>
            <translation>Skrevet {day}. Les {citations}, eller behold teksten.</translation>
        </message>
        <message>
            <source>Written {day}. Read it again, or keep the text.</source>
            <translation>Skrevet {day}. Les det på nytt, eller behold teksten.</translation>
        </message>
        <message>
            <source>{n} of {total} sentences lack evidence</source>
            <translation>{n} av {total} setninger mangler belegg</translation>
        </message>
        <message>
            <source>The sentence lacks evidence</source>
            <translation>Setningen mangler belegg</translation>
        </message>
        <message>
            <source>The sentence has evidence</source>
            <translation>Setningen har belegg</translation>
        </message>
        <message>
            <source>Both sentences have evidence</source>
            <translation>Begge setningene har belegg</translation>
        </message>
        <message>
            <source>All {n} sentences have evidence</source>
            <translation>Alle {n} setningene har belegg</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>Celle</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Show the changes</source>
            <translation>Vis endringene</translation>
        </message>
        <message>
            <source>Keep the text</source>
            <translation>Behold teksten</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammendrag</translation>
        </message>
        <message>
            <source>Summary of the cell</source>
            <translation>Sammendrag for cellen</translation>
        </message>
        <message>
            <source>What does this say, in your own words?</source>
            <translation>Hva sier dette, med dine egne ord?</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>Sitater</translation>
        </message>
        <message>
            <source>Link quote</source>
            <translation>Koble sitat</translation>
        </message>
        <message>
            <source>Put a reference to the selected quote into the summary</source>
            <translation>Sett en henvisning til det valgte sitatet inn i sammendraget</translation>
        </message>
    </context>
    <context>
        <name>CellWriting</name>
        <message>
            <source>Summary of {row} × {code} kept</source>
            <translation>Sammendraget for {row} × {code} er lagret</translation>
        </message>
        <message>
            <source>State of {row} × {code} set</source>
            <translation>Tilstanden for {row} × {code} er satt</translation>
        </message>
        <message>
            <source>Text of {row} × {code} still holds</source>
            <translation>Teksten for {row} × {code} er beholdt</translation>
        </message>
        <message>
            <source>{kind} of {code} kept</source>
            <translation>{kind} for {code} er lagret</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>create project</source>
            <translation>lag prosjekt</translation>
        </message>
        <message>
            <source>rename project</source>
            <translation>gi prosjektet nytt navn</translation>
        </message>
        <message>
            <source>import documents</source>
            <translation>importer dokumenter</translation>
        </message>
        <message>
            <source>rename document</source>
            <translation>gi dokument nytt navn</translation>
        </message>
        <message>
            <source>edit document</source>
            <translation>rediger dokument</translation>
        </message>
        <message>
            <source>delete document</source>
            <translation>slett dokument</translation>
        </message>
        <message>
            <source>move document</source>
            <translation>flytt dokument</translation>
        </message>
        <message>
            <source>correct text</source>
            <translation>rett tekst</translation>
        </message>
        <message>
            <source>replace text</source>
            <translation>bytt ut tekst</translation>
        </message>
        <message>
            <source>place coding</source>
            <translation>plasser koding</translation>
        </message>
        <message>
            <source>place voice</source>
            <translation>plasser stemme</translation>
        </message>
        <message>
            <source>place what is certain</source>
            <translation>plasser det som er sikkert</translation>
        </message>
        <message>
            <source>mark voice</source>
            <translation>merk stemme</translation>
        </message>
        <message>
            <source>change voice</source>
            <translation>endre stemme</translation>
        </message>
        <message>
            <source>remove voice</source>
            <translation>fjern stemme</translation>
        </message>
        <message>
            <source>import interview guide</source>
            <translation>hent intervjuguide</translation>
        </message>
        <message>
            <source>add interview guide</source>
            <translation>legg til intervjuguide</translation>
        </message>
        <message>
            <source>edit interview guide</source>
            <translation>endre intervjuguide</translation>
        </message>
        <message>
            <source>delete interview guide</source>
            <translation>slett intervjuguide</translation>
        </message>
        <message>
            <source>find questions</source>
            <translation>finn spørsmål</translation>
        </message>
        <message>
            <source>settle questions</source>
            <translation>avklar spørsmål</translation>
        </message>
        <message>
            <source>set progress</source>
            <translation>sett framdrift</translation>
        </message>
        <message>
            <source>settle speakers</source>
            <translation>avgjør talere</translation>
        </message>
        <message>
            <source>add respondent</source>
            <translation>legg til respondent</translation>
        </message>
        <message>
            <source>edit respondent</source>
            <translation>rediger respondent</translation>
        </message>
        <message>
            <source>merge respondents</source>
            <translation>slå sammen respondenter</translation>
        </message>
        <message>
            <source>delete respondent</source>
            <translation>slett respondent</translation>
        </message>
        <message>
            <source>import respondents</source>
            <translation>importer respondenter</translation>
        </message>
        <message>
            <source>add code</source>
            <translation>legg til kode</translation>
        </message>
        <message>
            <source>edit code</source>
            <translation>rediger kode</translation>
        </message>
        <message>
            <source>rename code</source>
            <translation>gi kode nytt navn</translation>
        </message>
        <message>
            <source>move code</source>
            <translation>flytt kode</translation>
        </message>
        <message>
            <source>merge codes</source>
            <translation>slå sammen koder</translation>
        </message>
        <message>
            <source>delete code</source>
            <translation>slett kode</translation>
        </message>
        <message>
            <source>import codes</source>
            <translation>importer koder</translation>
        </message>
        <message>
            <source>apply code</source>
            <translation>kod</translation>
        </message>
        <message>
            <source>remove coding</source>
            <translation>fjern koding</translation>
        </message>
        <message>
            <source>change extent of coding</source>
            <translation>endre omfang av koding</translation>
        </message>
        <message>
            <source>recode</source>
            <translation>kod om</translation>
        </message>
        <message>
            <source>split coding</source>
            <translation>del koding</translation>
        </message>
        <message>
            <source>edit coding</source>
            <translation>rediger koding</translation>
        </message>
        <message>
            <source>set stance</source>
            <translation>sett holdning</translation>
        </message>
        <message>
            <source>attribute coding</source>
            <translation>knytt koding til respondent</translation>
        </message>
        <message>
            <source>import codings</source>
            <translation>importer kodinger</translation>
        </message>
        <message>
            <source>code search hits</source>
            <translation>kod søketreff</translation>
        </message>
        <message>
            <source>code answers</source>
            <translation>kod svar</translation>
        </message>
        <message>
            <source>write summary</source>
            <translation>skriv sammendrag</translation>
        </message>
        <message>
            <source>set state of cell</source>
            <translation>sett tilstand for celle</translation>
        </message>
        <message>
            <source>keep summary</source>
            <translation>behold sammendrag</translation>
        </message>
        <message>
            <source>import cells</source>
            <translation>importer celler</translation>
        </message>
        <message>
            <source>write synthesis</source>
            <translation>skriv syntese</translation>
        </message>
        <message>
            <source>save matrix</source>
            <translation>lagre matrise</translation>
        </message>
        <message>
            <source>delete matrix</source>
            <translation>slett matrise</translation>
        </message>
        <message>
            <source>add coder</source>
            <translation>legg til koder</translation>
        </message>
        <message>
            <source>build example</source>
            <translation>lag eksempel</translation>
        </message>
        <message>
            <source>repair project</source>
            <translation>reparer prosjekt</translation>
        </message>
        <message>
            <source>merge another copy</source>
            <translation>flett inn en annen kopi</translation>
        </message>
        <message>
            <source>assign coding</source>
            <translation>gi kodeoppdrag</translation>
        </message>
        <message>
            <source>withdraw task</source>
            <translation>ta tilbake kodeoppdrag</translation>
        </message>
        <message>
            <source>finish coding</source>
            <translation>meld ferdig kodet</translation>
        </message>
        <message>
            <source>reopen coding</source>
            <translation>åpne kodingen igjen</translation>
        </message>
        <message>
            <source>end blind coding</source>
            <translation>avslutt blindkoding</translation>
        </message>
        <message>
            <source>start coding round</source>
            <translation>begynn koderunde</translation>
        </message>
        <message>
            <source>draw sample of turns</source>
            <translation>trekk utvalg av turer</translation>
        </message>
        <message>
            <source>delete sample of turns</source>
            <translation>slett utvalg av turer</translation>
        </message>
        <message>
            <source>save comparison</source>
            <translation>lagre sammenlikning</translation>
        </message>
        <message>
            <source>rename comparison</source>
            <translation>gi sammenlikningen nytt navn</translation>
        </message>
        <message>
            <source>delete comparison</source>
            <translation>slett sammenlikning</translation>
        </message>
        <message>
            <source>settle difference</source>
            <translation>avgjør uenighet</translation>
        </message>
        <message>
            <source>withdraw decision</source>
            <translation>trekk vedtak</translation>
        </message>
        <message>
            <source>take agreed codings into the consensus</source>
            <translation>ta enige kodinger inn i konsensus</translation>
        </message>
        <message>
            <source>mark codebook as mended</source>
            <translation>merk kodeboka som rettet</translation>
        </message>
        <message>
            <source>show or hide agreement figures</source>
            <translation>vis eller skjul tall for enighet</translation>
        </message>
        <message>
            <source>ask for a reason with decisions, or not</source>
            <translation>be om begrunnelse for vedtak, eller ikke</translation>
        </message>
    </context>
    <context>
        <name>CheckSheet</name>
        <message>
            <source>The project checked</source>
            <translation>Prosjektet kontrollert</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problemer</translation>
        </message>
        <message>
            <source>Repair what can be repaired</source>
            <translation>Reparer det som kan repareres</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Reservekopier</translation>
        </message>
        <message>
            <source>There are none yet. One is made every hour while you work.</source>
            <translation>Det er ingen ennå. Én lages hver time mens du arbeider.</translation>
        </message>
        <message>
            <source>Restore a backup …</source>
            <translation>Hent reservekopi …</translation>
        </message>
        <message>
            <source>1 thing was repaired.</source>
            <translation>1 ting ble reparert.</translation>
        </message>
        <message>
            <source>{count} things were repaired.</source>
            <translation>{count} ting ble reparert.</translation>
        </message>
        <message>
            <source>File, references, texts, originals, quotes and codebook were checked.</source>
            <translation>Fil, henvisninger, tekster, originaler, sitater og kodebok er kontrollert.</translation>
        </message>
        <message>
            <source>Everything is in order</source>
            <translation>Alt er i orden</translation>
        </message>
        <message>
            <source>1 problem was found</source>
            <translation>1 problem ble funnet</translation>
        </message>
        <message>
            <source>{count} problems were found</source>
            <translation>{count} problemer ble funnet</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Ingenting er endret.</translation>
        </message>
        <message>
            <source>Can be repaired</source>
            <translation>Kan repareres</translation>
        </message>
    </context>
    <context>
        <name>CleanUpList</name>
        <message>
            <source>Clean-up</source>
            <translation>Rydding</translation>
        </message>
        <message>
            <source>pages {first}–{last}</source>
            <translation>side {first}–{last}</translation>
        </message>
        <message>
            <source>Nothing found: {steps}</source>
            <translation>Ikke funnet: {steps}</translation>
        </message>
    </context>
    <context>
        <name>CodeBar</name>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
    </context>
    <context>
        <name>CodeEditor</name>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Name in the other language</source>
            <translation>Navn på det andre språket</translation>
        </message>
        <message>
            <source>Colour and shape</source>
            <translation>Farge og form</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Tast</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>Definisjon</translation>
        </message>
        <message>
            <source>Use when</source>
            <translation>Bruk når</translation>
        </message>
        <message>
            <source>Not when</source>
            <translation>Ikke når</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Eksempel</translation>
        </message>
        <message>
            <source>Synonyms, with commas between</source>
            <translation>Synonymer, med komma mellom</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Opphav</translation>
        </message>
        <message>
            <source>Memo</source>
            <translation>Notat</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>ikke oppgitt</translation>
        </message>
        <message>
            <source>from theory (deductive)</source>
            <translation>fra teori (deduktiv)</translation>
        </message>
        <message>
            <source>from the material (inductive)</source>
            <translation>fra materialet (induktiv)</translation>
        </message>
        <message>
            <source>the respondents' own words (in vivo)</source>
            <translation>respondentenes egne ord (in vivo)</translation>
        </message>
    </context>
    <context>
        <name>CodeGrid</name>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Pooled over {codes} of {all} codes: α {alpha}. Mean of the codes' own figures: α {mean}, κ {kappa}.</source>
            <translation>Slått sammen over {codes} av {all} koder: α {alpha}. Gjennomsnitt av kodenes egne tall: α {mean}, κ {kappa}.</translation>
        </message>
        <message>
            <source>All codes, pooled: observed and expected agreement are averaged over codes first (De Vries 2008)</source>
            <translation>Alle koder slått sammen: observert og forventet enighet er slått sammen over koder først (De Vries 2008)</translation>
        </message>
        <message>
            <source>Overall</source>
            <translation>Samlet</translation>
        </message>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>α after</source>
            <translation>α etter</translation>
        </message>
        <message>
            <source>α after discussion. The figure before is the one to report</source>
            <translation>α etter drøfting. Tallet før er det som rapporteres</translation>
        </message>
        <message>
            <source>passages by {name}</source>
            <translation>passasjer hos {name}</translation>
        </message>
        <message>
            <source>{length} characters, {start} at the beginning and {end} at the end</source>
            <translation>{length} tegn, {start} i begynnelsen og {end} i slutten</translation>
        </message>
        <message>
            <source>no shared passage to measure boundaries on</source>
            <translation>ingen felles passasje å måle grenser på</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
    </context>
    <context>
        <name>CodeSection</name>
        <message>
            <source>All that were used</source>
            <translation>De som er brukt</translation>
        </message>
    </context>
    <context>
        <name>CodebookDelegate</name>
        <message>
            <source>Name of the code</source>
            <translation>Navn på koden</translation>
        </message>
    </context>
    <context>
        <name>CodebookModel</name>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>key {key}</source>
            <translation>tast {key}</translation>
        </message>
    </context>
    <context>
        <name>CodebookPanel</name>
        <message>
            <source>New code</source>
            <translation>Ny kode</translation>
        </message>
        <message>
            <source>New theme</source>
            <translation>Nytt tema</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Gi nytt navn</translation>
        </message>
        <message>
            <source>Edit definition and colour</source>
            <translation>Rediger definisjon og farge</translation>
        </message>
        <message>
            <source>Merge into …</source>
            <translation>Slå sammen med …</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Unfold all</source>
            <translation>Vis alle</translation>
        </message>
        <message>
            <source>Fold all</source>
            <translation>Fold sammen alle</translation>
        </message>
        <message>
            <source>More choices</source>
            <translation>Flere valg</translation>
        </message>
        <message>
            <source>Codebook</source>
            <translation>Kodebok</translation>
        </message>
        <message>
            <source>No codes yet</source>
            <translation>Ingen koder ennå</translation>
        </message>
        <message>
            <source>Codes are made here, or while you read: select words and press K.</source>
            <translation>Koder lages her, eller mens du leser: marker ord og trykk K.</translation>
        </message>
        <message>
            <source>1 code</source>
            <translation>1 kode</translation>
        </message>
        <message>
            <source>{count} codes</source>
            <translation>{count} koder</translation>
        </message>
    </context>
    <context>
        <name>CoderBadge</name>
        <message>
            <source>Coder: {name}</source>
            <translation>Koder: {name}</translation>
        </message>
        <message>
            <source>New coder …</source>
            <translation>Ny koder …</translation>
        </message>
    </context>
    <context>
        <name>CoderGrid</name>
        <message>
            <source>Coder</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>{passages} of their own</source>
            <translation>{passages} selv</translation>
        </message>
        <message>
            <source>α {alpha}, κ {kappa}, {percent}% agreement, all codes pooled</source>
            <translation>α {alpha}, κ {kappa}, {percent} % enighet, alle koder slått sammen</translation>
        </message>
        <message>
            <source>{passages} with the same code, in {units}</source>
            <translation>{passages} med samme kode, i {units}</translation>
        </message>
        <message>
            <source>{shared} shared</source>
            <translation>{shared} felles</translation>
        </message>
    </context>
    <context>
        <name>CoderPicker</name>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>Several coders</source>
            <translation>Flere kodere</translation>
        </message>
        <message>
            <source>One coder, two rounds</source>
            <translation>Én koder, to runder</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>First</source>
            <translation>Først</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Så</translation>
        </message>
        <message>
            <source>One coder, before and from a day</source>
            <translation>Én koder, før og fra en dag</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Fra</translation>
        </message>
        <message>
            <source>Choose at least two.</source>
            <translation>Velg minst to.</translation>
        </message>
    </context>
    <context>
        <name>CodersPage</name>
        <message>
            <source>Coders against coders</source>
            <translation>Kodere mot kodere</translation>
        </message>
        <message>
            <source>Above the diagonal: α of all codes, pooled. Below it: passages with the same code. On it: the coder's own passages.</source>
            <translation>Over diagonalen: α for alle koder samlet. Under: passasjer med samme kode. På diagonalen: koderens egne passasjer.</translation>
        </message>
    </context>
    <context>
        <name>CodesPage</name>
        <message>
            <source>Agreement by code</source>
            <translation>Enighet per kode</translation>
        </message>
        <message>
            <source>Agreement by theme</source>
            <translation>Enighet per tema</translation>
        </message>
        <message>
            <source>Agreement on all codes of a unit</source>
            <translation>Enighet om alle koder på en enhet</translation>
        </message>
        <message>
            <source>Themes and sets</source>
            <translation>Temaer og mengder</translation>
        </message>
        <message>
            <source>{units} of interviewers and headings are left out.</source>
            <translation>{units} fra intervjuere og overskrifter er holdt utenfor.</translation>
        </message>
        <message>
            <source>The figure before discussion is the one to report.</source>
            <translation>Tallet før drøfting er det som rapporteres.</translation>
        </message>
        <message>
            <source>Left out as well, for their place is lost: {passages}.</source>
            <translation>Også utelatt, fordi plassen i teksten er tapt: {passages}.</translation>
        </message>
        <message>
            <source>With them: α {alpha}.</source>
            <translation>Med dem: α {alpha}.</translation>
        </message>
    </context>
    <context>
        <name>CodingDesk</name>
        <message>
            <source>Coded “{code}” at {place}</source>
            <translation>Kodet «{code}» på {place}</translation>
        </message>
        <message>
            <source>New code “{code}”, coded at {place}</source>
            <translation>Ny kode «{code}», kodet på {place}</translation>
        </message>
        <message>
            <source>Removed “{code}” at {place}</source>
            <translation>Fjernet «{code}» på {place}</translation>
        </message>
        <message>
            <source>Changed the ends of “{code}” at {place}</source>
            <translation>Endret utstrekningen av «{code}» på {place}</translation>
        </message>
        <message>
            <source>Recoded to “{code}” at {place}</source>
            <translation>Kodet om til «{code}» på {place}</translation>
        </message>
        <message>
            <source>Split “{code}” at {place}</source>
            <translation>Delte «{code}» på {place}</translation>
        </message>
        <message>
            <source>Stance: {stance}</source>
            <translation>Holdning: {stance}</translation>
        </message>
        <message>
            <source>Saved the comment</source>
            <translation>Lagret kommentaren</translation>
        </message>
        <message>
            <source>Saved the condensation</source>
            <translation>Lagret kondenseringen</translation>
        </message>
        <message>
            <source>Changed the kind of the coding</source>
            <translation>Endret slaget av koding</translation>
        </message>
        <message>
            <source>Changed the evidence of the coding</source>
            <translation>Endret belegget for kodingen</translation>
        </message>
        <message>
            <source>Changed whose words these are</source>
            <translation>Endret hvem ordene tilhører</translation>
        </message>
        <message>
            <source>Coded 1 passage with “{code}”</source>
            <translation>Kodet 1 passasje med «{code}»</translation>
        </message>
        <message>
            <source>Coded {count} passages with “{code}”</source>
            <translation>Kodet {count} passasjer med «{code}»</translation>
        </message>
        <message>
            <source>New code “{code}”</source>
            <translation>Ny kode «{code}»</translation>
        </message>
        <message>
            <source>Renamed the code to “{code}”</source>
            <translation>Ga koden navnet «{code}»</translation>
        </message>
        <message>
            <source>Changed the code “{code}”</source>
            <translation>Endret koden «{code}»</translation>
        </message>
        <message>
            <source>Moved “{code}”</source>
            <translation>Flyttet «{code}»</translation>
        </message>
        <message>
            <source>Merged “{code}” into “{into}”</source>
            <translation>Slo «{code}» sammen med «{into}»</translation>
        </message>
        <message>
            <source>Deleted “{name}”</source>
            <translation>Slettet «{name}»</translation>
        </message>
        <message>
            <source>Deleted “{name}” with 1 coding</source>
            <translation>Slettet «{name}» med 1 koding</translation>
        </message>
        <message>
            <source>Deleted “{name}” with {count} codings</source>
            <translation>Slettet «{name}» med {count} kodinger</translation>
        </message>
        <message>
            <source>Renamed the document</source>
            <translation>Ga dokumentet nytt navn</translation>
        </message>
        <message>
            <source>{document} is finished</source>
            <translation>{document} er ferdig</translation>
        </message>
        <message>
            <source>{document}: {share} read</source>
            <translation>{document}: {share} lest</translation>
        </message>
        <message>
            <source>Moved {document}</source>
            <translation>Flyttet {document}</translation>
        </message>
    </context>
    <context>
        <name>CodingDetails</name>
        <message>
            <source>Respondent</source>
            <translation>Respondent</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Belegg</translation>
        </message>
        <message>
            <source>Follows the speaker</source>
            <translation>Følger taleren</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>follows the speaker</source>
            <translation>følger taleren</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>valgt for hånd</translation>
        </message>
    </context>
    <context>
        <name>CodingEditor</name>
        <message>
            <source>Add selected</source>
            <translation>Legg til valgte ord</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Select words in the text, choose a code and add.</source>
            <translation>Velg ord i teksten, velg en kode og legg til.</translation>
        </message>
        <message>
            <source>Take {code} away</source>
            <translation>Ta bort {code}</translation>
        </message>
        <message>
            <source>No words of this text are selected.</source>
            <translation>Ingen ord i denne teksten er valgt.</translation>
        </message>
    </context>
    <context>
        <name>CodingKeys</name>
        <message>
            <source>No code has the key {key}. Edit a code to give it one, or press K.</source>
            <translation>Ingen kode har tasten {key}. Rediger en kode for å gi den tasten, eller trykk K.</translation>
        </message>
        <message>
            <source>Nothing was coded yet</source>
            <translation>Ingenting er kodet ennå</translation>
        </message>
        <message>
            <source>Select a coding first: click it, or press . for the next one</source>
            <translation>Velg en koding først: klikk på den, eller trykk . for neste</translation>
        </message>
        <message>
            <source>Find or make a code …</source>
            <translation>Finn eller lag kode …</translation>
        </message>
        <message>
            <source>Same code as last time</source>
            <translation>Samme kode som sist</translation>
        </message>
        <message>
            <source>Make a code of the words (in vivo)</source>
            <translation>Lag kode av ordene (in vivo)</translation>
        </message>
        <message>
            <source>Read to here</source>
            <translation>Lest hit</translation>
        </message>
        <message>
            <source>Who is heard here …</source>
            <translation>Hvem høres her …</translation>
        </message>
        <message>
            <source>Next coding</source>
            <translation>Neste koding</translation>
        </message>
        <message>
            <source>Previous coding</source>
            <translation>Forrige koding</translation>
        </message>
        <message>
            <source>Stance: {stance}</source>
            <translation>Holdning: {stance}</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Split at the caret</source>
            <translation>Del ved skrivemerket</translation>
        </message>
        <message>
            <source>Delete the coding</source>
            <translation>Slett kodingen</translation>
        </message>
        <message>
            <source>Previous, next turn</source>
            <translation>Forrige, neste tur</translation>
        </message>
        <message>
            <source>Extend the selection</source>
            <translation>Utvid markeringen</translation>
        </message>
        <message>
            <source>Word, sentence, turn, and back</source>
            <translation>Ord, setning, tur, og tilbake</translation>
        </message>
        <message>
            <source>Code with that key; again removes it</source>
            <translation>Kode med den tasten; én gang til fjerner den</translation>
        </message>
        <message>
            <source>Find or make a code</source>
            <translation>Finn eller lag kode</translation>
        </message>
        <message>
            <source>Stance: for, against, mixed, none</source>
            <translation>Holdning: for, mot, blandet, ingen</translation>
        </message>
        <message>
            <source>Previous, next coding</source>
            <translation>Forrige, neste koding</translation>
        </message>
        <message>
            <source>Who is heard here</source>
            <translation>Hvem høres her</translation>
        </message>
        <message>
            <source>Previous, next turn of your sample, or unit without a code</source>
            <translation>Forrige, neste tur i utvalget ditt, eller enhet uten kode</translation>
        </message>
        <message>
            <source>Find a code, or go to the fields of the selected coding</source>
            <translation>Finn kode, eller gå til feltene for valgt koding</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Slipp</translation>
        </message>
        <message>
            <source>Find in the text, next hit</source>
            <translation>Finn i teksten, neste treff</translation>
        </message>
        <message>
            <source>Rename, in the lists</source>
            <translation>Gi nytt navn, i listene</translation>
        </message>
    </context>
    <context>
        <name>CodingReportSheet</name>
        <message>
            <source>Codings from {file}</source>
            <translation>Kodinger fra {file}</translation>
        </message>
        <message>
            <source>{placed} of {count} rows are placed</source>
            <translation>{placed} av {count} rader er plassert</translation>
        </message>
        <message>
            <source>Rows that need a look</source>
            <translation>Rader som bør sees på</translation>
        </message>
        <message>
            <source>Click a row that was placed to see its passage. Rows count without the header.</source>
            <translation>Klikk på en rad som er plassert, for å se passasjen. Radene telles uten overskriften.</translation>
        </message>
        <message>
            <source>1 stands word for word</source>
            <translation>1 står ordrett</translation>
        </message>
        <message>
            <source>{count} stand word for word</source>
            <translation>{count} står ordrett</translation>
        </message>
        <message>
            <source>1 stands nearly so</source>
            <translation>1 står nesten ordrett</translation>
        </message>
        <message>
            <source>{count} stand nearly so</source>
            <translation>{count} står nesten ordrett</translation>
        </message>
        <message>
            <source>1 quote stands in several places and was placed at the first</source>
            <translation>1 sitat står flere steder og er plassert på det første</translation>
        </message>
        <message>
            <source>{count} quotes stand in several places and were placed at the first</source>
            <translation>{count} sitater står flere steder og er plassert på det første</translation>
        </message>
        <message>
            <source>1 was not placed</source>
            <translation>1 ble ikke plassert</translation>
        </message>
        <message>
            <source>{count} were not placed</source>
            <translation>{count} ble ikke plassert</translation>
        </message>
        <message>
            <source>1 was in the project already</source>
            <translation>1 var i prosjektet fra før</translation>
        </message>
        <message>
            <source>{count} were in the project already</source>
            <translation>{count} var i prosjektet fra før</translation>
        </message>
        <message>
            <source>Coded by {names}</source>
            <translation>Kodet av {names}</translation>
        </message>
        <message>
            <source>“{quote}”</source>
            <translation>«{quote}»</translation>
        </message>
        <message>
            <source>No quote</source>
            <translation>Uten sitat</translation>
        </message>
        <message>
            <source>{percent} % like the quote</source>
            <translation>{percent} % likt sitatet</translation>
        </message>
        <message>
            <source>In the file: “{quote}”</source>
            <translation>I filen: «{quote}»</translation>
        </message>
        <message>
            <source>One of {count} places</source>
            <translation>Ett av {count} steder</translation>
        </message>
        <message>
            <source>If it belongs to another, move it there</source>
            <translation>Hører den til et annet, flytt den dit</translation>
        </message>
        <message>
            <source>Row {number}</source>
            <translation>Rad {number}</translation>
        </message>
    </context>
    <context>
        <name>CodingSelection</name>
        <message>
            <source>No coding further on</source>
            <translation>Ingen flere kodinger nedover</translation>
        </message>
        <message>
            <source>No coding before this</source>
            <translation>Ingen kodinger før denne</translation>
        </message>
    </context>
    <context>
        <name>CodingStrip</name>
        <message>
            <source>Selected coding</source>
            <translation>Valgt koding</translation>
        </message>
        <message>
            <source>Show the whole coding</source>
            <translation>Vis hele kodingen</translation>
        </message>
    </context>
    <context>
        <name>CodingWords</name>
        <message>
            <source>For</source>
            <translation>For</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>Mot</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>Blandet</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>Nøytral</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Direct quotation</source>
            <translation>Direkte sitat</translation>
        </message>
        <message>
            <source>Paraphrase</source>
            <translation>Parafrase</translation>
        </message>
        <message>
            <source>Document text</source>
            <translation>Dokumenttekst</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>Ikke oppgitt</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Opptak</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notater</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>Observasjon</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Line {line}</source>
            <translation>Linje {line}</translation>
        </message>
        <message>
            <source>Page {page}, line {line}</source>
            <translation>Side {page}, linje {line}</translation>
        </message>
        <message>
            <source>Lines {line}</source>
            <translation>Linje {line}</translation>
        </message>
        <message>
            <source>Page {page}, lines {line}</source>
            <translation>Side {page}, linje {line}</translation>
        </message>
        <message>
            <source>Turn {number}</source>
            <translation>Tur {number}</translation>
        </message>
        <message>
            <source>Paragraph {number}</source>
            <translation>Avsnitt {number}</translation>
        </message>
        <message>
            <source>{label} turn {number}</source>
            <translation>{label} tur {number}</translation>
        </message>
        <message>
            <source>coded by {coder}</source>
            <translation>kodet av {coder}</translation>
        </message>
        <message>
            <source>has a comment</source>
            <translation>har kommentar</translation>
        </message>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
    </context>
    <context>
        <name>ColumnPicker</name>
        <message>
            <source>Columns</source>
            <translation>Kolonner</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Temaer</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Spørsmål</translation>
        </message>
        <message>
            <source>Columns are</source>
            <translation>Kolonnene er</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>With codings</source>
            <translation>Med kodinger</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Spurte</translation>
        </message>
        <message>
            <source>Choose at least one column.</source>
            <translation>Velg minst én kolonne.</translation>
        </message>
    </context>
    <context>
        <name>ColumnRow</name>
        <message>
            <source>1 answer</source>
            <translation>1 svar</translation>
        </message>
        <message>
            <source>{count} answers</source>
            <translation>{count} svar</translation>
        </message>
        <message>
            <source>{count} different</source>
            <translation>{count} ulike</translation>
        </message>
        <message>
            <source>{heading} holds</source>
            <translation>{heading} inneholder</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Open answers</source>
            <translation>Åpne svar</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Opplysninger</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Utelates</translation>
        </message>
    </context>
    <context>
        <name>ColumnTable</name>
        <message>
            <source>Columns</source>
            <translation>Kolonner</translation>
        </message>
        <message>
            <source>1 respondent</source>
            <translation>1 respondent</translation>
        </message>
        <message>
            <source>{count} respondents</source>
            <translation>{count} respondenter</translation>
        </message>
        <message>
            <source>Every row becomes a respondent. Open answers are the text.</source>
            <translation>Hver rad blir en respondent. Åpne svar blir teksten.</translation>
        </message>
    </context>
    <context>
        <name>CompareExport</name>
        <message>
            <source>Export the comparison</source>
            <translation>Eksporter sammenlikningen</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Sammenlikning</translation>
        </message>
        <message>
            <source>Export the list of differences</source>
            <translation>Eksporter lista over uenigheter</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Uenigheter</translation>
        </message>
    </context>
    <context>
        <name>CompareScreen</name>
        <message>
            <source>Somebody has coded since this comparison was saved</source>
            <translation>Noen har kodet siden sammenlikningen ble lagret</translation>
        </message>
        <message>
            <source>Something has changed since</source>
            <translation>Noe er endret siden</translation>
        </message>
        <message>
            <source>Next difference</source>
            <translation>Neste uenighet</translation>
        </message>
        <message>
            <source>Previous difference</source>
            <translation>Forrige uenighet</translation>
        </message>
        <message>
            <source>The text in lanes, or side by side</source>
            <translation>Teksten med spor eller side om side</translation>
        </message>
        <message>
            <source>In the text: turn by turn. In lists and tables: from row to row</source>
            <translation>I teksten: tur for tur. I lister og tabeller: fra rad til rad</translation>
        </message>
        <message>
            <source>In the list: open the passage</source>
            <translation>I lista: åpne passasjen</translation>
        </message>
        <message>
            <source>Decision: what this coder has</source>
            <translation>Vedtak: det denne koderen har</translation>
        </message>
        <message>
            <source>Decision: what anybody marked, what all marked, none of it</source>
            <translation>Vedtak: det noen har merket, det alle har merket, ingenting av det</translation>
        </message>
        <message>
            <source>Decision: another passage or other codes, leave it open</source>
            <translation>Vedtak: en annen passasje eller andre koder, la det stå åpent</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <translation>Lagre vedtaket</translation>
        </message>
        <message>
            <source>Close the panel</source>
            <translation>Lukk panelet</translation>
        </message>
        <message>
            <source>Choose the coders …</source>
            <translation>Velg kodere …</translation>
        </message>
        <message>
            <source>Without interviewer</source>
            <translation>Uten intervjuer</translation>
        </message>
        <message>
            <source>Choose the measures …</source>
            <translation>Velg mål …</translation>
        </message>
        <message>
            <source>Paragraph for the method chapter</source>
            <translation>Avsnitt til metodekapitlet</translation>
        </message>
        <message>
            <source>Text side by side</source>
            <translation>Tekst side om side</translation>
        </message>
        <message>
            <source>Compare again</source>
            <translation>Sammenlikn på nytt</translation>
        </message>
        <message>
            <source>Take agreed places into the consensus</source>
            <translation>Ta enige steder inn i konsensus</translation>
        </message>
        <message>
            <source>Codebook to mend …</source>
            <translation>Kodebok som bør rettes …</translation>
        </message>
        <message>
            <source>Comparing the coders</source>
            <translation>Sammenlikner koderne</translation>
        </message>
        <message>
            <source>You can go on working meanwhile.</source>
            <translation>Du kan arbeide videre så lenge.</translation>
        </message>
        <message>
            <source>Measuring agreement over time</source>
            <translation>Måler enighet over tid</translation>
        </message>
    </context>
    <context>
        <name>CompareStatus</name>
        <message>
            <source>coded blind until {day}</source>
            <translation>kodet blindt til {day}</translation>
        </message>
        <message>
            <source>Only the turns of “{sample}”</source>
            <translation>Bare turene i «{sample}»</translation>
        </message>
        <message>
            <source>The interviewer's turns are left out</source>
            <translation>Intervjuerens turer er holdt utenfor</translation>
        </message>
    </context>
    <context>
        <name>CompareToolbar</name>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>Start round {number} …</source>
            <translation>Begynn runde {number} …</translation>
        </message>
        <message>
            <source>against each other</source>
            <translation>mot hverandre</translation>
        </message>
        <message>
            <source>Compare coders</source>
            <translation>Sammenlikn kodere</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mer</translation>
        </message>
        <message>
            <source>Saved comparisons, sources, codes and rules of this comparison</source>
            <translation>Lagrede sammenlikninger, og kilder, koder og regler for denne</translation>
        </message>
        <message>
            <source>Leave out interviewers' turns, labels, headings and questions of the guide</source>
            <translation>Hold intervjuerens turer, talernavn, overskrifter og spørsmål fra guiden utenfor</translation>
        </message>
        <message>
            <source>Which measures the table shows</source>
            <translation>Hvilke mål tabellen viser</translation>
        </message>
        <message>
            <source>What was computed, in words for the method chapter</source>
            <translation>Hva som er beregnet, i ord til metodekapitlet</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhet</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>Without interviewer</source>
            <translation>Uten intervjuer</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Målevalg</translation>
        </message>
        <message>
            <source>Paragraph for the method chapter</source>
            <translation>Avsnitt til metodekapitlet</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Sammenlikning</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Avsnitt</translation>
        </message>
        <message>
            <source>Interv.</source>
            <translation>Interv.</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Source on the screen</source>
            <translation>Kilden på skjermen</translation>
        </message>
    </context>
    <context>
        <name>CompareWords</name>
        <message>
            <source>Character</source>
            <translation>Tegn</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Ord</translation>
        </message>
        <message>
            <source>Sentence</source>
            <translation>Setning</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Tur</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Avsnitt</translation>
        </message>
        <message>
            <source>Any part of it is coded</source>
            <translation>Noe av den er kodet</translation>
        </message>
        <message>
            <source>At least half of it is coded</source>
            <translation>Minst halvparten av den er kodet</translation>
        </message>
        <message>
            <source>At least half of the shorter of passage and unit</source>
            <translation>Minst halvparten av den korteste av passasje og enhet</translation>
        </message>
        <message>
            <source>Round {number}</source>
            <translation>Runde {number}</translation>
        </message>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d. MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} og {last}</translation>
        </message>
        <message>
            <source>The intervals rest on {samples} draws</source>
            <translation>Intervallene er beregnet med {samples} trekninger</translation>
        </message>
    </context>
    <context>
        <name>ComparisonWriting</name>
        <message>
            <source>Kept the comparison “{name}”</source>
            <translation>Tok vare på sammenlikningen «{name}»</translation>
        </message>
        <message>
            <source>Deleted the comparison “{name}”</source>
            <translation>Slettet sammenlikningen «{name}»</translation>
        </message>
        <message>
            <source>Round {number} has begun; new codings belong to it</source>
            <translation>Runde {number} er i gang; nye kodinger hører til den</translation>
        </message>
    </context>
    <context>
        <name>Correcting</name>
        <message>
            <source>Nothing was changed</source>
            <translation>Ingenting er endret</translation>
        </message>
        <message>
            <source>Corrected the text of “{document}”</source>
            <translation>Rettet teksten i «{document}»</translation>
        </message>
        <message>
            <source>1 coding follows</source>
            <translation>1 koding følger med</translation>
        </message>
        <message>
            <source>{count} codings follow</source>
            <translation>{count} kodinger følger med</translation>
        </message>
        <message>
            <source>1 has no place</source>
            <translation>1 har ingen plass</translation>
        </message>
        <message>
            <source>{count} have no place</source>
            <translation>{count} har ingen plass</translation>
        </message>
        <message>
            <source>The unfinished correction was thrown away</source>
            <translation>Den uferdige rettingen er kastet</translation>
        </message>
    </context>
    <context>
        <name>CorrectingCommands</name>
        <message>
            <source>Choose a document first</source>
            <translation>Velg et dokument først</translation>
        </message>
        <message>
            <source>Wait until the file before is done</source>
            <translation>Vent til filen før er ferdig</translation>
        </message>
        <message>
            <source>Replace the text of “{document}”</source>
            <translation>Bytt ut teksten i «{document}»</translation>
        </message>
        <message>
            <source>Reading {file}</source>
            <translation>Leser {file}</translation>
        </message>
    </context>
    <context>
        <name>CorrectingView</name>
        <message>
            <source>Text that is being corrected</source>
            <translation>Tekst som rettes</translation>
        </message>
        <message>
            <source>Text as it will be</source>
            <translation>Teksten slik den blir</translation>
        </message>
    </context>
    <context>
        <name>CorrectionBar</name>
        <message>
            <source>You are correcting the text. Nothing is stored until you are done.</source>
            <translation>Du retter teksten. Ingenting lagres før du er ferdig.</translation>
        </message>
        <message>
            <source>Looking where the codings are in the corrected text …</source>
            <translation>Ser etter hvor kodingene er i den rettede teksten …</translation>
        </message>
        <message>
            <source>This is how the text will be. Look at the codings at the right, then take it in.</source>
            <translation>Slik blir teksten. Se på kodingene til høyre, og ta den så inn.</translation>
        </message>
        <message>
            <source>The document got another text meanwhile. What you have here would take its place.</source>
            <translation>Dokumentet har fått en annen tekst i mellomtiden. Det du har her, kommer i stedet for den.</translation>
        </message>
        <message>
            <source>1 change</source>
            <translation>1 endring</translation>
        </message>
        <message>
            <source>{count} changes</source>
            <translation>{count} endringer</translation>
        </message>
        <message>
            <source>No changes yet</source>
            <translation>Ingen endringer ennå</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stans</translation>
        </message>
    </context>
    <context>
        <name>CorrectionPanel</name>
        <message>
            <source>What becomes of the codings</source>
            <translation>Hva som skjer med kodingene</translation>
        </message>
        <message>
            <source>Correct the text</source>
            <translation>Rett teksten</translation>
        </message>
    </context>
    <context>
        <name>CrashReporter</name>
        <message>
            <source>An error in Kodebenk</source>
            <translation>Feil i Kodebenk</translation>
        </message>
        <message>
            <source>Something went wrong in the program.</source>
            <translation>Noe gikk galt i programmet.</translation>
        </message>
        <message>
            <source>What was saved is safe. Close and start the program again if it behaves oddly. Technical details, without any text from your material, are in {file}.</source>
            <translation>Det som var lagret, er trygt. Lukk programmet og start det igjen hvis det oppfører seg rart. Tekniske opplysninger, uten tekst fra materialet ditt, ligger i {file}.</translation>
        </message>
    </context>
    <context>
        <name>DecisionForm</name>
        <message>
            <source>Decision</source>
            <translation>Vedtak</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begrunnelse</translation>
        </message>
        <message>
            <source>stands in the log of differences</source>
            <translation>står i loggen over uenigheter</translation>
        </message>
        <message>
            <source>Why they differed</source>
            <translation>Hvorfor ulikt</translation>
        </message>
        <message>
            <source>Not said</source>
            <translation>Ikke sagt</translation>
        </message>
        <message>
            <source>Add to the codebook to mend</source>
            <translation>Legg til det som må rettes i kodeboka</translation>
        </message>
        <message>
            <source>What the codebook should say</source>
            <translation>Det kodeboka bør si</translation>
        </message>
        <message>
            <source>needed before you can save</source>
            <translation>må skrives før du kan lagre</translation>
        </message>
    </context>
    <context>
        <name>DecisionPanel</name>
        <message>
            <source>The consensus has all agreed places already</source>
            <translation>Alle steder dere er enige om, er i konsensusen fra før</translation>
        </message>
        <message>
            <source>1 agreed place is in the consensus now</source>
            <translation>1 sted dere er enige om, er nå i konsensusen</translation>
        </message>
        <message>
            <source>{count} agreed places are in the consensus now</source>
            <translation>{count} steder dere er enige om, er nå i konsensusen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Hopp over</translation>
        </message>
        <message>
            <source>Save decision</source>
            <translation>Lagre vedtak</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Trekk tilbake</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Endre</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Neste</translation>
        </message>
        <message>
            <source>Write a reason first</source>
            <translation>Skriv en begrunnelse først</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Vedtak</translation>
        </message>
        <message>
            <source>Decision on {place}</source>
            <translation>Vedtak om {place}</translation>
        </message>
        <message>
            <source>Decision on difference {number}</source>
            <translation>Vedtak om uenighet {number}</translation>
        </message>
        <message>
            <source>Left {place} open</source>
            <translation>{place} står åpen</translation>
        </message>
        <message>
            <source>Settled {place}</source>
            <translation>Løste {place}</translation>
        </message>
        <message>
            <source>Withdrew the decision on {place}</source>
            <translation>Trakk tilbake vedtaket om {place}</translation>
        </message>
    </context>
    <context>
        <name>DecisionSummary</name>
        <message>
            <source>For the codebook: {note}</source>
            <translation>Til kodeboka: {note}</translation>
        </message>
        <message>
            <source>mended</source>
            <translation>rettet</translation>
        </message>
    </context>
    <context>
        <name>DecisionWords</name>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
        <message>
            <source>What all have marked</source>
            <translation>Det alle har markert</translation>
        </message>
        <message>
            <source>Other passage or codes …</source>
            <translation>Annen passasje eller kode …</translation>
        </message>
        <message>
            <source>Leave open</source>
            <translation>La stå åpen</translation>
        </message>
        <message>
            <source>Not coded</source>
            <translation>Ikke kodet</translation>
        </message>
        <message>
            <source>None of them</source>
            <translation>Ingen av dem</translation>
        </message>
        <message>
            <source>Both codes</source>
            <translation>Begge kodene</translation>
        </message>
        <message>
            <source>All {count} codes</source>
            <translation>Alle {count} kodene</translation>
        </message>
        <message>
            <source>The whole of what anybody marked</source>
            <translation>Alt som noen har markert</translation>
        </message>
        <message>
            <source>Not coded, as {coder} has it</source>
            <translation>Ikke kodet, slik {coder} har det</translation>
        </message>
        <message>
            <source>{codes}, as {coder} has it</source>
            <translation>{codes}, slik {coder} har det</translation>
        </message>
        <message>
            <source>{codes}, on all that anybody marked</source>
            <translation>{codes}, på alt som noen har markert</translation>
        </message>
        <message>
            <source>{codes}, on what all marked</source>
            <translation>{codes}, på det alle har markert</translation>
        </message>
        <message>
            <source>{codes}, chosen anew</source>
            <translation>{codes}, valgt på nytt</translation>
        </message>
        <message>
            <source>Not coded with any of these codes</source>
            <translation>Ikke kodet med noen av disse kodene</translation>
        </message>
        <message>
            <source>Talked about and left open</source>
            <translation>Drøftet og latt stå åpen</translation>
        </message>
    </context>
    <context>
        <name>DetailsForm</name>
        <message>
            <source>Not known</source>
            <translation>Ikke kjent</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nei</translation>
        </message>
    </context>
    <context>
        <name>DetailsSection</name>
        <message>
            <source>Details</source>
            <translation>Opplysninger</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>vises</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>skjult</translation>
        </message>
    </context>
    <context>
        <name>DifferenceList</name>
        <message>
            <source>Differences</source>
            <translation>Uenigheter</translation>
        </message>
        <message>
            <source>Filter and order</source>
            <translation>Filter og rekkefølge</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mer</translation>
        </message>
        <message>
            <source>Back to all differences</source>
            <translation>Tilbake til alle uenigheter</translation>
        </message>
        <message>
            <source>Take 1 agreed place into the consensus</source>
            <translation>Ta 1 sted dere er enige om, inn i konsensusen</translation>
        </message>
        <message>
            <source>Take {count} agreed places into the consensus</source>
            <translation>Ta {count} steder dere er enige om, inn i konsensusen</translation>
        </message>
        <message>
            <source>Codebook to mend …</source>
            <translation>Må rettes i kodeboka …</translation>
        </message>
        <message>
            <source>Show all differences</source>
            <translation>Vis alle uenigheter</translation>
        </message>
        <message>
            <source>No passages</source>
            <translation>Ingen passasjer</translation>
        </message>
        <message>
            <source>There is no passage behind this figure.</source>
            <translation>Det er ingen passasje bak dette tallet.</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>Ingenting passer</translation>
        </message>
        <message>
            <source>The filter lets no place of this text through.</source>
            <translation>Filteret slipper ingen steder i denne teksten gjennom.</translation>
        </message>
        <message>
            <source>They do not differ here</source>
            <translation>De er ikke uenige her</translation>
        </message>
        <message>
            <source>All coded the texts alike.</source>
            <translation>Alle har kodet tekstene likt.</translation>
        </message>
        <message>
            <source>All coded this text alike.</source>
            <translation>Alle har kodet denne teksten likt.</translation>
        </message>
        <message>
            <source>{open} open of {count} in all texts</source>
            <translation>{open} åpne av {count} i alle tekster</translation>
        </message>
        <message>
            <source>{open} open of {count} in this text</source>
            <translation>{open} åpne av {count} i denne teksten</translation>
        </message>
        <message>
            <source>{count} shown</source>
            <translation>{count} vist</translation>
        </message>
    </context>
    <context>
        <name>DifferenceModel</name>
        <message>
            <source>open</source>
            <translation>åpen</translation>
        </message>
    </context>
    <context>
        <name>DifferenceWords</name>
        <message>
            <source>Agreed</source>
            <translation>Enige</translation>
        </message>
        <message>
            <source>Boundary</source>
            <translation>Grense</translation>
        </message>
        <message>
            <source>Different code</source>
            <translation>Annen kode</translation>
        </message>
        <message>
            <source>Extra code</source>
            <translation>Ekstra kode</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Mangler</translation>
        </message>
        <message>
            <source>Only one done</source>
            <translation>Bare én ferdig</translation>
        </message>
        <message>
            <source>Unclear definition</source>
            <translation>Uklar definisjon</translation>
        </message>
        <message>
            <source>Oversight</source>
            <translation>Forglemmelse</translation>
        </message>
        <message>
            <source>Where it begins and ends</source>
            <translation>Hvor den begynner og slutter</translation>
        </message>
        <message>
            <source>The words can be read both ways</source>
            <translation>Ordene kan leses på begge måter</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} og {last}</translation>
        </message>
        <message>
            <source>l. {line}</source>
            <translation>l. {line}</translation>
        </message>
        <message>
            <source>p. {page}, l. {line}</source>
            <translation>s. {page}, l. {line}</translation>
        </message>
        <message>
            <source>Settled {day}</source>
            <translation>Løst {day}</translation>
        </message>
        <message>
            <source>Left open {day}</source>
            <translation>Latt stå åpen {day}</translation>
        </message>
        <message>
            <source>All have coded it alike</source>
            <translation>Alle har kodet likt</translation>
        </message>
        <message>
            <source>Only {who} is done with it</source>
            <translation>Bare {who} er ferdig med teksten</translation>
        </message>
        <message>
            <source>Only {who} has coded it</source>
            <translation>Bare {who} har kodet</translation>
        </message>
        <message>
            <source>{who} has not coded it</source>
            <translation>{who} har ikke kodet</translation>
        </message>
        <message>
            <source>{who} have not coded it</source>
            <translation>{who} har ikke kodet</translation>
        </message>
        <message>
            <source>{who} has other codes here</source>
            <translation>{who} har andre koder her</translation>
        </message>
        <message>
            <source>{who} have other codes here</source>
            <translation>{who} har andre koder her</translation>
        </message>
        <message>
            <source>not coded</source>
            <translation>ikke kodet</translation>
        </message>
        <message>
            <source>Not the same words</source>
            <translation>Ikke de samme ordene</translation>
        </message>
        <message>
            <source>{who} has it in one passage</source>
            <translation>{who} har det i én passasje</translation>
        </message>
        <message>
            <source>{who} has it in {count} passages</source>
            <translation>{who} har det i {count} passasjer</translation>
        </message>
        <message>
            <source>{who} has one sentence more</source>
            <translation>{who} tar med én setning til</translation>
        </message>
        <message>
            <source>{who} has one sentence less</source>
            <translation>{who} har én setning mindre</translation>
        </message>
        <message>
            <source>{who} has {count} sentences more</source>
            <translation>{who} tar med {count} setninger til</translation>
        </message>
        <message>
            <source>{who} has {count} sentences fewer</source>
            <translation>{who} har {count} setninger færre</translation>
        </message>
        <message>
            <source>{who} has other words</source>
            <translation>{who} har andre ord</translation>
        </message>
        <message>
            <source>{who} begins later</source>
            <translation>{who} begynner senere</translation>
        </message>
        <message>
            <source>{who} begins earlier</source>
            <translation>{who} begynner tidligere</translation>
        </message>
        <message>
            <source>{who} ends later</source>
            <translation>{who} slutter senere</translation>
        </message>
        <message>
            <source>{who} ends earlier</source>
            <translation>{who} slutter tidligere</translation>
        </message>
        <message>
            <source>{who} begins and ends later</source>
            <translation>{who} begynner og slutter senere</translation>
        </message>
        <message>
            <source>{who} begins and ends earlier</source>
            <translation>{who} begynner og slutter tidligere</translation>
        </message>
        <message>
            <source>{who} begins later and ends earlier</source>
            <translation>{who} begynner senere og slutter tidligere</translation>
        </message>
        <message>
            <source>{who} begins earlier and ends later</source>
            <translation>{who} begynner tidligere og slutter senere</translation>
        </message>
    </context>
    <context>
        <name>DocumentFields</name>
        <message>
            <source>Issuer</source>
            <translation>Utgiver</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Saksnummer</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stadium</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>utkast</translation>
        </message>
        <message>
            <source>open for comment</source>
            <translation>på høring</translation>
        </message>
        <message>
            <source>adopted</source>
            <translation>vedtatt</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Periode</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versjon</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Sted</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>face to face</source>
            <translation>ansikt til ansikt</translation>
        </message>
        <message>
            <source>video</source>
            <translation>video</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>telefon</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-post</translation>
        </message>
        <message>
            <source>Length in minutes</source>
            <translation>Lengde i minutter</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Tatt opp</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Samtykke</translation>
        </message>
        <message>
            <source>in writing</source>
            <translation>skriftlig</translation>
        </message>
        <message>
            <source>orally</source>
            <translation>muntlig</translation>
        </message>
        <message>
            <source>Number in order</source>
            <translation>Nummer i rekken</translation>
        </message>
        <message>
            <source>Guide version</source>
            <translation>Versjon av guiden</translation>
        </message>
        <message>
            <source>Validated on</source>
            <translation>Validert</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Målform</translation>
        </message>
        <message>
            <source>Bokmål</source>
            <translation>Bokmål</translation>
        </message>
        <message>
            <source>Nynorsk</source>
            <translation>Nynorsk</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Engelsk</translation>
        </message>
    </context>
    <context>
        <name>DocumentKinds</name>
        <message>
            <source>Interviews</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notater</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Planning documents</source>
            <translation>Plandokumenter</translation>
        </message>
        <message>
            <source>Survey answers</source>
            <translation>Spørreskjemasvar</translation>
        </message>
        <message>
            <source>Field notes</source>
            <translation>Feltnotater</translation>
        </message>
        <message>
            <source>Literature</source>
            <translation>Litteratur</translation>
        </message>
        <message>
            <source>transcript</source>
            <translation>transkripsjon</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>notater</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-post</translation>
        </message>
        <message>
            <source>planning document</source>
            <translation>plandokument</translation>
        </message>
        <message>
            <source>survey</source>
            <translation>spørreskjema</translation>
        </message>
        <message>
            <source>field notes</source>
            <translation>feltnotater</translation>
        </message>
        <message>
            <source>literature</source>
            <translation>litteratur</translation>
        </message>
        <message>
            <source>1 page</source>
            <translation>1 side</translation>
        </message>
        <message>
            <source>{count} pages</source>
            <translation>{count} sider</translation>
        </message>
    </context>
    <context>
        <name>DocumentListPanel</name>
        <message>
            <source>Add sources</source>
            <translation>Importer kilder</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrer</translation>
        </message>
        <message>
            <source>Words in the name</source>
            <translation>Ord i navnet</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>Nytt navn</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>Materiale</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>Ingenting passer</translation>
        </message>
        <message>
            <source>No document fits the filter.</source>
            <translation>Ingen dokumenter passer med filteret.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Vis alle</translation>
        </message>
        <message>
            <source>Add transcripts, notes and documents, and they are listed here.</source>
            <translation>Importer transkripsjoner, notater og dokumenter, så kommer de hit.</translation>
        </message>
        <message>
            <source>No documents yet</source>
            <translation>Ingen dokumenter ennå</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle slag</translation>
        </message>
        <message>
            <source>Only what is not finished</source>
            <translation>Bare det som ikke er ferdig</translation>
        </message>
        <message>
            <source>Words in the name …</source>
            <translation>Ord i navnet …</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Gi nytt navn</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>Read to here (L)</source>
            <translation>Lest hit (L)</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>Ikke begynt</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Delete with its codings</source>
            <translation>Slett med kodingene</translation>
        </message>
    </context>
    <context>
        <name>DocumentModel</name>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>ferdig</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>ikke begynt</translation>
        </message>
    </context>
    <context>
        <name>DoubtBar</name>
        <message>
            <source>Who says this?</source>
            <translation>Hvem sier dette?</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>La stå</translation>
        </message>
        <message>
            <source>More speakers</source>
            <translation>Flere talere</translation>
        </message>
        <message>
            <source>The words stay with the speaker before</source>
            <translation>Ordene blir hos taleren før</translation>
        </message>
    </context>
    <context>
        <name>DraftBanner</name>
        <message>
            <source>Continue</source>
            <translation>Fortsett</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Kast</translation>
        </message>
        <message>
            <source>There is a correction from {time} that was not finished.</source>
            <translation>Det finnes en retting fra {time} som ikke ble gjort ferdig.</translation>
        </message>
        <message>
            <source>The text of the document is as it was.</source>
            <translation>Teksten i dokumentet er som den var.</translation>
        </message>
        <message>
            <source>It began from another text than the document has now, and would take its place.</source>
            <translation>Den begynte med en annen tekst enn den dokumentet har nå, og kommer i stedet for den.</translation>
        </message>
    </context>
    <context>
        <name>DriftGrid</name>
        <message>
            <source>α with 95% CI</source>
            <translation>α med 95 % KI</translation>
        </message>
        <message>
            <source>Krippendorff's alpha</source>
            <translation>Krippendorffs alfa</translation>
        </message>
        <message>
            <source>α of {count}</source>
            <translation>α for {count}</translation>
        </message>
        <message>
            <source>α of the document and the {count} before it together</source>
            <translation>α for dokumentet og de {count} før det sett under ett</translation>
        </message>
        <message>
            <source>too few documents before it</source>
            <translation>for få dokumenter før det</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>Enheter</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Tekster</translation>
        </message>
        <message>
            <source>documents</source>
            <translation>dokumenter</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Dager</translation>
        </message>
        <message>
            <source>days between</source>
            <translation>dager mellom</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>day on which it was finished</source>
            <translation>dagen det ble ferdig</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Uke</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>units compared, once with each other coder</source>
            <translation>enheter sammenliknet, én gang med hver av de andre koderne</translation>
        </message>
        <message>
            <source>units compared</source>
            <translation>enheter sammenliknet</translation>
        </message>
    </context>
    <context>
        <name>DriftPage</name>
        <message>
            <source>What the points are</source>
            <translation>Hva punktene er</translation>
        </message>
        <message>
            <source>Rounds</source>
            <translation>Runder</translation>
        </message>
        <message>
            <source>Weeks</source>
            <translation>Uker</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Rekkefølge</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>Stability</source>
            <translation>Stabilitet</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>Mot</translation>
        </message>
        <message>
            <source>Order of</source>
            <translation>Rekkefølge</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Not agreement between independent coders: the consensus came out of these codings.</source>
            <translation>Ikke enighet mellom uavhengige kodere: Konsensusen er blitt til av disse kodingene.</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Regn ut</translation>
        </message>
        <message>
            <source>Agreement point by point</source>
            <translation>Enighet punkt for punkt</translation>
        </message>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>the others</source>
            <translation>de andre</translation>
        </message>
        <message>
            <source>the consensus</source>
            <translation>konsensusen</translation>
        </message>
        <message>
            <source>the next round</source>
            <translation>neste runde</translation>
        </message>
        <message>
            <source>the first round</source>
            <translation>første runde</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>all codes</source>
            <translation>alle koder</translation>
        </message>
        <message>
            <source>Krippendorff's alpha point by point, {what}</source>
            <translation>Krippendorffs alfa punkt for punkt, {what}</translation>
        </message>
        <message>
            <source>Being measured …</source>
            <translation>Regnes ut …</translation>
        </message>
        <message>
            <source>No coder has coded the compared sources in more than one round.</source>
            <translation>Ingen koder har kodet de sammenliknede kildene i mer enn én runde.</translation>
        </message>
        <message>
            <source>One coder's rounds are compared already. See them under Codes.</source>
            <translation>Her sammenliknes allerede omgangene til én koder. Se dem under Koder.</translation>
        </message>
        <message>
            <source>Nothing is settled yet. Settle differences first, then come back.</source>
            <translation>Ingenting er avgjort ennå. Avgjør forskjeller først, og kom tilbake.</translation>
        </message>
        <message>
            <source>There is nothing to show.</source>
            <translation>Det er ingenting å vise.</translation>
        </message>
        <message>
            <source>Two coders have the same figure, each against the other.</source>
            <translation>To kodere har samme tall, hver mot den andre.</translation>
        </message>
        <message>
            <source>Each round has what was coded in it.</source>
            <translation>Hver runde har det som ble kodet i den.</translation>
        </message>
        <message>
            <source>A document belongs to the week in which the last coder finished it.</source>
            <translation>Et dokument hører til uka der den siste koderen ble ferdig med det.</translation>
        </message>
        <message>
            <source>Each coder against every other, these pairs put together.</source>
            <translation>Hver koder mot hver av de andre, parene slått sammen.</translation>
        </message>
        <message>
            <source>Each coder's own codings against what was settled, in the documents in which nothing is open.</source>
            <translation>Egne kodinger til hver koder mot det som ble avgjort, i dokumentene der ingenting er åpent.</translation>
        </message>
        <message>
            <source>Each coder's rounds against the coder's own next ones, in the same texts.</source>
            <translation>Hver koders runder mot koderens egne neste, i de samme tekstene.</translation>
        </message>
        <message>
            <source>Each coder's later rounds against the coder's first one, in the same texts.</source>
            <translation>Senere runder til hver koder mot den første, i de samme tekstene.</translation>
        </message>
        <message>
            <source>The line is α of {count} documents together, the one and those before it.</source>
            <translation>Linjen er α for {count} dokumenter sett under ett, det ene og de før det.</translation>
        </message>
        <message>
            <source>All were finished at the same time, as after an import: the order is that of the material.</source>
            <translation>Alle ble ferdige samtidig, som etter en import: Rekkefølgen er den i materialet.</translation>
        </message>
        <message>
            <source>Documents in the order in which {name} finished them.</source>
            <translation>Dokumentene i den rekkefølgen {name} ble ferdig med dem.</translation>
        </message>
        <message>
            <source>Documents in the order in which the last coder finished them.</source>
            <translation>Dokumentene i den rekkefølgen den siste koderen ble ferdig med dem.</translation>
        </message>
    </context>
    <context>
        <name>DriftWords</name>
        <message>
            <source>Round {number}</source>
            <translation>Runde {number}</translation>
        </message>
        <message>
            <source>Week {week}, {year}</source>
            <translation>Uke {week}, {year}</translation>
        </message>
        <message>
            <source>{name}: round {one} → {other}</source>
            <translation>{name}: runde {one} → {other}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} til {last}</translation>
        </message>
        <message>
            <source>{name} against each other coder</source>
            <translation>{name} mot hver av de andre koderne</translation>
        </message>
        <message>
            <source>{name} against the consensus</source>
            <translation>{name} mot konsensusen</translation>
        </message>
        <message>
            <source>finished by {name} on {day}</source>
            <translation>ferdig kodet av {name} {day}</translation>
        </message>
        <message>
            <source>no value: nothing coded by {names}</source>
            <translation>ingen verdi: {names} har ikke kodet noe</translation>
        </message>
        <message>
            <source>no value: no document that all have coded</source>
            <translation>ingen verdi: ingen dokumenter som alle har kodet</translation>
        </message>
        <message>
            <source>no value: every document has a difference that nobody has decided about</source>
            <translation>ingen verdi: Hvert dokument har en forskjell som ingen har avgjort</translation>
        </message>
        <message>
            <source>α {alpha}</source>
            <translation>α {alpha}</translation>
        </message>
        <message>
            <source>1 unit</source>
            <translation>1 enhet</translation>
        </message>
        <message>
            <source>{count} units</source>
            <translation>{count} enheter</translation>
        </message>
        <message>
            <source>the last {count} together {alpha}</source>
            <translation>de siste {count} samlet {alpha}</translation>
        </message>
        <message>
            <source>1 day between</source>
            <translation>1 dag mellom</translation>
        </message>
        <message>
            <source>{count} days between</source>
            <translation>{count} dager mellom</translation>
        </message>
        <message>
            <source>{least} to {most} days between</source>
            <translation>{least} til {most} dager mellom</translation>
        </message>
    </context>
    <context>
        <name>EffectLine</name>
        <message>
            <source>{code}, α</source>
            <translation>{code}, α</translation>
        </message>
        <message>
            <source>after the decision</source>
            <translation>etter vedtaket</translation>
        </message>
        <message>
            <source>The figure before is the one to report.</source>
            <translation>Tallet før vedtak er det som rapporteres.</translation>
        </message>
    </context>
    <context>
        <name>EmptyPage</name>
        <message>
            <source>The matrix is empty</source>
            <translation>Matrisen er tom</translation>
        </message>
        <message>
            <source>It sets respondents against themes. Import interviews and code passages; they appear here.</source>
            <translation>Den setter respondenter opp mot temaer. Importer intervjuer og kod passasjer, så kommer de hit.</translation>
        </message>
        <message>
            <source>Import sources …</source>
            <translation>Importer materiale …</translation>
        </message>
        <message>
            <source>No respondents to show</source>
            <translation>Ingen respondenter å vise</translation>
        </message>
        <message>
            <source>Say who speaks in the interviews, and everyone gets a row. Documents can be rows meanwhile.</source>
            <translation>Si hvem som snakker i intervjuene, så får hver sin rad. Imens kan dokumentene være rader.</translation>
        </message>
        <message>
            <source>Show documents as rows</source>
            <translation>Vis dokumenter som rader</translation>
        </message>
        <message>
            <source>Comparing the coders</source>
            <translation>Sammenlikner koderne</translation>
        </message>
        <message>
            <source>You can go on working meanwhile.</source>
            <translation>Du kan arbeide videre så lenge.</translation>
        </message>
        <message>
            <source>Nothing is compared yet</source>
            <translation>Ingenting er sammenliknet ennå</translation>
        </message>
        <message>
            <source>The comparison was stopped.</source>
            <translation>Sammenlikningen ble stanset.</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Sammenlikn</translation>
        </message>
        <message>
            <source>Nothing is coded yet</source>
            <translation>Ingenting er kodet ennå</translation>
        </message>
        <message>
            <source>When two coders have coded the same source, you see here where they differ.</source>
            <translation>Når to kodere har kodet samme kilde, ser du her hvor de er uenige.</translation>
        </message>
        <message>
            <source>It takes two coders</source>
            <translation>Det trengs to kodere</translation>
        </message>
        <message>
            <source>A second coder works in a copy of the project that you merge with this one, or here under another name, blind if you like. Somebody who coded in two rounds, or on several days, can be compared with themselves: choose that under Coders.</source>
            <translation>En annen koder arbeider i en kopi av prosjektet som du fletter inn i dette, eller her under et annet navn, blindt om dere vil. En som har kodet i to runder, eller på flere dager, kan sammenliknes med seg selv: velg det under Kodere.</translation>
        </message>
        <message>
            <source>Merge another copy …</source>
            <translation>Flett inn en annen kopi …</translation>
        </message>
        <message>
            <source>There is no source that all of them have coded and finished</source>
            <translation>Ingen kilde er kodet og meldt ferdig av alle</translation>
        </message>
        <message>
            <source>Choose coders who share a source, or wait until they have finished one.</source>
            <translation>Velg kodere som har en kilde felles, eller vent til de er ferdige med en.</translation>
        </message>
        <message>
            <source>Choose coders …</source>
            <translation>Velg kodere …</translation>
        </message>
        <message>
            <source>You are coding blind</source>
            <translation>Du koder blindt</translation>
        </message>
        <message>
            <source>What others coded in {sources} is hidden from you until you have finished. Then you can compare.</source>
            <translation>Det andre har kodet i {sources}, er skjult for deg til du er ferdig. Da kan du sammenlikne.</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>«{name}»</translation>
        </message>
        <message>
            <source>Compare the texts as they are now</source>
            <translation>Sammenlikn tekstene slik de er nå</translation>
        </message>
        <message>
            <source>Begin another comparison</source>
            <translation>Begynn en ny sammenlikning</translation>
        </message>
        <message>
            <source>Every code with codings becomes a column. Code a passage and its quote appears here.</source>
            <translation>Hver kode med kodinger blir en kolonne. Kod en passasje, så kommer sitatet hit.</translation>
        </message>
        <message>
            <source>Go to the text</source>
            <translation>Gå til teksten</translation>
        </message>
        <message>
            <source>No row fits the filter</source>
            <translation>Ingen rader passer til filteret</translation>
        </message>
        <message>
            <source>All rows are there; the filter hides them.</source>
            <translation>Alle radene er der, men filteret skjuler dem.</translation>
        </message>
        <message>
            <source>Show all rows</source>
            <translation>Vis alle rader</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>There are no words in the selection.</source>
            <translation>Det er ingen ord i utvalget.</translation>
        </message>
        <message>
            <source>Nothing was coded. Select at least one word.</source>
            <translation>Ingenting ble kodet. Marker minst ett ord.</translation>
        </message>
        <message>
            <source>The passage lies outside the text.</source>
            <translation>Passasjen ligger utenfor teksten.</translation>
        </message>
        <message>
            <source>Nothing was changed. Select the passage again in the document.</source>
            <translation>Ingenting ble endret. Marker passasjen på nytt i dokumentet.</translation>
        </message>
        <message>
            <source>This passage already has this code.</source>
            <translation>Passasjen har denne koden fra før.</translation>
        </message>
        <message>
            <source>The coding that was there stands. Choose another code or another passage.</source>
            <translation>Kodingen som var der, står. Velg en annen kode eller en annen passasje.</translation>
        </message>
        <message>
            <source>The name is empty.</source>
            <translation>Navnet er tomt.</translation>
        </message>
        <message>
            <source>Nothing was changed. Write a name.</source>
            <translation>Ingenting ble endret. Skriv et navn.</translation>
        </message>
        <message>
            <source>The name “{name}” is taken.</source>
            <translation>Navnet «{name}» er i bruk.</translation>
        </message>
        <message>
            <source>Nothing was changed. Choose another name.</source>
            <translation>Ingenting ble endret. Velg et annet navn.</translation>
        </message>
        <message>
            <source>“{name}” is not in the project.</source>
            <translation>«{name}» er ikke i prosjektet.</translation>
        </message>
        <message>
            <source>Nothing was changed. It may have been deleted; look in the history.</source>
            <translation>Ingenting ble endret. Det kan være slettet, se i historikken.</translation>
        </message>
        <message>
            <source>“{name}” can mean several: {candidates}.</source>
            <translation>«{name}» kan bety flere: {candidates}.</translation>
        </message>
        <message>
            <source>Nothing was changed. Write the whole name.</source>
            <translation>Ingenting ble endret. Skriv hele navnet.</translation>
        </message>
        <message>
            <source>A code cannot lie below itself.</source>
            <translation>En kode kan ikke ligge under seg selv.</translation>
        </message>
        <message>
            <source>The codebook is as it was. Choose a place outside the code.</source>
            <translation>Kodeboka er som den var. Velg et sted utenfor koden.</translation>
        </message>
        <message>
            <source>“{name}” cannot be merged with itself.</source>
            <translation>«{name}» kan ikke slås sammen med seg selv.</translation>
        </message>
        <message>
            <source>Nothing was changed. Choose another one.</source>
            <translation>Ingenting ble endret. Velg en annen.</translation>
        </message>
        <message>
            <source>The code “{name}” is in use.</source>
            <translation>Koden «{name}» er i bruk.</translation>
        </message>
        <message>
            <source>Nothing was changed. Move or remove its codings first.</source>
            <translation>Ingenting ble endret. Flytt eller fjern kodingene først.</translation>
        </message>
        <message>
            <source>{name} still has words in the project: {documents}.</source>
            <translation>{name} har fortsatt ord i prosjektet: {documents}.</translation>
        </message>
        <message>
            <source>Nothing was deleted. Merge the respondent, or give the words to someone else.</source>
            <translation>Ingenting ble slettet. Slå sammen respondenten, eller gi ordene til en annen.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Det er ingenting å angre.</translation>
        </message>
        <message>
            <source>The project is as it was made.</source>
            <translation>Prosjektet er slik det ble laget.</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Det er ingenting å gjøre om.</translation>
        </message>
        <message>
            <source>Everything that can be made again stands already.</source>
            <translation>Alt som kan gjøres om, står allerede.</translation>
        </message>
        <message>
            <source>The value “{value}” is not possible here.</source>
            <translation>Verdien «{value}» går ikke her.</translation>
        </message>
        <message>
            <source>Nothing was changed. Possible: {allowed}.</source>
            <translation>Ingenting ble endret. Mulig: {allowed}.</translation>
        </message>
        <message>
            <source>The table {file} lacks the column “{column}”.</source>
            <translation>Tabellen {file} mangler kolonnen «{column}».</translation>
        </message>
        <message>
            <source>Nothing was read in. Add the column to the file and try again.</source>
            <translation>Ingenting ble lest inn. Legg til kolonnen i fila og prøv igjen.</translation>
        </message>
        <message>
            <source>The project is open for reading only.</source>
            <translation>Prosjektet er bare åpent for lesing.</translation>
        </message>
        <message>
            <source>Nothing was changed. Save a copy to work on.</source>
            <translation>Ingenting ble endret. Lagre en kopi å arbeide i.</translation>
        </message>
        <message>
            <source>The file exists already: {path}</source>
            <translation>Fila finnes fra før: {path}</translation>
        </message>
        <message>
            <source>It was left alone. Choose another name.</source>
            <translation>Den ble latt i fred. Velg et annet navn.</translation>
        </message>
        <message>
            <source>The text of “{document}” is the same as before.</source>
            <translation>Teksten i «{document}» er den samme som før.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Ingenting er endret.</translation>
        </message>
        <message>
            <source>The new text of “{document}” is empty.</source>
            <translation>Den nye teksten til «{document}» er tom.</translation>
        </message>
        <message>
            <source>Nothing was changed. To be rid of a document, delete it.</source>
            <translation>Ingenting er endret. Skal dokumentet bort, kan du slette det.</translation>
        </message>
        <message>
            <source>The text of “{document}” changed since the correction began.</source>
            <translation>Teksten i «{document}» er endret siden rettingen begynte.</translation>
        </message>
        <message>
            <source>Nothing was changed now. Look at the text as it is, and correct it again.</source>
            <translation>Ingenting er endret nå. Se på teksten slik den er, og rett den på nytt.</translation>
        </message>
        <message>
            <source>The project changed since the preview was made.</source>
            <translation>Prosjektet er endret siden forhåndsvisningen ble laget.</translation>
        </message>
        <message>
            <source>Nothing was changed now. Make the preview again.</source>
            <translation>Ingenting er endret nå. Lag forhåndsvisningen på nytt.</translation>
        </message>
        <message>
            <source>A coder gave two values to the same place.</source>
            <translation>En koder har gitt to verdier til samme sted.</translation>
        </message>
        <message>
            <source>Nothing was computed. Choose codes that exclude each other.</source>
            <translation>Ingenting er regnet ut. Velg koder som utelukker hverandre.</translation>
        </message>
        <message>
            <source>It takes at least two coders, or two passes of one coder.</source>
            <translation>Det trengs minst to kodere, eller to gjennomganger av én koder.</translation>
        </message>
        <message>
            <source>Nothing was computed. Choose one more.</source>
            <translation>Ingenting er regnet ut. Velg én til.</translation>
        </message>
        <message>
            <source>There is no source that all of them have coded.</source>
            <translation>Det finnes ingen kilde som alle har kodet.</translation>
        </message>
        <message>
            <source>Nothing was computed. Number of coded sources: {coded}. Choose coders who have coded the same source, or choose the sources yourself.</source>
            <translation>Ingenting er regnet ut. Antall kodede kilder: {coded}. Velg kodere som har kodet samme kilde, eller velg kildene selv.</translation>
        </message>
        <message>
            <source>{coder} codes this blind and has not finished: {documents}.</source>
            <translation>{coder} koder dette blindt og er ikke ferdig: {documents}.</translation>
        </message>
        <message>
            <source>Others' work there is neither shown nor changed, so nothing was done. Finish the tasks, or end the blindness with a reason.</source>
            <translation>Andres arbeid der blir verken vist eller endret, så ingenting er gjort. Meld oppdragene ferdig, eller avslutt blindkodingen med en grunn.</translation>
        </message>
        <message>
            <source>The sample “{name}” is in use.</source>
            <translation>Utvalget «{name}» er i bruk.</translation>
        </message>
        <message>
            <source>Nothing was changed. Coding tasks: {tasks}; saved comparisons: {comparisons}. Withdraw or delete those first.</source>
            <translation>Ingenting er endret. Kodeoppdrag: {tasks}, lagrede sammenlikninger: {comparisons}. Ta tilbake eller slett dem først.</translation>
        </message>
        <message>
            <source>No reason is given.</source>
            <translation>Det er ikke gitt noen grunn.</translation>
        </message>
        <message>
            <source>Nothing was changed. Write why the blindness ends; it is recorded.</source>
            <translation>Ingenting er endret. Skriv hvorfor blindkodingen avsluttes; det blir lagret.</translation>
        </message>
        <message>
            <source>The decision on {place} has no reason.</source>
            <translation>Vedtaket om {place} har ingen begrunnelse.</translation>
        </message>
        <message>
            <source>Nothing was changed. Decisions in this project need a reason: write why, and save again.</source>
            <translation>Ingenting er endret. Vedtak i dette prosjektet skal ha en begrunnelse: skriv hvorfor, og lagre på nytt.</translation>
        </message>
        <message>
            <source>The text of “{document}” was corrected since the codings were compared.</source>
            <translation>Teksten i «{document}» er rettet siden kodingene ble sammenliknet.</translation>
        </message>
        <message>
            <source>Nothing was computed. Compare anew with the text as it is now.</source>
            <translation>Ingenting er regnet ut. Sammenlikn på nytt med teksten slik den er nå.</translation>
        </message>
        <message>
            <source>The codings at {place} in “{document}” changed since they were compared.</source>
            <translation>Kodingene på {place} i «{document}» er endret siden de ble sammenliknet.</translation>
        </message>
        <message>
            <source>Nothing was changed now. Look at the new comparison, and settle the place there.</source>
            <translation>Ingenting er endret nå. Se på den nye sammenlikningen, og avgjør stedet der.</translation>
        </message>
        <message>
            <source>{coder} has not finished coding “{document}”.</source>
            <translation>{coder} er ikke ferdig med å kode «{document}».</translation>
        </message>
        <message>
            <source>Nothing was computed. Wait until the task is finished, or choose other sources.</source>
            <translation>Ingenting er regnet ut. Vent til oppdraget er meldt ferdig, eller velg andre kilder.</translation>
        </message>
        <message>
            <source>Nobody is named who is heard.</source>
            <translation>Det er ikke sagt hvem som høres.</translation>
        </message>
        <message>
            <source>Choose respondents, at least two who say it together, or write who it is.</source>
            <translation>Velg respondenter, minst to som sier det sammen, eller skriv hvem det er.</translation>
        </message>
        <message>
            <source>The project {file} is not there.</source>
            <translation>Prosjektet {file} er ikke der.</translation>
        </message>
        <message>
            <source>It may have been moved or its drive is missing. Look for it in {folder}.</source>
            <translation>Det kan være flyttet, eller disken mangler. Se etter det i {folder}.</translation>
        </message>
        <message>
            <source>There is already a file {file}.</source>
            <translation>Det finnes alt en fil {file}.</translation>
        </message>
        <message>
            <source>It was left alone. Choose another name, or open it.</source>
            <translation>Den ble latt i fred. Velg et annet navn, eller åpne den.</translation>
        </message>
        <message>
            <source>The folder {folder} is not there.</source>
            <translation>Mappa {folder} er ikke der.</translation>
        </message>
        <message>
            <source>Nothing was written. Choose another folder.</source>
            <translation>Ingenting ble skrevet. Velg en annen mappe.</translation>
        </message>
        <message>
            <source>{file} is not a Kodebenk project.</source>
            <translation>{file} er ikke et Kodebenk-prosjekt.</translation>
        </message>
        <message>
            <source>The file is unchanged. Choose a file that ends in .kodebenk.</source>
            <translation>Fila er uendret. Velg en fil som slutter på .kodebenk.</translation>
        </message>
        <message>
            <source>The project {file} is damaged.</source>
            <translation>Prosjektet {file} er skadet.</translation>
        </message>
        <message>
            <source>The file was left as it is. Restore a backup from the File menu.</source>
            <translation>Fila er latt som den er. Hent en reservekopi fra Fil-menyen.</translation>
        </message>
        <message>
            <source>{file} was written by a newer version of Kodebenk ({written_by}).</source>
            <translation>{file} er skrevet av en nyere versjon av Kodebenk ({written_by}).</translation>
        </message>
        <message>
            <source>The file is unchanged. Install that version or a later one.</source>
            <translation>Fila er uendret. Installer den versjonen eller en senere.</translation>
        </message>
        <message>
            <source>{holder} has {file} open on {host} since {since}.</source>
            <translation>{holder} har {file} åpen på {host} siden {since}.</translation>
        </message>
        <message>
            <source>Nothing was changed. Close it there first.</source>
            <translation>Ingenting ble endret. Lukk den der først.</translation>
        </message>
        <message>
            <source>{file} cannot be written to.</source>
            <translation>{file} kan ikke skrives til.</translation>
        </message>
        <message>
            <source>The file is unchanged. Move it to a folder where you may write.</source>
            <translation>Fila er uendret. Flytt den til en mappe der du kan skrive.</translation>
        </message>
        <message>
            <source>The disk is full; {file} cannot be saved.</source>
            <translation>Disken er full, og {file} kan ikke lagres.</translation>
        </message>
        <message>
            <source>All that was saved before is safe. Make room on the disk and do it again.</source>
            <translation>Alt som var lagret før, er trygt. Rydd plass på disken og gjør det igjen.</translation>
        </message>
        <message>
            <source>Another program is using {file}.</source>
            <translation>Et annet program bruker {file}.</translation>
        </message>
        <message>
            <source>The last change was not saved; the rest is safe. Try again in a moment.</source>
            <translation>Den siste endringen ble ikke lagret, resten er trygt. Prøv igjen om litt.</translation>
        </message>
        <message>
            <source>{file} cannot be read.</source>
            <translation>{file} kan ikke leses.</translation>
        </message>
        <message>
            <source>The file is unchanged. Check that the drive is there and that you may read it.</source>
            <translation>Fila er uendret. Se etter at disken er der, og at du har lov til å lese den.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Check that you may read it and that nothing locks it.</source>
            <translation>Ingenting av den er lagt inn. Se etter at du har lov til å lese den, og at ingenting låser den.</translation>
        </message>
        <message>
            <source>{file} cannot be saved.</source>
            <translation>{file} kan ikke lagres.</translation>
        </message>
        <message>
            <source>All that was saved before is safe. Check the drive and do it again.</source>
            <translation>Alt som var lagret før, er trygt. Se etter disken og gjør det igjen.</translation>
        </message>
        <message>
            <source>{file} could not be brought to this version's form.</source>
            <translation>{file} kunne ikke gjøres om til denne versjonens form.</translation>
        </message>
        <message>
            <source>The file is as it was, and a copy lies in the folder of backups.</source>
            <translation>Fila er som den var, og en kopi ligger i mappa med reservekopier.</translation>
        </message>
        <message>
            <source>{file} is not there.</source>
            <translation>{file} er ikke der.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Check the folder and the drive.</source>
            <translation>Ingenting av den er lagt inn. Se etter mappa og disken.</translation>
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation>{file} er tom.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Open it in its own program and look.</source>
            <translation>Ingenting av den er lagt inn. Åpne den i sitt eget program og se.</translation>
        </message>
        <message>
            <source>{file} has a format that cannot be read.</source>
            <translation>{file} har et format som ikke kan leses.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Save it as one of these: {detail}.</source>
            <translation>Ingenting av den er lagt inn. Lagre den som ett av disse: {detail}.</translation>
        </message>
        <message>
            <source>{file} is something else than its ending says.</source>
            <translation>{file} er noe annet enn endelsen sier.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Open it in its own program and save it again.</source>
            <translation>Ingenting av den er lagt inn. Åpne den i sitt eget program og lagre på nytt.</translation>
        </message>
        <message>
            <source>{file} is protected by a password.</source>
            <translation>{file} er beskyttet med passord.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Save a copy without the password.</source>
            <translation>Ingenting av den er lagt inn. Lagre en kopi uten passord.</translation>
        </message>
        <message>
            <source>{file} holds pictures of text, no text.</source>
            <translation>{file} har bilder av tekst, ikke tekst.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Run text recognition on it first.</source>
            <translation>Ingenting av den er lagt inn. Kjør tekstgjenkjenning først.</translation>
        </message>
        <message>
            <source>{file} is too large.</source>
            <translation>{file} er for stor.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Divide it into smaller files.</source>
            <translation>Ingenting av den er lagt inn. Del den i mindre filer.</translation>
        </message>
        <message>
            <source>{file} took too long to read.</source>
            <translation>{file} tok for lang tid å lese.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Save it anew from its own program, or as Word.</source>
            <translation>Ingenting av den er lagt inn. Lagre den på nytt fra sitt eget program, eller som Word.</translation>
        </message>
        <message>
            <source>{file} is damaged.</source>
            <translation>{file} er skadet.</translation>
        </message>
        <message>
            <source>No questions were found in {file}.</source>
            <translation>Fant ingen spørsmål i {file}.</translation>
        </message>
        <message>
            <source>Nothing of it was added. Write each question on a line of its own.</source>
            <translation>Ingenting av den er lagt til. Skriv hvert spørsmål på en egen linje.</translation>
        </message>
        <message>
            <source>{file} has a row that cannot be read ({place}).</source>
            <translation>{file} har en rad som ikke kan leses ({place}).</translation>
        </message>
        <message>
            <source>Nothing of it was added. Mend the row and try again.</source>
            <translation>Ingenting av den er lagt inn. Rett raden og prøv igjen.</translation>
        </message>
        <message>
            <source>The disk is full; {file} was not written.</source>
            <translation>Disken er full, og {file} ble ikke skrevet.</translation>
        </message>
        <message>
            <source>The project is safe, and a file that stood there is untouched. Make room first.</source>
            <translation>Prosjektet er trygt, og en fil som sto der, er urørt. Rydd plass først.</translation>
        </message>
        <message>
            <source>{file} could not be written.</source>
            <translation>{file} kunne ikke skrives.</translation>
        </message>
        <message>
            <source>The project is safe. If the file is open in another program, close it there.</source>
            <translation>Prosjektet er trygt. Er fila åpen i et annet program, så lukk den der.</translation>
        </message>
        <message>
            <source>{file} has an ending that cannot be written.</source>
            <translation>{file} har en endelse som ikke kan skrives.</translation>
        </message>
        <message>
            <source>Nothing was written. Possible: {detail}.</source>
            <translation>Ingenting ble skrevet. Mulig: {detail}.</translation>
        </message>
        <message>
            <source>The table has more columns than {file} can hold.</source>
            <translation>Tabellen har flere kolonner enn {file} har plass til.</translation>
        </message>
        <message>
            <source>Nothing was written. Choose fewer columns, or export to Excel.</source>
            <translation>Ingenting ble skrevet. Velg færre kolonner, eller eksporter til Excel.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Stoppet.</translation>
        </message>
        <message>
            <source>Nothing of it was kept.</source>
            <translation>Ingenting av det er beholdt.</translation>
        </message>
    </context>
    <context>
        <name>ExportDesk</name>
        <message>
            <source>Matrix</source>
            <translation>Matrise</translation>
        </message>
        <message>
            <source>Export the matrix</source>
            <translation>Eksporter matrisen</translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message>
            <source>Export</source>
            <translation>Eksport</translation>
        </message>
        <message>
            <source>Export the matrix</source>
            <translation>Eksporter matrisen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fil</translation>
        </message>
        <message>
            <source>Language of headings</source>
            <translation>Språk i overskrifter</translation>
        </message>
        <message>
            <source>Respondents as</source>
            <translation>Respondentene som</translation>
        </message>
        <message>
            <source>Label, such as R1</source>
            <translation>Etikett, som R1</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Choose file and export …</source>
            <translation>Velg fil og eksporter …</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Vis i mappe</translation>
        </message>
        <message>
            <source>Names will stand in the file</source>
            <translation>Navn blir stående i fila</translation>
        </message>
        <message>
            <source>Use this only where the respondents have agreed to be named.</source>
            <translation>Bruk dette bare når respondentene har sagt ja til å bli navngitt.</translation>
        </message>
        <message>
            <source>Small groups</source>
            <translation>Små grupper</translation>
        </message>
        <message>
            <source>{groups}: one respondent each. The answers may identify who it is.</source>
            <translation>{groups} har én respondent hver. Svarene kan peke ut hvem det er.</translation>
        </message>
        <message>
            <source>{groups} has one respondent. The answer may identify who it is.</source>
            <translation>{groups} har én respondent. Svaret kan peke ut hvem det er.</translation>
        </message>
        <message>
            <source>They are marked in the file.</source>
            <translation>De er merket i fila.</translation>
        </message>
        <message>
            <source>The matrix is saved</source>
            <translation>Matrisen er lagret</translation>
        </message>
    </context>
    <context>
        <name>FigureWords</name>
        <message>
            <source>1 character</source>
            <translation>1 tegn</translation>
        </message>
        <message>
            <source>{count} characters</source>
            <translation>{count} tegn</translation>
        </message>
        <message>
            <source>1 word</source>
            <translation>1 ord</translation>
        </message>
        <message>
            <source>{count} words</source>
            <translation>{count} ord</translation>
        </message>
        <message>
            <source>1 sentence</source>
            <translation>1 setning</translation>
        </message>
        <message>
            <source>{count} sentences</source>
            <translation>{count} setninger</translation>
        </message>
        <message>
            <source>1 turn</source>
            <translation>1 tur</translation>
        </message>
        <message>
            <source>{count} turns</source>
            <translation>{count} turer</translation>
        </message>
        <message>
            <source>1 paragraph</source>
            <translation>1 avsnitt</translation>
        </message>
        <message>
            <source>{count} paragraphs</source>
            <translation>{count} avsnitt</translation>
        </message>
        <message>
            <source>1 coder</source>
            <translation>1 koder</translation>
        </message>
        <message>
            <source>{count} coders</source>
            <translation>{count} kodere</translation>
        </message>
        <message>
            <source>1 pass</source>
            <translation>1 omgang</translation>
        </message>
        <message>
            <source>{count} passes</source>
            <translation>{count} omganger</translation>
        </message>
        <message>
            <source>1 place</source>
            <translation>1 sted</translation>
        </message>
        <message>
            <source>{count} places</source>
            <translation>{count} steder</translation>
        </message>
        <message>
            <source>1 passage</source>
            <translation>1 passasje</translation>
        </message>
        <message>
            <source>{count} passages</source>
            <translation>{count} passasjer</translation>
        </message>
        <message>
            <source>1 document</source>
            <translation>1 dokument</translation>
        </message>
        <message>
            <source>{count} documents</source>
            <translation>{count} dokumenter</translation>
        </message>
        <message>
            <source>{what}: {count}</source>
            <translation>{what}: {count}</translation>
        </message>
        <message>
            <source>{number}%</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>percent agreement</source>
            <translation>prosent enighet</translation>
        </message>
        <message>
            <source>positive agreement (F1)</source>
            <translation>positiv enighet (F1)</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohens kappa</translation>
        </message>
        <message>
            <source>Conger's kappa</source>
            <translation>Congers kappa</translation>
        </message>
        <message>
            <source>Scott's pi</source>
            <translation>Scotts pi</translation>
        </message>
        <message>
            <source>Fleiss' kappa</source>
            <translation>Fleiss' kappa</translation>
        </message>
        <message>
            <source>Brennan and Prediger's kappa</source>
            <translation>Brennan og Predigers kappa</translation>
        </message>
        <message>
            <source>Gwet's AC1</source>
            <translation>Gwets AC1</translation>
        </message>
        <message>
            <source>Krippendorff's alpha</source>
            <translation>Krippendorffs alfa</translation>
        </message>
        <message>
            <source>no unit was judged by two</source>
            <translation>ingen enhet er vurdert av to</translation>
        </message>
        <message>
            <source>no variation: everybody gives the same value everywhere</source>
            <translation>ingen variasjon: alle gir samme verdi overalt</translation>
        </message>
        <message>
            <source>it takes two coders</source>
            <translation>det trengs to kodere</translation>
        </message>
        <message>
            <source>the measure is for two coders</source>
            <translation>målet er for to kodere</translation>
        </message>
        <message>
            <source>the measure allows no missing values</source>
            <translation>målet tåler ikke manglende verdier</translation>
        </message>
        <message>
            <source>the measure needs numbers</source>
            <translation>målet krever tall</translation>
        </message>
        <message>
            <source>nobody has coded anything</source>
            <translation>ingen har kodet noe</translation>
        </message>
        <message>
            <source>the computation takes too long</source>
            <translation>utregningen tar for lang tid</translation>
        </message>
        <message>
            <source>the measure is for texts without gaps</source>
            <translation>målet er for tekster uten mellomrom</translation>
        </message>
        <message>
            <source>too little was coded by two</source>
            <translation>for lite er kodet av to</translation>
        </message>
        <message>
            <source>no units of two lie near enough each other</source>
            <translation>ingen enheter av to ligger nær nok hverandre</translation>
        </message>
        <message>
            <source>not defined ({reason})</source>
            <translation>ikke definert ({reason})</translation>
        </message>
        <message>
            <source>95% interval from {low} to {high}</source>
            <translation>95 % intervall fra {low} til {high}</translation>
        </message>
        <message>
            <source>too few turns or paragraphs for an interval</source>
            <translation>for få taleturer eller avsnitt til et intervall</translation>
        </message>
        <message>
            <source>{low}% of the draws lie below {first}, {high}% below {second}</source>
            <translation>{low} % av trekningene ligger under {first}, {high} % under {second}</translation>
        </message>
        <message>
            <source>used by {name} only, {passages}</source>
            <translation>bare brukt av {name}, {passages}</translation>
        </message>
        <message>
            <source>used by {coders} only</source>
            <translation>bare brukt av {coders}</translation>
        </message>
        <message>
            <source>rare: {passages} by one of the coders</source>
            <translation>sjelden: {passages} hos en av koderne</translation>
        </message>
        <message>
            <source>|uα is not defined: {reason}</source>
            <translation>|uα er ikke definert: {reason}</translation>
        </message>
        <message>
            <source>the code was not used</source>
            <translation>koden er ikke brukt</translation>
        </message>
        <message>
            <source>no unit counts as coded</source>
            <translation>ingen enhet regnes som kodet</translation>
        </message>
        <message>
            <source>everybody coded every unit</source>
            <translation>alle har kodet hver enhet</translation>
        </message>
        <message>
            <source>no shared passage to measure boundaries on</source>
            <translation>ingen felles passasje å måle grenser på</translation>
        </message>
        <message>
            <source>α and AC1 differ, for few or nearly all units are coded</source>
            <translation>α og AC1 spriker, for få eller nesten alle enheter er kodet</translation>
        </message>
    </context>
    <context>
        <name>FiguresPanel</name>
        <message>
            <source>Restore the usual measures</source>
            <translation>Vis de vanlige målene igjen</translation>
        </message>
        <message>
            <source>{measure}: no room now, make the panel wider</source>
            <translation>{measure}: ikke plass nå, gjør panelet bredere</translation>
        </message>
        <message>
            <source>show the passages behind a figure</source>
            <translation>vis passasjene bak et tall</translation>
        </message>
        <message>
            <source>sort by this column</source>
            <translation>sorter etter denne kolonnen</translation>
        </message>
        <message>
            <source>order of the codebook again</source>
            <translation>tilbake til rekkefølgen i kodeboka</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Tall</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Code × code</source>
            <translation>Kode × kode</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Over time</source>
            <translation>Over tid</translation>
        </message>
        <message>
            <source>Agreement by code</source>
            <translation>Enighet per kode</translation>
        </message>
        <message>
            <source>Code against code</source>
            <translation>Kode mot kode</translation>
        </message>
        <message>
            <source>Coder against coder</source>
            <translation>Koder mot koder</translation>
        </message>
        <message>
            <source>Agreement by source and speaker</source>
            <translation>Enighet per kilde og taler</translation>
        </message>
        <message>
            <source>Agreement over time</source>
            <translation>Enighet over tid</translation>
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>Read codings from a file</source>
            <translation>Hent kodinger fra fil</translation>
        </message>
        <message>
            <source>Finding the places of the codings</source>
            <translation>Finner plassene til kodingene</translation>
        </message>
        <message>
            <source>Added 1 coding</source>
            <translation>La til 1 koding</translation>
        </message>
        <message>
            <source>Added {count} codings</source>
            <translation>La til {count} kodinger</translation>
        </message>
        <message>
            <source>Read a codebook from a file</source>
            <translation>Hent kodebok fra fil</translation>
        </message>
        <message>
            <source>Reading the codebook</source>
            <translation>Leser kodeboken</translation>
        </message>
        <message>
            <source>Read 1 code</source>
            <translation>Hentet 1 kode</translation>
        </message>
        <message>
            <source>Read {count} codes</source>
            <translation>Hentet {count} koder</translation>
        </message>
        <message>
            <source>Read cells from a file</source>
            <translation>Hent celler fra fil</translation>
        </message>
        <message>
            <source>Reading the cells</source>
            <translation>Leser cellene</translation>
        </message>
        <message>
            <source>Read 1 cell</source>
            <translation>Hentet 1 celle</translation>
        </message>
        <message>
            <source>Read {count} cells</source>
            <translation>Hentet {count} celler</translation>
        </message>
        <message>
            <source>{file} holds nothing that is not in the project already</source>
            <translation>{file} inneholder ikke noe som ikke er i prosjektet fra før</translation>
        </message>
        <message>
            <source>{project} codings</source>
            <translation>{project} kodinger</translation>
        </message>
        <message>
            <source>Export codings</source>
            <translation>Eksporter kodinger</translation>
        </message>
        <message>
            <source>{project} codebook</source>
            <translation>{project} kodebok</translation>
        </message>
        <message>
            <source>Export the codebook</source>
            <translation>Eksporter kodebok</translation>
        </message>
        <message>
            <source>{project} history</source>
            <translation>{project} historikk</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>Eksporter historikk</translation>
        </message>
        <message>
            <source>Writing {file}</source>
            <translation>Skriver {file}</translation>
        </message>
        <message>
            <source>Checking the project</source>
            <translation>Kontrollerer prosjektet</translation>
        </message>
        <message>
            <source>Wait until the file before is done</source>
            <translation>Vent til filen før er ferdig</translation>
        </message>
    </context>
    <context>
        <name>FileDialogs</name>
        <message>
            <source>Projects (*{suffix})</source>
            <translation>Prosjekter (*{suffix})</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Åpne prosjekt</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>Nytt prosjekt</translation>
        </message>
        <message>
            <source>Save a copy as</source>
            <translation>Lagre kopi som</translation>
        </message>
        <message>
            <source>Merge another copy</source>
            <translation>Flett inn en annen kopi</translation>
        </message>
        <message>
            <source>Package for a coder</source>
            <translation>Pakke til en koder</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Import sources</source>
            <translation>Importer kilder</translation>
        </message>
        <message>
            <source>Interview guides</source>
            <translation>Intervjuguider</translation>
        </message>
        <message>
            <source>Import interview guide</source>
            <translation>Importer intervjuguide</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tabeller</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle filer</translation>
        </message>
    </context>
    <context>
        <name>FilePanel</name>
        <message>
            <source>Files</source>
            <translation>Filer</translation>
        </message>
        <message>
            <source>Drop more files here</source>
            <translation>Slipp flere filer her</translation>
        </message>
        <message>
            <source>Word, PDF, ODT, RTF, text …</source>
            <translation>Word, PDF, ODT, RTF, tekst …</translation>
        </message>
        <message>
            <source>Reading files</source>
            <translation>Leser filer</translation>
        </message>
        <message>
            <source>You can settle those that are read.</source>
            <translation>Du kan gjøre ferdig dem som er lest.</translation>
        </message>
    </context>
    <context>
        <name>FilterPicker</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rader</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Only with cells not coded</source>
            <translation>Bare med celler som ikke er kodet</translation>
        </message>
        <message>
            <source>Only with summaries to read again</source>
            <translation>Bare med sammendrag å lese på nytt</translation>
        </message>
        <message>
            <source>Codings by</source>
            <translation>Kodinger av</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
    </context>
    <context>
        <name>FilterRow</name>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>All coders</source>
            <translation>Alle kodere</translation>
        </message>
        <message>
            <source>This text</source>
            <translation>Denne teksten</translation>
        </message>
        <message>
            <source>All texts</source>
            <translation>Alle tekster</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Tekster</translation>
        </message>
        <message>
            <source>Open and settled</source>
            <translation>Åpne og løste</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Åpne</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Løste</translation>
        </message>
        <message>
            <source>As in the text</source>
            <translation>Som i teksten</translation>
        </message>
        <message>
            <source>Most characters first</source>
            <translation>Flest tegn først</translation>
        </message>
        <message>
            <source>All differences</source>
            <translation>Alle uenigheter</translation>
        </message>
        <message>
            <source>Also the agreed</source>
            <translation>Også de enige</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in the text</source>
            <translation>Finn i teksten</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Forrige treff</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Neste treff</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Code the</source>
            <translation>Kod</translation>
        </message>
        <message>
            <source>words</source>
            <translation>ordene</translation>
        </message>
        <message>
            <source>sentence</source>
            <translation>setningen</translation>
        </message>
        <message>
            <source>turn</source>
            <translation>turen</translation>
        </message>
        <message>
            <source>with</source>
            <translation>med</translation>
        </message>
        <message>
            <source>no hits</source>
            <translation>ingen treff</translation>
        </message>
        <message>
            <source>{current} of {count}</source>
            <translation>{current} av {count}</translation>
        </message>
        <message>
            <source>Code 1 passage</source>
            <translation>Kod 1 passasje</translation>
        </message>
        <message>
            <source>Code {count} passages</source>
            <translation>Kod {count} passasjer</translation>
        </message>
    </context>
    <context>
        <name>FinishedBar</name>
        <message>
            <source>{done} of {total} documents finished</source>
            <translation>{done} av {total} dokumenter ferdige</translation>
        </message>
    </context>
    <context>
        <name>GoToPopup</name>
        <message>
            <source>Nothing found. Three letters or more also search all texts.</source>
            <translation>Ingenting funnet. Med tre bokstaver eller flere søkes det også i alle tekster.</translation>
        </message>
        <message>
            <source>Places to go</source>
            <translation>Steder å gå til</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Matrix</source>
            <translation>Matrise</translation>
        </message>
    </context>
    <context>
        <name>GroupedHeader</name>
        <message>
            <source>Move left</source>
            <translation>Flytt til venstre</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>Flytt til høyre</translation>
        </message>
        <message>
            <source>Hide column</source>
            <translation>Skjul kolonnen</translation>
        </message>
    </context>
    <context>
        <name>GuideCommands</name>
        <message>
            <source>Reading the guide and looking for its questions</source>
            <translation>Leser guiden og leter etter spørsmålene</translation>
        </message>
        <message>
            <source>Imported “{name}”: {facts}</source>
            <translation>Importerte «{name}»: {facts}</translation>
        </message>
        <message>
            <source>Looking for the questions</source>
            <translation>Leter etter spørsmålene</translation>
        </message>
        <message>
            <source>1 place is proposed now</source>
            <translation>1 sted er foreslått nå</translation>
        </message>
        <message>
            <source>{count} places are proposed now</source>
            <translation>{count} steder er foreslått nå</translation>
        </message>
        <message>
            <source>Nothing more is proposed</source>
            <translation>Ikke noe mer er foreslått</translation>
        </message>
        <message>
            <source>Coded 1 answer</source>
            <translation>Kodet 1 svar</translation>
        </message>
        <message>
            <source>Coded {count} answers</source>
            <translation>Kodet {count} svar</translation>
        </message>
        <message>
            <source>Select the words of the question in a text first</source>
            <translation>Marker først ordene i spørsmålet i en tekst</translation>
        </message>
        <message>
            <source>“{question}” is put at {citation}</source>
            <translation>«{question}» er stilt i {citation}</translation>
        </message>
        <message>
            <source>Wait until the work before is done</source>
            <translation>Vent til det forrige arbeidet er ferdig</translation>
        </message>
    </context>
    <context>
        <name>GuideHead</name>
        <message>
            <source>All interview guides</source>
            <translation>Alle intervjuguider</translation>
        </message>
        <message>
            <source>Delete the guide</source>
            <translation>Slett guiden</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Target group</source>
            <translation>Målgruppe</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versjon</translation>
        </message>
    </context>
    <context>
        <name>GuideModel</name>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Target group</source>
            <translation>Målgruppe</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versjon</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Spørsmål</translation>
        </message>
        <message>
            <source>Found in</source>
            <translation>Funnet i</translation>
        </message>
        <message>
            <source>To settle</source>
            <translation>Å avgjøre</translation>
        </message>
        <message>
            <source>found in {texts}</source>
            <translation>funnet i {texts}</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>ingenting</translation>
        </message>
    </context>
    <context>
        <name>GuidePage</name>
        <message>
            <source>Read from the file</source>
            <translation>Lest fra fila</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Skjul</translation>
        </message>
        <message>
            <source>Changed “{name}”</source>
            <translation>Endret «{name}»</translation>
        </message>
        <message>
            <source>Confirmed at {citation}</source>
            <translation>Bekreftet i {citation}</translation>
        </message>
        <message>
            <source>Rejected at {citation}</source>
            <translation>Avvist i {citation}</translation>
        </message>
        <message>
            <source>Removed the place at {citation}</source>
            <translation>Fjernet stedet på {citation}</translation>
        </message>
        <message>
            <source>Confirmed 1 place</source>
            <translation>Bekreftet 1 sted</translation>
        </message>
        <message>
            <source>Confirmed {count} places</source>
            <translation>Bekreftet {count} steder</translation>
        </message>
        <message>
            <source>“{theme}” means no code</source>
            <translation>«{theme}» betyr ingen kode</translation>
        </message>
        <message>
            <source>“{theme}” means “{code}”</source>
            <translation>«{theme}» betyr «{code}»</translation>
        </message>
        <message>
            <source>Placed at {citation}</source>
            <translation>Plassert i {citation}</translation>
        </message>
    </context>
    <context>
        <name>GuideToolbar</name>
        <message>
            <source>Confirm 1 at or above</source>
            <translation>Bekreft 1 fra og med</translation>
        </message>
        <message>
            <source>Confirm {count} at or above</source>
            <translation>Bekreft {count} fra og med</translation>
        </message>
        <message>
            <source>Confirm at or above</source>
            <translation>Bekreft fra og med</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Spørsmål</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Spurt</translation>
        </message>
        <message>
            <source>What is shown of the guide</source>
            <translation>Hva som vises av guiden</translation>
        </message>
        <message>
            <source>Score from which proposals are confirmed</source>
            <translation>Poengsum som forslag bekreftes fra og med</translation>
        </message>
        <message>
            <source>Find again</source>
            <translation>Finn igjen</translation>
        </message>
        <message>
            <source>Code the answers …</source>
            <translation>Kod svarene …</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>Sidepanel</translation>
        </message>
    </context>
    <context>
        <name>GuideView</name>
        <message>
            <source>open the guide</source>
            <translation>åpne guiden</translation>
        </message>
        <message>
            <source>rename</source>
            <translation>gi nytt navn</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>delete</source>
            <translation>slett</translation>
        </message>
        <message>
            <source>settle the places of a question; at a place: open it in the text</source>
            <translation>avgjør stedene til et spørsmål; på et sted: åpne det i teksten</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>confirm a place, or place it by hand</source>
            <translation>bekreft et sted, eller plasser for hånd</translation>
        </message>
        <message>
            <source>reject a place; in the list of questions: delete</source>
            <translation>avvis et sted; i lista over spørsmål: slett</translation>
        </message>
        <message>
            <source>Shift+Del</source>
            <translation>Shift+Del</translation>
        </message>
        <message>
            <source>remove a place</source>
            <translation>fjern et sted</translation>
        </message>
        <message>
            <source>edit a question or a theme</source>
            <translation>rediger et spørsmål eller et tema</translation>
        </message>
        <message>
            <source>Ins, Ctrl+Enter</source>
            <translation>Ins, Ctrl+Enter</translation>
        </message>
        <message>
            <source>new question below; Enter in it begins the next one</source>
            <translation>nytt spørsmål under; Enter der begynner på det neste</translation>
        </message>
        <message>
            <source>new theme below</source>
            <translation>nytt tema under</translation>
        </message>
        <message>
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+↑, Alt+↓</translation>
        </message>
        <message>
            <source>move a question or a theme</source>
            <translation>flytt et spørsmål eller et tema</translation>
        </message>
        <message>
            <source>back to the questions</source>
            <translation>tilbake til spørsmålene</translation>
        </message>
        <message>
            <source>1 interview guide</source>
            <translation>1 intervjuguide</translation>
        </message>
        <message>
            <source>{count} interview guides</source>
            <translation>{count} intervjuguider</translation>
        </message>
        <message>
            <source>Interview guides</source>
            <translation>Intervjuguider</translation>
        </message>
        <message>
            <source>New guide</source>
            <translation>Ny guide</translation>
        </message>
        <message>
            <source>such as Interview guide for leaders</source>
            <translation>for eksempel Intervjuguide for ledere</translation>
        </message>
        <message>
            <source>No interview guides yet</source>
            <translation>Ingen intervjuguider ennå</translation>
        </message>
        <message>
            <source>A guide says what you meant to ask. Import it from Word, text or a table, or write a new one. Its questions are found in the interviews, so that you see what was asked of whom and can code the answers.</source>
            <translation>En guide sier hva du ville spørre om. Importer den fra Word, tekst eller en tabell, eller skriv en ny. Spørsmålene blir funnet i intervjuene, så du ser hva hvem ble spurt om, og kan kode svarene.</translation>
        </message>
        <message>
            <source>Import guide</source>
            <translation>Importer guide</translation>
        </message>
        <message>
            <source>No guide has these words. Esc in the search field shows all.</source>
            <translation>Ingen guide har disse ordene. Esc i søkefeltet viser alle.</translation>
        </message>
        <message>
            <source>Added “{name}”</source>
            <translation>La til «{name}»</translation>
        </message>
        <message>
            <source>Renamed to “{name}”</source>
            <translation>Heter nå «{name}»</translation>
        </message>
        <message>
            <source>Deleted “{name}” with 1 confirmed place</source>
            <translation>Slettet «{name}» med 1 bekreftet sted</translation>
        </message>
        <message>
            <source>Deleted “{name}” with {places} confirmed places</source>
            <translation>Slettet «{name}» med {places} bekreftede steder</translation>
        </message>
        <message>
            <source>Deleted “{name}”</source>
            <translation>Slettet «{name}»</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Åpne</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Gi nytt navn</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
    </context>
    <context>
        <name>GuideWords</name>
        <message>
            <source>Proposed</source>
            <translation>Foreslått</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bekreftet</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Avvist</translation>
        </message>
        <message>
            <source>asked</source>
            <translation>spurt</translation>
        </message>
        <message>
            <source>proposed, not settled</source>
            <translation>foreslått, ikke avgjort</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>ikke spurt</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>ikke kjent</translation>
        </message>
        <message>
            <source>1 question</source>
            <translation>1 spørsmål</translation>
        </message>
        <message>
            <source>{count} questions</source>
            <translation>{count} spørsmål</translation>
        </message>
        <message>
            <source>1 to confirm</source>
            <translation>1 å bekrefte</translation>
        </message>
        <message>
            <source>{count} to confirm</source>
            <translation>{count} å bekrefte</translation>
        </message>
        <message>
            <source>1 text</source>
            <translation>1 tekst</translation>
        </message>
        <message>
            <source>{count} texts</source>
            <translation>{count} tekster</translation>
        </message>
        <message>
            <source>{found} of {count} texts</source>
            <translation>{found} av {count} tekster</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>for hånd</translation>
        </message>
    </context>
    <context>
        <name>Gutter</name>
        <message>
            <source>p. {page}</source>
            <translation>s. {page}</translation>
        </message>
        <message>
            <source>Interv.</source>
            <translation>Intervj.</translation>
        </message>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>In your sample, coded</source>
            <translation>I utvalget ditt, kodet</translation>
        </message>
        <message>
            <source>In your sample, not coded yet</source>
            <translation>I utvalget ditt, ikke kodet ennå</translation>
        </message>
        <message>
            <source>{label} leaves here</source>
            <translation>{label} går her</translation>
        </message>
        <message>
            <source>Row {row}, column {column}</source>
            <translation>Rad {row}, kolonne {column}</translation>
        </message>
        <message>
            <source>r{row}·c{column}</source>
            <translation>r{row}·k{column}</translation>
        </message>
    </context>
    <context>
        <name>HeatGrid</name>
        <message>
            <source>no code</source>
            <translation>ingen kode</translation>
        </message>
        <message>
            <source>{one} ↓ {other} →</source>
            <translation>{one} ↓ {other} →</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>{share}% of the row</source>
            <translation>{share} % av raden</translation>
        </message>
        <message>
            <source>{lift} times what chance would have</source>
            <translation>{lift} ganger det tilfeldighet ville gitt</translation>
        </message>
    </context>
    <context>
        <name>HeatPage</name>
        <message>
            <source>Codes of one coder against codes of another</source>
            <translation>En koders koder mot en annens</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Temaer</translation>
        </message>
        <message>
            <source>Put the codes of a theme together, and see whether agreement rises</source>
            <translation>Slå sammen kodene i et tema, og se om enigheten stiger</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>Hva som telles</translation>
        </message>
        <message>
            <source>Passages</source>
            <translation>Passasjer</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>Tegn</translation>
        </message>
        <message>
            <source>What a cell says</source>
            <translation>Hva en celle viser</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Antall</translation>
        </message>
        <message>
            <source>Row %</source>
            <translation>Rad %</translation>
        </message>
        <message>
            <source>Lift</source>
            <translation>Løft</translation>
        </message>
        <message>
            <source>How many times more characters carry both codes than chance would have it</source>
            <translation>Hvor mange ganger flere tegn som har begge kodene enn tilfeldighet ville gitt</translation>
        </message>
        <message>
            <source>{row} and {column}: {figure}</source>
            <translation>{row} og {column}: {figure}</translation>
        </message>
        <message>
            <source>Rows are codes of the first coder, columns of the second. Overlapping codes share characters.</source>
            <translation>Radene er kodene til den første koderen, kolonnene til den andre. Koder som overlapper, deler tegn.</translation>
        </message>
    </context>
    <context>
        <name>HistorySheet</name>
        <message>
            <source>History</source>
            <translation>Historikk</translation>
        </message>
        <message>
            <source>Undo and redo go step by step: Ctrl+Z, Ctrl+Shift+Z.</source>
            <translation>Angre og gjør om går steg for steg: Ctrl+Z, Ctrl+Shift+Z.</translation>
        </message>
        <message>
            <source>Export the history …</source>
            <translation>Eksporter historikk …</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>«{name}»</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>angret</translation>
        </message>
    </context>
    <context>
        <name>ImportFiles</name>
        <message>
            <source>1 respondent</source>
            <translation>1 respondent</translation>
        </message>
        <message>
            <source>{count} respondents</source>
            <translation>{count} respondenter</translation>
        </message>
        <message>
            <source>1 speaker</source>
            <translation>1 taler</translation>
        </message>
        <message>
            <source>{count} speakers</source>
            <translation>{count} talere</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Leser …</translation>
        </message>
        <message>
            <source>Reading: {done} of {total}</source>
            <translation>Leser: {done} av {total}</translation>
        </message>
        <message>
            <source>In the project already</source>
            <translation>Er i prosjektet fra før</translation>
        </message>
        <message>
            <source>The same file twice</source>
            <translation>Samme fil to ganger</translation>
        </message>
        <message>
            <source>{percent} % like {name}</source>
            <translation>{percent} % lik {name}</translation>
        </message>
        <message>
            <source>{words} · is added</source>
            <translation>{words} · legges inn</translation>
        </message>
        <message>
            <source>Encoding guessed: {encoding}</source>
            <translation>Tegnsett gjettet: {encoding}</translation>
        </message>
        <message>
            <source>1 thing to look at</source>
            <translation>1 ting å se på</translation>
        </message>
        <message>
            <source>{count} things to look at</source>
            <translation>{count} ting å se på</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Klar</translation>
        </message>
        <message>
            <source>1 heading</source>
            <translation>1 overskrift</translation>
        </message>
        <message>
            <source>{count} headings</source>
            <translation>{count} overskrifter</translation>
        </message>
    </context>
    <context>
        <name>ImportKinds</name>
        <message>
            <source>Interview</source>
            <translation>Intervju</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notat</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>Spørreskjema</translation>
        </message>
        <message>
            <source>Field notes</source>
            <translation>Feltnotat</translation>
        </message>
    </context>
    <context>
        <name>ImportLanguages</name>
        <message>
            <source>Bokmål</source>
            <translation>Bokmål</translation>
        </message>
        <message>
            <source>Nynorsk</source>
            <translation>Nynorsk</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Engelsk</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Annet</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Nothing is added yet. The import can be undone as one step.</source>
            <translation>Ingenting er lagt inn ennå. Importen kan angres som ett steg.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>File {number} of {total}</source>
            <translation>Fil {number} av {total}</translation>
        </message>
        <message>
            <source>Alt + arrow: next file</source>
            <translation>Alt + pil: neste fil</translation>
        </message>
        <message>
            <source>Next file</source>
            <translation>Neste fil</translation>
        </message>
        <message>
            <source>File before</source>
            <translation>Forrige fil</translation>
        </message>
        <message>
            <source>Take the file out of the list</source>
            <translation>Ta fila ut av lista</translation>
        </message>
        <message>
            <source>Leave without adding anything</source>
            <translation>Gå ut uten å legge inn noe</translation>
        </message>
        <message>
            <source>Import 1 file</source>
            <translation>Importer 1 fil</translation>
        </message>
        <message>
            <source>Import {count} files</source>
            <translation>Importer {count} filer</translation>
        </message>
        <message>
            <source>Nothing to add</source>
            <translation>Ingenting å legge inn</translation>
        </message>
        <message>
            <source>Add 1</source>
            <translation>Legg inn 1</translation>
        </message>
        <message>
            <source>Add {count}</source>
            <translation>Legg inn {count}</translation>
        </message>
        <message>
            <source>skip 1 duplicate</source>
            <translation>hopp over 1 lik</translation>
        </message>
        <message>
            <source>skip {count} duplicates</source>
            <translation>hopp over {count} like</translation>
        </message>
        <message>
            <source>skip {count}</source>
            <translation>hopp over {count}</translation>
        </message>
    </context>
    <context>
        <name>ImportWords</name>
        <message>
            <source>1 turn without a speaker</source>
            <translation>1 tur uten taler</translation>
        </message>
        <message>
            <source>{count} turns without a speaker</source>
            <translation>{count} turer uten taler</translation>
        </message>
        <message>
            <source>{turns}, page {page}</source>
            <translation>{turns}, side {page}</translation>
        </message>
        <message>
            <source>page {page}</source>
            <translation>side {page}</translation>
        </message>
        <message>
            <source>pages {first} and {last}</source>
            <translation>side {first} og {last}</translation>
        </message>
        <message>
            <source>pages {first}–{last}</source>
            <translation>side {first}–{last}</translation>
        </message>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
    </context>
    <context>
        <name>InlineEntry</name>
        <message>
            <source>Add</source>
            <translation>Legg til</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Selected coding</source>
            <translation>Valgt koding</translation>
        </message>
        <message>
            <source>Previous coding</source>
            <translation>Forrige koding</translation>
        </message>
        <message>
            <source>Next coding</source>
            <translation>Neste koding</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Stance</source>
            <translation>Holdning</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Condensation</source>
            <translation>Kondensering</translation>
        </message>
        <message>
            <source>used in the matrix</source>
            <translation>brukes i matrisen</translation>
        </message>
        <message>
            <source>Respondent, kind, evidence</source>
            <translation>Respondent, slag og belegg</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Add a code</source>
            <translation>Legg til kode</translation>
        </message>
    </context>
    <context>
        <name>ItemModel</name>
        <message>
            <source>{answer} is chosen</source>
            <translation>{answer} er valgt</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Keys</source>
            <translation>Hurtigtaster</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Overalt</translation>
        </message>
    </context>
    <context>
        <name>KindPicker</name>
        <message>
            <source>More</source>
            <translation>Flere</translation>
        </message>
        <message>
            <source>Other kinds</source>
            <translation>Andre slag</translation>
        </message>
    </context>
    <context>
        <name>LanesView</name>
        <message>
            <source>Agreed</source>
            <translation>Enige</translation>
        </message>
        <message>
            <source>Boundary</source>
            <translation>Grense</translation>
        </message>
        <message>
            <source>Different code</source>
            <translation>Annen kode</translation>
        </message>
        <message>
            <source>Extra code</source>
            <translation>Ekstra kode</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Mangler</translation>
        </message>
        <message>
            <source>Only one done</source>
            <translation>Bare én ferdig</translation>
        </message>
        <message>
            <source>settled</source>
            <translation>avgjort</translation>
        </message>
        <message>
            <source>open</source>
            <translation>åpen</translation>
        </message>
        <message>
            <source>Difference {number}, {kind}, {place}</source>
            <translation>Uenighet {number}, {kind}, {place}</translation>
        </message>
        <message>
            <source>not coded</source>
            <translation>ikke kodet</translation>
        </message>
        <message>
            <source>{coder} has not coded this with {code}</source>
            <translation>{coder} har ikke kodet dette med {code}</translation>
        </message>
        <message>
            <source>{coder}: {code}</source>
            <translation>{coder}: {code}</translation>
        </message>
        <message>
            <source>line {line}</source>
            <translation>linje {line}</translation>
        </message>
        <message>
            <source>lines {first}–{last}</source>
            <translation>linje {first}–{last}</translation>
        </message>
        <message>
            <source>page {page}</source>
            <translation>side {page}</translation>
        </message>
        <message>
            <source>pages {first} and {last}</source>
            <translation>side {first} og {last}</translation>
        </message>
        <message>
            <source>pages {first}–{last}</source>
            <translation>side {first}–{last}</translation>
        </message>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>Compared text</source>
            <translation>Tekst som sammenliknes</translation>
        </message>
        <message>
            <source>Lanes of the coders</source>
            <translation>Kodernes spor</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Side om side</translation>
        </message>
        <message>
            <source>Too narrow to show the text side by side. Make the window wider, or this part of it.</source>
            <translation>For smalt til å vise teksten side om side. Gjør vinduet eller denne delen av det bredere.</translation>
        </message>
        <message>
            <source>Coders: {names}</source>
            <translation>Kodere: {names}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Undo: {change}</source>
            <translation>Angre: {change}</translation>
        </message>
        <message>
            <source>Redo: {change}</source>
            <translation>Gjør om: {change}</translation>
        </message>
        <message>
            <source>Undone: {change}</source>
            <translation>Angret: {change}</translation>
        </message>
        <message>
            <source>Done again: {change}</source>
            <translation>Gjort om: {change}</translation>
        </message>
        <message>
            <source>There is no passage there yet.</source>
            <translation>Ingen passasje der ennå.</translation>
        </message>
        <message>
            <source>There is nothing to do that with yet.</source>
            <translation>Det er ikke noe å bruke det på ennå.</translation>
        </message>
    </context>
    <context>
        <name>MaterialScreen</name>
        <message>
            <source>rename, or edit the cell</source>
            <translation>gi nytt navn, eller rediger cellen</translation>
        </message>
        <message>
            <source>delete; in a cell with an attribute: empty it</source>
            <translation>slett; i en celle med en egenskap: tøm den</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>open or close the side panel in a narrow window</source>
            <translation>åpne eller lukk sidepanelet i et smalt vindu</translation>
        </message>
        <message>
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+↑, Alt+↓</translation>
        </message>
        <message>
            <source>move up or down</source>
            <translation>flytt opp eller ned</translation>
        </message>
        <message>
            <source>search in the table</source>
            <translation>søk i tabellen</translation>
        </message>
        <message>
            <source>next panel</source>
            <translation>neste panel</translation>
        </message>
        <message>
            <source>open in coding</source>
            <translation>åpne i koding</translation>
        </message>
        <message>
            <source>edit the cell</source>
            <translation>rediger cellen</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Interview guides</source>
            <translation>Intervjuguider</translation>
        </message>
        <message>
            <source>Coding tasks</source>
            <translation>Kodeoppdrag</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>Materiale</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>Hva som vises</translation>
        </message>
        <message>
            <source>Search in the table</source>
            <translation>Søk i tabellen</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importer</translation>
        </message>
        <message>
            <source>Import guide</source>
            <translation>Importer guide</translation>
        </message>
        <message>
            <source>New guide</source>
            <translation>Ny guide</translation>
        </message>
        <message>
            <source>New respondent</source>
            <translation>Ny respondent</translation>
        </message>
        <message>
            <source>Assign …</source>
            <translation>Gi oppdrag …</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>Sidepanel</translation>
        </message>
        <message>
            <source>New attribute</source>
            <translation>Ny egenskap</translation>
        </message>
        <message>
            <source>Read from file</source>
            <translation>Hent fra fil</translation>
        </message>
        <message>
            <source>Sample of turns …</source>
            <translation>Utvalg av turer …</translation>
        </message>
        <message>
            <source>Start round {number} …</source>
            <translation>Begynn runde {number} …</translation>
        </message>
    </context>
    <context>
        <name>MaterialWords</name>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>1 document</source>
            <translation>1 dokument</translation>
        </message>
        <message>
            <source>{count} documents</source>
            <translation>{count} dokumenter</translation>
        </message>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>1 turn</source>
            <translation>1 tur</translation>
        </message>
        <message>
            <source>{count} turns</source>
            <translation>{count} turer</translation>
        </message>
        <message>
            <source>1 respondent</source>
            <translation>1 respondent</translation>
        </message>
        <message>
            <source>{count} respondents</source>
            <translation>{count} respondenter</translation>
        </message>
        <message>
            <source>1 speaker unresolved</source>
            <translation>1 taler uavklart</translation>
        </message>
        <message>
            <source>{count} speakers unresolved</source>
            <translation>{count} talere uavklart</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} og {last}</translation>
        </message>
    </context>
    <context>
        <name>MatrixName</name>
        <message>
            <source>Matrix (not saved)</source>
            <translation>Matrise (ikke lagret)</translation>
        </message>
        <message>
            <source>{name} (changed)</source>
            <translation>{name} (endret)</translation>
        </message>
        <message>
            <source>Saved matrices</source>
            <translation>Lagrede matriser</translation>
        </message>
        <message>
            <source>Name of the matrix</source>
            <translation>Navn på matrisen</translation>
        </message>
        <message>
            <source>New matrix</source>
            <translation>Ny matrise</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lagre</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>Lagre som …</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>Gi nytt navn …</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
    </context>
    <context>
        <name>MatrixScreen</name>
        <message>
            <source>{shown} of {possible} codes</source>
            <translation>{shown} av {possible} koder</translation>
        </message>
        <message>
            <source>{shown} of {possible} questions</source>
            <translation>{shown} av {possible} spørsmål</translation>
        </message>
        <message>
            <source>{shown} of {possible} themes</source>
            <translation>{shown} av {possible} temaer</translation>
        </message>
        <message>
            <source>Move between cells</source>
            <translation>Gå mellom celler</translation>
        </message>
        <message>
            <source>Write the summary</source>
            <translation>Skriv sammendraget</translation>
        </message>
        <message>
            <source>In the summary: keep it. In a cell: open the first passage</source>
            <translation>I sammendraget: behold det. I en celle: åpne første passasje</translation>
        </message>
        <message>
            <source>Open the first passage</source>
            <translation>Åpne første passasje</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>Preview the first quote</source>
            <translation>Forhåndsvis første sitat</translation>
        </message>
        <message>
            <source>Let the state follow the codings again</source>
            <translation>La tilstanden følge kodingene igjen</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Slipp</translation>
        </message>
        <message>
            <source>New matrix</source>
            <translation>Ny matrise</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lagre</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>Lagre som …</translation>
        </message>
        <message>
            <source>Rename …</source>
            <translation>Gi nytt navn …</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammendrag</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>Sitater</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Antall</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Eksporter …</translation>
        </message>
    </context>
    <context>
        <name>MatrixToolbar</name>
        <message>
            <source>Sections, two levels</source>
            <translation>Deler, to nivåer</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>{shown} of {possible}</source>
            <translation>{shown} av {possible}</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammendrag</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>Sitater</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Antall</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>Innhold</translation>
        </message>
        <message>
            <source>Filter coders, respondents and rows</source>
            <translation>Filtrer kodere, respondenter og rader</translation>
        </message>
        <message>
            <source>Write the matrix to Word, Excel, CSV or HTML</source>
            <translation>Skriv matrisen til Word, Excel, CSV eller HTML</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rader</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppér</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Kolonner</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Export to Word</source>
            <translation>Eksporter til Word</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Word</translation>
        </message>
    </context>
    <context>
        <name>MatrixWords</name>
        <message>
            <source>Go to the text</source>
            <translation>Gå til teksten</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>og %n til</numerusform>
                <numerusform>og %n til</numerusform>
            </translation>
        </message>
        <message>
            <source>No summary</source>
            <translation>Uten sammendrag</translation>
        </message>
        <message numerus="yes">
            <source>{rows} in %n groups</source>
            <translation>
                <numerusform>{rows} i %n gruppe</numerusform>
                <numerusform>{rows} i %n grupper</numerusform>
            </translation>
        </message>
        <message>
            <source>open</source>
            <translation>åpen</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>lukket</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Besvart</translation>
        </message>
        <message>
            <source>Asked, unclear answer</source>
            <translation>Spurt, uklart svar</translation>
        </message>
        <message>
            <source>Asked, not coded yet</source>
            <translation>Spurt, ikke kodet ennå</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Ikke spurt</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>Ikke aktuelt</translation>
        </message>
        <message>
            <source>Not coded yet</source>
            <translation>Ikke kodet ennå</translation>
        </message>
        <message>
            <source>For</source>
            <translation>For</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>Mot</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>Blandet</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>Nøytral</translation>
        </message>
        <message>
            <source>Similarities</source>
            <translation>Likheter</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Forskjeller</translation>
        </message>
        <message>
            <source>Patterns</source>
            <translation>Mønstre</translation>
        </message>
        <message>
            <source>Write similarity …</source>
            <translation>Skriv likhet …</translation>
        </message>
        <message>
            <source>Write difference …</source>
            <translation>Skriv forskjell …</translation>
        </message>
        <message>
            <source>Write pattern …</source>
            <translation>Skriv mønster …</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Begge</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Grupper</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Deler av dokumenter</translation>
        </message>
        <message>
            <source>Respondent</source>
            <translation>Respondent</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Respondent or document</source>
            <translation>Respondent eller dokument</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Ukjent</translation>
        </message>
        <message numerus="yes">
            <source>%n quotes</source>
            <translation>
                <numerusform>%n sitat</numerusform>
                <numerusform>%n sitater</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n codings</source>
            <translation>
                <numerusform>%n koding</numerusform>
                <numerusform>%n kodinger</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new codings</source>
            <translation>
                <numerusform>%n ny koding</numerusform>
                <numerusform>%n nye kodinger</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n codings gone</source>
            <translation>
                <numerusform>%n koding borte</numerusform>
                <numerusform>%n kodinger borte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n respondents</source>
            <translation>
                <numerusform>%n respondent</numerusform>
                <numerusform>%n respondenter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n documents</source>
            <translation>
                <numerusform>%n dokument</numerusform>
                <numerusform>%n dokumenter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups</source>
            <translation>
                <numerusform>%n gruppe</numerusform>
                <numerusform>%n grupper</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sections</source>
            <translation>
                <numerusform>%n del</numerusform>
                <numerusform>%n deler</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n rad</numerusform>
                <numerusform>%n rader</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n ny</numerusform>
                <numerusform>%n nye</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n gone</source>
            <translation>
                <numerusform>%n borte</numerusform>
                <numerusform>%n borte</numerusform>
            </translation>
        </message>
        <message>
            <source>changed</source>
            <translation>endret</translation>
        </message>
        <message>
            <source>codings changed</source>
            <translation>kodinger endret</translation>
        </message>
        <message>
            <source>{answered} of {asked} asked</source>
            <translation>{answered} av {asked} spurte</translation>
        </message>
        <message>
            <source>{answered} of {asked} documents</source>
            <translation>{answered} av {asked} dokumenter</translation>
        </message>
        <message>
            <source>{answered} of {asked}</source>
            <translation>{answered} av {asked}</translation>
        </message>
        <message>
            <source>{answered} of {asked} groups</source>
            <translation>{answered} av {asked} grupper</translation>
        </message>
        <message>
            <source>{answered} of {asked} sections</source>
            <translation>{answered} av {asked} deler</translation>
        </message>
        <message>
            <source>{n} not asked</source>
            <translation>{n} ikke spurt</translation>
        </message>
        <message>
            <source>{n} not applicable</source>
            <translation>{n} ikke aktuelt</translation>
        </message>
        <message>
            <source>{answered} of {asked} asked have answered</source>
            <translation>{answered} av {asked} spurte har svart</translation>
        </message>
        <message>
            <source>{answered} of {asked} documents have codings</source>
            <translation>{answered} av {asked} dokumenter har kodinger</translation>
        </message>
        <message>
            <source>{answered} of {asked} have answered</source>
            <translation>{answered} av {asked} har svart</translation>
        </message>
        <message>
            <source>{answered} of {asked} groups have answered</source>
            <translation>{answered} av {asked} grupper har svart</translation>
        </message>
        <message>
            <source>none asked</source>
            <translation>ingen spurt</translation>
        </message>
        <message>
            <source>l. {lines}</source>
            <translation>l. {lines}</translation>
        </message>
        <message>
            <source>p. {page}, l. {lines}</source>
            <translation>s. {page}, l. {lines}</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d. MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} og {last}</translation>
        </message>
        <message numerus="yes">
            <source>%n summaries should be read again</source>
            <translation>
                <numerusform>%n sammendrag bør leses på nytt</numerusform>
                <numerusform>%n sammendrag bør leses på nytt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cells not coded yet</source>
            <translation>
                <numerusform>%n celle ikke kodet ennå</numerusform>
                <numerusform>%n celler ikke kodet ennå</numerusform>
            </translation>
        </message>
        <message>
            <source>Numbers count respondents, not codings</source>
            <translation>Tallene teller respondenter, ikke kodinger</translation>
        </message>
        <message>
            <source>Numbers count documents, not codings</source>
            <translation>Tallene teller dokumenter, ikke kodinger</translation>
        </message>
        <message>
            <source>Numbers count respondents and documents, not codings</source>
            <translation>Tallene teller respondenter og dokumenter, ikke kodinger</translation>
        </message>
        <message>
            <source>Numbers count groups, not codings</source>
            <translation>Tallene teller grupper, ikke kodinger</translation>
        </message>
        <message>
            <source>Numbers count sections, not codings</source>
            <translation>Tallene teller deler, ikke kodinger</translation>
        </message>
        <message>
            <source>nothing written</source>
            <translation>ikke skrevet noe</translation>
        </message>
    </context>
    <context>
        <name>MendCard</name>
        <message>
            <source>Mended</source>
            <translation>Rettet</translation>
        </message>
        <message>
            <source>mended {day}</source>
            <translation>rettet {day}</translation>
        </message>
    </context>
    <context>
        <name>MendSheet</name>
        <message>
            <source>Codebook to mend</source>
            <translation>Må rettes i kodeboka</translation>
        </message>
        <message>
            <source>Codes that are gone</source>
            <translation>Koder som er borte</translation>
        </message>
        <message>
            <source>Open the code</source>
            <translation>Åpne koden</translation>
        </message>
        <message>
            <source>Nothing is to be mended</source>
            <translation>Ingenting må rettes</translation>
        </message>
        <message>
            <source>When you settle a difference and write what the codebook should say, or that a definition is unclear, it stands here until it is mended.</source>
            <translation>Når dere løser en uenighet og skriver hva kodeboka bør si, eller at en definisjon er uklar, står det her til det er rettet.</translation>
        </message>
        <message>
            <source>All of it is mended.</source>
            <translation>Alt er rettet.</translation>
        </message>
        <message>
            <source>1 decision asks for a change.</source>
            <translation>1 vedtak ber om en endring.</translation>
        </message>
        <message>
            <source>{count} decisions ask for a change.</source>
            <translation>{count} vedtak ber om en endring.</translation>
        </message>
        <message>
            <source>Marked as mended</source>
            <translation>Merket som rettet</translation>
        </message>
        <message>
            <source>Marked as not mended</source>
            <translation>Merket som ikke rettet</translation>
        </message>
    </context>
    <context>
        <name>MergeBar</name>
        <message>
            <source>Merge {name} into</source>
            <translation>Slå {name} sammen med</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Slå sammen</translation>
        </message>
        <message>
            <source>Its codings move there, and its name becomes a synonym.</source>
            <translation>Kodingene flyttes dit, og navnet blir et synonym.</translation>
        </message>
    </context>
    <context>
        <name>MergeBox</name>
        <message>
            <source>Choose respondent</source>
            <translation>Velg respondent</translation>
        </message>
        <message>
            <source>{things} move to {into}.</source>
            <translation>{things} flyttes til {into}.</translation>
        </message>
        <message>
            <source>“{name}” is kept as another name of {into}, and {label} goes.</source>
            <translation>«{name}» blir et annet navn på {into}, og {label} forsvinner.</translation>
        </message>
        <message>
            <source>Merge into {into}</source>
            <translation>Slå sammen med {into}</translation>
        </message>
        <message>
            <source>Merge into another respondent</source>
            <translation>Slå sammen med en annen respondent</translation>
        </message>
        <message>
            <source>1 matrix cell</source>
            <translation>1 matrisecelle</translation>
        </message>
        <message>
            <source>{count} matrix cells</source>
            <translation>{count} matriseceller</translation>
        </message>
    </context>
    <context>
        <name>MergeCommands</name>
        <message>
            <source>{project} for {coder}</source>
            <translation>{project} til {coder}</translation>
        </message>
        <message>
            <source>Writing {file}</source>
            <translation>Skriver {file}</translation>
        </message>
        <message>
            <source>Wait until the file before is done</source>
            <translation>Vent til den forrige fila er ferdig</translation>
        </message>
    </context>
    <context>
        <name>MergeCounts</name>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>1 source</source>
            <translation>1 kilde</translation>
        </message>
        <message>
            <source>{count} sources</source>
            <translation>{count} kilder</translation>
        </message>
        <message>
            <source>1 code</source>
            <translation>1 kode</translation>
        </message>
        <message>
            <source>{count} codes</source>
            <translation>{count} koder</translation>
        </message>
        <message>
            <source>1 respondent</source>
            <translation>1 respondent</translation>
        </message>
        <message>
            <source>{count} respondents</source>
            <translation>{count} respondenter</translation>
        </message>
        <message>
            <source>1 cell of the matrix</source>
            <translation>1 celle i matrisen</translation>
        </message>
        <message>
            <source>{count} cells of the matrix</source>
            <translation>{count} celler i matrisen</translation>
        </message>
        <message>
            <source>1 synthesis text</source>
            <translation>1 syntesetekst</translation>
        </message>
        <message>
            <source>{count} synthesis texts</source>
            <translation>{count} syntesetekster</translation>
        </message>
        <message>
            <source>1 saved matrix</source>
            <translation>1 lagret matrise</translation>
        </message>
        <message>
            <source>{count} saved matrices</source>
            <translation>{count} lagrede matriser</translation>
        </message>
        <message>
            <source>1 interview guide</source>
            <translation>1 intervjuguide</translation>
        </message>
        <message>
            <source>{count} interview guides</source>
            <translation>{count} intervjuguider</translation>
        </message>
        <message>
            <source>1 question</source>
            <translation>1 spørsmål</translation>
        </message>
        <message>
            <source>{count} questions</source>
            <translation>{count} spørsmål</translation>
        </message>
        <message>
            <source>1 place of a question</source>
            <translation>1 sted for et spørsmål</translation>
        </message>
        <message>
            <source>{count} places of questions</source>
            <translation>{count} steder for spørsmål</translation>
        </message>
        <message>
            <source>1 coding task</source>
            <translation>1 kodeoppgave</translation>
        </message>
        <message>
            <source>{count} coding tasks</source>
            <translation>{count} kodeoppgaver</translation>
        </message>
        <message>
            <source>1 saved comparison</source>
            <translation>1 lagret sammenlikning</translation>
        </message>
        <message>
            <source>{count} saved comparisons</source>
            <translation>{count} lagrede sammenlikninger</translation>
        </message>
        <message>
            <source>1 decision</source>
            <translation>1 vedtak</translation>
        </message>
        <message>
            <source>{count} decisions</source>
            <translation>{count} vedtak</translation>
        </message>
        <message>
            <source>1 voice</source>
            <translation>1 stemme</translation>
        </message>
        <message>
            <source>{count} voices</source>
            <translation>{count} stemmer</translation>
        </message>
        <message>
            <source>1 thing</source>
            <translation>1 ting</translation>
        </message>
        <message>
            <source>{count} things</source>
            <translation>{count} ting</translation>
        </message>
        <message>
            <source>Add {what}, take over {things}</source>
            <translation>Legg til {what}, overta {things}</translation>
        </message>
        <message>
            <source>Add {what}</source>
            <translation>Legg til {what}</translation>
        </message>
        <message>
            <source>Take over {things}</source>
            <translation>Overta {things}</translation>
        </message>
        <message>
            <source>Fill 1 empty field</source>
            <translation>Fyll ut 1 tomt felt</translation>
        </message>
        <message>
            <source>Fill {count} empty fields</source>
            <translation>Fyll ut {count} tomme felt</translation>
        </message>
    </context>
    <context>
        <name>MergeItems</name>
        <message>
            <source>Open in text</source>
            <translation>Åpne i teksten</translation>
        </message>
        <message>
            <source>Coded here</source>
            <translation>Kodet her</translation>
        </message>
        <message>
            <source>Stands there</source>
            <translation>Står der</translation>
        </message>
        <message>
            <source>Coded there</source>
            <translation>Kodet der</translation>
        </message>
        <message>
            <source>Stands here</source>
            <translation>Står her</translation>
        </message>
    </context>
    <context>
        <name>MergePage</name>
        <message>
            <source>1 thing to look at</source>
            <translation>1 ting å se på</translation>
        </message>
        <message>
            <source>{count} things to look at</source>
            <translation>{count} ting å se på</translation>
        </message>
        <message>
            <source>Left and right choose</source>
            <translation>Venstre og høyre velger</translation>
        </message>
        <message>
            <source>Choose what is here, or what the other copy says</source>
            <translation>Velg det som står her, eller det den andre kopien sier</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>Choose the other one</source>
            <translation>Velg den andre</translation>
        </message>
        <message>
            <source>Show where a coding stands</source>
            <translation>Vis hvor en koding står</translation>
        </message>
        <message>
            <source>Leave without changing anything</source>
            <translation>Gå ut uten å endre noe</translation>
        </message>
        <message>
            <source>Merge {file}</source>
            <translation>Flett inn {file}</translation>
        </message>
        <message>
            <source>What the merge is about</source>
            <translation>Hva flettingen gjelder</translation>
        </message>
        <message>
            <source>Reading {file}</source>
            <translation>Leser {file}</translation>
        </message>
        <message>
            <source>You can go on working meanwhile.</source>
            <translation>Du kan arbeide videre så lenge.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>1 to look at</source>
            <translation>1 å se på</translation>
        </message>
        <message>
            <source>{count} to look at</source>
            <translation>{count} å se på</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Ingenting er endret ennå.</translation>
        </message>
        <message>
            <source>Coded by {names}, last on {day}.</source>
            <translation>Kodet av {names}, sist {day}.</translation>
        </message>
        <message>
            <source>A copy of the project is put among the backups first. The merge can be undone as one step.</source>
            <translation>Først legges en kopi av prosjektet blant reservekopiene. Flettingen kan angres som ett steg.</translation>
        </message>
        <message>
            <source>This takes a few seconds in a large project.</source>
            <translation>Dette tar noen sekunder i et stort prosjekt.</translation>
        </message>
        <message>
            <source>Merging …</source>
            <translation>Fletter inn …</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Flett inn</translation>
        </message>
        <message>
            <source>Merge: nothing new was found</source>
            <translation>Flett inn: fant ingenting nytt</translation>
        </message>
        <message>
            <source>Make the preview again</source>
            <translation>Lag forhåndsvisningen på nytt</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Prøv igjen</translation>
        </message>
        <message>
            <source>Choose another file …</source>
            <translation>Velg en annen fil …</translation>
        </message>
    </context>
    <context>
        <name>MergeReportSheet</name>
        <message>
            <source>Came in from {file}</source>
            <translation>Kom inn fra {file}</translation>
        </message>
        <message>
            <source>Codings to look at</source>
            <translation>Kodinger å se på</translation>
        </message>
        <message>
            <source>The copy from before the merge is {file}, among the backups.</source>
            <translation>Kopien fra før flettingen er {file}, blant reservekopiene.</translation>
        </message>
        <message>
            <source>Settle the codings without a place</source>
            <translation>Avklar kodingene uten plass</translation>
        </message>
        <message>
            <source>Click a coding that has a place to see it in the text.</source>
            <translation>Klikk på en koding som har plass, for å se den i teksten.</translation>
        </message>
        <message>
            <source>1 empty field was filled</source>
            <translation>1 tomt felt ble fylt ut</translation>
        </message>
        <message>
            <source>{count} empty fields were filled</source>
            <translation>{count} tomme felt ble fylt ut</translation>
        </message>
        <message>
            <source>1 coding followed its words into another text</source>
            <translation>1 koding fulgte ordene sine til en annen tekst</translation>
        </message>
        <message>
            <source>{count} codings followed their words into another text</source>
            <translation>{count} kodinger fulgte ordene sine til en annen tekst</translation>
        </message>
        <message>
            <source>1 of them has other words here</source>
            <translation>1 av dem har andre ord her</translation>
        </message>
        <message>
            <source>{count} of them have other words here</source>
            <translation>{count} av dem har andre ord her</translation>
        </message>
        <message>
            <source>1 coding has no place yet</source>
            <translation>1 koding har ingen plass ennå</translation>
        </message>
        <message>
            <source>{count} codings have no place yet</source>
            <translation>{count} kodinger har ingen plass ennå</translation>
        </message>
        <message>
            <source>1 coding that was here lost its place in a text that was taken over</source>
            <translation>1 koding som var her, mistet plassen i en tekst som ble overtatt</translation>
        </message>
        <message>
            <source>{count} codings that were here lost their place in a text that was taken over</source>
            <translation>{count} kodinger som var her, mistet plassen i en tekst som ble overtatt</translation>
        </message>
        <message>
            <source>New coder: {name}</source>
            <translation>Ny koder: {name}</translation>
        </message>
        <message>
            <source>Coded there: “{quote}”</source>
            <translation>Kodet der: «{quote}»</translation>
        </message>
        <message>
            <source>“{quote}”</source>
            <translation>«{quote}»</translation>
        </message>
    </context>
    <context>
        <name>MergeSections</name>
        <message>
            <source>New, and standing where they stood</source>
            <translation>Nye, på samme plass som der</translation>
        </message>
        <message>
            <source>New, following their words in another text</source>
            <translation>Nye, følger ordene sine i en annen tekst</translation>
        </message>
        <message>
            <source>Here already</source>
            <translation>Her fra før</translation>
        </message>
        <message>
            <source>Their words are others here</source>
            <translation>Ordene er andre her</translation>
        </message>
        <message>
            <source>They come along. Look at them afterwards.</source>
            <translation>De kommer med. Se på dem etterpå.</translation>
        </message>
        <message>
            <source>Without a place in the text here</source>
            <translation>Uten plass i teksten her</translation>
        </message>
        <message>
            <source>They come along, count nowhere, and wait to be settled.</source>
            <translation>De kommer med, telles ikke, og venter på å bli avklart.</translation>
        </message>
        <message>
            <source>Codings here whose text is taken from the other copy</source>
            <translation>Kodinger her som får teksten fra den andre kopien</translation>
        </message>
        <message>
            <source>Codings</source>
            <translation>Kodinger</translation>
        </message>
        <message>
            <source>The other copy has no codings.</source>
            <translation>Den andre kopien har ingen kodinger.</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Forskjeller</translation>
        </message>
        <message>
            <source>The two copies say nothing differently.</source>
            <translation>De to kopiene sier ikke noe forskjellig.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>{kept} kept, {taken} taken over</source>
            <translation>{kept} beholdt, {taken} overtatt</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Her</translation>
        </message>
        <message>
            <source>In the other copy</source>
            <translation>I den andre kopien</translation>
        </message>
        <message>
            <source>{document}: “{quote}”</source>
            <translation>{document}: «{quote}»</translation>
        </message>
        <message>
            <source>In the other copy: {theirs}. It stays as it is here.</source>
            <translation>I den andre kopien: {theirs}. Det blir som det er her.</translation>
        </message>
        <message>
            <source>Deleted here, and there still</source>
            <translation>Slettet her, men finnes der</translation>
        </message>
        <message>
            <source>{stay} stay away, {back} come back</source>
            <translation>{stay} borte, {back} tilbake</translation>
        </message>
        <message>
            <source>Deleted here</source>
            <translation>Slettet her</translation>
        </message>
        <message>
            <source>The other copy has nothing that was deleted here.</source>
            <translation>Den andre kopien har ingenting som er slettet her.</translation>
        </message>
        <message>
            <source>“{quote}”</source>
            <translation>«{quote}»</translation>
        </message>
        <message>
            <source>It stays away</source>
            <translation>Den blir borte</translation>
        </message>
        <message>
            <source>It comes back</source>
            <translation>Den kommer tilbake</translation>
        </message>
        <message>
            <source>As here</source>
            <translation>Som her</translation>
        </message>
        <message>
            <source>As in the other copy</source>
            <translation>Som i den andre kopien</translation>
        </message>
        <message>
            <source>Another text in the other copy</source>
            <translation>En annen tekst i den andre kopien</translation>
        </message>
        <message>
            <source>Codings follow their words into the text that you choose.</source>
            <translation>Kodinger følger ordene sine til den teksten du velger.</translation>
        </message>
        <message>
            <source>Nearly the same as a source here</source>
            <translation>Nesten lik en kilde her</translation>
        </message>
        <message>
            <source>New here</source>
            <translation>Nytt her</translation>
        </message>
        <message>
            <source>The same in both</source>
            <translation>Lik i begge</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>The other copy has no sources.</source>
            <translation>Den andre kopien har ingen kilder.</translation>
        </message>
        <message>
            <source>Keep the text here. Their codings are looked for in it.</source>
            <translation>Behold teksten her. Kodingene derfra letes opp i den.</translation>
        </message>
        <message>
            <source>Take the text of the other copy. The codings here follow, as in a correction.</source>
            <translation>Ta teksten fra den andre kopien. Kodingene her følger med, som ved en rettelse.</translation>
        </message>
        <message>
            <source>{percent}% like “{name}”</source>
            <translation>{percent} % lik «{name}»</translation>
        </message>
        <message>
            <source>A source of its own. It is added beside the one here.</source>
            <translation>En egen kilde. Den legges til ved siden av den som er her.</translation>
        </message>
        <message>
            <source>The same source. Its codings come into “{name}”.</source>
            <translation>Samme kilde. Kodingene kommer inn i «{name}».</translation>
        </message>
        <message>
            <source>Two sources</source>
            <translation>To kilder</translation>
        </message>
        <message>
            <source>One source</source>
            <translation>Én kilde</translation>
        </message>
        <message>
            <source>The same under another name</source>
            <translation>Den samme med et annet navn</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Every code of the other copy is here, under the same name.</source>
            <translation>Alle kodene i den andre kopien finnes her, med samme navn.</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Every respondent of the other copy is here, under the same name.</source>
            <translation>Alle respondentene i den andre kopien finnes her, med samme navn.</translation>
        </message>
        <message>
            <source>A coder here has the same name</source>
            <translation>En koder her har samme navn</translation>
        </message>
        <message>
            <source>They were added in both copies. Only you know whether they are one person.</source>
            <translation>De ble lagt til i begge kopiene. Bare du vet om de er én person.</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>Kodere</translation>
        </message>
        <message>
            <source>{added} new</source>
            <translation>{added} nye</translation>
        </message>
        <message>
            <source>No coder comes along who is not here already.</source>
            <translation>Det kommer ingen koder som ikke er her fra før.</translation>
        </message>
        <message>
            <source>Somebody else, called “{name}” here.</source>
            <translation>En annen, som heter «{name}» her.</translation>
        </message>
        <message>
            <source>Somebody else. The name gets a number here.</source>
            <translation>En annen. Navnet får et nummer her.</translation>
        </message>
        <message>
            <source>The same person. The codings become theirs.</source>
            <translation>Samme person. Kodingene blir deres.</translation>
        </message>
        <message>
            <source>Two people</source>
            <translation>To personer</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>Én person</translation>
        </message>
        <message>
            <source>Names and labels that are taken here</source>
            <translation>Navn og etiketter som er opptatt her</translation>
        </message>
        <message>
            <source>The rest</source>
            <translation>Resten</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Ingenting</translation>
        </message>
        <message>
            <source>Nothing else comes along.</source>
            <translation>Det kommer ikke noe mer.</translation>
        </message>
        <message>
            <source>1 field that is empty here gets what stands there</source>
            <translation>1 felt som er tomt her, får det som står der</translation>
        </message>
        <message>
            <source>{count} fields that are empty here get what stands there</source>
            <translation>{count} felt som er tomme her, får det som står der</translation>
        </message>
        <message>
            <source>{coder} has finished “{document}”</source>
            <translation>{coder} er ferdig med «{document}»</translation>
        </message>
        <message>
            <source>1 confirmed place of a question is not in the text here</source>
            <translation>1 bekreftet sted for et spørsmål finnes ikke i teksten her</translation>
        </message>
        <message>
            <source>{count} confirmed places of questions are not in the text here</source>
            <translation>{count} bekreftede steder for spørsmål finnes ikke i teksten her</translation>
        </message>
        <message>
            <source>{added} new, {known} known</source>
            <translation>{added} nye, {known} kjente</translation>
        </message>
        <message>
            <source>“{name}” in the other copy</source>
            <translation>«{name}» i den andre kopien</translation>
        </message>
    </context>
    <context>
        <name>MergeWords</name>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Facts about respondents</source>
            <translation>Opplysninger om respondenter</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Talere</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Codings</source>
            <translation>Kodinger</translation>
        </message>
        <message>
            <source>Voices</source>
            <translation>Stemmer</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Spørsmål</translation>
        </message>
        <message>
            <source>Places of questions</source>
            <translation>Steder for spørsmål</translation>
        </message>
        <message>
            <source>Cells of the matrix</source>
            <translation>Celler i matrisen</translation>
        </message>
        <message>
            <source>Synthesis</source>
            <translation>Syntese</translation>
        </message>
        <message>
            <source>Saved matrices</source>
            <translation>Lagrede matriser</translation>
        </message>
        <message>
            <source>Decisions about differences</source>
            <translation>Vedtak om uenighet</translation>
        </message>
        <message>
            <source>Deleted here</source>
            <translation>Slettet her</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Etikett</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Memo</source>
            <translation>Notat</translation>
        </message>
        <message>
            <source>Who it is</source>
            <translation>Hvem det er</translation>
        </message>
        <message>
            <source>Name in the other language</source>
            <translation>Navn på det andre språket</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>Definisjon</translation>
        </message>
        <message>
            <source>Use it when</source>
            <translation>Brukes når</translation>
        </message>
        <message>
            <source>Do not use it when</source>
            <translation>Brukes ikke når</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Eksempel</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Opphav</translation>
        </message>
        <message>
            <source>Place in the codebook</source>
            <translation>Plass i kodeboka</translation>
        </message>
        <message>
            <source>Stance</source>
            <translation>Holdning</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Belegg</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Condensation</source>
            <translation>Kondensering</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passasje</translation>
        </message>
        <message>
            <source>Speaker</source>
            <translation>Taler</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Ord</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Sett på</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Sammendrag</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tilstand</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grunn</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>Hva den viser</translation>
        </message>
        <message>
            <source>What was settled</source>
            <translation>Hva som ble vedtatt</translation>
        </message>
        <message>
            <source>Coding</source>
            <translation>Koding</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Kilde</translation>
        </message>
        <message>
            <source>Respondent</source>
            <translation>Respondent</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Stemme</translation>
        </message>
        <message>
            <source>Interview guide</source>
            <translation>Intervjuguide</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Spørsmål</translation>
        </message>
        <message>
            <source>Cell of the matrix</source>
            <translation>Celle i matrisen</translation>
        </message>
        <message>
            <source>Saved matrix</source>
            <translation>Lagret matrise</translation>
        </message>
        <message>
            <source>Sample of turns</source>
            <translation>Utvalg av turer</translation>
        </message>
        <message>
            <source>Coding task</source>
            <translation>Kodeoppgave</translation>
        </message>
        <message>
            <source>Saved comparison</source>
            <translation>Lagret sammenlikning</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Vedtak</translation>
        </message>
        <message>
            <source>Label of a source</source>
            <translation>Etikett på en kilde</translation>
        </message>
        <message>
            <source>Label of a respondent</source>
            <translation>Etikett på en respondent</translation>
        </message>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>Ingen bestemt</translation>
        </message>
        <message>
            <source>Not resolved</source>
            <translation>Ikke avklart</translation>
        </message>
        <message>
            <source>From theory</source>
            <translation>Fra teori</translation>
        </message>
        <message>
            <source>From the material</source>
            <translation>Fra materialet</translation>
        </message>
        <message>
            <source>In vivo</source>
            <translation>In vivo</translation>
        </message>
        <message>
            <source>The same, from a copy</source>
            <translation>Den samme, fra en kopi</translation>
        </message>
        <message>
            <source>The same original file</source>
            <translation>Samme originalfil</translation>
        </message>
        <message>
            <source>The same text</source>
            <translation>Samme tekst</translation>
        </message>
        <message>
            <source>Nearly the same text</source>
            <translation>Nesten samme tekst</translation>
        </message>
        <message>
            <source>The same place in the codebook</source>
            <translation>Samme plass i kodeboka</translation>
        </message>
        <message>
            <source>The same name</source>
            <translation>Samme navn</translation>
        </message>
        <message>
            <source>Its words are not in the text here</source>
            <translation>Ordene finnes ikke i teksten her</translation>
        </message>
        <message>
            <source>Its words stand in several places here</source>
            <translation>Ordene står flere steder her</translation>
        </message>
        <message>
            <source>It was set aside in the other copy</source>
            <translation>Den ble lagt til side i den andre kopien</translation>
        </message>
    </context>
    <context>
        <name>MergedBanner</name>
        <message>
            <source>Show what came in</source>
            <translation>Vis hva som kom inn</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Skjul</translation>
        </message>
        <message>
            <source>{file} is merged</source>
            <translation>{file} er flettet inn</translation>
        </message>
        <message>
            <source>Came in: {what}.</source>
            <translation>Kom inn: {what}.</translation>
        </message>
        <message>
            <source>1 coding should be looked at.</source>
            <translation>1 koding bør ses på.</translation>
        </message>
        <message>
            <source>{count} codings should be looked at.</source>
            <translation>{count} kodinger bør ses på.</translation>
        </message>
        <message>
            <source>1 coding has no place yet.</source>
            <translation>1 koding har ingen plass ennå.</translation>
        </message>
        <message>
            <source>{count} codings have no place yet.</source>
            <translation>{count} kodinger har ingen plass ennå.</translation>
        </message>
    </context>
    <context>
        <name>MethodPanel</name>
        <message>
            <source>Paragraph for the method chapter</source>
            <translation>Avsnitt til metodekapitlet</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Avsnitt</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopier</translation>
        </message>
        <message>
            <source>It says what was computed, and how much of what you differed about is settled. Whether you coded apart from each other only you know: add it.</source>
            <translation>Avsnittet sier hva som er beregnet, og hvor mye av uenigheten dere har avgjort. Om dere kodet hver for dere, vet bare dere: skriv det til.</translation>
        </message>
        <message>
            <source>The paragraph lies on the clipboard</source>
            <translation>Avsnittet ligger på utklippstavla</translation>
        </message>
    </context>
    <context>
        <name>NewCodeBar</name>
        <message>
            <source>New code under {name}</source>
            <translation>Ny kode under {name}</translation>
        </message>
        <message>
            <source>New theme</source>
            <translation>Nytt tema</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Legg til</translation>
        </message>
    </context>
    <context>
        <name>NewCoderSheet</name>
        <message>
            <source>New coder</source>
            <translation>Ny koder</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>New codings carry this name. Codings made before keep theirs.</source>
            <translation>Nye kodinger får dette navnet. De som er laget før, beholder sitt.</translation>
        </message>
        <message>
            <source>Code under this name</source>
            <translation>Kod under dette navnet</translation>
        </message>
    </context>
    <context>
        <name>NewProjectSheet</name>
        <message>
            <source>New project</source>
            <translation>Nytt prosjekt</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Prosjekt</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Tittel</translation>
        </message>
        <message>
            <source>Your name, as it stands on codings</source>
            <translation>Navnet ditt, slik det står på kodingene</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fil</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Velg …</translation>
        </message>
        <message>
            <source>One file holds the whole project, texts and history included.</source>
            <translation>Én fil rommer hele prosjektet, også tekstene og historikken.</translation>
        </message>
        <message>
            <source>Make the project</source>
            <translation>Lag prosjektet</translation>
        </message>
    </context>
    <context>
        <name>PackageSheet</name>
        <message>
            <source>Package for a coder</source>
            <translation>Pakke til en koder</translation>
        </message>
        <message>
            <source>Who shall code</source>
            <translation>Hvem skal kode</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>The sources go along with their original files, speakers and voices, the respondents who are in them, the codebook, the interview guides, and what the coder was given to code.</source>
            <translation>Kildene følger med, med originalfiler, talere og stemmer, respondentene i dem, kodeboka, intervjuguidene og det koderen er satt til å kode.</translation>
        </message>
        <message>
            <source>Nobody's codings, cells, synthesis, saved matrices, memos and no history go along.</source>
            <translation>Ingens kodinger, celler, syntese, lagrede matriser eller notater følger med, og ingen historikk.</translation>
        </message>
        <message>
            <source>Whole interviews and the names of the respondents are in it. Send it as you would send them.</source>
            <translation>Hele intervjuer og navnene på respondentene er med. Send den slik du ville sendt dem.</translation>
        </message>
        <message>
            <source>Write the package …</source>
            <translation>Skriv pakken …</translation>
        </message>
        <message>
            <source>Sources: {chosen} of {count}</source>
            <translation>Kilder: {chosen} av {count}</translation>
        </message>
        <message>
            <source>Codings in the package carry this name.</source>
            <translation>Kodinger i pakken får dette navnet.</translation>
        </message>
        <message>
            <source>A coder of this project. What comes back is theirs.</source>
            <translation>En koder i dette prosjektet. Det som kommer tilbake, er deres.</translation>
        </message>
        <message>
            <source>New here. Another package for this name is for the same person.</source>
            <translation>Ny her. En pakke til med dette navnet er til samme person.</translation>
        </message>
    </context>
    <context>
        <name>PaletteDelegate</name>
        <message>
            <source>With: {words}</source>
            <translation>Med: {words}</translation>
        </message>
        <message>
            <source>Not: {words}</source>
            <translation>Ikke: {words}</translation>
        </message>
        <message>
            <source>synonym:</source>
            <translation>synonym:</translation>
        </message>
        <message>
            <source>definition:</source>
            <translation>definisjon:</translation>
        </message>
        <message>
            <source>New code “{name}”</source>
            <translation>Ny kode «{name}»</translation>
        </message>
    </context>
    <context>
        <name>PassageCoding</name>
        <message>
            <source>Select the words that become the code</source>
            <translation>Marker ordene som skal bli koden</translation>
        </message>
        <message>
            <source>{count} characters · {place}</source>
            <translation>{count} tegn · {place}</translation>
        </message>
    </context>
    <context>
        <name>PlaceModel</name>
        <message>
            <source>Not found in {texts}</source>
            <translation>Ikke funnet i {texts}</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>ikke funnet</translation>
        </message>
        <message>
            <source>score {score}</source>
            <translation>poengsum {score}</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
    </context>
    <context>
        <name>PlacePicker</name>
        <message>
            <source>Back to the question</source>
            <translation>Tilbake til spørsmålet</translation>
        </message>
        <message>
            <source>Search in the text</source>
            <translation>Søk i teksten</translation>
        </message>
        <message>
            <source>Passages that may be the question</source>
            <translation>Passasjer som kan være spørsmålet</translation>
        </message>
        <message>
            <source>No passage has these words.</source>
            <translation>Ingen passasje har disse ordene.</translation>
        </message>
        <message>
            <source>This is the question</source>
            <translation>Dette er spørsmålet</translation>
        </message>
        <message>
            <source>Open the text</source>
            <translation>Åpne teksten</translation>
        </message>
        <message>
            <source>Or select the words in the text, and choose “This is a question of a guide” in the Code menu.</source>
            <translation>Eller marker ordene i teksten og velg «Dette er et spørsmål i en guide» i Kode-menyen.</translation>
        </message>
        <message>
            <source>Place by hand in {document}</source>
            <translation>Plasser for hånd i {document}</translation>
        </message>
        <message>
            <source>Found as {question}</source>
            <translation>Funnet som {question}</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>page {number}</source>
            <translation>side {number}</translation>
        </message>
        <message>
            <source>line {number}</source>
            <translation>linje {number}</translation>
        </message>
        <message>
            <source>row {number}</source>
            <translation>rad {number}</translation>
        </message>
        <message>
            <source>paragraph {number}</source>
            <translation>avsnitt {number}</translation>
        </message>
    </context>
    <context>
        <name>PreviewLegend</name>
        <message>
            <source>corrected</source>
            <translation>rettet</translation>
        </message>
        <message>
            <source>hyphen kept</source>
            <translation>bindestrek beholdt</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>fjernet</translation>
        </message>
        <message>
            <source>to be settled</source>
            <translation>må avklares</translation>
        </message>
        <message>
            <source>The original file is left as it is</source>
            <translation>Originalfila beholdes urørt</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source>Reading: {done} of {total}</source>
            <translation>Leser: {done} av {total}</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Leser …</translation>
        </message>
        <message>
            <source>There is no text to show.</source>
            <translation>Det er ingen tekst å vise.</translation>
        </message>
        <message>
            <source>How the text will be</source>
            <translation>Slik blir teksten</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Endringer</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>What is shown of the text</source>
            <translation>Hva som vises av teksten</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stans</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Leser fila</translation>
        </message>
    </context>
    <context>
        <name>PreviewView</name>
        <message>
            <source>Removed: {words}</source>
            <translation>Fjernet: {words}</translation>
        </message>
        <message>
            <source>The hyphen was kept. In the file: {words}</source>
            <translation>Bindestreken er beholdt. I fila: {words}</translation>
        </message>
        <message>
            <source>In the file: {words}</source>
            <translation>I fila: {words}</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>The file is damaged.</source>
            <translation>Filen er skadet.</translation>
        </message>
        <message>
            <source>Restore a backup. SQLite says: {detail}</source>
            <translation>Hent en reservekopi. SQLite sier: {detail}</translation>
        </message>
        <message>
            <source>Something refers to what is not there.</source>
            <translation>Noe viser til noe som ikke finnes.</translation>
        </message>
        <message>
            <source>Row {row} of {table} refers to {to}.</source>
            <translation>Rad {row} i {table} viser til {to}.</translation>
        </message>
        <message>
            <source>A document has lost its text.</source>
            <translation>Et dokument har mistet teksten.</translation>
        </message>
        <message>
            <source>“{document}”</source>
            <translation>«{document}»</translation>
        </message>
        <message>
            <source>A count of characters is wrong.</source>
            <translation>Et tegntall stemmer ikke.</translation>
        </message>
        <message>
            <source>Paragraphs or turns lie outside their text.</source>
            <translation>Avsnitt eller turer ligger utenfor teksten.</translation>
        </message>
        <message>
            <source>Document number {document}</source>
            <translation>Dokument nummer {document}</translation>
        </message>
        <message>
            <source>A kept original is not what was imported.</source>
            <translation>En originalfil er ikke den som ble importert.</translation>
        </message>
        <message>
            <source>“{file}”</source>
            <translation>«{file}»</translation>
        </message>
        <message>
            <source>A coding is unplaced.</source>
            <translation>En koding er uplassert.</translation>
        </message>
        <message>
            <source>Its words do not stand where it says. Choose it to look.</source>
            <translation>Ordene står ikke der den sier. Velg den for å se.</translation>
        </message>
        <message>
            <source>A marked voice does not stand at its words.</source>
            <translation>En merket stemme står ikke ved ordene sine.</translation>
        </message>
        <message>
            <source>The place of a question does not stand at its words.</source>
            <translation>Stedet for et spørsmål står ikke ved ordene sine.</translation>
        </message>
        <message>
            <source>The words around a coding are others than noted.</source>
            <translation>Ordene rundt en koding stemmer ikke.</translation>
        </message>
        <message>
            <source>Coding number {coding}</source>
            <translation>Koding nummer {coding}</translation>
        </message>
        <message>
            <source>A code lies below itself.</source>
            <translation>En kode ligger under seg selv.</translation>
        </message>
        <message>
            <source>“{code}”</source>
            <translation>«{code}»</translation>
        </message>
        <message>
            <source>Something is not as it should be.</source>
            <translation>Noe er ikke som det skal være.</translation>
        </message>
    </context>
    <context>
        <name>ProgressCard</name>
        <message>
            <source>Stop</source>
            <translation>Stans</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} av {total}</translation>
        </message>
    </context>
    <context>
        <name>ProjectPage</name>
        <message>
            <source>Hide</source>
            <translation>Skjul</translation>
        </message>
        <message>
            <source>Added 1 document</source>
            <translation>La inn 1 dokument</translation>
        </message>
        <message>
            <source>Added {count} documents</source>
            <translation>La inn {count} dokumenter</translation>
        </message>
        <message>
            <source>There is nothing new in {file}</source>
            <translation>Det er ingenting nytt i {file}</translation>
        </message>
        <message>
            <source>Merged {file}: {codings}</source>
            <translation>Flettet inn {file}: {codings}</translation>
        </message>
        <message>
            <source>No backup could be made.</source>
            <translation>Det gikk ikke å lage reservekopi.</translation>
        </message>
        <message>
            <source>The project itself is saved. {reason}</source>
            <translation>Selve prosjektet er lagret. {reason}</translation>
        </message>
    </context>
    <context>
        <name>QuestionDelegate</name>
        <message>
            <source>Name of the theme</source>
            <translation>Navnet på temaet</translation>
        </message>
        <message>
            <source>Words of the question</source>
            <translation>Ordene i spørsmålet</translation>
        </message>
    </context>
    <context>
        <name>QuestionFoot</name>
        <message>
            <source>New question</source>
            <translation>Nytt spørsmål</translation>
        </message>
        <message>
            <source>New theme</source>
            <translation>Nytt tema</translation>
        </message>
        <message>
            <source>Not while only some questions are shown</source>
            <translation>Ikke mens bare noen av spørsmålene vises</translation>
        </message>
        <message>
            <source>Ins or Ctrl+Enter</source>
            <translation>Ins eller Ctrl+Enter</translation>
        </message>
        <message>
            <source>Ctrl+Shift+Enter</source>
            <translation>Ctrl+Shift+Enter</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Alt+Up</source>
            <translation>Alt+↑</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Alt+Down</source>
            <translation>Alt+↓</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
    </context>
    <context>
        <name>QuestionModel</name>
        <message>
            <source>New theme</source>
            <translation>Nytt tema</translation>
        </message>
        <message>
            <source>New question</source>
            <translation>Nytt spørsmål</translation>
        </message>
        <message>
            <source>Without a theme</source>
            <translation>Uten tema</translation>
        </message>
        <message>
            <source>No code</source>
            <translation>Ingen kode</translation>
        </message>
        <message>
            <source>Theme {name}</source>
            <translation>Tema {name}</translation>
        </message>
        <message>
            <source>means the code {code}</source>
            <translation>betyr koden {code}</translation>
        </message>
        <message>
            <source>found in {texts}</source>
            <translation>funnet i {texts}</translation>
        </message>
    </context>
    <context>
        <name>QuestionPanel</name>
        <message>
            <source>Places of the question</source>
            <translation>Steder for spørsmålet</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Bekreft</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Avvis</translation>
        </message>
        <message>
            <source>Place by hand</source>
            <translation>Plasser for hånd</translation>
        </message>
        <message>
            <source>Open in the text</source>
            <translation>Åpne i teksten</translation>
        </message>
        <message>
            <source>Shift+Del</source>
            <translation>Shift+Del</translation>
        </message>
        <message>
            <source>Remove the place</source>
            <translation>Fjern stedet</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Found in {texts}</source>
            <translation>Funnet i {texts}</translation>
        </message>
    </context>
    <context>
        <name>QuestionSection</name>
        <message>
            <source>Themes and questions</source>
            <translation>Temaer og spørsmål</translation>
        </message>
        <message>
            <source>No question has these words. Esc in the search field shows all.</source>
            <translation>Ingen spørsmål har disse ordene. Esc i søkefeltet viser alle.</translation>
        </message>
        <message>
            <source>No questions yet</source>
            <translation>Ingen spørsmål ennå</translation>
        </message>
        <message>
            <source>Write what you mean to ask, one question after the other, or begin with a theme below.</source>
            <translation>Skriv det du vil spørre om, ett spørsmål etter det andre, eller begynn med et tema nedenfor.</translation>
        </message>
        <message>
            <source>New question</source>
            <translation>Nytt spørsmål</translation>
        </message>
        <message>
            <source>Added “{name}”</source>
            <translation>La til «{name}»</translation>
        </message>
        <message>
            <source>Added “{name}”. “Find again” looks for it in the texts.</source>
            <translation>La til «{name}». «Finn igjen» leter etter det i tekstene.</translation>
        </message>
        <message>
            <source>Changed “{name}”</source>
            <translation>Endret «{name}»</translation>
        </message>
        <message>
            <source>Without a theme</source>
            <translation>Uten tema</translation>
        </message>
        <message>
            <source>Moved “{name}”</source>
            <translation>Flyttet «{name}»</translation>
        </message>
        <message>
            <source>Moved “{name}” to “{theme}”</source>
            <translation>Flyttet «{name}» til «{theme}»</translation>
        </message>
        <message>
            <source>Deleted “{name}”</source>
            <translation>Slettet «{name}»</translation>
        </message>
        <message>
            <source>Deleted “{name}” with 1 confirmed place</source>
            <translation>Slettet «{name}» med 1 bekreftet sted</translation>
        </message>
        <message>
            <source>Deleted “{name}” with {places} confirmed places</source>
            <translation>Slettet «{name}» med {places} bekreftede steder</translation>
        </message>
        <message>
            <source>Settle its places</source>
            <translation>Avgjør stedene</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Rediger</translation>
        </message>
        <message>
            <source>Ins</source>
            <translation>Ins</translation>
        </message>
        <message>
            <source>New theme</source>
            <translation>Nytt tema</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Alt+Up</source>
            <translation>Alt+↑</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Alt+Down</source>
            <translation>Alt+↓</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Move to theme</source>
            <translation>Flytt til tema</translation>
        </message>
    </context>
    <context>
        <name>QuestionSheet</name>
        <message>
            <source>Which question is this?</source>
            <translation>Hvilket spørsmål er dette?</translation>
        </message>
        <message>
            <source>“{words}” {place}</source>
            <translation>«{words}» {place}</translation>
        </message>
        <message>
            <source>Search in the questions</source>
            <translation>Søk i spørsmålene</translation>
        </message>
        <message>
            <source>Questions of the guides</source>
            <translation>Spørsmål i guidene</translation>
        </message>
        <message>
            <source>No question has these words.</source>
            <translation>Ingen spørsmål har disse ordene.</translation>
        </message>
    </context>
    <context>
        <name>QuickCode</name>
        <message>
            <source>Hits</source>
            <translation>Treff</translation>
        </message>
        <message>
            <source>Used last</source>
            <translation>Sist brukt</translation>
        </message>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>under {theme}</source>
            <translation>under {theme}</translation>
        </message>
        <message>
            <source>code</source>
            <translation>kode</translation>
        </message>
        <message>
            <source>code and stay</source>
            <translation>kode og bli</translation>
        </message>
        <message>
            <source>set stance</source>
            <translation>sett holdning</translation>
        </message>
        <message>
            <source>close</source>
            <translation>lukk</translation>
        </message>
        <message>
            <source>Find or make a code</source>
            <translation>Finn eller lag kode</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Stance</source>
            <translation>Holdning</translation>
        </message>
        <message>
            <source>For</source>
            <translation>For</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>Mot</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>Blandet</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
    </context>
    <context>
        <name>QuoteCard</name>
        <message>
            <source>new</source>
            <translation>ny</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>Sett inn</translation>
        </message>
        <message>
            <source>Put the reference into the summary</source>
            <translation>Sett henvisningen inn i sammendraget</translation>
        </message>
    </context>
    <context>
        <name>RaterLine</name>
        <message>
            <source>not coded</source>
            <translation>ikke kodet</translation>
        </message>
    </context>
    <context>
        <name>ReadingColumns</name>
        <message>
            <source>Add a transcript, notes or a document, and read and code it here.</source>
            <translation>Importer en transkripsjon, notater eller et dokument, så kan du lese og kode her.</translation>
        </message>
        <message>
            <source>No document is shown</source>
            <translation>Ikke noe dokument vises</translation>
        </message>
        <message>
            <source>Add sources</source>
            <translation>Importer kilder</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
    </context>
    <context>
        <name>ReadingHeader</name>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Coded by</source>
            <translation>Kodet av</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tekststørrelse</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Finn i teksten</translation>
        </message>
        <message>
            <source>Correct the text</source>
            <translation>Rett teksten</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>the one marked in the codebook</source>
            <translation>den som er valgt i kodeboka</translation>
        </message>
        <message>
            <source>me</source>
            <translation>meg</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>alle</translation>
        </message>
    </context>
    <context>
        <name>ReadingScreen</name>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>The interviewer's turns are not counted</source>
            <translation>Intervjuerens turer telles ikke</translation>
        </message>
        <message>
            <source>{codings} in the document</source>
            <translation>{codings} i dokumentet</translation>
        </message>
    </context>
    <context>
        <name>ReadingTask</name>
        <message>
            <source>In your sample, coded</source>
            <translation>I utvalget ditt, kodet</translation>
        </message>
        <message>
            <source>In your sample, not coded yet</source>
            <translation>I utvalget ditt, ikke kodet ennå</translation>
        </message>
        <message>
            <source>Not in your sample</source>
            <translation>Ikke i utvalget ditt</translation>
        </message>
        <message>
            <source>No turns or units are marked for you in this text</source>
            <translation>Ingen turer eller enheter er merket for deg i denne teksten</translation>
        </message>
        <message>
            <source>No unit without a code further on</source>
            <translation>Ingen enhet uten kode lenger fram</translation>
        </message>
        <message>
            <source>No unit without a code before this</source>
            <translation>Ingen enhet uten kode før dette</translation>
        </message>
        <message>
            <source>No turn of the sample further on</source>
            <translation>Ingen tur i utvalget lenger fram</translation>
        </message>
        <message>
            <source>No turn of the sample before this</source>
            <translation>Ingen tur i utvalget før dette</translation>
        </message>
        <message>
            <source>Next unit without a code</source>
            <translation>Neste enhet uten kode</translation>
        </message>
        <message>
            <source>Previous unit without a code</source>
            <translation>Forrige enhet uten kode</translation>
        </message>
        <message>
            <source>Next turn of the sample</source>
            <translation>Neste tur i utvalget</translation>
        </message>
        <message>
            <source>Previous turn of the sample</source>
            <translation>Forrige tur i utvalget</translation>
        </message>
        <message>
            <source>I have finished coding this source</source>
            <translation>Jeg er ferdig med å kode denne kilden</translation>
        </message>
        <message>
            <source>You have finished this source</source>
            <translation>Du er ferdig med denne kilden</translation>
        </message>
        <message>
            <source>You have finished this source, and see what others coded</source>
            <translation>Du er ferdig med denne kilden, og ser hva andre har kodet</translation>
        </message>
        <message>
            <source>Blind coding of this source has ended: {reason}</source>
            <translation>Blindkodingen av denne kilden er avsluttet: {reason}</translation>
        </message>
    </context>
    <context>
        <name>ReasonBox</name>
        <message>
            <source>Why does blind coding end here?</source>
            <translation>Hvorfor slutter blindkodingen her?</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Hvorfor?</translation>
        </message>
        <message>
            <source>The reason is recorded</source>
            <translation>Grunnen blir skrevet ned</translation>
        </message>
        <message>
            <source>The reason is kept with the task and in the history. The source is no longer coded blind.</source>
            <translation>Grunnen blir stående ved oppdraget og i historikken. Kilden kodes ikke lenger blindt.</translation>
        </message>
        <message>
            <source>End blindness</source>
            <translation>Avslutt blindkodingen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
    </context>
    <context>
        <name>RecentRows</name>
        <message>
            <source>Not found</source>
            <translation>Ikke funnet</translation>
        </message>
        <message>
            <source>1 code</source>
            <translation>1 kode</translation>
        </message>
        <message>
            <source>{count} codes</source>
            <translation>{count} koder</translation>
        </message>
        <message>
            <source>no documents</source>
            <translation>ingen dokumenter</translation>
        </message>
        <message>
            <source>1 respondent</source>
            <translation>1 respondent</translation>
        </message>
        <message>
            <source>{count} respondents</source>
            <translation>{count} respondenter</translation>
        </message>
        <message>
            <source>1 document</source>
            <translation>1 dokument</translation>
        </message>
        <message>
            <source>{count} documents</source>
            <translation>{count} dokumenter</translation>
        </message>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>Codebook only</source>
            <translation>Bare kodebok</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Tomt</translation>
        </message>
        <message>
            <source>Coded to the end</source>
            <translation>Ferdig kodet</translation>
        </message>
        <message>
            <source>{done} of {total} documents done</source>
            <translation>{done} av {total} dokumenter ferdige</translation>
        </message>
        <message>
            <source>Today {time}</source>
            <translation>I dag {time}</translation>
        </message>
        <message>
            <source>Yesterday {time}</source>
            <translation>I går {time}</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d. MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
    </context>
    <context>
        <name>Repairs</name>
        <message>
            <source>Words divided at line ends</source>
            <translation>Orddeling ved linjeslutt</translation>
        </message>
        <message>
            <source>Page numbers and headers</source>
            <translation>Sidetall og topptekster</translation>
        </message>
        <message>
            <source>Lines joined to paragraphs</source>
            <translation>Linjer satt sammen til avsnitt</translation>
        </message>
        <message>
            <source>Footnotes inside sentences</source>
            <translation>Fotnoter inne i setninger</translation>
        </message>
        <message>
            <source>Columns made into tables</source>
            <translation>Kolonner gjort til tabeller</translation>
        </message>
        <message>
            <source>å with a loose ring (a + °)</source>
            <translation>Å med løs ring (a + °)</translation>
        </message>
        <message>
            <source>Letters printed as one sign (ﬁ)</source>
            <translation>Bokstaver trykt som ett tegn (ﬁ)</translation>
        </message>
        <message>
            <source>Mangled quotation marks</source>
            <translation>Ødelagte anførselstegn</translation>
        </message>
        <message>
            <source>Double blanks and tabs</source>
            <translation>Doble mellomrom og tabulatorer</translation>
        </message>
        <message>
            <source>Times of the recording</source>
            <translation>Tidspunkter fra opptaket</translation>
        </message>
        <message>
            <source>1 page number</source>
            <translation>1 sidetall</translation>
        </message>
        <message>
            <source>{count} page numbers</source>
            <translation>{count} sidetall</translation>
        </message>
        <message>
            <source>1 header</source>
            <translation>1 topptekst</translation>
        </message>
        <message>
            <source>{count} headers</source>
            <translation>{count} topptekster</translation>
        </message>
        <message>
            <source>1 line</source>
            <translation>1 linje</translation>
        </message>
        <message>
            <source>{count} lines</source>
            <translation>{count} linjer</translation>
        </message>
        <message>
            <source>1 table</source>
            <translation>1 tabell</translation>
        </message>
        <message>
            <source>{count} tables</source>
            <translation>{count} tabeller</translation>
        </message>
        <message>
            <source>1 joined</source>
            <translation>1 satt sammen</translation>
        </message>
        <message>
            <source>{count} joined</source>
            <translation>{count} satt sammen</translation>
        </message>
        <message>
            <source>1 kept</source>
            <translation>1 beholdt</translation>
        </message>
        <message>
            <source>{count} kept</source>
            <translation>{count} beholdt</translation>
        </message>
        <message>
            <source>1 removed</source>
            <translation>1 fjernet</translation>
        </message>
        <message>
            <source>{count} removed</source>
            <translation>{count} fjernet</translation>
        </message>
        <message>
            <source>1 corrected</source>
            <translation>1 rettet</translation>
        </message>
        <message>
            <source>{count} corrected</source>
            <translation>{count} rettet</translation>
        </message>
        <message>
            <source>1 moved</source>
            <translation>1 flyttet</translation>
        </message>
        <message>
            <source>{count} moved</source>
            <translation>{count} flyttet</translation>
        </message>
    </context>
    <context>
        <name>RespondentModel</name>
        <message>
            <source>Label</source>
            <translation>Etikett</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
        <message>
            <source>Codings</source>
            <translation>Kodinger</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>ikke kjent</translation>
        </message>
    </context>
    <context>
        <name>RespondentPanel</name>
        <message>
            <source>Open “{name}” in coding</source>
            <translation>Åpne «{name}» i koding</translation>
        </message>
        <message>
            <source>Chosen respondent</source>
            <translation>Valgt respondent</translation>
        </message>
        <message>
            <source>Choose a respondent to see names and documents.</source>
            <translation>Velg en respondent for å se navn og dokumenter.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Etikett</translation>
        </message>
        <message>
            <source>Other names, with ; between</source>
            <translation>Andre navn, med ; mellom</translation>
        </message>
        <message>
            <source>Memo</source>
            <translation>Memo</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
    </context>
    <context>
        <name>RespondentView</name>
        <message>
            <source>Tables (*.csv *.xlsx)</source>
            <translation>Tabeller (*.csv *.xlsx)</translation>
        </message>
        <message>
            <source>Read respondents from a table</source>
            <translation>Hent respondenter fra en tabell</translation>
        </message>
        <message>
            <source>{respondents} read from {file}</source>
            <translation>{respondents} hentet fra {file}</translation>
        </message>
        <message>
            <source>{count} without documents</source>
            <translation>{count} uten dokumenter</translation>
        </message>
        <message>
            <source>Exports print the label, not the name</source>
            <translation>Eksport skriver etiketten, ikke navnet</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>New respondent</source>
            <translation>Ny respondent</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>New attribute</source>
            <translation>Ny egenskap</translation>
        </message>
        <message>
            <source>such as role or municipality</source>
            <translation>for eksempel rolle eller kommune</translation>
        </message>
        <message>
            <source>No respondents yet</source>
            <translation>Ingen respondenter ennå</translation>
        </message>
        <message>
            <source>The people who were interviewed belong here. They come when you say who speaks in a document, from a table in csv or Excel, or by name.</source>
            <translation>Her hører de intervjuede hjemme. De kommer når du sier hvem som snakker i et dokument, fra en tabell i csv eller Excel, eller når du skriver et navn.</translation>
        </message>
        <message>
            <source>No respondent has these words. Esc in the search field shows all.</source>
            <translation>Ingen respondenter har disse ordene. Esc i søkefeltet viser alle.</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Rediger</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Sort by this column</source>
            <translation>Sorter etter denne kolonnen</translation>
        </message>
        <message>
            <source>Delete respondent</source>
            <translation>Slett respondenten</translation>
        </message>
        <message>
            <source>Changed {respondent}</source>
            <translation>Endret {respondent}</translation>
        </message>
        <message>
            <source>Added {respondent}</source>
            <translation>La til {respondent}</translation>
        </message>
        <message>
            <source>{gone} is merged into {into}</source>
            <translation>{gone} er slått sammen med {into}</translation>
        </message>
        <message>
            <source>Deleted {respondent}</source>
            <translation>Slettet {respondent}</translation>
        </message>
        <message>
            <source>{respondent} is now number {place}</source>
            <translation>{respondent} er nå nummer {place}</translation>
        </message>
    </context>
    <context>
        <name>ReviewModel</name>
        <message>
            <source>The words were corrected</source>
            <translation>Ordene er rettet</translation>
        </message>
        <message>
            <source>Found elsewhere</source>
            <translation>Funnet et annet sted</translation>
        </message>
        <message>
            <source>No place</source>
            <translation>Ingen plass</translation>
        </message>
        <message>
            <source>Its words stand in several places</source>
            <translation>Ordene står flere steder</translation>
        </message>
        <message>
            <source>Its words are not in the new text</source>
            <translation>Ordene finnes ikke i den nye teksten</translation>
        </message>
        <message>
            <source>Follows</source>
            <translation>Følger med</translation>
        </message>
        <message>
            <source>Goes to the unplaced ones</source>
            <translation>Går til dem uten plass</translation>
        </message>
    </context>
    <context>
        <name>ReviewSheet</name>
        <message>
            <source>The document has no codings</source>
            <translation>Dokumentet har ingen kodinger</translation>
        </message>
        <message>
            <source>New speakers: {labels}</source>
            <translation>Nye talere: {labels}</translation>
        </message>
        <message>
            <source>1 coding stands where it stood</source>
            <translation>1 koding står der den sto</translation>
        </message>
        <message>
            <source>{count} codings stand where they stood</source>
            <translation>{count} kodinger står der de sto</translation>
        </message>
        <message>
            <source>1 coding follows the text</source>
            <translation>1 koding følger teksten</translation>
        </message>
        <message>
            <source>{count} codings follow the text</source>
            <translation>{count} kodinger følger teksten</translation>
        </message>
        <message>
            <source>1 coding gets corrected words</source>
            <translation>1 koding får rettede ord</translation>
        </message>
        <message>
            <source>{count} codings get corrected words</source>
            <translation>{count} kodinger får rettede ord</translation>
        </message>
        <message>
            <source>1 coding was found elsewhere</source>
            <translation>1 koding er funnet et annet sted</translation>
        </message>
        <message>
            <source>{count} codings were found elsewhere</source>
            <translation>{count} kodinger er funnet et annet sted</translation>
        </message>
        <message>
            <source>1 coding is left without a place</source>
            <translation>1 koding blir uten plass</translation>
        </message>
        <message>
            <source>{count} codings are left without a place</source>
            <translation>{count} kodinger blir uten plass</translation>
        </message>
        <message>
            <source>1 marked voice has no place</source>
            <translation>1 merket stemme har ingen plass</translation>
        </message>
        <message>
            <source>{count} marked voices have no place</source>
            <translation>{count} merkede stemmer har ingen plass</translation>
        </message>
        <message>
            <source>1 place of a question is lost</source>
            <translation>1 sted for et spørsmål går tapt</translation>
        </message>
        <message>
            <source>{count} places of questions are lost</source>
            <translation>{count} steder for spørsmål går tapt</translation>
        </message>
        <message>
            <source>Take the mark away from a coding that does not belong to its new words.</source>
            <translation>Ta bort haken fra en koding som ikke hører til de nye ordene.</translation>
        </message>
        <message>
            <source>Codings to look at</source>
            <translation>Kodinger å se på</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>Ta inn</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Tilbake</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Tilbake til teksten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
    </context>
    <context>
        <name>RoundForm</name>
        <message>
            <source>Start round {number}</source>
            <translation>Begynn runde {number}</translation>
        </message>
        <message>
            <source>New codings belong to round {number} from now on, tasks are given anew, and the same passage can get the same code once more; codings of earlier rounds stay as they are.</source>
            <translation>Nye kodinger hører fra nå av til runde {number}, oppdrag gis på nytt, og samme passasje kan få samme kode en gang til; kodinger fra tidligere runder står som de er.</translation>
        </message>
    </context>
    <context>
        <name>RowFoot</name>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Alt+Up</source>
            <translation>Alt+↑</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Alt+Down</source>
            <translation>Alt+↓</translation>
        </message>
    </context>
    <context>
        <name>RuleSection</name>
        <message>
            <source>Turns, or sentences without them</source>
            <translation>Turer, eller setninger der det ikke er turer</translation>
        </message>
        <message>
            <source>Whole sources</source>
            <translation>Hele kilder</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhet</translation>
        </message>
        <message>
            <source>A unit counts as coded when</source>
            <translation>En enhet regnes som kodet når</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>Turer</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Frø</translation>
        </message>
        <message>
            <source>The same seed gives the same intervals again</source>
            <translation>Samme frø gir de samme intervallene igjen</translation>
        </message>
        <message>
            <source>Without interviewer</source>
            <translation>Uten intervjuer</translation>
        </message>
    </context>
    <context>
        <name>SampleForm</name>
        <message>
            <source>There are no turns to draw from. Say who speaks in the sources first.</source>
            <translation>Det er ingen turer å trekke fra. Avklar først hvem som snakker i kildene.</translation>
        </message>
        <message>
            <source>{drawn} of {turns} ({share})</source>
            <translation>{drawn} av {turns} ({share})</translation>
        </message>
        <message>
            <source>{drawn} of {all}</source>
            <translation>{drawn} av {all}</translation>
        </message>
        <message>
            <source>without a value</source>
            <translation>uten verdi</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>og {count} til</translation>
        </message>
        <message>
            <source>Percent</source>
            <translation>Prosent</translation>
        </message>
        <message>
            <source>Number of turns</source>
            <translation>Antall turer</translation>
        </message>
        <message>
            <source>Sample of turns</source>
            <translation>Utvalg av turer</translation>
        </message>
        <message>
            <source>Turns drawn by chance, for several to code.</source>
            <translation>Turer trukket tilfeldig, som flere skal kode.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>Hvor mange</translation>
        </message>
        <message>
            <source>10–25% of the turns are usually coded by two.</source>
            <translation>Det er vanlig at 10–25 % av turene dobbeltkodes.</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>Trekkes</translation>
        </message>
        <message>
            <source>Only what respondents say</source>
            <translation>Bare det respondentene sier</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Frø</translation>
        </message>
        <message>
            <source>Another seed</source>
            <translation>Et annet frø</translation>
        </message>
        <message>
            <source>The same seed draws the same turns from the same texts.</source>
            <translation>Det samme frøet trekker de samme turene fra de samme tekstene.</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Trekk</translation>
        </message>
    </context>
    <context>
        <name>SampleList</name>
        <message>
            <source>Delete {name}</source>
            <translation>Slett {name}</translation>
        </message>
        <message>
            <source>A task uses this sample. Withdraw the task first.</source>
            <translation>Et oppdrag bruker dette utvalget. Ta tilbake oppdraget først.</translation>
        </message>
        <message>
            <source>Samples of turns</source>
            <translation>Utvalg av turer</translation>
        </message>
    </context>
    <context>
        <name>SavedMatrices</name>
        <message>
            <source>Matrix saved</source>
            <translation>Matrisen er lagret</translation>
        </message>
        <message>
            <source>Matrix saved as “{name}”</source>
            <translation>Matrisen er lagret som «{name}»</translation>
        </message>
        <message>
            <source>Matrix renamed “{name}”</source>
            <translation>Matrisen heter nå «{name}»</translation>
        </message>
        <message>
            <source>Matrix deleted; what was written in its cells stays</source>
            <translation>Matrisen er slettet. Det som er skrevet i cellene, er der fortsatt</translation>
        </message>
    </context>
    <context>
        <name>SavedSection</name>
        <message>
            <source>Not saved</source>
            <translation>Ikke lagret</translation>
        </message>
        <message>
            <source>{name} (changed)</source>
            <translation>{name} (endret)</translation>
        </message>
        <message>
            <source>Saved comparisons</source>
            <translation>Lagrede sammenlikninger</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Gi nytt navn</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Save comparison …</source>
            <translation>Lagre sammenlikningen …</translation>
        </message>
        <message>
            <source>Name of the comparison</source>
            <translation>Navn på sammenlikningen</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear search</source>
            <translation>Tøm søket</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Søk</translation>
        </message>
    </context>
    <context>
        <name>SectionPanel</name>
        <message>
            <source>Keep all texts here</source>
            <translation>Behold alle tekster her</translation>
        </message>
        <message>
            <source>Take all their texts</source>
            <translation>Overta alle tekster derfra</translation>
        </message>
        <message>
            <source>Keep all that is here</source>
            <translation>Behold alt som er her</translation>
        </message>
        <message>
            <source>Take all of theirs</source>
            <translation>Overta alt derfra</translation>
        </message>
        <message>
            <source>All stay away</source>
            <translation>Alt blir borte</translation>
        </message>
        <message>
            <source>Bring all back</source>
            <translation>Ta alt tilbake</translation>
        </message>
    </context>
    <context>
        <name>SelectionPanel</name>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
        <message>
            <source>Selection</source>
            <translation>Markering</translation>
        </message>
        <message>
            <source>Find or make a code</source>
            <translation>Finn eller lag kode</translation>
        </message>
        <message>
            <source>Code with a key</source>
            <translation>Kode med snarvei</translation>
        </message>
        <message>
            <source>Same code as last time</source>
            <translation>Samme kode som sist</translation>
        </message>
        <message>
            <source>Make a code of the words (in vivo)</source>
            <translation>Lag kode av ordene (in vivo)</translation>
        </message>
        <message>
            <source>Widen: word, sentence, turn</source>
            <translation>Utvid: ord, setning, tur</translation>
        </message>
        <message>
            <source>Codings are saved at once. Without a selection the keys code the turn with the caret.</source>
            <translation>Kodinger lagres straks. Uten markering koder tastene turen der skrivemerket står.</translation>
        </message>
    </context>
    <context>
        <name>SettingsSheet</name>
        <message>
            <source>Settings</source>
            <translation>Innstillinger</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Lyst</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mørkt</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Som systemet</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Utseende</translation>
        </message>
        <message>
            <source>Size of text that is read</source>
            <translation>Størrelse på tekst som leses</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Navnet ditt</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Mindre tekst</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Større tekst</translation>
        </message>
        <message>
            <source>Stands on your codings in projects that you make from now on.</source>
            <translation>Står på kodingene dine i prosjekter du lager fra nå av.</translation>
        </message>
        <message>
            <source>Single-letter keys</source>
            <translation>Enkeltbokstaver som taster</translation>
        </message>
        <message>
            <source>Letters and digits act while a text or grid has the focus. Turn them off for screen readers.</source>
            <translation>Bokstaver og tall virker når teksten eller rutenettet har fokus. Slå dem av hvis du bruker skjermleser.</translation>
        </message>
        <message>
            <source>{percent}%</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>SetupDesk</name>
        <message>
            <source>Export figures and differences …</source>
            <translation>Eksporter tall og uenigheter …</translation>
        </message>
        <message>
            <source>Set up the comparison …</source>
            <translation>Sett opp sammenlikningen …</translation>
        </message>
        <message>
            <source>Save comparison …</source>
            <translation>Lagre sammenlikningen …</translation>
        </message>
        <message>
            <source>Export the list of differences …</source>
            <translation>Eksporter lista over uenigheter …</translation>
        </message>
        <message>
            <source>Show agreement figures</source>
            <translation>Vis tall for enighet</translation>
        </message>
        <message>
            <source>A decision needs a reason</source>
            <translation>Et vedtak må ha en begrunnelse</translation>
        </message>
    </context>
    <context>
        <name>SetupPanel</name>
        <message>
            <source>The file is written</source>
            <translation>Fila er skrevet</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Koder</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Regler</translation>
        </message>
        <message>
            <source>What the figures rest on</source>
            <translation>Hva tallene bygger på</translation>
        </message>
        <message>
            <source>Show agreement figures</source>
            <translation>Vis tall for enighet</translation>
        </message>
        <message>
            <source>A decision needs a reason</source>
            <translation>Et vedtak må ha en begrunnelse</translation>
        </message>
        <message>
            <source>Holds for all who work in this project; what is left open needs none</source>
            <translation>Gjelder alle som arbeider i prosjektet; det som blir stående åpent, trenger ingen</translation>
        </message>
        <message>
            <source>Export figures and differences …</source>
            <translation>Eksporter tall og uenigheter …</translation>
        </message>
        <message>
            <source>Export the list of differences …</source>
            <translation>Eksporter lista over uenigheter …</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Vis i mappa</translation>
        </message>
        <message>
            <source>Where do the coders differ?</source>
            <translation>Hvor er koderne uenige?</translation>
        </message>
        <message>
            <source>They differ about {differing} of {all} coded places in {sources} sources.</source>
            <translation>De er uenige om {differing} av {all} kodede steder i {sources} kilder.</translation>
        </message>
        <message>
            <source>They differ about {differing} of {all} coded places in one source.</source>
            <translation>De er uenige om {differing} av {all} kodede steder i én kilde.</translation>
        </message>
    </context>
    <context>
        <name>SheetHost</name>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
    </context>
    <context>
        <name>ShownMeasures</name>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>Coded %</source>
            <translation>Kodet %</translation>
        </message>
        <message>
            <source>α with 95% CI</source>
            <translation>α med 95 % KI</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Avstand</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Merknad</translation>
        </message>
        <message>
            <source>passages of each coder</source>
            <translation>passasjer hos hver koder</translation>
        </message>
        <message>
            <source>share of the judgements that are “coded”</source>
            <translation>andel av vurderingene som er «kodet»</translation>
        </message>
        <message>
            <source>|uα, on where passages begin and end</source>
            <translation>|uα, om hvor passasjene begynner og slutter</translation>
        </message>
        <message>
            <source>mean distance between the ends of shared passages</source>
            <translation>gjennomsnittlig avstand mellom grensene til felles passasjer</translation>
        </message>
        <message>
            <source>remark</source>
            <translation>merknad</translation>
        </message>
        <message>
            <source>Passages of each coder (n)</source>
            <translation>Passasjer hos hver koder (n)</translation>
        </message>
        <message>
            <source>Share coded</source>
            <translation>Andel kodet</translation>
        </message>
        <message>
            <source>Percent agreement</source>
            <translation>Prosent enighet</translation>
        </message>
        <message>
            <source>Positive agreement (F1)</source>
            <translation>Positiv enighet (F1)</translation>
        </message>
        <message>
            <source>Boundaries (|uα)</source>
            <translation>Grenser (|uα)</translation>
        </message>
        <message>
            <source>Boundary offset</source>
            <translation>Grenseavstand</translation>
        </message>
        <message>
            <source>Krippendorff's alpha with interval (α)</source>
            <translation>Krippendorffs alfa med intervall (α)</translation>
        </message>
        <message>
            <source>Brennan and Prediger's kappa (BP)</source>
            <translation>Brennan og Predigers kappa (BP)</translation>
        </message>
        <message>
            <source>Gwet's AC1</source>
            <translation>Gwets AC1</translation>
        </message>
    </context>
    <context>
        <name>ShownReport</name>
        <message>
            <source>{one} and {other}</source>
            <translation>{one} og {other}</translation>
        </message>
        <message>
            <source>{what} ({rater})</source>
            <translation>{what} ({rater})</translation>
        </message>
    </context>
    <context>
        <name>SideFrame</name>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Codebook</source>
            <translation>Kodebok</translation>
        </message>
        <message>
            <source>Selection</source>
            <translation>Markering</translation>
        </message>
        <message>
            <source>Coding</source>
            <translation>Valgt koding</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
    </context>
    <context>
        <name>SlotPicker</name>
        <message>
            <source>blue</source>
            <translation>blå</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>oransje</translation>
        </message>
        <message>
            <source>green</source>
            <translation>grønn</translation>
        </message>
        <message>
            <source>violet</source>
            <translation>fiolett</translation>
        </message>
        <message>
            <source>ochre</source>
            <translation>oker</translation>
        </message>
        <message>
            <source>turquoise</source>
            <translation>turkis</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rød</translation>
        </message>
        <message>
            <source>light blue</source>
            <translation>lys blå</translation>
        </message>
        <message>
            <source>brown</source>
            <translation>brun</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>rosa</translation>
        </message>
        <message>
            <source>olive</source>
            <translation>oliven</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>grå</translation>
        </message>
        <message>
            <source>disc</source>
            <translation>skive</translation>
        </message>
        <message>
            <source>square</source>
            <translation>firkant</translation>
        </message>
        <message>
            <source>triangle</source>
            <translation>trekant</translation>
        </message>
        <message>
            <source>diamond</source>
            <translation>rute</translation>
        </message>
        <message>
            <source>ring</source>
            <translation>ring</translation>
        </message>
        <message>
            <source>open square</source>
            <translation>åpen firkant</translation>
        </message>
        <message>
            <source>triangle down</source>
            <translation>trekant ned</translation>
        </message>
        <message>
            <source>half disc</source>
            <translation>halv skive</translation>
        </message>
        <message>
            <source>cross</source>
            <translation>kors</translation>
        </message>
        <message>
            <source>open diamond</source>
            <translation>åpen rute</translation>
        </message>
        <message>
            <source>open triangle</source>
            <translation>åpen trekant</translation>
        </message>
        <message>
            <source>two bars</source>
            <translation>to streker</translation>
        </message>
        <message>
            <source>Colour and shape</source>
            <translation>Farge og form</translation>
        </message>
    </context>
    <context>
        <name>SmallGroupWarning</name>
        <message>
            <source>{attribute} {value} has one respondent. The answer may identify {label}.</source>
            <translation>{attribute} {value} har én respondent. Svaret kan peke ut {label}.</translation>
        </message>
        <message>
            <source>{count} values have one respondent and may identify them: {names}</source>
            <translation>{count} verdier har én respondent og kan peke dem ut: {names}</translation>
        </message>
    </context>
    <context>
        <name>SourceChecks</name>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
    </context>
    <context>
        <name>SourceForm</name>
        <message>
            <source>Name in the project</source>
            <translation>Navn i prosjektet</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Målform</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Tegnsett</translation>
        </message>
        <message>
            <source>Whole document belongs to</source>
            <translation>Hele dokumentet tilhører</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Les på nytt</translation>
        </message>
        <message>
            <source>Take this file out</source>
            <translation>Ta ut denne fila</translation>
        </message>
        <message>
            <source>{language} · found</source>
            <translation>{language} · gjenkjent</translation>
        </message>
        <message>
            <source>Set by the file</source>
            <translation>Gitt av fila</translation>
        </message>
        <message>
            <source>{encoding} · guessed</source>
            <translation>{encoding} · gjettet</translation>
        </message>
        <message>
            <source>{encoding} · found</source>
            <translation>{encoding} · fra fila</translation>
        </message>
        <message>
            <source>As found</source>
            <translation>Som funnet</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gå til</translation>
        </message>
        <message>
            <source>1 turn was given a speaker</source>
            <translation>1 tur har fått taler</translation>
        </message>
        <message>
            <source>{count} turns were given a speaker</source>
            <translation>{count} turer har fått taler</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Spør igjen</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>Ingen bestemt</translation>
        </message>
    </context>
    <context>
        <name>SourceGrid</name>
        <message>
            <source>Source</source>
            <translation>Kilde</translation>
        </message>
        <message>
            <source>Nothing coded here by {names}.</source>
            <translation>{names} har ikke kodet noe her.</translation>
        </message>
        <message>
            <source>Little coded: {passages} by one of the coders.</source>
            <translation>Lite kodet: {passages} hos en av koderne.</translation>
        </message>
        <message>
            <source>All sources together, as under Codes</source>
            <translation>Alle kildene sett under ett, som under Koder</translation>
        </message>
        <message>
            <source>Overall</source>
            <translation>Samlet</translation>
        </message>
        <message>
            <source>All sources</source>
            <translation>Alle kilder</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>Enheter</translation>
        </message>
        <message>
            <source>units compared</source>
            <translation>enheter sammenliknet</translation>
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Sider</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>Tegn</translation>
        </message>
        <message>
            <source>Codings</source>
            <translation>Kodinger</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Framdrift</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>ikke kjent</translation>
        </message>
        <message>
            <source>{count} to resolve</source>
            <translation>{count} uavklart</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>Ikke begynt</translation>
        </message>
    </context>
    <context>
        <name>SourcePanel</name>
        <message>
            <source>Saved as {file}</source>
            <translation>Lagret som {file}</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Talere</translation>
        </message>
        <message>
            <source>SHA-256 {start} …</source>
            <translation>SHA-256 {start} …</translation>
        </message>
        <message>
            <source>Chosen document</source>
            <translation>Valgt dokument</translation>
        </message>
        <message>
            <source>Choose a document to see what is known of it and who speaks in it.</source>
            <translation>Velg et dokument for å se hva som er kjent om det, og hvem som snakker i det.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Etikett</translation>
        </message>
        <message>
            <source>The whole document belongs to</source>
            <translation>Hele dokumentet tilhører</translation>
        </message>
        <message>
            <source>Original file</source>
            <translation>Originalfil</translation>
        </message>
        <message>
            <source>Save the original as …</source>
            <translation>Lagre originalen som …</translation>
        </message>
        <message>
            <source>Replace the text by a file …</source>
            <translation>Bytt ut teksten med en fil …</translation>
        </message>
        <message>
            <source>Open in coding</source>
            <translation>Åpne i koding</translation>
        </message>
    </context>
    <context>
        <name>SourceSection</name>
        <message>
            <source>All that everybody has coded</source>
            <translation>De som alle har kodet</translation>
        </message>
        <message>
            <source>{coder} is still coding</source>
            <translation>{coder} koder fortsatt</translation>
        </message>
        <message>
            <source>{coder} {count}, finished with a sample</source>
            <translation>{coder} {count}, ferdig med et utvalg</translation>
        </message>
        <message>
            <source>{coder} {count}, finished</source>
            <translation>{coder} {count}, ferdig</translation>
        </message>
        <message>
            <source>{coder} {count}</source>
            <translation>{coder} {count}</translation>
        </message>
    </context>
    <context>
        <name>SourceView</name>
        <message>
            <source>{count} finished</source>
            <translation>{count} ferdige</translation>
        </message>
        <message>
            <source>{count} characters</source>
            <translation>{count} tegn</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumenter</translation>
        </message>
        <message>
            <source>No documents yet</source>
            <translation>Ingen dokumenter ennå</translation>
        </message>
        <message>
            <source>Transcripts, notes, e-mails and planning documents belong here. Import them from Word, PDF or text files.</source>
            <translation>Her hører transkripsjoner, notater, e-poster og plandokumenter hjemme. Importer dem fra Word-, PDF- eller tekstfiler.</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importer</translation>
        </message>
        <message>
            <source>No document has these words. Esc in the search field shows all.</source>
            <translation>Ingen dokumenter har disse ordene. Esc i søkefeltet viser alle.</translation>
        </message>
        <message>
            <source>Open in coding</source>
            <translation>Åpne i koding</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Gi nytt navn</translation>
        </message>
        <message>
            <source>Replace the text by a file …</source>
            <translation>Bytt ut teksten med en fil …</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Flytt opp</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Flytt ned</translation>
        </message>
        <message>
            <source>Sort by this column</source>
            <translation>Sorter etter denne kolonnen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Renamed to “{name}”</source>
            <translation>Heter nå «{name}»</translation>
        </message>
        <message>
            <source>Changed “{name}”</source>
            <translation>Endret «{name}»</translation>
        </message>
        <message>
            <source>“{label}” is {respondent}</source>
            <translation>«{label}» er {respondent}</translation>
        </message>
        <message>
            <source>“{label}” is the interviewer</source>
            <translation>«{label}» er intervjueren</translation>
        </message>
        <message>
            <source>“{label}” is nobody</source>
            <translation>«{label}» er ingen</translation>
        </message>
        <message>
            <source>“{label}” is to be resolved later</source>
            <translation>«{label}» avklares senere</translation>
        </message>
        <message>
            <source>“{label}” does not leave</source>
            <translation>«{label}» går ikke</translation>
        </message>
        <message>
            <source>“{label}” leaves there</source>
            <translation>«{label}» går der</translation>
        </message>
        <message>
            <source>Deleted “{name}”</source>
            <translation>Slettet «{name}»</translation>
        </message>
        <message>
            <source>Deleted “{name}” with {codings}</source>
            <translation>Slettet «{name}» med {codings}</translation>
        </message>
        <message>
            <source>“{name}” is now number {place}</source>
            <translation>«{name}» er nå nummer {place}</translation>
        </message>
        <message>
            <source>Save the original</source>
            <translation>Lagre originalen</translation>
        </message>
    </context>
    <context>
        <name>SourceWarnings</name>
        <message>
            <source>A page has no text; it may be a picture.</source>
            <translation>En side har ingen tekst. Den kan være et bilde.</translation>
        </message>
        <message>
            <source>{count} characters could not be read.</source>
            <translation>{count} tegn kunne ikke leses.</translation>
        </message>
        <message>
            <source>{count} characters do not fit the encoding {encoding}. Try another one.</source>
            <translation>{count} tegn passer ikke med tegnsettet {encoding}. Prøv et annet.</translation>
        </message>
        <message>
            <source>Word has not stored all page breaks; {found} pages were found. Page numbers may be wrong.</source>
            <translation>Word har ikke lagret alle sideskift. {found} sider ble funnet, og sidetallene kan være feil.</translation>
        </message>
        <message>
            <source>Tracked changes are read as accepted: {insertions} insertions, {deletions} deletions.</source>
            <translation>Sporede endringer er lest som godtatt: {insertions} innsettinger, {deletions} slettinger.</translation>
        </message>
        <message>
            <source>{count} comments in the file are not part of the text.</source>
            <translation>{count} kommentarer i fila er ikke med i teksten.</translation>
        </message>
        <message>
            <source>{count} hidden passages are not part of the text.</source>
            <translation>{count} skjulte avsnitt er ikke med i teksten.</translation>
        </message>
        <message>
            <source>{count} footnotes or endnotes stand at the end of the text.</source>
            <translation>{count} fotnoter eller sluttnoter står sist i teksten.</translation>
        </message>
        <message>
            <source>{count} embedded objects or pictures are not part of the text.</source>
            <translation>{count} innebygde objekter eller bilder er ikke med i teksten.</translation>
        </message>
        <message>
            <source>{count} respondents wrote no open answer. They are added with their facts.</source>
            <translation>{count} respondenter har ikke skrevet noe åpent svar. De legges inn med opplysningene sine.</translation>
        </message>
        <message>
            <source>{count} lines before the first question are not part of the guide.</source>
            <translation>{count} linjer før det første spørsmålet er ikke del av guiden.</translation>
        </message>
        <message>
            <source>{count} symbols of special fonts could not be read.</source>
            <translation>{count} symboler i spesialskrifter kunne ikke leses.</translation>
        </message>
        <message>
            <source>Something in the file should be looked at ({kind}).</source>
            <translation>Noe i fila bør ses på ({kind}).</translation>
        </message>
    </context>
    <context>
        <name>SourcesPage</name>
        <message>
            <source>Agreement by speaker</source>
            <translation>Enighet per taler</translation>
        </message>
        <message>
            <source>The turns of each by themselves, pooled as by source. What lies across turns belongs to the one in which it begins.</source>
            <translation>Turene til hver for seg, slått sammen som for kilder. Det som går over flere turer, hører til den det begynner i.</translation>
        </message>
        <message>
            <source>Agreement by group</source>
            <translation>Enighet per gruppe</translation>
        </message>
        <message>
            <source>The turns of the respondents of each group, pooled as by source. What lies across turns belongs to the one in which it begins.</source>
            <translation>Turene til respondentene i hver gruppe, slått sammen som for kilder. Det som går over flere turer, hører til den det begynner i.</translation>
        </message>
        <message>
            <source>Agreement by source</source>
            <translation>Enighet per kilde</translation>
        </message>
        <message>
            <source>Each source by itself: pooled over the codes that are on some of its units and not on all.</source>
            <translation>Hver kilde for seg: slått sammen over kodene som er på noen av enhetene i kilden, men ikke på alle.</translation>
        </message>
        <message>
            <source>What the rows are</source>
            <translation>Hva radene er</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Kilder</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Talere</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Grupper</translation>
        </message>
        <message>
            <source>No respondent in these sources has a group. Groups are set under Material.</source>
            <translation>Ingen respondent i disse kildene har gruppe. Grupper settes under Materiale.</translation>
        </message>
    </context>
    <context>
        <name>SpeakerRow</name>
        <message>
            <source>Not resolved</source>
            <translation>Uavklart</translation>
        </message>
        <message>
            <source>1 turn</source>
            <translation>1 tur</translation>
        </message>
        <message>
            <source>{count} turns</source>
            <translation>{count} turer</translation>
        </message>
        <message>
            <source>{turns} · also {variants}</source>
            <translation>{turns} · også {variants}</translation>
        </message>
        <message>
            <source>Take them apart</source>
            <translation>Skill dem</translation>
        </message>
        <message>
            <source>{label} is</source>
            <translation>{label} er</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Name of the new respondent for {label}</source>
            <translation>Navn på den nye respondenten for {label}</translation>
        </message>
        <message>
            <source>{label} (1 turn)</source>
            <translation>{label} (1 tur)</translation>
        </message>
        <message>
            <source>{label} ({count} turns)</source>
            <translation>{label} ({count} turer)</translation>
        </message>
        <message>
            <source>New respondent: {name}</source>
            <translation>Ny respondent: {name}</translation>
        </message>
        <message>
            <source>New respondent</source>
            <translation>Ny respondent</translation>
        </message>
        <message>
            <source>Another name …</source>
            <translation>Et annet navn …</translation>
        </message>
        <message>
            <source>Kept out of counts</source>
            <translation>Holdes utenfor tellinger</translation>
        </message>
        <message>
            <source>Nobody who takes part</source>
            <translation>Ingen som deltar</translation>
        </message>
        <message>
            <source>Settle later</source>
            <translation>Avgjør senere</translation>
        </message>
        <message>
            <source>The same as {label}</source>
            <translation>Samme som {label}</translation>
        </message>
        <message>
            <source>Leaves after turn {number}</source>
            <translation>Går etter tur {number}</translation>
        </message>
        <message>
            <source>Does not leave</source>
            <translation>Går ikke</translation>
        </message>
        <message>
            <source>Number of the last turn</source>
            <translation>Nummer på siste tur</translation>
        </message>
        <message>
            <source>Number of the turn after which {label} leaves</source>
            <translation>Nummer på turen som {label} går etter</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Forslag</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>New respondent …</source>
            <translation>Ny respondent …</translation>
        </message>
        <message>
            <source>Interviewer</source>
            <translation>Intervjuer</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Resolve later</source>
            <translation>Avklares senere</translation>
        </message>
        <message>
            <source>Leaves after a turn …</source>
            <translation>Går etter en tur …</translation>
        </message>
        <message>
            <source>Who is {label}</source>
            <translation>Hvem {label} er</translation>
        </message>
    </context>
    <context>
        <name>SpeakerTable</name>
        <message>
            <source>1 found</source>
            <translation>1 funnet</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>{count} funnet</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Talere</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>I fila</translation>
        </message>
        <message>
            <source>In the project</source>
            <translation>I prosjektet</translation>
        </message>
    </context>
    <context>
        <name>SplitHeads</name>
        <message>
            <source>Column {number}: {coder}</source>
            <translation>Kolonne {number}: {coder}</translation>
        </message>
    </context>
    <context>
        <name>SplitText</name>
        <message>
            <source>Numbers of the differences</source>
            <translation>Numrene på uenighetene</translation>
        </message>
        <message>
            <source>Compared text as {coder} coded it</source>
            <translation>Teksten slik {coder} har kodet den</translation>
        </message>
        <message>
            <source>Codings of {coder}</source>
            <translation>Kodingene til {coder}</translation>
        </message>
    </context>
    <context>
        <name>StandTable</name>
        <message>
            <source>Who has coded what</source>
            <translation>Hvem har kodet hva</translation>
        </message>
        <message>
            <source>{count}, still coding</source>
            <translation>{count}, koder fortsatt</translation>
        </message>
        <message>
            <source>{count}, finished</source>
            <translation>{count}, ferdig</translation>
        </message>
        <message>
            <source>not coded</source>
            <translation>ikke kodet</translation>
        </message>
    </context>
    <context>
        <name>StateChoice</name>
        <message>
            <source>Follows the codings</source>
            <translation>Følger kodingene</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tilstand</translation>
        </message>
        <message>
            <source>Reason, in your own words</source>
            <translation>Begrunnelse, med egne ord</translation>
        </message>
        <message>
            <source>Reason for the state</source>
            <translation>Begrunnelse for tilstanden</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Undo</source>
            <translation>Angre</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>F1 keys</source>
            <translation>F1 hurtigtaster</translation>
        </message>
        <message>
            <source>{percent}%</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>SynthesisBar</name>
        <message>
            <source>Synthesis</source>
            <translation>Syntese</translation>
        </message>
        <message>
            <source>Read down the column. Goes along to Word.</source>
            <translation>Leses nedover kolonnen. Kommer med i Word.</translation>
        </message>
    </context>
    <context>
        <name>SynthesisGrid</name>
        <message>
            <source>Synthesis</source>
            <translation>Syntese</translation>
        </message>
    </context>
    <context>
        <name>Targets</name>
        <message>
            <source>document</source>
            <translation>dokument</translation>
        </message>
        <message>
            <source>code</source>
            <translation>kode</translation>
        </message>
        <message>
            <source>theme</source>
            <translation>tema</translation>
        </message>
        <message>
            <source>respondent</source>
            <translation>respondent</translation>
        </message>
        <message>
            <source>action</source>
            <translation>handling</translation>
        </message>
    </context>
    <context>
        <name>TaskBadge</name>
        <message>
            <source>I have finished</source>
            <translation>Jeg er ferdig</translation>
        </message>
    </context>
    <context>
        <name>TaskForm</name>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
    </context>
    <context>
        <name>TaskForms</name>
        <message>
            <source>Sample {number}</source>
            <translation>Utvalg {number}</translation>
        </message>
        <message>
            <source>Assigned {sources} to {coder}</source>
            <translation>Ga {coder} {sources} å kode</translation>
        </message>
        <message>
            <source>Drew {count} turns: “{name}”</source>
            <translation>Trakk {count} turer: «{name}»</translation>
        </message>
        <message>
            <source>{round} has begun</source>
            <translation>{round} har begynt</translation>
        </message>
    </context>
    <context>
        <name>TaskModel</name>
        <message>
            <source>{name} (you)</source>
            <translation>{name} (deg)</translation>
        </message>
        <message>
            <source>{source}, {coder}: {state}</source>
            <translation>{source}, {coder}: {state}</translation>
        </message>
    </context>
    <context>
        <name>TaskPanel</name>
        <message>
            <source>{count} cells chosen</source>
            <translation>{count} celler valgt</translation>
        </message>
        <message>
            <source>{coder} has not been asked to code this source.</source>
            <translation>{coder} har ikke fått i oppdrag å kode denne kilden.</translation>
        </message>
        <message>
            <source>{coder} codes this source and sees what others have coded in it.</source>
            <translation>{coder} koder denne kilden og ser hva andre har kodet i den.</translation>
        </message>
        <message>
            <source>{coder} sees nothing of others' codings, counts and comments in this source until they have finished.</source>
            <translation>{coder} ser ingenting av andres kodinger, tall og kommentarer i denne kilden før oppdraget er meldt ferdig.</translation>
        </message>
        <message>
            <source>{coder} began blind and sees now what others have coded.</source>
            <translation>{coder} begynte blindt og ser nå hva andre har kodet.</translation>
        </message>
        <message>
            <source>Assigned {day}</source>
            <translation>Gitt {day}</translation>
        </message>
        <message>
            <source>Blindness ended {day}: {reason}</source>
            <translation>Blindkodingen avsluttet {day}: {reason}</translation>
        </message>
        <message>
            <source>Coded blind until finished</source>
            <translation>Kodet blindt til det var ferdig</translation>
        </message>
        <message>
            <source>Finished {day}</source>
            <translation>Meldt ferdig {day}</translation>
        </message>
        <message>
            <source>Chosen task</source>
            <translation>Valgt oppdrag</translation>
        </message>
        <message>
            <source>Choose a cell to see what somebody is to code there. Shift chooses several.</source>
            <translation>Velg en celle for å se hva noen skal kode der. Med Shift velger du flere.</translation>
        </message>
        <message>
            <source>Assign …</source>
            <translation>Gi oppdrag …</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Meld ferdig</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Åpne igjen</translation>
        </message>
        <message>
            <source>Whoever has seen others' codings stays without blindness.</source>
            <translation>Den som har sett andres kodinger, koder ikke blindt igjen.</translation>
        </message>
        <message>
            <source>End blindness …</source>
            <translation>Avslutt blindkodingen …</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Ta tilbake</translation>
        </message>
        <message>
            <source>Open in coding</source>
            <translation>Åpne i koding</translation>
        </message>
    </context>
    <context>
        <name>TaskView</name>
        <message>
            <source>Shift+arrows</source>
            <translation>Shift+piler</translation>
        </message>
        <message>
            <source>choose several cells</source>
            <translation>velg flere celler</translation>
        </message>
        <message>
            <source>assign, or what can be done with the task</source>
            <translation>gi oppdrag, eller det som kan gjøres med oppdraget</translation>
        </message>
        <message>
            <source>withdraw the tasks of the chosen cells</source>
            <translation>ta tilbake oppdragene i de valgte cellene</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>open or close the side panel in a narrow window</source>
            <translation>åpne eller lukke sidepanelet i et smalt vindu</translation>
        </message>
        <message>
            <source>{finished} of {all} tasks finished</source>
            <translation>{finished} av {all} oppdrag ferdige</translation>
        </message>
        <message>
            <source>{count} coded blind</source>
            <translation>{count} kodes blindt</translation>
        </message>
        <message>
            <source>New codings: {round}</source>
            <translation>Nye kodinger: {round}</translation>
        </message>
        <message>
            <source>Who codes which source</source>
            <translation>Hvem koder hvilken kilde</translation>
        </message>
        <message>
            <source>Which round is shown</source>
            <translation>Hvilken runde som vises</translation>
        </message>
        <message>
            <source>No sources to code yet</source>
            <translation>Ingen kilder å kode ennå</translation>
        </message>
        <message>
            <source>Import sources, and say here who codes which of them.</source>
            <translation>Importer kilder, og si her hvem som koder hvilke av dem.</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importer</translation>
        </message>
        <message>
            <source>No source has these words. Esc in the search field shows all.</source>
            <translation>Ingen kilder har disse ordene. Esc i søkefeltet viser alle.</translation>
        </message>
        <message>
            <source>Deleted the sample “{name}”</source>
            <translation>Slettet utvalget «{name}»</translation>
        </message>
        <message>
            <source>The task is finished</source>
            <translation>Oppdraget er meldt ferdig</translation>
        </message>
        <message>
            <source>{count} tasks are finished</source>
            <translation>{count} oppdrag er meldt ferdig</translation>
        </message>
        <message>
            <source>Withdrew the task</source>
            <translation>Tok tilbake oppdraget</translation>
        </message>
        <message>
            <source>Withdrew {count} tasks</source>
            <translation>Tok tilbake {count} oppdrag</translation>
        </message>
        <message>
            <source>The task is open again</source>
            <translation>Oppdraget er åpent igjen</translation>
        </message>
        <message>
            <source>Blind coding ended: {reason}</source>
            <translation>Blindkodingen er avsluttet: {reason}</translation>
        </message>
    </context>
    <context>
        <name>TaskWords</name>
        <message>
            <source>Not assigned</source>
            <translation>Ikke gitt</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Gitt</translation>
        </message>
        <message>
            <source>Codes blind</source>
            <translation>Koder blindt</translation>
        </message>
        <message>
            <source>No longer blind</source>
            <translation>Ikke lenger blindt</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Ferdig</translation>
        </message>
        <message>
            <source>{state} {day}</source>
            <translation>{state}, {day}</translation>
        </message>
        <message>
            <source>1 unit marked</source>
            <translation>1 enhet merket</translation>
        </message>
        <message>
            <source>{count} units marked</source>
            <translation>{count} enheter merket</translation>
        </message>
        <message>
            <source>from all turns together</source>
            <translation>fra alle turene samlet</translation>
        </message>
        <message>
            <source>within each source</source>
            <translation>innenfor hver kilde</translation>
        </message>
        <message>
            <source>within the groups of {attribute}</source>
            <translation>innenfor gruppene i {attribute}</translation>
        </message>
        <message>
            <source>{drawn} of {all} turns ({share}), {stratum}, seed {seed}, drawn {day}</source>
            <translation>{drawn} av {all} turer ({share}), {stratum}, frø {seed}, trukket {day}</translation>
        </message>
        <message>
            <source>{number}%</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>Round {number}</source>
            <translation>Runde {number}</translation>
        </message>
        <message>
            <source>1 source</source>
            <translation>1 kilde</translation>
        </message>
        <message>
            <source>{count} sources</source>
            <translation>{count} kilder</translation>
        </message>
        <message>
            <source>{coded} of {all} units coded</source>
            <translation>{coded} av {all} enheter kodet</translation>
        </message>
        <message>
            <source>{coded} of {all} turns coded</source>
            <translation>{coded} av {all} turer kodet</translation>
        </message>
    </context>
    <context>
        <name>ThemeGrid</name>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>uα, on units, codes and gaps</source>
            <translation>uα, om enheter, koder og mellomrom</translation>
        </message>
        <message>
            <source>cuα, on the code where two have coded</source>
            <translation>cuα, om koden der to har kodet</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Dekning</translation>
        </message>
        <message>
            <source>share of the text that cuα rests on</source>
            <translation>andel av teksten som cuα hviler på</translation>
        </message>
        <message>
            <source>As one code</source>
            <translation>Som én kode</translation>
        </message>
        <message>
            <source>α of the theme as if it were one code</source>
            <translation>α for temaet som om det var én kode</translation>
        </message>
        <message>
            <source>All codes</source>
            <translation>Alle koder</translation>
        </message>
        <message>
            <source>All codes of a unit</source>
            <translation>Alle koder på en enhet</translation>
        </message>
        <message>
            <source>α (MASI)</source>
            <translation>α (MASI)</translation>
        </message>
        <message>
            <source>α (Jaccard)</source>
            <translation>α (Jaccard)</translation>
        </message>
        <message>
            <source>α of sets with the MASI distance</source>
            <translation>α for mengder med MASI-avstand</translation>
        </message>
        <message>
            <source>α of sets with the Jaccard distance</source>
            <translation>α for mengder med Jaccard-avstand</translation>
        </message>
        <message>
            <source>Sets</source>
            <translation>Mengder</translation>
        </message>
        <message>
            <source>not defined: {names} gave two of its codes to the same words</source>
            <translation>ikke definert: {names} har gitt to av kodene til samme ord</translation>
        </message>
    </context>
    <context>
        <name>ThemePanel</name>
        <message>
            <source>No code</source>
            <translation>Ingen kode</translation>
        </message>
        <message>
            <source>New theme “{name}”</source>
            <translation>Nytt tema «{name}»</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Without a theme</source>
            <translation>Uten tema</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>These questions stand under no theme, so their answers get no code.</source>
            <translation>Disse spørsmålene står ikke under noe tema, så svarene får ingen kode.</translation>
        </message>
        <message>
            <source>This theme means no code yet. Choose one, so that answers can be coded with it and the matrix can tell who was not asked.</source>
            <translation>Dette temaet betyr ingen kode ennå. Velg en, så kan svar kodes med den, og matrisen kan si hvem som ikke ble spurt.</translation>
        </message>
        <message>
            <source>Means {code}. Answers to its questions can be coded with it, and the matrix tells who was not asked.</source>
            <translation>Betyr {code}. Svar på spørsmålene kan kodes med den, og matrisen sier hvem som ikke ble spurt.</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <translation>Angre</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Nothing to undo</source>
            <translation>Ingenting å angre</translation>
        </message>
        <message>
            <source>Nothing to redo</source>
            <translation>Ingenting å gjøre om</translation>
        </message>
        <message>
            <source>Search, go to …</source>
            <translation>Søk, gå til …</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>Lyst utseende</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Mørkt utseende</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Lagret</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Lagret {time}</translation>
        </message>
    </context>
    <context>
        <name>TurnGrid</name>
        <message>
            <source>Turns</source>
            <translation>Turer</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Speaker</source>
            <translation>Taler</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>No group</source>
            <translation>Uten gruppe</translation>
        </message>
        <message>
            <source>Interviewers</source>
            <translation>Intervjuere</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Not settled</source>
            <translation>Ikke avklart</translation>
        </message>
        <message>
            <source>Outside turns</source>
            <translation>Utenom turer</translation>
        </message>
        <message>
            <source>Turns of speakers whose words are nobody's</source>
            <translation>Turer til talere uten noen bak</translation>
        </message>
        <message>
            <source>Turns of speakers of whom it is not settled who they are</source>
            <translation>Turer til talere som det ikke er avklart hvem er</translation>
        </message>
        <message>
            <source>Text outside turns</source>
            <translation>Tekst utenom turer</translation>
        </message>
    </context>
    <context>
        <name>TwinBanner</name>
        <message>
            <source>Add it anyway</source>
            <translation>Legg den inn likevel</translation>
        </message>
        <message>
            <source>It is skipped unless you say otherwise.</source>
            <translation>Den hoppes over hvis du ikke sier noe annet.</translation>
        </message>
        <message>
            <source>The very same file is in the project: {name}</source>
            <translation>Akkurat den samme fila er i prosjektet: {name}</translation>
        </message>
        <message>
            <source>The very same file is in the list: {name}</source>
            <translation>Akkurat den samme fila er i lista: {name}</translation>
        </message>
        <message>
            <source>{percent} % of the text is the same as in {name}</source>
            <translation>{percent} % av teksten er lik {name}</translation>
        </message>
    </context>
    <context>
        <name>UnplacedBanner</name>
        <message>
            <source>Settle them</source>
            <translation>Avklar dem</translation>
        </message>
        <message>
            <source>Their words are not where they should be. They count nowhere until they have a place.</source>
            <translation>Ordene står ikke der de skal. De telles ikke noe sted før de har fått en plass.</translation>
        </message>
    </context>
    <context>
        <name>UnplacedRows</name>
        <message>
            <source>The quote is not in the document.</source>
            <translation>Sitatet finnes ikke i dokumentet.</translation>
        </message>
        <message>
            <source>The row names no code.</source>
            <translation>Raden nevner ingen kode.</translation>
        </message>
        <message>
            <source>“{value}” is not possible. Possible: {allowed}.</source>
            <translation>«{value}» er ikke mulig. Mulig: {allowed}.</translation>
        </message>
    </context>
    <context>
        <name>UnplacedSheet</name>
        <message>
            <source>Codings and voices without a place</source>
            <translation>Kodinger og stemmer uten plass</translation>
        </message>
        <message>
            <source>Places that are like it</source>
            <translation>Steder som likner</translation>
        </message>
        <message>
            <source>Place those that are certain</source>
            <translation>Plasser de sikre</translation>
        </message>
        <message>
            <source>Place here</source>
            <translation>Plasser her</translation>
        </message>
        <message>
            <source>Place at the selection</source>
            <translation>Plasser på markeringen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>All codings and voices have their place. Those that a corrected text leaves without one are listed here.</source>
            <translation>Alle kodinger og stemmer har sin plass. De som en rettet tekst etterlater uten plass, listes her.</translation>
        </message>
        <message>
            <source>Placed “{mark}” at {place}</source>
            <translation>Plasserte «{mark}» på {place}</translation>
        </message>
        <message>
            <source>Removed “{mark}”</source>
            <translation>Fjernet «{mark}»</translation>
        </message>
        <message>
            <source>Placed {marks}</source>
            <translation>Plasserte {marks}</translation>
        </message>
        <message>
            <source>1 left</source>
            <translation>1 igjen</translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation>{count} igjen</translation>
        </message>
        <message>
            <source>Looking for places that are like it …</source>
            <translation>Ser etter steder som likner …</translation>
        </message>
        <message>
            <source>{percent}% alike</source>
            <translation>{percent} % likt</translation>
        </message>
        <message>
            <source>Select the words in “{document}” first.</source>
            <translation>Marker ordene i «{document}» først.</translation>
        </message>
        <message>
            <source>None of them is certain. Look at each.</source>
            <translation>Ingen av dem er sikre. Se på hver enkelt.</translation>
        </message>
        <message>
            <source>Nothing in the text is like it</source>
            <translation>Ingenting i teksten likner</translation>
        </message>
    </context>
    <context>
        <name>UnplacedWords</name>
        <message>
            <source>1 coding</source>
            <translation>1 koding</translation>
        </message>
        <message>
            <source>{count} codings</source>
            <translation>{count} kodinger</translation>
        </message>
        <message>
            <source>1 voice</source>
            <translation>1 stemme</translation>
        </message>
        <message>
            <source>{count} voices</source>
            <translation>{count} stemmer</translation>
        </message>
        <message>
            <source>{codings} and {voices}</source>
            <translation>{codings} og {voices}</translation>
        </message>
        <message>
            <source>{marks} is unplaced</source>
            <translation>{marks} er uten plass</translation>
        </message>
        <message>
            <source>{marks} are unplaced</source>
            <translation>{marks} er uten plass</translation>
        </message>
        <message>
            <source>Its words are not where the voice was marked.</source>
            <translation>Ordene står ikke der stemmen ble merket.</translation>
        </message>
        <message>
            <source>Its words stand in several places of the corrected text.</source>
            <translation>Ordene står flere steder i den rettede teksten.</translation>
        </message>
        <message>
            <source>You did not take the place that was found when the text was corrected.</source>
            <translation>Du tok ikke plassen som ble funnet da teksten ble rettet.</translation>
        </message>
        <message>
            <source>Its words are not where the coding says.</source>
            <translation>Ordene står ikke der kodingen sier.</translation>
        </message>
        <message>
            <source>Its words are not in the corrected text.</source>
            <translation>Ordene finnes ikke i den rettede teksten.</translation>
        </message>
        <message>
            <source>“{quote}”</source>
            <translation>«{quote}»</translation>
        </message>
    </context>
    <context>
        <name>UnsavedAlert</name>
        <message>
            <source>Not saved</source>
            <translation>Ikke lagret</translation>
        </message>
        <message>
            <source>Save a copy as …</source>
            <translation>Lagre kopi som …</translation>
        </message>
    </context>
    <context>
        <name>VoiceMarking</name>
        <message>
            <source>The mark was removed</source>
            <translation>Merket er fjernet</translation>
        </message>
        <message>
            <source>{label} does not leave</source>
            <translation>{label} går ikke</translation>
        </message>
        <message>
            <source>{label} leaves here</source>
            <translation>{label} går her</translation>
        </message>
    </context>
    <context>
        <name>VoicePanel</name>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
        <message>
            <source>Instead of “{words}”</source>
            <translation>I stedet for «{words}»</translation>
        </message>
        <message>
            <source>Who is heard here</source>
            <translation>Hvem høres her</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>How they are heard</source>
            <translation>Hvordan de høres</translation>
        </message>
        <message>
            <source>Respondents</source>
            <translation>Respondenter</translation>
        </message>
        <message>
            <source>Somebody else, in your words</source>
            <translation>Noen andre, med dine ord</translation>
        </message>
        <message>
            <source>such as a child, the director</source>
            <translation>for eksempel et barn, direktøren</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Merk</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lagre</translation>
        </message>
        <message>
            <source>Remove the mark</source>
            <translation>Fjern merket</translation>
        </message>
    </context>
    <context>
        <name>VoiceWords</name>
        <message>
            <source>Together</source>
            <translation>Sammen</translation>
        </message>
        <message>
            <source>Quoted</source>
            <translation>Sitert</translation>
        </message>
        <message>
            <source>Retold</source>
            <translation>Gjengitt</translation>
        </message>
        <message>
            <source>Several say it together: it counts for each of them.</source>
            <translation>Flere sier det sammen: Det teller for hver av dem.</translation>
        </message>
        <message>
            <source>The own words of somebody else: they count for them, not for the one who has the turn.</source>
            <translation>Noen andres egne ord: De teller for den de kommer fra, ikke for den som har ordet.</translation>
        </message>
        <message>
            <source>Somebody tells what another said: it still counts for the one who tells it.</source>
            <translation>Noen forteller hva en annen sa: Det teller fortsatt for den som forteller.</translation>
        </message>
    </context>
    <context>
        <name>WarningList</name>
        <message>
            <source>Worth a look</source>
            <translation>Verdt å se på</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>From interview and planning document to a matrix you can stand for.</source>
            <translation>Fra intervju og plandokument til matrise du kan stå inne for.</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>Siste prosjekter</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Vis alle</translation>
        </message>
        <message>
            <source>Projects that you make or open are listed here.</source>
            <translation>Prosjekter du lager eller åpner, kommer i denne lista.</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Hent reservekopi</translation>
        </message>
        <message>
            <source>Get started</source>
            <translation>Kom i gang</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>Nytt prosjekt</translation>
        </message>
        <message>
            <source>Empty, in a file of its own</source>
            <translation>Tomt, i sin egen fil</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Åpne prosjekt</translation>
        </message>
        <message>
            <source>From this machine or a shared folder</source>
            <translation>Fra maskinen eller en delt mappe</translation>
        </message>
        <message>
            <source>Explore the example</source>
            <translation>Utforsk eksempelet</translation>
        </message>
        <message>
            <source>Fictional: 8 respondents, a finished matrix</source>
            <translation>Oppdiktet: 8 respondenter, ferdig matrise</translation>
        </message>
        <message>
            <source>Everything stays on this machine</source>
            <translation>Alt blir på denne maskinen</translation>
        </message>
        <message>
            <source>A project is one file that you move and back up yourself. The program sends nothing out and needs no network and no account.</source>
            <translation>Prosjektet er én fil som du flytter og sikkerhetskopierer selv. Programmet sender ingenting ut og trenger ikke nett eller konto.</translation>
        </message>
        <message>
            <source>A backup every hour while you work; the last 20 are kept</source>
            <translation>Reservekopi hver time mens du arbeider, de siste 20 beholdes</translation>
        </message>
        <message>
            <source>Exports name respondents by labels, R1, R2 …, unless you choose otherwise</source>
            <translation>Eksport bruker etiketter, R1, R2 …, for respondentene hvis du ikke velger noe annet</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Versjon {version}</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <source>Take out of the list</source>
            <translation>Ta ut av lista</translation>
        </message>
    </context>
    <context>
        <name>WhiskerLegend</name>
        <message>
            <source>open ring: below {limit}</source>
            <translation>åpen ring: under {limit}</translation>
        </message>
    </context>
    <context>
        <name>WindowCommands</name>
        <message>
            <source>Making the example project</source>
            <translation>Lager eksempelprosjektet</translation>
        </message>
        <message>
            <source>It opens when it is ready.</source>
            <translation>Det åpnes når det er klart.</translation>
        </message>
        <message>
            <source>{saved}. Every change is saved at once.</source>
            <translation>{saved}. Alle endringer lagres med én gang.</translation>
        </message>
        <message>
            <source>{name} copy</source>
            <translation>{name} kopi</translation>
        </message>
        <message>
            <source>Saved a copy: {file}</source>
            <translation>Lagret en kopi: {file}</translation>
        </message>
        <message>
            <source>Restored the backup. What stood there is kept among the backups.</source>
            <translation>Reservekopien er hentet. Det som sto der, er tatt vare på blant reservekopiene.</translation>
        </message>
    </context>
    <context>
        <name>WritingHints</name>
        <message>
            <source>The codings follow as you type. A coding whose words you take away gets no place.</source>
            <translation>Kodingene følger med mens du skriver. En koding som mister ordene sine, får ingen plass.</translation>
        </message>
        <message>
            <source>The names before the turns are part of the text here. Another name is another speaker.</source>
            <translation>Navnene foran turene er en del av teksten her. Et annet navn er en annen taler.</translation>
        </message>
        <message>
            <source>What you type is kept as a draft every few seconds.</source>
            <translation>Det du skriver, tas vare på som et utkast hvert tredje sekund.</translation>
        </message>
        <message>
            <source>Done: see what becomes of the codings</source>
            <translation>Ferdig: se hva som skjer med kodingene</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Ta tilbake</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Gå ut</translation>
        </message>
    </context>
    <context>
        <name>WrittenBanner</name>
        <message>
            <source>Show in folder</source>
            <translation>Vis i mappe</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Skjul</translation>
        </message>
        <message>
            <source>{file} is saved</source>
            <translation>{file} er lagret</translation>
        </message>
        <message>
            <source>It lies in {folder}</source>
            <translation>Den ligger i {folder}</translation>
        </message>
    </context>
    <context>
        <name>WrittenValues</name>
        <message>
            <source>Write a whole number.</source>
            <translation>Skriv et helt tall.</translation>
        </message>
        <message>
            <source>Write a date such as {today}, or only the year.</source>
            <translation>Skriv en dato som {today}, eller bare året.</translation>
        </message>
    </context>
    <context>
        <name>QPlatformTheme</name>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lagre</translation>
        </message>
        <message>
            <source>Save All</source>
            <translation>Lagre alle</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Åpne</translation>
        </message>
        <message>
            <source>&amp;Yes</source>
            <translation>&amp;Ja</translation>
        </message>
        <message>
            <source>Yes to &amp;All</source>
            <translation>Ja til &amp;alle</translation>
        </message>
        <message>
            <source>&amp;No</source>
            <translation>&amp;Nei</translation>
        </message>
        <message>
            <source>N&amp;o to All</source>
            <translation>N&amp;ei til alle</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Prøv igjen</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Ignorer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Lukk</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Forkast</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hjelp</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Bruk</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Tilbakestill</translation>
        </message>
        <message>
            <source>Restore Defaults</source>
            <translation>Gjenopprett standard</translation>
        </message>
    </context>
    <context>
        <name>QLineEdit</name>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Angre</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gjør om</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Klipp &amp;ut</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopier</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Lim inn</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>Merk alt</translation>
        </message>
    </context>
    <context>
        <name>QWidgetTextControl</name>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Angre</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gjør om</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Klipp &amp;ut</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopier</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Lim inn</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slett</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>Merk alt</translation>
        </message>
        <message>
            <source>Copy &amp;Link Location</source>
            <translation>Kopier &amp;lenkeadressen</translation>
        </message>
    </context>
    <context>
        <name>QAbstractSpinBox</name>
        <message>
            <source>&amp;Select All</source>
            <translation>&amp;Merk alt</translation>
        </message>
        <message>
            <source>&amp;Step up</source>
            <translation>&amp;Opp</translation>
        </message>
        <message>
            <source>Step &amp;down</source>
            <translation>&amp;Ned</translation>
        </message>
    </context>
    <context>
        <name>QDialogButtonBox</name>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Space</source>
            <translation>Mellomrom</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Venstre</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Høyre</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Opp</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ned</translation>
        </message>
    </context>
</TS>
