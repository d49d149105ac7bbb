"""The heart: what a trip is, what a form demands, how a report is written from the one and checked against the other."""
