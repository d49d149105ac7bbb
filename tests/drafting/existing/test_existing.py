"""How a report that came as a file is read back, and what the checks say about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.existing import check_existing, read_existing
from drafting.existing.blocks import CaptionBlock, HeadingBlock, Opened, TableBlock, TextBlock
from drafting.existing.marks import is_headline, marked
from drafting.form import form_named
from drafting.trip import Category, Period, Traveller

FORM = form_named("taichung-summary")
LONG = "本次會議討論港灣城市的合作與永續發展，各城市分享經驗並交換意見。"
IMPRESSION = (
    "港灣城市的做法讓我想到本市的轉型，可以先從小處開始，逐步累積成果。",
    "最難的不是設備，而是各單位願意把資料放在同一張表上，讓市民看得懂。",
    "回來之後，我想先從一個里開始試，成了再推到其他的里。",
)
FRONT = (
    "臺中市政府公務出國或赴大陸地區報告提要",
    "類別：其他",
    "出國報告提要名稱：出席海國「港灣城市會議」",
    "含附件：☐是 ☑否",
    "出國計畫主辦機關：秘書處",
    "聯絡人：乙某 電話：04-00000000分機1",
    "出國人員姓名/服務機關/單位/職稱 甲某/臺中市政府秘書處/國際科/科員",
    "出國類別：其他 ☑國際會議 ☐業務接洽 ☐表演",
    "出國期間：107年4月9日至107年4月10日",
    "出國地區：海國",
    "報告日期：107年6月1日",
    "內容摘要：(500字以上)",
)


def text(*lines: str) -> list[TextBlock]:
    return [TextBlock(text=line) for line in lines]


def document(
    *,
    front=FRONT,
    suggestion: str = "為維護席次，建議由國際科派員出席9月12日的大會。",
    process: str = "肆、過程",
) -> Opened:
    return Opened(
        blocks=(
            *text(*front, "壹、摘要", LONG * 20),
            HeadingBlock(level=2, text="貳、出國人員名單"),
            TableBlock(rows=(("編號", "單位", "職稱", "姓名"), ("1", "臺中市政府秘書處", "科員", "甲某"))),
            HeadingBlock(level=2, text="參、目的"),
            *text("為了解港灣城市的合作方式，派員出席本次會議。" + LONG),
            HeadingBlock(level=2, text=process),
            HeadingBlock(level=3, text="一、行程表"),
            TableBlock(
                rows=(
                    ("日期", "地點", "行程"),
                    ("2018.04.09", "海城", "搭機"),
                    ("2018.04.10", "海城", "會議"),
                )
            ),
            *text(
                "會議開幕式",
                "二、會議內容",
                "(一) 開幕：市長致詞歡迎各城市代表。",
                "1. 通過預算",
                "2. 選出主席",
            ),
            CaptionBlock(text="會議閉幕式"),
            HeadingBlock(level=2, text="伍、心得"),
            *text("".join(IMPRESSION)),
            HeadingBlock(level=2, text="陸、建議"),
            *text(f"一、{suggestion}"),
        )
    )


def test_the_blanks_of_the_form_page_become_a_trip():
    trip = read_existing(document(), FORM).trip
    assert trip.categories == (Category.OTHER,)
    assert trip.purposes == ("國際會議",)
    assert trip.has_attachments is False
    assert (trip.contact_person, trip.contact_phone) == ("乙某", "04-00000000分機1")
    assert trip.travellers == (
        Traveller(name="甲某", agency="臺中市政府秘書處", unit="國際科", title="科員"),
    )
    assert trip.period == Period(start=date(2018, 4, 9), end=date(2018, 4, 10))
    assert trip.report_date == date(2018, 6, 1)
    assert [(d.day, d.activity) for d in trip.itinerary] == [
        (date(2018, 4, 9), "搭機"),
        (date(2018, 4, 10), "會議"),
    ]


def test_a_form_page_in_a_table_is_read_as_well():
    rows = tuple((line,) for line in FRONT[1:-1])
    abstract = TableBlock(rows=(*rows, (f"內容摘要：\n壹、摘要\n{LONG * 20}",)))
    blocks = (TextBlock(text=FRONT[0]), abstract, *document().blocks[len(FRONT) + 2 :])
    assert read_existing(Opened(blocks=blocks), FORM) == read_existing(document(), FORM)


def test_the_body_becomes_parts_sections_points_and_captions():
    report = read_existing(document(), FORM).report
    shape = [(depth, s.key, s.heading, [b.type for b in s.blocks]) for depth, s in report.walk()]
    assert shape == [
        (1, "abstract", "壹、摘要", ["paragraph"]),
        (1, "members", "貳、出國人員名單", ["table"]),
        (1, "purpose", "參、目的", ["paragraph"]),
        (1, "process", "肆、過程", []),
        (2, "", "一、行程表", ["table", "photos"]),
        (2, "", "二、會議內容", []),
        (3, "", "(一) 開幕：", ["paragraph", "list", "photos"]),
        (1, "impressions", "伍、心得", ["paragraph"]),
        (1, "suggestions", "陸、建議", ["paragraph"]),
    ]


def found(opened: Opened) -> list[tuple[str, str]]:
    existing = read_existing(opened, FORM)
    findings = check_existing(existing, FORM, date(2018, 6, 1))
    return [(f.check, f.message) for f in findings if f.severity != "info"]


def test_a_good_report_has_nothing_but_information():
    assert found(document()) == []


def test_defects_are_found_without_any_material():
    bad = document(
        process="肆，過程", suggestion="大會將於本年5月23日舉行，為維護席次，建議由國際科派員出席。"
    )
    assert [check for check, _ in found(bad)] == ["SEC-2", "TIM-3", "DAT-1"]


def test_a_blank_left_empty_is_named_without_talk_of_a_chat():
    front = tuple(line for line in FRONT if not line.startswith("出國地區"))
    assert found(document(front=front)) == [("FRM-1", "請補「出國地區」。")]


def test_headings_numbered_by_the_word_processor_are_not_called_unnumbered():
    blocks = tuple(
        HeadingBlock(level=b.level, text=b.text[2:]) if isinstance(b, HeadingBlock) and b.level == 2 else b
        for b in document().blocks
        if b != TextBlock(text="壹、摘要")
    )
    checks = {check for check, _ in found(Opened(blocks=blocks))}
    assert "SEC-2" not in checks


@pytest.mark.parametrize(
    ("line", "depth", "rest"),
    [
        ("壹、摘要", 1, "摘要"), ("肆，過程", 1, "過程"), ("拾貳、附錄", 1, "附錄"), ("一、行程表", 2, "行程表"), ("- (三) 拓展", 3, "拓展"),
        ("（一）開幕", 3, "開幕"), ("1. 通過", 4, "通過"), ("(1)「大會」", 5, "「大會」"), ("• 第一點", 4, "第一點"), ("2018.04.09", 0, "2018.04.09"),
        ("一般而言", 0, "一般而言"), ("3.5 公里", 0, "3.5 公里"),
    ],
)  # fmt: skip
def test_marks(line, depth, rest):
    assert marked(line)[:2] == (depth, rest)


def test_a_point_that_is_a_sentence_is_no_headline():
    assert is_headline("推動「新南向，新希望」合作關係：")
    assert not is_headline("大會將於本年9月12日在海城舉行")
    assert not is_headline("建議派員出席。")


BLOCKS = st.one_of(
    st.builds(
        TextBlock, text=st.text(alphabet="壹貳一二(1)、.：。目的過程心得建議摘要日期 \n☑報告/", max_size=30)
    ),
    st.builds(
        HeadingBlock,
        level=st.integers(1, 6),
        text=st.sampled_from(["參、目的", "一、甲", "乙", "過程", "1. 丙"]),
    ),
    st.builds(
        TableBlock,
        rows=st.lists(
            st.lists(st.sampled_from(["日期", "行程", "4/10", "姓名", "", "類別：其他"]), max_size=3).map(
                tuple
            )
        ).map(tuple),
    ),
    st.builds(CaptionBlock, text=st.just("合影")),
)


@given(st.lists(BLOCKS, max_size=12))
def test_any_document_is_read_and_checked(blocks):
    existing = read_existing(Opened(blocks=tuple(blocks)), FORM)
    assert check_existing(existing, FORM, date(2018, 6, 1))
