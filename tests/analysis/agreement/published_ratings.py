"""Worked examples from the literature, small enough to be typed from it."""

from __future__ import annotations

from kodebenk.analysis.agreement.ratings import gather_counts, gather_ratings, spread_table

COHEN_1960 = spread_table((1, 2, 3), ((88, 14, 18), (10, 40, 10), (2, 6, 12)))
"""Cohen 1960, Educational and Psychological Measurement 20(1), p. 45: 200 patients, two clinicians."""

FLEISS_1971 = gather_counts(
    ("depression", "personality disorder", "schizophrenia", "neurosis", "other"),
    [
        *((0, 0, 0, 6, 0), (0, 3, 0, 0, 3), (0, 1, 4, 0, 1), (0, 0, 0, 0, 6), (0, 3, 0, 3, 0), (2, 0, 4, 0, 0)),
        *((0, 0, 4, 0, 2), (2, 0, 3, 1, 0), (2, 0, 0, 4, 0), (0, 0, 0, 0, 6), (1, 0, 0, 5, 0), (1, 1, 0, 4, 0)),
        *((0, 3, 3, 0, 0), (1, 0, 0, 5, 0), (0, 2, 0, 3, 1), (0, 0, 5, 0, 1), (3, 0, 0, 1, 2), (5, 1, 0, 0, 0)),
        *((0, 2, 0, 4, 0), (1, 0, 2, 0, 3), (0, 0, 0, 0, 6), (0, 1, 0, 5, 0), (0, 2, 0, 1, 3), (2, 0, 0, 4, 0)),
        *((1, 0, 0, 4, 1), (0, 5, 0, 1, 0), (4, 0, 0, 0, 2), (0, 2, 0, 4, 0), (1, 0, 5, 0, 0), (0, 0, 0, 0, 6)),
    ],
)
"""Fleiss 1971, Psychological Bulletin 76(5), p. 379, table 1: 30 patients, six of the psychiatrists each."""

FOUR_OBSERVERS = gather_ratings(
    zip(
        (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, None),
        (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
        strict=True,
    )
)
"""Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C; Gwet, Handbook of Inter-Rater Reliability,
4th ed. 2014, prints the other coefficients of the same data: twelve units, four observers, gaps."""

BEN_AND_GERRY = gather_ratings(zip("aabbdcccedda", "babbbccceddd", strict=True))
"""Krippendorff 2011, section B."""

KRIPPENDORFF_P224 = gather_ratings(zip((1, 1, 0, 0, 0, 0, 0, 0, 0, 0), (0, 1, 1, 0, 0, 1, 0, 1, 0, 0), strict=True))
"""Krippendorff 2004, Content Analysis, 2nd ed., p. 224."""

KRIPPENDORFF_P227 = gather_ratings(zip("aabbbbbccccc", "abbbbbcccccc", strict=True))
"""Krippendorff 2004, p. 227."""

KRIPPENDORFF_P246 = spread_table("abc", ((12, 9, 9), (9, 14, 9), (9, 9, 20)))
"""Krippendorff 2004, p. 246, left table."""

ARTSTEIN_AND_POESIO = spread_table(("STAT", "IReq"), ((20, 10), (20, 50)))
"""Artstein and Poesio 2008, Computational Linguistics 34(4), p. 558."""

BRENNAN_AND_PREDIGER = spread_table((1, 2, 3), ((50, 0, 0), (10, 10, 10), (20, 0, 0)))
"""Brennan and Prediger 1981, Educational and Psychological Measurement 41(3), p. 689, in hundredths."""

ZWICK_UNEQUAL = spread_table("ABCD", ((20, 5, 5, 10), (0, 10, 5, 5), (0, 5, 10, 5), (0, 0, 0, 20)))
"""Zwick 1988, Psychological Bulletin 103(3), p. 376, third table."""

RANDOLPH = gather_ratings((("yes", "yes", "yes"), ("yes", "yes", "no"), ("no", "no", "yes"), ("no", "no", "no")))
"""Randolph 2005, Free-marginal Multirater Kappa, p. 17."""

ABSTRACTORS = spread_table(("ectopic", "AIU", "NIU"), ((13, 0, 0), (0, 20, 7), (0, 4, 56)))
"""Gwet 2014, ch. 2: 100 pregnant women, two abstractors of their records."""

UNEVEN = spread_table(("yes", "no"), ((80, 10), (5, 5)))
"""Feinstein and Cicchetti 1990, Journal of Clinical Epidemiology 43(6), 543-549: the first paradox, second table."""

EVEN = spread_table(("yes", "no"), ((40, 9), (6, 45)))
"""The same, first table: as much agreement, other kappa."""
