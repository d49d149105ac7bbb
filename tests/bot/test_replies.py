"""Long answers are cut where a reader pauses; the status says what is there and what is not."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.files import file_problem
from bot.replies.findings import findings_text, summary
from bot.replies.splitting import length, split
from bot.replies.status import status_text
from drafting.finding import Finding, Severity
from drafting.form import form_named
from drafting.material import Kind, Material, Medium, Ref
from drafting.review import Draft, Recipe
from drafting.starting.known import missing
from drafting.trip import Category, Period, Traveller, Trip

FORM = form_named("taichung-summary")


def test_a_short_text_is_one_piece_and_an_empty_one_is_none():
    assert split("短") == ["短"]
    assert split(" \n ") == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("甲甲甲\n\n乙乙乙", ["甲甲甲", "乙乙乙"]),
        ("甲甲甲\n乙乙乙", ["甲甲甲", "乙乙乙"]),
        ("甲甲。乙乙乙乙", ["甲甲。", "乙乙乙乙"]),
        ("甲甲甲甲甲乙乙", ["甲甲甲甲甲", "乙乙"]),
        ("😂😂😂", ["😂😂", "😂"]),  # a smiley is two units to Telegram
    ],
)
def test_cuts_lie_between_paragraphs_then_lines_then_sentences(text: str, pieces: list[str]):
    assert split(text, 5) == pieces


@given(st.text(alphabet="甲a😂。\n ", max_size=400), st.integers(min_value=2, max_value=50))
def test_pieces_fit_and_nothing_but_white_space_is_lost(text: str, longest: int):
    pieces = split(text, longest)
    assert all(0 < length(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_reason_that_names_the_file_already_does_not_name_it_twice():
    assert file_problem("a.pdf", "讀不到「a.pdf」的文字：空的。") == "讀不到「a.pdf」的文字：空的。"
    assert file_problem("a.jpg", "檔案是空的") == "「a.jpg」：檔案是空的。"


def note(ref: str, kind: Kind, day: date) -> Material:
    at = datetime(2026, 9, 21, tzinfo=UTC)
    return Material(
        ref=Ref(ref), medium=Medium.NOTE, author="林", said_at=at, text="字", kind=kind, meant_on=day
    )


def test_an_empty_trip_lacks_every_field_that_only_people_know():
    keys = [f.key for f in missing(Trip(), FORM)]
    assert keys == [f.key for f in FORM.fields]


def test_fields_that_are_known_are_not_asked_for():
    trip = Trip(
        report_name="考察", categories=(Category.STUDY_VISIT,), has_attachments=False, host_agency="處",
        contact_person="許", contact_phone="1", travellers=(Traveller(name="林"),), regions=("日本",),
        period=Period(start=date(2026, 9, 21), end=date(2026, 9, 23)), report_date=date(2026, 10, 1),
    )  # fmt: skip
    assert missing(trip, FORM) == []


def test_the_status_shows_a_bar_for_each_part_and_what_only_the_traveller_can_send():
    trip = Trip(
        id=4,
        period=Period(start=date(2026, 9, 21), end=date(2026, 9, 23)),
        material=(note("N1", Kind.FACT, date(2026, 9, 21)), note("N2", Kind.IMPRESSION, date(2026, 9, 23))),
    )
    lines = status_text(trip, FORM, date(2026, 12, 20), None).splitlines()
    assert lines[0] == "案件 4　（尚無報告名稱）"
    assert lines[1].startswith("期限")
    assert lines[1].endswith("（還有 2 天）。")
    assert lines[lines.index("▓░░░░ 過程　1 則") + 1] == "　→ 還沒有：9/22、9/23"
    assert "▓▓▓▓▓ 心得　1 則" in lines
    assert lines[lines.index("░░░░░ 建議　0 則") + 1] == "　→ 說說建議（可加 #建議）"
    assert any(line.startswith("欄位還缺：") for line in lines)
    assert lines[-1] == "草稿：還沒有，輸入 /draft 開始撰寫。"


def test_the_summary_counts_what_the_findings_show():
    """Two findings that read alike stand in one line 「（2 處）」, and are one thing to do."""

    def found(check: str, where: str, message: str, severity: Severity = Severity.ERROR) -> Finding:
        return Finding(check=check, severity=severity, where=where, message=message)

    draft = Draft(
        recipe=Recipe(writer="offline"),
        findings=(
            found("FRM-1", "報告日期", "請補「報告日期」。"),
            found("FRM-1", "聯絡人", "請補「聯絡人」。"),
            found("CON-2", "過程", "數字不一致。"),
            found("PUN-1", "過程", "請改用全形標點。", Severity.WARNING),
            found("PUN-1", "過程", "請改用全形標點。", Severity.WARNING),
            found("LEN-9", "過程", "共 3 段。", Severity.INFO),
        ),
    )
    assert summary(draft) == "請您回答 2、請看一眼 1"
    shown = findings_text(draft).split("\n\n")
    assert [group.splitlines() for group in shown] == [
        ["【請您回答】", "✗ 欄位還空著：報告日期、聯絡人。", "✗ 過程：數字不一致。（CON-2）"],
        ["【請看一眼】", "△ 過程：請改用全形標點。（PUN-1）（2 處）"],
    ]
