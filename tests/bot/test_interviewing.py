"""The bot speaks first along the itinerary, by the clock of the place; never at night, never twice, never what it knows."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from drafting.interview.quiet import Quiet
from drafting.material import Ref
from storage.store import Store
from tests.bot.conftest import Listener, keyboard, listening
from tests.bot.desks import FixedDesk
from tests.emulator import Emulator, Person, eventually

PLAN = (
    "計畫名稱：測試市政府赴日本東京考察都市公園管理\n類別 考察",
    "期間115年9月21日到115年9月23日，地區日本",
    "行程\n- 9/21 臺北—東京 搭機\n- 9/22 東京 09:30 拜會東京都公園協會；14:00 參觀日比谷公園\n- 9/23 東京—臺北 回程",
)


def tokyo(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, day, tzinfo=UTC) + timedelta(hours=hour - 9, minutes=minute)


class Trip:
    """A traveller whose itinerary is known, and a clock that the test sets."""

    def __init__(self, emulator: Emulator, store: Store) -> None:
        self.now = tokyo(20, 12)
        self.open = listening(emulator, store, FixedDesk(store), lambda: self.now)
        self.listener: Listener
        self.traveller: Person

    async def says(self, text: str, **more: Any) -> None:
        message = self.traveller.update(text=text, **more)
        message["message"]["date"] = int(self.now.timestamp())
        self.traveller.emulator.push(self.listener.token, message)
        await self.listener.settled(message["update_id"])

    async def at(self, moment: datetime) -> list[str]:
        """Let it become this time; what the bot says then of its own accord."""
        before = len(self.listener.said())
        store = self.listener.store
        while (due := store.jobs.next_due(["remind"])) and due <= moment:
            self.now = max(due, self.now)
            self.open._built.worker.wake()
            await eventually(lambda: store.settled(self.now))
        self.now = moment
        return self.listener.said()[before:]

    def reply(self, to: str) -> dict[str, Any]:
        """The bot's message with this text, as Telegram repeats it in a reply."""
        url = f"{self.listener.emulator.url}/bot{self.listener.token}/getMe"
        me = self.listener.emulator._client.post(url).json()["result"]
        chat = {"id": 101, "type": "private", "first_name": "林測試"}
        return {"reply_to_message": {"message_id": 5000, "date": 1, "chat": chat, "from": me, "text": to}}


@pytest.fixture
async def trip(emulator: Emulator, store: Store) -> AsyncIterator[Trip]:
    trip = Trip(emulator, store)
    async with trip.open as listener:
        trip.listener, trip.traveller = listener, listener.person(101)
        for text in PLAN:
            await trip.says(text)
        yield trip


ASKED = "「拜會東京都公園協會」，回覆這則，一兩句就好：\n1. 由誰接待？（姓名、職稱）\n2. 他們是怎麼做的？\n3. 有哪些數字值得記？（規模、人數、經費）"


async def test_a_day_has_a_line_before_and_questions_after_each_visit_and_a_recap(trip: Trip):
    assert await trip.at(tokyo(22, 9, 20)) == [
        "09:30　拜會東京都公園協會",
    ]
    assert await trip.at(tokyo(22, 11, 40)) == [ASKED]
    later = await trip.at(tokyo(22, 21, 30))
    assert [text.splitlines()[0] for text in later] == [
        "14:00　參觀日比谷公園",
        "「參觀日比谷公園」，回覆這則，一兩句就好：",
        "9/22 還沒有紀錄。",
    ]


async def test_what_a_message_has_told_is_not_asked_and_nothing_is_asked_twice(trip: Trip):
    await trip.at(tokyo(22, 10))
    await trip.says("由公園協會佐藤理事長接待，協會受託管理 63 座公園，由都廳委託、每年編列經費")
    assert await trip.at(tokyo(22, 13)) == []


async def test_a_reply_to_the_questions_belongs_to_the_visit_whenever_it_comes(trip: Trip):
    await trip.at(tokyo(22, 11, 40))
    await trip.at(tokyo(23, 8))
    await trip.says("佐藤理事長，他們管 63 座", **trip.reply(ASKED))
    piece = trip.listener.store.trips.load(1).material[-1]
    assert (piece.meant_on, piece.meant_at and piece.meant_at.hour) == (date(2026, 9, 22), 9)
    assert trip.listener.store.interviews.asked(1).keys() >= {"0922-0930"}


async def test_a_changed_itinerary_changes_what_is_said_and_when(trip: Trip):
    await trip.says("行程更正\n9/22 東京 10:30 拜會東京都公園協會；14:00 參觀日比谷公園\n9/23 東京—臺北 回程")
    assert (await trip.at(tokyo(22, 10, 20)))[-1] == "10:30　拜會東京都公園協會"


async def test_nobody_is_disturbed_who_wants_quiet(trip: Trip):
    await trip.says("/quiet on")
    assert trip.listener.said()[-1].startswith("目前不主動提醒。")
    assert await trip.at(tokyo(23, 22)) == []
    assert trip.listener.store.interviews.quiet(101) == Quiet(always=True)


