"""Which photos a report shows and which are kept back, with the reason: doubles, blurred ones, badges and cards."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from drafting.gather import cues
from drafting.material import Kind, Material, Ref
from drafting.plan.vicinity import Vicinity
from drafting.report import Unused

_NEAR = 6  # bits of 64 in which the fingerprints of two pictures of one scene may differ
_ONE_SCENE = timedelta(minutes=30)
_BLURRED = 0.2  # share of the median sharpness of the trip's photos below which a picture counts as blurred
_ENOUGH_TO_COMPARE = 4  # photos; of fewer none is called blurred
_SAID_AT_ONCE = 300  # seconds in which 「上面那張不要用」 means the photo before
_TOGETHER = 120  # seconds between a photo and the note that calls it a card
_CARD = re.compile(r"(?<!交換)(?<!交換了)(?<!遞)(?<!發)名片(?!發)")  # not of cards that changed hands
_NOT_THIS = re.compile(
    r"(?:上面|剛剛?|這)?那?(?:這)?張.{0,8}(?:手抖|晃到|糊|不要用|不用放|僅供自己|別用)|不要用|僅供自己留存"
)


def kept_back(photos: Sequence[Material], vicinity: Vicinity) -> dict[Ref, Unused]:
    """The photos that are not shown, by reference. A person may show them all the same."""
    found: dict[Ref, Unused] = {}
    sharp = sorted(p.sharpness for p in photos if p.sharpness)
    median = sharp[len(sharp) // 2] if len(photos) > _ENOUGH_TO_COMPARE and sharp else 0.0
    shown: list[Material] = []
    rejected = set(_rejected(photos, vicinity))
    for photo in photos:
        reason = _reason(photo, vicinity, median, is_rejected=photo.ref in rejected)
        if not reason and photo.choice != "keep" and (twin := _twin(photo, shown)):
            reason = f"與 {twin.ref} 幾乎相同，同一場景只放一張"
        if reason:
            found[photo.ref] = Unused(ref=photo.ref, reason=reason)
        else:
            shown.append(photo)
    return found


def _reason(photo: Material, vicinity: Vicinity, median: float, *, is_rejected: bool) -> str:
    text = photo.text or " ".join(m.text for m in vicinity.album(photo))
    if photo.kind is Kind.PRIVATE:
        return "您標記為私人，不放入報告"
    if photo.kind is Kind.ASIDE:
        return "與報告無關的照片，不放入報告"
    if photo.file is None or not photo.file.content:
        return (photo.file.missing if photo.file else "") or "沒有收到照片檔案，請重傳"
    if photo.choice:
        return "您選擇不放這張照片" if photo.choice == "leave" else ""
    if cues.IDENTITY.search(text):
        return "圖說提到識別證或證件，可能含個人資料，請確認後再放入"
    if _CARD.search(text) or (not text and _about_card(photo, vicinity)):
        return "可能是名片，含個人資料，不放入報告"
    if is_rejected or _NOT_THIS.search(text):
        return "您說過這張不要用"
    if photo.sharpness and photo.sharpness < _BLURRED * median:
        return "畫面模糊或過暗，請改用其他照片"
    return ""


def _twin(photo: Material, shown: Sequence[Material]) -> Material | None:
    if not photo.fingerprint:
        return None
    print_ = int(photo.fingerprint, 16)
    return next(
        (
            s
            for s in shown
            if s.fingerprint
            and abs(s.said_at - photo.said_at) < _ONE_SCENE
            and (int(s.fingerprint, 16) ^ print_).bit_count() <= _NEAR
        ),
        None,
    )


def _rejected(photos: Sequence[Material], vicinity: Vicinity) -> Iterator[Ref]:
    """The photos that a reply rejects, or a note within five minutes that no other photo came before."""
    last_before: dict[Ref, Material] = {}
    for photo in sorted(photos, key=lambda p: p.said_at):
        if any(_NOT_THIS.search(m.text) for m in vicinity.replies(photo)):
            yield photo.ref
        for note in vicinity.notes(photo, 0, _SAID_AT_ONCE, anybody=True):
            if note.reply_to is None and _NOT_THIS.search(note.text):
                last_before[note.ref] = photo
    yield from (photo.ref for photo in last_before.values())


def _about_card(photo: Material, vicinity: Vicinity) -> bool:
    return any(_CARD.search(n.text) for n in vicinity.notes(photo, _TOGETHER, _TOGETHER, anybody=True))
