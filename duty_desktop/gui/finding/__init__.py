"""Finding numbers of the tariff in the window: the find panel, all lines at once, the parts book."""
