"""Remembers what was asked about which activity, what was said unasked, and when a chat wants quiet."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from drafting.interview.asks import Ask
from drafting.interview.quiet import Quiet
from drafting.material import Ref
from storage.database import Database
from storage.moments import stamp


class Interviews:
    def __init__(self, db: Database) -> None:
        self._db = db

    def asked(self, trip: int) -> Mapping[str, frozenset[Ask]]:
        """What was asked already, by the mark of the activity."""
        found: dict[str, set[Ask]] = {}
        for mark, ask in self._db.rows("select mark, ask from interview_asked where trip = ?", (trip,)):
            found.setdefault(mark, set()).add(Ask(ask))
        return {mark: frozenset(asks) for mark, asks in found.items()}

    def ask(
        self, trip: int, mark: str, asks: Sequence[Ask], chat_id: int, message: str, at: datetime
    ) -> None:
        """Note what was asked, with the words of the message, by which a reply to it is known."""
        self._db.run_many(
            "insert into interview_asked (trip, mark, ask, chat_id, message, asked_at) values (?, ?, ?, ?, ?, ?) "
            "on conflict do nothing",
            [(trip, mark, ask.value, chat_id, message, stamp(at)) for ask in asks],
        )

    def mark_of(self, trip: int, chat_id: int, message: str) -> str | None:
        """The activity that a message of the bot asked about; the newest if the same words were sent twice."""
        found: str | None = self._db.value(
            "select mark from interview_asked where trip = ? and chat_id = ? and message = ? "
            "order by asked_at desc limit 1",
            (trip, chat_id, message),
        )
        return found

    def answer(self, trip: int, mark: str, ref: Ref) -> None:
        """Note which piece was sent in reply."""
        self._db.run(
            "update interview_asked set answered_by = ? where trip = ? and mark = ? and answered_by is null",
            (ref, trip, mark),
        )

    def said(self, trip: int, chat_id: int, key: str) -> bool:
        """Whether this was said in this chat."""
        return bool(
            self._db.value(
                "select exists (select 1 from reminders_said where trip = ? and chat_id = ? and key = ?)",
                (trip, chat_id, key),
            )
        )

    def note_said(self, trip: int, chat_id: int, key: str, at: datetime) -> None:
        """Remember that this was said, so that no restart and no change of plan says it again."""
        self._db.run(
            "insert into reminders_said (trip, chat_id, key, at) values (?, ?, ?, ?) on conflict do nothing",
            (trip, chat_id, key, stamp(at)),
        )

    def audience(self, trip: int) -> list[int]:
        """The chats in which the people of a trip are spoken to: its group, else the private chat of each."""
        home = self._db.value("select chat_id from trips where id = ?", (trip,)) or 0
        if home < 0:
            return [home]
        people = [
            person
            for (person,) in self._db.rows(
                "select person from trip_people where trip = ? order by joined_at, person", (trip,)
            )
        ]
        return list(dict.fromkeys(chat for chat in (home, *people) if chat))

    def quiet(self, chat_id: int) -> Quiet:
        """When the bot does not speak first in a chat."""
        chosen = self._db.value("select chosen from quiet_hours where chat_id = ?", (chat_id,))
        return self._db.parse(Quiet, chosen) if chosen else Quiet()

    def set_quiet(self, chat_id: int, quiet: Quiet) -> None:
        self._db.run(
            "insert into quiet_hours (chat_id, chosen) values (?, ?) "
            "on conflict do update set chosen = excluded.chosen",
            (chat_id, quiet.model_dump_json()),
        )
