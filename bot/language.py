"""In which language a person is spoken to: zh-TW as it stands in the code, or a catalog of gettext.

The words in the code are the messages' own keys. ``speaking`` says for whom the sentences of this task are; whatever
is awaited or started from there speaks the same language.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from drafting.phrase import Phrase

OWN = "zh-TW"
"""The language that the code is written in; needs no catalog."""

CATALOGS = Path(__file__).with_name("locale")
_current: ContextVar[str] = ContextVar("language", default=OWN)


def _(text: str) -> str:
    """The sentence in the language spoken now; the sentence itself where the catalog has none.

    A phrase is said with its blanks filled, those that are phrases in the same language.
    """
    if not text:
        return ""
    known = catalog(_current.get())
    if not isinstance(text, Phrase):
        return known.gettext(text)
    said = known.gettext(text.template)
    values = {k: _(v) if isinstance(v, Phrase) else v for k, v in text.values.items()}
    return said.format(**values) if values else said


def said_by(error: BaseException) -> str:
    """What an error says, in the language spoken now."""
    told = error.args[0] if error.args else ""
    return _(told) if isinstance(told, str) else str(error)


def listed(items: Iterable[str]) -> str:
    """Several things one after the other, parted as the language parts them."""
    return _("、").join(items)


def speak(language: str) -> None:
    """Speak this language from now on, in this task and in what it starts."""
    _current.set(language)


def spoken() -> str:
    """The language spoken now."""
    return _current.get()


def closest(code: str) -> str:
    """The language that the bot speaks and that is closest to a code of Telegram ("en-GB" is "en"); its own, if none."""
    plain = code.lower().partition("-")[0]
    return next((language for language in languages() if language.lower() == plain), OWN)


@cache
def languages() -> tuple[str, ...]:
    """Every language that the bot speaks, its own first."""
    return (OWN, *sorted(path.parts[-3] for path in CATALOGS.glob("*/LC_MESSAGES/suixing.po")))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language within the block; one without a catalog is spoken as zh-TW."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


@cache
def catalog(language: str) -> NullTranslations:
    """The catalog of a language, compiled when it is first wanted, so that none can be older than its source."""
    path = CATALOGS / language / "LC_MESSAGES" / "suixing.po"
    if language == OWN or not path.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - most people never need it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return GNUTranslations(compiled)
