"""What each message is good for."""

from datetime import timedelta

import pytest

from drafting.gather import gather
from drafting.material import Kind, Medium, Ref
from drafting.plan.routing import route
from tests.drafting.gather.told import BEFORE, ON_THE_WAY, PLAN, kind_of, on_the_way, said

AFTER = ON_THE_WAY + timedelta(days=6)


@pytest.mark.parametrize(
    "text",
    [
        "心得：資料公開做得徹底", "心得一、流程透明", "#心得 今天的觀察", "感想：會議準時", "我覺得他們的志工制度很扎實", "最大的收穫是流程",
        "原本以為是硬體，結果是人", "人家把資料放上網，我們還在發公文",
    ],
)  # fmt: skip
def test_impressions(text):
    assert kind_of(text) is Kind.IMPRESSION


@pytest.mark.parametrize(
    "text",
    [
        "建議：先試辦", "建議1 先試辦共乘", "建議事項：\n1. 先試辦\n2. 再推廣", "建議本市先試辦共乘", "擬建議本府研議辦理", "本市可參考橫濱作法，導入水位看板",
        "值得本市借鏡", "可供本市參考", "未來可評估引進", "回去要盤點現有站點", "下次應該提早訂攤位",
    ],
)  # fmt: skip
def test_suggestions(text):
    assert kind_of(text) is Kind.SUGGESTION


@pytest.mark.parametrize(
    "text",
    [
        "局長建議我們先試辦", "講者提醒說資料要公開", "建議書已經交給對方", "會場有400個攤位", "天氣站的資料每10分鐘更新一次", "午餐會與市長談合作",
        "橫濱市未來應規劃的路線有3條",
    ],
)  # fmt: skip
def test_facts(text):
    """Somebody else's advice is a fact of the trip."""
    assert kind_of(text) is Kind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "OK", "收到，謝謝", "好的", "晚餐吃拉麵", "我媽叫我買藥", "今天好累，腳好痠", "天氣很好", "🍣🍣", "哈哈哈", "https://example.org/a", "/draft",
        "/draft@suixing_bot。", "報告要在12/8前繳交", "測試", "等等再補", "本日行程結束",
    ],
)  # fmt: skip
def test_asides_and_chatter(text):
    assert kind_of(text) is Kind.ASIDE


@pytest.mark.parametrize(
    "text",
    ["到站了，準備去會場", "上車了，往公園協會", "累，先休息", "明早八點集合，好早", "Arrived at Haneda, tired", "終於到會場了！", "出發了"],
)  # fmt: skip
def test_who_is_only_on_the_way_tells_nothing(text):
    assert kind_of(text) is Kind.ASIDE


@pytest.mark.parametrize(
    "text",
    ["到會場了，已經有300人入座", "出席論壇", "下午拜會市府", "上車了，車上由王局長簡報", "抵達馬爾丹", "等候檢查時間約兩小時"],
)  # fmt: skip
def test_what_tells_more_than_that_is_kept(text):
    assert kind_of(text) is Kind.FACT


@pytest.mark.parametrize(
    "text", ["不要寫進報告：主席發了脾氣", "主席發了脾氣。這段不要寫。", "別寫進去喔，他們很缺錢"]
)
def test_what_is_to_stay_out_of_the_report_stays_out(text):
    assert kind_of(text) is Kind.PRIVATE


def test_what_the_traveller_calls_it_wins():
    assert kind_of("會場有400個攤位", label=Kind.IMPRESSION) is Kind.IMPRESSION
    assert kind_of("我覺得很棒", label=Kind.FACT) is Kind.FACT


def test_forwarded_words_are_never_the_travellers_impression_or_suggestion():
    for text in ("我覺得很棒", "建議：先試辦", "心得：資料公開"):
        assert kind_of(text, own=False, forwarded_from="陳大文") is Kind.FACT
    assert kind_of("OK", own=False, forwarded_from="陳大文") is Kind.ASIDE


def test_what_a_co_traveller_is_forwarded_to_say_is_own():
    people = said("出國人員：王小芸/交通局/運輸科/科員\n陳大文/交通局/運輸科/科長", BEFORE, 800)
    forward = said("我覺得很棒", ON_THE_WAY, 2, own=False, forwarded_from="陳大文")
    found = on_the_way(people, forward)[-1]
    assert (found.own, found.kind) == (True, Kind.IMPRESSION)


def test_a_supervisors_word_about_the_report_is_no_fact_of_the_trip():
    assert kind_of("報告要寫清楚成效", at=AFTER, own=False, forwarded_from="局長室") is Kind.ASIDE


def test_what_is_written_after_the_return_and_nothing_else_claims_is_an_impression():
    assert kind_of("整體來看，小城市的目標訂得很遠", at=AFTER) is Kind.IMPRESSION


