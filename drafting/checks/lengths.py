"""Checks of lengths: bounds in the form's own way of counting, with all three counts shown."""

from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.counting import Counting, Counts, count
from drafting.finding import Severity
from drafting.form import Confidence, Length, Role

METHODS = {
    Counting.CJK: "只計中文字",
    Counting.WORD: "文書軟體計字",
    Counting.CHARACTERS: "不計空白的字元",
}
_LEAST_SHARE = 15  # percent; the seed report has about 22
_LEAST_IMPRESSIONS = 50
_LONG_ENOUGH_TO_JUDGE = 600


@rule(
    "LEN-1",
    Severity.ERROR,
    "摘要字數在表單的範圍內，並說明用哪一種計字方式。",
    "提要表「500字以上」；行政院附件一「200至300字」",
    good="表單：central\n壹、摘要\n" + "本次會議討論港灣城市的合作與永續發展，各城市分享經驗並交換意見。" * 8,
    bad="壹、摘要\n本次會議討論港灣城市的合作。",
)
def lengths_lie_within_bounds(case: Case) -> Iterator[Said]:
    for part in case.form.parts:
        section = case.report.section(part.key)
        if part.length is None or section is None:
            continue
        counts = count(section.text)
        mine = counts.by(part.length.counted)
        least, most = part.length.least or 0, part.length.most
        shown = f"{METHODS[part.length.counted]} {mine} 字（{_others(counts, part.length)}）"
        if mine < least:
            yield Said(
                part.heading,
                f"{part.heading}應有 {least} 字以上，目前{shown}，請再補 {least - mine} 字。",
                quote=section.text[:40],
            )
        elif most is not None and mine > most:
            yield Said(
                part.heading,
                f"{part.heading}應在 {most} 字以內，目前{shown}，請刪減 {mine - most} 字。",
                quote=section.text[:40],
            )
        else:
            doubt = _doubt(counts, part.length)
            message = f"{part.heading}{shown}，符合{_bounds(part.length)}的規定{doubt}。"
            quote = section.text[:40] if doubt else ""
            yield Said(part.heading, message, quote=quote, severity=Severity.INFO)


@rule(
    "LEN-2",
    Severity.WARNING,
    "心得及建議要有足夠的內容。",
    "實務：空洞的心得是退回補正的主要原因",
    good="伍、心得\n港灣城市的做法讓我想到本市的轉型，地方政府可以先從小處開始，逐步累積成果，再邀請市民一起參與規劃與維護的工作。",
    bad="伍、心得\n妖受讚。",
)
def impressions_have_substance(case: Case) -> Iterator[Said]:
    impressions = case.section_for(Role.IMPRESSIONS)
    suggestions = case.section_for(Role.SUGGESTIONS)
    abstract = case.section_for(Role.ABSTRACT)
    if impressions and 0 < (length := count(impressions.text).cjk) < _LEAST_IMPRESSIONS:
        yield Said(
            impressions.heading,
            f"心得只有 {length} 個中文字，請補充與主題相關的省思。",
            quote=impressions.text,
        )
    own = {s.key: count(s.text).cjk for s in (impressions, suggestions) if s}
    whole = sum(count(s.text).cjk for s in case.report.sections if s is not abstract)
    share = 100 * sum(own.values()) // whole if whole else 100
    if own and whole >= _LONG_ENOUGH_TO_JUDGE and share < _LEAST_SHARE:
        where = "、".join(dict.fromkeys(s.heading for s in (impressions, suggestions) if s))
        yield Said(where, f"心得與建議占本文 {share}%，一般在 {_LEAST_SHARE}% 以上，建議再補充自己的觀察。")


def _others(counts: Counts, length: Length) -> str:
    return "、".join(f"{name} {counts.by(m)}" for m, name in METHODS.items() if m is not length.counted)


def _doubt(counts: Counts, length: Length) -> str:
    """Where the rule does not name its way of counting, the others count too."""
    if length.confidence is Confidence.READ or length.least is None:
        return ""
    failing = [METHODS[m] for m in METHODS if m is not length.counted and counts.by(m) < length.least]
    return f"；但若{'、'.join(failing)}則不足，計字方式請先與主辦機關確認" if failing else ""


def _bounds(length: Length) -> str:
    if length.least is not None and length.most is not None:
        return f" {length.least} 至 {length.most} 字"
    return f" {length.least} 字以上" if length.least is not None else f" {length.most} 字以內"
