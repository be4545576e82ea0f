"""The measuring set for finding numbers, and the command that measures with it."""
