"""How much one person may use in a day, and whether it is used up (pure)."""

from datetime import date, datetime
from typing import NamedTuple

from bot.replies import deciding
from drafting.office_time import day_in_taiwan
from storage.spending import Spent

"""A day of the budget ends at midnight in Taiwan, wherever the traveller is."""


class Budgets(NamedTuple):
    """Limits for a person and a day; 0 sets no limit. Drafts, bytes of files, voices and photos shown to
    models, and tokens of these and of drafts together; a draft's own tokens are bounded where it is written (Desk).
    """

    drafts: int = 30
    bytes: int = 1_000_000_000
    requests: int = 0
    tokens: int = 0

    def refuses_draft(self, spent: Spent) -> str:
        """The sentence that refuses another draft, "" if there is budget left."""
        over = self.drafts and spent.drafts >= self.drafts
        return deciding.drafts_spent(self.drafts) if over else ""

    def refuses_asking(self, spent: Spent, tokens_of_drafts: int) -> bool:
        """Whether no model is asked about a voice or a photo of this person any more today."""
        many = self.requests and spent.requests >= self.requests
        dear = self.tokens and spent.tokens + tokens_of_drafts >= self.tokens
        return bool(many or dear)

    def refuses_file(self, spent: Spent, size: int) -> str:
        """The sentence that refuses a file of ``size`` bytes, "" if it fits."""
        over = self.bytes and spent.bytes + size > self.bytes
        return deciding.storage_spent(self.bytes) if over else ""


def budget_day(now: datetime) -> date:
    """The day that something counts for."""
    return day_in_taiwan(now)
