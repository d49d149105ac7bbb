"""Checks of photos: each with a caption of its own, none that shows papers of identity."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.material import Ref

_PAPERS = re.compile(r"識別證|護照|身分證|身份證|證件|名片|簽證|登機證|健保卡|駕照|信用卡|居留證")
_NOT_LETTERS = re.compile(r"[\W_]+")


@rule("PHO-1", Severity.WARNING, "每張照片都有自己的圖說，不重複。", "seed 之圖說慣例；圖說重複為常見缺失")
def captions_are_there_and_differ(case: Case) -> Iterator[Said]:
    places: dict[str, list[tuple[str, Ref, str]]] = defaultdict(list)
    seen: set[Ref] = set()
    for where, item in case.photos:
        if not item.caption.strip():
            yield Said(
                where, f"照片 {item.ref} 沒有圖說，請在對話中回覆那張照片補上說明。", sources=(item.ref,)
            )
        else:
            places[_NOT_LETTERS.sub("", item.caption)].append((where, item.ref, item.caption))
        if item.ref in seen and item.ref:
            yield Said(where, f"照片 {item.ref} 重複放了兩次，請刪去一張。", sources=(item.ref,))
        seen.add(item.ref)
    for same in places.values():
        if len(same) > 1:
            where, _, caption = same[0]
            refs = tuple(dict.fromkeys(ref for _, ref, _ in same if ref))
            message = f"有 {len(same)} 張照片的圖說都是「{caption}」，請分別寫明人物、場合或動作。"
            yield Said(where, message, quote=caption, sources=refs)


@rule(
    "PHO-2", Severity.WARNING, "不放識別證、護照、名片等證件的照片。", "個人資料保護法第 5 條；公開前遮蔽個資"
)
def photos_show_no_papers(case: Case) -> Iterator[Said]:
    for where, item in case.photos:
        piece = case.pieces.get(item.ref)
        match = _PAPERS.search(f"{item.caption} {piece.text if piece else ''}")
        if match:
            message = f"照片可能拍到{match[0]}，請換一張，或確認已遮蔽個人資料。"
            yield Said(where, message, quote=item.caption, sources=(item.ref,) if item.ref else ())
