"""Talks with travellers and staff, on Telegram or in a terminal."""
