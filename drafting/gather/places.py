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
_SPECIAL = {
    "中國大陸": "CN",
    "大陸地區": "CN",
    "中國": "CN",
    "香港": "HK",
    "澳門": "MO",
    "大韓民國": "KR",
    "南韓": "KR",
}
_SHORT = re.compile(r"共和國|王國|聯邦|特別行政區|（.*?）|\\(.*?\\)")


@cache
def countries() -> dict[str, str]:
    """Names of countries and regions in Taiwan's Chinese → ISO code, longest names first."""
    names = {
        name: code
        for code, name in Locale.parse("zh_Hant_TW").territories.items()
        if len(code) == 2 and code != "TW"
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


def countries_in(text: str) -> tuple[str, ...]:
    """The countries that a text names, in the order named; a name within a longer one is not counted."""
    found: dict[int, str] = {}
    covered: set[int] = set()
    for name in countries():
        for match in re.finditer(re.escape(name), text):
            span = set(range(*match.span()))
            if not span & covered:
                covered |= span
                found[match.start()] = name
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


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
        if named or fitting:
            return (named or fitting)[0]
    return _HOME


def destination_of(regions: Sequence[str]) -> DestinationKind:
    """What duties a destination brings; the mainland outweighs the rest."""
    codes = {countries().get(region) for region in regions}
    if "CN" in codes:
        return DestinationKind.MAINLAND
    return DestinationKind.HK_MACAU if codes & {"HK", "MO"} else DestinationKind.FOREIGN
