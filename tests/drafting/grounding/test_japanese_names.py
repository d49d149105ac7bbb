"""Trips to Japan are the most frequent ones: a name of a host that no note has is not shipped."""

import pytest

from drafting.grounding import unsupported

NOTE = "上午拜會橫濱港灣事務所，由山本剛志課長接待，山口縣知事未出席，松山市長致詞。"


@pytest.mark.parametrize(
    ("said", "invented"),
    [
        ("由加藤隆文課長接待。", "加藤隆文"),
        ("渡邊里奈次長簡報港灣計畫。", "渡邊里奈"),
        ("會中佐藤健一說明計畫。", "佐藤健一"),
        ("佐々木希社長陪同參觀。", "佐々木希"),
    ],
)
def test_an_invented_host_is_named(said: str, invented: str) -> None:
    assert [u.text for u in unsupported(said, [NOTE], None) if u.kind == "person"] == [invented]


@pytest.mark.parametrize("said", ["由山本剛志課長接待。", "山口縣知事未出席。", "松山市長致詞。"])
def test_who_was_there_may_be_named_and_places_are_no_people(said: str) -> None:
    assert not [u for u in unsupported(said, [NOTE], None) if u.kind == "person"]
