"""A report edited in Word or LibreOffice comes back: changed sentences are the person's words, remarks are questions."""

import shutil
import subprocess
import zipfile

import docx
import pytest
from odfdo import Annotation, Document

OLD = "會員都是有港口的城市，目前有27個城市、分布在11個國家。"
NEW = "會員皆為港口城市，目前有27個城市、分布在11個國家。"


def exported(run, ending, edition="filed"):
    assert run("export", 1, "--to", "out", "--format", ending, "--edition", edition).status == 0
    return next((run.folder / "out").glob(f"*.{ending}"))


def with_text(path, old, new, remark=""):
    """The DOCX saved by python-docx with other words in one paragraph, as Word would leave it: runs and all."""
    document = docx.Document(path)
    (paragraph,) = (p for p in document.paragraphs if old in p.text)
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    if remark:
        document.add_comment(paragraph.runs, text=remark, author="審核人甲", initials="甲")
    document.save(path)
    return path


@pytest.mark.parametrize("edition", ["filed", "internal", "public"])
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_report_that_nobody_touched_changes_nothing(clean, ending, edition):
    done = clean("read", exported(clean, ending, edition), 1, "--by", "藍渡川")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("和草稿的文字相同，沒有更動。\n")
    assert len(clean("versions", 1, "--json").json) == 1


def test_changed_sentences_are_kept_as_own_words_and_survive_a_redraft(clean):
    done = clean(
        "read", with_text(exported(clean, "docx"), OLD, NEW), 1, "--by", "藍渡川", "--today", "2026-10-30"
    )
    assert done.status == 0
    assert "會員[－都是有－][＋皆為＋]港口[－的－]城市" in done.out
    clean("draft", 1)
    assert clean("diff", 1).out == "兩版內容相同。\n"


def test_an_added_sentence_stands_where_it_was_put_and_a_removed_one_is_gone(clean):
    path = with_text(exported(clean, "docx"), OLD, NEW + "秘書處每年輪值。")
    path = with_text(path, "它每兩年開一次會員大會，中間穿插交流會議，", "中間穿插交流會議，")
    clean("read", path, 1, "--by", "藍渡川")
    (added,) = (c for c in clean("diff", 1, "--json").json if not c["before"])
    assert added["after"] == "秘書處每年輪值。"
    assert clean("read", path, 1, "--by", "藍渡川").out.endswith("沒有更動。\n")


def test_a_remark_is_a_question_until_it_is_answered(clean):
    path = with_text(exported(clean, "docx"), OLD, OLD, remark="請補上我國會員數")
    done = clean("read", path, 1, "--by", "藍渡川")
    assert "註解（審核人甲）：請補上我國會員數" in done.err
    assert "RMK-1 參、目的：審核人甲的註解第 1 則還沒有回覆" in done.out
    assert clean("read", path, 1, "--by", "藍渡川").err == ""
    assert clean("remarks", 1).out.startswith("1　審核人甲：請補上我國會員數")
    assert clean("remarks", 1, 1, "尚無我國會員", "--by", "藍渡川").out == "沒有待回覆的註解。\n"
    assert "RMK-1" not in clean("draft", 1).out
    assert clean("remarks", 1, 1, "再答一次", "--by", "藍渡川").status == 2


def test_remarks_of_libreoffice_are_read_too(clean):
    path = exported(clean, "odt")
    document = Document(path)
    paragraph = next(p for p in document.body.paragraphs if OLD in p.text_recursive)
    paragraph.insert_annotation(Annotation("請補上我國會員數", creator="審核人乙"), after="會員都是")
    document.save(path)
    done = clean("read", path, 1, "--by", "藍渡川")
    assert "註解（審核人乙）：請補上我國會員數" in done.err
    assert clean("diff", 1).out == "兩版內容相同。\n"


