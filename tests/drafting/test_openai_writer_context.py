"""What stands around a sentence counts: its section's heading, the other sections, later corrections, the points it leads to."""

import pytest

from drafting.form import Role
from drafting.material import Kind
from drafting.model_book import Unkept
from drafting.openai_writer import OpenAIWriter
from drafting.writer import Prose, Slot
from tests.drafting.model_trip import FORM, TRIP, piece, slot
from tests.drafting.test_openai_writer_gate import sentences
from tests.model_server import ModelServer, answer, rewritten, says

NOTES = TRIP.model_copy(
    update={
        "material": (
            piece("N1", "市長說要靠文化觀光帶動經濟"),
            piece("N2", "會員互動多，宣傳摺頁發了127張，成果不錯", kind="impression"),
            piece("N3", "展館有8座"),
            piece("N4", "更正：展館是9座，不是8座"),
            piece("N5", "分科會有3個題目：岸電、防災、志工"),
        ),
        "names": (),
    }
)


async def written(server: ModelServer, *asked: Slot) -> dict[str, Prose]:
    writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0)
    try:
        return {
            k: p for k, p in (await writer.write_together(asked, NOTES, FORM)).items() if isinstance(p, Prose)
        }
    finally:
        await writer.close()


@pytest.mark.parametrize(("title", "marked"), [("參訪東京市政府", False), ("拜會市政府", True)])
async def test_the_heading_lends_its_sentences_a_place(title: str, marked: bool) -> None:
    items = answer(("東京市長表示將以文化觀光帶動經濟。", ["N1"]))
    asked = slot(Role.PROCESS, "N1", key="process-a", title=title)
    async with ModelServer(
        says(items), says(rewritten(("S1", "東京市長表示將以文化觀光帶動經濟。", ["N1"])))
    ) as server:
        prose = await written(server, asked)
    assert ("待確認" in sentences(prose["process-a"])[0].text) is marked


async def test_a_sentence_of_the_abstract_may_rest_on_several_sections() -> None:
    """It stands with the first one that it cites."""
    given = [
        {"text": "市長將以文化觀光帶動經濟，分科會計有岸電、防災、志工3個題目。", "sources": ["N1", "N5"]}
    ]
    items = answer(
        ("市長表示將以文化觀光帶動經濟。", ["N1"]), ("分科會計有岸電、防災、志工3個題目。", ["N5"])
    )
    first = slot(Role.PROCESS, "N1", key="process-a", title="拜會市長", share=1.0)
    second = slot(Role.PROCESS, "N5", key="process-b", title="分科會", share=1.0)
    async with ModelServer(says({**items, "abstract": given})) as server:
        prose = await written(server, first, second)
    assert [(s.text, s.sources) for s in prose["process-a"].for_abstract] == [
        (given[0]["text"], ("N1", "N5"))
    ]
    assert len(server.requests) == 1


async def test_a_sentence_of_the_body_keeps_what_it_cites_of_another_section() -> None:
    """Models do so though they are asked not to; without its second source its numbers would be called invented."""
    items = answer(
        ("市長表示將以文化觀光帶動經濟。", ["N1"]),
        ("市長並說明分科會的3個題目。", ["N5", "N1"]),
        ("分科會計有岸電、防災、志工3個題目。", ["N5"]),
    )
    first = slot(Role.PROCESS, "N1", key="process-a", title="拜會市長")
    second = slot(Role.PROCESS, "N5", key="process-b", title="分科會")
    async with ModelServer(says(items)) as server:
        prose = await written(server, first, second)
    assert [s.sources for s in sentences(prose["process-a"])] == [("N1",), ("N5", "N1")]
    assert [s.sources for s in sentences(prose["process-b"])] == [("N5",)]
    assert len(server.requests) == 1


