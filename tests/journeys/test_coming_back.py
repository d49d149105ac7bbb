"""A report that somebody edited in Word is sent to the bot: it becomes a new draft, and remarks are asked one by one."""

from io import BytesIO
from pathlib import Path

import docx
from syrupy.assertion import SnapshotAssertion

from bot.desk import Desk
from tests.emulator import Emulator
from tests.journeys.journey import Journey

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def edited(report: bytes) -> bytes:
    """As a colleague would leave it: one sentence in other words, two remarks."""
    document = docx.Document(BytesIO(report))
    (paragraph,) = (p for p in document.paragraphs if "抽水機共4台" in p.text and "參訪" not in p.text[:6])
    text = paragraph.text.replace("抽水機共4台", "抽水機共4台，1台備用")
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    document.add_comment(paragraph.runs, text="備用機多久測試一次？", author="陳科長", initials="陳")
    document.add_comment(paragraph.runs, text="站長姓名？", author="陳科長", initials="陳")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_edited_report_becomes_a_draft_and_its_remarks_are_questions(
    emulator: Emulator, tmp_path: Path, transcript: SnapshotAssertion
):
    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101)
        traveller.says("/new 5/11至5/13 赴海國海城考察排水，水利局王小芸科員")
        traveller.says("5/12下午參訪抽水站，抽水機共4台，每班四人輪值")
        traveller.says("/draft")
        report = Desk(journey.store, {}).export(1, ["docx"])
        (content,) = report.values()
        traveller.sends_file("改過的報告.docx", edited(content), WORD)
        traveller.says("每月測試一次")
        traveller.says("站長沒有給名片")
        traveller.sends_file("再傳一次.docx", edited(content), WORD)
        trip = journey.store.trips.load(1)
        drafts = [(draft.id, len(draft.trip_then.edits)) for draft in journey.store.drafts.versions(1)]
        assert journey.transcript() == transcript
    assert [(edit.by, "1台備用" in edit.after) for edit in trip.edits] == [("林測試", True)]
    assert trip.remarks == ()
    assert drafts == [(1, 0), (2, 1)]
    assert [piece.text for piece in trip.material if piece.text][-2:] == ["每月測試一次", "站長沒有給名片"]
