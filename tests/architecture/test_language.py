"""Words for people stand where they are looked for; everything else is English.

Docstrings and comments may quote official terms. What is judged here are the strings of the program.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.checks.words import MAINLAND, SIMPLIFIED
from tests.architecture.files import ROOT, name, python_files

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_SPEAK = (
    "bot/",  # answers and receipts
    "drafting/",  # reads Chinese, writes Chinese, and judges it
    "export/",  # headings, marks and sentences that documents hold
    "suixing/commands/",  # the voice of the command line
    "suixing/cli.py",  # what is said when a person breaks off
    "suixing/demo/",  # shows the invented chat
    "suixing/failing.py",  # the last sentence when something fails
    "suixing/form_lines.py",  # a form value by value
    "suixing/misuse.py",  # what is wrong with a command line
    "suixing/reference.py",  # finds what changes in the transcript
    "suixing/report_files.py",  # knows which agency's form stands for many
    "suixing/settings.py",  # an example in a description
    "suixing/speaking.py",  # findings, counts, progress
)
_ABOUT_WORDS = (
    "drafting/checks/",  # the lists of what is not written in Taiwan
    "drafting/gather/",  # people also paste what others wrote
    "drafting/grounding/",
    "drafting/numerals.py",  # notes and papers are also written in simplified characters
    "drafting/model_policy.py",  # names of models as they call themselves
    "drafting/openai_language.py",  # tells simplified characters apart
    "drafting/openai_gate.py",
)


def chinese_strings(file: Path) -> Iterator[tuple[ast.Constant, list[ast.AST]]]:
    """Every Chinese string of a file that is no docstring, with the nodes around it from the outside in."""

    def walk(node: ast.AST, around: list[ast.AST]) -> Iterator[tuple[ast.Constant, list[ast.AST]]]:
        for child in ast.iter_child_nodes(node):
            if (
                isinstance(child, ast.Constant)
                and isinstance(child.value, str)
                and not isinstance(node, ast.Expr)
            ):
                if _CHINESE.search(child.value):
                    yield child, [*around, node]
            else:
                yield from walk(child, [*around, node])

    yield from walk(ast.parse(file.read_text("utf-8")), [])


def is_error(node: ast.AST) -> bool:
    """Whether a node makes an error of storage, or is the class of one."""
    made = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    return made in ERRORS or (isinstance(node, ast.ClassDef) and node.name in ERRORS)


ERRORS = {
    node.name
    for node in ast.walk(ast.parse((ROOT / "storage" / "errors.py").read_text("utf-8")))
    if isinstance(node, ast.ClassDef)
}


@pytest.mark.parametrize("file", python_files("prompts", "storage", "suixing"), ids=name)
def test_only_those_who_speak_with_people_hold_chinese(file):
    """In storage only its errors do: their texts are what people read."""
    if name(file).startswith(_SPEAK):
        return
    silent = [
        (string.lineno, string.value)
        for string, around in chinese_strings(file)
        if not (name(file).startswith("storage/") and any(map(is_error, around)))
    ]
    assert silent == []


def test_the_list_of_those_who_speak_holds_no_dead_entry():
    files = [name(f) for f in python_files()]
    assert [entry for entry in (*_SPEAK, *_ABOUT_WORDS) if not any(f.startswith(entry) for f in files)] == []


@pytest.mark.parametrize("file", python_files(), ids=name)
def test_what_people_read_is_the_chinese_of_taiwan(file):
    if name(file).startswith(_ABOUT_WORDS):
        return
    wrong = {}
    for string, _ in chinese_strings(file):
        if _is_pattern(string.value):
            continue
        words = [word for word in MAINLAND if word in string.value]
        if words or SIMPLIFIED & set(string.value):
            wrong[string.lineno] = string.value
    assert wrong == {}


def _is_pattern(text: str) -> bool:
    """Patterns read what others wrote, so they may hold any character."""
    return bool(re.search(r"\(\?|\\[dsb]|\[[^\]]+\]|\|", text))
