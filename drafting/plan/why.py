"""Says to the traveller why a piece of material stands where it stands, and how to put it elsewhere (pure)."""

from collections.abc import Iterator

from drafting.form import Form
from drafting.material import Kind, Material, Ref
from drafting.phrase import Phrase, phrase
from drafting.plan.left_out import unused_in
from drafting.plan.outline import Planned, outlined
from drafting.plan.routing import Routing, Why, route
from drafting.plan.wished import wished
from drafting.report import Report
from drafting.trip import Trip

_KINDS = {
    Kind.FACT: phrase("事實"),
    Kind.QUOTE: phrase("別人說的話"),
    Kind.IMPRESSION: phrase("心得"),
    Kind.SUGGESTION: phrase("建議"),
    Kind.PARTICULARS: phrase("基本資料"),
    Kind.ASIDE: phrase("閒談或和小幫手的對話"),
    Kind.PRIVATE: phrase("私人內容"),
}
_REASONS = {
    Why.PLACE: phrase("位置只用來判斷行程與時間。"),
    Why.PURPOSE: phrase("它一開頭就在講目的。"),
    Why.BEFORE: phrase("它講的是出發前的事。"),
    Why.AFTER: phrase("它講的是返國後的事。"),
    Why.REFERS: phrase("它接著前一則說。"),
    Why.BESIDE: phrase("照片沒有說明，跟著同時傳的那一則。"),
    Why.MET: phrase("它講的是議程之外見到的人。"),
    Why.PRESS: phrase("它講的是媒體報導。"),
    Why.WHOLE: phrase("它講的是整個活動。"),
    Why.WAY: phrase("它講的是路程，放進行程表。"),
    Why.NAMED: phrase("它提到這個活動的名稱。"),
    Why.WHO: phrase("它講的是在這個活動見到的人。"),
    Why.HOUR: phrase("它的時間落在這個活動裡。"),
    Why.NEAREST: phrase("當天離它的時間最近的是這個活動。"),
    Why.DAY: phrase("當天沒有讀到活動，先放在會議概況。"),
    Why.OWN: phrase("它是您自己的看法。"),
}
_BY_HAND = phrase("您指定放在這裡。")


def explained(trip: Trip, form: Form, ref: Ref, report: Report | None = None) -> tuple[Phrase, ...]:
    """Sentences in zh-TW: what the piece is taken for, of which day, where it goes and why, and who cites it.

    ``report`` is the newest draft's. The piece must be one of the trip's.
    """
    piece = trip.piece(ref)
    assert piece is not None  # noqa: S101 - the caller has looked it up
    return tuple(_sentences(trip, form, piece, report))


def _sentences(trip: Trip, form: Form, piece: Material, report: Report | None) -> Iterator[Phrase]:
    routing = route(trip)
    kind = _KINDS[piece.label or piece.kind]
    if piece.label:
        yield phrase("{ref} 您標為「{kind}」。", ref=piece.ref, kind=kind)
    else:
        yield phrase("{ref} 依內容看作「{kind}」；不對的話，回覆它輸入 /label。", ref=piece.ref, kind=kind)
    day = f"{piece.meant_on.month}/{piece.meant_on.day}"
    hour = f" {piece.meant_at:%H:%M}" if piece.meant_at else ""
    yield phrase("它講的是 {when}；不對的話，回覆它輸入 /date。", when=day + hour)
    plan = wished(outlined(trip, form, routing), trip.wishes, trip)
    held = [planned for part in plan for planned in _holding(part, piece.ref)]
    by_hand = [p.title for p in held if p.slot is not None and piece.ref in p.slot.also]
    by_rule = [p.title for p in held if p.title not in by_hand]
    reason = _REASONS.get(routing.why.get(piece.ref, Why.DAY), _REASONS[Why.DAY])
    for places, why in ((by_rule, reason), (by_hand, _BY_HAND)):
        if places:
            yield phrase("它放在「{place}」：{why}", place="、".join(dict.fromkeys(places)), why=why)
    if not held:
        yield phrase("它不在任何段落：{why}", why=_reason(trip, routing, piece))
    if report is not None:
        cited = [
            section.heading
            for _, section in report.walk()
            if any(piece.ref in s.sources for s in section.model_copy(update={"sections": ()}).sentences())
        ]
        if cited:
            yield phrase("草稿在這裡引用它：{where}。", where="、".join(dict.fromkeys(cited)))
    yield phrase("要換地方，在草稿的那一頁回覆「移入 {ref}」；回覆「加上 {ref}」則兩處都用。", ref=piece.ref)


def _holding(planned: Planned, ref: Ref) -> Iterator[Planned]:
    in_slot = planned.slot is not None and ref in planned.slot.material
    in_photos = planned.photos is not None and any(item.ref == ref for item in planned.photos.items)
    if in_slot or in_photos:
        yield planned
    for child in planned.sections:
        yield from _holding(child, ref)


def _reason(trip: Trip, routing: Routing, piece: Material) -> str:
    if piece.ref in routing.travel:
        return _REASONS[routing.why.get(piece.ref, Why.WAY)]
    others = frozenset(m.ref for m in trip.material if m.ref != piece.ref)
    return f"{unused_in(trip, others, routing.unused)[0].reason}。"
