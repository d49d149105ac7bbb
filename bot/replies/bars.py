"""A bar of five blocks that fits beside a few words on a phone: ▓▓▓░░ (pure)."""

_BLOCKS = 5


def bar(done: float, total: float) -> str:
    """How much of ``total`` is done. Full only when all is, and never empty when something is."""
    if total <= 0:
        return "▓" * _BLOCKS
    filled = int(_BLOCKS * min(done, total) / total)
    if done > 0:
        filled = max(filled, 1)
    return "▓" * filled + "░" * (_BLOCKS - filled)
