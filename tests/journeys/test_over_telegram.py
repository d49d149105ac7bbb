"""The whole way over the emulator, with the real desk: notes, draft, approval, files."""

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from bot.desk import Desk
from drafting.finding import Severity
from drafting.offline.writer import OfflineWriter
from storage.role import Role
from storage.store import Store
from tests.bot.conftest import listening
from tests.emulator import Emulator
from tests.journeys.words import NOW, WORDS


async def test_from_notes_to_the_approved_report(tmp_path: Path, transcript: SnapshotAssertion):
    with Emulator.start() as emulator, Store.open(tmp_path) as store:
        async with listening(
            emulator, store, Desk(store, {"offline": OfflineWriter()}), lambda: NOW
        ) as listener:
            traveller = listener.person(101, Role.TRAVELLER, "林測試")
            officer = listener.person(102, Role.STAFF, "陳審核")
            for words in WORDS:
                assert await listener.settled(traveller.says(words)) == "done"
            assert await listener.settled(traveller.says("/draft")) == "done"
            assert await listener.settled(traveller.says("/approve")) == "done"
            draft = store.drafts.latest(1)
            assert draft is not None
            errors = sorted({f.check for f in draft.findings if f.severity is Severity.ERROR})
            reasons = "；".join(f"{check}=測試案件，理由另附" for check in errors)
            assert await listener.settled(officer.says(f"/approve #1 {reasons}")) == "done"
            assert await listener.settled(traveller.says("/export all")) == "done"
            approval = store.drafts.approval(1)
            assert approval is not None
            assert (approval.by, sorted(o.check for o in approval.overrides)) == ("陳審核", errors)
            sent = [
                next(iter(c["files"]))
                for c in emulator.calls(listener.token)
                if c["method"] == "sendDocument"
            ]
            told = sorted(listener.calls("sendMessage"), key=lambda fields: int(fields["chat_id"]))
            outline = [str(fields["text"]).splitlines()[0].split("（")[0] for fields in told]
    assert "\n".join([*outline, *(Path(name).suffix for name in sent)]) == transcript
