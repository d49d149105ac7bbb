"""What was said to be kept back: #私 on a message, from a place in it, on an album, or by a reply that takes it back (pure)."""

from collections.abc import Sequence

from drafting.gather import cues
from drafting.material import Kind, Material, Medium


def without_private(material: Sequence[Material]) -> list[Material]:
    """The pieces in the order of their sending, those that are private labelled so, private ends cut off."""
    ordered = sorted((_without_private_end(m) for m in material), key=lambda m: (m.said_at, m.message_ids))
    return _without_private_albums(_without_what_was_taken_back(ordered))


def _without_what_was_taken_back(material: Sequence[Material]) -> list[Material]:
    """A message that a reply takes back is as private as if it had been marked so."""
    back = {m.reply_to for m in material if m.reply_to is not None and cues.TAKEN_BACK.search(m.text)}
    return [m.model_copy(update={"label": Kind.PRIVATE}) if m.ref in back else m for m in material]


def _without_private_albums(material: Sequence[Material]) -> list[Material]:
    """#私 in the caption of an album is said of all its items; of one photo it is said in reply to it, without a caption."""
    private = {m.album for m in material if m.album and m.text and m.label is Kind.PRIVATE}
    return [
        m.model_copy(update={"label": Kind.PRIVATE})
        if m.album in private and m.label is None and (not m.text or m.medium is Medium.PAPER)
        else m
        for m in material
    ]


def _without_private_end(piece: Material) -> Material:
    """#私 in the middle of a message keeps back what follows it; at its beginning, the whole message."""
    before, mark, _ = piece.text.partition("#私")
    if not mark:
        return piece
    if not before.strip():
        return piece.model_copy(update={"label": Kind.PRIVATE})
    return piece.model_copy(
        update={"text": before.rstrip(), "label": None if piece.label is Kind.PRIVATE else piece.label}
    )
