"""Each person is spoken to in their own language; the sentences in the code are zh-TW."""

import pytest

from bot.language import OWN, _, closest, languages, listed, said_by, speaking, spoken
from drafting.errors import OpenErrors, ValueUnclear
from drafting.phrase import phrase
from storage.errors import TripUnknown
from storage.role import Role
from tests.bot.conftest import Listener
from tests.emulator import eventually


def test_the_own_language_comes_first_and_needs_no_catalog():
    assert languages() == (OWN, "en")
    assert _("核可") == "核可"
    with speaking("en"):
        assert (_("核可"), spoken()) == ("Approve", "en")
        with speaking("xx"):
            assert _("核可") == "核可"
    assert spoken() == OWN


@pytest.mark.parametrize(("code", "language"), [("en-GB", "en"), ("zh-hant", OWN), ("fr", OWN), ("", OWN)])
def test_a_code_of_telegram_finds_the_closest_language(code: str, language: str):
    assert closest(code) == language


def test_an_error_of_any_package_is_said_in_the_language_spoken_now():
    assert said_by(TripUnknown(3)) == str(TripUnknown(3)) == "沒有編號 3 的案件，請先列出案件再選擇。"
    with speaking("en"):
        assert said_by(TripUnknown(3)) == "There is no trip 3. Please look at the list of trips first."
        assert said_by(OpenErrors(["LEN-1"])).startswith("1 errors are still open (LEN-1).")
        assert said_by(ValueError("plain")) == "plain"


def test_a_blank_that_is_a_phrase_is_said_in_the_same_language():
    error = ValueUnclear(phrase("電話"), "喂", phrase("是 或 否"))
    assert "「電話」" in str(error)
    with speaking("en"):
        assert (
            said_by(error)
            == "I cannot read “喂” as “Telephone”. Please write it like this: 是 (yes) or 否 (no)."
        )


def test_lists_are_parted_as_the_language_does():
    assert listed(["甲", "乙"]) == "甲、乙"
    with speaking("en"):
        assert listed(["a", "b"]) == "a, b"


async def test_each_person_is_spoken_to_in_the_language_they_chose(listener: Listener):
    first, second = listener.person(101), listener.person(102)
    await listener.settled(first.says("/language"))
    (asked,) = listener.calls("sendMessage")
    assert "language:101:en" in str(asked["reply_markup"])
    await listener.settled(first.presses("language:101:en"))
    await listener.settled(first.says("/unknown"))
    await listener.settled(second.says("/unknown"))
    assert listener.said()[1:] == [
        "OK, English from now on.",
        "There is no /unknown. /help lists what there is.",
        "沒有 /unknown 這個指令，輸入 /help 看有哪些。",
    ]
    assert listener.store.people.language(101) == "en"


async def test_a_choice_can_be_typed_and_an_unknown_language_is_asked_for(listener: Listener):
    person = listener.person(101)
    await listener.settled(person.says("/language en"))
    await listener.settled(person.says("/language fr"))
    await listener.settled(person.says("/language zh"))
    assert listener.said() == [
        "OK, English from now on.",
        "Please choose a language. The report itself is always written in Chinese.",
        "好，之後用中文。",
    ]


async def test_nobody_chooses_for_somebody_else(listener: Listener):
    listener.person(101)
    other = listener.person(102)
    await listener.settled(other.presses("language:101:en"))
    assert [listener.store.people.language(n) for n in (101, 102)] == ["", ""]


async def test_errors_reach_an_english_reader_in_english(listener: Listener):
    person = listener.person(101)
    await listener.settled(person.says("/language en"))
    await listener.settled(person.says("/status #7"))
    await listener.settled(person.says("/set 出國期間 明年"))
    assert listener.said()[1] == "There is no trip 7. Please look at the list of trips first."


async def test_the_menu_is_offered_for_each_language_and_role(listener: Listener):
    staff = listener.person(102, Role.STAFF)
    await listener.settled(staff.says("/language en"))
    own = "Approve a draft"  # the start may have offered them in Chinese just before
    await eventually(
        lambda: (
            any(own in str(menu["commands"]) for menu in listener.calls("setMyCommands"))
            and sum("all_" in str(menu.get("scope")) for menu in listener.calls("setMyCommands")) == 4
        )
    )
    menus = listener.calls("setMyCommands")
    scopes = [(str(m.get("scope")), m.get("language_code", "")) for m in menus]
    assert [code for scope, code in scopes if "all_private_chats" in scope] == ["", "en"]
    assert [code for scope, code in scopes if "all_group_chats" in scope] == ["", "en"]
    assert all("102" in str(m.get("scope")) for m in menus if own in str(m["commands"]))
    assert all("approve" not in str(m["commands"]) for m in menus if "all_" in str(m.get("scope")))
