"""The columns of what is counted in a text; all of them add up."""

from __future__ import annotations

from newskit.tables import N_SENTENCES, N_WORDS, WHOLE, Column

COUNTED = (
    N_WORDS,
    N_SENTENCES,
    Column(
        "n_syllables", WHOLE, "syllables", "syllables, from CMU's dictionary, a rule or a model"
    ),
    Column("n_letters", WHOLE, "letters", "letters in words"),
    Column("n_characters", WHOLE, "characters", "letters and digits in words"),
    Column("n_monosyllables", WHOLE, "words", "words of one syllable"),
    Column("n_polysyllables", WHOLE, "words", "words of three or more syllables"),
    Column(
        "n_complex_words",
        WHOLE,
        "words",
        "hard words by Gunning's rules: three or more syllables, no names, "
        "no compounds of short words, no -es or -ed as third syllable",
    ),
    Column("n_long_words", WHOLE, "words", "words of seven or more letters"),
    Column(
        "n_function_words",
        WHOLE,
        "words",
        "English function words (the, of, and, ...): few of them in a text that is not English",
    ),
    Column(
        "n_unfamiliar_words",
        WHOLE,
        "words",
        "words not on the Dale-Chall list, inflections allowed, names and numbers counted as familiar",
    ),
    Column(
        "n_unlisted_words",
        WHOLE,
        "words",
        "words not on the Dale-Chall list as printed, names and numbers too",
    ),
    Column("n_unlisted_2_syllables", WHOLE, "words", "those of them with two or more syllables"),
    Column("n_unlisted_3_syllables", WHOLE, "words", "those of them with three or more syllables"),
    Column("n_mini_words", WHOLE, "words", "words of three letters or digits or fewer"),
    Column(
        "n_scrabble_points", WHOLE, "points", "what the letters are worth as English Scrabble tiles"
    ),
)
