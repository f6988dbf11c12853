"""The fixed texts of a comparison of coders, in the language chosen for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.analysis.agreement.coders_report import ComparedCode, Remark, RemarkKind
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import BoundaryType, DisagreementClass, Measure, ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.exporting.agreement_numbers import shown_count
from kodebenk.exporting.wording import CountedText


@dataclass(frozen=True, kw_only=True)
class AgreementWords:
    """Headings, notes and remarks; `proofing`, `footer`, `table_label` as in `MatrixWords`.

    Attributes:
        measures: symbol and name of the measures of a table.
        units: for one and for several.
        remarks: with `{n}` for the number and `{name}` for the rater of a remark.
        no_code: as a row and as a column.
    """

    language: str
    proofing: str
    footer: tuple[str, str]
    table_label: str
    title: str
    title_stability: str
    code: str
    theme: str
    passages: str
    prevalence: str
    interval: str
    offset: str
    remark: str
    pooled: str
    mean: str
    coverage: str
    theme_alpha: str
    raters: str
    themes_title: str
    pairs_title: str
    sources_title: str
    source: str
    units_heading: str
    confusion_title: str
    no_code: tuple[str, str]
    method_title: str
    log_title: str
    number: str
    place: str
    quote: str
    kind: str
    codes: str
    shared: str
    percent: str
    none: str
    page: str
    line: str
    note: str
    abbreviations: str
    unit_note: str
    left_out_note: str
    with_left_out_note: str
    rule_note: str
    scope_note: str
    sources_note: str
    sample_note: str
    interval_note: str
    source_interval_note: str
    no_interval_note: str
    averages_note: str
    constant_note: str
    sets_note: str
    overlap_note: str
    themes_note: str
    by_source_note: str
    confusion_note: str
    confusion_alike_note: str
    confusion_fewer_note: str
    unplaced_note: CountedText
    silent_note: str
    days_note: str
    log_note: str
    after: str
    after_note: str
    resolved_note: CountedText
    measures: Mapping[Measure, tuple[str, str]]
    unit_names: Mapping[UnitKind, str]
    units: Mapping[UnitKind, CountedText]
    rules: Mapping[ProjectionRule, str]
    scopes: Mapping[Scope, str]
    classes: Mapping[DisagreementClass, str]
    boundaries: Mapping[BoundaryType, str]
    remarks: Mapping[RemarkKind, CountedText]
    undefined: Mapping[Undefined, str]

    def unit_count(self, unit: UnitKind, number: int) -> str:
        """Return "76 taleturer"."""
        return self.units[unit][number != 1].format(n=shown_count(number, self.language))

    def kind_of(self, kind: DisagreementClass, boundary: BoundaryType | None) -> str:
        """Return "Grense: smalere"."""
        return f"{self.classes[kind]}: {self.boundaries[boundary]}" if boundary else self.classes[kind]

    def remarks_of(self, code: ComparedCode) -> str:
        """Return the remarks on a code in words, or an empty text."""
        said = "; ".join(self._say(one) for one in code.remarks)
        # A Greek letter stays small: α is a symbol.
        return f"{said[0].upper() if said[0].isascii() else said[0]}{said[1:]}." if said else ""

    def _say(self, remark: Remark) -> str:
        reason = self.undefined[remark.undefined] if remark.undefined else ""
        said = self.remarks[remark.kind][remark.count != 1]
        return said.format(n=remark.count, name=remark.name, reason=reason)


def agreement_words(language: str) -> AgreementWords:
    """Return the texts in `nb` or `en`; `KeyError` for another language."""
    return _WORDS[language]


def _same(text: str) -> CountedText:
    return text, text


_NB = AgreementWords(
    language="nb",
    proofing="nb-NO",
    footer=("Side ", " av "),
    table_label="Tabell",
    title="Enighet mellom kodere, etter kode",
    title_stability="Enighet over tid hos én koder, etter kode",
    code="Kode",
    theme="Tema",
    passages="n",
    prevalence="Andel kodet",
    interval="95\u00a0% KI",
    offset="Grenseavstand",
    remark="Merknad",
    pooled="Samlet",
    mean="Gjennomsnitt",
    coverage="Dekning",
    theme_alpha="α, temaet som én kode",
    raters="Kodere",
    themes_title="Enighet om hvilken kode innenfor et tema",
    pairs_title="Enighet mellom to og to kodere, alle koder samlet",
    sources_title="Enighet per kilde, alle koder samlet",
    source="Kilde",
    units_heading="Enheter",
    confusion_title="Kodene til {one} mot kodene til {other}",
    no_code=("Ingen kode", "Ingen"),
    method_title="Avsnitt til metodekapitlet",
    log_title="Hvor koderne skiller lag",
    number="Nr.",
    place="Sted",
    quote="Sitat",
    kind="Forskjell",
    codes="Koder",
    shared="Felles",
    percent="{n}\u00a0%",
    none="–",
    page="s. {page}",
    line="l. {line}",
    note="Merk.",
    abbreviations="n = passasjer ({raters}). Andel kodet = andel av vurderingene som er «kodet». % = prosent enighet. "
    "F1 = positiv enighet. κ = {kappa}. AC1 = Gwets AC1. α = Krippendorffs alfa (nominalnivå, kodet eller ikke). "
    "KI = konfidensintervall for α. |uα = Krippendorffs alfa for hvor passasjene begynner og slutter. "
    "Grenseavstand = gjennomsnittlig avstand mellom grensene til felles passasjer, i tegn. "
    "– = ikke definert. α og AC1 spriker når en kode er på svært få eller svært mange av enhetene.",
    unit_note="Enhet: {unit} ({count}).",
    left_out_note="Enhet: {unit} ({count}; {left_out} i de samme kildene er holdt utenfor).",
    with_left_out_note="Med dem er α {alpha} for alle koder samlet.",
    rule_note="En enhet regnes som kodet når {rule}.",
    scope_note="Omfang: {scope}.",
    sources_note="Kilder ({n} av {of} i prosjektet): {names}.",
    sample_note="Bare turene i utvalget «{name}» er sammenliknet ({n} av {of} turer, trukket tilfeldig, frø {seed}).",
    interval_note="Konfidensintervallene er persentilbootstrap over {n} taleturer eller avsnitt, trukket innenfor hver "
    "kilde (B = {samples}, frø {seed}).",
    source_interval_note="Konfidensintervallene er persentilbootstrap over {n} kilder (B = {samples}, frø {seed}).",
    no_interval_note="Det er for få taleturer og avsnitt til å beregne konfidensintervaller.",
    averages_note="Samlet: observert og forventet enighet er slått sammen over koder først (De Vries mfl., 2008). "
    "Gjennomsnitt: av kodenes egne tall. Begge omfatter {codes} koder.",
    constant_note="Koder som er på ingen eller alle enheter, er utelatt ({n}).",
    sets_note="Alle koder på en enhet sett under ett: α = {masi} med MASI-avstand og {jaccard} med Jaccard-avstand.",
    overlap_note="«{theme}» har ikke uα, for {names} har gitt to av kodene til samme ord.",
    themes_note="uα = enighet om enheter, koder og mellomrom. cuα = enighet om kode der to har kodet; dekning = hvor "
    "stor del av teksten den hviler på. Er α for temaet som én kode høyere enn for kodene, er kodene vanskelige å "
    "skille.",
    by_source_note="Hver kilde for seg: observert og forventet enighet er slått sammen over kodene som er på noen av "
    "enhetene i kilden, men ikke på alle. n = passasjer ({raters}). – = ingen kode er det. Enhet, regel og "
    "omfang som i tabell 1.",
    confusion_note="Kodene til {one} står i radene, de samme kodene hos {other} i kolonnene. En celle teller par av "
    "passasjer, én fra hver av dem, der det de har felles, er minst halvparten av den korteste; en passasje kan være "
    "med i flere par. Ingen = passasjer uten en slik motpart. Uthevet = samme kode. · = ingen. Passasjene er "
    "avgrenset av omfanget i tabell 1, men ikke delt i enheter.",
    confusion_alike_note="Bare de {n} kodene de to skiller lag om, er tatt med; {left_out} andre er utelatt.",
    confusion_fewer_note="Bare de {n} kodene de to skiller mest lag om, er tatt med; {left_out} andre er utelatt.",
    unplaced_note=(
        "1 koding uten plass i en rettet tekst er utelatt.",
        "{n} kodinger uten plass i en rettet tekst er utelatt.",
    ),
    silent_note="{rater} har ingen kodinger i «{document}» og regnes der som ferdig.",
    days_note="Dager mellom omgangene, kilde for kilde: {days}.",
    log_note="Felles = andel felles tegn av alt som er kodet på stedet, mellom de to som skiller seg mest. "
    "{agreed} steder der alle har samme kode med minst 90\u00a0% felles tegn, er ikke tatt med.",
    after="α etter drøfting",
    after_note="α etter drøfting = α med det koderne har avgjort satt inn for det hver av dem hadde kodet der "
    "(forhandlet enighet; Campbell mfl., 2013). Enigheten mellom koderne er tallet før drøfting.",
    resolved_note=(
        "Etter drøfting er {settled} av 1 forskjell avgjort.",
        "Etter drøfting er {settled} av {n} forskjeller avgjort; {deferred} ble latt stå.",
    ),
    measures={
        Measure.PERCENT: ("%", "prosent enighet"),
        Measure.POSITIVE_AGREEMENT: ("F1", "positiv enighet"),
        Measure.COHEN: ("κ", "Cohens kappa"),
        Measure.CONGER: ("κ", "Congers kappa"),
        Measure.SCOTT: ("π", "Scotts pi"),
        Measure.FLEISS: ("π", "Fleiss' kappa"),
        Measure.BRENNAN_PREDIGER: ("BP", "Brennan og Predigers kappa"),
        Measure.AC1: ("AC1", "Gwets AC1"),
        Measure.ALPHA: ("α", "Krippendorffs alfa"),
    },
    unit_names={
        UnitKind.CHARACTER: "tegn",
        UnitKind.WORD: "ord",
        UnitKind.SENTENCE: "setning",
        UnitKind.TURN: "taletur (avsnitt der ingen har ordet)",
        UnitKind.PARAGRAPH: "avsnitt",
    },
    units={
        UnitKind.CHARACTER: ("{n} tegn", "{n} tegn"),
        UnitKind.WORD: ("{n} ord", "{n} ord"),
        UnitKind.SENTENCE: ("{n} setning", "{n} setninger"),
        UnitKind.TURN: ("{n} taletur", "{n} taleturer"),
        UnitKind.PARAGRAPH: ("{n} avsnitt", "{n} avsnitt"),
    },
    rules={
        ProjectionRule.ANY: "en passasje dekker minst ett tegn av den",
        ProjectionRule.HALF_UNIT: "koderens passasjer til sammen dekker minst halvparten av den",
        ProjectionRule.HALF_SHORTER: "en passasje dekker minst halvparten av den korteste av passasjen og enheten",
    },
    scopes={
        Scope.RESPONDENTS: "respondentenes ord; turene til intervjuere, talernavn, overskrifter og bekreftede spørsmål "
        "fra intervjuguider er holdt utenfor",
        Scope.ALL: "hele teksten",
    },
    classes={
        DisagreementClass.AGREE: "Enige",
        DisagreementClass.BOUNDARY: "Grense",
        DisagreementClass.DIFFERENT_CODE: "Annen kode",
        DisagreementClass.EXTRA_CODE: "Ekstra kode",
        DisagreementClass.MISSING: "Mangler",
        DisagreementClass.SCOPE: "Bare én ferdig",
    },
    boundaries={
        BoundaryType.WIDER: "videre",
        BoundaryType.NARROWER: "smalere",
        BoundaryType.SHIFTED: "forskjøvet",
        BoundaryType.SPLIT: "delt",
        BoundaryType.MERGED: "slått sammen",
    },
    remarks={
        RemarkKind.NOT_USED: _same("ikke definert: koden er ikke brukt"),
        RemarkKind.NOT_ON_UNITS: _same("ikke definert: ingen enhet regnes som kodet"),
        RemarkKind.EVERYWHERE: _same("ikke definert: alle har kodet hver enhet"),
        RemarkKind.ONE_RATER: ("bare brukt av {name}, 1 passasje", "bare brukt av {name}, {n} passasjer"),
        RemarkKind.SOME_RATERS: _same("bare brukt av {n} av koderne"),
        RemarkKind.FEW_PASSAGES: ("sjelden: 1 passasje hos en koder", "sjelden: {n} passasjer hos en koder"),
        RemarkKind.NO_SHARED_PASSAGE: _same("ingen felles passasje å måle grenser på"),
        RemarkKind.UNEVEN: _same("α og AC1 spriker, for fordelingen er skjev"),
        RemarkKind.NO_INTERVAL: _same("for få taleturer eller avsnitt til et konfidensintervall"),
        RemarkKind.UNDEFINED: _same("|uα er ikke definert: {reason}"),
    },
    undefined={
        Undefined.NO_UNITS: "ingen enhet er vurdert av to",
        Undefined.NO_VARIATION: "alle gir samme verdi overalt",
        Undefined.TOO_FEW_CODERS: "det trengs to kodere",
        Undefined.TOO_MANY_CODERS: "målet er for to kodere",
        Undefined.MISSING_VALUES: "målet tåler ikke manglende verdier",
        Undefined.NOT_NUMERIC: "målet krever tall",
        Undefined.NOTHING_CODED: "ingen har kodet noe",
        Undefined.TOO_MANY_UNITS: "utregningen tar for lang tid",
        Undefined.NOT_SEGMENTED: "målet er for tekster uten mellomrom",
        Undefined.TOO_LITTLE: "for lite er kodet av to",
        Undefined.NO_PAIRS: "ingen enheter av to kodere ligger nær nok hverandre",
    },
)

_EN = AgreementWords(
    language="en",
    proofing="en-GB",
    footer=("Page ", " of "),
    table_label="Table",
    title="Agreement between coders, by code",
    title_stability="Agreement of one coder over time, by code",
    code="Code",
    theme="Theme",
    passages="n",
    prevalence="Prevalence",
    interval="95% CI",
    offset="Boundary offset",
    remark="Remark",
    pooled="Pooled",
    mean="Mean",
    coverage="Coverage",
    theme_alpha="α, theme as one code",
    raters="Coders",
    themes_title="Agreement on which code within a theme",
    pairs_title="Agreement between two coders at a time, all codes together",
    sources_title="Agreement by source, all codes together",
    source="Source",
    units_heading="Units",
    confusion_title="Codes of {one} against codes of {other}",
    no_code=("No code", "None"),
    method_title="Paragraph for the method chapter",
    log_title="Where the coders differ",
    number="No.",
    place="Place",
    quote="Quotation",
    kind="Difference",
    codes="Codes",
    shared="Shared",
    percent="{n}%",
    none="–",
    page="p. {page}",
    line="l. {line}",
    note="Note.",
    abbreviations="n = passages ({raters}). Prevalence = share of the judgements that are “coded”. % = percent "
    "agreement. F1 = positive agreement. κ = {kappa}. AC1 = Gwet's AC1. α = Krippendorff's alpha (nominal, coded or "
    "not). CI = confidence interval of α. |uα = Krippendorff's alpha for where passages begin and end. Boundary offset "
    "= mean distance between the boundaries of shared passages, in characters. – = not defined. α and AC1 differ much "
    "where a code is on very few or very many of the units.",
    unit_note="Unit: {unit} ({count}).",
    left_out_note="Unit: {unit} ({count}; {left_out} of the same sources are left out).",
    with_left_out_note="With them, α is {alpha} for all codes together.",
    rule_note="A unit counts as coded when {rule}.",
    scope_note="Scope: {scope}.",
    sources_note="Sources ({n} of the project's {of}): {names}.",
    sample_note="Only the turns of the sample “{name}” are compared ({n} of {of} turns, drawn at random, seed {seed}).",
    interval_note="The confidence intervals are percentile bootstraps over {n} turns or paragraphs, drawn within each "
    "source (B = {samples}, seed {seed}).",
    source_interval_note="The confidence intervals are percentile bootstraps over {n} sources (B = {samples}, seed "
    "{seed}).",
    no_interval_note="There are too few turns and paragraphs for confidence intervals.",
    averages_note="Pooled: observed and expected agreement were averaged over codes first (De Vries et al., 2008). "
    "Mean: of the codes' own figures. Both are of {codes} codes.",
    constant_note="Codes that are on none or all of the units are left out ({n}).",
    sets_note="All codes of a unit taken together: α = {masi} with the MASI distance and {jaccard} with the Jaccard "
    "distance.",
    overlap_note="“{theme}” has no uα, for {names} gave two of its codes to the same words.",
    themes_note="uα = agreement on units, codes and gaps. cuα = agreement on the code where two have coded; coverage = "
    "how much of the text it rests on. Where α of the theme as one code is higher than those of its codes, the codes "
    "are hard to tell apart.",
    by_source_note="Each source by itself: observed and expected agreement were averaged over the codes that are on "
    "some of its units and not on all. n = passages ({raters}). – = there is no such code. Unit, rule and "
    "scope as in Table 1.",
    confusion_note="The codes of {one} are rows, the same codes of {other} columns. A cell counts pairs of passages, "
    "one of each, that have at least half of the shorter one in common; a passage can be in several pairs. None = "
    "passages without such a partner. Bold = the same code. · = none. The passages are those in the scope of Table 1, "
    "not cut into units.",
    confusion_alike_note="Only the {n} codes about which the two differ are shown; {left_out} others are left out.",
    confusion_fewer_note="Only the {n} codes about which the two differ most are shown; {left_out} others are left "
    "out.",
    unplaced_note=(
        "1 coding without a place in a corrected text is left out.",
        "{n} codings without a place in a corrected text are left out.",
    ),
    silent_note="{rater} has no codings in “{document}” and counts as done with it.",
    days_note="Days between the passes, source by source: {days}.",
    log_note="Shared = characters in common out of all that was coded at the place, between the two who differ most. "
    "{agreed} places where all have the same code with at least 90% of the characters in common are not listed.",
    after="α after discussion",
    after_note="α after discussion = α with what the coders settled in place of what each of them had coded there "
    "(negotiated agreement; Campbell et al., 2013). The coders' agreement is the figure before discussion.",
    resolved_note=(
        "After discussion, {settled} of 1 difference is settled.",
        "After discussion, {settled} of {n} differences are settled; left open: {deferred}.",
    ),
    measures={
        Measure.PERCENT: ("%", "percent agreement"),
        Measure.POSITIVE_AGREEMENT: ("F1", "positive agreement"),
        Measure.COHEN: ("κ", "Cohen's kappa"),
        Measure.CONGER: ("κ", "Conger's kappa"),
        Measure.SCOTT: ("π", "Scott's pi"),
        Measure.FLEISS: ("π", "Fleiss' kappa"),
        Measure.BRENNAN_PREDIGER: ("BP", "Brennan and Prediger's kappa"),
        Measure.AC1: ("AC1", "Gwet's AC1"),
        Measure.ALPHA: ("α", "Krippendorff's alpha"),
    },
    unit_names={
        UnitKind.CHARACTER: "character",
        UnitKind.WORD: "word",
        UnitKind.SENTENCE: "sentence",
        UnitKind.TURN: "speaker turn (paragraph where nobody has the floor)",
        UnitKind.PARAGRAPH: "paragraph",
    },
    units={
        UnitKind.CHARACTER: ("{n} character", "{n} characters"),
        UnitKind.WORD: ("{n} word", "{n} words"),
        UnitKind.SENTENCE: ("{n} sentence", "{n} sentences"),
        UnitKind.TURN: ("{n} speaker turn", "{n} speaker turns"),
        UnitKind.PARAGRAPH: ("{n} paragraph", "{n} paragraphs"),
    },
    rules={
        ProjectionRule.ANY: "a passage covers at least one character of it",
        ProjectionRule.HALF_UNIT: "the coder's passages together cover at least half of it",
        ProjectionRule.HALF_SHORTER: "a passage covers at least half of the shorter of passage and unit",
    },
    scopes={
        Scope.RESPONDENTS: "the respondents' words; interviewers' turns, speaker labels, headings and confirmed "
        "questions of interview guides are left out",
        Scope.ALL: "the whole text",
    },
    classes={
        DisagreementClass.AGREE: "Agreed",
        DisagreementClass.BOUNDARY: "Boundary",
        DisagreementClass.DIFFERENT_CODE: "Different code",
        DisagreementClass.EXTRA_CODE: "Extra code",
        DisagreementClass.MISSING: "Missing",
        DisagreementClass.SCOPE: "Only one done",
    },
    boundaries={
        BoundaryType.WIDER: "wider",
        BoundaryType.NARROWER: "narrower",
        BoundaryType.SHIFTED: "shifted",
        BoundaryType.SPLIT: "split",
        BoundaryType.MERGED: "merged",
    },
    remarks={
        RemarkKind.NOT_USED: _same("not defined: the code was not used"),
        RemarkKind.NOT_ON_UNITS: _same("not defined: no unit counts as coded"),
        RemarkKind.EVERYWHERE: _same("not defined: everybody coded every unit"),
        RemarkKind.ONE_RATER: (
            "used by one coder only, {name}, 1 passage",
            "used by one coder only, {name}, {n} passages",
        ),
        RemarkKind.SOME_RATERS: _same("used by {n} of the coders only"),
        RemarkKind.FEW_PASSAGES: ("rare: 1 passage of a coder", "rare: {n} passages of a coder"),
        RemarkKind.NO_SHARED_PASSAGE: _same("no shared passage to measure boundaries on"),
        RemarkKind.UNEVEN: _same("α and AC1 differ, for the distribution is uneven"),
        RemarkKind.NO_INTERVAL: _same("too few turns or paragraphs for a confidence interval"),
        RemarkKind.UNDEFINED: _same("|uα is not defined: {reason}"),
    },
    undefined={
        Undefined.NO_UNITS: "no unit was judged by two",
        Undefined.NO_VARIATION: "everybody gives the same value everywhere",
        Undefined.TOO_FEW_CODERS: "it takes two coders",
        Undefined.TOO_MANY_CODERS: "the measure is for two coders",
        Undefined.MISSING_VALUES: "the measure allows no missing values",
        Undefined.NOT_NUMERIC: "the measure needs numbers",
        Undefined.NOTHING_CODED: "nobody has coded anything",
        Undefined.TOO_MANY_UNITS: "the computation takes too long",
        Undefined.NOT_SEGMENTED: "the measure is for texts without gaps",
        Undefined.TOO_LITTLE: "too little was coded by two",
        Undefined.NO_PAIRS: "no units of two coders lie near enough each other",
    },
)

_WORDS = {"nb": _NB, "en": _EN}
