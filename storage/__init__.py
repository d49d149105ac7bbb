"""Remembers everything: one SQLite file and a folder of pictures."""
