"""Every error is drawn in the tree of its package, and its text is a sentence that says what to do next."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import bot.errors
import drafting.errors
import export.errors
import storage.errors
from suixing.failing import status_of
from suixing.statuses import DONE
from tests.architecture.files import PACKAGES, name, python_files

ROOTS = {
    bot.errors.BotError: bot.errors,
    drafting.errors.DraftingError: drafting.errors,
    export.errors.ExportError: export.errors,
    storage.errors.StorageError: storage.errors,
}
_TRACEBACK = re.compile(r"Traceback|File \"|line \d+|Error\b|Exception|object at 0x|None")
_SAMPLES: dict[Any, Any] = {
    bool: True,
    int: 3,
    str: "會議紀錄",
    Path: Path("suixing.sqlite"),
    Sequence[str]: ("甲", "乙"),
    list[str]: ["甲", "乙"],
}


def everything_imported() -> None:
    """Errors are found among the subclasses of their root, so every module has to be there."""
    for package in PACKAGES:
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not module.name.endswith(("__main__", "typesetter")):
                importlib.import_module(module.name)


def sample(error: type[Exception]) -> Exception:
    """One of these errors, made of samples for what it is told."""
    positional, named = [], {}
    for parameter in inspect.signature(error).parameters.values():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            named[parameter.name] = _SAMPLES[parameter.annotation]
        else:
            positional.append(_SAMPLES[parameter.annotation])
    return error(*positional, **named)


def below(error: type[Exception]) -> Iterator[type[Exception]]:
    for child in error.__subclasses__():
        if not child.__name__.startswith("_"):
            yield child
        yield from below(child)


everything_imported()
ERRORS = [error for root in ROOTS for error in below(root)]
TELL_THEMSELVES = [error for error in ERRORS if "__init__" in vars(error)]
WHERE_TOLD = [
    e for e in ERRORS if not any("__init__" in vars(c) for c in e.__mro__[: e.__mro__.index(Exception)])
]
# FileMissing says no sentence of its own: its text is the reason that is kept with a piece of material.
TOLD_BY_OTHERS = {error.__name__ for error in WHERE_TOLD} - {"FileMissing"}


def called(error: type[Exception]) -> str:
    return error.__name__


@pytest.mark.parametrize("root", ROOTS, ids=called)
def test_the_tree_in_the_docstring_is_the_tree_of_the_classes(root):
    """A finer kind of a drawn error may stay where it is raised; a new branch of the root is drawn wherever it lies."""
    drawn = re.findall(r"[├└]─ (\w+)", ROOTS[root].__doc__ or "")
    classes = list(below(root))
    assert set(drawn) - {error.__name__ for error in classes} == set()
    finer = {e for e in classes if e.__module__ != ROOTS[root].__name__ and root not in e.__bases__}
    assert sorted({error.__name__ for error in classes if error not in finer} - set(drawn)) == []
    assert [e.__name__ for e in finer if not any(base.__name__ in drawn for base in e.__mro__[1:])] == []


@pytest.mark.parametrize("error", TELL_THEMSELVES, ids=called)
def test_what_an_error_says_is_one_whole_sentence(error):
    text = str(sample(error))
    assert re.search(r"[\u4e00-\u9fff]", text)
    assert text.endswith("。")
    assert not text.endswith("。。")
    assert "\n" not in text
    assert _TRACEBACK.search(text) is None


@pytest.mark.parametrize("file", python_files("bot", "drafting", "export", "storage"), ids=name)
def test_where_the_one_who_raises_gives_the_text_it_is_a_sentence_too(file):
    """As far as the text stands in the call."""
    told = [
        call.args[0]
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in TOLD_BY_OTHERS
        and call.args
    ]
    ends = [(text.lineno, end) for text in told if (end := last_words(text)) is not None]
    assert [(line, end) for line, end in ends if not end.endswith("。")] == []


def last_words(text: ast.expr) -> str | None:
    """How a string ends, None if the code does not say."""
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "phrase":
        return last_words(text.args[0])
    if isinstance(text, ast.JoinedStr):
        return last_words(text.values[-1])
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else None


@pytest.mark.parametrize("error", ERRORS, ids=called)
def test_no_error_ends_with_the_status_of_success(error):
    assert status_of(error.__new__(error)) != DONE
