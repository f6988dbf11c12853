"""What the measures of agreement are called, and why some have no value."""

from __future__ import annotations

from kodebenk.analysis.agreement.krippendorff_alpha import Level
from kodebenk.analysis.agreement.ratings_report import RatingsRemark
from kodebenk.analysis.agreement.value_weights import WeightKind
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.cli.words import Language, Text

UNDEFINED = {
    Undefined.NO_UNITS: Text(
        "Ikke definert: ingen enhet er kodet av to kodere.",
        "Not defined: no unit was coded by two coders.",
    ),
    Undefined.NO_VARIATION: Text(
        "Ikke definert: alle gir samme verdi overalt, så enighet utover tilfeldighet kan ikke måles.",
        "Not defined: everybody gives the same value everywhere, so agreement beyond chance cannot be told.",
    ),
    Undefined.TOO_FEW_CODERS: Text(
        "Ikke definert: det trengs minst to kodere.",
        "Not defined: it takes at least two coders.",
    ),
    Undefined.TOO_MANY_CODERS: Text(
        "Ikke definert: målet er for to kodere.",
        "Not defined: the measure is for two coders.",
    ),
    Undefined.MISSING_VALUES: Text(
        "Ikke definert: målet tåler ikke manglende verdier. Congers kappa, Fleiss' kappa og Krippendorffs alfa gjør "
        "det.",
        "Not defined: the measure allows no missing values. Conger's kappa, Fleiss' kappa and Krippendorff's alpha do.",
    ),
    Undefined.NOT_NUMERIC: Text(
        "Ikke definert: målenivået eller vektene krever tall (forholdstall: ingen under null), eller verdier i oppgitt "
        "rekkefølge, og slike er ikke alle verdiene.",
        "Not defined: the level or the weights need numbers (ratios: none below zero), or values in a given order, and "
        "not all values are such.",
    ),
    Undefined.NOTHING_CODED: Text(
        "Ikke definert: ingen har kodet noe.",
        "Not defined: nobody has coded anything.",
    ),
    Undefined.TOO_MANY_UNITS: Text(
        "Ikke regnet ut: med så mange kodere og enheter tar den eksakte utregningen for lang tid.",
        "Not computed: with so many coders and units the exact computation takes too long.",
    ),
    Undefined.NOT_SEGMENTED: Text(
        "Ikke definert: målet er for tekster som alle har delt opp uten hull.",
        "Not defined: the measure is for texts that everybody divided without gaps.",
    ),
    Undefined.TOO_LITTLE: Text(
        "Ikke definert: for lite er kodet av to kodere til at enighet ved tilfeldighet kan regnes ut.",
        "Not defined: too little was coded by two coders to tell what chance would make of it.",
    ),
    Undefined.NO_PAIRS: Text(
        "Ikke definert: ingen enheter av to kodere ligger nær nok hverandre til at verdiene kan sammenlignes.",
        "Not defined: no units of two coders lie near enough each other to compare their values.",
    ),
}
"""Why a coefficient has no value."""

MEASURES = {
    "percent": Text("Prosent enighet", "Percent agreement"),
    "cohen_kappa": Text("Cohens kappa", "Cohen's kappa"),
    "cohen_kappa_max": Text("Høyest mulige Cohens kappa", "Highest possible Cohen's kappa"),
    "scott_pi": Text("Scotts pi", "Scott's pi"),
    "fleiss_kappa": Text("Fleiss' kappa", "Fleiss' kappa"),
    "conger_kappa": Text("Congers kappa", "Conger's kappa"),
    "light_kappa": Text("Lights kappa", "Light's kappa"),
    "brennan_prediger": Text("Brennan og Predigers kappa", "Brennan and Prediger's kappa"),
    "ac1": Text("Gwets AC1", "Gwet's AC1"),
    "ac2": Text("Gwets AC2, {weights}", "Gwet's AC2, {weights}"),
    "alpha": Text("Krippendorffs alfa, {level}", "Krippendorff's alpha, {level}"),
}

LEVELS = {
    Level.NOMINAL: Text("nominalnivå", "nominal"),
    Level.ORDINAL: Text("ordinalnivå", "ordinal"),
    Level.INTERVAL: Text("intervallnivå", "interval"),
    Level.RATIO: Text("forholdstallsnivå", "ratio"),
}

WEIGHTS = {
    WeightKind.IDENTITY: Text("uvektet", "unweighted"),
    WeightKind.ORDINAL: Text("ordinale vekter", "ordinal weights"),
    WeightKind.LINEAR: Text("lineære vekter", "linear weights"),
    WeightKind.QUADRATIC: Text("kvadratiske vekter", "quadratic weights"),
    WeightKind.RADICAL: Text("kvadratrotvekter", "radical weights"),
    WeightKind.RATIO: Text("forholdstallsvekter", "ratio weights"),
}

REMARKS = {
    RatingsRemark.UNEVEN_VALUES: Text(
        "AC1 og alfa (nominalnivå) skiller seg med mer enn 0,2: noen verdier brukes mye oftere enn andre, og målene "
        "regner ulikt på det. Oppgi begge, med fordelingen.",
        "AC1 and alpha (nominal) differ by more than .2: some values are used far more than others, which the two "
        "treat differently. Report both, with the distribution.",
    ),
    RatingsRemark.ONE_CODER_ALONE: Text(
        "{count} enheter har bare én verdi. De teller ikke i enigheten; hos Fleiss, Conger og Gwet teller de i hvor "
        "ofte verdiene brukes.",
        "{count} units have one value only. They do not count in the agreement; with Fleiss, Conger and Gwet they "
        "count in how often the values are used.",
        "1 enhet har bare én verdi. Den teller ikke i enigheten; hos Fleiss, Conger og Gwet teller den i hvor ofte "
        "verdiene brukes.",
        "1 unit has one value only. It does not count in the agreement; with Fleiss, Conger and Gwet it counts in how "
        "often the values are used.",
    ),
}


def undefined_sentence(reason: Undefined, language: Language) -> str:
    """Return why a coefficient has no value."""
    return UNDEFINED[reason].say(language)


def shown_number(value: float | None, language: Language) -> str:
    """Return a coefficient with three decimals and the language's decimal mark; a dash for none."""
    if value is None:
        return "–"
    shown = f"{value:.3f}".replace("-0.000", "0.000").replace("-", "−")
    return shown.replace(".", ",") if language is Language.NB else shown
