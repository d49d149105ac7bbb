"""Whose words they are in a group, and what a sender keeps back."""

import pytest

from drafting.gather import gather
from drafting.material import Kind, Medium, Ref
from tests.drafting.gather.told import ON_THE_WAY, said

TEAM = "出國人員：盧柏青（臺中市政府觀光局／企劃科／股長）、邵子嵐（臺中市政府觀光局／企劃科／科員）\n聯絡人：詹惠文"


def group(*lines: tuple[str, str]):
    """A chat of people known by their display names."""
    pieces = [said(TEAM, number=1, author="柏青 Bo")]
    for number, (author, text) in enumerate(lines, 2):
        pieces.append(said(text, at=ON_THE_WAY, number=number, author=author))
    return {m.author: m.own for m in gather(1, pieces, {}).material}


def test_a_traveller_is_known_by_a_part_of_the_name():
    assert group(("子嵐🚲", "會場有40個攤位"))["子嵐🚲"] is True


@pytest.mark.parametrize("shown", ["詹姐 Wen", "惠文", "辦公室小幫手"])
def test_what_a_colleague_writes_in_the_group_is_not_a_travellers_own(shown: str):
    assert group((shown, "我覺得報告要寫具體"))[shown] is False


def test_where_nobody_is_known_by_name_everybody_counts_as_a_traveller():
    pieces = [said("會場有40個攤位", at=ON_THE_WAY, author="小花")]
    assert [m.own for m in gather(1, pieces, {}).material] == [True]


def test_a_reply_can_take_a_message_back():
    first = said("單價是40萬元", at=ON_THE_WAY, number=1)
    back = said("這則收回，還沒核定", at=ON_THE_WAY, number=2, reply_to=Ref(first.ref))
    kinds = [m.kind for m in gather(1, [first, back], {}).material]
    assert kinds[0] is Kind.PRIVATE


def test_what_stands_behind_a_private_mark_is_cut_off():
    (piece,) = gather(1, [said("資料請於月底前下載。\n#私 明天買伴手禮", at=ON_THE_WAY)], {}).material
    assert (piece.text, piece.kind) == ("資料請於月底前下載。", Kind.FACT)


def test_a_message_that_begins_private_is_private_as_a_whole():
    (piece,) = gather(1, [said("#私 家裡的事", at=ON_THE_WAY)], {}).material
    assert piece.kind is Kind.PRIVATE


def test_a_private_number_is_kept_out():
    (piece,) = gather(1, [said("電話0912-000-000 這是我私人手機", at=ON_THE_WAY)], {}).material
    assert piece.kind is Kind.PRIVATE


def album(*captions: tuple[str, Kind | None], medium: Medium = Medium.PHOTO):
    """Items of one album, each with its caption and label, and the kinds that they get."""
    pieces = [
        said(text, at=ON_THE_WAY, number=n, ref=Ref(f"P{n}"), medium=medium, album="7", label=label)
        for n, (text, label) in enumerate(captions, 2)
    ]
    return [m.kind is Kind.PRIVATE for m in gather(1, pieces, {}).material]


def test_the_private_caption_of_an_album_is_said_of_all_its_photos():
    """Telegram shows one caption below ten photos: who writes #私 there means all ten."""
    assert album(("", None), ("家人合照", Kind.PRIVATE), ("", None)) == [True, True, True]
    assert album(("", None), ("#私", Kind.PRIVATE), ("開幕式", None)) == [True, True, False]


def test_one_photo_of_an_album_can_be_kept_back_alone():
    assert album(("", None), ("", Kind.PRIVATE), ("", None)) == [False, True, False]


def test_papers_under_a_private_caption_are_read_for_nothing():
    assert album(("聯絡人：龜山密", None), ("只給自己看", Kind.PRIVATE), medium=Medium.PAPER) == [True, True]
