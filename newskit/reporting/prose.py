"""What the report says beside its numbers: a title, how to read the plot, and what it does not mean."""

from __future__ import annotations

from typing import NamedTuple


class Prose(NamedTuple):
    """The words of one section."""

    title: str
    lead: str
    cautions: tuple[str, ...]


READABILITY = Prose(
    "How hard is it to read?",
    "Every formula weighs the length of sentences against the length or rarity of words. They were fitted on "
    "different texts, so they disagree; the gray field shows by how much.",
    (
        "The formulas count letters, syllables and words. They do not know whether the ideas are hard, whether the "
        "order helps, or what a reader already knows about the matter.",
        "A grade is a year of school in the United States, as readers were decades ago. It does not say who may "
        "read the article, and a high one does not say that it is good or bad.",
    ),
)
SENTIMENT = Prose(
    "How does it sound?",
    "A word list gives words a mood; VADER's rules add it up, sentence by sentence, with negation and emphasis. "
    "The score of the article is the mean of its sentences.",
    (
        "A low score mostly says that the subject is grim: war, loss and fear are negative words whoever writes "
        "them. It is not the writer's opinion, and says nothing about fairness.",
        "The word list began with posts in social media and was fitted to editorials and political news. It does not "
        "know irony, or what a word means in this place.",
    ),
)
TIMELINE = Prose(
    "When does it happen?",
    "The upright lines are the stamps the outlet printed. Each row is a time the article names, resolved from the "
    "day of publication: what lies before it is blue, what lies after it is orange and hatched.",
    (
        "One copy of an article cannot show what was changed between publication and update, only that both were "
        "printed.",
        "“Friday” is resolved to a calendar day by a rule, not by knowledge of what happened. A dashed frame is "
        "vague by its own words, an arrow is a length of time; a question mark was found but not resolved, and is "
        "not guessed.",
    ),
)
QUOTES = Prose(
    "Whose words are they?",
    "Every stretch inside quotation marks, whose it is, and the words that say so; paraphrases are drawn hollow. "
    "Quotation marks that set a word apart without quoting anyone are called scare quotes and belong to no speaker.",
    (
        "Quotation marks are the outlet's claim that someone said these words. They do not show that it was said "
        "so, or what was left out.",
        "Someone without quotation marks may still be paraphrased at length. A share of the quoted words is not a "
        "share of the article, or of its sympathy.",
    ),
)
