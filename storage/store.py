"""Opens the memory of one installation: ``suixing.sqlite`` and ``files/`` in its home folder."""

import logging
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.audit import Audit
from storage.backup import write_backup
from storage.bursts import Bursts
from storage.consents import Consents
from storage.database import Database
from storage.dialogues import Dialogues
from storage.drafts import Drafts
from storage.earlier import EarlierReports
from storage.erasing import sweep
from storage.errors import StorageError
from storage.failures import told
from storage.files import Files
from storage.inbox import Inbox
from storage.interviews import Interviews
from storage.jobs import Jobs
from storage.members import Members
from storage.models import Models
from storage.outbox import Outbox
from storage.people import People
from storage.spending import Spending
from storage.trips import Trips

_log = logging.getLogger(__name__)


class Store:
    """Belongs to the thread that opened it, but for ``files``. Another process may have the same home open."""

    def __init__(self, db: Database, files: Files) -> None:
        self._db = db
        self.files = files
        self.trips = Trips(db, files)
        self.drafts = Drafts(db, self.trips)
        self.earlier = EarlierReports(db)
        self.inbox = Inbox(db)
        self.bursts = Bursts(db)
        self.jobs = Jobs(db)
        self.outbox = Outbox(db)
        self.people = People(db)
        self.members = Members(db)
        self.consents = Consents(db)
        self.models = Models(db)
        self.dialogues = Dialogues(db)
        self.interviews = Interviews(db)
        self.spending = Spending(db)
        self.audit = Audit(db)

    @classmethod
    def open(cls, home: Path) -> Self:
        """Open, making or updating what is missing; raises Damaged, NewerDatabase, Unwritable or Busy."""
        with told(home):
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
        db = Database(home / "suixing.sqlite")
        try:
            files = Files(home / "files")
            sweep(db, files)
        except BaseException:
            db.close()
            raise
        return cls(db, files)

    def relax(self) -> None:
        """Wait for the disk only where it is asked for: for the one process whose every cause is in a row already."""
        self._db.relax()

    def flush(self, *, durable: bool = True) -> bool:
        """Write what was deferred; whether there was anything. ``durable``: everything is on the disk on return."""
        return self._db.flush(durable=durable)

    def sync(self) -> None:
        """Return when everything that was committed is on the disk; for any thread."""
        self._db.sync()

    def settled(self, at: datetime) -> bool:
        """Whether nothing is left to do at this time: no update, no job, no message."""
        return not (self.inbox.waiting() or self.jobs.busy(at) or self.outbox.busy(at))

    def forget(self, at: datetime) -> None:
        """Remove what is only kept to know repetitions by, once none can come any more."""
        self.inbox.forget(at)
        self.jobs.forget(at)
        self.outbox.forget(at)

    def backup(self, path: Path) -> None:
        """Write everything into one new zip file, while others go on; raises BackupExists or Unwritable."""
        write_backup(self._db, self.files, path)

    def close(self) -> None:
        try:
            self._db.flush(durable=True)
        except StorageError:
            _log.exception("what was deferred is lost, and done again at the next start")
        finally:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
