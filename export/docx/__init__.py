"""Writes the neutral document as DOCX."""
