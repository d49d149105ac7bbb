"""Puts the parts together: settings, wiring, command line."""

__version__ = "0.1.0"
