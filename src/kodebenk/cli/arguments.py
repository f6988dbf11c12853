"""What can be typed after `kodebenk`, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from kodebenk import __version__
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
        _add_output(command)
    return parser


def command_names() -> Sequence[str]:
    """Return the names of all commands, in the order of the help."""
    return tuple(_COMMANDS)


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


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
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="txt, docx or pdf")
    parser.add_argument(
        "--kind",
        type=SourceKind,
        choices=list(SourceKind),
        metavar="KIND",
        help=f"what they are: {', '.join(SourceKind)} (default: guessed)",
    )
    parser.add_argument("--respondent", default="", metavar="NAME", help="to whom they belong; added when new")
    parser.add_argument("--issuer", default="", help="who issued them")
    parser.add_argument("--date", type=_iso_date, help="their date, as 2025-06-15")
    parser.add_argument("--as-is", action="store_true", help="leave the text unrepaired")


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


def _add_import(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument("--import", type=Path, dest="import_file", metavar="FILE", help=formats)


def _add_out(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"write to this file: {formats}")
    parser.add_argument("--overwrite", action="store_true", help="replace the file of --out where it exists")


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--show",
        type=LabelPolicy,
        choices=list(LabelPolicy),
        default=LabelPolicy.LABEL,
        metavar="label|role|name",
        help="what the file of --out prints for a respondent (default: label)",
    )


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date such as 2025-06-15: {text!r}") from None


def _speaker_choice(text: str) -> tuple[str, str]:
    label, equals, who = text.rpartition("=")
    if not equals or not label.strip() or not who.strip():
        raise argparse.ArgumentTypeError(f"not LABEL=WHO: {text!r}")
    return label.strip(), who.strip()


def _rows(text: str) -> str:
    kind, colon, attribute = text.partition(":")
    named = kind == RowKind.GROUPS and attribute.strip()
    if kind not in set(RowKind) or (colon and not named):
        raise argparse.ArgumentTypeError(f"not respondents, documents, both or groups:ATTRIBUTE: {text!r}")
    return text


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": ("make the example project and open it", _demo),
    "new": ("make an empty project", _new),
    "info": ("say what is in a project", _info),
    "import": ("add sources; a bad file does not stop the others", _import),
    "text": ("show the stored text of a document", _text),
    "speakers": ("show or settle who speaks in a document", _speakers),
    "respondents": ("list respondents, or import them with their attributes", _respondents),
    "codes": ("list the codebook, import or export it", _codes),
    "code": ("code one passage", _code),
    "codings": ("list codings, export them, or import them by their quotes", _codings),
    "search": ("find words in all documents", _search),
    "matrix": ("show the respondent-by-theme matrix, export it, or import its cells", _matrix),
    "history": ("list who did what and when", _history),
    "undo": ("take the last change back", _undo),
    "redo": ("make the change again that was undone last", _undo),
    "check": ("check that a project is sound, and list its backups", _check),
}
