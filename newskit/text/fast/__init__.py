"""Find known forms in a text without making a string of each, and describe many new forms together.

Half a thousand little strings, each looked up in a dictionary, are most of what an article costs to
encode. Nothing here changes a result: `dictionary.py` says in fifteen lines what the rest does, and
the tests hold the two side by side on random texts (`tests/test_fast.py`). Read in this order:

- `dictionary`: the readable version, which is always right;
- `codes`: each character is a number of one byte, so a form of up to 16 characters is its own key,
  two numbers of 64 bits;
- `finder`: a hash table over arrays, from key to number;
- `known_forms`: the dictionary with a finder before it;
- `plain_forms`: what has to be known of new forms, worked out for all plain ones at once.

The rest of newskit needs `Forms` alone.
"""

from newskit.text.fast.plain_forms import Forms

__all__ = ["Forms"]
