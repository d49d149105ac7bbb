"""Which photos a report shows and which are kept back, with the reason: doubles, blurred ones, badges and cards."""

import re
from collections.abc import Sequence

from drafting.gather import cues
from drafting.material import Kind, Material, Ref
from drafting.report import Unused

_NEAR = 6  # bits of 64 in which the fingerprints of two pictures of one scene may differ
_BLURRED = 0.2  # share of the median sharpness of the trip's photos below which a picture counts as blurred
_CARD = re.compile(r"名片")
_NOT_THIS = re.compile(
    r"(?:上面|剛剛?|這)?那?(?:這)?張.{0,8}(?:手抖|晃到|糊|不要用|不用放|僅供自己|別用)|不要用|僅供自己留存"
)


def kept_back(photos: Sequence[Material], notes: Sequence[Material]) -> dict[Ref, Unused]:
    """The photos that are not shown, by reference. A person may show them all the same."""
    found: dict[Ref, Unused] = {}

    def keep_back(photo: Material, reason: str) -> None:
        found.setdefault(photo.ref, Unused(ref=photo.ref, reason=reason))

    sharp = sorted(p.sharpness for p in photos if p.sharpness)
    median = sharp[len(sharp) // 2] if sharp else 0.0
    shown: list[Material] = []
    for photo in photos:
        album = [p for p in photos if photo.album and p.album == photo.album]
        text = photo.text or " ".join(p.text for p in album)
        if photo.kind is Kind.PRIVATE:
            keep_back(photo, "您標記為私人，不放入報告")
        elif photo.file is None or not photo.file.content:
            keep_back(photo, (photo.file.missing if photo.file else "") or "沒有收到照片檔案，請重傳")
        elif cues.IDENTITY.search(text):
            keep_back(photo, "圖說提到識別證或證件，可能含個人資料，請確認後再放入")
        elif _CARD.search(text) or (not text and _about_card(photo, notes)):
            keep_back(photo, "可能是名片，含個人資料，不放入報告")
        elif _NOT_THIS.search(text) or _rejected(photo, notes):
            keep_back(photo, "您說過這張不要用")
        elif median and photo.sharpness and photo.sharpness < _BLURRED * median and len(photos) > 4:
            keep_back(photo, "畫面模糊或過暗，請改用其他照片")
        elif twin := next((s for s in shown if _alike(s, photo)), None):
            keep_back(photo, f"與 {twin.ref} 幾乎相同，同一場景只放一張")
        else:
            shown.append(photo)
    return found


def _alike(one: Material, other: Material) -> bool:
    if not one.fingerprint or not other.fingerprint:
        return False
    near = abs((one.said_at - other.said_at).total_seconds()) < 1800
    return near and (int(one.fingerprint, 16) ^ int(other.fingerprint, 16)).bit_count() <= _NEAR


def _rejected(photo: Material, notes: Sequence[Material]) -> bool:
    """Whether the next note within five minutes, or a reply, says not to use it."""
    return any(
        _NOT_THIS.search(n.text)
        and (n.reply_to == photo.ref or 0 <= (n.said_at - photo.said_at).total_seconds() < 300)
        for n in notes
    )


def _about_card(photo: Material, notes: Sequence[Material]) -> bool:
    return any(_CARD.search(n.text) and abs((n.said_at - photo.said_at).total_seconds()) < 120 for n in notes)
