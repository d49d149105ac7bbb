"""The one layer that tries again: what it waits for, what it gives up, and that ten requests make no storm."""

import asyncio

import pytest

from drafting.errors import WriterRefused, WriterUnavailable
from drafting.openai_client import Connection, NotUnderstood
from tests.model_server import ModelServer, Reply, fails, says

GOOD = says("好的。")
MESSAGES = [{"role": "user", "content": "請說好的。"}]


class Watch:
    """A clock that goes on only when somebody sleeps; ``slept`` holds for how long."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


class Line(Connection):
    """A connection to a scripted server, on a clock of its own; ``tries`` counts what it sends."""

    def __init__(self, server: ModelServer, *, retries: int = 2, slots: int = 8, timeout: float = 5) -> None:
        self.watch, self.tries = Watch(), 0
        super().__init__(
            server.base_url, "", timeout=timeout, retries=retries, slots=slots, clock=self.watch, sleep=self.watch.sleep
        )  # fmt: skip

    def count(self) -> None:
        self.tries += 1

    async def ask(self, **parameters: object) -> str:
        return (await self.chat("llama-3.3-70b", MESSAGES, parameters, self.count)).text

    async def ask_at_once(self, how_many: int) -> list[str | BaseException]:
        found = await asyncio.gather(*(self.ask() for _ in range(how_many)), return_exceptions=True)
        await self.close()
        return list(found)


async def test_waits_as_long_as_the_server_asks_for() -> None:
    async with ModelServer(fails(429, headers={"Retry-After": "7"}), GOOD) as server:
        line = Line(server)
        assert await line.ask() == "好的。"
        await line.close()
    assert (line.tries, line.watch.slept) == (2, [7.0])


async def test_waits_longer_each_time_where_the_server_does_not_say() -> None:
    async with ModelServer(fails(500), fails(502), GOOD) as server:
        line = Line(server)
        await line.ask()
        await line.close()
    assert line.watch.slept == [0.5, 1.0]


async def test_who_asks_for_more_than_two_minutes_is_not_waited_for() -> None:
    async with ModelServer(fails(429, headers={"Retry-After": "3600"})) as server:
        line = Line(server)
        with pytest.raises(WriterUnavailable, match="請求過多或額度用罄"):
            await line.ask()
        await line.close()
    assert (line.tries, line.watch.slept) == (1, [])


async def test_one_request_that_is_told_to_wait_makes_all_wait() -> None:
    """One slot: the second request is not sent before the time that the first was told."""
    async with ModelServer(fails(429, headers={"Retry-After": "3"}), GOOD, GOOD) as server:
        line = Line(server, slots=1)
        assert await line.ask_at_once(2) == ["好的。", "好的。"]
    assert (line.tries, sum(line.watch.slept)) == (3, 3.0)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_ten_requests_that_meet_a_dead_server_make_no_storm(status: int) -> None:
    """Each is sent once; then the retries of one are spent, not of ten."""
    async with ModelServer(*[fails(status)] * 99) as server:
        line = Line(server, slots=8)
        found = await line.ask_at_once(10)
    assert all(isinstance(problem, WriterUnavailable) for problem in found)
    assert line.tries == len(server.requests) <= 12


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_what_every_request_would_be_told_is_asked_once(status: int) -> None:
    """Those already under way come to an end; nothing new is sent."""
    async with ModelServer(*[fails(status)] * 99) as server:
        line = Line(server, slots=2)
        found = await line.ask_at_once(10)
    assert all(isinstance(problem, WriterUnavailable) for problem in found)
    assert len(server.requests) <= 2


async def test_after_a_while_a_server_that_failed_is_asked_again() -> None:
    async with ModelServer(fails(401), GOOD) as server:
        line = Line(server)
        with pytest.raises(WriterUnavailable, match="金鑰不正確"):
            await line.ask()
        with pytest.raises(WriterUnavailable, match="金鑰不正確"):
            await line.ask()
        line.watch.now += 60
        assert await line.ask() == "好的。"
        await line.close()
    assert len(server.requests) == 2


async def test_a_server_too_slow_to_answer_is_asked_twice_at_most() -> None:
    async with ModelServer(*[Reply(GOOD.body, wait=0.5)] * 9) as server:
        line = Line(server, timeout=0.1)
        with pytest.raises(WriterUnavailable, match="等候逾時"):
            await line.ask()
        await line.close()
    assert line.tries == 2


@pytest.mark.parametrize("broken", [Reply(GOOD.body, cut=40), Reply(cut=0), Reply(GOOD.body[:40])])
async def test_a_connection_that_drops_or_a_body_that_is_cut_is_survived(broken: Reply) -> None:
    async with ModelServer(broken, GOOD) as server:
        line = Line(server)
        assert await line.ask() == "好的。"
        await line.close()
    assert line.tries == 2


async def test_what_the_model_will_not_do_and_what_it_does_not_understand_is_not_sent_again() -> None:
    async with ModelServer(
        fails(400, "content management policy"), fails(400, "unknown parameter: colour")
    ) as server:
        line = Line(server)
        with pytest.raises(WriterRefused, match="過濾機制"):
            await line.ask()
        with pytest.raises(NotUnderstood) as caught:
            await line.ask(temperature=0.2)
        await line.close()
    assert "colour" in caught.value.said
    assert "colour" not in str(caught.value)
    assert line.tries == 2


async def test_a_gateway_that_answers_with_a_barred_model_is_believed_and_its_answer_is_not_taken() -> None:
    """What the operator configured is an alias; the answer names what really wrote it."""
    async with ModelServer(says("好的。", model="deepseek/deepseek-chat-v3")) as server:
        line = Line(server)
        with pytest.raises(WriterUnavailable, match="實際使用的是中國廠牌"):
            await line.chat("agency-model", MESSAGES, {}, line.count)
        await line.close()
    assert line.tries == 1
