"""What a traveller said about a draft: a sentence in own words, or a wish for one part. Kept, and heeded by every later draft."""

from pydantic import AwareDatetime

from drafting.frozen import Frozen
from drafting.material import Ref


class Edit(Frozen):
    """A sentence as a person put it. The person is its source; ``sources`` are those of the sentence that it replaces.

    ``before`` is "" for a sentence that was added, after the one named by ``follows`` if that is there; ``after`` is ""
    for one that was taken out. ``section`` is the key of the section where it stood.
    """

    section: str
    before: str
    after: str
    by: str
    at: AwareDatetime
    sources: tuple[Ref, ...] = ()
    follows: str = ""


class Remark(Frozen):
    """What somebody wrote at the edge of a document; open until it is answered. ``quote`` is the text beside it.

    ``number`` is 0 until it is kept.
    """

    text: str
    quote: str = ""
    by: str = ""
    number: int = 0


class Wish(Frozen):
    """What a person wants of one part or of one section in it: in own words, with or without certain material.

    ``refs`` are put in and stay where they are too, unless they are ``moved``.
    """

    section: str
    words: str = ""
    refs: tuple[Ref, ...] = ()
    moved: bool = False
    without: tuple[Ref, ...] = ()
    by: str = ""


class Revisions(Frozen):
    """All that stands now, in the order in which it was said."""

    edits: tuple[Edit, ...] = ()
    wishes: tuple[Wish, ...] = ()
