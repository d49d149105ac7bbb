"""How times are written in the database: UTC, one fixed width, so that they sort as text."""

from datetime import UTC, datetime


def stamp(at: datetime) -> str:
    """An aware time as text, such as 2018-04-10T01:15:00.000000+00:00."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The time that ``stamp`` wrote, in UTC."""
    return datetime.fromisoformat(text)
