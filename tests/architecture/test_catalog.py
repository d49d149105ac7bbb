"""Every sentence that people read can be had in every language, with the same blanks, and none is hidden from translation."""

import ast
import re
from pathlib import Path

import pytest

from suixing.catalog import ROOT, blanks, catalogs, main, problems, renew, sentences
from tests.architecture.files import name, python_files
from tests.architecture.test_language import chinese_strings

SAID = sentences(ROOT)
_TRANSLATED = ("_", "phrase")
_NOT_SAID = (
    "bot/amending.py",  # words that people write
    "bot/commands.py",  # nothing but the table, which is made of phrases
    "bot/reading.py",  # tags that people write
    "bot/terminal.py",  # the terminal speaks as the command line does: zh-TW
    "bot/terminal_lines.py",
    "bot/terminal_request.py",
    "bot/export_folder.py",  # speaks on the command line only
    "bot/from_export.py",  # compares with what Telegram Desktop writes
    "bot/importing.py",  # the command line's
    "bot/documents.py",  # file names are in the language of the papers
    "bot/desk.py",  # file names and the audit are in the language of the papers
    "bot/language.py",
)


@pytest.mark.parametrize("path", catalogs(ROOT), ids=lambda path: path.parts[-3])
def test_no_sentence_is_without_translation_and_no_blank_gets_lost(path: Path):
    """After `just catalog` the new sentences stand in the file with an empty msgstr."""
    assert problems(path, SAID) == []


def test_there_is_a_catalog_for_english():
    assert [path.parts[-3] for path in catalogs(ROOT)] == ["en"]


@pytest.mark.parametrize("file", python_files("bot"), ids=name)
def test_what_the_bot_says_goes_through_the_catalog(file: Path):
    """A Chinese string in bot stands in _("…") or phrase("…"), or in a file that says why not."""
    if name(file) in _NOT_SAID:
        return
    untranslated = [
        (string.lineno, string.value)
        for string, around in chinese_strings(file)
        if not any(_translates(node) for node in around) and not _is_pattern(string.value)
    ]
    assert untranslated == []


def test_the_list_of_files_that_say_nothing_holds_no_dead_entry():
    files = [name(f) for f in python_files("bot")]
    assert [entry for entry in _NOT_SAID if entry not in files] == []


def test_a_new_sentence_waits_in_the_catalog_and_an_old_one_goes(tmp_path: Path):
    path = tmp_path / "bot" / "locale" / "en" / "LC_MESSAGES" / "suixing.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
                    'msgid "舊的"\nmsgstr "old"\n\nmsgid "{n} 項"\nmsgstr "{m} items"\n', "utf-8")  # fmt: skip
    said = ["{n} 項", "新的"]
    renew(path, said)
    assert problems(path, said) == ["other blanks in the translation of '{n} 項'", "no translation of '新的'"]
    before = path.read_bytes()
    renew(path, said)
    assert path.read_bytes() == before
    assert "old" not in path.read_text("utf-8")


def test_the_check_names_what_is_missing_and_changes_nothing(tmp_path: Path, capsys):
    path = tmp_path / "bot" / "locale" / "en" / "LC_MESSAGES" / "suixing.po"
    path.parent.mkdir(parents=True)
    path.write_text("", "utf-8")
    (tmp_path / "bot" / "said.py").write_text(
        'X = phrase("第 {n} 則", n=phrase("三"))\ny = _("好")\n', "utf-8"
    )
    assert main(["--check"], tmp_path) == 1
    assert path.read_text("utf-8") == ""
    assert capsys.readouterr().err.count("no translation of") == 3
    main([], tmp_path)
    assert "第 {n} 則" in path.read_text("utf-8")


def test_blanks_are_found_by_name():
    assert blanks("第 {draft} 號，{state}") == {"draft", "state"}


def _translates(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TRANSLATED


def _is_pattern(text: str) -> bool:
    return bool(re.search(r"\(\?|\\[dsb]|\[[^\]]+\]|\|", text)) or not re.search(r"[\u3400-\u9fff]", text)
