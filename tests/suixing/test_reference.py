"""The generated parts of the pages: true, the same everywhere, and apart from what people wrote."""

import subprocess
import sys

import pytest

from suixing import reference

PAGE = "before\n<!-- generated: layers -->\nold\n<!-- end -->\nafter\n"


@pytest.fixture
def page(tmp_path):
    """A project with one page."""
    (tmp_path / "docs").mkdir()
    found = tmp_path / "README.md"
    found.write_text(PAGE, "utf-8")
    return found


def test_the_pages_of_the_project_are_fresh():
    """Also proves that the transcript in the README is what the demonstration prints."""
    assert reference.main(["--check"]) == 0


def test_a_stale_page_is_named_and_left_alone(page, capsys):
    assert reference.main(["--check"], page.parent) == 1
    assert capsys.readouterr().err == "README.md is stale: run `python -m suixing.reference`\n"
    assert page.read_text("utf-8") == PAGE


def test_renewing_changes_what_stands_between_the_marks_only(page, capsys):
    assert reference.main([], page.parent) == 0
    assert capsys.readouterr().out == "renewed README.md\n"
    assert page.read_text("utf-8") == (
        "before\n<!-- generated: layers -->\n\n"
        "```text\n4  suixing\n3  bot\n2  export | storage\n1  drafting\n0  prompts\n```\n\n"
        "<!-- end -->\nafter\n"
    )


def test_a_renewed_page_is_fresh(page):
    reference.main([], page.parent)
    assert reference.main(["--check"], page.parent) == 0


def test_a_block_that_nobody_writes_is_a_mistake(page):
    page.write_text(PAGE.replace("layers", "weather"), "utf-8")
    with pytest.raises(KeyError, match="weather"):
        reference.main([], page.parent)


def test_width_and_language_of_the_terminal_do_not_matter():
    code = "import suixing.reference as r; print(ascii([r.BLOCKS[b]() for b in sorted(r.BLOCKS) if b != 'demo']))"

    def told(**environment: str) -> str:
        command = [sys.executable, "-c", code]
        variables = {"PATH": "", "PYTHONPATH": str(reference.ROOT)} | environment
        return subprocess.run(command, env=variables, capture_output=True, text=True, check=True).stdout

    assert told(COLUMNS="30", LANG="C", HOME="a") == told(COLUMNS="200", LANG="C.UTF-8", HOME="b")


def test_settings_of_this_machine_do_not_matter(monkeypatch):
    before = reference.settings()
    monkeypatch.setenv("SUIXING_TELEGRAM_TOKEN", "1:a")
    monkeypatch.setenv("SUIXING_HOME", "elsewhere")
    assert reference.settings() == before


def test_nothing_that_two_runs_do_not_share_stands_in_the_transcript():
    shown = reference.demo()
    assert shown.startswith("```text\n$ suixing demo\n")
    for changing in (" KB", "全程"):
        assert changing not in shown
