"""What a model need not say because it can be seen: of what kind a sentence is, and where a paragraph begins."""

import re
from collections.abc import Sequence

from drafting.form import Role
from drafting.material import Ref
from drafting.openai_answers import Item
from drafting.openai_gate import JUDGES
from drafting.openai_ground import OPINIONS, Ground
from drafting.report import SentenceKind

_POINT = re.compile(r"^\s*[・•‧·]\s*")
_REPORTED = re.compile(r"(?:表示|指出|說明?|強調|認為|提到|提醒|指|稱|致詞)[^。「]{0,6}「")
_FULL = 170  # characters after which a paragraph may end where the next sentence is about something else
_LONG = 330  # after which it ends


def sorted_out(items: Sequence[Item], ground: Ground) -> list[Item]:
    """The items of one slot with their kinds and forms.

    A model may name them, and then they stand for the gate to judge; it is not asked to.
    """
    found: list[Item] = []
    length, before = 0, frozenset[Ref]()
    for item in items:
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


def facts_first(items: Sequence[Item], more: Sequence[Item], ground: Ground) -> tuple[Item, ...]:
    """An abstract with ``more`` in it: facts with the facts, opinions with the opinions at the end."""
    everything = [
        item
        if "kind" in item.model_fields_set
        else item.model_copy(update={"kind": kind_told(item.text, item.sources, ground)})
        for item in (*items, *more)
    ]
    facts = [i for i in everything if i.kind != "opinion"]
    opinions = [i for i in everything if i.kind == "opinion"]
    first = [i.model_copy(update={"form": "paragraph"}) for i in opinions[:1]]
    return (*facts, *first, *(i.model_copy(update={"form": "sentence"}) for i in opinions[1:]))
