"""A city that no source names is stopped, and every name of a city counts for every other."""

import pytest

from drafting.grounding import unsupported
from drafting.grounding.gazetteer import places_in
from drafting.grounding.script import plain


def stopped(text: str, *sources: str) -> list[tuple[str, str]]:
    return [(u.text, u.kind) for u in unsupported(text, sources)]


def places(text: str) -> list[str]:
    return [text[start:end] for start, end in places_in(plain(text))]


@pytest.mark.parametrize(
    "city", ["京都", "橫濱", "名古屋", "釜山", "慕尼黑", "日內瓦", "巴塞隆納", "胡志明市", "檳城"]
)
def test_another_city_than_the_one_of_the_notes_is_stopped(city):
    assert stopped(f"代表團赴{city}考察。", "上午在大阪考察") == [(city, "place")]
    assert stopped(f"代表團赴{city}考察。", f"上午在{city}考察") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("前往京都。", "We took the train to Kyoto"),
        ("前往京都。", "KYOTO STATION"),
        ("前往京都。", "arrived in kyoto 9:30"),
        ("前往京都。", "京都市の担当者"),
        ("前往廣島。", "広島平和記念公園"),
        ("前往釜山。", "부산 회의"),
        ("前往胡志明市。", "Saigon, 5 pm"),
        ("前往慕尼黑。", "München Hbf"),
        ("前往日本橫濱市。", "Yokohama, Japan"),
    ],
)
def test_what_a_source_says_in_another_language_counts(text, source):
    assert stopped(text, source) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("在悉尼開會。", "雪梨會議"),
        ("在巴塞羅那開會。", "會議在巴塞隆納"),
        ("抵達法蘭克福考察。", "轉機 Frankfurt"),
        ("在波昂轉車。", "波恩車站"),
        ("在杜拜轉機。", "迪拜轉機"),
    ],
)
def test_the_names_of_taiwan_and_of_others_are_one_city(text, source):
    assert stopped(text, source) == []


def test_a_short_name_in_latin_letters_is_no_word_in_small_letters():
    assert stopped("前往尼斯。", "Everything was nice") == [("尼斯", "place")]
    assert stopped("前往尼斯。", "Flight to Nice") == []


@pytest.mark.parametrize(
    ("city", "source"),
    [
        ("巴黎", "A comparison of cities was given"),
        ("埃森", "essential services"),
        ("都靈", "the manufacturing sector"),
        ("木爾坦", "simultaneous interpretation"),
        ("利茲", "It bleeds"),
        ("奧斯汀", "an exhausting day"),
        ("羅馬", "Mr. Romero"),
        ("京都", "東京都防災館參訪"),
    ],
)
def test_a_piece_of_another_word_or_place_names_no_city(city, source):
    assert (city, "place") in stopped(f"前往{city}參訪。", source)


@pytest.mark.parametrize(
    ("city", "source"),
    [
        ("巴黎", "a Parisian café"),
        ("東京", "Tokyo's mayor, tokyo2020"),
        ("波士頓", "Bostonians"),
        ("羅馬", "from Rome/Italy"),
        ("京都", "從東京都到京都"),
        ("京都", "在京都；KYOTO站"),
    ],
)
def test_a_city_may_stand_beside_other_signs_and_lend_its_people_its_name(city, source):
    assert stopped(f"前往{city}。", source) == []


@pytest.mark.parametrize(
    "text",
    [
        "基金海外部分另列。",
        "擴大田野調查。",
        "供水原則不變。",
        "具有高知名度。",
        "目前橋梁已完成。",
        "豐富山林資源。",
        "隆重慶祝，站上舞臺中央。",
        "歐美國家沿海地區。",
    ],
)
def test_what_is_cut_out_of_two_words_is_no_city(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在金海開會", ["金海"]),
        ("抵達大田廣域市", ["大田"]),
        ("越南河內的會議", ["越南", "河內"]),
        ("刊於紐約時報", ["紐約"]),
        ("位於黃金海岸", ["黃金海岸"]),
        ("美國芝加哥達成協議", ["美國", "芝加哥"]),
    ],
)
def test_a_city_is_read_where_words_leave_it_whole(text, found):
    assert places(text) == found


@pytest.mark.parametrize(
    "text", ["大部分人員與三重保障。", "重新港區規劃。", "午餐有漢堡。", "光明正大，全州性的措施。"]
)
def test_names_that_are_words_as_well_are_not_looked_for(text):
    assert places(text) == []


def test_a_piece_of_a_longer_foreign_name_is_no_city():
    assert places("貝馬賽克斯先生") == []
    assert stopped("斯特拉斯堡的會議。", "會議在史特拉斯堡") == []


def test_a_person_called_like_a_city_is_known_from_the_source():
    assert stopped("由宮崎課長說明。", "宮崎課長接待") == []
    assert stopped("由宮崎課長說明。", "Mr. Miyazaki") == []
    assert stopped("由宮崎課長說明。", "山本課長接待") == [("宮崎", "place")]


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("在京都參訪。", "拜會京都大學", []),
        ("拜會京都大學。", "拜會大阪大學", [("京都大學", "organisation")]),
        ("抵達大阪。", "抵達關西機場", [("大阪", "place")]),
        ("前往京都車站。", "在京都轉車", []),
    ],
)
def test_a_body_named_after_a_city_names_the_city_but_no_city_its_bodies(text, source, found):
    assert stopped(text, source) == found


def test_home_and_abroad_share_names_so_either_spelling_counts():
    """松山 and 岡山 are in Japan, and districts in Taiwan."""
    assert stopped("前往松山。", "Songshan, Taipei") == []
    assert stopped("前往松山。", "Matsuyama Castle") == []
    assert stopped("前往松山。", "上午在高松考察") == [("松山", "place")]
