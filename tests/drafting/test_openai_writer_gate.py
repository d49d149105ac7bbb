"""What becomes of sentences that their sources do not support: another source, one rewriting, 【待確認】."""

import pytest

from drafting.errors import WriterRefused
from drafting.form import Role
from drafting.material import Ref
from drafting.openai_writer import OpenAIWriter
from drafting.report import Sentence
from drafting.writer import Prose
from tests.drafting.model_trip import FORM, IMPRESSIONS, PROCESS, PURPOSE, SUGGESTIONS, TRIP, piece, slot
from tests.model_server import ModelServer, Reply, answer, fails, rewritten, says


async def written(server: ModelServer, asked=PURPOSE, trip=TRIP) -> Prose:
    writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0)
    try:
        return await writer.write(asked, trip, FORM)
    finally:
        await writer.close()


def sentences(prose: Prose) -> list[Sentence]:
    blocks = [*prose.blocks, *(block for piece in prose.headed for block in piece.blocks)]
    return [s for block in blocks for s in (block.sentences if block.type == "paragraph" else block.items)]


async def told(*script: Reply, asked=PURPOSE) -> tuple[list[Sentence], ModelServer]:
    async with ModelServer(*script) as server:
        return sentences(await written(server, asked)), server


async def test_a_wrong_source_is_put_right_by_code() -> None:
    """One other piece says all of it, and is nearer to the sentence: no second call."""
    found, server = await told(says(answer(("聯盟會員有120個城市。", ["N3"]))))
    assert found == [Sentence(text="聯盟會員有120個城市。", sources=("N1",))]
    assert len(server.requests) == 1


async def test_an_unknown_source_is_taken_off_and_the_right_one_found() -> None:
    """Servers that ignore the enum let a model invent references."""
    found, _ = await told(says(answer(("LCCA總部在日本橫濱。", ["N99"]))))
    assert found == [Sentence(text="LCCA總部在日本橫濱。", sources=("N1",))]


async def test_a_corrupted_number_is_not_excused_by_another_note_that_has_it() -> None:
    """150個城市 stands in N3 of something else; the sentence is about N1, so it is written anew."""
    found, server = await told(
        says(answer(("LCCA總部在日本橫濱，會員有150個城市。", ["N1"]))),
        says(rewritten(("S1", "LCCA總部在日本橫濱，會員有120個城市。", ["N1"]))),
    )
    assert found == [Sentence(text="LCCA總部在日本橫濱，會員有120個城市。", sources=("N1",))]
    assert len(server.requests) == 2


async def test_failing_sentences_alone_are_sent_again_with_what_is_wrong_in_fresh_messages() -> None:
    """The first answer and the sentences that stand are not sent: costs do not grow with each try."""
    _, server = await told(
        says(answer(("本府派1人出席。", ["N2"]), ("計63位市長報名。", ["N2"]))),
        says(rewritten(("S1", "計62位市長報名。", ["N2"]))),
    )
    assert [message["role"] for message in server.requests[1]["messages"]] == ["system", "user"]
    assert "S1：計63位市長報名。（問題：「63位」（數字）不在所列素材 N2 中）" in server.prompt(1).splitlines()
    assert "本府派1人出席。" not in server.prompt(1)


async def test_what_still_fails_is_kept_and_marked() -> None:
    """Never dropped, never passed; asked anew once only; both tries are counted."""
    async with ModelServer(
        says(answer(("計63位市長報名。", ["N2"]), ("本府派1人出席。", ["N2"]))),
        says(rewritten(("S1", "計64位市長報名。", ["N2"]))),
    ) as server:
        prose = await written(server)
    assert sentences(prose) == [
        Sentence(text="計63位市長報名。【待確認】", sources=("N2",)),
        Sentence(text="本府派1人出席。", sources=("N2",)),
    ]
    assert (prose.usage.calls, prose.usage.prompt_tokens, prose.usage.completion_tokens) == (2, 200, 20)


@pytest.mark.parametrize(
    "second",
    [fails(503), says("抱歉，我沒有辦法。", "content_filter"), says(rewritten(("S9", "別句。", ["N2"])))],
)
async def test_if_nothing_comes_of_the_second_try_the_first_answer_is_not_lost(second: Reply) -> None:
    found, _ = await told(says(answer(("計63位市長報名。", ["N2"]))), second)
    assert found == [Sentence(text="計63位市長報名。【待確認】", sources=("N2",))]


