"""An agency adds a form of its own by putting a TOML file into a folder; no code is written for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting import form as forms
from drafting.errors import FormBroken, FormUnknown
from drafting.form import all_forms, form_named, read_form, use_forms_in

KNOWN = 'source = "made up for a test"\nverified_on = 2031-01-01\nconfidence = "assumed"\n'
MINE = f"""
key = "harbour"
name = "日月港務局出國報告"
agency = "日月港務局"
title = "日月港務局出國報告"
summary = "兩節：經過與建議。"
categories = ["考察"]
[serves]
{KNOWN}
[front]
pages = ["cover"]
{KNOWN}
[deadline]
months = 2
{KNOWN}
[numbering]
levels = ["第一章　", "1. "]
{KNOWN}
[words]
draft_mark = "未定稿"
[[fields]]
key = "report_name"
label = "案名"
{KNOWN}
[[parts]]
key = "process"
heading = "經過"
roles = ["process"]
{KNOWN}
[[parts]]
key = "suggestions"
heading = "建議"
roles = ["suggestions"]
{KNOWN}
"""

SHOWN = (
    (Path(__file__).parents[2] / "docs" / "forms.md").read_text("utf-8").split("```toml\n")[1].split("```")[0]
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "harbour.toml").write_text(MINE, "utf-8")
    yield tmp_path
    forms._own.clear()


def test_a_file_in_the_folder_is_a_form_like_any_other(folder: Path):
    with pytest.raises(FormUnknown):
        form_named("harbour")
    use_forms_in(folder)
    assert form_named("harbour").name == "日月港務局出國報告"
    assert "harbour" in [form.key for form in all_forms()]


def test_a_form_changes_the_words_that_it_names_and_keeps_the_others(folder: Path):
    use_forms_in(folder)
    words = form_named("harbour").words
    assert (words.draft_mark, words.contents) == ("未定稿", "目次")


def test_a_file_with_the_key_of_a_shipped_form_replaces_it(folder: Path):
    (folder / "central.toml").write_text(MINE.replace('"harbour"', '"central"'), "utf-8")
    shipped = form_named("central").name
    use_forms_in(folder)
    assert form_named("central").name == "日月港務局出國報告" != shipped


def test_another_folder_makes_the_forms_of_the_first_forgotten(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
):
    use_forms_in(folder)
    use_forms_in(tmp_path_factory.mktemp("none"))
    with pytest.raises(FormUnknown):
        form_named("harbour")


def test_the_form_that_the_page_shows_is_whole():
    """Whoever copies it from docs/forms.md has a form that works."""
    form = read_form(SHOWN, "harbour.toml")
    assert (form.key, [part.heading for part in form.parts]) == ("harbour", ["摘要", "經過", "建議"])
    assert form.parts[0].length is not None


def test_a_table_that_is_missing_is_named_in_chinese(folder: Path):
    (folder / "short.toml").write_text(MINE.replace("[deadline]\nmonths = 2\n", "[ending]\n"), "utf-8")
    with pytest.raises(FormBroken, match=r"short\.toml 內容有誤（缺少 deadline）"):
        use_forms_in(folder)


def test_a_broken_file_is_named(folder: Path):
    (folder / "broken.toml").write_text('key = "broken"', "utf-8")
    with pytest.raises(FormBroken, match=r"broken\.toml"):
        use_forms_in(folder)
