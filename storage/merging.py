"""Decides what is remembered when a message arrives that is known already."""

from drafting.material import Material

_OF_THE_FILE = ("file", "taken_at", "position", "sharpness", "fingerprint")


def merged(old: Material, new: Material) -> Material:
    """The later text, every message id, and the bytes if either has them; ``old`` itself if nothing is new.

    Telegram tells the time of an edit in whole seconds, so of two edits at one second the one that comes last wins.
    """
    ids = tuple(sorted({*old.message_ids, *new.message_ids}))
    if not _takes_over(old, new):
        return old.model_copy(update={"message_ids": ids})
    update: dict[str, object] = {"ref": old.ref, "message_ids": ids}
    if _has_bytes(old) and not _has_bytes(new):
        update |= {name: getattr(old, name) for name in _OF_THE_FILE}
    return new.model_copy(update=update)


def says_the_same(one: Material, other: Material) -> bool:
    """Whether two versions differ in nothing but when they were edited and how often they were seen."""
    bare = {"edited_at": None, "message_ids": ()}
    return one.model_copy(update=bare) == other.model_copy(update=bare)


def _takes_over(old: Material, new: Material) -> bool:
    if new.edited_at is not None and (old.edited_at is None or new.edited_at >= old.edited_at):
        return True
    return new.edited_at == old.edited_at and _has_bytes(new) and not _has_bytes(old)


def _has_bytes(piece: Material) -> bool:
    return piece.file is not None and piece.file.content != ""
