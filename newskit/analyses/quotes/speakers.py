"""Who speaks how much: quotations gathered by speaker."""

from __future__ import annotations

import pandas as pd

from newskit.analyses.quotes.by_group import SPEAKERS_BY_GROUP
from newskit.analyses.quotes.speaker_rows import speaker_rows
from newskit.grouping import By, by_group_of_table


def speakers(
    quotes: pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Say who speaks in each article, and how much of what is quoted is theirs.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations, as `newskit.quotes` returns it. Scare quotes and indirect speech are
        left out.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        table of quotations; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article and speaker, in order of first quotation: `article_id`; `speaker` (NA
        gathers the quotations without a known speaker); `speaker_type`; `named` (whether the row
        has a name); `n_quotes` (quotations in quotation marks); `n_words` (quoted words); `share`
        (0 to 1, of the article's quoted words; higher is more to say); `share_doubtful` (0 to 1, of
        the speaker's quoted words: those whose `confidence` is below 0.5); `concentration` (0 to 1,
        the same for all rows of an article: the Herfindahl index, the sum of the squared shares,
        among the quoted words whose speaker has a name; 1 is one speaker, 1/n is n equal ones; NA
        where no one has a name); `mean_words` (words per quotation); `first_start` (characters, in
        the column that the first quotation stands in); `cues` (cues used, in order of first use,
        separated by '; '; NA when there is none).

        With `by`, one row per group and speaker, who has most words first: the keys, `rank`,
        `speaker`, `n_articles` (of the group), `n_quotes`, `n_words` (quoted), `share` (0 to 1, of
        the quoted words of the group), `n_articles_with` (articles that quote the speaker), and
        `caveats`.

    Raises
    ------
    InputError
        If a column of the table of quotations is missing.

    Examples
    --------
    >>> from newskit.analyses.quotes import quotes, speakers
    >>> table = speakers(quotes('"We won," said Ann Lee. "It rained," said Bo Ek.'))
    >>> table[["speaker", "n_words", "share"]].values.tolist()
    [['Ann Lee', 2, 0.5], ['Bo Ek', 2, 0.5]]
    """
    table = speaker_rows(quotes)
    return by_group_of_table(SPEAKERS_BY_GROUP, table, quotes, by, interval)
