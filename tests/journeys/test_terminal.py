"""The whole way in a terminal: typed or piped, without token and network."""

import io
import re
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from bot.desk import Desk
from bot.terminal import run_terminal
from drafting.material import Medium
from drafting.offline.writer import OfflineWriter
from drafting.openai_ear import OpenAIEar
from drafting.senses import NOTHING, Seen, Senses
from storage.store import Store
from tests.audio_server import AudioServer
from tests.bot.desks import FixedDesk
from tests.bot.exports import jpeg
from tests.bot.test_seeing import FixedEye
from tests.journeys.words import NOW, WORDS


def talk(home: Path, lines: list[str], *, real: bool = False, senses: Senses = NOTHING) -> str:
    """Pipe these lines into the terminal; what it printed."""
    out = io.StringIO()
    with Store.open(home) as store:
        desk = Desk(store, {"offline": OfflineWriter()}) if real else FixedDesk(store)
        typed = io.StringIO("\n".join(lines))
        run_terminal(store, desk, typed, out, home / "out", clock=lambda: NOW, senses=senses)
    return out.getvalue().replace(str(home), "HOME")


def test_a_conversation_from_greeting_to_files(tmp_path: Path, transcript: SnapshotAssertion):
    picture = tmp_path / "合照.jpg"
    picture.write_bytes(jpeg())
    said = talk(
        tmp_path,
        [
            "/start", "抵達東京", f"{picture} 與協會合照", "#心得 很有收穫", "/set 聯絡人 許範例", "/set 聯絡", "/unknown",
            "/status", "/draft", "/approve", "/approve LEN-1=併入附件", "/export all", "/return 3 請補", "/quit", "不會讀到",
        ],
    )  # fmt: skip
    assert re.sub(r"摘要碼 [0-9a-f]+", "摘要碼 …", said) == transcript


def test_the_end_of_input_waits_until_all_is_done(tmp_path: Path):
    said = talk(tmp_path, ["第一則", "/draft"])
    assert "草稿完成" in said
    with Store.open(tmp_path) as store:
        assert [row.state for row in store.inbox.list()] == ["done", "done"]


def test_a_second_conversation_goes_on_where_the_first_ended(tmp_path: Path):
    talk(tmp_path, ["第一則", "第二則"])
    talk(tmp_path, ["第三則"])
    with Store.open(tmp_path) as store:
        assert [piece.text for piece in store.trips.material(1)] == ["第一則", "第二則", "第三則"]


def test_a_path_is_a_file_and_its_words_are_the_caption(tmp_path: Path):
    (tmp_path / "a b.jpg").write_bytes(jpeg())
    (tmp_path / "議程.txt").write_text("09:00 開幕", "utf-8")
    talk(
        tmp_path,
        [f"'{tmp_path / 'a b.jpg'}' 合影", str(tmp_path / "議程.txt"), f"{tmp_path}/none.jpg 只是文字"],
    )
    with Store.open(tmp_path) as store:
        pieces = {piece.ref: piece for piece in store.trips.material(1)}
    assert sorted(pieces) == ["D1", "N1", "P1"]
    assert (pieces["P1"].text, pieces["P1"].medium) == ("合影", Medium.PHOTO)
    assert "09:00 開幕" in pieces["D1"].text


def test_a_pipe_is_told_of_its_bursts_as_a_chat_would_be(tmp_path: Path):
    """Pictures are sent together, lines are typed one by one: the line comes behind its burst, not at the end of the week."""
    pictures = [tmp_path / f"{number}.jpg" for number in range(4)]
    for picture in pictures:
        picture.write_bytes(jpeg())
    said = talk(tmp_path, [*map(str, pictures), "逛完了", "到飯店", "洗澡", "睡了", "晚安"])
    assert said.count("都保存好了") == 1
    assert said.index("收到 照片 4，都保存好了。") < said.index("> 逛完了")


def test_the_terminal_hears_with_the_ear_that_is_set_up(tmp_path: Path):
    (tmp_path / "訪談.ogg").write_bytes(b"OggS sound")
    with AudioServer("潮位每六分鐘更新。") as server:
        said = talk(
            tmp_path,
            [str(tmp_path / "訪談.ogg"), "[1]"],
            senses=Senses(ear=OpenAIEar(server.base_url, "", "hearing-model")),
        )
    assert "< V1 聽到的是：\n  「潮位每六分鐘更新。」" in said
    assert "< V1 的文字已確認。" in said
    with Store.open(tmp_path) as store:
        assert store.trips.material(1)[0].text == "潮位每六分鐘更新。"
    assert [request.sound for request in server.requests] == [b"OggS sound"]


def test_the_terminal_asks_for_what_no_ear_heard_and_takes_the_reply(tmp_path: Path):
    (tmp_path / "訪談.ogg").write_bytes(b"OggS sound")
    said = talk(tmp_path, [str(tmp_path / "訪談.ogg"), ">> 潮位每六分鐘更新"])
    assert "V1 錄音已保存" in said
    with Store.open(tmp_path) as store:
        (voice,) = store.trips.material(1)
    assert (voice.medium, voice.text) == (Medium.VOICE, "潮位每六分鐘更新")


def test_the_terminal_looks_with_the_eye_that_is_set_up_and_nothing_counts_before_the_tap(tmp_path: Path):
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.jpg").write_bytes(jpeg())
    eye = FixedEye(Seen(caption="會場主舞臺"))
    said = talk(tmp_path, [f"{tmp_path / '甲.jpg'}", "[1]", f"{tmp_path / '乙.jpg'}"], senses=Senses(eye=eye))
    assert said.count("可以用這句圖說嗎？") == eye.shown == 2
    with Store.open(tmp_path) as store:
        assert [m.text for m in store.trips.material(1)] == ["會場主舞臺", ""]


def test_a_whole_trip_is_written_by_the_real_desk(tmp_path: Path):
    said = talk(tmp_path, [*WORDS, "/status", "/draft", "/export all"], real=True)
    assert "草稿完成（第 1 號，案件 1）" in said
    kinds = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert kinds == [".docx", ".odt", ".pdf"]
