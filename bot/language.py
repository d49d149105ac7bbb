"""In which language a person is spoken to: zh-TW as it stands in the code, or a catalog of gettext.

The words in the code are the messages' own keys. ``speaking`` says for whom the sentences of this task are; whatever
is awaited or started from there speaks the same language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

OWN = "zh-TW"
"""The language that the code is written in; needs no catalog."""

CATALOGS = Path(__file__).with_name("locale")
_current: ContextVar[str] = ContextVar("language", default=OWN)


def _(text: str) -> str:
    """The sentence in the language spoken now; the sentence itself where the catalog has none."""
    return catalog(_current.get()).gettext(text)


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