async def test_a_rewriting_that_says_something_else_does_not_replace_the_sentence() -> None:
    found, _ = await told(
        says(answer(("計63位市長報名。", ["N2"]))), says(rewritten(("S1", "LCCA總部在日本橫濱。", ["N1"])))
    )
    assert found == [Sentence(text="計63位市長報名。【待確認】", sources=("N2",))]


async def test_an_invented_name_is_marked_too() -> None:
    invented = answer(("橫濱副市長 Ms. Tanaka Hanako 致詞。", ["N3"]))
    found, _ = await told(says(invented), says(rewritten()))
    assert found == [Sentence(text="橫濱副市長 Ms. Tanaka Hanako 致詞。【待確認】", sources=("N3",))]


async def test_other_forms_of_a_name_on_the_names_desk_are_supported() -> None:
    """N1 writes LCCA only; the names desk says what that is."""
    full = "低碳城市聯盟 (Low Carbon Cities Alliance, LCCA) 會員有120個城市。"
    found, server = await told(says(answer((full, ["N1"]))))
    assert found == [Sentence(text=full, sources=("N1",))]
    assert "低碳城市聯盟＝Low Carbon Cities Alliance＝LCCA" in server.prompt().splitlines()


async def test_an_opinion_may_cite_only_what_the_traveller_thought() -> None:
    """Of several sources those that are not the traveller's own opinion fall away."""
    items = answer(("建議請交通局研究共乘接駁車。", ["N2", "N4"], "opinion", "paragraph", "研究共乘接駁車"))
    found, _ = await told(says(items), asked=SUGGESTIONS)
    assert found == [Sentence(text="建議請交通局研究共乘接駁車。", sources=("N4",), kind="opinion")]


@pytest.mark.parametrize("kind", ["opinion", "fact", "link"])
async def test_a_made_up_opinion_is_marked_whatever_the_model_calls_it(kind: str) -> None:
    """It rests on a fact; calling a judgement a fact does not make it one."""
    items = answer(("論壇規模值得本市借鏡。", ["N2"], kind, "paragraph", "論壇規模"))
    found, _ = await told(says(items), says(rewritten()), asked=IMPRESSIONS)
    assert found == [Sentence(text="論壇規模值得本市借鏡。【待確認】", sources=("N5",), kind="opinion")]


async def test_an_opinion_outside_of_its_part_is_marked_as_nobodys() -> None:
    """目的 holds no opinion of the traveller's: the sentence is kept, but not as an opinion."""
    found, _ = await told(says(answer(("62位市長報名，值得肯定。", ["N2"], "opinion"))), says(rewritten()))
    assert found == [Sentence(text="62位市長報名，值得肯定。【待確認】", sources=("N2",))]


@pytest.mark.parametrize(
    "text",
    ["此次論壇計62位市長報名。", "LCCA 總部：", "聯盟會員遍及各大城市，本府亦為其中之一員，並派員出席："],
)
async def test_a_link_that_states_something_needs_a_source(text: str) -> None:
    """Digits, Latin letters, more than 20 characters, or a full stop make it a statement."""
    found, _ = await told(says(answer((text, [], "link"))), says(rewritten()))
    (sentence,) = found
    assert sentence.kind == "fact"
    assert sentence.sources != ()


async def test_a_link_may_stand_without_a_source() -> None:
    found, server = await told(says(answer(("此外，", [], "link"), ("62位市長報名。", ["N2"]))))
    assert found[0] == Sentence(text="此外，", kind="link")
    assert len(server.requests) == 1


async def test_simplified_characters_are_written_anew() -> None:
    found, server = await told(
        says(answer(("计62位市长报名。", ["N2"]), ("本府派1人出席。", ["N2"]))),
        says(rewritten(("S1", "計62位市長報名。", ["N2"]))),
    )
    assert found[0] == Sentence(text="計62位市長報名。", sources=("N2",))
    assert "含簡體字「计长报」" in server.prompt(1)


async def test_a_name_keeps_a_character_that_only_its_source_writes_so() -> None:
    """Big5 lacks 煊, but names in Taiwan have it."""
    trip = TRIP.model_copy(update={"material": (piece("N9", "與林煊祢組長交換意見"),)})
    async with ModelServer(says(answer(("本府與林煊祢組長交換意見。", ["N9"])))) as server:
        prose = await written(server, slot(Role.PROCESS, "N9"), trip)
    assert [s.text for s in sentences(prose)] == ["本府與林煊祢組長交換意見。"]


