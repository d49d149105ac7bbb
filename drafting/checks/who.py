"""Check of 我們 in what happened: who is meant must be read from the report, not from who was in the room."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.form import Role
from drafting.grounding.speech import others_speak

_WHAT_HAPPENED = frozenset({Role.PURPOSE, Role.PROCESS})
_QUOTED = re.compile("「[^「」]*」|『[^『』]*』|“[^“”]*”")
_AROUND = 20  # characters


@rule(
    "TRM-4",
    Severity.WARNING,
    "目的與過程寫明是誰，不用「我們」；照錄他人的話放在引號裡。",
    "文書處理手冊：機關自稱「本」；間接引述裡的「我們」讀者分不清是誰",
    good="參、目的\n本府派員出席，主席說：「我們每年演練」。",
    bad="參、目的\n這個議題對我們敏感，本人未發言。",
)
def it_is_said_who(case: Case) -> Iterator[Said]:
    first: tuple[str, str] | None = None
    count, ours = 0, False
    for line in case.lines:
        if "我們" not in line.sentence.text or line.part is None or not _WHAT_HAPPENED & set(line.part.roles):
            continue
        text = _QUOTED.sub(lambda m: "」" * len(m[0]), line.sentence.text)
        for place in (m.start() for m in re.finditer("我們", text)):
            count += 1
            ours = ours or not others_speak(text[:place], text[place + 2 :])
            first = first or (line.where, line.sentence.text[max(0, place - _AROUND) : place + _AROUND])
    if first is None:
        return
    where, near = first
    told = f"有 {count} 處「我們」，請改寫為本府、本團或所指的人"
    if ours:
        yield Said(where, f"{told}。", quote=near)
    else:
        message = f"{told}（轉述他人的話請寫明是誰，或加引號）。"
        yield Said(where, message, quote=near, severity=Severity.INFO)
