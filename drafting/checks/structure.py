"""Checks of the structure: every part there and filled, headings numbered as the form wants."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafting.checks.case import Case
from drafting.checks.given import Heading
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.form import Part, Role
from drafting.numbering import numbered
from drafting.report import Section

_FORMAL = "壹貳參肆伍陸柒捌玖拾"
_MARK = re.compile(
    r"\s*(?P<open>[(（]?)(?P<number>[壹貳參肆伍陸柒捌玖拾]{1,3}|[一二三四五六七八九十]{1,3}|\d{1,2}"
    r"|(?:[IVX]{1,5}|[A-Z]|[ivx]{1,5}|[a-z])(?=[.)]))(?P<close>[)）]?)(?P<after>[、，,.\uff0e:：。]?)\s*"
)
_NONE = re.compile(r"[\s。]*無[\s。]*")
_SHORT = 16


@rule(
    "SEC-1",
    Severity.ERROR,
    "目的、過程、心得、建議等章節齊備而有內容；只有建議可寫「無」。",
    "行政院要點附件二審核表第 2 列；臺中市提要格式",
    good="壹、摘要\n出席會議。\n貳、出國人員名單\n編號 | 姓名\n1 | 甲某\n參、目的\n出席會議。\n肆、過程\n出席開幕。\n伍、心得\n受益良多。\n陸、建議\n建議派員。",
    bad="壹、摘要\n出席會議。\n參、目的\n無。",
)
def every_part_is_there(case: Case) -> Iterator[Said]:
    for part in case.form.parts:
        if not part.required:
            continue
        section = case.report.section(part.key)
        if section is None:
            yield Said(part.heading, f"缺少「{part.heading}」，請補上這一節。")
        elif not _has_content(section):
            yield Said(section.heading, f"「{part.heading}」沒有內容，{_advice(case, part)}")
        elif _NONE.fullmatch(section.text) and not part.may_be_none:
            yield Said(
                section.heading,
                f"「{part.heading}」不可只寫「無」，{_advice(case, part)}",
                quote=section.text,
            )


@rule(
    "SEC-2",
    Severity.ERROR,
    "標題編號連續，標點與層次照表單，同一層用同一階標題樣式。",
    "文書處理手冊；臺中市提要格式",
    good="壹、摘要\n出席會議。\n貳、出國人員名單\n編號 | 姓名\n1 | 甲某\n參、目的\n出席會議。",
    bad="壹、摘要\n出席會議。\n參，目的\n出席會議。",
)
def headings_are_numbered_in_order(case: Case) -> Iterator[Said]:
    unnumbered = {p.key for p in case.form.parts if not p.numbered}
    sections = [s for s in case.report.sections if s.key not in unnumbered]
    yield from _siblings(sections, 1, case.form.numbering.levels, may_be_automatic=case.from_file)
    yield from _layout(case.layout)


def _layout(headings: Sequence[Heading]) -> Iterator[Said]:
    """Headings of one rank stand on one level of the file, so that its table of contents comes out right."""
    for depth in sorted({h.depth for h in headings if h.depth and h.level}):
        levels = Counter(h.level for h in headings if h.depth == depth and h.level)
        usual = max(levels, key=lambda level: (levels[level], -level))
        odd = [h for h in headings if h.depth == depth and h.level not in (0, usual)]
        if odd:
            like = next(h.text for h in headings if h.depth == depth and h.level == usual)
            message = (
                f"同一層的標題用了不同階的標題樣式：「{_short(odd[0].text)}」是第 {odd[0].level} 階，"
                f"「{_short(like)}」是第 {usual} 階（{len(odd)} 處不同），請統一，目次才會正確。"
            )
            yield Said(odd[0].text, message, quote="；".join(h.text for h in odd), severity=Severity.WARNING)
    if bulleted := [h for h in headings if h.bulleted]:
        message = f"標題前有項目符號（{len(bulleted)} 處），請刪去符號、套用標題樣式。"
        yield Said(
            bulleted[0].text,
            message,
            quote="；".join(f"- {h.text}" for h in bulleted),
            severity=Severity.WARNING,
        )


def _short(heading: str) -> str:
    return heading if len(heading) <= _SHORT else f"{heading[:_SHORT]}…"


def _siblings(
    sections: Sequence[Section], depth: int, levels: Sequence[str], *, may_be_automatic: bool
) -> Iterator[Said]:
    """A word processor may number headings by itself; then no heading of a level has its mark in the text."""
    if depth > len(levels):
        return
    wanted = levels[depth - 1]
    marks = [_MARK.match(s.heading) for s in sections]
    numbers = [_value(m["number"], wanted) if m else 0 for m in marks]
    unmarked = may_be_automatic and not any(marks)
    otherwise: list[tuple[Section, str, str]] = []
    for place, (section, match, number) in enumerate(zip(sections, marks, numbers, strict=True), 1):
        should = numbered(wanted, place)
        if unmarked:
            pass
        elif match is None or number == 0:
            message = f"標題沒有編號，應為「{should}」。"
            yield Said(section.heading, message, quote=section.heading, severity=Severity.WARNING)
        elif number != place:
            yield Said(
                section.heading, f"標題編號不連續，此處應為「{should}」，請更正。", quote=section.heading
            )
        elif _written(match) != _narrow(should):
            otherwise.append((section, match[0].strip(), should))
        yield from _siblings(section.sections, depth + 1, levels, may_be_automatic=may_be_automatic)
    if otherwise:  # one finding, as all of them are mended in one go
        section, written, should = otherwise[0]
        more = f"（共 {len(otherwise)} 處）" if len(otherwise) > 1 else ""
        message = f"標題編號寫作「{written}」，表單的寫法是「{should}」{more}。"
        quote = "；".join(s.heading for s, _, _ in otherwise)
        yield Said(section.heading, message, quote=quote, severity=Severity.WARNING)


def _value(number: str, wanted: str) -> int:
    """The number that a mark stands for; a letter is read in the series that the form has at this level: I is 1 or 9."""
    if number.isdigit():
        return int(number)
    if number.isascii():
        first = next((sample for sample in "IAia" if sample in wanted), "A")
    else:
        first = "壹" if number[0] in _FORMAL else "一"
    return next((place for place in range(1, 100) if numbered(first, place) == number), 0)


def _written(match: re.Match[str]) -> str:
    return _narrow(f"{match['open']}{match['number']}{match['close']}{match['after']}")


def _narrow(text: str) -> str:
    return (
        text.replace("（", "(")
        .replace("）", ")")
        .replace("\uff0e", ".")
        .strip()
        .rstrip(":：" if text[:1] in "(（" else "")
    )


def _has_content(section: Section) -> bool:
    return any(
        any(getattr(block, name, ()) for name in ("sentences", "items", "rows"))
        for _, s in section.walk()
        for block in s.blocks
    )


def _advice(case: Case, part: Part) -> str:
    if case.from_file:
        return "請補寫這一節。"
    if {Role.IMPRESSIONS, Role.SUGGESTIONS} & set(part.roles):
        return "請在對話中說說自己的想法（可加 #心得 或 #建議）。"
    return "請在對話中補充素材後重新撰寫。"
