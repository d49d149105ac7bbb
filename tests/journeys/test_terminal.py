"""The whole way in a terminal: typed or piped, without token and network."""

import io
import re
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from bot.desk import Desk
from bot.terminal import run_terminal
from drafting.material import Medium
from drafting.offline.writer import OfflineWriter
from storage.store import Store
from tests.bot.desks import FixedDesk
from tests.bot.exports import jpeg
from tests.journeys.words import NOW, WORDS


def talk(home: Path, lines: list[str], *, real: bool = False) -> str:
    """Pipe these lines into the terminal; what it printed."""
    out = io.StringIO()
    with Store.open(home) as store:
        desk = Desk(store, {"offline": OfflineWriter()}) if real else FixedDesk(store)
        run_terminal(store, desk, io.StringIO("\n".join(lines)), out, home / "out", clock=lambda: NOW)
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


def test_a_whole_trip_is_written_by_the_real_desk(tmp_path: Path):
    said = talk(tmp_path, [*WORDS, "/status", "/draft", "/export all"], real=True)
    assert "草稿完成（第 1 號，案件 1）" in said
    kinds = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert kinds == [".docx", ".odt", ".pdf"]
