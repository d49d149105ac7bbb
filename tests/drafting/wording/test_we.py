"""Who 我們 is in what happened: the office and its people where that is sure, and otherwise whoever it was before."""

import pytest

from drafting.material import Kind, Medium
from drafting.trip import Traveller
from drafting.wording.trip_statements import TripStatements
from drafting.wording.we import ours, tells_of_us
from tests.drafting.plan.invented import said, trip_of

ALONE = trip_of()
COLLEAGUE = Traveller(name="陳大同", agency="臺中市政府秘書處", unit="國際科", title="科員")
GUEST = Traveller(name="陳大同", agency="高雄市政府水利局", unit="工程科", title="科員")
TOGETHER = ALONE.model_copy(update={"travellers": (*ALONE.travellers, COLLEAGUE)})
OF_TWO_CITIES = ALONE.model_copy(update={"travellers": (*ALONE.travellers, GUEST)})


def written(text: str, *, told: str = "", trip=ALONE, **more) -> str:
    piece = said("N1", told + text, **more)
    return ours(text, piece, trip) if tells_of_us(piece, trip) else text


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("我們搭電車到港邊。", "搭電車到港邊。"),
        ("下午我們參觀第二抽水站。", "下午參觀第二抽水站。"),
        ("我們一行抵達抽水站。", "一行抵達抽水站。"),
        ("門沒開，我們前往第二站。", "門沒開，本府人員前往第二站。"),
        ("我們坐第7桌。", "本府人員坐第7桌。"),
        ("會後我們交換名片。", "會後本府人員交換名片。"),
    ],
)
def test_who_went_there_is_the_offices_people_or_nobody_where_the_sentence_begins_with_it(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("課長在門口接待我們。", "課長在門口接待本府人員。"),
        ("路口的警察與我們揮手。", "路口的警察與本府人員揮手。"),
        ("大會把我們排在第7桌。", "大會把本府排在第7桌。"),
        ("3個城市的代表向我們索取電子檔。", "3個城市的代表向本府索取電子檔。"),
        ("臺灣來的只有我們一組。", "臺灣來的只有本府一組。"),
        ("與我們最有關的是第2條。", "與本府最有關的是第2條。"),
        ("拜託她改選支持我們。", "拜託她改選支持本府。"),
        ("議員想藉我們這種訪團對外發聲。", "議員想藉訪團對外發聲。"),
        ("我們臺灣的作法不同。", "臺灣的作法不同。"),
        ("我們這桌整理出三點共識。", "本桌整理出三點共識。"),
    ],
)
def test_what_was_done_to_the_travellers_or_beside_them_names_the_office(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    "typed",
    [
        "站長說：「我們每個月演練一次。」",
        "站長說我們每個月演練一次。",
        "對方表示我們可以共用值班室。",
        "對方希望我們參加明年的大會。",
        "站長介紹完設備，說我們坐的是備用電車。",
        "站長：我們每個月斷電一次。",
        "意思是拜託各位回去幫我們說話。",
        "我們參加演練已經十年，站長說。",
        "本人聽站長說與我們最有關的是斷電。",
        "本人問到斷電時站長回答與我們最有關的是油量。",
        "他請大家改選支持我們。",
        "我問站長停電如何因應，站長回答我們有柴油發電機。",
        "講者的結論，我們搭電車最省。",
        "館長 我們搭電車到港邊。",
        "志工\n我們搭電車到港邊。",
        "我們坐第3排等了一夜，志工回憶。",
    ],
)
def test_what_others_said_stays_theirs(typed):
    assert written(typed) == typed


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ("館長介紹該館沿革。", "我們國家第一座防災館是這一座。"),
        ("館長：志工怎麼來？", "我們國家規定每人服務12小時。"),
        ("志工分享經驗。", "我們帶了20個孩子逃到山上。"),
        ("志工分享經驗。", "我們坐在屋頂等了2天。"),
        ("市長介紹災後重建。", "我們搭了300戶組合屋。"),
        ("市長介紹災後重建。", "隨後我們合影。"),
        ("主任解說。", "我們參訪過臺灣3次。"),
        ("主任解說。", "我們參加了聯合國計畫。"),
        ("居民談當晚。", "我們搭電車到港邊。"),
        ("站長舉例。", "我們搭電車到港邊。"),
        ("課長說明收費。", "我們收到邀請才去。"),
        ("市長致詞 歡迎各國。", "我們搭電車上下山。"),
        ("本人請教經費\n課長回答由中央補助\n" + "港區排水與預警。" * 40, "我們坐第7桌。"),
    ],
)
def test_where_somebody_spoke_before_in_the_message_nothing_changes(told, typed):
    """However long ago: what somebody began to say may go on without being said to be his."""
    assert written(typed, told=told) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "我們國家第一座防災館是這一座。",
        "我們到各學校宣導防災。",
        "我們前往各校教學。",
        "我們搭了300戶組合屋。",
        "我們搭電車上班。",
        "我們坐在屋頂等了2天。",
        "我們看到居民不知道怎麼逃。",
        "我們帶了20個孩子到山上。",
        "我們排到第3順位才拿到補助。",
        "我們遇到缺工。",
        "我們參訪過臺灣3次。",
        "我們參訪了荷蘭才決定建堤。",
        "我們參觀動線經過碼頭。",
        "我們出發點是安全。",
        "我們出席率九成。",
        "接到電話，我們抵達現場要8分鐘。",
        "橋斷了，我們前往現場要半小時。",
        "我們搭公車補貼3億元。",
        "我們轉往再生能源。",
        "我們入住組合屋。",
        "我們一行政區有3站。",
        "臺中市府接待我們。",
        "我們離開聯盟後自己辦。",
        "我們返回家園。",
        "我們一到現場就斷電。",
        "我們1到3月休館。",
        "站長帶領我們的志工救災。",
        "老師帶我們走到山上。",
        "一開始居民不歡迎我們。",
        "沒有人接待我們。",
        "去年臺中市府接待我們。",
        "他們邀我們市長明年參加。",
        "我們市長每天騎車。",
        "我們局裡沒有備援。",
        "我們市府有200人。",
        "我們這隊救出20人。",
        "臺灣的姊妹市只有我們。",
        "臺灣與我們不同。",
        "學校向我們索取教材。",
        "拜託各位支持我們連任。",
        "國家把我們分到第2組。",
        "我們的影片有4種語言。",
        "教授告訴我們地震會來。",
        "我們訪團去年有5人。",
    ],
)
def test_what_a_host_could_have_said_too_stays(typed):
    assert written(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "這個題目對我們敏感。",
        "我們每個月斷電一次。",
        "我們參加聯合演練已有10年。",
        "我們到2030年要減少一半。",
        "我們會員城市要分攤經費。",
        "水是我們大家的事。",
    ],
)
def test_one_that_may_be_anybodys_stays(typed):
    assert written(typed) == typed


