"""The source view: the invoice's own sheet, what was read from which cell and why, and another reading."""
