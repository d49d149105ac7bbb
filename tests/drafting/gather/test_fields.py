"""The fields of the form, however civil servants write them."""

from datetime import date

import pytest

from drafting.gather import gather
from drafting.trip import Category, Classification, DestinationKind, Period
from tests.drafting.gather.told import BEFORE, paper, said, told

SEPTEMBER_3_TO_8 = Period(start=date(2026, 9, 3), end=date(2026, 9, 8))


@pytest.mark.parametrize(
    "text",
    [
        "出國期間：115年9月3日至115年9月8日", "出國期間：9/3–9/8", "出國日期 九月三日至八日", "出差時間：115年9月3日~9月8日(6天)",
        "日期：民國115年9月3日（四）起至9月8日（二）止，共6天", "期間：2026年9月3日（星期四）至2026年9月8日（星期二）",
        "期間 2026-09-03 ~ 2026-09-08", "參訪期程：115.9.3-115.9.8", "期　　間：9/3-9/8", "起訖日期：115/09/03～115/09/08",
        "去程 9/3 BR192，回程 9/8 BR191", "9/3去，9/8回", "9/3 出發 9/8 回國，地點是韓國首爾跟釜山",
        "預計115年9月3日啟程前往德國柏林，9月8日返臺", "我們9/3要去新加坡參加高峰會，9/5開會，9/8回來",
        "9/3–9/8 去美國加州洛杉磯", "115.09.03-115.09.08 越南河內", "出國期間9/3-9/8，報告日期12/8",
        "奉派於115年9月3日至9月8日赴中國大陸北京出席論壇", "各位好，9/3到9/8要去韓國開會",
    ],
)  # fmt: skip
def test_a_period_in_many_writings(text):
    assert told(text).period == SEPTEMBER_3_TO_8


@pytest.mark.parametrize(
    "text",
    [
        "出國期間：115年9月", "期間：9/8至9/3之間再確認", "開會是9/5", "研討會9/5到9/7，攤位9/6布展", "日期未定", "出國期間：9/3、9/5、9/8三個方案",
        "去年9/3去，前年9/8回",
    ],
)  # fmt: skip
def test_a_period_that_can_be_meant_two_ways_stays_empty(text):
    assert told(text).period is None


def test_a_period_said_twice_differently_in_passing_stays_empty():
    assert told("9/3–9/8 去美國開會", "9/10–9/12 去日本開會").period is None


def test_the_later_label_wins():
    assert (
        told("出國期間：9/1-9/5", "出國期間改了：9/1-9/5不行", "出國期間：9/3-9/8").period == SEPTEMBER_3_TO_8
    )


@pytest.mark.parametrize(
    ("text", "regions", "kind"),
    [
        ("出國地點：美國加州洛杉磯", ("美國",), DestinationKind.FOREIGN),
        ("目的地：香港", ("香港",), DestinationKind.HK_MACAU),
        ("這次去香港跟澳門參訪，9/3到9/5", ("香港", "澳門"), DestinationKind.HK_MACAU),
        ("地點：中國大陸廈門市", ("中國大陸",), DestinationKind.MAINLAND),
        ("前往國家：大陸地區（上海、杭州）", ("大陸地區",), DestinationKind.MAINLAND),
        ("目的地：上海、杭州", ("中國大陸",), DestinationKind.MAINLAND),
        ("計畫名稱：臺北市政府赴上海參加雙城論壇", ("中國大陸",), DestinationKind.MAINLAND),
        ("計畫名稱：中國醫藥大學附設醫院赴日本研習計畫", ("日本",), DestinationKind.FOREIGN),
        ("出國地區：日本、韓國", ("日本", "韓國"), DestinationKind.FOREIGN),
        ("地點：東京", ("日本",), DestinationKind.FOREIGN),
        ("案名：臺北市政府赴荷蘭鹿特丹考察海綿城市計畫", ("荷蘭",), DestinationKind.FOREIGN),
        ("計畫名稱：赴新加坡參加世界城市高峰會", ("新加坡",), DestinationKind.FOREIGN),
        ("目的地：聖地牙哥", (), DestinationKind.FOREIGN),
    ],
)
def test_the_destination_and_what_duties_it_brings(text, regions, kind):
    """A city that two countries have (聖地牙哥) names no country."""
    trip = told(text)
    assert (trip.regions, trip.destination) == (regions, kind)


@pytest.mark.parametrize(
    ("text", "person", "phone"),
    [
        ("聯絡人：林志明 (07)336-8333 轉 2345", "林志明", "(07)336-8333分機2345"),
        ("聯絡人 林志明科員 02-2720-8889分機1234", "林志明", "02-2720-8889分機1234"),
        ("聯絡電話：04-22289111轉23105\n聯絡人：林志明", "林志明", "04-22289111分機23105"),
        ("聯絡人：林志明\n聯絡電話 04-2228-9111 #12345", "林志明", "04-2228-9111分機12345"),
        ("承辦人：歐陽菲菲 0912-345-678", "歐陽菲菲", "0912-345-678"),
        (
            "聯 絡 人：林志明\n電　　話：\uff10\uff14\uff0d\uff12\uff12\uff12\uff18\uff19\uff11\uff11\uff11",
            "林志明",
            "04-22289111",
        ),
        ("聯絡窗口：林志明，電話04-22289111", "林志明", "04-22289111"),
        ("聯絡人：林先生", "", ""),
        ("聯絡人：再問科長", "", ""),
    ],
)
def test_whom_to_call(text, person, phone):
    trip = told(text)
    assert (trip.contact_person, trip.contact_phone) == (person, phone)


