"""What a photo shows, as a suggestion from a loopback server."""

import json
from datetime import UTC, datetime

import pytest

from drafting.errors import Classified, WriterRefused
from drafting.material import Material, Medium, Position, Ref
from drafting.openai_eye import OpenAIEye, ask_about
from drafting.senses import Seen
from drafting.trip import Classification, Trip
from tests.model_server import ModelServer, Reply, fails, says

PHOTO = Material(
    ref=Ref("P3"), medium=Medium.PHOTO, author="林測試", said_at=datetime(2026, 9, 21, tzinfo=UTC),
    position=Position(latitude=35.6, longitude=139.7),
)  # fmt: skip
TRIP = Trip(report_name="出席會議報告", material=(PHOTO,))


async def seen(*script: Reply) -> Seen:
    async with ModelServer(*script) as server:
        eye = OpenAIEye(server.base_url, "", "seeing-model")
        try:
            return await eye.look(b"\xff\xd8jpeg", PHOTO, TRIP)
        finally:
            await eye.close()


async def test_a_caption_is_suggested_and_what_a_person_must_decide_is_flagged():
    answer = {"caption": "會場主舞臺與背板。", "faces": True, "badges": False, "papers": True}
    assert await seen(says(answer)) == Seen(caption="會場主舞臺與背板", faces=True, papers=True)


async def test_a_server_that_knows_no_json_mode_is_asked_without():
    found = await seen(fails(400, "response_format is not supported"), says('好的：{"caption": "簡報畫面"}'))
    assert found.caption == "簡報畫面"


@pytest.mark.parametrize(
    "caption", ["", "会场主舞台与背板", "The main stage of the conference hall", "字" * 41]
)
async def test_a_caption_that_no_report_could_print_is_refused(caption: str):
    with pytest.raises(WriterRefused):
        await seen(says({"caption": caption}))


@pytest.mark.parametrize(
    "reply", [says("我看不到照片"), says(None, refusal="no"), says('{"caption": "半', "length")]
)
async def test_an_answer_that_is_none_is_refused(reply: Reply):
    with pytest.raises(WriterRefused):
        await seen(reply)


async def test_a_classified_trip_is_never_shown():
    secret = TRIP.model_copy(update={"classification": Classification.CONFIDENTIAL})
    async with ModelServer() as server:
        with pytest.raises(Classified):
            await OpenAIEye(server.base_url, "", "seeing-model").look(b"x", PHOTO, secret)
        assert server.requests == []


def test_the_picture_goes_as_a_data_url_and_nobody_learns_where_it_was_taken():
    (message,) = ask_about(b"\xff\xd8jpeg", PHOTO, TRIP)
    words, picture = message["content"]
    assert picture["image_url"]["url"] == "data:image/jpeg;base64,/9hqcGVn"
    assert "35.6" not in json.dumps(message, ensure_ascii=False)
    assert "出席會議報告" in words["text"]
