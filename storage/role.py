"""Who somebody is to the bot."""

from enum import StrEnum


class Role(StrEnum):
    """From the least to the most that somebody may do."""

    TRAVELLER = "traveller"
    STAFF = "staff"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        return list(Role).index(self)
