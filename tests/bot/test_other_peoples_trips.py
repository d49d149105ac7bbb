"""Somebody who is let in reaches their own trips only: no button and no command leads into the trip of another."""

from collections.abc import Callable

import pytest

from bot.commands import COMMANDS
from bot.replies.names import mark
from drafting.material import Ref
from drafting.trip import Name
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.bot.desks import FixedDesk
from tests.bot.test_every_kind_of_update import kept
from tests.emulator import Emulator, Person

OWNER, OTHER, COLLEAGUE = 101, 102, 104

MORE = (
    "", "1", "0", "3", "keep", "pdf", "P1", "V1", "N1.suggestion", "N2.20260920", "N2.N3.1", "20260921",
    "contact_person", "contact_person=甲", "report_name==", mark(Name(zh="東浦市政府")),
)  # fmt: skip
"""What stands behind the number of this trip's buttons, as far as it could do something."""

ABOUT_ONESELF = {"language", "consent"}
"""Buttons whose number is a person; test_language and test_consenting hold that nobody presses for another."""


async def owned(listener: Listener) -> None:
    """Trip 1 of two: notes that do not agree, a photo and a voice with what a model suggests, a name, a draft."""
    store, owner, colleague = listener.store, listener.person(OWNER), listener.person(COLLEAGUE, name="同行")
    await listener.settled(owner.says("9/20 拜會東浦市政府（Dongpu City Government）"))
    store.members.join(1, COLLEAGUE, "同行", NOW)
    store.trips.make_current(COLLEAGUE, 1)
    await listener.settled(owner.says("上午開幕式出席150人"))
    await listener.settled(colleague.says("上午開幕式有180人出席"))
    file = {"file_id": "x", "file_unique_id": "x", "file_size": 30_000_000}
    await listener.settled(owner.sends(photo=[{**file, "width": 1, "height": 1}], caption=""))
    await listener.settled(owner.sends(voice={**file, "duration": 5}))
    store.trips.attach(1, Ref("P1"), {"seen": "合影"})
    store.trips.attach(1, Ref("V1"), {"heard": "協會簡報"})
    for words in ("又一則", "/undo", "/draft"):
        await listener.settled(owner.says(words))
    await listener.settled(owner.presses("submit:1"))


async def an_outsider(listener: Listener) -> Person:
    """A traveller who has no trip, and to whom the bot never spoke."""
    other = listener.person(OTHER, name="路過")
    await listener.settled(other.says("/language zh"))
    return other


async def test_no_button_does_anything_for_somebody_who_does_not_travel_with_them(
    emulator: Emulator, store: Store
):
    listening_ = listening(emulator, store, FixedDesk(store))
    async with listening_ as listener:
        await owned(listener)
        other = await an_outsider(listener)
        before, files = kept(store), listener.files()
        verbs = sorted(set(listening_.verbs()) - ABOUT_ONESELF)
        for verb in verbs:
            for more in MORE:
                number = other.presses(f"{verb}:1:{more}" if more else f"{verb}:1")
                assert await listener.handled(number) == "done", (verb, more)
        await listener.everything_done()
        assert kept(store) == before
        assert listener.files() == files
        shown = [str(c["text"]) for c in listener.calls("sendMessage") if int(c["chat_id"]) == OTHER]
        assert [text for text in shown if "協會" in text or "合影" in text] == []
        assert len(listener.calls("answerCallbackQuery")) >= len(verbs) * len(MORE), "each press is answered"


async def test_no_command_names_the_trip_of_another(listener: Listener):
    await owned(listener)
    other = await an_outsider(listener)
    before = kept(listener.store)
    for command in sorted(set(COMMANDS) - {"new", "start", "language", "quiet"}):
        await listener.handled(other.says(f"/{command} #1"))
        await listener.handled(other.says(f"/{command} #1 contact_person 甲"))
    await listener.handled(other.says("/trips 1"))
    await listener.everything_done()
    assert kept(listener.store) == before
    shown = [str(c["text"]) for c in listener.calls("sendMessage") if int(c["chat_id"]) == OTHER]
    assert [text for text in shown if "協會" in text or "合影" in text] == []


@pytest.mark.parametrize(
    "words", [lambda code: f"/start {code}x", lambda _: "/start 1", lambda _: "/start #1"]
)
async def test_only_the_whole_code_of_a_link_leads_into_a_trip(
    listener: Listener, words: Callable[[str], str]
):
    await owned(listener)
    await listener.settled(listener.person(OWNER).says("/invite"))
    code = listener.said()[-1].rpartition("start=")[2].strip()
    other = await an_outsider(listener)
    await listener.settled(other.says(words(code)))
    assert [member.person for member in listener.store.members.list(1)] == [OWNER, COLLEAGUE]


async def test_staff_see_every_trip_and_decide_about_it(listener: Listener):
    await owned(listener)
    officer = listener.person(103, Role.STAFF, "陳審核")
    await listener.settled(officer.says("/status #1"))
    await listener.settled(officer.presses("read:1:1"))
    shown = [str(c["text"]) for c in listener.calls("sendMessage") if int(c["chat_id"]) == 103]
    assert [text.split("　")[0] for text in shown] == ["案件 1", "草稿 1"]
