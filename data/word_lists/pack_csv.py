"""Pack the two largest CSV files that stand beside code: python pack_csv.py.

The CSV files here are what is edited; newskit.csv_files reads the packed ones.
"""

from __future__ import annotations

import lzma
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKED = {
    "data/word_lists/given_names.csv": "newskit/analyses/names/given_names.csv.xz",
    "data/line_model/line_weights.csv": "newskit/reading/text/line_weights.csv.xz",
}


def main() -> None:
    """Write the packed files."""
    for source, target in PACKED.items():
        data = (ROOT / source).read_bytes()
        packed = lzma.compress(data, check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME)
        (ROOT / target).write_bytes(packed)


if __name__ == "__main__":
    main()
