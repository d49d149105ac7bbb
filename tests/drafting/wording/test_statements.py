"""What a message states."""

import pytest

from drafting.material import Kind
from drafting.offline.prose import blocks_of, without_repetition
from drafting.wording.statement import Statement
from drafting.wording.statements import statements_of
from tests.drafting.plan.invented import said


def shapes(text: str, kind: Kind = Kind.FACT) -> list[str]:
    """Each statement with a mark: • a point, # a headline."""
    return [
        ("•" if s.item else "#" if s.head else "") + s.text
        for s in statements_of(said("N1", text, kind=kind))
    ]


def test_each_sentence_is_a_statement_with_its_message_as_source():
    (one, two) = statements_of(said("N7", "共4台抽水機。1台備援"))
    assert (one.text, two.text, one.sources) == ("共4台抽水機。", "1台備援。", ("N7",))


def test_a_full_stop_within_a_quotation_ends_nothing():
    assert shapes("守則寫：「先打電話。再填表。」這句好") == ["守則寫：「先打電話。再填表。」這句好。"]


def test_a_list_keeps_its_points_and_what_leads_into_it():
    assert shapes("科長交代三件\n1 顧席次\n2 看申辦\n3 宣傳花博") == [
        "科長交代三件：",
        "•顧席次",
        "•看申辦",
        "•宣傳花博",
    ]


def test_a_list_written_in_one_line_is_a_list():
    assert shapes("要問的：①補助多少錢 ②司機不夠怎麼辦 ③資料誰收") == [
        "要問的：",
        "•補助多少錢",
        "•司機不夠如何因應",
        "•資料誰收",
    ]


def test_numbers_that_do_not_count_up_make_no_list():
    assert shapes("共 3 站 7 線 9 車") == ["共3站7線9車。"]


def test_a_message_that_begins_with_a_circled_number_is_one_point():
    assert shapes("② 電商訓練：杭州\n5月辦理") == ["•電商訓練：杭州；5月辦理"]


def test_an_abbreviation_explained_in_a_list_is_written_in_full():
    text = "三家一起辦：\nLCA = Local Councils Association 地方議會協會\n市政府\n商會"
    assert shapes(text)[1] == "•「地方議會協會」(Local Councils Association, LCA)"


def test_a_lead_without_a_list_ends_in_a_full_stop():
    assert shapes("重點如下：") == ["重點如下。"]


def test_the_theme_of_a_reflection_is_a_headline():
    assert shapes("心得素材(一) 新南向\n經貿往來要靠城市", Kind.IMPRESSION) == [
        "#新南向",
        "經貿往來要靠城市。",
    ]


def test_questions_are_no_facts_but_may_be_reflections():
    assert shapes("補助由誰出錢誰來管理呢？補助共3億元") == ["補助共3億元。"]
    assert shapes("敬老卡的資料能不能也與健康局對？？", Kind.IMPRESSION) == [
        "敬老卡的資料能不能也與健康局對？"
    ]


def test_an_occasion_leads_into_what_happened_there():
    assert shapes("歡迎晚宴。與副秘書長談到改選") == ["歡迎晚宴，與副秘書長談到改選。"]


def test_a_bare_name_follows_the_visit_that_it_belongs_to():
    assert shapes("到電軌公司的車輛基地。工務課長 真鍋慎吾(Manabe Shingo)") == [
        "到電軌公司的車輛基地，工務課長真鍋慎吾(Manabe Shingo)。"
    ]


def test_words_for_the_bot_and_for_oneself_are_left_out():
    assert shapes("洽談63場，數字很漂亮，這一點應寫進報告。/draft") == ["洽談63場，數字很漂亮。"]
    assert shapes("/draft") == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("境內有修道院。這趟沒時間去，可惜", ["境內有修道院。"]),
        ("此行沒時間去，可惜。", []),
        ("我們這趟沒時間去", []),
        ("展館5層，沒時間逛 真可惜", ["展館5層，沒時間逛，真可惜。"]),
        ("沒時間看，很遺憾", ["沒時間看，很遺憾。"]),
        ("原訂參訪第二站，這趟沒時間去", ["原訂參訪第二站，此行沒時間去。"]),
        ("站長說這趟沒時間去", ["站長說此行沒時間去。"]),
        ("沒時間去拜會議會，改以電話聯繫", ["沒時間去拜會議會，改以電話聯繫。"]),
        ("不去北九州，太可惜了。", ["不去北九州，太可惜了。"]),
        ("如果只看模型不去現場，真可惜。", ["如果只看模型不去現場，真可惜。"]),
        ("若沒有續辦，真可惜", ["若沒有續辦，真可惜。"]),
        ("主席說明年若不申請，很可惜", ["主席說明年若不申請，很可惜。"]),
        ("站長說，下次再來", ["站長說，下次再來。"]),
        ("教授說，很可惜", ["教授說，很可惜。"]),
        ("該館明年拆除，非常遺憾", ["該館明年拆除，非常遺憾。"]),
        ("秘書長問行程，沒時間去", ["秘書長問行程，沒時間去。"]),
    ],
)
def test_a_sentence_that_only_regrets_what_was_not_seen_is_no_part_of_what_happened(typed, told):
    assert shapes(typed) == told


def test_a_reflection_may_regret():
    assert shapes("此行沒時間去，很可惜", Kind.IMPRESSION) == ["此行沒時間去，很可惜。"]


@pytest.mark.parametrize("unit", ["實在", "很", "可惜", "這趟", "這趟沒時間去，", "，可惜"])
def test_a_message_of_regrets_only_is_read_in_a_moment(unit, moments):
    with moments():
        statements_of(said("N1", unit * (40_000 // len(unit))))


def test_the_same_words_twice_are_one_statement_with_both_sources():
    twice = [Statement("抽水機4台。", ("N1",)), Statement("抽水機4台", ("N2",))]
    assert without_repetition(twice) == [Statement("抽水機4台。", ("N1", "N2"))]


def test_statements_that_differ_in_a_number_or_a_name_are_two():
    texts = [
        "第一場由張課長說明抽水機3台的保養方式。",
        "第一場由李課長說明抽水機3台的保養方式。",
        "第一場由張課長說明抽水機4台的保養方式。",
    ]
    assert len(without_repetition([Statement(t, ("N1",)) for t in texts])) == 3


def test_paragraphs_stay_short_and_a_single_point_is_a_sentence():
    many = [Statement(f"第{i}件事情。", ("N1",)) for i in range(6)]
    assert [len(b.sentences) for b in blocks_of(many, "fact", fresh=[False] * 6)] == [5, 1]
    (only,) = blocks_of([Statement("只有一點", ("N1",), item=True)], "fact", fresh=[False])
    assert only.text == "只有一點。"


def test_a_message_of_forty_thousand_signs_is_cut_into_sentences_in_a_moment(moments):
    with moments():
        found = statements_of(said("N1", "港灣抽水，" * 8000))
    assert sum(s.text.count("抽水") for s in found) == 8000
