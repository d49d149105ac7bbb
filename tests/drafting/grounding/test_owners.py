"""Right numbers of wrong things: what is told apart by units and by the words that stand beside a number."""

from datetime import date

import pytest

from drafting.grounding import unsupported

NEAR = date(2018, 4, 10)


def stopped(text: str, *sources: str) -> bool:
    return bool(unsupported(text, sources, NEAR))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("王局長說本案有8件。", "王局長說有12件，李處長說有8件"),
        ("會員代表88位，市長62位。", "人數：市長＋副市長88，會員代表62"),
        ("電動巴士增加12%。", "電動巴士減少12%"),
    ],
)
def test_owners_changed_about(text, source):
    assert stopped(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("補助3件。", "補助3場"),
        ("人口25人。", "人口25萬人"),
        ("參與率62%。", "會員62位"),
        ("會員62位。", "參與率62%"),
        ("票價500美元。", "票價500元"),
        ("預算3億歐元。", "預算3億美元"),
        ("第3場座談。", "座談共3場"),
        ("2018個城市。", "2018年的城市"),
        ("全長2公里。", "全長2公尺"),
        ("6連勝。", "6日出發"),
        ("2號球場。", "2個球場"),
        ("2號種子。", "第2盤，6月2日"),
        ("6連勝。", "第10輪6場角逐"),
        ("4戰皆勝。", "14：9，4大勝利"),
        ("接收8架客機。", "787-8與787-9兩種客機"),
        ("2001年成立。", "已有90多年歷史"),
        ("2001年成立。", "近90年的公司"),
        ("蓄水量為全國第1。", "第一站是抽水站"),
        ("第3場座談。", "第三屆大會"),
        ("會員3人。", "會員三個城市"),
        ("委員3人出席。", "委員會三個場次"),
        ("居民2人傷亡。", "居民組成2個社區"),
        ("學員5人。", "學員分5個組"),
        ("會員2人到場。", "會員到了兩個，臺北與臺中"),
        ("委員會2人。", "委員會兩個"),
    ],
)
def test_units_changed(text, source):
    assert stopped(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("會員代表62位，市長及副市長88位。", "人數：市長＋副市長88，會員代表62"),
        ("補助3個案件。", "補助3件"),
        ("新臺幣500元。", "票價500元"),
        ("票價500元。", "票價NT$500"),
        ("第3屆大會。", "3屆大會"),
        ("電動巴士增加12%。", "電動巴士增加12%"),
        ("35位代表。", "代表35個人"),
        ("全長2,000公尺。", "全長2公里"),
        ("經費壹拾貳萬元。", "經費12萬元"),
        ("卅一位議員。", "31位議員"),
        ("第Ⅲ期計畫。", "第3期計畫"),
        ("three delegations參加。", "3 delegations"),
        ("50多萬人。", "約50萬人"),
        ("比數為3比0。", "3：0"),
        ("王小明的51分改寫紀錄，也使球隊在本季聯賽中的排名大幅上升。", "王小明51分創新高"),
        ("未滿18歲。", "未滿18周歲"),
        ("3廠商。", "3家廠商"),
        ("第 3 屆大會。", "第三屆 大會"),
        ("全國第1名。", "全國第一"),
        ("2015年擴建設施，並負責後續的營運與維護。", "民國104年核定，其他年度另案辦理"),
        ("1月10日至12日有12間房。", "1/10-12，12間房"),
        ("人手確實需要兩人。", "人手真的要兩個"),
        (
            "本市自113年起為亞太港灣城市防災網絡觀察員。",
            "它不收報名費。本市113年起是觀察員，還不是正式會員\n本市在亞太港灣城市防災網絡當了兩年觀察員",
        ),
    ],
)
def test_the_same_said_otherwise_is_not_stopped(text, source):
    assert not stopped(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("該市推動淨零計畫已歷時113年。", "該市推動淨零計畫已歷時5年，113年成立氣候局"),
        ("推動淨零示範計畫於5年間完成。", "推動淨零示範計畫於113年完成，工程保固5年"),
        ("該市設立消防學校113年。", "該市設立消防學校5年，113年改制"),
    ],
)
def test_how_long_something_lasts_is_no_year_of_something_else(text, source):
    """A paper may say of one thing since when and for how long; only a year that surely says when is read past the other."""
    paper = (
        source
        + "。這是一份較長的會議資料，說明各單位分工與歷年推動情形，並列出聯絡方式，供與會人員參考之用" * 5
    )
    assert stopped(text, paper)


def test_a_number_written_otherwise_beside_other_words_is_another_number():
    """Of a long paper: there 二十六 is the lead of one side; the sentence gives 26 to a player. In a short note it may be he."""
    paper = (
        "主隊在第一節就取得領先，客隊換上替補後衛，場邊教練不斷提醒防守位置，觀眾的加油聲蓋過了廣播。"
        "第二節雙方互有往來，裁判兩度中斷比賽處理場邊狀況，轉播單位趁機介紹了球館的整修經過與座位配置。"
        "第三節之後客隊難以抵御猛烈進攻，只能眼看對手取得一場二十六分的大勝。"
        "賽後雙方握手，市長到場向全體球迷致意，並宣布明年將再辦一次友誼賽，地點仍在港邊的新球館，門票收入全數捐作公益。"
        "主辦單位最後公布了下一場的時間與轉乘資訊，提醒球迷搭乘接駁車離場，現場也備有英文與日文的服務人員。"
    )
    assert stopped("隊長當晚個人攻下26分並送出助攻。", paper)
    assert not stopped("對手取得一場26分的大勝。", paper)
    assert not stopped("隊長當晚個人攻下二十六分並送出助攻。", paper)
    assert not stopped("隊長當晚個人攻下26分並送出助攻。", "隊長：二十六分")
    assert not stopped(
        "隊長當晚個人攻下26分並送出助攻。", "The captain scored twenty six points. " * 9 + "In all 26."
    )
