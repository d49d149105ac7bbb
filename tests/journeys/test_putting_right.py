"""What was sent is taken back, dated, labelled and answered for, over the real process; a voice is heard and confirmed."""

from datetime import date, time
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from drafting.material import Kind, Medium
from tests.audio_server import AudioServer
from tests.bot.exports import jpeg
from tests.emulator import Emulator
from tests.journeys.journey import Journey

PLAN = "出國期間：115年9月20日至115年9月25日\n出國地區：日本"


def newest_of_the_bot(journey: Journey) -> int:
    """The number of the last message that the bot sent."""
    calls = journey.emulator.calls(journey.token)
    return int(next(call["made"] for call in reversed(calls) if call["method"] == "sendMessage"))


def test_slips_of_a_tired_thumb_are_put_right(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        traveller.says(PLAN)
        traveller.presses("其他之後再說")
        pump = traveller.says("抽水站由志工輪值，每班 4 人")
        traveller.says("手機誤觸的一行字")
        traveller.says("/undo")
        traveller.says("不該刪的一則：市長致詞 10 分鐘")
        traveller.says("/undo")
        traveller.presses("放回")
        wrong = traveller.sends_photo(jpeg(), "傳錯的照片")
        traveller.replies(wrong, "/drop")
        traveller.replies(pump, "#建議")
        traveller.replies(pump, "/label")
        traveller.presses("過程")
        traveller.says("/date 昨天下午三點")
        traveller.says("/date 那時候")
        traveller.replies(pump, "/date 9/20 上午")
        journey.note("服務遭強制結束，之後重新啟動；刪掉與改過的都還是那樣")
        journey.kill()
        journey.start()
        traveller.edits(pump, "抽水站由志工輪值，每班 5 人")
        pieces = {m.text.split("\n")[0]: m for m in journey.store.trips.load(1).material}
        assert set(pieces) == {
            "出國期間：115年9月20日至115年9月25日",
            "抽水站由志工輪值，每班 5 人",
            "不該刪的一則：市長致詞 10 分鐘",
        }
        piece = pieces["抽水站由志工輪值，每班 5 人"]
        assert (piece.meant_on, piece.meant_at, piece.kind) == (date(2026, 9, 20), time(10), Kind.FACT)
        assert pieces["不該刪的一則：市長致詞 10 分鐘"].meant_at == time(15)
        assert journey.transcript() == transcript


def test_a_voice_is_heard_and_confirmed_or_answered_for(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with (
        AudioServer("單程兩個半小時，來回有警車", "每班四人論質", " ") as ears,
        Journey(
            emulator, tmp_path, transcribe_base_url=ears.base_url, transcribe_model="hearing-model"
        ) as journey,
    ):
        traveller = journey.person(101)
        traveller.says(PLAN)
        traveller.presses("其他之後再說")
        traveller.sends_voice(b"OggS one")
        traveller.presses("正確")
        traveller.sends_voice(b"OggS two")
        traveller.replies(newest_of_the_bot(journey), "每班四人輪值")
        traveller.sends_voice(b"OggS three")
        third = newest_of_the_bot(journey)
        traveller.replies(third, "抽水站去年啟用")
        traveller.says("/set 機密等級 密")
        traveller.sends_voice(b"OggS four")
        voices = [m for m in journey.store.trips.material(1) if m.medium is Medium.VOICE]
        assert [m.text for m in voices] == [
            "單程兩個半小時，來回有警車",
            "每班四人輪值",
            "抽水站去年啟用",
            "",
        ]
        assert [request.sound for request in ears.requests] == [b"OggS one", b"OggS two", b"OggS three"]
        assert all(m.file and journey.store.files.read(m.file.content) for m in voices)
        assert journey.transcript() == transcript


def test_many_things_at_once_get_one_line_and_what_no_report_can_use_is_said(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        film = {"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1, "duration": 9}
        traveller.says(PLAN)
        traveller.presses("其他之後再說")
        traveller.sends_album((jpeg(), ""), (jpeg(), "開幕式合影"), (jpeg(), ""))
        traveller.sends_contact("佐久間", "+81 0")
        traveller.sends("［影片］", video=film)
        traveller.sends_file("全部.zip", b"PK", "application/zip")
        traveller.sends_file("大檔.pdf", b"%PDF-", "application/pdf", size=21 * 2**20)
        traveller.says("#私 記得買藥")
        journey.passes(seconds=10)
        journey.until(lambda: journey.store.bursts.chats() == [])
        assert journey.transcript() == transcript
        assert [m.kind for m in journey.store.trips.load(1).material][-1] is Kind.PRIVATE
