"""A command line that cannot be understood is told in one sentence below its usage, with status 2."""

import subprocess
import sys

import pytest

from suixing.commands import ONE_LINE
from tests.suixing.commandline import surroundings


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tripz"], "沒有「tripz」這個指令，您要的可能是 trips。"),
        (["完全不是"], "沒有「完全不是」這個指令。"),
        ([], "缺少指令，請補上。"),
        (["--verbose"], "沒有「--verbose」這個選項"),
        (["show"], "缺少 TRIP，請補上。"),
        (["show", "一"], "TRIP 不能用：「一」不是案件編號，請先用 suixing trips 查詢。"),
        (["show", "9" * 25], f"TRIP 不能用：「{'9' * 25}」不是案件編號，請先用 suixing trips 查詢。"),
        (["show", "1", "2"], "指令的寫法不對："),
        (["set", "1", "period"], "缺少 VALUE，請補上。"),
        (["check", "1", "--today", "2026-02-30"], "--today 不能用：「2026-02-30」不是日期，請照 2026-09-30 這樣寫。"),
        (["draft", "1", "--writer", "typewriter"], "--writer 不能用：沒有「typewriter」，請改用：offline、openai。"),
        (["draft", "1", "--json", "--today"], "選項 --today 的寫法不對，後面要接一個值。"),
        (["export", "1"], "缺少 --to，請補上。"),
        (["people", "ad"], "沒有「ad」這個指令，您要的可能是 add。"),
    ],
)  # fmt: skip
def test_misuse(run, words, sentence):
    done = run(*words)
    assert (done.status, done.out) == (2, "")
    assert done.sentence.startswith(sentence)
    assert done.sentence.endswith("--help）")
    assert not run.home.exists()


def test_help_names_every_command():
    words = [sys.executable, "-m", "suixing", "--help"]
    done = subprocess.run(words, capture_output=True, check=True, env=surroundings())
    assert all(f"\n  {name} " in done.stdout.decode() for name in ONE_LINE)


def test_help_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['suixing', '--help']\n"
        "from suixing.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'PIL', 'sqlite3', 'telegram', 'docx', 'odfdo', 'openai', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=surroundings())
    assert (done.returncode, done.stderr.decode()) == (0, ""), "these slow down --help"


@pytest.mark.parametrize("name", [*ONE_LINE, "people add", "people invite", "inbox show", "inbox retry"])
def test_every_command_explains_itself(run, name):
    done = run(*name.split(), "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: ")


def test_the_version_is_told(run):
    assert run("--version").out == "suixing, version 0.1.0\n"


def test_the_bot_needs_a_token(run):
    done = run("run")
    assert (done.status, done.out) == (2, "")
    assert "SUIXING_TELEGRAM_TOKEN" in done.sentence
    assert not run.home.exists()
