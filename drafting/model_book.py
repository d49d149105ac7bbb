"""The book that is kept of what a model was asked: what it may cost, what it did cost, and what it has answered before.

``Book`` is what a writer needs of it; storage/model_book.py keeps it with the trip. ``Unkept`` forgets with the process.
"""

from typing import Protocol

from drafting.frozen import Frozen


class Asking(Frozen):
    """One request before it is sent. ``reserved``: tokens that it may cost at most; ``request``: its messages as JSON."""

    section: str  # keys of the slots that it writes, parted by commas
    purpose: str  # write, mend, extend
    model: str
    request: str
    reserved: int


class Outcome(Frozen):
    """What came of it. ``charged`` are the tokens that count: as billed, or as estimated where nobody knows."""

    answer: str = ""
    problem: str = ""
    tries: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    charged: int = 0


class Book(Protocol):
    """Kept for one draft."""

    def known(self, key: str) -> str | None:
        """What was kept under this key for the same trip, in this draft or an earlier one."""
        ...

    def keep(self, key: str, section: str, text: str) -> None:
        """Keep what a section was written from, at once, so that nobody pays for it twice."""
        ...

    def forget(self, key: str) -> None:
        """What was kept was of no use: it is asked for anew."""
        ...

    def reserve(self, asking: Asking) -> int:
        """Set tokens aside before a request; its number. Raises OverBudget if they are not left."""
        ...

    def settle(self, number: int, outcome: Outcome) -> None:
        """Put down what a request has cost, whatever came of it."""
        ...

    def dialect(self, server: str, model: str) -> str | None:
        """How this server wants to be asked, as text, if it is known."""
        ...

    def learn(self, server: str, model: str, dialect: str) -> None:
        """Remember how this server wants to be asked."""
        ...


_LEARNT: dict[tuple[str, str], str] = {}  # a fact about the world, not about a draft


class Unkept:
    """Where no store is: nothing is limited, and only what servers understand is remembered, by the process."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def known(self, key: str) -> str | None:
        return self._known.get(key)

    def keep(self, key: str, section: str, text: str) -> None:  # noqa: ARG002 - the protocol names the section
        self._known[key] = text

    def forget(self, key: str) -> None:
        self._known.pop(key, None)

    def reserve(self, asking: Asking) -> int:  # noqa: ARG002 - there is no limit
        return 0

    def settle(self, number: int, outcome: Outcome) -> None:
        pass

    def dialect(self, server: str, model: str) -> str | None:
        return _LEARNT.get((server, model))

    def learn(self, server: str, model: str, dialect: str) -> None:
        _LEARNT[server, model] = dialect
