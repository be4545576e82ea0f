"""The report on the screen as it will be printed: a dialog, and the sheets in it."""
