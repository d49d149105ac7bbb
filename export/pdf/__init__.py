"""Writes the neutral document as PDF."""
