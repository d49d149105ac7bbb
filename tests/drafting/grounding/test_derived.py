"""Numbers that a text works out: recomputed rather than refused, and only where it says that it reckons."""

from datetime import date

import pytest

from drafting.grounding import unsupported

NEAR = date(2018, 4, 10)


def stopped(text: str, *sources: str) -> list[str]:
    return [u.text for u in unsupported(text, sources, NEAR)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("會議約2小時。", "14:00-16:00 會議"),
        ("會議約90分鐘。", "13:30～15:00 會議"),
        ("為期6天。", "4/9－4/14"),
        ("共計5人。", "市長2人，組員3人"),
        ("市長2人、組員3人，共計5人。", "市長2人，組員3人"),
        ("兩者相差15人。", "60人報名，45人出席"),
        ("出席率約75%。", "60人報名，45人出席"),
        ("一行三人拜會。", "王小芸、李大明、陳某某拜會"),
        ("達標率首次超過80%。", "達標率為80.1%"),
        ("市場規模近900億元。", "市場規模898.3億元"),
        ("市場規模約900億元。", "市場規模898.3億元"),
        ("參觀人數逾150人。", "參觀人數155人"),
    ],
)
def test_what_is_reckoned_rightly_stands(text, source):
    assert stopped(text, source) == []


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("會議約3小時。", "14:00-16:00 會議", "3小時"),
        ("為期7天。", "4/9－4/14", "7天"),
        ("共計6人。", "市長2人，組員3人", "6人"),
        ("兩者相差16人。", "60人報名，45人出席", "16人"),
        ("出席率約80%。", "60人報名，45人出席", "80%"),
        ("一行四人拜會。", "王小芸、李大明、陳某某拜會", "四人"),
        ("5人出席。", "市長2人，組員3人", "5人"),
        ("達標率首次超過80%。", "達標率為79.8%", "80%"),
        ("達標率首次超過80%。", "優秀率為80.1%，其他另計", "80%"),
        ("市場規模不到890億元。", "市場規模898.3億元", "890億元"),
        ("市場規模約880億元。", "市場規模898.3億元", "880億元"),
        ("參觀人數逾100人。", "參觀人數155人", "100人"),
        ("參觀人數150人。", "參觀人數155人", "150人"),
        ("計63位市長報名。", "62位市長報名，本府派1人", "63位"),
    ],
)
def test_what_is_reckoned_wrongly_or_not_said_to_be_is_stopped(text, source, wrong):
    """The last: 62 and 1 make 63 by chance; the sentence speaks of the 62."""
    assert stopped(text, source) == [wrong]


CALLED_ON = "拜會王大明處長與林小華科長"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("兩人均表示支持。", [CALLED_ON]),
        ("會中說明後，兩位均表示支持。", ["拜會王大明處長", "林小華科長陪同"]),
        ("王大明處長與林小華科長2人均表示支持。", [CALLED_ON]),
        ("二人就港灣交換意見。", ["佐藤理事長接待，鈴木課長陪同，佐藤理事長致詞"]),
        ("三人均表示支持。", ["Mr. Sato、Ms. Ito和王大明處長"]),
        ("雙方同意續辦。", ["拜會海城市政府，同意續辦"]),
        ("三方同意續辦。", ["本府與海城市政府、港灣城市聯盟簽署備忘錄"]),
        ("三方會談。", ["美國、日本、南韓會談"]),
        ("三方面考量。", ["港灣的考量"]),
    ],
)
def test_those_who_are_named_may_be_counted(text, sources):
    """Of parties ourselves are one, and the other side of 雙方 need not be named."""
    assert stopped(text, *sources) == []


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("三人均表示支持。", CALLED_ON, "三人"),
        ("王大明處長與林小華科長三人均表示支持。", CALLED_ON, "三人"),
        ("每班兩人。", CALLED_ON, "兩人"),
        ("現場三人受傷。", "王大明、林小華、陳文同到場，現場5人受傷", "三人"),
        ("三方同意續辦。", "拜會海城市政府，同意續辦", "三方"),
        ("雙方同意續辦。", "本府、海城市政府、港灣協會三方同意續辦", "雙方"),
    ],
)
def test_a_count_of_the_named_that_is_wrong_or_of_others_is_stopped(text, source, wrong):
    assert stopped(text, source) == [wrong]
