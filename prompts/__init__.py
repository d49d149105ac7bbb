"""The words that are sent to a language model: one Markdown file for each kind of job, filled with ``render``.

PromptError              a prompt does not exist, or was not given exactly the variables that it names
"""

import hashlib
from functools import cache
from importlib.resources import files
from string import Template


class PromptError(Exception):
    """The root: a mistake of the caller, never of the person who uses the product."""


@cache
def names() -> tuple[str, ...]:
    """Every prompt there is, by name."""
    found = (f.name.removesuffix(".md") for f in files("prompts").iterdir() if f.name.endswith(".md"))
    return tuple(sorted(name for name in found if name != "README"))


@cache
def variables(name: str) -> frozenset[str]:
    """The variables that the prompt names."""
    return frozenset(Template(_text(name)).get_identifiers())


def render(name: str, **values: str) -> str:
    """The prompt with its variables filled in; raises PromptError unless exactly the named ones are given."""
    wanted = variables(name)
    if missing := sorted(wanted - values.keys()):
        raise PromptError(f"prompt {name} was not given {', '.join(missing)}")
    if surplus := sorted(values.keys() - wanted):
        raise PromptError(f"prompt {name} does not name {', '.join(surplus)}")
    return Template(_text(name)).substitute(values).strip()


@cache
def digest(name: str) -> str:
    """SHA-256 of the prompt as it lies in its file, as hex: the version that a draft was written with."""
    return hashlib.sha256(_text(name).encode()).hexdigest()


@cache  # a draft renders hundreds of times, and no file changes while a program runs
def _text(name: str) -> str:
    if name not in names():
        raise PromptError(f"there is no prompt {name}")
    return (files("prompts") / f"{name}.md").read_text("utf-8")
