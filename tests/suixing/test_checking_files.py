"""`check FILE` reads any existing report, and chooses the form by what is written in it."""

import pytest

from tests.suixing.commandline import CommandLine
from tests.suixing.conftest import TODAY

REPORT = """# 測試市政府公務出國或赴大陸地區報告提要

出國報告提要名稱：測試市政府赴日本東京參加公園會議
含附件：☐是 ☑否
出國計畫主辦機關：測試市政府綠政處
聯絡人：許範例
電話：02-00000000
出國人員姓名/服務機關/單位/職稱：林測試/測試市政府綠政處/公園科/科員
出國期間：115年9月21日至115年9月23日
出國地區：日本
報告日期：115年10月1日

## 壹、摘要
本府派員拜會東京都公園協會。

## 參、目的
了解公園委外管理。
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory, _clean_home):
    folder = tmp_path_factory.mktemp("exported")
    run = CommandLine(_clean_home, folder)
    assert run("export", 1, "--to", folder, "--format", "odt,docx,pdf").status == 0
    return {path.suffix: path for path in folder.iterdir()}


@pytest.mark.parametrize("kind", [".odt", ".docx"])
def test_our_own_documents_are_found_as_good_as_the_draft(run, clean, exported, kind):
    own = clean("check", 1, "--today", TODAY, "--json").json
    done = run("check", exported[kind], "--today", TODAY, "--json")
    assert (done.status, done.err) == (0, "")
    assert list(done.json) == ["file", "form", "counts", "findings"]
    assert (done.json["file"], done.json["form"]) == (exported[kind].name, own["form"])
    for key in ("abstract", "purpose", "process", "impressions", "suggestions"):
        assert done.json["counts"][key] == own["counts"][key]


@pytest.mark.parametrize("kind", [".odt", ".docx", ".pdf"])
def test_no_format_of_our_own_documents_is_found_worse_than_the_draft(run, clean, exported, kind):
    """What a reader of the file would call wrong is what the draft was told of, and nothing else."""
    own = {
        (f["check"], f["message"])
        for f in clean("check", 1, "--today", TODAY, "--json").json["findings"]
        if f["severity"] != "info"
    }
    found = run("check", exported[kind], "--today", TODAY, "--json").json["findings"]
    assert [f for f in found if f["severity"] != "info" and (f["check"], f["message"]) not in own] == []


def test_no_home_is_made_to_check_a_file(run, tmp_path):
    (tmp_path / "report.md").write_text(REPORT, "utf-8")
    run("check", "report.md")
    assert not run.home.exists()


def test_the_content_chooses_the_form(run, tmp_path):
    (tmp_path / "report.md").write_text(REPORT, "utf-8")
    done = run("check", "report.md", "--today", TODAY, "--json")
    assert (done.status, done.json["form"]) == (1, "taichung-summary")
    full = REPORT.replace("提要名稱", "名稱").replace("含附件", "類別：考察\n含附件")
    (tmp_path / "report.txt").write_text(full, "utf-8")
    assert run("check", "report.txt", "--today", TODAY, "--json").json["form"] == "taichung-report"


def test_a_named_form_goes_before_the_content(run, tmp_path):
    (tmp_path / "report.md").write_text(REPORT, "utf-8")
    assert run("check", "report.md", "--form", "central", "--json").json["form"] == "central"


def test_for_people_counts_come_before_findings(run, tmp_path):
    (tmp_path / "report.md").write_text(REPORT, "utf-8")
    lines = run("check", "report.md", "--today", TODAY).out.splitlines()
    assert lines[:3] == [
        "字數",
        "  壹、摘要：中文字 13、文書軟體計 14、不含空白字元 14",
        "  參、目的：中文字 8、文書軟體計 9、不含空白字元 9",
    ]
    assert lines[3] == "檢核結果"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", b"PK\x03\x04 broken", ""),
        ("a.pdf", b"%PDF-1.7\nbroken", ""),
        ("a.odt", b"", "檔案是空的，請重新傳送"),
        ("a.md", b"\n \n", "檔案裡沒有文字，請確認內容後重新傳送"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(2000), "這是舊版 Office 檔或加密的檔案，請另存為 DOCX、ODT 或 PDF 再傳"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(run, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    done = run("check", name, "--json")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.sentence.startswith(f"讀不到「{name}」的文字：{reason}")


def test_a_file_that_is_not_there_or_is_a_folder_is_told(run, tmp_path):
    assert (run("check", "none.odt").status, run("check", tmp_path).status) == (2, 2)
    assert run("check", "none.odt").sentence.startswith("讀不到「none.odt」的文字：找不到這個檔案")
    assert "這是資料夾" in run("check", tmp_path).sentence


def test_a_report_is_compared_with_others_in_a_folder(run, tmp_path):
    """The text of 東京 with the city changed; the file itself and its other formats are not held against it."""
    body = "".join(
        f"第{n}日拜會公園協會，由協會說明委外管理的做法，並參觀第{n}座公園，與維護人員交換意見。"
        for n in range(1, 30)
    )
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "earlier.md").write_text(f"{REPORT}\n## 肆、過程\n東京的行程如下。{body}", "utf-8")
    new = f"{REPORT}\n## 肆、過程\n大阪的行程如下。{body}".replace("日本東京", "韓國首爾").replace(
        "地區：日本", "地區：韓國"
    )
    (tmp_path / "old" / "report.txt").write_text(new, "utf-8")
    (tmp_path / "report.md").write_text(new, "utf-8")
    found = run("check", "report.md", "--against", "old", "--today", TODAY, "--json").json["findings"]
    (copied,) = [f for f in found if f["check"] == "SRC-2"]
    assert copied["severity"] == "error"
    assert "前案「測試市政府赴日本東京參加公園會議」" in copied["message"]
    assert "只換了地名" in copied["message"]
    assert run("check", "report.md", "--against", "nowhere").sentence.startswith(
        "讀不到「nowhere」的文字：找不到"
    )


def test_every_finding_for_people_is_followed_by_the_place_in_the_text(run, tmp_path):
    (tmp_path / "report.md").write_text(f"{REPORT}台北市的視頻。\n", "utf-8")
    lines = run("check", "report.md", "--today", TODAY).out.splitlines()
    at = next(i for i, line in enumerate(lines) if "TRM-1" in line)
    assert lines[at + 1].strip().startswith("原文：")
