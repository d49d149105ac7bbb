"""Writes without a model: the traveller's own sentences, chosen, ordered and put into written register."""
