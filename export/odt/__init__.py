"""Writes the neutral document as ODT."""
