"""Invoices in the layouts real suppliers use, with Japanese goods, each with the reading it must give."""
