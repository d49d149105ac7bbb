"""A wish names a part as people name parts, and material by its reference."""

import pytest

from drafting.errors import InstructionUnclear
from drafting.form import form_named
from drafting.material import Kind, Ref
from drafting.report import Paragraph, Report, Section, Sentence
from drafting.revising.instruction import instruction, label_for
from tests.drafting.plan.invented import said, trip_of

TRIP = trip_of(
    said("N12", "抽水機4台"), said("N40", "演練最要緊", kind=Kind.IMPRESSION), said("N41", "好累", kind=Kind.PRIVATE),
    said("N42", "轉來的話", own=False), said("P3", "閘門"),
)  # fmt: skip
FORM = form_named("taichung-summary")


def part(key: str, heading: str, *below: Section) -> Section:
    return Section(
        key=key, heading=heading, blocks=(Paragraph(sentences=(Sentence(text="有。"),)),), sections=below
    )


REPORT = Report(
    form="taichung-summary", title="考察", fields={},
    sections=(
        part("abstract", "壹、摘要"),
        part("process", "肆、過程", part("itinerary", "一、行程表"),
             part("agenda", "二、會議活動內容", part("activity-1", "(一)開幕式"), part("activity-2", "(二)參訪抽水站"))),
        part("impressions", "伍、心得"),
        part("suggestions", "陸、建議"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "section", "words", "refs", "without"),
    [
        ("伍再具體一點，加上 N40", "impressions", "再具體一點", ("N40",), ()),
        ("伍、心得再具體一點", "impressions", "再具體一點", (), ()),
        ("心得：再具體一點", "impressions", "再具體一點", (), ()),
        ("肆二(二)寫短一點", "activity-2", "寫短一點", (), ()),
        ("肆、二、（一）加上 n12", "activity-1", "", ("N12",), ()),
        ("參訪抽水站 不要 N12，語氣正式些", "activity-2", "語氣正式些", (), ("N12",)),
        ("過程加上N12、P3，按時間排", "process", "按時間排", ("N12", "P3"), ()),
        ("摘要 縮短", "abstract", "縮短", (), ()),
    ],
)
def test_part_words_and_material_are_told_apart(text, section, words, refs, without):
    wish = instruction(text, REPORT, TRIP, "王小芸")
    assert (wish.section, wish.words, wish.refs, wish.without) == (section, words, refs, without)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("改一下", "要改哪一部分"),
        ("柒再具體一點", "要改哪一部分"),
        ("伍", "要怎麼改"),
        ("伍加上 N400", "沒有素材 N400"),
        ("伍加上 N41", "#私"),
    ],
)
def test_what_is_not_understood_is_asked_for(text, says):
    with pytest.raises(InstructionUnclear, match=says):
        instruction(text, REPORT, TRIP, "王小芸")


@pytest.mark.parametrize(
    ("text", "section", "words"),
    [
        ("伍：把 N12 移到這裡", "impressions", ""),
        ("伍移入 N12，語氣正式些", "impressions", "語氣正式些"),
        ("N12 移到伍", "impressions", ""),
        ("請把 N12、N40 移到肆二(二)，按時間排", "activity-2", "按時間排"),
    ],
)
def test_material_moves_only_where_that_is_said(text, section, words):
    wish = instruction(text, REPORT, TRIP, "王小芸")
    assert (wish.section, wish.words, wish.moved) == (section, words, True)
    assert "N12" in wish.refs
    assert not instruction("伍加上 N12", REPORT, TRIP, "王小芸").moved
    assert not instruction("伍寫寫移動的過程", REPORT, TRIP, "王小芸").moved


def test_a_fact_added_to_the_impressions_stays_a_fact_and_one_moved_there_becomes_one():
    wish = instruction("伍加上 N12", REPORT, TRIP, "王小芸")
    assert label_for(wish, Ref("N12"), REPORT, TRIP, FORM) is None
    wish = instruction("伍移入 N12", REPORT, TRIP, "王小芸")
    assert label_for(wish, Ref("N12"), REPORT, TRIP, FORM) is Kind.IMPRESSION
    wish = instruction("N12 移到陸", REPORT, TRIP, "王小芸")
    assert label_for(wish, Ref("N12"), REPORT, TRIP, FORM) is Kind.SUGGESTION


def test_what_is_labelled_rightly_stays_as_it_is():
    wish = instruction("伍加上 N40", REPORT, TRIP, "王小芸")
    assert label_for(wish, Ref("N40"), REPORT, TRIP, FORM) is None
    wish = instruction("過程加上 N12", REPORT, TRIP, "王小芸")
    assert label_for(wish, Ref("N12"), REPORT, TRIP, FORM) is None


def test_impressions_are_in_nobody_elses_words():
    wish = instruction("伍加上 N42", REPORT, TRIP, "王小芸")
    with pytest.raises(InstructionUnclear, match="不是您自己的話"):
        label_for(wish, Ref("N42"), REPORT, TRIP, FORM)
