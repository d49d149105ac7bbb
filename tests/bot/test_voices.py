"""What is said in a voice message is heard and confirmed, or asked for; the sound is kept in any case."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.budgets import Budgets
from drafting.errors import WriterRefused, WriterUnavailable
from drafting.material import Material, Medium
from drafting.senses import Senses
from drafting.trip import Classification, Trip
from storage.store import Store
from tests.bot.conftest import Listener, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person, eventually


class FixedEar:
    """Hears what it is told to, however the sound is."""

    model = "hearing-model"
    base_url = "http://127.0.0.1:9/v1"
    off_premises = False

    def __init__(self, *script: str | Exception) -> None:
        self.script = list(script)
        self.sounds: list[bytes] = []

    async def hear(self, sound: bytes, name: str, trip: Trip, spend: Callable[[int], None]) -> str:
        spend(50)
        assert name.endswith(".ogg")
        assert trip.classification is Classification.NONE
        self.sounds.append(sound)
        reply = self.script.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply


def voice(listener: Listener, traveller: Person, **more: Any) -> int:
    file_id = listener.emulator.upload(listener.token, "voice", b"OggS sound", "v.ogg")
    sound = {"file_id": file_id, "file_unique_id": file_id, "duration": 4, "mime_type": "audio/ogg"}
    return traveller.sends(voice=sound, **more)


def answers(traveller: Person, text: str, to: int) -> int:
    replied = {"message_id": to, "date": 1_790_000_000, "chat": {"id": traveller.user, "type": "private"}}
    return traveller.says(text, reply_to_message=replied)


def only(listener: Listener) -> Material:
    (piece,) = listener.store.trips.material(1)
    return piece


def question(listener: Listener) -> int:
    """The number of the bot's newest message."""
    calls = listener.emulator.calls(listener.token)
    return int(next(call["made"] for call in reversed(calls) if call["method"] == "sendMessage"))


