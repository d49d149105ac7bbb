"""A newcomer finds things: small files with telling names, each saying in its first line what it does."""

import ast
import re
import statistics

import pytest

from tests.architecture.files import ROOT, name, project_files, python_files

_SAYS_NOTHING = {
    "utils",
    "util",
    "common",
    "helpers",
    "helper",
    "manager",
    "managers",
    "misc",
    "service",
    "services",
}


def lines(file) -> int:
    return len(file.read_text("utf-8").splitlines())


def test_no_file_is_longer_than_350_lines():
    assert {name(f): lines(f) for f in python_files() if lines(f) > 350} == {}


def test_half_of_the_files_are_shorter_than_100_lines():
    assert statistics.median(lines(f) for f in python_files()) < 100


def test_no_name_says_nothing():
    parts = {part: name(f) for f in project_files() for part in f.relative_to(ROOT).with_suffix("").parts}
    assert {part: where for part, where in parts.items() if part.lower() in _SAYS_NOTHING} == {}


def test_every_file_says_what_it_does():
    silent = [name(f) for f in python_files() if not ast.get_docstring(ast.parse(f.read_text("utf-8")))]
    assert silent == []


def test_nothing_is_left_unfinished():
    marks = re.compile(r"#.*\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError")
    assert [name(f) for f in python_files() if marks.search(f.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        (
            "registry address",
            r"pypi\.(?:org|python)|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)|proxy\.golang|/simple/",
        ),
        ("machine path", r"(?<![\w.{}])/(?:work|root|home(?!/me/))/"),
    ],
)
def test_no_file_holds_where_it_was_made(what, pattern):
    texts = {name(f): f.read_bytes().decode("utf-8", "ignore") for f in project_files() if is_text(f)}
    this = "tests/architecture/test_files.py"
    assert {n: found[0] for n, t in texts.items() if n != this and (found := re.search(pattern, t))} == {}, (
        what
    )


def is_text(file) -> bool:
    return b"\0" not in file.read_bytes()[:4096]
