"""What can be typed after `kodebenk`, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from kodebenk import __version__
from kodebenk.analysis.agreement.coders_setup import SEED, Scope
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.krippendorff_alpha import Level
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.value_weights import WeightKind
from kodebenk.application.import_choices import CLEAN_UP_STEPS, COLUMN_USES
from kodebenk.cli.words import Language
from kodebenk.domain.coding import Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellContent, ColumnKind, RowKind
from kodebenk.domain.respondent import LabelPolicy

_DESCRIPTION = """\
A workbench for coding interviews and planning documents.

Without arguments the window opens; “kodebenk PROJECT.kodebenk” opens it on a project. The commands below do the
same without a window."""

_EPILOG = """\
Exit code 0: done. 1: it could not be done; one line on stderr says why. 2: wrong usage.
Every command takes --json and --lang nb|en. “kodebenk COMMAND --help” tells more."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; `command` names the command that was chosen."""
    parser = argparse.ArgumentParser(
        prog="kodebenk",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kodebenk {__version__}")
    parser.set_defaults(json=False, lang=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", required=True)
    for name, (summary, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=_sentence(summary), allow_abbrev=False)
        add_arguments(command)
        if name not in _OF_NO_PROJECT:
            _add_who_works(command)
        _add_output(command)
    return parser


def command_names() -> Sequence[str]:
    """Return the names of all commands, in the order of the help."""
    return tuple(_COMMANDS)


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


def _add_who_works(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        default="",
        dest="works_as",
        metavar="NAME",
        help="who works; nobody sees others' codings in what they code blind (default: what everybody may see)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="write one JSON document instead of text")
    group.add_argument(
        "--lang",
        type=Language,
        choices=list(Language),
        help="language of headings and messages (default: the system's)",
        metavar="nb|en",
    )


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="folder for it (default: one of your own)")
    parser.add_argument(
        "--no-window", action="store_true", help="write the matrix to Word beside it instead of opening the window"
    )


def _new(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("--title", default="", help="title (default: the name of the file)")
    parser.add_argument("--coder", default="", metavar="NAME", help="who codes (default: the name you log in with)")


def _info(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="see docs/user/importing.md for formats")
    _add_choice(parser, "--kind", SourceKind, "KIND", f"what they are: {', '.join(SourceKind)} (default: guessed)")
    parser.add_argument("--respondent", default="", metavar="NAME", help="to whom they belong; added when new")
    parser.add_argument("--issuer", default="", help="who issued them")
    parser.add_argument("--date", type=_iso_date, help="their date, as 2025-06-15")
    parser.add_argument("--as-is", action="store_true", help="leave the text unrepaired")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=CLEAN_UP_STEPS,
        metavar="STEP",
        help=f"leave out a step of the clean-up: {', '.join(CLEAN_UP_STEPS)}; may be repeated",
    )
    parser.add_argument("--encoding", default="", help="of text files, instead of the one found")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column_use,
        dest="columns",
        metavar="HEADING=USE",
        help=f"what a column of a survey holds: {', '.join(COLUMN_USES)}; may be repeated",
    )
    parser.add_argument(
        "--join-labels", action="store_true", help="take other writings of a speaker's label for the same speaker"
    )


def _text(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_document(parser)
    parser.add_argument("--lines", action="store_true", help="with page and line in front of every line")


def _speakers(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_document(parser)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_speaker_choice,
        dest="choices",
        metavar="LABEL=WHO",
        help="who speaks: a respondent (added when new), interviewer or none; may be repeated",
    )


def _replace_text(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_document(parser)
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the corrected text, in any format that can be imported"
    )
    parser.add_argument("--as-is", action="store_true", help="leave the text unrepaired")


def _respondents(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_import(parser, "csv or xlsx: the first column is the name, the rest are attributes")


def _codes(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_import(parser, "csv, xlsx (path, definition, colour, …) or qdc")
    _add_out(parser, "docx, xlsx, csv or qdc")


def _code(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_document(parser)
    parser.add_argument("start", type=int, metavar="START", help="first character, counted from 0 in code points")
    parser.add_argument("end", type=int, metavar="END", help="one past the last character")
    parser.add_argument("code", metavar="CODE", help="name or path of a code that exists")
    parser.add_argument("--coder", default="", metavar="C", help="who codes (default: the project's first coder)")
    parser.add_argument("--respondent", default="", metavar="R", help="whose words (default: who speaks)")
    parser.add_argument("--stance", default="", metavar="S", help=f"{', '.join(Stance)}")
    parser.add_argument("--comment", default="", metavar="T", help="a note on the coding")


def _codings(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_import(
        parser,
        "csv, xlsx or jsonl with document, quote, code and optionally start, end, respondent, group, stance, kind, "
        "evidence, comment, condensation, coder; rows are placed by their quote",
    )
    parser.add_argument("--document", default="", metavar="D", help="only of this document")
    parser.add_argument("--code", default="", metavar="P", help="only of this code and those below it")
    parser.add_argument("--respondent", default="", metavar="R", help="only of this respondent")
    parser.add_argument("--coder", default="", metavar="C", help="only of this coder; with --import: who coded")
    _add_out(parser, "csv, xlsx, jsonl or docx")
    _add_policy(parser)


def _guide(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("--guide", default="", metavar="NAME", help="only this guide")
    parser.add_argument("--document", default="", metavar="D", help="find, confirm and code only in this document")
    parser.add_argument("--target-group", default="", metavar="G", help="with --import: for whom the guide is")
    parser.add_argument("--coder", default="", metavar="C", help="with --code-answers: who codes")
    changes = parser.add_argument_group("changes, one at a time").add_mutually_exclusive_group()
    _add_import(changes, "docx, odt, rtf, txt, md, html, pdf, or csv, xlsx with theme, question")
    changes.add_argument("--find", action="store_true", help="look for the questions anew; what is settled stays")
    changes.add_argument("--confirm", type=float, metavar="SCORE", help="confirm places from this score on, 50 to 100")
    changes.add_argument("--make-codes", action="store_true", help="make codes of the themes that have none")
    changes.add_argument("--code-answers", action="store_true", help="code the answers with the codes of the themes")


def _search(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("query", metavar="QUERY", help="words that stand one after the other; case does not matter")
    parser.add_argument("--document", default="", metavar="D", help="only in this document")
    parser.add_argument("--code-as", default="", metavar="CODE", help="code every hit with this code")
    parser.add_argument("--coder", default="", metavar="C", help="who codes the hits")


def _matrix(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("--name", default="", metavar="M", help="a saved matrix; the options below overrule it")
    parser.add_argument("--rows", type=_rows, metavar="ROWS", help="respondents, documents, both or groups:ATTRIBUTE")
    parser.add_argument("--columns", choices=[one.value for one in ColumnKind], help="what the columns are")
    parser.add_argument("--cells", choices=[one.value for one in CellContent], help="what the cells show")
    parser.add_argument("--by", default="", metavar="ATTR", help="attribute that bands the rows")
    _add_import(parser, "csv or xlsx with row, column, summary, state, reason")
    _add_out(parser, "docx, xlsx, csv or html")
    _add_policy(parser)


def _agreement(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument(
        "--coders", action="append", required=True, metavar="A,B,…", help="who is compared; may be repeated"
    )
    passes = parser.add_argument_group("one coder with themselves").add_mutually_exclusive_group()
    passes.add_argument(
        "--rounds", type=_round_list, default=(), metavar="1,2,…", help="rounds that stand against each other"
    )
    passes.add_argument(
        "--split", type=_iso_date, metavar="DATE", help="what was coded before against what came from then on"
    )
    _add_choice(
        parser,
        "--unit",
        UnitKind,
        "UNIT",
        f"{', '.join(UnitKind)} (default: turn where every source has turns, else sentence)",
    )
    _add_choice(
        parser,
        "--rule",
        ProjectionRule,
        "RULE",
        f"when a unit counts as coded: {', '.join(ProjectionRule)} (default: half-shorter)",
        default=ProjectionRule.HALF_SHORTER,
    )
    _add_choice(
        parser,
        "--scope",
        Scope,
        "respondents|all",
        "whose words count (default: the respondents')",
        default=Scope.RESPONDENTS,
    )
    _add_names(parser, "--codes", "only these codes and those below them")
    _add_names(parser, "--documents", "these sources (default: those that all have coded)")
    parser.add_argument("--seed", type=_seed, default=SEED, metavar="N", help=f"of the intervals (default: {SEED})")
    parser.add_argument(
        "--log",
        type=Path,
        metavar="FILE",
        help="list of differences with what was settled: docx, xlsx or csv (the codebook to mend goes beside it)",
    )
    _add_out(parser, "docx, csv (a second file with the ratings goes beside it) or json")


def _add_choice(
    parser: argparse.ArgumentParser,
    option: str,
    kind: type[StrEnum],
    metavar: str,
    meaning: str,
    default: StrEnum | None = None,
) -> None:
    """Offer the members of an enumeration."""
    parser.add_argument(option, type=kind, choices=list(kind), default=default, metavar=metavar, help=meaning)


def _add_names(parser: argparse.ArgumentParser, option: str, meaning: str) -> None:
    parser.add_argument(option, action="append", default=[], metavar="A,B,…", help=f"{meaning}; may be repeated")


def _agreement_ratings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="csv, tsv or xlsx: a row per unit, a column per coder")
    _add_choice(
        parser,
        "--level",
        Level,
        "LEVEL",
        f"what the values are: {', '.join(Level)} (default: nominal)",
        default=Level.NOMINAL,
    )
    _add_choice(
        parser, "--weights", WeightKind, "WEIGHTS", f"{', '.join(WeightKind)} (default: those that suit the level)"
    )
    parser.add_argument(
        "--values",
        type=_value_list,
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


def _agreement_units(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="json with length, coders and their units")
    parser.add_argument("--gamma", action="store_true", help="gamma as well, which takes its time; units may overlap")
    parser.add_argument(
        "--samples", type=_sample_count, default=100, metavar="N", help="random samples for gamma (default: 100)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of these samples (default: 0)")


def _tasks(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
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


def _sample(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    changes = parser.add_argument_group("changes, one at a time").add_mutually_exclusive_group()
    changes.add_argument(
        "--draw", default="", metavar="NAME", help="draw turns by chance and keep them under this name"
    )
    changes.add_argument("--delete", default="", metavar="NAME", help="forget a sample that no task uses")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--share", type=_share, metavar="S", help="of the turns, as 0.2 or 20%%")
    size.add_argument("--count", type=_sample_count, metavar="N", help="how many turns")
    parser.add_argument(
        "--within", default="", metavar="document|ATTR", help="draw within each document, or each value of an attribute"
    )
    parser.add_argument(
        "--seed", type=_seed, metavar="N", help="the same seed draws the same turns (default: by chance)"
    )
    parser.add_argument("--documents", nargs="+", default=[], metavar="D", help="from these documents (default: all)")
    parser.add_argument("--all-speakers", action="store_true", help="interviewers' turns too")
    parser.add_argument("--dry-run", action="store_true", help="with --draw: only count what would be drawn")


def _merge(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
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


def _package(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="project file to be made")
    parser.add_argument("--coder", required=True, metavar="NAME", help="for whom it is")
    parser.add_argument(
        "--documents", nargs="+", default=[], metavar="D", help="names or labels of documents (default: all)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace OUT where it exists")


def _history(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_out(parser, "csv, xlsx, jsonl or docx")


def _undo(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("--repair", action="store_true", help="mend what can be mended without losing anything")


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="project file, .kodebenk")


def _add_document(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help="name, label or file name of a document")


def _add_import(parser: argparse._ActionsContainer, formats: str) -> None:
    parser.add_argument("--import", type=Path, dest="import_file", metavar="FILE", help=formats)


def _add_out(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"write to this file: {formats}")
    parser.add_argument("--overwrite", action="store_true", help="replace the file of --out where it exists")


def _add_policy(parser: argparse.ArgumentParser) -> None:
    _add_choice(
        parser,
        "--show",
        LabelPolicy,
        "label|role|name",
        "what the file of --out prints for a respondent (default: label)",
        default=LabelPolicy.LABEL,
    )


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date such as 2025-06-15: {text!r}") from None


def _column_use(text: str) -> tuple[str, str]:
    heading, equals, use = text.rpartition("=")
    if not equals or not heading.strip() or use.strip() not in COLUMN_USES:
        raise argparse.ArgumentTypeError(f"not HEADING=USE with one of {', '.join(COLUMN_USES)}: {text!r}")
    return heading.strip(), use.strip()


def _speaker_choice(text: str) -> tuple[str, str]:
    label, equals, who = text.rpartition("=")
    if not equals or not label.strip() or not who.strip():
        raise argparse.ArgumentTypeError(f"not LABEL=WHO: {text!r}")
    return label.strip(), who.strip()


def _value_list(text: str) -> tuple[str, ...]:
    return tuple(value for part in text.split(",") if (value := part.strip()))


def _share(text: str) -> float:
    try:
        share = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"not a share such as 0.2 or 20%: {text!r}")
    return share


def _sample_count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {text!r}")
    return int(text)


def _round_list(text: str) -> tuple[int, ...]:
    if not all(part.strip().isdecimal() for part in text.split(",")):
        raise argparse.ArgumentTypeError(f"not numbers of rounds such as 1,2: {text!r}")
    return tuple(int(part) for part in text.split(","))


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) >= 2**32:
        raise argparse.ArgumentTypeError(f"not a number from 0 to 4294967295: {text!r}")
    return int(text)


def _rows(text: str) -> str:
    kind, colon, attribute = text.partition(":")
    named = kind == RowKind.GROUPS and attribute.strip()
    numbered = kind == RowKind.SECTIONS and attribute in set("123456")
    if kind not in set(RowKind) or (colon and not named and not numbered):
        allowed = "respondents, documents, both, groups:ATTRIBUTE or sections:LEVEL"
        raise argparse.ArgumentTypeError(f"not {allowed}: {text!r}")
    return text


_OF_NO_PROJECT = frozenset({"demo", "new", "agreement-ratings", "agreement-units"})
"""Commands that open no project that exists."""

_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": ("make the example project and open it", _demo),
    "new": ("make an empty project", _new),
    "info": ("say what is in a project", _info),
    "import": ("add sources; a bad file does not stop the others", _import),
    "text": ("show the stored text of a document", _text),
    "speakers": ("show or settle who speaks in a document", _speakers),
    "replace-text": ("replace the text of a document by a corrected file; codings follow", _replace_text),
    "respondents": ("list respondents, or import them with their attributes", _respondents),
    "codes": ("list the codebook, import or export it", _codes),
    "code": ("code one passage", _code),
    "codings": ("list codings, export them, or import them by their quotes", _codings),
    "guide": ("list interview guides and where their questions were found, or import one", _guide),
    "search": ("find words in all documents", _search),
    "matrix": ("show the respondent-by-theme matrix, export it, or import its cells", _matrix),
    "agreement": ("compare how coders coded the same sources", _agreement),
    "agreement-ratings": ("compute how coders agree in a table of ratings that was made elsewhere", _agreement_ratings),
    "agreement-units": ("compute how coders agree on units in a text, from a file made elsewhere", _agreement_units),
    "tasks": ("list who codes what, and assign, finish or unblind it", _tasks),
    "sample": ("list samples of turns, or draw one by chance", _sample),
    "merge": ("add the work in another copy of a project", _merge),
    "package": ("make a copy for another coder: sources and codebook, no codings", _package),
    "history": ("list who did what and when", _history),
    "undo": ("take the last change back", _undo),
    "redo": ("make the change again that was undone last", _undo),
    "check": ("check that a project is sound, and list its backups", _check),
}
