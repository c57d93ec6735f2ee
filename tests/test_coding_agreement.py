"""Agreement of coders: equal to what is published, to the printed digit; and what it does with poor sheets."""

from __future__ import annotations

from collections import Counter

import pytest

import newskit as nk
from tests.coding_examples import EXAMPLES, ORDINAL, ORDINAL_BY_A_PEER, Example

PRINTED = [(example, what) for example in EXAMPLES for what in example.printed]


def measured(example: Example, what: str) -> float:
    measure, _, distance = what.partition(" ")
    is_alpha = measure == "krippendorff_alpha"
    weights = distance if measure == "cohen_kappa" and distance != "nominal" else None
    found = nk.coding.agreement(
        example.frame, level=distance if is_alpha else "nominal", kappa_weights=weights, interval=False
    )
    row = found[(found["measure"] == measure) & (found["distance"] == distance)]
    return float(row["value"].iloc[0])


@pytest.mark.parametrize(("example", "what"), PRINTED, ids=lambda x: x if isinstance(x, str) else x.source[:40])
def test_equals_what_is_printed(example, what):
    printed = example.printed[what]
    digits = len(printed.partition(".")[2])
    assert f"{measured(example, what):.{digits}f}" == printed, example.source


@pytest.mark.parametrize("source", ORDINAL_BY_A_PEER)
def test_ordinal_alpha_is_that_of_a_peer(source):
    (example,) = (example for example in EXAMPLES if example.source.startswith(source))
    assert f"{measured(example, ORDINAL):.6f}" == ORDINAL_BY_A_PEER[source]


def test_every_measure_has_five_published_examples():
    n = Counter(what for _, what in PRINTED)
    assert n.pop(ORDINAL) == 4  # and five by a peer
    assert min(n.values()) >= 5, n
