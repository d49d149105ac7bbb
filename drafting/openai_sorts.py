"""What a model need not say because it can be seen: of what kind a sentence is, and where a paragraph begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from drafting.form import Role
from drafting.material import Ref
from drafting.openai_answers import Item
from drafting.openai_gate import JUDGES
from drafting.openai_ground import OPINIONS, Ground
from drafting.report import Sentence, SentenceKind

_POINT = re.compile(
    r"^\s*(?:[・•‧·]\s*|[-*▪]\s+|[(（][一二三四五六七八九十\d]{1,2}[)）]\s*|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、)](?!\d)\s*)"
)
"""The sign that was asked for, and those that models set instead."""
_LEADS = re.compile(r"(?:如下|如次|包括|分別為|計有)。$")
"""What leads into points, ended as any sentence."""
_REPORTED = re.compile(r"(?:表示|指出|說明?|強調|認為|提到|提醒|指|稱|致詞)[^。「]{0,6}「")
_FULL = 170  # characters after which a paragraph may end where the next sentence is about something else
_LONG = 330  # after which it ends


def sorted_out(items: Sequence[Item], ground: Ground) -> list[Item]:
    """The items of one slot with their kinds and forms.

    A model may name them, and then they stand for the gate to judge; it is not asked to.
    """
    found: list[Item] = []
    length, before = 0, frozenset[Ref]()
    for item in _leading(items):
        cited = frozenset(item.sources)
        given = item.model_fields_set
        kind = item.kind if "kind" in given else kind_told(item.text, item.sources, ground)
        if _POINT.match(item.text) or (item.form == "point" and "form" in given):
            found.append(
                item.model_copy(update={"text": _POINT.sub("", item.text), "kind": kind, "form": "point"})
            )
            length = 0
            continue
        turned = (
            bool(found)
            and ground.role is Role.ABSTRACT
            and (kind == "opinion") != (found[-1].kind == "opinion")
        )
        ended = length >= _LONG or (length >= _FULL and not cited & before)
        fresh = not length or turned or ended or bool(item.headline)
        if "form" in given:
            fresh = item.form == "paragraph" or not found
        found.append(item.model_copy(update={"kind": kind, "form": "paragraph" if fresh else "sentence"}))
        length = len(item.text) if fresh else length + len(item.text)
        before = cited
    return found


def _leading(items: Sequence[Item]) -> Iterator[Item]:
    """What leads into a point ends with a colon."""
    for item, after in zip_longest(items, items[1:]):
        leads = after is not None and _is_point(after) and not _is_point(item) and _LEADS.search(item.text)
        yield item.model_copy(update={"text": item.text[:-1] + "："}) if leads else item


def _is_point(item: Item) -> bool:
    return item.form == "point" or bool(_POINT.match(item.text))


def kind_told(text: str, sources: Sequence[Ref], ground: Ground) -> SentenceKind:
    """Of what kind a sentence is, before the gate has looked at it: it follows from what is cited.

    Nothing (link); the traveller's own opinions where opinions belong (opinion); anything else (fact), or somebody's
    words within it (quote).
    """
    if not sources:
        return "link"
    own = [ref for ref in sources if ref in ground.own]
    only = len(own) == len(set(sources))
    if own and ground.role in (*OPINIONS, Role.ABSTRACT) and (only or JUDGES.search(text)):
        return "opinion"
    return "quote" if _REPORTED.search(text) else "fact"


def woven(
    items: Sequence[Item], more: Sequence[Item], ground: Ground, so_far: Sequence[Sentence]
) -> tuple[Item, ...]:
    """An abstract with ``more`` in it: each fact behind what stands before it in the body, opinions at the end."""
    order: dict[Ref, int] = {}
    for place, sentence in enumerate(so_far):
        for ref in sentence.sources:
            order.setdefault(ref, place)

    def place_of(item: Item) -> int:
        return min((order[ref] for ref in item.sources if ref in order), default=len(so_far))

    told = [_told(item, ground) for item in items]
    facts = [item for item in told if item.kind != "opinion"]
    opinions = [item for item in told if item.kind == "opinion"]
    for item in (_told(item, ground) for item in more):
        if item.kind == "opinion":
            opinions.append(item)
            continue
        before = [n for n, fact in enumerate(facts) if place_of(fact) <= place_of(item)]
        facts.insert(before[-1] + 1 if before else min(1, len(facts)), _as(item, "sentence"))
    facts[:1] = [_as(fact, "paragraph") for fact in facts[:1]]
    return (*facts, *(_as(item, "sentence" if n else "paragraph") for n, item in enumerate(opinions)))


def _told(item: Item, ground: Ground) -> Item:
    if "kind" in item.model_fields_set:
        return item
    return item.model_copy(update={"kind": kind_told(item.text, item.sources, ground)})


def _as(item: Item, form: Literal["paragraph", "sentence"]) -> Item:
    return item.model_copy(update={"form": form})
