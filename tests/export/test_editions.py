"""Three editions of one report: as filed, for inside with every source named, for the public without personal data."""

import io
import re

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.material import Kind, Medium, Ref, StoredFile
from drafting.report import Photos, Report
from export import render
from export.document import Heading, PhotoRow, Points, Table, Text
from export.layout import lay_out
from export.masking import masked
from export.public import published

FORM = form_named("taichung-summary")
WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789-"}


def test_inside_every_sentence_names_its_material(draft_for):
    document = lay_out(draft_for(FORM), FORM, {}, "internal")
    texts = [block for block in document.walk() if isinstance(block, Text) and block.role == "body"]
    assert all(mark == "[N1]" for text in texts for _, mark in text.cited)
    photos = [photo for block in document.walk() if isinstance(block, PhotoRow) for photo in block.photos]
    assert photos[0].source == "[P1]"


def test_as_filed_nothing_is_cited(draft_for):
    document = lay_out(draft_for(FORM), FORM, {})
    assert not [b for b in document.walk() if isinstance(b, Text) and b.cited]
    assert not [p for b in document.walk() if isinstance(b, Points) for p in b.items if p.source]


def test_the_list_of_material_ends_the_edition_for_inside(draft_for):
    last = lay_out(draft_for(FORM), FORM, {}, "internal").sheets[-1].blocks
    assert isinstance(last[0], Heading)
    assert last[0].text == "素材清單"
    assert isinstance(last[1], Table)
    assert [row.cells[0] for row in last[1].rows][:3] == ["P1", "P2", "P3"]


def test_what_was_said_in_private_is_in_no_list_of_material(draft_for):
    """Neither what the traveller marked, nor what the rules take for private; of chatter and cards only that they came."""
    draft = draft_for(FORM)
    photo = draft.trip_then.material[0]

    def said(ref, text, **more):
        return photo.model_copy(
            update={"ref": Ref(ref), "medium": Medium.NOTE, "file": None, "text": text, **more}
        )

    pieces = (
        said("N1", "論壇🎉由市府主辦", kind=Kind.FACT),
        said("N2", "秘密甲", label=Kind.PRIVATE, kind=Kind.FACT),
        said("N3", "秘密乙", kind=Kind.PRIVATE),
        said("N4", "秘密丙", kind=Kind.ASIDE),
        said("C1", "秘密丁 0912-345-678", kind=Kind.ASIDE, medium=Medium.CONTACT),
        said("D1", "BEGIN:VCALENDAR\nVERSION:2.0", medium=Medium.PAPER, file=StoredFile(name="a.ics")),
    )
    trip = draft.trip_then.model_copy(update={"material": pieces})
    listed = lay_out(draft.model_copy(update={"trip_then": trip}), FORM, {}, "internal").sheets[-1].blocks[-1]
    assert isinstance(listed, Table)
    assert {row.cells[0]: row.cells[3] for row in listed.rows} == {
        "N1": "論壇由市府主辦",
        "N4": "（未引用：）",
        "C1": "（未引用：）",
        "D1": "「a.ics」（未引用：）",
    }


def test_references_are_raised_in_the_files(draft_for, picture):
    done = render(draft_for(FORM), FORM, picture, ["docx"], "internal")
    word = docx.Document(io.BytesIO(done["docx"]))
    raised = [run.text for p in word.paragraphs for run in p.runs if run.font.superscript]
    assert "[N1]" in raised


@pytest.mark.parametrize(
    ("given_text", "public"),
    [
        ("身分證A123456789號", "身分證A○○○○○○○○○號"),
        ("行動電話0912-345-678", "行動電話○○○○-○○○-○○○"),
        ("電話02-12345678分機9", "電話○○-○○○○○○○○分機○"),
        ("電郵 someone@example.org", "電郵 ○○○@example.org"),
        ("LINE ID：wang_0001", "LINE ID：○○○"),
        ("生日：80年1月2日", "生日：○○○○○○○"),
        ("LINE ID wang_0001", "LINE ID ○○○"),
        ("微信號 abc_123", "微信號 ○○○"),
        ("電郵：someone\uff20example.org", "電郵：○○○\uff20example.org"),
        ("行動電話" + "0912-345-678".translate(WIDE), "行動電話○○○○-○○○-○○○"),
        ("台胞證12345678", "台胞證○○○"),
        ("護照號碼：M12345678", "護照號碼：M○○○○○○○○"),
        ("出生於民國75年3月2日", "出生於○○○"),
        ("戶籍地址：某市某路9號5樓，電洽", "戶籍地址：○○○，電洽"),
        ("卡號1234 5678 9012 3456", "卡號○○○○ ○○○○ ○○○○ ○○○○"),
    ],
)
def test_personal_data_is_masked_by_rule(given_text, public):
    assert masked(given_text).text == public


@pytest.mark.parametrize(
    "text",
    [
        "107年4月9日至14日，計150位代表",
        "第2屆大會於2018年9月12日至15日舉行",
        "面積6.8公頃，每秒24立方公尺",
        "2031年第1次會議".translate(WIDE),
        "LINE 群組",
        "護照查驗3次",
    ],
)
def test_dates_and_counts_stay(text):
    assert masked(text).text == text


def test_the_telephone_of_the_office_stays():
    text = "電話：02-00000000分機123"
    assert masked(text, office_phone="02-00000000分機123").text == text


@given(st.text(max_size=80))
def test_masking_twice_is_masking_once(text):
    once = masked(text).text
    assert masked(once).text == once


def test_a_photo_that_a_check_flagged_is_left_out_for_the_public(draft_for):
    draft = draft_for(FORM)
    finding = Finding(check="PHO-2", severity=Severity.WARNING, where="", message="", sources=(Ref("P3"),))
    public = published(draft.report, draft.trip_then, [finding])
    assert public.photos == (Ref("P3"),)
    assert Ref("P3") not in refs_of(public.report)
    assert Ref("P4") in refs_of(public.report)


def refs_of(report: Report) -> set[Ref]:
    return {i.ref for _, s in report.walk() for b in s.blocks if isinstance(b, Photos) for i in b.items}


def test_what_was_masked_is_told(draft_for, picture):
    draft = draft_for(FORM)
    fields = draft.report.fields | {"report_name": "致 someone@example.org"}
    draft = draft.model_copy(update={"report": draft.report.model_copy(update={"fields": fields})})
    told: list[str] = []
    render(draft, FORM, picture, ["docx"], "public", told.append)
    assert "公開版已遮蔽 1 處個人資料。" in told


def test_the_sentences_of_both_editions_are_the_same(draft_for):
    """Only what is personal differs; this report holds nothing personal in its body."""

    def body(edition):
        return [b.text for b in lay_out(draft_for(FORM), FORM, {}, edition).walk() if isinstance(b, Text)]

    assert [re.sub(r"\s", "", t) for t in body("filed")] == [re.sub(r"\s", "", t) for t in body("internal")]
