"""Makes Norwegian prose of any length from a seed: long words, real hyphens, dates, abbreviations, quotations."""

from random import Random

SUBJECTS = (
    "Enhetslederen", "Kommunedirektøren", "Hjemmetjenesten i Ytre Sokn", "Kompetansesenteret", "NAV-kontoret",
    "Budsjettkomiteen", "Oppvekstutvalget", "Økonomiavdelingen", "Barnehagestyreren", "Utviklingsprosjektet",
    "Arbeidsmiljøutvalget", "Den tillitsvalgte", "Personalkonsulenten", "Eldrerådet", "BMS-modellen", "Rådmannen",
    "Medarbeiderundersøkelsen", "Forvaltningsrevisjonen", "Driftslederen på avfallsanlegget", "Ungdomsskolen",
    "Hovedverneombudet", "Fagforeningen", "Styringsgruppa", "Virksomhetsplanen", "IKT-avdelingen",
)  # fmt: skip
VERBS = (
    "la fram", "ville ha", "ønsket seg", "etterlyste", "fikk ansvaret for", "stilte spørsmål ved", "kritiserte",
    "evaluerte", "forsvarte", "gjennomgikk", "utsatte", "samordnet", "dokumenterte", "undervurderte", "videreførte",
)  # fmt: skip
OBJECTS = (
    "tertialrapporten", "mål- og resultatstyringen", "helse- og omsorgstjenestene", "kvalitetsindikatorene",
    "sykefraværsoppfølgingen", "en ny ansvarsfordeling", "omstillingsarbeidet", "gjennomføringsplanen",
    "e-posten fra departementet", "lederutviklingsprogrammet", "brukerundersøkelsene", "kostnadsberegningen",
    "rapporteringsrutinene", "den interkommunale samarbeidsavtalen", "ikke-kommunale tilbud", "handlingsrommet",
    "innsparingstiltakene", "den årlige medarbeidersamtalen", "inn- og utmeldingene", "et felles saksbehandlingssystem",
    "vikarbudsjettet", "tilsynsrapporten", "arbeidstidsordningene", "økonomireglementet", "10-årsplanen",
)  # fmt: skip
PLACES = (
    "i forrige planperiode", "i løpet av høsten", "etter kommunestyrevalget", "før sommerferien", "den 12. mars 2019",
    "på et møte 3. desember", "i perioden 2021–2024", "i budsjettåret 2020", "etter bare tre uker", "hvert tertial",
    "i de fleste tjenesteområdene", "på rådhuset i Lillevik", "i Nord-Trøndelag", "mot slutten av prosjektperioden",
    "siden omorganiseringen", "uten noen nærmere begrunnelse", "mens saken var til behandling",
)  # fmt: skip
REASONS = (
    "fordi ingen hadde regnet på følgene", "selv om innsparingskravet var kjent", "så lenge rammene holdt",
    "fordi arbeidsmengden økte med nesten 15 prosent", "enda de ansatte hadde advart mot det",
    "slik at avdelingene kunne sammenliknes", "noe som overrasket mange av de ansatte", "uten at målene ble endret",
    "fordi forventningene fra staten var uklare", "og det førte til lange diskusjoner i ledergruppa",
    "mens brukerne knapt merket forskjell", "men det var få som leste dokumentene",
    "og erfaringene fra Østlandssamarbeidet ble lagt til grunn", "slik veiledningsmateriellet anbefalte",
)  # fmt: skip
REMARKS = (
    "Det tok tid.", "Ingen protesterte.", "Det var bl.a. et spørsmål om tillit, jf. kapittel 4.",
    "«Vi måtte bare begynne», sa en av avdelingslederne.", "Hvem skulle ellers ha gjort det?",
    "Kostnadene var på 4,1 millioner kroner.", "I ettertid framstår det som en forhastet beslutning.",
    "Erfaringene var blandede – noen var fornøyde, andre ikke.", "Ca. 40 prosent av enhetene svarte på henvendelsen.",
    "Resultatet (se tabellen) ble lagt fram for formannskapet.", "Vedtaket var enstemmig.",
    "Organisasjonskulturen endret seg likevel lite.", "Samhandlingen på tvers av fagområdene ble ikke vurdert.",
    "Kunnskapsgrunnlaget var tynt.", "To av rektorene var uenige.", "Prosessen ble opplevd som ovenfra-styrt.",
)  # fmt: skip
TOPICS = (
    "Bakgrunn", "Styring", "Medvirkning", "Forankring", "Legitimitet", "Endring", "Oppfølging", "Rapportering",
    "Tillit", "Opplæring", "Handlingsrom", "Samarbeid", "Kvalitet", "Ledelse", "Arbeidsmiljø", "Innbyggerne",
)  # fmt: skip


def make_sentence(random: Random) -> str:
    """Return a sentence of 3 to about 25 words."""
    kind = random.random()
    if kind < 0.2:
        return random.choice(REMARKS)
    core = f"{random.choice(VERBS)} {random.choice(OBJECTS)}"
    subject, place = random.choice(SUBJECTS), random.choice(PLACES)
    reason = f", {random.choice(REASONS)}" if random.random() < 0.6 else ""
    return f"{subject} {core} {place}{reason}."


def make_paragraphs(count: int, seed: int = 0, sentences: tuple[int, int] = (2, 6)) -> list[str]:
    """Return different paragraphs."""
    random = Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found[" ".join(make_sentence(random) for _ in range(random.randint(*sentences)))] = None
    return list(found)


def divide(word: str) -> list[str]:
    """Return the pieces between which a word may be divided: before the last consonant between two vowels.

    A word of fewer than eight letters stays whole, and no piece is shorter than three. A hyphen that the word has
    stays at the end of its piece.
    """
    if "-" in word.strip("-"):
        head, tail = word.split("-", 1)
        return [*divide(head)[:-1], divide(head)[-1] + "-", *divide(tail)]
    if len(word) < 8 or not word.isalpha():
        return [word]
    pieces, start = [], 0
    for index in range(3, len(word) - 3):
        is_break = (
            word[index] not in VOWELS and word[index + 1] in VOWELS and any(c in VOWELS for c in word[start:index])
        )
        if is_break and index - start >= 3:
            pieces.append(word[start:index])
            start = index
    return [*pieces, word[start:]]


VOWELS = frozenset("aeiouyæøåAEIOUYÆØÅ")


def soften(text: str) -> str:
    """Return a text with soft hyphens where its words may be divided; real hyphens stay alone."""
    return " ".join("\u00ad".join(divide(word)).replace("-\u00ad", "-") for word in text.split(" "))
