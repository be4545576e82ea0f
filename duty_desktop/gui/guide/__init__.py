"""The user guide: pages of the program's own, read in a window of its own, without a connection."""
