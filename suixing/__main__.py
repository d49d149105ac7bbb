"""Lets ``python -m suixing`` start the command line."""

from suixing.cli import main

main()
