"""From a description of goods to the numbers of the tariff that may be meant, with the reasons.

`finder.Finder` is the door: `find` for one description, `given_numbers` for a number that stands in the
file, `whole_invoice` for all lines at once, `parts_book` for what the importer chose before.
Nothing is imported here: the window and the commands load what they ask for.
"""
