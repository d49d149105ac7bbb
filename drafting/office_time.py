"""The day at the office in Taiwan, wherever the program runs and the traveller is: deadlines and budgets go by it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

TAIWAN = ZoneInfo("Asia/Taipei")


def day_in_taiwan(at: datetime) -> date:
    """``at`` names its zone."""
    return at.astimezone(TAIWAN).date()
