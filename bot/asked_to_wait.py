"""Reads how long Telegram asks to wait (429)."""

import warnings
from datetime import timedelta

from telegram.error import RetryAfter
from telegram.warnings import PTBDeprecationWarning


def asked_to_wait(error: RetryAfter) -> timedelta:
    """PTB gives seconds, and a warning with them, or a timedelta where the environment asks for one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBDeprecationWarning)
        wanted = error.retry_after
    return wanted if isinstance(wanted, timedelta) else timedelta(seconds=wanted)
