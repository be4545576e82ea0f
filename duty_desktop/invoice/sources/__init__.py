"""Opening files: each format becomes sheets of plain values; nothing is calculated or followed."""

from duty_desktop.invoice.sources.opening import SUPPORTED_SUFFIXES, open_ahead, open_sheets

__all__ = ["SUPPORTED_SUFFIXES", "open_ahead", "open_sheets"]
