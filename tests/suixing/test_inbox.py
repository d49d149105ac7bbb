"""`inbox` shows what the bot received and could not handle, and lets the operator decide."""


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
    assert received("inbox", "show", "abc").status == 2
