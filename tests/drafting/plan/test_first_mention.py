"""A foreign name stands in brackets at its first mention only, whoever wrote which section."""

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
