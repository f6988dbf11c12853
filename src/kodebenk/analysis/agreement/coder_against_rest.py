"""Puts the pairs of one coder with each other coder together. Loads numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kodebenk.analysis.agreement.joint_table import JointTable, pick_coders


def put_against_rest(table: JointTable, coder: int) -> JointTable:
    """Return a table of two coders, the one and "another", with every unit once for each other coder.

    Alpha of it says how a coder agrees with the others, whoever these agree with among themselves. The clusters are
    those of the table, so that samples draw a turn with all its pairs.

    Args:
        table: of coders who have all finished every source.
        coder: their number.
    """
    pairs = [pick_coders(table, (coder, other)) for other in range(table.coders) if other != coder]
    return replace(
        pairs[0],
        cluster_size=np.sum([pair.cluster_size for pair in pairs], axis=0),
        cluster=np.concatenate([pair.cluster for pair in pairs]),
        code=np.concatenate([pair.code for pair in pairs]),
        coded=np.concatenate([pair.coded for pair in pairs]),
        units=np.concatenate([pair.units for pair in pairs]),
        spans=np.sum([pair.spans for pair in pairs], axis=0),
    )
