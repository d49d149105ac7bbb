"""Which pieces belong together because they were sent together: an album, or a burst (pure)."""

from collections.abc import Sequence
from datetime import timedelta

from drafting.material import Material, Ref

_BREATH = timedelta(seconds=90)
"""Between two messages of one burst: a telephone that finds the network again sends all it has within seconds."""


def last_sent(material: Sequence[Material], chat_id: int, author: str, before: int) -> tuple[Ref, ...]:
    """The newest piece of a chat sent before a message, with its whole album; () if there is none.

    ``author`` is "" where everything in the chat is by the same person.
    """
    mine = [m for m in _of(material, chat_id, author) if min(m.message_ids, default=0) < before]
    newest = max(mine, key=lambda m: max(m.message_ids), default=None)
    return () if newest is None else with_album(mine, newest)


def with_album(material: Sequence[Material], piece: Material) -> tuple[Ref, ...]:
    """A piece and the others of its album, in order."""
    if not piece.album:
        return (piece.ref,)
    return tuple(m.ref for m in material if m.album == piece.album and m.chat_id == piece.chat_id)


def burst_before(material: Sequence[Material], ref: Ref) -> tuple[Ref, ...]:
    """What the same person sent in one breath before a piece, and whose time nothing tells yet: no hand and no camera."""
    piece = next((m for m in material if m.ref == ref), None)
    if piece is None:
        return ()
    found: list[Ref] = []
    last = piece
    for earlier in reversed(_of(material, piece.chat_id, piece.author)):
        if min(earlier.message_ids, default=0) >= min(piece.message_ids, default=0):
            continue
        if last.said_at - earlier.said_at > _BREATH:
            break
        last = earlier
        same_album = bool(piece.album) and earlier.album == piece.album
        if earlier.dated_on is None and earlier.taken_at is None and not same_album:
            found.append(earlier.ref)
    return tuple(reversed(found))


def _of(material: Sequence[Material], chat_id: int, author: str) -> list[Material]:
    mine = [m for m in material if m.chat_id == chat_id and m.message_ids and author in ("", m.author)]
    return sorted(mine, key=lambda m: min(m.message_ids))
