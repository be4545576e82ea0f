"""The window: a face over the worksheet, nothing that the command line could not do."""
