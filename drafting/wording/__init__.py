"""From the way people write on a phone to sentences of a report: facts, numbers and names stay as they are."""
