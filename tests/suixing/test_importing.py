"""`import` reads a chat once, however often it is asked to, and says what it could not read."""

import pytest

from drafting.form import all_forms
from tests.suixing.chats import LEFT_OUT, lay, lay_text, message, photo, picture, short_trip


def test_an_import_tells_what_it_found(run, chat):
    done = run("import", chat, "--json")
    assert (done.status, done.err) == (0, "")
    assert done.json == {"trip": 1, "new": 10, "changed": 0, "same": 0, "pictures": 1, "problems": []}


def test_the_same_export_again_adds_nothing(run, chat):
    run("import", chat)
    before = run("show", 1, "--json").json
    again = run("import", chat / "result.json", "--json")
    assert (again.json["trip"], again.json["new"], again.json["same"]) == (1, 0, 10)
    assert run("show", 1, "--json").json == before


def test_an_export_that_has_grown_adds_what_is_new_and_changes_what_was_edited(run, tmp_path):
    first = short_trip()
    run("import", lay(tmp_path / "first", first, {"photos/1.jpg": picture()}))
    edited = {**first[5], "text": "9/22 協會受託管理 64 座公園", "edited_unixtime": "1790500000"}
    grown = [*first[:5], edited, *first[6:], message(999, "2026-09-24T08:00:00", "平安回國")]
    done = run("import", lay(tmp_path / "second", grown, {"photos/1.jpg": picture()}), "--json").json
    assert {key: done[key] for key in ("trip", "new", "changed", "same")} == {
        "trip": 1, "new": 1, "changed": 1, "same": 9,
    }  # fmt: skip


def test_for_people_one_line_tells_the_numbers(run, chat):
    assert run("import", chat).out == "案件 1：新增 10 則、更新 0 則、已有 0 則、照片 1 張。\n"


def test_a_form_can_be_named_and_named_anew(run, chat):
    run("import", chat, "--form", "taichung-report")
    assert run("show", 1, "--json").json["form"] == "taichung-report"
    run("import", chat, "--form", "central")
    assert run("show", 1, "--json").json["form"] == "central"


def test_an_unknown_form_is_refused_before_anything_is_kept(run, chat):
    done = run("import", chat, "--form", "kaohsiung")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"沒有「kaohsiung」這份表單，請改用：{'、'.join(form.key for form in all_forms())}。\n"
    assert run("trips", "--json").json == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"不是完整的 JSON（第 1 行第 1 字起無法解讀），請重新匯出一次再匯入。"),
        ('{"id": 7, "messages": [{"id": 1,', r"不是完整的 JSON（第 1 行第 33 字起無法解讀），請重新匯出一次再匯入。"),
        ("[1, 2]", r"是 JSON，但不是 Telegram Desktop 的對話匯出檔，請改指定匯出的 result.json。"),
        ('{"id": 7, "name": "x", "messages": []}', r"裡沒有出國人員傳的文字、照片或檔案，請確認匯出的是哪一個對話。"),
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_result_json_is_refused(run, tmp_path, text, sentence):
    folder = lay_text(tmp_path / "bad", text)
    done = run("import", folder, "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"「{folder / 'result.json'}」{sentence}\n"


def test_a_folder_that_is_no_export_is_refused(run, tmp_path):
    done = run("import", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "裡沒有 result.json" in done.sentence


def test_a_path_that_leads_nowhere_is_refused(run, tmp_path):
    done = run("import", tmp_path / "none")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"找不到「{tmp_path / 'none'}」，請確認匯出資料夾或 result.json 的路徑。\n"


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("photos/gone.jpg", None, "「gone.jpg」：匯出資料夾裡沒有這個檔案，請重新匯出。"),
        ("photos/empty.jpg", b"", "「empty.jpg」：檔案是空的（0 位元組），請重新匯出或重傳。"),
        ("photos/cut.jpg", picture()[:4000], "「cut.jpg」：這張照片只收到一部分，請在網路穩定時重新傳送。"),
        (LEFT_OUT, None, "「檔案」：匯出時沒有包含這個檔案，請勾選照片與檔案後重新匯出。"),
    ],
    ids=["missing", "empty", "truncated", "left out"],
)
def test_a_picture_that_cannot_be_had_is_told_and_its_message_kept(run, tmp_path, file, content, problem):
    files = {} if content is None else {file: content}
    folder = lay(
        tmp_path / "chat", [*short_trip()[:6], photo(201, "2026-09-22T12:00:00", file, "合影")], files
    )
    done = run("import", folder, "--json")
    assert (done.status, done.err) == (0, "")
    assert (done.json["new"], done.json["pictures"]) == (7, 0)
    assert done.json["problems"] == [f"第 201 則訊息的{problem}"]
    kept = run("show", 1, "--json").json["material"][-1]
    assert (kept["ref"], kept["text"], kept["message_ids"]) == ("P1", "合影", [201])
    assert kept["missing"]


def test_a_picture_that_was_missing_is_taken_from_a_later_export(run, tmp_path):
    messages = [*short_trip()[:6], photo(201, "2026-09-22T12:00:00", "photos/1.jpg", "合影")]
    run("import", lay(tmp_path / "chat", messages))
    done = run("import", lay(tmp_path / "chat", messages, {"photos/1.jpg": picture()}), "--json").json
    assert (done["new"], done["pictures"], done["problems"]) == (0, 1, [])
    assert run("show", 1, "--json").json["material"][-1]["missing"] == ""


def test_bad_pictures_do_not_stop_the_documents(run, tmp_path):
    bad = [photo(n, "2026-09-22T12:00:00", f"photos/{n}.jpg", "合影") for n in (201, 202)]
    files = {"photos/1.jpg": picture(), "photos/201.jpg": b"no picture"}
    run("import", lay(tmp_path / "chat", [*short_trip(), *bad], files))
    run("draft", 1)
    done = run("export", 1, "--to", tmp_path / "out")
    assert done.status == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".odt", ".pdf"]
