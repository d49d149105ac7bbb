"""Countries by their Taiwanese names, and the time zone of a place: from CLDR (Babel) and tzfpy, no list of our own."""

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location
from tzfpy import get_tz

from drafting.material import Position
from drafting.trip import DestinationKind

_HOME = "Asia/Taipei"
_MAINLAND = "中國大陸"
_SPECIAL = {
    _MAINLAND: "CN",
    "大陸地區": "CN",
    "中國": "CN",
    "香港": "HK",
    "澳門": "MO",
    "大韓民國": "KR",
    "韓國": "KR",
    "南韓": "KR",
    "阿聯": "AE",
    "沙國": "SA",
    "法屬": "",
}
"""Names in use that CLDR does not know; "" is no country."""

_MAINLAND_PLACES = (
    "北京|上海|天津|重慶|廣東|福建|浙江|江蘇|山東|山西|河北|河南|湖北|湖南|江西|安徽|四川|貴州|雲南|陝西|甘肅|青海|海南島|"
    "遼寧|吉林省|黑龍江|內蒙古|廣西|西藏|寧夏|新疆|廈門|福州|泉州|漳州|平潭|杭州|寧波|溫州|南京|蘇州|無錫|昆山|廣州|深圳|"
    "東莞|珠海|佛山|青島|濟南|武漢|長沙|成都|西安|鄭州|合肥|南昌|昆明|貴陽|大連|瀋陽|哈爾濱|長春市|海口|三亞|南寧|桂林"
)
"""Provinces and cities to which delegations go: a mainland destination brings duties, so its places are known by name."""

_MAINLAND_NAMED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:{_MAINLAND_PLACES})|(?<=[赴去往到、及和與跟])(?:{_MAINLAND_PLACES}|大陸)"
)
_SHORT = re.compile(r"共和國|王國|聯邦|中國(?=香港|澳門)|特別行政區|（[^）]{0,20}）")
_TWO_OF_A_NAME = {"聖地牙哥", "聖荷西", "聖路易", "聖胡安", "聖約翰", "蒙特瑞", "維多利亞", "墨西哥", "自由"}
"""Cities of which another country has a better known one, or names that are words as well."""
_WORDS_TOO = (
    "Jordan",
    "Georgia",
    "Chad",
    "Jersey",
    "Victoria",
    "Nassau",
    "Easter",
    "Palmer",
    "Johnston",
    "Midway",
    "Wake",
)
"""English names of places that are names of people, or words, as well."""


@cache
def countries() -> dict[str, str]:
    """Names of countries and regions in Taiwan's Chinese → ISO code, longest names first."""
    real = set(get_global("zone_territories").values()) | {"XK"}
    names = {
        name: code
        for code, name in Locale.parse("zh_Hant_TW").territories.items()
        if code in real and code.isalpha() and code != "TW"
    }
    names |= {_SHORT.sub("", name): code for name, code in names.items()} | _SPECIAL
    return {n: names[n] for n in sorted(names, key=len, reverse=True) if len(n) > 1}


@cache
def _cities() -> dict[str, str]:
    """Chinese names of the cities that CLDR names its zones after → zone."""
    found = {}
    for zone in get_global("zone_territories"):
        if "/" in zone and not zone.startswith("Etc/"):
            found[get_timezone_location(zone, locale="zh_Hant_TW", return_city=True)] = zone
    return {name.removesuffix("市"): zone for name, zone in found.items() if len(name) > 1}


@cache
def _country_names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, countries())))


@cache
def _city_names() -> re.Pattern[str]:
    plain = sorted((c for c in _cities() if c not in _TWO_OF_A_NAME), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, plain)))


def countries_in(text: str) -> tuple[str, ...]:
    """The countries that a text names, in the order named; a name within a longer one is not counted."""
    return tuple(
        dict.fromkeys(m.group(0) for m in _country_names().finditer(text) if countries()[m.group(0)])
    )


def regions_in(text: str) -> tuple[str, ...]:
    """The countries that a destination names; where it names only cities, the countries of those that are unique."""
    if named := countries_in(text):
        return named
    if _MAINLAND_NAMED.search(text):
        return (_MAINLAND,)
    territories = get_global("zone_territories")
    codes = [territories[_cities()[m.group(0)]] for m in _city_names().finditer(text)]
    named = tuple(dict.fromkeys(_name_of(code) for code in codes if code not in ("TW", "CN")))
    return named or regions_in_english(text)


def regions_in_english(text: str) -> tuple[str, ...]:
    """The same of a text in English, under the names used here: 「Vienna, Austria」 is 奧地利."""
    codes = [_in_english()[m.group(0)] for m in _english_names().finditer(text)]
    named = dict.fromkeys(_MAINLAND if code == "CN" else _name_of(code) for code in codes if code != "TW")
    return tuple(named)


@cache
def _in_english() -> dict[str, str]:
    """Countries, and the cities that CLDR names its zones after → ISO code."""
    territories = get_global("zone_territories")
    real = set(territories.values()) | {"XK"}
    names = {
        zone.rsplit("/", 1)[1].replace("_", " "): code
        for zone, code in territories.items()
        if zone.count("/") == 1 and not zone.startswith(("Etc/", "Antarctica/"))
    }
    names |= {name: code for code, name in Locale.parse("en").territories.items() if code in real}
    for word in _WORDS_TOO:
        names.pop(word, None)
    return names | {
        "South Korea": "KR",
        "Korea": "KR",
        "UK": "GB",
        "USA": "US",
        "Hong Kong": "HK",
        "Macau": "MO",
    }


@cache
def _english_names() -> re.Pattern[str]:
    longest_first = sorted(_in_english(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def regions_gone_to(title: str) -> tuple[str, ...]:
    """The regions of a plan's name: those behind 赴 or 前往, so that 中國醫藥大學 in front of it is no destination."""
    return next(
        (found for part in _GOING.split(title)[:0:-1] if (found := regions_in(part))), regions_in(title)
    )


_GOING = re.compile("赴|前往|出訪")


def _name_of(code: str) -> str:
    plain = Locale.parse("zh_Hant_TW").territories[code]
    return _SHORT.sub("", plain) or plain


def zone_at(position: Position) -> str:
    """The zone at a position; the home zone at sea."""
    zone = get_tz(position.longitude, position.latitude)
    return _HOME if not zone or zone.startswith("Etc/") else zone


def zone_of(regions: Sequence[str], hints: str) -> str:
    """The zone of the regions of a trip; where a country has several, the one whose city ``hints`` names."""
    zones = get_global("zone_territories")
    for region in regions:
        code = countries().get(region)
        fitting = sorted(zone for zone, territory in zones.items() if territory == code)
        named = [zone for city, zone in _cities().items() if zone in fitting and city in hints]
        named += [
            zone for zone in fitting if re.search(rf"\b{zone.rsplit('/', 1)[-1].replace('_', ' ')}\b", hints)
        ]
        if named or fitting:
            return (named or fitting)[0]
    return _HOME


def destination_of(regions: Sequence[str]) -> DestinationKind:
    """What duties a destination brings; the mainland outweighs the rest."""
    codes = {countries().get(region) for region in regions}
    if "CN" in codes:
        return DestinationKind.MAINLAND
    return DestinationKind.HK_MACAU if codes & {"HK", "MO"} else DestinationKind.FOREIGN