async def test_quiet_hours_are_set_in_one_word_and_a_slip_is_answered(trip: Trip):
    await trip.says("/quiet 21-8")
    assert trip.listener.said()[-1].startswith("21:00 至 08:00（當地時間）不打擾。")
    assert (await trip.at(tokyo(22, 20, 30)))[-1] == "9/22 還沒有紀錄。"
    await trip.says("/quiet 半夜")
    assert trip.listener.said()[-1].startswith("看不懂時段")
    await trip.says("/quiet off")
    assert trip.listener.store.interviews.quiet(101) == Quiet()


async def test_a_day_without_duty_is_said_with_one_tap(trip: Trip):
    await trip.at(tokyo(22, 21, 10))
    button = keyboard(trip.listener.calls("sendMessage")[-1])[0][0]
    assert button["text"] == "今天無公務"
    await trip.listener.settled(trip.traveller.presses(button["callback_data"]))
    assert trip.listener.calls("answerCallbackQuery")[-1]["text"] == "好，9/22 記為無公務行程。"
    assert trip.listener.store.trips.load(1).days_off == (date(2026, 9, 22),)


async def test_captions_are_asked_for_one_after_another_and_the_next_words_are_the_caption(trip: Trip):
    trip.now = tokyo(22, 10)
    for number in (1, 2, 3):
        await photo(trip, number)
    recap = (await trip.at(tokyo(22, 21, 5)))[-1]
    assert recap.endswith("3 張照片沒有圖說。")
    await trip.listener.settled(
        trip.traveller.presses(keyboard(trip.listener.calls("sendMessage")[-1])[0][0]["callback_data"])
    )
    asked = trip.listener.calls("sendMessage")[-1]
    assert asked["text"] == "P1　這張拍的是什麼？（後面還有 2 張）"
    await trip.says("協會門口")
    assert trip.listener.said()[-1] == "P2　這張拍的是什麼？（後面還有 1 張）"
    await trip.listener.settled(trip.traveller.presses("nocaption:1:P2"))
    assert trip.listener.said()[-1] == "P3　這張拍的是什麼？"
    await trip.listener.settled(trip.traveller.presses("captioned:1"))
    assert trip.listener.said()[-1] == "好，還有 1 張，之後再補。"
    caption = trip.listener.store.trips.load(1).material[-1]
    assert (caption.text, caption.reply_to) == ("協會門口", Ref("P1"))
    await trip.says("這是另一則筆記")
    assert trip.listener.store.trips.load(1).material[-1].reply_to is None


async def test_words_that_leave_a_photo_out_are_no_caption_and_no_note(trip: Trip):
    trip.now = tokyo(22, 10)
    for number in (1, 2):
        await photo(trip, number)
    await trip.at(tokyo(22, 21, 5))
    await trip.listener.settled(trip.traveller.presses("caption:1:20260922"))
    await trip.says("略過")
    assert trip.listener.said()[-1] == "P2　這張拍的是什麼？"
    await trip.says("先到這裡")
    assert trip.listener.said()[-1] == "好，還有 1 張，之後再補。"
    texts = [m.text for m in trip.listener.store.trips.load(1).material]
    assert not {"略過", "先到這裡"} & set(texts)


async def photo(trip: Trip, number: int) -> str:
    """A picture without words; the bytes are a real small JPEG, each another shade."""
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    picture = Image.effect_noise((320, 240), 20 + 20 * number)
    picture.convert("RGB").save(out, "JPEG")
    file_id = trip.listener.emulator.upload(trip.listener.token, "photo", out.getvalue(), "p.jpg")
    size = {"file_id": file_id, "file_unique_id": file_id, "width": 320, "height": 240, "file_size": 999}
    update = trip.traveller.update(photo=[size])
    update["message"]["date"] = int((trip.now + timedelta(minutes=40 * number)).timestamp())
    trip.traveller.emulator.push(trip.listener.token, update)
    await trip.listener.settled(update["update_id"])
    return file_id


async def test_a_reminder_that_nobody_could_say_in_time_is_not_said_late(trip: Trip):
    trip.now = tokyo(20, 12, 5)
    trip.open._built.worker.wake()
    await eventually(lambda: trip.listener.store.settled(trip.now))
    before = len(trip.listener.said())
    trip.now = tokyo(22, 12)  # as if nobody had been running for two days
    trip.open._built.worker.wake()
    await eventually(lambda: trip.listener.store.settled(trip.now))
    assert trip.listener.said()[before:] == [ASKED]


