"""The columns of what is counted in a text; all of them add up."""

from __future__ import annotations

from newskit.tables import N_SENTENCES, N_WORDS, WHOLE, Column


def _words(name: str, meaning: str) -> Column:
    return Column(name, WHOLE, "words", meaning)


COUNTED = (
    N_WORDS,
    N_SENTENCES,
    Column(
        "n_syllables", WHOLE, "syllables", "syllables, from CMU's dictionary, a rule or a model"
    ),
    Column("n_letters", WHOLE, "letters", "letters in words"),
    Column("n_characters", WHOLE, "characters", "letters and digits in words"),
    _words("n_monosyllables", "words of one syllable"),
    _words("n_polysyllables", "words of three or more syllables"),
    _words(
        "n_complex_words",
        "hard words by Gunning's rules: three or more syllables, no names, "
        "no compounds of short words, no -es or -ed as third syllable",
    ),
    _words("n_long_words", "words of seven or more letters"),
    _words(
        "n_function_words",
        "English function words (the, of, and, ...): few of them in a text that is not English",
    ),
    _words(
        "n_unfamiliar_words",
        "words not on the Dale-Chall list, inflections allowed, "
        "names and numbers counted as familiar",
    ),
    _words(
        "n_unlisted_words", "words not on the Dale-Chall list as printed, names and numbers too"
    ),
    _words("n_unlisted_2_syllables", "those of them with two or more syllables"),
    _words("n_unlisted_3_syllables", "those of them with three or more syllables"),
    _words("n_mini_words", "words of three letters or digits or fewer"),
    Column(
        "n_scrabble_points", WHOLE, "points", "what the letters are worth as English Scrabble tiles"
    ),
)
