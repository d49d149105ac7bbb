"""Checks of what a document can show: characters that its typefaces have, photos whose files are there."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.material import Kind, Medium, Ref

_UNSHOWN = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u1100-\u11ff\uac00-\ud7a3\U0001f000-\U0001fbff\U000f0000-\U0010ffff]"
)  # scripts from right to left or of India, Hangul, emoji, private use: not in 標楷體, 全字庫 or the face that we ship
_RARE = re.compile(r"[\U00020000-\U000323af]")  # ideographs that 全字庫 has, other faces mostly have not
_NAMED = 8  # characters in one finding


@rule(
    "TXT-2",
    Severity.WARNING,
    "只用公文字型有的字；表情符號、外文字母（韓文、阿拉伯文等）與造字改以中文或羅馬字寫出。",
    "標楷體與全字庫之收字範圍；缺字在文件中印成代碼或空框",
    good="參、目的\n與韓國首爾市（Seoul）代表會談，感謝接待。",
    bad="參、目的\n與韓國서울代表會談，感謝接待🙂。",
)
def characters_can_be_printed(case: Case) -> Iterator[Said]:
    for pattern, severity, advice in (
        (_UNSHOWN, None, "公文字型沒有「{named}」，文件中會印成代碼或空框，請改以中文或羅馬字寫出。"),
        (_RARE, Severity.INFO, "「{named}」是罕用字，只有全字庫字型才有；在沒有這種字型的電腦上會印成代碼。"),
    ):
        if hits := list(case.hits(pattern, fields=True)):
            characters = list(dict.fromkeys(hit.words for hit in hits))
            named = "、".join(f"{c}（U+{ord(c):04X}{_name(c)}）" for c in characters[:_NAMED])
            more = f"等 {len(characters)} 個字" if len(characters) > _NAMED else ""
            message = advice.format(named=f"{named}{more}")
            yield Said(hits[0].where, message, quote=hits[0].near, severity=severity)


def _name(character: str) -> str:
    """What an emoji is called, for a screen that cannot show it either."""
    name = unicodedata.name(character, "")
    return f" {name.lower()}" if unicodedata.category(character) == "So" and name else ""


@rule(
    "PHO-3",
    Severity.WARNING,
    "收到的照片都有讀得出來的檔案；報告裡的照片都印得出來。",
    "實務：檔案損壞或沒有傳完的照片在文件中只剩空框",
    good="肆、過程\n一、會議\n開幕式於上午舉行。{P1}\n[P1] 開幕式",
    bad="肆、過程\n一、會議\n開幕式於上午舉行。{N1}\n[N1] 開幕式\n[P1 缺檔] 開幕式",
    needs_material=True,
)
def photos_can_be_printed(case: Case) -> Iterator[Said]:
    if lost := [ref for ref in dict.fromkeys(item.ref for _, item in case.photos) if ref in case.lost]:
        message = f"照片 {'、'.join(lost)} 的檔案遺失或已損壞，文件中只有空框，請補傳原檔後重新產生草稿。"
        yield Said("照片", message, sources=tuple(lost), severity=Severity.ERROR)
    kept_away: dict[str, list[Ref]] = defaultdict(list)
    for piece in case.trip.material:
        wanted = piece.medium is Medium.PHOTO and piece.kind is not Kind.PRIVATE and piece.choice != "leave"
        if wanted and piece.file and piece.file.missing and not piece.file.content:
            kept_away[piece.file.missing.rstrip("。")].append(piece.ref)
    for reason, refs in kept_away.items():
        yield Said("照片", f"照片 {'、'.join(refs)} 沒有放進報告：{reason}。", sources=tuple(refs))
