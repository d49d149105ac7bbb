"""A limit of time within which a step must end."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest


@pytest.fixture
def moments() -> Callable[[float], AbstractContextManager[None]]:
    """``with moments(2.0):`` fails if what is inside takes longer than two seconds of processor time."""

    @contextmanager
    def limited(seconds: float) -> Iterator[None]:
        begun = time.process_time()
        yield
        assert time.process_time() - begun < seconds

    return limited
