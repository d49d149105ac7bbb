"""Several people on one trip: who covered what, and where what they say does not agree (pure)."""
