"""The list that every step enters itself into, and the mark by which our file is known."""

from sqlite_utils import Migrations

APPLICATION_ID = 0x73756978  # "suix": tells our file from a stranger's

migrations = Migrations("suixing")
