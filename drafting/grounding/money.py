"""Currencies: the many ways in which one is written, before its number or after it."""

import re

_WRITINGS = {
    "USD": "美元 美金 USD US$", "EUR": "歐元 EUR €", "JPY": "日圓 日元 日幣 JPY", "TWD": "新臺幣 新台幣 臺幣 台幣 NTD NT$ TWD",
    "GBP": "英鎊 GBP £", "KRW": "韓元 韓圜 KRW", "THB": "泰銖 THB", "HKD": "港幣 港元 HKD HK$", "CNY": "人民幣 CNY RMB",
    "rupee": "盧比 PKR INR Rs", "AUD": "澳幣 澳元 AUD", "SGD": "新加坡幣 新幣 SGD", "CAD": "加幣 加元 CAD", "VND": "越南盾 越盾 VND",
    "RUB": "盧布 RUB", "PHP": "披索 比索 PHP", "IDR": "印尼盾 IDR", "MYR": "馬幣 令吉 MYR", "CHF": "瑞士法郎 CHF",
}  # fmt: skip
_SIMPLIFIED = str.maketrans("欧圆币镑铢卢韩亚", "歐圓幣鎊銖盧韓亞")
CURRENCIES = {writing: kind for kind, writings in _WRITINGS.items() for writing in writings.split()} | {
    "元": "money", "圓": "money", "money": "money",
} | {kind: kind for kind in _WRITINGS}  # fmt: skip
"""What a unit of money is called within; 元 and 圓 may be any."""
FOREIGN = frozenset(_WRITINGS) - {"TWD"}
_BY_LENGTH = sorted(
    (w for w in CURRENCIES if w not in ("元", "圓", "money", *_WRITINGS) or w.isupper()),
    key=len,
    reverse=True,
)
_ANY = re.compile(
    "|".join(
        f"(?<![A-Za-z]){re.escape(w)}(?![A-Za-z])" if w.isascii() and w.isalpha() else re.escape(w)
        for w in _BY_LENGTH
    )
)
_LAST = re.compile(r"[元圓幣镑鎊銖比盾布索吉郎A-Z$€£s]")
_BEFORE = re.compile(rf"(?P<currency>{_ANY.pattern})\.?\s?(?:約|近|逾|計|共|幣)?\s?$")


def currency_before(text: str, at: int) -> str:
    """The kind of the currency written right before the number at ``at``, or ""."""
    before = text[max(0, at - 8) : at].translate(_SIMPLIFIED)
    match = _BEFORE.search(before) if _LAST.search(before) else None
    return CURRENCIES[match["currency"]] if match else ""


def currencies_in(text: str) -> frozenset[str]:
    """The kinds of all currencies that a text names."""
    told = text.translate(_SIMPLIFIED)
    if not any(writing in told for writing in _BY_LENGTH):
        return frozenset()
    return frozenset(CURRENCIES[m[0]] for m in _ANY.finditer(told))
