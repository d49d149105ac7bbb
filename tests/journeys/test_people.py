"""Who is let in, what they hear first, and what happens to what they send before they agree."""

import re
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from storage.role import Role
from tests.emulator import Emulator
from tests.journeys.journey import Journey


def test_from_the_link_that_the_first_start_prints_to_the_first_note(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        printed = journey.output.read_text("utf-8")
        link = re.search(r"https://t\.me/(\w+)\?start=([\w-]+)", printed)
        assert link is not None, printed
        stranger = journey.person(666, "陌生人", role=None)
        stranger.says("在嗎")
        stranger.presses_data("approve:1")
        boss = journey.person(201, "主管甲", role=None)
        journey.note("第一次啟動時，終端機印出管理人員的連結；主管甲打開它")
        boss.sends("/start （連結裡的碼）", text=f"/start {link[2]}")
        journey.note("同一個連結不能再用")
        stranger.sends("/start （同一個碼）", text=f"/start {link[2]}")
        boss.says("剛到福岡，飯店在博多站旁")
        boss.presses_data("approve:1")
        boss.presses("我了解並同意")
        boss.says("/help")
        assert journey.store.people.role(201) is Role.ADMIN
        assert [m.text for m in journey.store.trips.material(1)] == ["剛到福岡，飯店在博多站旁"]
        journey.stop()
        journey.start()
        assert journey.output.read_text("utf-8") == printed, "there is an admin now: no second link"
        assert journey.transcript() == transcript


def test_a_refusal_leaves_nothing_behind_and_english_is_one_tap_away(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        guest = journey.person(101, "林測試", agreed=False)
        guest.says("先傳一則")
        guest.presses("不同意")
        guest.says("/language")
        guest.presses("English")
        guest.says("/start")
        guest.presses("I understand and agree")
        guest.says("/status #9")
        assert journey.store.consents.held(101) == 0
        assert journey.store.trips.ids() == []
        assert journey.transcript() == transcript
