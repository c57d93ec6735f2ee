"""Build function_words.csv: python function_words.py > ../function_words.csv. The classes are the source."""

from __future__ import annotations

import sys

CLASSES = {
    "article": """
        a an the
    """,
    "pronoun": """
        i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it
        its itself we us our ours ourselves they them their theirs themselves one ones who whom whose which
        what whoever whatever this that these those each every either neither some any none no all both few
        many much more most other another others several such same someone somebody something anyone anybody
        anything everyone everybody everything nobody nothing
    """,
    "auxiliary": """
        be am is are was were been being have has had having do does did doing done can could may might must
        shall should will would ought
    """,
    "preposition": """
        about above across after against along amid among around as at before behind below beneath beside
        between beyond by despite down during except for from in inside into like near of off on onto out
        outside over past per since than through throughout to toward towards under until up upon via with
        within without
    """,
    "conjunction": """
        and or but nor so yet if because although though while whereas unless whether when where why how
        once till
    """,
    "adverb": """
        not also just only even still already again ever never always often too very quite rather then now
        here there thus hence however else ago
    """,
    "contraction": """
        i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
        we're we've we'd we'll they're they've they'd they'll that's there's here's what's who's isn't
        aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't
        shouldn't mustn't let's
    """,
}


def main() -> None:
    """Write word and class, sorted by word."""
    rows = sorted((word, name) for name, listed in CLASSES.items() for word in listed.split())
    sys.stdout.write("word,class\n" + "".join(f"{word},{name}\n" for word, name in rows))


if __name__ == "__main__":
    main()
