"""Edits as commands that can be undone, with names for people."""
