"""The beginning of a trip in the chat: what is asked, what is never asked twice, and what ends the asking."""

from drafting.material import Kind
from storage.store import Store
from tests.bot.conftest import Listener, keyboard

ONE_SENTENCE = "10/11到10/17赴芬蘭考察圖書館，文化局推廣科巫以棠科長跟我（科員 岑可微）"


def questions(listener: Listener) -> list[str]:
    return [text for text in listener.said() if text.endswith("？") or "？\n" in text]


async def press(listener: Listener, person, label: str) -> None:
    """Press the newest button with this label."""
    for fields in reversed(listener.calls("sendMessage")):
        for button in (each for row in keyboard(fields) for each in row):
            if button["text"] == label:
                await listener.settled(person.presses(button["callback_data"]))
                return
    raise AssertionError(f"no button {label}")


async def test_the_card_does_not_ask_again_what_was_answered_or_left_out(listener: Listener, store: Store):
    traveller = listener.person(101)
    await listener.settled(traveller.says(ONE_SENTENCE))
    await press(listener, traveller, "不是")
    await press(listener, traveller, "略過")  # 聯絡人
    asked = set(questions(listener))
    await listener.settled(traveller.says("/card"))
    newest = listener.said()[-1]
    assert newest == "聯絡電話幾號？有分機一起寫。", "the next one, which nobody has answered yet"
    await press(listener, traveller, "略過")
    await press(listener, traveller, "略過")  # 名稱
    before = len(listener.said())
    await listener.settled(traveller.says("/card"))
    assert [text.splitlines()[0] for text in listener.said()[before:]] == [
        "【提要】案件 1　點下面的欄位就能改"
    ], "everything was answered or left out"
    assert "這趟是密件嗎？" in asked


async def test_a_question_may_be_left_out_by_typing_and_the_word_is_no_note(listener: Listener, store: Store):
    traveller = listener.person(101)
    await listener.settled(traveller.says(ONE_SENTENCE))
    await press(listener, traveller, "不是")
    await listener.settled(traveller.says("略過"))
    assert listener.said()[-1] == "聯絡電話幾號？有分機一起寫。"
    await listener.settled(traveller.says("之後再說"))
    assert listener.said()[-1] == "好，之後再說。想補時傳 /card。"
    assert [m.text for m in store.trips.material(1)] == [ONE_SENTENCE]


async def test_an_answer_and_the_next_question_are_one_message(listener: Listener):
    traveller = listener.person(101)
    await listener.settled(traveller.says(ONE_SENTENCE))
    await press(listener, traveller, "不是")
    assert listener.said()[-1] == "好，不是密件。\n報告的聯絡人是誰？"


async def test_who_wonders_why_is_told_and_what_nobody_can_answer_is_said_so(
    listener: Listener, store: Store
):
    traveller = listener.person(101)
    await listener.settled(traveller.says(ONE_SENTENCE))
    await listener.settled(traveller.says("為什麼要問這個"))
    assert listener.said()[-1].startswith("密件不能交給語言模型")
    await press(listener, traveller, "其他之後再說")
    await listener.settled(traveller.says("你知道今天匯率嗎"))
    assert listener.said()[-1] == "這個我答不了，先收著，不會寫進報告。我能做的事在 /help。"
    kinds = {m.text: m.kind for m in store.trips.load(1).material}
    assert kinds["你知道今天匯率嗎"] is Kind.ASIDE
    before = len(listener.said())
    await listener.settled(traveller.says("市長問：你們知道一度電多貴嗎？"))
    assert len(listener.said()) == before, "what somebody else asked is a note"


async def test_a_slip_of_the_thumb_in_a_command_is_met_with_the_command_that_was_meant(
    listener: Listener, store: Store
):
    traveller = listener.person(101)
    await listener.settled(traveller.says("/satus"))
    assert listener.said()[-1] == "沒有 /satus，是要 /status 嗎？"
    await listener.settled(traveller.says("/xyz"))
    assert listener.said()[-1] == "沒有 /xyz 這個指令，輸入 /help 看有哪些。"
    await listener.settled(traveller.says("/aprove"))
    assert "/approve" not in listener.said()[-1], "which is not for travellers"
    await listener.settled(traveller.says("/dtae 昨天下午開會"))
    assert listener.said()[-1] == "沒有 /dtae，是要 /date 嗎？"
    assert [m.text for m in store.trips.material(1)] == ["/dtae 昨天下午開會"], "nothing is lost to a slip"
