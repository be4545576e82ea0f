"""The sample invoices of resources/samples: `python -m tests.samples` writes them anew."""
