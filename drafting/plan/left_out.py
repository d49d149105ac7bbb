"""Says of material that the report does not name why that is so, in words that tell the traveller what to do."""

from collections.abc import Sequence

from drafting.gather import cues
from drafting.gather.kinds import chatter
from drafting.material import Kind, Material, Medium, Ref
from drafting.phrase import phrase
from drafting.report import Unused
from drafting.trip import Trip

PRIVATE = phrase("您標記為私人，不放入報告")
NOT_WRITTEN = phrase("所屬的段落這次未能撰寫，素材都在，重新撰寫即可")


def unused_in(trip: Trip, cited: frozenset[Ref], known: Sequence[Unused]) -> tuple[Unused, ...]:
    """Every piece that nothing in the report names, each with a reason; ``known`` are those decided before."""
    reasons = {u.ref: u.reason for u in known}
    filled = {ref for refs in trip.sources.values() for ref in refs}
    groups = (trip.itinerary, trip.events, trip.names)
    read = {ref for group in groups for item in group for ref in item.sources}
    return tuple(
        Unused(ref=m.ref, reason=reasons.get(m.ref) or _reason(m, filled, read))
        for m in trip.material
        if m.ref not in cited
    )


def _reason(piece: Material, filled: set[Ref], read: set[Ref]) -> str:
    if piece.kind is Kind.PRIVATE:
        return PRIVATE
    match piece.medium:
        case Medium.VOICE if not piece.text:
            return phrase("語音尚無文字稿，請用文字補述重點")
        case Medium.CONTACT:
            return phrase("聯絡人資料含個人資料，只作核對人名用")
        case Medium.PLACE:
            return phrase("位置資料，用於判斷當地日期與時間")
        case Medium.PAPER:
            return _of_paper(piece, read | filled)
        case Medium.PHOTO:
            return phrase("找不到合適的段落，如需使用請補一句圖說")
    if piece.ref in filled or piece.kind is Kind.PARTICULARS:
        return phrase("已填入表單欄位或行程表，本文未引用")
    if piece.kind is Kind.ASIDE:
        return (
            phrase("私人或生活瑣事，不放入報告")
            if chatter(piece.text)
            else phrase("與小幫手或同事的對話，不放入報告")
        )
    if cues.TRAVEL.search(piece.text):
        return phrase("接送、住宿等交通細節，本文未引用，如需寫入請說明與公務的關係")
    return phrase("沒有可直接寫入報告的內容，如需使用請補充說明")


def _of_paper(piece: Material, read: set[Ref]) -> str:
    if piece.file and piece.file.missing:
        return piece.file.missing
    if piece.ref in read:
        return phrase("已用於核對行程與名稱，本文未引用")
    if "BEGIN:VCALENDAR" in piece.text:
        return phrase("行事曆，用於判斷當地日期與時間")
    return phrase("文件中沒有辨識出行程或名稱，如需使用請用文字說明重點")
