"""Checks of photos: each with a caption of its own, none that shows papers of identity."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.dates import roc
from drafting.finding import Severity
from drafting.form import Role
from drafting.material import Medium, Ref
from drafting.report import Photos

_PAPERS = re.compile(r"識別證|護照|身分證|身份證|證件|名片|簽證|登機證|健保卡|駕照|信用卡|居留證")
_TOGETHER = re.compile(r"合影|合照|合拍|大合照")
_FILLING = re.compile(
    r"合影|合照|合拍|留念|留影|紀念|與|和|及|大|團體|全體|代表們?|他們?|她|大家|會後|會前|現場|照片|[一二三四五六七八九十\d]"
)
_SHORTEST_NAME = 2
_NOT_LETTERS = re.compile(r"[\W_]+")


@rule(
    "PHO-1",
    Severity.WARNING,
    "每張照片都有自己的圖說，不重複；合影寫明對象；放在當天活動的段落。",
    "seed 之圖說慣例；圖說重複為常見缺失",
    good="肆、過程\n一、會議\n▣ 會議開幕式\n▣ 與港務局局長合影",
    bad="肆、過程\n一、會議\n▣ 會議開幕式\n▣ 會議開幕式\n▣ 合影留念",
)
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
    yield from _with_whom(case)
    yield from _on_other_days(case)


def _with_whom(case: Case) -> Iterator[Said]:
    for where, item in case.photos:
        plain = _NOT_LETTERS.sub("", item.caption)
        if _TOGETHER.search(item.caption) and len(_FILLING.sub("", plain)) < _SHORTEST_NAME:
            message = f"圖說「{item.caption}」沒有寫與誰合影，請加職稱與姓名，或寫「與會者」。"
            refs = (item.ref,) if item.ref else ()
            yield Said(where, message, quote=item.caption, sources=refs)


def _on_other_days(case: Case) -> Iterator[Said]:
    """A photo of the 13th among what happened on the 10th; parts that span the whole trip hold photos of any day."""
    for part, _, section in case.sections:
        if not any(isinstance(block, Photos) for block in section.blocks):
            continue
        days = {
            piece.meant_on
            for sentence in section.model_copy(update={"sections": ()}).sentences()
            for ref in sentence.sources
            if (piece := case.pieces.get(ref)) and piece.medium is not Medium.PAPER
        }
        if len(days) != 1 or part is None or Role.PROCESS not in part.roles:
            continue
        (day,) = days
        for block in section.blocks:
            for item in block.items if isinstance(block, Photos) else ():
                piece = case.pieces.get(item.ref)
                if piece and piece.label is None and abs((piece.meant_on - day).days) > 1:
                    message = (
                        f"照片 {item.ref} 是 {roc(piece.meant_on)} 的，這一段寫的是 {roc(day)}，請查證位置。"
                    )
                    yield Said(section.heading, message, quote=item.caption, sources=(item.ref,))


@rule(
    "PHO-2",
    Severity.WARNING,
    "不放識別證、護照、名片等證件的照片；圖檔不帶拍攝位置。",
    "個人資料保護法第 5 條；公開前遮蔽個資",
    good="肆、過程\n一、會議\n▣ 會議開幕式",
    bad="檔案：docx 帶位置圖片2\n肆、過程\n一、會議\n▣ 報到領取識別證",
)
def photos_show_no_papers(case: Case) -> Iterator[Said]:
    if case.file and case.file.located_pictures:
        message = f"檔案裡有 {case.file.located_pictures} 張圖片帶有拍攝位置（GPS），公開前請移除（另存圖片時不保留中繼資料）。"
        yield Said("檔案", message, severity=Severity.ERROR)
    for where, item in case.photos:
        piece = case.pieces.get(item.ref)
        match = _PAPERS.search(f"{item.caption} {piece.text if piece else ''}")
        if match:
            message = f"照片可能拍到{match[0]}，請換一張，或確認已遮蔽個人資料。"
            yield Said(where, message, quote=item.caption, sources=(item.ref,) if item.ref else ())
