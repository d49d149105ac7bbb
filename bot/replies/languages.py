"""The choice of a language, shown in each language itself (pure)."""

from babel import Locale
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _, languages


def which(person: int) -> tuple[str, InlineKeyboardMarkup]:
    """The question and a button for each language."""
    buttons = [
        InlineKeyboardButton(called(language), callback_data=data("language", person, language))
        for language in languages()
    ]
    return _("請選擇語言。報告本身一律以中文撰寫。"), InlineKeyboardMarkup([buttons])


def chosen() -> str:
    """What is said in the language that was chosen."""
    return _("好，之後用中文。")


def called(language: str) -> str:
    """A language as its speakers call it."""
    return Locale.parse(language, sep="-").get_language_name() or language
