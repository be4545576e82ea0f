"""The importer's own workbook, filled: named cells, and rows that repeat (docs/templates.md).

`filling.fill_template` does it all; nothing is imported here.
"""
