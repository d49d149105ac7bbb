"""How much one person may use in a day, and whether it is used up (pure)."""

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.replies import deciding
from storage.spending import Spent

TAIWAN = ZoneInfo("Asia/Taipei")
"""A day of the budget ends at midnight in Taiwan, wherever the traveller is."""


class Budgets(NamedTuple):
    """Limits for a person and a day; 0 sets no limit. What a model may cost is bounded where it is asked (Desk)."""

    drafts: int = 30
    bytes: int = 1_000_000_000

    def refuses_draft(self, spent: Spent) -> str:
        """The sentence that refuses another draft, "" if there is budget left."""
        over = self.drafts and spent.drafts >= self.drafts
        return deciding.drafts_spent(self.drafts) if over else ""

    def refuses_file(self, spent: Spent, size: int) -> str:
        """The sentence that refuses a file of ``size`` bytes, "" if it fits."""
        over = self.bytes and spent.bytes + size > self.bytes
        return deciding.storage_spent(self.bytes) if over else ""


def budget_day(now: datetime) -> date:
    """The day that something counts for."""
    return now.astimezone(TAIWAN).date()
