"""What can be chosen for an import, by name; light enough for the help of the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kodebenk.importing.imported_document import ALL_REPAIRS, ColumnUse, Repair

CLEAN_UP_STEPS = tuple(one.value for one in Repair)
"""Names of the steps of the clean-up."""

COLUMN_USES = tuple(one.value for one in ColumnUse)
"""Names of what a column of a survey can hold."""


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """How sources are read, as somebody names it.

    Attributes:
        as_is: leave the text unrepaired.
        without: steps of the clean-up that are left out.
        encoding: of text files, empty for the one found.
        columns: what columns of a survey hold, by heading.
        join_labels: take other writings of a speaker's label for the same speaker.
    """

    as_is: bool = False
    without: Sequence[str] = ()
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    join_labels: bool = False

    @property
    def repairs(self) -> frozenset[Repair]:
        """The steps that are on."""
        return frozenset() if self.as_is else ALL_REPAIRS - {Repair(one) for one in self.without}

    @property
    def column_uses(self) -> Mapping[str, ColumnUse]:
        return {heading: ColumnUse(use) for heading, use in self.columns.items()}
