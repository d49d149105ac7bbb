"""The gate between a model's sentences and the report: mend by code what can be, name what is wrong, mark what stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafting.carried import NOTHING, Lent
from drafting.excerpts import nearness
from drafting.material import Ref
from drafting.openai_answers import Item, MendedItem, tidy
from drafting.openai_ground import DOUBT, OPINIONS, Ground
from drafting.openai_language import language_problem
from drafting.proof import span_of

_ENDS = "。！？；：，…」』）】"
JUDGES = re.compile(
    r"建議|應(?:該|予|可|當|儘速|持續)|宜|期(?:盼|望|能|許)|深感|感到|體會|值得|可供|有助|不失為|受益"
)
_LEAST_NEAR = 0.5  # of a sentence's neighbouring characters, before it is given a source that it did not name
_LEAST_MENDED = 0.3  # of a mended sentence's, or it is another sentence


@dataclass(frozen=True)
class Failing:
    """A sentence that may not stand, and what is wrong with it (zh-TW); ``lent`` is what it may take over."""

    place: int
    item: Item
    problems: tuple[str, ...]
    lent: Lent = NOTHING


def settle(item: Item, ground: Ground, lent: Lent = NOTHING) -> Item:
    """Mend by code: Markdown, refs within the text, refs that do not exist, a wrong kind, a wrong source.

    ``lent`` is what it may take over from those before it (``settled``).
    """
    text, named = tidy(item.text, ground.pieces)
    cited = [ref for ref in (*item.sources, *named) if ref in ground.pieces]
    sources = tuple(dict.fromkeys((*cited, *(by for ref in cited for by in ground.corrected.get(ref, ())))))
    kind = item.kind
    if kind == "link" and not _states_nothing(text, ground):
        kind = "fact"
    if kind == "quote" and "「" not in text:
        kind = "fact"
    if (
        kind == "fact"
        and ground.role in OPINIONS
        and JUDGES.search(text)
        and not ground.own.intersection(sources)
    ):
        kind = "opinion"  # a judgement is not made a fact by calling it one
    if kind == "opinion":
        owned = tuple(ref for ref in sources if ref in ground.own)
        if owned or ground.role in OPINIONS or JUDGES.search(text):
            sources = owned
        else:
            kind = "fact"  # no judgement in it, and no opinion was asked for: a wrong label only
    if item.form != "point" and text and text[-1] not in _ENDS:
        text += "。"
    tidied = item.model_copy(update={"text": text, "sources": sources, "kind": kind})
    return _reattribute(tidied, ground, lent) if problems(tidied, ground, lent) else tidied


def settled(items: Sequence[Item], ground: Ground) -> tuple[Item, ...]:
    """All sentences of a section, each after what stands before it; those of which nothing is left are gone."""
    found: list[Item] = []
    lent = Lent(ground.title)
    for item in items:
        one = settle(item, ground, lent := NOTHING if item.headline else lent)
        if one.text:
            found.append(one)
            lent = ground.after(lent, one.text, one.sources)
    return tuple(found)


def problems(item: Item, ground: Ground, lent: Lent = NOTHING) -> tuple[str, ...]:
    """Why this sentence may not stand; nothing if it may."""
    found = []
    if (language := language_problem(item.text, ground.words(item.sources))) != "":
        found.append(language)
    if item.kind == "link":
        return tuple(found)
    if item.kind == "opinion" and not ground.own.issuperset(item.sources or ("",)):
        found.append("心得與建議只能依據出國人員自己的心得或建議素材")
    elif not item.sources:
        found.append("沒有列出依據的素材")
    elif missing := ground.missing(item.text, item.sources, lent):
        found += missing
    return tuple(found)


def failing(items: list[Item], ground: Ground) -> list[Failing]:
    """The sentences that may not stand, by their place."""
    found: list[Failing] = []
    lent = Lent(ground.title)
    for place, item in enumerate(items):
        lent = NOTHING if item.headline else lent
        found.append(Failing(place, item, problems(item, ground, lent), lent))
        lent = ground.after(lent, item.text, item.sources)
    return [f for f in found if f.problems]


def mended(bad: Failing, answers: list[MendedItem], ground: Ground) -> list[Item] | None:
    """What replaces a failing sentence (two at most, if it was split), or None if no answer may stand."""
    good: list[Item] = []
    foreign = bool(language_problem(bad.item.text, ""))
    for answer in answers[:2]:
        following = "point" if bad.item.form == "point" else "sentence"
        update = {"text": answer.text, "sources": answer.sources, "kind": answer.kind}
        first = {"form": following, "headline": ""} if good else {}
        item = settle(bad.item.model_copy(update=update | first), ground, bad.lent)
        same = foreign or nearness(item.text, bad.item.text) >= _LEAST_MENDED
        if item.text and same and not problems(item, ground, bad.lent):
            good.append(item)
    return good or None


def doubted(item: Item, ground: Ground) -> Item:
    """The sentence as it is, marked for the traveller, with the nearest source where it has none that it may cite."""
    sources, kind = item.sources, item.kind
    if kind == "opinion" and not ground.own:
        kind = "fact"
    if not sources:
        sources = nearest(item.text, ground, 1, kind)
    return item.model_copy(update={"text": item.text + DOUBT, "sources": sources, "kind": kind})


def nearest(text: str, ground: Ground, how_many: int, kind: str = "fact") -> tuple[Ref, ...]:
    """The pieces that have most in common with a sentence and may be cited by one of its kind, nearest first."""
    allowed = [ref for ref in ground.pieces if kind != "opinion" or ref in ground.own]
    return tuple(sorted(allowed, key=lambda ref: -_near(text, ref, ground)))[:how_many]


def _near(text: str, ref: Ref, ground: Ground) -> float:
    """How near a sentence is to the place in a piece that says it: of a long paper not the whole counts."""
    span = span_of(text, ground.pieces[ref])
    others = "".join(words for words in ground.evidence[ref] if words != ground.pieces[ref].text)
    return max(nearness(text, span.text) if span else 0.0, nearness(text, others))


def _reattribute(item: Item, ground: Ground, lent: Lent) -> Item:
    """Cite another piece that says all of it, if the sentence is as near to a place in it as to any that it cites.

    A corrupted number may happen to stand in some other note; nearness tells a wrong source from a wrong number.
    """
    if item.kind == "link":
        return item
    least = max((_near(item.text, ref, ground) for ref in item.sources), default=_LEAST_NEAR)
    found = [
        (_near(item.text, ref, ground), ref)
        for ref in (ground.pieces if item.kind != "opinion" else ground.own)
        if not problems(item.model_copy(update={"sources": (ref,)}), ground, lent)
    ]
    best, ref = max(found, key=lambda pair: pair[0], default=(-1.0, Ref("")))
    return item.model_copy(update={"sources": (ref,)}) if best >= least else item


def _states_nothing(text: str, ground: Ground) -> bool:
    """A connecting phrase leads on (此外，… 重點如下：); what ends with a full stop says something."""
    leads_on = text.endswith(("，", "：")) or "如下" in text or "如次" in text
    plain = not re.search(r"[\dA-Za-z]", text) and not JUDGES.search(text)
    return leads_on and plain and len(text) <= 20 and not ground.missing(text, ())
