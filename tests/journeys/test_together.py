"""Two on one trip: a link, a group, who noted what, and a number that does not agree."""

import re
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from storage.role import Role
from tests.emulator import Emulator
from tests.journeys.journey import Journey


def test_a_colleague_joins_by_a_link_and_two_numbers_are_settled(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        first = journey.person(101, "藍渡川")
        second = journey.person(102, "晏聽雨", role=None)
        first.says("/new 9/21至9/25 赴日本福岡參加會議")
        first.presses("其他之後再說")
        first.says("/invite")
        link = re.search(r"start=([\w-]+)", str(journey.calls("sendMessage")[-1]["fields"]["text"]))
        assert link is not None
        second.sends("/start （連結裡的碼）", text=f"/start {link[1]}")
        second.presses("我了解並同意")
        first.says("上午開幕式出席150人，市長致詞")
        second.says("上午開幕式有180人出席")
        second.presses("180人")
        first.presses("150人")
        first.says("/who")
        stranger = journey.person(103, "路人", role=None)
        stranger.sends("/start （亂猜的碼）", text="/start nonsense")
        texts = [m.text for m in journey.store.trips.load(1).material]
        assert "上午開幕式出席180人，市長致詞" in texts
        assert journey.store.people.role(102) is Role.TRAVELLER
        shown = re.sub(r"start=[\w-]+", "start=（碼）", journey.transcript())
        assert shown == transcript


def test_a_group_feeds_one_trip(emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion):
    with Journey(emulator, tmp_path) as journey:
        first, second = journey.person(101, "藍渡川"), journey.person(102, "晏聽雨", agreed=False)
        first.says("/new 9/21至9/25 赴日本福岡參加會議")
        first.presses("其他之後再說")
        in_group, other = journey.group("福岡團", first, second)
        in_group.says("/help")
        in_group.says("/trips")
        in_group.presses("1　日本")
        in_group.says("開幕式座無虛席")
        other.says("下午參訪港務局")
        second.says("/start")
        second.presses("我了解並同意")
        in_group.says("/who")
        assert [m.text for m in journey.store.trips.material(1)][1:] == ["開幕式座無虛席", "下午參訪港務局"]
        assert [m.name for m in journey.store.members.list(1)] == ["藍渡川", "晏聽雨"]
        assert journey.transcript() == transcript


def test_the_names_desk(emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101, "藍渡川")
        traveller.says("/names")
        traveller.says("上午拜會東浦市政府（Dongpu City Government），東浦市政府簡報防汛")
        traveller.sends_contact("林試作", "+81 90 0000 0000")
        traveller.says("/names")
        traveller.presses("✎ 東浦市政府")
        traveller.says("回飯店休息")
        traveller.says("東埔市政府＝Dongpu City Government＝DCG")
        traveller.says("/names 城市聯盟")
        traveller.says("/names 城市聯盟＝League of Cities＝LOC")
        traveller.says("/names")
        traveller.presses("✎ 林試作")
        traveller.presses("刪掉這筆")
        trip = journey.store.trips.load(1)
        assert [(n.zh, n.abbreviation) for n in trip.names] == [("東埔市政府", "DCG"), ("城市聯盟", "LOC")]
        assert trip.material[0].text == "上午拜會東埔市政府（Dongpu City Government），東埔市政府簡報防汛"
        assert journey.transcript() == transcript
