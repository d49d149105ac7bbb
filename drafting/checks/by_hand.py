"""Checks of the sentences that people wrote by hand: they answer for them, and are told what no material says."""

from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity


@rule(
    "SRC-4",
    Severity.WARNING,
    "手改的句子裡，素材沒有的數字、日期與名稱，由改寫的人確認。",
    "行政院及所屬機關使用生成式AI參考指引第 5 點：承辦人就內容作最終判斷",
    good="[N1] 代表88位出席\n參、目的\n代表有88位。{N1；甲某}",
    bad="[N1] 代表88位出席\n參、目的\n代表有99位。{N1；甲某}",
    needs_material=True,
)
def edits_are_confirmed(case: Case) -> Iterator[Said]:
    replaced = {edit.after: edit.before for edit in case.trip.edits}
    for where, _, sentence in case.lines:
        if not sentence.by:
            continue
        before = replaced.get(sentence.text, "")
        found = case.gate.unproven(sentence.text, sentence.sources, edits=False, also=(before,))
        missing = list(dict.fromkeys(u.text for u in found))
        if missing:
            said = "、".join(f"「{text}」" for text in missing)
            message = f"{sentence.by}改寫的這一句有素材裡沒有的{said}，以改寫為準，請再確認一次無誤。"
            yield Said(where, message, quote=sentence.text, sources=sentence.sources)
