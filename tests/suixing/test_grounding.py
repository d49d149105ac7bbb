"""`ground` answers each line with what its sources do not say."""

import json

import pytest


def ask(run, *items):
    lines = "\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return run("ground", stdin=lines.encode())


def test_each_line_is_answered_in_its_place(run):
    done = ask(
        run,
        {"text": "參加者22人。", "sources": ["參加者有 21 人"]},
        {"text": "參加者 21 人。", "sources": ["參加者有 21 人"]},
    )
    assert (done.status, done.err) == (0, "")
    first, second = map(json.loads, done.out.splitlines())
    assert [(u["kind"], u["start"], u["end"]) for u in first["unsupported"]] == [("number", 3, 6)]
    assert first["unsupported"][0]["text"] == "22人"
    assert second == {"unsupported": []}


def test_any_one_of_the_sources_is_enough(run):
    assert ask(run, {"text": "共 5 座。", "sources": ["共 4 座", "共 5 座"]}).out == '{"unsupported": []}\n'


def test_nothing_asked_nothing_answered(run):
    assert (run("ground").status, run("ground").out) == (0, "")
    assert run("ground", stdin=b"\n\n").out == ""


def test_a_file_that_begins_with_a_byte_order_mark_is_read(run):
    line = json.dumps({"text": "到了。", "sources": ["到了"]}, ensure_ascii=False)
    assert run("ground", stdin=b"\xef\xbb\xbf" + line.encode()).status == 0


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "\xff\xfe", "sources": []}',
        '{"text": "到了", "sources": []}'.encode("big5"),
        b"not json",
        b"[]",
        b'{"text": "a"}',
        b'{"text": 5, "sources": []}',
        b'{"text": "a", "sources": "abc"}',
        b'{"text": "a", "sources": [1]}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_question_is_told_by_its_number(run, line):
    good = b'{"text": "a", "sources": ["a"]}\n'
    done = run("ground", stdin=good + line + b"\n" + good)
    assert (done.status, done.out) == (2, '{"unsupported": []}\n')
    assert done.err == '第 2 行不是 {"text": "…", "sources": ["…"]} 這樣的 UTF-8 JSON，請修正後再試。\n'
