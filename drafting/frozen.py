"""The one base of every value in this package: it cannot change, and knows no fields that nobody declared."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that is compared by content and never changes after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")
