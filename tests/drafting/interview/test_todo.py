"""Findings in the groups that tell a traveller what to do, and the questions that a draft leaves."""

from drafting.finding import Finding, Severity
from drafting.interview.todo import Action, action_of, doubts, grouped
from drafting.report import Paragraph, Report, Section, Sentence
from drafting.review import Draft, Recipe


def finding(check: str, severity: Severity = Severity.ERROR, quote: str = "") -> Finding:
    return Finding(check=check, severity=severity, where="過程", message="請確認。", quote=quote)


def test_findings_stand_in_groups_with_the_gravest_first():
    groups = grouped(
        [
            finding("LEN-2", Severity.WARNING),
            finding("LEN-1"),
            finding("TIM-1"),
            finding("X-9", Severity.INFO),
        ]
    )
    assert [(a, [f.check for f in found]) for a, found in groups.items()] == [
        (Action.SEND, ["LEN-1", "LEN-2"]), (Action.STAFF, ["TIM-1"]), (Action.NOTHING, ["X-9"]),
    ]  # fmt: skip


def test_a_check_that_nobody_listed_wants_a_look():
    assert action_of(finding("NEW-1")) is Action.CONFIRM


def test_a_marked_sentence_and_what_a_check_quotes_become_questions_once_each():
    sentences = (
        Sentence(text="協會受託管理 99 座公園。【待確認】", sources=("N1",)),
        Sentence(text="員工約 700 人。", sources=("N1",)),
    )
    section = Section(key="process", heading="肆、過程", blocks=(Paragraph(sentences=sentences),))
    report = Report(form="central", title="", fields={}, sections=(section,))
    found = [
        finding("GRD-1", quote="員工約 700 人。"),
        finding("GRD-1", quote="協會受託管理 99 座公園。【待確認】"),
        finding("TRM-1", quote="台灣"),
    ]
    draft = Draft(recipe=Recipe(writer="offline"), report=report, findings=tuple(found))
    assert [(d.sentence, d.why) for d in doubts(draft)] == [
        ("協會受託管理 99 座公園。", "請確認。"), ("員工約 700 人。", "請確認。"),
    ]  # fmt: skip
