"""The codebook in and out of files."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kodebenk.application import queries
from kodebenk.application.codebook_actions import import_codes
from kodebenk.application.open_project import OpenProject
from kodebenk.bundled_files import find_resource
from kodebenk.domain.codebook import SLOT_COUNT, Code, Codebook
from kodebenk.errors import Rule, RuleBroken

if TYPE_CHECKING:
    from kodebenk.importing.codebook_reader import CodeRow

_TAKEN_AS_IT_IS = ("guid", "definition", "use_when", "use_not", "example", "synonyms", "name_other", "key")


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A code as lists and exports show it.

    Attributes:
        path: `Theme/Category/Code`; depth: 0 for a theme.
        colour: `#rrggbb` of its slot in the light theme.
        codings: of the code itself; respondents: number of respondents that they belong to.
    """

    code: Code
    path: str
    depth: int
    colour: str
    codings: int
    respondents: int


def list_codes(project: OpenProject) -> list[ListedCode]:
    """Return the codes in the order of the tree."""
    book = queries.codebook(project)
    counts: Counter[int] = Counter()
    people: dict[int, set[int]] = defaultdict(set)
    for one in queries.codings(project):
        counts[one.code_id] += 1
        people[one.code_id].update(queries.respondents_of_coding(project, one))
    return [
        ListedCode(code, book.path_of(code.id), depth, colour_of(code.slot), counts[code.id], len(people[code.id]))
        for code, depth in book.in_order()
    ]


def export_codes(project: OpenProject, path: Path, *, language: str, overwrite: bool = False) -> None:
    """Write the codebook to .docx, .xlsx, .csv or .qdc. Raises ExportFailed."""
    from kodebenk.exporting.codebook_export import ExportedCode, export_codebook

    exported = [
        ExportedCode(
            path=one.path,
            name=one.code.name,
            depth=one.depth,
            guid=one.code.guid,
            colour=one.colour,
            definition=one.code.definition,
            use_when=one.code.use_when,
            use_not=one.code.use_not,
            example=one.code.example,
            synonyms=one.code.synonyms,
            codings=one.codings,
            respondents=one.respondents,
        )
        for one in list_codes(project)
    ]
    export_codebook(exported, path, language, title=project.title, overwrite=overwrite)


def import_code_file(project: OpenProject, path: Path) -> list[int]:
    """Add or complete codes from a csv, xlsx or qdc file in one change and return their ids, in order.

    A colour becomes the nearest of our own; a code that has it already keeps its mark.

    Raises:
        SourceUnreadable: the file cannot be read; nothing changed.
    """
    return import_read_codes(project, read_code_file(path))


def read_code_file(path: Path) -> list[CodeRow]:
    """Return the codes of a csv, xlsx or qdc file. Raises SourceUnreadable."""
    from kodebenk.importing.codebook_reader import read_codebook

    return read_codebook(path)


def import_read_codes(project: OpenProject, codes: Sequence[CodeRow]) -> list[int]:
    """Add or complete codes that were read before, as `import_code_file` does."""
    marks = _Marks(queries.codebook(project))
    rows: list[tuple[str, dict[str, Any]]] = []
    for one in codes:
        values = {name: getattr(one, name) for name in _TAKEN_AS_IT_IS}
        rows.append((one.path, values | {"slot": one.slot or marks.slot_for(one.path, one.colour)}))
    return import_codes(project, rows)


def colour_of(slot: int) -> str:
    """Return the colour of a slot in the light theme, as `#rrggbb`."""
    colours = code_colours()
    return colours[(slot - 1) % len(colours)]


@cache
def code_colours() -> tuple[str, ...]:
    """Return the colours of codes in the light theme, as `#rrggbb`; slots go through them again and again."""
    theme = tomllib.loads(find_resource("themes/light.toml").read_text("utf-8"))
    return tuple(str(colour).lower() for colour in theme["codes"]["colors"])


class _Marks:
    """Finds slots for colours, so that codes of one colour differ in shape as long as there are shapes."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self._used = Counter(code.slot for code in book.codes)

    def slot_for(self, path: str, colour: str) -> int | None:
        if not colour:
            return None
        wanted = list(self._slots_like(colour))
        known = self._known_slot(path)
        slot = known if known in wanted else min(wanted, key=lambda one: (self._used[one], one))
        self._used[slot] += 1
        return slot

    def _slots_like(self, colour: str) -> Iterator[int]:
        nearest = min(code_colours(), key=lambda known: _distance(known, colour))
        return (slot for slot in range(1, SLOT_COUNT + 1) if colour_of(slot) == nearest)

    def _known_slot(self, path: str) -> int | None:
        try:
            return self._book.find(path).slot
        except RuleBroken as error:
            if error.rule not in (Rule.NOT_FOUND, Rule.AMBIGUOUS_NAME):
                raise
            return None


def _distance(one: str, other: str) -> int:
    """Return the squared distance in sRGB, which is near enough for a choice among twelve."""
    return sum((int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) ** 2 for at in (1, 3, 5))
