"""From chat to report: what is rewritten, what must not be."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.numerals import find_numbers
from drafting.wording.register import dated, written


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("OK 收。所以為什麼要去：今年改選", "今年改選"),
        ("為什麼要去（股長口述）：捷運通了", "捷運通了"),
        ("還有課長說停車費倒過來算", "課長說停車費倒過來算"),
        ("還有一個大都會", "另有一個大都會"),
        ("另外有「司機養成金」", "另有「司機養成金」"),
        ("另一半時間談經費", "另一半時間談經費"),
        ("開始了 接待我們的是課長", "接待我們的是課長"),
        ("文字版： 三站看下來", "三站看下來"),
        ("我補我的：C組讓我放心", "C組讓我放心"),
        ("聽下來主軸：在地", "主軸：在地"),
        ("第一，颱風來的時候", "颱風來的時候"),
        ("第一站汐見公園", "第一站汐見公園"),
        ("各位參展夥伴：共有15家", "共有15家"),
        ("好多人排隊", "好多人排隊"),
        ("原來的做法", "原來的做法"),
        ("其實資料很多", "資料很多"),
        ("其實施成效良好", "其實施成效良好"),
        ("原來堤防高3公尺", "原來堤防高3公尺"),
        ("原來協會以前沒來過", "協會以前未曾來過"),
        ("老實說明原因就好", "老實說明原因就好"),
    ],
)
def test_openings_that_lead_nowhere_are_left_out(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("月台跟車廂間隙4公分", "月台與車廂間隙4公分"),
        ("對得上，跟感測器一致", "對得上，與感測器一致"),
        ("跟著走就對了", "跟著走就對了"),
        ("進度跟不上", "進度跟不上"),
        ("去台中開會", "去臺中開會"),
        ("月台東側", "月台東側"),
        ("4台大巴", "4台大巴"),
        ("這次怎麼辦", "本次如何因應"),
        ("怎麼樣都行", "怎麼樣都行"),
        ("英文超好", "英文相當好"),
        ("超過五人", "超過五人"),
        ("衝擊蠻大的", "衝擊相當大"),
        ("看人家怎麼做", "看對方如何做"),
        ("老人家來學習", "老人家來學習"),
        ("市長＋副市長88", "市長及副市長88"),
        ("濟州知事=主席", "濟州知事即主席"),
        ("一年內＝地面色線", "一年內：地面色線"),
        ("全場滿 約500人", "全場滿座，約500人"),
        ("全場滿意", "全場滿意"),
        ("分成一堆一堆", "分成一堆一堆"),
        ("資料一堆", "資料許多"),
        ("我追問資料", "追問資料"),
        ("我國與會", "我國與會"),
        ("每月10號結算", "每月10日結算"),
        ("選3號方案", "選3號方案"),
        ("很棒XD", "很棒"),
        ("真的嗎？？", "真的嗎？"),
    ],
)
def test_words_of_chat_have_a_written_twin_and_words_that_only_look_alike_stay(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    ("typed", "report", "alike"),
    [
        ("岸電箱真的蠻大的", "岸電箱相當大", "岸電箱不是真的很大"),
        ("出發去海城港", "出發前往海城港", "9點出發去"),
        ("代表跟大會要電子檔", "代表向大會索取電子檔", "議題與對方要資料交換"),
        ("也拜託她改選支持臺中", "也請她改選支持臺中", "拜託各位幫忙"),
        ("拜託下屆支持臺中", "請託下屆支持臺中", "拜託各位幫忙"),
        ("晚上碰到聊了一下", "晚上相遇交談", "碰到了他"),
        ("晚上聊了一下", "晚上交談", "聊了一下午"),
        ("他聊到改選", "他談到改選", "無聊到沒人聽"),
        ("主席有事來不了", "主席因故無法到場", "沒有事不能來"),
        ("邀請卡親手給了", "邀請卡當面遞交", "親手給了他"),
        ("主持人有一句話我抄下來了：先畫水", "主持人表示：先畫水", "牆上有一句話我抄下來了：先畫水"),
        ("他們的做法值得學：先畫水", "他們的做法值得參考：先畫水", "值得學生參考"),
        ("協會以前沒在海城開過會", "協會以前未曾在海城開過會", "以前沒有在地廠商"),
        ("1980年就列世界遺產", "1980年即列世界遺產", "3年就到期"),
        ("本市當了兩年觀察員", "本市擔任兩年觀察員", "上當了3年"),
        ("大會排的參訪", "大會安排的參訪", "車位排的車"),
        ("推介會＋第2屆會議＋展示會", "推介會、第2屆會議及展示會", "1+1+1"),
        ("每班6個人，兩個人一組", "每班6人，兩人一組", "3個人專區"),
        ("設好幾個小組", "設多個小組", "最好幾個小組"),
        ("司儀一直強調人數", "司儀一再強調人數", "水一直流"),
        ("新會員4案都過", "新會員4案均通過", "3個專案都過了"),
        ("三家一起辦", "三家共同辦理", "護照簽證一起辦"),
        ("委員會2017設的", "委員會於2017年設立", "密碼2019設的"),
        ("2006以來每兩年一次", "2006年以來每兩年一次", "報名滿2000之後"),
        ("一組大概12萬元", "一組約12萬元", "最大約120公釐"),
        ("表演跳了快半小時", "表演跳了近半小時", "速度加快三倍"),
    ],
)
def test_turns_of_speech_have_a_written_twin_and_what_only_looks_alike_stays(typed, report, alike):
    assert written(typed) == report
    assert written(alike).strip("，") == alike.strip("，")


@pytest.mark.parametrize(
    "typed",
    [
        *(f"館內有3個人{rest}" for rest in (
            "工智慧展區", "行道改善案", "權團體", "事單位", "類學家", "民團體", "形機器人", "才培育計畫", "孔", "文景點", "造島", "偶",
            "體模型", "數統計點", "工島", "車分離路口", "本交通示範區", "參田", "同意書", "坐墊", "都市計畫案",
        )),
        "報名人數滿2000之後截止", "2030之後管制進出", "房號2015之後", "明年再加2個城市，就100個",
        "年輕人不夠重視防災", "現場人不夠坐", "人不夠，投票改期", "小孩零用錢不夠", "居民錢不夠",
        "沒有夠大的場地", "只有夠資格的人", "有沒有夠多", "有夠用的經費",
        "要求廠商老實說明原因", "他不老實說話", "請廠商配合，老實說明", "請廠商配合，老實說，不要隱瞞",
        "這個會是全球最大的城市會議，由市政府主辦的", "這個會是不是市府主辦的",
        "車輛一個一個過", "一個一個月的計畫", "分成一個一個小組", "路上才一堆警察", "學員跑到山上避難", "員工跑去別的公司",
        "學員自己導覽", "居民的錢如何保管", "他當了5年級導師", "便當了3年", "是不是真的很重要", "不要辦，活動太多",
        "面積不大約30坪", "放大約3倍", "做好幾個準備", "檔案都過了", "方案都過了期", "手續一起辦", "附表3個人、團體名冊", "附件2個人、團體名冊", "態度認真的很少", "出發去程3小時", "日語值得學",
    ],
)  # fmt: skip
def test_the_same_characters_in_another_sentence_stay_as_they_were_written(typed):
    """The gate does not see what these rules change: each of these was once changed into something else."""
    assert written(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "再加 個人",
        "一 個人",
        "好幾",
        "真的",
        "甲＋",
        "聊了一下",
        "當了十",
        "拜託",
        "2017設的",
        "有事",
        "以前沒在",
        "跟我們要",
    ],
)
def test_turns_of_speech_are_looked_for_in_a_moment(typed, moments):
    with moments():
        written(typed * (40_000 // len(typed)))


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("4/10到4/12三天", "4月10日至4月12日三天"),
        ("9/12－15 泗水", "9月12日至15日泗水"),
        ("2026/05/11 上午", "2026年5月11日上午"),
        ("2026-05-11 上午", "2026年5月11日上午"),
        ("2004/4成立", "2004年4月成立"),
        ("大會4/10開始，13號是參訪", "大會4月10日開始，13日是參訪"),
        ("13號是備用機", "13號是備用機"),
        ("占3/4的人口", "占3/4的人口"),
        ("比例 1/3 的人", "比例1/3的人"),
        ("3/5%", "3/5%"),
    ],
)
def test_dates_are_written_out_and_shares_are_not_dates(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("市長Ms. Ana (海城)致詞,很好", "市長Ms. Ana（海城）致詞，很好"),
        ("聯盟（Low Carbon Cities）成立", "聯盟(Low Carbon Cities)成立"),
        ("主任 氷室紗英", "主任氷室紗英"),
        ("預算 1,200 萬", "預算1,200萬"),
        ("14:30開始", "14:30開始"),
        ("Hello, world", "Hello, world"),
    ],
)
def test_marks_are_full_width_beside_chinese_only(typed, report):
    assert written(typed) == report


def test_what_stands_in_quotation_marks_stays_as_it_was_said():
    assert (
        written("他說：「今天跟我們這次超好」這次跟上次不同") == "他說：「今天跟我們這次超好」本次與上次不同"
    )


UNITS = ("人", "件", "%", "萬元", "公里", "家", "座", "日圓", "分鐘")
NUMBERS = st.one_of(
    st.integers(1, 99_999).map(str),
    st.integers(1000, 9_999_999).map(lambda n: f"{n:,}"),
    st.decimals(Decimal("0.1"), Decimal("99.9"), places=1).map(str),
)
WORDS = st.sampled_from(
    ("抽水站跟閘門", "這次參訪", "我們市府", "超好，", "他們怎麼做 ", "還有導覽員＋志工", "台中港", "「每天跟著做」", "(全區)", "OK ", "→", "王小芸", "Ms. Ana Harbour ")
)  # fmt: skip


@given(st.lists(st.tuples(WORDS, NUMBERS, st.sampled_from(UNITS)), min_size=1, max_size=6))
def test_numbers_keep_their_values_whatever_stands_around_them(pieces):
    typed = "".join(f"{word}{number}{unit}" for word, number, unit in pieces)
    before = sorted((n.value, n.unit) for n in find_numbers(typed))
    assert sorted((n.value, n.unit) for n in find_numbers(written(typed))) == before


@given(st.text(alphabet="跟這次我們超好台中4/102026號（）() ，。「」→=＋還有今天第一", max_size=60))
def test_rewriting_twice_changes_no_digit_that_rewriting_once_left(text):
    once = written(text)
    digits = re.findall(r"\d", dated(once))
    assert re.findall(r"\d", written(once)) == digits or len(written(once)) < len(once)


@pytest.mark.parametrize(
    "unit", ["會", "(我", "（", " ", "…", "~", "啦", "A ", "1/", "「", "→ ", "A = ", "長 ", "!", "不是"]
)
def test_a_message_of_forty_thousand_signs_is_read_in_a_moment(unit, moments):
    with moments():
        written(unit * (40_000 // len(unit)))


def test_full_width_digits_become_plain_ones():
    assert written("全長３８５公里，坡度８％") == "全長385公里，坡度8%"
