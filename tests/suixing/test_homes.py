"""A home that cannot be used is told in one sentence, and nothing in it is touched."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage.store import Store
from tests.suixing.commandline import CommandLine, surroundings

COMMANDS = (["trips", "--json"], ["show", "1", "--json"], ["draft", "1", "--json"], ["check", "1", "--json"])


def fingerprint(home):
    return {
        path.relative_to(home): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.suffix not in {".sqlite-shm", ".sqlite-wal"}
    }


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_home_below_a_file_cannot_be_used(run, tmp_path, words):
    (tmp_path / "file").write_text("mine")
    run.home = tmp_path / "file" / "home"
    done = run(*words)
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.sentence.startswith(f"無法寫入 {run.home}（")
    assert done.sentence.endswith("請確認資料夾可以寫入、磁碟仍有空間後再試。")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_home_where_nothing_can_be_written_is_told(run, chat):
    run.home = Path("/proc/suixing")
    done = run("import", chat, "--json")
    assert (done.status, done.out) == (3, "")
    assert done.sentence.startswith("無法寫入 /proc/suixing（")


def test_a_database_of_a_newer_version_is_refused_and_left_alone(written):
    with Store.open(written.home) as store:
        store._db.run(
            "insert into _sqlite_migrations values (99, 'suixing', 'm099_of_tomorrow', '2030-01-01')"
        )
    before = fingerprint(written.home)
    for words in (*COMMANDS, ["set", "1", "host_agency", "測試局"], ["erase", "1", "--yes"]):
        done = written(*words)
        assert (done.status, done.out) == (3, "")
        assert "較新版本" in done.sentence
        assert done.sentence.endswith("請更新程式後再開啟。")
    assert fingerprint(written.home) == before


@pytest.mark.parametrize(
    "content", [b"hello, I am a text file, not a database" * 50, b"SQLite format 3\x00" + bytes(80)]
)
def test_a_file_that_is_no_database_is_left_alone(run, content):
    run.home.mkdir()
    (run.home / "suixing.sqlite").write_bytes(content)
    done = run("trips", "--json")
    assert (done.status, done.out) == (3, "")
    assert "請保留原檔，改用備份還原或另指定資料夾。" in done.sentence
    assert (run.home / "suixing.sqlite").read_bytes() == content


def test_a_folder_in_the_place_of_the_database_is_told(run):
    (run.home / "suixing.sqlite").mkdir(parents=True)
    done = run("trips", "--json")
    assert (done.status, done.out) == (3, "")
    assert done.sentence.startswith("無法寫入 ")


@pytest.fixture
def small_disk(tmp_path):
    """A file system with room for little, if this machine lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root on Linux can mount a small disk")
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_loses_nothing_that_was_kept(small_disk, chat):
    run = CommandLine(small_disk / "home", chat)
    assert run("import", chat).status == 0
    kept = run("show", 1, "--json").json
    (small_disk / "ballast").write_bytes(bytes(max(0, os.statvfs(small_disk).f_bavail * 4096 - 8192)))
    done = run("draft", 1, "--json")
    assert (done.status, done.out) == (3, "")
    assert "磁碟" in done.sentence
    (small_disk / "ballast").unlink()
    assert run("show", 1, "--json").json == kept
    assert run("draft", 1, "--json").json["status"] == "written"


def test_a_read_only_disk_is_told(small_disk, chat):
    run = CommandLine(small_disk / "home", chat)
    run("import", chat)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = run("draft", 1, "--json")
    assert (done.status, done.out) == (3, "")
    assert done.sentence.startswith("無法寫入 ")


def test_the_environment_names_the_home_unless_the_command_line_does(written, tmp_path):
    words = [sys.executable, "-m", "suixing", "trips", "--json"]
    surrounded = {**surroundings(), "SUIXING_HOME": str(written.home)}
    by_environment = subprocess.run(words, capture_output=True, env=surrounded, check=True)
    assert json.loads(by_environment.stdout) == written("trips", "--json").json
    other = CommandLine(tmp_path / "other", tmp_path)
    assert other.child("trips", "--json", SUIXING_HOME=str(written.home)).json == []


def test_a_setting_that_cannot_be_understood_is_named(run):
    done = run.child("trips", "--json", SUIXING_LLM_TIMEOUT="soon")
    assert (done.status, done.out) == (2, "")
    assert done.err == "設定值有誤：SUIXING_LLM_TIMEOUT，請修正環境變數後再試。\n"
