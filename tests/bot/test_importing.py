"""An export comes in whole, once, or not at all with a sentence that says what to do."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import errors
from bot.importing import Imported, import_export
from drafting.material import Medium
from storage.store import Store
from tests.bot import exports
from tests.bot.conftest import NOW
from tests.emulator import ROOT


def bring_in(store: Store, path: Path, **more: Any) -> Imported:
    return import_export(store, path, "", NOW, **more)


def counts(done: Imported) -> tuple[int, int, int, int]:
    return done.new, done.changed, done.same, done.pictures


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    messages = (
        exports.entry(1, [{"type": "bot_command", "text": "/start"}]),
        exports.entry(2, "出發"),
        exports.entry(4, "合影", photo="photos/a.jpg", after=100),
        exports.entry(5, photo="photos/b.jpg", after=100),
        exports.entry(6, "議程", file="files/x.txt", file_name="x.txt", mime_type="text/plain"),
        exports.entry(7, "更正：五日", reply_to_message_id=2),
    )
    pictures = {"photos/a.jpg": exports.jpeg("red"), "photos/b.jpg": exports.jpeg("blue")}
    return exports.write(
        tmp_path / "export", exports.chat(*messages), {**pictures, "files/x.txt": "09:00 開幕".encode()}
    )


def test_everything_is_taken_in_with_its_files(store: Store, folder: Path):
    done = bring_in(store, folder)
    assert (counts(done), done.problems) == ((5, 0, 0, 2), [])
    pieces = store.trips.material(done.trip)
    assert [(p.ref, p.medium, p.text) for p in pieces if p.medium is not Medium.PAPER] == [
        ("N1", Medium.NOTE, "出發"),
        ("N2", Medium.NOTE, "更正：五日"),
        ("P1", Medium.PHOTO, "合影"),
        ("P2", Medium.PHOTO, ""),
    ]
    assert {p.album for p in pieces if p.medium is Medium.PHOTO} == {"export-4"}
    assert next(p.reply_to for p in pieces if p.ref == "N2") == "N1"
    paper = next(p for p in pieces if p.medium is Medium.PAPER)
    assert paper.text.startswith("議程\n")
    assert all(p.file is None or store.files.read(p.file.content) for p in pieces)


def test_the_same_export_twice_adds_nothing(store: Store, folder: Path):
    first, second = bring_in(store, folder), bring_in(store, folder / "result.json")
    assert second == Imported(first.trip, 0, 0, 5, 0, [])


def test_an_export_that_grew_adds_what_is_new_and_changes_what_was_edited(store: Store, folder: Path):
    trip = bring_in(store, folder).trip
    content = json.loads((folder / "result.json").read_text("utf-8"))
    content["messages"][1] |= {
        "text": "出發（桃園）",
        "edited": "…",
        "edited_unixtime": str(exports.NOON + 500),
    }
    content["messages"].append(exports.entry(9, "新的一則"))
    exports.write(folder, content)
    assert counts(bring_in(store, folder)) == (1, 1, 4, 0)
    assert [p.text for p in store.trips.material(trip) if p.medium is Medium.NOTE] == [
        "出發（桃園）", "更正：五日", "新的一則",
    ]  # fmt: skip


def test_an_edited_caption_does_not_cost_the_text_of_the_paper(store: Store, folder: Path):
    trip = bring_in(store, folder).trip
    before = next(p.text for p in store.trips.material(trip) if p.medium is Medium.PAPER)
    content = json.loads((folder / "result.json").read_text("utf-8"))
    content["messages"][4] |= {"text": "新議程", "edited": "…", "edited_unixtime": str(exports.NOON + 500)}
    exports.write(folder, content)
    bring_in(store, folder)
    after = next(p.text for p in store.trips.material(trip) if p.medium is Medium.PAPER)
    assert after == "新" + before


def test_files_that_are_gone_empty_or_broken_leave_their_piece_and_a_reason(store: Store, tmp_path: Path):
    folder = exports.write(
        tmp_path / "export",
        exports.chat(
            exports.entry(1, "甲", photo="photos/gone.jpg"),
            exports.entry(2, "乙", photo="photos/empty.jpg"),
            exports.entry(3, "丙", photo="photos/broken.jpg"),
            exports.entry(4, "丁", photo="(File not included. Change data exporting settings to download.)"),
            exports.entry(5, "戊", photo="photos/good.jpg"),
        ),
        {"photos/empty.jpg": b"", "photos/broken.jpg": b"\xff\xd8\xff no", "photos/good.jpg": exports.jpeg()},
    )
    done = bring_in(store, folder)
    assert (counts(done), len(done.problems)) == ((5, 0, 0, 1), 4)
    assert [(p.text, bool(p.file and p.file.missing)) for p in store.trips.material(done.trip)] == [
        ("甲", True), ("乙", True), ("丙", True), ("丁", True), ("戊", False),
    ]  # fmt: skip


def test_a_file_that_was_missing_comes_in_when_a_later_export_has_it(store: Store, tmp_path: Path):
    absent = "(File not included. Change data exporting settings to download.)"
    bring_in(store, exports.write(tmp_path / "a", exports.chat(exports.entry(1, "甲", photo=absent))))
    later = exports.write(
        tmp_path / "b", exports.chat(exports.entry(1, "甲", photo="p.jpg")), {"p.jpg": exports.jpeg()}
    )
    assert counts(bring_in(store, later))[3] == 1
    (piece,) = store.trips.material(1)
    assert piece.file is not None
    assert piece.file.missing == ""


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "photos/../../outside.jpg"])
def test_a_path_out_of_the_folder_is_refused_before_anything_is_kept(store: Store, tmp_path: Path, path: str):
    (tmp_path / "outside.jpg").write_bytes(exports.jpeg())
    folder = exports.write(
        tmp_path / "export", exports.chat(exports.entry(1, "甲"), exports.entry(2, photo=path))
    )
    with pytest.raises(errors.PathEscapes, match="第 2 則訊息"):
        bring_in(store, folder)
    assert store.trips.ids() == []


def test_a_link_out_of_the_folder_is_refused(store: Store, tmp_path: Path):
    (tmp_path / "secret.jpg").write_bytes(exports.jpeg())
    folder = exports.write(tmp_path / "export", exports.chat(exports.entry(1, photo="a.jpg")))
    (folder / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    with pytest.raises(errors.PathEscapes):
        bring_in(store, folder)


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        ('{"messages": [\n{"id": 1,,}]}', errors.DamagedResult, "第 2 行"),
        ('{"name": "x", "messages": [', errors.DamagedResult, "請重新匯出一次"),
        ("[" * 100_000, errors.DamagedResult, "層次過深"),
        ('{"tool": "something else"}', errors.NotAnExport, "不是 Telegram Desktop 的對話匯出檔"),
        ("[1, 2]", errors.NotAnExport, "不是 Telegram Desktop 的對話匯出檔"),
        (exports.chat(), errors.NothingUsable, "請確認匯出的是哪一個對話"),
        (exports.chat(exports.entry(1, "/start")), errors.NothingUsable, "請確認匯出的是哪一個對話"),
    ],
)
def test_what_cannot_be_imported_says_why(store: Store, tmp_path: Path, content: Any, kind: type, says: str):
    with pytest.raises(kind, match=says):
        bring_in(store, exports.write(tmp_path / "export", content))
    assert store.trips.ids() == []


def test_paths_that_lead_nowhere(store: Store, tmp_path: Path):
    with pytest.raises(errors.NoSuchPath):
        bring_in(store, tmp_path / "nothing")
    with pytest.raises(errors.NoResult):
        bring_in(store, tmp_path)
    (tmp_path / "result.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(errors.DamagedResult, match="不是 UTF-8"):
        bring_in(store, tmp_path)


def test_a_whole_account_needs_to_be_told_which_chat(store: Store, tmp_path: Path):
    chats = [
        exports.chat(exports.entry(1, "公務")),
        exports.chat(exports.entry(1, "家人"), kind="personal_chat", number=55, name="家人"),
        exports.chat(exports.entry(1, "頻道"), kind="public_channel", number=66),
        exports.chat(exports.entry(1, "/start"), number=77, name="另一個機器人"),
    ]
    folder = exports.write(tmp_path / "export", {"about": "…", "chats": {"about": "…", "list": chats}})
    with pytest.raises(errors.SeveralChats, match=f"小幫手（{exports.BOT}，1 則）、家人（55，1 則）"):
        bring_in(store, folder)
    done = bring_in(store, folder, chat_id=exports.BOT)
    assert [p.text for p in store.trips.material(done.trip)] == ["公務"]


def test_a_whole_account_with_one_fitting_chat_is_taken(store: Store, tmp_path: Path):
    folder = exports.write(tmp_path / "export", {"chats": {"list": [exports.chat(exports.entry(1, "公務"))]}})
    assert counts(bring_in(store, folder))[0] == 1


def test_importing_does_not_wait_for_telegrams_library():
    code = "import sys, bot.importing; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