async def test_without_an_ear_one_sentence_is_asked_for_and_the_answer_becomes_the_text(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(voice(listener, traveller))
    assert listener.said() == ["V1 錄音已保存。請回覆這則訊息，用一句話寫下重點，報告才用得到。"]
    await listener.settled(answers(traveller, "馬爾丹單程兩個半小時", to=question(listener)))
    piece = only(listener)
    assert (piece.medium, piece.text) == (Medium.VOICE, "馬爾丹單程兩個半小時")
    assert piece.file is not None
    assert listener.store.files.read(piece.file.content) == b"OggS sound"


async def test_an_answer_may_also_reply_to_the_voice_itself_and_what_replies_later_is_a_comment(
    listener: Listener,
):
    traveller = listener.person(101)
    await listener.settled(voice(listener, traveller))
    (number,) = only(listener).message_ids
    await listener.settled(answers(traveller, "單程兩個半小時", to=number))
    await listener.settled(answers(traveller, "有警車前導", to=number))
    assert [(m.ref, m.text, m.reply_to) for m in listener.store.trips.material(1)] == [
        ("V1", "單程兩個半小時", None),
        ("N1", "有警車前導", "V1"),
    ]


async def test_an_edited_answer_corrects_the_text_and_becomes_no_note(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(voice(listener, traveller))
    answer = answers(traveller, "單程三小時", to=question(listener))
    await listener.settled(answer)
    number = max(n for n in range(1, 50) if listener.store.trips.holding(101, n) == (1, "V1"))
    await listener.settled(traveller.edits(number, 1_790_000_000, 1_790_000_060, text="單程兩個半小時"))
    assert only(listener).text == "單程兩個半小時"


@pytest.mark.parametrize(
    ("label", "text", "toast"), [("正確", "來回有警車", "已確認"), ("只留錄音", "", "只保存錄音")]
)
async def test_what_was_heard_counts_once_it_is_confirmed(
    emulator: Emulator, store: Store, label: str, text: str, toast: str
):
    ear = FixedEar("來回有警車")
    async with listening(emulator, store, FixedDesk(store), senses=Senses(ear=ear)) as listener:
        traveller = listener.person(101)
        await listener.settled(voice(listener, traveller))
        assert ear.sounds == [b"OggS sound"]
        assert (only(listener).text, only(listener).heard) == ("", "來回有警車")
        (asked,) = listener.calls("sendMessage")
        assert "「來回有警車」" in asked["text"]
        rows = json.loads(asked["reply_markup"])["inline_keyboard"]
        button = next(b["callback_data"] for row in rows for b in row if b["text"] == label)
        await listener.settled(traveller.presses(button))
        assert only(listener).text == text
        assert toast in str(listener.calls("answerCallbackQuery")[-1]["text"])
        assert len(listener.calls("editMessageReplyMarkup")) == 1
        if text:  # nothing is left to confirm
            await listener.settled(traveller.presses(button))
            assert "更新" in str(listener.calls("answerCallbackQuery")[-1]["text"])


async def test_a_correction_by_reply_goes_before_what_was_heard(emulator: Emulator, store: Store):
    async with listening(
        emulator, store, FixedDesk(store), senses=Senses(ear=FixedEar("來回有精車"))
    ) as listener:
        traveller = listener.person(101)
        await listener.settled(voice(listener, traveller))
        await listener.settled(answers(traveller, "來回有警車", to=question(listener)))
        assert only(listener).text == "來回有警車"


async def test_a_server_that_is_away_is_tried_again_before_the_traveller_is_asked(
    emulator: Emulator, store: Store
):
    away = WriterUnavailable("連線失敗或中斷")
    async with listening(
        emulator, store, FixedDesk(store), senses=Senses(ear=FixedEar(away, "好"))
    ) as listener:
        await listener.handled(voice(listener, listener.person(101)))
        await eventually(
            lambda: (
                bool(store.jobs.waiting("transcribe")) and store.jobs.waiting("transcribe")[0].attempts == 1
            )
        )
        assert listener.said() == []


async def test_what_cannot_be_heard_is_asked_for(emulator: Emulator, store: Store):
    ear = FixedEar(WriterRefused("沒有聽到說話的聲音"))
    async with listening(emulator, store, FixedDesk(store), senses=Senses(ear=ear)) as listener:
        await listener.settled(voice(listener, listener.person(101)))
        (said,) = listener.said()
        assert said.startswith("這段錄音無法自動轉成文字。\nV1 錄音已保存。")


async def test_the_sound_of_a_classified_trip_reaches_no_model(emulator: Emulator, store: Store):
    ear = FixedEar("不會聽到")
    async with listening(emulator, store, FixedDesk(store), senses=Senses(ear=ear)) as listener:
        traveller = listener.person(101)
        await listener.settled(traveller.says("/new"))
        await listener.settled(traveller.says("/set 機密等級 密"))
        await listener.settled(voice(listener, traveller))
        assert ear.sounds == []
        assert listener.said()[-1].startswith("V1 錄音已保存。")


async def test_a_private_voice_message_is_nobodys_to_hear_or_to_ask_about(emulator: Emulator, store: Store):
    ear = FixedEar("不會聽到")
    async with listening(emulator, store, FixedDesk(store), senses=Senses(ear=ear)) as listener:
        await listener.settled(voice(listener, listener.person(101), caption="#私"))
        assert (ear.sounds, listener.said()) == ([], [])


async def test_a_caption_under_a_voice_message_is_its_text(listener: Listener):
    await listener.settled(voice(listener, listener.person(101), caption="單程兩個半小時"))
    assert (only(listener).text, listener.said()) == ("單程兩個半小時", [])


async def test_when_the_days_hearing_is_used_up_a_sentence_is_asked_for(emulator: Emulator, store: Store):
    ear = FixedEar("第一段", "第二段")
    async with listening(
        emulator, store, FixedDesk(store), budgets=Budgets(tokens=50), senses=Senses(ear=ear)
    ) as listener:
        traveller = listener.person(101)
        await listener.settled(voice(listener, traveller))
        await listener.settled(voice(listener, traveller))
        assert len(ear.sounds) == 1
        assert listener.said()[-1] == (
            "今天自動聽寫的額度用完了，明天 0 時（臺灣時間）起可以再用。\n"
            "V2 錄音已保存。請回覆這則訊息，用一句話寫下重點，報告才用得到。"
        )
