"""What can be typed after `kodebenk`, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from kodebenk import __version__
from kodebenk.application.import_choices import CLEAN_UP_STEPS, COLUMN_USES
from kodebenk.cli.argument_parts import (
    add_choice,
    add_document,
    add_import,
    add_out,
    add_policy,
    add_project,
    column_use,
    iso_date,
    matrix_rows,
    speaker_choice,
)
from kodebenk.cli.team_arguments import (
    add_agreement,
    add_agreement_ratings,
    add_agreement_units,
    add_merge,
    add_package,
    add_sample,
    add_tasks,
)
from kodebenk.cli.words import Language
from kodebenk.domain.coding import Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellContent, ColumnKind

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
    add_project(parser)
    parser.add_argument("--title", default="", help="title (default: the name of the file)")
    parser.add_argument("--coder", default="", metavar="NAME", help="who codes (default: the name you log in with)")


def _info(parser: argparse.ArgumentParser) -> None:
    add_project(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="see docs/user/importing.md for formats")
    add_choice(parser, "--kind", SourceKind, "KIND", f"what they are: {', '.join(SourceKind)} (default: guessed)")
    parser.add_argument("--respondent", default="", metavar="NAME", help="to whom they belong; added when new")
    parser.add_argument("--issuer", default="", help="who issued them")
    parser.add_argument("--date", type=iso_date, help="their date, as 2025-06-15")
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
        type=column_use,
        dest="columns",
        metavar="HEADING=USE",
        help=f"what a column of a survey holds: {', '.join(COLUMN_USES)}; may be repeated",
    )
    parser.add_argument(
        "--join-labels", action="store_true", help="take other writings of a speaker's label for the same speaker"
    )


def _text(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_document(parser)
    parser.add_argument("--lines", action="store_true", help="with page and line in front of every line")


def _speakers(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_document(parser)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=speaker_choice,
        dest="choices",
        metavar="LABEL=WHO",
        help="who speaks: a respondent (added when new), interviewer or none; may be repeated",
    )


def _replace_text(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_document(parser)
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the corrected text, in any format that can be imported"
    )
    parser.add_argument("--as-is", action="store_true", help="leave the text unrepaired")


def _respondents(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_import(parser, "csv or xlsx: the first column is the name, the rest are attributes")


def _codes(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_import(parser, "csv, xlsx (path, definition, colour, …) or qdc")
    add_out(parser, "docx, xlsx, csv or qdc")


def _code(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_document(parser)
    parser.add_argument("start", type=int, metavar="START", help="first character, counted from 0 in code points")
    parser.add_argument("end", type=int, metavar="END", help="one past the last character")
    parser.add_argument("code", metavar="CODE", help="name or path of a code that exists")
    parser.add_argument("--coder", default="", metavar="C", help="who codes (default: the project's first coder)")
    parser.add_argument("--respondent", default="", metavar="R", help="whose words (default: who speaks)")
    parser.add_argument("--stance", default="", metavar="S", help=f"{', '.join(Stance)}")
    parser.add_argument("--comment", default="", metavar="T", help="a note on the coding")


def _codings(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_import(
        parser,
        "csv, xlsx or jsonl with document, quote, code and optionally start, end, respondent, group, stance, kind, "
        "evidence, comment, condensation, coder; rows are placed by their quote",
    )
    parser.add_argument("--document", default="", metavar="D", help="only of this document")
    parser.add_argument("--code", default="", metavar="P", help="only of this code and those below it")
    parser.add_argument("--respondent", default="", metavar="R", help="only of this respondent")
    parser.add_argument("--coder", default="", metavar="C", help="only of this coder; with --import: who coded")
    add_out(parser, "csv, xlsx, jsonl or docx")
    add_policy(parser)


def _guide(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--guide", default="", metavar="NAME", help="only this guide")
    parser.add_argument("--document", default="", metavar="D", help="find, confirm and code only in this document")
    parser.add_argument("--target-group", default="", metavar="G", help="with --import: for whom the guide is")
    parser.add_argument("--coder", default="", metavar="C", help="with --code-answers: who codes")
    changes = parser.add_argument_group("changes, one at a time").add_mutually_exclusive_group()
    add_import(changes, "docx, odt, rtf, txt, md, html, pdf, or csv, xlsx with theme, question")
    changes.add_argument("--find", action="store_true", help="look for the questions anew; what is settled stays")
    changes.add_argument("--confirm", type=float, metavar="SCORE", help="confirm places from this score on, 50 to 100")
    changes.add_argument("--make-codes", action="store_true", help="make codes of the themes that have none")
    changes.add_argument("--code-answers", action="store_true", help="code the answers with the codes of the themes")


def _search(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("query", metavar="QUERY", help="words that stand one after the other; case does not matter")
    parser.add_argument("--document", default="", metavar="D", help="only in this document")
    parser.add_argument("--code-as", default="", metavar="CODE", help="code every hit with this code")
    parser.add_argument("--coder", default="", metavar="C", help="who codes the hits")


def _matrix(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--name", default="", metavar="M", help="a saved matrix; the options below overrule it")
    parser.add_argument(
        "--rows", type=matrix_rows, metavar="ROWS", help="respondents, documents, both or groups:ATTRIBUTE"
    )
    parser.add_argument("--columns", choices=[one.value for one in ColumnKind], help="what the columns are")
    parser.add_argument("--cells", choices=[one.value for one in CellContent], help="what the cells show")
    parser.add_argument("--by", default="", metavar="ATTR", help="attribute that bands the rows")
    add_import(parser, "csv or xlsx with row, column, summary, state, reason")
    add_out(parser, "docx, xlsx, csv or html")
    add_policy(parser)


def _history(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    add_out(parser, "csv, xlsx, jsonl or docx")


def _undo(parser: argparse.ArgumentParser) -> None:
    add_project(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("--repair", action="store_true", help="mend what can be mended without losing anything")


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
    "agreement": ("compare how coders coded the same sources", add_agreement),
    "agreement-ratings": (
        "compute how coders agree in a table of ratings that was made elsewhere",
        add_agreement_ratings,
    ),
    "agreement-units": ("compute how coders agree on units in a text, from a file made elsewhere", add_agreement_units),
    "tasks": ("list who codes what, and assign, finish or unblind it", add_tasks),
    "sample": ("list samples of turns, or draw one by chance", add_sample),
    "merge": ("add the work in another copy of a project", add_merge),
    "package": ("make a copy for another coder: sources and codebook, no codings", add_package),
    "history": ("list who did what and when", _history),
    "undo": ("take the last change back", _undo),
    "redo": ("make the change again that was undone last", _undo),
    "check": ("check that a project is sound, and list its backups", _check),
}
