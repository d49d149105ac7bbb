"""The beginning of a trip: what is known of the form's fields, what to ask next, and what an answer may be (pure)."""
