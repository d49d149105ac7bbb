"""A foreign name stands in brackets at its first mention only, whoever wrote which section."""

import re

import pytest

from drafting.plan.first_mention import explained_once
from drafting.report import ListBlock, Paragraph, Sentence
from drafting.writer import Headed, Prose

UNION = "港灣城市聯盟 (Harbour Cities Union, HCU)"


def said(text: str, **more: str) -> Sentence:
    return Sentence(text=text, sources=("N1",), **more)


def body(*sentences: Sentence) -> Prose:
    return Prose(blocks=(Paragraph(sentences=sentences),))


def texts(prose: Prose) -> list[str]:
    blocks = [*prose.blocks, *(b for h in prose.headed for b in h.blocks)]
    return [s.text for b in blocks for s in (b.items if isinstance(b, ListBlock) else b.sentences)]


def test_a_later_section_does_not_explain_again_what_an_earlier_one_has() -> None:
    later = Prose(
        blocks=(ListBlock(items=(said(f"・{UNION}會議。"),)),),
        headed=(Headed(title="合作", blocks=(Paragraph(sentences=(said(f"宜加入{UNION}。"),)),)),),
    )
    found = explained_once({"b": later, "a": body(said(f"{UNION}成立。"))}, ("a", "b"))
    assert texts(found["a"]) == [f"{UNION}成立。"]
    assert texts(found["b"]) == ["・港灣城市聯盟會議。", "宜加入港灣城市聯盟。"]


def test_other_brackets_words_of_others_and_titles_stay() -> None:
    whole = (
        said(f"{UNION}與世界港口會 (World Port Union)。"),
        said(f"主席說：「{UNION}是大家的。」", kind="quote"),
        said("晤市長Dr. (H.C.) Sato，又晤Dr. (H.C.) Ito；會議（第2場）與會議（第2場）。"),
    )
    assert texts(explained_once({"a": body(*whole)}, ("a",))["a"]) == [s.text for s in whole]


@pytest.mark.parametrize(
    "name",
    [
        "3M公司（3M Company）",
        "LCCA（Low Carbon Cities Alliance）",
        "21俱樂部 (21 Club)",
        "iLink集團（iLink Group）",
    ],
)
def test_names_that_begin_with_a_figure_or_a_latin_letter_are_explained_once_too(name: str) -> None:
    short = re.sub(r"\s?[（(].*", "", name)
    found = explained_once({"a": body(said(f"拜會{name}。")), "b": body(said(f"{name}回訪。"))}, ("a", "b"))
    assert [texts(found["a"]), texts(found["b"])] == [[f"拜會{name}。"], [f"{short}回訪。"]]


@pytest.mark.parametrize(
    "told", ["全長六英里 (10 km)。", "出席者 (3人) 。", "報告 (2018年) 。", "會議（4月10日）。"]
)
def test_measures_and_days_in_brackets_are_told_each_time(told: str) -> None:
    found = explained_once({"a": body(said(told)), "b": body(said(told))}, ("a", "b"))
    assert texts(found["b"]) == [told]
