"""Whatever stdout is connected to: what could not be sent is told, and what was kept stays kept."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.suixing.commandline import surroundings

UNREAD = "讀取輸出的程式已經結束，後面的輸出沒有送出；已存下的資料都還在。\n"


def start_unread(run, *words):
    """Start a program whose output goes into a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            run.program(*words), stdout=writing, stderr=subprocess.PIPE, env=surroundings(), check=False
        )
    finally:
        os.close(writing)


def test_a_reader_that_went_away_is_told_and_the_draft_is_there(written):
    done = start_unread(written, "draft", 1, "--json")
    assert (done.returncode, done.stderr.decode()) == (3, f"撰寫中 6/6　完成\n{UNREAD}")
    assert written("trips", "--json").json[0]["draft"] == 2


@pytest.mark.parametrize("words", [["forms", "--json"], ["forms"], ["--help"]])
def test_a_reader_that_went_away_fails_a_command_that_only_tells(run, words):
    done = start_unread(run, *words)
    assert (done.returncode, done.stderr.decode()) == (3, UNREAD)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_told(run):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            run.program("forms", "--json"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=surroundings(),
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.decode() == "無法讀寫（磁碟空間已滿），請確認路徑、權限與磁碟空間後再試。\n"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can start a program without stdout")
def test_without_any_stdout_the_work_is_done(written, tmp_path):
    words = written.program("export", 1, "--to", tmp_path / "out", "--format", "json")
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *words],
        stderr=subprocess.PIPE,
        env=surroundings(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_chinese_is_written_whatever_the_locale_says(written):
    done = written.child("trips", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "測試市政府赴日本東京考察都市公園管理" in done.out
