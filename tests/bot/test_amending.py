"""What was sent can be taken back, put back, dated and labelled."""

import json
from datetime import date, time
from typing import Any

from drafting.material import Kind
from tests.bot.conftest import Listener
from tests.emulator import Person


def answering(traveller: Person, text: str, to: int) -> int:
    """A reply to the message with this number."""
    replied = {"message_id": to, "date": 1_790_000_000, "chat": {"id": traveller.user, "type": "private"}}
    return traveller.says(text, reply_to_message=replied)


def button(listener: Listener, text: str) -> str:
    """The callback data of the newest button with this text."""
    rows: list[Any] = []
    for fields in listener.calls("sendMessage"):
        rows += json.loads(fields["reply_markup"])["inline_keyboard"] if fields.get("reply_markup") else []
    return str(next(b["callback_data"] for row in reversed(rows) for b in row if text in b["text"]))


def texts(listener: Listener, trip: int = 1) -> list[str]:
    return [piece.text for piece in listener.store.trips.material(trip)]


async def test_undo_takes_back_the_last_and_each_further_one_the_one_before(listener: Listener):
    traveller = listener.person(101)
    for text in ("甲", "乙", "丙"):
        await listener.settled(traveller.says(text))
    await listener.settled(traveller.says("/undo"))
    assert texts(listener) == ["甲", "乙"]
    await listener.settled(traveller.says("/undo"))
    assert texts(listener) == ["甲"]
    assert listener.said() == ["已拿掉 N3「丙」，報告不會用到。", "已拿掉 N2「乙」，報告不會用到。"]


async def test_what_was_taken_back_by_a_slip_is_put_back_with_one_tap(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("甲"))
    await listener.settled(traveller.says("/undo"))
    await listener.settled(traveller.presses(button(listener, "放回")))
    assert texts(listener) == ["甲"]
    await listener.settled(traveller.presses(button(listener, "放回")))
    shown = [fields.get("text") for fields in listener.calls("answerCallbackQuery")]
    assert shown[0] == "已放回 N1「甲」。"
    assert "更新" in str(shown[1])


async def test_undo_handled_twice_after_a_crash_takes_back_once(listener: Listener):
    traveller = listener.person(101)
    for text in ("甲", "乙"):
        await listener.settled(traveller.says(text))
    command = traveller.message(text="/undo")
    for number in (900, 901):
        listener.emulator.push(listener.token, {"update_id": number, "message": command})
        await listener.settled(number)
    assert texts(listener) == ["甲"]


async def test_with_nothing_sent_undo_says_so(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("/new"))
    await listener.settled(traveller.says("/undo"))
    assert listener.said()[-1] == "這個案件裡沒有您可以收回的素材。"


async def test_drop_takes_back_what_it_answers_or_names(listener: Listener):
    traveller = listener.person(101)
    for text in ("甲", "乙", "丙"):  # messages 1 to 3
        await listener.settled(traveller.says(text))
    await listener.settled(answering(traveller, "/drop", to=1))
    await listener.settled(traveller.says("/drop n3"))
    assert texts(listener) == ["乙"]
    await listener.settled(traveller.says("/drop"))
    assert listener.said()[-1].startswith("請回覆要拿掉的那一則訊息")


async def test_the_time_of_what_is_answered_is_set(listener: Listener):
    """The messages are of 21 September, 22:13 in Taipei."""
    traveller = listener.person(101)
    for text in ("看過焚化爐了", "別的事"):
        await listener.settled(traveller.says(text))
    await listener.settled(answering(traveller, "/date 昨天下午", to=1))
    placed = {m.text: (m.meant_on, m.meant_at) for m in listener.store.trips.load(1).material}
    assert placed["看過焚化爐了"] == (date(2026, 9, 20), time(15))
    assert placed["別的事"][0] == date(2026, 9, 21)
    assert listener.said() == ["已把 N1「看過焚化爐了」記在 9/20 15:00。"]


async def test_a_burst_sent_without_network_is_dated_with_one_command_and_one_tap(listener: Listener):
    traveller = listener.person(101)
    for text in ("一", "二", "三"):
        await listener.settled(traveller.says(text))
    await listener.settled(traveller.says("/date 昨天"))
    assert [m.meant_on.day for m in listener.store.trips.load(1).material] == [21, 21, 20]
    await listener.settled(traveller.presses(button(listener, "前面一起傳的 2 則也是")))
    assert [m.meant_on.day for m in listener.store.trips.load(1).material] == [20, 20, 20]


async def test_a_time_that_is_not_understood_changes_nothing_and_examples_are_given(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("一"))
    for words in ("/date", "/date 明天", "/date 那時候"):
        await listener.settled(traveller.says(words))
    assert [m.dated_on for m in listener.store.trips.material(1)] == [None]
    assert [text.startswith("請寫明時間") for text in listener.said()] == [True] * 3


async def test_a_time_set_by_hand_can_be_taken_off_again(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("一"))
    await listener.settled(traveller.says("/date 昨天"))
    await listener.settled(traveller.says("/date 取消"))
    assert [m.meant_on.day for m in listener.store.trips.load(1).material] == [21]


async def test_a_kind_is_chosen_with_a_button(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says("港區的排水站由志工維護"))
    await listener.settled(answering(traveller, "/label", to=1))
    await listener.settled(traveller.presses(button(listener, "建議")))
    assert [m.kind for m in listener.store.trips.load(1).material] == [Kind.SUGGESTION]
    await listener.settled(answering(traveller, "/label", to=1))
    await listener.settled(traveller.presses(button(listener, "不放入報告")))
    assert [m.kind for m in listener.store.trips.load(1).material] == [Kind.PRIVATE]


async def test_a_button_of_another_chats_trip_decides_nothing(listener: Listener):
    owner, stranger = listener.person(101), listener.person(102)
    await listener.settled(owner.says("甲"))
    await listener.settled(owner.says("/label N1"))
    await listener.settled(stranger.presses(button(listener, "不放入報告")))
    assert [m.label for m in listener.store.trips.material(1)] == [None]


async def test_a_tag_alone_labels_what_it_replies_to_or_asks_about_the_last_one(listener: Listener):
    traveller = listener.person(101)
    for text in ("抽水站由志工輪值", "#私 腳好痛"):
        await listener.settled(traveller.says(text))
    for tag, kind in (("#心得", Kind.IMPRESSION), ("#行程", Kind.PARTICULARS), ("#私", Kind.PRIVATE)):
        await listener.settled(answering(traveller, tag, to=1))
        assert listener.store.trips.material(1)[0].label is kind
    await listener.settled(answering(traveller, "#心得", to=1))
    assert listener.said() == [], "a reaction is enough"
    await listener.settled(traveller.says("#建議"))
    assert listener.said()[-1].startswith("要把「#建議」標在上一則嗎？")
    await listener.settled(traveller.presses(button(listener, "標 N1「抽水站由志工輪值」")))
    assert listener.store.trips.material(1)[0].label is Kind.SUGGESTION, "the private one is left alone"
