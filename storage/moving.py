"""Follows a group that has become another chat: its trip, its open question and its habits go with it."""

from storage.database import Database


def move_chat(db: Database, old: int, new: int) -> bool:
    """Give everything of a chat to another, once; whether it had a trip. What was received keeps its old chat.

    Where a chat has one row of its own, the one that the new chat has already stands.
    """
    with db.writing():
        known = bool(db.value("select exists (select 1 from chats where chat_id = ?)", (old,)))
        for move, remove in _ROWS_OF_A_CHAT:
            db.run(move, (new, old))
            db.run(remove, (old,))
        for move in _MANY_ROWS:
            db.run(move, (new, old))
        return known


_ROWS_OF_A_CHAT = (
    ("update or ignore chats set chat_id = ? where chat_id = ?", "delete from chats where chat_id = ?"),
    (
        "update or ignore dialogues set chat_id = ? where chat_id = ?",
        "delete from dialogues where chat_id = ?",
    ),
    (
        "update or ignore quiet_hours set chat_id = ? where chat_id = ?",
        "delete from quiet_hours where chat_id = ?",
    ),
    (
        "update or ignore reminders_said set chat_id = ? where chat_id = ?",
        "delete from reminders_said where chat_id = ?",
    ),
)
_MANY_ROWS = (
    "update trips set chat_id = ? where chat_id = ?",
    "update jobs set chat_id = ? where chat_id = ? and state = 'waiting'",
    "update outbox set chat_id = ? where chat_id = ? and state = 'waiting'",
)