@pytest.mark.parametrize("word", ["處理3件", "局限在港區", "校對2次", "市場有3座", "處長等人", "市立圖書館"])
def test_the_own_unit_is_not_cut_out_of_a_longer_word(word):
    assert written(f"我們{word}。", day=9) == f"我們{word}。"


def test_before_the_trip_what_is_wanted_of_it_is_the_offices():
    assert written("我們卻經常分開處理，想看對方的作法。", day=9) == "本府卻經常分開處理，想看對方的作法。"
    assert written("以後我們要辦可以參考。", told="科長交代三件：", day=9) == "以後本府要辦可以參考。"
    assert written("我們局裡要上台簡報。", day=9) == "本局裡要上台簡報。"
    assert written("以後我們要辦可以參考。") == "以後我們要辦可以參考。"


@pytest.mark.parametrize(
    "typed",
    [
        "我們誠摯邀請貴府派員出席。",
        "協會：我們成立於2004年，致力於防災。",
        "主辦單位說我們要先付款。",
        "主辦單位回信：我們會派車到機場接送，可參考附件。",
        "主辦單位來信，我們會派車到機場接送，可參考附件。",
        "大會通知：我們只提供英語口譯，供參考。",
        "館方函復，我們5月12日休館，供參考。",
        "旅行社來電：我們的航班改成15時，供參考。",
        "主辦單位e-mail：我們負擔2晚住宿，供參考。",
        "主辦單位的附件 我們負擔2晚住宿，供參考。",
        "我們的航班改成15時。",
    ],
)
def test_before_the_trip_letters_and_calls_of_others_stay_theirs(typed):
    assert written(typed, day=9) == typed


def test_what_a_traveller_told_others_is_the_offices_too():
    assert written("本人向站長說明與我們最有關的條文。") == "本人向站長說明與本府最有關的條文。"
    assert written("王小芸介紹與我們最有關的條文。", trip=TOGETHER) == "王小芸介紹與本府最有關的條文。"


def test_travellers_of_several_agencies_are_a_group_of_their_own():
    assert written("課長接待我們。", trip=TOGETHER) == "課長接待本府人員。"
    assert written("課長接待我們。", trip=OF_TWO_CITIES) == "課長接待本團。"


def test_forwarded_words_reflections_and_papers_keep_their_own_voice():
    text = "我們搭電車到港邊。"
    assert written(text, own=False) == text
    assert written(text, kind=Kind.IMPRESSION) == text
    assert written(text, medium=Medium.PAPER) == text


def test_the_own_unit_has_its_name_in_reflections():
    for kind, report in ((Kind.IMPRESSION, "本局裡沒有備援。"), (Kind.FACT, "我們局裡沒有備援。")):
        piece = said("N1", "我們局裡沒有備援。", kind=kind)
        assert [s.text for s in TripStatements(trip_of(piece)).of(piece)] == [report]


def test_in_a_message_each_sentence_knows_what_was_said_before_it():
    piece = said("N1", "站長說機組分三班。我們這桌有5個人。我們搭電車回飯店。")
    assert [s.text for s in TripStatements(trip_of(piece)).of(piece)] == [
        "站長說機組分三班。",
        "我們這桌有5人。",
        "我們搭電車回飯店。",
    ]


@pytest.mark.parametrize(
    "unit", ["我們說課長，", "甲說我們。", "：我們", "我們局，", "我們", "本人說我們", "我們搭電車。"]
)
def test_a_message_of_forty_thousand_signs_is_read_in_a_moment(unit, moments):
    piece = said("N1", unit * (40_000 // len(unit)))
    with moments():
        TripStatements(trip_of(piece)).of(piece)
