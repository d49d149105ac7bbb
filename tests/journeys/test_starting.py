"""How a trip begins: with whatever comes first; the rest is asked one at a time, in any order, across restarts."""

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from drafting.trip import Classification, DestinationKind
from tests.bot.exports import jpeg
from tests.emulator import Emulator
from tests.journeys.journey import Journey

LETTER = """臺中市政府 函
主旨：奉派本局藍渡川科長等2人赴日本福岡參加「2026亞太港灣城市防災交流會議」一案。
出國期間：115年9月15日至115年9月19日
出國地區：日本
主辦機關：臺中市政府水利局"""


def test_a_trip_that_begins_with_a_forwarded_letter(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101, "藍渡川")
        traveller.says("/new")
        traveller.forwards(LETTER, "承辦人")
        traveller.presses("不是")
        traveller.says("飯店在博多站旁，房間很小")
        journey.note("服務遭強制結束，重新啟動後繼續問")
        journey.kill()
        journey.start()
        traveller.says("藍渡川/臺中市政府水利局/防災科/科長\n晏聽雨/臺中市政府水利局/防災科/科員")
        traveller.says("聯絡人：晏聽雨，電話 04-22289111 分機 53999")
        traveller.presses("略過")
        traveller.presses("其他之後再說")
        traveller.says("/card")
        traveller.presses("出國地區")
        traveller.says("日本、韓國")
        trip = journey.store.trips.load(1)
        assert trip.regions == ("日本", "韓國")
        assert [t.name for t in trip.travellers] == ["藍渡川", "晏聽雨"]
        assert trip.classification is Classification.NONE
        assert "飯店在博多站旁，房間很小" in [m.text for m in trip.material]
        assert journey.transcript() == transcript


def test_a_trip_that_begins_with_a_picture_of_words_a_paper_and_a_level(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101, "藍渡川")
        traveller.sends_photo(jpeg())
        traveller.sends_file(
            "函.txt",
            LETTER.replace("日本福岡", "大陸地區上海").replace("日本", "中國大陸").encode(),
            "text/plain",
        )
        traveller.presses("密")
        trip = journey.store.trips.load(1)
        assert trip.classification is Classification.CONFIDENTIAL
        assert trip.destination is DestinationKind.MAINLAND
        assert journey.transcript() == transcript


def test_several_trips_of_one_person(emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101, "藍渡川")
        stranger = journey.person(102, "晏聽雨")
        traveller.says("/trips")
        traveller.says("/new 9/15至9/19 赴日本福岡參加會議")
        traveller.presses("其他之後再說")
        traveller.says("/new 10/5至10/8 赴韓國釜山參訪")
        traveller.presses("其他之後再說")
        traveller.says("/trips")
        traveller.presses("1　日本")
        traveller.says("忘了記：福岡的會場在港邊")
        stranger.says("/status #1")
        stranger.presses_data("trip:1")
        texts = {n: [m.text for m in journey.store.trips.material(n)] for n in (1, 2)}
        assert texts == {
            1: ["9/15至9/19 赴日本福岡參加會議", "忘了記：福岡的會場在港邊"], 2: ["10/5至10/8 赴韓國釜山參訪"],
        }  # fmt: skip
        assert journey.transcript() == transcript
