"""What the outside world and the model may do wrong, and how each is told to the person."""

import json

import pytest

from drafting.errors import WriterRefused, WriterUnavailable
from drafting.openai_writer import OpenAIWriter
from drafting.report import Paragraph, Sentence
from drafting.writer import Prose
from tests.drafting.model_trip import FORM, PURPOSE, TRIP
from tests.model_server import ModelServer, Reply, answer, fails, says

SECRET = "sk-very-secret"
GOOD = says(answer(("62位市長報名。", ["N2"], "fact", "paragraph")))
BLOCKS = (Paragraph(sentences=(Sentence(text="62位市長報名。", sources=("N2",)),)),)


async def written(
    server: ModelServer, *, patience: float = 5, retries: int = 0, max_tokens: int = 500
) -> Prose:
    writer = OpenAIWriter(
        server.base_url, SECRET, "llama-3.3-70b", timeout=patience, retries=retries, max_tokens=max_tokens
    )
    try:
        return await writer.write(PURPOSE, TRIP, FORM)
    finally:
        await writer.close()


def rungs(server: ModelServer) -> list[str]:
    return [request.get("response_format", {}).get("type", "prompt") for request in server.requests]


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (fails(401, f"Incorrect API key provided: {SECRET}"), "金鑰不正確"),
        (fails(403), "金鑰沒有使用這個模型的權限"),
        (fails(404, "no such model"), "檢查模型名稱與服務網址"),
        (fails(400, "messages must alternate"), "服務不接受這個請求"),
        (fails(429), "請求過多或額度用罄"),
        (fails(503), "服務回應錯誤 503"),
        (Reply(GOOD.body[:40]), "服務的回應殘缺"),
        (Reply(GOOD.body, cut=40), "連線失敗或中斷"),
        (Reply(cut=0), "連線失敗或中斷"),
        (Reply(b"<html>welcome</html>", headers={"Content-Type": "text/html"}), "服務的回應不是預期的格式"),
        (Reply(b'{"choices": []}'), "服務的回應不是預期的格式"),
        (Reply(b'{"choices": [{"finish_reason": "stop"}]}'), "服務的回應不是預期的格式"),
        (Reply(b'"fine"'), "服務的回應不是預期的格式"),
    ],
)
async def test_what_the_outside_world_does_wrong_is_told_without_secrets(reply: Reply, told: str) -> None:
    async with ModelServer(reply) as server:
        with pytest.raises(WriterUnavailable, match=told) as caught:
            await written(server)
    assert SECRET not in str(caught.value)
    assert len(server.requests) == 1


async def test_a_server_that_does_not_answer_in_time() -> None:
    async with ModelServer(Reply(GOOD.body, wait=0.4)) as server:
        with pytest.raises(WriterUnavailable, match="等候逾時"):
            await written(server, patience=0.1)


async def test_a_server_that_is_not_there() -> None:
    async with ModelServer() as server:
        address = server.base_url
    writer = OpenAIWriter(address, "", "llama-3.3-70b", timeout=1, retries=0)
    with pytest.raises(WriterUnavailable, match="連線失敗或中斷"):
        await writer.write(PURPOSE, TRIP, FORM)
    await writer.close()


async def test_waits_as_long_as_the_server_asks_for_and_then_goes_on() -> None:
    """The SDK obeys Retry-After; the failed try is counted."""
    async with ModelServer(fails(429, headers={"Retry-After": "0.1"}), GOOD) as server:
        prose = await written(server, retries=2)
    assert (prose.blocks, prose.usage.calls, prose.usage.prompt_tokens) == (BLOCKS, 2, 100)


async def test_a_passing_server_error_is_survived() -> None:
    async with ModelServer(fails(500), GOOD) as server:
        prose = await written(server, retries=2)
    assert (prose.blocks, prose.usage.calls) == (BLOCKS, 2)


async def test_a_lasting_server_error_is_given_up_after_two_retries_and_all_are_counted() -> None:
    async with ModelServer(*[fails(500)] * 9) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5)
        with pytest.raises(WriterUnavailable, match="服務回應錯誤 500"):
            await writer.write(PURPOSE, TRIP, FORM)
        await writer.close()
    assert (len(server.requests), writer.spent.calls) == (3, 3)


async def test_a_cut_answer_is_asked_for_once_more_with_twice_the_room() -> None:
    """As it was, it would be cut again."""
    async with ModelServer(says('{"items": [{"text": "62位', "length"), GOOD) as server:
        prose = await written(server)
    assert [request["max_tokens"] for request in server.requests] == [500, 1000]
    assert (prose.blocks, prose.usage.completion_tokens) == (BLOCKS, 20)


@pytest.mark.parametrize(
    "second", [says('{"items": [', "length"), fails(400, "max_tokens is too large: 1000")]
)
async def test_an_answer_that_is_cut_again_is_refused(second: Reply) -> None:
    async with ModelServer(says('{"items": [', "length"), second) as server:
        with pytest.raises(WriterRefused, match="回答過長而遭截斷"):
            await written(server)
    assert len(server.requests) == 2


