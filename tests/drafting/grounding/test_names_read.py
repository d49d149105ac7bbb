"""Names are told from words by which reading is the likelier one: no capitals, and every surname is part of words too."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.grounding import unsupported
from drafting.grounding.chinese_names import names_in
from drafting.grounding.gazetteer import places_in
from drafting.grounding.lexicon import price, words_at
from drafting.grounding.script import plain


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in names_in(plain(text))]


def stopped(text: str, *sources: str) -> list[tuple[str, str]]:
    return [(u.text, u.kind) for u in unsupported(text, sources)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("林測甲與郭某某出席，王海明說明計畫。", ["林測甲", "郭某某", "王海明"]),
        ("會中陳淑芬在致詞時提到經費。", ["陳淑芬"]),
        ("歐陽志豪議員發言。", ["歐陽志豪"]),
        ("由召集人高建宏主持。", ["高建宏"]),
        ("教授薩利納斯隨行。", ["薩利納斯"]),
    ],
)
def test_names_are_found_without_a_list_of_them(text, names):
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "高興地說方面的成功，於是連續高速成長，周五舉行。",
        "任何人都可以參加，方便大家；許多金融機構申請，何時開放尚未決定。",
        "張貼公告，張開雙手，三張圖，兩周後。",
        "白色建築旁有一段石牆，江水溫和。",
        "高度重視、廣泛宣導、程序完備、項目齊全。",
    ],
)
def test_words_that_begin_like_names_are_words(text):
    assert read(text) == []


def test_a_post_is_no_given_name():
    assert read("王局長與陳文科員、李科長同行。") == ["陳文"]
    assert stopped("王局長致詞。", "局長王測乙致詞") == []


def test_what_stands_beside_a_name_decides():
    """高山 is a mountain, unless somebody of such a name speaks."""
    assert read("高山峰頂的站") == []
    assert read("局長高山峰說明") == ["高山峰"]


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("前往韓國考察。", "上午在東京考察", [("韓國", "place")]),
        ("前往巴黎考察。", "上午在東京考察", [("巴黎", "place")]),
        ("前往韓國考察。", "拜會大韓民國的議會", []),
        ("前往南韓考察。", "We left South Korea", []),
        ("在巴黎開會。", "The meeting in Paris", []),
        ("我國與臺灣的中國菜。", "晚宴", []),
        ("加西亞市長致詞。", "加西亞市長致詞，西亞沒有", []),
    ],
)
def test_a_country_or_a_great_city_has_to_be_named_in_some_language(text, source, found):
    assert [u for u in stopped(text, source) if u[1] == "place"] == found


def test_the_longest_place_counts():
    text = plain("印度尼西亞與印度")
    assert [text[a:b] for a, b in places_in(text)] == [plain("印度尼西亞"), "印度"]


@given(st.text(alphabet="王林高在的說、。張三歐陽志明與卡特森A1", max_size=30))
def test_names_stand_apart_and_in_order(text):
    spans = list(names_in(plain(text)))
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
    assert all(0 <= a < b <= len(text) for a, b in spans)


@given(st.text(alphabet="高興王海明的在方面周五", min_size=1, max_size=8))
def test_a_reading_is_never_dearer_than_its_single_characters(text):
    run = plain(text)
    assert price(run) <= sum(words_at(run, at)[0][1] for at in range(len(run)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("120年前臺灣寶島的故事。", "120年前的寶島臺灣，臺灣寶島"),
        ("近年來上市公司增多。", "上市公司共有775家"),
        ("為了促進亞洲地區的合作。", "首屆亞洲高峰會"),
        ("福建省電力有限公司派員。", "福建省電力公司"),
        ("位於甘孜藏族自治州。", "甘孜州雅江縣"),
        ("民航總局說明。", "中國民航局公布"),
    ],
)
def test_a_body_begins_after_what_is_no_name_and_may_be_called_shorter(text, source):
    assert [u for u in stopped(text, source) if u[1] != "number"] == []


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("為了促進西南民族大學的合作。", "中央民族大學", "西南民族大學"),
        ("福建省電信有限公司派員。", "福建省電力公司", "電信有限公司"),
        ("去年訪問的港務局。", "市政府", "港務局"),
        ("投資促進局接待。", "投資審議會", "投資促進局"),
        ("赴日本市民中心參訪。", "去市民活動中心", "日本市民中心"),
        ("涵蓋李海明的報告。", "王海明的報告", "李海明"),
        ("拜會明石消防本部。", "拜會西宮消防本部", "明石消防本部"),
        ("臺灣資本銀行代表到場。", "有代表到場", "臺灣資本銀行"),
        ("中國劇本協會代表到場。", "有代表到場", "中國劇本協會"),
        ("參觀古本中心。", "參觀中心", "古本中心"),
        ("桃園林文華局長接待。", "拜會桃園，參觀文華高中", "林文華"),
        ("桃園林文華接待。", "拜會桃園，參觀文華高中", "林文華"),
        ("國王志明局長致詞。", "參訪志明國中", "王志明"),
        ("山林文華局長接待。", "參訪文華高中", "林文華"),
    ],
)
def test_another_body_is_stopped_by_its_name_alone(text, source, wrong):
    assert [name for name, _ in stopped(text, source)] == [wrong]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("參訪玄浦防災學習中心。", "第三站玄浦防災學習中心，免費"),
        ("切斷市電後發電機接上。", "把市電切掉，發電機接上"),
        ("圓桌會議討論港區與市區的預警。", "預警由港區和市區一起訂"),
        ("會後有代表索取社區防災士教材。", "代表想要社區防災士的教材"),
        ("於4月底前訂定港區的門檻。", "在4月底前訂出港區的門檻"),
        ("將辦理杭州推介會。", "還要辦 杭州推介會"),
        ("設有理事會與執行局。", "上面兩層：理事會、執行局"),
        ("雙方未互設辦事處。", "雙方沒有互設辦事處"),
        ("臺灣僅本市一組。", "臺灣來的只有我們一組"),
        ("趙副秘書長曾任大使。", "副秘書長趙測丙以前是大使"),
        ("以推演為例，說明港區與市區的警戒。", "拿推演當例子：港區跟市區的警戒"),
        ("說明本局自去年開始試辦。", "局裡的試辦從去年開始"),
        ("供日後本市辦理時參考。", "以後我們要辦可以參考"),
        ("由王測甲代表本局致贈，依本局規定辦理。", "王測甲送禮，照局裡規定"),
        ("上設理事會與執行局。", "上面兩層：理事會、執行局"),
        ("善用社區防災士。", "社區防災士的教材"),
        ("於B組簡報社區防災士試辦情形。", "B組我方簡報，社區防災士"),
        ("製作一張涵蓋花博與青運的摺頁。", "做一張摺頁，花博、青運放一起"),
    ],
)
def test_the_verbs_of_official_style_are_no_part_of_a_name(text, source):
    assert [u for u in stopped(text, source) if u[1] != "number"] == []


def test_a_city_after_a_year_is_no_count_of_machines():
    """2018臺中世界花卉博覽會 has a year and a city; 3臺 are three machines."""
    assert stopped("宣傳2018臺中博覽會。", "宣傳 2018 臺中博覽會") == []
    assert ("3臺", "number") in stopped("購置3臺抽水機。", "購置2臺抽水機。")
