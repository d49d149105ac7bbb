"""Checks that what readers asked has been answered."""

from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity


@rule(
    "RMK-1",
    Severity.WARNING,
    "審閱者在文件上的註解都已回覆。",
    "審核表第 8 列：退回補正",
    good="[N1] 會議討論港灣合作\n參、目的\n會議討論港灣合作。{N1}",
    bad="註解：請補會議日期\n[N1] 會議討論港灣合作\n參、目的\n會議討論港灣合作。{N1}",
    needs_material=True,
)
def remarks_are_answered(case: Case) -> Iterator[Said]:
    for remark in case.trip.remarks:
        who = remark.by or "審閱者"
        message = f"{who}的註解第 {remark.number} 則還沒有回覆：「{remark.text}」，請修改這一段或回覆註解。"
        yield Said(_where(case, remark.quote), message, quote=remark.quote)


def _where(case: Case, quote: str) -> str:
    """The heading below which the quoted words stand; the whole report if they stand nowhere any more."""
    words = quote.strip()
    return next(
        (where for where, text in case.passages if words and (words in text or text in words)), "全文"
    )