async def test_white_space_up_to_the_limit_is_a_fault_of_the_schema_mode() -> None:
    """Known of vLLM and others: step down instead of paying for more white space."""
    async with ModelServer(says("{" + " \n" * 200, "length"), GOOD) as server:
        await written(server)
    assert rungs(server) == ["json_schema", "json_object"]
    assert [request["max_tokens"] for request in server.requests] == [500, 500]


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (says(None, refusal="I cannot help with that."), "模型拒絕撰寫"),
        (says("", "content_filter"), "過濾機制"),
        (fails(400, "The response was filtered due to the content management policy"), "過濾機制"),
        (fails(400, "This model's maximum context length is 8192 tokens"), "超過模型可讀的長度"),
    ],
)
async def test_what_the_model_will_not_write_is_not_asked_again(reply: Reply, told: str) -> None:
    async with ModelServer(reply) as server:
        with pytest.raises(WriterRefused, match=told):
            await written(server)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "unusable",
    [
        fails(400, "response_format.type json_schema is not supported"),
        fails(422, "Unknown field: response_format"),
        says(""),
        says("好的，以下是報告內容：本府派1人出席。"),
        says({"title": "目的", "body": "本府派1人出席。"}),
        says({"type": "object", "properties": {"items": {"type": "array"}}}),
        says({"items": [{"text": "62位市長報名。", "sources": "N2; N3"}]}),
        says({"items": []}),
        says({"items": [{"text": " ", "sources": ["N2"]}]}),
        says("[" * 30_000 + "{}"),
    ],
)
async def test_steps_down_the_ladder_where_the_server_fails(unusable: Reply) -> None:
    """Refused parameters, nothing, prose, another shape, the schema itself, nonsense: each has been seen."""
    async with ModelServer(unusable, unusable, GOOD) as server:
        prose = await written(server)
    assert rungs(server) == ["json_schema", "json_object", "prompt"]
    assert prose.blocks == BLOCKS


async def test_an_answer_that_tore_is_asked_for_again_as_it_was_once() -> None:
    """A server that began to answer in JSON can do it: stepping down would cost more than it mends."""
    torn = says('{"items": [{"text": "62位市長')
    async with ModelServer(torn, GOOD) as server:
        assert (await written(server)).blocks == BLOCKS
    assert rungs(server) == ["json_schema", "json_schema"]
    async with ModelServer(torn, torn, GOOD) as server:
        assert (await written(server)).blocks == BLOCKS
    assert rungs(server) == ["json_schema", "json_schema", "json_object"]


async def test_an_answer_of_nothing_but_references_is_refused() -> None:
    async with ModelServer(says(answer(("[N2]", ["N2"])))) as server:
        with pytest.raises(WriterRefused, match="沒有內容"):
            await written(server)


async def test_what_worked_is_remembered_for_this_server_and_model() -> None:
    async with ModelServer(says("好的。"), GOOD, GOOD, GOOD) as server:
        await written(server)
        await written(server)
        assert rungs(server) == ["json_schema", "json_object", "json_object"]
        other = OpenAIWriter(server.base_url, "", "gemma-3-27b", timeout=5)
        await other.write(PURPOSE, TRIP, FORM)
        await other.close()
    assert rungs(server)[-1] == "json_schema"


async def test_an_answer_that_is_never_json_is_refused_and_what_it_cost_is_known() -> None:
    async with ModelServer(*[says("報告如下。")] * 3) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5)
        with pytest.raises(WriterRefused, match="不是 JSON"):
            await writer.write(PURPOSE, TRIP, FORM)
        await writer.close()
    assert (writer.spent.calls, writer.spent.prompt_tokens) == (3, 300)


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```", "好的，報告如下：\n{}\n以上。", "<think>要用 {{N2}}</think>{}"]
)
async def test_json_is_found_within_fences_prose_and_thoughts(around: str) -> None:
    content = json.dumps(answer(("62位市長報名。", ["N2"], "fact", "paragraph")), ensure_ascii=False)
    async with ModelServer(says(around.format(content))) as server:
        prose = await written(server)
    assert (prose.blocks, len(server.requests)) == (BLOCKS, 1)


@pytest.mark.parametrize(
    ("complaint", "changed"),
    [
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", {"max_completion_tokens": 500, "temperature": 0.2}),
        ("Unsupported value: 'temperature' does not support 0.2", {"max_tokens": 500}),
    ],
)  # fmt: skip
async def test_reasoning_models_are_asked_in_their_own_way(complaint: str, changed: dict[str, float]) -> None:
    """They keep the schema."""
    async with ModelServer(fails(400, complaint), GOOD) as server:
        await written(server)
    body = server.requests[1]
    assert {k: v for k, v in body.items() if k not in ("messages", "model", "response_format")} == changed
    assert rungs(server) == ["json_schema", "json_schema"]