def test_what_code_writes_is_not_taken_from_the_file(clean):
    path = exported(clean, "docx")
    document = docx.Document(path)
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "日期")
    table.rows[1].cells[1].paragraphs[0].runs[0].text = "別處"
    document.save(path)
    done = clean("read", path, 1, "--by", "藍渡川")
    assert "表格由欄位產生，「別處」沒有採用" in done.err
    assert done.out.endswith("沒有更動。\n")


def test_what_the_public_edition_masked_is_not_taken_for_a_change(clean):
    clean("edit", 1, OLD, OLD + "洽秘書處03-0000000。", "--by", "藍渡川")
    path = exported(clean, "docx", "public")
    assert "洽秘書處○○-○○○○○○○。" in "".join(p.text for p in docx.Document(path).paragraphs)
    assert clean("read", path, 1, "--by", "藍渡川").out.endswith("沒有更動。\n")


def test_in_the_edition_for_inside_a_changed_sentence_is_taken_without_its_references(clean):
    path = with_text(exported(clean, "docx", "internal"), OLD, NEW)
    clean("read", path, 1, "--by", "藍渡川")
    (change,) = clean("diff", 1, "--json").json
    assert (change["before"], change["after"]) == (OLD, NEW)


@pytest.mark.parametrize("renamed", ["(二)會議之開幕典禮", "(二)全部換掉了"])
def test_under_a_heading_that_was_renamed_the_text_is_still_compared(clean, renamed):
    path = exported(clean, "docx")
    document = docx.Document(path)
    heading = next(p for p in document.paragraphs if p.text.startswith("(二)") and "Heading" in p.style.name)
    old = heading.text
    heading.runs[0].text = renamed
    for run in heading.runs[1:]:
        run.text = ""
    document.save(path)
    done = clean("read", path, 1, "--by", "藍渡川")
    assert done.err == f"標題「{old}」在檔案裡改成「{renamed}」，標題沒有採用，內文照常比對。\n"
    assert done.out.endswith("沒有更動。\n")


def test_a_caption_and_a_blank_that_were_changed_are_told(clean):
    path = exported(clean, "odt")
    document = Document(path)
    changed = [
        paragraph.replace("聯合聲明簽署", "聯合聲明簽字") if paragraph.text_recursive == "聯合聲明簽署" else 0
        for paragraph in document.body.paragraphs
    ]
    assert sum(changed) == 1
    assert sum(paragraph.replace("穆知潮", "穆知海") for paragraph in document.body.paragraphs) == 1
    document.save(path)
    done = clean("read", path, 1, "--by", "藍渡川")
    assert "的圖說「聯合聲明簽署」在檔案裡改過或刪去，沒有採用；" in done.err
    assert "表單欄位「聯絡人」的「穆知潮」在檔案裡改過或刪去，沒有採用；" in done.err
    assert done.out.endswith("沒有更動。\n")


def test_a_report_of_another_trip_is_refused(clean, tmp_path):
    path = exported(clean, "docx")
    other = tmp_path / "other.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for item in source.infolist():
            content = source.read(item).replace(b"suixing-1-1", b"suixing-7-1")
            target.writestr(item, content)
    done = clean("read", other, 1, "--by", "藍渡川")
    assert (done.status, done.out) == (1, "")
    assert done.err == "「other.docx」是案件 7 的報告，不是案件 1 的，請指定正確的案件。\n"


def test_what_is_no_report_is_refused_in_one_sentence(clean, tmp_path):
    broken = tmp_path / "壞掉.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    assert clean("read", broken, 1, "--by", "藍渡川").status == 2
    assert "找不到這個檔案" in clean("read", tmp_path / "沒有.docx", 1, "--by", "藍渡川").sentence


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
def test_libreoffice_may_have_saved_it(clean, tmp_path):
    path = with_text(exported(clean, "docx"), OLD, NEW)
    office = shutil.which("soffice")
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "odt", path, "--outdir", tmp_path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    clean("read", tmp_path / f"{path.stem}.odt", 1, "--by", "藍渡川")
    (change,) = clean("diff", 1, "--json").json
    assert (change["before"], change["after"]) == (OLD, NEW)
