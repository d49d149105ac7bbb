"""Staff at work in the chat: the queue, reading, returning with an official reason, approving, the files."""

from datetime import UTC, datetime
from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from drafting.finding import Severity
from storage.role import Role
from tests.emulator import Emulator
from tests.journeys.journey import Journey
from tests.journeys.words import WORDS

BACK = datetime(2026, 9, 30, 2, 0, tzinfo=UTC)


def test_a_report_is_returned_corrected_approved_and_handed_out(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path, now=BACK) as journey:
        traveller = journey.person(101, "林測試")
        officer = journey.person(102, "陳審核", Role.STAFF)
        for words in WORDS[:-1]:
            traveller.says(words)
        traveller.says("/draft")
        traveller.presses("送審")
        officer.says("/queue")
        officer.presses("閱讀 #1")
        officer.presses("退回")
        officer.presses("3 內容空洞或未涵蓋要項")
        officer.says("請補建議")
        officer.says("/queue")
        journey.note("出國人員補上建議，重寫並送審；服務同時遭強制結束，之後重新啟動")
        traveller.says(WORDS[-1])
        traveller.says("/draft")
        traveller.presses("送審")
        journey.kill()
        journey.start()
        officer.presses_data("approve:1")
        officer.presses("核可")
        latest = journey.store.drafts.latest(1)
        assert latest is not None
        errors = sorted({f.check for f in latest.findings if f.severity is Severity.ERROR})
        assert errors, "without an error there is no reason to ask for"
        for check in errors:
            officer.says(f"{check}：測試案件，理由另附")
        traveller.says("/export odt")
        traveller.presses_data("approve:2")
        approval = journey.store.drafts.approval(1)
        assert approval is not None
        assert (approval.by, sorted(o.check for o in approval.overrides)) == ("陳審核", errors)
        done = [(deed.who, deed.what) for deed in journey.store.audit.list(1)]
        assert [deed for deed in done if deed[1] in ("submit", "return", "approve")] == [
            ("林測試", "submit"),
            ("陳審核", "return"),
            ("林測試", "submit"),
            ("陳審核", "approve"),
        ]
        assert journey.transcript() == transcript
