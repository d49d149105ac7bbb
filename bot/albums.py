"""Which messages of an export were one album; the export itself does not say (pure)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.incoming import Incoming

_LARGEST = 10  # Telegram's own bound
_NEAR = 6  # message ids are shared by all chats of an account, so an album's ids may leave gaps
_SAME_MOMENT = timedelta(seconds=1)
_FAMILY = {"photo": "picture", "video": "picture", "document": "document", "audio": "audio"}


def with_albums(messages: Sequence[Incoming]) -> list[Incoming]:
    """Give consecutive files of one sender and one moment a common album, named after the first message."""
    groups: list[list[Incoming]] = []
    for message in messages:
        if groups and _continues(groups[-1], message):
            groups[-1].append(message)
        else:
            groups.append([message])
    return [member for group in groups for member in _named(group)]


def _continues(group: Sequence[Incoming], message: Incoming) -> bool:
    last = group[-1]
    return (
        len(group) < _LARGEST
        and bool(_family(message))
        and _family(message) == _family(last)
        and message.sender_id == last.sender_id
        and message.reply_to_message_id == last.reply_to_message_id
        and 0 < message.message_id - last.message_id <= _NEAR
        and abs(message.sent_at - group[0].sent_at) <= _SAME_MOMENT
    )


def _family(message: Incoming) -> str:
    return _FAMILY.get(message.attachment.kind, "") if message.attachment else ""


def _named(group: Sequence[Incoming]) -> Sequence[Incoming]:
    if len(group) == 1:
        return group
    album = f"export-{group[0].message_id}"
    return [message.model_copy(update={"album": message.album or album}) for message in group]