async def test_a_source_in_simplified_characters_is_no_excuse_for_copying_them() -> None:
    trip = TRIP.model_copy(update={"material": (piece("N9", "会议讨论绿色交通"),)})
    two = answer(("綠色交通為主題。", ["N9"]), ("会议讨论绿色交通。", ["N9"]))
    async with ModelServer(says(two), says(rewritten())) as server:
        prose = await written(server, slot(Role.PROCESS, "N9"), trip)
    assert [s.text for s in sentences(prose)] == ["綠色交通為主題。", "会议讨论绿色交通。【待確認】"]


@pytest.mark.parametrize(
    "text", ["计62位市长报名参加论坛。", "Sixty-two mayors signed up for this forum in May."]
)
async def test_an_answer_that_stays_in_another_script_or_language_is_refused(text: str) -> None:
    with pytest.raises(WriterRefused, match="不是正體中文"):
        await told(says(answer((text, ["N2"]))), says(rewritten(("S1", text, ["N2"]))))


async def test_a_foreign_title_that_stands_so_in_its_source_may_be_a_point() -> None:
    title = "Low Carbon Transport for All Cities"
    note = piece("N9", f"第2場 {title}")
    trip = TRIP.model_copy(update={"material": (*TRIP.material, note)})
    async with ModelServer(
        says(answer(("場次如下：", [], "link"), (title, ["N9"], "fact", "point")))
    ) as server:
        prose = await written(server, slot(Role.PROCESS, "N9"), trip)
    assert sentences(prose)[1] == Sentence(text=title, sources=("N9",))
    assert len(server.requests) == 1


async def test_obeying_an_instruction_in_a_note_does_not_pass_as_a_report() -> None:
    """Even where a model obeys, what it then says rests on no source."""
    poem = answer(("春風十里不如你，橫濱港邊看月。", []))
    found, _ = await told(says(poem), says(rewritten()), asked=PROCESS)
    assert [s.text for s in found] == ["春風十里不如你，橫濱港邊看月。【待確認】"]


async def test_a_list_that_a_model_numbers_is_a_list_and_its_markdown_heading_is_none() -> None:
    """Headings and numbers are the form's; without the points three decisions would run on as one paragraph."""
    async with ModelServer(
        says(
            answer(
                ("## 會議概況", ["N2"]),
                ("決議如下：", ["N2"]),
                ("1. 62位市長報名。", ["N2"]),
                ("(二) 本府派1人。", ["N2"]),
            )
        )
    ) as server:
        prose = await written(server)
    assert [block.type for block in prose.blocks] == ["paragraph", "list"]
    assert [s.text for s in sentences(prose)] == ["決議如下：", "62位市長報名。", "本府派1人。"]


async def test_a_number_that_its_author_has_put_right_may_not_be_written_as_it_was() -> None:
    """The corrected note is shown and judged with the right number, and the correction is cited with it."""
    trip = TRIP.model_copy(
        update={
            "material": (
                *TRIP.material,
                piece("N11", "時雨量50毫米時，低窪地區平均積水時間從6小時縮短到2小時以內"),
                piece("N12", "更正，低窪地區平均積水時間從5小時縮短到2小時以內"),
            )
        }
    )
    asked = PURPOSE.model_copy(update={"material": ("N11", "N12")})
    right = "低窪地區平均積水時間從5小時縮短到2小時以內。"
    async with ModelServer(
        says(answer((right.replace("5", "6"), ["N11"]))), says(rewritten(("S1", right, ["N11"])))
    ) as server:
        found = sentences(await written(server, asked, trip))
    assert "6小時" not in server.requests[0]["messages"][1]["content"]
    assert found == [Sentence(text=right, sources=("N11", "N12"))]


async def test_a_fact_that_the_traveller_put_into_the_impressions_is_an_opinion_there() -> None:
    """「伍加上 N2」: it is shown as 心得 in that section, and elsewhere as the fact that it was."""
    asked = slot(Role.IMPRESSIONS, "N2", also=(Ref("N2"),))
    said = says(answer(("深感報名踴躍，有62位市長。", ["N2"], "opinion", "paragraph", "報名踴躍")))
    found, server = await told(said, asked=asked)
    assert [(s.kind, s.sources, s.text) for s in found] == [
        ("opinion", ("N2",), "深感報名踴躍，有62位市長。")
    ]
    assert "，心得）" in server.prompt()
    assert len(server.requests) == 1
