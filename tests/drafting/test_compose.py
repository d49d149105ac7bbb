"""Writing a whole report: every form, every piece of material, any writer."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.checks import check
from drafting.compose import compose
from drafting.form import form_named
from drafting.material import Kind
from drafting.offline.writer import OfflineWriter
from drafting.report import Paragraph, Sentence
from drafting.review import Usage
from drafting.revision import Wish
from drafting.writer import Prose
from tests.drafting.plan.invented import FIRST, event, said, trip_of
from tests.hanging import ends

FORMS = ("taichung-summary", "taichung-report", "central")
AGENDA = (event(12, 9, "海城港灣論壇開幕式", 11), event(12, 14, "參訪海城抽水站", 17))
SUMMARY = form_named("taichung-summary")


class EchoWriter:
    """Writes one sentence for each slot, cites all of its material, and reports what each call cost."""

    name, model, place = "echo", "echo-1", "這裡"

    def __init__(self, text: str = "") -> None:
        self.prompts: dict[str, str] = {}
        self.text = text
        self.slots = []

    async def write(self, slot, trip, form):
        self.slots.append(slot)
        sentence = Sentence(text=self.text or f"{slot.key}的內容。", sources=slot.material)
        return Prose(
            blocks=(Paragraph(sentences=(sentence,)),),
            usage=Usage(calls=1, prompt_tokens=10, completion_tokens=5),
        )


def small():
    return trip_of(
        said("N1", "想了解海城如何抽水", day=9), said("N2", "抽水機4台", hour=15), said("N3", "開幕約500人", hour=10),
        said("N4", "深感演練重要", kind=Kind.IMPRESSION), said("N5", "建議比照辦理", kind=Kind.SUGGESTION),
        said("P1", "閘門", hour=15.1), events=AGENDA,
    )  # fmt: skip


async def test_headings_are_numbered_as_the_form_wants():
    report = (await compose(small(), SUMMARY, OfflineWriter())).report
    assert [s.heading for s in report.sections] == [
        "壹、摘要", "貳、出國人員名單", "參、目的", "肆、過程", "伍、心得", "陸、建議",
    ]  # fmt: skip
    process = report.section("process")
    assert [s.heading for s in process.sections] == ["一、行程表", "二、活動內容及達成效益"]
    assert [s.heading for s in process.sections[1].sections] == [
        "(一)海城港灣論壇開幕式（5月12日）",
        "(二)參訪海城抽水站（5月12日）",
    ]


async def test_a_form_that_merges_parts_gives_each_its_own_section():
    report = (await compose(small(), form_named("central"), OfflineWriter())).report
    merged = report.section("reflections")
    assert [s.heading.split("、")[-1] for s in merged.sections] == ["心得", "建議"]
    assert report.section("abstract").heading == "摘要"


async def test_a_photo_stands_in_the_block_of_its_activity():
    report = (await compose(small(), SUMMARY, OfflineWriter())).report
    visit = report.section("process").sections[1].sections[1]
    assert [block.type for block in visit.blocks] == ["paragraph", "photos"]


async def test_the_abstract_comes_last_and_is_written_from_the_body():
    writer = EchoWriter()
    await compose(small(), SUMMARY, writer)
    abstract = writer.slots[-1]
    assert abstract.key == "abstract"
    assert [s.text for s in abstract.so_far] == [f"{slot.key}的內容。" for slot in writer.slots[:-1]]
    assert set(abstract.material) == {"N1", "N2", "N3", "N4", "N5"}


async def test_what_the_writers_of_the_body_give_for_the_abstract_reaches_it_unless_somebody_wished_otherwise():
    class Giving(EchoWriter):
        async def write(self, slot, trip, form):
            prose = await super().write(slot, trip, form)
            return prose.model_copy(update={"for_abstract": prose.blocks[0].sentences if slot.share else ()})

    writer, told = Giving(), Giving()
    await compose(small(), SUMMARY, writer)
    opening, *given = [s.text for s in writer.slots[-1].drafted]
    assert opening.startswith("臺中市政府水利局工程科科員王小芸於115年5月11日至5月13日赴海國")
    assert given == [s.text for s in writer.slots[-1].so_far]
    wish = Wish(section="abstract", words="再短一點")
    await compose(small().model_copy(update={"wishes": (wish,)}), SUMMARY, told)
    assert told.slots[-1].drafted == ()


async def test_costs_are_added_up():
    writer = EchoWriter()
    usage = (await compose(small(), SUMMARY, writer)).usage
    calls = len(writer.slots)
    assert usage == Usage(calls=calls, prompt_tokens=10 * calls, completion_tokens=5 * calls)


async def test_progress_is_told_after_each_part_and_once_at_the_end():
    plain, awaited = [], []

    async def slow(title, done, total):
        awaited.append((title, done, total))

    await compose(small(), SUMMARY, OfflineWriter(), lambda *told: plain.append(told))
    await compose(small(), SUMMARY, OfflineWriter(), slow)
    total = plain[-1][2]
    assert plain == awaited
    assert [done for _, done, _ in plain] == sorted(done for _, done, _ in plain)
    assert (plain[-2][1], plain[-1][1]) == (total, total)
    assert plain[-1][0] == "完成"


async def test_a_sentence_said_in_two_parts_stands_once_with_all_sources():
    report = (await compose(small(), SUMMARY, EchoWriter("同一句話。"))).report
    body = [s for part in report.sections if part.key != "abstract" for s in part.sentences()]
    assert [(s.text, set(s.sources)) for s in body] == [("同一句話。", {"N1", "N2", "N3", "N4", "N5"})]


async def test_an_empty_trip_still_has_every_part():
    trip = trip_of(itinerary=(), material=(), sources={})
    report = (await compose(trip, SUMMARY, OfflineWriter())).report
    assert len(report.sections) == len(SUMMARY.parts)
    assert list(report.section("abstract").sentences()) == []


async def test_each_unused_piece_has_a_reason_that_says_why():
    trip = trip_of(
        said("N1", "抽水機4台", hour=15), said("V1"), said("N2", "想家", kind=Kind.PRIVATE),
        said("N3", "收到謝謝", kind=Kind.ASIDE), said("C1"), said("P1", "識別證"), said("D1", "會議手冊"),
        said("N4", "聯絡人陳先生", kind=Kind.PARTICULARS),
    )  # fmt: skip
    report = (await compose(trip, SUMMARY, OfflineWriter())).report
    assert {u.ref: u.reason for u in report.unused} == {
        "V1": "語音尚無文字稿，請用文字補述重點",
        "N2": "您標記為私人，不放入報告",
        "N3": "與小幫手或同事的對話，不放入報告",
        "C1": "聯絡人資料含個人資料，只作核對人名用",
        "P1": "圖說提到識別證或證件，可能含個人資料，請確認後再放入",
        "D1": "文件中沒有辨識出行程或名稱，如需使用請用文字說明重點",
        "N4": "已填入表單欄位或行程表，本文未引用",
    }


TEXTS = st.lists(
    st.sampled_from((
        "抽水機4台", "共有19個城市、9個國家", "重點三項\n1 甲案\n2 乙案\n3 丙案", "登機", "好", "更正：應為5台，非4台", "① 第一點", "想了解閘門？",
        "跟處長 Ms. Ana Harbour 合照", "心得(一) 制度\n要寫下來", "昨天下午的會", "/draft", "名片", "上面那張不要用", "「今天」說的話。很好。", "…", "媒體報導登了",
    )),
    max_size=3,
).map("，".join)  # fmt: skip
PIECES = st.tuples(
    st.sampled_from("NNNNPPVLCD"), TEXTS, st.integers(8, 15), st.integers(0, 23), st.sampled_from(list(Kind)),
    st.sampled_from(("", "", "a")),
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14), st.sampled_from(FORMS), st.booleans(), st.booleans())
async def test_whatever_arrives_each_piece_is_cited_or_listed_and_each_sentence_has_sources(
    pieces, form, agenda, meeting
):
    material = [
        said(f"{letter}{i}", text, day=day, hour=hour, kind=kind, album=album if letter == "P" else "")
        for i, (letter, text, day, hour, kind, album) in enumerate(pieces, 1)
    ]
    trip = trip_of(*material, events=AGENDA if agenda else (), purposes=("國際會議",) if meeting else ())
    report = (await compose(trip, form_named(form), OfflineWriter())).report
    unused = [u.ref for u in report.unused]
    assert sorted([*unused, *report.cited()]) == sorted(trip.refs)
    assert all(u.reason for u in report.unused)
    sentences = [s for part in report.sections for s in part.sentences()]
    assert all(s.sources or s.kind == "link" for s in sentences)
    assert all(s.text.strip("。：，") for s in sentences)
    body = [s.text for part in report.sections if part.key != "abstract" for s in part.sentences()]
    assert len(body) == len(set(body))
    private = {m.ref for m in trip.material if m.kind is Kind.PRIVATE}
    assert not private & report.cited()
    captions = [i.caption for _, s in report.walk() for b in s.blocks if b.type == "photos" for i in b.items]
    assert len(captions) == len(set(captions))


def busy(notes: int):
    """Ten days of notes, a hundred photos among them."""
    material = [
        said(
            f"N{i}",
            f"第{i}則：抽水站導覽員說明第{i}號閘門每年保養{i % 12}次，不是{i % 7}次",
            day=1,
            hour=i * 240 / notes,
        )
        for i in range(1, notes + 1)
    ]
    photos = [
        said(f"P{i}", fingerprint=f"{i * 7919:016x}", day=1, hour=i * 2.4) for i in range(1, min(notes, 100))
    ]
    period = trip_of().period.model_copy(update={"start": FIRST - timedelta(days=10), "end": FIRST})
    return trip_of(
        *material, *photos, period=period, events=tuple(event(d, 9, f"參訪第{d}站") for d in range(1, 11))
    )


async def test_a_long_chat_is_written_to_the_end():
    report = (await compose(busy(2000), form_named("taichung-report"), OfflineWriter())).report
    assert {s.key for s in report.sections} >= {"abstract", "purpose", "process"}


async def test_forty_thousand_signs_in_one_message_do_not_hang():
    trip = trip_of(
        *(
            said(f"N{i}", unit * (40_000 // len(unit)))
            for i, unit in enumerate(("港", "(我", "更正不是", "1/2 "), 1)
        )
    )
    with ends():
        await compose(trip, SUMMARY, OfflineWriter())


async def test_a_note_that_is_added_to_the_impressions_is_told_of_in_both_places():
    """The traveller's 「伍加上 N2」; 「移入」 takes it away from where it was."""

    async def told_of(**more: bool) -> list[str]:
        trip = small().model_copy(update={"wishes": (Wish(section="impressions", refs=("N2",), **more),)})
        report = (await compose(trip, SUMMARY, OfflineWriter())).report
        parts = {part.key: [s for s in part.sentences() if "N2" in s.sources] for part in report.sections}
        assert {f.check for f in check(report, trip, SUMMARY, FIRST)} & {"SRC-3", "GRD-1"} == set()
        return [key for key, found in parts.items() if found and key != "abstract"]

    assert await told_of() == ["process", "impressions"]
    assert await told_of(moved=True) == ["impressions"]
