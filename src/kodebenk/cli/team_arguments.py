"""Arguments of the commands for teams: who codes what, how far they agree, and copies that come together."""

from __future__ import annotations

import argparse
from pathlib import Path

from kodebenk.analysis.agreement.coders_setup import SEED, Scope
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.krippendorff_alpha import Level
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.value_weights import WeightKind
from kodebenk.cli.argument_parts import (
    add_choice,
    add_names,
    add_out,
    add_project,
    iso_date,
    round_list,
    sample_count,
    seed,
    share,
    value_list,
)


def add_agreement(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `agreement`."""
    add_project(parser)
    parser.add_argument(
        "--coders", action="append", required=True, metavar="A,B,…", help="who is compared; may be repeated"
    )
    passes = parser.add_argument_group("one coder with themselves").add_mutually_exclusive_group()
    passes.add_argument(
        "--rounds", type=round_list, default=(), metavar="1,2,…", help="rounds that stand against each other"
    )
    passes.add_argument(
        "--split", type=iso_date, metavar="DATE", help="what was coded before against what came from then on"
    )
    add_choice(
        parser,
        "--unit",
        UnitKind,
        "UNIT",
        f"{', '.join(UnitKind)} (default: turn where every source has turns, else sentence)",
    )
    add_choice(
        parser,
        "--rule",
        ProjectionRule,
        "RULE",
        f"when a unit counts as coded: {', '.join(ProjectionRule)} (default: half-shorter)",
        default=ProjectionRule.HALF_SHORTER,
    )
    add_choice(
        parser,
        "--scope",
        Scope,
        "respondents|all",
        "whose words count (default: the respondents')",
        default=Scope.RESPONDENTS,
    )
    add_names(parser, "--codes", "only these codes and those below them")
    add_names(parser, "--documents", "these sources (default: those that all have coded)")
    parser.add_argument("--seed", type=seed, default=SEED, metavar="N", help=f"of the intervals (default: {SEED})")
    parser.add_argument(
        "--log",
        type=Path,
        metavar="FILE",
        help="list of differences with what was settled: docx, xlsx or csv (the codebook to mend goes beside it)",
    )
    add_out(parser, "docx, csv (a second file with the ratings goes beside it) or json")


def add_agreement_ratings(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `agreement-ratings`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="csv, tsv or xlsx: a row per unit, a column per coder")
    add_choice(
        parser,
        "--level",
        Level,
        "LEVEL",
        f"what the values are: {', '.join(Level)} (default: nominal)",
        default=Level.NOMINAL,
    )
    add_choice(
        parser, "--weights", WeightKind, "WEIGHTS", f"{', '.join(WeightKind)} (default: those that suit the level)"
    )
    parser.add_argument(
        "--values",
        type=value_list,
        default=(),
        metavar="A,B,…",
        help="all values that could be given, in order (default: those that occur)",
    )
    parser.add_argument(
        "--missing",
        action="append",
        default=[],
        metavar="TEXT",
        help="what stands for a missing value besides an empty cell, such as NA; may be repeated",
    )


def add_agreement_units(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `agreement-units`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="json with length, coders and their units")
    parser.add_argument(
        "--gamma",
        action="store_true",
        help="gamma, gamma_cat and gamma_k as well, which take their time; units may overlap",
    )
    parser.add_argument(
        "--samples", type=sample_count, default=100, metavar="N", help="random samples for gamma (default: 100)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of these samples (default: 0)")


def add_tasks(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `tasks`."""
    add_project(parser)
    changes = parser.add_argument_group("changes, one at a time").add_mutually_exclusive_group()
    changes.add_argument("--assign", default="", metavar="NAME", help="give somebody sources to code; added when new")
    changes.add_argument("--finish", default="", metavar="NAME", help="the tasks of this coder are done")
    changes.add_argument(
        "--reopen", default="", metavar="NAME", help="they are not done after all, and not blind either"
    )
    changes.add_argument("--unblind", default="", metavar="NAME", help="end their blindness before they are done")
    changes.add_argument("--withdraw", default="", metavar="NAME", help="take their tasks back")
    changes.add_argument("--new-round", action="store_true", help="begin the next round of coding")
    parser.add_argument(
        "--documents", nargs="+", default=[], metavar="D", help="names or labels of documents (default: all)"
    )
    parser.add_argument("--because", default="", metavar="REASON", help="with --unblind: why; it is recorded")
    parser.add_argument("--not-blind", action="store_true", help="with --assign: others' codings stay to be seen")
    parser.add_argument(
        "--units-of", default="", metavar="NAME", help="with --assign: this coder's passages, without their codes"
    )
    parser.add_argument("--sample", default="", metavar="S", help="with --assign: only the turns of this sample")


def add_sample(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `sample`."""
    add_project(parser)
    changes = parser.add_argument_group("changes, one at a time").add_mutually_exclusive_group()
    changes.add_argument(
        "--draw", default="", metavar="NAME", help="draw turns by chance and keep them under this name"
    )
    changes.add_argument("--delete", default="", metavar="NAME", help="forget a sample that no task uses")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--share", type=share, metavar="S", help="of the turns, as 0.2 or 20%%")
    size.add_argument("--count", type=sample_count, metavar="N", help="how many turns")
    parser.add_argument(
        "--within", default="", metavar="document|ATTR", help="draw within each document, or each value of an attribute"
    )
    parser.add_argument(
        "--seed", type=seed, metavar="N", help="the same seed draws the same turns (default: by chance)"
    )
    parser.add_argument("--documents", nargs="+", default=[], metavar="D", help="from these documents (default: all)")
    parser.add_argument("--all-speakers", action="store_true", help="interviewers' turns too")
    parser.add_argument("--dry-run", action="store_true", help="with --draw: only count what would be drawn")


def add_merge(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `merge`."""
    add_project(parser)
    parser.add_argument("other", type=Path, metavar="OTHER", help="the other copy, .kodebenk; it is not touched")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument(
        "--same-coder",
        action="append",
        default=[],
        metavar="NAME",
        help="the coder of this name is one person in both, though the copies do not know it; may be repeated",
    )
    parser.add_argument(
        "--join-similar", action="store_true", help="documents whose texts are nearly equal are the same document"
    )
    parser.add_argument("--take-texts", action="store_true", help="where texts differ, take the texts of OTHER")
    parser.add_argument("--take-theirs", action="store_true", help="where the two differ, take what OTHER says")
    parser.add_argument("--bring-back", action="store_true", help="bring back what was deleted in PROJECT")


def add_package(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `package`."""
    add_project(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="project file to be made")
    parser.add_argument("--coder", required=True, metavar="NAME", help="for whom it is")
    parser.add_argument(
        "--documents", nargs="+", default=[], metavar="D", help="names or labels of documents (default: all)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace OUT where it exists")
