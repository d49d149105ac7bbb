"""Who travelled: names, agencies, units and titles in every order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.gather.people import is_name, travellers_in
from tests.drafting.gather.told import told


def people(*texts: str) -> list[str]:
    return [f"{p.name}/{p.agency}/{p.unit}/{p.title}" for p in told(*texts).travellers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("出國人員：王小芸/臺中市政府/國際事務科/科員", ["王小芸/臺中市政府/國際事務科/科員"]),
        (
            "出國人員：王小芸（交通局運輸規劃科科員）、李大華（同上，股長）",
            ["王小芸/交通局/運輸規劃科/科員", "李大華/交通局/運輸規劃科/股長"],
        ),
        ("人員：交通局 王小芸 科員、環保局 李大華 技士", ["王小芸/交通局//科員", "李大華/環保局//技士"]),
        (
            "一行三人：王小芸科長、李大華股長、陳文科員，都是衛生局疾病管制科",
            ["王小芸/衛生局/疾病管制科/科長", "李大華/衛生局/疾病管制科/股長", "陳文/衛生局/疾病管制科/科員"],
        ),
        (
            "出國人員：臺南市政府文化局文化資產科科長林志明、科員黃美惠",
            ["林志明/臺南市政府文化局/文化資產科/科長", "黃美惠/臺南市政府文化局/文化資產科/科員"],
        ),
        ("出國人員：團長 王大明局長，團員李小華科長", ["王大明///局長", "李小華///科長"]),
        (
            "團長：司馬中原副市長\n團員：歐陽菲菲處長、張簡志明股長、范姜小梅技士",
            ["司馬中原///副市長", "歐陽菲菲///處長", "張簡志明///股長", "范姜小梅///技士"],
        ),
        ("出國人員：王○○局長、李○○科員", ["王○○///局長", "李○○///科員"]),
        ("出國人員：張李美玲主任秘書", ["張李美玲///主任秘書"]),
        ("出國人員：交通局運輸管理科長王小芸", ["王小芸/交通局/運輸管理科/科長"]),
        ("出國人員：環保局長王大明、秘書處長李小華", ["王大明/環保局//局長", "李小華/秘書處//處長"]),
        ("出國人員：分署長王大明、分局長李小華", ["王大明///分署長", "李小華///分局長"]),
        ("出國人員：新北市政府警察局三峽分局偵查佐王大明", ["王大明/新北市政府警察局三峽分局//偵查佐"]),
        ("主辦：本部\n出國人員：王大明 環境部大氣環境司 技正", ["王大明/環境部/大氣環境司/技正"]),
        (
            "出國人員：1.王大明（林業署 組長）2.李小華（林業署 技正）",
            ["王大明/林業署//組長", "李小華/林業署//技正"],
        ),
        ("出國人員：王小芸、李大華", ["王小芸///", "李大華///"]),
        (
            "9/15–9/19 去日本福岡參加會議，水利局3個人：藍渡川科長、晏聽雨",
            ["藍渡川/水利局//科長", "晏聽雨/水利局//"],
        ),
        ("水利局2個人：藍渡川科長、晏聽雨", ["藍渡川/水利局//科長", "晏聽雨/水利局//"]),
        ("團長：藍渡川科長、晏聽雨，都是水利局", ["藍渡川/水利局//科長", "晏聽雨/水利局//"]),
        ("水利局2個人：藍渡川科長，高興了一天", ["藍渡川/水利局//科長"]),
        ("出國人員：王小芸科長及李大華股長", ["王小芸///科長", "李大華///股長"]),
        (
            "出國人員：\n1. 王小芸 交通局 科員\n2. 李大華 交通局 股長",
            ["王小芸/交通局//科員", "李大華/交通局//股長"],
        ),
        (
            "我是王小芸，彰化縣政府農業處農務科技士，跟科長李大華一起去",
            ["王小芸/彰化縣政府農業處/農務科/技士", "李大華/彰化縣政府農業處/農務科/科長"],
        ),
        (
            "服務機關：桃園市政府觀光旅遊局\n姓名：林志明\n職稱：科員\n單位：行銷科",
            ["林志明/桃園市政府觀光旅遊局/行銷科/科員"],
        ),
        (
            "姓名：林志明　服務機關：桃園市政府觀光旅遊局　職稱：科員",
            ["林志明/桃園市政府觀光旅遊局//科員"],
        ),
        (
            "姓名\t服務機關\t單位\t職稱\n林志明\t觀光旅遊局\t行銷科\t科員\n黃美惠\t觀光旅遊局\t行銷科\t科長",
            ["林志明/觀光旅遊局/行銷科/科員", "黃美惠/觀光旅遊局/行銷科/科長"],
        ),
        (
            "| 職稱 | 姓名 | 服務機關 |\n|---|---|---|\n| 科員 | 谷縱・喀勒 | 原住民族事務委員會 |",
            ["谷縱・喀勒/原住民族事務委員會//科員"],
        ),
    ],
)
def test_travellers_in_many_writings(text, found):
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "我跟李大華股長一起去",
        "人員很多",
        "去的人還沒確定",
        "聯絡人姓名：林志明",
        "同行：再確認",
        "成員城市有27個",
    ],
)
def test_a_list_that_would_be_wrong_or_incomplete_stays_empty(text):
    """「我跟李大華」 does not say who 我 is: half a list of travellers is worse than none."""
    assert people(text) == []


def test_companions_said_later_join_the_list():
    assert people("出國人員：王小芸/交通局/運輸管理科/技士", "同行人員：李大華/環保局/綜合企劃科/科員") == [
        "王小芸/交通局/運輸管理科/技士",
        "李大華/環保局/綜合企劃科/科員",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "林志明",
        "賴志明",
        "鹿文",
        "陳文",
        "歐陽菲菲",
        "張簡志明",
        "張李美玲",
        "王○○",
        "谷縱・喀勒芳安",
        "陳登科",
    ],
)
def test_names(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "word",
    ["單位", "王局長", "李主任", "高雄市", "文書科", "江蘇省政府", "應該可以", "林", "交通局", "Lin", ""],
)
def test_what_only_looks_like_a_name(word):
    assert not is_name(word)


@settings(deadline=None)  # the first reading loads the names of the countries
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_lines_are_read_without_harm(lines):
    names = [person.name for person in travellers_in(lines)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ruotian Bei, Water Resources Bureau, engineer", ["Ruotian Bei/Water Resources Bureau//engineer"]),
        ("Ruotian Bei / Water Resources Bureau / Flood Section / Engineer", ["Ruotian Bei/Water Resources Bureau/Flood Section/Engineer"]),
        ("Ruotian Bei", ["Ruotian Bei///"]),
        ("Testville City Government", []),
        ("landed, bag lost", []),
    ],
)  # fmt: skip
def test_who_answers_in_latin_letters_is_understood_too(line: str, found: list[str]):
    people_found = travellers_in([line], bare=True)
    assert [f"{p.name}/{p.agency}/{p.unit}/{p.title}" for p in people_found] == found
