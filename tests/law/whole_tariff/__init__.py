"""What the law makes of every number of the tariff on every day on which it changes."""
