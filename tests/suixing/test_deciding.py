"""`submit` hands in, `approve` lets nothing pass without a reason; `return` sends back with an official one."""

import re

import pytest


def status_of(run):
    return run("trips", "--json").json[0]["status"]


def test_a_draft_that_was_handed_in_waits_for_staff_and_twice_is_once(written):
    for _ in range(2):
        done = written("submit", 1, "--by", "林測試")
        assert (done.status, done.out) == (0, "案件 1 草稿 1 已送審。\n")
    assert status_of(written) == "submitted"
    done = written("approve", 1, "--by", "王測試", "--despite", "LEN-1=精簡", "--despite", "FRM-1=另行補填")
    assert (done.status, status_of(written)) == (0, "approved")
    assert written("submit", 1, "--by", "林測試").err == "草稿 1 已經核可，不能送審。\n"


def test_a_draft_that_the_trip_has_outrun_is_not_handed_in(written):
    written("set", 1, "host_agency", "測試局")
    done = written("submit", 1, "--by", "林測試")
    assert (done.status, status_of(written)) == (1, "written")
    assert "請重新產生草稿後再送審" in done.err


def test_a_draft_without_errors_is_approved_once(clean):
    done = clean("approve", 1, "--by", "王測試")
    assert done.status == 0
    assert re.fullmatch(r"案件 1 草稿 1 已由 王測試 核可，指紋 [0-9a-f]{64}\n", done.out)
    assert status_of(clean) == "approved"
    again = clean("approve", 1, "--by", "王測試")
    assert (again.status, again.out, again.err) == (1, "", "草稿 1 已經核可，不能核可。\n")


def test_errors_refuse_approval(written):
    done = written("approve", 1, "--by", "王測試")
    assert (done.status, done.out) == (1, "")
    assert done.err == ("還有 2 項錯誤未處理（FRM-1、LEN-1），請先修正，或由審核人員逐項寫明理由後核可。\n")
    assert status_of(written) == "written"


def test_a_reason_for_each_error_lets_it_pass(written):
    one = written("approve", 1, "--by", "王測試", "--despite", "LEN-1=依主管指示精簡")
    assert (one.status, status_of(written)) == (1, "written")
    assert "FRM-1" in one.err
    both = written(
        "approve", 1, "--by", "王測試", "--despite", "LEN-1=依主管指示精簡", "--despite", "FRM-1=另行補填"
    )
    assert (both.status, status_of(written)) == (0, "approved")


@pytest.mark.parametrize(
    ("despite", "status", "words"),
    [
        ("LEN-1", 2, "請寫成 檢核代碼=理由"),
        ("LEN-1= ", 1, "檢核項目 LEN-1 的核可理由不可空白。"),
        ("XYZ-9=不存在", 1, "這份草稿沒有檢核項目 XYZ-9 的缺失，請確認代碼。"),
    ],
)
def test_a_reason_must_belong_to_a_finding_and_say_something(written, despite, status, words):
    done = written("approve", 1, "--by", "王測試", "--despite", despite)
    assert (done.status, done.out, status_of(written)) == (status, "", "written")
    assert words in done.sentence


def test_nobody_cannot_approve(clean):
    assert clean("approve", 1).sentence.startswith("缺少 --by，請補上。")
    done = clean("approve", 1, "--by", " ")
    assert (done.status, done.err) == (1, "請寫明核可人姓名（--by）。\n")


def test_a_returned_draft_must_be_written_anew(written):
    done = written("return", 1, "--by", "王測試", "--reason", "3", "--note", "請補每場會議的重點")
    assert (done.status, done.out) == (
        0,
        "案件 1 草稿 1 已退回補正：內容空洞或未涵蓋要項；請補每場會議的重點\n",
    )
    assert status_of(written) == "returned"
    assert written("approve", 1, "--by", "王測試").err == "草稿 1 已退回，請先重新撰寫，不能核可。\n"
    assert written("draft", 1, "--json").json["draft"] == 2
    assert status_of(written) == "written"


def test_only_the_official_reasons_count(written):
    done = written("return", 1, "--by", "王測試", "--reason", "7")
    assert (done.status, status_of(written)) == (2, "written")
    assert "請改用：1、2、3、4、5、6" in done.sentence


def test_without_a_draft_there_is_nothing_to_decide(run, chat):
    run("import", chat)
    for words in (["approve", 1, "--by", "王測試"], ["return", 1, "--by", "王測試", "--reason", "1"]):
        done = run(*words)
        assert done.status == 1
        assert done.err.startswith("案件 1 還沒有草稿，")
