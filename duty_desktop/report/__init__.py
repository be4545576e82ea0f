"""The report: one content for Excel, PDF, print, CSV and JSON.

`content.report_content` makes it; `workbook`, `entry_csv_json` and the package `printing` write it. Nothing
is imported here: the window takes a word from `phrases` long before anybody asks for a report.
"""
