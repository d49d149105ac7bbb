"""`inbox` shows what the bot received and could not handle, and lets the operator decide."""

from datetime import UTC, datetime

from storage.store import Store

AT = datetime(2026, 9, 21, 12, 0, tzinfo=UTC)


def states(run):
    return {line.split("　")[0]: line.split("　")[1] for line in run("inbox", "list").out.splitlines()}


def test_an_empty_inbox_says_so(run):
    done = run("inbox", "list")
    assert (done.status, done.out) == (0, "收件匣沒有符合的訊息。\n")


def test_every_message_is_listed_with_its_state_and_problem(received):
    lines = received("inbox", "list").out.splitlines()
    assert [line.split("　")[:2] for line in lines] == [
        ["11", "waiting"],
        ["12", "failed"],
        ["13", "unreadable"],
    ]
    assert lines[1].endswith("試 1 次　磁碟空間不足")
    assert received("inbox", "list", "--state", "failed").out == lines[1] + "\n"
    assert "請改用：waiting、failed、unreadable、done" in received("inbox", "list", "--state", "x").sentence


def test_a_message_is_shown_as_it_came(received):
    assert received("inbox", "show", 12).json == {"update_id": 12, "message": {"text": "第 12 則"}}


def test_a_message_is_tried_again_or_given_up(received):
    assert received("inbox", "retry", 12).status == 0
    assert received("inbox", "drop", 13).status == 0
    assert states(received) == {"11": "waiting", "12": "waiting", "13": "done"}
    dropped = received("inbox", "show", 13)
    assert (dropped.status, dropped.out) == (0, "")
    assert "原始內容不再保留" in dropped.sentence


def test_what_is_not_there_cannot_be_tried_again(received):
    for words in (["show", 99], ["retry", 11], ["drop", 99], ["retry", "99"]):
        done = received("inbox", *words)
        assert (done.status, done.out) == (2, "")
        assert done.sentence.startswith("收件匣沒有可以處理的訊息 ")
    for words in (
        ["show", "job-99"],
        ["retry", "out-99"],
        ["drop", "job-99"],
        ["show", "x-1"],
        ["show", "abc"],
    ):
        assert received("inbox", *words).status == 2


def test_slow_work_and_messages_that_were_given_up_stand_beside_them(run, tmp_path):
    with Store.open(run.home) as store:
        job = store.jobs.add("download", {"file": "甲"}, AT)
        store.jobs.give_up(job, "BadRequest: x")
        out = store.outbox.add(5, "sendMessage", {"text": "草稿完成"}, AT)
        store.outbox.give_up(out, "BadRequest: y")
        store.outbox.sent(store.outbox.add(5, "sendMessage", {"text": "已送出"}, AT))
    lines = run("inbox", "list", "--state", "failed").out.splitlines()
    assert [line.split("　")[0] for line in lines] == [f"job-{job}", f"out-{out}"]
    assert lines[0].endswith("download BadRequest: x")
    assert run("inbox", "show", f"job-{job}").json["payload"] == {"file": "甲"}
    assert run("inbox", "show", f"out-{out}").json["fields"] == {"text": "草稿完成"}
    assert run("inbox", "retry", f"job-{job}").status == run("inbox", "retry", f"out-{out}").status == 0
    assert set(states(run).values()) == {"waiting"}
    assert run("inbox", "drop", f"job-{job}").status == run("inbox", "drop", f"out-{out}").status == 0
    assert run("inbox", "list").out == "收件匣沒有符合的訊息。\n"
