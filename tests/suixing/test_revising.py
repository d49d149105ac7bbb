"""A draft is revised by a wish, by own words, and by going back; versions can be compared."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
from odfdo import Document
from pypdf import PdfReader

from drafting.dates import roc

MEMBERS = "會員都是有港口的城市，目前有27個城市、分布在11個國家。"
OWN = "會員都是有港口的城市，目前有29個城市。"


def sentences(run):
    def walk(section):
        for block in section["blocks"]:
            yield from block.get("sentences", [])
        for child in section["sections"]:
            yield from walk(child)

    done = run("export", 1, "--to", "out", "--format", "json")
    assert done.status == 0
    newest = max((run.folder / "out").glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    return [s for section in json.loads(newest.read_text("utf-8"))["sections"] for s in walk(section)]


def test_own_words_survive_a_redraft_and_are_shown_to_their_writer(clean):
    done = clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    assert done.status == 0
    assert "目前有[－27－][＋29＋]個城市" in done.out
    assert "SRC-4" in done.out
    assert "「29" in done.out
    clean("draft", 1)
    mine = [s for s in sentences(clean) if s["text"] == OWN]
    assert mine
    assert all(s["by"] == "藍渡川" and s["sources"] for s in mine)
    assert MEMBERS not in {s["text"] for s in sentences(clean)}


def test_a_wish_changes_its_part_and_is_heeded_by_later_drafts(clean):
    done = clean("revise", 1, "參拿掉 N6，語氣再正式些", "--by", "藍渡川")
    assert "參、目的" in done.out
    assert "「語氣再正式些」已記下；離線撰寫只能增減素材" in done.out
    clean("draft", 1)
    assert not any("N6" in s["sources"] for s in sentences(clean) if s["text"].startswith("會員都是"))
    assert [row["wishes"] for row in clean("versions", 1, "--json").json] == [0, 1, 1]


def test_an_earlier_version_is_restored_with_what_was_said_by_then(clean):
    clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    done = clean("restore", 1, 1, "--by", "藍渡川", "--today", "2026-10-30")
    assert (done.status, done.out) == (0, "已依草稿 1 建立草稿 3；原有的各版都還在。\n")
    assert clean("diff", 1, 1, 3).out == "兩版內容相同。\n"
    assert [row["edits"] for row in clean("versions", 1, "--json").json] == [0, 1, 0]
    assert clean("approve", 1, "--by", "王測試").status == 0


def test_an_edited_draft_can_be_approved(clean):
    clean("edit", 1, "會員都是有港口的城市", "會員皆為港口城市", "--by", "藍渡川")
    assert clean("approve", 1, "--by", "王測試").status == 0


def test_differences_are_for_programs_too(clean):
    clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    (change,) = clean("diff", 1, "--json").json
    assert (change["where"], change["before"], change["after"]) == ("參、目的", MEMBERS, OWN)


def test_what_cannot_be_done_is_said_in_one_sentence(clean):
    for words, says in [
        (
            ("edit", 1, "沒有這句", "x", "--by", "藍"),
            "草稿 1 裡找不到「沒有這句」這一句（或不只一句），請整句複製後再試。",
        ),
        (("diff", 1), "案件 1 只有一份草稿，還沒有可以比較的版本。"),
        (("diff", 1, 1, 9), "案件 1 沒有草稿 9，有文字的草稿：1。"),
    ]:
        done = clean(*words)
        assert (done.status, done.out) == (1, ""), words
        assert says in done.sentence
    assert len(clean("versions", 1, "--json").json) == 1


def test_a_wish_must_name_a_part(clean):
    done = clean("revise", 1, "改一下", "--by", "藍")
    assert (done.status, done.out) == (2, "")
    assert "要改哪一部分？" in done.sentence
    assert "陸、建議" in done.sentence
    assert [row["wishes"] for row in clean("versions", 1, "--json").json] == [0]


def test_only_a_version_that_is_there_is_restored(clean):
    done = clean("restore", 1, 9, "--by", "藍")
    assert (done.status, done.out) == (2, "")
    assert "9" in done.sentence


def test_erasing_a_trip_erases_what_was_said_of_its_drafts(clean):
    clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    assert clean("erase", 1, "--yes").status == 0
    assert OWN.encode() not in b"".join(path.read_bytes() for path in clean.home.glob("suixing.sqlite*"))


def test_differences_are_a_document_for_whoever_returned_the_draft(clean):
    clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    done = clean("diff", 1, "--to", "red")
    assert done.status == 0, done.err
    files = {path.suffix: path for path in (clean.folder / "red").iterdir()}
    assert set(files) == {".odt", ".docx", ".pdf"}
    runs = [run for p in docx.Document(files[".docx"]).paragraphs for run in p.runs]
    assert [run.text for run in runs if run.font.strike] == ["27", "、分布在11個國家"]
    assert [run.text for run in runs if run.font.underline] == ["29"]
    odt = Document(files[".odt"])
    assert [s.text for s in odt.body.get_elements("//text:span[@text:style-name='Removed']")] == [
        "27",
        "、分布在11個國家",
    ]
    assert "29" in "".join(page.extract_text() for page in PdfReader(files[".pdf"]).pages)
    before = {suffix: path.read_bytes() for suffix, path in files.items()}
    clean("diff", 1, "--to", "red")
    assert {suffix: path.read_bytes() for suffix, path in files.items()} == before


def test_the_document_names_both_versions_and_why_the_first_was_returned(clean):
    """Whoever returned a draft sees at the head what it is that they compare, in each of the three formats."""
    clean("return", 1, "--by", "王測試", "--reason", "3", "--note", "心得請再具體")
    clean("edit", 1, MEMBERS, OWN, "--by", "藍渡川")
    clean("edit", 1, OWN, MEMBERS, "--by", "藍渡川")
    day = roc(datetime.now(ZoneInfo("Asia/Taipei")).date())
    said = [
        f"前版：草稿 1（{day}完成）",
        f"退回：王測試（{day}退回補正），原因：內容空洞或未涵蓋要項；心得請再具體",
        f"本版：草稿 2（{day}完成）",
    ]
    clean("diff", 1, 1, 2, "--to", "red")
    for head in _heads(clean.folder / "red" / "案件1_草稿1至草稿2_修正對照").values():
        assert [line for line in said if _joined(line) not in head] == []
    clean("diff", 1, "--to", "red")
    for head in _heads(clean.folder / "red" / "案件1_草稿2至草稿3_修正對照").values():
        assert f"前版：草稿2（{day}完成）" in head
        assert "退回" not in head


def _heads(stem):
    word, odt = docx.Document(f"{stem}.docx"), Document(Path(f"{stem}.odt"))
    pages = PdfReader(f"{stem}.pdf").pages
    return {
        "docx": _joined("".join(p.text for p in word.paragraphs)),
        "odt": _joined("".join(p.text_recursive for p in odt.body.get_elements("//text:p"))),
        "pdf": _joined(pages[0].extract_text()),
    }


def _joined(text):
    return "".join(text.split())
