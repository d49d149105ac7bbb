"""The two columns of the 審核表 as far as a program can fill them: what was checked, with which result, and on what pages (pure).

The ten rows are those of 附件二 of the Executive Yuan's rule (second-hand); which checks speak for which row is ours.
"""

from collections.abc import Sequence

from drafting.counting import count
from drafting.dates import roc
from drafting.finding import Finding, Severity
from drafting.form import Role
from drafting.frozen import Frozen
from drafting.sheets.evidence import Evidence
from drafting.sheets.tracking import suggestions

_CHECKS: tuple[tuple[str, ...], ...] = (
    ("TIM-1",),
    ("WRT", "CAT", "FRM", "SEC", "LEN-1", "REG"),
    ("SRC", "GRD", "CPY"),
    ("LEN-2", "CON", "TIM-2", "PHO", "PLN"),
    ("REC", "TIM-3"),
    (),
    (),
    (),
    (),
    (),
)
"""For each row the checks whose findings speak for it; a name without a number means all of that kind.

What speaks for none of them (terms, punctuation, personal data, use of a model …) stands in the last row.
"""
_FOR_PEOPLE = {6: "□送請研辦", 7: "□送請參考"}
_MOST_TOLD = 3
_LONGEST = 120


class CheckedRow(Frozen):
    """What goes into one row: 出國人員自我檢核, and 計畫主辦機關審核 as far as a decision was recorded."""

    traveller: str
    agency: str = ""


def self_check(evidence: Evidence) -> tuple[CheckedRow, ...]:
    """The ten rows of the sheet. Rows that only people can judge hold empty boxes."""
    facts = (
        _in_time(evidence),
        _complete(evidence),
        _grounded(evidence),
        _substantial(evidence),
        _suggestions(evidence),
    )
    rows = []
    for number, kinds in enumerate(_CHECKS, start=1):
        if kinds:
            rows.append(_judged(evidence, kinds, facts[number - 1]))
        elif number == 8:
            rows.append(CheckedRow(traveller="不適用", agency=_returned(evidence)))
        elif number == 10:
            rows.append(_rest(evidence))
        else:
            rows.append(CheckedRow(traveller="", agency=_FOR_PEOPLE.get(number, "")))
    return tuple(rows)


def _judged(evidence: Evidence, kinds: Sequence[str], facts: str) -> CheckedRow:
    found = [f for f in evidence.findings if _speaks(f.check, kinds) and f.severity is not Severity.INFO]
    if not found:
        return CheckedRow(traveller=_lines("☑符合", facts, "檢核無缺失"), agency="□符合\n□不符合")
    head = "☐待補正" if any(f.severity is Severity.ERROR for f in found) else "☐請確認"
    return CheckedRow(
        traveller=_lines(head, facts, *_told_of(found)),
        agency=_lines("□符合\n□不符合", *_reasons(evidence, found)),
    )


def _rest(evidence: Evidence) -> CheckedRow:
    """Findings that belong to no other row, why they were let pass, and the decision."""
    spoken = [kind for kinds in _CHECKS for kind in kinds]
    found = [f for f in evidence.findings if not _speaks(f.check, spoken) and f.severity is not Severity.INFO]
    return CheckedRow(
        traveller=_lines(*_told_of(found)),
        agency=_lines(*_reasons(evidence, found), _decided(evidence)),
    )


def _told_of(found: Sequence[Finding]) -> list[str]:
    """Errors first; after three of them only how many there are."""
    first = sorted(found, key=lambda f: f.severity is not Severity.ERROR)
    more = f"等共 {len(found)} 項" if len(found) > _MOST_TOLD else ""
    return [*(_told(f) for f in first[:_MOST_TOLD]), more]


def _reasons(evidence: Evidence, found: Sequence[Finding]) -> list[str]:
    let_pass = {o.check: o.reason for o in evidence.overrides}
    checks = dict.fromkeys(f.check for f in found)
    return [f"{check} 核可理由：{let_pass[check]}" for check in checks if check in let_pass]


def _speaks(check: str, kinds: Sequence[str]) -> bool:
    return any(check == kind or check.rpartition("-")[0] == kind for kind in kinds)


def _told(finding: Finding) -> str:
    message = finding.message if len(finding.message) <= _LONGEST else f"{finding.message[:_LONGEST]}…"
    sources = f"（{'、'.join(finding.sources[:3])}）" if finding.sources else ""
    return f"・{finding.check} {finding.where}：{message}{sources}"


def _in_time(evidence: Evidence) -> str:
    """The day and the limit; how many days are left is of no day on which the sheet is read."""
    said = [
        f"{f.message.partition('，')[0]}。"
        for f in evidence.findings
        if f.check == "TIM-1" and f.severity is Severity.INFO
    ]
    day = evidence.trip.report_date
    return _lines(f"報告日期 {roc(day)}" if day else "", *said[:1])


def _complete(evidence: Evidence) -> str:
    places = [
        f"{section.heading}（{page}）" if (page := evidence.page(section.heading)) else section.heading
        for section in evidence.report.sections
    ]
    return _lines("、".join(places), f"全文 {evidence.total} 頁" if evidence.total else "")


def _grounded(evidence: Evidence) -> str:
    said = [s for section in evidence.report.sections for s in section.sentences()]
    facts = [s for s in said if s.kind != "link"]
    with_sources = sum(bool(s.sources) for s in facts)
    by_hand = sum(bool(s.by) for s in facts)
    own = f"，其中 {by_hand} 句由本人改寫" if by_hand else ""
    return f"正文 {len(facts)} 句，{with_sources} 句註有素材出處{own}"


def _substantial(evidence: Evidence) -> str:
    lengths = [
        f"{part.heading} {count(section.text).word} 字"
        for part in evidence.form.parts
        if (section := evidence.report.section(part.key)) and section.text
    ]
    days = len(evidence.trip.itinerary)
    photos = evidence.photos
    return _lines("、".join(lengths), f"行程 {days} 日、照片 {photos} 張" if days or photos else "")


def _suggestions(evidence: Evidence) -> str:
    part = evidence.form.part_for(Role.SUGGESTIONS)
    section = evidence.report.section(part.key) if part else None
    page = evidence.page(section.heading) if section else ""
    return f"建議 {len(suggestions(evidence))} 項{f'（{page}）' if page else ''}"


def _returned(evidence: Evidence) -> str:
    return "本版未退回" if evidence.approved_by else ""


def _decided(evidence: Evidence) -> str:
    if not evidence.approved_by or evidence.approved_on is None:
        return ""
    return f"{roc(evidence.approved_on)}由{evidence.approved_by}核可"


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