def test_the_contact_known_by_title_is_the_traveller_of_that_title():
    trip = told("出國人員：王小芸/交通局/運輸管理科/技士\n林志明/交通局/運輸管理科/股長", "聯絡人留股長就好")
    assert trip.contact_person == "林志明"


@pytest.mark.parametrize(
    ("text", "categories", "purposes"),
    [
        ("類別：考察（參訪）", (Category.STUDY_VISIT,), ()),
        ("類別：考察、訪問", (Category.STUDY_VISIT, Category.VISIT), ()),
        ("出國類別：其他（國際會議）", (Category.OTHER,), ("國際會議",)),
        ("性質：出席國際會議", (Category.OTHER,), ("國際會議",)),
        ("類別：■考察 □進修 □研究 □實習 □其他", (Category.STUDY_VISIT,), ()),
        ("□考察 □進修 □研究 □實習 ☑其他（☑國際會議 □業務接洽）", (Category.OTHER,), ("國際會議",)),
        ("這次算是考察", (Category.STUDY_VISIT,), ()),
        ("類別：□考察 □進修 □研究 □實習 □其他", (), ()),
    ],
)
def test_the_category_and_what_is_ticked(text, categories, purposes):
    """An unticked box is no answer."""
    trip = told(text)
    assert (trip.categories, trip.purposes) == (categories, purposes)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("附件：有", True), ("附件：1份（簡報）", True), ("含附件：□是 ■否", False), ("含附件：■是 □否", True), ("附件：無", False),
        ("沒有附件", False), ("附件：如附", True), ("附件我再想想", None),
    ],
)  # fmt: skip
def test_whether_there_are_attachments(text, answer):
    assert told(text).has_attachments is answer


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("報告日期：115年12月1日", date(2026, 12, 1)), ("報告繳交 115.6.30", date(2026, 6, 30)), ("報告繳交日期 115/11/30", date(2026, 11, 30)),
        ("報告要在12/8前繳交", None), ("報告期限是12/8", None), ("報告繳交期限：12/8", None), ("報告日期：115年12月", None),
    ],
)  # fmt: skip
def test_the_date_of_the_report_is_not_its_deadline(text, day):
    assert told(text).report_date == day


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("機密等級：普通", Classification.NONE), ("密等及解密條件：普通", Classification.NONE), ("密等：密", Classification.CONFIDENTIAL),
        ("機密等級：極機密", Classification.TOP_SECRET), ("本案列密件", Classification.CONFIDENTIAL), ("本案核定為機密級", Classification.SECRET),
        ("這不是密件", Classification.NONE), ("密等：非密", Classification.NONE), ("簡報很機密的樣子", Classification.NONE),
    ],
)  # fmt: skip
def test_the_classification(text, level):
    assert told(text).classification == level


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("出國計畫名稱：高雄市政府赴日本考察計畫", "高雄市政府赴日本考察計畫"), ("計畫名稱是「赴新加坡參加高峰會」", "赴新加坡參加高峰會"),
        ("題目就用「臺南市政府赴韓國考察文化資產計畫」", "臺南市政府赴韓國考察文化資產計畫"), ("桃園市政府赴德國考察智慧物流", "桃園市政府赴德國考察智慧物流"),
        ("局裡核定的是「考察北海道雪害防救計畫」", "考察北海道雪害防救計畫"), ("市政府的人很客氣", ""),
    ],
)  # fmt: skip
def test_the_name_of_the_plan(text, name):
    assert told(text).report_name == name


@pytest.mark.parametrize(
    ("texts", "agency"),
    [
        (("出國計畫主辦機關：教育部國民及學前教育署",), "教育部國民及學前教育署"),
        (("主辦單位是國際事務委員會",), "國際事務委員會"),
        (("出國人員：王小芸/衛生局/疾病管制科/技士", "由本局疾病管制科主辦"), "衛生局疾病管制科"),
        (("出國人員：王小芸/衛生局/疾病管制科/技士",), "衛生局"),
        (("大會由普吉灣產業聯誼會主辦",), ""),
        (("主辦的人很親切",), ""),
    ],
)
def test_the_agency_in_charge(texts, agency):
    assert told(*texts).host_agency == agency


def test_where_a_field_was_read_is_kept():
    trip = told("出國期間：9/3-9/8", "主辦機關：內政部", "出國期間：9/3-9/9")
    assert trip.sources == {"period": ("N3",), "host_agency": ("N2",)}


def test_a_loose_word_fills_a_gap_but_never_overrules_a_label():
    """「地點」 may begin a note about a visit as well."""
    trip = told("出國地區：日本", "地點：新加坡館二樓")
    assert trip.regions == ("日本",)


def test_an_official_paper_fills_the_form_and_a_hosts_brochure_does_not():
    letter = paper("出國計畫名稱：高雄市政府赴日本考察計畫\n出國期間：115年9月3日至9月8日")
    brochure = paper("主辦單位：橫濱展覽中心\n期間：9月1日至9月30日")
    assert gather(1, [letter], {}).period == SEPTEMBER_3_TO_8
    assert gather(1, [brochure], {}).sources == {}


def test_private_notes_fill_no_field():
    assert gather(1, [said("#私 出國期間：9/3-9/8", BEFORE)], {}).period is None
