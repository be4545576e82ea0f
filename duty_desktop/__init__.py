"""Duty Desktop: the US duty on goods of Japan, line by line, with its law."""

__version__ = "0.1.0"
