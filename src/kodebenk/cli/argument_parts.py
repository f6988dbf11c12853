"""Arguments that several commands have, and values that are checked while they are read."""

from __future__ import annotations

import argparse
from datetime import date
from enum import StrEnum
from pathlib import Path

from kodebenk.application.import_choices import COLUMN_USES
from kodebenk.domain.matrix import RowKind
from kodebenk.domain.respondent import LabelPolicy


def add_project(parser: argparse.ArgumentParser) -> None:
    """Add the project file."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="project file, .kodebenk")


def add_document(parser: argparse.ArgumentParser) -> None:
    """Add the name of a document."""
    parser.add_argument("document", metavar="DOCUMENT", help="name, label or file name of a document")


def add_import(parser: argparse._ActionsContainer, formats: str) -> None:
    """Add a file to be imported."""
    parser.add_argument("--import", type=Path, dest="import_file", metavar="FILE", help=formats)


def add_out(parser: argparse.ArgumentParser, formats: str) -> None:
    """Add a file to be written."""
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"write to this file: {formats}")
    parser.add_argument("--overwrite", action="store_true", help="replace the file of --out where it exists")


def add_choice(
    parser: argparse.ArgumentParser,
    option: str,
    kind: type[StrEnum],
    metavar: str,
    meaning: str,
    default: StrEnum | None = None,
) -> None:
    """Offer the members of an enumeration."""
    parser.add_argument(option, type=kind, choices=list(kind), default=default, metavar=metavar, help=meaning)


def add_names(parser: argparse.ArgumentParser, option: str, meaning: str) -> None:
    """Add a list of names that may be repeated."""
    parser.add_argument(option, action="append", default=[], metavar="A,B,…", help=f"{meaning}; may be repeated")


def add_policy(parser: argparse.ArgumentParser) -> None:
    """Add what is printed for a respondent."""
    add_choice(
        parser,
        "--show",
        LabelPolicy,
        "label|role|name",
        "what the file of --out prints for a respondent (default: label)",
        default=LabelPolicy.LABEL,
    )


def iso_date(text: str) -> str:
    """Return a day in ISO 8601.

    Raises:
        ArgumentTypeError: for anything else.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date such as 2025-06-15: {text!r}") from None


def column_use(text: str) -> tuple[str, str]:
    """Return a heading and one of COLUMN_USES.

    Raises:
        ArgumentTypeError: for anything else.
    """
    heading, equals, use = text.rpartition("=")
    if not equals or not heading.strip() or use.strip() not in COLUMN_USES:
        raise argparse.ArgumentTypeError(f"not HEADING=USE with one of {', '.join(COLUMN_USES)}: {text!r}")
    return heading.strip(), use.strip()


def speaker_choice(text: str) -> tuple[str, str]:
    """Return a label and who speaks.

    Raises:
        ArgumentTypeError: for anything else.
    """
    label, equals, who = text.rpartition("=")
    if not equals or not label.strip() or not who.strip():
        raise argparse.ArgumentTypeError(f"not LABEL=WHO: {text!r}")
    return label.strip(), who.strip()


def value_list(text: str) -> tuple[str, ...]:
    """Return values without blanks around them."""
    return tuple(value for part in text.split(",") if (value := part.strip()))


def share(text: str) -> float:
    """Return a share, above 0 and up to 1.

    Raises:
        ArgumentTypeError: for anything else.
    """
    try:
        found = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        found = 0.0
    if not 0 < found <= 1:
        raise argparse.ArgumentTypeError(f"not a share such as 0.2 or 20%: {text!r}")
    return found


def sample_count(text: str) -> int:
    """Return a number from 1 on.

    Raises:
        ArgumentTypeError: for anything else.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {text!r}")
    return int(text)


def round_list(text: str) -> tuple[int, ...]:
    """Return numbers of rounds.

    Raises:
        ArgumentTypeError: for anything else.
    """
    if not all(part.strip().isdecimal() for part in text.split(",")):
        raise argparse.ArgumentTypeError(f"not numbers of rounds such as 1,2: {text!r}")
    return tuple(int(part) for part in text.split(","))


def seed(text: str) -> int:
    """Return a seed that numpy takes.

    Raises:
        ArgumentTypeError: for anything else.
    """
    if not text.isdecimal() or int(text) >= 2**32:
        raise argparse.ArgumentTypeError(f"not a number from 0 to 4294967295: {text!r}")
    return int(text)


def matrix_rows(text: str) -> str:
    """Return what the rows of a matrix are.

    Raises:
        ArgumentTypeError: for anything else.
    """
    kind, colon, attribute = text.partition(":")
    named = kind == RowKind.GROUPS and attribute.strip()
    numbered = kind == RowKind.SECTIONS and attribute in set("123456")
    if kind not in set(RowKind) or (colon and not named and not numbered):
        allowed = "respondents, documents, both, groups:ATTRIBUTE or sections:LEVEL"
        raise argparse.ArgumentTypeError(f"not {allowed}: {text!r}")
    return text