def test_before_the_trip_nothing_is_an_impression_yet():
    assert kind_of("我覺得這次要多問補助", at=BEFORE) is Kind.FACT


def test_a_heading_holds_for_the_notes_that_follow_within_the_hour():
    kinds = [
        piece.kind
        for piece in on_the_way(
            said("建議：", ON_THE_WAY, 2),
            said("先試辦三個月再擴大", ON_THE_WAY + timedelta(minutes=5), 3),
            said("票價單一，每趟100日圓", ON_THE_WAY + timedelta(minutes=90), 4),
        )
    ]
    assert kinds[1:] == [Kind.SUGGESTION, Kind.FACT]


def test_a_note_that_filled_the_form_is_particulars_unless_it_tells_more():
    assert kind_of("聯絡人：林志明 04-22289111") is Kind.PARTICULARS
    form = """出國計畫名稱：高雄市政府赴日本熊本考察半導體人才培育及產學合作計畫
主辦機關：高雄市政府經濟發展局
聯絡人：陳美玲
聯絡電話：07-336-8333轉2345
出國人員：王大明局長、李小華科長、陳美玲科員
出國類別：考察（參訪）
含附件：有，簡報一份
報告日期：115年12月1日
出國地區：日本熊本縣熊本市
機密等級：普通"""
    assert len(form) > 160
    assert kind_of(form) is Kind.PARTICULARS
    story = (
        "主辦單位：九州產業局\n"
        + "科學園區由縣府統一開發，水電與道路先行，廠商進駐前兩年就與高中合作開課。" * 5
    )
    assert kind_of(story) is Kind.FACT


def test_what_follows_the_private_mark_is_cut_off_and_the_rest_is_used():
    piece = on_the_way(said("會場有400個攤位 #私 主席心情不好", ON_THE_WAY, 2, label=Kind.PRIVATE))[0]
    assert (piece.text, piece.kind) == ("會場有400個攤位", Kind.FACT)
    whole = on_the_way(said("#私 主席心情不好", ON_THE_WAY, 2))[0]
    assert whole.kind is Kind.PRIVATE


def test_pictures_papers_and_places_are_facts_and_contacts_are_not():
    media = {Medium.PHOTO: "P2", Medium.PAPER: "D2", Medium.PLACE: "L2", Medium.CONTACT: "C2"}
    kinds = {
        medium: on_the_way(said("好吃", ON_THE_WAY, 2, ref=Ref(ref), medium=medium))[0].kind
        for medium, ref in media.items()
    }
    assert kinds == {
        Medium.PHOTO: Kind.FACT,
        Medium.PAPER: Kind.FACT,
        Medium.PLACE: Kind.FACT,
        Medium.CONTACT: Kind.ASIDE,
    }


def test_an_edited_message_changes_the_trip_by_itself():
    before = gather(1, [said(PLAN), said("聯絡人：林志明", number=2)], {})
    after = gather(1, [said(PLAN), said("聯絡人：黃美惠", number=2)], {})
    assert (before.contact_person, after.contact_person) == ("林志明", "黃美惠")


@pytest.mark.parametrize(
    "text",
    [
        "此行目的是了解東京都公園委外管理的作法，作為本市公園管理之參考", "本次考察目的在於學習水位預警", "這趟的任務是簽署備忘錄",
        "目的是交流公園管理", "為了解東京都的公園委外制度，作為本市參考", "為瞭解抽水站維護，派員前往考察，值得本市參考",
        "The purpose of this trip is to learn how parks are run", "目的：了解公園委外，我覺得最重要",
    ],
)  # fmt: skip
def test_why_one_went_is_no_impression_whenever_it_is_told(text):
    """At home one still remembers why; under 心得 it would be missed in 目的, and 目的 would stand empty."""
    assert kind_of(text, at=AFTER) is Kind.FACT
    piece = on_the_way(said(text, AFTER, 2))[0]
    trip = gather(1, [said(PLAN), piece], {})
    assert route(trip).purpose == ("N2",)


@pytest.mark.parametrize(
    "text",
    [
        "為了解決漏水，本市可參考橫濱的作法",
        "目的是讓居民自己管公園",
        "目的達成了",
        "為了解民眾需求，園方每年問卷一次",
        "他們的目的是賺錢",
    ],
)
def test_what_others_aim_at_is_not_why_one_went(text):
    trip = gather(1, [said(PLAN), said(text, ON_THE_WAY, 2)], {})
    assert route(trip).purpose == ()


def test_a_purpose_told_right_after_an_impression_is_still_a_purpose():
    first, then = on_the_way(
        said("#心得 流程透明", AFTER, 2, label=Kind.IMPRESSION),
        said("此行目的是了解公園委外", AFTER + timedelta(minutes=1), 3),
    )
    assert (first.kind, then.kind) == (Kind.IMPRESSION, Kind.FACT)
