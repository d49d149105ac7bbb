"""A day of sending things, over the real process: each is kept and acknowledged without noise."""

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from drafting.material import Medium
from tests.bot.exports import jpeg
from tests.emulator import Emulator
from tests.journeys.journey import Journey


def test_a_day_of_notes_pictures_and_places(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        note = traveller.says("抵達東京，天氣晴")
        traveller.edits(note, "抵達東京，天氣陰")
        traveller.sends_album((jpeg(), ""), (jpeg(), "與協會人員合影"))
        traveller.sends_place(35.6732, 139.7564, "日比谷公園", "東京都千代田區")
        traveller.sends_file("議程.txt", "09:00 開幕".encode(), "text/plain")
        traveller.forwards("明日 9 點大廳集合", "陳導遊")
        journey.note("訊號中斷，手機仍在傳送；服務同時遭強制結束，之後重新啟動")
        journey.kill()
        journey.start()
        traveller.says("回到飯店")
        kept = [(p.ref, p.medium, bool(p.file and p.file.content)) for p in journey.store.trips.material(1)]
        assert journey.transcript() == transcript
    assert kept == [
        ("N1", Medium.NOTE, False), ("P1", Medium.PHOTO, True), ("P2", Medium.PHOTO, True),
        ("L1", Medium.PLACE, False), ("D1", Medium.PAPER, True), ("N2", Medium.NOTE, False), ("N3", Medium.NOTE, False),
    ]  # fmt: skip
