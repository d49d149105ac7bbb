"""The operator beside the running service: letting people in, and deciding about what could not be done."""

import os
import re
import subprocess
import sys
from pathlib import Path

from storage.role import Role
from tests.emulator import ROOT, Emulator
from tests.journeys.journey import Journey


def suixing(journey: Journey, *words: str) -> str:
    """What the real command line prints, while the service runs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUIXING_")}
    settings = {
        "SUIXING_HOME": str(journey.home),
        "SUIXING_TELEGRAM_TOKEN": journey.token,
        "SUIXING_TELEGRAM_BASE_URL": journey.emulator.url,
    }
    done = subprocess.run(
        [sys.executable, "-m", "suixing", *words],
        cwd=ROOT, env=kept | settings, capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout.decode("utf-8")


def test_an_invitation_of_the_operator_lets_one_person_in_with_its_role(emulator: Emulator, tmp_path: Path):
    with Journey(emulator, tmp_path) as journey:
        printed = suixing(journey, "people", "invite", "--role", "staff")
        link = re.fullmatch(r"https://t\.me/fixture_bot\?start=([\w-]{16})\n", printed)
        assert link is not None, printed
        officer, late = journey.person(301, "陳審核", role=None), journey.person(302, "路人", role=None)
        officer.says(f"/start {link[1]}")
        late.says(f"/start {link[1]}")
        assert [journey.store.people.role(n) for n in (301, 302)] == [Role.STAFF, None]
        officer.presses("我了解並同意")
        officer.says("/queue")
        suixing(journey, "people", "remove", "301")
        officer.says("/queue")
        said = [str(c["fields"]["text"]) for c in journey.calls("sendMessage")]
        assert said[-2] == "目前沒有待審的草稿。"
        assert said[-1].startswith("您好，這個機器人只服務已登錄的")


def test_what_could_not_be_done_is_listed_shown_tried_again_or_given_up(emulator: Emulator, tmp_path: Path):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        traveller.says("先有一則")
        poison = traveller.person.update(text="x")
        poison["message"]["chat"] = "not a chat"
        emulator.push(journey.token, poison)
        emulator.fault(journey.token, "sendMessage", 400, times=1, description="Bad Request: chat not found")
        traveller.says("/help")
        number = poison["update_id"]
        listed = suixing(journey, "inbox", "list", "--state", "failed").splitlines()
        assert [re.sub(r"\d+", "N", line.split("　")[0]) for line in listed] == ["out-N"]
        assert suixing(journey, "inbox", "list", "--state", "unreadable").startswith(f"{number}　unreadable")
        assert "not a chat" in suixing(journey, "inbox", "show", str(number))
        suixing(journey, "inbox", "drop", str(number))
        before = len(journey.calls("sendMessage"))
        suixing(journey, "inbox", "retry", listed[0].split("　")[0])
        journey.stop()
        journey.start()
        journey.settle(None)
        (said,) = journey.calls("sendMessage")[before:]
        assert "直接傳文字、照片" in str(said["fields"]["text"])
        left = [suixing(journey, "inbox", "list", "--state", state) for state in ("failed", "unreadable")]
        assert left == ["收件匣沒有符合的訊息。\n"] * 2