async def test_a_sentence_stands_where_most_of_its_sources_do() -> None:
    items = answer(("展館有9座，岸電為分科會題目之一。", ["N3", "N4", "N5"]), ("分科會計有3個題目。", ["N5"]))
    first = slot(Role.PROCESS, "N5", key="process-b", title="分科會")
    second = slot(Role.PROCESS, "N3", "N4", key="process-a", title="參觀展館")
    async with ModelServer(says(items)) as server:
        prose = await written(server, first, second)
    assert [s.sources for s in sentences(prose["process-a"])] == [("N3", "N4", "N5")]


async def test_a_right_number_of_something_else_is_called_so() -> None:
    """A writer who is told that it stands nowhere takes out what is true."""
    notes = piece("N9", "會員代表62位報到，觀察員88位；工作坊共3場，其中2場由大學主辦")
    trip = NOTES.model_copy(update={"material": (notes,)})
    again = rewritten(("S1", "會員代表62位。", ["N9"]))
    writer_says = answer(("會員代表計88位報到。", ["N9"]), ("工作坊共7場。", ["N9"]))
    async with ModelServer(says(writer_says), says(again)) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0)
        await writer.write(slot(Role.PROCESS, "N9", key="process-a", title="報到"), trip, FORM)
        await writer.close()
    asked = server.prompt(1)
    assert "「88位」（數字）在所列素材 N9 裡說的是別的事" in asked
    assert "「7場」（數字）不在所列素材 N9 中" in asked


async def test_a_note_put_right_in_another_section_is_right_here_too() -> None:
    items = answer(("展館計9座。", ["N3"]))
    async with ModelServer(says(items)) as server:
        prose = await written(server, slot(Role.PROCESS, "N3", key="process-a", title="參觀展館"))
    assert [(s.text, s.sources) for s in sentences(prose["process-a"])] == [("展館計9座。", ("N3", "N4"))]
    assert "[N3] 展館有9座" in server.prompt()


async def test_what_leads_into_points_ends_with_a_colon() -> None:
    """Models end it with a full stop, for so they were told of sentences."""
    items = answer(
        ("分科會題目如下。", ["N5"]), ("・岸電", ["N5"]), ("・防災", ["N5"]), ("題目如下。", ["N5"])
    )
    async with ModelServer(says(items)) as server:
        prose = await written(server, slot(Role.PROCESS, "N5", key="process-a", title="分科會"))
    texts = [s.text for s in sentences(prose["process-a"])]
    assert texts[0] == "分科會題目如下："
    assert texts[-1] == "題目如下。"


@pytest.mark.parametrize(
    ("headline", "kept"),
    [("會員互動及宣傳之成果", True), ("應強化會員互動及宣傳", False), ("打造全球頂尖團隊", False)],
)
async def test_a_headline_of_the_travellers_own_words_stands_unless_it_judges(
    headline: str, kept: bool
) -> None:
    """Neighbouring characters tell little of a headline that sums up; characters do, as long as nothing new is asked for."""
    text = "本次與會員多所互動，並以摺頁宣傳，發出127張，成果不錯。"
    items = answer((text, ["N2"], "opinion", "sentence", headline))
    asked = slot(Role.IMPRESSIONS, "N2")
    async with ModelServer(says(items)) as server:
        prose = await written(server, asked)
    assert (prose[asked.key].headed[0].title == headline) is kept


