"""The pages tell what is there: commands, settings, recipes, links, and what the code writes into them itself."""

import re

import pytest

from drafting.checks import CHECKS
from drafting.checks.words import MAINLAND, SIMPLIFIED, UNIFIED
from suixing.cli import cli
from suixing.reference import pages
from suixing.settings import Settings
from tests.architecture.files import ROOT, name

README = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-TW.md").read_text("utf-8")
PAGES = pages(ROOT)
VARIABLES = [f"SUIXING_{field.upper()}" for field in Settings.model_fields]


@pytest.mark.parametrize("command", cli.list_commands(None))
def test_every_command_is_in_the_readme(command):
    assert re.search(rf"^\| `{command}[ `]", README, re.MULTILINE)


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_setting_is_in_both_readmes(variable):
    assert f"| `{variable}` |" in README
    assert f"| `{variable}` |" in CHINESE


def test_the_readmes_name_no_setting_that_is_not_there():
    assert sorted(set(re.findall(r"SUIXING_[A-Z_]+", README + CHINESE))) == sorted(VARIABLES)


def test_the_chinese_readme_names_no_command_that_is_not_there():
    named = set(re.findall(r"suixing ([a-z]+)", CHINESE))
    assert named - set(cli.list_commands(None)) == set()


def test_every_check_is_in_the_catalogue():
    catalogue = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert re.findall(r"^\| `([A-Z]+-\d+)`", catalogue, re.MULTILINE) == [rule.id for rule in CHECKS]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_recipe_that_a_page_names_is_in_the_justfile(page):
    recipes = set(re.findall(r"^([a-z-]+)[^:=\n]*:", (ROOT / "justfile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:uv run |`)just ([a-z-]+)", page.read_text("utf-8"))) - recipes == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_within_the_project_leads_somewhere(page):
    text = page.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    headings = {
        re.sub(r"[^\w -]", "", h).lower().replace(" ", "-")
        for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    broken = [
        link
        for link in links
        if (
            link[1:] not in headings
            if link.startswith("#")
            else not (page.parent / link.partition("#")[0]).exists()
        )
    ]
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_that_a_page_names_exists(page):
    named = re.findall(
        r"`((?:bot|drafting|export|prompts|storage|suixing|tests|docs)/[\w./-]*)`", page.read_text("utf-8")
    )
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_chinese_readme_is_written_in_the_chinese_of_taiwan():
    assert [word for word in {**MAINLAND, **UNIFIED} if word in CHINESE] == []
    assert sorted(SIMPLIFIED & set(CHINESE)) == []


def test_concepts_fit_on_a_page_or_two():
    assert len((ROOT / "docs" / "concepts.md").read_text("utf-8").splitlines()) <= 100


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda page: page.stem
)
def test_every_decision_gives_context_alternatives_and_cost(page):
    text = page.read_text("utf-8")
    assert re.match(rf"# {page.stem[:4]} \S", text)
    heads = re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE)
    assert heads == ["Context", "Decision", "Alternatives", "Cost"]


def test_no_two_decisions_have_the_same_number():
    numbers = [page.stem[:4] for page in (ROOT / "docs" / "decisions").glob("*.md")]
    assert sorted(set(numbers)) == sorted(numbers)
