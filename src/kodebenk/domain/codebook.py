"""Codes, their tree and the rules that hold in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from kodebenk.domain.naming import check_free_name
from kodebenk.errors import Rule, RuleBroken

SLOT_COUNT = 24
"""Colour and shape pairs; from 25 codes on a letter joins the mark."""


class CodeOrigin(StrEnum):
    """Where a code came from."""

    DEDUCTIVE = "deductive"
    INDUCTIVE = "inductive"
    IN_VIVO = "in_vivo"


@dataclass(frozen=True, slots=True)
class Code:
    """A named idea with a definition. A theme is a code without a parent.

    Attributes:
        slot: colour and shape, from 1.
        key: the digit that codes with it, or empty.
        name_other: the name in the project's other language.
    """

    id: int
    guid: str
    parent_id: int | None
    position: int
    name: str
    slot: int
    key: str = ""
    name_other: str = ""
    definition: str = ""
    use_when: str = ""
    use_not: str = ""
    example: str = ""
    synonyms: tuple[str, ...] = ()
    origin: CodeOrigin | None = None
    memo: str = ""


@dataclass(frozen=True)
class Codebook:
    """The tree of codes, in order. Children of one code are sorted by position, then by id."""

    codes: tuple[Code, ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[int, Code]:
        return {code.id: code for code in self.codes}

    @cached_property
    def _children(self) -> dict[int | None, list[Code]]:
        children: dict[int | None, list[Code]] = {}
        for code in sorted(self.codes, key=lambda code: (code.position, code.id)):
            children.setdefault(code.parent_id, []).append(code)
        return children

    @cached_property
    def themes(self) -> tuple[Code, ...]:
        """The codes at the top."""
        return self.children_of(None)

    def children_of(self, code_id: int | None) -> tuple[Code, ...]:
        """Return the codes directly below, in order."""
        return tuple(self._children.get(code_id, ()))

    def below(self, code_id: int) -> Iterator[Code]:
        """Yield every code below, depth first; not the code itself."""
        for child in self.children_of(code_id):
            yield child
            yield from self.below(child.id)

    def in_order(self) -> Iterator[tuple[Code, int]]:
        """Yield every code with its depth, as the tree reads from top to bottom."""
        yield from self._walk(None, 0)

    def _walk(self, parent_id: int | None, depth: int) -> Iterator[tuple[Code, int]]:
        for code in self.children_of(parent_id):
            yield code, depth
            yield from self._walk(code.id, depth + 1)

    def path_of(self, code_id: int) -> str:
        """Return `Theme/Category/Code`."""
        return "/".join(code.name for code in self.lineage(code_id))

    def lineage(self, code_id: int) -> tuple[Code, ...]:
        """Return the codes from the theme down to this one."""
        chain = []
        current: int | None = code_id
        while current is not None:
            code = self.by_id[current]
            chain.append(code)
            current = code.parent_id
        return tuple(reversed(chain))

    def theme_of(self, code_id: int) -> Code:
        return self.lineage(code_id)[0]

    def is_heading(self, code: Code) -> bool:
        """Tell whether the code is a theme with codes below it, shown without colour."""
        return code.parent_id is None and bool(self._children.get(code.id))

    def find(self, name_or_path: str) -> Code:
        """Return the code of that name or path; exactly first, then without regard to case.

        Raises:
            RuleBroken: NOT_FOUND, or AMBIGUOUS_NAME with the candidates' paths.
        """
        wanted = name_or_path.strip()
        for fold in (str, str.casefold):
            by_path = [code for code in self.codes if fold(self.path_of(code.id)) == fold(wanted)]
            found = by_path or [code for code in self.codes if fold(code.name) == fold(wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                paths = sorted(self.path_of(code.id) for code in found)
                raise RuleBroken(Rule.AMBIGUOUS_NAME, kind="code", name=wanted, candidates=paths)
        raise RuleBroken(Rule.NOT_FOUND, kind="code", name=wanted)

    def check_name(self, name: str, parent_id: int | None, *, ignore_id: int | None = None) -> str:
        """Return the name as it may be stored.

        Raises:
            RuleBroken: it is empty or taken by a sibling, or holds a slash.
        """
        siblings = (one.name for one in self.children_of(parent_id) if one.id != ignore_id)
        cleaned = check_free_name("code", name, siblings)
        if "/" in cleaned:
            raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="code name", value=cleaned, allowed=["no /"])
        return cleaned

    def check_move(self, code_id: int, parent_id: int | None) -> None:
        """Make sure that a code may stand below `parent_id`.

        Raises:
            RuleBroken: it would lie below itself, or a sibling there has its name.
        """
        if parent_id is not None and code_id in {code.id for code in self.lineage(parent_id)}:
            raise RuleBroken(Rule.CODE_BELOW_ITSELF, name=self.by_id[code_id].name)
        self.check_name(self.by_id[code_id].name, parent_id, ignore_id=code_id)

    def free_slot(self) -> int:
        """Return the least used slot, the lowest among equals. Headings use none."""
        used = dict.fromkeys(range(1, SLOT_COUNT + 1), 0)
        for code in self.codes:
            if code.slot in used and not self.is_heading(code):
                used[code.slot] += 1
        return min(used, key=lambda slot: (used[slot], slot))

    def free_key(self) -> str:
        """Return the lowest digit from 1 to 9 that no code has, or an empty string."""
        taken = {code.key for code in self.codes}
        return next((key for key in "123456789" if key not in taken), "")


def split_path(path: str) -> Sequence[str]:
    """Return the names in `Theme/Category/Code`, without blanks around them."""
    return [part.strip() for part in path.split("/") if part.strip()]
