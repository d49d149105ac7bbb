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
    return ours(text, told, piece, trip) if tells_of_us(piece) else text


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("我們搭電車到港邊。", "搭電車到港邊。"),
        ("下午我們又去參觀抽水站。", "下午又去參觀抽水站。"),
        ("我們一行抵達抽水站。", "一行抵達抽水站。"),
        ("課長帶路，我們跟著走。", "課長帶路，本府人員跟著走。"),
        ("門沒開，我們前往第二站。", "門沒開，本府人員前往第二站。"),
        ("我們坐第7桌。", "本府人員坐第7桌。"),
        ("我們兩個人一起推門。", "兩人一起推門。"),
        ("我們和秘書處確認過時間。", "本府人員和秘書處確認過時間。"),
    ],
)
def test_who_went_there_is_the_offices_people_or_nobody_where_the_sentence_begins_with_it(typed, report):
    assert written(typed) == report


@pytest.mark.parametrize(
    ("typed", "report"),
    [
        ("課長在門口接待我們。", "課長在門口接待本府人員。"),
        ("站長提醒我們戴安全帽。", "站長提醒本府人員戴安全帽。"),
        ("路口的警察與我們揮手。", "路口的警察與本府人員揮手。"),
        ("大會把我們排在第7桌。", "大會把本府排在第7桌。"),
        ("臺灣來的只有我們一組。", "臺灣來的只有本府一組。"),
        ("與我們最有關的是第2條。", "與本府最有關的是第2條。"),
        ("拜託她改選支持我們。", "拜託她改選支持本府。"),
        ("議員想藉我們這種訪團對外發聲。", "議員想藉訪團對外發聲。"),
        ("我們的攤位在入口旁。", "本府攤位在入口旁。"),
        ("我們市長致詞，我們局長陪同。", "本市市長致詞，本府局長陪同。"),
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
    ],
)
def test_what_others_said_stays_theirs(typed):
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


def test_what_somebody_began_to_say_goes_on_in_the_next_sentence():
    assert written("我們這組有5個人。") == "本組有5個人。"
    assert written("我們這組有5個人。", told="站長說機組分三班。") == "我們這組有5個人。"


def test_before_the_trip_nobody_but_the_office_speaks_unless_a_letter_was_pasted():
    assert written("我們卻經常分開處理。", day=9) == "本府卻經常分開處理。"
    assert written("以後我們要辦可以參考。", told="科長交代三件：", day=9) == "以後本府要辦可以參考。"
    letter = "我們誠摯邀請貴府派員出席。"
    assert written(letter, day=9) == letter
    page = "協會：我們成立於2004年，致力於防災。"
    assert written(page, day=9) == page
    assert written("主辦單位說我們要先付款。", day=9) == "主辦單位說我們要先付款。"


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


def test_in_a_message_each_sentence_knows_what_was_said_before_it():
    piece = said("N1", "站長說機組分三班。我們這組有5個人。我們搭電車回飯店。")
    assert [s.text for s in TripStatements(trip_of(piece)).of(piece)] == [
        "站長說機組分三班。",
        "我們這組有5人。",
        "搭電車回飯店。",
    ]


@pytest.mark.parametrize("unit", ["我們說課長，", "甲說我們。", "：我們", "我們局，"])
def test_a_message_of_forty_thousand_signs_is_read_in_a_moment(unit, moments):
    piece = said("N1", unit * (40_000 // len(unit)))
    with moments():
        TripStatements(trip_of(piece)).of(piece)