async def test_deadlines_are_reminded_of_until_the_report_is_handed_in(trip: Trip):
    said = await trip.at(datetime(2026, 10, 26, 2, tzinfo=UTC))
    assert said[-1].endswith("的報告期限是 115年12月22日，還有 60 天。\n輸入 /draft 就能先看草稿。")
    await trip.says("/draft")
    said = await trip.at(datetime(2026, 11, 23, 2, tzinfo=UTC))
    assert said[-1].splitlines()[-1].startswith("草稿第 1 號"), "a draft is not asked for again"
    assert "/draft" not in said[-1]
    await trip.listener.settled(trip.traveller.presses("submit:1"))
    assert await trip.at(datetime(2026, 12, 20, tzinfo=UTC)) == []


async def test_after_a_restart_what_was_asked_is_not_asked_again_and_a_changed_plan_is_heeded(
    emulator: Emulator, store: Store
):
    """The next visit begins earlier: its line comes at the new time, and the visit before it is not asked about anew."""
    first = Trip(emulator, store)
    async with first.open as listener:
        first.listener, first.traveller = listener, listener.person(101)
        for text in PLAN:
            await first.says(text)
        assert (await first.at(tokyo(22, 11, 40)))[-1] == ASKED
    again = Trip(emulator, store)
    again.now = first.now
    again.open = listening(emulator, store, FixedDesk(store), lambda: again.now, token=first.open.token)
    async with again.open as listener:
        again.listener, again.traveller = listener, first.traveller
        await again.says(
            "行程更正\n9/22 東京 09:30 拜會東京都公園協會；13:00 參觀日比谷公園\n9/23 東京—臺北 回程"
        )
        later = await again.at(tokyo(23, 8))
        assert "13:00　參觀日比谷公園" in later
        assert [text for text in later if "拜會東京都公園協會" in text and "回覆這則" in text] == []


async def test_an_answered_question_is_not_asked_by_another_way(trip: Trip):
    """The answer came as a reply; neither the recap nor a later round comes back to it."""
    await trip.at(tokyo(22, 11, 40))
    await trip.says("佐藤理事長接待，63 座公園，委託民間管理", **trip.reply(ASKED))
    said = await trip.at(tokyo(23, 22))
    assert [text for text in said if "由誰接待" in text and "公園協會" in text] == []
    recap = next(text for text in said if text.startswith("9/22"))
    assert recap == "9/22 收到文字 1。\n還沒有紀錄：「參觀日比谷公園」。"


async def test_a_recap_has_three_lines_at_most(trip: Trip):
    await trip.says(
        "行程更正\n9/22 東京 09:30 拜會東京都公園協會；11:00 拜會都廳；14:00 參觀日比谷公園；16:00 參觀上野公園\n9/23 東京—臺北 回程"
    )
    await trip.says("/quiet 8-20")
    trip.now = tokyo(22, 10)
    await photo(trip, 1)
    await trip.at(tokyo(22, 12))
    recap = (await trip.at(tokyo(22, 21, 5)))[-1]
    assert recap.splitlines() == [
        "9/22 收到照片 1。",
        "還沒有紀錄：「拜會都廳」、「參觀日比谷公園」等 3 項。",
        "1 張照片沒有圖說。",
    ]


ABROAD = (
    "計畫名稱：測試市政府赴德國柏林考察都市公園管理\n類別 考察",
    "期間115年9月21日到115年9月23日，地區德國",
    "行程\n- 9/21 臺北—柏林 搭機\n- 9/22 柏林 17:00 拜會柏林市政府；19:00 參觀蒂爾加滕公園\n- 9/23 柏林—臺北 回程",
)


async def test_quiet_is_by_the_clock_of_the_place(emulator: Emulator, store: Store):
    """17:00 in Berlin is 23:00 at home, where the night would be quiet; 07:00 at home is 01:00 there, and is quiet."""
    trip = Trip(emulator, store)
    async with trip.open as listener:
        trip.listener, trip.traveller = listener, listener.person(101)
        for text in ABROAD:
            await trip.says(text)

        def berlin(day: int, hour: int, minute: int = 0) -> datetime:
            return datetime(2026, 9, day, hour - 2, minute, tzinfo=UTC)

        assert (await trip.at(berlin(22, 16, 50)))[-1] == "17:00　拜會柏林市政府"
        await trip.says("/quiet 18-8")
        assert await trip.at(berlin(22, 23)) == ["9/22 還沒有紀錄。"], "an hour before the quiet begins there"


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("出席城市論壇開幕式", "1. 有什麼決議或結論？"), ("拜會東京都公園協會", "1. 由誰接待？（姓名、職稱）"),
        ("洽談姊妹市備忘錄", "1. 談成了什麼？"), ("臺灣館參展", "1. 有誰來洽詢、問什麼？"),
    ],
)  # fmt: skip
async def test_each_kind_of_occasion_has_its_own_questions(trip: Trip, title: str, asked: str):
    await trip.says(f"行程更正\n9/22 東京 09:30 {title}；14:00 參觀日比谷公園\n9/23 東京—臺北 回程")
    questions = (await trip.at(tokyo(22, 13)))[-1].splitlines()
    assert questions[1] == asked
    assert 3 <= len(questions) <= 4
