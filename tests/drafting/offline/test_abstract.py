"""The abstract: who, why, one sentence for each activity, what was learnt; within the bounds of each form."""

import pytest

from drafting.compose import compose
from drafting.counting import count
from drafting.form import Role, form_named
from drafting.material import Kind
from drafting.offline.writer import OfflineWriter
from tests.drafting.plan.invented import event, said, trip_of

FORMS = ("taichung-summary", "taichung-report", "central")


def rich(activities: int = 8, notes: int = 6):
    """A trip whose material carries any abstract."""
    events, material = [], [
        said("N1", "本案目的為學習海城市將抽水站、閘門及雨水滯洪池合併調度的做法", day=9),
        said("N2", "希望趁本次考察爭取與海城水利單位建立資料交換的窗口", day=9),
    ]  # fmt: skip
    for i in range(activities):
        day, hour = 11 + i // 3, 9 + 3 * (i % 3)
        events.append(event(day, hour, f"參訪海城第{i + 1}抽水站", hour + 3))
        for j in range(notes):
            number = 100 + i * 20 + j
            text = (
                f"第{i + 1}站抽水量每秒{number}立方公尺，由{number}位志工輪值，並以簡訊通知周邊里民提早移車"
            )
            material.append(said(f"N{number}", text, day=day, hour=hour + j / 10))
    for i in range(4):
        material.append(
            said(
                f"N{500 + i}",
                f"深感第{i}種演練貴在持之以恆，制度比設備重要",
                kind=Kind.IMPRESSION,
                day=13,
                hour=20,
            )
        )
        material.append(
            said(
                f"N{600 + i}",
                f"建議本市第{i}區比照辦理，每季實際切斷市電演練一次",
                kind=Kind.SUGGESTION,
                day=13,
                hour=21,
            )
        )
    return trip_of(*material, events=tuple(events), itinerary=())


async def abstract(trip, form):
    report = (await compose(trip, form_named(form), OfflineWriter())).report
    return report, report.section("abstract")


@pytest.mark.parametrize("form", FORMS)
async def test_with_enough_material_the_length_holds(form):
    length = form_named(form).part_for(Role.ABSTRACT).length
    _, section = await abstract(rich(), form)
    size = count(section.text).by(length.counted)
    assert length.least <= size <= (length.most or size)


@pytest.mark.parametrize("form", FORMS)
async def test_with_little_material_it_stays_short_and_adds_nothing(form):
    trip = trip_of(said("N1", "抽水站每秒抽水24立方公尺，共有4台抽水機輪流運轉", hour=10))
    report, section = await abstract(trip, form)
    body = "".join(s.text for part in report.sections if part.key != "abstract" for s in part.sentences())
    opening, *rest = section.sentences()
    assert (
        opening.text
        == "臺中市政府水利局工程科科員王小芸於115年5月11日至5月13日赴海國，執行「考察海城港灣排水」。"
    )
    assert [s.text.partition("，")[2] or s.text for s in rest] == [
        "抽水站每秒抽水24立方公尺，共有4台抽水機輪流運轉。"
    ]
    assert "抽水站每秒抽水24立方公尺，共有4台抽水機輪流運轉。" in body


async def test_three_paragraphs_why_what_and_what_was_learnt():
    _, section = await abstract(rich(), "taichung-summary")
    kinds = [{s.kind for s in block.sentences} for block in section.blocks]
    assert kinds == [{"fact"}, {"fact"}, {"opinion"}]


async def test_each_sentence_names_its_activity_and_its_sources():
    _, section = await abstract(rich(), "taichung-summary")
    done = section.blocks[1].sentences
    assert all("月" in s.text[:6] and "抽水站，" in s.text for s in done)
    assert all("N900" in s.sources for s in done)


async def test_activities_stand_in_their_order():
    _, section = await abstract(rich(), "taichung-summary")
    numbers = [int(s.text.partition("第")[2].partition("抽")[0]) for s in section.blocks[1].sentences]
    assert numbers == sorted(numbers)


async def test_a_list_is_told_with_what_leads_into_it_and_a_point_never_alone():
    trip = trip_of(said("N1", "會議決議三項如下\n1 每季演練\n2 資料交換\n3 人員互訪", hour=10))
    _, section = await abstract(trip, "taichung-summary")
    texts = [s.text for s in section.sentences()]
    assert any(t.endswith("會議決議三項如下：每季演練；資料交換；人員互訪。") for t in texts)
    assert not {"每季演練。", "資料交換。", "人員互訪。"} & set(texts)


async def test_a_greeting_is_a_source_only_for_what_nothing_else_tells():
    trip = trip_of(
        said("N1", "抽水站每秒抽水24立方公尺，共有4台抽水機輪流運轉"), said("N2", "嗨", kind=Kind.ASIDE)
    )
    trip = trip.model_copy(update={"sources": {"travellers": ("N900", "N2"), "period": ("N900",)}})
    _, section = await abstract(trip, "taichung-summary")
    assert next(section.sentences()).sources == ("N900",)


async def test_many_travellers_are_counted_in_a_short_abstract():
    trip = rich()
    people = tuple(
        trip.travellers[0].model_copy(
            update={"name": f"陳大{n}", "unit": f"{n}區河川水利工程規劃設計及養護科"}
        )
        for n in "甲乙丙丁戊己"
    )
    _, section = await abstract(trip.model_copy(update={"travellers": people}), "central")
    assert section.text.startswith("臺中市政府水利局科員陳大甲等6人於115年5月11日")
    assert 200 <= count(section.text).cjk <= 300


async def test_sentences_that_lean_on_others_are_taken_before_the_form_is_failed():
    """Terse notes carry the length too: what does less well alone comes last, but it comes."""
    terse = [
        said(f"N{i}", f"他說第{i}項補助是{i * 3}萬元，要先登記，逾時不候", hour=8 + i / 8)
        for i in range(1, 40)
    ]
    report = (await compose(trip_of(*terse), form_named("taichung-summary"), OfflineWriter())).report
    abstract = report.section("abstract")
    assert abstract is not None
    assert count(abstract.text).word >= 500


async def test_the_way_and_the_mood_never_fill_an_abstract_that_is_too_short():
    """Better short, and said to be so, than a report that begins with a tired traveller at the airport."""
    trip = trip_of(
        said("N1", "海城抽水站由志工輪值，抽水機4台", hour=15),
        said("N2", "到機場了，好累", hour=8),
        said("N3", "櫃台人很多而且動作很慢，真的等很久", hour=8.2),
        said("N4", "旁邊那桌很吵，一直搶著拍他們的飯店早餐", hour=8.4),
        said("N5", "深感演練重要", kind=Kind.IMPRESSION),
        events=(event(12, 14, "參訪海城抽水站", 17),),
    )
    for form in FORMS:
        _, section = await abstract(trip, form)
        assert "抽水機4台" in section.text
        assert not {"N2", "N3", "N4"} & {ref for s in section.sentences() for ref in s.sources}
