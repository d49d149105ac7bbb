"""Forms in English: labels, dates, numbering and tables are English, whatever language the traveller writes."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from drafting.checks import check
from drafting.compose import Composed, compose
from drafting.form import form_named
from drafting.material import Kind, Material, Medium, Ref, StoredFile
from drafting.numbering import letter, roman, unmarked
from drafting.offline.writer import OfflineWriter
from drafting.report import Table
from drafting.trip import Category, Period, Traveller, Trip

SAID = datetime(2031, 5, 6, 3, 0, tzinfo=UTC)


def note(number: int, text: str, kind: Kind = Kind.FACT) -> Material:
    return Material(
        ref=Ref(f"N{number}"),
        medium=Medium.NOTE,
        author="王示範",
        said_at=SAID,
        text=text,
        kind=kind,
        meant_on=date(2031, 5, 6),
    )


TRIP = Trip(
    id=1,
    report_name="日月市政府出席水岸城市論壇",
    categories=(Category.MEETING,),
    travellers=(Traveller(name="王示範", agency="日月市政府", title="科長"),),
    period=Period(start=date(2031, 5, 5), end=date(2031, 5, 10)),
    regions=("日本",),
    report_date=date(2031, 6, 20),
    material=(
        note(1, "拜會晴川市河川局，由副市長 Ms. Aino Virtanen 接待，說明滯洪公園的做法。"),
        note(2, "建議水利局明年邀請對方來訪。", Kind.SUGGESTION),
        note(3, "他們把水位公開，很值得學。", Kind.IMPRESSION),
        Material(ref=Ref("D1"), medium=Medium.PAPER, author="王示範", said_at=SAID, meant_on=date(2031, 5, 6),
                 text="Programme", file=StoredFile(name="programme.pdf", content="0" * 64)),
    ),
)  # fmt: skip


def written(key: str, trip: Trip = TRIP) -> Composed:
    return asyncio.run(compose(trip, form_named(key), OfflineWriter()))


def table_of(key: str, part: str, trip: Trip = TRIP) -> Table:
    section = written(key, trip).report.section(part)
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return table


def test_the_american_report_has_its_six_headings_in_order():
    assert [s.heading for s in written("us-map-trip-report").report.sections] == [
        "1. Name of the Traveler(s)",
        "2. Purpose of the Travel",
        "3. Dates of Travel",
        "4. Summary of Findings/Conclusions",
        "5. Recommendations and/or Accomplishments",
        "6. Names of Contacts",
    ]


def test_days_and_countries_are_written_in_english():
    assert table_of("us-map-trip-report", "dates").rows == (("5 May 2031", "10 May 2031", "Japan"),)


def test_whom_the_traveller_names_with_a_title_is_a_contact():
    table = table_of("us-map-trip-report", "contacts")
    assert table.rows == (("Ms. Aino Virtanen", "副市長", "6 May"),)
    assert table.sources == (Ref("N1"),)


def test_a_contact_has_its_post_or_its_body_and_never_the_name_twice():
    met = TRIP.model_copy(
        update={
            "material": (
                note(1, "1. Mr. Zeeshan Naqvi 北國首府副市長\n2. Ms. Aino Virtanen LCAP的主席"),
                note(2, "來接機的是秘書處的汐路航平先生（Mr. Shioji Kohei）。"),
            )
        }
    )
    assert [row[:2] for row in table_of("un-btor", "stakeholders", met).rows] == [
        ("Mr. Zeeshan Naqvi", "北國首府副市長"),
        ("Ms. Aino Virtanen", "LCAP主席"),
        ("汐路航平 (Mr. Shioji Kohei)", "秘書處"),
    ]


def test_who_did_not_come_was_not_met():
    met = TRIP.model_copy(
        update={
            "material": (
                note(
                    1,
                    "1. Mr. Zeeshan Naqvi 北國首府副市長\n2. Mr. Woo Hee Ryong 主席，有事來不了，錄影代替\n3. Ms. Aino Virtanen 代表",
                ),
                note(2, "Mr. Shioji Kohei 主持，談未來的合作，Ms. Namima Suzuko 代表未能出席。"),
                note(3, "南港市政府這次派藍渡川副執行長來，晚上碰到聊了一下。"),
            )
        }
    )
    names = [row[0] for row in table_of("us-map-trip-report", "contacts", met).rows]
    assert names == ["Mr. Zeeshan Naqvi", "Ms. Aino Virtanen", "Mr. Shioji Kohei", "藍渡川"]


def test_what_the_program_heads_itself_is_in_english():
    """Without a headline of the traveller's own, what is said of the whole trip is Overall, in Chinese 整體心得."""
    after = note(3, "他們把水位公開，很值得學。", Kind.IMPRESSION).model_copy(
        update={"meant_on": date(2031, 5, 12)}
    )
    trip = TRIP.model_copy(update={"material": (TRIP.material[0], after)})
    findings = written("un-btor", trip).report.section("findings")
    assert findings is not None
    assert [s.heading for s in findings.sections] == ["A. Overall"]


def test_the_day_on_which_somebody_was_met_needs_no_source_that_says_it():
    report = written("un-btor").report
    found = check(report, TRIP, form_named("un-btor"), date(2031, 6, 20))
    assert [row[2] for row in table_of("un-btor", "stakeholders").rows] == ["6 May"]
    assert [f.message for f in found if f.check == "GRD-1"] == []


def test_papers_are_annexes_unless_the_traveller_says_that_there_are_none():
    assert table_of("un-btor", "annexes").rows == (("1", "programme.pdf", "6 May 2031"),)
    none = written("un-btor", TRIP.model_copy(update={"has_attachments": False})).report.section("annexes")
    assert none is not None
    assert none.text == "None."


def test_taichung_leaves_the_annex_out_and_taoyuan_says_none():
    """附件 is one of Taoyuan's five items; Taichung's form has a box for it instead."""
    without = TRIP.model_copy(update={"has_attachments": False})
    assert written("taichung-report", without).report.section("attachments") is None
    taoyuan = written("taoyuan", without).report.section("attachments")
    assert taoyuan is not None
    assert (taoyuan.heading, taoyuan.text) == ("伍、附件", "無。")


def test_mission_details_are_the_blanks_of_the_form():
    rows = dict(table_of("un-btor", "details").rows)  # type: ignore[arg-type]
    assert rows["Mission dates"] == "5 May 2031 to 10 May 2031"
    assert rows["Destination"] == "Japan"


@pytest.mark.parametrize(
    ("number", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (44, "XLIV"), (199, "CXCIX"), (200, "200")]
)
def test_roman_numbers(number: int, sign: str):
    assert roman(number) == sign


@pytest.mark.parametrize(("number", "sign"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA"), (0, "0")])
def test_letters(number: int, sign: str):
    assert letter(number) == sign


def test_a_heading_is_read_without_its_mark():
    assert unmarked(("I. ", "A. ", "1. "), "IV. Findings") == "Findings"
    assert unmarked(("壹、", "一、", "(一)"), "(十二)參訪") == "參訪"
    assert unmarked(("壹、", "一、"), "Findings") == "Findings"
