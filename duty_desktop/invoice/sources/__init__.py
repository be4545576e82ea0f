"""Opening files: each format becomes sheets of plain values; nothing is calculated or followed."""

from duty_desktop.invoice.sources.opening import SUPPORTED_SUFFIXES, is_opening, open_ahead, open_sheets

__all__ = ["SUPPORTED_SUFFIXES", "is_opening", "open_ahead", "open_sheets"]
