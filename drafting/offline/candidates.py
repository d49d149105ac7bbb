"""Sentences of the body as an abstract could use them: understandable alone, with the activity that they tell of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.frozen import Frozen
from drafting.gather import cues
from drafting.material import Ref
from drafting.plan.routing import Routing
from drafting.report import Sentence
from drafting.trip import Trip
from drafting.wording.punctuation import ended
from drafting.wording.standing_alone import chattiness, clings, is_whole

_GIVES_A_REASON = 3
_LEAST_WEIGHT = -1.5  # one turn of speech and nothing that outweighs it
_WHY = re.compile(r"目的|為了|希望|[要可想]趁|趁本次|學習|參考|任務|緣起|重點|改選|鋪路|爭取|亟需|想看|盼")
_WEIGHTY = re.compile(
    r"建議|目的|決議|通過|合作|成果|參考|強化|推動|促進|共識|簽|宣布|制度|主軸|主題|目標|縮短|提升"
)
_LOGISTICS = re.compile(
    r"\d[:：]\d\d|逾時|清場|布展時間|報到|候機|起飛|抵達|行李|改為?\s?\d|名冊|入境|安檢|套票|票價|停車場|接待|接見|簡報\d|拼|翻譯|手冊|中譯|標題|交換了名片|也是同樣|同上"
)
_NUMBER = re.compile(r"\d+")
_NAMED = re.compile(r"[A-Z]{3,}|「")


class Candidate(Frozen):
    """``place`` is its turn in the body; ``group`` the activity's key, or purpose, lead, encounters, media, impression, suggestion."""

    place: int
    group: str
    text: str
    sources: tuple[Ref, ...]
    kind: str
    weight: float
    clings: bool


def candidates_in(
    so_far: Sequence[Sentence], trip: Trip, routing: Routing, *, anything: bool = False
) -> list[Candidate]:
    """What the abstract may choose from, in the order of the body. A list is one sentence with what leads into it.

    ``anything`` leaves out the question whether a sentence does well alone: for when the form's least is not reached.
    What only tells of the way, of moods and of meals is never one: too short is better than that.
    """
    groups = _groups(routing)
    days = {m.ref: f"{m.meant_on.month}月{m.meant_on.day}日" for m in trip.material}
    found = []
    for place, sentence in enumerate(_whole(so_far)):
        group = next((groups[ref] for ref in sentence.sources if ref in groups), "")
        if sentence.kind != "opinion" and group in ("impression", "suggestion"):
            group = ""
        day = next((days[ref] for ref in sentence.sources if ref in days), "當日")
        text = sentence.text.replace("當日", day)  # the heading that gave the day is not here
        if _has_substance(text, sentence.kind, group) and (
            anything or (is_whole(text) and not cues.TRAVEL.search(text))
        ):
            found.append(
                Candidate(
                    place=place,
                    group=group,
                    text=text,
                    sources=sentence.sources,
                    kind=sentence.kind,
                    weight=_weight(text) + _GIVES_A_REASON * (group == "purpose" and bool(_WHY.search(text))),
                    clings=clings(text),
                )
            )
    return found


def _groups(routing: Routing) -> Mapping[Ref, str]:
    return {
        **dict.fromkeys(routing.lead, "lead"),
        **dict.fromkeys(routing.media, "media"),
        **dict.fromkeys(routing.encounters, "encounters"),
        **{ref: key for key, refs in routing.by_activity.items() for ref in refs},
        **dict.fromkeys(routing.purpose, "purpose"),
        **dict.fromkeys(routing.impressions, "impression"),
        **dict.fromkeys(routing.suggestions, "suggestion"),
    }


def _whole(so_far: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences as they are; a lead with its points as one; points without a lead not at all."""
    lead: Sentence | None = None
    points: list[Sentence] = []
    for sentence in (*so_far, None):
        if sentence is not None and lead is not None and _is_point(sentence):
            points.append(sentence)
            continue
        if lead is not None and points:
            refs = tuple(dict.fromkeys(r for s in (lead, *points) for r in s.sources))
            text = lead.text + "；".join(p.text.rstrip("；。") for p in points) + "。"
            yield lead.model_copy(update={"text": text, "sources": refs})
        lead, points = None, []
        if sentence is None or sentence.kind == "link" or _is_point(sentence):
            continue
        if sentence.text.endswith("："):
            lead = sentence
        else:
            yield sentence


def _is_point(sentence: Sentence) -> bool:
    return ended(sentence.text) != sentence.text


def _has_substance(text: str, kind: str, group: str) -> bool:
    """Whether it tells of the purpose, of an opinion, or of something done, decided or seen on duty."""
    if kind == "opinion" or group == "purpose":
        return True
    if cues.TRAVEL.search(text):
        return False
    if _NUMBER.search(text):
        return True
    telling = _WEIGHTY.search(text) or _NAMED.search(text) or cues.OFFICIAL.search(text)
    return bool(telling) and _weight(text) >= _LEAST_WEIGHT


def _weight(text: str) -> float:
    telling = min(len(_NUMBER.findall(text)), 4) + 2.0 * bool(_WEIGHTY.search(text))
    telling += bool(_NAMED.search(text)) + 1.5 * (25 <= len(text) <= 90)
    return telling - 1.5 * chattiness(text) - 4 * bool(_LOGISTICS.search(text))
