"""The words of an article in order, in small letters."""

from __future__ import annotations

from collections.abc import Iterator

from newskit.inputs import Articles, as_articles, batches
from newskit.text.batch import Batch
from newskit.text.forms import fold, word


def folded_word(form: str) -> str:
    """Return the word of a token in small letters, "" where it holds none."""
    found = word(form)
    return fold(found.text) if found else ""


def words_by_article(articles: Articles) -> Iterator[tuple[str, list[str]]]:
    """Give each article's words in order, in small letters."""
    for part in batches(as_articles(articles)):
        batch = Batch(part)
        tokens = batch.tokens()
        folded = tokens.feature(folded_word, object)
        for i, article_id in enumerate(batch.ids):
            yield (
                article_id,
                [w for w in folded[tokens.first[i] : tokens.first[i + 1]].tolist() if w],
            )
