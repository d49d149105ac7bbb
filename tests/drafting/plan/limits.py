"""A guard for the steps of a plan: each must end, whatever it is given."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.hanging import ends


@pytest.fixture
def moments() -> Callable[[], AbstractContextManager[None]]:
    """``with moments():`` fails if what is inside hangs."""
    return ends
