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
        ("我們市府資料多", "本府資料多"),
        ("我們市長致詞", "我們市長致詞"),
        ("站長說我們局裡沒有備援", "站長說我們局裡沒有備援"),
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
        ("岸電箱真的蠻大的", "岸電箱相當大", "水真的進來過"),
        ("排水溝有夠深", "排水溝相當深", "人手有夠"),
        ("下午跑去看岸電箱", "下午前往觀看岸電箱", "訊號跑去看板上"),
        ("我們跑到第二站", "我們跑到第二站", "資料跑到哪裡沒人知道"),
        ("課長又跑去機房", "課長又前往機房", "小朋友跑去拿水"),
        ("出發去海城港", "出發前往海城港", "9點出發去"),
        ("代表跟大會要電子檔", "代表向大會索取電子檔", "大會要到週三才有名片"),
        ("也拜託她改選支持臺中", "也請她改選支持臺中", "拜託各位幫忙"),
        ("路上才一堆警察", "路上才有許多警察", "路上才一半警察"),
        ("議程一個一個過", "議程逐項檢視", "一個一個月過去"),
        ("到的是臺北、臺中，就兩個", "到的是臺北、臺中，僅兩個", "，就三天可以完工"),
        ("拜託下屆支持臺中", "請託下屆支持臺中", "拜託各位幫忙"),
        ("晚上碰到聊了一下", "晚上相遇交談", "碰到了他"),
        ("晚上聊了一下", "晚上交談", "晚上聊天"),
        ("他聊到改選", "他談到改選", "聊了天"),
        ("錢不夠、人不夠", "經費不足、人力不足", "賺的錢不夠用，有錢不夠"),
        ("抽水站的錢怎麼籌", "抽水站的經費如何籌", "他的錢包"),
        ("主席有事來不了", "主席因故無法出席", "有事來不及說"),
        ("市長自己出來接", "市長親自迎接", "水自己出來"),
        ("站長自己導覽", "站長親自導覽", "機器自己運轉"),
        ("邀請卡親手給了", "邀請卡當面遞交", "親手給了他"),
        ("這個會是市府跟協會(GADC)合辦的。", "本會議由市府與協會(GADC)合辦", "這個會是今天辦的"),
        ("主持人有一句話我抄下來了：先畫水", "主持人表示：先畫水", "有一句話很有名"),
        ("他們的做法很值得學：先畫水", "他們的做法值得參考：先畫水", "值得學生參考"),
        ("協會以前沒在海城開過會", "協會以前未曾在海城開過會", "以前沒錢"),
        ("1980年就列世界遺產", "1980年即列世界遺產", "3年就到期"),
        ("本市當了兩年觀察員", "本市擔任兩年觀察員", "當了會員"),
        ("大會排的參訪", "大會安排的參訪", "排的很長"),
        ("推介會＋第2屆會議＋展示會", "推介會、第2屆會議及展示會", "1+1+1"),
        ("每班6個人，兩個人一組", "每班6人，兩人一組", "3個人專區"),
        ("設好幾個小組", "設多個小組", "好幾乎沒有"),
        ("司儀一直強調人數", "司儀一再強調人數", "水一直流"),
        ("新會員4案都過", "新會員4案均通過", "每案都過了一年"),
        ("三家一起辦", "三家共同舉辦", "一起辦公"),
        ("委員會2017設的", "委員會於2017年設立", "預設的2017"),
        ("2006之後每兩年一次", "2006年之後每兩年一次", "編號12006之後"),
        ("一組大概12萬元", "一組約12萬元", "大概念"),
        ("站長老實說只有便當", "站長坦言只有便當", "他老實說出經過"),
        ("表演跳了快半小時", "表演跳了近半小時", "速度加快三倍"),
        ("他們還要辦 推介會＋展示會", "他們還要辦：推介會及展示會", "要辦，推介會"),
    ],
)
def test_turns_of_speech_have_a_written_twin_and_what_only_looks_alike_stays(typed, report, alike):
    assert written(typed) == report
    assert written(alike).strip("，") == alike.strip("，")


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
