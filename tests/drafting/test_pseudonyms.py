"""What a model outside of the agency sees instead of people, and how its answer gets them back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.openai_writer import OpenAIWriter
from drafting.pseudonyms import Pseudonyms, pseudonyms_for
from drafting.report import Sentence
from tests.drafting.model_trip import FORM, PURPOSE, TRIP, piece, slot
from tests.model_server import ModelServer, answer, says

PERSONAL = TRIP.model_copy(
    update={
        "material": (
            piece("N1", "橫濱副市長 Ms. Sato Yuki 致詞，聯絡人林大同組長，電話 02-2345-6789 分機 12"),
            piece("N2", "名片上寫 sato.yuki@city.example.jp，護照 312345678，身分證 A123456789"),
            piece("N3", "LCCA 有120個城市，會議在5月12日，預算1,234,567元"),
        )
    }
)


def test_names_numbers_and_addresses_of_people_are_hidden() -> None:
    names = pseudonyms_for(PERSONAL)
    shown = "\n".join(names.hide(m.text) for m in PERSONAL.material)
    for personal in ("Sato", "林大同", "2345", "sato.yuki", "312345678", "A123456789"):
        assert personal not in shown


def test_what_is_nobodys_stays() -> None:
    """Figures, days and the names of bodies are what the report is about."""
    names = pseudonyms_for(PERSONAL)
    assert names.hide(PERSONAL.material[2].text) == PERSONAL.material[2].text


@pytest.mark.parametrize(
    "address",
    [
        "臺中市西屯區臺灣大道三段99號",
        "臺北市中正區測試里12鄰範例路2段10巷3弄5-1號4樓之2",
        "範例街8號",
        "港区芝公園4-2-8",
        "大阪市北区範例町3丁目12番",
        "221 Baker Street",
    ],
)
def test_postal_addresses_in_prose_are_hidden_and_come_back(address: str) -> None:
    note = f"會後把樣本寄到{address}，收件人是對方的窗口。"
    names = pseudonyms_for(TRIP.model_copy(update={"material": (piece("N1", note),)}))
    assert address not in names.hide(note)
    assert "〔地址A〕" in names.hide(note)
    assert names.show(names.hide(note)) == note


@pytest.mark.parametrize(
    "note",
    [
        "第3號議案通過",
        "市長說明道路12公里、街道36條",
        "4月10日至12日在3樓開會",
        "比數4-2，本市第1號展館",
        "搭乘6路公車到101號會議室",
    ],
)
def test_what_only_looks_like_an_address_stays(note: str) -> None:
    assert "地址" not in pseudonyms_for(TRIP.model_copy(update={"material": (piece("N1", note),)})).hide(note)


def test_one_more_note_changes_no_stand_in() -> None:
    more = PERSONAL.model_copy(
        update={"material": (*PERSONAL.material, piece("N4", "局長 Mr. Kim Minjun 說明"))}
    )
    before, after = dict(pseudonyms_for(PERSONAL).pairs), dict(pseudonyms_for(more).pairs)
    assert before.items() <= after.items()
    assert len(after) > len(before)


@given(st.text(alphabet="王小芸林大同 ABC〔〕人員abc0123-@.，。", max_size=80))
def test_what_is_hidden_comes_back_as_it_was(text: str) -> None:
    names = Pseudonyms(pairs=(("王小芸", "〔人員A〕"), ("林大同", "〔人員B〕")))
    hidden = names.hide(text)
    assert "王小芸" not in hidden
    if "〔人員" not in text:
        assert names.show(hidden) == text


def test_a_name_with_a_quotation_mark_comes_back_within_json() -> None:
    names = Pseudonyms(pairs=(('O"Neil', "〔人員A〕"),))
    answered = names.show('{"text": "〔人員A〕致詞。"}', escaped=True)
    assert json.loads(answered) == {"text": 'O"Neil致詞。'}


def test_a_stand_in_that_stands_for_nobody_is_doubted() -> None:
    assert pseudonyms_for(PERSONAL).show("〔人員Z〕致詞。") == "【待確認】致詞。"


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "【】", "（）"])
def test_brackets_that_a_model_writes_otherwise_are_understood(brackets: str) -> None:
    names = Pseudonyms(pairs=(("王小芸", "〔人員A〕"),))
    assert names.show(f"{brackets[0]}人員A{brackets[1]}出席。") == "王小芸出席。"


async def test_off_the_premises_nobody_is_named_and_the_gate_judges_what_is_meant() -> None:
    """The stand-in that the model gives back is the deputy mayor of the note, so the sentence is supported."""
    trip = TRIP.model_copy(update={"material": PERSONAL.material})
    stand_in = (
        dict(pseudonyms_for(trip).pairs)["Ms. Sato Yuki"]
        if "Ms. Sato Yuki" in dict(pseudonyms_for(trip).pairs)
        else dict(pseudonyms_for(trip).pairs)["Sato Yuki"]
    )
    async with ModelServer(
        says(answer((f"橫濱副市長{stand_in}致詞。", ["N1"], "fact", "paragraph")))
    ) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, off_premises=True)
        prose = await writer.write(slot(PURPOSE.role, "N1", "N2"), trip, FORM)
        await writer.close()
    assert "Sato" not in server.prompt()
    assert "王小芸" not in server.prompt()
    assert "# 代稱" in server.prompt()
    (sentence,) = prose.blocks[0].sentences
    assert isinstance(sentence, Sentence)
    assert "Sato Yuki致詞。" in sentence.text
    assert "【待確認】" not in sentence.text


async def test_on_the_premises_names_are_sent_as_they_are() -> None:
    async with ModelServer(says(answer(("橫濱副市長致詞。", ["N1"])))) as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5)
        await writer.write(slot(PURPOSE.role, "N1"), PERSONAL, FORM)
        await writer.close()
    assert "Sato Yuki" in server.prompt()
    assert "# 代稱" not in server.prompt()
