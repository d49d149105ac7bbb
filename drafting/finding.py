"""What a check says: which rule, how grave, where, and what to do."""

from enum import StrEnum

from drafting.frozen import Frozen
from drafting.material import Ref


class Severity(StrEnum):
    """An error blocks approval, a warning wants a look, an info only tells (reference catalogue)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Frozen):
    """``message`` (zh-TW) says what is wrong and what to do; ``quote`` is the place in the text, if there is one."""

    check: str
    severity: Severity
    where: str
    message: str
    sources: tuple[Ref, ...] = ()
    quote: str = ""
