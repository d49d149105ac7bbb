"""Checks that every part was written: what a model refused, or what broke off, is not passed over in silence."""

from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity


@rule(
    "WRT-1",
    Severity.ERROR,
    "每一部分都寫成了；語言模型未能撰寫的部分要重新撰寫，或由出國人員補寫。",
    "審核表第 8 列退回原因(3)「內容空洞或未涵蓋要項」",
    good="參、目的\n本府派員出席會議。",
    bad="未寫成：過程＝語言模型沒有回應。\n參、目的\n本府派員出席會議。",
    needs_material=True,
)
def every_part_was_written(case: Case) -> Iterator[Said]:
    for part in case.report.failed:
        yield Said(part.title, f"這一部分未能撰寫：{part.problem}")
