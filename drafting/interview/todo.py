"""What the traveller can do about the findings of a draft: answer, send, confirm, or leave it to staff; and the questions."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from drafting.finding import Finding, Severity
from drafting.frozen import Frozen
from drafting.material import Ref
from drafting.review import Draft

DOUBT = "【待確認】"
"""What the gate writes behind a sentence that no material carries."""


class Action(StrEnum):
    """Who can do what about a finding."""

    ANSWER = "answer"  # a word from the traveller settles it
    SEND = "send"  # more material is needed
    CONFIRM = "confirm"  # somebody has to look whether it is right
    STAFF = "staff"  # only staff can decide
    NOTHING = "nothing"  # it only tells


_ACTIONS: Mapping[str, Action] = {
    "FRM-1": Action.ANSWER, "FRM-2": Action.ANSWER, "TIM-2": Action.ANSWER, "CON-2": Action.ANSWER,
    "SRC-1": Action.ANSWER, "GRD-1": Action.ANSWER,
    "LEN-1": Action.SEND, "LEN-2": Action.SEND, "SEC-1": Action.SEND, "REC-1": Action.SEND, "SRC-3": Action.SEND,
    "CON-1": Action.SEND, "PHO-1": Action.SEND,
    "CON-3": Action.CONFIRM, "DAT-1": Action.CONFIRM, "PHO-2": Action.CONFIRM, "PRV-1": Action.CONFIRM,
    "PUN-1": Action.CONFIRM, "SEC-2": Action.CONFIRM, "TIM-3": Action.CONFIRM, "TRM-1": Action.CONFIRM,
    "TRM-2": Action.CONFIRM, "TRM-3": Action.CONFIRM, "SRC-2": Action.CONFIRM, "SRC-4": Action.CONFIRM,
    "CAT-1": Action.STAFF, "TIM-1": Action.STAFF, "SEN-1": Action.STAFF, "AI-1": Action.STAFF, "AI-2": Action.STAFF,
    "PLN-1": Action.STAFF, "OUT-1": Action.STAFF, "REG-1": Action.STAFF, "CHN-1": Action.STAFF,
}  # fmt: skip
_ASKED = ("SRC-1", "GRD-1", "CON-2")  # findings that become a question, because they quote a sentence


def action_of(finding: Finding) -> Action:
    """A check that is not listed wants a look; what only tells wants nothing."""
    if finding.severity is Severity.INFO:
        return Action.NOTHING
    return _ACTIONS.get(finding.check, Action.CONFIRM)


def grouped(findings: Sequence[Finding]) -> Mapping[Action, tuple[Finding, ...]]:
    """The findings by what can be done, the gravest first; groups without any are left out."""
    order = list(Severity)
    ranked = sorted(findings, key=lambda f: order.index(f.severity))
    groups = {action: tuple(f for f in ranked if action_of(f) is action) for action in Action}
    return {action: found for action, found in groups.items() if found}


def blanks(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that only say that a blank of the form is empty; one question after another fills them."""
    return tuple(f for f in findings if f.check == "FRM-1" and f.message.startswith(f"請補「{f.where}」"))


class Doubt(Frozen):
    """A sentence that somebody has to confirm or put right. ``why`` is a finding's own sentence; "" for a mark."""

    where: str
    sentence: str
    why: str = ""
    sources: tuple[Ref, ...] = ()


def doubts(draft: Draft) -> tuple[Doubt, ...]:
    """The questions of a draft: sentences marked 【待確認】, then what the checks quote; each sentence once."""
    found: dict[str, Doubt] = {}
    for _, section in draft.report.walk() if draft.report else ():
        for sentence in section.model_copy(update={"sections": ()}).sentences():
            if DOUBT in sentence.text:
                text = sentence.text.replace(DOUBT, "").strip()
                found.setdefault(text, Doubt(where=section.heading, sentence=text, sources=sentence.sources))
    for finding in draft.findings:
        if finding.check in _ASKED and finding.quote and finding.severity is not Severity.INFO:
            text = finding.quote.replace(DOUBT, "").strip()
            doubt = Doubt(where=finding.where, sentence=text, why=finding.message, sources=finding.sources)
            known = found.get(text)
            found[text] = doubt if known is None or not known.why else known
    return tuple(found.values())
