"""How coders agree on the borders of codes, and on the choice between the codes of a theme. Loads numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kodebenk.analysis.agreement.coders_report import ComparedTheme
from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.analysis.agreement.comparison import Comparison
from kodebenk.analysis.agreement.continuum import Unit, make_continuum
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.krippendorff_alpha import krippendorff_alpha
from kodebenk.analysis.agreement.span_layout import Layout, merge_codes
from kodebenk.analysis.agreement.unitizing_alpha import UnitizingAlphas, unitizing_alphas
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.domain.codebook import Codebook


class CodedAxis:
    """The passages of all documents, one document after the other, on an axis of the characters in scope.

    `layout` is of what all have finished; `names` are those of the codes, by number; no two are alike.
    """

    def __init__(self, layout: Layout, coders: int, names: Sequence[str]) -> None:
        passages = layout.passages
        self._size, self._coders = layout.size, coders
        self._units: dict[tuple[int, int], list[Unit]] = defaultdict(list)
        columns = (passages.code, passages.coder, passages.start, passages.end)
        for code, coder, start, end in zip(*(column.tolist() for column in columns), strict=True):
            self._units[code, coder].append(Unit(start, end, names[code]))

    def compare_one(self, code: int) -> Coefficient:
        """Return |uα of one code."""
        return self.compare((code,)).u_alpha_binary

    def compare(self, codes: Sequence[int]) -> UnitizingAlphas:
        """Return the alphas of unitizing of codes that exclude each other.

        Raises:
            RuleBroken: VALUES_OVERLAP.
        """
        units = {str(coder): self._units_of(codes, coder) for coder in range(self._coders)}
        return unitizing_alphas(make_continuum(self._size, units))

    def find_overlapping(self, codes: Sequence[int]) -> list[int]:
        """Return the coders who gave two of the codes to the same characters."""
        return [coder for coder in range(self._coders) if _overlap(self._units_of(codes, coder))]

    def is_used(self, code: int) -> bool:
        """Tell whether anybody has a passage of a code in scope."""
        return any(self._units.get((code, coder)) for coder in range(self._coders))

    def _units_of(self, codes: Sequence[int], coder: int) -> list[Unit]:
        return [unit for code in codes for unit in self._units.get((code, coder), ())]


def _overlap(units: list[Unit]) -> bool:
    reached = 0
    for unit in sorted(units):
        if unit.start < reached:
            return True
        reached = max(reached, unit.end)
    return False


def compare_themes(
    codebook: Codebook, setup: AgreementSetup, comparison: Comparison, layout: Layout, axis: CodedAxis
) -> Iterator[ComparedTheme]:
    """Yield the themes of which at least two compared codes were used, in the order of the codebook.

    Args:
        codebook: of the project.
        setup: settled.
        comparison: what comes of the setup.
        layout: what `lay_out_shared` gives of the comparison.
        axis: of the layout.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for number, code_id in enumerate(setup.codes):
        if axis.is_used(number):
            members[codebook.theme_of(code_id).id].append(number)
    themes = {theme_id: numbers for theme_id, numbers in members.items() if len(numbers) > 1}
    merged = _measure_merged(comparison, layout, list(themes.values()))
    for (theme_id, numbers), alpha in zip(themes.items(), merged, strict=True):
        overlapping = axis.find_overlapping(numbers)
        yield ComparedTheme(
            theme_id,
            codebook.by_id[theme_id].name,
            tuple(codebook.path_of(setup.codes[number]) for number in numbers),
            None if overlapping else axis.compare(numbers),
            tuple(setup.raters[rater].name for rater in overlapping),
            alpha,
        )


def _measure_merged(comparison: Comparison, layout: Layout, groups: Sequence[Sequence[int]]) -> list[Coefficient]:
    """Return the alpha of each group of codes as if it were one code."""
    table = build_joint_table(comparison, layout=merge_codes(layout, comparison.coders, groups))
    found = [krippendorff_alpha(table.ratings_of(number)) for number in range(len(groups))]
    return [Coefficient(one.value, one.undefined) for one in found]
