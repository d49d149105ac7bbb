"""A machine may keep any time: the day that deadlines count from, and the times that clerks read, are those of Taiwan."""

import shutil
import subprocess
from datetime import UTC, date, datetime

import pytest

from drafting.office_time import day_in_taiwan
from tests.suixing.commandline import PATIENCE, CommandLine, surroundings


def test_the_evening_in_london_is_the_next_day_at_the_office():
    assert day_in_taiwan(datetime(2026, 11, 1, 15, 59, tzinfo=UTC)) == date(2026, 11, 1)
    assert day_in_taiwan(datetime(2026, 11, 1, 16, 0, tzinfo=UTC)) == date(2026, 11, 2)


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
def test_a_draft_at_four_in_the_morning_is_of_that_day_though_the_machine_is_still_in_the_day_before(
    clean: CommandLine,
):
    machine = {**surroundings(), "TZ": "UTC"}
    for words in ([*clean.program("draft", 1)], [*clean.program("versions", 1)]):
        command = ["faketime", "2026-11-01 20:00:00", *words]
        done = subprocess.run(
            command, env=machine, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode in (0, 1), done.stderr
        if "versions" in words:
            assert "草稿 2　2026-11-02 04:00" in done.stdout
        else:
            assert "115年12月18日" in done.stdout, "the deadline"
            assert "還有 46 天" in done.stdout, "from 2 November"