@pytest.mark.parametrize(
    ("text", "headline", "kept"),
    [
        ("會員互動多，宣傳摺頁發了127張，成果不錯。", "成員不多", False),
        ("會員互動多，宣傳摺頁發了127張，成果不錯。", "會員互動不多", False),
        ("會員互動多，宣傳摺頁發了127張，成果不錯。", "會員互動少", False),
        ("會員互動多，宣傳摺頁發了127張，成果不錯。", "會員互動成果不錯", True),
        ("會員不少，宣傳摺頁發了127張。", "會員少", False),
        ("資料公開做得徹底，開會前就看得到議案，沒有遲到。", "資料沒做到公開", False),
        ("資料公開做得徹底，開會前就看得到議案，沒有遲到。", "公開得遲，資料不徹底", False),
        ("會員要一個一個見面，現場談了之後才有後續經營。", "當面經營會員關係", True),
        ("會員要一個一個見面，現場談了之後才有後續經營。", "一現後談會才面", False),
    ],
)
async def test_a_headline_says_no_opposite_by_the_same_characters(
    text: str, headline: str, kept: bool
) -> None:
    """不 and 少 keep their neighbours, and single characters count only where two of them stand together as well."""
    items = answer((text, ["N2"], "opinion", "sentence", headline))
    asked = slot(Role.IMPRESSIONS, "N2")
    trip = TRIP.model_copy(update={"material": (piece("N2", text, Kind.IMPRESSION),)})
    async with ModelServer(says(items)) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0)
        prose = await writer.write(asked, trip, FORM)
        await writer.close()
    assert (prose.headed[0].title == headline) is kept


async def test_a_mended_sentence_may_cite_all_that_was_shown_for_mending() -> None:
    """The request shows what the failing sentences and those near them rest on, of whatever section."""
    items = answer(("市長表示將以文化觀光帶動經濟，展館計7座。", ["N1"]), ("分科會計有4個題目。", ["N5"]))
    again = rewritten(
        ("S1", "市長表示將以文化觀光帶動經濟，分科會計有3個題目。", ["N1", "N5"]),
        ("S2", "分科會計有3個題目。", ["N5"]),
    )
    first = slot(Role.PROCESS, "N1", key="process-a", title="拜會市長")
    second = slot(Role.PROCESS, "N5", key="process-b", title="分科會")
    async with ModelServer(says(items), says(again)) as server:
        prose = await written(server, first, second)
    assert [s.sources for s in sentences(prose["process-a"])] == [("N1", "N5")]


@pytest.mark.parametrize(
    ("changed", "asked_anew"), [({}, 0), ({"text": "分科會改談海岸"}, 1), ({"kind": "private"}, 1)]
)
async def test_a_section_is_written_anew_if_what_it_cites_of_another_has_changed(
    changed: dict[str, str], asked_anew: int
) -> None:
    """Its own material is the same; words that were changed or marked private since must not come back from the book."""
    first = slot(Role.PROCESS, "N1", key="process-a", title="拜會市長")
    second = slot(Role.PROCESS, "N3", "N5", key="process-b", title="分科會")
    joint = answer(("市長表示將帶動經濟，分科會談岸電、防災、志工。", ["N1", "N5"]), ("展館計9座。", ["N3"]))
    later = NOTES.model_copy(
        update={
            "material": tuple(m.model_copy(update=changed) if m.ref == "N5" else m for m in NOTES.material)
        }
    )
    alone = answer(("市長表示將以文化觀光帶動經濟。", ["N1"]))
    async with ModelServer(says(joint), says(alone)) as server:
        book = Unkept()
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0).with_book(book)
        await writer.write_together([first, second], NOTES, FORM)
        again = writer.with_book(book)
        prose = await again.write(first, later, FORM)
        await writer.close()
    assert len(server.requests) == 1 + asked_anew
    assert ("分科會" in sentences(prose)[0].text) is not bool(asked_anew)


async def test_a_note_that_puts_something_right_elsewhere_tells_its_own_where_it_was_routed() -> None:
    items = answer(("展館計9座。", ["N3"]), ("展館經更正為9座，並參觀風場。", ["N4"]))
    other = slot(Role.PROCESS, "N4", key="process-b", title="參觀風場")
    halls = slot(Role.PROCESS, "N3", key="process-a", title="參觀展館")
    async with ModelServer(says(items)) as server:
        prose = await written(server, other, halls)
    assert [s.sources[0] for s in sentences(prose["process-b"])] == ["N4"]
