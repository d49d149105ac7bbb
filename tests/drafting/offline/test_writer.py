"""The writer without a model."""

from drafting.form import Role, form_named
from drafting.material import Kind
from drafting.offline.writer import OfflineWriter
from drafting.writer import Slot
from tests.drafting.plan.invented import event, said, trip_of

FORM = form_named("taichung-summary")


async def prose(role: Role, *material, key: str = "slot", **more):
    trip = trip_of(*material, **more)
    slot = Slot(key=key, role=role, title="", material=tuple(m.ref for m in material))
    return await OfflineWriter().write(slot, trip, FORM)


async def test_it_asks_no_model_and_costs_nothing():
    writer = OfflineWriter()
    assert (writer.name, writer.model, writer.place, writer.prompts) == ("offline", "", "", {})
    assert (await prose(Role.PURPOSE, said("N1", "了解海城抽水站"))).usage.calls == 0


async def test_facts_stand_in_the_order_given_and_in_written_register():
    found = await prose(Role.PROCESS, said("N1", "這次有4台"), said("N2", "跟里民一起演練", hour=11))
    assert [b.text for b in found.blocks] == ["本次有4台。與里民一起演練。"]


async def test_what_happened_is_told_by_the_office_and_without_regrets_about_sights():
    """Whoever went there alone is no 我們; what the host says stays the host's; a reflection keeps its own voice."""
    notes = (
        said("N1", "下午我們搭電車去看岸電箱，真的蠻大的，一座3.5公尺高"),
        said("N2", "我們一行由課長接待，4個人一起走完棧橋", hour=11),
        said("N3", "碼頭有燈塔。這趟沒時間去，可惜", hour=12),
        said("N5", "站長說我們每個月演練。我們搭電車最快", hour=13),
    )
    found = await prose(Role.PROCESS, *notes)
    assert "".join(b.text for b in found.blocks) == (
        "下午搭電車去看岸電箱，相當大，一座3.5公尺高。一行由課長接待，4人一起走完棧橋。碼頭有燈塔。"
        "站長說我們每個月演練。我們搭電車最快。"
    )
    thought = said("N4", "我們一年才演練一次，真的太少", kind=Kind.IMPRESSION)
    (headed,) = (await prose(Role.IMPRESSIONS, thought)).headed
    assert headed.blocks[0].text == "我們一年才演練一次，真的太少。"


async def test_what_concerns_the_whole_event_leaves_out_the_way_there():
    notes = said("N1", "論壇共有19個城市參加"), said("N2", "平安抵達桃園")
    assert [b.text for b in (await prose(Role.PROCESS, *notes, key="lead")).blocks] == [
        "論壇共有19個城市參加。"
    ]


async def test_each_suggestion_is_one_numbered_point_and_a_list_gives_several():
    one = said("N1", "建議比照辦理。每季一次", kind=Kind.SUGGESTION)
    several = said("N2", "建議如下\n1. 先試辦\n2. 再推廣", kind=Kind.SUGGESTION)
    (block,) = (await prose(Role.SUGGESTIONS, one, several)).blocks
    assert [(s.text, s.sources, s.kind) for s in block.items] == [
        ("建議比照辦理。每季一次。", ("N1",), "opinion"),
        ("先試辦。", ("N2",), "opinion"),
        ("再推廣。", ("N2",), "opinion"),
    ]


async def test_reflections_stand_under_the_activity_they_were_written_after():
    thought = said("N1", "深感演練重要", kind=Kind.IMPRESSION, hour=16)
    found = await prose(Role.IMPRESSIONS, thought, events=(event(12, 14, "參訪海城抽水站"),), itinerary=())
    assert [(h.title, h.blocks[0].text) for h in found.headed] == [("參訪海城抽水站", "深感演練重要。")]


async def test_own_headlines_win_and_hold_for_the_notes_after_them():
    first = said("N1", "心得(一) 制度\n演練要寫進規章", kind=Kind.IMPRESSION, day=15)
    second = said("N2", "規章每年要改一次", kind=Kind.IMPRESSION, day=15, hour=11)
    found = await prose(Role.IMPRESSIONS, first, second)
    assert [(h.title, h.blocks[0].text) for h in found.headed] == [
        ("制度", "演練要寫進規章。規章每年要改一次。")
    ]


async def test_reflections_after_the_return_without_headline_are_of_the_whole():
    found = await prose(Role.IMPRESSIONS, said("N1", "回頭看，人力最缺", kind=Kind.IMPRESSION, day=15))
    assert [h.title for h in found.headed] == ["整體心得"]


async def test_another_trip_is_read_anew():
    writer = OfflineWriter()
    for text in ("抽水機4台", "抽水機5台"):
        trip = trip_of(said("N1", text))
        slot = Slot(key="s", role=Role.PROCESS, title="", material=("N1",))
        assert (await writer.write(slot, trip, FORM)).blocks[0].text == f"{text}。"
