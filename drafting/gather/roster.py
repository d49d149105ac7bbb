"""Travellers in a table with a head (姓名, 服務機關, 單位, 職稱), or as a card of such lines."""

import re

from drafting.gather.offices import office
from drafting.gather.tables import tables_in
from drafting.trip import Traveller

_COLUMNS = {
    "name": ("姓名", "出國人員", "人員姓名"),
    "agency": ("服務機關", "機關", "機關名稱", "服務機關名稱", "服務單位"),
    "unit": ("單位", "單位名稱", "科室", "服務科室"),
    "title": ("職稱", "職務", "職稱（職等）"),
}
_LABEL = re.compile(
    r"(?<!人)(?P<label>姓\s{0,4}名|服務機關|服務單位|機關|單\s{0,4}位|職\s{0,4}稱|職務)\s{0,4}[:：]"
)
_NAME = re.compile("[\u4e00-\u9fff○〇・·‧]{2,12}")


def roster(text: str) -> list[Traveller]:
    """Every traveller of the tables and cards of a message; [] if it holds none."""
    if "姓" not in text:
        return []
    return _from_tables(text) or _from_cards(text)


def _from_tables(text: str) -> list[Traveller]:
    found: list[Traveller] = []
    for table in tables_in(text):
        columns = [_column(cell) for cell in table[0]]
        if "name" in columns and len({c for c in columns if c}) > 1:
            for row in table[1:]:
                parts = {c: cell for c, cell in zip(columns, row, strict=False) if c}
                found += _traveller(parts)
    return found


def _from_cards(text: str) -> list[Traveller]:
    marks = list(_LABEL.finditer(text))
    cards: list[dict[str, str]] = [{}]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        value = text[mark.end() : end].strip().split("\n", 1)[0]
        column = _column(re.sub(r"\s", "", mark["label"]))
        if column in cards[-1]:
            cards.append({})
        cards[-1][column] = value.strip(" 　,，;；、/／。")
    return [traveller for card in cards if len(card) > 1 for traveller in _traveller(card)]


def _column(cell: str) -> str:
    plain = re.sub(r"\s", "", cell)
    return next((column for column, words in _COLUMNS.items() if plain in words), "")


def _traveller(parts: dict[str, str]) -> list[Traveller]:
    if not _NAME.fullmatch(parts.get("name", "")):
        return []
    agency = office(parts.get("agency", ""))
    if agency.get("unit") and "unit" not in parts:
        parts = {**parts, "agency": agency.get("agency", ""), "unit": agency["unit"]}
    return [Traveller(**parts)]
