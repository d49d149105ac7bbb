"""`people` says who may talk to the bot; by default nobody."""

import re


def test_nobody_is_let_in_by_default(run):
    done = run("people", "list")
    assert (done.status, done.out) == (
        0,
        "還沒有人可以使用機器人，請用 suixing people invite --role admin 產生邀請。\n",
    )


def test_people_are_added_listed_changed_and_removed(run):
    assert run("people", "add", 5001, "--role", "traveller", "--name", "林測試").status == 0
    assert run("people", "add", 5002, "--role", "staff").status == 0
    assert run("people", "list").out == "5001　traveller　林測試\n5002　staff　\n"
    run("people", "add", 5001, "--role", "admin", "--name", "林測試")
    assert run("people", "remove", 5002).out == "5002 已移除\n"
    assert run("people", "list").out == "5001　admin　林測試\n"


def test_an_invitation_is_a_line_to_send_and_lets_nobody_in_yet(run):
    first, second = (run("people", "invite", "--role", "staff") for _ in range(2))
    assert re.fullmatch(r"/start [\w-]{16}\n", first.out)
    assert first.out != second.out
    assert "限用一次" in first.err
    assert run("people", "list").out.startswith("還沒有人")


def test_somebody_who_is_not_listed_cannot_be_removed(run):
    done = run("people", "remove", 9)
    assert (done.status, done.out) == (2, "")
    assert done.err == "名單上沒有編號 9 的人員，請先列出名單確認編號。\n"


def test_a_role_and_a_number_are_needed(run):
    assert run("people", "add", 5).sentence.startswith("缺少 --role，請補上。")
    assert "請改用：traveller、staff、admin" in run("people", "add", 5, "--role", "king").sentence
    assert "請填數字" in run("people", "add", "@name", "--role", "staff").sentence
    assert [run("people", "add", n, "--role", "staff").status for n in ("@name", "9" * 30)] == [2, 2]
