"""A day as the person who reads it writes days: 116年1月16日 in Chinese, 16 January 2027 in other languages (pure)."""

from datetime import date

from babel.dates import format_date

from bot.language import OWN, spoken
from drafting.dates import roc


def long_day(day: date) -> str:
    """The day in full, in the language spoken now."""
    language = spoken()
    return (
        roc(day) if language in ("", OWN) else format_date(day, "d MMMM y", locale=language.replace("-", "_"))
    )
