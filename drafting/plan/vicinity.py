"""Finds the words that belong to a photo: its album, the replies to it, and the notes said just before and after."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from drafting.material import Material, Medium, Ref


class Vicinity:
    """Looks up neighbours in a chat without walking through all of it."""

    def __init__(self, material: Sequence[Material]) -> None:
        self._pieces = {m.ref: m for m in material}
        self._albums: dict[str, list[Material]] = defaultdict(list)
        self._replies: dict[Ref, list[Material]] = defaultdict(list)
        self._notes: dict[str, list[Material]] = defaultdict(list)
        for piece in sorted(material, key=lambda m: m.said_at):
            if piece.album:
                self._albums[piece.album].append(piece)
            if piece.reply_to is not None and piece.text:
                self._replies[piece.reply_to].append(piece)
            if piece.medium is Medium.NOTE and piece.text:
                self._notes[piece.author].append(piece)
                if piece.author:
                    self._notes[""].append(piece)

    def piece(self, ref: Ref) -> Material | None:
        """The material with this reference, or None."""
        return self._pieces.get(ref)

    def album(self, photo: Material) -> list[Material]:
        """The other photos of its album."""
        return [m for m in self._albums.get(photo.album, ()) if m.ref != photo.ref] if photo.album else []

    def replies(self, photo: Material) -> list[Material]:
        """What was said in reply to it, in order."""
        return self._replies.get(photo.ref, [])

    def notes(self, photo: Material, before: float, after: float, *, anybody: bool = False) -> list[Material]:
        """The notes of its author (or of anybody) from ``before`` seconds before to ``after`` seconds after it, in order."""
        notes = self._notes.get("" if anybody else photo.author, [])
        first = bisect_left(notes, photo.said_at - timedelta(seconds=before), key=lambda m: m.said_at)
        last = bisect_right(notes, photo.said_at + timedelta(seconds=after), key=lambda m: m.said_at)
        return notes[first:last]
