"""A server that answers one request at a time: notes that need no other words are named, not typed once more (0042)."""

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from drafting.errors import WriterRefused
from drafting.form import Role
from drafting.material import Kind
from drafting.openai_writer import OpenAIWriter
from drafting.report import ListBlock, Paragraph, Sentence
from drafting.writer import Prose, Slot
from tests.drafting.model_trip import FORM, TRIP, piece, slot
from tests.model_server import ModelServer, answer, says

NOTES = TRIP.model_copy(
    update={
        "material": (
            piece("N1", "上午拜會橫濱市港灣局，局長佐藤由紀說明岸電計畫，8個碼頭已完成。"),
            piece("N2", "局長5/12說每年省下1200萬日圓電費, 岸電使用率６２%"),
            piece("N3", "下午看岸電箱，我們都嚇一跳，一座3.5公尺高"),
            piece("N4", "碼頭維修紀錄全部上網，民眾查得到，值得本市參考。", Kind.IMPRESSION),
            piece("N5", "建議港務單位先選2個碼頭試辦岸電。", Kind.SUGGESTION),
            piece("D6", "岸電計畫書記載第3期工程於2027年完工。"),
            piece("N7", "橫濱市港灣局來函通知會議改於9時舉行。", own=False),
            piece("N8", "更正：碼頭是9個，不是8個。"),
            piece("N9", "議程：1. 岸電計畫簡報 2. 碼頭參觀 3. 綜合座談"),
            piece("N10", "第二，港灣局的岸電費率由市議會核定。"),
            piece("N11", "下午2時搭機返國，於桃園機場入境。"),
        )
    }
)
PROCESS = slot(
    Role.PROCESS,
    "N1",
    "N2",
    "N3",
    "D6",
    "N7",
    "N9",
    "N10",
    "N11",
    key="process-port",
    title="拜會橫濱市港灣局",
)
IMPRESSIONS = slot(Role.IMPRESSIONS, "N2", "N4")
SUGGESTIONS = slot(Role.SUGGESTIONS, "N2", "N5")


async def written(server: ModelServer, asked: Slot = PROCESS, slots: int = 1) -> Prose:
    writer = OpenAIWriter(server.base_url, "sk-test", "llama-3.3-70b", timeout=5, slots=slots)
    try:
        return await writer.write(asked, NOTES, FORM)
    finally:
        await writer.close()


def named(*refs: str, headline: str = "") -> list[Any]:
    """Items without words."""
    return [("", [ref], "fact", "sentence", headline) for ref in refs]


def told(prose: Prose) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.text, s.sources) for block in prose.blocks for s in _sentences(block)]


def _sentences(block: Paragraph | ListBlock) -> tuple[Sentence, ...]:
    return block.sentences if isinstance(block, Paragraph) else block.items


async def test_a_named_note_stands_in_written_register_and_put_right_where_it_was_named() -> None:
    """The correction N8 is cited beside what it corrects."""
    items = answer(*named("N1", "N2"), ("下午實地查看岸電箱，每座高3.5公尺。", ["N3"]))
    async with ModelServer(says(items)) as server:
        prose = await written(server)
    assert told(prose) == [
        ("上午拜會橫濱市港灣局，局長佐藤由紀說明岸電計畫，9個碼頭已完成。", ("N1", "N8")),
        ("局長5月12日說每年省下1200萬日圓電費，岸電使用率62%。", ("N2",)),
        ("下午實地查看岸電箱，每座高3.5公尺。", ("N3",)),
    ]


async def test_a_note_that_is_told_in_other_words_does_not_stand_beside_them() -> None:
    items = answer(("局長佐藤由紀說明岸電計畫，9個碼頭已完成。", ["N1"]), *named("N1"))
    async with ModelServer(says(items)) as server:
        prose = await written(server)
    assert [text for text, _ in told(prose)] == ["局長佐藤由紀說明岸電計畫，9個碼頭已完成。"]


@pytest.mark.parametrize("asked", [PROCESS, IMPRESSIONS, SUGGESTIONS], ids=lambda slot: str(slot.key))
async def test_offered_are_short_notes_of_the_travellers_in_written_language(
    asked: Slot, snapshot: SnapshotAssertion
) -> None:
    """No paper, nothing by others, no list or one of its points, no 我們, no way there; in 心得 and 建議 only what was meant as such."""
    async with ModelServer(says(answer(*named(asked.material[1])))) as server:
        await written(server, asked)
    assert server.requests[0]["messages"][1]["content"].partition("# 輸出")[2] == snapshot


async def test_what_was_not_offered_is_not_printed() -> None:
    """It stays unused, and the report lists it so; a lazy model cannot fill a report with chatter."""
    async with ModelServer(says(answer(*named("N2", "N3", "D6", "N7", "N9")))) as server:
        prose = await written(server)
    assert [sources for _, sources in told(prose)] == [("N2",)]


@pytest.mark.parametrize(("slots", "wished"), [(8, False), (2, False), (1, True)])
async def test_nothing_is_offered_where_others_need_not_wait_or_other_words_are_wished_for(
    slots: int, wished: bool
) -> None:
    async with ModelServer(says(answer(("上午拜會橫濱市港灣局。", ["N1"])))) as server:
        await written(server, PROCESS.model_copy(update={"wished": wished}), slots)
    assert "照錄" not in server.requests[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    ("asked", "ref", "headline"), [(IMPRESSIONS, "N4", "維修紀錄上網"), (SUGGESTIONS, "N5", "試辦岸電")]
)
async def test_a_named_opinion_is_the_travellers_below_the_headline_given(
    asked: Slot, ref: str, headline: str
) -> None:
    async with ModelServer(says(answer(*named(ref, headline=headline)))) as server:
        prose = await written(server, asked)
    (headed,) = prose.headed
    (sentence,) = _sentences(headed.blocks[0])
    assert headed.title == headline
    assert (sentence.kind, sentence.sources) == ("opinion", (ref,))


@pytest.mark.parametrize("role", [Role.PURPOSE, Role.PROCESS])
async def test_a_purpose_of_names_that_may_not_stand_is_refused_and_an_activity_is_left_out(
    role: Role,
) -> None:
    """Nobody would see that the purpose is empty; the notes of an activity are listed as unused."""
    asked = slot(role, "N1", "N2", key="asked")
    async with ModelServer(says(answer(*named("N3", "D6")))) as server:
        if role is Role.PURPOSE:
            with pytest.raises(WriterRefused):
                await written(server, asked)
        else:
            assert (await written(server, asked)).blocks == ()


async def test_what_is_named_where_nothing_was_offered_is_not_printed() -> None:
    items = answer(*named("N1"), ("局長說每年省下1200萬日圓電費。", ["N2"]))
    async with ModelServer(says(items)) as server:
        prose = await written(server, PROCESS.model_copy(update={"wished": True}))
    assert [sources for _, sources in told(prose)] == [("N2",)]


async def test_an_answer_that_names_nothing_that_may_stand_is_none() -> None:
    async with ModelServer(says(answer(*named("N3", "D6")))) as server:
        prose = await written(server)
    assert prose.blocks == ()


async def test_an_answer_without_words_and_sources_is_refused() -> None:
    empty = says(answer(("", [])))
    async with ModelServer(empty, empty, empty) as server:
        with pytest.raises(WriterRefused):
            await written(server)
