"""A guard for steps that must end: it breaks off what hangs. It measures no speed; that is what benchmarks are for."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_MINUTE = 60


class Hung(AssertionError):
    """What was guarded did not end."""


@contextmanager
def ends(seconds: int = _MINUTE) -> Iterator[None]:
    """Break off what is inside after a time that no working step comes near."""

    def broken_off(_signal: int, _frame: FrameType | None) -> None:
        raise Hung(f"still at work after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, broken_off)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
