"""What the tests of this folder share."""

from tests.drafting.plan.limits import moments

__all__ = ["moments"]
