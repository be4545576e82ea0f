"""What was read from an invoice: goods lines as columns, charges, header facts, where each stood."""
