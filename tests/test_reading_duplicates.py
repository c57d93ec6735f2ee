"""Copies of one article: exact, near, and none; the work grows with the number of articles."""

from __future__ import annotations

import random

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError
from newskit.text.near_duplicates import CROWD, SKETCH, candidate_pairs, similarity

WORDS = [
    f"{a}{b}"
    for a in ("har", "fer", "mar", "bri", "sto", "lan", "ped", "vol")
    for b in ("bor", "ry", "ket", "dge", "ne", "tern")
]
BOILERPLATE = (
    "Share this article on every network. Sign up for our morning letter. "
    "Read more stories from the bay here."
)


def article(seed: int, words: int = 300) -> str:
    pick = random.Random(seed)
    return " ".join(f"{pick.choice(WORDS)}{pick.randrange(60)}" for _ in range(words))


def edited(text: str, seed: int) -> str:
    """Boilerplate around it, the end cut off, one word in fifty changed."""
    pick = random.Random(seed)
    words = text.split()
    words = [w if pick.random() > 0.02 else "other" for w in words[: int(len(words) * 0.85)]]
    return f"{BOILERPLATE} {' '.join(words)} {BOILERPLATE}"


def test_exact_and_near_copies_and_single_articles() -> None:
    texts = [article(1), article(2), article(1).upper() + "!", edited(article(1), 5), article(3)]
    found = nk.duplicates(texts)
    assert found["article_id"].to_list() == ["0", "1", "2", "3", "4"]
    assert found["kind"].to_list() == ["kept", "single", "exact", "near", "single"]
    assert found["group"].isna().to_list() == [False, True, False, False, True]
    assert found["keep"].to_list() == [True, True, False, False, True]
    assert found["similarity"][0] == 1.0
    assert 0.5 <= found["similarity"][3] < 1.0
    assert pd.isna(found["similarity"][1])


def test_the_first_published_is_kept_then_the_longest() -> None:
    frame = pd.DataFrame(
        {
            "text": [article(1), article(1)],
            "published": pd.to_datetime(["2024-05-07", "2024-05-06"]),
        }
    )
    assert nk.duplicates(frame)["keep"].to_list() == [False, True]
    assert nk.duplicates([article(1), article(1) + " and so on"])["keep"].to_list() == [False, True]


def test_found_and_missed_on_made_copies() -> None:
    """200 articles and 100 edited copies of them: all are found, and nothing else."""
    texts = [article(n) for n in range(200)] + [edited(article(n), n) for n in range(100)]
    found = nk.duplicates(texts)
    assert found["kind"].value_counts().to_dict() == {"single": 100, "kept": 100, "near": 100}
    assert found["group"][:100].to_list() == found["group"][200:].to_list()


def test_shared_boilerplate_makes_no_copies() -> None:
    texts = [f"{BOILERPLATE} {article(n)} {BOILERPLATE}" for n in range(150)]
    assert set(nk.duplicates(texts)["kind"]) == {"single"}


def test_pairs_grow_with_the_number_of_articles_not_with_its_square() -> None:
    def pairs(n: int) -> int:
        base = frozenset(range(40))  # a phrase of the publisher in every article
        sets = [base | frozenset(random.Random(i).sample(range(10**9), 250)) for i in range(n)]
        return sum(1 for _ in candidate_pairs(sets))

    few, many = pairs(200), pairs(1600)
    assert many <= 8 * few * 1.5
    assert many < 1600 * CROWD * SKETCH


def test_similarity_is_jaccard() -> None:
    assert similarity(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert similarity(frozenset(), frozenset()) == 0.0


def test_empty_and_missing_texts() -> None:
    assert nk.duplicates(["", "", "."])["kind"].to_list() == ["single"] * 3
    frame = pd.DataFrame({"text": pd.Series([None, None, "A ferry sailed."], dtype="string")})
    assert nk.duplicates(frame)["kind"].to_list() == ["single"] * 3
    assert list(nk.duplicates(pd.DataFrame({"text": []})).columns) == list(
        nk.codebook("duplicates")["column"]
    )


def test_short_texts() -> None:
    assert nk.duplicates(["Ferry sails", "Ferry sails.", "Ferry"])["kind"].to_list() == [
        "kept",
        "exact",
        "single",
    ]


@pytest.mark.parametrize("threshold", [0, -1, 1.5, "x", None])
def test_a_threshold_that_is_none(threshold: object) -> None:
    with pytest.raises(InputError, match="threshold is"):
        nk.duplicates(["a"], threshold=threshold)  # type: ignore[arg-type]


def test_hostile_text_is_read_in_linear_time() -> None:
    assert (
        nk.duplicates(["a " * 200_000, "é" * 200_000, "\ud800 " * 1000])["kind"].to_list()
        == ["single"] * 3
    )
