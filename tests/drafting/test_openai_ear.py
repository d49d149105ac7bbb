"""What a voice message says, over the audio endpoint of a loopback server."""

import pytest

from drafting.errors import Classified, WriterRefused, WriterUnavailable
from drafting.model_policy import ModelNotAllowed
from drafting.openai_ear import OpenAIEar
from drafting.trip import Classification, Name, Traveller, Trip
from tests.audio_server import AudioServer

TRIP = Trip(
    travellers=(Traveller(name="林測試"),),
    regions=("日本",),
    names=(Name(zh="亞太港灣城市網絡", foreign="Asia Pacific Ports", abbreviation="APP"),),
)


def ear(server: AudioServer, **more) -> OpenAIEar:
    return OpenAIEar(server.base_url, "key", "hearing-model", **more)


async def test_the_sound_is_sent_with_the_names_that_may_be_said():
    with AudioServer("馬爾丹來回兩個半小時。") as server:
        asked = ear(server)
        assert await asked.hear(b"OggS...", "voice_7.ogg", TRIP) == "馬爾丹來回兩個半小時。"
        await asked.close()
    (request,) = server.requests
    assert (request.name, request.sound) == ("voice_7.ogg", b"OggS...")
    assert (request.fields["model"], request.fields["language"]) == ("hearing-model", "zh")
    assert "林測試、日本、亞太港灣城市網絡、Asia Pacific Ports、APP" in request.fields["prompt"]


async def test_a_classified_trip_is_never_sent():
    with AudioServer("不會聽到") as server, pytest.raises(Classified):
        await ear(server).hear(
            b"x", "v.ogg", TRIP.model_copy(update={"classification": Classification.SECRET})
        )
    assert server.requests == []


@pytest.mark.parametrize("model", ["SenseVoice-qwen", "paraformer-alibaba", "doubao-asr"])
def test_models_made_in_the_prc_are_refused(model: str):
    with pytest.raises(ModelNotAllowed, match="中國廠牌"):
        OpenAIEar("http://127.0.0.1:1/v1", "", model)


async def test_silence_is_no_text():
    with AudioServer("  ") as server, pytest.raises(WriterRefused):
        await ear(server).hear(b"x", "v.ogg", TRIP)


async def test_a_wrong_key_is_told_once_and_not_tried_again():
    with AudioServer(401) as server, pytest.raises(WriterUnavailable, match="金鑰"):
        await ear(server).hear(b"x", "v.ogg", TRIP)
    assert len(server.requests) == 1


async def test_a_file_without_a_known_ending_gets_one():
    with AudioServer("好") as server:
        await ear(server).hear(b"x", "audio_3", TRIP)
    assert server.requests[0].name == "audio_3.ogg"


@pytest.mark.parametrize(
    ("usage", "counted"),
    [
        ({"type": "tokens", "input_tokens": 140, "output_tokens": 45, "total_tokens": 185}, [185]),
        ({"type": "duration", "seconds": 9}, []),
        (None, []),
    ],
    ids=["billed by tokens", "billed by the minute", "no usage at all"],
)
async def test_tokens_are_counted_as_the_server_says_it(usage: dict | None, counted: list[int]):
    """The shapes that the audio endpoint answers with (OpenAI API reference, createTranscription)."""
    answer = {"text": "潮位每六分鐘更新。", **({"usage": usage} if usage else {})}
    spent: list[int] = []
    with AudioServer(answer) as server:
        assert await ear(server).hear(b"x", "v.ogg", TRIP, spent.append) == "潮位每六分鐘更新。"
    assert spent == counted


async def test_only_the_try_that_was_answered_costs_tokens():
    answer = {
        "text": "好",
        "usage": {"type": "tokens", "total_tokens": 12, "input_tokens": 10, "output_tokens": 2},
    }
    spent: list[int] = []
    with AudioServer(503, answer) as server:
        await ear(server).hear(b"x", "v.ogg", TRIP, spent.append)
    assert (len(server.requests), spent) == (2, [12])
