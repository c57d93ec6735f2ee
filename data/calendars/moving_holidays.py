"""Write newskit/analyses/timeline/moving_holidays.csv: the days of holidays of other calendars.

python moving_holidays.py > ../../newskit/analyses/timeline/moving_holidays.csv

The days are those of the tables of the PyPI package holidays 0.109 (MIT, the Vacanza team and
contributors): the Islamic ones by the Umm al-Qura calendar of Saudi Arabia (other countries may
see the moon a day later); the Hindu, Chinese and Hebrew ones as the package lists them. A festival
that begins at sunset has the day after it.
"""

from __future__ import annotations

import sys

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

FIRST_YEAR, LAST_YEAR = 1990, 2050
TABLES = {
    "ashura": _IslamicLunar.ASHURA_DATES,
    "eid_al_adha": _IslamicLunar.EID_AL_ADHA_DATES,
    "eid_al_fitr": _IslamicLunar.EID_AL_FITR_DATES,
    "islamic_new_year": _IslamicLunar.HIJRI_NEW_YEAR_DATES,
    "mawlid": _IslamicLunar.MAWLID_DATES,
    "ramadan": _IslamicLunar.RAMADAN_BEGINNING_DATES,
    "diwali": _HinduLunisolar.DIWALI_INDIA_DATES,
    "dussehra": _HinduLunisolar.DUSSEHRA_DATES,
    "ganesh_chaturthi": _HinduLunisolar.GANESH_CHATURTHI_DATES,
    "guru_nanak_jayanti": _HinduLunisolar.GURU_NANAK_JAYANTI_DATES,
    "holi": _HinduLunisolar.HOLI_DATES,
    "janmashtami": _HinduLunisolar.JANMASHTAMI_DATES,
    "maha_shivaratri": _HinduLunisolar.MAHA_SHIVARATRI_DATES,
    "navratri": _HinduLunisolar.SHARAD_NAVRATRI_DATES,
    "onam": _HinduLunisolar.ONAM_DATES,
    "raksha_bandhan": _HinduLunisolar.RAKSHA_BANDHAN_DATES,
    "ram_navami": _HinduLunisolar.RAM_NAVAMI_DATES,
    "thaipusam": _HinduLunisolar.THAIPUSAM_DATES,
    "vesak": _HinduLunisolar.BUDDHA_PURNIMA_DATES,
    "dragon_boat": _ChineseLunisolar.DRAGON_BOAT_DATES,
    "lunar_new_year": _ChineseLunisolar.LUNAR_NEW_YEAR_DATES,
    "mid_autumn": _ChineseLunisolar.MID_AUTUMN_DATES,
    "hanukkah": _HebrewLunisolar.HANUKKAH_DATES,
    "passover": _HebrewLunisolar.PASSOVER_DATES,
    "purim": _HebrewLunisolar.PURIM_DATES,
    "rosh_hashanah": _HebrewLunisolar.ROSH_HASHANAH_DATES,
    "shavuot": _HebrewLunisolar.SHAVUOT_DATES,
    "sukkot": _HebrewLunisolar.SUKKOT_DATES,
    "yom_kippur": _HebrewLunisolar.YOM_KIPPUR_DATES,
}


def days(listed: object) -> str:
    """Write the days of a year, MM-DD; an Islamic festival may come twice."""
    pairs = listed if listed and isinstance(listed[0], tuple) else (listed,)
    return " ".join(f"{month:02d}-{day:02d}" for month, day in filter(None, pairs))


def main() -> None:
    """Print the table: one row per year, one column per festival, empty where the source ends."""
    lines = [
        "# Made by data/calendars/moving_holidays.py from the PyPI package holidays 0.109 (MIT).",
        ",".join(["year", *TABLES]),
    ]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        cells = [days(table.get(year, ())) for table in TABLES.values()]
        lines.append(",".join([str(year), *cells]))

    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
