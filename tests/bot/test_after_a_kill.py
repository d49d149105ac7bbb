"""Each kind of slow work is a row that a killed process leaves leased; the next process ends it, once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest

from bot.worker import LEASE
from drafting.review import Recipe
from drafting.senses import Senses
from drafting.trip import Trip
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.test_capturing import as_photo, photo
from tests.bot.test_interviewing import PLAN, tokyo
from tests.bot.test_voices import FixedEar, voice
from tests.emulator import Emulator, Person, eventually


class HangingDesk(FixedDesk):
    """Neither its writer nor its typesetter ever comes back."""

    async def draft(self, trip_id: int, writer: str, at: datetime, *_: Any, **__: Any) -> Any:
        self._store.drafts.request(trip_id, Recipe(writer=writer), at)
        await asyncio.Event().wait()

    async def hand_out(self, trip_id: int, formats: Sequence[str], tell: Any = None) -> dict[str, bytes]:
        await asyncio.Event().wait()
        return {}


class HangingEar(FixedEar):
    async def hear(self, sound: bytes, name: str, trip: Trip, spend: Callable[[int], None]) -> str:
        await asyncio.Event().wait()
        return ""


async def a_photo(listener: Listener, traveller: Person) -> None:
    file_id = listener.emulator.upload(listener.token, "photo", photo(), "a.jpg")
    listener.emulator.fault(listener.token, "getFile", 502, times=1, description="Bad Gateway")
    await listener.handled(traveller.sends(**as_photo(file_id)))
    jobs = listener.store.jobs
    await eventually(lambda: any(job.attempts for job in jobs.waiting("download")))  # the fault was met


async def a_voice(listener: Listener, traveller: Person) -> None:
    await listener.handled(voice(listener, traveller))
    await eventually(lambda: bool(listener.store.jobs.waiting("transcribe")))


async def a_draft(listener: Listener, traveller: Person) -> None:
    await listener.handled(traveller.says("一則"))
    await listener.handled(traveller.says("/draft"))
    await eventually(lambda: bool(listener.store.drafts.requested()))  # it is being written


async def files(listener: Listener, traveller: Person) -> None:
    await listener.handled(traveller.says("一則"))
    await listener.handled(traveller.says("/export odt"))


async def a_plan(listener: Listener, traveller: Person) -> None:
    for words in PLAN:
        await listener.settled(traveller.says(words))


class Kind(NamedTuple):
    """One kind of slow work: how it is asked for, and what shows that it was done."""

    name: str
    asked_for: Callable[[Listener, Person], Awaitable[None]]
    results: Callable[[Listener], list[Any]]
    done: list[Any]
    at: datetime = NOW


KINDS = (
    Kind(
        "download",
        a_photo,
        lambda listener: [
            bool(p.file and p.file.content) for p in listener.store.trips.material(1)
        ],
        [True],
    ),
    Kind("transcribe", a_voice, lambda listener: [p.heard for p in listener.store.trips.material(1)], ["聽到的話"]),
    Kind("draft", a_draft, lambda listener: [listener.store.drafts.get(n).status for n in (1, 2)], ["failed", "written"]),
    Kind("export", files, lambda listener: listener.files(), ["草稿-報告.odt"]),
    Kind("remind", a_plan, lambda listener: [t for t in listener.said() if t.startswith("09:30")], ["09:30　拜會東京都公園協會"], tokyo(22, 9, 20)),
)  # fmt: skip


def killed_in_the_midst_of(store: Store, kind: Kind) -> datetime:
    """What a process leaves that took this work and was killed: a lease that nobody gives back. When that was."""
    due = store.jobs.next_due([kind.name])
    assert due is not None, "it is not even a row"
    at = max(due, kind.at)
    taken = 0
    while store.jobs.lease([kind.name], at, at + LEASE):
        taken += 1
    assert 0 < taken < 5, "nobody else takes it meanwhile"
    return at + timedelta(seconds=1)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_work_that_a_kill_cut_off_is_ended_by_the_next_process_and_only_once(
    emulator: Emulator, store: Store, kind: Kind
):
    hanging = Senses(ear=HangingEar())
    ear = FixedEar("聽到的話")
    running = listening(emulator, store, HangingDesk(store), senses=hanging)
    async with running as listener:
        traveller = listener.person(101)
        await kind.asked_for(listener, traveller)
    at = killed_in_the_midst_of(store, kind)
    for _ in range(2):  # at the second start there is nothing left to do
        desk, senses = FixedDesk(store), Senses(ear=ear)
        async with listening(
            emulator, store, desk, lambda: at, senses=senses, token=running.token
        ) as listener:
            await listener.everything_done()
            assert [job.kind for job in store.jobs.list("dead")] == []
            assert kind.results(listener) == kind.done
